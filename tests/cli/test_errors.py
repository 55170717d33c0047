"""What is wrong, as someone who typed a command reads it."""

import os
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli


def test_every_wrong_setting_is_a_line_that_begins_with_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("INNSYN_PROFIL", "INNSYN_PROFILE", "INNSYN_KIN"):
        monkeypatch.setenv(name, "wrong")
    monkeypatch.setattr("sys.argv", ["innsyn", "db", "status"])
    with pytest.raises(SystemExit, match="2"):
        cli.main()
    told = capsys.readouterr().err.splitlines()
    assert [line.split("`")[:2] for line in told] == [
        ["SETTINGS_INVALID: ", name] for name in ("INNSYN_PROFIL", "INNSYN_PROFILE", "INNSYN_KIN")
    ]


@pytest.mark.parametrize("words", [["token", "person:p-kari"], ["migrate"]], ids=" ".join)
def test_a_data_folder_that_is_none_is_told_with_what_to_set(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path / "file"))
    monkeypatch.setattr("sys.argv", ["innsyn", *words])
    with pytest.raises(SystemExit, match="2"):
        cli.main()
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("DATA_FOLDER_UNUSABLE: `")
    assert "INNSYN_DATA_DIR" in told


def test_a_system_without_its_locks_is_told_what_to_run_it_in() -> None:
    told = cli._lacks("nt")
    assert (cli._lacks(os.name), told and told.startswith("SYSTEM_UNUSABLE: "), "WSL" in (told or "")) == (None, True, True)


def test_another_file_that_cannot_be_used_is_not_taken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path))
    assert not cli._in_data_folder(FileNotFoundError(2, "no such file", "/elsewhere/file"))
    assert cli._in_data_folder(FileNotFoundError(2, "no such file", str(tmp_path / "file")))


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(cli.app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"innsyn {version('innsyn')}\n")


def test_a_wrong_choice_is_told_in_words_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    result = CliRunner().invoke(cli.app, ["explain", "person:p-kari", "p-kari", "--type", "nonsense"])
    told = "ARGUMENT_INVALID: `--type`: `nonsense` is not one of `person`, `business`, `municipality`, `device`, `case`\n"
    assert (result.exit_code, result.stderr) == (2, told)


@pytest.mark.parametrize("words", [[], ["documents", "check"], ["audit", "verify"], ["serve"]], ids=" ".join)
def test_help_shows_no_flag_as_if_it_took_a_value(words: list[str]) -> None:
    assert "bool" not in CliRunner().invoke(cli.app, [*words, "--help"]).stdout


def test_a_paragraph_of_help_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert "have, the operation, what it costs" in CliRunner().invoke(cli.app, ["documents", "check", "--help"]).stdout
