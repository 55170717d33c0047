"""The reference interpreter: times, retraction, what cannot be told, and the small print of matching."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from auth.category import PERSONAL, THEMED, Action, Category
from auth.pattern import parse, parse_condition
from auth.reference import Graph, GraphEdge, GraphNode, over, valid
from auth.rule import Denial, Fixed, Gives, Grant, Rules, When, both, covers_of, fixed, role_of, theme_of
from auth.rules import INNSYN
from auth.viewer import ViewerKind
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
        ("it.t IN it.several", True),
        ("'y' IN it.several", False),
        ("it.t IN it.none", None),
        ("it.t IN it.t", None),
        ("it.none IN it.several", None),
        ("action IN it.several", False),
        ("action = 'READ'", True),
        ("purpose_stated = 'WORK'", None),
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
    assert holds(condition, a=1, t="x", several=["x", "z"], born=date(2008, 11, 22)) is expected


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
    """A11: a missing, unknown or unpermitted one is refused."""
    world = graph(*Seat().held_by("E", "self"))
    assert question(world, "employee:E", purpose=purpose).permitted is permitted


def test_person_need_state_no_purpose() -> None:
    world = graph(node("Person", "me"))
    assert question(world, "person:me").permitted
    assert question(world, "person:me").covered == frozenset(PERSONAL)


def test_purpose_narrows_what_a_grant_gives() -> None:
    """A11."""
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


def test_walk_takes_each_relationship_once() -> None:
    round_ = (edge("a", "PARENT_OF", "b"), edge("b", "PARENT_OF", "a"))
    world = graph(node("Person", "a"), node("Person", "b"), *round_)
    assert match("(x:Person)-[:PARENT_OF*2..3]->(y:Person)", world) == {("a", "a"), ("b", "b")}


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


@pytest.mark.parametrize(("label", "ended_by"), [("Mandate", "revokedAt"), ("Consent", "withdrawnAt")])
@pytest.mark.parametrize(("ended", "when", "found"), [(None, When.NOW, True), (NOW - DAY, When.NOW, False), (NOW + DAY, When.NOW, False)])
def test_what_was_ended_at_once_lasts_no_longer(label: str, ended_by: str, ended: int | None, when: When, found: bool) -> None:
    world = graph(node("Person", "a"), node(label, "m", validFrom=0, **{ended_by: ended}), edge("m", "FROM", "a"))
    assert bool(match(f"(x:Person)<-[:FROM]-(m:{label})", world, when)) is found


@pytest.mark.parametrize(
    ("ended", "when", "found"),
    [
        (NOW - DAY, When.UNLESS_OVER, False),
        (NOW, When.UNLESS_OVER, False),
        (NOW + DAY, When.UNLESS_OVER, True),
        ("yesterday", When.UNLESS_OVER, True),
        (NOW - DAY, When.ANY_TIME, True),
    ],
)
def test_what_closes_is_ended_when_that_is_known(ended: Any, when: When, found: bool) -> None:
    world = graph(node("Person", "a"), node("Mandate", "m", validFrom=0, revokedAt=ended), edge("m", "FROM", "a"))
    assert bool(match("(x:Person)<-[:FROM]-(m:Mandate)", world, when)) is found


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
    path = "(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS]->(subject:Person)"
    assigned = rules(Grant(id="assigned", path=path, gives=both(role_of("viewer"), theme_of("case")), basis="Law", says=SAYS))
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


# --- what is given ---

COVERED = (
    *(node("Category", f"category:{category}", code=str(category)) for category in Category),
    *(node("Theme", f"theme:{theme}", code=theme) for theme in ("AAP", "PEN", "SYK")),
    node("Category", "category:LATER", code="LATER"),
)


def given_by(label: str, *covers: str, gives: Gives | None = None, action: Action = Action.READ) -> frozenset[str]:
    """What such a node gives that covers these."""
    held = node(label, "held", validFrom=0)
    world = graph(*COVERED, held, *(edge("held", "IN" if label == "Case" else "COVERS", each) for each in covers))
    return replace(question(world, "person:a"), action=action).gives(gives or covers_of("held"), {"held": held})


@pytest.mark.parametrize("label", ["Mandate", "Task", "Consent"])
def test_covering_themes_alone_gives_the_card_and_their_rows(label: str) -> None:
    assert given_by(label, "theme:AAP") == {"CARD", *THEMED, *(f"{each}:AAP" for each in THEMED)}


def test_covering_categories_alone_gives_them_in_every_theme() -> None:
    assert given_by("Mandate", "category:CASES", "category:WORK") == {"CASES", "CASES:*", "WORK"}


def test_covering_both_gives_those_categories_in_those_themes() -> None:
    assert given_by("Mandate", "category:CASES", "category:IDENTITY", "theme:AAP") == {"CASES", "CASES:AAP", "IDENTITY", "CARD"}


def test_covering_nothing_gives_nothing() -> None:
    assert given_by("Mandate") == frozenset()


def test_category_that_is_not_known_here_does_not_open_themes() -> None:
    assert given_by("Consent", "category:LATER", "theme:AAP") == frozenset()
    assert given_by("Consent", "category:OPEN", "theme:AAP") == frozenset()


def test_category_itself_is_given_in_every_theme() -> None:
    found = {"CASES": {"CASES", "CASES:*"}, "IDENTITY": {"IDENTITY", "CARD"}, "OPEN": set(), "LATER": set()}
    for code, expected in found.items():
        category = node("Category", "held", code=code)
        assert question(graph(category), "person:a").gives(covers_of("held"), {"held": category}) == expected


def test_themes_of_a_case_give_every_category_and_their_rows() -> None:
    plain = {str(each) for each in PERSONAL}
    assert given_by("Case", "theme:AAP", "theme:PEN", gives=theme_of("held")) == plain | {
        f"{e}:{t}" for e in THEMED for t in ("AAP", "PEN")
    }
    assert given_by("Case", gives=theme_of("held")) == plain


def test_theme_gives_its_own_rows() -> None:
    theme = node("Theme", "held", code="SYK")
    gives = question(graph(theme), "person:a").gives(theme_of("held"), {"held": theme})
    assert {each for each in gives if ":" in each} == {f"{each}:SYK" for each in THEMED}


def test_both_give_what_each_gives() -> None:
    narrowed = both(covers_of("held"), fixed(Category.CASES, Category.CARD))
    assert given_by("Mandate", "category:CASES", "category:WORK", "theme:AAP", gives=narrowed) == {"CASES", "CASES:AAP"}
    rowless = both(covers_of("held"), fixed(*PERSONAL, themes=()))
    assert given_by("Mandate", "category:CASES", "category:WORK", gives=rowless) == {"CASES", "WORK"}


def test_what_a_grant_does_not_give_for_an_action_its_paths_do_not_either() -> None:
    own, asked = INNSYN.granting(ViewerKind.PERSON, "Person")[0], question(graph(node("Person", "a")), "person:a")
    given = [replace(asked, action=action).given(own, asked.graph.nodes["a"]) for action in Action]
    assert [len(each) > 0 for each in given] == [True, False, False]


@pytest.mark.parametrize(
    ("actions", "acts"), [(None, "READ"), (["READ"], "READ"), (["READ", "WRITE"], "READ WRITE"), (["WRITE"], "WRITE"), ([], "")]
)
def test_an_arranger_whose_role_tells_no_actions_reads_the_activity_alone(actions: list[str] | None, acts: str) -> None:
    covers = edge("role", "COVERS", "category:ACTIVITIES", **({} if actions is None else {"actions": actions}))
    seat: list[Part] = [
        node("Employee", "E", ident="E"),
        node("Position", "seat"),
        edge("E", "HOLDS", "seat"),
        node("Role", "role", code="role"),
    ]
    works: list[Part] = [
        edge("seat", "IN", "role"),
        node("Business", "firm"),
        edge("seat", "AT", "firm"),
        node("Category", "category:ACTIVITIES", code="ACTIVITIES"),
    ]
    world = graph(*seat, *works, covers, node("Activity", "course"), edge("course", "ARRANGED_BY", "firm"))
    asked, rule = question(world, "employee:E"), next(each for each in INNSYN.grants if each.id == "arranger.activity")
    found = [action for action in Action if any(True for _ in replace(asked, action=action).paths(rule, world.nodes["course"]))]
    assert " ".join(found) == acts


def test_role_gives_an_action_that_it_covers() -> None:
    seat = [*Seat(covers=(Category.CARD,)).held_by("E", None), edge("role-seat", "COVERS", "category:WORK", actions=["READ", "WRITE"])]
    asked = question(graph(*seat), "employee:E", purpose="WORK")
    for action, expected in ((Action.READ, {"CARD", "WORK"}), (Action.WRITE, {"WORK"}), (Action.COMMUNICATE, set())):
        assert replace(asked, action=action).gives(role_of("viewer"), {"viewer": asked.graph.nodes["E"]}) == expected


# --- overrides (A14) ---

LONG_DEAD = {"deathDate": date(2024, 1, 1)}


def overridden(lifts: Any, *parts: Part, subject: dict[str, Any] | None = None, **override: Any) -> frozenset[str]:
    """What an employee out of reach reads by an override that lifts these codes."""
    world = graph(
        *Seat(reach="LOCAL", covers=(Category.CARD,)).held_by("E", "self"),
        node("Person", "subject", **(subject or {})),
        node("Override", "override", **{"validFrom": NOW - DAY, "validTo": NOW + DAY, "lifts": lifts, **override}),
        edge("override", "BY", "E"),
        edge("override", "OF", "subject"),
        *PROTECTIONS,
        *parts,
    )
    return question(world, "employee:E", purpose="WORK").decide(world.nodes["subject"]).mask


def test_override_gives_what_the_role_would_give_within_reach() -> None:
    assert overridden([]) == {"CARD"}
    assert overridden(None) == {"CARD"}


@pytest.mark.parametrize("override", [{"validTo": NOW}, {"validFrom": NOW + 1}, {"validFrom": None}, {"retractedAt": NOW}])
def test_override_that_is_not_in_force_opens_nothing(override: dict[str, Any]) -> None:
    assert overridden(["DECEASED"], **override) == frozenset()


@pytest.mark.parametrize(
    ("lifts", "opens"), [(["DECEASED"], True), (["LIVES_ABROAD", "DECEASED"], True), (["LIVES_ABROAD"], False), ([], False), (None, False)]
)
def test_override_lifts_the_codes_that_it_names_and_no_other(lifts: list[str] | None, opens: bool) -> None:
    assert overridden(lifts, subject=LONG_DEAD) == ({"CARD"} if opens else frozenset())


def test_override_lifts_every_code_that_holds_or_nothing() -> None:
    abroad = node("Area", "abroad", kind="COUNTRY"), edge("subject", "BELONGS_TO", "abroad")
    assert overridden(["DECEASED"], *abroad, subject=LONG_DEAD) == frozenset()
    assert overridden(["DECEASED", "LIVES_ABROAD"], *abroad, subject=LONG_DEAD) == {"CARD"}


def test_one_override_does_not_lift_for_another() -> None:
    other = node("Override", "other", validFrom=0, lifts=["LIVES_ABROAD"]), edge("other", "BY", "E"), edge("other", "OF", "subject")
    abroad = node("Area", "abroad", kind="COUNTRY"), edge("subject", "BELONGS_TO", "abroad")
    assert overridden(["DECEASED"], *other, *abroad, subject=LONG_DEAD) == frozenset()


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("CONFIDENTIAL", edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL")),
        ("SHIELDED", edge("subject", "PROTECTED_AS", "protection:SHIELDED")),
        ("DISQUALIFIED", edge("self", "PARENT_OF", "subject")),
    ],
)
def test_override_lifts_no_core_denial_whatever_it_names(code: str, part: Part) -> None:
    assert overridden([code], part) == frozenset()


def test_override_of_another_person_opens_nothing_of_this_one() -> None:
    world = graph(
        *Seat(reach="LOCAL").held_by("E", "self"),
        *(node("Person", name) for name in ("subject", "other")),
        *(node("Override", "override", validFrom=0, lifts=[]), edge("override", "BY", "E"), edge("override", "OF", "other")),
    )
    asked = question(world, "employee:E", purpose="WORK")
    assert asked.decide(world.nodes["subject"]).denied
    assert not asked.decide(world.nodes["other"]).denied


# --- mandates (A3) and consents ---


def held(*parts: Part, kind: str = "PROXY", subject: dict[str, Any] | None = None, **mandate: Any) -> frozenset[str]:
    """What the holder of a mandate reads of its giver."""
    world = graph(
        *COVERED,
        *PROTECTIONS,
        *(node("Person", "me"), node("Person", "subject", **(subject or {}))),
        node("Mandate", "mandate", **{"kind": kind, "actions": ["READ"], "validFrom": 0, **mandate}),
        *(edge("mandate", "TO", "me"), edge("mandate", "FROM", "subject")),
        *parts,
    )
    return question(world, "person:me").decide(world.nodes["subject"]).mask


COVERS = edge("mandate", "COVERS", "category:WORK")


@pytest.mark.parametrize(
    ("mandate", "opens"),
    [
        ({}, True),
        ({"actions": ["READ", "WRITE"]}, True),
        ({"actions": ["WRITE"]}, False),
        ({"actions": None}, False),
        ({"revokedAt": NOW - DAY}, False),
        ({"revokedAt": NOW + DAY}, False),
        ({"validTo": NOW}, False),
        ({"validFrom": None}, False),
        ({"kind": "LINE_MANAGEMENT"}, False),
    ],
)
def test_proxy_opens_while_it_lasts_and_for_the_actions_that_it_names(mandate: dict[str, Any], opens: bool) -> None:
    assert held(COVERS, **mandate) == ({"WORK"} if opens else frozenset())


CONFIDENTIAL = edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL")
CLEARED = edge("mandate", "CLEARED_FOR", "protection:CONFIDENTIAL")


def test_mandate_sleeps_when_a_protection_begins() -> None:
    assert held(COVERS, CONFIDENTIAL) == frozenset()


def test_cleared_mandate_passes_that_protection() -> None:
    assert held(COVERS, CONFIDENTIAL, CLEARED) == {"WORK"}


@pytest.mark.parametrize(
    "parts",
    [
        (edge("mandate", "CLEARED_FOR", "protection:SHIELDED"),),
        (edge("mandate", "CLEARED_FOR", "protection:CONFIDENTIAL", validTo=NOW),),
        (
            CLEARED,
            node("Protection", "protection:STRICT", code="STRICTLY_CONFIDENTIAL"),
            edge("subject", "PROTECTED_AS", "protection:STRICT"),
        ),
    ],
    ids=["of another", "ended", "of one of two"],
)
def test_mandate_cleared_for_something_else_sleeps(parts: tuple[Part, ...]) -> None:
    assert held(COVERS, CONFIDENTIAL, *parts) == frozenset()


def test_clearance_of_one_mandate_wakes_no_other() -> None:
    other: list[Part] = [
        node("Mandate", "other", kind="PROXY", actions=["READ"], validFrom=0),
        *(edge("other", "TO", "me"), edge("other", "FROM", "subject"), edge("other", "COVERS", "category:CONTACT")),
    ]
    assert held(COVERS, *other) == {"WORK", "CONTACT"}
    assert held(COVERS, *other, CONFIDENTIAL, CLEARED) == {"WORK"}


def test_clearance_passes_no_lack_of_screening() -> None:
    assert held(COVERS, CLEARED, subject={"screenedAt": None}) == frozenset()


def task(code: str, *covers: str) -> list[Part]:
    return [node("Task", f"task:{code}", code=code), *(edge(f"task:{code}", "COVERS", each) for each in covers)]


def test_guardian_reads_what_each_task_covers_and_no_more() -> None:
    work, pension = task("WORK", "category:CASES", "theme:AAP"), task("PENSION", "category:DIALOGUES", "theme:PEN")
    tasks = (*work, *pension, edge("mandate", "COVERS", "task:WORK"), edge("mandate", "COVERS", "task:PENSION"))
    assert held(*tasks, kind="GUARDIANSHIP", actions=None) == {"CASES", "CASES:AAP", "DIALOGUES", "DIALOGUES:PEN"}


def test_guardian_without_tasks_reads_nothing() -> None:
    assert held(kind="GUARDIANSHIP") == frozenset()


def test_task_that_was_retracted_gives_nothing() -> None:
    ended = edge("mandate", "COVERS", "task:WORK", retractedAt=NOW - DAY)
    assert held(*task("WORK", "category:CASES"), ended, kind="GUARDIANSHIP") == frozenset()


@pytest.mark.parametrize(("born", "opens"), [(date(2008, 11, 23), True), (date(2008, 11, 22), False), (None, False)])
def test_parent_reads_a_child_until_it_is_grown(born: date | None, opens: bool) -> None:
    mask = held(kind="PARENTAL_RESPONSIBILITY", subject={"birthDate": born})
    assert ("CARD" in mask) is opens
    assert not mask & {"TRACE", "PROTECTION"}


SEAT_AT_A_BUSINESS: list[Part] = [
    *(node("Employee", "e", ident="E"), node("Position", "chair"), node("Business", "bank"), edge("chair", "AT", "bank")),
    *(edge("e", "HOLDS", "chair"), node("Role", "role", code="R", reach="LOCAL"), edge("chair", "IN", "role")),
    *(edge("role", "COVERS", f"category:{code}") for code in ("WORK", "CARD", "CONTACT")),
    *(node("Purpose", f"purpose:{code}", code=code) for code in ("CREDIT", "OTHER")),
    *(edge("role", "MAY_STATE", f"purpose:{code}") for code in ("CREDIT", "OTHER")),
    *(edge(f"purpose:{code}", "COVERS", f"category:{each}") for code in ("CREDIT", "OTHER") for each in ("WORK", "CARD")),
]


def consented(*parts: Part, purpose: str = "CREDIT", **consent: Any) -> frozenset[str]:
    """What an employee of a business reads of someone who has consented to WORK and CONTACT for CREDIT."""
    world = graph(
        *COVERED,
        *SEAT_AT_A_BUSINESS,
        *(node("Person", "self"), edge("e", "IS", "self"), node("Person", "subject")),
        node("Consent", "consent", **{"validFrom": 0, **consent}),
        *(edge("consent", "FROM", "subject"), edge("consent", "TO", "bank"), edge("consent", "FOR", "purpose:CREDIT")),
        *(edge("consent", "COVERS", f"category:{each}") for each in ("WORK", "CONTACT")),
        *PROTECTIONS,
        *parts,
    )
    return question(world, "employee:E", purpose=purpose).decide(world.nodes["subject"]).mask


def test_consent_gives_what_it_the_role_and_the_purpose_cover() -> None:
    assert consented() == {"WORK"}


@pytest.mark.parametrize("consent", [{"withdrawnAt": NOW - DAY}, {"withdrawnAt": NOW}, {"validTo": NOW}, {"validFrom": None}])
def test_consent_that_is_withdrawn_or_over_opens_nothing(consent: dict[str, Any]) -> None:
    assert consented(**consent) == frozenset()


def test_consent_opens_for_its_purpose_alone() -> None:
    assert consented(purpose="OTHER") == frozenset()


def test_consent_sleeps_when_a_protection_begins() -> None:
    assert consented(CONFIDENTIAL) == frozenset()


@pytest.mark.parametrize(("retracted", "codes"), [(None, set()), (1, {"CONFIDENTIAL"})])
def test_a_cleared_mandate_that_was_found_to_be_wrong_excepts_nobody(retracted: int | None, codes: set[str]) -> None:
    mandate = node("Mandate", "mandate", kind="PROXY", validFrom=0, retractedAt=retracted)
    hidden = [edge("ola", "PROTECTED_AS", "protection"), edge("mandate", "CLEARED_FOR", "protection")]
    given = [edge("mandate", "TO", "kari"), edge("mandate", "FROM", "ola")]
    persons = [node("Person", "kari"), node("Person", "ola"), node("Protection", "protection", code="CONFIDENTIAL")]
    asked = question(graph(*persons, mandate, *hidden, *given), "person:kari")
    places = [denial for denial in INNSYN.denials if denial.id == "place.own"]
    assert {code for denial in places for code in asked.codes(denial, asked.graph.nodes["ola"])} == codes
