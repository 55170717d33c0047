// The role that reads closed cases. Made by `python -m graph.reference`.

UNWIND [
  {id: 'role:CASE_HISTORIAN', code: 'CASE_HISTORIAN', name: 'Innsyn i avsluttede saker', reach: 'LOCAL'}
] AS row
OPTIONAL MATCH (held:Role {id: row.id})
WITH row, held WHERE held IS NULL
CREATE (:Entity:Role {id: row.id, code: row.code, name: row.name, reach: row.reach, source: 'REFERENCE', registeredAt: 0});
