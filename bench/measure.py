"""Measuring: interleaved rounds of one client, many clients at once, and the first run of a new statement."""

import asyncio
import re
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import count

from api import documents
from api.answers import Answers, Question
from api.cursor import KEY_BYTES, Cursors
from api.emitted import plans
from api.lookups import Origin
from api.plan import Plans
from auth.rules import INNSYN
from bench.asked import Operation
from bench.client import Client, written
from bench.engines import Filled
from bench.server import Served
from tests.kept import Kept

WARM_ROUNDS = 3
NEW_STATEMENTS = 3
# A new statement on a database that has just started takes long to plan.
PLAN_SECONDS = 300
KINDS = ("raw", "masked", "http")
_number = count(1)
_PARAMETER = re.compile(r"\$given\.(\w+)")


@dataclass(frozen=True, slots=True)
class Times:
    """How long each of some runs took, in milliseconds."""

    each: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half were faster."""
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        """One in twenty was slower."""
        return sorted(self.each)[min(len(self.each) - 1, int(len(self.each) * 0.95))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """What some clients at once got."""

    clients: int
    times: Times
    a_second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that was measured of one operation on one engine."""

    operation: Operation
    alone: dict[str, Times]
    crowds: dict[str, list[Crowd]]
    first_run: Times
    statements: int

    @property
    def masked_to_raw(self) -> float:
        """What the mask costs."""
        return self.alone["masked"].median / self.alone["raw"].median

    @property
    def http_to_masked(self) -> float:
        """What GraphQL over HTTP costs."""
        return self.alone["http"].median / self.alone["masked"].median


Run = Callable[[int], Awaitable[object]]


async def measured(operation: Operation, filled: Filled, served: Served, *, rounds: int, crowds: Sequence[int]) -> Measured:
    """Everything about one operation."""
    client = await Client.open(served.url)
    runs = _runs(operation, filled, served, client)
    alone = await interleaved(runs, rounds)
    client.close()
    gathered = {kind: [await _crowd(operation, filled, served, kind, clients, rounds) for clients in crowds] for kind in KINDS}
    first = Times(tuple([await _first_run(operation, filled) for _ in range(NEW_STATEMENTS)]))
    return Measured(operation=operation, alone=alone, crowds=gathered, first_run=first, statements=await _statements(operation, filled))


async def widened(few: Operation, many: Operation, filled: Filled, rounds: int) -> tuple[Times, Times]:
    """The masked statement of two operations, turn by turn."""

    def run(operation: Operation) -> Run:
        viewer, subject = operation.pairs[0]
        given = operation.given(viewer, subject)
        return lambda _: filled.database.read(operation.masked, given, seconds=PLAN_SECONDS)

    found = await interleaved({"few": run(few), "many": run(many)}, rounds)
    return found["few"], found["many"]


async def planned(filled: Filled) -> dict[str, tuple[int, float]]:
    """How long and how long in the planning each known operation's statement is, in signs and milliseconds; on Neo4j, which plans."""
    found = {}
    for name, plan in plans(Plans(INNSYN), documents.known()):
        text = plan.statement.text
        if text:
            await filled.database.read("CALL db.clearQueryCaches() YIELD value RETURN value")
            given = {"given": dict.fromkeys(set(_PARAMETER.findall(text)))}
            taken = await _timed(filled.database.read(f"EXPLAIN\n{text}", given, seconds=PLAN_SECONDS))
            found[f"{name}, {plan.statement.kind.value}"] = len(text), taken
    return found


def _runs(operation: Operation, filled: Filled, served: Served, client: Client) -> dict[str, Run]:
    asked = [(viewer, subject, operation.given(viewer, subject)) for viewer, subject in operation.pairs]
    requests = [(written(operation.body(subject)), served.headers(viewer)) for viewer, subject, _ in asked]

    def statement(text: str) -> Run:
        return lambda number: filled.database.read(text, asked[number % len(asked)][2], seconds=PLAN_SECONDS)

    return {
        "raw": statement(operation.raw),
        "masked": statement(operation.masked),
        "http": lambda number: client.post(*requests[number % len(requests)]),
    }


async def interleaved(runs: dict[str, Run], rounds: int) -> dict[str, Times]:
    """Each kind once a round, the order turned every round: what else the machine does hits all alike."""
    times: dict[str, list[float]] = {kind: [] for kind in runs}
    for number in range(WARM_ROUNDS + rounds):
        kinds = list(runs)
        for kind in kinds[number % len(kinds) :] + kinds[: number % len(kinds)]:
            taken = await _timed(runs[kind](number))
            if number >= WARM_ROUNDS:
                times[kind].append(taken)
    return {kind: Times(tuple(found)) for kind, found in times.items()}


async def _timed(work: Awaitable[object]) -> float:
    begun = time.perf_counter()
    await work
    return (time.perf_counter() - begun) * 1000


async def _crowd(operation: Operation, filled: Filled, served: Served, kind: str, clients: int, rounds: int) -> Crowd:
    """So many clients, each asking again as soon as it is answered."""
    each = max(4, rounds * 4 // clients)
    opened = [await Client.open(served.url) for _ in range(clients)]
    runs = [_runs(operation, filled, served, client)[kind] for client in opened]

    async def asks(place: int) -> list[float]:
        return [await _timed(runs[place](place * each + number)) for number in range(each)]

    begun = time.perf_counter()
    found = await asyncio.gather(*(asks(place) for place in range(clients)))
    seconds = time.perf_counter() - begun
    for client in opened:
        client.close()
    return Crowd(clients=clients, times=Times(tuple(one for times in found for one in times)), a_second=clients * each / seconds)


async def _first_run(operation: Operation, filled: Filled) -> float:
    """A statement that the database has not seen: its text differs by a name."""
    viewer, subject = operation.pairs[0]
    new = f"{operation.masked} // {next(_number)}-{time.time_ns()}"
    if filled.engine == "neo4j":
        await filled.database.read("CALL db.clearQueryCaches() YIELD value RETURN value")
    return await _timed(filled.database.read(new, operation.given(viewer, subject), seconds=PLAN_SECONDS))


async def _statements(operation: Operation, filled: Filled) -> int:
    """How many statements one request runs, at most."""
    answers = Answers(filled.database, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=Kept())
    most, before = 0, filled.database.on_statement
    for viewer, subject in operation.pairs[:5]:
        seen: list[str] = []
        filled.database.on_statement = seen.append
        await answers.answer(Question(text=operation.text, variables={"id": subject}), viewer, Origin(request="bench"))
        most = max(most, len(seen))
    filled.database.on_statement = before
    return most
