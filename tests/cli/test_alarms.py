"""`innsyn alarms`, as someone types it about the demo, over a look-up log of the test's own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.entry import Result as Outcome
from audit.store import Address
from cli import app
from tests.api.conftest import demo  # noqa: F401 - a fixture
from tests.audit.made import append, disclosed

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("demo", "commanded")]
CONTROLLER = ("--as", "employee:A100302", "--purpose", "ACCESS_REVIEW", "--language", "en")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["alarms", *arguments])


@pytest.fixture
def looked(commanded: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An employee has looked up three of one surname, one of whom they were refused."""
    monkeypatch.setenv("INNSYN_ALARM_SURNAME", "3")
    for subject, told in (("p-kari", {}), ("p-ola", {}), ("p-ida", {"result": Outcome.REFUSED, "categories": ()})):
        append(Address.of(None, tmp_path), disclosed(subject, **{"categories": ("CONTACT",), "direct": True, **told}), key="A100101")


@pytest.mark.usefixtures("looked")
def test_a_controller_reads_what_is_unusual_by_employee_and_day() -> None:
    result = run(*CONTROLLER)
    head, line = result.stdout.splitlines()
    assert (result.exit_code, line) == (0, "  3 of one surname, of 3 looked up; 1 of them refused")
    assert head.endswith("Nav Grünerløkka, Veileder")
    assert not any(name in result.stdout for name in ("Dahl", "A100101"))


@pytest.mark.usefixtures("looked")
def test_a_kind_and_days_narrow_it_and_it_prints_what_graphql_gives() -> None:
    told = json.loads(run(*CONTROLLER, "--kind", "surname", "--json").stdout)
    assert [(each["kind"], each["subjects"], each["refused"], each["outOf"]) for each in told] == [("SURNAME", 3, 1, 3)]
    assert run(*CONTROLLER, "--kind", "address").stdout.startswith("Nothing unusual since ")
    assert run(*CONTROLLER, "--to", "2026-01-31").stdout == "Nothing unusual since 2026-01-02.\n"


def test_who_is_no_controller_is_told_so_and_it_ends_with_one() -> None:
    refused = run("--as", "employee:A100101", "--purpose", "FOLLOW_UP", "--language", "en")
    assert (refused.exit_code, refused.stdout) == (1, "employee:A100101 may not be told of alarms.\n")


def test_who_asks_must_be_said_and_a_day_be_one() -> None:
    assert [run(*each).exit_code for each in ((), ("--as", "employee:none", "--purpose", "ACCESS_REVIEW"), (*CONTROLLER, "--to", "x"))] == [
        2
    ] * 3
