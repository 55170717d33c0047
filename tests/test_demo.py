"""The demo: readable, right by the model, synthetic, and its lives show what its README says."""

import csv
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from stdnum.no import fodselsnummer, orgnr

from auth.reference import Clock, Graph, GraphEdge, GraphNode, Question
from auth.rules import CODE_ORDER, INNSYN
from auth.viewer import Viewer, named
from graph.database import Database
from graph.load import load
from graph.load.check import record
from graph.load.record import Line, Node, Relationship
from graph.model import LABELS, between

DEMO = Path(__file__).parents[1] / "demo"
DATA = Path(__file__).parents[1] / "graph" / "data"
FILES = tuple(sorted(DEMO.glob("*.jsonl")))
README = (DEMO / "README.md").read_text(encoding="utf-8")
ALWAYS = {"validFrom": 0, "registeredAt": 0}


@cache
def loaded() -> tuple[Node | Relationship, ...]:
    return tuple(record(Line(number=1, raw=line)) for file in FILES for line in file.read_bytes().splitlines())


def nodes(label: str | None = None) -> list[Node]:
    return [each for each in loaded() if isinstance(each, Node) and label in (None, each.label)]


def relationships() -> list[Relationship]:
    return [each for each in loaded() if isinstance(each, Relationship)]


@cache
def graph() -> Graph:
    """The demo on top of the reference data, for the reference interpreter."""
    own = [GraphNode(id=each.id, label=each.label, properties={"id": each.id, **each.properties}) for each in nodes()]
    edges = [GraphEdge(id=each.id, type=each.type, start=each.start, end=each.end, properties=each.properties) for each in relationships()]
    return Graph.of([*reference_nodes(), *own], [*reference_edges(), *edges])


def reference_nodes() -> Iterator[GraphNode]:
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    for label in ("Category", "Theme", "Protection", "Purpose", "Role", "LegalBasis"):
        for code, told in codes[label.lower()].items():
            reach = {"reach": told["reach"]} if label == "Role" else {}
            secret = {"secret": code in codes["secret"]["themes"].split()} if label == "Theme" else {}
            yield GraphNode(id=f"{label.lower()}:{code}", label=label, properties={"code": code, **reach, **secret})
    for row in (*rows("areas.csv"), *rows("countries.csv"), {"code": "UNKNOWN"}):
        yield GraphNode(id=f"area:{row['code']}", label="Area", properties=row)
    for row in rows("units.csv"):
        yield GraphNode(id=f"unit:{row['number']}", label="Unit", properties={**row, "protective": row["protective"] == "true"})


def reference_edges() -> Iterator[GraphEdge]:
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    for role, told in codes["role"].items():
        yield from joined(f"role:{role}", "COVERS", "category", told.get("reads", ""))
        yield from joined(f"role:{role}", "HANDLES", "theme", told.get("handles", ""))
        yield from joined(f"role:{role}", "MAY_STATE", "purpose", told.get("states", ""))
    for purpose, told in codes["purpose"].items():
        yield from joined(f"purpose:{purpose}", "COVERS", "category", told["covers"])
    for protection, told in codes["protection"].items():
        yield from joined(f"protection:{protection}", "OPENS", "protection", told.get("opens", ""))
    for row in rows("units.csv"):
        theme = {"theme": row["theme"]} if row["theme"] else {}
        yield from joined(f"unit:{row['number']}", "SERVES", "area", row["serves"], **theme)


def joined(start: str, type: str, prefix: str, listed: str, **properties: str) -> Iterator[GraphEdge]:
    for code in listed.split():
        id = f"{start}-{type}-{code}"
        yield GraphEdge(id=id, type=type, start=start, end=f"{prefix}:{code}", properties={**ALWAYS, **properties})


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a viewer gets of a subject."""

    categories: frozenset[str]
    code: str | None
    place: bool


def question_of(viewer: str, purpose: str | None, on: date) -> Question:
    who, now = named(viewer), int(datetime(on.year, on.month, on.day, 12, tzinfo=UTC).timestamp() * 1000)
    clock = Clock(now=now, today=on, asked=now)
    return Question(graph=graph(), rules=INNSYN, viewer=Viewer(kind=who.kind, key=who.key, purpose=purpose), clock=clock)


def ask(viewer: str, purpose: str | None, subject: str, on: date) -> Asked:
    question = question_of(viewer, purpose, on)
    assert question.permitted, f"{viewer} may not state {purpose}"
    decision = question.decide(graph().nodes[subject])
    code = next((each for each in CODE_ORDER if each in decision.codes and decision.granted), None)
    return Asked(categories=frozenset(each for each in decision.mask if ":" not in each), code=code, place=not decision.place_codes)


def test_every_line_is_accepted_by_the_loader() -> None:
    assert len(loaded()) > 900


def test_every_relationship_joins_what_the_model_lets_it_join() -> None:
    for each in relationships():
        start, end = (graph().nodes[id].label for id in (each.start, each.end))
        assert between(each.type, start, end), f"{start}-[{each.type}]->{end}"


def test_ids_are_unique() -> None:
    ids = [each.id for each in loaded()]
    assert len(ids) == len(set(ids))


def test_every_kind_of_node_appears() -> None:
    codes = {"Area", "Category", "LegalBasis", "Protection", "Purpose", "Role", "Theme", "Unit"}
    assert {each.label for each in nodes()} == set(LABELS) - codes


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_node_stands_above_what_leaves_it(file: Path) -> None:
    keys = [_place(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert keys == sorted(keys), "keep the lines sorted: by the id of the node or start, the node first, then by type, end and validFrom"


def _place(line: str) -> tuple[str, int, str, str, str]:
    told = json.loads(line)
    if told["type"] == "node":
        return (told["id"], 0, "", "", "")
    return (told["start"]["id"], 1, told["label"], told["end"]["id"], told["properties"]["validFrom"])


def test_nobody_has_a_number_of_the_demo() -> None:
    for value in (each.properties["value"] for each in nodes("Identifier")):
        assert value[-2:] == fodselsnummer.calc_check_digit1(value) + fodselsnummer.calc_check_digit2(value)
        assert 81 <= int(value[2:4]) <= 92
    for each in (*nodes("Business"), *nodes("Municipality")):
        assert orgnr.is_valid(each.properties["organisationNumber"])
        assert each.properties["organisationNumber"][0] == "3"


def test_every_person_stands_in_the_readme() -> None:
    assert [each.id for each in nodes("Person") if f"`{each.id}`" not in README] == []


def test_every_id_of_the_readme_is_in_the_demo() -> None:
    ids = {each.id for each in nodes()}
    quoted = {
        word for word in README.split("`")[1::2] if word.partition("-")[0] in {id.partition("-")[0] for id in ids} and " " not in word
    }
    assert [word for word in sorted(quoted) if word not in ids] == []


async def test_the_demo_is_loaded_whole_and_again_as_the_same(database: Database) -> None:
    for _ in range(2):
        summary = await load(database, FILES)
        assert (summary.nodes + summary.relationships, summary.rejected, summary.closed) == (len(loaded()), 0, 0)
    persons = await database.read("MATCH (person:Person) RETURN count(person) AS persons, count(person.screenedAt) AS screened")
    assert persons[0] == {"persons": 59, "screened": 58}


ARNE, BERIT, FRIDA, SUNNIVA = "employee:A100101", "employee:A100102", "employee:A100201", "employee:A100202"
NINA, VIDAR, GRY, PAL, UNKNOWN = "employee:A100301", "employee:A100401", "employee:A100501", "employee:A100502", "employee:A100105"
HALLVARD, ANDERS = "employee:A100302", "employee:A100104"
SEEN = (
    ("person:p-kari", None, "p-kari", "TRACE"),
    (ARNE, "FOLLOW_UP", "p-kari", "CASES"),
    (ARNE, "FOLLOW_UP", "p-randi", "FAMILY"),
    (BERIT, "FOLLOW_UP", "p-siv", "ADDRESS"),
    (FRIDA, "GUIDANCE", "p-dagny", "CARD"),
    (SUNNIVA, "FOLLOW_UP", "p-dagny", "DEVICES"),
    (NINA, "GUIDANCE", "p-truls", "CONTACT"),
    (GRY, "BENEFIT_PROCESSING", "p-kari", "CASES"),
    (GRY, "BENEFIT_PROCESSING", "p-jonas", "CASES"),
    (VIDAR, "PROTECTED_PERSONS", "p-mona", "PROTECTION"),
    (VIDAR, "PROTECTED_PERSONS", "p-lea", "ADDRESS"),
    (PAL, "BENEFIT_PROCESSING", "p-lea", "FAMILY"),
    (PAL, "BENEFIT_PROCESSING", "p-sander", "CASES"),
)
REFUSED = (
    (ARNE, "FOLLOW_UP", "p-even", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-hanne", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-line", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-siv", "SHIELDED"),
    (ARNE, "FOLLOW_UP", "p-mikkel", "UNSCREENED"),
    (BERIT, "FOLLOW_UP", "p-arne", "SAME_OFFICE"),
    (BERIT, "FOLLOW_UP", "p-berit", "DISQUALIFIED"),
    (SUNNIVA, "FOLLOW_UP", "p-yngve", "CONFIDENTIAL"),
    (SUNNIVA, "FOLLOW_UP", "p-frida", "SAME_OFFICE"),
    (NINA, "GUIDANCE", "p-mona", "STRICTLY_CONFIDENTIAL"),
    (NINA, "GUIDANCE", "p-vera", "STRICTLY_CONFIDENTIAL_ABROAD"),
    (UNKNOWN, "FOLLOW_UP", "p-kari", "UNKNOWN_IDENTITY"),
    (ARNE, "FOLLOW_UP", "p-truls", None),
    (ARNE, "FOLLOW_UP", "p-signe", None),
    (ARNE, "FOLLOW_UP", "p-kjell", None),
    (HALLVARD, "ACCESS_REVIEW", "p-kari", None),
    (FRIDA, "GUIDANCE", "p-kari", None),
    ("person:p-tor", None, "p-emil", None),
    ("person:p-jonas", None, "p-kari", None),
)
DAYS = (date(2026, 12, 1), date(2036, 6, 1))


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("viewer", "purpose", "subject", "category"), SEEN)
def test_the_viewer_sees(viewer: str, purpose: str | None, subject: str, category: str, on: date) -> None:
    assert category in ask(viewer, purpose, subject, on).categories


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("viewer", "purpose", "subject", "code"), REFUSED)
def test_the_viewer_sees_nothing(viewer: str, purpose: str | None, subject: str, code: str | None, on: date) -> None:
    assert ask(viewer, purpose, subject, on) == Asked(categories=frozenset(), code=code, place=ask(viewer, purpose, subject, on).place)


@pytest.mark.parametrize(("viewer", "purpose"), [(ARNE, None), (ARNE, "CONTROL"), (ANDERS, "FOLLOW_UP")])
def test_an_employee_states_a_purpose_of_their_own_role(viewer: str, purpose: str | None) -> None:
    assert not question_of(viewer, purpose, DAYS[0]).permitted


def test_reception_sees_a_name_and_nothing_else() -> None:
    assert ask(FRIDA, "GUIDANCE", "p-dagny", DAYS[0]).categories == {"CARD"}


def test_the_home_of_a_child_is_closed_as_its_hidden_mothers() -> None:
    assert not ask(PAL, "BENEFIT_PROCESSING", "p-lea", DAYS[0]).place
    assert ask(VIDAR, "PROTECTED_PERSONS", "p-lea", DAYS[0]).place
