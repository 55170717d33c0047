// One choice comes and goes, so that the label is there with `Entity` before the first. Neo4j wants it apart from the constraint.

CREATE (:Entity:NoticeChoice {id: 'label:NoticeChoice'});
MATCH (node:NoticeChoice {id: 'label:NoticeChoice'}) DELETE node;
