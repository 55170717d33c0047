"""The `innsyn` command. Each command is a module of the same name, imported when it is asked for."""

import os
import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cli import mistyped

# Each module has a function of its own name, or `app` where the command has commands of its own.
COMMANDS: Final = (
    *("serve", "migrate", "load", "generate", "token", "explain", "who-can-see", "visits", "usage", "alarms"),
    *("documents", "audit", "db"),
)


class Lazy(TyperGroup):
    """A group whose commands stand in the list above."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return [name for name in COMMANDS if find_spec(_module(name))]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:  # type: ignore[override]
        return _command(cmd_name) if cmd_name in self.list_commands(ctx) else None

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        return _bare(super().get_params(ctx))

    def make_context(self, *args: Any, **extra: Any) -> Any:
        with mistyped.told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        with mistyped.told():
            return super().invoke(ctx)


app = typer.Typer(cls=Lazy, name="innsyn", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"innsyn {version('innsyn')}")
        raise typer.Exit


@app.callback()
def innsyn(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print which version this is, and end.")] = False,
) -> None:
    """The right to look in: a graph of persons, masked for whoever asks."""


def main() -> None:
    """Run the command; an error of ours is a line on standard error, one for each wrong setting, never a traceback."""
    if lacks := _lacks(os.name):
        _end(lacks)
    from audit.errors import AuditError
    from audit.proof import ProofWrong
    from auth.errors import AuthError
    from graph.errors import GraphError
    from settings import SettingsInvalid

    try:
        app(prog_name="innsyn")
    except (AuditError, AuthError, GraphError, ProofWrong) as error:
        _end(f"{error.code}: {error}")
    except SettingsInvalid as error:
        _end(*(f"{error.code}: {line}" for line in str(error).splitlines()))
    except OSError as error:
        if not _in_data_folder(error):
            raise
        _end(f"DATA_FOLDER_UNUSABLE: `{error.filename}`: {error.strerror}; make the folder writable, or set `INNSYN_DATA_DIR` to another")


def _lacks(system: str) -> str | None:
    """Why it does not run on such a system, as Python names it."""
    if system == "posix":
        return None
    return "SYSTEM_UNUSABLE: innsyn keeps its files by the locks of POSIX systems, which this one lacks; run it in a container, or in WSL"


def _in_data_folder(error: OSError) -> bool:
    from settings import load

    return isinstance(error.filename, str) and Path(error.filename).absolute().is_relative_to(load().data_dir.absolute())


def _end(*lines: str) -> NoReturn:
    for line in lines:
        typer.echo(line, err=True)
    sys.exit(2)


def _module(name: str) -> str:
    return f"cli.{name.replace('-', '_')}"


def _command(name: str) -> TyperCommand | TyperGroup:
    module = import_module(_module(name))
    made: typer.Typer | None = getattr(module, "app", None)
    if made is None:
        made = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        made.command(name)(getattr(module, name.replace("-", "_")))
    command = get_command(made)
    command.name = name
    _told(command)
    return command  # type: ignore[return-value]


def _bare(params: list[Any]) -> list[Any]:
    """The same, each flag without a value."""
    for each in params:
        if getattr(each, "is_flag", False):
            each.metavar = ""
    return params


def _told(command: Any) -> None:
    """Help as it is meant: typer breaks the lines of a second paragraph where its source does, and shows a flag as if it took a value."""
    command.help = "\n\n".join(" ".join(each.split()) for each in (command.help or "").split("\n\n"))
    _bare(command.get_params(typer.Context(command)))
    for inner in getattr(command, "commands", {}).values():
        _told(inner)
