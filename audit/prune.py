"""Erases what entries say at the end of their retention. The entries, their tree and their chains stay whole."""

import base64
from typing import Final

from audit.append import Appender, size
from audit.checkpoint import appended
from audit.note import Signer
from audit.proof import erasure
from audit.record import Draft, Kind, about_log
from audit.store import Store
from audit.withheld import first_waiting
from auth.oslo import day_of

_FIRST_KEPT: Final = "SELECT min(position) FROM log_payload WHERE at >= ?"
_BOUNDARY: Final = "SELECT max(position) FROM log_entry WHERE position <= ? AND kind <> 'subject'"
_ERASE: Final = "DELETE FROM log_payload WHERE position < ?"
_UNUSE: Final = "DELETE FROM log_use WHERE position < ?"
_FORGET: Final = """\
DELETE FROM log_chain WHERE tag NOT IN (
    SELECT entry.tag FROM log_entry AS entry JOIN log_payload AS kept ON kept.position = entry.position WHERE entry.tag IS NOT NULL
)"""

_SETTLE: Final = """\
DELETE FROM log_refused AS done WHERE position < ? AND day < ? AND NOT EXISTS (
    SELECT 1 FROM log_refused AS later WHERE later.day = done.day AND later.actor = done.actor AND later.position >= ?
)"""
"""An employee's day goes as a whole, and not before it is over."""


def pruned(store: Store, signer: Signer, before: int, at: int) -> int:
    """Erase what was written before an instant; how many entries no longer say anything.

    Where a clock was set back, what stands after the first entry that is kept is kept too.
    """
    counts: list[int] = []

    def erased(_: Appender) -> list[Draft]:
        below = _below(store, before)
        counts.append(store.rows("SELECT count(*) FROM log_payload WHERE position < ?", (below,))[0][0])
        if not counts[0]:
            return []
        store.rows(_ERASE, (below,))
        store.rows(_FORGET)
        store.rows(_UNUSE, (below,))
        store.rows(_SETTLE, (below, day_of(min(before, at)), below))
        signature = base64.b64encode(signer.sign(erasure(signer.key, below, at))).decode()
        return [about_log(Kind.PRUNED, at, {"below": below, "signature": signature})]

    appended(store, signer, at, erased)
    return counts[0]


def _below(store: Store, before: int) -> int:
    """The position below which all is older, and nothing waits for its restriction to end: where a request begins, for its entries are
    erased together."""
    ((first,),) = store.rows(_FIRST_KEPT, (before,))
    first = min((each for each in (first, first_waiting(store)) if each is not None), default=None)
    below: int = size(store) if first is None else store.rows(_BOUNDARY, (first,))[0][0]
    return below
