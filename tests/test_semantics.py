"""Each point of the semantics, A1 to A18 and A22, has tests that name it in their first words; `docs/proofs.md` lists them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from auth.category import Category
from auth.errors import RuleError
from auth.rule import Grant, fixed
from graph.check.rules import check_grant

TESTS = Path(__file__).parent
PROOFS = TESTS.parent / "docs" / "proofs.md"
POINTS = (*(f"A{number}" for number in range(1, 19)), "A22")
NAMED = re.compile(r"(A\d+(?:, A\d+)*)[.:]")
_SAYS = {"nb": "Fordi", "en": "Because"}


@cache
def named() -> Mapping[str, tuple[str, ...]]:
    """The tests that stand for each point, in the order of files and lines."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, points in _tests(ast.parse(path.read_text(encoding="utf-8"))):
            for point in points:
                found[point].append(name)
    return {point: tuple(names) for point, names in found.items()}


def _tests(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            said = NAMED.match(ast.get_docstring(node) or "")
            if said:
                yield node.name, said[1].split(", ")


@pytest.mark.parametrize("point", POINTS)
def test_every_point_has_a_test_that_names_it(point: str) -> None:
    assert named().get(point), f"write a test whose docstring begins with `{point}:`"


@pytest.mark.parametrize("point", POINTS)
def test_the_page_lists_the_tests_of_the_point(point: str) -> None:
    row = next(line for line in PROOFS.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {point} "))
    assert tuple(re.findall(r"`(test_\w+)`", row)) == named()[point], f"write: {', '.join(f'`{each}`' for each in named()[point])}"


def test_no_test_names_a_point_that_is_not() -> None:
    assert set(named()) <= set(POINTS) | {f"A{number}" for number in range(19, 25)}


# --- points that are about declarations ---


def grant(path: str, **other: object) -> Grant:
    usual = {"id": "test", "path": path, "gives": fixed(Category.CARD), "basis": "Law", "says": _SAYS}
    return Grant(**{**usual, **other})  # type: ignore[arg-type]


SELF_GIVEN = {
    "an override alone": grant("(viewer:Employee)<-[:BY]-(:Override)-[:OF]->(subject:Person)"),
    "a mandate from somebody else": grant("(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->(:Person), (subject:Person)"),
    "a client's own word": grant("(viewer:Client)-[:ACTS_FOR]->(:Business), (subject:Person)"),
}


@pytest.mark.parametrize("given", SELF_GIVEN)
def test_a_grant_that_only_its_viewers_side_writes_stops_the_start(given: str) -> None:
    """A12: every grant but own data has an edge that others write."""
    with pytest.raises(RuleError, match="A12"):
        check_grant(SELF_GIVEN[given])
