"""The table of cases in `tests/cases`: asked of the reference, and of the API on both databases."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from auth.development import DevelopmentIssuer
from auth.reference import Graph
from auth.rule import Denial, Grant, Row
from auth.rules import INNSYN
from auth.viewer import Viewer, named
from graph.database import Database
from graph.load import load
from tests.asking import OverHttp, Reference, Told
from tests.databases import Server
from tests.graphs import DEMO, instant, loaded, question

CASES = Path(__file__).parent / "cases"
FILES = (*sorted(DEMO.glob("*.jsonl")), CASES / "more.jsonl")
KEYS = {"says", "rule", "it", "of", "viewer", "purpose", "case", "subject", "at", "now", "sees", "refused"}

QUERIES = {file.stem: file.read_text(encoding="utf-8") for file in CASES.glob("*.graphql")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of the table."""

    file: str
    told: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.told['says']}"

    @property
    def viewer(self) -> Viewer:
        who = named(self.told["viewer"])
        return Viewer(kind=who.kind, key=who.key, purpose=self.told.get("purpose"), case=self.told.get("case"))

    @property
    def subject(self) -> str:
        return str(self.told["subject"])

    @property
    def now(self) -> int:
        return instant(f"{self.told.get('now', date(2026, 11, 22))}T12:00")

    @property
    def at(self) -> int | None:
        return instant(str(self.told["at"])) if "at" in self.told else None

    @property
    def expected(self) -> Any:
        """What the table says that comes back."""
        return self.told["refused"] if "refused" in self.told else self.told["sees"]


def _read() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.toml")):
        for told in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            yield Case(file=file.stem, told=told)


ALL = tuple(_read())
RULES: dict[str, Grant | Denial | Row] = {
    **{grant.id: grant for grant in INNSYN.grants},
    **{denial.id: denial for denial in INNSYN.denials},
    **{row.id: row for row in INNSYN.rows},
}
every_case = pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)


# --- what came back, in the words of the table ---


async def seen(case: Case, asked: Reference | OverHttp) -> Any:
    """What the viewer sees of what the case asks about."""
    label = world().nodes[case.subject].label if case.subject in world().nodes else "Person"
    wanted = case.expected if isinstance(case.expected, Mapping) else {"name": ""}
    answers: dict[str, Told] = {}
    found: dict[str, str] = {}
    for key in wanted:
        query = _query(key, label)
        if query not in answers:
            variables = {"id": case.subject} | ({"at": case.at} if label == "Person" else {})
            answers[query] = await asked.ask(case.viewer, QUERIES[query], variables, case.now)
        told = answers[query]
        root = next(iter(told.data.values()), None)
        if told.refused is not None or root is None:
            return told.refused or "nothing"
        found[key] = _word(key, root, told, label)
    return found


def _query(key: str, label: str) -> str:
    """Which query asks for it. The codes of relatives are read apart from the person's own."""
    if label != "Person":
        return label.lower()
    return "related" if key.split(maxsplit=1)[0] in ("family", "household") and " " in key else "own"


def _word(key: str, root: Mapping[str, Any], told: Told, type_: str) -> str:
    field, _, other = key.partition(" ")
    if field == "access":
        return " ".join([root["access"]["decision"], *(each["code"] for each in root["access"]["denials"])])
    closed = told.denied.get(f"{type_}.{field}")
    if closed:
        return " ".join(sorted(closed)) if root.get(field) in (None, "NAV") else "leaked"
    if not other:
        return "open" if root.get(field) not in (None, [], {}) else "empty"
    found = next((each for each in _nodes(root[field]) if each.get("id") == other), None)
    if found is None:
        return "absent"
    if "name" in found:
        return "named" if found["name"] else " ".join(sorted(told.denied["Person.name"]))
    return "outline" if found.get("title", "") is None else "whole"


def _nodes(found: Any) -> list[Mapping[str, Any]]:
    if isinstance(found, list):
        return found
    return [each["node"] for each in found["edges"]] if "edges" in found else found["members"]


# --- asked of the reference ---


@cache
def world() -> Graph:
    """The demo and what the cases add to it."""
    return loaded(*FILES)


@every_case
async def test_reference_gives_what_the_table_says(case: Case) -> None:
    assert await seen(case, Reference(graph=world())) == case.expected


@pytest.mark.parametrize("case", [case for case in ALL if case.told.get("rule")], ids=lambda case: case.id)
def test_case_is_about_its_rule(case: Case) -> None:
    rule = RULES[case.told["rule"]]
    subject = world().nodes[case.told.get("of", case.subject)]
    asked = question(world(), case.told["viewer"], purpose=case.told.get("purpose"), now=case.now, at=case.at)
    granted = case.told["it"] == "granted"
    if isinstance(rule, Grant):
        alternatives = [each for each in INNSYN.grants if each.id == rule.id]
        assert any(asked.given(each, subject) for each in alternatives) is granted
    elif isinstance(rule, Denial):
        alternatives_ = [each for each in INNSYN.denials if each.id == rule.id]
        assert any(asked.codes(each, subject) for each in alternatives_) is not granted


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_granted_and_a_refused_case(rule: str) -> None:
    assert {case.told["it"] for case in ALL if case.told.get("rule") == rule} == {"granted", "refused"}


@pytest.mark.parametrize("rule", [rule for rule in RULES if not isinstance(RULES[rule], Row)])
async def test_without_the_rule_some_case_of_it_differs(rule: str) -> None:
    rest = replace(
        INNSYN,
        grants=tuple(grant for grant in INNSYN.grants if grant.id != rule),
        denials=tuple(denial for denial in INNSYN.denials if denial.id != rule),
    )
    asked = Reference(graph=world(), rules=rest)
    assert any([await seen(case, asked) != case.expected for case in ALL if case.told.get("rule") == rule])


def test_cases_say_only_what_the_readme_explains() -> None:
    assert {key for case in ALL for key in case.told} <= KEYS
    assert all(("rule" in case.told) == ("it" in case.told) for case in ALL)
    assert all(("sees" in case.told) != ("refused" in case.told) for case in ALL)


def test_every_case_says_something_else() -> None:
    assert len({case.id for case in ALL}) == len(ALL)


# --- asked of the API on both databases ---


@pytest_asyncio.fixture
async def api(server: Server, tmp_path_factory: pytest.TempPathFactory) -> OverHttp:
    await _loaded(server)
    return OverHttp(database=server.database, issuer=_issuer(tmp_path_factory.getbasetemp()))


async def _loaded(server: Server) -> Database:
    await server.migrate()
    marks = await server.database.read("MATCH (person:Person) WHERE person.id IN ['p-kari', 'x-citizen'] RETURN count(person) AS found")
    if marks[0]["found"] < 2:
        await server.clear()
        await load(server.database, FILES)
    return server.database


@cache
def _issuer(folder: Path) -> DevelopmentIssuer:
    return DevelopmentIssuer.of(folder)


@every_case
async def test_api_gives_what_the_table_says(case: Case, api: OverHttp) -> None:
    assert await seen(case, api) == case.expected
