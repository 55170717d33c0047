"""`innsyn documents`: trusted documents, as the server of these settings would take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import settings
from cli.refusal import Code
from settings import Settings, SettingsInvalid

if TYPE_CHECKING:
    from api.manifests import Checked
    from api.plan import Plans
    from api.trusted import Manifest, Trusted
    from auth.rule import Rules

WRONG = 1
app = typer.Typer(help="Trusted documents: what the server would say of them.", no_args_is_help=True, add_completion=False)


@app.callback()
def documents() -> None:
    """Commands about trusted documents."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Manifests, as a frontend's build wrote them.", show_default=False)],
    viewers: Annotated[
        list[str] | None,
        typer.Option("--viewer", help="A kind of viewer that they are for: employee, person, client or analyst; unless told, all."),
    ] = None,
) -> None:
    """Say of each operation of manifests what it costs, or why the server would not answer it; ends with 1 then. Asks no database.

    The limits and rules are those of the settings. A line has the document's id, the hash of its shape that the logs have, the operation,
    what it costs where its variables say nothing, and the most that it can cost.
    """
    from api.errors import ManifestsInvalid
    from cli.choices import chosen

    said = settings.load()
    plans, wrong = _plans(said, chosen(said)), list[str]()
    for file in files:
        try:
            for each in _checked(_read(file, viewers or []), plans):
                typer.echo(_line(each, said.limits.page))
        except ManifestsInvalid as error:
            wrong += str(error).splitlines()
    for line in wrong:
        typer.echo(f"{Code.MANIFEST_INVALID}: {line}", err=True)
    if wrong:
        raise typer.Exit(WRONG)


def _read(file: Path, viewers: list[str]) -> "Manifest":
    from api import manifests
    from auth.viewer import ViewerKind

    if unknown := set(viewers) - set(ViewerKind):
        raise typer.BadParameter(f"`{min(unknown)}` is none; write {', '.join(ViewerKind)}", param_hint="--viewer")
    return manifests.held(file, frozenset(map(ViewerKind, viewers or ViewerKind)))


def _checked(manifest: "Manifest", plans: "Plans") -> "Iterator[Checked]":
    from api import manifests

    return manifests.checked(manifest, plans)


def _line(each: "Checked", page: int) -> str:
    least, most = each.costs(page)
    return f"{each.id}  {each.document.shape.hex()}  {each.name or '(no name)'}: costs {least:,}, at most {most:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """What a server answers by, and the documents that it trusts."""

    plans: "Plans"
    trusted: "Trusted"


def answerable(said: Settings, rules: "Rules") -> Answerable:
    """The plans and trusted documents of the settings; an error names each document that would not be answered."""
    from api import manifests
    from api.errors import ManifestsInvalid
    from api.trusted import Mode, Trusted

    plans, mode = _plans(said, rules), Mode(said.trusted_mode)
    if said.trusted_documents is None or mode is Mode.OFF:
        return Answerable(plans=plans, trusted=Trusted(mode=mode))
    try:
        found = manifests.read(said.trusted_documents)
    except ManifestsInvalid as error:
        raise SettingsInvalid(str(error)) from None
    operations, wrong = 0, list[str]()
    for each in found:
        try:
            operations += sum(1 for _ in manifests.checked(each, plans))
        except ManifestsInvalid as error:
            wrong.append(str(error))
    if wrong:
        raise SettingsInvalid("\n".join(wrong))
    typer.echo(f"trusted documents: {operations} operations, INNSYN_TRUSTED_MODE={mode}", err=True)
    return Answerable(plans=plans, trusted=Trusted(mode=mode, manifests=found))


def _plans(said: Settings, rules: "Rules") -> "Plans":
    from api.document import Documents
    from api.plan import Plans
    from api.serving import own

    return Plans(rules, documents=Documents(said.limits, told=said.told, own=own().values()))
