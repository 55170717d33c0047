// grant-names: another controller grants a request, which stands so long from now.
// in:  given: viewer (ident), request (id), now, validTo
// out: one row, `written`
MATCH (request:NameRequest {id: $given.request})
MATCH (second:Employee {ident: $given.viewer})
WHERE second.retractedAt IS NULL
CREATE (request)-[:GRANTED_BY {id: $given.request + '-answer', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(second)
SET request.validTo = $given.validTo
RETURN count(*) AS written
