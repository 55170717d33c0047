"""The log as a server uses it: an intent beside the question, the outcome before the answer.

    async with opened(Address.of(url, folder)) as log:
        ticket = log.intend(lookup)            # at once; written while the graph is asked
        ...                                    # ask the graph
        await log.conclude(ticket, outcome)    # returns when it is durable; only now may the answer leave

Whatever is wrong (the store away, full, read-only, or slower than `patience`), `conclude` raises `LogUnavailable`,
and nothing may be answered. Where the store lacks what was in it, that is `LogCut`, until an operator has decided; where no checkpoint has
covered it for longer than the `limit`, `LogUnsigned`.

One thread writes. It takes all outcomes that wait and writes them in one transaction, so that many requests share a commit.
An intent is written by itself when its outcome has not come within `linger`; one whose outcome comes first is part of that. Where requests
take longer than that, it goes with the next commit whoever that is for, and is hardly ever one of its own.
A change is said with `await log.attempt(lookup)` instead: its intent is durable before it is made.
So a process that dies while the graph answers leaves an intent without an outcome ("attempted"), unless it dies within
`linger` of the question.
"""

import asyncio
import secrets
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Final, TypeVar

from audit import store as stores
from audit.append import Appender
from audit.budget import Account, Alarm, Charge, Span, alarms
from audit.entry import Lookup, Outcome, Technical
from audit.errors import AuditError, LogUnavailable
from audit.mark import Memory
from audit.migrate import migrated
from audit.patterns import Days, days
from audit.record import Draft, concluded, intent, technical
from audit.store import PATIENCE, Address, Store
from audit.unsigned import Limit
from audit.usage import used
from audit.visits import Logged, about
from auth.usage import Period, Used

LINGER: Final = 0.02
"""Seconds that an intent waits for its outcome before it is written by itself."""
PACE: Final = 0.005
"""Seconds from one commit to the next, at least: what comes meanwhile shares it. One who asks alone is hardly ever so fast."""
MOST_WAITING: Final = 20_000
"""Entries that may wait to be written; beyond it the log says at once that it cannot."""
_AT_ONCE: Final = 2_000
"""Requests that share one commit."""
_REMEMBERED: Final = 100_000
"""Accounts whose totals a process remembers."""

Now = Callable[[], int]
OnCommit = Callable[[float, bool], None]
"""Is told how many seconds each write took, and whether it failed; in the thread that writes."""
Read = TypeVar("Read")


@dataclass(slots=True, eq=False, kw_only=True)
class Ticket:
    """A look-up that has begun; hand it back with its outcome, once."""

    lookup: Lookup
    due: float
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    position: int | None = None
    """Where its intent stands, once that is written."""
    ended: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class _Job:
    """What someone waits for to be durable."""

    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    written: "asyncio.Future[int]" = field(init=False)
    drafts: Callable[[], Iterable[Draft]] = tuple
    account: Account | None = None
    """What it is charged to, if it is."""
    refused: int = 0
    most: int = 0
    technical: bool = False
    """Whether nothing is answered by it."""
    beyond: Callable[[], Iterable[Draft]] = tuple
    """What is written where the account comes beyond `most`."""
    total: int = 0
    """What the account has come to, once it is written."""

    def __post_init__(self) -> None:
        self.written = self.loop.create_future()

    def end(self, result: int | LogUnavailable) -> None:
        if self.written.done():
            return
        if isinstance(result, LogUnavailable):
            self.written.set_exception(result)
        else:
            self.written.set_result(result)


class Log:
    """The look-up log of this process. Made by `opened`."""

    def __init__(
        self, connect: Callable[[], Store], *, patience: float = PATIENCE, linger: float = LINGER, limit: Limit | None = None
    ) -> None:
        self._connect, self._patience, self._linger, self._limit = connect, patience, linger, limit
        self._changed = threading.Condition()
        self._intents: deque[Ticket] = deque()
        self._jobs: deque[_Job] = deque()
        self.on_commit: OnCommit = _ignore
        self._closed = False
        self._failed = False
        self._slow = False
        self._next = 0.0
        self._totals: dict[Account, int] = {}
        self._appender: Appender | None = None
        self._readers: deque[Store] = deque()
        self._thread = threading.Thread(target=self._run, name="look-up log", daemon=True)
        self._thread.start()

    def intend(self, lookup: Lookup) -> Ticket:
        """Say that a look-up begins. Returns at once; `LogUnavailable` only where the log is closed or has too much to write already."""
        ticket = Ticket(lookup=lookup, due=time.monotonic() + self._linger)
        with self._changed:
            self._require_room()
            self._intents.append(ticket)
            if len(self._intents) == 1:
                self._changed.notify()
        return ticket

    async def attempt(self, lookup: Lookup) -> Ticket:
        """Say that something begins which must not be done unseen, and return when that is durable. Otherwise raise `LogUnavailable`."""
        ticket = Ticket(lookup=lookup, due=time.monotonic() + self._linger)
        ticket.position = await self._written(lambda: (intent(lookup, ticket.id),))
        return ticket

    async def conclude(self, ticket: Ticket, outcome: Outcome) -> int:
        """Say how it ended, and return when that is durable: the position of the request's entry. Otherwise raise `LogUnavailable`."""
        self._end(ticket)
        return await self._written(lambda: concluded(ticket.lookup, outcome, ticket.id, ticket.position))

    async def spent(self, account: Account) -> int:
        """How many subjects have been refused on an account, as far as this process knows: asked of the store once, and then told by
        each outcome that this process writes. Otherwise raise `LogUnavailable`."""
        known = self._totals.get(account)
        if known is not None:
            return known
        job = _Job(account=account)
        await self._done(job)
        return job.total

    async def charge(self, ticket: Ticket, outcome: Outcome, charge: Charge) -> bool:
        """Say how it ended, add what was refused to the account, and return when that is durable, whether it may be answered. Where the
        account comes higher than it may, by whichever process, that is how it ended. Otherwise raise `LogUnavailable`."""
        self._end(ticket)
        job = _Job(
            drafts=lambda: concluded(ticket.lookup, outcome, ticket.id, ticket.position),
            account=charge.account,
            refused=outcome.charged,
            most=charge.most,
            beyond=lambda: concluded(ticket.lookup, charge.beyond(), ticket.id, ticket.position),
        )
        await self._done(job)
        return job.total <= charge.most

    async def note(self, told: Technical) -> int:
        """Write something technical durably: its position."""
        job = _Job(drafts=lambda: (technical(told),), technical=True)
        return await self._done(job)

    async def about(self, subject: str) -> Logged:
        """All that the log has of a subject and they may read. `LogUnavailable` where it cannot be read, or not in time."""
        return await self._read(lambda store: about(store, subject))

    async def alarms(self, since: Sequence[str] | None, span: Span, most: int) -> list[Alarm]:
        """Whose budget was spent, at most so many from one on. `LogUnavailable` where it cannot be read, or not in time."""
        return await self._read(lambda store: alarms(store, since, span, most))

    async def days(self, since: Sequence[str] | None, span: Span, least: int, assigned: Collection[str]) -> Days:
        """Days on which somebody looked so many up, from one on. `LogUnavailable` where it cannot be read, or not in time."""
        return await self._read(lambda store: days(store, since, span, least, assigned))

    async def used(self, units: Sequence[str], subjects: Sequence[str], period: Period) -> Used:
        """What was looked up from these units, and of these subjects. `LogUnavailable` where it cannot be read, or not in time."""
        return await self._read(lambda store: used(store, units, subjects, period))

    @property
    def waiting(self) -> int:
        """How many intents and outcomes wait to be written."""
        return len(self._jobs) + len(self._intents)

    async def problem(self) -> str | None:
        """The code of what keeps the log from being written now. After a failure something does until something has been written again,
        which this tries."""
        try:
            if self._failed:
                await self.note(Technical(at=time.time_ns() // 1_000_000, event="log.probe", actor="innsyn"))
            else:
                await self._written(tuple)
        except AuditError as error:
            return error.code
        return None

    def close(self) -> None:
        """Write what waits, and end. Blocks."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(timeout=self._patience * 2)
        while self._readers:
            self._readers.pop().close()

    async def _written(self, drafts: Callable[[], Iterable[Draft]]) -> int:
        return await self._done(_Job(drafts=drafts))

    async def _done(self, job: _Job) -> int:
        with self._changed:
            self._require_room()
            self._jobs.append(job)
            self._changed.notify()
        try:
            return await asyncio.wait_for(job.written, self._patience)
        except TimeoutError:
            self._failed = True
            raise LogUnavailable("too slow") from None

    def _end(self, ticket: Ticket) -> None:
        ticket.ended, self._slow = True, time.monotonic() >= ticket.due

    def _require_room(self) -> None:
        if self._closed:
            raise LogUnavailable("closed")
        if self.waiting >= MOST_WAITING:
            raise LogUnavailable("too much waits")

    async def _read(self, read: Callable[[Store], Read]) -> Read:
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._reading, read), self._patience)
        except TimeoutError:
            raise LogUnavailable("too slow") from None

    def _reading(self, read: Callable[[Store], Read]) -> Read:
        """In a thread of its own. Connections that read are kept for the next, and one that has broken meanwhile is opened anew."""
        with suppress(IndexError, LogUnavailable):
            return self._read_by(self._readers.pop(), read)
        return self._read_by(self._connect(), read)

    def _read_by(self, store: Store, read: Callable[[Store], Read]) -> Read:
        try:
            found = read(store)
        except BaseException:
            store.close()
            raise
        if self._closed:
            store.close()
        else:
            self._readers.append(store)
        return found

    # The thread.

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            self._write(*taken)
        self._disconnect()

    def _take(self) -> tuple[list[Ticket], list[_Job]] | None:
        """What is to be written now; waits for it. Nothing when the log is closed and all is written."""
        with self._changed:
            while not self._jobs:
                self._drop_ended()
                if self._closed and not self._intents:
                    return None
                wait = self._intents[0].due - time.monotonic() if self._intents else None
                if self._closed or (wait is not None and wait <= 0):
                    break
                self._changed.wait(wait)
            self._keep_pace()
            jobs = [self._jobs.popleft() for _ in range(min(len(self._jobs), _AT_ONCE))]
            return list(self._due()), jobs

    def _keep_pace(self) -> None:
        """Let more come to share the commit, where the one before was just now."""
        while not self._closed and (wait := self._next - time.monotonic()) > 0:
            self._changed.wait(wait)
        self._next = time.monotonic() + PACE

    def _due(self) -> Iterator[Ticket]:
        """Those whose outcome has not come in time; where requests take that long just now, whoever has begun, for a commit is made."""
        limit = time.monotonic() + (self._linger if self._slow else 0)
        while self._intents and (self._intents[0].ended or self._closed or self._intents[0].due <= limit):
            ticket = self._intents.popleft()
            if not ticket.ended:
                yield ticket

    def _drop_ended(self) -> None:
        while self._intents and self._intents[0].ended:
            self._intents.popleft()

    def _write(self, tickets: list[Ticket], jobs: list[_Job]) -> None:
        result: list[int] | LogUnavailable
        began = time.perf_counter()
        try:
            jobs = self._signed(jobs)
            result = self._append(tickets, jobs)
            self._failed = False
        except LogUnavailable as error:
            result = error
        except Exception as error:  # whatever breaks here, nothing is answered by it
            result = LogUnavailable(error.code if isinstance(error, AuditError) else type(error).__name__)
        failed = isinstance(result, LogUnavailable)
        self.on_commit(time.perf_counter() - began, failed)
        if failed:
            self._failed = True
            self._disconnect()
        _tell(jobs, result)

    def _signed(self, jobs: list[_Job]) -> list[_Job]:
        """Those that may be written; where the log has been without a checkpoint for too long, that is what nobody waits for to answer."""
        unsigned = self._limit and self._limit.exceeded(self._connected().store)
        if not unsigned:
            return jobs
        _tell([job for job in jobs if not job.technical], unsigned)
        return [job for job in jobs if job.technical]

    def _append(self, tickets: list[Ticket], jobs: list[_Job]) -> list[int]:
        """The position of each job's first entry, or the log's size where it has none."""
        drafts = [intent(ticket.lookup, ticket.id) for ticket in tickets]
        told = [list(job.drafts()) for job in jobs]
        appender = self._connected()
        with appender.transaction():
            appender.read_totals(job.account for job in jobs if job.account)
            first = appender.frontier.size
            starts: list[int] = []
            for job, said in zip(jobs, told, strict=True):
                starts.append(first + len(drafts))
                drafts += self._charged(job, appender, starts[-1]) or said
            appender.add(drafts)
        for position, ticket in enumerate(tickets, first):
            ticket.position = position
        self._remember(jobs)
        return starts

    @staticmethod
    def _charged(job: _Job, appender: Appender, position: int) -> list[Draft]:
        """What is written instead, where the account comes too high."""
        if job.account is None:
            return []
        job.total = appender.charge(job.account, job.refused, job.most, position)
        return list(job.beyond()) if job.total > job.most else []

    def _remember(self, jobs: Iterable[_Job]) -> None:
        if len(self._totals) > _REMEMBERED:
            self._totals = {}
        self._totals |= {job.account: job.total for job in jobs if job.account}

    def _connected(self) -> Appender:
        if self._appender is None:
            self._appender = Appender(self._connect())
        return self._appender

    def _disconnect(self) -> None:
        if self._appender:
            self._appender.store.close()
            self._appender = None


@asynccontextmanager
async def opened(address: Address, *, patience: float = PATIENCE, linger: float = LINGER, limit: Limit | None = None) -> AsyncIterator[Log]:
    """The log at an address, which must have every migration; closed at the end with all that waits written. Beyond the `limit` to what
    is not signed nothing is answered by it."""
    (await asyncio.to_thread(migrated, address, patience=patience)).close()
    memory = Memory(address.seen) if address.seen else None
    log = Log(lambda: stores.opened(address, patience=patience, memory=memory), patience=patience, linger=linger, limit=limit)
    try:
        yield log
    finally:
        await asyncio.to_thread(log.close)


def _tell(jobs: list[_Job], result: list[int] | LogUnavailable) -> None:
    """Each its result, by one call into each event loop."""
    for loop in {id(job.loop): job.loop for job in jobs}.values():
        mine = [(job, result if isinstance(result, LogUnavailable) else result[at]) for at, job in enumerate(jobs) if job.loop is loop]
        if not loop.is_closed():
            loop.call_soon_threadsafe(_end, mine)


def _ignore(seconds: float, failed: bool) -> None:
    """No one counts."""


def _end(ended: list[tuple[_Job, int | LogUnavailable]]) -> None:
    for job, result in ended:
        job.end(result)
