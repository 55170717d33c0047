// hold-taker: an employee is held to the end of the transaction, before anything is read of what they have: they take one access at a time.
// in:  given: viewer (ident)
// out: one row, `held`
MATCH (taker:Employee {ident: $given.viewer})
SET taker.changes = coalesce(taker.changes, 0) + 1
RETURN count(*) AS held
