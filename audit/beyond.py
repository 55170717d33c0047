"""What stands in the store beyond the log's end, where some rows of what was cut off were left: it tells that there was more, and an entry
that is written anew in its place must not have it."""

from collections.abc import Mapping
from typing import Final

import orjson

from audit.errors import LogUnavailable, RowsBeyond
from audit.store import Store

_BEYOND: Final = {
    "log_payload": "position >= ?",
    "log_use": "position >= ?",
    "log_refused": "position >= ?",
    "log_checkpoint": "size > ?",
    "log_cosignature": "size > ?",
}
"""Which rows of a table are beyond, by how many entries the log has."""
_COUNTS: Final = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table} WHERE {where})" for table, where in _BEYOND.items())  # noqa: S608 - names of ours
_UNCHAINED: Final = "log_chain WHERE NOT EXISTS (SELECT 1 FROM log_entry AS entry WHERE entry.tag = log_chain.tag AND entry.position >= ?)"
"""Chains that no entry is of but those that have been erased."""
_ERASED: Final = "SELECT said FROM log_entry WHERE kind = 'pruned'"
DENIED: Final = "42501"
"""What PostgreSQL says where its user may not."""


def beyond(store: Store, size: int) -> Mapping[str, int]:
    """How many rows each table has beyond so many entries, where it has any."""
    ((*counts,),) = store.rows(_COUNTS, (size,) * len(_BEYOND))
    return {table: count for table, count in zip(_BEYOND, counts, strict=True) if count}


def removed(store: Store, size: int) -> Mapping[str, int]:
    """Remove what stands beyond so many entries, and chains of which none is left, in the transaction that is open: how many rows of each
    table. `RowsBeyond` where the database's user may not."""
    erased = max((orjson.loads(said)["below"] for (said,) in store.rows(_ERASED)), default=0)
    ((chains,),) = store.rows(f"SELECT count(*) FROM {_UNCHAINED}", (erased,))  # noqa: S608 - names of ours
    found = {**beyond(store, size), **({"log_chain": chains} if chains else {})}
    try:
        for table in found:
            what, given = (_UNCHAINED, erased) if table == "log_chain" else (f"{table} WHERE {_BEYOND[table]}", size)
            store.rows(f"DELETE FROM {what}", (given,))  # noqa: S608 - names of ours
    except LogUnavailable as error:
        if error.reason != DENIED:
            raise
        raise RowsBeyond(found, size) from None
    return found
