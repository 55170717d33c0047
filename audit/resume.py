"""Lets a log go on that was found cut off, once its operator has found out why. That it was, and where it goes on, is an entry of it."""

from dataclasses import dataclass

from audit.append import Appender
from audit.entry import Technical
from audit.errors import NothingCut
from audit.record import Kind, about_log, technical
from audit.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """How many entries had been seen, and after how many it goes on."""

    seen: int
    found: int


def resumed(store: Store, told: Technical, *, entries: int) -> Resumed:
    """Go on after so many entries, which it must have; `NothingCut` where nothing is missing, or it has another number."""
    memory = store.memory
    seen = memory.newest() if memory else None
    if memory is None or seen is None:
        raise NothingCut("nothing was seen of the look-up log from here, so nothing in it is missed")
    store.memory = None  # what is written here need not continue what was seen
    try:
        appender = Appender(store)
        with appender.transaction():
            found, root = appender.frontier.size, appender.frontier.root
            if not seen.cut and appender.continues(seen.size, seen.root):
                raise NothingCut("the look-up log has all that was seen of it from here; there is nothing to decide")
            if found != entries:
                raise NothingCut(f"the look-up log has {found} entries; say `--entries {found}` if it shall go on from there")
            said = {"seen": {"size": seen.size, "root": seen.root.hex()}, "found": {"size": found, "root": root.hex()}}
            appender.add([about_log(Kind.RESUMED, told.at, said), technical(told)])
        memory.resume(appender.frontier.size, appender.frontier.root)
    finally:
        store.memory = memory
    return Resumed(seen=seen.size, found=found)
