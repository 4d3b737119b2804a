-- A filter: what is done with the articles that a search finds, as they come in.
CREATE TABLE rule (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    query    TEXT NOT NULL,                          -- as typed
    act      INTEGER NOT NULL,                       -- FilterAct
    label    TEXT,                                   -- the label it gives; null for other acts
    at       INTEGER NOT NULL,
    turn     INTEGER NOT NULL                        -- how far in the order of putting articles in stories it has looked
) STRICT;
CREATE INDEX rule_of ON rule (user_id);

-- Which articles a filter has caught: why an article is hidden, starred or labelled.
CREATE TABLE rule_catch (
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    seq      INTEGER NOT NULL,                       -- the article's
    rule_id  INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
    hides    INTEGER NOT NULL,                       -- 1: hides it; 2: keeps it, whatever else hides it; 0: neither
    PRIMARY KEY (user_id, seq, rule_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_catch_of ON rule_catch (rule_id);
CREATE INDEX rule_catch_hides ON rule_catch (user_id, seq) WHERE hides = 1;

-- Where a reader's alerts go.
CREATE TABLE alert_target (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    kind         INTEGER NOT NULL,                   -- TargetKind
    address      TEXT NOT NULL,                      -- mail address, or URL
    secret       BLOB,                               -- webhook: key of its signature; push: the browser's public key and secret
    code         TEXT,                               -- mail: what was sent there to see that it is the reader's; null once it was given
    at           INTEGER NOT NULL,
    failures     INTEGER NOT NULL DEFAULT 0,         -- in a row
    failure      TEXT,                               -- what went wrong last, in words; null while well
    off_at       INTEGER,                            -- when it was given up after repeated failures
    UNIQUE (user_id, kind, address)
) STRICT;

-- What a reader wants to be told of.
CREATE TABLE alert (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    target_id  INTEGER NOT NULL REFERENCES alert_target (id) ON DELETE CASCADE,
    query      TEXT NOT NULL,                        -- a search; empty: the stories that the reader follows
    pause_ms   INTEGER NOT NULL,                     -- least time between two messages; news in between is collected
    at         INTEGER NOT NULL,
    turn       INTEGER NOT NULL,                     -- how far in the order of putting articles in stories it has looked
    UNIQUE (user_id, target_id, query)
) STRICT;
CREATE INDEX alert_to ON alert (target_id);

-- How a followed story stood when its reader was last told of it.
CREATE TABLE alert_told (
    alert_id   INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    story_id   INTEGER NOT NULL,
    turn       INTEGER NOT NULL,                     -- the last of its articles
    revision   INTEGER NOT NULL,
    roots      INTEGER NOT NULL,
    denials    INTEGER NOT NULL,
    conflicts  INTEGER NOT NULL,
    PRIMARY KEY (alert_id, story_id)
) STRICT, WITHOUT ROWID;

-- A message: one try or several to bring news to a target. What it holds is fixed before the first try.
CREATE TABLE alert_delivery (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    target_id  INTEGER NOT NULL REFERENCES alert_target (id) ON DELETE CASCADE,
    alert_id   INTEGER REFERENCES alert (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    next_at    INTEGER,                              -- when it is tried; null: it has arrived
    attempts   INTEGER NOT NULL DEFAULT 0,
    sent_at    INTEGER,
    failure    TEXT                                  -- what went wrong last, in words
) STRICT;
CREATE INDEX alert_delivery_due ON alert_delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX alert_delivery_to ON alert_delivery (target_id, id);
CREATE INDEX alert_delivery_by ON alert_delivery (alert_id, id);

-- News to be told: written together with how far was looked, so that none is lost and none told twice.
CREATE TABLE alert_news (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    target_id    INTEGER NOT NULL REFERENCES alert_target (id) ON DELETE CASCADE,
    alert_id     INTEGER REFERENCES alert (id) ON DELETE CASCADE,
    key          TEXT NOT NULL,                      -- which news it is: no target is told the same twice
    at           INTEGER NOT NULL,
    content      TEXT NOT NULL,                      -- JSON of AlertNews
    delivery_id  INTEGER REFERENCES alert_delivery (id) ON DELETE CASCADE,  -- the message it is in; null while collected
    UNIQUE (target_id, key)
) STRICT;
CREATE INDEX alert_news_waits ON alert_news (alert_id, id) WHERE delivery_id IS NULL;
CREATE INDEX alert_news_of ON alert_news (alert_id);
CREATE INDEX alert_news_in ON alert_news (delivery_id) WHERE delivery_id IS NOT NULL;

-- Who a reader is elsewhere: for signing in through OpenID Connect or a proxy.
CREATE TABLE identity (
    issuer   TEXT NOT NULL,                          -- address of the provider; "proxy" for the name a trusted proxy gives
    subject  TEXT NOT NULL,                          -- who it is there
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_of ON identity (user_id);
