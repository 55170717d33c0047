"""Reads the whole store and says what in it is not as it was written: nothing of it is believed that its own tree does not prove."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final

import orjson

from audit import checkpoint as checkpoints
from audit import heads, tree
from audit.losses import is_loss
from audit.proof import Checkpoint, Key, Losses, Note, ProofWrong, erased, leaf, rotation, sealed, unbase64
from audit.record import OPEN, Kind, Public, canonical, hashes, parts_of
from audit.store import Row, Store
from audit.usage import Use
from auth.decide import BUDGET_SPENT

_ALL: Final = """\
SELECT entry.position, entry.kind, entry.tag, entry.number, entry.previous, entry.concludes, entry.payload, entry.said, entry.told,
       entry.hash, entry.above, kept.at, kept.salts, kept.body, chain.subject, chain.sort,
       refused.actor, refused.day, refused.total, refused.beyond,
       used.actor, used.day, used.unit, used.seat, used.rules, used.cased, used.refused, used.sought
FROM log_entry AS entry
LEFT JOIN log_payload AS kept ON kept.position = entry.position
LEFT JOIN log_chain AS chain ON chain.tag = entry.tag
LEFT JOIN log_refused AS refused ON refused.position = entry.position
LEFT JOIN log_use AS used ON used.position = entry.position
ORDER BY entry.position"""
_STRAY: Final = {
    "a payload of no entry": "SELECT position FROM log_payload WHERE position NOT IN (SELECT position FROM log_entry)",
    "a total of refusals beside no entry": "SELECT position FROM log_refused WHERE position NOT IN (SELECT position FROM log_entry)",
    "a seat that was looked from beside no entry": "SELECT position FROM log_use WHERE position NOT IN (SELECT position FROM log_entry)",
    "a cosignature of no checkpoint": "SELECT size FROM log_cosignature WHERE size NOT IN (SELECT size FROM log_checkpoint)",
}
_SAID: Final = "SELECT count(*) FROM log_entry WHERE position >= ? AND position < ? AND payload IS NOT NULL"
_PARTS: Final = {
    Kind.INTENT: {"time", "day", "actor", "asked"},
    Kind.REQUEST: {"time", "day", "actor", "asked", "outcome"},
    Kind.SUBJECT: {"time", "day", "actor", "subject", "seat", "seen", "ground", "detail"},
    Kind.TECHNICAL: {"time", "day", "actor", "outcome"},
    Kind.JOINED: {"time", "day", "actor", "subject", "joined"},
    Kind.NOTICE: {"time", "day", "actor", "subject", "notice"},
}
_CHAINED: Final = {Kind.SUBJECT, Kind.JOINED, Kind.NOTICE}
_ABOUT_LOG: Final = {Kind.HEADS, Kind.KEY, Kind.PRUNED, Kind.DELIVERED, Kind.NOTIFIED, Kind.RESUMED}
_KEYS_LAST: Final = 2
"""How many entries after that of a new key the old key's last checkpoint still covers: that entry, and what it says of the chains."""
MOST: Final = 100
"""Findings that are told; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What somebody outside the store knows of the log: that it had that root when it was so long. `what` says whose word it is."""

    size: int
    root: bytes
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """That an operator let the log go on where it had been found cut off.

    seen     how many entries had been seen
    lacking  of how many subjects the request before it lacks the entries
    removed  how many rows of each table stood beyond it and were removed
    """

    at: int
    seen: int
    lacking: int
    removed: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """That an operator told afterwards that payloads had been erased, of whose erasing no entry is left.

    at, told     the entry that tells it, and its instant
    first, below from which entry, and below which
    count        how many entries said something that nobody knows now
    by           who told it, where that is not erased itself
    removed      how many rows of each table had been left beside that, and were removed
    """

    at: int
    told: int
    first: int
    below: int
    count: int = 0
    by: str | None = None
    removed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, and at which entry."""

    at: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was read and found. `checkpoint` is the newest that holds."""

    size: int
    root: bytes
    chains: int
    attempted: int
    erased: int
    checkpoint: Checkpoint | None
    gaps: tuple[Gap, ...]
    erasures: tuple[Erasure, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The log as far as it has been read."""

    below: int
    supposed: int
    """Below which it is read as if what is left beside what was erased were not there."""
    keys: list[tuple[int, Key]]
    notes: Mapping[int, Note]
    outside: Sequence[Outside]
    wanted: frozenset[int]
    position: int = 0
    frontier: tree.Frontier = field(default_factory=tree.Frontier)
    ends: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    named: dict[tuple[str, str], bytes] = field(default_factory=dict)
    joined: dict[bytes, int] = field(default_factory=dict)
    roots: dict[int, dict[str, object]] = field(default_factory=dict)
    intents: dict[int, str] = field(default_factory=dict)
    owed: tuple[str, int] = ("", 0)
    asked: int = -1
    """Where the newest entry of a request is."""
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    newest: Note | None = None
    signed: Checkpoint | None = None
    heads: int = -1
    erased: int = 0
    pruned: int = 0
    """Below which position entries have been erased, by what has been read."""
    gaps: list[Gap] = field(default_factory=list)
    erasures: list[Erasure] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    """What the entries that have been read say that the log lost."""
    told: Losses | None = None
    """What the newest entry before a checkpoint says of that."""


def seen(store: Store) -> list[Outside]:
    """What the data folder remembers of the log; to be asked before it is read."""
    mark = store.memory.newest() if store.memory else None
    return [Outside(size=mark.size, root=mark.root, what="what was seen of it from here")] if mark else []


def verified(
    store: Store, keys: Sequence[Key], *, witnesses: Sequence[Key] = (), outside: Sequence[Outside] = (), below: int = 0
) -> Report:
    """What the store is. `keys` are the log's, the first it ever had first; `outside` is what was kept outside it; `below`: as if an entry
    said that what stands below that position has been erased, and what is left beside that were not there."""
    with store.reading():
        findings: list[Finding] = []
        reading = _begun(store, keys, outside)
        reading.below, reading.supposed = max(reading.below, below), below
        findings.extend(_outside(reading))
        for row in store.stream(_ALL):
            findings.extend(_row(reading, row))
        findings.extend(_end(store, reading, witnesses))
    told = tuple(sorted(findings, key=lambda each: each.at))
    return Report(
        size=reading.position,
        root=reading.frontier.root,
        chains=len(reading.ends),
        attempted=len(reading.intents),
        erased=reading.erased,
        checkpoint=reading.signed,
        gaps=tuple(reading.gaps),
        erasures=tuple(reading.erasures),
        findings=told,
    )


def _begun(store: Store, keys: Sequence[Key], outside: Sequence[Outside]) -> _Reading:
    notes = {size: _note(store, size, note) for size, note in store.rows("SELECT size, note FROM log_checkpoint")}
    return _Reading(
        below=max(_told(store, Kind.PRUNED, "below"), default=0),
        supposed=0,
        keys=[(0, key) for key in keys[:1]],
        notes={size: note for size, note in notes.items() if note},
        outside=outside,
        wanted=frozenset(_told(store, Kind.HEADS, "size")),
    )


def _told(store: Store, kind: Kind, name: str) -> Iterator[int]:
    """A number that entries of a kind say, before these are checked."""
    for (said,) in store.rows("SELECT said FROM log_entry WHERE kind = ?", (kind.value,)):
        with suppress(ValueError, TypeError, KeyError):
            yield int(orjson.loads(said)[name])


def _note(store: Store, size: int, note: str) -> Note | None:
    try:
        return checkpoints.cosigned(store, size, note)
    except ProofWrong:
        return None


def _row(reading: _Reading, row: Row) -> Iterator[Finding]:
    position, hashed = row[0], _bytes(row[9])
    if position != reading.position:
        yield Finding(at=reading.position, what="entries are missing here")
    _mark(reading)
    try:
        public = Public.read(row)
        if leaf(public.content) != hashed:
            yield Finding(at=position, what="the entry is not what its hash says")
        yield from _chained(reading, position, public, hashed)
        yield from _payload(reading, public, row)
        if public.kind is Kind.JOINED:
            yield from _joined(reading, position, public, row)
        if public.kind in _ABOUT_LOG:
            yield from _about_log(reading, position, public)
    except (ProofWrong, ValueError, TypeError, KeyError, AttributeError):
        yield Finding(at=position, what="the entry does not read")
    if b"".join(reading.frontier.append(hashed)) != _bytes(row[10]):
        yield Finding(at=position, what="the tree's nodes are not what the entries make")
    reading.position = position + 1
    yield from _checkpoint(reading)


def _chained(reading: _Reading, position: int, public: Public, hashed: bytes) -> Iterator[Finding]:
    if (public.chained is not None) != (public.kind in _CHAINED):
        yield Finding(at=position, what="the entry is of another kind")
    if public.chained:
        number, previous = reading.ends.get(public.chained.tag, (0, None))
        if (public.chained.number, public.chained.previous) != (number + 1, previous):
            yield Finding(at=position, what="its subject's chain does not continue here")
        reading.ends[public.chained.tag] = (public.chained.number, hashed)


def _payload(reading: _Reading, public: Public, row: Row) -> Iterator[Finding]:
    position, at, salts, body, subject, sort = row[0], *row[11:16]
    if (public.payload is None) != (public.kind in _ABOUT_LOG):
        yield Finding(at=position, what="the entry is of another kind")
    if body is None:
        yield from _without(reading, position, public)
        reading.totals |= {(row[16], row[17]): row[18]} if row[18] else {}
        if row[20] is not None and position >= reading.supposed:
            yield Finding(at=position, what="from which seat it was should have been erased")
        return
    if position < reading.below:
        yield Finding(at=position, what="what it says should have been erased")
    parts = parts_of(body)
    if public.payload is None or parts.keys() != _PARTS[public.kind] or sealed(hashes(bytes(salts), parts)) != public.payload:
        yield Finding(at=position, what="what it says is not what was written")
        return
    told = orjson.loads(body)
    if told["time"] != at:
        yield Finding(at=position, what="its instant is not what was written")
    yield from _request(reading, position, public, told)
    yield from _refused(reading, position, told, row[16:20])
    yield from _used(position, told, row[20:])
    if public.kind is Kind.TECHNICAL and reading.erasures and reading.erasures[-1].at == position - 1:
        reading.erasures[-1] = replace(reading.erasures[-1], by=told["actor"]["key"])
    if public.chained:
        yield from _named(reading, position, public.chained.tag, (told["subject"]["id"], told["subject"]["chain"]), (subject, sort))


def _without(reading: _Reading, position: int, public: Public) -> Iterator[Finding]:
    if public.payload is None:
        return
    reading.erased += 1
    reading.owed = ("", 0)
    if position >= reading.below:
        yield Finding(at=position, what="what it says is missing")


def _request(reading: _Reading, position: int, public: Public, told: Mapping[str, Any]) -> Iterator[Finding]:
    """Entries of one request stand together, and it ends an intent of its own."""
    ticket = told["actor"].get("ticket", "")
    owner, left = reading.owed
    reading.asked = position
    if public.kind is Kind.SUBJECT:
        if ticket != owner or not left:
            yield Finding(at=position, what="it belongs to no request that stands before it")
        reading.owed = (owner, left - 1)
        return
    if left:
        yield Finding(at=position, what="the request before it lacks a subject's entry")
    reading.owed = (ticket, told["outcome"]["subjects"]) if public.kind is Kind.REQUEST else ("", 0)
    if public.kind is Kind.INTENT:
        reading.intents[position] = ticket
    if public.concludes is not None and reading.intents.pop(public.concludes, None) != ticket and public.concludes >= reading.below:
        yield Finding(at=position, what="it ends no intent of its own")


def _refused(reading: _Reading, position: int, told: Mapping[str, Any], stored: Row) -> Iterator[Finding]:
    """The total beside the entry is that of its employee's day, higher than the one before by what the entry was charged."""
    outcome, account = told.get("outcome", {}), (told["actor"]["key"], told["day"])
    charged, spent = outcome.get("charged", 0), outcome.get("code") == BUDGET_SPENT
    if not charged:
        if stored[2] is not None:
            yield Finding(at=position, what="a total of refusals beside what refused nobody")
        return
    total = reading.totals.get(account, 0) + charged
    if tuple(stored) != (*account, total, spent):
        yield Finding(at=position, what="the total of its employee's refusals is not what was written")
    reading.totals[account] = total


def _used(position: int, told: Mapping[str, Any], stored: Row) -> Iterator[Finding]:
    """From which seat it was is told beside the entry as in it."""
    use = Use.told(told)
    if tuple(stored) != (use.row(position)[1:] if use else (None,) * len(stored)):
        yield Finding(at=position, what="from which seat it was is not what was written")


def _named(reading: _Reading, position: int, tag: bytes, told: tuple[str, str], stored: tuple[str, str]) -> Iterator[Finding]:
    if told != stored:
        yield Finding(at=position, what="its chain is kept under another subject")
    elif reading.named.setdefault(told, tag) != tag:
        yield Finding(at=position, what="its subject has two chains")


def _joined(reading: _Reading, position: int, public: Public, row: Row) -> Iterator[Finding]:
    """It names the end of a withheld chain of its own subject, as that was then, and more of it than has joined before."""
    said, body = _said(public), row[13]
    tag = bytes.fromhex(said["tag"])
    number, head = reading.ends.get(tag, (0, b""))
    if (said["number"], said["head"]) != (number, head.hex()) or number <= reading.joined.get(tag, 0):
        yield Finding(at=position, what="it joins what is not the end of a chain")
    reading.joined[tag] = number
    told = orjson.loads(body) if body else None
    name = (told["subject"]["id"], told["joined"]["chain"]) if told else None
    if name and (name[1] == OPEN or reading.named.get(name, tag) != tag):
        yield Finding(at=position, what="it joins a chain of another")


def _said(public: Public) -> Mapping[str, Any]:
    said: Mapping[str, Any] = orjson.loads(public.said or "")
    if canonical(said).decode() != public.said:
        raise ValueError("not as it is hashed")
    return said


def _about_log(reading: _Reading, position: int, public: Public) -> Iterator[Finding]:
    said = _said(public)
    match public.kind:
        case Kind.HEADS:
            reading.heads = position
            if {name: said[name] for name in ("chains", "root")} != reading.roots.pop(said["size"], None):
                yield Finding(at=position, what="the ends of the chains are not what it says")
            if said["previous"] != checkpoints.fingerprint(reading.newest):
                yield Finding(at=position, what="the checkpoint before it is missing or another")
            yield from _lost(reading, position, said)
        case Kind.PRUNED:
            yield from _erased(reading, position, said)
        case Kind.DELIVERED if said["upto"] >= position:
            yield Finding(at=position, what="it delivers what is not there yet")
        case Kind.NOTIFIED if said["upto"] > position:
            yield Finding(at=position, what="it looked for notices where nothing is yet")
        case Kind.RESUMED:
            yield from _resumed(reading, position, said)
        case Kind.KEY:
            yield from _rotated(reading, position, said)
        case _:
            pass
    if is_loss(public.kind, said):
        reading.losses = reading.losses.then(leaf(public.content))


def _lost(reading: _Reading, position: int, said: Mapping[str, Any]) -> Iterator[Finding]:
    """It says of the log's losses what the entries do. At first logs did not say it; once one has, it always does."""
    told = said.get("losses")
    if told != reading.losses.said if told is not None else reading.told is not None:
        yield Finding(at=position, what="what it says that the log lost is not what the entries say")
    reading.told = reading.losses if told is not None else None


def _erased(reading: _Reading, position: int, said: Mapping[str, Any]) -> Iterator[Finding]:
    """Signed by the log's key; what is told afterwards goes on from what was told before it."""
    first, below = said.get("from"), said["below"]
    if below > position:
        yield Finding(at=position, what="it erases what is not there yet")
    elif reading.keys and not erased(said, (key for _, key in reading.keys)):
        yield Finding(at=position, what="what it erases is not signed by the log's key")
    if first is not None:
        if not reading.pruned == first < below:
            yield Finding(at=position, what="what it tells afterwards does not go on from what had been erased")
        removed = _counts(said.get("removed", {}))
        reading.erasures.append(Erasure(at=position, told=said["at"], first=first, below=below, removed=removed))
    reading.pruned = max(reading.pruned, below)


def _resumed(reading: _Reading, position: int, said: Mapping[str, Any]) -> Iterator[Finding]:
    """It says from where the log goes on, which is where it stands, and explains that the request right before it was cut in its middle."""
    if said["found"] != {"size": position, "root": reading.frontier.root.hex()}:
        yield Finding(at=position, what="the log did not go on from where it says")
    removed = _counts(said.get("removed", {}))
    (_, left), seen = reading.owed, int(said["seen"]["size"])
    lacking = left if reading.asked == position - 1 and (seen > position or removed) else 0
    if lacking:
        reading.owed = ("", 0)
    reading.gaps.append(Gap(at=position, seen=seen, lacking=lacking, removed=removed))


def _counts(removed: Mapping[str, Any]) -> dict[str, int]:
    return {str(table): int(count) for table, count in removed.items()}


def _rotated(reading: _Reading, position: int, said: Mapping[str, str]) -> Iterator[Finding]:
    old, new = Key.read(said["old"]), Key.read(said["new"])
    if not reading.keys:
        return
    if old != reading.keys[-1][1] or not old.signed(rotation(old, new), unbase64(said["signature"])):
        yield Finding(at=position, what="the log's new key is not named by the one before")
        return
    reading.keys.append((position + _KEYS_LAST, new))


def _mark(reading: _Reading) -> None:
    """Remember the root over the ends of the chains where a later entry will name it."""
    size = reading.position
    if size in reading.wanted and size not in reading.roots:
        reading.roots[size] = heads.summed(sorted((tag, number, hashed) for tag, (number, hashed) in reading.ends.items()))


def _checkpoint(reading: _Reading) -> Iterator[Finding]:
    """Compare with the checkpoints of this size, that of the store and that which was kept outside."""
    size = reading.position
    yield from _outside(reading)
    note = reading.notes.get(size)
    if note is None:
        return
    reading.newest = note
    try:
        signer = next((key for after, key in reversed(reading.keys) if size > after or after == 0), None)
        told = Checkpoint.read(note.text)
        if (told.size, told.root, told.losses) != (size, reading.frontier.root, reading.told) or reading.heads != size - 1:
            yield Finding(at=size, what="the checkpoint is not one of this log")
        elif signer and not (note.signed_by(signer) and told.origin == signer.name):
            yield Finding(at=size, what="the checkpoint is not signed by the log's key")
        else:
            reading.signed = told
    except ProofWrong:
        yield Finding(at=size, what="the checkpoint's signature does not hold")


def _outside(reading: _Reading) -> Iterator[Finding]:
    for each in reading.outside:
        if each.size == reading.position and each.root != reading.frontier.root:
            yield Finding(at=each.size, what=f"the log does not continue {each.what}")


def _end(store: Store, reading: _Reading, witnesses: Sequence[Key]) -> Iterator[Finding]:
    size, (_, left) = reading.position, reading.owed
    if left:
        yield Finding(at=size, what="the last request lacks a subject's entry")
    for each in reading.outside:
        if each.size > size:
            yield Finding(at=size, what=f"the log is cut off: {each.what} has {each.size} entries")
    yield from _strays(store, reading)
    for place, erasure in enumerate(reading.erasures):
        ((count,),) = store.rows(_SAID, (erasure.first, erasure.below))
        reading.erasures[place] = replace(erasure, count=count)
    if reading.heads >= 0 and (reading.newest is None or Checkpoint.read(reading.newest.text).size != reading.heads + 1):
        yield Finding(at=reading.heads, what="the newest checkpoint was never signed, or is gone")
    for witness in witnesses:
        if reading.newest and not _cosigned(reading.newest, witness):
            yield Finding(at=size, what=f"the newest checkpoint is not cosigned by `{witness.name}`")


def _strays(store: Store, reading: _Reading) -> Iterator[Finding]:
    """Rows that belong to nothing that was read."""
    for what, statement in _STRAY.items():
        for (at,) in store.rows(statement):
            yield Finding(at=at, what=what)
    known = {*reading.named.values(), *(reading.ends if reading.supposed else ())}
    for (tag,) in store.rows("SELECT tag FROM log_chain"):
        if bytes(tag) not in known:
            yield Finding(at=reading.position, what="a subject's name is kept for a chain that is not there, or was erased")
    for (stored,) in store.rows("SELECT size FROM log_checkpoint"):
        if stored not in reading.notes or not 0 < stored <= reading.position:
            yield Finding(at=stored, what="the checkpoint is not one of this log")


def _bytes(stored: object) -> bytes:
    return bytes(stored) if isinstance(stored, bytes | memoryview) else b""


def _cosigned(note: Note, witness: Key) -> bool:
    try:
        return note.signed_by(witness)
    except ProofWrong:
        return False
