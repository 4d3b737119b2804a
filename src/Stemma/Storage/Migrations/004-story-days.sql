-- A story as it stood at the end of each day on which something came in for it: what that day's front page showed. The row of a day
-- is written anew with each brief until the day is over; what comes later leaves it alone.
CREATE TABLE story_day (
    day        INTEGER NOT NULL,                     -- days since 1970-01-01 UTC, of the last article that had come in
    story_id   INTEGER NOT NULL,
    last_at    INTEGER NOT NULL,
    accounts   INTEGER NOT NULL,
    outlets    INTEGER NOT NULL,
    title      TEXT NOT NULL,
    title_of   INTEGER,
    lang       TEXT NOT NULL,
    section    TEXT,
    place      TEXT,
    roots      INTEGER,                              -- null: from before this was kept
    denials    INTEGER NOT NULL DEFAULT 0,
    conflicts  INTEGER NOT NULL DEFAULT 0,
    names      TEXT NOT NULL DEFAULT '[]',           -- JSON: its outlets by time, at most ten
    lede       TEXT NOT NULL DEFAULT '',             -- the best supported sentence of the news, verbatim, cut
    lede_of    INTEGER,                              -- the article it stands in
    PRIMARY KEY (day, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_day_of ON story_day (story_id, day);

-- The last day of a story is as it is now. Of earlier days only what the articles tell is known: how many there were.
INSERT INTO story_day (day, story_id, last_at, accounts, outlets, title, title_of, lang, section, place, roots, denials, conflicts, names)
SELECT last_at / 86400000, id, last_at, accounts, outlets, title, title_of, lang, section, place, roots, denials, conflicts, names
FROM story WHERE merged_into IS NULL AND briefed > 0;
INSERT INTO story_day (day, story_id, last_at, accounts, outlets, title, title_of, lang, section, place)
SELECT d.day, d.story_id, d.last_at,
    (SELECT COUNT(*) FROM article a WHERE a.story_id = d.story_id AND a.state = 2 AND a.taken_at <= d.last_at),
    (SELECT COUNT(DISTINCT COALESCE(a.outlet, a.url, a.id)) FROM article a WHERE a.story_id = d.story_id AND a.state = 2 AND a.taken_at <= d.last_at),
    COALESCE((SELECT a.title FROM article a WHERE a.id = s.title_of AND a.taken_at <= d.last_at),
        (SELECT a.title FROM article a WHERE a.story_id = d.story_id AND a.state = 2 ORDER BY a.seq LIMIT 1)),
    COALESCE((SELECT a.id FROM article a WHERE a.id = s.title_of AND a.taken_at <= d.last_at),
        (SELECT a.id FROM article a WHERE a.story_id = d.story_id AND a.state = 2 ORDER BY a.seq LIMIT 1)),
    s.lang, s.section, s.place
FROM (SELECT story_id, taken_at / 86400000 AS day, MAX(taken_at) AS last_at FROM article WHERE story_id IS NOT NULL AND state = 2 GROUP BY 1, 2) d
    JOIN story s ON s.id = d.story_id AND s.merged_into IS NULL AND s.briefed > 0
WHERE true ON CONFLICT DO NOTHING;
