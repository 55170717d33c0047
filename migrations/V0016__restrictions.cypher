// Ids of restrictions.

CREATE CONSTRAINT restriction_id IF NOT EXISTS FOR (node:Restriction) REQUIRE node.id IS UNIQUE;
