"""Checkpoints: the log says how long it is and what its root is, signs that, and has witnesses put their names to it."""

import base64
import hashlib
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import orjson

from audit import heads, losses, tree
from audit.append import Appender, reader, size
from audit.errors import KeyInvalid, LogBroken, WitnessRefused
from audit.note import Signer, signature
from audit.proof import Checkpoint, Key, Note, ProofWrong, Signature, rotation
from audit.record import Draft, Kind, about_log
from audit.store import Store

_SECONDS: Final = 20
_NUMBER: Final = re.compile(r"[0-9]{1,18}")
_LATEST: Final = "SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1"
_LINES: Final = "SELECT line FROM log_cosignature WHERE size = ? ORDER BY line"
_NEWEST_HEADS: Final = "SELECT max(position) FROM log_entry WHERE kind = 'heads'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Where a witness takes checkpoints, and its key."""

    url: str
    key: Key


def made(store: Store, signer: Signer, at: int) -> Note:
    """A new checkpoint, signed and stored."""
    return appended(store, signer, at, lambda _: [])


def appended(store: Store, signer: Signer, at: int, drafts: Callable[[Appender], Sequence[Draft]]) -> Note:
    """Append entries about the log itself, and a checkpoint over them."""
    _require_in_force(store, signer.key)
    appender = Appender(store)
    with store.reading():
        said = heads.said(store, size(store))
    with appender.transaction():
        appender.add(drafts(appender))
        newest = latest(store)
        lost = losses.continued(store, newest, signer.key, (said for _, said in rotations(store)))
        appender.add([about_log(Kind.HEADS, at, said | {"previous": fingerprint(newest), "losses": lost.said})])
        reached = Checkpoint(signer.key.name, appender.frontier.size, appender.frontier.root, lost)
    note = Note(str(reached), (signature(signer, str(reached)),))
    with store.appending():
        _require_newest(store, reached.size)
        store.rows("INSERT INTO log_checkpoint (size, note) VALUES (?, ?)", (reached.size, str(note)))
    return note


def latest(store: Store) -> Note | None:
    """The newest checkpoint, with what witnesses put under it."""
    found = store.rows(_LATEST)
    return cosigned(store, *found[0]) if found else None


def cosigned(store: Store, size: int, note: str) -> Note:
    """A stored checkpoint with its cosignatures."""
    read = Note.read(note)
    return Note(read.text, (*read.signatures, *(Signature.read(line) for (line,) in store.rows(_LINES, (size,)))))


def fingerprint(note: Note | None) -> str | None:
    """What the next checkpoint says of the one before."""
    return hashlib.sha256(str(note).encode()).hexdigest() if note else None


def rotated(store: Store, signer: Signer, successor: Key, at: int) -> Note:
    """Name the key that signs from now on, signed by the one that signed until now; the checkpoint over that is the old key's last."""
    if successor.name != signer.key.name or successor.public == signer.key.public:
        raise KeyInvalid(f"the new key must be another and have the log's name, `{signer.key.name}`")
    said = {"old": str(signer.key), "new": str(successor), "signature": _text(signer.sign(rotation(signer.key, successor)))}
    return appended(store, signer, at, lambda _: [about_log(Kind.KEY, at, said)])


def rotations(store: Store) -> list[tuple[int, str]]:
    """Where the log's key changed, and what was said."""
    return [(position, said) for position, said in store.rows("SELECT position, said FROM log_entry WHERE kind = 'key' ORDER BY position")]


def witnessed(store: Store, witness: Witness) -> Signature:
    """Have a witness cosign the newest checkpoint, and keep its line; `WitnessRefused` where it does not."""
    note = latest(store)
    if note is None:
        raise WitnessRefused("there is no checkpoint yet; run `innsyn audit checkpoint`")
    checkpoint = Checkpoint.read(note.text)
    line = _asked(store, witness, note, checkpoint)
    with store.appending():
        _require_newest(store, checkpoint.size)
        if str(line).rstrip("\n") not in {each for (each,) in store.rows(_LINES, (checkpoint.size,))}:
            store.rows("INSERT INTO log_cosignature (size, line) VALUES (?, ?)", (checkpoint.size, str(line).rstrip("\n")))
    return line


def submission(store: Store, note: Note, old: int) -> bytes:
    """What a witness is sent, as https://c2sp.org/tlog-witness has it."""
    proof = tree.consistency(old, Checkpoint.read(note.text).size, reader(store))
    lines = [f"old {old}", *map(_text, proof), "", str(note)]
    return "\n".join(lines).encode()


def compared(store: Store, witness: Witness) -> str | None:
    """What of the log is not as the witness cosigned it last, in words. It is asked by the newest checkpoint, and tells how long that was;
    whether the log continues it, it then finds itself. A checkpoint that it did not know it cosigns."""
    note, name = latest(store), witness.key.name
    if note is None:
        return f"there is no checkpoint that the witness `{name}` could be asked by"
    try:
        last = _last(store, witness, note)
        # Another checkpoint may have been made meanwhile.
        if last > Checkpoint.read(note.text).size and (newer := latest(store)):
            note = newer
        size = Checkpoint.read(note.text).size
        if last > size:
            return f"the log is cut off: the witness `{name}` has cosigned {last} entries, and the newest checkpoint has {size}"
        status, _ = _submitted(store, witness, note, last)
    except (LogBroken, WitnessRefused) as error:
        return str(error)
    return None if status == HTTPStatus.OK else f"the log does not continue what the witness `{name}` cosigned, {last} entries"


def _last(store: Store, witness: Witness, note: Note) -> int:
    """How many entries the witness has cosigned last; as many as the checkpoint has where it takes that."""
    status, told = _submitted(store, witness, note, 0)
    if status == HTTPStatus.OK:
        return Checkpoint.read(note.text).size
    if status == HTTPStatus.CONFLICT:
        return _size(witness, told)
    raise _refused(witness, status)


def _asked(store: Store, witness: Witness, note: Note, checkpoint: Checkpoint) -> Signature:
    """What it is cosigned by: after what the witness cosigned last, which it tells where it is not asked by that."""
    status, told = _submitted(store, witness, note, 0)
    if status == HTTPStatus.CONFLICT and (last := _size(witness, told)) <= checkpoint.size:
        status, told = _submitted(store, witness, note, last)
    if status != HTTPStatus.OK:
        raise _refused(witness, status)
    return _own(told, note, witness.key)


def _size(witness: Witness, told: str) -> int:
    if not _NUMBER.fullmatch(told):
        raise WitnessRefused(f"the witness `{witness.key.name}` does not say how many entries it has cosigned")
    return int(told)


def _submitted(store: Store, witness: Witness, note: Note, old: int) -> tuple[int, str]:
    """The status and the text of a witness' answer."""
    request = urllib.request.Request(f"{witness.url.rstrip('/')}/add-checkpoint", data=submission(store, note, old), method="POST")  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode(errors="replace").strip()
    except (OSError, ValueError):
        raise WitnessRefused(f"the witness `{witness.key.name}` does not answer") from None


def _refused(witness: Witness, status: int) -> WitnessRefused:
    return WitnessRefused(f"the witness `{witness.key.name}` refused the checkpoint ({status}); compare with what it kept")


def _own(answered: str, note: Note, key: Key) -> Signature:
    """The line of a witness' answer that is by its key."""
    try:
        lines = [Signature.read(line) for line in answered.splitlines()]
        for line in lines:
            if (line.name, line.id) == (key.name, key.id) and Note(note.text, (line,)).signed_by(key):
                return line
    except ProofWrong:
        pass
    raise WitnessRefused(f"what the witness `{key.name}` answered is no cosignature by its key")


def _require_in_force(store: Store, key: Key) -> None:
    """The log's key was not changed to another, also where its end was cut off right after."""
    for position, told in rotations(store)[-1:]:
        named = Key.read(orjson.loads(told)["new"])
        if named != key:
            raise KeyInvalid(f"since entry {position} another key signs the log: `{named}`; set `INNSYN_AUDIT_KEY_FILE` to its file")


def _require_newest(store: Store, size: int) -> None:
    if store.rows(_NEWEST_HEADS) != [(size - 1,)]:
        raise WitnessRefused("another checkpoint was made meanwhile; run the command again")


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
