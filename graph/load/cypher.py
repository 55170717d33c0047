"""The loader's statements: one text for each label and kind of relationship."""

from functools import cache
from typing import Final

from graph.model import LABELS, RELATIONSHIPS, properties_between, properties_of

# Answers come as one row, or one a label: the driver takes longer for a row than the database does.
PRESENT: Final = """// load: which nodes are there
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN labels(node) AS labels, collect(node.id) AS ids"""

HELD: Final = """// load: the nodes as they are
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN collect({id: node.id, labels: labels(node), properties: properties(node)}) AS held"""

VISIBLE: Final = """// load: who of these can be seen
UNWIND $ids AS id
MATCH (person:Person {id: id}) WHERE person.screenedAt IS NOT NULL
RETURN person.id AS id, person.screenedAt AS at"""

CLOSE: Final = """// load: close these persons
UNWIND $ids AS id
MATCH (person:Person {id: id}) WHERE person.screenedAt IS NOT NULL
SET person.screenedAt = null
RETURN count(person) AS closed"""

SCREEN: Final = """// load: open these persons, or leave them closed
UNWIND $rows AS row
MATCH (person:Person {id: row.id})
SET person.screenedAt = row.at"""


@cache
def holders(label: str, key: str) -> str:
    """Who holds the values of a unique key."""
    return f"// load: who holds these\nUNWIND $values AS value\nMATCH (node:{label} {{{key}: value}})\nRETURN value, node.id AS id"


@cache
def create_nodes(label: str) -> str:
    """New nodes. Every property is written out: on ArcadeDB `SET node = row` after `CREATE` costs twelve times as much."""
    return f"// load: new {label}\nUNWIND $rows AS row\nCREATE (:Entity:{label} {_written(list(properties_of(LABELS[label])))})"


@cache
def replace_nodes(label: str) -> str:
    """Nodes that are there get these properties and lose all others."""
    return f"// load: replace {label}\nUNWIND $rows AS row\nMATCH (node:{label} {{id: row.id}})\nSET node = row"


@cache
def held_relationships(start: str, type: str) -> str:
    """The relationships as they are, with their ends."""
    return (
        f"// load: {type} as they are\nUNWIND $rows AS row\nMATCH (:{start} {{id: row.start}})-[held:{type} {{id: row.id}}]->(end:Entity)\n"
        "RETURN collect({start: row.start, id: row.id, end: end.id, properties: properties(held)}) AS held"
    )


@cache
def create_relationships(start: str, type: str, end: str) -> str:
    """New relationships between nodes that are there."""
    kind = next(each for each in RELATIONSHIPS if each.type == type and each.start == start and end in each.ends)
    return (
        f"// load: new {type}\nUNWIND $rows AS row\nMATCH (start:{start} {{id: row.start}})\nMATCH (end:{end} {{id: row.end}})\n"
        f"CREATE (start)-[:{type} {_written(list(properties_between(kind)))}]->(end)"
    )


@cache
def replace_relationships(start: str, type: str) -> str:
    """Relationships that are there get these properties and lose all others."""
    return (
        f"// load: replace {type}\nUNWIND $rows AS row\nMATCH (:{start} {{id: row.start}})-[held:{type} {{id: row.id}}]->(:Entity)\n"
        "SET held = row.properties"
    )


def _written(names: list[str]) -> str:
    return "{" + ", ".join(f"{name}: row.{name}" for name in names) + "}"
