"""What persons are told of outside the log-in beside overrides: entries of their own chains, put there by a command that looks for what is
new. How far it has looked is an entry too.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

import orjson

from audit.append import Appender
from audit.record import Kind as Of
from audit.record import about_log, notice
from audit.store import Store
from audit.withheld import joins
from auth.notice import Kind

_SEEN: Final = "SELECT said FROM log_entry WHERE kind = 'notified' ORDER BY position DESC LIMIT 1"
_LOOKED_UP: Final = """\
SELECT DISTINCT chain.subject
FROM log_entry AS entry JOIN log_chain AS chain ON chain.tag = entry.tag
WHERE entry.position >= ? AND entry.position < ? AND entry.kind IN ('subject', 'joined') AND chain.sort = 'open'
ORDER BY chain.subject"""
_OPEN: Final = "SELECT tag FROM log_chain WHERE subject = ? AND sort = 'open'"
_NUMBER: Final = "SELECT max(number) FROM log_entry WHERE tag = ? AND position < ?"
_JOINED: Final = "SELECT said FROM log_entry WHERE kind = 'joined' AND tag = ? AND position < ?"
_TOLD: Final = """\
SELECT kept.body
FROM log_chain AS chain
JOIN log_entry AS entry ON entry.tag = chain.tag AND entry.kind = 'notice'
JOIN log_payload AS kept ON kept.position = entry.position
WHERE chain.subject = ? AND chain.sort = 'open'"""
_LABEL: Final = "Person"
"""Who is told."""

Thing = tuple[Kind, str]
"""What somebody is told of once: of which unit, or of which mandate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that a person is to be told of. `about` is the unit or the mandate; empty where that is not told."""

    person: str
    kind: Kind
    id: str
    about: str

    @property
    def thing(self) -> Thing:
        return self.kind, self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How far has been looked for what is new: of so many entries of the log, and of mandates until an instant; and since when."""

    upto: int
    mandates: int
    begun: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How much of each of a person's chains showed to them at a time, and what they have been told of."""

    sizes: Mapping[str, int]
    told: Collection[Thing]

    def lacks(self, chain: str, number: int) -> bool:
        """Whether that entry of a chain showed later."""
        return number > self.sizes.get(chain, 0)


def seen(store: Store) -> Seen | None:
    """How far has been looked; nothing where it never was."""
    found = [orjson.loads(said) for (said,) in store.rows(_SEEN)]
    return Seen(**{name: found[0][name] for name in ("upto", "mandates", "begun")}) if found else None


def see(store: Store, reached: Seen, at: int) -> None:
    """Say how far has been looked, unless somebody has said further."""
    appender = Appender(store)
    with appender.transaction():
        before = seen(store)
        if before is None or before.upto < reached.upto:
            appender.add([about_log(Of.NOTIFIED, at, asdict(reached))])


def looked_up(store: Store, begin: int, end: int) -> list[str]:
    """Of whom something shows by these entries."""
    return [subject for (subject,) in store.rows(_LOOKED_UP, (begin, end))]


def known(store: Store, person: str, seen: int) -> Known:
    """What showed to a person when the log had so many entries, and what they have been told of by now."""
    with store.reading():
        found = [bytes(tag) for (tag,) in store.rows(_OPEN, (person,))]
        if not found:
            return Known(sizes={}, told=())
        ((number,),) = store.rows(_NUMBER, (found[0], seen))
        sizes = joins(said for (said,) in store.rows(_JOINED, (found[0], seen))) | {found[0]: number or 0}
        return Known(sizes={tag.hex(): size for tag, size in sizes.items()}, told=_told(store, person))


def put(store: Store, found: Iterable[Found], at: int) -> int:
    """Put notices there, durably, but for what has been told already: how many. Read under the lock, so that two who
    found the same tell it once."""
    appender = Appender(store)
    with appender.transaction():
        each_once = {(each.person, each.thing): each for each in found}
        told = {person: _told(store, person) for person, _ in each_once}
        new = [each for (person, thing), each in each_once.items() if thing not in told[person]]
        appender.add([notice(each.person, _LABEL, {"kind": each.kind, "id": each.id, "about": each.about}, at) for each in new])
    return len(new)


def _told(store: Store, person: str) -> set[Thing]:
    told = (orjson.loads(body)["notice"] for (body,) in store.rows(_TOLD, (person,)))
    return {(Kind(each["kind"]), each["about"]) for each in told}
