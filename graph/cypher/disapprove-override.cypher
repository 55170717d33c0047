// disapprove-override: a controller disapproves of an override, which ends it.
// in:  given: viewer (ident), request (id of the override), now
// out: one row, `written`
MATCH (override:Override {id: $given.request})
MATCH (second:Employee {ident: $given.viewer})
WHERE second.retractedAt IS NULL
CREATE (override)-[:DISAPPROVED_BY {id: $given.request + '-disapproved', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(second)
SET override.validTo = $given.now
RETURN count(*) AS written
