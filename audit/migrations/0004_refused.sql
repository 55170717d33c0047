-- How many subjects an employee has been refused on a day in Oslo, with the outcome that it was charged for. A total only rises, so that
-- a row that is added never lessens it.
CREATE TABLE log_refused (
    actor    TEXT   NOT NULL,
    day      TEXT   NOT NULL,
    total    BIGINT NOT NULL CHECK (total > 0),
    position BIGINT NOT NULL,
    PRIMARY KEY (day, actor, total)
);
