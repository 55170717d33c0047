"""The laws of combining, over every choice of toy rules; and which code a refused viewer learns."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.category import PERSONAL, Category
from auth.decide import (
    NO_GRANT,
    NOT_AVAILABLE,
    OUTSIDE_AREA,
    Decision,
    Pair,
    Test,
    closure,
    covered,
    entries,
    entry,
    first,
    relation_shown,
    shown,
)
from auth.reference import GraphNode
from auth.rule import Closes, Denial, Fixed, Grant, Row, Rules
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.viewer import ViewerKind
from tests.graphs import edge, graph, node, question

SAYS = {"nb": "Fordi", "en": "Because"}
WORLD = graph(
    node("Person", "viewer"),
    node("Person", "subject", gender="FEMALE"),
    node("Theme", "theme:HJE", code="HJE", secret=False),
    node("Theme", "theme:PEN", code="PEN", secret=False),
    node("Theme", "theme:FAR", code="FAR", secret=True),
)
HOLDS, FAILS, UNKNOWN = "subject.gender = 'FEMALE'", "subject.gender = 'MALE'", "subject.birthDate < today"


def grant(name: str, categories: frozenset[Category], where: str = HOLDS) -> Grant:
    path = "(viewer:Person), (subject:Person)"
    return Grant(id=name, path=path, where=where, gives=Fixed(categories=categories), basis="Law", says=SAYS)


def denial(name: str, where: str = HOLDS, *, core: bool = True, code: str = "NO", closes: Closes = Closes.EVERYTHING) -> Denial:
    path = "(viewer), (subject:Person)"
    return Denial(id=name, path=path, where=where, code=code, core=core, closes=closes, basis="Law", says=SAYS)


def decide(grants: list[Grant], denials: list[Denial], *, related: bool = False) -> Decision:
    rules = Rules(name="test", grants=tuple(grants), denials=tuple(denials), rows=())
    asked = question(WORLD, "person:viewer", rules=rules)
    return asked.decide(WORLD.nodes["subject"], related=related)


conditions = st.sampled_from([HOLDS, FAILS, UNKNOWN])
categories = st.frozensets(st.sampled_from(PERSONAL), min_size=1, max_size=4)
grants = st.lists(st.tuples(categories, conditions), max_size=4).map(
    lambda found: [grant(f"grant.{number}", given_, where) for number, (given_, where) in enumerate(found)]
)
denials = st.lists(st.tuples(conditions, st.booleans(), st.sampled_from(Closes)), max_size=4).map(
    lambda found: [denial(f"denial.{number}", where, core=core, closes=closes) for number, (where, core, closes) in enumerate(found)]
)


@given(denials)
def test_silence_denies(standing: list[Denial]) -> None:
    assert decide([], standing).mask == frozenset()


@given(grants)
def test_grant_whose_condition_cannot_be_told_opens_nothing(found: list[Grant]) -> None:
    assert decide([replace(each, where=UNKNOWN) for each in found], []).mask == frozenset()


@given(grants, denials)
def test_core_denial_beats_every_grant(found: list[Grant], others: list[Denial]) -> None:
    assert decide(found, [*others, denial("core")]).denied


@given(grants, denials)
def test_mask_is_what_the_grants_that_hold_give(found: list[Grant], others: list[Denial]) -> None:
    held = [each.gives.categories for each in found if each.where == HOLDS and isinstance(each.gives, Fixed)]
    silent = [replace(each, where=FAILS) for each in others]
    assert decide(found, silent).mask == frozenset(each for given_ in held for each in entries(given_))


@given(grants, denials, st.data())
def test_order_changes_nothing(found: list[Grant], standing: list[Denial], data: st.DataObject) -> None:
    other = decide(data.draw(st.permutations(found)), data.draw(st.permutations(standing)))
    assert decide(found, standing) == other


@given(grants, denials, conditions, st.booleans(), st.sampled_from(Closes))
def test_adding_a_denial_never_opens(found: list[Grant], standing: list[Denial], where: str, core: bool, closes: Closes) -> None:
    before = decide(found, standing)
    after = decide(found, [*standing, denial("more", where, core=core, closes=closes)])
    assert after.mask <= before.mask
    assert after.place_codes >= before.place_codes


@given(grants, denials, categories, conditions)
def test_adding_a_grant_never_closes(found: list[Grant], standing: list[Denial], more: frozenset[Category], where: str) -> None:
    assert decide([*found, grant("more", more, where)], standing).mask >= decide(found, standing).mask


@given(grants, denials)
def test_denial_of_places_closes_nothing_else(found: list[Grant], standing: list[Denial]) -> None:
    placed = decide(found, [*standing, denial("place", closes=Closes.PLACES, code="HIDDEN")])
    assert placed.mask == decide(found, standing).mask
    assert not any(placed.allows(category, place=True) for category in PERSONAL)


@given(grants, denials)
def test_relation_brings_the_card_and_no_more(found: list[Grant], standing: list[Denial]) -> None:
    alone, related = decide(found, standing).mask, decide(found, standing, related=True).mask
    assert related - alone <= {"CARD"}
    assert ("CARD" in related) == (not decide(found, standing).codes)


# --- entries ---


def test_identity_includes_the_card() -> None:
    assert closure({Category.IDENTITY}) == {Category.IDENTITY, Category.CARD}


def test_themed_category_is_opened_in_every_theme() -> None:
    assert entries({Category.CASES, Category.WORK}) == ("CASES", "CASES:*", "WORK")


def test_entry_of_a_theme_stands_apart_from_the_category() -> None:
    assert entry(Category.CASES, "HJE") == "CASES:HJE"
    assert entry(Category.CASES) == "CASES"


# --- rows ---

CASE = Row(
    id="row.case",
    path="(subject:Person)<-[:CONCERNS]-(row:Case)",
    category=Category.CASES,
    theme="(row:Case)-[:IN]->(theme:Theme)",
    outlined=True,
)
DIALOGUE = replace(CASE, id="row.dialogue", path="(subject:Person)<-[:WITH]-(row:Dialogue)", category=Category.DIALOGUES, outlined=False)
MANDATE = Row(id="row.mandate", path="(subject:Person)<-[:FROM]-(row:Mandate)", category=Category.MANDATES)


def themes(*codes: str) -> list[GraphNode]:
    return [WORLD.nodes[f"theme:{code}"] for code in codes]


def reads(row: Row, mask: set[str], *codes: str, staff: bool = False) -> str:
    world = graph(*OFFICE) if staff else WORLD
    asked = question(world, "employee:E" if staff else "person:viewer")

    def holds(test: Test) -> bool:
        return asked.test(test, mask=frozenset(mask), themes=themes(*codes), subject=WORLD.nodes["subject"])

    if not holds(shown(row)):
        return "absent"
    return "whole" if holds(covered(row)) else "outline"


OFFICE = (
    node("Employee", "e", ident="E"),
    node("Position", "seat"),
    node("Unit", "unit"),
    edge("e", "HOLDS", "seat"),
    edge("seat", "AT", "unit"),
)


@pytest.mark.parametrize(
    ("row", "mask", "codes", "staff", "expected"),
    [
        (CASE, {"CASES", "CASES:*"}, ("PEN",), False, "whole"),
        (CASE, {"CASES", "CASES:PEN"}, ("PEN",), True, "whole"),
        (CASE, {"CASES", "CASES:PEN"}, ("PEN", "HJE"), True, "outline"),
        (CASE, {"CASES", "CASES:HJE"}, ("PEN",), True, "outline"),
        (CASE, {"CASES", "CASES:HJE"}, ("FAR",), True, "absent"),
        (CASE, {"CASES", "CASES:FAR"}, ("FAR",), True, "whole"),
        (CASE, {"CASES", "CASES:HJE"}, ("PEN",), False, "absent"),
        (CASE, {"CASES", "CASES:HJE"}, (), True, "absent"),
        (CASE, {"CASES", "CASES:*"}, (), False, "whole"),
        (CASE, {"DEVICES", "DEVICES:PEN"}, ("PEN",), True, "absent"),
        (DIALOGUE, {"DIALOGUES", "DIALOGUES:HJE"}, ("PEN",), True, "absent"),
        (DIALOGUE, {"DIALOGUES", "DIALOGUES:PEN"}, ("PEN",), True, "whole"),
        (MANDATE, {"MANDATES"}, (), False, "whole"),
        (MANDATE, {"CASES"}, (), True, "absent"),
    ],
)
def test_row_is_whole_in_outline_or_absent(row: Row, mask: set[str], codes: tuple[str, ...], staff: bool, expected: str) -> None:
    assert reads(row, mask, *codes, staff=staff) == expected


def test_relation_shows_to_an_outsider_unless_a_core_denial_stands_between() -> None:
    for standing, shows in (([], True), ([denial("core")], False), ([denial("other", core=False)], True), ([denial("core", FAILS)], True)):
        rules = Rules(name="test", grants=(), denials=tuple(standing), rows=())
        asked = question(WORLD, "person:viewer", rules=rules)
        test = relation_shown(Pair.of(rules, ViewerKind.PERSON, "Person"))
        assert asked.test(test, mask=frozenset(), themes=[], subject=WORLD.nodes["subject"]) is shows


# --- codes (A6) ---

OPEN = frozenset({"CARD", "ADDRESS"})


def decision(*codes: str, granted: frozenset[str] = OPEN, places: tuple[str, ...] = (), staff: bool = True) -> Decision:
    mask = frozenset() if codes else granted
    return Decision(
        mask=mask, granted=granted, codes=frozenset(codes), place_codes=frozenset(places), reach=frozenset({"CARD", "WORK"}), staff=staff
    )


def code(found: Decision, category: Category, *, place: bool = False) -> str:
    return found.code(category, place=place, order=CODE_ORDER)


def test_outsider_learns_no_code() -> None:
    assert code(decision("CONFIDENTIAL", staff=False), Category.CARD) == NOT_AVAILABLE
    assert decision("CONFIDENTIAL", staff=False).shown_codes(CODE_ORDER, PROTECTION_CODES) == (NOT_AVAILABLE,)


def test_denials_code_shows_where_a_grant_would_otherwise_open() -> None:
    assert code(decision("DISQUALIFIED"), Category.CARD) == "DISQUALIFIED"


def test_denials_code_does_not_show_where_nothing_would_open() -> None:
    hidden = decision("STRICTLY_CONFIDENTIAL", granted=frozenset())
    assert code(hidden, Category.CARD) == OUTSIDE_AREA
    assert code(hidden, Category.TRACE) == NO_GRANT
    assert hidden.shown_codes(CODE_ORDER, PROTECTION_CODES) == (OUTSIDE_AREA,)


def test_category_that_the_role_gives_within_reach_is_outside_the_area() -> None:
    assert code(decision(), Category.WORK) == OUTSIDE_AREA


def test_protection_shows_alone() -> None:
    found = decision("DISQUALIFIED", "SHIELDED", "UNSCREENED")
    assert code(found, Category.CARD) == "SHIELDED"
    assert found.shown_codes(CODE_ORDER, PROTECTION_CODES) == ("SHIELDED",)


def test_other_codes_show_in_their_order() -> None:
    found = decision("UNSCREENED", "SAME_OFFICE", "DISQUALIFIED")
    assert found.shown_codes(CODE_ORDER, PROTECTION_CODES) == ("DISQUALIFIED", "SAME_OFFICE", "UNSCREENED")


def test_closed_place_shows_its_code_where_the_category_is_open() -> None:
    found = decision(places=("CONFIDENTIAL",))
    assert found.allows(Category.ADDRESS)
    assert not found.allows(Category.ADDRESS, place=True)
    assert code(found, Category.ADDRESS, place=True) == "CONFIDENTIAL"


def test_open_is_open_to_all() -> None:
    assert decision("SHIELDED", granted=frozenset()).allows(Category.OPEN)


def test_whoever_is_not_refused_learns_no_codes() -> None:
    assert decision().shown_codes(CODE_ORDER, PROTECTION_CODES) == ()


def test_code_that_no_order_names_comes_last() -> None:
    assert first(frozenset({"PARTY", "SHIELDED"}), CODE_ORDER) == "SHIELDED"
