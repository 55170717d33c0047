-- The look-up log. What is appended is never changed; only payloads and names of chains may be erased, at the end of their retention.

-- An entry's public half, in the order of the tree's leaves. hash is its leaf's; above are the hashes of the nodes that it completes,
-- the lowest first: the node at (level, place) stands with the entry (place + 1) * 2^level - 1.
CREATE TABLE log_entry (
    position  BIGINT NOT NULL PRIMARY KEY,
    kind      TEXT   NOT NULL,
    tag       BYTEA,
    number    BIGINT,
    previous  BYTEA,
    concludes BIGINT,
    payload   BYTEA,
    said      TEXT,
    hash      BYTEA  NOT NULL,
    above     BYTEA  NOT NULL
);
CREATE UNIQUE INDEX log_entry_chain ON log_entry (tag, number) WHERE tag IS NOT NULL;
CREATE UNIQUE INDEX log_entry_concludes ON log_entry (concludes) WHERE concludes IS NOT NULL;

-- What an entry says, and the salts of what its public half says of it.
CREATE TABLE log_payload (
    position BIGINT NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL,
    salts    BYTEA  NOT NULL,
    body     TEXT   NOT NULL
);

-- Whose chains those are.
CREATE TABLE log_chain (
    tag     BYTEA NOT NULL PRIMARY KEY,
    subject TEXT  NOT NULL,
    sort    TEXT  NOT NULL,
    UNIQUE (subject, sort)
);

-- Signed checkpoints as they were made, and what witnesses put their names to.
CREATE TABLE log_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    note TEXT   NOT NULL
);
CREATE TABLE log_cosignature (
    size BIGINT NOT NULL,
    line TEXT   NOT NULL,
    PRIMARY KEY (size, line)
);
