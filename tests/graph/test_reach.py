"""`whatCanISee` on both databases: whom the reference opens, by id, page by page; a list is what checks by id allow."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.viewer import Viewer, ViewerKind
from tests.answering import Api
from tests.asking import QUERIES
from tests.comparing import Asking, compared
from tests.databases import Server
from tests.examples import TIMES, examples
from tests.graph.test_no_leak import Change, changes, plain
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes
from tests.tiny import Part, employee, handler, made_of, person, role

TEXT = QUERIES["whatCanISee"]
REACH = Asking(TEXT, now=NOW, today=TODAY)
CATEGORIES = (None, None, None, "CARD", "ADDRESS", "CASES", "DEVICES", "TRACE", "SERVICE", "OPEN")
THEMES = (None, None, "AAP", "SYK", "FAR", "none")
COMPARED: Counter[str] = Counter()


async def held(server: Server, graph: Made) -> Made:
    """The graph, alone in the database: reach looks through all of it."""
    await server.migrate()
    await server.clear()
    for each in (purposes(), graph):
        await server.database.write_all(writes([each]))
    return graph


def _given(**values: Any) -> dict[str, Any]:
    return {"category": None, "theme": None, **values}


@examples(20)
@given(seed=st.integers(0, 2**31), dice=st.randoms(use_true_random=False))
async def test_every_viewer_reaches_whom_the_reference_opens(server: Server, seed: int, dice: random.Random) -> None:
    graph = await held(server, made(seed))
    for viewer in graph.viewers():
        for _ in range(4):
            values = _given(category=dice.choice(CATEGORIES), theme=dice.choice(THEMES), first=dice.choice((0, 1, 2, 100)))
            found = compared(await REACH.database(server.database, viewer, **values))
            assert found == compared(REACH.reference(graph.graph, viewer, **values)), (seed, viewer, values)
            COMPARED[server.database.engine] += (found[0] or {}).get("whatCanISee", {}).get("totalCount", 0)


# --- pages ---


async def page(server: Server, viewer: Viewer, **values: Any) -> dict[str, Any]:
    data = (await REACH.database(server.database, viewer, **_given(**values))).data
    return dict(data["whatCanISee"]) if data else {"edges": [], "pageInfo": {"hasNextPage": False}}


async def joined(server: Server, viewer: Viewer, size: int) -> list[Any]:
    """All pages of that size, one after the other."""
    found = await page(server, viewer, first=size)
    edges = list(found["edges"])
    while found["pageInfo"]["hasNextPage"]:
        assert len(found["edges"]) == size
        found = await page(server, viewer, first=size, after=[found["edges"][-1]["node"]["id"]])
        edges += found["edges"]
    return edges


@pytest.mark.parametrize("seed", [7, 60])
async def test_pages_joined_are_the_whole(server: Server, seed: int) -> None:
    graph = await held(server, made(seed))
    for viewer in graph.viewers():
        whole = (await page(server, viewer, first=100))["edges"]
        for size in (1, 2, 7):
            assert await joined(server, viewer, size) == whole, (viewer, size)


_HIDDEN: dict[int, dict[str, Any]] = {0: {"screenedAt": None}, 1: {"retractedAt": 1}}


def crowd(reach: str, dice: random.Random) -> Made:
    """An office, and 200 persons of its area written in any order; every third is hidden from it, in one way or another."""
    many: list[Part] = []
    for number in dice.sample(range(1000), 200):
        id_ = f"p-{number:03}"
        hidden = _HIDDEN.get(number % 9, {})
        many += [person(id_, **hidden), edge(id_, "BELONGS_TO", "town")]
        many += [edge(id_, "PROTECTED_AS", "protection:CONFIDENTIAL")] if number % 9 == 2 else []
    served: list[Part] = [node("Area", "town", code="town", kind="MUNICIPALITY"), edge("anna-unit", "SERVES", "town")]
    return made_of(*role("role", reach), *employee("anna", "role"), *served, *many)


@pytest.mark.parametrize("reach", ["LOCAL", "NATIONAL"])
async def test_a_crowd_comes_in_order_and_none_is_left_out(server: Server, reach: str) -> None:
    """Rows are put in order before they are decided, and must keep it."""
    graph = await held(server, crowd(reach, random.Random(reach)))  # noqa: S311 - not for secrets
    expected = REACH.reference(graph.graph, handler("anna"), **_given(first=1000)).data
    assert expected is not None
    for size in (7, 100):
        found = [each["node"]["id"] for each in await joined(server, handler("anna"), size)]
        assert found == [each["node"]["id"] for each in expected["whatCanISee"]["edges"]]
        assert 100 < len(found) < 200


# --- no trace of the hidden ---

_CHANGES, _ASKED = 12 * TIMES, 6


@pytest.mark.parametrize("seed", [17, 2024])
async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_their_reach(server: Server, seed: int) -> None:
    """A17: whenever the reference gives the same reach in two graphs, the API's answers are the same bytes."""
    graph, dice = await held(server, made(seed)), random.Random(seed)  # noqa: S311 - not for secrets
    api, told = Api(server.database), 0
    for change in (each for each, _ in zip(changes(graph), range(_CHANGES), strict=False)):
        asked = [each for each in dice.choices(graph.viewers(), k=_ASKED) if unseen(graph, change, each)]
        before = [await api.ask(viewer, TEXT, first=2) for viewer in asked]
        await server.database.write(*change.there)
        after = [await api.ask(viewer, TEXT, first=2) for viewer in asked]
        await server.database.write(*change.back)
        for viewer, one, other in zip(asked, before, after, strict=True):
            assert one == other, (seed, change.what, viewer)
            told += b'"data"' in one
    assert told > _CHANGES


def unseen(graph: Made, change: Change, viewer: Viewer) -> bool:
    """Whether the viewer reaches the same in both graphs."""
    one, other = (REACH.reference(each.graph, viewer, **_given(first=2)) for each in (graph, change.graph))
    return plain(one) == plain(other)


# --- a list is what checks allow ---


@pytest.mark.parametrize("seed", [8, 34])
async def test_the_reach_is_those_of_whom_a_check_by_id_opens_something(server: Server, seed: int) -> None:
    graph, api = await held(server, made(seed)), Api(server.database)
    text = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { id access { decision } } } }"
    for viewer in (each for each in graph.viewers() if each.case is None and each.key != "nobody"):
        answer = await api.ask(viewer, text, ids=graph.ids("Person"))
        nodes = (await api.data(viewer, text, ids=graph.ids("Person")))["nodes"] if b'"data"' in answer else []
        opened = sorted(each["id"] for each in nodes if each and each["access"]["decision"] != "DENIED")
        assert [each["node"]["id"] for each in (await page(server, viewer, first=100))["edges"]] == opened, viewer


async def test_those_beyond_what_is_counted_are_told_as_too_many(server: Server) -> None:
    """A18: neither a number nor rules, of which some might be missing."""
    graph = made_of(*role("role", "NATIONAL"), *employee("anna", "role"), *(person(f"p-{number:05}") for number in range(10_001)))
    await held(server, graph)
    found = await REACH.database(server.database, handler("anna"), **_given(first=1))
    assert found.data is not None
    assert (found.data["whatCanISee"]["totalCount"], found.data["whatCanISee"]["rules"]) == (None, None)
    told = {(each.coordinate, each.code) for each in found.denied}
    assert {("PersonConnection.totalCount", "TOO_MANY"), ("PersonConnection.rules", "TOO_MANY")} <= told


async def test_an_analyst_and_who_is_unknown_reach_nobody(server: Server) -> None:
    await held(server, made_of(person("kari")))
    for viewer in (Viewer(kind=ViewerKind.ANALYST, key="anna"), Viewer(kind=ViewerKind.PERSON, key="nobody")):
        assert (await page(server, viewer, first=10))["edges"] == []


async def test_enough_was_reached(server: Server) -> None:
    assert COMPARED[server.database.engine] > 100
