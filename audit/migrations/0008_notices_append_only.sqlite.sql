CREATE TRIGGER log_notice_kept BEFORE DELETE ON log_notice BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_notice_fixed BEFORE UPDATE ON log_notice BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_delivered_kept BEFORE DELETE ON log_delivered BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
CREATE TRIGGER log_delivered_fixed BEFORE UPDATE ON log_delivered BEGIN SELECT RAISE(ABORT, 'the look-up log is append-only'); END;
