"""`innsyn usage`, as someone types it about the demo, over a look-up log of the test's own."""

import json

import pytest
from typer.testing import CliRunner, Result

from cli import app
from tests.api.conftest import demo  # noqa: F401 - a fixture

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("demo", "commanded")]
CONTROLLER = ("--as", "employee:A100302", "--purpose", "ACCESS_REVIEW")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["usage", *arguments])


def test_a_controller_reads_a_table_of_each_unit() -> None:
    result = run("unit:0315", *CONTROLLER, "--language", "en")
    lines = result.stdout.splitlines()
    assert (result.exit_code, lines[0].partition(",")[0]) == (0, "Nav Grünerløkka")
    assert [" ".join(line.split()) for line in lines[1:4]] == [
        "could never did look-ups without a case refused last",
        "All who work here 4 4 0 0 0",
        "Leder av Nav-kontor 1 1 0 0 0",
    ]
    assert lines[-1] == "The log says of no look-up from where it was."


def test_who_may_not_be_told_of_a_unit_is_told_so_and_it_ends_with_one() -> None:
    refused = run("unit:0315", "--as", "employee:A100101", "--purpose", "FOLLOW_UP", "--language", "en")
    assert (refused.exit_code, refused.stdout) == (1, "employee:A100101 may not be told of `unit:0315`, or there is no such unit.\n")


def test_a_number_alone_is_told_what_to_write() -> None:
    assert run("0315", *CONTROLLER, "--language", "en").stdout.endswith("write `unit:0315`.\n")


def test_it_prints_what_graphql_gives() -> None:
    told = json.loads(run("unit:0315", "unit:none", *CONTROLLER, "--json").stdout)
    assert (told[0]["unit"]["id"], told[1]) == ("unit:0315", None)


@pytest.mark.parametrize(
    ("period", "says"),
    [
        (("--from", "2026-02-01", "--to", "2026-01-01"), "`--from` is after `--to`"),
        (("--from", "2026-13-01"), "`--from` is no day; write a day, such as 2026-01-31"),
        (("--from", "2020-01-01"), "counts 1 to 366 days; write `--from` and `--to`"),
    ],
)
def test_days_that_are_wrong_are_refused_by_their_options(period: tuple[str, ...], says: str) -> None:
    refused = run("unit:0315", *CONTROLLER, *period)
    assert (refused.exit_code, says in refused.stderr) == (2, True)


def test_who_asks_must_be_said() -> None:
    assert (run("unit:0315").exit_code, run("unit:0315", "--as", "employee:none", "--purpose", "ACCESS_REVIEW").exit_code) == (2, 2)
