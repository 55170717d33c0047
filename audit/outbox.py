"""The outbox: notices that are to be delivered elsewhere. That its subject is told of an entry stands in the entry, and so in the log's
tree; here it is read, once it shows to them. Up to where they have been delivered are entries too.

Each stands where it shows: at its own entry, or, of one that a restriction withheld (A22), at that by which its chain joined. Positions are
given in the order of commits, so that who reads on from the last one misses none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson

from audit.append import Appender
from audit.errors import NotWaiting
from audit.record import OPEN, Kind, about_log
from audit.store import Store
from auth.notice import OUTSIDE, id_of_override

_NOTED: Final = """\
SELECT entry.position, entry.tag, entry.number, chain.subject, CASE WHEN entry.kind = 'notice' THEN kept.body END
FROM log_entry AS entry
JOIN log_chain AS chain ON chain.tag = entry.tag
JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.told AND {which} ORDER BY entry.position"""
_SHOWN: Final = _NOTED.format(which=f"chain.sort = '{OPEN}' AND entry.position > ?")
_WITHHELD: Final = _NOTED.format(which=f"chain.sort <> '{OPEN}'")
_JOINED: Final = "SELECT position, said FROM log_entry WHERE kind = 'joined' ORDER BY position"
_DELIVERED: Final = "SELECT said FROM log_entry WHERE kind = 'delivered' ORDER BY position DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A notice to be delivered. What it is about stands behind the log-in."""

    position: int
    id: str
    person: str

    @property
    def line(self) -> str:
        """It as a line of JSON."""
        return orjson.dumps({"position": self.position, "id": self.id, "person": self.person, "message": OUTSIDE}).decode()


def waiting(store: Store, after: int | None = None) -> list[Waiting]:
    """Those after a position, or after the last that was delivered; in order."""
    with store.reading():
        return _after(store, after if after is not None else delivered(store))


def _after(store: Store, begin: int) -> list[Waiting]:
    found = [_waiting(position, row) for row in store.rows(_SHOWN, (begin,)) for position in (row[0],)]
    found += [each for each in _released(store) if each.position > begin]
    return sorted(found, key=lambda each: (each.position, each.id))


def delivered(store: Store) -> int:
    """Up to where they have been delivered."""
    upto = [int(orjson.loads(said)["upto"]) for (said,) in store.rows(_DELIVERED)]
    return max(upto, default=-1)


def deliver(store: Store, position: int, at: int) -> int:
    """Say that all up to a notice have been delivered: up to where they now are. It is never taken back, and may be said again.
    `NotWaiting` where none waits there: by a number that is too high all that wait would be passed over."""
    appender = Appender(store)
    with appender.transaction():
        before = delivered(store)
        if position > before:
            _require_waiting(store, before, position)
            appender.add([about_log(Kind.DELIVERED, at, {"upto": position})])
    return max(position, before)


def _require_waiting(store: Store, before: int, position: int) -> None:
    places = [each.position for each in _after(store, before)]
    if position not in places:
        raise NotWaiting(position, last=max(places, default=None))


def _released(store: Store) -> Iterator[Waiting]:
    """Those of withheld entries that have joined, each at the first entry that joined it."""
    noted = store.rows(_WITHHELD)
    joins = [(position, orjson.loads(said)) for position, said in store.rows(_JOINED)] if noted else []
    for row in noted:
        _, tag, number, *_ = row
        covers = (position for position, said in joins if said["tag"] == bytes(tag).hex() and said["number"] >= number)
        if (position := next(covers, None)) is not None:
            yield _waiting(position, row)


def _waiting(position: int, row: tuple[Any, ...]) -> Waiting:
    _, tag, number, subject, notice = row
    id_ = orjson.loads(notice)["notice"]["id"] if notice else id_of_override(bytes(tag).hex(), number)
    return Waiting(position=position, id=id_, person=subject)
