"""What the look-up log costs: the same requests to a server that keeps it, and to one that keeps none."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Final

from audit.migrate import migrate
from audit.store import Address as Store
from bench.asked import Operation
from bench.client import Client, written
from bench.engines import Filled
from bench.measure import Run, Times, interleaved
from bench.server import Served, served
from tests import postgres

CLIENTS: Final = 8
_TURNS: Final = 5
_EACH: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one store: how long a request takes one client, and how many a second some clients get, with the log and without."""

    alone: Times
    alone_off: Times
    a_second: float
    a_second_off: float

    @property
    def slower(self) -> float:
        """Log on ÷ log off, p50."""
        return self.alone.median / self.alone_off.median

    @property
    def fewer(self) -> float:
        """Log off ÷ log on, requests a second."""
        return self.a_second_off / self.a_second


async def logged(operation: Operation, filled: Filled, rounds: int) -> Mapping[str, Cost]:
    """The cost by the store's name."""
    async with AsyncExitStack() as stack:
        servers = {"": await stack.enter_async_context(served(filled.address, logs=False))}
        servers["SQLite"] = await stack.enter_async_context(served(filled.address))
        if not postgres.missing():
            url = await stack.enter_async_context(_postgresql())
            servers["PostgreSQL"] = await stack.enter_async_context(served(filled.address, log=url))
        alone = await _alone(operation, servers, rounds)
        crowds = await _crowds(operation, servers)
    return {name: Cost(alone=alone[name], alone_off=alone[""], a_second=crowds[name], a_second_off=crowds[""]) for name in servers if name}


async def _alone(operation: Operation, servers: Mapping[str, Served], rounds: int) -> dict[str, Times]:
    clients = {name: await Client.open(server.url) for name, server in servers.items()}
    runs = {name: _run(operation, servers[name], client) for name, client in clients.items()}
    found = await interleaved(runs, rounds)
    for client in clients.values():
        client.close()
    return found


async def _crowds(operation: Operation, servers: Mapping[str, Served]) -> dict[str, float]:
    """Requests a second, the median of turns, so that what else the machine does hits all alike."""
    found: dict[str, list[float]] = {name: [] for name in servers}
    for turn in range(_TURNS):
        for name in list(servers)[turn % len(servers) :] + list(servers)[: turn % len(servers)]:
            found[name].append(await _crowd(operation, servers[name]))
    return {name: statistics.median(each) for name, each in found.items()}


async def _crowd(operation: Operation, server: Served) -> float:
    clients = [await Client.open(server.url) for _ in range(CLIENTS)]
    runs = [_run(operation, server, client) for client in clients]

    async def asks(place: int) -> None:
        for number in range(_EACH):
            await runs[place](place * _EACH + number)

    begun = time.perf_counter()
    await asyncio.gather(*map(asks, range(CLIENTS)))
    taken = time.perf_counter() - begun
    for client in clients:
        client.close()
    return CLIENTS * _EACH / taken


def _run(operation: Operation, server: Served, client: Client) -> Run:
    requests = [(written(operation.body(subject)), server.headers(viewer)) for viewer, subject in operation.pairs]
    return lambda number: client.post(*requests[number % len(requests)])


@asynccontextmanager
async def _postgresql() -> AsyncIterator[str]:
    """The address of a store in a PostgreSQL of its own."""
    cluster = await asyncio.to_thread(postgres.PostgreSQL.made)
    try:
        await asyncio.to_thread(migrate, Store(url=cluster.url()))
        yield cluster.url()
    finally:
        await asyncio.to_thread(cluster.remove)
