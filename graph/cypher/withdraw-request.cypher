// withdraw-request: one of the two who carry a request ends it.
// in:  given: viewer (ident), request (id), now
// out: one row, `written`
MATCH (request:Entity {id: $given.request})
MATCH (other:Employee {ident: $given.viewer})
WHERE other.retractedAt IS NULL
CREATE (request)-[:WITHDRAWN_BY {id: $given.request + '-end', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(other)
SET request.validTo = $given.now
RETURN count(*) AS written
