-- Withheld chains, which are few, and the entries that join them to open ones, are found without reading the rest.
CREATE INDEX log_chain_withheld ON log_chain (sort) WHERE sort <> 'open';
CREATE INDEX log_entry_joined ON log_entry (tag) WHERE kind = 'joined';
