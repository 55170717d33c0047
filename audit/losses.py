"""What the log says of what it lost: that it was let go on where its end was missing, and that payloads had been erased of which it did not
tell then. Each checkpoint says how many such entries there are and a hash over all of them, so that none is left out of a receipt."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from audit.errors import LogBroken
from audit.proof import Checkpoint, Key, Losses, Note, ProofWrong, leaf
from audit.record import Kind, Public
from audit.store import Store

_COLUMNS: Final = "position, kind, tag, number, previous, concludes, payload, said, told"
_SAID: Final = f"""\
SELECT {_COLUMNS} FROM log_entry WHERE kind = 'resumed'
UNION ALL SELECT {_COLUMNS} FROM log_entry WHERE kind = 'pruned'
ORDER BY position"""  # noqa: S608 - names of ours


def is_loss(kind: Kind, said: Mapping[str, Any]) -> bool:
    """Whether an entry tells of one."""
    return kind is Kind.RESUMED or (kind is Kind.PRUNED and "from" in said)


def told(store: Store) -> list[Losses]:
    """What the entries that are there say of them, after each; none at first."""
    found = [Losses()]
    for public in map(Public.read, store.rows(_SAID)):
        if is_loss(public.kind, orjson.loads(public.said or "")):
            found.append(found[-1].then(leaf(public.content)))
    return found


def continued(store: Store, newest: Note | None, key: Key) -> Losses:
    """What is to be signed of them: all that the newest checkpoint has and what came after, or nothing is signed."""
    found, before = told(store), _signed(newest, key)
    if before and before not in found:
        raise LogBroken(
            "the look-up log lacks what its newest checkpoint has of its losses, so nothing was signed; run `innsyn audit verify`"
        )
    return found[-1]


def _signed(newest: Note | None, key: Key) -> Losses | None:
    """What the newest checkpoint says of them; one by a key before is believed, for the first by a new key to follow."""
    if newest is None:
        return None
    try:
        newest.signed_by(key)
        return Checkpoint.read(newest.text).losses
    except ProofWrong:
        raise LogBroken(
            "the look-up log's newest checkpoint is not as it was signed, so nothing was signed; run `innsyn audit verify`"
        ) from None
