"""Lets a log go on that was found cut off, once its operator has found out why. That it was, and where it goes on, is an entry of it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from audit.append import Appender, missed, size
from audit.beyond import removed
from audit.entry import Technical
from audit.errors import EntriesDiffer, LogBroken, LogCut, NothingCut
from audit.mark import Mark
from audit.record import Kind, about_log, technical
from audit.store import Store
from audit.tree import EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """How many entries had been seen, after how many it goes on, and how many rows of each table stood beyond these and were removed."""

    seen: int
    found: int
    removed: Mapping[str, int]


def resumed(store: Store, told: Technical, *, entries: int) -> Resumed:
    """Go on after so many entries, which it must have; what stands beyond them is removed. `EntriesDiffer` where it has another number,
    `NothingCut` where nothing is missing."""
    appender = Appender(store, decided=True)
    with appender.transaction():
        found, root = appender.frontier.size, appender.frontier.root
        seen = store.memory.newest() if store.memory else None
        if not missed(store, seen, found):
            raise NothingCut("the look-up log has all that was seen of it from here; there is nothing to decide")
        if found != entries:
            raise EntriesDiffer(said=entries, found=found)
        seen = seen or Mark(size=0, root=EMPTY)
        left = removed(store, found)
        said = {"seen": {"size": seen.size, "root": seen.root.hex()}, "found": {"size": found, "root": root.hex()}, "removed": left}
        appender.add([about_log(Kind.RESUMED, told.at, said), technical(told)])
    if store.memory:
        store.memory.resume(appender.frontier.size, appender.frontier.root)
    return Resumed(seen=seen.size, found=found, removed=left)


def stopped(store: Store) -> LogCut | None:
    """Why nothing can be written until an operator has decided, if so. Nothing is said of a tree that is broken."""
    seen = store.memory.newest() if store.memory else None  # before the store, which goes on
    with store.reading(), suppress(LogBroken):
        return missed(store, seen, size(store))
    return None
