"""The demo: readable, right by the model, synthetic, and its lives show what its README says."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest
from stdnum.no import fodselsnummer, orgnr

from auth.category import Category
from auth.change import of_reason
from auth.override import REVIEW_DAYS, of_day
from auth.reference import Question
from auth.rules import CODE_ORDER, PROTECTION_CODES
from graph.database import Database
from graph.load import load
from graph.load.check import record
from graph.load.record import Line, Node, Relationship
from graph.model import LABELS, between
from tests.graphs import DAY, DEMO, OSLO, demo, instant, question

FILES = tuple(sorted(DEMO.glob("*.jsonl")))
README = (DEMO / "README.md").read_text(encoding="utf-8")


@cache
def loaded() -> tuple[Node | Relationship, ...]:
    return tuple(record(Line(number=1, raw=line)) for file in FILES for line in file.read_bytes().splitlines())


def nodes(label: str | None = None) -> list[Node]:
    return [each for each in loaded() if isinstance(each, Node) and label in (None, each.label)]


def relationships() -> list[Relationship]:
    return [each for each in loaded() if isinstance(each, Relationship)]


def question_of(viewer: str, purpose: str | None, on: date) -> Question:
    return question(demo(), viewer, purpose=purpose, now=instant(f"{on}T12:00"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a viewer gets of a subject."""

    categories: frozenset[str]
    codes: tuple[str, ...]
    place: bool


def ask(viewer: str, purpose: str | None, subject: str, on: date) -> Asked:
    asked = question_of(viewer, purpose, on)
    assert asked.permitted, f"{viewer} may not state {purpose}"
    decision = asked.decide(demo().nodes[subject])
    return Asked(
        categories=frozenset(each for each in decision.mask if ":" not in each),
        codes=decision.shown_codes(CODE_ORDER, PROTECTION_CODES),
        place=not decision.place_codes,
    )


def test_every_line_is_accepted_by_the_loader() -> None:
    assert len(loaded()) > 900


def test_every_relationship_joins_what_the_model_lets_it_join() -> None:
    for each in relationships():
        start, end = (demo().nodes[id].label for id in (each.start, each.end))
        assert between(each.type, start, end), f"{start}-[{each.type}]->{end}"


def test_ids_are_unique() -> None:
    ids = [each.id for each in loaded()]
    assert len(ids) == len(set(ids))


def test_every_kind_of_node_appears() -> None:
    codes = {"Area", "Category", "LegalBasis", "Protection", "Purpose", "Role", "Task", "Theme", "Unit"}
    asked_for_here = {name for name, label in LABELS.items() if label.made_here}
    assert {each.label for each in nodes()} == set(LABELS) - codes - asked_for_here


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


def test_each_override_has_a_reason_as_long_as_one_that_is_taken_and_was_approved_within_seven_days() -> None:
    approved = {each.start: each.properties["validFrom"] for each in relationships() if each.type == "APPROVED_BY"}
    assert len(nodes("Override")) == 3
    for each in nodes("Override"):
        assert of_reason(each.properties["reason"]) == ()
        assert 0 <= approved[each.id] - each.properties["validFrom"] <= REVIEW_DAYS * DAY


def test_each_override_ends_as_one_that_is_taken_does() -> None:
    for each in nodes("Override"):
        begins, ends = (datetime.fromtimestamp(each.properties[name] / 1000, tz=OSLO) for name in ("validFrom", "validTo"))
        assert of_day(ends.date() - timedelta(days=1), begins.date()) == ()
        assert ends == datetime.combine(ends.date(), time.min, tzinfo=OSLO)


async def test_the_demo_is_loaded_whole_and_again_as_the_same(database: Database) -> None:
    for _ in range(2):
        summary = await load(database, FILES)
        assert (summary.nodes + summary.relationships, summary.rejected, summary.closed) == (len(loaded()), 0, 0)
    persons = await database.read("MATCH (person:Person) RETURN count(person) AS persons, count(person.screenedAt) AS screened")
    assert persons[0] == {"persons": 60, "screened": 59}


ARNE, BERIT, FRIDA, SUNNIVA = "employee:A100101", "employee:A100102", "employee:A100201", "employee:A100202"
NINA, VIDAR, GRY, PAL, UNKNOWN = "employee:A100301", "employee:A100401", "employee:A100501", "employee:A100502", "employee:A100105"
HALLVARD, ANDERS, RUNE, EVA = "employee:A100302", "employee:A100104", "employee:A100103", "employee:A100503"
GURO, SOLVEIG, BJARTE = "employee:C300101", "employee:B200102", "employee:B200101"
BANK, BAERUM, BAKERY = "client:fjordbanken-samtykke", "client:baerum-hjelpemidler", "client:lokka-bakeri-personal"
SEEN = (
    ("person:p-kari", None, "p-kari", "TRACE"),
    ("person:p-kari", None, "p-astrid", "DEVICES"),
    ("person:p-kari", None, "p-ida", "ADDRESS"),
    ("person:p-rune", None, "p-liv", "CASES"),
    ("person:p-gunn", None, "p-leif", "DEVICES"),
    ("person:p-ingrid", None, "p-marte", "TRACE"),
    ("person:p-turid", None, "p-kari", "CASES"),
    ("person:p-sindre", None, "p-kari", "WORK"),
    ("person:p-odd", None, "p-magnus", "WORK"),
    (ARNE, "FOLLOW_UP", "p-kari", "CASES"),
    (ARNE, "FOLLOW_UP", "p-randi", "FAMILY"),
    (ARNE, "FOLLOW_UP", "p-signe", "ADDRESS"),
    (BERIT, "FOLLOW_UP", "p-siv", "ADDRESS"),
    (FRIDA, "GUIDANCE", "p-dagny", "CARD"),
    (SUNNIVA, "FOLLOW_UP", "p-dagny", "DEVICES"),
    (NINA, "GUIDANCE", "p-truls", "CONTACT"),
    (GRY, "BENEFIT_PROCESSING", "p-kari", "CASES"),
    (GRY, "BENEFIT_PROCESSING", "p-jonas", "CASES"),
    (GRY, "BENEFIT_PROCESSING", "p-roar", "CASES"),
    (GRY, "BENEFIT_PROCESSING", "p-erik", "ADDRESS"),
    (VIDAR, "PROTECTED_PERSONS", "p-mona", "PROTECTION"),
    (VIDAR, "PROTECTED_PERSONS", "p-lea", "ADDRESS"),
    (VIDAR, "PROTECTED_PERSONS", "p-vera", "ADDRESS"),
    (PAL, "BENEFIT_PROCESSING", "p-lea", "FAMILY"),
    (PAL, "BENEFIT_PROCESSING", "p-sander", "CASES"),
    (EVA, "ASSISTIVE_DEVICES", "p-leif", "DEVICES"),
    (EVA, "ASSISTIVE_DEVICES", "p-dagny", "CASES"),
    (GURO, "MEASURES", "p-ali", "ACTIVITIES"),
    (GURO, "MEASURES", "p-fatima", "CONTACT"),
    (GURO, "MEASURES", "p-signe", "CONTACT"),
    (SOLVEIG, "MUNICIPAL_SERVICES", "p-dagny", "DEVICES"),
    (BJARTE, "TECHNICAL_SERVICE", "d-trappeheis", "DEVICES"),
    (BJARTE, "TECHNICAL_SERVICE", "ac-service-heis", "ACTIVITIES"),
    (BANK, "CREDIT", "p-kari", "WORK"),
    (BAERUM, "MUNICIPAL_SERVICES", "p-dagny", "DEVICES"),
    (BAKERY, "PERSONNEL", "p-kari", "CASES"),
)
REFUSED = (
    (ARNE, "FOLLOW_UP", "p-even", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-hanne", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-line", "DISQUALIFIED"),
    (ARNE, "FOLLOW_UP", "p-siv", "SHIELDED"),
    (ARNE, "FOLLOW_UP", "p-mikkel", "UNSCREENED"),
    (ARNE, "FOLLOW_UP", "p-harald", "DECEASED"),
    (BERIT, "FOLLOW_UP", "p-arne", "SAME_OFFICE"),
    (BERIT, "FOLLOW_UP", "p-berit", "DISQUALIFIED SAME_OFFICE"),
    (RUNE, "FOLLOW_UP", "p-liv", "GUARDIAN_OF_SUBJECT"),
    (SUNNIVA, "FOLLOW_UP", "p-yngve", "CONFIDENTIAL"),
    (SUNNIVA, "FOLLOW_UP", "p-frida", "SAME_OFFICE"),
    (SUNNIVA, "FOLLOW_UP", "p-kari", "OUTSIDE_AREA"),
    (SUNNIVA, "FOLLOW_UP", "p-truls", "OUTSIDE_AREA"),
    (NINA, "GUIDANCE", "p-mona", "STRICTLY_CONFIDENTIAL"),
    (NINA, "GUIDANCE", "p-vera", "STRICTLY_CONFIDENTIAL_ABROAD"),
    (NINA, "GUIDANCE", "p-roar", "UNKNOWN_RESIDENCE"),
    (NINA, "GUIDANCE", "p-erik", "LIVES_ABROAD"),
    (VIDAR, "PROTECTED_PERSONS", "p-yngve", "OUTSIDE_AREA"),
    (UNKNOWN, "FOLLOW_UP", "p-kari", "UNKNOWN_IDENTITY"),
    (ARNE, "FOLLOW_UP", "p-truls", "OUTSIDE_AREA"),
    (ARNE, "FOLLOW_UP", "p-kjell", "OUTSIDE_AREA"),
    (HALLVARD, "ACCESS_REVIEW", "p-kari", "NO_GRANT"),
    (FRIDA, "GUIDANCE", "p-kari", "OUTSIDE_AREA"),
    ("person:p-jonas", None, "p-kari", "NOT_AVAILABLE"),
    ("person:p-jonas", None, "p-liv", "NOT_AVAILABLE"),
    ("person:p-erik", None, "p-astrid", "NOT_AVAILABLE"),
    ("person:p-tor", None, "p-emil", "NOT_AVAILABLE"),
    ("person:p-randi", None, "p-mona", "NOT_AVAILABLE"),
    ("person:p-odd", None, "p-leif", "NOT_AVAILABLE"),
    ("person:p-line", None, "p-nora", "NOT_AVAILABLE"),
    ("person:p-turid", None, "p-henrik", "NOT_AVAILABLE"),
    ("person:p-sindre", None, "p-henrik", "NOT_AVAILABLE"),
    (GURO, "MEASURES", "p-henrik", "NOT_AVAILABLE"),
    (SOLVEIG, "MUNICIPAL_SERVICES", "p-yngve", "NOT_AVAILABLE"),
    (SOLVEIG, "MUNICIPAL_SERVICES", "p-sindre", "NOT_AVAILABLE"),
    (BJARTE, "TECHNICAL_SERVICE", "p-dagny", "NOT_AVAILABLE"),
    (BANK, "CREDIT", "p-jonas", "NOT_AVAILABLE"),
    (BAKERY, "PERSONNEL", "p-turid", "NOT_AVAILABLE"),
)
DAYS = (date(2026, 12, 1), date(2036, 6, 1))
TAKEN = (("p-leif", "FAMILY"), ("p-roar", "CASES"))
"""To whom Sunniva took access, and what it gives her."""


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("viewer", "purpose", "subject", "category"), SEEN)
def test_the_viewer_sees(viewer: str, purpose: str | None, subject: str, category: str, on: date) -> None:
    assert category in ask(viewer, purpose, subject, on).categories


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("viewer", "purpose", "subject", "codes"), REFUSED)
def test_the_viewer_sees_nothing(viewer: str, purpose: str | None, subject: str, codes: str, on: date) -> None:
    asked = ask(viewer, purpose, subject, on)
    assert (asked.categories, " ".join(asked.codes)) == (frozenset(), codes)


@pytest.mark.parametrize(("subject", "category"), TAKEN)
def test_sunniva_sees_whom_she_took_access_to_until_it_ends(subject: str, category: str) -> None:
    days = (date(2026, 10, 31), date(2026, 11, 1), date(2027, 1, 31), date(2027, 2, 1))
    before, first, last, after = (ask(SUNNIVA, "FOLLOW_UP", subject, day) for day in days)
    assert category in first.categories & last.categories
    assert [(each.categories, each.codes) for each in (before, after)] == [(frozenset(), ("OUTSIDE_AREA",))] * 2


@pytest.mark.parametrize(("viewer", "purpose"), [(ARNE, None), (ARNE, "CONTROL"), (ANDERS, "FOLLOW_UP")])
def test_an_employee_states_a_purpose_of_their_own_role(viewer: str, purpose: str | None) -> None:
    assert not question_of(viewer, purpose, DAYS[0]).permitted


def test_reception_sees_a_name_and_nothing_else() -> None:
    assert ask(FRIDA, "GUIDANCE", "p-dagny", DAYS[0]).categories == {"CARD"}


def test_the_aid_centre_sees_rows_of_devices_alone() -> None:
    found = question_of(EVA, "ASSISTIVE_DEVICES", DAYS[0]).decide(demo().nodes["p-leif"])
    assert found.themes(Category.CASES) == ["HJE"]


def test_the_home_of_a_child_is_closed_as_its_hidden_mothers() -> None:
    assert not ask(PAL, "BENEFIT_PROCESSING", "p-lea", DAYS[0]).place
    assert ask(VIDAR, "PROTECTED_PERSONS", "p-lea", DAYS[0]).place


def test_a_mother_who_was_cleared_sees_the_home_of_her_hidden_child_until_he_is_of_age() -> None:
    sees = [ask("person:p-mona", None, "p-emil", day) for day in (date(2033, 6, 11), date(2033, 6, 12))]
    assert [("ADDRESS" in each.categories, each.place) for each in sees] == [(True, True), (False, False)]
