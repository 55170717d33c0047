GRANT SELECT, INSERT ON log_use TO innsyn_log_writer, innsyn_log_pruner;
GRANT DELETE ON log_use TO innsyn_log_pruner;
