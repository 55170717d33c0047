// hold-taker-of: whoever took an override is held to the end of the transaction, before anything is read of it: they and controllers change it
// one after the other.
// in:  given: request (id of the override)
// out: one row, `held`
MATCH (override:Override {id: $given.request})-[:BY]->(taker:Employee)
SET taker.changes = coalesce(taker.changes, 0) + 1
RETURN count(*) AS held
