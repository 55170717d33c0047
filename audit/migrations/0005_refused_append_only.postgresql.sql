GRANT SELECT, INSERT ON log_refused TO innsyn_log_writer, innsyn_log_pruner;
GRANT DELETE ON log_refused TO innsyn_log_pruner;
