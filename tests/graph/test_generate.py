"""The generator: the same for the same size and seed, right by the model and by the check digits, and sane."""

import csv
import io
import tomllib
import tracemalloc
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import pytest
from stdnum.no import fodselsnummer, orgnr
from typer import Typer
from typer.testing import CliRunner

from cli.generate import generate
from graph.database import Database
from graph.generate import DEFAULT_NOW, Size, employees_by_default, lines, records
from graph.generate.errors import SizeInvalid
from graph.generate.places import DATA
from graph.generate.record import Record
from graph.load import load
from graph.load.check import record
from graph.load.record import Line
from graph.model import LABELS, RELATIONSHIPS, between

PERSONS, EMPLOYEES = 20_000, 1_000
REFERENCE = frozenset(name for name, label in LABELS.items() if label.reference) | {
    "Category",
    "Theme",
    "Purpose",
    "LegalBasis",
    "Protection",
}
MADE_HERE = {name for name, label in LABELS.items() if label.made_here}
"""What users make, and no file brings."""
DONE_HERE = {("APPROVED_BY", "Override"), ("DISAPPROVED_BY", "Override")}
"""And what they do to what files bring."""


@cache
def population() -> Sequence[Record]:
    return tuple(records(Size.of(PERSONS, 1)))


@cache
def labels() -> dict[str, str]:
    return {**reference(), **{each["id"]: each["labels"][0] for each in nodes()}}


@cache
def reference() -> dict[str, str]:
    """The label of every node that the migrations bring."""
    found = {"area:UNKNOWN": "Area"}
    found |= {f"area:{row['code']}": "Area" for name in ("areas.csv", "countries.csv") for row in rows(name)}
    found |= {f"unit:{row['number']}": "Unit" for row in rows("units.csv")}
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    return found | {f"{label.lower()}:{code}": label for label in LABELS for code in codes.get(label.lower(), {})}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def nodes(label: str | None = None) -> Sequence[Record]:
    return tuple(each for each in population() if each["type"] == "node" and label in (None, each["labels"][0]))


@cache
def held(type: str, start: str | None = None) -> Sequence[Record]:
    found = [each for each in population() if each["type"] == "relationship" and each["label"] == type]
    return tuple(each for each in found if start in (None, labels()[each["start"]["id"]]))


def ends(found: Iterable[Record]) -> set[str]:
    return {each["end"]["id"] for each in found}


def starts(found: Iterable[Record]) -> set[str]:
    return {each["start"]["id"] for each in found}


def share(found: Iterable[object]) -> float:
    return sum(1 for _ in found) / PERSONS


def test_same_size_and_seed_give_the_same_lines() -> None:
    assert list(lines(Size.of(400, 7))) == list(lines(Size.of(400, 7)))
    assert list(lines(Size.of(400, 7))) != list(lines(Size.of(400, 8)))


def test_a_bigger_population_takes_no_more_memory() -> None:
    small, big = (_peak(Size.of(persons, 1, employees=100)) for persons in (1_000, 10_000))
    assert big < small * 1.2 + 100_000


def _peak(size: Size) -> int:
    tracemalloc.start()
    for _ in lines(size):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("persons", [1, 2, 19, 20, 333])
def test_there_are_as_many_persons_as_asked_for(persons: int) -> None:
    made = [each for each in records(Size.of(persons, 3)) if each.get("labels") == ["Person"]]
    assert len(made) == persons


def test_there_are_as_many_employees_as_planned() -> None:
    assert len(nodes("Employee")) == EMPLOYEES == employees_by_default(PERSONS)
    assert employees_by_default(5_600_000) == 22_400


def test_an_impossible_size_is_refused() -> None:
    with pytest.raises(SizeInvalid, match="write a number from 1"):
        Size.of(0, 1)
    with pytest.raises(SizeInvalid, match="write a number from 1 to 3"):
        Size.of(10, 1, employees=9)


def test_the_loader_accepts_every_line() -> None:
    for number, raw in enumerate(lines(Size.of(3_000, 5)), 1):
        record(Line(number=number, raw=raw))


async def test_a_population_is_loaded_whole(database: Database) -> None:
    made = b"".join(lines(Size.of(1_000, 2)))
    summary = await load(database, io.BytesIO(made))
    assert (summary.nodes + summary.relationships, summary.rejected, summary.closed) == (made.count(b"\n"), 0, 0)


def test_every_relationship_joins_what_the_model_lets_it_join() -> None:
    found = [each for each in population() if each["type"] == "relationship"]
    kinds = {(each["label"], labels()[each["start"]["id"]], labels()[each["end"]["id"]]) for each in found}
    assert [kind for kind in sorted(kinds) if between(*kind) is None] == []


def test_no_id_and_no_key_is_given_twice() -> None:
    assert [id for id, count in Counter(each["id"] for each in nodes()).items() if count > 1] == []
    for label, key in (("Identifier", "value"), ("Business", "organisationNumber"), ("Employee", "ident"), ("Device", "serialNumber")):
        assert [value for value, count in Counter(each["properties"][key] for each in nodes(label)).items() if count > 1] == []


def test_no_relationship_is_told_twice() -> None:
    seen = Counter(record(Line(number=1, raw=raw)).id for raw in lines(Size.of(3_000, 6)))
    assert [id for id, count in seen.items() if count > 1] == []


def test_every_label_appears_or_is_reference_data() -> None:
    assert {each["labels"][0] for each in nodes()} == set(LABELS) - REFERENCE - MADE_HERE


def test_every_relationship_appears_or_is_between_reference_data() -> None:
    declared = {(each.type, each.start) for each in RELATIONSHIPS if each.start not in REFERENCE | MADE_HERE} - DONE_HERE
    found = {(each["label"], labels()[each["start"]["id"]]) for each in population() if each["type"] == "relationship"}
    assert found == declared


def test_every_role_is_held_by_someone() -> None:
    taken = ends(held("HOLDS"))
    assert ends(each for each in held("IN", "Position") if each["start"]["id"] in taken) == {
        id for id in reference() if id.startswith("role:")
    }


def test_national_numbers_are_right_and_nobodys() -> None:
    for value in (each["properties"]["value"] for each in nodes("Identifier")):
        assert value[-2:] == fodselsnummer.calc_check_digit1(value) + fodselsnummer.calc_check_digit2(value)
        assert 81 <= int(value[2:4]) <= 92, "a month that a living person's number could have"


def test_a_national_number_tells_birth_and_gender() -> None:
    persons = {each["id"]: each["properties"] for each in nodes("Person")}
    numbers = {each["id"]: each["properties"] for each in nodes("Identifier")}
    for each in held("IDENTIFIED_BY"):
        person, number = persons[each["start"]["id"]], numbers[each["end"]["id"]]
        if number["kind"] == "NIN":
            born = date.fromisoformat(person["birthDate"])
            assert number["value"][:6] == f"{born.day:02d}{born.month + 80:02d}{born.year % 100:02d}"
            assert fodselsnummer.get_gender(number["value"]) == person["gender"][0]


def test_organisation_numbers_are_right_and_nobodys() -> None:
    for value in (each["properties"]["organisationNumber"] for each in (*nodes("Business"), *nodes("Municipality"))):
        assert orgnr.is_valid(value)
        assert value[0] in "23", "real ones begin with 8 or 9"


def test_every_employee_is_a_person_who_lives_somewhere_in_norway() -> None:
    persons, home = ends(held("IS")), {each["start"]["id"]: each["end"]["id"] for each in held("BELONGS_TO")}
    assert starts(held("IS")) == {each["id"] for each in nodes("Employee")}
    assert all(home[person].removeprefix("area:").isdigit() for person in persons)


def test_employees_are_shielded_and_some_of_their_family() -> None:
    shielded = starts(each for each in held("PROTECTED_AS") if each["end"]["id"] == "protection:SHIELDED")
    employees = ends(held("IS"))
    assert employees < shielded
    assert 0.3 < len(shielded - employees) / len(employees) < 3


def test_children_are_younger_than_their_parents_by_a_generation() -> None:
    born = {each["id"]: date.fromisoformat(each["properties"]["birthDate"]).year for each in nodes("Person")}
    ages = [born[each["end"]["id"]] - born[each["start"]["id"]] for each in held("PARENT_OF")]
    assert min(ages) >= 15
    assert max(ages) <= 75
    assert len({each["start"]["id"] for each in held("PARENT_OF")} & ends(held("PARENT_OF"))) > PERSONS / 20, "three generations"


def test_nobody_is_born_or_dies_in_the_future() -> None:
    today = DEFAULT_NOW.isoformat()
    for each in nodes("Person"):
        assert each["properties"]["birthDate"] <= each["properties"].get("deathDate", today) <= today


def test_what_is_seldom_is_seldom() -> None:
    graded = Counter(each["end"]["id"] for each in held("PROTECTED_AS"))
    assert 0.0005 < graded["protection:STRICTLY_CONFIDENTIAL"] / PERSONS < 0.006
    assert 0 < graded["protection:STRICTLY_CONFIDENTIAL_ABROAD"] / PERSONS < 0.003
    assert 0.001 < graded["protection:CONFIDENTIAL"] / PERSONS < 0.01
    assert 0.001 < share(each for each in nodes("Person") if "screenedAt" not in each["properties"]) < 0.006
    assert 0.04 < share(each for each in nodes("Person") if "deathDate" in each["properties"]) < 0.15
    assert 0.002 < share(each for each in held("BELONGS_TO") if each["end"]["id"] == "area:UNKNOWN") < 0.02
    assert 0.01 < share(each for each in held("BELONGS_TO") if each["end"]["id"][5:].isalpha()) < 0.06


def test_some_died_within_the_year_and_some_before() -> None:
    year_ago = DEFAULT_NOW.replace(year=DEFAULT_NOW.year - 1).isoformat()
    deaths = [each["properties"]["deathDate"] for each in nodes("Person") if "deathDate" in each["properties"]]
    assert 0 < sum(death > year_ago for death in deaths) < sum(death <= year_ago for death in deaths)


def test_oslo_s_districts_are_bigger_than_most_places() -> None:
    lived = Counter(each["end"]["id"] for each in held("BELONGS_TO") if "validTo" not in each["properties"])
    assert lived["area:030102"] > 300
    assert lived["area:0301"] < lived["area:030102"] / 3


def test_offices_are_of_a_size() -> None:
    seats = {each["start"]["id"]: each["end"]["id"] for each in held("AT", "Position")}
    office = {f"unit:{row['number']}" for row in rows("units.csv") if row["kind"] == "OFFICE"}
    sizes = Counter(seats[each["end"]["id"]] for each in held("HOLDS", "Employee") if "validTo" not in each["properties"])
    staffed = [sizes[unit] for unit in office if sizes[unit]]
    assert len(staffed) > 15
    assert 10 <= min(staffed) <= max(staffed) <= 60


def test_mandates_are_of_every_kind_and_not_all_in_force() -> None:
    told = [each["properties"] for each in nodes("Mandate")]
    today = DEFAULT_NOW.isoformat()
    assert {each["kind"] for each in told} == {"PROXY", "GUARDIANSHIP", "PARENTAL_RESPONSIBILITY", "LINE_MANAGEMENT"}
    for kept in (
        ("revokedAt" in each for each in told),
        (each.get("validTo", today) < today for each in told),
        (each["validFrom"] > today for each in told),
    ):
        assert 0 < sum(kept) < len(told) / 3


@pytest.mark.parametrize("type", ["EMPLOYED_BY", "PARTNER_OF", "HAS_ADDRESS", "IDENTIFIED_BY", "HOLDS", "FOLLOWED_UP_BY"])
def test_history_is_kept(type: str) -> None:
    assert any("validTo" in each["properties"] for each in held(type))


def test_some_facts_were_retracted() -> None:
    assert {each["label"] for each in population() if "retractedAt" in each["properties"]} == {"HAS_ADDRESS", "EMPLOYED_BY"}


def test_the_day_can_be_moved() -> None:
    later = Size.of(200, 1, now=date(2031, 5, 5))
    screened = {each["properties"].get("screenedAt") for each in records(later) if each.get("labels") == ["Person"]}
    assert screened <= {"2031-05-04", None}


def test_the_command_writes_what_is_generated() -> None:
    app = Typer()
    app.command()(generate)
    asked = CliRunner().invoke(app, ["--persons", "30", "--seed", "4"])
    assert asked.exit_code == 0
    assert asked.stdout_bytes == b"".join(lines(Size.of(30, 4)))


def test_the_command_refuses_more_employees_than_persons() -> None:
    app = Typer()
    app.command()(generate)
    asked = CliRunner().invoke(app, ["--persons", "30", "--employees", "40"])
    assert (type(asked.exception), asked.stdout) == (SizeInvalid, "")
