-- Which of these totals was more than the budget: what controllers are told of.
ALTER TABLE log_refused ADD COLUMN beyond BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX log_refused_beyond ON log_refused (day, actor) WHERE beyond;
