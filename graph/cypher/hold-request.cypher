// hold-request: a request is held to the end of the transaction, before anything is read of it: changes to it come one after the other.
// in:  given: request (id)
// out: one row, `held`
MATCH (request:Entity {id: $given.request})
WHERE request:NameRequest OR request:Restriction
SET request.changes = coalesce(request.changes, 0) + 1
RETURN count(*) AS held
