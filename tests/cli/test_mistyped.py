"""What is typed wrongly, each kind of it that typer's parser knows: one line that says what to write."""

import pytest
from typer.testing import CliRunner

from cli import app

TYPED = {
    "explian": "there is no command `explian`; did you mean `explain`?",
    "xyzzy": "there is no command `xyzzy`; `innsyn --help` has them all",
    "audit verfy": "there is no command `verfy`; did you mean `verify`?",
    "audit xyzzy": "there is no command `xyzzy`; `innsyn audit --help` has them all",
    "--verson": "there is no option `--verson`; did you mean `--version`?",
    "explain p:a b --purpos X": "there is no option `--purpos`; did you mean `--purpose`?",
    "explain p:a b --zzz": "there is no option `--zzz`; `innsyn explain --help` has them all",
    "explain p:a": "`subject` is missing; write `innsyn explain [OPTIONS] {viewer} {subject}`",
    "explain p:a b c": "got unexpected extra argument(s) (c); write `innsyn explain [OPTIONS] {viewer} {subject}`",
    "explain p:a b --purpose": "option `--purpose` requires an argument",
    "explain p:a b --json=3": "option `--json` does not take a value",
    "explain p:a b --language de": "`--language`: `de` is no language here; write `nb` for Norwegian, `no` is the same, or `en` for",
    "serve --port x": "`--port`: must be a whole number",
    "generate --persons 0": "`--persons`: must be at least 1",
    "visits p --category c": "`--category`: `c` is none; write one of CARD,",
    "explain kari b": "a viewer is `employee:IDENT`, `person:ID`,",
}


@pytest.mark.parametrize("words", TYPED)
def test_what_is_mistyped_is_one_line_with_what_to_write(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    result = CliRunner().invoke(app, words.split())
    (told,) = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, told.startswith(f"ARGUMENT_INVALID: {TYPED[words]}")) == (2, "", True), told


@pytest.mark.parametrize("words", ["", "audit", "documents"])
def test_a_group_without_a_command_is_told_by_its_help(words: str) -> None:
    result = CliRunner().invoke(app, words.split())
    assert ("Usage: innsyn" in result.output, "ARGUMENT_INVALID" in result.output) == (True, False)


def test_what_is_typed_over_lines_is_told_on_one() -> None:
    assert len(CliRunner().invoke(app, ["visits", "p", "--category", "a\nb"]).stderr.splitlines()) == 1
