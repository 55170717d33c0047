"""Statements that nobody waits for any more, ended in ArcadeDB too. Neo4j sees that the connection is gone; ArcadeDB goes on to the end."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Final, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

Result = TypeVar("Result")

# A statement that has just been sent is not listed yet.
WAITS: Final = (0.0, 0.1, 1.0)
SECONDS: Final = 5.0
END: Final = """\
// abandoned: what runs by a connection that is gone
SHOW TRANSACTIONS YIELD transactionId AS id, clientAddress WHERE clientAddress = $address
TERMINATE TRANSACTIONS id YIELD message
RETURN message
"""


class Abandoned:
    """Watches over the statements of one database; `session` gives a new session with it."""

    def __init__(self, session: Callable[[], neo4j.AsyncSession]) -> None:
        self._session = session
        self._ending: set[asyncio.Task[None]] = set()

    async def watched(self, session: neo4j.AsyncSession, work: Coroutine[Any, Any, Result]) -> Result:
        """What the work with the session comes to. Where it is cancelled meanwhile, what runs by the session's connection is ended."""
        working = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            # Asked before the work is cancelled: the driver then closes the connection, so nothing else will ever run by it.
            address = _address(session)
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
            if address and working.cancelled():
                self._begin(self._end(address))
            raise

    async def finish(self) -> None:
        """Wait for what is being ended."""
        await asyncio.gather(*self._ending)

    def _begin(self, ending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(ending)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _end(self, address: str) -> None:
        with suppress(Neo4jError, DriverError, OSError, TimeoutError):
            async with asyncio.timeout(SECONDS):
                for wait in WAITS:
                    await asyncio.sleep(wait)
                    if await self._ended(address):
                        return

    async def _ended(self, address: str) -> bool:
        async with self._session() as session:
            return bool([record async for record in await session.run(END, {"address": address})])


def _address(session: neo4j.AsyncSession) -> str | None:
    """Our end of the session's connection, as ArcadeDB writes it. Where it sees another, as behind a proxy, it finds nothing to end.

    The driver tells it in no public way; and what a client can name itself, as a statement's metadata, ArcadeDB does not list.
    """
    try:
        host, port, *_ = session._connection.socket.getsockname()  # type: ignore[union-attr]  # noqa: SLF001
    except (AttributeError, OSError, TypeError, ValueError):
        return None
    return f"/{host}:{port}"
