"""`innsyn migrate` and `innsyn load`, as someone types them."""

import asyncio
import gzip
import hashlib
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.serving import reasons
from audit.errors import AuditError
from audit.migrate import of
from audit.store import FILE, Address, opened
from cli import app
from graph.alone import alone
from graph.database import Database
from graph.errors import GraphBusy, NotMigrated, SourceUnreadable
from graph.migrate import FOLDER
from tests.databases import Server
from tests.graph.load.made import edge, person


@pytest.fixture(autouse=True)
def environment(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("INNSYN_NEO4J_URI", server.address.uri)
    monkeypatch.setenv("INNSYN_NEO4J_USER", server.address.user)
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD", server.address.password)


def logged(folder: Path) -> list[Any]:
    with closing(opened(Address.of(None, folder))) as store:
        return [json.loads(body) for (body,) in store.rows("SELECT body FROM log_payload ORDER BY position")]


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=input)


@pytest.mark.usefixtures("bare")
def test_migrate_names_what_it_did_and_then_says_that_nothing_is_left() -> None:
    first, second = run("migrate"), run("migrate")
    assert "V0001 ids of every label\n" in first.stdout
    assert "look-up log: 0001 log\n" in first.stdout
    assert f"applied {len(list(FOLDER.glob('V*.cypher'))) + len(of('sqlite'))} migrations" in first.stdout
    assert second.stdout == "nothing to do: the graph and the look-up log have every migration\n"


@pytest.mark.embedded
@pytest.mark.parametrize("words", [("migrate",), ("load", "-")], ids=" ".join)
def test_a_second_at_once_is_refused(words: tuple[str, ...], tmp_path: Path) -> None:
    with alone(tmp_path / "data"):
        refused = run(*words)
    assert isinstance(refused.exception, GraphBusy)
    assert not isinstance(run(*words).exception, GraphBusy)


@pytest.mark.usefixtures("database")
def test_load_of_a_good_file_ends_with_zero_and_counts(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(person("p-1") + "\n" + person("p-2"), encoding="utf-8")
    result = run("load", str(tmp_path / "one.jsonl"))
    assert result.exit_code == 0
    assert "loaded 2 nodes and 0 relationships" in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("database")
def test_load_of_a_bad_line_ends_with_one_and_says_where_it_is(tmp_path: Path) -> None:
    into = tmp_path / "rejected.jsonl"
    lines = person("p-1") + "\n" + edge("p-1", "PROTECTED_AS", "protection:NONE")
    result = run("load", "-", "--rejects", str(into), input=lines)
    assert result.exit_code == 1
    assert f"rejected lines: 1 (DANGLING_END 1); see {into}" in result.stderr
    assert "names them: 1" in result.stderr


@pytest.mark.usefixtures("database")
def test_load_of_a_bad_line_of_standard_input_says_in_which_folder_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("load", "-", input="not JSON")
    assert f"see {tmp_path / 'stdin.rejected.jsonl'}\n" in result.stderr
    assert (tmp_path / "stdin.rejected.jsonl").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("database")
def test_load_of_no_file_is_told() -> None:
    assert isinstance(run("load", "nope.jsonl").exception, SourceUnreadable)


async def test_the_reason_of_an_override_is_encrypted_in_the_graph_and_opens_under_the_key_of_the_data_folder(
    database: Database, tmp_path: Path
) -> None:
    reason = "Called from another office"
    properties = {"reason": reason, "validFrom": "2026-01-01", "source": "T"}
    line = {"type": "node", "id": "o-1", "labels": ["Override"], "properties": properties}
    (tmp_path / "one.jsonl").write_text(json.dumps(line), encoding="utf-8")
    result = await asyncio.to_thread(run, "load", str(tmp_path / "one.jsonl"))
    assert result.exit_code == 0
    held = (await database.read("MATCH (override:Override {id: 'o-1'}) RETURN override.reason AS reason"))[0]["reason"]
    assert reason not in held
    assert reasons(tmp_path / "data").open("o-1", held) == reason
    line["properties"] = {**properties, "reason": held}
    (tmp_path / "one.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert (await asyncio.to_thread(run, "load", str(tmp_path / "one.jsonl"))).exit_code == 0
    assert (await database.read("MATCH (override:Override {id: 'o-1'}) RETURN override.reason AS reason"))[0]["reason"] == held


@pytest.mark.usefixtures("database")
def test_a_load_is_in_the_log_with_counts_and_digests_and_neither_names_nor_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    monkeypatch.setenv("INNSYN_OPERATOR", "o.nordmann")
    plain, packed = (person("p-1") + "\n" + "not JSON").encode(), gzip.compress(person("p-2").encode())
    (tmp_path / "ola-nordmann.jsonl").write_bytes(plain)
    (tmp_path / "two.jsonl.gz").write_bytes(packed)
    sources = (str(tmp_path / "ola-nordmann.jsonl"), "-", str(tmp_path / "two.jsonl.gz"))
    assert run("load", *sources, input=person("p-3")).exit_code == 1
    files = [hashlib.sha256(each).hexdigest() for each in (plain, person("p-3").encode(), packed)]
    told = {"nodes": 3, "relationships": 0, "rejected": 1, "closed": 0, "files": files}
    entries = logged(tmp_path / "data")
    assert [each["outcome"] for each in entries] == [{"event": "load.start"}, {"event": "load.end", "loaded": told}]
    assert {each["actor"]["key"] for each in entries} == {"cli:o.nordmann"}
    assert not any(word in json.dumps(entries) for word in ("ola", "p-1", "p-2", "p-3"))
    assert run("audit", "verify").exit_code == 0


@pytest.mark.usefixtures("database")
def test_a_load_that_was_cut_short_is_in_the_log_as_begun(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl.gz").write_bytes(gzip.compress(person("p-1").encode())[:-12])
    assert isinstance(run("load", str(tmp_path / "one.jsonl.gz")).exception, SourceUnreadable)
    assert [each["outcome"]["event"] for each in logged(tmp_path / "data")] == ["load.start"]


async def test_without_the_log_nothing_is_loaded(database: Database, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_text("no log", encoding="utf-8")
    (tmp_path / "one.jsonl").write_text(person("p-1"), encoding="utf-8")
    refused = await asyncio.to_thread(run, "load", str(tmp_path / "one.jsonl"))
    assert isinstance(refused.exception, AuditError)
    assert await database.read("MATCH (person:Person {id: 'p-1'}) RETURN person.id AS id") == []


@pytest.mark.usefixtures("bare")
def test_load_into_a_graph_without_migrations_names_the_command(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(person("p-1"), encoding="utf-8")
    assert isinstance(run("load", str(tmp_path / "one.jsonl")).exception, NotMigrated)
