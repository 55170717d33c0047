"""Restrictions as the look-up log needs them (A22): which have ended, so that what they withheld shows."""

from collections.abc import Iterable

from graph.change import cypher
from graph.database import Database


async def ended(database: Database, ids: Iterable[str], now: int) -> frozenset[str]:
    """Those that have ended, with none in force after them for the same person and unit. What is not in the graph has not."""
    rows = await database.read(cypher("ended-restrictions"), {"given": {"ids": sorted(ids), "now": now}})
    return frozenset(str(row["id"]) for row in rows)
