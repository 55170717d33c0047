"""docs/rules.md names every rule once, with its basis and both sentences; what may be chosen; and the other profile."""

from dataclasses import fields
from typing import Any

import pytest

from auth.category import PERSONAL, Category
from auth.rule import Denial, Gives, Grant, both, covers_of, fixed, role_of, theme_of
from auth.rules import INNSYN
from auth.rules.policy import Policy
from graph.describe_rules import _gives, page

PAGE = page()
RULES: list[Grant | Denial] = [*INNSYN.grants, *INNSYN.denials]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.path}")
def test_page_tells_the_rule(rule: Grant | Denial) -> None:
    path = "`" + rule.path.replace("|", "\\|") + "`"
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| `{rule.id}` | {path}"))
    assert rule.basis in line
    assert all(rule.says[language] in line for language in ("nb", "en"))


def test_every_rule_stands_once() -> None:
    ids = [*(rule.id for rule in RULES), *(row.id for row in INNSYN.rows)]
    assert all(PAGE.count(f"\n| `{id_}` |") == ids.count(id_) for id_ in ids)


def test_edges_name_their_writers() -> None:
    assert "`Employee-ASSIGNED_TO` ADMINISTRATION<br>`Case-CONCERNS` CASEWORK" in PAGE


def test_paths_do_not_break_the_table() -> None:
    tables = [line.replace("\\|", "") for line in PAGE.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in tables} <= {3, 5, 6, 8, 9}


PATH = (
    "(viewer:Person)<-[:TO]-(mandate:Mandate)-[:COVERS]->(theme:Theme), (mandate)-[:COVERS]->(held:Category), (case:Case), (subject:Person)"
)


def told(gives: Gives, **other: Any) -> str:
    return _gives(Grant(id="test", path=PATH, gives=gives, basis="Law", says={}, **other))


@pytest.mark.parametrize(
    ("gives", "words"),
    [
        (fixed(*PERSONAL), "every category"),
        (fixed(Category.WORK, Category.CARD), "CARD, WORK"),
        (fixed(Category.CARD, Category.CASES, themes=("AAP", "SYK")), "CARD, CASES; rows only in the themes AAP, SYK"),
        (fixed(*PERSONAL, themes=()), "every category; no rows that are in a theme"),
        (role_of("viewer"), "what every role of the viewer covers, rows in the themes that the role handles"),
        (
            role_of("position", reach="LOCAL|NATIONAL"),
            "what the role of `position` covers, if its reach is LOCAL or NATIONAL, rows in the themes that the role handles",
        ),
        (covers_of("mandate"), "what `mandate` covers"),
        (covers_of("held"), "the category `held`"),
        (theme_of("case"), "every category; rows only in the themes of `case`"),
        (both(covers_of("held"), theme_of("theme")), "the category `held`; rows only in the theme `theme`"),
        (both(covers_of("held"), covers_of("mandate")), "the category `held`; of that, what `mandate` covers"),
    ],
)
def test_what_is_given_is_told_in_words(gives: Gives, words: str) -> None:
    assert told(gives) == words


def test_what_does_not_bind_a_grant_is_told() -> None:
    assert "<br>lifts the denials whose codes stand in `mandate.actions`" in told(fixed(Category.CARD), lifts="mandate.actions")
    clears = "(mandate)-[:CLEARED_FOR]->(protection:Protection)"
    assert told(fixed(Category.CARD), clears=clears).endswith(f"cleared for: `{clears}`")


def test_secondary_grant_is_told() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("| `employee.assigned-case-party` |"))
    assert "<br>bound by core denials alone |" in line


def test_who_writes_a_clearance_is_told() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("| `person.proxy` |"))
    assert "`Mandate-CLEARED_FOR` REGISTER" in line


@pytest.mark.parametrize("choice", [each.name for each in fields(Policy)])
def test_every_choice_is_told_with_what_it_means_and_changes(choice: str) -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{choice}` |"))
    assert all(cell.strip() for cell in line.split("|")[2:5])


def test_the_other_profile_is_told() -> None:
    told_of = PAGE.partition("## The profile tilgangsmaskinen")[2]
    has, _, lacks = told_of.partition("It leaves these out")
    assert "`employee.self`" in has
    assert "`everyone.unscreened`" in lacks
