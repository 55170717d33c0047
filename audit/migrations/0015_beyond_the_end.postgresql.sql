-- What stands beyond the log's end, where that was cut off, is found without reading the rest. Its tables' owner alone may remove it.
CREATE INDEX log_refused_position ON log_refused (position);
