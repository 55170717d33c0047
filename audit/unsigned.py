"""How long an entry may stand in the log before a checkpoint covers it: beyond that nothing is answered, so that none who keeps checkpoints
from being made or cosigned has long."""

import time
from dataclasses import dataclass
from typing import Final

from audit.checkpoint import cosigned
from audit.errors import LogUnsigned
from audit.proof import Key, ProofWrong
from audit.store import Store

EVERY: Final = 5.0
"""Seconds for which what was read of the store holds, where it was well."""
_CHECKPOINTS: Final = "SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 20"
_OLDEST: Final = "SELECT at FROM log_payload WHERE position >= ? ORDER BY position LIMIT 1"
_MINUTE: Final = 60_000


@dataclass(slots=True, kw_only=True)
class Limit:
    """`minutes` that an entry may be without a checkpoint, cosigned by the `witness` where there is one."""

    minutes: float
    witness: Key | None = None
    read: float = 0
    """When the store was read, by the clock that is never set."""
    oldest: int | None = None
    """When the oldest entry that no checkpoint covered then was written."""

    def exceeded(self, store: Store) -> LogUnsigned | None:
        """Why nothing may be answered, if so. The store is read where that was a while ago, or nothing could be answered by it."""
        if self._beyond() or time.monotonic() - self.read > EVERY:
            self.oldest, self.read = oldest(store, self.witness), time.monotonic()
        return LogUnsigned(self.minutes) if self._beyond() else None

    def _beyond(self) -> bool:
        return self.oldest is not None and time.time_ns() // 1_000_000 - self.oldest > self.minutes * _MINUTE


def oldest(store: Store, witness: Key | None) -> int | None:
    """When the oldest entry was written that no (cosigned) checkpoint covers; none where all are covered."""
    covered = next((size for size, note in store.rows(_CHECKPOINTS) if witness is None or _by(store, size, note, witness)), 0)
    found = store.rows(_OLDEST, (covered,))
    return int(found[0][0]) if found else None


def _by(store: Store, size: int, note: str, witness: Key) -> bool:
    try:
        return cosigned(store, size, note).signed_by(witness)
    except (ProofWrong, ValueError):
        return False
