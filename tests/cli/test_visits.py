"""`innsyn visits`, as someone types it about the demo, over a look-up log of the test's own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.resume import resumed
from audit.store import Address
from cli import app, asking
from cli.technical import said
from tests.api.conftest import demo  # noqa: F401 - a fixture
from tests.audit.cutting import cut
from tests.audit.kept import connected
from tests.audit.made import rows

pytestmark = [pytest.mark.embedded, pytest.mark.usefixtures("demo", "commanded")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["visits", *arguments])


def test_nobody_has_looked_and_then_the_asking_is_a_visit() -> None:
    first, second = (run("p-kari", "--language", "en") for _ in range(2))
    assert (first.exit_code, first.stdout.splitlines()[0]) == (0, "Who looked up p-kari, as person:p-kari may know it: 0 visits")
    assert "Someone at the command line (" in second.stdout
    assert (", 1 look-up\n" in second.stdout, "\n  look-ups and access\n" in second.stdout) == (True, True)
    assert "Look-ups may be withheld by law for a time." in second.stdout


def test_of_which_time_the_log_lacks_some_is_said(tmp_path: Path) -> None:
    run("p-kari")
    address = Address.of(None, tmp_path)
    ((size,),) = rows(address, "SELECT count(*) FROM log_entry")
    cut(address, size - 1)
    with connected(address) as store:
        resumed(store, said("audit.resume"), entries=size - 1)
    told = {language: run("p-kari", "--language", language).stdout for language in ("en", "nb")}
    assert " look-ups may be missing: the end of the log was lost.\n" in told["en"]
    assert " kan oppslag mangle: slutten av loggen gikk tapt.\n" in told["nb"]
    assert [gap["reason"] for gap in json.loads(run("p-kari", "--json").stdout)["gaps"]] == ["CUT_OFF"]


def test_whoever_may_not_ask_is_told_so() -> None:
    result = run("p-kari", "--as", "person:p-siv", "--language", "en")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "person:p-siv may not ask who looked up `p-kari`, or there is no such person.",
    )


def test_what_is_no_person_is_refused_with_two() -> None:
    assert ((refused := run("c-kari-syk")).exit_code, refused.stderr) == (2, "SUBJECT_UNKNOWN: there is no person `c-kari-syk`\n")


def test_pages_joined_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for viewer in ("person:p-kari", "employee:A100101", "person:p-siv", "employee:A100302"):
        run("p-kari", "--as", viewer, "--purpose", "FOLLOW_UP")
    whole = json.loads(run("p-kari", "--json", "--as", "person:p-kari").stdout)
    monkeypatch.setattr(asking, "PAGE", 1)
    parts = json.loads(run("p-kari", "--json").stdout)
    assert {each["node"]["id"] for each in whole["edges"]} <= {each["node"]["id"] for each in parts["edges"]}
    assert len(parts["edges"]) == parts["totalCount"] > 1
