// refuse-request: another controller refuses a request, which ends it.
// in:  given: viewer (ident), request (id), now
// out: one row, `written`
MATCH (request:Entity {id: $given.request})
MATCH (second:Employee {ident: $given.viewer})
WHERE second.retractedAt IS NULL
CREATE (request)-[:REFUSED_BY {id: $given.request + '-answer', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(second)
SET request.validTo = $given.now
RETURN count(*) AS written
