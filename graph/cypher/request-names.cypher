// request-names: a controller asks for the names of the employees who can see a person. Run again with the same id, it does nothing more.
// in:  given: viewer (ident), subject, request (id of the new node), reason (encrypted), now, validTo
// out: one row, `written`
MATCH (asker:Employee {ident: $given.viewer})
WHERE asker.retractedAt IS NULL
MATCH (subject:Person {id: $given.subject})
WHERE subject.retractedAt IS NULL
OPTIONAL MATCH (held:Entity {id: $given.request})
WITH asker, subject, held
WHERE held IS NULL
CREATE (request:Entity:NameRequest {
  id: $given.request, reason: $given.reason, validFrom: $given.now, validTo: $given.validTo, source: 'INNSYN', registeredAt: $given.now
})
CREATE (request)-[:BY {id: $given.request + '-by', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(asker)
CREATE (request)-[:OF {id: $given.request + '-of', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(subject)
RETURN count(*) AS written
