-- Where the log went on after it was cut off is found without reading the rest: whoever reads their visits is told since when they are all there.
CREATE INDEX log_entry_resumed ON log_entry (position) WHERE kind = 'resumed';
