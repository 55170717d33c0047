CREATE TRIGGER log_refused_fixed BEFORE UPDATE ON log_refused BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
