"""Hints on both databases: what is missing would open, what is to end would close, and neither tells of what the viewer may not see."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from auth.category import Category
from auth.reference import GraphNode
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.compile import compile_operation
from graph.database import Database
from tests.comparing import Asking
from tests.graph.test_no_leak import changes
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, granted, made, purposes, writes
from tests.naive_hints import HINTED, OTHER, Row, core, expected, own, question, with_facts, without
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_ASIDE = "categories { missing { text } endings { text } } } }"
THEN = Asking(f"query then($id: ID!, $at: DateTime) {{ access(subject: $id, at: $at) {{ {_ASIDE}", now=NOW, today=TODAY)
ANOTHER = Asking(f"query another($id: ID!, $viewer: ID!) {{ access(subject: $id, viewer: $viewer) {{ {_ASIDE}", now=NOW, today=TODAY)


async def hinted(database: Database, viewer: Viewer, ids: Sequence[str]) -> dict[str, Row]:
    """The access of those persons who are there for the viewer."""
    answer = await HINTED.database(database, viewer, ids=ids)
    return {each["id"]: each["access"] for each in (answer.data or {}).get("nodes", ()) if each}


def hints(access: Row) -> dict[str, list[Any]]:
    return {each["category"]: [each["missing"], each["endings"]] for each in access["categories"] if each["missing"] or each["endings"]}


# --- on graphs made by chance ---


async def test_what_is_missing_opens_once_it_is_there_and_what_is_to_end_closes(database: Database) -> None:
    """A20: on the viewer's half alone, and nothing under a core denial."""
    graph = granted(81)
    for each in (purposes(), graph):
        await database.write_all(writes([each]))
    told: Counter[str] = Counter()
    for viewer in graph.viewers():
        told += await put_to_the_proof(database, graph, viewer)
    assert min(told[each] for each in ("opens", "more themes", "closes", "shut")) > 5, told


async def put_to_the_proof(database: Database, graph: Made, viewer: Viewer) -> Counter[str]:
    asked, told, there = question(graph, viewer), Counter[str](), await hinted(database, viewer, graph.ids("Person"))
    for id_ in graph.ids("Person"):
        subject = asked.graph.nodes[id_]
        shut = core(asked, subject) or asked.decide(subject).hidden
        assert not (shut and id_ in there and hints(there[id_]))
        told["shut"] += shut
        if id_ in there:
            told += sum((flips(graph, viewer, subject, each) for each in there[id_]["categories"]), Counter())
            assert_whole(graph, viewer, subject, there[id_])
    return told


def flips(graph: Made, viewer: Viewer, subject: GraphNode, category: Row) -> Counter[str]:
    which, told = Category(category["category"]), Counter[str]()
    for missing in category["missing"]:
        then = question(with_facts(graph, missing["facts"]), viewer).decide(subject)
        assert OTHER.properties["code"] in (then.themes(which) or ()) if category["allowed"] else then.opens(which), missing
        told["more themes" if category["allowed"] else "opens"] += 1
    if category["endings"]:
        assert category["allowed"]
        assert not opens(graph, category["endings"], viewer, subject, which), category["endings"]
        for each in category["endings"]:
            rest = [other for other in category["endings"] if other is not each]
            assert opens(graph, rest, viewer, subject, which), (each, "is one too many")
        told["closes"] += 1
    return told


def opens(graph: Made, endings: Sequence[Row], viewer: Viewer, subject: GraphNode, category: Category) -> bool:
    """Whether the category is open once these have ended."""
    return question(without(graph, endings, viewer), viewer).decide(subject).opens(category)


def assert_whole(graph: Made, viewer: Viewer, subject: GraphNode, access: Row) -> None:
    """Whatever single fact of theirs would open more by a way that is told is among what is missing."""
    told = {each["category"]: each["missing"] for each in access["categories"]}
    for category, fact in expected(graph, question(graph, viewer), subject):
        facts = [(each["start"]["id"], each["end"]["id"]) for missing in told[category] for each in missing["facts"]]
        assert (fact["start"]["id"], fact["end"]["id"]) in facts, (viewer, subject.id, category, fact, told[category])


async def test_who_is_told_the_same_of_two_graphs_is_hinted_the_same(database: Database) -> None:
    """A17: hints follow from what is told and from the viewer's own roles, and from nothing else."""
    graph, dice, told = made(83), random.Random(83), 0  # noqa: S311 - not for secrets
    for each in (purposes(), graph):
        await database.write_all(writes([each]))
    for change in (each for each, _ in zip(changes(graph), range(12), strict=False)):
        asked = [each for each in dice.sample(graph.viewers(), 3) if own(question(graph, each)) == own(question(change.graph, each))]
        before = [await hinted(database, each, graph.ids("Person")) for each in asked]
        await database.write(*change.there)
        after = [await hinted(database, each, graph.ids("Person")) for each in asked]
        await database.write(*change.back)
        for viewer, one, other in zip(asked, before, after, strict=True):
            alike = [id_ for id_ in one.keys() & other.keys() if view(one[id_]) == view(other[id_])]
            assert [one[id_] for id_ in alike] == [other[id_] for id_ in alike], (change.what, viewer)
            told += sum(bool(hints(one[id_])) for id_ in alike)
    assert told > 5


def view(access: Row) -> list[Any]:
    """What is told beside hints."""
    categories = [{name: value for name, value in each.items() if name not in ("missing", "endings")} for each in access["categories"]]
    return [access["decision"], access["denials"], access["grants"], categories]


# --- what two subjects differ in that the viewer may not see ---


def _proxy(giver: str) -> Iterator[Part]:
    yield person(giver)
    yield node("Mandate", f"{giver}-proxy", kind="PROXY", actions=["READ"], validFrom=0, registeredAt=0)
    yield from (edge(f"{giver}-proxy", "FROM", giver), edge(f"{giver}-proxy", "TO", "holder"))
    yield edge(f"{giver}-proxy", "COVERS", "category:CARD")
    yield edge(f"{giver}-proxy", "CLEARED_FOR", "protection:CONFIDENTIAL")


def _protected() -> Iterator[Part]:
    """A giver of a mandate that a protecting authority cleared, and one who is protected."""
    yield from (person("holder"), *_proxy("one"), *_proxy("other"), edge("other", "PROTECTED_AS", "protection:CONFIDENTIAL"))


def _office(name: str, *covers: Category) -> Iterator[Part]:
    yield from role(f"role-{name}", "LOCAL", covers=(Category.CARD, *covers))
    yield from (node("Position", f"seat-{name}"), node("Unit", f"unit-{name}", number=name), node("Area", f"area-{name}", code=name))
    yield from (edge("e", "HOLDS", f"seat-{name}"), edge(f"seat-{name}", "IN", f"role-{name}"), edge(f"seat-{name}", "AT", f"unit-{name}"))
    yield edge(f"unit-{name}", "SERVES", f"area-{name}")


def _offices() -> Iterator[Part]:
    """Two who belong to different offices of the viewer, where the viewer does not read who belongs where."""
    yield from (*role("none", "LOCAL", covers=()), *employee("e", "none"), *_office("east"), *_office("west"))
    yield from (part for id_, at in (("one", "east"), ("other", "west")) for part in (person(id_), edge(id_, "BELONGS_TO", f"area-{at}")))


def _homes() -> Iterator[Part]:
    """One who lives alone, and one who lives with the hidden."""
    yield from (*role("national", "NATIONAL", covers=(Category.CARD,)), *employee("e", "national"), person("one"), person("other"))
    yield from (person("hidden"), edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"), node("Household", "home", registeredAt=0))
    yield from (edge(each, "MEMBER_OF", "home") for each in ("hidden", "other"))


def _elsewhere() -> Iterator[Part]:
    """Two outside the viewer's area, one of them in hiding."""
    yield from (*role("local", "LOCAL"), *employee("e", "local"), person("one"), person("other"))
    yield edge("other", "PROTECTED_AS", "protection:CONFIDENTIAL")


@pytest.mark.parametrize(
    ("graph", "viewer", "told"),
    [
        (_protected, citizen("holder"), True),
        (_offices, handler("e"), True),
        (_homes, handler("e"), True),
        (_elsewhere, handler("e"), False),
    ],
    ids=["cleared mandate", "which office", "shared home", "outside the area"],
)
async def test_a_hint_tells_nothing_apart_that_the_viewer_may_not(database: Database, graph: Any, viewer: Viewer, told: bool) -> None:
    """A20: nor the grading of a giver, the area of anyone, or with whom they live."""
    await database.write_all(writes([purposes(), made_of(*graph())]))
    found = await hinted(database, viewer, ["one", "other"])
    one, other = (str(hints(found[id_])).replace(f"{id_}-proxy", "proxy") for id_ in ("one", "other"))
    assert (one == other, bool(hints(found["one"]))) == (True, told)


async def test_where_it_is_not_told_which_office_it_is_every_role_that_it_could_be_is_named(database: Database) -> None:
    await database.write_all(writes([purposes(), made_of(*_offices())]))
    found = hints((await hinted(database, handler("e"), ["one"]))["one"])
    ((missing,), _) = found["WORK"]
    assert {each["start"]["name"] for each in missing["facts"]} == {"role-east", "role-west"}
    assert [each["text"] for each in found["CARD"][1]] == ["All your positions end"]


async def test_a_clearance_that_is_missing_is_told_where_nothing_else_closes(database: Database) -> None:
    """A20: and no clearance for a protection, nor under one."""
    dead = {"deathDate": date(2020, 1, 1)}
    hidden = edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL")
    parts = [*role("national", "NATIONAL"), *employee("e", "national"), person("dead", **dead), person("hidden", **dead), hidden]
    await database.write_all(writes([purposes(), made_of(*parts)]))
    found = await hinted(database, handler("e"), ["dead", "hidden"])
    assert {missing["text"] for missings, _ in hints(found["dead"]).values() for missing in missings} == {
        "You are not cleared for DECEASED"
    }
    assert hints(found["hidden"]) == {}


_OWN = "covered: ctx.covered"


@pytest.mark.parametrize("kind", [ViewerKind.EMPLOYEE, ViewerKind.PERSON])
@pytest.mark.parametrize("asking", [THEN, ANOTHER], ids=["at another instant", "as another viewer"])
def test_hints_are_of_the_one_who_asks_and_of_now(kind: ViewerKind, asking: Asking) -> None:
    assert _OWN in HINTED.statement(kind).text
    assert _OWN not in compile_operation(asking.asked.operation, kind, INNSYN).text
