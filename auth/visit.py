"""Visits: who looked someone up, as that person reads it. Look-ups of one actor on one day are one visit."""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from auth.category import Category
from auth.decide import entries

MANY: Final = 5
"""How many must have been able to hold a seat for it to be told."""
OF_CASES: Final = frozenset(entries([Category.CASES]))
"""What must be open to whoever is told what was seen without a case: all cases, whatever their themes."""
OF_RIGHTS: Final = OF_CASES.union(entries([Category.MANDATES]))
"""And to whom visits are told apart by a case that was stated, and by who acts for whom."""
KEY_BYTES: Final = 32
_SHORT: Final = 5


class By(StrEnum):
    """Who looked, to whoever is told of it."""

    SELF = "SELF"
    MANDATE_HOLDER = "MANDATE_HOLDER"
    EMPLOYEE = "EMPLOYEE"
    SYSTEM = "SYSTEM"
    OPERATOR = "OPERATOR"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """One look-up of a visit; `place` tells it from the others of its subject."""

    place: tuple[int, str, int]
    at: int
    categories: tuple[Category, ...]
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    cased: bool
    """Whether a case was stated for it, or gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Look-ups that are read as one. `position` is the seat that gave, `ident` the employee of whom no seat is known; neither is told."""

    id: str
    day: str
    begins: int
    """When the day begins in Oslo."""
    by: By
    pseudonym: str | None
    system: str | None
    behalf: str | None
    """The pseudonym of whom it was asked for."""
    purpose: str | None
    manner: str
    result: str
    rules: tuple[str, ...]
    override: bool
    categories: tuple[Category, ...]
    look_ups: tuple[LookUp, ...]
    """The newest first."""
    seated: bool
    """Whether somebody at work asked: when, is told only where enough could have held the seat."""
    own: bool = False
    """Whether it was whoever asks now, who is told nothing new by how they looked."""
    position: str | None = field(default=None, repr=False)
    ident: str | None = field(default=None, repr=False)

    @property
    def seat(self) -> str | None:
        """What the seat is asked for by: one question for all visits from it on that day."""
        asked = self.position or self.ident
        return f"{self.day} {asked}" if self.seated and asked else None

    @property
    def refused(self) -> bool:
        """Whether they were told nothing."""
        return self.result == "refused"

    @property
    def first(self) -> int:
        """When the first look-up was."""
        return min(each.at for each in self.look_ups)

    @property
    def last(self) -> int:
        """When the last was."""
        return max(each.at for each in self.look_ups)


class Missing(StrEnum):
    """Why the log does not say all of some time."""

    CUT_OFF = "CUT_OFF"
    ERASED = "ERASED"
    TOLD_AFTERWARDS = "TOLD_AFTERWARDS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time of which the log does not say all, of anybody; from its beginning where it has none."""

    begins: int | None
    ends: int
    why: Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All visits to one subject, as of a number of entries of each of their chains."""

    visits: tuple[Visit, ...]
    plain: tuple[Visit, ...]
    """The same to one who may not know of cases and mandates: told apart neither by a case that was stated nor by who acts for whom."""
    size: Mapping[str, int]
    since: int | None
    """From when the log says all that it was told."""
    gaps: tuple[Gap, ...]
    """What of the time before that it does not say."""
    erased: int
    """How many look-ups no longer say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonyms:
    """Names that stand for somebody to one person alone: the same every time, and another to everyone else. Without a key told, as long
    as the process lives."""

    key: bytes = field(default_factory=lambda: os.urandom(KEY_BYTES), repr=False)

    def of(self, subject: str, actor: str) -> str:
        """What stands for the actor to the subject: two groups of four signs."""
        text = base64.b32encode(self._made("actor", subject, actor)[:_SHORT]).decode()
        return f"{text[:4]}-{text[4:]}"

    def id(self, subject: str, *told: str | None) -> str:
        """An id of what is told apart by these, to the subject."""
        return base64.urlsafe_b64encode(self._made("visit", subject, *told)[:16]).rstrip(b"=").decode()

    def _made(self, *told: str | None) -> bytes:
        return hmac.new(self.key, json.dumps(told).encode(), hashlib.sha256).digest()
