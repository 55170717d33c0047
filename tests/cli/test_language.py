"""`--language`, the same of every command that has it."""

import pytest
import typer

import cli
from cli.language import Language

COMMANDS = {
    "explain": ["person:p-kari", "p-kari"],
    "who-can-see": ["p-kari"],
    "visits": ["p-kari"],
    "usage": ["unit:0315"],
    "alarms": [],
}


def chosen(command: str, *words: str) -> object:
    return cli._command(command).make_context(command, [*COMMANDS[command], *words]).params["language"]


@pytest.mark.parametrize("command", COMMANDS)
def test_norwegian_is_bokmaal_by_either_code_and_unless_told(command: str) -> None:
    said = [chosen(command, *words) for words in ([], *(["--language", code] for code in ("nb", "no", "NO", "en")))]
    assert said == [Language.NB, Language.NB, Language.NB, Language.NB, Language.EN]


@pytest.mark.parametrize("command", COMMANDS)
def test_another_language_is_told_of_those_that_there_are(command: str) -> None:
    with pytest.raises(typer.BadParameter, match="`de` is no language here; write `nb` for Norwegian, `no` is the same, or `en`"):
        chosen(command, "--language", "de")


def test_a_command_that_speaks_stands_among_these() -> None:
    speaking = {name for name in cli.COMMANDS if any(each.name == "language" for each in cli._command(name).params)}
    assert speaking == set(COMMANDS)
