-- The one person on this machine: there without signing in, and the first account once others may come.
INSERT INTO user (id, name, is_admin, created_at) VALUES (1, 'reader', 1, 0) ON CONFLICT DO NOTHING;

-- A browser that has signed in. The cookie itself is not kept, only its digest.
CREATE TABLE session (
    digest   BLOB PRIMARY KEY,                       -- SHA-256 of the cookie
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    until    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a program signs in with. Kept as a digest; shown once, when it is made.
CREATE TABLE api_token (
    digest   BLOB PRIMARY KEY,                       -- SHA-256 of the token
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,                          -- what it is for, by its owner
    at       INTEGER NOT NULL,
    UNIQUE (user_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (
    user_id  INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    query    TEXT NOT NULL,                          -- as typed
    at       INTEGER NOT NULL,
    PRIMARY KEY (user_id, query)
) STRICT, WITHOUT ROWID;
