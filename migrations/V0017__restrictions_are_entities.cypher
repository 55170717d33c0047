// One restriction comes and goes, so that the label is there with `Entity` before the first. Neo4j wants it apart from the constraint.

CREATE (:Entity:Restriction {id: 'label:Restriction'});
MATCH (node:Restriction {id: 'label:Restriction'}) DELETE node;
