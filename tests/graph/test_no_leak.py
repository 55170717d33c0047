"""A17 and A18 on both databases: what a viewer may not see changes no byte of their answer, and a list is what checks by id allow."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
import pytest

from auth.reference import Clock, GraphEdge, GraphNode
from auth.reference import Question as Asked
from auth.rule import When
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from graph.model import LABELS, RELATIONSHIPS, Kind
from graph.views import VIEWS
from graph.views.view import Access
from tests.answering import Api
from tests.comparing import Asking, typed
from tests.examples import TIMES
from tests.graph.test_against_reference import OTHERS, PERSONS
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes

_DAY = 86_400_000
TEXTS = (*PERSONS, *OTHERS)
ROWS = tuple(view.label for view in VIEWS.values() if view.access is Access.ROWS)
Part = GraphNode | GraphEdge


@pytest.fixture
async def api(database: Database) -> Api:
    await database.write_all(writes([purposes()]))
    return Api(database)


# --- a fact that the viewer may not see ---


@dataclass(frozen=True, slots=True)
class Change:
    """A graph with one fact more, less or otherwise, and how a database comes there and back."""

    what: str
    graph: Made
    there: tuple[str, dict[str, Any]]
    back: tuple[str, dict[str, Any]]


_SET = {
    GraphNode: "MATCH (n:Entity {id: $id}) SET n = $properties",
    GraphEdge: "MATCH (:Entity {id: $start})-[r]->(:Entity {id: $end}) WHERE r.id = $id SET r = $properties",
}


def otherwise(graph: Made, part: Part, **properties: Any) -> Change:
    """The graph where a node or a relationship has other properties."""
    kept = {name: value for name, value in {**part.properties, **properties}.items() if value is not None}
    new = replace(part, properties=kept)
    nodes, edges = ([new if each is part else each for each in parts] for parts in (graph.nodes, graph.edges))
    ends = {"start": part.start, "end": part.end} if isinstance(part, GraphEdge) else {}

    def statement(of: Part) -> tuple[str, dict[str, Any]]:
        return _SET[type(of)], {"id": of.id, "properties": {"id": of.id, **of.properties}, **ends}

    made_ = Made(seed=graph.seed, nodes=nodes, edges=edges)  # type: ignore[arg-type]
    return Change(f"{part.id}: {properties}", made_, statement(new), statement(part))


def added(graph: Made, dice: random.Random) -> Change:
    """The graph with one more relationship of some kind."""
    by_label = {label: graph.ids(label) for label in LABELS}
    kind = dice.choice([each for each in RELATIONSHIPS if by_label[each.start] and any(by_label[end] for end in each.ends)])
    start, end = dice.choice(by_label[kind.start]), dice.choice([id_ for label in kind.ends for id_ in by_label[label]])
    required = {each.name: each.values[0] for each in kind.properties.values() if each.required}
    always = {"validFrom": NOW - 300 * _DAY, "registeredAt": NOW - 300 * _DAY, **required}
    edge = GraphEdge(id=f"more-{graph.seed}", type=kind.type, start=start, end=end, properties=always)
    text = f"MATCH (a:Entity {{id: $start}}) MATCH (b:Entity {{id: $end}}) CREATE (a)-[r:{kind.type}]->(b) SET r = $properties"
    there = {"start": start, "end": end, "properties": {"id": edge.id, **always}}
    gone = "MATCH (:Entity {id: $start})-[r]->(:Entity {id: $end}) WHERE r.id = $id DELETE r", {"start": start, "end": end, "id": edge.id}
    return Change(f"{start} {kind.type} {end}", replace(graph, edges=[*graph.edges, edge]), (text, there), gone)


def changes(graph: Made) -> Iterator[Change]:
    """Facts to tell, to take back, to begin, to end, and to be there beside the others."""
    dice = random.Random(graph.seed)  # noqa: S311 - not for secrets
    while True:
        node, edge = dice.choice(graph.nodes), dice.choice(graph.edges)
        texts = [
            each.name for each in LABELS[node.label].properties.values() if each.kind is Kind.TEXT and not (each.unique or each.values)
        ]
        if texts:
            yield otherwise(graph, node, **{dice.choice(texts): "Something else"})
        yield otherwise(graph, edge, retractedAt=None if "retractedAt" in edge.properties else NOW - 5 * _DAY)
        yield otherwise(graph, edge, **{dice.choice(("validFrom", "validTo")): NOW - dice.randint(-30, 500) * _DAY})
        yield added(graph, dice)
        yield otherwise(graph, node, retractedAt=None if "retractedAt" in node.properties else NOW - 5 * _DAY)


def question(graph: Made, viewer: Viewer) -> Asked:
    return Asked(graph=graph.graph, rules=INNSYN, viewer=viewer, clock=Clock(now=NOW, today=TODAY, asked=NOW))


def plain(answer: Any) -> bytes:
    return orjson.dumps([typed(answer.data), [(each.coordinate, each.code, each.count) for each in answer.denied], answer.problem])


REFERENCE = {text: Asking(text, now=NOW, today=TODAY) for text in TEXTS}
_CHANGES, _ASKED = 10 * TIMES, 6


@pytest.mark.parametrize("seed", [17, 2024])
async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_their_answer(api: Api, seed: int) -> None:
    """A17: whenever the reference gives the same view of two graphs, the API's answers are the same bytes."""
    graph, dice = made(seed), random.Random(seed)  # noqa: S311 - not for secrets
    await api.database.write_all(writes([graph]))
    found: Counter[str] = Counter()
    for change in (each for each, _ in zip(changes(graph), range(_CHANGES), strict=False)):
        asked = [each for each in dice.choices([(v, t) for v in graph.viewers() for t in TEXTS], k=_ASKED) if unseen(graph, change, *each)]
        before = [await api.ask(viewer, text, ids=ids(graph), first=2) for viewer, text in asked]
        await api.database.write(*change.there)
        after = [await api.ask(viewer, text, ids=ids(graph), first=2) for viewer, text in asked]
        await api.database.write(*change.back)
        for each, one, other in zip(asked, before, after, strict=True):
            assert one == other, (seed, change.what, each)
            found["told" if b'"data"' in one else "refused"] += 1
    assert found["told"] > _CHANGES


def ids(graph: Made) -> list[str]:
    return [*(node.id for node in graph.nodes), "unknown"]


def unseen(graph: Made, change: Change, viewer: Viewer, text: str) -> bool:
    """Whether the viewer's view of both graphs is the same."""
    one, other = (REFERENCE[text].reference(each.graph, viewer, ids=ids(graph), first=2) for each in (graph, change.graph))
    return plain(one) == plain(other)


@pytest.mark.parametrize("seed", [5, 29])
async def test_to_outsiders_the_hidden_and_the_unknown_are_one_answer(api: Api, seed: int) -> None:
    """A17: the same statement, the same bytes."""
    graph, seen = made(seed), list[str]()
    await api.database.write_all(writes([graph]))
    api.database.on_statement = seen.append
    text = "query one($id: ID!) { person(id: $id) { id name { full } access { decision } family { totalCount } } }"
    asked, hidden = REFERENCE[PERSONS[0]], 0
    for viewer in (each for each in graph.viewers() if each.kind in (ViewerKind.PERSON, ViewerKind.CLIENT)):
        nobody = await api.ask(viewer, text, id="unknown")
        for id_ in graph.ids("Person"):
            data = asked.reference(graph.graph, viewer, ids=[id_]).data
            if data is not None and data["nodes"] == [None]:
                assert await api.ask(viewer, text, id=id_) == nobody
                hidden += 1
    assert hidden > 5
    assert len(set(seen)) == 2


# --- a list is what checks by id allow ---

CONNECTIONS = {
    "family": "Person",
    "employments": "Business",
    "businessRoles": "Business",
    "mandatesGiven": "Mandate",
    "mandatesHeld": "Mandate",
    "cases": "Case",
    "activities": "Activity",
    "devices": "Device",
    "dialogues": "Dialogue",
    "servedBy": "Unit",
}


def page(name: str) -> str:
    return f"""query page($id: ID!, $first: Int, $after: String) {{ person(id: $id) {{ {name}(first: $first, after: $after) {{
      totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{ id }} }} }} }} }}"""


_ROW_IDS = " ".join(f"... on {label} {{ id }}" for label in ROWS)
BY_ID = f"query byId($ids: [ID!]!) {{ nodes(ids: $ids) {{ {_ROW_IDS} }} }}"


async def connection(api: Api, viewer: Viewer, id_: str, name: str, **given: Any) -> Mapping[str, Any] | None:
    person = (await api.data(viewer, page(name), id=id_, **given))["person"]
    return person[name] if person else None


async def joined(api: Api, viewer: Viewer, id_: str, name: str, size: int) -> list[Any]:
    """All pages of that size, one after the other."""
    found: list[Any] = []
    after = None
    while (one := await connection(api, viewer, id_, name, first=size, after=after)) is not None:
        assert len(one["edges"]) <= size
        found += one["edges"]
        if not one["pageInfo"]["hasNextPage"]:
            return found
        after = one["pageInfo"]["endCursor"]
    raise AssertionError("a list went away between two pages")


def readers(graph: Made) -> list[tuple[Viewer, str]]:
    """Viewers, each with a person of whom they may read something."""
    found = []
    for viewer in graph.viewers():
        asked = question(graph, viewer)
        persons = [asked.graph.nodes[id_] for id_ in graph.ids("Person")] if asked.permitted else []
        found += [(viewer, each.id) for each in persons if not asked.decide(each).denied and viewer.case is None]
    return found


@pytest.mark.long_to_plan
@pytest.mark.parametrize("seed", [8, 34])
async def test_pages_of_two_joined_are_the_whole_list(api: Api, seed: int) -> None:
    """A18: never cut, never twice, and `totalCount` counts just these."""
    graph, rows = made(seed), 0
    await api.database.write_all(writes([graph]))
    for viewer, id_ in readers(graph):
        for name in CONNECTIONS:
            whole = await connection(api, viewer, id_, name, first=100)
            if whole is not None:
                assert whole["totalCount"] == len(whole["edges"])
                assert await joined(api, viewer, id_, name, 2) == whole["edges"], (viewer, id_, name)
                rows += len(whole["edges"])
    assert rows > 5


@pytest.mark.parametrize("seed", [8, 34])
async def test_a_list_shows_the_rows_that_a_check_by_id_allows(api: Api, seed: int) -> None:
    """A8, A18: check and list agree, and a row outside the mask is neither there nor counted."""
    graph, compared = made(seed), 0
    await api.database.write_all(writes([graph]))
    all_ = [node.id for node in graph.nodes if node.label in ROWS]
    for viewer in dict.fromkeys(viewer for viewer, _ in readers(graph)):
        allowed = {each["id"] for each in (await api.data(viewer, BY_ID, ids=all_))["nodes"] if each}
        listed: set[str] = set()
        for id_ in graph.ids("Person"):
            for name in (name for name, label in CONNECTIONS.items() if label in ROWS):
                whole = await connection(api, viewer, id_, name, first=100)
                listed |= {each["node"]["id"] for each in whole["edges"]} if whole else set()
        assert listed <= allowed, (viewer, listed - allowed)
        assert {id_ for id_ in allowed if hangs_on_persons_alone(graph, viewer, id_)} <= listed, (viewer, allowed - listed)
        compared += len(allowed)
    assert compared > 5


def hangs_on_persons_alone(graph: Made, viewer: Viewer, id_: str) -> bool:
    """Whether the row is open through persons, not through what else it hangs on or by itself."""
    asked = question(graph, viewer)
    node = asked.graph.nodes[id_]
    rows: Sequence[Any] = [row for row in INNSYN.rows if row.label == node.label and row.holder != "Person"]
    elsewhere = any(asked.exists(row.pattern, {"row": node}, When.NOW) for row in rows)
    return not elsewhere and asked.decide(node).denied
