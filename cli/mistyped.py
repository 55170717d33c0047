"""What is typed wrongly, an option, an argument or a command: told in the shape of all that a command refuses, with what was meant."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches

import typer

# typer has no other name for what its parser raises; tests/cli/test_mistyped.py types each kind of it.
from typer._click.exceptions import MissingParameter, NoArgsIsHelpError, NoSuchOption, UsageError
from typer.core import TyperGroup

from cli.refusal import Code, refusal

_COMMAND = re.compile(r"No such command '(.*)'\.")


@contextmanager
def told() -> Iterator[None]:
    """What typer's parser refuses, as a line of ours; where nothing is said at all, the help."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except UsageError as wrong:
        raise refusal(Code.ARGUMENT_INVALID, " ".join(_says(wrong).split())) from None


def _says(wrong: UsageError) -> str:
    import settings

    command = _COMMAND.match(wrong.message)
    if command and wrong.ctx and isinstance(wrong.ctx.command, TyperGroup):
        return f"there is no command `{command[1]}`{_meant(wrong, command[1], wrong.ctx.command.list_commands(wrong.ctx))}"
    match wrong:
        case NoSuchOption():
            typed = wrong.message.removeprefix("No such option: ")
            return f"there is no option `{typed}`{_meant(wrong, typed, _options(wrong))}"
        case MissingParameter(param=param) if param is not None:
            return f"`{_named(param.get_error_hint())}` is missing{_usage(wrong)}"
        case typer.BadParameter():
            where = wrong.param_hint or (wrong.param and wrong.param.get_error_hint())
            return (f"`{_named(where)}`: " if isinstance(where, str) else "") + settings.in_our_words(wrong.message.rstrip("."))
        case _:
            message = settings.in_our_words(wrong.message.rstrip("."))
            return f"{message[:1].lower()}{message[1:]}{_usage(wrong)}"


def _options(wrong: UsageError) -> list[str]:
    return [name for each in wrong.ctx.command.get_params(wrong.ctx) for name in each.opts if name.startswith("--")] if wrong.ctx else []


def _meant(wrong: UsageError, typed: str, names: Iterable[str]) -> str:
    near = get_close_matches(typed, list(names), n=1)
    return f"; did you mean `{near[0]}`?" if near else _help(wrong)


def _help(wrong: UsageError) -> str:
    return f"; `{wrong.ctx.command_path if wrong.ctx else 'innsyn'} --help` has them all"


def _usage(wrong: UsageError) -> str:
    return f"; write `{wrong.ctx.get_usage().removeprefix('Usage: ')}`" if wrong.ctx else ""


def _named(hint: str) -> str:
    """An option by its longest name, as typer has it in quotes or with its short one."""
    return hint.rsplit(" / ", maxsplit=1)[-1].strip("'{}")
