"""Files into the graph: nodes, then protection and kinship, then all else, and only then may anyone be seen (A9).

Persons are written closed, without `screenedAt`. Whoever can be seen and gets a new protection or kinship is closed before any of these is
written. When all lines are in, the persons of the load are opened, but those that a rejected protection or kinship line names. So a load
that is killed leaves closed persons behind; loading their own lines again opens them.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import ExitStack, aclosing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from graph.database import Database
from graph.load import check, write
from graph.load.batch import Piles, parts
from graph.load.lines import Source, lines, name_of, opened, require_readable
from graph.load.record import Line, Node, Record, Reject, Relationship
from graph.load.reject import Rejects
from graph.load.spool import Spool
from graph.load.write import Rejected, Waiting
from graph.migrate import require_migrated

LINES_AT_ONCE: Final = 5_000
NODES_AT_ONCE: Final = 2_000
RELATIONSHIPS_AT_ONCE: Final = 3_000
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a load is in one of its stages; `total` is unknown for a stream."""

    stage: str
    unit: str
    done: int
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a load did. Lines count, so a second load of a file says the same."""

    nodes: int
    relationships: int
    rejected: int
    reasons: dict[str, int]
    rejects: tuple[Path, ...]
    closed: int
    """Persons that stay closed, since a protection or kinship line that names them was rejected."""
    seconds: float
    digests: tuple[str, ...]
    """The SHA-256 of each source, as it was read."""


OnProgress = Callable[[Progress], None]
Seal = Callable[[str, str], str]
"""A text that someone wrote as a reason, under the id of what it is the reason of, as the graph is to hold it."""


async def load(
    database: Database,
    source: Source | Sequence[Source],
    *,
    rejects: Path | None = None,
    progress: OnProgress | None = None,
    now: int | None = None,
    seal: Seal | None = None,
) -> Summary:
    """Load files, or streams of bytes, as one: a relationship may come before its ends, also in another file. Reasons of overrides are
    sealed, as those that users write are; without `seal` they are as the file has them, which nobody reads."""
    sources = list(source) if isinstance(source, Sequence) else [source]
    begun = time.monotonic()
    for each in sources:
        require_readable(each)
    await require_migrated(database)
    with ExitStack() as held:
        guards, others, persons, named = (held.enter_context(Spool()) for _ in range(4))
        refused = held.enter_context(Rejects(sources, named, rejects))
        loading = _Loading(
            database=database,
            rejects=refused,
            guards=guards,
            others=others,
            persons=persons,
            progress=progress or _ignore,
            now=int(time.time() * 1000) if now is None else now,
            seal=seal,
        )
        await loading.run(sources)
        return loading.summary(time.monotonic() - begun)


@dataclass(slots=True, kw_only=True)
class _Loading:
    database: Database
    rejects: Rejects
    guards: Spool
    others: Spool
    persons: Spool
    progress: OnProgress
    now: int
    seal: Seal | None
    nodes: int = 0
    relationships: int = 0
    closed: int = 0
    digests: list["hashlib._Hash"] = field(default_factory=list)
    waiting: Piles[Waiting[Node]] = field(default_factory=lambda: Piles(NODES_AT_ONCE))

    async def run(self, sources: list[Source]) -> None:
        for number, source in enumerate(sources):
            await self._read(number, source)
        for label, batch in self.waiting.rest():
            await self._write_nodes(label, batch)
        await self._close_changed()
        await self._write_relationships("protection and kinship", self.guards)
        await self._close_named()
        await self._write_relationships("relationships", self.others)
        await self._screen()

    def summary(self, seconds: float) -> Summary:
        return Summary(
            nodes=self.nodes,
            relationships=self.relationships,
            rejected=self.rejects.counts.total(),
            reasons=dict(self.rejects.counts.most_common()),
            rejects=tuple(self.rejects.written()),
            closed=self.closed,
            seconds=seconds,
            digests=tuple(each.hexdigest() for each in self.digests),
        )

    async def _read(self, number: int, source: Source) -> None:
        total = source.stat().st_size if isinstance(source, Path) and source.is_file() else None
        self.digests.append(hashlib.sha256())
        with opened(source, self.digests[-1]) as (stream, raw):
            weighed = ((each, len(each[0].raw)) for each in check.read(lines(stream, name_of(source))))
            async with aclosing(_ahead(parts(weighed, LINES_AT_ONCE))) as coming:
                async for part in coming:
                    for line, found in part:
                        await self._take(number, line, found)
                    self.progress(Progress(stage=f"nodes of {name_of(source)}", unit="bytes", done=_position(raw), total=total))

    async def _take(self, source: int, line: Line, found: Record | Reject) -> None:
        match found:
            case Reject():
                self.rejects.add(source, found)
            case Relationship():
                spool = self.guards if found.type in check.GUARDS else self.others
                spool.add((source, line.number, line.raw, found.type, found.id, found.start, found.end, found.properties))
            case Node():
                waiting = Waiting(source=source, line=line, record=self._sealed(found))
                if batch := self.waiting.add(found.label, waiting, len(line.raw)):
                    await self._write_nodes(found.label, batch)

    def _sealed(self, node: Node) -> Node:
        reason = node.properties.get("reason")
        if self.seal is None or node.label != "Override" or not reason:
            return node
        return replace(node, properties={**node.properties, "reason": self.seal(node.id, reason)})

    async def _write_nodes(self, label: str, batch: list[Waiting[Node]]) -> None:
        written, rejected = await write.nodes(self.database, label, batch, self.now)
        self._refuse(rejected)
        self.nodes += len(batch) - len(rejected)
        if label == "Person":
            for node in written:
                self.persons.add((node.id, node.properties.get("screenedAt")))

    async def _close_changed(self) -> None:
        for type, batch in _batches(self.guards):
            for person in await write.close_changed(self.database, type, batch):
                self.persons.add(person)

    async def _write_relationships(self, stage: str, spool: Spool) -> None:
        done = 0
        async with aclosing(_ahead(_batches(spool))) as coming:
            async for type, batch in coming:
                count, rejected = await write.relationships(self.database, type, batch, self.now)
                self._refuse(rejected)
                self.relationships += count
                done += len(batch)
                self.progress(Progress(stage=stage, unit="lines", done=done, total=spool.count))

    async def _close_named(self) -> None:
        for ids in parts(((id, 0) for (id,) in self.rejects.named.rows()), NODES_AT_ONCE):
            self.closed += await write.close(self.database, ids)

    async def _screen(self) -> None:
        done = 0
        for rows in parts(((row, 0) for row in self.persons.rows()), NODES_AT_ONCE):
            await write.screen(self.database, [(id, self._screened(id, at)) for id, at in rows])
            done += len(rows)
            self.progress(Progress(stage="opening persons", unit="persons", done=done, total=self.persons.count))

    def _screened(self, id: str, at: int | None) -> int | None:
        if at is not None and self.rejects.closes(id):
            self.closed += 1
            return None
        return at

    def _refuse(self, rejected: Rejected) -> None:
        for source, reject in rejected:
            self.rejects.add(source, reject)


def _batches(spool: Spool) -> Iterator[tuple[str, list[Waiting[Relationship]]]]:
    piles: Piles[Waiting[Relationship]] = Piles(RELATIONSHIPS_AT_ONCE)
    for row in spool.rows():
        each = _despooled(row)
        if batch := piles.add(each.record.type, each, len(each.line.raw)):
            yield each.record.type, batch
    yield from piles.rest()


def _despooled(row: tuple[Any, ...]) -> Waiting[Relationship]:
    source, number, raw, type, id, start, end, properties = row
    relationship = Relationship(id=id, type=type, start=start, end=end, properties=properties)
    return Waiting(source=source, line=Line(number=number, raw=raw), record=relationship)


async def _ahead(items: Iterator[Item]) -> AsyncGenerator[Item, None]:
    """Each item; the next one is made in a thread while this one is written."""
    coming = asyncio.create_task(asyncio.to_thread(next, items, None))
    try:
        while (item := await coming) is not None:
            coming = asyncio.create_task(asyncio.to_thread(next, items, None))
            yield item
    finally:
        coming.cancel()


def _position(raw: Any) -> int:
    try:
        return int(raw.tell())
    except (OSError, ValueError):
        return 0


def _ignore(progress: Progress) -> None:
    """No one watches."""
