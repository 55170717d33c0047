"""`innsyn explain`, as someone types it about the demo."""

import json

import pytest
from typer.testing import CliRunner, Result

from cli import app
from tests.api.conftest import demo  # noqa: F401 - a fixture


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments])


pytestmark = pytest.mark.usefixtures("demo", "commanded")


def test_a_proxy_is_told_by_what_they_see() -> None:
    result = run("person:p-kari", "p-astrid", "--language", "en")
    assert result.exit_code == 0
    assert "person:p-kari → p-astrid, now: PARTIAL, some of it is open" in result.stdout
    assert "  CASES      HJE; Holds a proxy\n" in result.stdout
    assert "  ADDRESS    closed\n" in result.stdout


def test_what_is_denied_ends_with_one_and_its_code_in_words() -> None:
    result = run("person:p-kari", "p-mona", "--json")
    assert (result.exit_code, [each["code"] for each in json.loads(result.stdout)["denials"]]) == (1, ["NOT_AVAILABLE"])


def test_an_employee_at_an_office_is_told_what_can_help() -> None:
    result = run("employee:A100101", "p-truls", "--purpose", "FOLLOW_UP")
    assert (result.exit_code, "OUTSIDE_AREA: " in result.stdout, "en overstyring" in result.stdout) == (1, True, True)


def test_a_day_that_is_none_and_a_viewer_who_is_none_are_refused() -> None:
    assert "ISO 8601" in (refused := run("person:p-kari", "p-kari", "--at", "yesterday")).stderr
    assert (refused.exit_code, "there is no viewer `person:p-none`" in run("person:p-none", "p-kari").stderr) == (2, True)
    assert "PURPOSE_REQUIRED" in run("employee:A100101", "p-kari").stderr


def test_production_answers_as_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "production")
    result = run("person:p-kari", "p-kari")
    assert (result.exit_code, result.stdout) == (2, "")
