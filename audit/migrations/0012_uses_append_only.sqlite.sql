CREATE TRIGGER log_use_fixed BEFORE UPDATE ON log_use BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
