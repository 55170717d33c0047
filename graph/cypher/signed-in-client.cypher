// signed-in-client: the organisations that a system acts for, or will, by their numbers.
// in:  key, now
// out: one row, `numbers`, or none; one that has no number is there as ''
MATCH (client:Client {clientId: $key})-[acts:ACTS_FOR]->(organisation)
WHERE client.retractedAt IS NULL AND acts.retractedAt IS NULL AND coalesce(acts.validTo > $now, true)
WITH DISTINCT coalesce(organisation.organisationNumber, '') AS number
ORDER BY number
RETURN collect(number) AS numbers
LIMIT 1
