-- What the hub of a feed knows the feed by; the hub itself stands in feed.hub.
ALTER TABLE feed ADD COLUMN hub_topic TEXT;
-- How often the feed itself wishes to be asked (ttl, update period).
ALTER TABLE feed ADD COLUMN wish_ms INTEGER;
ALTER TABLE feed DROP COLUMN hub_until;
ALTER TABLE feed DROP COLUMN hub_secret;

-- A subscription at a WebSub hub, asked for or in force. Ends with its feed.
CREATE TABLE subscription (
    feed_id   INTEGER PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
    hub       TEXT NOT NULL,
    topic     TEXT NOT NULL,
    token     TEXT NOT NULL UNIQUE,                  -- last part of the address the hub sends to; nobody can guess it
    secret    TEXT NOT NULL,                         -- key of the hub's signatures
    pending   TEXT,                                  -- asked of the hub and not yet verified (WebSubMode)
    until     INTEGER,                               -- when the lease ends; null: none in force
    next_at   INTEGER NOT NULL,                      -- when the hub is asked next
    failures  INTEGER NOT NULL DEFAULT 0,            -- in a row
    failure   TEXT                                   -- what went wrong last, in words; null while well
) STRICT;
