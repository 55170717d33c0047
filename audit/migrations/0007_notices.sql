-- Entries whose subjects are told of them at once, written with them; and up to where they have been delivered elsewhere.
CREATE TABLE log_notice (
    position BIGINT NOT NULL PRIMARY KEY
);
CREATE TABLE log_delivered (
    position BIGINT NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL
);
