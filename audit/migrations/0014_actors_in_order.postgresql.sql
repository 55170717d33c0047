-- Idents are in the same order in all stores, whatever language the database sorts by.
ALTER TABLE log_use ALTER COLUMN actor TYPE TEXT COLLATE "C";
ALTER TABLE log_refused ALTER COLUMN actor TYPE TEXT COLLATE "C";
