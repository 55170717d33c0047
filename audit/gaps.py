"""What the log no longer says, and of which time: what was cut off its end, and what was erased. It is of the log as a whole, and tells of
nobody in it: of what is left beside a gap the day alone, for that is a look-up of somebody's."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

from audit.proof import lost
from audit.store import Store
from auth.oslo import begins, day_of, ends
from auth.visit import Gap, Missing

_SAID: Final = """\
SELECT position, said FROM log_entry WHERE kind = 'resumed'
UNION ALL SELECT position, said FROM log_entry WHERE kind = 'pruned'
ORDER BY position"""
_BEFORE: Final = "SELECT at FROM log_payload WHERE position < ? ORDER BY position DESC LIMIT 1"
_FROM: Final = "SELECT at FROM log_payload WHERE position >= ? ORDER BY position LIMIT 1"


def gaps(store: Store) -> tuple[Gap, ...]:
    """The widest that each can be, in order."""
    told = [(position, orjson.loads(said)) for position, said in store.rows(_SAID)]
    found = [*_cut(store, told), *_erased(store, told)]
    return tuple(sorted(found, key=lambda gap: (gap.ends, gap.begins or 0, gap.why)))


def _cut(store: Store, told: list[tuple[int, Any]]) -> Iterator[Gap]:
    """From the day of what was left until the log was let go on; not where all of it was back by then."""
    for position, said in told:
        if "seen" in said and lost(said):
            left = next((at for (at,) in store.rows(_BEFORE, (position,))), None)
            begun = None if left is None else min(begins(day_of(left)), said["at"])
            yield Gap(begins=begun, ends=said["at"], why=Missing.CUT_OFF)


def _erased(store: Store, told: list[tuple[int, Any]]) -> Iterator[Gap]:
    """Until the end of the first day that is kept: all that was erased in order is one, and each that was told afterwards."""
    erased = [said for _, said in told if "below" in said]
    afterwards = [said for said in erased if "from" in said]
    for said in [*[each for each in erased if "from" not in each][-1:], *afterwards]:
        kept = next((ends(day_of(at)) for (at,) in store.rows(_FROM, (said["below"],))), said["at"])
        yield Gap(begins=None, ends=min(kept, said["at"]), why=Missing.TOLD_AFTERWARDS if said in afterwards else Missing.ERASED)
