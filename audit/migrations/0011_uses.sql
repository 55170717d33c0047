-- From which seat an employee looked somebody up, beside the entry that says so: who could look is compared with who did. By which rules,
-- whether a case was stated for it, and whether all was refused.
CREATE TABLE log_use (
    position BIGINT  NOT NULL PRIMARY KEY,
    actor    TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    unit     TEXT    NOT NULL,
    seat     TEXT    NOT NULL,
    rules    TEXT    NOT NULL,
    cased    BOOLEAN NOT NULL,
    refused  BOOLEAN NOT NULL
);
CREATE INDEX log_use_unit ON log_use (unit, day);
