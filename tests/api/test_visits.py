"""`visits`, on both databases: who may ask, what a seat tells, and pages that do not move while the log grows."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from audit.entry import Ground, Held, Result
from auth.category import PERSONAL, Category
from auth.viewer import Viewer, ViewerKind
from auth.visit import Gap, Missing
from graph.database import Database
from tests.answering import Api
from tests.audit.made import disclosed, lookup, outcome
from tests.graphs import edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

DAY = 86_400_000
VISITS = """query visits($subject: ID!, $from: Date, $to: Date, $unit: ID, $category: Category, $visit: ID, $first: Int, $after: String,
  $inner: Int, $below: String) {
  visits(subject: $subject, from: $from, to: $to, unit: $unit, category: $category, visit: $visit, first: $first, after: $after) {
    totalCount erased completeSince gaps { from to reason } notice(language: EN) pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id day firstAt lastAt exact by pseudonym system onBehalfOf purpose purposeText(language: EN) manner result categories override
      lookUpCount unit { id name } role { code } rules { rule text(language: EN) }
      lookUps(first: $inner, after: $below) { totalCount pageInfo { hasNextPage endCursor } edges { node { at categories fields } } }
    } }
  } }"""


def many(unit: str, count: int, in_role: str = "counsellor") -> list[Part]:
    """So many who hold one role at one unit, each in a seat of their own."""
    return [part for number in range(count) for part in employee(f"{unit}-{number}", in_role, unit)]


HOLDERS = {
    "tracer": ("category:TRACE",),
    "cases": ("category:TRACE", "category:CASES"),
    "theme": ("category:TRACE", "category:CASES", "theme:HJE"),
    "places": ("category:TRACE", "category:ADDRESS"),
    "mandates": ("category:TRACE", "category:MANDATES"),
    "whole": tuple(f"category:{each}" for each in PERSONAL),
    "proxy": ("category:CARD",),
}
"""Who holds a mandate from the person asked about, and what it covers."""

GRAPH = made_of(
    *(person(id_) for id_ in ("asked", "other", "stranger", *HOLDERS)),
    person("hidden"),
    edge("hidden", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL"),
    person("child"),
    node("Household", "home"),
    *(edge(id_, "MEMBER_OF", "home") for id_ in ("child", "hidden")),
    *role("counsellor", "LOCAL", covers=(Category.CARD, Category.CONTACT)),
    *role("reviewer", "NATIONAL", covers=(Category.CARD, Category.TRACE)),
    *role("guard", "NATIONAL", covers=(Category.CARD, Category.PROTECTION)),
    *(node("Unit", id_, name=id_.title(), number=id_) for id_ in ("above", "big", "small", "lone")),
    node("Unit", "secret", name="Secret", number="secret", protective=True),
    edge("big", "PART_OF", "above"),
    edge("small", "PART_OF", "above"),
    *(part for unit, count in (("big", 5), ("small", 4), ("lone", 1)) for part in many(unit, count)),
    *many("secret", 5),
    *(part for number in range(5) for part in employee(f"guard-{number}", "guard", "big")),
    *employee("reviews", "reviewer"),
    *role("nothing", "NATIONAL", covers=()),
    *employee("controls", "nothing"),
    *(node("Mandate", f"of-{to}", kind="PROXY", actions=["READ"], registeredAt=0, validFrom=0) for to in HOLDERS),
    *(edge(f"of-{to}", "FROM", "asked") for to in HOLDERS),
    *(edge(f"of-{to}", "TO", to) for to in HOLDERS),
    *(edge(f"of-{to}", "COVERS", what) for to, covered in HOLDERS.items() for what in covered),
    node("Mandate", "of-child", kind="PROXY", actions=["READ"], registeredAt=0, validFrom=0),
    edge("of-child", "FROM", "child"),
    edge("of-child", "TO", "tracer"),
    edge("of-child", "COVERS", "category:TRACE"),
)
CONTROLLER = """MATCH (seat:Position {id: 'controls-seat'}) MATCH (role:Role {code: 'CONTROLLER'})
CREATE (seat)-[in:IN]->(role) SET in = {id: 'controller', validFrom: 0, registeredAt: 0} RETURN count(*) AS n"""
OWN = citizen("asked")


@pytest.fixture
async def api(database: Database) -> Api:
    await database.write_all(writes([purposes(), GRAPH]))
    await database.write(CONTROLLER)
    return Api(database)


def looked(api: Api, ident: str, subject: str = "asked", *, at: int = NOW - DAY, **said: Any) -> None:
    """An employee looked somebody up, from a seat of their own."""
    about = {"held": (Held(position=f"{ident}-seat", role="counsellor", unit="unit"),), **said.pop("about", {})}
    api.log.ended.append(
        (lookup(key=ident, at=at, purpose=said.pop("purpose", "WIDE"), **said), outcome(disclosed=(disclosed(subject, **about),)))
    )


async def visits(api: Api, viewer: Viewer = OWN, **given: Any) -> Mapping[str, Any]:
    answer = await api.data(viewer, VISITS, **{"subject": "asked", **given})
    found: Mapping[str, Any] = answer["visits"]
    return found


async def nodes(api: Api, viewer: Viewer = OWN, **given: Any) -> list[dict[str, Any]]:
    return [each["node"] for each in (await visits(api, viewer, **given))["edges"]]


async def test_where_five_could_have_held_the_seat_the_person_reads_unit_role_and_hour(api: Api) -> None:
    looked(api, "big-0")
    (visit,) = await nodes(api)
    told = {name: visit[name] for name in ("unit", "role", "exact", "by", "purpose", "result", "manner", "lookUpCount", "categories")}
    assert told == {
        "unit": {"id": "big", "name": "Big"},
        "role": {"code": "counsellor"},
        "exact": True,
        "by": "EMPLOYEE",
        "purpose": "WIDE",
        "result": "ALLOWED",
        "manner": "HUMAN",
        "lookUpCount": 1,
        "categories": ["CARD"],
    }
    assert visit["firstAt"] == visit["lastAt"] == visit["lookUps"]["edges"][0]["node"]["at"] is not None
    assert visit["rules"] == [{"rule": "employee.local-office", "text": "Belongs to an area, which a unit serves"}]


@pytest.mark.parametrize(("ident", "above"), [("small-0", {"id": "above", "name": "Above"}), ("lone-0", None), ("nobody", None)])
async def test_of_a_seat_that_fewer_could_have_held_only_the_unit_above_and_the_day_are_told(
    api: Api, ident: str, above: dict[str, str] | None
) -> None:
    looked(api, ident)
    looked(api, ident)
    (visit,) = await nodes(api)
    assert (visit["unit"], visit["role"], visit["exact"], visit["firstAt"], visit["lastAt"]) == (above, None, False, None, None)
    assert [each["node"]["at"] for each in visit["lookUps"]["edges"]] == [None, None]
    assert visit["day"] == _day(NOW - DAY)


async def test_who_held_it_counts_as_of_then(api: Api, database: Database) -> None:
    looked(api, "big-0", at=NOW - 400 * DAY)
    looked(api, "big-0")
    assert [each["exact"] for each in await nodes(api)] == [True, True]
    api.log.ended.pop()
    began = "MATCH (:Employee {id: 'big-4'})-[held:HOLDS]->() SET held.validFrom = $from RETURN count(*) AS n"
    await database.write(began, {"from": NOW - 200 * DAY})
    assert [each["exact"] for each in await nodes(api)] == [True, False]


async def test_a_small_seat_is_found_neither_by_its_unit_nor_by_its_hour(api: Api) -> None:
    looked(api, "small-0")
    looked(api, "big-0")
    assert [len(await nodes(api, unit=unit)) for unit in ("small", "above", "big", "nowhere")] == [0, 1, 1, 0]
    assert (await visits(api, unit="above"))["totalCount"] == 1


async def test_a_refused_attempt_has_the_seat_that_the_employee_then_had_and_no_code(api: Api) -> None:
    refused = {"result": Result.REFUSED, "code": "DISQUALIFIED", "categories": (), "given": (), "grounds": (), "held": ()}
    looked(api, "big-1", about=refused)
    looked(api, "small-1", about=refused)
    found = sorted(await nodes(api), key=lambda each: str(each["unit"]["id"]))
    assert [(each["result"], each["unit"]["id"], each["exact"], each["rules"]) for each in found] == [
        ("REFUSED", "above", False, []),
        ("REFUSED", "big", True, []),
    ]
    assert b"DISQUALIFIED" not in await api.ask(OWN, VISITS, subject="asked")


@pytest.mark.embedded
async def test_own_and_mandate_holders_look_ups_are_marked_and_the_asking_is_one(api: Api) -> None:
    await visits(api)
    await visits(api, citizen("tracer"))
    found = await nodes(api)
    assert sorted((each["by"], each["lookUpCount"], each["exact"]) for each in found) == [("MANDATE_HOLDER", 1, True), ("SELF", 1, True)]
    assert {rule["rule"] for each in found for rule in each["rules"]} == {"person.own-data", "person.proxy"}


@pytest.mark.embedded
async def test_nobody_is_named(api: Api) -> None:
    looked(api, "small-0")
    looked(api, "big-0", client="a-system", behalf="big-2")
    looked(api, "tracer", kind=ViewerKind.PERSON)
    answer = await api.ask(OWN, VISITS, subject="asked")
    assert not any(each in answer for each in (b"big-0", b"big-2", b"small", b"tracer", b"self"))


# --- who may ask ---


async def test_a_mandate_that_names_trace_opens_them_and_another_does_not(api: Api) -> None:
    looked(api, "big-0")
    asked = {viewer.key: (await visits(api, viewer))["totalCount"] for viewer in (OWN, citizen("tracer"), citizen("proxy"))}
    assert asked == {"asked": 1, "tracer": 2, "proxy": None}


@pytest.mark.embedded
async def test_an_employee_whose_role_covers_trace_reads_them_and_a_controller_does_not(api: Api) -> None:
    looked(api, "big-0")
    assert (await visits(api, handler("reviews")))["totalCount"] == 1
    for viewer in (handler("controls", "ACCESS_REVIEW"), handler("big-0")):
        refused = orjson.loads(await api.ask(viewer, VISITS, subject="asked"))
        assert (refused["data"]["visits"]["edges"], refused["extensions"]["access"]) == (
            [],
            [{"coordinate": "Query.visits", "code": "NOT_FOUND", "count": 1}],
        )


async def test_to_whoever_may_not_ask_the_hidden_the_unknown_and_the_looked_up_are_alike(api: Api) -> None:
    for subject in ("asked", "hidden", "other"):
        looked(api, "big-0", subject)
    for viewer in (citizen("stranger"), citizen("proxy"), Viewer(kind=ViewerKind.ANALYST, key="one")):
        answers = {await api.ask(viewer, VISITS, subject=each) for each in ("asked", "hidden", "other", "nobody")}
        assert len(answers) == 1
        assert b'"totalCount":null,"erased":null,"completeSince":null,"gaps":null' in answers.pop()


async def test_what_the_log_lacks_is_told_alike_to_whoever_may_ask(api: Api) -> None:
    api.log.gaps = (
        Gap(begins=None, ends=NOW - 9 * DAY, why=Missing.ERASED),
        Gap(begins=NOW - 2 * DAY, ends=NOW - DAY, why=Missing.CUT_OFF),
    )
    told = [(await visits(api, viewer, subject=subject))["gaps"] for viewer, subject in ((OWN, "asked"), (citizen("tracer"), "child"))]
    assert told[0] == told[1]
    assert [(gap["reason"], gap["from"] is None) for gap in told[0]] == [("ERASED", True), ("CUT_OFF", False)]
    begins, ends = (datetime.fromisoformat(told[0][1][name]) for name in ("from", "to"))
    assert (ends - begins).total_seconds() == DAY / 1000
    api.log.gaps = ()
    assert (await visits(api))["gaps"] == []


async def test_a_protection_that_the_holder_may_not_know_of_is_not_told_by_who_looked(api: Api) -> None:
    looked(api, "secret-0")
    looked(api, "guard-0")
    own, holder = await nodes(api), await nodes(api, citizen("tracer"))
    assert sorted(each["role"]["code"] for each in own) == ["counsellor", "guard"]
    assert {(each["unit"] or {}).get("name") for each in holder if each["by"] == "EMPLOYEE"} == {"NAV", "Big"}
    assert [each["role"] for each in holder if each["unit"] and each["unit"]["id"] == "big"] == [None]
    assert {each["purpose"] for each in holder} == {None}


@pytest.mark.embedded
async def test_what_a_holder_may_not_know_of_is_not_told_by_the_fields_that_were_seen(api: Api, database: Database) -> None:
    shields = """MATCH (person:Person {id: 'asked'}) MATCH (protection:Protection {code: 'SHIELDED'})
    CREATE (person)-[held:PROTECTED_AS]->(protection) SET held = {id: 'shields', validFrom: 0, registeredAt: 0} RETURN count(*) AS n"""
    read = 'query own { person(id: "asked") { name { full } household { id } protections { code } } }'
    told: list[list[list[str]]] = [[], []]
    for _ in range(2):
        await api.data(OWN, read)
        for viewer, fields in zip((OWN, citizen("tracer")), told, strict=True):
            (own,) = [each for each in await nodes(api, viewer) if each["by"] == "SELF"]
            fields.append([field for it in own["lookUps"]["edges"] for field in it["node"]["fields"] if field != "Query.visits"])
        api.log.ended.clear()
        await database.write(shields)
    mine, holder = told
    assert [field for field in mine[1] if field not in mine[0]] == ["Protection.code"]
    assert holder[0] == holder[1] == ["Person.household", "Person.name", "Person.protections", "Query.person"]


async def test_where_a_child_lives_is_not_told_by_who_looked(api: Api) -> None:
    """It lives with somebody in hiding."""
    looked(api, "big-0", "child")
    own = await nodes(api, citizen("child"), subject="child")
    holder = await nodes(api, citizen("tracer"), subject="child")
    told = [{(each["unit"] or {}).get("id") for each in found if each["by"] == "EMPLOYEE"} for found in (own, holder)]
    assert told == [{"big"}, {None}]
    assert await nodes(api, citizen("tracer"), subject="child", unit="big") == []


async def test_a_protection_begun_since_closes_the_log_to_the_holder(api: Api, database: Database) -> None:
    looked(api, "big-0")
    assert await nodes(api, citizen("tracer"))
    protects = """MATCH (person:Person {id: 'asked'}) MATCH (protection:Protection {code: 'CONFIDENTIAL'})
    CREATE (person)-[held:PROTECTED_AS]->(protection) SET held = {id: 'begun', validFrom: 0, registeredAt: 0} RETURN count(*) AS n"""
    await database.write(protects)
    unknown = await api.ask(citizen("tracer"), VISITS, subject="nobody")
    assert await api.ask(citizen("tracer"), VISITS, subject="asked") == unknown
    found = {(each["by"], each["result"]) for each in await nodes(api)}
    assert found == {("EMPLOYEE", "ALLOWED"), ("MANDATE_HOLDER", "ALLOWED"), ("OTHER", "REFUSED")}


RULES = """query rules { visits(subject: "asked") { totalCount edges { node { by pseudonym result rules { rule } } }
  byRule { rule lookUpCount } byUnit { unit { id } visitCount lookUpCount refusedCount withoutCaseCount } } }"""
GAVE = {
    "employee.local-office": "ADDRESS",
    "employee.assigned-case": "CASES",
    "employee.national-role": "",
    "employee.override": "TRACE",
    "organisation.consent": "MANDATES",
    "municipality.inhabitant": "all",
    "a-rule.of-before": "all",
}
"""Rules that gave, and what somebody must read to know that they did."""
KNOWN = {"tracer": (), "cases": ("CASES",), "theme": (), "places": ("ADDRESS",), "mandates": ("MANDATES",), "whole": ("ADDRESS", "CASES")}


async def test_a_rule_is_told_to_whoever_reads_what_it_goes_by(api: Api) -> None:
    for holder in ("asked", *KNOWN):
        api.log.ended.clear()
        for rule in GAVE:
            looked(api, "big-0", about={"grounds": (Ground(rule=rule),)})
        found = (await api.data(citizen(holder), RULES))["visits"]
        known = set(GAVE) if holder in ("asked", "whole") else {rule for rule, of in GAVE.items() if of in ("", "TRACE", *KNOWN[holder])}
        assert {each["rule"] for each in found["byRule"]} == known, holder
        assert {each["rule"] for edge in found["edges"] for each in edge["node"]["rules"]} == known
        count = len(GAVE) - 1 if holder in ("asked", "cases", "whole") else None
        assert [(each["lookUpCount"], each["withoutCaseCount"]) for each in found["byUnit"]] == [(len(GAVE), count)]


@pytest.mark.embedded
async def test_to_holders_a_log_is_the_same_byte_by_byte_where_it_differs_in_what_they_may_not_know(api: Api) -> None:
    """In a stated case, and in how somebody looked who was not at work."""
    alike = set()
    for holder in KNOWN:
        answers = set()
        for case, rule in ((None, "business.attached-person"), ("case-1", "person.guardian")):
            looked(api, "big-0")
            looked(api, "big-0", case=case)
            looked(api, "other", kind=ViewerKind.PERSON, purpose=None, about={"grounds": (Ground(rule=rule),), "held": ()})
            answers.add(await api.ask(citizen(holder), RULES))
            api.log.ended.clear()
        alike |= {holder} if len(answers) == 1 else set()
    assert alike == {"tracer", "theme", "places"}


@pytest.mark.embedded
async def test_a_holder_knows_by_what_right_they_looked_themselves(api: Api) -> None:
    await visits(api, citizen("tracer"))
    await visits(api, citizen("cases"))
    told = {each["by"]: [one["rule"] for one in each["rules"]] for each in await nodes(api, citizen("tracer"))}
    assert told == {"MANDATE_HOLDER": ["person.proxy"], "OTHER": []}


# --- pages ---


@pytest.mark.embedded
@pytest.mark.parametrize("size", [1, 2, 7])
async def test_pages_joined_are_the_whole_while_the_log_grows(api: Api, size: int) -> None:
    for number in range(9):
        looked(api, f"big-{number % 3}", at=NOW - number // 2 * DAY)
        looked(api, f"small-{number % 2}", at=NOW - number // 3 * DAY)
    whole, found, after = await visits(api), list[Any](), None
    while True:
        page = await visits(api, first=size, after=after)
        found += page["edges"]
        assert page["totalCount"] == whole["totalCount"] + (0 if after else 1) or found
        after = page["pageInfo"]["endCursor"]
        looked(api, "big-0", at=NOW)
        looked(api, "big-4", at=NOW - 4 * DAY)
        if not page["pageInfo"]["hasNextPage"]:
            break
    others = [each["node"] for each in found if each["node"]["by"] != "SELF"]
    assert others == [each["node"] for each in whole["edges"]]
    assert [each["day"] for each in others] == sorted((each["day"] for each in others), reverse=True)


@pytest.mark.embedded
async def test_a_visit_is_unfolded_page_by_page(api: Api) -> None:
    for number in range(5):
        looked(api, "big-0", at=NOW - DAY + number)
    (visit,) = await nodes(api)
    first = (await nodes(api, visit=visit["id"], inner=3))[0]["lookUps"]
    rest = (await nodes(api, visit=visit["id"], inner=3, below=first["pageInfo"]["endCursor"]))[0]["lookUps"]
    assert [first["totalCount"], len(first["edges"]), len(rest["edges"]), rest["pageInfo"]["hasNextPage"]] == [5, 3, 2, False]
    assert [*first["edges"], *rest["edges"]] == visit["lookUps"]["edges"]


@pytest.mark.embedded
async def test_the_hour_of_one_visit_cuts_no_other_whose_hour_is_not_told(api: Api) -> None:
    for number in range(4):
        looked(api, "small-0" if number % 2 else "big-0", at=NOW - DAY + number)
    first = {each["exact"]: each["lookUps"] for each in await nodes(api, inner=1, to=_day(NOW - DAY))}
    cut = await nodes(api, to=_day(NOW - DAY), below=first[True]["pageInfo"]["endCursor"])
    assert {each["exact"]: len(each["lookUps"]["edges"]) for each in cut} == {True: 1, False: 2}


@pytest.mark.embedded
async def test_a_unit_is_told_as_any_other(api: Api) -> None:
    looked(api, "big-0")
    text = """query unit { visits(subject: "asked") { edges { node {
      unit { number partOf { name } areas { name } } other: unit { name } role { name reach } } } } }"""
    (edge_,) = (await api.data(OWN, text))["visits"]["edges"]
    unit = {"number": "big", "partOf": {"name": "Above"}, "areas": []}
    assert edge_["node"] == {"unit": unit, "other": {"name": "Big"}, "role": {"name": None, "reach": "LOCAL"}}


@pytest.mark.embedded
async def test_filters_take_whole_visits(api: Api) -> None:
    looked(api, "big-0", at=NOW - 3 * DAY)
    looked(api, "big-0", at=NOW - DAY)
    looked(api, "big-0", at=NOW - DAY, about={"categories": ("CONTACT",)})
    days = sorted(each["day"] for each in await nodes(api))
    assert [each["day"] for each in await nodes(api, to=days[0])] == days[:1]
    assert [each["lookUpCount"] for each in await nodes(api, **{"from": days[1], "category": "CONTACT"})] == [2]
    assert await nodes(api, category="ADDRESS") == []


BY_UNIT = """query byUnit($unit: ID) { visits(subject: "asked", unit: $unit, first: 1) { totalCount byUnit {
  unit { id } visitCount lookUpCount refusedCount withoutCaseCount lastDay } byRule { rule lookUpCount lastDay } } }"""


@pytest.mark.embedded
async def test_units_add_up_and_tell_what_was_seen_without_a_case_and_by_which_rules(api: Api) -> None:
    looked(api, "big-0", at=NOW - 3 * DAY)
    looked(api, "big-0", at=NOW - 3 * DAY)
    looked(api, "big-1", case="case-1")
    looked(api, "big-1", about={"grounds": (Ground(rule="employee.assigned-case"),)})
    looked(api, "small-0", about={"result": Result.REFUSED, "categories": (), "given": (), "grounds": (), "held": ()})
    looked(api, "small-0", at=NOW - 2 * DAY)
    looked(api, "lone-0")
    answer = (await api.data(OWN, BY_UNIT))["visits"]
    found = answer["byUnit"]
    assert [list(each.values()) for each in answer["byRule"]] == [
        ["employee.local-office", 5, _day(NOW - DAY)],
        ["employee.assigned-case", 1, _day(NOW - DAY)],
    ]
    told = [[(each.pop("unit") or {}).get("id"), each.pop("lastDay"), *each.values()] for each in found]
    assert told == [["big", _day(NOW - DAY), 3, 4, 0, 2], ["above", _day(NOW - DAY), 2, 2, 1, 1], [None, _day(NOW - DAY), 1, 1, 0, 1]]
    (above,) = (await api.data(OWN, BY_UNIT, unit="above"))["visits"]["byUnit"]
    assert (above["unit"], above["lookUpCount"]) == ({"id": "above"}, 2)


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()


@pytest.mark.embedded
async def test_pages_by_unit_count_alike(api: Api) -> None:
    for number in range(3):
        looked(api, "big-0", at=NOW - number * DAY)
    first = await visits(api, unit="big", first=1)
    second = await visits(api, unit="big", first=1, after=first["pageInfo"]["endCursor"])
    assert [each["totalCount"] for each in (first, second)] == [3, 3]


@pytest.mark.embedded
async def test_look_ups_of_others_change_no_byte(api: Api) -> None:
    looked(api, "big-0")
    before = await api.ask(OWN, VISITS, subject="asked")
    api.log.ended.pop()
    looked(api, "small-0", "other")
    looked(api, "big-0", "hidden", about={"withheld": "r-1"})
    looked(api, "big-1", about={"withheld": "r-1"})
    assert await api.ask(OWN, VISITS, subject="asked") == before
