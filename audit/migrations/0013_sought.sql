-- Whether a person was looked up for their own sake, which no stated case explains, as the entry says: patterns are looked for among these,
-- the newest day first.
ALTER TABLE log_use ADD COLUMN sought BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX log_use_sought ON log_use (day DESC, actor) WHERE sought;
