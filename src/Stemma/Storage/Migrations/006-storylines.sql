-- Accounts of closed stories, by which an old story is found again.
CREATE TABLE archived (
    article_id  INTEGER PRIMARY KEY,
    seen_at     INTEGER NOT NULL,                    -- the stream's clock when it came in
    terms       BLOB NOT NULL,                       -- what it is found by: numbers of four bytes
    content     BLOB NOT NULL                        -- packed: what it is compared by
) STRICT;
CREATE INDEX archived_by_seen ON archived (seen_at);

-- The same by term, the newest found first.
CREATE TABLE archived_term (
    term        INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL,
    article_id  INTEGER NOT NULL,
    PRIMARY KEY (term, seen_at, article_id)
) STRICT, WITHOUT ROWID;

-- Which earlier story a story goes on from.
CREATE TABLE storyline (
    story_id    INTEGER PRIMARY KEY,
    earlier_id  INTEGER NOT NULL,
    why         BLOB NOT NULL                        -- packed: Explanation
) STRICT;
CREATE INDEX storyline_by_earlier ON storyline (earlier_id);

-- Which stories were merged into one.
CREATE INDEX story_merged ON story (merged_into) WHERE merged_into IS NOT NULL;
