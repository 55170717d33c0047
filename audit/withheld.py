"""Withheld chains (A22): which of them show by now, and the entry that joins one to the open chain once its restriction has ended."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from audit.append import Appender
from audit.record import Draft, joined, restriction
from audit.store import Store

_CHAINS: Final = """\
SELECT chain.tag, chain.subject, chain.sort, head.number, head.hash
FROM log_chain AS chain JOIN log_entry AS head
  ON head.tag = chain.tag AND head.number = (SELECT max(number) FROM log_entry WHERE tag = chain.tag)
WHERE chain.sort <> 'open'
ORDER BY chain.subject, chain.sort"""
_JOINED: Final = "SELECT said FROM log_entry WHERE kind = 'joined'"
_OPEN: Final = "SELECT tag FROM log_chain WHERE subject = ? AND sort = 'open'"
_OF_ONE: Final = "SELECT said FROM log_entry WHERE kind = 'joined' AND tag = ? ORDER BY number"
_POSITION: Final = "SELECT position FROM log_entry WHERE tag = ? AND number = ?"
_BELOW: Final = "SELECT count(*) FROM log_entry WHERE tag = ? AND number > ? AND position < ?"
_LABEL: Final = "Person"
"""Of whom look-ups are withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A withheld chain that has entries which have not joined its subject's open one: up to `number`, whose hash is `head`; those up to
    `joined` have."""

    tag: bytes
    subject: str
    chain: str
    number: int
    head: bytes
    joined: int

    @property
    def restriction(self) -> str:
        """What withholds it."""
        return restriction(self.chain)


def waiting(store: Store) -> list[Waiting]:
    """All chains that wait."""
    done = joins(said for (said,) in store.rows(_JOINED))
    found = (
        Waiting(tag=bytes(tag), subject=subject, chain=chain, number=number, head=bytes(head), joined=done.get(bytes(tag), 0))
        for tag, subject, chain, number, head in store.rows(_CHAINS)
    )
    return [each for each in found if each.number > each.joined]


def first_waiting(store: Store) -> int | None:
    """The position of the first entry that waits."""
    found = (store.rows(_POSITION, (each.tag, each.joined + 1))[0][0] for each in waiting(store))
    return min(found, default=None)


def waiting_below(store: Store, below: int) -> int:
    """How many entries below a position wait."""
    return sum(store.rows(_BELOW, (each.tag, each.joined, below))[0][0] for each in waiting(store))


def released(store: Store, ended: Collection[str], at: int) -> int:
    """Join the chains of restrictions that have ended; how many. What is joined is read in the transaction that joins it, so that
    several may do it at once."""
    appender = Appender(store)
    with appender.transaction():
        drafts = [_join(each, at) for each in waiting(store) if each.restriction in ended]
        appender.add(drafts)
    return len(drafts)


def shown(store: Store, subject: str) -> Mapping[bytes, int | None]:
    """The chains of a subject that show, by their tags, and up to which number where not all of it: the open one, and those that have
    joined it."""
    found = store.rows(_OPEN, (subject,))
    if not found:
        return {}
    tag = bytes(found[0][0])
    return {tag: None, **joins(said for (said,) in store.rows(_OF_ONE, (tag,)))}


def joins(said: Iterable[Any]) -> dict[bytes, int]:
    """How much of each chain has joined."""
    found: dict[bytes, int] = {}
    for each in map(orjson.loads, said):
        tag = bytes.fromhex(each["tag"])
        found[tag] = max(each["number"], found.get(tag, 0))
    return found


def _join(each: Waiting, at: int) -> Draft:
    return joined(each.subject, _LABEL, each.chain, tag=each.tag, number=each.number, head=each.head, at=at)
