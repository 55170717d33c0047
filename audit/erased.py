"""Tells afterwards that payloads were erased, where a cut of the log took the entry away that told it. Nothing is erased by it, and that it
was told afterwards stands in the log for ever."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import orjson

from audit.append import Appender, size
from audit.checkpoint import appended
from audit.entry import Technical
from audit.errors import ErasureWrong
from audit.note import Signer
from audit.proof import Key, erasure
from audit.record import Draft, Kind, about_log, technical
from audit.resume import stopped
from audit.store import Store
from audit.verify import seen, verified

_KEPT: Final = "SELECT min(position) FROM log_payload WHERE position < ?"
_TOLD: Final = "SELECT said FROM log_entry WHERE kind = 'pruned'"
_GONE: Final = """\
SELECT count(*) FROM log_entry AS entry LEFT JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.position >= ? AND entry.position < ? AND entry.payload IS NOT NULL AND kept.position IS NULL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """From which entry, below which, and of how many entries it was told that they were erased."""

    first: int
    below: int
    count: int


def told_afterwards(store: Store, signer: Signer, told: Technical, *, below: int, keys: Sequence[Key]) -> Told:
    """Say that what entries below a position said was erased, which an entry that is lost had told. `ErasureWrong` where anything there
    still says something, where there is nothing to tell, or where the log would not be as it was written also then."""
    if stop := stopped(store):
        raise stop
    with store.reading():
        _told(store, below, size(store))
    found = verified(store, keys, outside=seen(store), below=below)
    if found.findings:
        first = found.findings[0]
        raise ErasureWrong(
            f"the log has {len(found.findings)} faults that this does not explain, the first at entry {first.at}: {first.what}; "
            "see `innsyn audit verify`. Nothing was told"
        )
    made: list[Told] = []

    def drafts(appender: Appender) -> list[Draft]:
        made.append(_told(store, below, appender.frontier.size))
        first = made[0].first
        signature = base64.b64encode(signer.sign(erasure(signer.key, below, told.at, first=first))).decode()
        said = {"from": first, "below": below, "signature": signature}
        return [about_log(Kind.PRUNED, told.at, said), technical(told)]

    appended(store, signer, told.at, drafts)
    return made[0]


def _told(store: Store, below: int, entries: int) -> Told:
    ((kept,),) = store.rows(_KEPT, (below,))
    if not entries or kept == 0:
        raise ErasureWrong("entry 0 still says what it said, so no beginning of the log was erased; there is nothing to tell afterwards")
    if below > entries:
        raise ErasureWrong(f"the log has {entries} entries, so nothing below {below} can have been erased; say {entries} at most")
    if kept is not None:
        raise ErasureWrong(f"entry {kept} still says what it said, so not all below {below} was erased; say {kept} at most")
    first = max((orjson.loads(said)["below"] for (said,) in store.rows(_TOLD)), default=0)
    ((count,),) = store.rows(_GONE, (first, below))
    if not count:
        raise ErasureWrong(f"of all that was erased below {below} the log tells already; there is nothing to tell afterwards")
    return Told(first=first, below=below, count=count)
