"""The laws of combining, over every choice of toy rules; and which code a refused viewer learns."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.category import PERSONAL, THEMED, Category
from auth.decide import (
    NO_GRANT,
    NOT_AVAILABLE,
    NOT_FOUND,
    OUTSIDE_AREA,
    RELATION_SHOWN,
    Decision,
    Given,
    Hung,
    Lifted,
    Pair,
    Test,
    Union,
    Unless,
    closure,
    covered,
    covered_entries,
    entries,
    entries_of,
    entry,
    first,
    missing,
    shared,
    shown,
)
from auth.reference import GraphNode
from auth.rule import Closes, Denial, Fixed, Grant, Row, Rules
from auth.rules import CODE_ORDER, PROTECTION_CODES
from tests.graphs import edge, graph, node, question

SAYS = {"nb": "Fordi", "en": "Because"}
WORLD = graph(
    node("Person", "viewer"),
    node("Person", "subject", gender="FEMALE"),
    node("Override", "pass", validFrom=0, lifts=["LATE", "FAR_AWAY"]),
    edge("pass", "BY", "viewer"),
    edge("pass", "OF", "subject"),
    node("Mandate", "mandate", validFrom=0),
    edge("mandate", "TO", "viewer"),
    edge("mandate", "FROM", "subject"),
    edge("mandate", "CLEARED_FOR", "protection:CONFIDENTIAL"),
    node("Protection", "protection:CONFIDENTIAL", code="CONFIDENTIAL"),
    node("Theme", "theme:HJE", code="HJE", secret=False),
    node("Theme", "theme:PEN", code="PEN", secret=False),
    node("Theme", "theme:FAR", code="FAR", secret=True),
)
HOLDS, FAILS, UNKNOWN = "subject.gender = 'FEMALE'", "subject.gender = 'MALE'", "subject.birthDate < today"


OVERRIDE: dict[str, Any] = {"path": "(viewer:Person)<-[:BY]-(pass:Override)-[:OF]->(subject:Person)", "lifts": "pass.lifts"}
MANDATE_OF: dict[str, Any] = {
    "path": "(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->(subject:Person)",
    "clears": "(mandate)-[:CLEARED_FOR]->(protection:Protection)",
}


def grant(name: str, categories: frozenset[Category], where: str = HOLDS, **other: Any) -> Grant:
    usual = {
        "path": "(viewer:Person), (subject:Person)",
        "where": where,
        "gives": Fixed(categories=categories),
        "basis": "Law",
        "says": SAYS,
    }
    return Grant(id=name, **{**usual, **other})


def denial(name: str, where: str = HOLDS, *, core: bool = True, code: str = "NO", closes: Closes = Closes.EVERYTHING) -> Denial:
    path = "(viewer), (subject:Person)"
    return Denial(id=name, path=path, where=where, code=code, core=core, closes=closes, basis="Law", says=SAYS)


def decide(grants: list[Grant], denials: list[Denial], *, related: bool = False) -> Decision:
    rules = Rules(name="test", grants=tuple(grants), denials=tuple(denials), rows=())
    asked = question(WORLD, "person:viewer", rules=rules)
    return asked.decide(WORLD.nodes["subject"], related=related)


conditions = st.sampled_from([HOLDS, FAILS, UNKNOWN])
categories = st.frozensets(st.sampled_from(PERSONAL), min_size=1, max_size=4)
KINDS: list[dict[str, Any]] = [{}, {"secondary": True}, OVERRIDE]
grants = st.lists(st.tuples(categories, conditions, st.sampled_from(KINDS)), max_size=4).map(
    lambda found: [grant(f"grant.{number}", given_, where, **kind) for number, (given_, where, kind) in enumerate(found)]
)
denials = st.lists(st.tuples(conditions, st.booleans(), st.sampled_from(Closes), st.sampled_from(["NO", "LATE"])), max_size=4).map(
    lambda found: [
        denial(f"denial.{number}", where, core=core or closes is Closes.PLACES, closes=closes, code=code)
        for number, (where, core, closes, code) in enumerate(found)
    ]
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


@given(grants, denials, denials)
def test_adding_a_denial_never_opens(found: list[Grant], standing: list[Denial], more: list[Denial]) -> None:
    before = decide(found, standing)
    after = decide(found, [*standing, *(replace(each, id=f"more.{number}") for number, each in enumerate(more))])
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
    core = [each for each in standing if each.core]
    assert related - alone <= {"CARD"}
    assert ("CARD" in related) == ("CARD" in alone or not decide(found, core).codes)


# --- what overridable denials bind (A2, A3, A14) ---

CARD = frozenset({Category.CARD})


@given(grants, denials)
def test_nothing_opens_that_is_not_offered(found: list[Grant], standing: list[Denial]) -> None:
    decision = decide(found, standing)
    assert decision.mask <= decision.offered
    assert decision.offered == decide(found, []).mask


@given(grants)
def test_overridable_denial_binds_all_but_what_names_its_code_and_other_parties(found: list[Grant]) -> None:
    """A2, A5."""
    passing = [each for each in found if each.secondary or each.lifts]
    assert decide(found, [denial("late", core=False, code="LATE")]).mask == decide(passing, []).mask


@given(grants)
def test_code_that_no_override_names_binds_all_but_other_parties(found: list[Grant]) -> None:
    passing = [each for each in found if each.secondary]
    assert decide(found, [denial("no", core=False, code="NO")]).mask == decide(passing, []).mask


def test_override_lifts_every_code_that_holds_or_nothing() -> None:
    lifting, late, far = (
        grant("lifting", CARD, **OVERRIDE),
        denial("late", core=False, code="LATE"),
        denial("far", core=False, code="FAR_AWAY"),
    )
    assert decide([lifting], [late, far]).mask == {"CARD"}
    assert decide([lifting], [late, far, denial("no", core=False)]).denied


def test_override_lifts_no_core_denial_of_a_code_that_it_names() -> None:
    assert decide([grant("lifting", CARD, **OVERRIDE)], [denial("late", code="LATE")]).denied


def test_other_party_is_bound_by_core_denials() -> None:
    assert decide([grant("party", CARD, secondary=True)], [denial("core")]).denied


def test_clearance_of_a_grant_passes_that_core_denial_for_that_grant_alone() -> None:
    """A3: a mandate passes by a clearance of its own."""
    cleared, plain = grant("cleared", CARD, **MANDATE_OF), grant("plain", frozenset({Category.WORK}))
    protected = denial("protected", code="CONFIDENTIAL")
    assert decide([cleared, plain], [protected]).mask == {"CARD"}
    assert decide([cleared, plain], [protected, denial("other", code="SHIELDED")]).denied


def test_clearance_of_a_grant_passes_no_overridable_denial_beside() -> None:
    assert decide(
        [grant("cleared", CARD, **MANDATE_OF)], [denial("c", code="CONFIDENTIAL"), denial("late", core=False, code="LATE")]
    ).denied


def test_mask_is_one_expression() -> None:
    plain, party, lifting, cleared = (
        grant("plain", CARD),
        grant("party", CARD, secondary=True),
        grant("lifting", CARD, **OVERRIDE),
        grant("cleared", CARD, **MANDATE_OF),
    )
    core, late = denial("core"), denial("late", core=False)
    pair = Pair(grants=(plain, party, lifting, cleared), denials=(core, late))
    offered = Union((Given(plain), Given(party), Given(lifting), Given(cleared)))
    granted = Unless((late,), offered, Union((Given(party), Lifted((late,), lifting))))
    assert pair.mask == Unless((core,), granted, Union((Lifted((core, late), cleared),)))


# --- entries ---


def test_identity_includes_the_card() -> None:
    assert closure({Category.IDENTITY}) == {Category.IDENTITY, Category.CARD}


def test_themed_category_is_opened_in_every_theme() -> None:
    assert entries({Category.CASES, Category.WORK}) == ("CASES", "CASES:*", "WORK")


def test_categories_are_opened_in_some_themes_or_in_none() -> None:
    assert entries_of({Category.CASES, Category.WORK}, None) == {"CASES", "CASES:*", "WORK"}
    assert entries_of({Category.CASES, Category.WORK}, ("AAP", "SYK")) == {"CASES", "CASES:AAP", "CASES:SYK", "WORK"}
    assert entries_of({Category.CASES, Category.IDENTITY}, ()) == {"CASES", "IDENTITY", "CARD"}


@pytest.mark.parametrize(
    ("categories_", "themes_", "expected"),
    [
        ((), (), set()),
        ((Category.CASES,), (), {"CASES", "CASES:*"}),
        ((Category.WORK,), ("AAP",), {"WORK"}),
        ((Category.CASES, Category.WORK), ("AAP",), {"CASES", "CASES:AAP", "WORK"}),
        ((), ("AAP",), {"CARD", *THEMED, *(f"{each}:AAP" for each in THEMED)}),
    ],
)
def test_one_of_categories_and_themes_stands_for_all_of_the_other(
    categories_: tuple[Category, ...], themes_: tuple[str, ...], expected: set[str]
) -> None:
    assert covered_entries(categories_, themes_) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"CARD", "WORK"}, {"CARD"}, {"CARD"}),
        ({"CASES", "CASES:*"}, {"CASES", "CASES:AAP"}, {"CASES", "CASES:AAP"}),
        ({"CASES", "CASES:AAP"}, {"CASES", "CASES:SYK"}, {"CASES"}),
        ({"CASES", "CASES:*"}, {"CASES", "CASES:*", "WORK"}, {"CASES", "CASES:*"}),
        ({"CASES", "CASES:*"}, {"DEVICES", "DEVICES:*"}, set()),
        ({"CASES", "CASES:*"}, {"CASES"}, {"CASES"}),
        (set(), {"CARD"}, set()),
    ],
)
def test_both_give_what_each_opens(one: set[str], other: set[str], expected: set[str]) -> None:
    assert shared(one, other) == shared(other, one) == expected


masks = st.frozensets(
    st.sampled_from([*map(str, PERSONAL), *(f"{each}:{theme}" for each in sorted(THEMED) for theme in ("*", "AAP", "SYK"))])
)


@given(masks, masks, masks)
def test_what_several_give_together_does_not_depend_on_their_order(
    one: frozenset[str], other: frozenset[str], third: frozenset[str]
) -> None:
    assert shared(one, one) >= one
    assert shared(shared(one, other), third) == shared(one, shared(other, third))


def test_theme_is_all_that_stands_behind_the_first_colon() -> None:
    assert decision(offered=frozenset({"CASES", "CASES:A:B"})).themes(Category.CASES) == ["A:B"]
    assert shared({"CASES", "CASES:*"}, {"CASES", "CASES:A:B"}) == {"CASES", "CASES:A:B"}


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
    """A8: staff keep the outline of a theme that they do not handle, unless it is secret."""
    assert reads(row, mask, *codes, staff=staff) == expected


@pytest.mark.parametrize(
    ("standing", "shows"),
    [
        ([], True),
        ([denial("core")], False),
        ([denial("other", core=False)], True),
        ([denial("core", FAILS)], True),
    ],
)
def test_relation_shows_to_an_outsider_unless_a_core_denial_stands_between(standing: list[Denial], shows: bool) -> None:
    asked = question(WORLD, "person:viewer")
    mask = decide([], standing, related=True).mask
    assert asked.test(RELATION_SHOWN, mask=mask, themes=[], subject=WORLD.nodes["subject"]) is shows


def test_relation_always_shows_to_staff() -> None:
    asked = question(graph(*OFFICE), "employee:E")
    assert asked.test(RELATION_SHOWN, mask=frozenset(), themes=[], subject=WORLD.nodes["subject"])


# --- codes (A6) ---

OPEN = frozenset({"CARD", "ADDRESS"})


def decision(*codes: str, offered: frozenset[str] = OPEN, places: tuple[str, ...] = (), staff: bool = True) -> Decision:
    mask = frozenset() if codes else offered
    return Decision(
        mask=mask, offered=offered, codes=frozenset(codes), place_codes=frozenset(places), reach=frozenset({"CARD", "WORK"}), staff=staff
    )


def code(found: Decision, category: Category, *, place: bool = False) -> str:
    return found.code(category, place=place, order=CODE_ORDER)


def test_outsider_learns_no_code() -> None:
    assert code(decision("CONFIDENTIAL", staff=False), Category.CARD) == NOT_AVAILABLE
    assert decision("CONFIDENTIAL", staff=False).shown_codes(CODE_ORDER, PROTECTION_CODES) == (NOT_AVAILABLE,)


def test_denials_code_shows_where_a_grant_would_otherwise_open() -> None:
    assert code(decision("DISQUALIFIED"), Category.CARD) == "DISQUALIFIED"


def test_denials_code_does_not_show_where_nothing_would_open() -> None:
    hidden = decision("STRICTLY_CONFIDENTIAL", offered=frozenset())
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


def test_category_that_tells_nothing_but_places_is_closed_with_them() -> None:
    found = decision(places=("CONFIDENTIAL",))
    assert not found.opens(Category.ADDRESS)
    assert found.opens(Category.CARD)
    assert decision().opens(Category.ADDRESS)


def test_closed_places_show_their_code_where_a_place_would_else_be_open() -> None:
    assert decision(places=("CONFIDENTIAL",)).shown_codes(CODE_ORDER, PROTECTION_CODES) == ("CONFIDENTIAL",)
    assert decision(places=("CONFIDENTIAL",), offered=frozenset({"CARD"})).shown_codes(CODE_ORDER, PROTECTION_CODES) == ()


def test_a_row_whose_category_tells_its_place_too_shows_the_code_where_it_is_whole() -> None:
    """As a case its unit: of an outline it is not told what closes the rest."""
    found = replace(decision(places=("CONFIDENTIAL",), offered=frozenset({"CASES"})), among=(Category.CASES,))
    assert (found.outcome, found.shown_codes(CODE_ORDER, PROTECTION_CODES)) == ("PARTIAL", ("CONFIDENTIAL",))
    outline = replace(found, whole=False)
    assert (outline.outcome, outline.shown_codes(CODE_ORDER, PROTECTION_CODES)) == ("PARTIAL", ())


def test_open_is_open_to_all() -> None:
    assert decision("SHIELDED", offered=frozenset()).allows(Category.OPEN)


def test_whoever_is_not_refused_learns_no_codes() -> None:
    assert decision().shown_codes(CODE_ORDER, PROTECTION_CODES) == ()


def test_partly_bound_by_a_denial_still_says_its_code() -> None:
    found = replace(decision("DECEASED"), mask=frozenset({"CARD"}))
    assert code(found, Category.ADDRESS) == "DECEASED"
    assert found.shown_codes(CODE_ORDER, PROTECTION_CODES) == ("DECEASED",)


def test_code_that_no_order_names_comes_last() -> None:
    assert first(frozenset({"PARTY", "SHIELDED"}), CODE_ORDER) == "SHIELDED"


# --- rows and what is missing ---


def hung(*places: str, mask: frozenset[str] | None = None, whole: bool = True, staff: bool = True) -> Hung:
    return Hung(mask=mask, whole=whole, place_codes=frozenset(places), staff=staff)


@pytest.mark.parametrize(
    ("found", "category", "place", "detail", "expected"),
    [
        (hung(), Category.CASES, True, True, None),
        (hung(mask=frozenset({"CASES"})), Category.CASES, False, False, None),
        (hung(mask=frozenset({"CASES"})), Category.OPEN, False, False, None),
        (hung(mask=frozenset({"CASES"})), Category.CARD, False, False, NO_GRANT),
        (hung(mask=frozenset(), staff=False), Category.CARD, False, False, NOT_AVAILABLE),
        (hung(whole=False), Category.CASES, False, False, None),
        (hung(whole=False), Category.CASES, False, True, NO_GRANT),
        (hung("CONFIDENTIAL", whole=False), Category.CASES, True, True, NO_GRANT),
        (hung("CONFIDENTIAL"), Category.CASES, False, True, None),
        (hung("PARTY", "CONFIDENTIAL"), Category.CASES, True, False, "CONFIDENTIAL"),
        (hung("CONFIDENTIAL", staff=False), Category.CASES, True, False, NOT_AVAILABLE),
    ],
)
def test_field_of_a_row_is_open_or_closed_under_one_code(
    found: Hung, category: Category, place: bool, detail: bool, expected: str | None
) -> None:
    assert found.code(category, place=place, detail=detail, order=CODE_ORDER) == expected


def test_only_to_outsiders_is_whoever_is_refused_hidden() -> None:
    assert decision("CONFIDENTIAL", staff=False).hidden
    assert not decision("CONFIDENTIAL").hidden
    assert not decision(staff=False).hidden


def test_what_is_not_there_is_to_outsiders_as_what_they_may_not_see() -> None:
    assert missing(staff=False) == NOT_AVAILABLE
    assert missing(staff=True) == NOT_FOUND
