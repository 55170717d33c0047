// approve-override: a controller approves of an override, which then stands until its last day is over.
// in:  given: viewer (ident), request (id of the override), now
// out: one row, `written`
MATCH (override:Override {id: $given.request})
MATCH (second:Employee {ident: $given.viewer})
WHERE second.retractedAt IS NULL
CREATE (override)-[:APPROVED_BY {id: $given.request + '-approved', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(second)
SET override.validTo = coalesce(override.until, override.validTo)
RETURN count(*) AS written
