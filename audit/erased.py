"""Tells afterwards that payloads were erased, where a cut of the log took the entry away that told it. No payload is erased by it; what is
left beside those that are gone is removed where the operator says so. That it was told afterwards stands in the log for ever, with that."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import orjson

from audit.append import Appender, size
from audit.beyond import DENIED
from audit.checkpoint import appended
from audit.entry import Technical
from audit.errors import ErasureWrong, LogUnavailable
from audit.note import Signer
from audit.proof import Key, erasure
from audit.record import Draft, Kind, about_log, technical
from audit.resume import stopped
from audit.store import Store
from audit.verify import seen, verified
from audit.withheld import waiting_below

_KEPT: Final = "SELECT min(position) FROM log_payload WHERE position < ?"
_COUNT: Final = "SELECT count(*) FROM {}"
_TOLD: Final = "SELECT said FROM log_entry WHERE kind = 'pruned'"
_GONE: Final = """\
SELECT count(*) FROM log_entry AS entry LEFT JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.position >= ? AND entry.position < ? AND entry.payload IS NOT NULL AND kept.position IS NULL"""
_LEFT: Final = {
    "log_use": "log_use WHERE position < ?",
    "log_chain": """\
log_chain WHERE tag IN (SELECT tag FROM log_entry WHERE position < ? AND tag IS NOT NULL) AND tag NOT IN (
    SELECT entry.tag FROM log_entry AS entry JOIN log_payload AS kept ON kept.position = entry.position WHERE entry.tag IS NOT NULL
)""",
}
"""What `innsyn audit prune` erases with what entries say, and somebody else may have left: from where they looked, and whose chains those
are of which nothing else is left. Totals of refusals are settled by the next `prune`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """From which entry, below which, and of how many entries it was told that they were erased; how many rows of each table were left
    beside that and removed."""

    first: int
    below: int
    count: int
    removed: Mapping[str, int] = field(default_factory=dict)


def told_afterwards(store: Store, signer: Signer, told: Technical, *, below: int, keys: Sequence[Key], remove: bool = False) -> Told:
    """Say that what entries below a position said was erased, which an entry that is lost had told, and `remove` what is left beside that.
    `ErasureWrong` where anything there still says something or waits for its restriction to end, where something is left and is not to be
    removed, where there is nothing to tell, or where the log would not be as it was written also then."""
    if stop := stopped(store):
        raise stop
    with store.reading():
        _told(store, below, size(store))
        _require_none(_left(store, below), remove=remove)
    found = verified(store, keys, outside=seen(store), below=below)
    if found.findings:
        first = found.findings[0]
        raise ErasureWrong(
            f"the log has {len(found.findings)} faults that this does not explain, the first at entry {first.at}: {first.what}; "
            "see `innsyn audit verify`. Nothing was told"
        )
    made: list[Told] = []

    def drafts(appender: Appender) -> list[Draft]:
        found, left = _told(store, below, appender.frontier.size), _left(store, below)
        _require_none(left, remove=remove)
        _remove(store, left, below)
        made.append(replace(found, removed=left))
        signature = base64.b64encode(signer.sign(erasure(signer.key, below, told.at, first=found.first))).decode()
        said = {"from": found.first, "below": below, "signature": signature, **({"removed": left} if left else {})}
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
    # What names their chain may be all that lets them join: it would be removed.
    if waits := waiting_below(store, below):
        raise ErasureWrong(
            f"{waits} of the entries below {below} wait for a restriction to end, and `innsyn audit prune` erases none that does; when it "
            "has ended, run `innsyn audit release`, and then this. Nothing was told"
        )
    return Told(first=first, below=below, count=count)


def _left(store: Store, below: int) -> dict[str, int]:
    """How many rows of each table are left beside what was erased, where any are."""
    found = {table: store.rows(_COUNT.format(where), (below,))[0][0] for table, where in _LEFT.items()}
    return {table: count for table, count in found.items() if count}


def _require_none(left: Mapping[str, int], *, remove: bool) -> None:
    if left and not remove:
        rows = ", ".join(f"{count} of `{table}`" for table, count in left.items())
        raise ErasureWrong(
            f"rows are left beside what was erased, which `innsyn audit prune` erases with it: {rows}. So it was not that, or they were "
            "put back; they may tell who looked. When you know why, say `--remove` too, and they are removed. Nothing was told"
        )


def _remove(store: Store, left: Mapping[str, int], below: int) -> None:
    try:
        for table in left:
            store.rows(f"DELETE FROM {_LEFT[table]}", (below,))  # noqa: S608 - names of ours
    except LogUnavailable as error:
        if error.reason != DENIED:
            raise
        raise ErasureWrong(
            "rows are left beside what was erased, and this user of the database may not remove them: run the command once as a member of "
            "`innsyn_log_pruner`, in the same data folder. Nothing was told"
        ) from None
