GRANT SELECT, INSERT ON log_notice, log_delivered TO innsyn_log_writer, innsyn_log_pruner;
