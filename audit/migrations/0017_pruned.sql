-- That payloads were erased is found without reading the rest: whoever reads their visits is told of which time they lack some.
CREATE INDEX log_entry_pruned ON log_entry (position) WHERE kind = 'pruned';
