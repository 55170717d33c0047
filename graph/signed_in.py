"""Who in the graph it is that a token names by something else than the graph does."""

from collections.abc import Mapping
from typing import Any, Protocol

from auth.viewer import Bearer
from graph.change import cypher


class Reader(Protocol):
    """What is asked of the graph's database."""

    async def read(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of one reading statement."""


async def key(database: Reader, bearer: Bearer, now: int) -> str | None:
    """What the graph names the bearer by; none where it knows nobody, or more than one, or a system that acts for another organisation."""
    if bearer.national:
        return await _person(database, bearer.key, now)
    if bearer.organisation is not None:
        return await _client(database, bearer.key, bearer.organisation, now)
    return bearer.key


async def _person(database: Reader, number: str, now: int) -> str | None:
    rows = await database.read(cypher("signed-in-person"), {"number": number, "now": now})
    return str(rows[0]["id"]) if len(rows) == 1 else None


async def _client(database: Reader, key: str, organisation: str, now: int) -> str | None:
    rows = await database.read(cypher("signed-in-client"), {"key": key, "now": now})
    return key if rows and rows[0]["numbers"] == [organisation] else None
