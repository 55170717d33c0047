// end-override: whoever took access ends it.
// in:  given: request (id of the override), now
// out: one row, `written`
MATCH (override:Override {id: $given.request})
SET override.validTo = $given.now
RETURN count(*) AS written
