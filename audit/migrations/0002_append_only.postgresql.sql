-- Who may do what: the service appends, the pruner also erases payloads. Tables belong to whoever migrates, who is neither.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'innsyn_log_writer') THEN
        CREATE ROLE innsyn_log_writer NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'innsyn_log_pruner') THEN
        CREATE ROLE innsyn_log_pruner NOLOGIN;
    END IF;
END $$;
GRANT SELECT ON log_migration TO innsyn_log_writer, innsyn_log_pruner;
GRANT SELECT, INSERT ON log_entry, log_payload, log_chain, log_checkpoint, log_cosignature TO innsyn_log_writer, innsyn_log_pruner;
GRANT DELETE ON log_payload, log_chain TO innsyn_log_pruner;
