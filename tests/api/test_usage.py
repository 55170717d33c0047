"""`usage`: who could look from a unit and what was looked up, for controllers alone and in counts; on both databases."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest
import pytest_asyncio

from api.answers import Question
from api.errors import ArgumentInvalid
from auth.reference import GraphEdge
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.answering import ORIGIN, Desk
from tests.graphs import DAY, edge, node
from tests.made_graphs import purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_FIGURES = "unused lookUpCount withoutCaseCount lastDay"
USAGE = f"""query Usage($units: [ID!]!, $from: Date, $to: Date) {{ usage(units: $units, from: $from, to: $to) {{
  unit {{ id name }} from to since holders refusedCount {_FIGURES}
  seats {{ role {{ code }} holders refusedCount {_FIGURES} rules {{ rule text(language: EN) {_FIGURES} }} }}
  assignments {{ standing unused }} overrides {{ standing unused }}
}} }}"""
READ = "query Read($id: ID!) { person(id: $id) { name { full } } }"
RELATIVES = "query Relatives($id: ID!) { person(id: $id) { family(first: 5) { edges { node { name { full } } } } } }"
TODAY = "2026-09-21"
CLARA = handler("clara")
LOCAL, FOLLOWED, ASSIGNED, TAKEN = (f"employee.{name}" for name in ("local-office", "follow-up-unit", "assigned-case", "override"))


def assigned(case: str, to: str, about: str, **closed: Any) -> tuple[Part, ...]:
    return (
        node("Case", case, title=case, openedAt=0, **closed),
        edge(case, "CONCERNS", about, part="MAIN"),
        edge(case, "IN", "theme:AAP"),
        edge(to, "ASSIGNED_TO", case),
    )


GRAPH = made_of(
    *role("counsellor", "LOCAL", "AAP"),
    *role("guide", "NATIONAL", "AAP"),
    *role("nothing", "LOCAL", covers=()),
    node("Area", "town", kind="MUNICIPALITY", code="town"),
    *(node("Unit", id_, name=id_.title(), number=id_) for id_ in ("office", "other", "refuge")),
    edge("office", "SERVES", "town"),
    *(part for id_ in ("one", "two", "three") for part in employee(id_, "counsellor", "office")),
    *employee("four", "guide", "office"),
    *employee("hides", "counsellor", "refuge"),
    *(part for id_ in ("clara", "sister", "mother", "left") for part in employee(id_, "nothing")),
    *employee("mate", "nothing", "office"),
    *(each for each in employee("nobody", "nothing") if not isinstance(each, GraphEdge) or each.type != "IS"),
    edge("left", "HOLDS", "one-seat", validTo=1_790_000_000_000 - 30 * DAY),
    *(person(id_) for id_ in ("p", "q", "far", "kid", "father")),
    *(edge(id_, "BELONGS_TO", "town") for id_ in ("p", "q")),
    *(edge("father", "PARENT_OF", id_) for id_ in ("four-self", "sister-self")),
    *(edge("far", "PARENT_OF", id_) for id_ in ("p", "kid")),
    edge("mother-self", "PARENT_OF", "hides-self"),
    edge("hides-self", "PROTECTED_AS", "protection:CONFIDENTIAL"),
    *assigned("c-1", "one", "p"),
    *assigned("c-2", "one", "q"),
    *assigned("c-over", "one", "far", closedAt=1),
)
_TAKEN = """MATCH (taker:Employee {id: 'two'}) MATCH (person:Person {id: 'far'})
CREATE (o:Override:Entity {id: 'o', reason: 'x', lifts: [], validFrom: 0, source: 'TEST', registeredAt: 0})
CREATE (o)-[:BY {id: 'o-by', validFrom: 0}]->(taker) CREATE (o)-[:OF {id: 'o-of', validFrom: 0}]->(person)"""
_LEAVES = "MATCH (:Employee {id: $id})-[held:HOLDS]->() SET held.validTo = $at"


@pytest_asyncio.fixture
async def desk(database: Database) -> Desk:
    await database.write_all(writes([purposes(), GRAPH]))
    await database.write(_TAKEN)
    desk = Desk(database)
    await desk.appoint(*(f"{each}-seat" for each in ("clara", "sister", "mother", "mate", "left", "hides", "nobody")))
    return desk


async def look(desk: Desk, *looks: tuple[str, str], case: str | None = None) -> None:
    for ident, subject in looks:
        await desk.told(handler(ident, case=case), READ, id=subject)


async def usage(desk: Desk, viewer: Viewer = CLARA, *units: str, period: Mapping[str, str] | None = None) -> list[Any]:
    found: list[Any] = await desk.told(viewer, USAGE, units=list(units or ("office",)), **(period or {}))
    return found


def by_rule(told: Any, role_: str) -> dict[str, Any]:
    (seat,) = [each for each in told["seats"] if each["role"] and each["role"]["code"] == role_]
    return {each["rule"]: (each["unused"], each["lookUpCount"], each["withoutCaseCount"]) for each in seat["rules"]}


async def test_controllers_read_who_could_and_who_did(desk: Desk) -> None:
    await look(desk, ("one", "p"), ("one", "p"), ("two", "q"), ("two", "nobody"), ("four", "far"))
    (told,) = await usage(desk)
    figures = {name: told[name] for name in ("unit", "from", "to", "since", "holders", "unused", "refusedCount", "lookUpCount", "lastDay")}
    assert figures == {
        "unit": {"id": "office", "name": "Office"},
        "from": "2026-06-24",
        "to": TODAY,
        "since": TODAY,
        "holders": 5,
        "unused": 2,
        "refusedCount": 1,
        "lookUpCount": 5,
        "lastDay": TODAY,
    }
    assert [(each["role"]["code"], each["holders"], each["unused"], each["lookUpCount"]) for each in told["seats"] if each["role"]] == [
        ("counsellor", 3, 1, 4),
        ("guide", 1, 0, 1),
        ("nothing", 1, 1, 0),
        ("CONTROLLER", 1, 1, 0),
    ]


async def test_standing_access_that_nobody_used_is_told_by_rule_by_case_and_by_override(desk: Desk) -> None:
    (before,) = await usage(desk)
    assert (before["assignments"], before["overrides"]) == ({"standing": 2, "unused": 2}, {"standing": 1, "unused": 1})
    await look(desk, ("one", "p"), ("two", "far"))
    (told,) = await usage(desk)
    assert (told["assignments"], told["overrides"]) == ({"standing": 2, "unused": 1}, {"standing": 1, "unused": 0})
    assert by_rule(told, "counsellor") == {LOCAL: (2, 1, 0), FOLLOWED: (3, 0, 0), ASSIGNED: (None, 1, 0), TAKEN: (None, 1, 1)}
    assert by_rule(told, "guide") == {"employee.national-role": (1, 0, 0)}


async def test_look_ups_without_a_case_are_those_that_neither_state_one_nor_are_opened_by_one(desk: Desk) -> None:
    await look(desk, ("one", "p"), ("two", "p"), ("two", "q"), ("two", "nobody"))
    await look(desk, ("one", "q"), case="c-2")
    (told,) = await usage(desk)
    assert (told["lookUpCount"], told["withoutCaseCount"], told["refusedCount"]) == (5, 2, 1)


@pytest.mark.embedded
async def test_a_relative_is_a_look_up_from_the_same_seat_and_none_that_lacks_a_case(desk: Desk) -> None:
    await desk.told(handler("three"), RELATIVES, id="far")
    await desk.told(handler("four"), RELATIVES, id="far")
    (told,) = await usage(desk)
    counts = {each["role"]["code"]: (each["lookUpCount"], each["withoutCaseCount"], each["refusedCount"]) for each in told["seats"]}
    assert (counts["counsellor"], counts["guide"]) == ((1, 0, 1), (3, 1, 0))


@pytest.mark.embedded
async def test_only_days_of_the_period_count(desk: Desk) -> None:
    await look(desk, ("one", "p"))
    desk.now += 2 * DAY
    await look(desk, ("two", "p"))
    day = "2026-09-22"
    periods: tuple[tuple[dict[str, str], int], ...] = (({}, 2), ({"to": TODAY}, 1), ({"from": day}, 1), ({"from": day, "to": day}, 0))
    for period, count in periods:
        (told,) = await usage(desk, period=period)
        assert (told["lookUpCount"], told["since"]) == (count, TODAY)


@pytest.mark.embedded
async def test_who_has_left_is_counted_by_what_they_did_alone(desk: Desk) -> None:
    await look(desk, ("three", "p"))
    desk.now += DAY
    await desk.database.write(_LEAVES, {"id": "three", "at": desk.now - 1})
    (told,) = await usage(desk)
    assert (told["holders"], told["unused"], told["lookUpCount"]) == (4, 4, 1)


@pytest.mark.embedded
async def test_what_came_from_a_seat_that_is_none_any_more_adds_up(desk: Desk) -> None:
    await look(desk, ("three", "p"), ("one", "p"))
    await desk.database.write("MATCH (:Position {id: 'three-seat'})-[at:AT]->() SET at.validTo = $at", {"at": desk.now - 1})
    (told,) = await usage(desk)
    assert [(each["role"] and each["role"]["code"], each["lookUpCount"]) for each in told["seats"] if each["lookUpCount"]] == [
        ("counsellor", 1),
        (None, 1),
    ]
    assert (told["holders"], told["lookUpCount"]) == (4, 2)


# --- shut ---


async def test_none_but_controllers_are_told_anything(desk: Desk) -> None:
    """A23: counts, however small, are for controllers."""
    await look(desk, ("one", "p"))
    for viewer, code in (
        (handler("one"), "NO_GRANT"),
        (citizen("p"), "NOT_AVAILABLE"),
        (Viewer(kind=ViewerKind.ANALYST, key="a"), "NOT_AVAILABLE"),
    ):
        question = Question(text=USAGE, variables={"units": ["office", "nowhere"]})
        answer = await desk.answers.answer(question, viewer, ORIGIN)
        assert answer["data"]["usage"] == [None, None]
        assert {each["code"] for each in answer["extensions"]["access"]} == {code}


async def test_a_unit_is_closed_to_who_works_or_worked_there_and_to_those_close_to_one_who_does(desk: Desk) -> None:
    """A23: core denials bind controllers too."""
    await look(desk, ("one", "p"))
    told = {ident: (await usage(desk, handler(ident)))[0] is not None for ident in ("clara", "mate", "sister", "left", "nobody")}
    assert told == {"clara": True, "mate": False, "sister": False, "left": False, "nobody": False}
    assert await usage(desk, handler("nobody"), "refuge") == [None]
    assert (await usage(desk, handler("left"), period={"from": "2026-09-01"}))[0] is not None
    assert await usage(desk, handler("mate"), "office", "other") == [None, (await usage(desk, CLARA, "other"))[0]]


async def test_that_somebody_in_hiding_works_at_a_unit_does_not_show(desk: Desk) -> None:
    """A23: it is the same to every controller who reads it."""
    asked = [orjson.dumps(await usage(desk, handler(ident), "refuge")) for ident in ("clara", "mother", "hides")]
    assert asked[0] == asked[1] != asked[2] == b"[null]"


@pytest.mark.embedded
async def test_it_names_nobody(desk: Desk) -> None:
    await look(desk, ("one", "p"))
    told = orjson.dumps(await usage(desk))
    assert not any(name in told for name in (b'"one', b'"p"', b"-self", b"c-1"))


@pytest.mark.embedded
async def test_that_it_was_asked_is_a_look_up_about_nobody_with_its_units(desk: Desk) -> None:
    await usage(desk, CLARA, "office", "other", "office")
    lookup, outcome = desk.log.ended[-1]
    assert (lookup.operation.roots, lookup.asked, outcome.disclosed) == (("usage",), ("office", "other"), ())


@pytest.mark.embedded
async def test_a_unit_asked_for_twice_is_answered_twice_and_an_unknown_one_is_null(desk: Desk) -> None:
    told = await usage(desk, CLARA, "office", "nowhere", "office")
    assert (told[0], told[1]) == (told[2], None)


@pytest.mark.embedded
@pytest.mark.parametrize(
    "asked",
    [
        {"units": ["u"] * 21},
        {"from": "2026-09-22", "to": "2026-09-21"},
        {"from": "2025-09-20"},
        {"from": "2026-09-22"},
    ],
    ids=["21 units", "wrong order", "too long", "to come"],
)
async def test_what_cannot_be_counted_is_refused(desk: Desk, asked: dict[str, Any]) -> None:
    with pytest.raises(ArgumentInvalid):
        await desk.told(CLARA, USAGE, **{"units": ["office"], **asked})
