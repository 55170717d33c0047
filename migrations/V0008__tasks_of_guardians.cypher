// Ids and codes of the tasks of guardians. The label came after `Entity` had its constraint, which holds over it too: a test asks.

CREATE CONSTRAINT task_id IF NOT EXISTS FOR (node:Task) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT task_code IF NOT EXISTS FOR (node:Task) REQUIRE node.code IS UNIQUE;
