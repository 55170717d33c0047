"""What the log says of what it lost: that it was let go on where its end was missing, and that payloads had been erased of which it did not
tell then. Each checkpoint says how many such entries there are and a hash over all of them, so that none is left out of a receipt."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import orjson

from audit.errors import LogBroken
from audit.proof import Checkpoint, Key, Losses, Note, ProofWrong, leaf, rotation, unbase64
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


def continued(store: Store, newest: Note | None, key: Key, rotations: Iterable[str]) -> Losses:
    """What is to be signed of them: all that the newest checkpoint has and what came after, or nothing is signed. `rotations` is what the
    log says of changes of its key, in order."""
    found, before = told(store), _signed(newest, key, tuple(rotations))
    if before and before not in found:
        raise LogBroken(
            "the look-up log lacks what its newest checkpoint has of its losses, so nothing was signed; run `innsyn audit verify`"
        )
    return found[-1]


def _signed(newest: Note | None, key: Key, rotations: tuple[str, ...]) -> Losses | None:
    """What the newest checkpoint says of them; one by a key before is believed, for the first by a new key to follow."""
    if newest is None:
        return None
    try:
        if not any(newest.signed_by(each) for each in _followed(key, rotations)):
            raise ProofWrong("the newest checkpoint is signed by no key of the log")
        return Checkpoint.read(newest.text).losses
    except (ProofWrong, ValueError, TypeError, KeyError):
        raise LogBroken(
            "the look-up log's newest checkpoint is not as its key signed it, so nothing was signed; run `innsyn audit verify`"
        ) from None


def _followed(key: Key, rotations: tuple[str, ...]) -> Iterator[Key]:
    """A key, and those before it: each signed who follows it."""
    yield key
    for said in map(orjson.loads, reversed(rotations)):
        old, new = Key.read(said["old"]), Key.read(said["new"])
        if new == key and old.signed(rotation(old, new), unbase64(said["signature"])):
            key = old
            yield key
