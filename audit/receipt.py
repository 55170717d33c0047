"""A proof for one person: all entries about them that no restriction withholds, each with its proof, and the end of their chain."""

import base64
from collections.abc import Collection, Mapping
from typing import Any, Final

import orjson

from audit import checkpoint as checkpoints
from audit import tree
from audit.append import reader
from audit.errors import LogBroken
from audit.heads import Heads
from audit.proof import FORMAT, Checkpoint, Note, hash_of_part
from audit.record import OPEN, SALT_BYTES, Kind, Public, parts_of
from audit.store import Row, Store
from audit.withheld import joins

TOLD: Final = frozenset({"subject", "day", "seen", "ground"})
"""The parts that a receipt shows: not the employee, not the seat and the hour, by which few could be meant, and no code."""
WITHHELD: Final = {
    "en": "Entries may be withheld by law for a time. They are chained apart, are not here, and do not show in what is here.",
    "nb": "Oppføringer kan holdes tilbake etter lov for en tid. De står i en egen kjede, er ikke med her, og synes ikke av det som er med.",
}
_ENTRIES: Final = """\
SELECT entry.position, entry.kind, entry.tag, entry.number, entry.previous, entry.concludes, entry.payload, entry.said,
       entry.told, kept.salts, kept.body
FROM log_entry AS entry LEFT JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.tag = ? AND entry.number <= ?
ORDER BY entry.number"""
_ABOUT_LOG: Final = """\
SELECT position, kind, tag, number, previous, concludes, payload, said, told FROM log_entry WHERE kind = ? AND position < ?
ORDER BY position DESC"""


def receipt(store: Store, subject: str, *, told: Collection[str] = TOLD) -> Mapping[str, Any] | None:
    """The receipt of a person as of the newest checkpoint; none where that has no entry about them."""
    with store.reading():
        note = checkpoints.latest(store)
        found = store.rows("SELECT tag FROM log_chain WHERE subject = ? AND sort = ?", (subject, OPEN))
        return _receipt(store, subject, bytes(found[0][0]), note, told) if note and found else None


def _receipt(store: Store, subject: str, tag: bytes, note: Note, told: Collection[str]) -> Mapping[str, Any] | None:
    size = Checkpoint.read(note.text).size
    at = reader(store)
    last_heads = _about_log(store, Kind.HEADS, size)[0]
    heads = Heads.read(store, orjson.loads(last_heads[7])["size"])
    index = next((place for place, (each, _, _) in enumerate(heads.ends) if each == tag), None)
    if index is None:
        return None
    _, number, head = heads.ends[index]
    pruned, afterwards = _erasures(store, size)
    rows = store.rows(_ENTRIES, (tag, number))
    joined = joins(row[7] for row in rows if row[1] == Kind.JOINED)
    return {
        "format": FORMAT,
        "about": WITHHELD,
        "subject": subject,
        "checkpoint": str(note),
        "rotations": [orjson.loads(said) for position, said in checkpoints.rotations(store) if position < size],
        "heads": _included(last_heads, size, at),
        "pruned": _included(pruned[0], size, at) if pruned else None,
        "toldAfterwards": [_included(row, size, at) for row in afterwards],
        "resumed": [_included(row, size, at) for row in reversed(_about_log(store, Kind.RESUMED, size))],
        "chain": {
            "tag": tag.hex(),
            "number": number,
            "head": head.hex(),
            "index": index,
            "proof": _encoded(heads.proof(index)),
        },
        "entries": [_proven(row, size, at, told) for row in rows],
        "joined": [
            {"tag": of.hex(), "entries": [_proven(row, size, at, told) for row in store.rows(_ENTRIES, (of, upto))]}
            for of, upto in joined.items()
        ],
    }


def _proven(row: Row, size: int, at: tree.Read, told: Collection[str]) -> dict[str, Any]:
    """An entry with its proof and what of it may be told."""
    return _included(row, size, at) | {"parts": _parts(row, told)}


def _about_log(store: Store, kind: Kind, size: int) -> list[Row]:
    """What the log says of itself by entries of a kind, the newest first."""
    return store.rows(_ABOUT_LOG, (kind.value, size))


def _erasures(store: Store, size: int) -> tuple[list[Row], list[Row]]:
    """That payloads were erased, the newest first; and which of these were told afterwards."""
    found = _about_log(store, Kind.PRUNED, size)
    return found, [row for row in found if "from" in orjson.loads(row[7])]


def _included(row: Row, size: int, at: tree.Read) -> dict[str, Any]:
    """An entry's public half, and the proof that it is in the tree."""
    return {"position": row[0], "content": Public.read(row).content.decode(), "proof": _encoded(tree.inclusion(row[0], size, at))}


def _parts(row: Row, told: Collection[str]) -> dict[str, dict[str, str]] | None:
    """Each part as it may be told: its text and salt, or its hash alone; nothing where it has been erased."""
    salts, body = row[9:11]
    if body is None:
        return None
    parts = parts_of(body)
    if len(salts) != SALT_BYTES * len(parts):
        raise LogBroken(f"entry {row[0]} of the look-up log does not read; run `innsyn audit verify`")
    shown = {}
    for place, name in enumerate(sorted(parts)):
        salt = bytes(salts[place * SALT_BYTES : (place + 1) * SALT_BYTES])
        text = parts[name]
        shown[name] = {"salt": salt.hex(), "text": text.decode()} if name in told else {"hash": hash_of_part(salt, name, text).hex()}
    return shown


def _encoded(proof: list[bytes]) -> list[str]:
    return [base64.b64encode(each).decode() for each in proof]
