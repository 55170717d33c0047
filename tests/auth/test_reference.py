"""The reference interpreter: times, retraction, what cannot be told, and the small print of matching."""

from datetime import date
from typing import Any

import pytest

from auth.category import Category
from auth.pattern import parse, parse_condition
from auth.reference import Graph, GraphEdge, GraphNode, over, valid
from auth.rule import Denial, Fixed, Grant, RoleOf, Rules, When
from tests.graphs import DAY, NOW, Seat, edge, graph, instant, node, question

Part = GraphNode | GraphEdge
SAYS = {"nb": "Fordi", "en": "Because"}
TODAY_STARTS = instant("2026-11-22")


def holds(condition: str, **properties: Any) -> bool | None:
    """Whether the condition holds of a person `it` with these properties, and a person `other`."""
    it, other = node("Person", "it", **properties), node("Person", "other")
    asked = question(graph(it, other), "person:it")
    return asked.holds(parse_condition(condition), {"it": it, "other": other})


# --- conditions are three-valued ---


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("it.a = 1", True),
        ("it.a = 2", False),
        ("it.a <> 2", True),
        ("it.none = 1", None),
        ("it.none <> 1", None),
        ("it.none = it.none", None),
        ("it.none IS NULL", True),
        ("it.a IS NOT NULL", True),
        ("NOT it.a = 1", False),
        ("NOT it.none = 1", None),
        ("it.none = 1 AND it.a = 2", False),
        ("it.none = 1 AND it.a = 1", None),
        ("it.none = 1 OR it.a = 1", True),
        ("it.none = 1 OR it.a = 2", None),
        ("it.t IN ['x', 'y']", True),
        ("it.t IN ['y']", False),
        ("it.none IN ['x']", None),
        ("it = it", True),
        ("it = other", False),
        ("it <> other", True),
        ("it.a < 2", True),
        ("it.a >= 2", False),
        ("it.a < it.t", None),
        ("it.born < today", True),
        ("it.born < now", None),
        ("it.born + 18 years <= today", True),
        ("it.born + 19 years <= today", False),
        ("it.a + 1 year < today", None),
    ],
)
def test_condition(condition: str, expected: bool | None) -> None:
    assert holds(condition, a=1, t="x", born=date(2008, 11, 22)) is expected


@pytest.mark.parametrize(("born", "grown"), [(date(2008, 11, 21), True), (date(2008, 11, 22), True), (date(2008, 11, 23), False)])
def test_years_are_counted_to_the_day(born: date, grown: bool) -> None:
    assert holds("it.born + 18 years <= today", born=born) is grown


def test_month_that_is_shorter_ends_on_its_last_day() -> None:
    assert holds("it.born + 12 months = it.next", born=date(2024, 2, 29), next=date(2025, 2, 28))


# --- validity ---


@pytest.mark.parametrize(
    ("start", "end", "is_valid", "is_over"),
    [
        (NOW - DAY, None, True, False),
        (NOW, None, True, False),
        (NOW + 1, None, False, True),
        (NOW - DAY, NOW + 1, True, False),
        (NOW - DAY, NOW, False, True),
        (NOW - DAY, NOW - 1, False, True),
        (None, None, False, False),
        ("2026-01-01", None, False, False),
        (NOW - DAY, "2026-01-01", False, False),
        (NOW + DAY, "2026-01-01", False, True),
        (None, NOW - DAY, False, True),
    ],
)
def test_validity_that_cannot_be_read_neither_holds_nor_is_over(start: Any, end: Any, is_valid: bool, is_over: bool) -> None:
    properties = {"validFrom": start, "validTo": end}
    assert (valid(properties, NOW), over(properties, NOW)) == (is_valid, is_over)


@pytest.mark.parametrize(
    ("start", "end", "opens"),
    [
        ("2026-11-21", None, True),
        ("2026-11-22", None, True),
        ("2026-11-23", None, False),
        ("2026-01-01", "2026-11-21", False),
        ("2026-01-01", "2026-11-22", False),
        ("2026-01-01", "2026-11-23", True),
    ],
)
def test_seat_opens_from_its_first_day_to_the_day_before_its_end(start: str, end: str | None, opens: bool) -> None:
    times = {"validFrom": instant(start)} | ({"validTo": instant(end)} if end else {})
    assert opened(holds=times) is opens


def opened(**seat: Any) -> bool:
    """Whether an employee in the seat reads the name of a person."""
    world = graph(*Seat(**seat).held_by("E", "self"), node("Person", "subject"))
    asked = question(world, "employee:E", purpose="WORK")
    return "CARD" in asked.decide(world.nodes["subject"]).mask


def test_seat_without_a_readable_start_opens_nothing() -> None:
    assert not opened(holds={"validFrom": None})
    assert not opened(holds={"validFrom": "2020-01-01"})


def test_retracted_seat_never_was() -> None:
    assert opened(holds={"validFrom": 0})
    assert not opened(holds={"validFrom": 0, "retractedAt": NOW - DAY})


PROTECTIONS = tuple(node("Protection", f"protection:{code}", code=code) for code in ("SHIELDED", "CONFIDENTIAL"))


def codes(**protected: Any) -> frozenset[str]:
    """The codes that close a person whom an employee would otherwise read, with a protection of these times."""
    subject: list[Part] = [*PROTECTIONS, node("Person", "subject"), edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL", **protected)]
    world = graph(*Seat().held_by("E", "self"), *subject)
    return question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).codes


@pytest.mark.parametrize(
    ("protected", "closes"),
    [
        ({"validFrom": TODAY_STARTS}, True),
        ({"validFrom": instant("2026-11-23")}, False),
        ({"validFrom": 0, "validTo": TODAY_STARTS}, False),
        ({"validFrom": 0, "validTo": instant("2026-11-23")}, True),
        ({"validFrom": None}, True),
        ({"validFrom": "yesterday"}, True),
        ({"validFrom": 0, "validTo": "2020-01-01"}, True),
        ({"validFrom": 0, "retractedAt": NOW - DAY}, False),
    ],
)
def test_protection_closes_until_it_is_known_to_be_over(protected: dict[str, Any], closes: bool) -> None:
    assert codes(**protected) == (frozenset({"CONFIDENTIAL"}) if closes else frozenset())


def test_kinship_closes_also_when_it_has_ended() -> None:
    ended = edge("self", "PARTNER_OF", "subject", status="DIVORCED", validTo=NOW - DAY)
    world = graph(*Seat().held_by("E", "self"), node("Person", "subject"), ended)
    assert question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).codes == {"DISQUALIFIED"}


def test_kinship_that_was_wrong_never_was() -> None:
    wrong = edge("self", "PARTNER_OF", "subject", status="MARRIED", retractedAt=NOW - DAY)
    world = graph(*Seat().held_by("E", "self"), node("Person", "subject"), wrong)
    assert question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).codes == frozenset()


@pytest.mark.parametrize(("cleared", "codes_"), [({}, set()), ({"validTo": NOW}, {"CONFIDENTIAL"}), ({"validFrom": "x"}, {"CONFIDENTIAL"})])
def test_clearance_lifts_while_it_is_valid_and_no_longer(cleared: dict[str, Any], codes_: set[str]) -> None:
    subject: list[Part] = [*PROTECTIONS, node("Person", "subject"), edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL")]
    world = graph(*Seat().held_by("E", "self"), *subject, edge("E", "CLEARED_FOR", "protection:CONFIDENTIAL", **cleared))
    assert question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).codes == codes_


# --- who asks ---


def test_nobody_reads_nothing() -> None:
    world = graph(node("Person", "subject"))
    for viewer in ("employee:nobody", "person:nobody", "client:nobody", "analyst:Ana"):
        assert question(world, viewer).decide(world.nodes["subject"]).denied


def test_retracted_viewer_reads_nothing() -> None:
    world = graph(node("Person", "me", retractedAt=NOW - DAY))
    assert question(world, "person:me").decide(world.nodes["me"]).denied


def test_employee_is_staff_by_a_seat_at_a_unit_valid_now() -> None:
    world = graph(*Seat().held_by("E", "self"), *Seat(id="former", holds={"validTo": NOW}).held_by("F", "other"))
    assert question(world, "employee:E").staff
    assert not question(world, "employee:F").staff
    assert not question(world, "person:self").staff


@pytest.mark.parametrize(("purpose", "permitted"), [("WORK", True), ("OTHER", False), ("", False), (None, False)])
def test_employee_states_a_purpose_that_a_role_permits(purpose: str | None, permitted: bool) -> None:
    world = graph(*Seat().held_by("E", "self"))
    assert question(world, "employee:E", purpose=purpose).permitted is permitted


def test_person_need_state_no_purpose() -> None:
    world = graph(node("Person", "me"))
    assert question(world, "person:me").permitted
    assert question(world, "person:me").covered() == frozenset(Category)


def test_purpose_narrows_what_a_grant_gives() -> None:
    narrow = [each for each in Seat().held_by("E", "self") if not (each.id.startswith("purpose-seat-COVERS-category:IDENTITY"))]
    world = graph(*narrow, node("Person", "subject"))
    assert question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).mask == {"CARD"}


# --- matching ---


def match(text: str, world: Graph, when: When = When.NOW) -> set[tuple[str, ...]]:
    pattern = parse(text)
    names = [each.variable for each in pattern.nodes if not each.variable.startswith("_")]
    found = question(world, "person:a").match(pattern, {}, when)
    return {tuple(getattr(each[name], "id", "") for name in names) for each in found}


def test_relationship_may_be_walked_twice() -> None:
    world = graph(node("Person", "a"), node("Person", "b"), edge("a", "PARENT_OF", "b"))
    assert match("(x:Person)-[:PARENT_OF]->(:Person)<-[:PARENT_OF]-(y:Person)", world) == {("a", "a")}


def test_walk_of_no_step_stays() -> None:
    world = graph(node("Unit", "u"), node("Unit", "v"), node("Unit", "w"), edge("u", "PART_OF", "v"), edge("v", "PART_OF", "w"))
    assert match("(x:Unit)-[:PART_OF*0..1]->(y:Unit)", world) == {("u", "u"), ("v", "v"), ("w", "w"), ("u", "v"), ("v", "w")}
    assert match("(x:Unit)-[:PART_OF*2..3]->(y:Unit)", world) == {("u", "w")}


def test_walk_breaks_where_a_step_has_ended() -> None:
    world = graph(
        node("Unit", "u"), node("Unit", "v"), node("Unit", "w"), edge("u", "PART_OF", "v"), edge("v", "PART_OF", "w", validTo=NOW)
    )
    assert match("(x:Unit)-[:PART_OF*2..2]->(y:Unit)", world) == set()


def test_parts_without_a_path_between_them_are_all_paired() -> None:
    world = graph(node("Unit", "u"), node("Area", "r"), node("Area", "s"))
    assert match("(x:Unit), (y:Area)", world) == {("u", "r"), ("u", "s")}


def test_retracted_node_stands_in_no_path_but_among_all_facts() -> None:
    world = graph(node("Unit", "u", retractedAt=NOW), node("Area", "r"), edge("u", "SERVES", "r"))
    assert match("(x:Unit)-[:SERVES]->(y:Area)", world) == set()
    assert match("(x:Unit)-[:SERVES]->(y:Area)", world, When.EVEN_RETRACTED) == {("u", "r")}


def test_node_that_lasts_is_judged_by_its_own_times() -> None:
    people = [node("Person", "a"), node("Person", "b")]
    for times, found in (({"validFrom": 0}, True), ({"validFrom": 0, "validTo": NOW}, False), ({}, False)):
        world = graph(*people, node("Mandate", "m", **times), edge("m", "FROM", "a"), edge("m", "TO", "b"))
        assert bool(match("(x:Person)<-[:FROM]-(m:Mandate)-[:TO]->(y:Person)", world)) is found


def test_edge_to_a_node_that_is_not_there_leads_nowhere() -> None:
    world = graph(node("Unit", "u"), edge("u", "SERVES", "nowhere"))
    assert match("(x:Unit)-[:SERVES]->(y:Area)", world) == set()


# --- grants and denials ---


def rules(*found: Grant | Denial) -> Rules:
    grants = tuple(each for each in found if isinstance(each, Grant))
    return Rules(name="test", grants=grants, denials=tuple(each for each in found if isinstance(each, Denial)), rows=())


CARD = Fixed(categories=frozenset({Category.CARD}))


def test_exception_shares_the_names_of_the_path() -> None:
    path, unless = "(viewer:Person), (subject:Person)-[:MEMBER_OF]->(home:Household)", ("(viewer)-[:MEMBER_OF]->(home)",)
    strangers = rules(Grant(id="strangers", path=path, unless=unless, gives=CARD, basis="Law", says=SAYS))
    world = graph(
        *(node("Person", name) for name in "abc"),
        *(node("Household", name) for name in "hi"),
        *(edge(person, "MEMBER_OF", home) for person, home in ("ah", "bh", "ci")),
    )
    asked = question(world, "person:a", rules=strangers)
    assert {name for name in "abc" if not asked.decide(world.nodes[name]).denied} == {"c"}


def test_denial_is_inherited_along_its_path() -> None:
    close = Denial(id="close", path="(viewer:Person)-[:PARTNER_OF]->(subject:Person)", code="CLOSE", core=True, basis="Law", says=SAYS)
    path = "(viewer:Person), (subject:Case)-[:CONCERNS]->(party:Person)"
    party = Denial(id="party", path=path, inherits="party", code="PARTY", core=True, basis="Law", says=SAYS)
    world = graph(
        *(node("Person", name) for name in ("me", "partner", "other")),
        *(node("Case", name) for name in ("mine", "yours")),
        edge("me", "PARTNER_OF", "partner"),
        edge("yours", "CONCERNS", "partner"),
        edge("mine", "CONCERNS", "other"),
    )
    asked = question(world, "person:me", rules=rules(close, party))
    assert {name: set(asked.decide(world.nodes[name]).codes) for name in ("mine", "yours")} == {"mine": set(), "yours": {"PARTY"}}


def test_role_gives_its_categories_and_rows_in_its_themes() -> None:
    seat = Seat(covers=(Category.CASES, Category.WORK), themes=("AAP", "SYK"))
    world = graph(*seat.held_by("E", "self"), node("Person", "subject"))
    mask = question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).mask
    assert mask == {"CASES", "CASES:AAP", "CASES:SYK", "WORK"}


def test_role_of_another_reach_gives_nothing() -> None:
    assert opened(reach="NATIONAL")
    assert not opened(reach="LOCAL")
    assert not opened(reach="ASSIGNED")


def test_role_that_covers_a_category_for_writing_alone_does_not_read_it() -> None:
    world = graph(
        *Seat(covers=()).held_by("E", "self"), edge("role-seat", "COVERS", "category:CARD", actions=["WRITE"]), node("Person", "subject")
    )
    assert question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).denied


def test_case_narrows_the_role_to_its_theme() -> None:
    gives = RoleOf(variable="viewer", themes="case")
    path = "(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS]->(subject:Person)"
    assigned = rules(Grant(id="assigned", path=path, gives=gives, basis="Law", says=SAYS))
    seat = Seat(covers=(Category.CASES,), themes=("AAP", "SYK"))
    case: list[Part] = [
        node("Case", "case"),
        edge("case", "IN", "theme:SYK"),
        edge("case", "CONCERNS", "subject"),
        edge("E", "ASSIGNED_TO", "case"),
    ]
    world = graph(*seat.held_by("E", "self"), node("Person", "subject"), *case)
    assert question(world, "employee:E", purpose="WORK", rules=assigned).decide(world.nodes["subject"]).mask == {"CASES", "CASES:SYK"}


def test_staff_know_what_their_roles_would_give_within_reach() -> None:
    world = graph(*Seat(reach="LOCAL").held_by("E", "self"), node("Person", "subject"))
    decision = question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"])
    assert decision.denied
    assert decision.reach == {"CARD", "IDENTITY"}
