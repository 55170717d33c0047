"""Why a case or a device is open: through whom it is seen, and no more than what is read of them.

That both databases tell it alike is shown by `test_access.py` and `test_why.py`, with the same statement.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from auth.category import Category
from auth.viewer import Viewer
from graph.database import Database
from tests.graph.test_access import THEN, WHY, plain
from tests.graphs import edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import Part, citizen, employee, graph_of, handler, made_of, person, role

_DAY = 86_400_000
HIDDEN = edge("hidden", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL")


def case(id_: str, *concerns: str, themes: Iterable[str] = ("AAP",)) -> list[Part]:
    """A case that concerns these, in some themes."""
    found = [edge(id_, "CONCERNS", each, part="MAIN") for each in concerns]
    return [node("Case", id_, title=id_, openedAt=0), *found, *(edge(id_, "IN", f"theme:{each}") for each in themes)]


def proxy(id_: str, *covers: str, **properties: Any) -> list[Part]:
    """A proxy of Astrid to Kari."""
    given = node("Mandate", id_, kind="PROXY", actions=["READ"], validFrom=0, registeredAt=0, **properties)
    return [given, edge(id_, "FROM", "astrid"), edge(id_, "TO", "kari"), *(edge(id_, "COVERS", each) for each in covers)]


PERSONS = [person("kari", screenedAt=0), person("astrid", screenedAt=0), person("hidden", screenedAt=0)]


async def why(database: Database, viewer: Viewer, subject: str, *parts: Part) -> dict[str, Any]:
    """What the viewer is told of the subject, which is what the reference tells."""
    made = made_of(*PERSONS, *parts)
    await database.write_all(writes([purposes(), made]))
    answer = await WHY.database(database, viewer, subject=subject)
    assert plain(answer) == plain(WHY.reference(graph_of(made), viewer, subject=subject))
    found: dict[str, Any] = (answer.data or {})["access"]
    return found


def texts(access: dict[str, Any]) -> set[str]:
    return {each["en"] for each in access["grants"]}


def steps(access: dict[str, Any]) -> list[list[tuple[str, str | None]]]:
    return [[(step["relationship"], step["id"]) for step in each["path"]] for each in access["grants"]]


async def test_a_holder_sees_a_case_through_who_gave_the_proxy(database: Database) -> None:
    found = await why(database, citizen("kari"), "c", *case("c", "astrid"), *proxy("held", "theme:AAP", validTo=NOW + _DAY))
    assert texts(found) == {"The case concerns astrid. Holds a proxy"}
    assert steps(found) == [[("TO", "held"), ("FROM", "astrid"), ("CONCERNS", "c")]]
    assert [each["through"] for each in found["grants"]] == [{"label": "Person", "id": "astrid", "name": "astrid"}]
    assert [each["validTo"] for each in found["grants"]] == [NOW + _DAY]


@pytest.mark.embedded
async def test_only_what_has_a_part_in_it_is_a_reason(database: Database) -> None:
    parts = [*proxy("aap", "theme:AAP"), *proxy("syk", "theme:SYK"), *proxy("cards", "category:CARD"), *case("c", "astrid")]
    found = await why(database, citizen("kari"), "c", *parts)
    assert steps(found) == [[("TO", "aap"), ("FROM", "astrid"), ("CONCERNS", "c")]]


@pytest.mark.embedded
async def test_a_case_in_two_themes_is_open_by_both_who_open_one(database: Database) -> None:
    both = [*proxy("aap", "theme:AAP"), *proxy("syk", "theme:SYK"), *case("c", "astrid", themes=("AAP", "SYK"))]
    found = await why(database, citizen("kari"), "c", *both)
    assert {path[0] for path in steps(found)} == {("TO", "aap"), ("TO", "syk")}


@pytest.mark.embedded
async def test_a_name_that_is_not_read_is_not_told(database: Database) -> None:
    found = await why(database, citizen("kari"), "c", *case("c", "astrid"), *proxy("held", "category:CASES"))
    assert texts(found) == {"The case concerns a person. Holds a proxy"}


@pytest.mark.embedded
@pytest.mark.parametrize("viewer", ["astrid", "kari"])
async def test_a_party_who_hides_is_told_to_nobody(database: Database, viewer: str) -> None:
    found = await why(database, citizen(viewer), "c", *case("c", "astrid", "hidden"), *proxy("held", "theme:AAP"), HIDDEN)
    assert texts(found) == ({"The case concerns astrid. It is you"} if viewer == "astrid" else set())
    assert "hidden" not in json.dumps(found)


@pytest.mark.embedded
async def test_a_citizen_does_not_learn_that_who_let_them_in_is_graded(database: Database) -> None:
    cleared = edge("held", "CLEARED_FOR", "protection:STRICTLY_CONFIDENTIAL")
    graded = edge("astrid", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL")
    found = await why(database, citizen("kari"), "c", *case("c", "astrid"), *proxy("held", "theme:AAP"), cleared, graded)
    assert (len(found["grants"]), "CONFIDENTIAL" in json.dumps(found)) == (1, False)


COUNSELLOR = [*role("national", "NATIONAL", "AAP", "HJE"), *employee("e", "national")]


@pytest.mark.embedded
@pytest.mark.parametrize("theme", ["AAP", "SYK"])
async def test_an_outline_tells_no_more_by_its_reasons_whom_it_concerns(database: Database, theme: str) -> None:
    found = await why(database, handler("e"), "c", *COUNSELLOR, *case("c", "astrid", themes=[theme]))
    concerned = {"AAP": "astrid", "SYK": "a person"}[theme]
    assert (found["decision"], "astrid" in json.dumps(found)) == {"AAP": ("ALLOWED", True), "SYK": ("PARTIAL", False)}[theme]
    assert {each.partition(".")[0] for each in texts(found)} == {f"The case concerns {concerned}"}


@pytest.mark.embedded
async def test_a_party_who_is_not_open_is_neither_a_reason_nor_a_denial(database: Database) -> None:
    dead = person("dead", deathDate=date(2019, 1, 1))
    found = await why(database, handler("e"), "c", *COUNSELLOR, dead, *case("c", "astrid", "dead"))
    assert ([each["through"]["id"] for each in found["grants"]], found["denials"]) == (["astrid"], [])


@pytest.mark.embedded
async def test_a_business_whose_owner_is_not_seen_is_told_to_nobody(database: Database) -> None:
    local = [*role("local", "LOCAL", "AAP", covers=(Category.CASES,)), *employee("e", "local"), node("Area", "area", code="a", name="Area")]
    firm: list[Part] = [
        node("Business", "firm", name="Firm", form="ENK"),
        edge("firm", "OWNED_BY", "astrid"),
        edge("firm", "BASED_IN", "area"),
    ]
    found = await why(database, handler("e"), "c", *local, edge("e-unit", "SERVES", "area"), *firm, *case("c", "firm"))
    assert texts(found) == {"The case concerns a business. Belongs to an area, which a unit serves"}
    assert not {"firm", "astrid", "Firm"} & set(json.dumps(found).split('"'))


DEVICE: list[Part] = [node("Device", "d", product="Chair"), node("Business", "store", name="Store"), edge("d", "KEPT_AT", "store")]


@pytest.mark.embedded
@pytest.mark.parametrize("shared", [True, False])
async def test_a_place_that_is_closed_is_no_step_to_a_device(database: Database, shared: bool) -> None:
    """A10."""
    home: list[Part] = [
        node("Address", "home"),
        edge("astrid", "HAS_ADDRESS", "home"),
        *([edge("hidden", "HAS_ADDRESS", "home")] if shared else []),
    ]
    found = await why(database, handler("e"), "d", *COUNSELLOR, *DEVICE, edge("d", "LENT_TO", "astrid"), *home, HIDDEN)
    assert {each["through"]["id"] for each in found["grants"]} == {"astrid", None if shared else "store"}
    assert ("store" in json.dumps(found)) == (not shared)


@pytest.mark.embedded
async def test_where_a_device_is_opens_through_whom_it_is_seen(database: Database) -> None:
    parts = [*DEVICE, edge("d", "LENT_TO", "astrid"), *proxy("devices", "theme:HJE"), *proxy("place", "category:ADDRESS")]
    found = await why(database, citizen("kari"), "d", *parts)
    by = {each["category"]: [reason["path"][0]["id"] for reason in each["reasons"]] for each in found["categories"]}
    assert by == {"ADDRESS": ["place"], "DEVICES": ["devices"]}


@pytest.mark.embedded
async def test_through_whom_a_case_was_seen_is_told_while_it_is_seen_through_them(database: Database) -> None:
    moved = [*case("c", "kari"), edge("c", "CONCERNS", "astrid", validTo=NOW - 5 * _DAY), *proxy("held", "theme:AAP")]
    made = made_of(*PERSONS, *moved)
    await database.write_all(writes([purposes(), made]))
    answer = await THEN.database(database, citizen("kari"), subject="c", at=NOW - 10 * _DAY)
    assert plain(answer) == plain(THEN.reference(graph_of(made), citizen("kari"), subject="c", at=NOW - 10 * _DAY))
    assert texts((answer.data or {})["access"]) == {"The case concerns kari. It is you", "The case concerns a person. Holds a proxy"}


@pytest.mark.embedded
async def test_whom_a_reason_names_is_told_of(database: Database) -> None:
    made = made_of(*PERSONS, *case("c", "astrid"), *proxy("held", "theme:AAP"))
    await database.write_all(writes([purposes(), made]))
    answer = await WHY.database(database, citizen("kari"), subject="c")
    (told,) = (each for each in answer.disclosures if each.subject == "astrid")
    assert (set(told.categories), told.rules) == ({Category.CARD, Category.CASES}, ("person.proxy",))
