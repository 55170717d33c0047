// Ids of controllers' requests for employees' names.

CREATE CONSTRAINT name_request_id IF NOT EXISTS FOR (node:NameRequest) REQUIRE node.id IS UNIQUE;
