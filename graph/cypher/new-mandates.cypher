// new-mandates: which mandates name somebody anew since an instant, who has ever chosen to be told of it; of so many persons after one.
// in:  given: since, now, kind, after, most
// out: a row for each person, `id` and `mandates`
MATCH (choice:NoticeChoice)-[:OF]->(chooser:Person)
WHERE $given.kind IN choice.kinds AND chooser.id > $given.after
WITH DISTINCT chooser
MATCH (mandate:Mandate)-[held:FROM|TO|ABOUT]->(chooser)
WHERE any(at IN [mandate.validFrom, mandate.registeredAt, held.validFrom, held.registeredAt] WHERE at > $given.since AND at <= $given.now)
WITH chooser.id AS id, collect(DISTINCT mandate.id) AS mandates
RETURN id, mandates ORDER BY id LIMIT $given.most
