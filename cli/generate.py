"""`innsyn generate`: a made-up population, as lines that `innsyn load` reads."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.progress import Progress

from graph.generate import DEFAULT_NOW, Size, lines

_NOW = datetime.combine(DEFAULT_NOW, time())
_PERSON = b'"labels":["Person"]'


def generate(
    persons: Annotated[int, typer.Option(min=1, help="How many persons.")],
    seed: Annotated[int, typer.Option(min=0, help="The same size and seed give the same population.")] = 1,
    employees: Annotated[int | None, typer.Option(min=1, help="How many of them are employees; 4 a thousand, or up to 1,000.")] = None,
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="The file to write; standard output where it is left out.")] = None,
    now: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The day that it is in the population.")] = _NOW,
) -> None:
    """Write a made-up population as JSON Lines: families, employees, cases, devices, mandates."""
    size = Size.of(persons, seed, employees, now.date())
    try:
        with _target(out) as target:
            target.writelines(_shown(lines(size), persons))
    except BrokenPipeError:
        # Whoever read has had enough. Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _target(out: Path | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with out.open("wb") as file:
            yield file


def _shown(made: Iterable[bytes], persons: int) -> Iterator[bytes]:
    """The lines, with a bar on standard error if someone watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from made
        return
    with Progress(console=console, transient=True) as progress:
        bar = progress.add_task("persons", total=persons)
        for line in made:
            if _PERSON in line:
                progress.advance(bar)
            yield line
