"""`innsyn audit`, as someone types it."""

import asyncio
import json
import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.append import Appender
from audit.errors import EntriesDiffer, ErasureWrong, KeyInvalid, LogNotMigrated, LogUnavailable, NotWaiting
from audit.migrate import migrate
from audit.proof import Key
from audit.record import concluded
from audit.store import Address
from cli import app, main
from cli.technical import user
from tests.audit.cutting import cut, restore
from tests.audit.kept import LONG_AGO, NAME, WITNESS, connected, watching
from tests.audit.made import append, disclosed, lookup, outcome, rows, written
from tests.databases import Server


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["audit", *arguments])


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Address:
    for name in ("AUDIT_URL", "AUDIT_KEY_FILE", "AUDIT_KEYS", "AUDIT_WITNESS"):
        monkeypatch.delenv(f"INNSYN_{name}", raising=False)
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    monkeypatch.setenv("INNSYN_AUDIT_NAME", NAME)
    address = Address.of(None, tmp_path)
    migrate(address)
    written(address, ("p-kari", "p-ola"), ("p-kari",))
    return address


@pytest.mark.usefixtures("log")
def test_a_log_is_verified_against_a_checkpoint_that_was_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert run("checkpoint", "--out", str(kept)).exit_code == 0
    found = run("verify", "--since", str(kept))
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.splitlines()[-2:] == ["newest checkpoint: 7 entries", "the log is as it was written"]
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("operator", [None, "o.nordmann"])
def test_who_signs_erases_and_changes_the_key_is_said(
    log: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operator: str | None
) -> None:
    if operator:
        monkeypatch.setenv("INNSYN_OPERATOR", operator)
    new = run("key", str(tmp_path / "new.pem")).stdout.strip()
    for command in (("checkpoint",), ("prune", "--before", "2020-01-01"), ("rotate-key", new)):
        assert run(*command).exit_code == 0
    told = [json.loads(body) for (body,) in rows(log, "SELECT body FROM log_payload ORDER BY position")]
    who = [(each["outcome"]["event"], each["actor"]["key"]) for each in told if "event" in each.get("outcome", {})]
    assert who == [(f"audit.{event}", f"cli:{operator or user()}") for event in ("checkpoint", "prune", "rotate-key")]


def test_a_log_that_was_changed_is_told_entry_by_entry(log: Address) -> None:
    rows(log, "DELETE FROM log_payload WHERE position = 1")
    found = run("verify")
    assert found.exit_code == 1
    assert "entry 1: what it says is missing" in found.stderr


def test_a_log_that_was_cut_off_goes_on_when_its_operator_says_so(log: Address) -> None:
    cut(log, 3)
    assert run("tail").exception
    found = run("verify")
    assert (found.exit_code, "the log is cut off: what was seen of it from here has 5 entries" in found.stderr) == (1, True)
    assert "innsyn audit resume --entries 3" in found.stderr
    assert run("resume", "--entries", "3").stdout == "it goes on after 3 entries; 5 had been seen\n"
    assert run("resume", "--entries", "5").exception
    found = run("verify")
    assert (found.exit_code, "entry 3: it was let go on where it had been found cut off" in found.stdout) == (0, True)
    assert "technical cli:" in run("tail").stdout


def test_a_log_that_is_whole_again_is_verified_with_1_until_it_is_let_go_on(log: Address) -> None:
    cut(log, 3)
    assert run("tail").exception
    restore(log)
    found = run("verify")
    assert (found.exit_code, found.stdout.splitlines()[-1]) == (1, "the log is as it was written")
    assert "has the 5 entries that had been seen again; `innsyn audit resume --entries 5` lets it go on" in found.stderr
    wrong = run("resume", "--entries", "4").exception
    assert isinstance(wrong, EntriesDiffer)
    assert "`innsyn audit resume --entries 5`" in str(wrong)
    assert run("resume", "--entries", "5").exit_code == 0
    assert run("verify").exit_code == 0


def test_what_the_removed_rows_were_is_told(log: Address) -> None:
    cut(log, 2, ["log_entry"])
    assert run("resume", "--entries", "2").stdout.splitlines()[1:] == [
        "removed, for they stood beyond these: 3 rows of log_payload, 2 rows of log_use, 1 rows of log_chain"
    ]
    found = run("verify")
    assert (found.exit_code, "lacks the entries of 1 subjects" in found.stdout, "2 rows of log_use" in found.stdout) == (0, True, True)


@pytest.mark.parametrize("command", [("verify",), ("tail",), ("export",), ("receipt", "p-kari"), ("outbox",), ("resume", "--entries", "1")])
@pytest.mark.usefixtures("log")
def test_elsewhere_there_is_no_log_and_none_is_made(command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path / "elsewhere"))
    found = run(*command)
    assert isinstance(found.exception, LogNotMigrated)
    assert f"no look-up log in `{tmp_path / 'elsewhere'}`; `INNSYN_DATA_DIR`" in str(found.exception)
    assert not (tmp_path / "elsewhere").exists()


def test_who_verifies_makes_no_key_and_believes_none(log: Address) -> None:
    key = log.file.parent / "audit-key.pem"
    assert (run("verify").exit_code, key.exists()) == (0, False)
    run("checkpoint")
    key.unlink()
    found = run("verify")
    assert (found.exit_code, key.exists()) == (1, False)
    assert "the checkpoint is not signed by the log's key" in found.stderr


def test_what_was_verified_is_missed_the_next_time(log: Address) -> None:
    unseen = replace(log, seen=None)
    written(unseen, ("p-kari",))
    assert run("verify").exit_code == 0
    cut(log, 5)
    assert run("verify").exit_code == 1


def test_a_user_without_a_name_is_logged_by_number(log: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2_000_000_019)
    assert run("tail").exit_code == 0
    assert rows(log, "SELECT body FROM log_payload ORDER BY position DESC LIMIT 1")[0][0].count('"operator:uid-2000000019"') == 1


@pytest.mark.usefixtures("log")
def test_a_receipt_is_written_and_checked(tmp_path: Path) -> None:
    assert (missing := run("receipt", "p-kari")).exit_code == 1
    assert "run `innsyn audit checkpoint`" in missing.stderr
    run("checkpoint")
    assert run("receipt", "p-kari", "--out", str(tmp_path / "receipt.json")).exit_code == 0
    assert run("verify-receipt", str(tmp_path / "receipt.json")).exit_code == 0
    changed = (tmp_path / "receipt.json").read_text().replace("allowed", "refused")
    (tmp_path / "changed.json").write_text(changed)
    assert run("verify-receipt", str(tmp_path / "changed.json")).exit_code == 1
    assert "there is no file" in run("verify-receipt", str(tmp_path / "nowhere.json")).stderr


@pytest.mark.usefixtures("log")
def test_a_file_that_is_neither_checkpoint_nor_receipt_is_said_to_be_none() -> None:
    since, receipt = run("verify", "--since", "README.md"), run("verify-receipt", "README.md")
    assert (since.exit_code, receipt.exit_code) == (2, 1)
    assert since.stderr == "FILE_UNUSABLE: `README.md` is no checkpoint; `innsyn audit checkpoint --out FILE` writes one\n"
    assert receipt.stderr == "`README.md` is no receipt: it is not JSON\n"


def test_reading_the_log_is_a_look_up_of_those_of_whom_it_tells(log: Address) -> None:
    assert "subject employee:Z990001 p-ola allowed" in run("tail").stdout
    assert len(run("export", "--format", "cef").stdout.splitlines()) == 5
    counted = (
        "SELECT chain.subject, count(*) FROM log_entry JOIN log_chain AS chain USING (tag) GROUP BY chain.subject ORDER BY chain.subject"
    )
    assert rows(log, counted) == [("p-kari", 4), ("p-ola", 3)]


def test_of_whom_the_log_cannot_say_that_it_was_read_nothing_is_told(log: Address, tmp_path: Path) -> None:
    run("checkpoint")
    rows(log, "CREATE TRIGGER full BEFORE INSERT ON log_entry BEGIN SELECT RAISE(ABORT, 'full'); END")
    for command in (("tail",), ("export",), ("receipt", "p-kari"), ("export", "--out", str(tmp_path / "out"))):
        found = run(*command)
        assert (found.stdout, isinstance(found.exception, LogUnavailable)) == ("", True)
    assert (tmp_path / "out").read_text() == ""


def test_what_is_past_its_time_is_erased(log: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("prune").exit_code == 2
    assert run("prune", "--before", "2999-01-01").exit_code == 2
    assert run("prune", "--before", "2001-09-09").stdout == "erased what 0 entries say\n"
    monkeypatch.setenv("INNSYN_AUDIT_RETENTION_DAYS", "30")
    assert run("prune").stdout == "erased what 0 entries say\n"
    assert rows(log, "SELECT count(*) FROM log_payload") == [(5 + 2,)]


def anew(log: Address, folder: Path) -> Address:
    """A log in the place of that one, with what is past its time and what is not."""
    for file in (log.file, log.seen):
        assert file
        file.unlink()
    old = Address.of(None, folder)
    migrate(old)
    written(old, ("p-kari",), at=LONG_AGO)
    written(old, ("p-kari",))
    return old


def test_what_was_erased_leaves_a_log_that_holds(log: Address, tmp_path: Path) -> None:
    anew(log, tmp_path)
    assert run("prune", "--before", "2002-01-01").stdout == "erased what 2 entries say\n"
    assert run("verify").exit_code == 0


def test_an_erasing_that_was_cut_off_with_the_end_is_told_afterwards(log: Address, tmp_path: Path) -> None:
    old = anew(log, tmp_path)
    run("prune", "--before", "2002-01-01")
    cut(old, 4, ("log_entry", "log_payload", "log_checkpoint"))
    assert isinstance(run("resume", "--entries", "4", "--erased", "3").exception, ErasureWrong)
    found = run("verify")
    assert (found.exit_code, "entry 1: what it says is missing" in found.stderr) == (1, True)
    told = run("resume", "--erased", "2")
    assert told.stdout == "told afterwards: what 2 entries said, from entry 0 and below 2, was erased\n"
    found = run("verify")
    assert (found.exit_code, found.stderr) == (0, "")
    assert f"by `cli:{user()}`: what 2 entries said, from entry 0 and below 2; when it was erased, and by whom" in found.stdout


def test_a_postgresql_that_is_not_there_is_told_by_its_setting_and_address_and_never_with_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    away, none = f"postgresql://service:hemmelig@127.0.0.1:{port}/innsyn", "postgresql://service:hemmelig@127.0.0.1:port/innsyn"
    for url, code in ((away, "LOG_UNAVAILABLE"), (none, "SETTINGS_INVALID")):
        monkeypatch.setenv("INNSYN_AUDIT_URL", url)
        monkeypatch.setattr("sys.argv", ["innsyn", "audit", "verify"])
        with pytest.raises(SystemExit, match="2"):
            main()
        (told,) = capsys.readouterr().err.splitlines()
        assert (told.startswith(f"{code}: "), "`INNSYN_AUDIT_URL`" in told, "hemmelig" in told) == (True, True, False)
        assert f"`127.0.0.1:{port}/innsyn`" in told or url == none


def test_what_is_left_beside_what_was_erased_is_removed_where_the_operator_says_so(log: Address, tmp_path: Path) -> None:
    old = anew(log, tmp_path)
    rows(old, "DELETE FROM log_payload WHERE position < 2")
    assert isinstance(run("resume", "--erased", "2").exception, ErasureWrong)
    assert run("resume", "--erased", "2", "--remove").stdout.endswith("\nremoved, for they were left beside that: 1 rows of log_use\n")
    found = run("verify")
    assert (found.exit_code, found.stderr) == (0, "")
    assert "what was left beside that was removed: 1 rows of log_use" in found.stdout


@pytest.mark.usefixtures("log")
def test_what_is_to_be_resumed_must_be_said() -> None:
    found = run("resume")
    assert (found.exit_code, "`--entries N` where it was cut off, `--erased N`" in found.stderr) == (2, True)
    found = run("resume", "--entries", "1", "--remove")
    assert (found.exit_code, "`--remove` goes with `--erased N`" in found.stderr) == (2, True)


@pytest.mark.usefixtures("log")
def test_a_key_is_changed_and_the_old_one_still_vouches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = run("key", str(tmp_path / "audit-key.pem")).stdout.strip(), run("key", str(tmp_path / "new.pem")).stdout.strip()
    assert run("rotate-key", second).exit_code == 0
    monkeypatch.setenv("INNSYN_AUDIT_KEY_FILE", str(tmp_path / "new.pem"))
    monkeypatch.setenv("INNSYN_AUDIT_KEYS", first)
    run("checkpoint")
    assert run("verify").exit_code == 0
    assert run("verify", "--key", second).exit_code == 1


def test_a_key_whose_change_was_cut_off_in_its_middle_is_the_logs_all_the_same(
    log: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = run("key", str(tmp_path / "audit-key.pem")).stdout.strip(), run("key", str(tmp_path / "new.pem")).stdout.strip()
    assert run("rotate-key", second).exit_code == 0
    ((changed,),) = rows(log, "SELECT position FROM log_entry WHERE kind = 'key'")
    cut(log, changed + 1, ("log_entry", "log_payload", "log_checkpoint"))
    assert run("resume", "--entries", str(changed + 1)).exit_code == 0
    for command in (("checkpoint",), ("prune", "--before", "2020-01-01"), ("rotate-key", second)):
        assert isinstance(run(*command).exception, KeyInvalid)
    monkeypatch.setenv("INNSYN_AUDIT_KEY_FILE", str(tmp_path / "new.pem"))
    monkeypatch.setenv("INNSYN_AUDIT_KEYS", first)
    assert run("checkpoint").exit_code == 0
    found = run("verify")
    assert (found.exit_code, found.stderr) == (0, "")


@pytest.mark.usefixtures("log")
def test_a_witness_cosigns_each_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public = run("key", str(tmp_path / "audit-key.pem")).stdout
    with watching(tmp_path, Key.read(public)) as watched:
        monkeypatch.setenv("INNSYN_AUDIT_WITNESS", watched.witness.url)
        monkeypatch.setenv("INNSYN_AUDIT_WITNESS_KEY", str(WITNESS.key))
        assert "— witness.example " in run("checkpoint").stdout
        assert run("verify").exit_code == 0
    assert "the witness `witness.example` does not answer" in run("verify").stderr
    assert run("checkpoint").exception
    assert "the newest checkpoint is not cosigned by `witness.example`" in run("verify").stderr


def test_a_log_of_production_needs_a_key(log: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "production")
    for command in ("checkpoint", "verify"):
        assert run(command).exit_code == 2
    assert not (log.file.parent / "audit-key.pem").exists()


@pytest.mark.usefixtures("log")
def test_an_export_goes_to_a_file(tmp_path: Path) -> None:
    assert run("export", "--out", str(tmp_path / "log.jsonl")).exit_code == 0
    read = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [each["kind"] for each in read] == ["request", "subject", "subject", "request", "subject"]


@pytest.mark.embedded
@pytest.mark.usefixtures("commanded")
def test_what_the_graph_does_not_know_is_neither_released_nor_told(server: Server, tmp_path: Path) -> None:
    asyncio.run(server.migrate())
    with connected(Address.of(None, tmp_path)) as store:
        told = outcome(disclosed=(disclosed("p-kari", withheld="r-1"),))
        Appender(store).append(list(concluded(lookup(), told, "ticket", None)))
    found = run("release")
    assert (found.stdout, found.exit_code) == ("chains that have joined: 0; restrictions that still withhold something: 1\n", 0)
    assert [run("notify").stdout for _ in range(2)] == ["notices put in the outbox: 0\n"] * 2


@pytest.mark.usefixtures("log")
def test_notices_are_printed_until_they_are_delivered(log: Address) -> None:
    append(log, disclosed("p-kari", told=True))
    (line,) = run("outbox").stdout.splitlines()
    assert (json.loads(line)["person"], "Logg inn" in line) == ("p-kari", True)
    refused = run("delivered", "99999")
    assert isinstance(refused.exception, NotWaiting)
    assert run("outbox").stdout == line + "\n"
    assert run("delivered", str(json.loads(line)["position"])).exit_code == 0
    assert (run("outbox").stdout, run("outbox", "--after", "-1").stdout) == ("", line + "\n")
