-- SQLite has no users: these stop a mistake. Whoever can write the file can drop them, which is what the tree is for.
CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_entry_fixed BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_payload_fixed BEFORE UPDATE ON log_payload BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_chain_fixed BEFORE UPDATE ON log_chain BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_checkpoint_kept BEFORE DELETE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_checkpoint_fixed BEFORE UPDATE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_cosignature_kept BEFORE DELETE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_cosignature_fixed BEFORE UPDATE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
