// Ids of controllers' requests for employees' names. One comes and goes, so that the label is there with `Entity` before the first.

CREATE CONSTRAINT name_request_id IF NOT EXISTS FOR (node:NameRequest) REQUIRE node.id IS UNIQUE;
CREATE (:Entity:NameRequest {id: 'label:NameRequest'});
MATCH (node:NameRequest {id: 'label:NameRequest'}) DELETE node;
