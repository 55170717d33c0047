"""No access decision anywhere but in the declarations and `auth/decide.py`.

No other module names a code of the rules, or compares a category.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from auth import decide
from auth.rules import CODE_ORDER, INNSYN, as_tilgangsmaskinen

ROOT = Path(__file__).parent.parent
PACKAGES = ("graph", "api", "cli", "audit", "migrations")
OF_REQUESTS = ("PURPOSE_REQUIRED", "PURPOSE_REFUSED", "CASE_REFUSED", "BUDGET_SPENT")
"""Codes that refuse a request whole."""
OF_DECISIONS = ("NOT_AVAILABLE", "NOT_FOUND", "NO_GRANT", "OUTSIDE_AREA")
OF_DENIALS = {denial.code for rules in (INNSYN, as_tilgangsmaskinen()) for denial in rules.denials if not denial.code_of} | set(CODE_ORDER)
WORDS = re.compile(rf"\b({'|'.join(sorted(OF_DENIALS | set(OF_DECISIONS) | set(OF_REQUESTS)))})\b")
NAMES = {*OF_DECISIONS, *OF_REQUESTS}
SETS = {"PERSONAL", "THEMED", "PLACES"}

ALLOWED = {
    "api/arguments.py: compares Category.OPEN": "whether a request is well formed: a proxy covers categories of persons",
    "api/authzen/shapes.py: compares PERSONAL": "whether a request is well formed",
    "api/authzen/shapes.py: compares THEMED": "whether a request is well formed",
    "api/types/access.py: says NOT_AVAILABLE": "a description that frontends read",
    "api/types/access.py: says CONFIDENTIAL": "a description that frontends read",
    "api/types/access.py: says DISQUALIFIED": "a description that frontends read",
    "api/types/access.py: says OUTSIDE_AREA": "a description that frontends read",
    "api/types/case.py: says CLOSED": "a description that frontends read: the status of a case",
    "api/types/case.py: says PARTY": "the part of someone in a case",
    "api/types/protection.py: says CONFIDENTIAL": "a description that frontends read",
    "api/types/protection.py: says SHIELDED": "a description that frontends read",
    "api/types/protection.py: says STRICTLY_CONFIDENTIAL": "a description that frontends read",
    "api/types/protection.py: says STRICTLY_CONFIDENTIAL_ABROAD": "a description that frontends read",
    "audit/verify.py: names BUDGET_SPENT": "whether a request went beyond what an employee may be refused",
    "cli/asking.py: says PURPOSE_REFUSED": "what whoever types a command does about it",
    "cli/asking.py: says PURPOSE_REQUIRED": "what whoever types a command does about it",
    "cli/categories.py: compares PERSONAL": "whether a command is well formed",
    "cli/who_can_see.py: compares PERSONAL": "writes all of them as `everything`",
    "graph/check/gives.py: compares PERSONAL": "at start: whether a grant gives what a mask can hold",
    "graph/check/rules.py: compares PERSONAL": "at start: whether a row has a category that a mask can hold",
    "graph/check/rules.py: compares THEMED": "at start: whether a row says its theme",
    "graph/compile/access.py: names PURPOSE_REFUSED": "the statement judged the purpose at that instant; this says how it is told",
    "graph/compile/statement.py: names CASE_REFUSED": "the statement judged the case; this says how the answer is refused",
    "graph/compile/statement.py: names PURPOSE_REFUSED": "the statement judged the purpose; this says how the answer is refused",
    "graph/describe_rules.py: compares PERSONAL": "docs/rules.md writes all of them as `every category`",
    "graph/describe_rules.py: says NOT_AVAILABLE": "docs/rules.md explains the codes",
    "graph/describe_rules.py: says NO_GRANT": "docs/rules.md explains the codes",
    "graph/describe_rules.py: says OUTSIDE_AREA": "docs/rules.md explains the codes",
    "graph/model.py: says PARTY": "the part of someone in a case",
}
MADE_UP = "graph/generate/"
"""Generated persons are protected, have cases and overrides: their data hold codes."""


@cache
def found() -> frozenset[str]:
    """Every code that is written or named, and every category that is compared, outside of `auth/`."""
    modules = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    said = {f"{path.relative_to(ROOT)}: {what}" for path in modules for what in _of(ast.parse(path.read_text(encoding="utf-8")))}
    queries = {path: WORDS.findall(path.read_text(encoding="utf-8")) for path in ROOT.glob("graph/cypher/*.cypher")}
    said |= {f"{path.relative_to(ROOT)}: says {code}" for path, codes in queries.items() for code in codes}
    return frozenset(each for each in said if not each.startswith(MADE_UP))


def _of(tree: ast.Module) -> Iterator[str]:
    silent = {id(each) for node in ast.walk(tree) for each in _docstring(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield from (f"says {code}" for code in WORDS.findall(node.value))
        elif isinstance(node, ast.Name) and node.id in NAMES:
            yield f"names {node.id}"
        elif isinstance(node, ast.Compare | ast.MatchValue):
            yield from (f"compares {each}" for each in _categories(node))


def _docstring(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (each.value for each in node.body if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))


def _categories(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and re.fullmatch(r"(\w+\.)?_?(Category|C)\.[A-Z]+", ast.unparse(each)):
            yield f"Category.{each.attr}"
        elif isinstance(each, ast.Name) and each.id in SETS:
            yield each.id


def test_nothing_outside_auth_names_a_code_or_compares_a_category() -> None:
    assert sorted(found() - ALLOWED.keys()) == [], "ask `auth.decide` instead, as `open_to_all`, `missing` and `Hung.code`"


@pytest.mark.parametrize("allowed", ALLOWED)
def test_what_is_allowed_is_still_there(allowed: str) -> None:
    assert allowed in found()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("if code == 'SHIELDED': pass", "says SHIELDED"),
        ("where = \"protection.code = 'CONFIDENTIAL'\"", "says CONFIDENTIAL"),
        ("code = NO_GRANT if staff else other", "names NO_GRANT"),
        ("if category is Category.CARD: pass", "compares Category.CARD"),
        ("if category in (Category.OPEN, *mask): pass", "compares Category.OPEN"),
        ("if each not in THEMED: pass", "compares THEMED"),
        ("match category:\n    case Category.CASES: pass", "compares Category.CASES"),
    ],
)
def test_a_decision_elsewhere_is_found(text: str, what: str) -> None:
    assert set(_of(ast.parse(text))) == {what}


def test_what_only_names_a_category_or_explains_is_no_decision() -> None:
    text = '"""Staff read `OUTSIDE_AREA`."""\nfield = Value(category=Category.CARD)\ncode = decide.missing(staff=staff)'
    assert set(_of(ast.parse(text))) == set()


def test_codes_of_decisions_are_those_of_the_module() -> None:
    told = {name for name, value in vars(decide).items() if name.isupper() and name == value}
    assert told == {*OF_DECISIONS, *OF_REQUESTS}
