"""The pages hold what they say: links lead somewhere, tests that are named exist, no rule, code or decision is left out."""

import re
from pathlib import Path

import pytest

from api import errors
from api.errors import ApiError
from auth.decide import NO_GRANT, NOT_AVAILABLE, NOT_FOUND, OUTSIDE_AREA
from auth.rules import CODE_ORDER, INNSYN

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "demo/README.md", *sorted(DOCS.rglob("*.md")))
GUIDE = (DOCS / "frontends.md").read_text(encoding="utf-8")


def names(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    linked = names(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in linked if not (page.parent / link).exists()] == []


def test_every_page_and_decision_stands_in_its_index() -> None:
    for folder in (DOCS, DOCS / "decisions"):
        assert {page.name for page in folder.glob("*.md")} - {"README.md"} <= names(
            r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")
        )


def test_threats_name_tests_that_exist() -> None:
    there = {name for file in (ROOT / "tests").rglob("test_*.py") for name in names(r"def (test_\w+)", file.read_text(encoding="utf-8"))}
    assert names(r"`(test_\w+)`", (DOCS / "security.md").read_text(encoding="utf-8")) - there == set()


def test_every_rule_stands_in_the_change_log() -> None:
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    rules = {*(each.id for each in INNSYN.grants), *(each.id for each in INNSYN.denials), *(each.id for each in INNSYN.rows)}
    assert {rule for rule in rules if f"`{rule}`" not in told} == set()


def test_every_error_code_stands_in_the_guide() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ApiError)]
    codes = {kind.code for kind in kinds if "code" in vars(kind)}
    assert codes == names(r"^\| `([A-Z_]+)` \| \d", GUIDE)


def test_every_root_stands_in_the_guide() -> None:
    roots = re.search(r"^type Query \{.*?^\}", (ROOT / "schema.graphql").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    table = GUIDE.partition("## Looking up")[2].partition("\n## ")[0]
    listed = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in names(r"`(\w+)`", row)}
    assert names(r"^  (\w+)[(:]", roots[0] if roots else "") == listed


def test_no_word_stands_twice_in_the_glossary() -> None:
    words = re.findall(r"^\| ([^|]+) \|", (DOCS / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(words) == len(set(words))


def test_every_code_of_what_is_closed_stands_in_the_guide() -> None:
    told = GUIDE.partition("### Codes of what is closed")[2].partition("\n## ")[0]
    assert {*CODE_ORDER, NOT_AVAILABLE, NOT_FOUND, NO_GRANT, OUTSIDE_AREA} <= names(r"`([A-Z_]+)`", told)
