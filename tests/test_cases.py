"""The table of cases in `tests/cases`: asked of the reference, and of the API on both databases."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from auth.development import DevelopmentIssuer
from auth.reference import Graph
from auth.rule import Denial, Grant, Row, Rules
from auth.rules import INNSYN, as_tilgangsmaskinen, rules, work
from auth.rules.policy import Policy
from auth.viewer import Viewer, named
from graph.database import Database
from graph.load import load
from tests.asking import QUERIES, OverHttp, Reference, Told
from tests.databases import Server
from tests.graphs import DEMO, instant, loaded, question

CASES = Path(__file__).parent / "cases"
FILES = (*sorted(DEMO.glob("*.jsonl")), CASES / "more.jsonl")
KEYS = {"says", "rule", "it", "of", "viewer", "purpose", "case", "subject", "at", "now", "policy", "rules", "sees", "refused"}
QUESTIONS = {"asks", "with", "times"}

OTHERS = ("communicate", "write")
"""What else than to read a case may say of a category."""
CODES = ("NOT_AVAILABLE", "NOT_FOUND")
"""Codes of what is not there."""


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
    def rules(self) -> Rules:
        return rules_of(self.told.get("rules", "innsyn"), **self.told.get("policy", {}))

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


def rules_of(profile: str, **choices: Any) -> Rules:
    """The rules of that profile and those choices."""
    return _made(profile, tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in choices.items()))


@cache
def _made(profile: str, choices: tuple[tuple[str, Any], ...]) -> Rules:
    if not choices:
        return as_tilgangsmaskinen() if profile == "tilgangsmaskinen" else INNSYN
    return rules(Policy(**dict(choices)))


def _read() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.toml")):
        for told in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            yield Case(file=file.stem, told=told)


ALL = tuple(_read())
DECLARED: tuple[Grant | Denial, ...] = (*INNSYN.grants, *INNSYN.denials, work.WITHOUT_AREA)
RULES: dict[str, Grant | Denial | Row] = {**{rule.id: rule for rule in DECLARED}, **{row.id: row for row in INNSYN.rows}}
UNSEEN: Mapping[str, str] = {}
"""Rules that no answer shows, with why."""
every_case = pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)


# --- what came back, in the words of the table ---


async def seen(case: Case, asked: Reference | OverHttp) -> Any:
    """What the viewer sees of what the case asks about."""
    return await (_answered if "asks" in case.told else _read_of)(case, asked)


async def _read_of(case: Case, asked: Reference | OverHttp) -> Any:
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
            return told.refused or _nothing(case, told)
        found[key] = _word(key, root, told, label)
    return found


def _nothing(case: Case, told: Told) -> str:
    """That there is nothing; under which code only where the case asks for it."""
    code = " ".join(sorted(code for codes in told.denied.values() for code in codes))
    return code if case.expected in CODES else "nothing"


def _query(key: str, label: str) -> str:
    """Which query asks for it. The codes of relatives are read apart from the person's own."""
    if label != "Person":
        return label.lower()
    return "related" if key.split(maxsplit=1)[0] in ("family", "household") and " " in key else "own"


def _word(key: str, root: Mapping[str, Any], told: Told, type_: str) -> str:
    field, _, other = key.partition(" ")
    if field in ("may", "acts", *OTHERS):
        category = next(each for each in root["access"]["categories"] if each["category"] == other)
        return _acts(field, category) if field != "may" else _may(category)
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


async def _answered(case: Case, asked: Reference | OverHttp) -> Any:
    """What a question about access is answered."""
    root, given = case.told["asks"], case.told.get("with", {})
    subject = case.told.get("subject")
    several = [subject] if root == "checkAccess" and isinstance(subject, str) else subject
    many = {"subjects": several * case.told.get("times", 1)} if isinstance(several, list) else {"subject": subject}
    told = await asked.ask(case.viewer, QUERIES[root], many | given, case.now)
    found = told.data.get(root)
    if told.refused or found is None or f"Query.{root}" in told.denied:
        return told.refused or _nothing(case, told)
    match root:
        case "checkAccess" if isinstance(case.expected, Mapping):
            return {key: _word(key, {"access": found[0]}, told, "Access") for key in case.expected}
        case "checkAccess":
            return [_word("access", {"access": each}, told, "Access") for each in found]
        case "whoCanSee":
            return [_group(each) for each in _nodes(found)]
        case "whatCanISee":
            return [each["id"] for each in _nodes(found)]
        case _:
            about = {"access": found} if root == "access" else found
            return {key: _word(key, about, told, "Person") for key in case.expected}


def _group(found: Mapping[str, Any]) -> str:
    """A group in a line: its rule, whom it is, and to a controller how many they are and how many are kept out."""
    role, places = found["role"], [found[name]["id"] for name in ("unit", "organisation", "person") if found[name]]
    whom = [*([role["code"]] if role else []), *places]
    count = "" if found["holders"] is None else f", {found['holders']} and {found['excluded']} kept out"
    return f"{found['rule']}: {' '.join(whom) or 'unnamed'}{count}"


def _acts(field: str, category: Mapping[str, Any]) -> str:
    """What one may do with the category; or whether, and in which themes, one may do that."""
    if field == "acts":
        return " ".join(category["actions"]) or "nothing"
    return _may({"allowed": field.upper() in category["actions"], "themes": category[field.upper()]})


def _may(category: Mapping[str, Any]) -> str:
    if not category["allowed"]:
        return "no"
    return "yes" if category["themes"] is None else " ".join(category["themes"]) or "no theme"


def _nodes(found: Any) -> list[Mapping[str, Any]]:
    if isinstance(found, list):
        return found
    return [each["node"] for each in found["edges"]] if "edges" in found else found["members"]


# --- asked of the reference ---


@cache
def world() -> Graph:
    """The demo and what the cases add to it."""
    return loaded(*FILES)


def asked_of(case: Case, rules_: Rules | None = None) -> Reference:
    return Reference(graph=world(), rules=rules_ or case.rules)


@every_case
async def test_reference_gives_what_the_table_says(case: Case) -> None:
    assert await seen(case, asked_of(case)) == case.expected


@pytest.mark.parametrize("case", [case for case in ALL if case.told.get("rule")], ids=lambda case: case.id)
def test_case_is_about_its_rule(case: Case) -> None:
    subject, id_ = world().nodes[case.told.get("of", case.subject)], case.told["rule"]
    asked = question(world(), case.told["viewer"], purpose=case.told.get("purpose"), rules=case.rules, now=case.now, at=case.at)
    granted = case.told["it"] == "granted"
    if any(isinstance(rule, Grant) for rule in DECLARED if rule.id == id_):
        assert any(asked.given(each, subject) for each in case.rules.grants if each.id == id_) is granted
    elif not isinstance(RULES[id_], Row):
        assert any(asked.codes(each, subject) for each in case.rules.denials if each.id == id_) is not granted


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_granted_and_a_refused_case(rule: str) -> None:
    found = {case.told["it"] for case in ALL if case.told.get("rule") == rule}
    assert found == ({"granted", "refused"} if rule not in UNSEEN else set())


@pytest.mark.parametrize("rule", [rule for rule in DECLARED if rule.id not in UNSEEN], ids=lambda rule: f"{rule.id}: {rule.path}")
async def test_without_the_rule_some_case_of_it_differs(rule: Grant | Denial) -> None:
    assert await _some([(case, _without(case.rules, rule)) for case in ALL if case.told.get("rule") == rule.id])


def _without(declared: Rules, rule: Grant | Denial) -> Rules:
    """The rules but that one: another of the same id does not stand in for it."""
    return replace(
        declared,
        grants=tuple(each for each in declared.grants if (each.id, each.path) != (rule.id, rule.path)),
        denials=tuple(each for each in declared.denials if (each.id, each.path) != (rule.id, rule.path)),
    )


async def _some(asked: Iterable[tuple[Case, Rules]]) -> bool:
    """Whether some case comes out otherwise under other rules."""
    for case, others in asked:
        if await seen(case, asked_of(case, others)) != case.expected:
            return True
    return False


@pytest.mark.parametrize("choice", [each.name for each in fields(Policy)])
async def test_every_choice_makes_some_case_differ(choice: str) -> None:
    assert await _some([(case, INNSYN) for case in ALL if set(case.told.get("policy", ())) == {choice}])


async def test_the_profile_makes_its_cases_differ() -> None:
    assert await _some([(case, INNSYN) for case in ALL if "rules" in case.told])


def test_every_disqualification_reads_the_same() -> None:
    assert len({(rule.says["nb"], rule.says["en"]) for rule in INNSYN.denials if rule.code == "DISQUALIFIED"}) == 1


def test_cases_say_only_what_the_readme_explains() -> None:
    assert {key for case in ALL for key in case.told} <= KEYS | QUESTIONS
    assert all("asks" in case.told for case in ALL if QUESTIONS & set(case.told))
    assert all(("rule" in case.told) == ("it" in case.told) for case in ALL)
    assert all(("sees" in case.told) != ("refused" in case.told) for case in ALL)
    assert {case.told["rules"] for case in ALL if "rules" in case.told} <= {"tilgangsmaskinen"}


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
        assert not (await load(server.database, FILES)).rejected
    return server.database


@cache
def _issuer(folder: Path) -> DevelopmentIssuer:
    return DevelopmentIssuer.of(folder)


@every_case
async def test_api_gives_what_the_table_says(case: Case, api: OverHttp) -> None:
    assert await seen(case, api.under(case.rules)) == case.expected
