-- Times are milliseconds since 1970-01-01 UTC. Ids are below 2^49. Blobs named "packed" begin with one byte that says how
-- they are packed (see Packing.cs). What a person reads of a table stands here and nowhere else.

-- A feed, and how it stands with asking for it.
CREATE TABLE feed (
    id             INTEGER PRIMARY KEY,              -- made from the address it was added with
    address        TEXT NOT NULL UNIQUE,             -- asked now; other than given after a permanent redirect
    given          TEXT NOT NULL,                    -- as the user gave it
    title          TEXT NOT NULL DEFAULT '',         -- the feed's own
    named          TEXT,                             -- the user's name for it
    folder         TEXT NOT NULL DEFAULT '',
    home_page      TEXT,
    language       TEXT,
    pages          TEXT NOT NULL DEFAULT 'Auto',     -- whether the pages of its entries are fetched (PagePolicy)
    added_at       INTEGER NOT NULL,
    etag           TEXT,
    last_modified  TEXT,
    next_at        INTEGER,                          -- when it is asked next; null: not again
    interval_ms    INTEGER,                          -- the wait last chosen
    interval_why   TEXT,                             -- and why, in words
    asked_at       INTEGER,
    ok_at          INTEGER,                          -- last time it answered well
    fresh_at       INTEGER,                          -- last time it had something new
    failures       INTEGER NOT NULL DEFAULT 0,       -- in a row
    failure        TEXT,                             -- what went wrong last, in words; null while well
    hub            TEXT,                             -- WebSub hub
    hub_until      INTEGER,                          -- the hub's lease
    hub_secret     TEXT
) STRICT;
CREATE INDEX feed_due ON feed (next_at) WHERE next_at IS NOT NULL;

-- What came of asking, newest last; the last 200 of each feed are kept.
CREATE TABLE feed_fetch (
    seq      INTEGER PRIMARY KEY,
    feed_id  INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    outcome  TEXT NOT NULL,                          -- ok, unchanged, or the failure in words
    bytes    INTEGER NOT NULL,
    fresh    INTEGER NOT NULL,                       -- entries not seen before
    changed  INTEGER NOT NULL,                       -- entries whose content changed
    took_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX feed_fetch_of ON feed_fetch (feed_id, seq);

-- One text by one outlet, from the moment it is accepted. The row is there before the text is read.
CREATE TABLE article (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival
    id             INTEGER NOT NULL UNIQUE,          -- made from its address, or from its feed and key
    url            TEXT,
    outlet         TEXT,
    title          TEXT NOT NULL DEFAULT '',
    author         TEXT,
    excerpt        TEXT NOT NULL DEFAULT '',         -- how it begins, for lists
    lang           TEXT NOT NULL DEFAULT 'und',
    kind           TEXT NOT NULL DEFAULT 'News',
    words          INTEGER NOT NULL DEFAULT 0,
    published      INTEGER,
    published_day  INTEGER NOT NULL DEFAULT 0,       -- 1: only the day is known
    taken_at       INTEGER NOT NULL,
    feed_id        INTEGER REFERENCES feed (id) ON DELETE SET NULL,
    state          INTEGER NOT NULL,                 -- ArticleState
    next_at        INTEGER,                          -- when its page is asked for
    revisit_at     INTEGER,                          -- when its page is looked at again for changes
    revisits       INTEGER NOT NULL DEFAULT 0,
    attempts       INTEGER NOT NULL DEFAULT 0,
    failure        TEXT,                             -- what went wrong, in words
    story_id       INTEGER,
    turn           INTEGER,                          -- order in which articles were put in stories
    version_of     INTEGER,                          -- id of the article this is a later version of
    why            BLOB,                             -- packed: why it is in its story
    same_as        INTEGER                           -- id of the article that proved to be the same page
) STRICT;
CREATE INDEX article_of_story ON article (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_by_turn ON article (turn) WHERE turn IS NOT NULL;
CREATE INDEX article_of_feed ON article (feed_id, seq);
CREATE INDEX article_awaits_page ON article (next_at) WHERE state = 0;
CREATE INDEX article_revisit ON article (revisit_at) WHERE revisit_at IS NOT NULL AND state = 2;
CREATE INDEX article_awaits_reading ON article (seq) WHERE state = 1;
CREATE INDEX article_failed ON article (seq) WHERE state = 3;
CREATE INDEX article_by_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_by_outlet ON article (outlet, seq) WHERE outlet IS NOT NULL;
CREATE INDEX article_by_taken ON article (taken_at);

-- What a feed calls an article. Two feeds may list one article.
CREATE TABLE entry (
    feed_id     INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    key         TEXT NOT NULL,                       -- the entry's identity within its feed
    article_id  INTEGER NOT NULL,
    digest      INTEGER NOT NULL,                    -- of what the entry says, to see edits
    PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_of ON entry (article_id);

-- The bytes as they came.
CREATE TABLE document (
    seq         INTEGER PRIMARY KEY,
    article_id  INTEGER NOT NULL,
    origin      INTEGER NOT NULL,                    -- DocumentOrigin: feed, page
    url         TEXT,
    media_type  TEXT,
    charset     TEXT,
    etag        TEXT,                                -- to ask for changes
    last_modified TEXT,
    fetched_at  INTEGER NOT NULL,
    size        INTEGER NOT NULL,                    -- bytes unpacked
    digest      INTEGER NOT NULL,
    content     BLOB NOT NULL                        -- packed; empty once let go of by rule
) STRICT;
CREATE INDEX document_of ON document (article_id);

-- The article and its analysis as last read.
CREATE TABLE reading (
    seq       INTEGER PRIMARY KEY,                   -- the article's
    article   BLOB NOT NULL,                         -- packed JSON of Article
    analysis  BLOB NOT NULL                          -- packed JSON of Analysis
) STRICT;

-- Texts that were replaced by a later one at the same address, oldest first.
CREATE TABLE version (
    seq         INTEGER PRIMARY KEY,
    article_id  INTEGER NOT NULL,
    until       INTEGER NOT NULL,                    -- when the later one was seen
    article     BLOB NOT NULL                        -- packed JSON of Article
) STRICT;
CREATE INDEX version_of ON version (article_id);

-- The accounts of one event, with what lists show of its brief.
CREATE TABLE story (
    id           INTEGER PRIMARY KEY,
    first_at     INTEGER NOT NULL,                   -- when its first article was taken in
    last_at      INTEGER NOT NULL,                   -- when its last article was
    revision     INTEGER NOT NULL,                   -- grows with each change of its accounts
    briefed      INTEGER NOT NULL DEFAULT 0,         -- the revision that the brief tells; behind: to be briefed
    merged_into  INTEGER,                            -- the story its accounts went to
    title        TEXT NOT NULL DEFAULT '',
    title_of     INTEGER,                            -- the article whose headline it is
    title_why    TEXT NOT NULL DEFAULT '',
    lang         TEXT NOT NULL DEFAULT 'und',
    section      TEXT,                               -- the section most of its accounts stand in
    place        TEXT,                               -- the place most of its accounts name
    accounts     INTEGER NOT NULL DEFAULT 0,
    outlets      INTEGER NOT NULL DEFAULT 0,
    roots        INTEGER NOT NULL DEFAULT 0,         -- independent roots of the news
    unclear      INTEGER NOT NULL DEFAULT 0,         -- accounts of unclear origin
    denials      INTEGER NOT NULL DEFAULT 0,
    conflicts    INTEGER NOT NULL DEFAULT 0,         -- outright differences
    names        TEXT NOT NULL DEFAULT '[]',         -- JSON: its outlets by time, at most ten
    picture      TEXT,                               -- address of a picture of one of its accounts
    brief        BLOB                                -- packed JSON of StoryBrief without the accounts
) STRICT;
CREATE INDEX story_by_last ON story (last_at) WHERE merged_into IS NULL;
CREATE INDEX story_behind ON story (id) WHERE briefed < revision AND merged_into IS NULL;

-- Full text. Rows are named by the article's seq; the text itself is in reading.
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, text, outlet, speaker, tag,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

-- Who said something, for the page of a speaker.
CREATE TABLE speaker (
    name        TEXT NOT NULL,                       -- fullest name
    article_id  INTEGER NOT NULL,
    quotes      INTEGER NOT NULL,
    PRIMARY KEY (name, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_of ON speaker (article_id);

-- A person's word on two articles: obeyed before any likeness.
CREATE TABLE correction (
    a         INTEGER NOT NULL,
    b         INTEGER NOT NULL,
    together  INTEGER NOT NULL,
    user_id   INTEGER,
    at        INTEGER NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- What the steps remember between runs: lines seen on pages of a host, the clusterer at some article.
CREATE TABLE memory (
    name     TEXT PRIMARY KEY,
    at_turn  INTEGER NOT NULL DEFAULT 0,         -- how far in the order of putting articles in stories it had come
    content  BLOB NOT NULL                           -- packed
) STRICT, WITHOUT ROWID;

-- The people who read, and what they marked.
CREATE TABLE user (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password_hash  TEXT,                             -- null: no password (the one person on this machine, or signed in elsewhere)
    is_admin       INTEGER NOT NULL DEFAULT 0,
    created_at     INTEGER NOT NULL,
    seen_at        INTEGER,                          -- last visit but for the present one
    settings       TEXT NOT NULL DEFAULT '{}'        -- JSON
) STRICT;

CREATE TABLE mark (
    user_id     INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    seq         INTEGER NOT NULL,                    -- the article's
    is_read     INTEGER NOT NULL DEFAULT 0,
    starred_at  INTEGER,
    PRIMARY KEY (user_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_starred ON mark (user_id, starred_at) WHERE starred_at IS NOT NULL;

-- All articles of a feed up to this one are read, but for those marked otherwise.
CREATE TABLE read_until (
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    feed_id  INTEGER NOT NULL,                       -- 0: articles of no feed
    seq      INTEGER NOT NULL,
    PRIMARY KEY (user_id, feed_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,
    seq      INTEGER NOT NULL,                       -- the article's
    PRIMARY KEY (user_id, name, seq)
) STRICT, WITHOUT ROWID;

-- How a person stands to a story: followed or muted.
CREATE TABLE story_mark (
    user_id   INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    story_id  INTEGER NOT NULL,
    stand     TEXT NOT NULL,                         -- follow, mute
    at        INTEGER NOT NULL,
    PRIMARY KEY (user_id, story_id)
) STRICT, WITHOUT ROWID;
