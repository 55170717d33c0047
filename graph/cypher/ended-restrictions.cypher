// ended-restrictions: which restrictions have ended, with none in force after them for the same person and unit.
// in:  given: ids, now
// out: a row for each, `id`
UNWIND $given.ids AS each
MATCH (restriction:Restriction {id: each})-[:OF]->(subject:Person)
MATCH (restriction)-[:FOR]->(unit:Unit)
WHERE restriction.validTo <= $given.now OR restriction.retractedAt IS NOT NULL
WITH restriction.id AS id, COUNT {
  MATCH (subject)<-[of:OF]-(other:Restriction)-[withholds:WITHHOLDS]->(unit)
  WHERE all(it IN [of, other, withholds] WHERE it.validFrom <= $given.now AND coalesce(it.validTo, 9007199254740991) > $given.now
        AND it.retractedAt IS NULL)
} AS following
WHERE following = 0
RETURN id ORDER BY id
