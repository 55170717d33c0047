"""`innsyn who-can-see`, as someone types it about the demo; on one engine, for planning what it asks takes the other long."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auth.category import Category
from cli import app, asking
from cli.language import Language, names_of_categories
from tests.api.conftest import demo  # noqa: F401 - a fixture

GOLDEN = Path(__file__).parent / "golden"
CONTROLLER = ("--as", "employee:A100302", "--purpose", "ACCESS_REVIEW", "--type", "person")
pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("demo", "commanded")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["who-can-see", *arguments])


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("subject", ["p-kari", "p-mona", "p-dagny"])
def test_a_citizen_is_told_as_the_golden_file_says(subject: str, language: str) -> None:
    """Written anew by `innsyn who-can-see SUBJECT --language LANGUAGE` of the demo."""
    result = run(subject, "--language", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / f"who-can-see-{subject}.{language}.txt").read_text(encoding="utf-8")


def test_pages_joined_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = json.loads(run("p-kari", "--json").stdout)
    monkeypatch.setattr(asking, "PAGE", 4)
    assert json.loads(run("p-kari", "--json").stdout) == whole
    assert len(whole["edges"]) == whole["totalCount"] > 4


def test_a_category_and_a_theme_choose_groups() -> None:
    result = run("p-kari", "--category", "cases", "--theme", "SYK", "--language", "en")
    assert (result.exit_code, "    cases\n    of what has a theme, only SYK\n" in result.stdout, "addresses" in result.stdout) == (
        0,
        True,
        False,
    )


def test_a_type_is_told_the_same_and_another_one_is_refused() -> None:
    known, said, other = (run("p-kari", "--language", "en", *more) for more in ((), ("--type", "person"), ("--type", "business")))
    assert (said.exit_code, said.stdout) == (0, known.stdout)
    assert (other.exit_code, "may not ask who can see `p-kari`" in other.stdout) == (1, True)


@pytest.mark.parametrize(
    ("subject", "type_", "opened"), [("d-rullestol", "device", "assistive devices"), ("c-astrid-hje", "case", "cases")]
)
def test_who_can_see_a_device_and_a_case_is_told_by_their_ids(subject: str, type_: str, opened: str) -> None:
    english, norwegian = (run(subject, "--as", "person:p-astrid", "--type", type_, "--language", each) for each in ("en", "nb"))
    assert english.stdout.startswith(f"Who can see {subject}, as person:p-astrid may know it: ")
    assert "\nWho works with it:\n" in english.stdout
    assert f"\n    {opened}\n" in english.stdout
    assert norwegian.stdout.startswith(f"Hvem kan se {subject}, slik person:p-astrid kan få vite det: ")
    assert "\nHvem som arbeider med det:\n" in norwegian.stdout


def test_that_a_group_sees_no_more_than_that_a_case_is_there_is_told() -> None:
    """The assistive device centre handles no sick leave."""
    asked = ("c-kari-syk", "--as", "person:p-kari", "--type", "case", "--language")
    english, norwegian = (run(*asked, language).stdout for language in ("en", "nb"))
    assert "    cases\n    only that the case is there\n" in english
    assert "    saker\n    bare at saken finnes\n" in norwegian


def test_another_day_is_told_as_it_was() -> None:
    """Kari was assessed for sick leave later than that."""
    now, then = (run("p-kari", "--language", "en", *more).stdout for more in ((), ("--at", "2020-01-31")))
    assert then.startswith("Who could see you, Kari")
    assert "on 2020-01-31" in then.splitlines()[0]
    assert (len(then) < len(now), "person.proxy" in then, "Who served you" in then or "Roles" in then) == (True, False, True)


def test_access_that_someone_took_is_told_with_when_it_ends() -> None:
    """Of a day on which it stood, whenever the test runs."""
    told = run("p-leif", "--language", "en", "--at", "2026-11-15").stdout
    taken = told.partition("  Has taken access, with a reason\n")[2].splitlines()
    assert (taken[0].split(",")[:2], taken[3]) == (["    Veileder", " Nav Bærum"], "    since 2026-11-01, until 2027-02-01")


def test_an_employee_who_may_not_see_protections_is_told_so_of_the_past() -> None:
    result = run(
        "p-kari", "--as", "employee:A100101", "--purpose", "FOLLOW_UP", "--category", "CASES", "--at", "2020-01-31", "--language", "en"
    )
    assert (result.exit_code, "only those who may see protections" in result.stdout) == (1, True)


def test_someone_who_may_not_ask_is_told_so_and_ends_with_one() -> None:
    result = run("p-kari", "--as", "person:p-tor", "--language", "en")
    assert (result.exit_code, "Kari" in result.stdout) == (1, False)
    assert "person:p-tor may not ask who can see `p-kari`, or there is none." in result.stdout
    assert run("p-none", "--as", "person:p-tor", "--language", "en").stdout == result.stdout.replace("p-kari", "p-none")


def test_an_employee_who_names_no_category_is_told_of_those_that_they_read() -> None:
    result = run("p-kari", "--as", "employee:A100101", "--purpose", "FOLLOW_UP", "--language", "en")
    assert (result.exit_code, "look-ups" in result.stdout, "cases" in result.stdout) == (0, False, True)


def test_the_controller_is_told_numbers_and_no_names() -> None:
    result = run("p-kari", *CONTROLLER, "--language", "en")
    assert (result.exit_code, "kept out" in result.stdout, "Turid" in result.stdout) == (0, True, False)
    assert "\nWho serves them:\n" in result.stdout


@pytest.mark.parametrize(("language", "says"), [("en", "what they see is not told to you"), ("nb", "hva de ser, får du ikke vite")])
def test_the_controller_is_told_that_what_a_group_sees_is_not_told(language: str, says: str) -> None:
    whole, cases = (run("p-kari", *CONTROLLER, *more, "--language", language).stdout for more in ((), ("--category", "cases")))
    assert (f"\n    {says}\n" in whole, says in cases, "    \n" in whole) == (True, False, False)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("b-bakeri",), "there is no person `b-bakeri`; of anything else, say who asks, with `--as`"),
        (("p-kari", "--as", "person:p-none"), "there is no viewer `person:p-none`"),
        (("p-kari", "--as", "kari"), "person:ID"),
        (("p-kari", "--as", "employee:A100101"), "PURPOSE_REQUIRED"),
        (("p-kari", "--category", "SHOES"), "SHOES"),
        (("p-kari", "--category", "OPEN"), "`OPEN` is none"),
        (("p-kari", "--theme", "SHOES"), "there is no theme `SHOES`"),
        (("m-oslo", "--type", "municipality"), "a municipality is what a register shows to everybody; `innsyn explain VIEWER m-oslo"),
        (("p-kari", "--at", "then"), "`--at` is no instant; write ISO 8601"),
    ],
)
def test_what_is_unknown_is_refused_with_two(arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, says in result.stderr) == (2, "", True)


@pytest.mark.parametrize("language", list(Language))
def test_every_category_has_a_name(language: Language) -> None:
    assert set(names_of_categories(language)) == set(Category)


def test_in_production_an_employee_asks_for_themselves_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "production")
    monkeypatch.setenv("INNSYN_OPERATOR", "A100101")
    assert run("p-kari", "--as", "person:p-kari").exit_code == 2
    own = run("p-kari", "--category", "card", "--purpose", "FOLLOW_UP", "--language", "en")
    assert (own.exit_code, "as employee:A100101 may know it" in own.stdout) == (0, True)
