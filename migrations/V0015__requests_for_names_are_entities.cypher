// One request for names comes and goes, so that the label is there with `Entity` before the first. Neo4j wants it apart from the constraint.

CREATE (:Entity:NameRequest {id: 'label:NameRequest'});
MATCH (node:NameRequest {id: 'label:NameRequest'}) DELETE node;
