-- Whether its subject is told of an entry at once stands in the entry's public half, and up to where that has been delivered elsewhere in
-- entries of its own: in the tree, as all else.
ALTER TABLE log_entry ADD COLUMN told BOOLEAN;
CREATE INDEX log_entry_told ON log_entry (position) WHERE told;
CREATE INDEX log_entry_delivered ON log_entry (position) WHERE kind = 'delivered';
DROP TABLE log_notice;
DROP TABLE log_delivered;
