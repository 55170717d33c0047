"""The kinds of rule: what a declaration must have, and what it concerns."""

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from auth.category import Action, Category
from auth.errors import RuleError
from auth.rule import (
    LASTING,
    Both,
    CoversOf,
    Denial,
    Fixed,
    Grant,
    RoleOf,
    Row,
    Rules,
    ThemeOf,
    When,
    both,
    can_give,
    covers_of,
    fixed,
    parts_of,
    role_of,
    theme_of,
)
from auth.rules import CODE_ORDER, INNSYN, THEMES, as_tilgangsmaskinen
from auth.rules import rules as rules_of
from auth.rules.policy import Policy
from auth.viewer import ViewerKind

SAYS = {"nb": "Fordi", "en": "Because"}


def grant(**other: Any) -> Grant:
    gives = Fixed(categories=frozenset({Category.CARD}))
    return Grant(**{"id": "test.grant", "path": "(viewer:Person), (subject:Person)", "gives": gives, "basis": "Law", "says": SAYS, **other})


def denial(**other: Any) -> Denial:
    return Denial(**{"id": "test.denial", "path": "(viewer), (subject:Person)", "code": "NO", "basis": "Law", "says": SAYS, **other})


def row(**other: Any) -> Row:
    return Row(**{"id": "test.row", "path": "(subject:Person)<-[:CONCERNS]-(row:Case)", "category": Category.CASES, **other})


def rules(*, grants: tuple[Grant, ...] = (), denials: tuple[Denial, ...] = (), rows: tuple[Row, ...] = ()) -> Rules:
    return Rules(name="test", grants=grants, denials=denials, rows=rows)


@pytest.mark.parametrize("broken", [{"path": "(viewer:Person"}, {"where": "viewer ="}, {"unless": ("(viewer",)}, {"clears": "(mandate"}])
def test_rule_that_does_not_read_is_refused_when_made(broken: dict[str, Any]) -> None:
    with pytest.raises(RuleError, match=r"rule `test\.grant`: does not read") as refused:
        grant(**broken)
    assert str(refused.value.__cause__) in str(refused.value)


@pytest.mark.parametrize(("path", "name"), [("(subject:Person)", "viewer"), ("(viewer:Person)", "subject")])
def test_rule_without_viewer_or_subject_is_refused(path: str, name: str) -> None:
    with pytest.raises(RuleError, match=rf"rule `test\.grant`: write a node named `{name}`") as refused:
        grant(path=path)
    assert path in str(refused.value)


def test_rule_concerns_the_viewers_and_subjects_that_it_names() -> None:
    rule = grant(path="(viewer:Employee|Client), (subject:Person)")
    concerned = {kind for kind in ViewerKind if rule.concerns(kind, "Person")}
    assert concerned == {ViewerKind.EMPLOYEE, ViewerKind.CLIENT}
    assert not rule.concerns(ViewerKind.EMPLOYEE, "Case")


def test_rule_without_a_viewers_label_concerns_every_viewer() -> None:
    assert all(denial().concerns(kind, "Person") for kind in ViewerKind)


def test_grant_is_judged_now() -> None:
    assert grant().when is When.NOW


def test_denial_stands_where_validity_cannot_be_read_unless_it_says_otherwise() -> None:
    assert denial().when is When.UNLESS_OVER


def test_code_of_a_denial_is_fixed_or_that_of_a_node() -> None:
    assert denial().code_of is None
    assert denial(code="{protection.code}").code_of == "protection"


def test_role_of_says_which_reaches_count() -> None:
    assert role_of("position", reach="LOCAL|NATIONAL").reach == ("LOCAL", "NATIONAL")
    assert role_of("position").reach == ()


def test_what_is_given_is_a_tree_of_parts() -> None:
    gives = both(both(role_of("position"), theme_of("case")), covers_of("mandate"))
    assert isinstance(gives, Both)
    assert list(parts_of(gives)) == [RoleOf(variable="position"), ThemeOf(variable="case"), CoversOf(variable="mandate")]
    assert list(parts_of(fixed(Category.CARD))) == [Fixed(categories=frozenset({Category.CARD}))]


def test_fixed_categories_are_given_in_every_theme_unless_told() -> None:
    assert fixed(Category.CASES).themes is None
    assert fixed(Category.CASES, themes=("SYK",)).themes == ("SYK",)
    assert fixed(Category.CASES, themes=()).themes == ()


SEAT = "(viewer:Employee)-[:HOLDS]->(position:Position), (subject:Person)"
MANDATE = "(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->(subject:Person)"


@pytest.mark.parametrize(
    ("declared", "acts"),
    [
        ({}, False),
        ({"path": SEAT, "gives": role_of("position")}, True),
        ({"path": SEAT, "gives": both(role_of("position"), fixed(Category.CARD))}, True),
        ({"path": MANDATE, "gives": covers_of("mandate")}, False),
        ({"path": MANDATE, "gives": covers_of("mandate"), "where": "action IN mandate.actions"}, True),
        ({"path": MANDATE, "where": "(action IN mandate.actions OR (mandate.actions IS NULL AND action = 'READ'))"}, True),
        ({"path": MANDATE, "gives": both(role_of("mandate"), covers_of("mandate"))}, False),
        ({"path": MANDATE, "where": "action = 'READ'"}, False),
        ({"path": MANDATE, "where": "action = 'WRITE'"}, True),
    ],
    ids=lambda each: str(each) if isinstance(each, bool) else f"{each.get('gives', 'fixed')} where {each.get('where', '')}",
)
def test_a_grant_is_to_read_unless_a_role_gives_or_its_condition_weighs_the_action(declared: dict[str, Any], acts: bool) -> None:
    assert grant(**declared).acts(Action.READ)
    assert grant(**declared).acts(Action.WRITE) is acts


def test_of_the_rules_only_these_can_give_more_than_to_read() -> None:
    """Own data, a consent and what systems read are to read alone."""
    reading = {each.id for each in INNSYN.grants if not each.acts(Action.WRITE)}
    silent = {"person.own-data", "person.own-business", "organisation.consent", "employee.colleague"}
    assert reading == silent | {"client.inhabitant", "client.consent", "client.case"}


def test_clearance_is_a_path_of_its_own() -> None:
    clearance = grant(clears="(mandate)-[:CLEARED_FOR]->(protection:Protection)").clearance
    assert clearance is not None
    assert clearance.node("protection") is not None
    assert grant().clearance is None


def test_grant_is_bound_by_every_denial_unless_told() -> None:
    assert (grant().lifts, grant().clears, grant().secondary) == ("", "", False)


def test_what_lasts_says_what_ends_it_at_once() -> None:
    assert LASTING == {"Mandate": "revokedAt", "Consent": "withdrawnAt", "Override": None, "NameRequest": None, "Restriction": None}


def test_row_has_the_label_of_its_node_and_themes_if_it_says_so() -> None:
    assert (row().label, row().holder) == ("Case", "Person")
    assert not row().themed
    assert row(fixed_theme="HJE").themed
    assert row(theme="(row:Case)-[:IN]->(theme:Theme)").themed


def test_row_without_themes_has_no_pattern_of_them() -> None:
    assert row().theme_pattern is None


def test_the_same_path_twice_under_one_id_is_a_slip() -> None:
    with pytest.raises(RuleError, match=r"rule `test\.denial`: give it another id or another path: it is declared already$"):
        rules(denials=(denial(), denial(code="OTHER")))


def test_grants_with_one_id_are_alternatives() -> None:
    assert len(rules(grants=(grant(), grant(path="(viewer:Employee), (subject:Person)"))).grants) == 2


def test_version_changes_with_any_rule_and_with_nothing_else() -> None:
    versions = [rules(grants=(grant(),)), rules(grants=(grant(basis="Other"),)), rules(denials=(denial(),)), rules(rows=(row(),))]
    assert len({each.version for each in versions}) == 4
    assert rules(grants=(grant(),)).version == versions[0].version


def test_rules_find_the_row_of_a_label_a_holder_and_a_category() -> None:
    assert rules(rows=(row(),)).row("Case", "Person", Category.CASES) == row()
    assert rules(rows=(row(),)).row("Case", "Business", Category.CASES) is None
    assert rules(rows=(row(),)).row("Case", "Person", Category.WORK) is None


# --- what is declared ---

OTHER = Policy(districts=True, without_area=True, child_years=16, exempt_themes=(), kin="near")
PROFILES = {"innsyn": INNSYN, "other choices": rules_of(OTHER), "tilgangsmaskinen": as_tilgangsmaskinen()}


@pytest.mark.parametrize("profile", PROFILES)
def test_alternatives_of_a_declared_rule_rest_on_one_basis(profile: str) -> None:
    told: dict[str, set[str]] = {}
    for rule in (*PROFILES[profile].grants, *PROFILES[profile].denials):
        told.setdefault(rule.id, set()).add(rule.basis)
    assert all(len(said) == 1 for said in told.values())
    assert not told.keys() & {row.id for row in PROFILES[profile].rows}


@pytest.mark.parametrize("profile", PROFILES)
def test_alternatives_of_a_declared_denial_say_the_same(profile: str) -> None:
    told: dict[str, set[tuple[str, ...]]] = {}
    for denial in PROFILES[profile].denials:
        told.setdefault(denial.id, set()).add((denial.code, *denial.says.values()))
    assert all(len(said) == 1 for said in told.values())


def test_codes_of_denials_of_persons_are_in_the_order_of_codes() -> None:
    persons = {each.code for each in INNSYN.denials if "Person" in each.subject_labels and each.code_of is None}
    assert persons <= set(CODE_ORDER)


def test_every_declared_rule_stands_in_one_theme() -> None:
    declared = [rule for _, module in THEMES for rule in module.declared(Policy())]
    assert len(declared) == len(INNSYN.grants) + len(INNSYN.denials) + len(INNSYN.rows)


def test_profiles_and_choices_have_versions_of_their_own() -> None:
    assert len({each.version for each in PROFILES.values()}) == 3
    assert rules_of().version == rules_of(Policy()).version == INNSYN.version


def ids(found: Rules) -> set[str]:
    return {each.id for each in (*found.grants, *found.denials)}


@pytest.mark.parametrize(
    ("policy", "more", "less"),
    [
        (Policy(without_area=True), {"employee.without-area"}, set()),
        (Policy(exempt_themes=()), set(), {"person.exempt-theme"}),
        (Policy(kin="near"), set(), {"employee.ancestor", "employee.descendant"}),
        (Policy(districts=True), set(), set()),
        (Policy(child_years=16), set(), set()),
    ],
)
def test_choice_brings_and_leaves_out_rules(policy: Policy, more: set[str], less: set[str]) -> None:
    assert ids(rules_of(policy)) - ids(INNSYN) == more
    assert ids(INNSYN) - ids(rules_of(policy)) == less
    assert rules_of(policy).version != INNSYN.version


def test_only_an_override_lifts_and_only_mandates_clear() -> None:
    assert {each.id for each in INNSYN.grants if each.lifts} == {"employee.override"}
    cleared = [each.pattern.node("mandate") for each in INNSYN.grants if each.clears]
    assert all(node is not None and node.labels == ("Mandate",) for node in cleared)


def test_only_other_parties_of_an_assigned_case_are_bound_by_core_denials_alone() -> None:
    assert {each.id for each in INNSYN.grants if each.secondary} == {"employee.assigned-case-party"}


def test_tilgangsmaskinen_knows_no_outsiders_and_no_places() -> None:
    found = as_tilgangsmaskinen()
    assert not {each.id for each in found.denials if each.id.startswith("place.")}
    assert {label for each in found.grants for label in each.viewer_labels} == {"Employee", "Person"}
    assert {each.id for each in found.grants if "Person" in each.viewer_labels} == {"person.own-data"}


def test_rules_have_the_same_version_in_every_process() -> None:
    says = [sys.executable, "-c", "from auth.rules import INNSYN; print(INNSYN.version)"]
    versions = {subprocess.check_output(says, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("1", "2", "3")}
    assert versions == {f"{INNSYN.version}\n".encode()}


def test_what_differs_in_its_kind_alone_has_another_version() -> None:
    given = covers_of("subject"), theme_of("subject")
    one, other = (replace(INNSYN, grants=(replace(INNSYN.grants[0], gives=gives),)) for gives in given)
    assert one.version != other.version


def test_what_a_grant_fixes_is_all_that_it_can_give() -> None:
    technician = next(each for each in INNSYN.grants if each.id == "device.technician")
    assert [can_give(technician.gives, each) for each in (Category.DEVICES, Category.CASES)] == [True, False]
    assert can_give(fixed(Category.IDENTITY), Category.CARD)
