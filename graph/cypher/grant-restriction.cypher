// grant-restriction: another controller grants a restriction, which is in force from now until it ends.
// in:  given: viewer (ident), request (id), now
// out: one row, `written`
MATCH (request:Restriction {id: $given.request})
MATCH (request)-[:FOR]->(unit:Unit)
MATCH (second:Employee {ident: $given.viewer})
WHERE second.retractedAt IS NULL
CREATE (request)-[:GRANTED_BY {id: $given.request + '-answer', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(second)
CREATE (request)-[:WITHHOLDS {id: $given.request + '-withholds', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(unit)
SET request.validTo = request.endsAt
RETURN count(*) AS written
