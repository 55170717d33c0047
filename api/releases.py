"""Releases (A22): what restrictions withheld joins its subjects' chains in the look-up log once they have ended."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import structlog

from api import log as server_log
from audit import store as stores
from audit.store import Address
from audit.withheld import released, waiting
from graph import restrictions
from graph.database import Database

EVERY = 900.0
"""Seconds from one look for what has ended to the next."""


async def release(database: Database, log: Address, now: int) -> tuple[int, int]:
    """Join the chains of all restrictions that have ended: how many joined, and how many wait still."""
    wait = await asyncio.to_thread(_waiting, log)
    ended = await restrictions.ended(database, wait, now) if wait else frozenset()
    joined = await asyncio.to_thread(_released, log, ended, now) if ended else 0
    return joined, len(wait - ended)


@asynccontextmanager
async def releasing(database: Database, log: Address, clock: Callable[[], int], *, every: float = EVERY) -> AsyncIterator[None]:
    """Release at once, and again and again, beside what else is done. Several servers may."""
    task = asyncio.create_task(_releasing(database, log, clock, every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _releasing(database: Database, log: Address, clock: Callable[[], int], every: float) -> None:
    while True:
        try:
            await release(database, log, clock())
        except Exception as failure:  # whatever breaks here breaks no server, and is tried again
            structlog.get_logger().warning("not released", **server_log.failure(failure))
        await asyncio.sleep(every)


def _waiting(log: Address) -> frozenset[str]:
    store = stores.opened(log)
    try:
        return frozenset(each.restriction for each in waiting(store))
    finally:
        store.close()


def _released(log: Address, ended: frozenset[str], now: int) -> int:
    store = stores.opened(log)
    try:
        return released(store, ended, now)
    finally:
        store.close()
