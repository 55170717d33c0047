"""The outbox: notices that are to be delivered elsewhere. An entry that its subject is told of at once is noted in the transaction that
writes it; here it is read, once it shows to them.

Each stands where it shows: at its own entry, or, of one that a restriction withheld (A22), at that by which its chain joined. Positions are
given in the order of commits, so that who reads on from the last one misses none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson

from audit.append import Appender
from audit.record import OPEN
from audit.store import Store
from auth.notice import OUTSIDE, id_of_override

_NOTED: Final = """\
SELECT noted.position, entry.tag, entry.number, chain.subject, chain.sort
FROM log_notice AS noted JOIN log_entry AS entry ON entry.position = noted.position JOIN log_chain AS chain ON chain.tag = entry.tag
WHERE {which} ORDER BY noted.position"""
_SHOWN: Final = _NOTED.format(which=f"chain.sort = '{OPEN}' AND noted.position > ?")
_WITHHELD: Final = _NOTED.format(which=f"chain.sort <> '{OPEN}'")
_JOINED: Final = "SELECT position, said FROM log_entry WHERE kind = 'joined' ORDER BY position"
_DELIVERED: Final = "SELECT max(position) FROM log_delivered"


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
        begin = after if after is not None else delivered(store)
        found = [_waiting(position, row) for row in store.rows(_SHOWN, (begin,)) for position in (row[0],)]
        found += [each for each in _released(store) if each.position > begin]
    return sorted(found, key=lambda each: (each.position, each.id))


def delivered(store: Store) -> int:
    """Up to where they have been delivered."""
    ((position,),) = store.rows(_DELIVERED)
    return -1 if position is None else int(position)


def deliver(store: Store, position: int, at: int) -> int:
    """Say that all up to a position have been delivered: up to where they now are. It is never taken back, and may be said again; of what
    is not written yet it cannot be said."""
    appender = Appender(store)
    with appender.transaction():
        before, position = delivered(store), min(position, appender.frontier.size - 1)
        if position > before:
            store.insert("log_delivered", "position, at", [(position, at)])
    return max(position, before)


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
    _, tag, number, subject, _ = row
    return Waiting(position=position, id=id_of_override(bytes(tag).hex(), number), person=subject)
