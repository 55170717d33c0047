// choosers: which of these persons have ever chosen to be told of a kind of thing.
// in:  given: ids, kind
// out: a row for each, `id`
UNWIND $given.ids AS each
MATCH (person:Person {id: each})
WHERE EXISTS { MATCH (person)<-[:OF]-(choice:NoticeChoice) WHERE $given.kind IN choice.kinds }
RETURN person.id AS id ORDER BY id
