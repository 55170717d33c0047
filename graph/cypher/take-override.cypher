// take-override: an employee takes access to a person. Run again with the same id, it does nothing more.
// in:  given: viewer (ident), subject, request (id of the new node), reason (encrypted), caseStated (an id, or null), lifts (codes), now, validTo, until
// out: one row, `written`
MATCH (taker:Employee {ident: $given.viewer})
WHERE taker.retractedAt IS NULL
MATCH (subject:Person {id: $given.subject})
WHERE subject.retractedAt IS NULL
OPTIONAL MATCH (held:Entity {id: $given.request})
WITH taker, subject, held
WHERE held IS NULL
CREATE (override:Entity:Override {
  id: $given.request, reason: $given.reason, case: $given.caseStated, lifts: $given.lifts, validFrom: $given.now, validTo: $given.validTo,
  until: $given.until,
  source: 'INNSYN', registeredAt: $given.now
})
CREATE (override)-[:BY {id: $given.request + '-by', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(taker)
CREATE (override)-[:OF {id: $given.request + '-of', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(subject)
RETURN count(*) AS written
