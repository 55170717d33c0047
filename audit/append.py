"""How entries enter the store: position, place in the subject's chain, payload and the nodes they complete, in one transaction."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from audit import tree
from audit.beyond import beyond
from audit.budget import COLUMNS, TOTALS, Account
from audit.errors import LogBroken, LogCut
from audit.mark import Mark
from audit.proof import leaf
from audit.record import SALT_BYTES, Chained, Draft, Public, stored
from audit.store import Row, Store
from audit.usage import COLUMNS as _USE

TAG_BYTES: Final = 16
_AT_ONCE: Final = 400
"""Subjects whose chains one statement reads."""
_REMEMBERED: Final = 100_000
"""Chains whose heads a process remembers."""

_SIZE: Final = "SELECT coalesce(max(position) + 1, 0) FROM log_entry"
_FEW: Final = 1_000
"""Entries of others that are followed one by one; where there are more, the tree is read again."""
_SINCE: Final = "SELECT position, hash FROM log_entry WHERE position >= ? ORDER BY position LIMIT ?"
_HEADS: Final = """\
SELECT chain.subject, chain.sort, chain.tag, head.number, head.hash
FROM log_chain AS chain LEFT JOIN log_entry AS head
  ON head.tag = chain.tag AND head.number = (SELECT max(number) FROM log_entry WHERE tag = chain.tag)
WHERE chain.subject IN ({marks})"""
_ENTRY: Final = "position, kind, tag, number, previous, concludes, payload, said, told, hash, above"
_PAYLOAD: Final = "position, at, salts, body"
_CHAIN: Final = "tag, subject, sort"

Name = tuple[str, str]
"""A chain as the store knows it: subject and sort."""


@dataclass(slots=True)
class Head:
    """The end of a chain."""

    tag: bytes
    number: int = 0
    hash: bytes | None = None


@dataclass(slots=True)
class _Rows:
    """What one append writes."""

    entries: list[Row] = field(default_factory=list)
    payloads: list[Row] = field(default_factory=list)
    chains: list[Row] = field(default_factory=list)
    uses: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Appender:
    """Appends to one store, and only to what it has seen of it: `LogCut` where that is not there any more. What it remembers of the
    chains holds as long as nobody else appended."""

    store: Store
    decided: bool = False
    """Whether an operator has decided that it goes on from what is there: what was seen is neither asked for nor remembered."""
    last: bytes = b""
    """The newest leaf."""
    noted: int = 0
    """How many entries are remembered outside the store."""
    frontier: tree.Frontier = field(default_factory=tree.Frontier)
    heads: dict[Name, Head] = field(default_factory=dict)
    totals: dict[Account, int] = field(default_factory=dict)
    """How many have been refused on each account that was asked for."""

    def append(self, drafts: Sequence[Draft]) -> list[int]:
        """Write entries durably, all or none; their positions."""
        with self.transaction():
            return self.add(drafts)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction that `add` may be called in; what is remembered is forgotten where it fails."""
        try:
            with self.store.appending():
                self._catch_up()
                yield
            self._remember()
        except BaseException:
            self._forget()
            raise

    def _remember(self) -> None:
        if self.store.memory and not self.decided and self.frontier.size != self.noted:
            self.store.memory.note(self.frontier.size, self.frontier.root)
            self.noted = self.frontier.size

    def add(self, drafts: Sequence[Draft]) -> list[int]:
        """Write entries in the transaction that is open; their positions."""
        first, rows = self.frontier.size, _Rows()
        self._read_heads({(draft.subject, draft.sort) for draft in drafts if draft.subject is not None}, rows)
        # At once, for each call lets go of Python's lock.
        chance = BytesIO(os.urandom(SALT_BYTES * sum(len(draft.parts) for draft in drafts)))
        for draft in drafts:
            self._enter(draft, chance.read(SALT_BYTES * len(draft.parts)), rows)
        for table, columns, made in (
            ("log_chain", _CHAIN, rows.chains),
            ("log_entry", _ENTRY, rows.entries),
            ("log_payload", _PAYLOAD, rows.payloads),
            ("log_use", _USE, rows.uses),
        ):
            if made:
                self.store.insert(table, columns, made)
        return list(range(first, self.frontier.size))

    def read_totals(self, accounts: Iterable[Account]) -> None:
        """Know the totals of accounts, in the transaction that is open."""
        unknown = [each for each in dict.fromkeys(accounts) if each not in self.totals]
        for start in range(0, len(unknown), _AT_ONCE):
            some = unknown[start : start + _AT_ONCE]
            for day in {each.day for each in some}:
                actors = [each.actor for each in some if each.day == day]
                found: dict[str, int] = dict(self.store.rows(TOTALS.format(marks=", ".join("?" * len(actors))), (day, *actors)))
                self.totals |= {Account(actor, day): found.get(actor, 0) for actor in actors}

    def charge(self, account: Account, refused: int, most: int, position: int) -> int:
        """Add to a total that is known, in the transaction that is open: what it is now. `position` is that of the request's entry."""
        if refused:
            self.totals[account] += refused
            total = self.totals[account]
            self.store.insert("log_refused", COLUMNS, [(account.actor, account.day, total, position, total > most)])
        return self.totals[account]

    def _enter(self, draft: Draft, salts: bytes, rows: _Rows) -> None:
        position = self.frontier.size
        head = self.heads[draft.subject, draft.sort] if draft.subject is not None else None
        chained = Chained(tag=head.tag, number=head.number + 1, previous=head.hash) if head else None
        public = Public(
            kind=draft.kind,
            chained=chained,
            concludes=draft.concludes,
            payload=_payload(position, draft, salts, rows),
            said=draft.said,
            told=draft.told,
        )
        hashed = leaf(public.content)
        if draft.use:
            rows.uses.append(draft.use.row(position))
        self.last = hashed
        rows.entries.append(_entry(position, public, hashed, b"".join(self.frontier.append(hashed))))
        if head:
            head.number, head.hash = head.number + 1, hashed

    def _catch_up(self) -> None:
        if not self.frontier.size:
            self._begin()
        else:
            self._follow()
        if len(self.heads) > _REMEMBERED:
            self.heads.clear()
        if len(self.totals) > _REMEMBERED:
            self.totals.clear()

    def _begin(self) -> None:
        """Read the tree's edge from the store, which must continue what was seen of it by whatever process."""
        found, memory = size(self.store), self.store.memory
        lacks = None if self.decided else missed(self.store, memory.newest() if memory else None, found)
        if lacks and memory:
            memory.stop()
        if lacks:
            raise lacks
        self._read_edge(found)

    def _follow(self) -> None:
        """Read what others have appended since; it must continue what this process appended or followed."""
        mine = self.frontier.size
        found = [(position, bytes(hashed)) for position, hashed in self.store.rows(_SINCE, (mine - 1, _FEW + 2))]
        more = found[1:]
        if found[:1] != [(mine - 1, self.last)]:
            raise self._cut(mine)
        if not more:
            return
        self.heads.clear()
        self.totals.clear()
        if len(more) <= _FEW:
            self._take(more)
        elif continues(self.store, mine, self.frontier.root):
            self._read_edge(size(self.store))
        else:
            raise self._cut(mine)

    def _take(self, more: Sequence[Row]) -> None:
        for position, hashed in more:
            if position != self.frontier.size:
                raise _broken(self.frontier.size)
            self.frontier.append(hashed)
            self.last = hashed

    def _cut(self, seen: int) -> LogCut:
        found = size(self.store)
        return LogCut(seen=self.store.memory.stop() if self.store.memory else seen, found=found)

    def _read_edge(self, found: int) -> None:
        read = reader(self.store)
        self.frontier, self.last = tree.Frontier.read(found, read), read(0, found - 1) if found else b""

    def _forget(self) -> None:
        self.frontier, self.last = tree.Frontier(), b""
        self.heads.clear()
        self.totals.clear()

    def _read_heads(self, names: set[Name], rows: _Rows) -> None:
        unknown = sorted({subject for subject, sort in names if (subject, sort) not in self.heads})
        for start in range(0, len(unknown), _AT_ONCE):
            some = unknown[start : start + _AT_ONCE]
            for subject, sort, tag, number, hashed in self.store.rows(_HEADS.format(marks=", ".join("?" * len(some))), some):
                self.heads.setdefault((subject, sort), Head(bytes(tag), number or 0, hashed and bytes(hashed)))
        for name in names - self.heads.keys():
            self.heads[name] = Head(os.urandom(TAG_BYTES))
            rows.chains.append((self.heads[name].tag, *name))


def missed(store: Store, seen: Mark | None, found: int) -> LogCut | None:
    """What the store lacks, with so many entries: what had been seen of it by whatever process, or what rows of are left."""
    left = bool(beyond(store, found))
    if seen and seen.cut:
        return LogCut(seen=seen.size, found=found, back=not left and _is_back(store, seen), beyond=left)
    if left or (seen and not continues(store, seen.size, seen.root)):
        return LogCut(seen=seen.size if seen else 0, found=found, beyond=left)
    return None


def _is_back(store: Store, seen: Mark) -> bool:
    try:
        return continues(store, seen.size, seen.root)
    except LogBroken:
        return False


def continues(store: Store, seen: int, root: bytes) -> bool:
    """Whether the store begins with that."""
    return size(store) >= seen and tree.root(seen, reader(store)) == root


def size(store: Store) -> int:
    """How many entries the log has."""
    ((found,),) = store.rows(_SIZE)
    return int(found)


def reader(store: Store) -> tree.Read:
    """Reads the stored hashes of complete nodes."""

    def read(level: int, place: int) -> bytes:
        completing = (place + 1 << level) - 1
        found = store.rows("SELECT hash, above FROM log_entry WHERE position = ?", (completing,))
        stored = bytes(found[0][0]) + bytes(found[0][1]) if found else b""
        hashed = stored[level * tree.HASH_BYTES : (level + 1) * tree.HASH_BYTES]
        if len(hashed) != tree.HASH_BYTES:
            raise _broken(completing)
        return hashed

    return read


def _broken(position: int) -> LogBroken:
    return LogBroken(f"the look-up log lacks a node of its tree at entry {position}; run `innsyn audit verify`")


def _payload(position: int, draft: Draft, salts: bytes, rows: _Rows) -> bytes | None:
    if not draft.parts:
        return None
    body, payload = stored(salts, draft.parts)
    rows.payloads.append((position, draft.at, salts, body))
    return payload


def _entry(position: int, public: Public, hashed: bytes, above: bytes) -> Row:
    chained = public.chained
    place = (chained.tag, chained.number, chained.previous) if chained else (None, None, None)
    return (position, public.kind.value, *place, public.concludes, public.payload, public.said, public.told or None, hashed, above)
