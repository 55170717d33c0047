// choose-notices: a person chooses what they are told of; the choice with the highest number counts. Run again with the same id, it does
// nothing more.
// in:  given: viewer (id), request (id of the new node), kinds, now
// out: one row, `written`
MATCH (subject:Person {id: $given.viewer})
WHERE subject.retractedAt IS NULL
OPTIONAL MATCH (held:Entity {id: $given.request})
WITH subject, held
WHERE held IS NULL
OPTIONAL MATCH (former:NoticeChoice)-[:OF]->(subject)
WITH subject, max(former.number) AS last
CREATE (choice:Entity:NoticeChoice {
  id: $given.request, kinds: $given.kinds, number: coalesce(last, 0) + 1, source: 'INNSYN', registeredAt: $given.now
})
CREATE (choice)-[:OF {id: $given.request + '-of', validFrom: $given.now, source: 'INNSYN', registeredAt: $given.now}]->(subject)
RETURN count(*) AS written
