// What a search by text looks names up by (graph/load/search.py).

CREATE INDEX person_search_start IF NOT EXISTS FOR (node:Person) ON (node.searchStart);
CREATE INDEX person_search_other IF NOT EXISTS FOR (node:Person) ON (node.searchOther);
CREATE INDEX business_search_start IF NOT EXISTS FOR (node:Business) ON (node.searchStart);
CREATE INDEX business_search_other IF NOT EXISTS FOR (node:Business) ON (node.searchOther);
