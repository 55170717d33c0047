"""`innsyn load`: files of nodes and relationships into the graph."""

import asyncio
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.progress import Task as Bar
from rich.text import Text

import settings
from settings import Settings

if TYPE_CHECKING:
    from graph.load import OnProgress, Progress, Source, Summary

STDIN = "-"
SOME_REJECTED = 1


def load(
    files: Annotated[list[str], typer.Argument(help="JSON Lines, plain or gzip; `-` is standard input. All are loaded as one.")],
    rejects: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False,
            help="Where rejected lines go; beside each FILE, as FILE.rejected.jsonl, if left out (of `-` here, as stdin.rejected.jsonl).",
        ),
    ] = None,
) -> None:
    """Load nodes and relationships. Safe to repeat; a bad line stops nothing, but the command then ends with 1."""
    sources = [sys.stdin.buffer if name == STDIN else Path(name) for name in files]
    summary = asyncio.run(_load(settings.load(), sources, rejects))
    _tell(summary)
    if summary.rejected:
        raise typer.Exit(SOME_REJECTED)


async def _load(said: Settings, sources: "list[Source]", rejects: Path | None) -> "Summary":
    from cli.address import given
    from cli.loading import loaded
    from graph.alone import alone
    from graph.database import connect

    memory = said.embedded_memory or ""
    with alone(said.data_dir), _bars() or nullcontext() as bars:
        async with connect(given(said), data_dir=said.data_dir, development=said.development, memory=memory) as database:
            return await loaded(said, database, sources, rejects=rejects, progress=_shown(bars) if bars else None)


def _bars() -> Bars | None:
    console = Console(stderr=True)
    if not console.is_terminal:
        return None
    return Bars(TextColumn("{task.description}"), BarColumn(), Rate(), TimeRemainingColumn(), console=console)


class Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Bar) -> Text:
        return Text(f"{task.speed or 0:,.0f} {task.fields['unit']}/s")


def _shown(bars: Bars) -> "OnProgress":
    shown: dict[str, TaskID] = {}

    def show(progress: "Progress") -> None:
        if progress.stage not in shown:
            shown[progress.stage] = bars.add_task(progress.stage, unit=progress.unit)
        bars.update(shown[progress.stage], completed=progress.done, total=progress.total)

    return show


def _tell(summary: "Summary") -> None:
    rate = (summary.nodes + summary.relationships) / max(summary.seconds, 0.001)
    typer.echo(
        f"loaded {summary.nodes:,} nodes and {summary.relationships:,} relationships in {summary.seconds:.1f} s, {rate:,.0f} a second"
    )
    if summary.rejected:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in summary.reasons.items())
        typer.echo(f"rejected lines: {summary.rejected:,} ({reasons}); see {', '.join(str(path) for path in summary.rejects)}", err=True)
    if summary.closed:
        typer.echo(f"persons that stay closed, since a rejected protection or kinship line names them: {summary.closed:,}", err=True)
