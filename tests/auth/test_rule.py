"""The kinds of rule: what a declaration must have, and what it concerns."""

from typing import Any

import pytest

from auth.category import Category
from auth.errors import RuleError
from auth.rule import Denial, Fixed, Grant, Row, Rules, When, role_of
from auth.rules import INNSYN
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


@pytest.mark.parametrize("broken", [{"path": "(viewer:Person"}, {"where": "viewer ="}, {"unless": ("(viewer",)}])
def test_rule_that_does_not_read_is_refused_when_made(broken: dict[str, Any]) -> None:
    with pytest.raises(RuleError, match=r"rule `test\.grant`: does not read"):
        grant(**broken)


@pytest.mark.parametrize(("path", "name"), [("(subject:Person)", "viewer"), ("(viewer:Person)", "subject")])
def test_rule_without_viewer_or_subject_is_refused(path: str, name: str) -> None:
    with pytest.raises(RuleError, match=f"write a node named `{name}`"):
        grant(path=path)


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


def test_row_has_the_label_of_its_node_and_themes_if_it_says_so() -> None:
    assert row().label == "Case"
    assert not row().themed
    assert row(fixed_theme="HJE").themed
    assert row(theme="(row:Case)-[:IN]->(theme:Theme)").themed


def test_row_without_themes_has_no_pattern_of_them() -> None:
    assert row().theme_pattern is None


def test_the_same_path_twice_under_one_id_is_a_slip() -> None:
    with pytest.raises(RuleError, match="give it another id"):
        rules(denials=(denial(), denial(code="OTHER")))


def test_grants_with_one_id_are_alternatives() -> None:
    assert len(rules(grants=(grant(), grant(path="(viewer:Employee), (subject:Person)"))).grants) == 2


def test_version_changes_with_any_rule_and_with_nothing_else() -> None:
    versions = [rules(grants=(grant(),)), rules(grants=(grant(basis="Other"),)), rules(denials=(denial(),)), rules(rows=(row(),))]
    assert len({each.version for each in versions}) == 4
    assert rules(grants=(grant(),)).version == versions[0].version


def test_rules_find_the_row_of_a_label_and_category() -> None:
    assert rules(rows=(row(),)).row("Case", Category.CASES) == row()
    assert rules(rows=(row(),)).row("Case", Category.WORK) is None


def test_alternatives_of_a_declared_rule_say_the_same() -> None:
    told: dict[str, set[object]] = {}
    for rule in (*INNSYN.grants, *INNSYN.denials):
        told.setdefault(rule.id, set()).add((rule.basis, *rule.says.values()))
    assert all(len(said) == 1 for said in told.values())
    assert not told.keys() & {row.id for row in INNSYN.rows}


def test_codes_of_core_denials_are_in_the_order_of_codes_or_fixed_for_rows() -> None:
    from auth.rules import CODE_ORDER

    persons = {each.code for each in INNSYN.denials if "Person" in each.subject_labels and each.code_of is None}
    assert persons <= set(CODE_ORDER)
