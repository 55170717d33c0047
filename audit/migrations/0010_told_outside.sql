-- Of what somebody was told outside the log-in, and up to where that has been looked for, are found without reading the rest.
CREATE INDEX log_entry_notice ON log_entry (tag) WHERE kind = 'notice';
CREATE INDEX log_entry_notified ON log_entry (position) WHERE kind = 'notified';
