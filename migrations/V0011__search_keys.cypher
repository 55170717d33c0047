// Persons who are there get the keys that a search looks them up by from the one that they are sorted by, which is folded alike.
// Businesses and municipalities get theirs when their lines are loaded again.

MATCH (person:Person) WHERE person.sortKey IS NOT NULL AND person.searchKey IS NULL
WITH person, split(person.sortKey + ',,', ',') AS parts
WITH person, parts, [part IN [parts[1], parts[2], parts[0]] WHERE part <> ''] AS said
SET person.searchKey = reduce(key = head(said), part IN tail(said) | key + '-' + part),
    person.searchStart = CASE WHEN parts[1] <> '' THEN left(split(parts[1], '-')[0], 3) END,
    person.searchOther = CASE WHEN parts[0] <> '' THEN left(split(parts[0], '-')[0], 3) END;
