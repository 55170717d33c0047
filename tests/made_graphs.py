"""Small graphs made from a seed: every label and relationship that a rule or view speaks of, with times, retractions and nulls.

Reference nodes are shared by all graphs; everything else carries the seed in its id, so that many fit into one database at once.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from auth.category import Category
from auth.pattern import Pattern, parse
from auth.reference import Graph, GraphEdge, GraphNode
from auth.rule import Closes, Denial, Grant
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.model import LABELS, RELATIONSHIPS, Kind, between

NOW = 1_790_000_000_000
TODAY = date(2026, 9, 21)
_DAY = 86_400_000

THEMES = {"AAP": False, "HJE": False, "FAR": True, "SYK": False}
PROTECTIONS = (
    "STRICTLY_CONFIDENTIAL",
    "STRICTLY_CONFIDENTIAL_ABROAD",
    "CONFIDENTIAL",
    "SHIELDED",
    "DECEASED",
    "ABROAD",
    "UNKNOWN_RESIDENCE",
)
PURPOSES: dict[str, Sequence[Category]] = {"WIDE": tuple(Category)[:-1], "NARROW": (Category.CARD, Category.CASES, Category.ADDRESS)}
_COUNTS = {
    "Person": 5,
    "Employee": 3,
    "Position": 3,
    "Role": 3,
    "Unit": 3,
    "Area": 2,
    "Address": 3,
    "Household": 2,
    "Identifier": 2,
    "Business": 3,
    "Municipality": 1,
    "Client": 1,
    "Case": 3,
    "Activity": 2,
    "Device": 2,
    "Dialogue": 2,
    "Mandate": 3,
    "Task": 1,
    "Consent": 2,
    "Override": 2,
}
_FIXED = {
    "Category": [str(each) for each in Category],
    "Theme": list(THEMES),
    "Protection": list(PROTECTIONS),
    "Purpose": list(PURPOSES),
}
_ALWAYS = frozenset({"kind", "part", "role", "status"})
_WEIGHED: dict[str, dict[Any, int]] = {
    "screenedAt": {None: 12, NOW - _DAY: 88},
    "theme": {None: 8, "HJE": 2},
    "form": {"AS": 5, "ENK": 4, None: 1},
    "reach": {"LOCAL": 6, "NATIONAL": 2, "ASSIGNED": 3},
    "closedAt": {None: 7, NOW: 1, NOW - _DAY: 1, NOW + _DAY: 1},
    "revokedAt": {None: 8, NOW - _DAY: 1, NOW + _DAY: 1},
    "withdrawnAt": {None: 8, NOW - _DAY: 1, NOW + _DAY: 1},
    "deathDate": {None: 14, date(2025, 9, 21): 1, date(2025, 9, 20): 1, date(2019, 1, 1): 1, date(2026, 9, 1): 1},
    "birthDate": {date(1980, 2, 29): 5, date(2008, 9, 21): 1, date(2008, 9, 22): 1, date(2016, 2, 29): 3, None: 1},
}
_AREAS = {"MUNICIPALITY": 6, "DISTRICT": 4, "COUNTRY": 1, "UNKNOWN": 1}
_LIFTS = (["OUTSIDE_AREA"], ["DECEASED"], ["LIVES_ABROAD", "UNKNOWN_RESIDENCE", "DECEASED", "GUARDIAN_OF_SUBJECT"], ["CONFIDENTIAL"], None)
_ACTIONS = (["READ"], ["READ", "WRITE"], ["READ"], ["READ", "COMMUNICATE"], ["WRITE"], None)
_PLANTED = 16
"""How many paths of rules are laid in a graph, which chance alone would seldom lay; and what must stand beside them to open."""
_BESIDE = {
    "employee": (
        "(viewer:Employee)-[:HOLDS]->(position:Position)-[:IN]->(role:Role)-[:MAY_STATE]->(purpose:Purpose {code: 'WIDE'}), "
        "(role)-[:COVERS]->(category:Category), (role)-[:COVERS]->(rows:Category {code: 'CASES'}), (role)-[:HANDLES]->(theme:Theme)"
    ),
    "client": "(viewer:Client)-[:MAY_STATE]->(stated:Purpose {code: 'WIDE'})",
    "mandate": "(mandate:Mandate)-[:COVERS]->(covered:Theme|Category)",
    "task": "(task:Task)-[:COVERS]->(covered:Theme|Category)",
    "consent": "(consent:Consent)-[:COVERS]->(covered:Theme|Category), (consent)-[:FOR]->(purpose:Purpose {code: 'WIDE'})",
}

_LEFT_OUT = frozenset(
    {"PARENT_OF", "PARTNER_OF", "PROTECTED_AS", "MEMBER_OF", "LOCKED_TO", "HOLDS", "IN", "COVERS", "MAY_STATE", "IS", "AT"}
)
_WIDER = {
    "employee": (
        "(viewer:Employee)-[:IS]->(self:Person)",
        "(position:Position)-[:IN]->(role:Role)-[:COVERS]->(one:Category {code: 'MANDATES'}), (role)-[:HANDLES]->(theme:Theme)",
        "(position:Position)-[:IN]->(role:Role)-[:COVERS]->(one:Category {code: 'ADDRESS'}), (role)-[:COVERS]->(other:Category)",
        "(position:Position)-[:IN]->(role:Role)-[:COVERS]->(one:Category {code: 'ACTIVITIES'}), (role)-[:COVERS]->(other:Category)",
    ),
}
"""What makes it likely that a path opens something, and that what stands on it is read: who an employee is, and wider roles."""
_DENSE = {"HOLDS": 2, "IN": 2, "COVERS": 6, "IS": 2, "BELONGS_TO": 2, "SERVES": 2, "MAY_STATE": 2, "HAS_ADDRESS": 2, "CONCERNS": 2}


def _reference_node(label: str, code: str) -> GraphNode:
    secret = {"secret": THEMES[code]} if label == "Theme" else {}
    return GraphNode(
        id=f"{label.lower()}:{code}", label=label, properties={"code": code, "name": code.title(), "registeredAt": 0, **secret}
    )


REFERENCE_NODES = tuple(_reference_node(label, code) for label, codes in _FIXED.items() for code in codes)
REFERENCE_EDGES = (
    GraphEdge(
        id="opens",
        type="OPENS",
        start="protection:STRICTLY_CONFIDENTIAL",
        end="protection:STRICTLY_CONFIDENTIAL_ABROAD",
        properties={"validFrom": 0, "registeredAt": 0},
    ),
    *(
        GraphEdge(
            id=f"{purpose}-{category}",
            type="COVERS",
            start=f"purpose:{purpose}",
            end=f"category:{category}",
            properties={"validFrom": 0, "registeredAt": 0},
        )
        for purpose, covered in PURPOSES.items()
        for category in covered
    ),
)


@dataclass(slots=True, kw_only=True)
class Made:
    """One graph, without the reference nodes that all share."""

    seed: int
    nodes: list[GraphNode] = field(default_factory=list)
    edges: list[GraphEdge] = field(default_factory=list)

    @property
    def graph(self) -> Graph:
        """The whole of it, with what is shared."""
        return Graph.of([*REFERENCE_NODES, *self.nodes], [*REFERENCE_EDGES, *self.edges])

    def ids(self, label: str) -> list[str]:
        """Ids of its own nodes of a label."""
        return [node.id for node in self.nodes if node.label == label]

    def viewers(self) -> list[Viewer]:
        """Everyone who can ask, and some who cannot be found."""
        key = {kind: [str(n.properties.get(kind.key, n.id)) for n in self.nodes if n.label == kind.label] for kind in ViewerKind}
        employees = [
            Viewer(kind=ViewerKind.EMPLOYEE, key=ident, purpose=purpose)
            for ident in [*key[ViewerKind.EMPLOYEE], "nobody"]
            for purpose in ("WIDE", "NARROW")
        ]
        persons = [Viewer(kind=ViewerKind.PERSON, key=id_) for id_ in [*key[ViewerKind.PERSON], "nobody"]]
        clients = [Viewer(kind=ViewerKind.CLIENT, key=id_, purpose="WIDE") for id_ in key[ViewerKind.CLIENT]]
        cased = [
            Viewer(kind=ViewerKind.EMPLOYEE, key=ident, purpose="WIDE", case=case)
            for ident in key[ViewerKind.EMPLOYEE][:1]
            for case in self.ids("Case")[:1]
        ]
        return [*employees, *cased, *persons, *clients, Viewer(kind=ViewerKind.ANALYST, key="someone")]


def made(seed: int) -> Made:
    """The graph of a seed."""
    return _Maker(seed=seed, dice=random.Random(seed)).made()  # noqa: S311 - not for secrets


def granted(seed: int) -> Made:
    """The graph of a seed where much is open: for what is told of it, which needs a decision that opens something."""
    return _Maker(seed=seed, dice=random.Random(seed), closing=False).made()  # noqa: S311 - not for secrets


@dataclass(slots=True, kw_only=True)
class _Maker:
    seed: int
    dice: random.Random
    closing: bool = True
    """Whether relations that close are as common as those that open."""

    def made(self) -> Made:
        found = Made(seed=self.seed)
        found.nodes = [self.node(label, number) for label, most in _COUNTS.items() for number in range(self.dice.randint(1, most))]
        if not self.closing:
            found.nodes = [_open(node) for node in found.nodes]
        by_label = {label: [node.id for node in found.nodes if node.label == label] for label in LABELS}
        by_label |= {label: [f"{label.lower()}:{code}" for code in codes] for label, codes in _FIXED.items()}
        for relationship in RELATIONSHIPS:
            if relationship.start in _FIXED or relationship.start not in _COUNTS or (relationship.type in _LEFT_OUT and not self.closing):
                continue
            for start in by_label[relationship.start]:
                for _ in range(self.dice.choice((0, 1, _DENSE.get(relationship.type, 1)))):
                    ends = [each for each in by_label[self.dice.choice(relationship.ends)] if each != start]
                    if ends:
                        properties = {p.name: self.value(p.kind, p.values, p.name) for p in relationship.properties.values()}
                        found.edges.append(self.edge(len(found.edges), relationship.type, start, self.dice.choice(ends), properties))
        for rule in self.rules():
            at = self.plant(rule.pattern, found, by_label, {})
            kinds = [name.split("-")[0] for name in at.values()]
            for beside in (_BESIDE[name] for name in ("employee", "client", "mandate", "task", "consent") if name in kinds):
                for pattern in map(parse, (beside, *(() if self.closing else _WIDER.get(kinds[0], ())))):
                    self.plant(pattern, found, by_label, {name: id_ for name, id_ in at.items() if pattern.node(name)})
        return found

    def rules(self) -> Sequence[Grant | Denial]:
        """Those whose paths are laid."""
        if self.closing:
            return self.dice.choices((*INNSYN.grants, *INNSYN.grants, *INNSYN.denials), k=_PLANTED)
        return self.dice.choices(INNSYN.grants, k=12) + self.dice.choices(
            [each for each in INNSYN.denials if each.closes is Closes.PLACES], k=2
        )

    def plant(self, pattern: Pattern, found: Made, by_label: dict[str, list[str]], at: dict[str, str]) -> dict[str, str]:
        """Lay the path of a rule: its nodes among those that are there, its relationships new; one that needs a property has it."""
        nodes = {node.id: node for node in (*REFERENCE_NODES, *found.nodes)}
        for wanted in pattern.nodes:
            if wanted.variable in at:
                continue
            label = self.dice.choice(wanted.labels or self.ends(pattern, wanted.variable) or ("Person",))
            fit = [id_ for id_ in by_label[label] if all(nodes[id_].properties.get(name) == value for name, value in wanted.properties)]
            if not fit and label not in _FIXED:
                node = self.node(label, len(found.nodes) + 100)
                found.nodes.append(replace(node, properties={**node.properties, **dict(wanted.properties)}))
                by_label[label].append(node.id)
                fit = [node.id]
            if not fit:
                return {}
            at[wanted.variable] = self.dice.choice(fit)
        for edge in pattern.edges:
            start, end = at[edge.start], at[edge.end]
            labels = {id_: name for name, ids in by_label.items() for id_ in ids}
            kind = next((kind for type_ in edge.types if (kind := between(type_, labels[start], labels[end])) is not None), None)
            seated = kind is not None and kind.type == "AT" and any(each.start == start and each.type == "AT" for each in found.edges)
            if kind is not None and start != end and not seated:
                properties = {each.name: self.value(each.kind, each.values, each.name) for each in kind.properties.values()}
                laid = self.edge(len(found.edges), kind.type, start, end, {**properties, **dict(edge.properties)})
                steady = {"validFrom": NOW - 400 * _DAY, "registeredAt": NOW - 390 * _DAY}
                kept = {name: value for name, value in laid.properties.items() if name not in ("validTo", "retractedAt")}
                found.edges.append(laid if self.dice.random() < 0.2 else replace(laid, properties={**kept, **steady}))
        return at

    @staticmethod
    def ends(pattern: Pattern, variable: str) -> tuple[str, ...]:
        """Labels that a node without one can have, by the relationships at it."""
        return tuple(
            label
            for edge in pattern.edges
            for kind in RELATIONSHIPS
            if kind.type in edge.types
            for label in (*([kind.start] if edge.start == variable else []), *(kind.ends if edge.end == variable else []))
        )

    def node(self, label: str, number: int) -> GraphNode:
        id_ = f"{label.lower()}-{self.seed}-{number}"
        properties: dict[str, Any] = {}
        for declared in LABELS[label].properties.values():
            if declared.unique:
                properties[declared.name] = f"{declared.name}-{self.seed}-{number}"
            elif not declared.derived:
                properties[declared.name] = self.value(declared.kind, declared.values, declared.name)
        if label == "Area":
            properties["kind"] = self.dice.choices(list(_AREAS), weights=list(_AREAS.values()))[0]
        if LABELS[label].lasts:
            properties |= self.span()
        properties |= self.facts(retracted=0.04)
        return GraphNode(id=id_, label=label, properties=_known(properties))

    def edge(self, number: int, type_: str, start: str, end: str, properties: dict[str, Any]) -> GraphEdge:
        return GraphEdge(
            id=f"e-{self.seed}-{number}",
            type=type_,
            start=start,
            end=end,
            properties=_known({**properties, **self.span(), **self.facts(retracted=0.07)}),
        )

    def span(self) -> dict[str, Any]:
        """Mostly open; ended, ending now, beginning now, not yet begun; rarely without a beginning."""
        begins = self.dice.choices((NOW - 400 * _DAY, NOW, NOW + _DAY, NOW - 1, None), weights=(80, 5, 6, 5, 4))[0]
        ends = self.dice.choices((None, NOW, NOW - 30 * _DAY, NOW + _DAY, NOW + 1), weights=(78, 6, 7, 5, 4))[0]
        return {"validFrom": begins, "validTo": ends}

    def facts(self, *, retracted: float) -> dict[str, Any]:
        registered = NOW - self.dice.choice((1, 100, 390)) * _DAY
        return {
            "registeredAt": registered,
            "retractedAt": NOW - self.dice.choice((10, 50)) * _DAY if self.dice.random() < retracted else None,
            "source": self.dice.choice(("FREG", "NAV")),
        }

    def value(self, kind: Kind, values: tuple[str, ...], name: str) -> Any:
        weighed = _WEIGHED.get(name)
        if weighed:
            return self.dice.choices(list(weighed), weights=list(weighed.values()))[0]
        if name not in _ALWAYS and self.dice.random() < 0.12:
            return None
        match kind:
            case Kind.TEXT:
                return self.dice.choice(values) if values else f"{name} {self.dice.randint(1, 9)}"
            case Kind.TEXTS:
                return self.dice.choice(_LIFTS if name == "lifts" else _ACTIONS)
            case Kind.INTEGER | Kind.NUMBER:
                return self.dice.randint(1, 100)
            case Kind.BOOLEAN:
                return self.dice.random() < 0.4
            case Kind.DATE:
                return date(self.dice.randint(1930, 2025), self.dice.randint(1, 12), self.dice.randint(1, 28))
            case Kind.INSTANT:
                return NOW - self.dice.randint(1, 1000) * _DAY


def _open(node: GraphNode) -> GraphNode:
    """A node that nothing about it closes."""
    told: dict[str, dict[str, Any]] = {
        "Person": {"screenedAt": NOW - _DAY, "deathDate": None},
        "Mandate": {"actions": ["READ"], "revokedAt": None},
        "Case": {"closedAt": None},
    }
    kept = {**node.properties, **told.get(node.label, {}), "retractedAt": None}
    return replace(node, properties=_known(kept))


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def purposes() -> Made:
    """What all graphs share beyond the reference data that the migrations bring."""
    nodes = [node for node in REFERENCE_NODES if node.label == "Purpose"]
    edges = [edge for edge in REFERENCE_EDGES if edge.type == "COVERS"]
    return Made(seed=-1, nodes=nodes, edges=edges)


def writes(graphs: Iterable[Made]) -> list[tuple[str, dict[str, Any]]]:
    """Statements that put the graphs into a migrated database, one a label and one a kind of relationship."""
    all_ = list(graphs)
    nodes = [node for each in all_ for node in each.nodes]
    edges = [edge for each in all_ for edge in each.edges]
    label = {node.id: node.label for node in (*REFERENCE_NODES, *nodes)}
    rows: dict[str, list[dict[str, Any]]] = {}
    for node in nodes:
        text = f"UNWIND $rows AS row CREATE (n:Entity:{node.label}) SET n = row"
        rows.setdefault(text, []).append({"id": node.id, **node.properties})
    for edge in edges:
        text = (
            f"UNWIND $rows AS row MATCH (a:{label[edge.start]} {{id: row.start}}) MATCH (b:{label[edge.end]} {{id: row.end}}) "
            f"CREATE (a)-[r:{edge.type}]->(b) SET r = row.properties"
        )
        rows.setdefault(text, []).append({"start": edge.start, "end": edge.end, "properties": {"id": edge.id, **edge.properties}})
    return [(text, {"rows": found}) for text, found in rows.items()]
