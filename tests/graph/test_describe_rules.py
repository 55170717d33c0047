"""docs/rules.md names every rule once, with its basis and both sentences."""

import pytest

from auth.rule import Denial, Grant
from auth.rules import INNSYN
from graph.describe_rules import page

PAGE = page()
RULES: list[Grant | Denial] = [*INNSYN.grants, *INNSYN.denials]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.path}")
def test_page_tells_the_rule(rule: Grant | Denial) -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| `{rule.id}` |"))
    assert rule.basis in line
    assert all(rule.says[language] in line for language in ("nb", "en"))


def test_every_rule_stands_once() -> None:
    ids = [*(rule.id for rule in RULES), *(row.id for row in INNSYN.rows)]
    assert all(PAGE.count(f"| `{id_}` |") == ids.count(id_) for id_ in ids)


def test_edges_name_their_writers() -> None:
    assert "`Employee-ASSIGNED_TO` ADMINISTRATION<br>`Case-CONCERNS` CASEWORK" in PAGE


def test_paths_do_not_break_the_table() -> None:
    tables = [line.replace("\\|", "") for line in PAGE.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in tables} <= {3, 6, 8, 9}
