"""Hints put to the proof: the graph where a missing fact is there, the graph where a fact has ended, and what must be hinted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from auth.category import PLACES, Category
from auth.decide import Decision, Pair, entry
from auth.pattern import parse
from auth.reference import Clock, GraphEdge, GraphNode, Question
from auth.rule import CoversOf, Grant, When, parts_of
from auth.rules import INNSYN
from auth.viewer import Viewer
from tests.comparing import Asking
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made
from tests.naive_reasons import opened

_FACT = "relationship start { label id name } end { label id name }"
ASKED = f"""query hints($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Person {{ id access {{
  decision denials {{ code }} grants {{ rule text(language: EN) validTo path {{ id name }} }}
  categories {{ category allowed themes reasons {{ rule text path {{ id name }} }}
    missing {{ rule text(language: EN) facts {{ {_FACT} }} }} endings {{ text(language: EN) fact {{ {_FACT} }} }} }} }} }} }} }}"""
HINTED = Asking(ASKED, now=NOW, today=TODAY)
Row = Mapping[str, Any]


def question(graph: Made, viewer: Viewer) -> Question:
    return Question(graph=graph.graph, rules=INNSYN, viewer=viewer, clock=Clock(now=NOW, today=TODAY, asked=NOW))


OTHER = node("Theme", "theme:PEN", code="PEN", registeredAt=0)
"""A theme that nothing in the graphs is about."""


def with_facts(graph: Made, facts: Iterable[Row]) -> Made:
    """The graph where these facts are there too, of another theme where one tells none."""
    founded = {"registeredAt": 0, "legalBasis": "Law"}
    laid = [edge(each["start"]["id"], each["relationship"], each["end"]["id"] or OTHER.id, **founded) for each in facts]
    return replace(graph, nodes=[*graph.nodes, OTHER], edges=[*graph.edges, *laid])


def without(graph: Made, endings: Iterable[Row], viewer: Viewer) -> Made:
    """The graph where these facts of the viewer have ended."""
    label = {node.id: node.label for node in graph.graph.nodes.values()}
    facts, me = [each["fact"] for each in endings], question(graph, viewer).node

    def ended(it: GraphEdge) -> bool:
        return any(me is not None and _meant(fact, it, me, label) for fact in facts)

    edges = [replace(each, properties={**each.properties, "validTo": NOW}) if ended(each) else each for each in graph.edges]
    return replace(graph, edges=edges)


def _meant(fact: Row, it: GraphEdge, viewer: GraphNode, label: Mapping[str, str]) -> bool:
    mine, far, ids = ("start", "end", (it.start, it.end)) if fact["start"]["id"] == viewer.id else ("end", "start", (it.end, it.start))
    same = (it.type, ids[0], label[ids[1]]) == (fact["relationship"], fact[mine]["id"], fact[far]["label"])
    return same and fact[far]["id"] in (None, ids[1])


def core(asked: Question, subject: GraphNode) -> bool:
    """Whether a core denial stands between the two, and nothing passes it."""
    pair = Pair.of(INNSYN, asked.viewer.kind, subject.label)
    return asked.decide(subject).denied and any(asked.codes(denial, subject) for denial in pair.core)


def expected(graph: Made, asked: Question, subject: GraphNode) -> Iterator[tuple[Category, Row]]:
    """Single facts of the viewer's roles, mandates and purpose by which a way that is told would give one category more."""
    ways = [(grant, path) for grant, path in _ways(asked, subject) if opened(asked, grant, path, subject)]
    for category in (each for each in Category if ways and _sayable(asked.decide(subject), each)):
        for start in _starts(asked):
            fact = {"relationship": "COVERS", "start": {"id": start}, "end": {"id": f"category:{category}"}}
            changed = question(with_facts(graph, [fact]), asked.viewer)
            if any(entry(category) in changed.given_by(grant, path) for grant, path in ways):
                yield category, fact


def _ways(asked: Question, subject: GraphNode) -> Iterator[tuple[Grant, Any]]:
    for grant in Pair.of(INNSYN, asked.viewer.kind, subject.label).grants:
        parts = list(parts_of(grant.gives))
        # What the subject's side covers beyond what is open is not the viewer's to know.
        if len(parts) == 1 or not any(isinstance(part, CoversOf) for part in parts):
            yield from ((grant, path) for path in asked.paths(grant, subject))


def _sayable(decision: Decision, category: Category) -> bool:
    closed = category is not Category.OPEN and entry(category) not in decision.mask
    return closed and (category not in PLACES or any(decision.opens(each) for each in PLACES))


def own(asked: Question) -> frozenset[tuple[str, ...]]:
    """The viewer's roles with what they cover and handle, and what their purpose covers."""
    paths = [f"{_HELD}, (at)-[:COVERS]->(far:Category)", f"{_HELD}, (at)-[:HANDLES]->(far:Theme)", f"{_HELD}, (far:Position)"]
    matches = [match for path in paths for match in asked.match(parse(path), {}, When.NOW)] if asked.node else []
    roles = {(str(sorted(getattr(each, "id", "") for each in match.values())),) for match in matches}
    return frozenset({*roles, tuple(sorted(asked.covered))})


_HELD = "(viewer)-[:HOLDS]->(:Position)-[:IN]->(at:Role)"


def _starts(asked: Question) -> set[str]:
    paths = [_HELD, "(viewer:Person)<-[:TO]-(at:Mandate)", "(viewer:Person)<-[:TO]-(:Mandate)-[:COVERS]->(at:Task)"]
    found = {match["at"] for path in paths for match in asked.match(parse(path), {}, When.NOW)} if asked.node else set()
    purposes = {f"purpose:{asked.viewer.purpose}"} if asked.viewer.kind.states_purpose else set()
    return {each.id for each in found if isinstance(each, GraphNode)} | purposes
