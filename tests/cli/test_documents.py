"""`innsyn documents check`: what the server would say of a manifest, without a database."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import settings
from api.document import Documents
from api.trusted import id_of
from cli import app
from cli.choices import chosen
from cli.documents import answerable
from settings import SettingsInvalid

GOOD, BAD = "query Good($first: Int) { person(id: 1) { cases(first: $first) { edges { node { id } } } } }", "query Bad { persn { id } }"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"INNSYN_{name.upper()}", raising=False)


def manifest(folder: Path, *texts: str) -> str:
    file = folder / "manifest.json"
    file.write_text(json.dumps({id_of(each): each for each in texts}), encoding="utf-8")
    return str(file)


def test_each_operation_is_told_with_its_cost(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["documents", "check", manifest(tmp_path, GOOD), "--viewer", "employee"])
    assert result.exit_code == 0
    assert result.stdout == f"{id_of(GOOD)}  {Documents().read(GOOD).shape.hex()}  Good: costs 42, at most 202\n"


def test_a_document_that_would_be_refused_is_told_and_ends_with_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["documents", "check", manifest(tmp_path, GOOD, BAD), "--viewer", "person"])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"MANIFEST_INVALID: `{tmp_path}/manifest.json`, entry `{id_of(BAD)}` (`Bad`): DOCUMENT_INVALID: ")
    assert "Good: costs" in result.stdout


def test_all_that_is_wrong_with_all_entries_is_told_at_once(tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.write_text(json.dumps({id_of(GOOD): GOOD, id_of("other"): GOOD + " ", "md5": GOOD, id_of(BAD): BAD}), encoding="utf-8")
    second.write_text(json.dumps({id_of("another"): BAD}), encoding="utf-8")
    result = CliRunner().invoke(app, ["documents", "check", str(first), str(second), "--viewer", "person"])
    told = [(line.split("`")[1].rpartition("/")[2], line.split("`")[3]) for line in result.stderr.splitlines()]
    ids = [("first.json", id_of("other")), ("first.json", "md5"), ("first.json", id_of(BAD))]
    assert (result.exit_code, told) == (1, [*ids, ("second.json", id_of("another")), ("second.json", id_of(BAD))])
    assert result.stdout.startswith(f"{id_of(GOOD)}  ")


def test_a_kind_of_viewer_that_there_is_none_of_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["documents", "check", manifest(tmp_path, GOOD), "--viewer", "citizen"])
    assert (result.exit_code, "write employee, person, client, analyst" in result.stderr) == (2, True)


def test_the_server_does_not_start_with_a_document_that_it_would_refuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest(tmp_path, BAD)
    (tmp_path / "trusted.toml").write_text('[[manifest]]\nfile = "manifest.json"\nviewers = "person"\n', encoding="utf-8")
    monkeypatch.setenv("INNSYN_TRUSTED_DOCUMENTS", str(tmp_path / "trusted.toml"))
    said = settings.load()
    with pytest.raises(SettingsInvalid, match="DOCUMENT_INVALID"):
        answerable(said, chosen(said))
    monkeypatch.setenv("INNSYN_TRUSTED_MODE", "off")
    assert answerable(settings.load(), chosen(said)).trusted.manifests == ()


def test_the_server_tells_what_is_wrong_in_each_manifest_before_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest(tmp_path, BAD)
    (tmp_path / "other.json").write_text(json.dumps({id_of("other"): GOOD}), encoding="utf-8")
    tables = (f'[[manifest]]\nfile = "{name}.json"\nviewers = "person"\n' for name in ("manifest", "other"))
    (tmp_path / "trusted.toml").write_text("".join(tables), encoding="utf-8")
    monkeypatch.setenv("INNSYN_TRUSTED_DOCUMENTS", str(tmp_path / "trusted.toml"))
    said = settings.load()
    with pytest.raises(SettingsInvalid) as raised:
        answerable(said, chosen(said))
    assert [word in str(raised.value) for word in (id_of(BAD), id_of("other"), "another hash")] == [True] * 3


@pytest.mark.parametrize("mode", ["log", "only"])
def test_a_mode_that_needs_manifests_says_so(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_TRUSTED_MODE", mode)
    with pytest.raises(SettingsInvalid, match=f"`INNSYN_TRUSTED_MODE={mode}` needs `INNSYN_TRUSTED_DOCUMENTS`"):
        settings.load()
