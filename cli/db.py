"""`innsyn db`: the embedded database in the background."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

import settings
from graph import embedded

app = typer.Typer(help="The embedded database in the background: start, stop, status.", no_args_is_help=True, add_completion=False)

DataDir = Annotated[Path | None, typer.Option(help="The data folder; INNSYN_DATA_DIR where it is left out.", show_default=False)]


@app.command()
def start(
    data_dir: DataDir = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The Bolt port on 127.0.0.1; 0 takes any free one.")] = 0,
    http_port: Annotated[int, typer.Option(min=0, max=65535, help="The HTTP port on 127.0.0.1; 0 takes any free one.")] = 0,
) -> None:
    """Start it and leave it running: `innsyn serve`, `load` and the others then use it, and it outlives them.

    Without this they start one of their own and end it when they end.
    """
    said = settings.load()
    folder = data_dir or said.data_dir
    if said.neo4j_uri:
        typer.echo("note: INNSYN_NEO4J_URI is set, so the other commands use that database and not this one", err=True)
    options = embedded.Options(
        mode="background", bolt_port=port, http_port=http_port, memory=said.embedded_memory or "", development=said.development
    )
    before = embedded.running(folder)
    started = asyncio.run(embedded.Embedded.start(folder, options))
    started.leave()
    _tell("running already" if before else "started", started.state, folder)


@app.command()
def stop(
    data_dir: DataDir = None,
    force: Annotated[bool, typer.Option("--force", help="Also one that a running `serve` or `load` owns, which it then lacks.")] = False,
) -> None:
    """Stop the one in the background. What was committed stays. One that a running process owns ends with that process, or by `--force`."""
    folder = _folder(data_dir)
    stopped = asyncio.run(embedded.stop(folder, force=force))
    typer.echo(f"stopped (process {stopped.pid})" if stopped else f"not running: {embedded.Files.of(folder).folder}")


@app.command()
def status(data_dir: DataDir = None) -> None:
    """Say whether it runs, where it listens and who owns it; exit code 3 when it does not run."""
    folder = _folder(data_dir)
    state = embedded.running(folder)
    if state is None:
        typer.echo(f"not running: {embedded.Files.of(folder).folder}")
        raise typer.Exit(3)
    _tell("running", state, folder)


def _tell(what: str, state: embedded.State, folder: Path) -> None:
    files = embedded.Files.of(folder)
    owner = "in the background; `innsyn db stop` ends it" if state.mode == "background" else f"owned by process {state.owner}, ends with it"
    lines = {
        what: f"process {state.pid}, {owner}",
        "bolt": f"bolt://{embedded.HOST}:{state.bolt_port}  user {embedded.USER}, password in {files.password}",
        "http": f"http://{embedded.HOST}:{state.http_port}",
        "data": str(files.root),
        "log": str(files.log),
    }
    for name, value in lines.items():
        typer.echo(f"{name:<18}{value}")


def _folder(given: Path | None) -> Path:
    return given or settings.load().data_dir
