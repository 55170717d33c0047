"""`innsyn migrate`: constraints, indexes and reference data."""

import asyncio

import typer

import settings
from settings import Settings


def migrate() -> None:
    """Bring the graph up to this version, and say what was done. Safe to repeat."""
    applied = asyncio.run(_migrate(settings.load()))
    typer.echo(f"applied {len(applied)} migrations" if applied else "nothing to do: the graph has every migration")


async def _migrate(said: Settings) -> list[str]:
    from cli.address import given
    from graph.database import reached
    from graph.migrate import migrate as applied

    async with reached(given(said), data_dir=said.data_dir, development=said.development, memory=said.embedded_memory or "") as where:
        return await applied(where.uri, where.user, where.password, where.database, on_applied=typer.echo)
