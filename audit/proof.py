"""Checks a receipt, and all that a receipt is made of, offline: needs this file, Python and `cryptography`, and nothing else of ours.

    python proof.py receipt.json --key 'innsyn.example/log+1a2b3c4d+AQ…' [--witness 'witness.example+…']

A receipt proves that a checkpoint which the log signed holds all entries about one person: each entry is in the tree (RFC 9162), each names
the one before, and the checkpoint commits to how many there are and which is the last. So it does for what the log says of its own losses.
Entries that a law withholds for a time are chained apart and are not in it; when that time is over an entry of the first chain names their
chain, how many they are and which is the last, and then they are in it too.
"""

import argparse
import base64
import binascii
import hashlib
import json
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT: Final = "innsyn-receipt/1"
SIGNED: Final = 1
COSIGNED: Final = 4
"""What a key signs, as signed notes number it: the note itself, or a note at a time."""
_MOST_SIGNATURES: Final = 64
_EMPTY: Final = hashlib.sha256(b"").digest()
_LOSSES: Final = "losses"
"""The line of a checkpoint, and what an entry before it says of the same."""
_SUBJECT: Final = "subject"
_JOINED: Final = "joined"
_NOTICE: Final = "notice"
"""Kinds of entries of a chain: a look-up, that a chain has joined, and that the subject was told of something."""


class ProofWrong(Exception):
    """Something does not hold; the message says what, and quotes no value."""

    code = "PROOF_WRONG"


# The tree.


def leaf(content: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two nodes under one."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether an inclusion proof holds (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, leaf_hash
    for each in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = node(each, hashed)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            hashed = node(hashed, each)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == root


def continues(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether a consistency proof holds (RFC 9162, 2.1.4.2)."""
    if old in (0, new):
        return not proof and old_root == (new_root if old == new else _EMPTY)
    if not 0 < old < new or not proof:
        return False
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node(each, before), node(each, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node(after, each)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


# Signed notes (https://c2sp.org/signed-note), checkpoints (https://c2sp.org/tlog-checkpoint), cosignatures (https://c2sp.org/tlog-cosignature).


@dataclass(frozen=True, slots=True)
class Key:
    """A public key as notes name it: `name+id+base64`. `kind` is SIGNED or COSIGNED."""

    name: str
    kind: int
    public: bytes

    @classmethod
    def read(cls, text: str) -> "Key":
        """The key that a text stands for."""
        name, _, rest = text.strip().partition("+")
        told, _, encoded = rest.partition("+")
        material = unbase64(encoded)
        key = cls(name, material[0] if material else 0, material[1:])
        if not name or len(key.public) != 32 or key.kind not in (SIGNED, COSIGNED) or told != key.id.hex():
            raise ProofWrong("a verifier key is `name+id+base64`, of Ed25519")
        return key

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether it signed a message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signature:
    """A line of a signed note."""

    name: str
    id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.id + self.value).decode()}\n"

    @classmethod
    def read(cls, line: str) -> "Signature":
        dash, _, rest = line.partition(" ")
        name, _, encoded = rest.partition(" ")
        value = unbase64(encoded)
        if dash != "—" or not name or "+" in name or len(value) < 5:
            raise ProofWrong("a line of a signed note is no signature")
        return cls(name, value[:4], value[4:])


@dataclass(frozen=True, slots=True)
class Note:
    """A text and who put their names to it."""

    text: str
    signatures: tuple[Signature, ...]

    @classmethod
    def read(cls, whole: str) -> "Note":
        """The note that a text stands for."""
        text, blank, lines = whole.rpartition("\n\n")
        if not blank or not lines.endswith("\n") or any(sign < " " and sign != "\n" for sign in whole):
            raise ProofWrong("this is no signed note")
        read = lines.removesuffix("\n").split("\n")
        if len(read) > _MOST_SIGNATURES:
            raise ProofWrong("a signed note has too many signatures")
        return cls(text + "\n", tuple(Signature.read(line) for line in read))

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))

    def signed_by(self, key: Key) -> bool:
        """Whether a key signed it. A signature that says so and does not hold is an error."""
        found = [each for each in self.signatures if (each.name, each.id) == (key.name, key.id)]
        for each in found:
            if not key.signed(*_message(key, self.text, each.value)):
                raise ProofWrong(f"the signature of `{key.name}` does not hold")
        return bool(found)


@dataclass(frozen=True, slots=True)
class Losses:
    """All that a log says of what it lost, in order: how many entries say so, and a hash over them, each over the one before."""

    number: int = 0
    head: bytes = _EMPTY

    def then(self, hashed: bytes) -> "Losses":
        """With one entry more, by its leaf."""
        return Losses(self.number + 1, hashlib.sha256(b"\x02" + self.head + hashed).digest())

    def goes_on(self, before: "Losses") -> bool:
        """Whether, as far as numbers tell, it can be that with what came after."""
        return self.number > before.number or self == before

    @property
    def said(self) -> dict[str, Any]:
        """It as an entry says it."""
        return {"number": self.number, "head": self.head.hex()}

    def __str__(self) -> str:
        return f"{_LOSSES} {self.number} {base64.b64encode(self.head).decode()}"

    @classmethod
    def read(cls, lines: Iterable[str]) -> "Losses | None":
        """What the lines of a checkpoint below its root say of it; nothing where none does."""
        found = [line.split(" ") for line in lines if line.partition(" ")[0] == _LOSSES]
        if not found:
            return None
        if len(found) > 1 or len(found[0]) != 3 or not _is_number(found[0][1]) or len(unbase64(found[0][2])) != 32:
            raise ProofWrong("this is no checkpoint")
        return cls(int(found[0][1]), unbase64(found[0][2]))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself: its name, how many leaves its tree has, the tree's root, and, in checkpoints of today, what it says of its
    own losses."""

    origin: str
    size: int
    root: bytes
    losses: Losses | None = None

    @classmethod
    def read(cls, text: str) -> "Checkpoint":
        """The checkpoint that the text of a note is."""
        origin, size, root, *more = [*text.split("\n"), "", "", ""]
        if not origin or not _is_number(size) or len(unbase64(root)) != 32:
            raise ProofWrong("this is no checkpoint")
        return cls(origin, int(size), unbase64(root), Losses.read(more))

    def __str__(self) -> str:
        more = f"{self.losses}\n" if self.losses else ""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n{more}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19 and str(int(text)) == text


def cosigned_message(text: str, at: int) -> bytes:
    """What a witness signs of a checkpoint, at a time in seconds."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def rotation(old: Key, new: Key) -> bytes:
    """What a key signs to name its successor."""
    return f"innsyn key rotation\n{old}\n{new}\n".encode()


def erasure(key: Key, below: int, at: int, *, first: int | None = None) -> bytes:
    """What a key signs to say that entries below a position no longer say anything, since an instant; `first`: or from that position, which
    is told afterwards, and when it was done nobody knows."""
    if first is not None:
        return f"innsyn erasure, told afterwards\n{key}\n{first}\n{below}\n{at}\n".encode()
    return f"innsyn erasure\n{key}\n{below}\n{at}\n".encode()


def unbase64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ProofWrong("something is not Base 64") from None


def _message(key: Key, text: str, value: bytes) -> tuple[bytes, bytes]:
    if key.kind == SIGNED:
        return text.encode(), value
    if len(value) != 72:
        raise ProofWrong("a cosignature has the wrong length")
    return cosigned_message(text, struct.unpack(">Q", value[:8])[0]), value[8:]


# Payloads.


def hash_of_part(salt: bytes, part: str, text: bytes) -> bytes:
    """What a part of an entry is committed to by."""
    return hashlib.sha256(b"%b%b\0%b" % (salt, part.encode(), text)).digest()


def sealed(of_parts: Mapping[str, bytes]) -> bytes:
    """What a payload is committed to by: the hashes of its parts, by their names."""
    return hashlib.sha256(b"".join(b"%b\0%b" % (part.encode(), of_parts[part]) for part in sorted(of_parts))).digest()


def content_of_head(tag: str, number: int, head: str) -> bytes:
    """The leaf that says where a chain ends, in the tree of all chains."""
    return json.dumps({"head": head, "number": number, "tag": tag, "v": 1}, sort_keys=True, separators=(",", ":")).encode()


# Receipts.


@dataclass(frozen=True, slots=True)
class Proven:
    """What a receipt that holds says. An entry's parts are those that are shown; none where it has been erased. `released` is how many were
    withheld for a time, `lost` of how many it was told afterwards that they had been erased; `resumed` when the log was let go on
    without its end, which may have held others. `losses` is how often the log was let go on or told of an erasing afterwards, where the
    checkpoint proves that none of these is left out."""

    subject: str
    checkpoint: Checkpoint
    upto: int
    at: int
    entries: tuple[Mapping[str, Any], ...]
    witnesses: tuple[str, ...]
    released: int = 0
    lost: int = 0
    resumed: tuple[int, ...] = ()
    losses: int | None = None


def proven(receipt: Any, key: Key, witnesses: Iterable[Key] = ()) -> Proven:
    """What a receipt says, where all of it holds; else `ProofWrong`."""
    try:
        return _proven(receipt, key, tuple(witnesses))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise ProofWrong("this is no receipt") from None


def _proven(receipt: Any, key: Key, witnesses: tuple[Key, ...]) -> Proven:
    if receipt["format"] != FORMAT:
        raise ProofWrong(f"this is no receipt of the form `{FORMAT}`")
    note = Note.read(receipt["checkpoint"])
    checkpoint = Checkpoint.read(note.text)
    keys = _successors(key, receipt["rotations"])
    if not note.signed_by(keys[-1]):
        raise ProofWrong("the checkpoint is not signed by the log's key")
    said = _heads(receipt["heads"], checkpoint)
    _require_end(receipt["chain"], said)
    losses = _losses(receipt, said.get(_LOSSES), checkpoint)
    erasures = [_pruned(each, checkpoint, keys) for each in (receipt["pruned"], *receipt["toldAfterwards"]) if each]
    below = max((until for _, until in erasures), default=0)
    chains = _chains(receipt)
    told = {
        entry["position"]: _entry(entry, checkpoint, receipt["subject"], below, withheld=bool(place))
        for place, chain in enumerate(chains)
        for entry in chain
    }
    entries = tuple(told[each["position"]] for each in _in_order(chains))
    named = tuple(each.name for each in witnesses if note.signed_by(each))
    if missing := sorted({each.name for each in witnesses} - set(named)):
        raise ProofWrong(f"the checkpoint is not cosigned by `{missing[0]}`")
    afterwards = sum(not parts and _told_afterwards(position, erasures) for position, parts in told.items())
    cut = tuple(_cut(receipt["resumed"], checkpoint))
    released = sum(map(len, chains[1:]))
    return Proven(receipt["subject"], checkpoint, said["size"], said["at"], entries, named, released, afterwards, cut, losses)


def _successors(key: Key, rotations: list[Mapping[str, str]]) -> list[Key]:
    """The log's keys, the one in force last: each successor was named by the one before."""
    keys = [key]
    for each in rotations:
        old, new = Key.read(each["old"]), Key.read(each["new"])
        if old == keys[-1]:
            if not old.signed(rotation(old, new), unbase64(each["signature"])):
                raise ProofWrong("a change of the log's key is not signed by the key before")
            keys.append(new)
    return keys


def _heads(heads: Mapping[str, Any], checkpoint: Checkpoint) -> Mapping[str, Any]:
    if heads["position"] != checkpoint.size - 1:
        raise ProofWrong("what is said of the ends of the chains is not the checkpoint's own")
    return _said("heads", heads, checkpoint)


def _losses(receipt: Mapping[str, Any], said: Mapping[str, Any] | None, checkpoint: Checkpoint) -> int | None:
    """How many losses the log tells of, where the receipt has them all; nothing where its checkpoint is of a form that does not say."""
    if said is None and checkpoint.losses is None:
        return None
    found = Losses()
    for each in sorted((*receipt["resumed"], *receipt["toldAfterwards"]), key=lambda each: int(each["position"])):
        found = found.then(leaf(each["content"].encode()))
    if found != checkpoint.losses or found.said != said:
        raise ProofWrong("what the log says of its own losses is not what the receipt has of it")
    return found.number


def _pruned(pruned: Mapping[str, Any], checkpoint: Checkpoint, keys: Sequence[Key]) -> tuple[int | None, int]:
    """Below which position entries have been erased; and from which, where that was told afterwards."""
    said = _said("pruned", pruned, checkpoint)
    if not erased(said, keys):
        raise ProofWrong("that entries were erased is not signed by the log's key")
    return said.get("from"), said["below"]


def _cut(resumed: Iterable[Mapping[str, Any]], checkpoint: Checkpoint) -> Iterator[int]:
    """When the log was let go on without what had been cut off its end."""
    for said in (_said("resumed", each, checkpoint) for each in resumed):
        if lost(said):
            yield said["at"]


def lost(said: Mapping[str, Any]) -> bool:
    """Whether a log that was let go on lacked something then, by what its entry says."""
    return bool(said["seen"] != said["found"] or said.get("removed"))


def _told_afterwards(position: int, erasures: Iterable[tuple[int | None, int]]) -> bool:
    return any(first is not None and first <= position < below for first, below in erasures)


def erased(said: Mapping[str, Any], keys: Iterable[Key]) -> bool:
    """Whether one of the log's keys signed what an entry says of an erasure."""
    signature = unbase64(said["signature"])
    return any(key.signed(erasure(key, said["below"], said["at"], first=said.get("from")), signature) for key in keys)


def _said(kind: str, entry: Mapping[str, Any], checkpoint: Checkpoint) -> Mapping[str, Any]:
    """What the log says of itself by an entry of that kind."""
    _require_included(entry, checkpoint)
    public = json.loads(entry["content"])
    if public["kind"] != kind:
        raise ProofWrong(f"entry {entry['position']} is of another kind")
    said: Mapping[str, Any] = json.loads(public["said"])
    return said


def _require_included(entry: Mapping[str, Any], checkpoint: Checkpoint) -> None:
    if not includes(leaf(entry["content"].encode()), entry["position"], checkpoint.size, _hashes(entry["proof"]), checkpoint.root):
        raise ProofWrong(f"entry {entry['position']} is not in the tree")


def _require_end(chain: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    content = content_of_head(chain["tag"], chain["number"], chain["head"])
    if not includes(leaf(content), chain["index"], said["chains"], _hashes(chain["proof"]), bytes.fromhex(said["root"])):
        raise ProofWrong("the end of the chain is not what the checkpoint says")


def _chains(receipt: Mapping[str, Any]) -> list[Sequence[Mapping[str, Any]]]:
    """The entries of the open chain, and of each that was withheld and has joined it: all that these have."""
    chain, entries = receipt["chain"], receipt["entries"]
    _require_linked(entries, chain["tag"], chain["number"], chain["head"], (_SUBJECT, _JOINED, _NOTICE))
    joins = _joins(entries)
    joined = receipt.get("joined", [])
    if [each["tag"] for each in joined] != list(joins):
        raise ProofWrong("a chain that has joined is missing")
    for each in joined:
        _require_linked(each["entries"], each["tag"], *joins[each["tag"]], (_SUBJECT,))
    return [entries, *(each["entries"] for each in joined)]


def _joins(entries: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, str]]:
    """Of each chain that has joined: up to which entry, and its hash."""
    found: dict[str, tuple[int, str]] = {}
    for public in (json.loads(entry["content"]) for entry in entries):
        if public["kind"] == _JOINED:
            said = json.loads(public["said"])
            found[said["tag"]] = said["number"], said["head"]
    return found


def _in_order(chains: Iterable[Sequence[Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
    """The look-ups, as they were written."""
    found = [entry for chain in chains for entry in chain if json.loads(entry["content"])["kind"] == _SUBJECT]
    return sorted(found, key=lambda entry: int(entry["position"]))


def _entry(entry: Mapping[str, Any], checkpoint: Checkpoint, subject: str, below: int, *, withheld: bool) -> Mapping[str, Any]:
    content = entry["content"]
    _require_included(entry, checkpoint)
    if entry["parts"] is None:
        if entry["position"] >= below:
            raise ProofWrong(f"entry {entry['position']} does not say what it said, and its time is not over")
        return {}
    shown = {name: part for name, part in entry["parts"].items() if "text" in part}
    hashes = {
        name: hash_of_part(bytes.fromhex(part["salt"]), name, part["text"].encode()) if name in shown else bytes.fromhex(part["hash"])
        for name, part in entry["parts"].items()
    }
    if sealed(hashes).hex() != json.loads(content)["payload"]:
        raise ProofWrong(f"entry {entry['position']} does not say what it said when it was written")
    told = {name: json.loads(part["text"]) for name, part in shown.items()}
    if told["subject"]["id"] != subject or (told["subject"]["chain"] != "open") != withheld:
        raise ProofWrong(f"entry {entry['position']} is about another")
    return told


def _require_linked(entries: Sequence[Mapping[str, Any]], tag: str, length: int, head: str, kinds: Sequence[str]) -> None:
    previous = None
    for number, entry in enumerate(entries, 1):
        public = json.loads(entry["content"])
        if public["kind"] not in kinds or (public["tag"], public["number"], public.get("previous")) != (tag, number, previous):
            raise ProofWrong(f"entry {number} of the chain is missing or out of its place")
        previous = leaf(entry["content"].encode()).hex()
    if len(entries) != length or previous != head:
        raise ProofWrong("the end of the chain is missing")


def _hashes(encoded: Iterable[str]) -> list[bytes]:
    return [unbase64(each) for each in encoded]


def lines(found: Proven) -> list[str]:
    """What a receipt proves, for a person to read."""
    gone = sum(not each for each in found.entries)
    told = [f"the receipt holds: {len(found.entries)} entries about {found.subject}, all that the chain has"]
    told.append(f"as of the first {found.upto} entries of the log `{found.checkpoint.origin}`, signed {_minute(found.at)}")
    if over := gone - found.lost:
        told.append(f"of these {over} were erased at the end of their time; that they were there is proven, not what they said")
    if found.lost:
        told.append(f"of these {found.lost} were erased, and by whom and when was not written then; that was told afterwards")
    if found.released:
        told.append(f"of these {found.released} were withheld by law for a time that is over; no entry of theirs is missing")
    told.extend(
        f"the end of the log was lost before {_minute(at)}, when it was let go on; entries that it held are not in the chain"
        for at in found.resumed
    )
    if found.losses is None:
        told.append("whether the log tells of more that it lost is not proven: its checkpoint is of an older form, which does not say that")
    else:
        told.append(f"the log was let go on, or told of an erasing afterwards, {found.losses} times; none of these is left out")
    told.extend(f"cosigned by {name}" for name in found.witnesses)
    told.append("entries may be withheld by law for a time; they are not in this receipt and do not show in it")
    return told


def _minute(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="minutes")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a receipt: exit status 1 where it does not hold."""
    parser = argparse.ArgumentParser(description="Checks a receipt of the look-up log, offline.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", required=True, help="the log's public key")
    parser.add_argument("--witness", action="append", default=[], help="the public key of a witness that must have cosigned")
    asked = parser.parse_args(arguments)
    try:
        receipt = json.loads(asked.file.read_text(encoding="utf-8"))
    except ValueError:
        sys.stderr.write(f"`{asked.file}` is no receipt: it is not JSON\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"the receipt cannot be read: {error}\n")
        return 1
    try:
        found = proven(receipt, Key.read(asked.key), [Key.read(each) for each in asked.witness])
    except (ProofWrong, ValueError) as error:
        sys.stderr.write(f"the receipt does not hold: {error}\n")
        return 1
    sys.stdout.write("\n".join(lines(found)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
