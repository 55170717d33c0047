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
from tests.graph.test_access import iso
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


# --- as of then ---

THEN_TEXT = TEXT.replace("$after: String)", "$after: String, $at: DateTime)").replace("after: $after)", "after: $after, at: $at)")
THEN = Asking(THEN_TEXT, now=NOW, today=TODAY)
THEN_COMPARED: Counter[str] = Counter()
_DAY = 86_400_000
_PASTS = (1, 20, 35, 90, 200, 400)


@examples(12)
@given(seed=st.integers(0, 2**31), dice=st.randoms(use_true_random=False))
async def test_every_viewer_reaches_of_then_whom_the_reference_opened(server: Server, seed: int, dice: random.Random) -> None:
    """A15: judged then, and only those of whom something is open now."""
    graph = await held(server, made(seed))
    for viewer in graph.viewers():
        for _ in range(3):
            at = dice.choice([None, NOW, NOW + _DAY, *(NOW - days * _DAY for days in _PASTS)])
            values = _given(category=dice.choice(CATEGORIES), theme=dice.choice(THEMES), first=dice.choice((0, 1, 2, 100)), at=at)
            found = compared(await THEN.database(server.database, viewer, **values))
            assert found == compared(THEN.reference(graph.graph, viewer, **values)), (seed, viewer, values)
            THEN_COMPARED[server.database.engine] += (found[0] or {}).get("whatCanISee", {}).get("totalCount", 0)


async def test_enough_was_reached_of_then(server: Server) -> None:
    assert THEN_COMPARED[server.database.engine] > 30


@pytest.mark.parametrize("seed", [8, 34])
async def test_the_reach_of_then_is_those_of_whom_access_of_then_opens_something(server: Server, seed: int) -> None:
    graph = await held(server, made(seed))
    asked = Asking(
        "query ($subjects: [ID!]!, $at: DateTime) { checkAccess(subjects: $subjects, at: $at) { subject decision "
        "categories { category allowed } } }",
        now=NOW,
        today=TODAY,
    )
    for viewer in (each for each in graph.viewers() if each.case is None and each.key != "nobody"):
        for days in (35, 200):
            at = NOW - days * _DAY
            checked = ((await asked.database(server.database, viewer, subjects=graph.ids("Person"), at=at)).data or {}).get(
                "checkAccess", ()
            )
            for category in (None, "ADDRESS", "CASES"):
                opened = [
                    each["subject"] for each in checked if each["decision"] != "DENIED" and (category is None or opens(each, category))
                ]
                found = (await THEN.database(server.database, viewer, **_given(category=category, first=100, at=at))).data or {}
                reached = [each["node"]["id"] for each in found["whatCanISee"]["edges"]] if found else []
                assert reached == sorted(opened), (viewer, days, category)


def opens(access: dict[str, Any], category: str) -> bool:
    """Whether an access has the category."""
    return any(each["allowed"] for each in access["categories"] if each["category"] == category)


async def test_of_then_nobody_is_told_who_is_hidden_now_nor_who_hid_then(server: Server) -> None:
    """A15."""
    since = NOW - 100 * _DAY
    times = {"hides": {"validFrom": since}, "hid": {"validTo": since}, "open": None}
    parts: list[Part] = [*role("role", "LOCAL"), *employee("anna", "role"), edge("anna-unit", "SERVES", "town")]
    parts += [node("Area", "town", code="town", kind="MUNICIPALITY"), node("Area", "far", code="far", kind="MUNICIPALITY")]
    for id_, when in times.items():
        parts += [person(id_), edge(id_, "BELONGS_TO", "town")]
        parts += [edge(id_, "PROTECTED_AS", "protection:CONFIDENTIAL", **when)] if when else []
    parts += [person("moved"), edge("moved", "BELONGS_TO", "town", validTo=since), edge("moved", "BELONGS_TO", "far", validFrom=since)]
    await held(server, graph := made_of(*parts))
    found = {}
    for days in (0, 300):
        values = _given(first=100, at=NOW - days * _DAY)
        answer = await THEN.database(server.database, handler("anna"), **values)
        assert compared(answer) == compared(THEN.reference(graph.graph, handler("anna"), **values))
        found[days] = [each["node"]["id"] for each in (answer.data or {})["whatCanISee"]["edges"]]
    assert found == {0: ["hid", "open"], 300: ["open"]}


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


@pytest.mark.parametrize(("seed", "days"), [(17, None), (2024, None), (17, 35)])
async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_their_reach(server: Server, seed: int, days: int | None) -> None:
    """A17: whenever the reference gives the same reach in two graphs, the API's answers are the same bytes; of then too."""
    graph, dice = await held(server, made(seed)), random.Random(seed)  # noqa: S311 - not for secrets
    api, told, at = Api(server.database), 0, None if days is None else NOW - days * _DAY
    text, values = (TEXT, {"first": 2}) if at is None else (THEN_TEXT, {"first": 2, "at": iso(at)})
    for change in (each for each, _ in zip(changes(graph), range(_CHANGES), strict=False)):
        asked = [each for each in dice.choices(graph.viewers(), k=_ASKED) if unseen(graph, change, each, at)]
        before = [await api.ask(viewer, text, **values) for viewer in asked]
        await server.database.write(*change.there)
        after = [await api.ask(viewer, text, **values) for viewer in asked]
        await server.database.write(*change.back)
        for viewer, one, other in zip(asked, before, after, strict=True):
            assert one == other, (seed, change.what, viewer)
            told += b'"data"' in one
    assert told > _CHANGES


def unseen(graph: Made, change: Change, viewer: Viewer, at: int | None) -> bool:
    """Whether the viewer reaches the same in both graphs."""
    one, other = (THEN.reference(each.graph, viewer, **_given(first=2, at=at)) for each in (graph, change.graph))
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
