"""Of whom there may be something to tell outside the log-in: those who choose it, and whom a mandate names anew. What is told is decided by
the statement of their own notices."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Final

from auth.notice import Kind
from graph.change import cypher
from graph.database import Database

AT_ONCE: Final = 1_000
"""Persons whom one statement is about."""


async def choosers(database: Database, ids: Collection[str]) -> list[str]:
    """Those of these persons who have ever chosen to be told of units."""
    found, every = list[str](), sorted(ids)
    for start in range(0, len(every), AT_ONCE):
        given = {"ids": every[start : start + AT_ONCE], "kind": str(Kind.NEW_UNIT)}
        found += [str(row["id"]) for row in await database.read(cypher("choosers"), {"given": given})]
    return found


async def named(database: Database, since: int, now: int) -> AsyncIterator[Mapping[str, frozenset[str]]]:
    """The mandates by which each person is named anew who has ever chosen to be told of that; so many persons at a time."""
    after = ""
    while True:
        given = {"since": since, "now": now, "kind": str(Kind.NEW_MANDATE), "after": after, "most": AT_ONCE}
        rows = await database.read(cypher("new-mandates"), {"given": given})
        if rows:
            yield {str(row["id"]): frozenset(map(str, row["mandates"])) for row in rows}
        if len(rows) < AT_ONCE:
            return
        after = str(rows[-1]["id"])
