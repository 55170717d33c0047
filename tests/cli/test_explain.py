"""`innsyn explain`, as someone types it about the demo."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.store import Address
from cli import app
from tests.api.conftest import demo  # noqa: F401 - a fixture
from tests.audit.made import rows

GOLDEN = Path(__file__).parent / "golden"
PROXY, COUNSELLOR = ("person:p-kari", "p-astrid"), ("employee:A100101", "p-kari", "--purpose", "FOLLOW_UP")
ROWS = {
    "own-case": ("person:p-kari", "c-kari-syk", "--type", "case"),
    "proxy-case": ("person:p-kari", "c-astrid-hje", "--type", "case"),
    "proxy-device": ("person:p-kari", "d-rullestol", "--type", "device"),
    "handler-case": ("employee:A100501", "c-kari-oms", "--purpose", "BENEFIT_PROCESSING", "--type", "case"),
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments])


pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("demo", "commanded")]


def test_a_proxy_is_told_by_what_they_see() -> None:
    result = run("person:p-kari", "p-astrid", "--language", "en")
    assert result.exit_code == 0
    assert "person:p-kari → p-astrid, now: PARTIAL, some of it is open; closed: IDENTITY CONTACT ADDRESS" in result.stdout
    assert "  CASES      HJE; Holds a proxy\n" in result.stdout
    assert "  ADDRESS    closed\n" in result.stdout


def test_what_is_missing_and_what_to_end_is_told_as_the_golden_files_say() -> None:
    """Written anew by `innsyn explain VIEWER SUBJECT --language LANGUAGE` of the demo."""
    for asked, of in ((PROXY, "proxy"), (COUNSELLOR, "counsellor")):
        reads_as_the_golden_file(of, asked)


@pytest.mark.parametrize("of", ROWS)
def test_through_whom_a_case_or_a_device_is_seen_is_told_as_the_golden_files_say(of: str) -> None:
    reads_as_the_golden_file(of, ROWS[of])


def reads_as_the_golden_file(of: str, asked: tuple[str, ...]) -> None:
    for language in ("nb", "en"):
        result = run(*asked, "--language", language)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == (GOLDEN / f"explain-{of}.{language}.txt").read_text(encoding="utf-8")


def test_through_whom_is_printed_for_machines() -> None:
    (told,) = json.loads(run(*ROWS["proxy-case"], "--json").stdout)["grants"]
    assert told["through"] == {"label": "Person", "id": "p-astrid", "name": "Astrid Holm"}


def test_facts_are_printed_for_machines() -> None:
    told = {each["category"]: each for each in json.loads(run(*PROXY, "--json").stdout)["categories"]}
    ((fact,),) = (each["facts"] for each in told["WORK"]["missing"])
    assert (fact["relationship"], fact["start"]["id"], fact["end"]["id"]) == ("COVERS", "md-astrid-kari", "category:WORK")
    assert [each["fact"]["start"]["id"] for each in told["CARD"]["endings"]] == ["md-astrid-kari"]


def test_of_a_business_nothing_is_hinted() -> None:
    told = json.loads(run("person:p-magnus", "b-snekker", "--json").stdout)
    assert [each["rule"] for each in told["grants"]] == ["person.own-business"]
    assert not any(each["missing"] or each["endings"] for each in told["categories"])


def test_of_a_municipality_it_tells_as_the_readme_shows() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    words = ("employee:B200102", "m-baerum", "--type", "municipality", "--purpose", "MUNICIPAL_SERVICES", "--language", "en")
    _, typed, shown = readme.partition(f"innsyn explain {' '.join(words)}\n")
    result = run(*words)
    assert (result.exit_code, bool(typed)) == (0, True)
    assert shown.startswith("".join(f"    {line}".rstrip() + "\n" for line in result.stdout.splitlines()))


def test_what_is_denied_ends_with_one_and_its_code_in_words() -> None:
    result = run("person:p-kari", "p-mona", "--json")
    assert (result.exit_code, [each["code"] for each in json.loads(result.stdout)["denials"]]) == (1, ["NOT_AVAILABLE"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("employee:A100101", "c-kari-oms", "--purpose", "FOLLOW_UP"), "PARTIAL, the outline alone: no title, unit or parties"),
        (("employee:A100101", "b-bakeri", "--purpose", "FOLLOW_UP"), "ALLOWED, every category is open, rows in the themes listed alone"),
        (("employee:A100101", "m-oslo", "--purpose", "FOLLOW_UP"), "DENIED, nothing beyond what registers show to everybody"),
        (("person:p-kari", "m-oslo", "--type", "municipality"), "DENIED, nothing beyond what registers show to everybody"),
        (("person:p-kari", "b-bakeri", "--type", "business"), "DENIED, nothing beyond what registers show to everybody"),
        (("person:p-kari", "d-none", "--type", "device"), "DENIED, nothing is open"),
        (("person:p-kari", "d-rullestol"), "PARTIAL, some of it is open; closed: ADDRESS"),
        (("person:p-tor", "c-tor-bid"), "PARTIAL, all but which unit has it"),
    ],
)
def test_the_decision_is_said_no_wider_than_it_is(arguments: tuple[str, ...], says: str) -> None:
    assert run(*arguments, "--language", "en").stdout.splitlines()[0].endswith(f", now: {says}")


def test_an_employee_at_an_office_is_told_what_can_help() -> None:
    result = run("employee:A100101", "p-truls", "--purpose", "FOLLOW_UP")
    assert (result.exit_code, "OUTSIDE_AREA: " in result.stdout, "en overstyring" in result.stdout) == (1, True, True)


def test_a_day_that_is_none_and_a_viewer_who_is_none_are_refused() -> None:
    assert (
        "VARIABLE_INVALID: `--at` is no instant; write ISO 8601" in (refused := run("person:p-kari", "p-kari", "--at", "yesterday")).stderr
    )
    assert (refused.exit_code, "there is no viewer `person:p-none`" in run("person:p-none", "p-kari").stderr) == (2, True)
    assert "PURPOSE_REQUIRED: say why they ask: add `--purpose`" in run("employee:A100101", "p-kari").stderr


@pytest.fixture
def operates(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Outside the development profile, as the employee of an ident."""
    monkeypatch.setenv("INNSYN_PROFILE", "production")
    return lambda ident: monkeypatch.setenv("INNSYN_OPERATOR", ident)


Operates = Callable[[str], None]


def test_in_production_nobody_unknown_is_answered(operates: Operates) -> None:
    operates("nobody")
    result = run("person:p-kari", "p-kari", "--purpose", "FOLLOW_UP")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("purpose", [(), ("--purpose", "FOLLOW_UP")], ids=["without", "with"])
@pytest.mark.parametrize(
    "words", [("explain", "person:p-kari", "p-kari"), ("visits", "p-kari"), ("usage", "unit:0315"), ("alarms",)], ids=" ".join
)
def test_in_production_who_is_not_said_to_operate_is_told_to_say_so(
    words: tuple[str, ...], purpose: tuple[str, ...], operates: Operates, monkeypatch: pytest.MonkeyPatch
) -> None:
    operates("A100101")
    monkeypatch.delenv("INNSYN_OPERATOR")
    refused = CliRunner().invoke(app, [*words, *purpose])
    assert (refused.exit_code, refused.stdout) == (2, "")
    asked = r"VIEWER_UNKNOWN: there is no viewer `(employee:[^`]+)`; it asks as `\1`, the system's user: set `INNSYN_OPERATOR` to .*\n"
    assert re.fullmatch(asked, refused.stderr)


@pytest.mark.parametrize("purpose", [(), ("--purpose", "FOLLOW_UP")], ids=["without", "with"])
def test_in_production_who_operates_under_an_unknown_ident_is_told_that_first(purpose: tuple[str, ...], operates: Operates) -> None:
    operates("A10010")
    refused = run("person:p-kari", "p-kari", *purpose)
    told = "VIEWER_UNKNOWN: there is no viewer `employee:A10010`; set `INNSYN_OPERATOR` to your ident as an employee\n"
    assert (refused.exit_code, refused.stdout, refused.stderr) == (2, "", told)


def test_a_mistyped_ident_is_told_as_such_and_a_purpose_that_is_not_theirs_with_those_that_are() -> None:
    mistyped, wrong = (run(f"employee:{ident}", "p-kari", "--purpose", "CONTROL").stderr for ident in ("A10010", "A100101"))
    assert mistyped == "VIEWER_UNKNOWN: there is no viewer `employee:A10010`\n"
    assert wrong.startswith("PURPOSE_REFUSED: they may not state this purpose; say another with `--purpose`: FOLLOW_UP")


def test_in_production_an_employee_asks_for_themselves_alone(operates: Operates) -> None:
    operates("A100101")
    own = run("employee:A100101", "p-kari", "--purpose", "FOLLOW_UP")
    others = [run(each, "p-kari", "--purpose", "FOLLOW_UP") for each in ("person:p-kari", "person:p-nobody", "employee:A100202")]
    assert (own.exit_code, {each.exit_code for each in others}, {each.stdout for each in others}) == (0, {2}, {""})
    assert {each.stderr for each in others} == {
        "VIEWER_REFUSED: only a controller may ask what another viewer may see; `employee:A100101` is none\n"
    }


def test_in_production_a_controller_asks_for_another_viewer(operates: Operates) -> None:
    operates("A100302")
    result = run("employee:A100101", "p-even", "--purpose", "ACCESS_REVIEW")
    assert (result.exit_code, "DISQUALIFIED: " in result.stdout, "    employee.sibling\n" in result.stdout) == (1, True, True)


def test_in_production_a_controller_asks_about_a_business_a_device_and_a_case(operates: Operates) -> None:
    operates("A100302")
    asked = (("person:p-magnus", "b-snekker"), ("person:p-astrid", "d-rullestol"), ("person:p-kari", "c-kari-oms"))
    for each in asked:
        result = run(*each, "--purpose", "ACCESS_REVIEW", "--language", "en")
        assert (result.exit_code, result.stdout.splitlines()[0]) == (
            0,
            f"{each[0]} (ACCESS_REVIEW) → {each[1]}, now: ALLOWED, every category is open",
        )
        assert ("\n  The case concerns a person. " in result.stdout) == (each[1] == "c-kari-oms")
        assert ("\n  The device is lent to a person. " in result.stdout) == (each[1] == "d-rullestol")
    told = [json.loads(run(*asked[2], "--purpose", "ACCESS_REVIEW", "--json", "--type", type_).stdout) for type_ in ("case", "device")]
    assert [each["type"] for each in told] == ["Case", None]


def test_what_it_tells_is_logged_as_asked_at_the_command_line(tmp_path: Path) -> None:
    run("person:p-kari", "p-astrid")
    bodies = [json.loads(body) for (body,) in rows(Address.of(None, tmp_path), "SELECT body FROM log_payload")]
    (told,) = (each for each in bodies if {"asked", "outcome"} <= each.keys())
    assert (told["asked"]["channel"], told["asked"]["subjects"], told["actor"]["behalf"]) == ("cli", ["p-astrid"], "p-kari")
    assert told["actor"]["key"].startswith("operator:")
