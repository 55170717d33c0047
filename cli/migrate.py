"""`innsyn migrate`: constraints, indexes and reference data of the graph, and the tables of the look-up log."""

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

import typer

import settings
from settings import Settings

if TYPE_CHECKING:
    from audit.store import Address


def migrate() -> None:
    """Bring the graph and the look-up log up to this version, and say what was done. Safe to repeat."""
    applied = asyncio.run(_migrate(settings.load()))
    typer.echo(f"applied {len(applied)} migrations" if applied else "nothing to do: the graph and the look-up log have every migration")


async def _migrate(said: Settings) -> list[str]:
    from audit.migrate import migrate as log_applied
    from cli.address import given, logged
    from graph.alone import alone
    from graph.database import reached
    from graph.migrate import migrate as applied

    with alone(said.data_dir):
        of_log = log_applied(logged(said), on_applied=lambda name: typer.echo(f"look-up log: {name}"))
        async with reached(given(said), data_dir=said.data_dir, development=said.development, memory=said.embedded_memory or "") as where:
            done = [*of_log, *await applied(where.uri, where.user, where.password, where.database, on_applied=typer.echo)]
        if done:
            _note(logged(said), said.operator)
        return done


def _note(address: "Address", operator: str | None) -> None:
    from audit.migrate import migrated
    from cli.technical import noted

    with closing(migrated(address)) as store:
        noted(store, "migrate", operator)
