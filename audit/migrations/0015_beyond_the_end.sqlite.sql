-- What stands beyond the log's end, where that was cut off, is found without reading the rest, and may be removed when the log goes on.
CREATE INDEX log_refused_position ON log_refused (position);
DROP TRIGGER IF EXISTS log_checkpoint_kept;
CREATE TRIGGER log_checkpoint_kept BEFORE DELETE ON log_checkpoint
WHEN OLD.size <= (SELECT coalesce(max(position) + 1, 0) FROM log_entry)
BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
DROP TRIGGER IF EXISTS log_cosignature_kept;
CREATE TRIGGER log_cosignature_kept BEFORE DELETE ON log_cosignature
WHEN OLD.size <= (SELECT coalesce(max(position) + 1, 0) FROM log_entry)
BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
