// request-restriction: a controller asks that what a unit does about a person be withheld from them. Run again with the same id, it does
// nothing more.
// in:  given: viewer (ident), subject, unit, request (id of the new node), reason (encrypted), legalBasis, now, validTo, endsAt
// out: one row, `written`
MATCH (asker:Employee {ident: $given.viewer})
WHERE asker.retractedAt IS NULL
MATCH (subject:Person {id: $given.subject})
WHERE subject.retractedAt IS NULL
MATCH (unit:Unit {id: $given.unit})
WHERE unit.retractedAt IS NULL
OPTIONAL MATCH (held:Entity {id: $given.request})
WITH asker, subject, unit, held
WHERE held IS NULL
CREATE (request:Entity:Restriction {
  id: $given.request, reason: $given.reason, legalBasis: $given.legalBasis, endsAt: $given.endsAt, validFrom: $given.now,
  validTo: $given.validTo, source: 'INNSYN', registeredAt: $given.now
})
CREATE (request)-[:BY {id: $given.request + '-by', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(asker)
CREATE (request)-[:OF {id: $given.request + '-of', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(subject)
CREATE (request)-[:FOR {id: $given.request + '-for', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(unit)
RETURN count(*) AS written
