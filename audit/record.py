"""An entry as it is stored: a public half that the tree is made of, and a payload that it only commits to.

The payload has parts, each committed to under a salt of its own, so that a receipt can show one part and hide another:

    subject   about whom                            time    the instant
    day       the day in Oslo                       seat    units and roles
    seen      result, categories, purpose, manner   ground  by which rules
    actor     the viewer and the system             detail  coordinates, and codes of what was refused
    asked     what the request asked for            outcome how the request ended
    joined    which chain joins the subject's open one
    notice    what its subject is told of outside the log-in
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

import orjson

from audit.entry import Disclosed, Ground, Held, Lookup, Outcome, Refusal, Result, Technical
from audit.proof import hash_of_part
from audit.usage import Use
from auth.alarm import sought
from auth.oslo import day_of

VERSION: Final = 1
_PERSON: Final = "Person"
SALT_BYTES: Final = 16

Parts = Mapping[str, bytes]
"""What each part says, as canonical JSON, by its name."""


class Kind(StrEnum):
    """What an entry is."""

    INTENT = "intent"
    REQUEST = "request"
    SUBJECT = "subject"
    TECHNICAL = "technical"
    HEADS = "heads"
    KEY = "key"
    PRUNED = "pruned"
    JOINED = "joined"
    DELIVERED = "delivered"
    NOTICE = "notice"
    NOTIFIED = "notified"
    RESUMED = "resumed"


OPEN: Final = "open"
"""The chain of the entries about a subject that they may read."""


def withheld(restriction: str) -> str:
    """The chain of the entries about a subject that a restriction withholds (A22)."""
    return f"withheld:{restriction}"


def restriction(chain: str) -> str:
    """The restriction that withholds a chain."""
    return chain.removeprefix(withheld(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chained:
    """An entry's place in its subject's chain: a tag that says nothing of whom, a running number, the hash of the entry before."""

    tag: bytes
    number: int
    previous: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """An entry's public half: the content of its leaf. `said` is what an entry about the log itself says, which nobody need hide; `told`:
    whether its subject is told of it outside the log-in."""

    kind: Kind
    chained: Chained | None = None
    concludes: int | None = None
    payload: bytes | None = None
    said: str | None = None
    told: bool = False

    @classmethod
    def read(cls, row: Sequence[Any]) -> "Public":
        """The public half that a stored row has: position, kind, tag, number, previous, concludes, payload, said, told, and what comes
        after."""
        _, kind, tag, number, previous, concludes, payload, said, told, *_ = row
        if tag is None and (number, previous) != (None, None):
            raise ValueError("a place in a chain, and no chain")
        if told not in (None, True):
            raise ValueError("neither told nor not")
        chained = Chained(tag=bytes(tag), number=number, previous=previous and bytes(previous)) if tag is not None else None
        return cls(kind=Kind(kind), chained=chained, concludes=concludes, payload=payload and bytes(payload), said=said, told=bool(told))

    @property
    def content(self) -> bytes:
        """The bytes that the leaf is the hash of: JSON, sorted, without blanks."""
        told: dict[str, object] = {"v": VERSION, "kind": self.kind}
        if self.chained:
            told |= {"tag": self.chained.tag.hex(), "number": self.chained.number}
            if self.chained.previous:
                told["previous"] = self.chained.previous.hex()
        if self.concludes is not None:
            told["concludes"] = self.concludes
        if self.payload:
            told["payload"] = self.payload.hex()
        if self.said is not None:
            told["said"] = self.said
        if self.told:
            told["told"] = True
        return canonical(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it has a position, a salt and a place in a chain."""

    kind: Kind
    at: int
    parts: Parts
    subject: str | None = None
    sort: str = OPEN
    concludes: int | None = None
    said: str | None = None
    told: bool = False
    """Whether its subject is told of it at once."""
    use: Use | None = None
    """From which seat somebody was looked up."""


def canonical(told: object) -> bytes:
    """JSON as it is hashed: keys sorted, without blanks, in UTF-8."""
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def hashes(salts: bytes, parts: Parts) -> dict[str, bytes]:
    """What each part is committed to by; the salts stand in the order of the parts' names."""
    return {
        part: hash_of_part(salts[at : at + SALT_BYTES], part, parts[part])
        for at, part in zip(range(0, len(salts), SALT_BYTES), sorted(parts), strict=True)
    }


def stored(salts: bytes, parts: Parts) -> tuple[str, bytes]:
    """A payload as it is stored, one JSON object of its parts, and what it is committed to by: `sealed(hashes(…))`, in one go."""
    said, seal, at = [], hashlib.sha256(), 0
    for part, opening, bound in _frames(tuple(parts)):
        text = parts[part]
        said.append(opening + text)
        seal.update(bound + hashlib.sha256(salts[at : at + SALT_BYTES] + bound + text).digest())
        at += SALT_BYTES
    return (b"{%b}" % b",".join(said)).decode(), seal.digest()


@cache
def _frames(names: tuple[str, ...]) -> tuple[tuple[str, bytes, bytes], ...]:
    """What stands before each part in the payload, and before what is hashed of it."""
    return tuple((name, b'"%b":' % name.encode(), b"%b\0" % name.encode()) for name in sorted(names))


def parts_of(stored: str) -> Parts:
    """The parts of a payload as it is stored."""
    return {part: canonical(told) for part, told in orjson.loads(stored).items()}


def intent(lookup: Lookup, ticket: str) -> Draft:
    """The entry of a request that has not ended."""
    return Draft(kind=Kind.INTENT, at=lookup.at, parts=_asking(lookup, ticket) | {"asked": _asked(lookup)})


def concluded(lookup: Lookup, outcome: Outcome, ticket: str, intent: int | None) -> Iterator[Draft]:
    """The entries of a request that has ended: its own, and one for each subject."""
    asking = _asking(lookup, ticket)
    request = asking | {"asked": _asked(lookup), "outcome": _outcome(outcome)}
    yield Draft(kind=Kind.REQUEST, at=lookup.at, parts=request, concludes=intent)
    day, manner, roots = (
        day_of(lookup.at),
        (lookup.purpose, lookup.kind.value, lookup.manner.value, lookup.channel.value),
        lookup.operation.roots,
    )
    for each in outcome.disclosed:
        sort = withheld(each.withheld) if each.withheld else OPEN
        told = {
            "subject": _subject(each.subject, each.label, sort),
            "seat": _seat(each.held),
            "seen": _seen(each.result.value, each.categories, manner),
            "ground": _ground(outcome.rules, each.grounds),
            "detail": _detail(each.code, each.given, each.refused, each.held, roots, each.at, _sought(lookup, each)),
        }
        use = _use(lookup, day, each)
        yield Draft(kind=Kind.SUBJECT, at=lookup.at, parts=asking | told, subject=each.subject, sort=sort, told=each.told, use=use)


def technical(told: Technical) -> Draft:
    """An entry of the technical stream."""
    loaded = asdict(told.loaded) if told.loaded else None
    parts = _when(told.at) | {"outcome": _without_none(event=told.event, loaded=loaded), "actor": canonical({"key": told.actor})}
    return Draft(kind=Kind.TECHNICAL, at=told.at, parts=parts)


def joined(subject: str, label: str, chain: str, *, tag: bytes, number: int, head: bytes, at: int) -> Draft:
    """The entry of a subject's open chain by which a withheld one joins it, up to the entry of that number and hash."""
    parts = _when(at) | {
        "actor": canonical({"key": "innsyn"}),
        "subject": _subject(subject, label, OPEN),
        "joined": canonical({"chain": chain}),
    }
    said = canonical({"tag": tag.hex(), "number": number, "head": head.hex()}).decode()
    return Draft(kind=Kind.JOINED, at=at, parts=parts, subject=subject, said=said)


def notice(subject: str, label: str, told: Mapping[str, str], at: int) -> Draft:
    """The entry of a subject's open chain by which they are told of something outside the log-in."""
    parts = _when(at) | {
        "actor": canonical({"key": "innsyn"}),
        "subject": _subject(subject, label, OPEN),
        "notice": canonical(told),
    }
    return Draft(kind=Kind.NOTICE, at=at, parts=parts, subject=subject, told=True)


def about_log(kind: Kind, at: int, said: Mapping[str, object]) -> Draft:
    """An entry about the log itself, all of which is public."""
    return Draft(kind=kind, at=at, parts={}, said=canonical({**said, "at": at}).decode())


def _subject(subject: str, label: str, chain: str) -> bytes:
    return canonical({"id": subject, "label": label, "chain": chain})


def _use(lookup: Lookup, day: str, about: Disclosed) -> Use | None:
    if about.at is None or about.at.unit is None:
        return None
    return Use(
        actor=lookup.key,
        day=day,
        unit=about.at.unit,
        seat=about.at.position,
        rules=tuple(each.rule for each in about.grounds),
        cased=lookup.case is not None,
        refused=about.result is Result.REFUSED,
        sought=_sought(lookup, about),
    )


def _sought(lookup: Lookup, about: Disclosed) -> bool:
    refused, cased = about.result is Result.REFUSED, lookup.case is not None
    return about.label == _PERSON and sought(direct=about.direct, refused=refused, cased=cased, categories=about.categories)


def _when(at: int) -> dict[str, bytes]:
    return {"time": canonical(at), "day": canonical(day_of(at))}


def _asking(lookup: Lookup, ticket: str) -> dict[str, bytes]:
    actor = _without_none(
        ticket=ticket,
        request=lookup.request,
        kind=lookup.kind.value,
        key=lookup.key,
        client=lookup.client,
        behalf=lookup.behalf,
        case=lookup.case,
    )
    return _when(lookup.at) | {"actor": actor}


def _asked(lookup: Lookup) -> bytes:
    return _without_none(
        roots=lookup.operation.roots,
        operation=lookup.operation.name,
        document=lookup.operation.document,
        purpose=lookup.purpose,
        channel=lookup.channel.value,
        manner=lookup.manner.value,
        subjects=lookup.asked,
    )


def _outcome(outcome: Outcome) -> bytes:
    return _without_none(
        result=outcome.result.value,
        code=outcome.code,
        rules=outcome.rules,
        bookmark=outcome.bookmark,
        subjects=len(outcome.disclosed),
        charged=outcome.charged or None,
    )


# What many subjects have in common is written once.


@lru_cache(maxsize=1024)
def _seat(held: tuple[Held, ...]) -> bytes:
    return canonical({"units": _each(each.unit for each in held), "roles": _each(each.role for each in held)})


@lru_cache(maxsize=1024)
def _seen(result: str, categories: tuple[str, ...], manner: tuple[str | None, ...]) -> bytes:
    purpose, viewer, how, channel = manner
    return _without_none(result=result, categories=categories, purpose=purpose, viewer=viewer, manner=how, channel=channel)


@lru_cache(maxsize=1024)
def _ground(rules: str, grounds: tuple[Ground, ...]) -> bytes:
    return canonical({"rules": rules, "by": [{"rule": each.rule, "path": each.path} for each in grounds]})


@lru_cache(maxsize=1024)
def _detail(
    code: str | None,
    given: tuple[str, ...],
    refused: tuple[Refusal, ...],
    held: tuple[Held, ...],
    roots: tuple[str, ...],
    at: Held | None,
    sought: bool,
) -> bytes:
    closed = [(each.coordinate, each.code) for each in refused]
    counts = {"unit": at.unit, "seat": at.position, **({"sought": True} if sought else {})} if at and at.unit else None
    return _without_none(code=code, given=given, refused=closed, positions=_each(each.position for each in held), roots=roots, at=counts)


def _each(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text is not None))


def _without_none(**told: object) -> bytes:
    return canonical({name: value for name, value in told.items() if value is not None})
