"""`alarms`: what is unusual about an employee's day, for controllers alone and of those whom they may review; on both databases (A24)."""

from pathlib import Path
from typing import Any

import orjson
import pytest
import pytest_asyncio

from api.answers import Question
from api.errors import ArgumentInvalid, LogUnavailable, PurposeRefused
from audit.budget import Account
from audit.entry import Ground, Held, Result
from audit.log import opened
from audit.migrate import migrate
from audit.store import Address
from auth.alarm import AlarmKind
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.answering import ORIGIN, Desk
from tests.audit.made import disclosed, lookup, outcome
from tests.graphs import DAY, edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import citizen, employee, handler, made_of, person, role

_FIELDS = "id kind pseudonym day subjects refused outOf seats { unit role }"
ALARMS = f"""query Alarms($kinds: [AlarmKind!], $from: Date, $to: Date, $first: Int, $after: String) {{
  alarms(kinds: $kinds, from: $from, to: $to, first: $first, after: $after) {{
    edges {{ node {{ {_FIELDS} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"""
READ = "query Read($id: ID!) { person(id: $id) { name { full } phone } }"
NAMED = "query Named($id: ID!) { person(id: $id) { name { full } nin } }"
FAMILY = "query Family($id: ID!) { person(id: $id) { phone family(first: 9) { edges { node { name { full } phone } } } } }"
SEARCH = "query Search($name: String!) { search(text: $name, kinds: [PERSON]) { edges { node { ... on Person { name { full } } } } } }"
REACH = "query Reach { whatCanISee(first: 100) { edges { node { phone } } } }"
TODAY, NEXT = "2026-09-21", "2026-09-22"
CLARA, SISTER, MATE, VERA = (handler(each) for each in ("clara", "sister", "mate", "vera"))
LEAST = {AlarmKind.SURNAME: 3, AlarmKind.ADDRESS: 3, AlarmKind.COLLEAGUES_KIN: 2}
DALS, LODGERS, KIN = ("dal-1", "dal-2", "dal-3"), ("lodger-1", "lodger-2", "lodger-3"), ("bo-mother", "bo-child")
ASSIGNED = Ground(rule="employee.assigned-case")
SEAT = Held(position="vera-seat", unit="vera-unit")
GRAPH = made_of(
    *role("role", "LOCAL"),
    *role("nothing", "LOCAL", covers=()),
    *role("everywhere", "NATIONAL", "AAP"),
    node("Area", "far", kind="MUNICIPALITY", code="far"),
    *(part for each in ("vera", "otto", "clara", "sister") for part in employee(each, "role")),
    *employee("nina", "everywhere"),
    *employee("idle", "nothing"),
    *(part for each in ("mate", "bo", "hid", "shy") for part in employee(each, "nothing", at="vera-unit")),
    *(person(each, familyName=name) for each, name in zip(DALS, ("Dal", "DAL", "Dal"), strict=True)),
    *(person(each) for each in (*LODGERS, *KIN, "father", "mother", "uncle", "hid-child", "shy-child", "vera-child")),
    *(person(each, familyName="Dal") for each in ("hidden", "shielded", "brother")),
    person("unscreened", familyName="Dal", screenedAt=None),
    node("Address", "inn", kind="RESIDENCE"),
    node("Address", "refuge", kind="RESIDENCE"),
    *(edge(each, "HAS_ADDRESS", "inn") for each in LODGERS),
    *(edge(each, "HAS_ADDRESS", "refuge") for each in ("hidden", *DALS)),
    *(edge("father", "PARENT_OF", each) for each in ("vera-self", "sister-self")),
    *(edge("mother", "PARENT_OF", each) for each in ("clara-self", "brother")),
    *(edge("uncle", "PARENT_OF", each) for each in DALS),
    edge("bo-mother", "PARENT_OF", "bo-self"),
    edge("bo-self", "PARENT_OF", "bo-child"),
    *(edge(f"{each}-self", "PARENT_OF", f"{each}-child") for each in ("hid", "shy", "vera")),
    edge("bo-self", "PARENT_OF", "vera-child"),
    *(edge(each, "PROTECTED_AS", "protection:CONFIDENTIAL") for each in ("hidden", "hid-self")),
    *(edge(each, "PROTECTED_AS", "protection:SHIELDED") for each in ("shielded", "shy-self")),
    node("Case", "c-1", title="c-1", openedAt=0),
    edge("c-1", "IN", "theme:AAP"),
    edge("nina", "ASSIGNED_TO", "c-1"),
    *(edge("c-1", "CONCERNS", each, part="MAIN") for each in KIN),
)


@pytest_asyncio.fixture
async def desk(database: Database) -> Desk:
    await database.write_all(writes([purposes(), GRAPH]))
    desk = Desk(database, least=LEAST)
    await desk.appoint(*(f"{each}-seat" for each in ("clara", "sister", "mate", "otto", "vera")))
    return desk


def looked(desk: Desk, *subjects: str, by: str = "vera", now: int = NOW, refused: bool = False, **said: Any) -> None:
    """The log has it that somebody looked these up for their own sake."""
    usual = {"result": Result.REFUSED if refused else Result.ALLOWED, "categories": ("CONTACT",), "direct": True, "at": SEAT}
    told = [disclosed(each, **{**usual, **said}) for each in subjects]
    desk.log.ended.append((lookup(key=by, at=now), outcome(disclosed=tuple(told))))


async def alarms(desk: Desk, viewer: Viewer = CLARA, **page: Any) -> list[dict[str, Any]]:
    return [each["node"] for each in (await desk.told(viewer, ALARMS, **page))["edges"]]


async def kinds(desk: Desk, viewer: Viewer = CLARA, **page: Any) -> list[tuple[str, int, int]]:
    return [(each["kind"], each["subjects"], each["refused"]) for each in await alarms(desk, viewer, **page)]


async def pages(desk: Desk, viewer: Viewer = CLARA, first: int = 1) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = []
    info: Any = {"endCursor": None, "hasNextPage": True}
    while info["hasNextPage"]:
        page = await desk.told(viewer, ALARMS, first=first, after=info["endCursor"])
        found, info = [*found, [each["node"] for each in page["edges"]]], page["pageInfo"]
    return found


# --- patterns ---


async def test_controllers_are_told_of_many_of_one_surname_at_one_address_and_kin_of_colleagues_and_not_of_whom(desk: Desk) -> None:
    """A24: by how many, and how many of these were refused, out of how many."""
    looked(desk, *DALS, *LODGERS, "nobody")
    looked(desk, *KIN, refused=True)
    told = await alarms(desk)
    assert [(each["kind"], each["subjects"], each["refused"], each["outOf"], each["day"]) for each in told] == [
        ("SURNAME", 3, 0, 9, TODAY),
        ("ADDRESS", 3, 0, 9, TODAY),
        ("COLLEAGUES_KIN", 2, 2, 9, TODAY),
    ]
    assert (len({each["id"] for each in told}), len({each["pseudonym"] for each in told})) == (3, 1)
    assert not any(name in repr(told).lower() for name in ("dal", "lodger", "inn", "bo-", "vera"))


async def test_whom_a_core_denial_keeps_from_the_controller_changes_nothing_that_they_are_told(desk: Desk) -> None:
    """A17: whoever they are, wherever they live and whoever their kin are."""
    looked(desk, *DALS[:2], "hidden", "shielded", "brother", "unscreened", "hid-child", "bo-child", "vera-child", *LODGERS)
    told = await alarms(desk)
    assert [each["kind"] for each in told] == ["ADDRESS"]
    await desk.database.write("MATCH (p:Person) WHERE p.id IN ['hidden', 'shielded', 'brother', 'unscreened'] SET p.familyName = 'Other'")
    await desk.database.write("MATCH (:Person {id: 'hid-self'})-[kin:PARENT_OF]->() DELETE kin")
    assert orjson.dumps(await alarms(desk)) == orjson.dumps(told)


@pytest.mark.embedded
async def test_an_address_that_somebody_in_hiding_shares_is_none_that_anyone_is_alike_in(desk: Desk) -> None:
    """A10."""
    looked(desk, *DALS)
    assert await kinds(desk) == [("SURNAME", 3, 0)]
    await desk.database.write("MATCH (:Person {id: 'hidden'})-[lives:HAS_ADDRESS]->() DELETE lives")
    assert await kinds(desk) == [("SURNAME", 3, 0), ("ADDRESS", 3, 0)]


@pytest.mark.embedded
async def test_kin_of_colleagues_are_not_the_employees_own_and_a_colleague_may_be_shielded(desk: Desk) -> None:
    looked(desk, "bo-child", "vera-child")
    assert await kinds(desk) == []
    looked(desk, "shy-child")
    assert await kinds(desk) == [("COLLEAGUES_KIN", 2, 0)]
    await desk.database.write("MATCH (:Position {id: 'shy-seat'})-[at:AT]->() SET at.validTo = $at", {"at": NOW - 1})
    assert await kinds(desk) == []


@pytest.mark.embedded
async def test_as_many_as_the_threshold_are_an_alarm_and_one_less_is_none(desk: Desk) -> None:
    looked(desk, *DALS[:2], *LODGERS[:2], *KIN[:1])
    assert await kinds(desk) == []
    looked(desk, DALS[2], now=NOW + DAY)
    looked(desk, DALS[2], by="otto")
    assert await kinds(desk) == []
    looked(desk, DALS[2])
    assert await kinds(desk) == [("SURNAME", 3, 0)]


@pytest.mark.embedded
async def test_of_several_that_are_alike_the_most_are_told_and_each_person_once(desk: Desk) -> None:
    await desk.database.write("MATCH (p:Person) WHERE p.id STARTS WITH 'lodger' OR p.id = 'bo-child' SET p.familyName = 'Moe'")
    looked(desk, *DALS, *LODGERS, "bo-child", *LODGERS)
    looked(desk, *LODGERS, refused=True)
    assert (await kinds(desk))[0] == ("SURNAME", 4, 0)


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({}, True),
        ({"categories": ("CARD", "IDENTITY")}, False),
        ({"categories": ("CARD",), "refused": True}, True),
        ({"direct": False}, False),
        ({"direct": False, "refused": True}, False),
        ({"grounds": (ASSIGNED, Ground(rule="employee.local-office"))}, False),
        ({"label": "Business"}, False),
        ({"at": None}, False),
    ],
    ids=["read", "named alone", "refused", "reached", "reached and refused", "assigned", "no person", "no seat"],
)
async def test_what_counts_is_a_person_looked_up_for_their_own_sake_and_without_a_case(
    desk: Desk, said: dict[str, Any], counts: bool
) -> None:
    looked(desk, *DALS, **said)
    assert bool(await alarms(desk)) is counts


@pytest.mark.embedded
async def test_look_ups_that_explain_themselves_are_no_alarm_and_the_same_without_are(desk: Desk) -> None:
    nina, stated = handler("nina"), handler("nina", case="c-1")
    await desk.database.write("MATCH (p:Person) WHERE p.id STARTS WITH 'bo-' SET p.familyName = 'Dal'")
    for each in KIN:
        await desk.told(stated, READ, id=each)
        await desk.told(nina, READ, id=each)
    for each in DALS:
        await desk.told(nina, NAMED, id=each)
    await desk.told(nina, FAMILY, id="uncle")
    await desk.told(nina, SEARCH, name="dal")
    assert len((await desk.told(nina, REACH))["edges"]) > len(DALS)
    assert await kinds(desk) == []
    for each in DALS:
        await desk.told(nina, READ, id=each)
    assert await kinds(desk) == [("SURNAME", 3, 0)]


@pytest.mark.embedded
async def test_a_stated_case_that_is_not_theirs_explains_nothing_and_refused_attempts_count(desk: Desk) -> None:
    for each in DALS:
        await desk.told(VERA, READ, id=each)
    assert await kinds(desk) == [("SURNAME", 3, 3)]


# --- too many refused ---


@pytest.fixture
def harvested(desk: Desk) -> Desk:
    """Vera and Otto have been refused too many on one day, and on the next Vera again, and somebody whom the graph has not got; and Otto
    has looked up many of one surname."""
    spent = [Account(*told) for told in (("vera", TODAY), ("otto", TODAY), ("vera", NEXT), ("stranger", NEXT))]
    desk.log.totals.update(dict.fromkeys(spent, 201))
    desk.log.spent_beyond.update(spent)
    looked(desk, *DALS, by="otto", now=NOW + DAY)
    desk.now += 3 * DAY
    return desk


async def test_controllers_are_told_who_was_refused_too_many_and_where_they_work_and_no_name(harvested: Desk) -> None:
    """A24: by a pseudonym that is the same on every day."""
    told = await alarms(harvested, kinds=["REFUSALS"])
    assert [(each["day"], each["subjects"], each["refused"], each["outOf"]) for each in told] == [
        (day, 201, 201, None) for day in (NEXT, NEXT, TODAY, TODAY)
    ]
    assert [len(each["seats"]) for each in told] == [0, 2, 2, 2]
    assert (len({each["id"] for each in told}), len({each["pseudonym"] for each in told})) == (4, 3)
    assert not any(name in repr(told) for name in ("vera", "otto"))


async def test_nobody_is_told_of_their_own_alarm_nor_of_those_of_kin_and_colleagues_and_none_but_controllers_are(harvested: Desk) -> None:
    analyst = Viewer(kind=ViewerKind.ANALYST, key="a")
    system = Viewer(kind=ViewerKind.CLIENT, key="s", purpose="WIDE")
    asking = (CLARA, handler("otto"), SISTER, MATE, VERA, handler("idle"), citizen("father"), analyst)
    with pytest.raises(PurposeRefused):
        await alarms(harvested, system)
    told = {each.key: len(await alarms(harvested, each)) for each in asking}
    assert told == {"clara": 5, "otto": 3, "sister": 3, "mate": 3, "vera": 3, "idle": 0, "father": 0, "a": 0}


@pytest.mark.embedded
async def test_alarms_of_some_kinds_or_of_some_days_are_told_alone(harvested: Desk) -> None:
    assert await kinds(harvested, kinds=["SURNAME", "ADDRESS"]) == [("SURNAME", 3, 0)]
    assert await kinds(harvested, kinds=[]) == []
    periods: tuple[dict[str, str], ...] = ({"from": NEXT}, {"to": TODAY})
    assert [{each["day"] for each in await alarms(harvested, CLARA, **period)} for period in periods] == [{NEXT}, {TODAY}]
    with pytest.raises(ArgumentInvalid):
        await alarms(harvested, CLARA, **{"from": NEXT, "to": TODAY})


async def test_pages_of_alarms_joined_are_the_whole_list(harvested: Desk) -> None:
    looked(harvested, *DALS, *LODGERS, *KIN)
    whole = await alarms(harvested)
    assert [each for page in await pages(harvested) for each in page] == whole
    assert [(each["day"], each["kind"]) for each in whole] == [
        *((NEXT, each) for each in ("SURNAME", "REFUSALS", "REFUSALS")),
        *((TODAY, each) for each in ("REFUSALS", "REFUSALS", "SURNAME", "ADDRESS", "COLLEAGUES_KIN")),
    ]


async def test_alarms_behind_many_that_may_not_be_told_are_reached_by_going_on(harvested: Desk) -> None:
    """A18: a page may be short, and then says that there is a next; nothing is lost or told twice."""
    whole = await alarms(harvested)
    days = [f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    own = [Account("clara", f"{year}-{day}") for year in (2024, 2025, 2027, 2028) for day in days]
    spent = dict.fromkeys([*own, Account("otto", "2020-01-01")], 201)
    harvested.log.totals.update(spent)
    harvested.log.spent_beyond.update(spent)
    found = await pages(harvested, first=20)
    assert [len(each) for each in found] == [0, len(whole), 1]
    assert [each for page in found for each in page][:-1] == whole
    harvested.log.spent_beyond = set(own)
    harvested.log.ended.clear()
    assert (await pages(harvested, first=20), await pages(harvested, handler("idle"))) == ([[], [], []], [[]])


# --- shut ---


@pytest.mark.embedded
async def test_that_alarms_were_asked_for_is_a_look_up_of_the_employees_told(harvested: Desk) -> None:
    await alarms(harvested, kinds=["SURNAME"])
    asked, told = harvested.log.ended[-1]
    assert (asked.operation.roots, [(each.subject, each.label, each.categories) for each in told.disclosed]) == (
        ("alarms",),
        [("otto", "Employee", ("TRACE",))],
    )


@pytest.mark.embedded
async def test_where_the_log_cannot_be_read_nothing_is_told(desk: Desk, tmp_path: Path) -> None:
    address = Address(file=tmp_path / "log.sqlite")
    migrate(address)
    async with opened(address) as log:
        shut = Desk(desk.database, log=log, now=NOW)
        assert await alarms(shut) == []
        log.close()
        with pytest.raises(LogUnavailable):
            await shut.answers.answer(Question(text=ALARMS), CLARA, ORIGIN)
