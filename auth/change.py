"""What every change has: problems that say what to write instead, and reasons of some length."""

from collections.abc import Mapping
from dataclasses import dataclass

from auth.national import LONGEST_ID, is_id
from auth.rules.messages import both

SHORTEST, LONGEST = 10, 255
"""Signs of a reason, without blanks around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why nothing was done: `path` leads to the argument that it is about."""

    code: str
    path: tuple[str, ...] = ()
    says: Mapping[str, str]
    closes: bool = False
    """Whether whom it is about is closed to the viewer, or not there for them; else they may put it right."""


def closed(code: str, *path: str) -> tuple[Problem, ...]:
    """The problem of a code of the rules."""
    return (Problem(code=code, path=path, says=both(code), closes=True),)


def of_reason(reason: str) -> tuple[Problem, ...]:
    """What is wrong with a reason."""
    return () if SHORTEST <= len(reason.strip()) <= LONGEST else (Problem(code="REASON_LENGTH", path=("reason",), says=_REASON),)


def of_id(text: str | None, argument: str) -> tuple[Problem, ...]:
    """What is wrong with an id that is written down as it is said, if one is."""
    fits = text is None or (is_id(text) and text.isprintable())
    return () if fits else (Problem(code="ID_INVALID", path=(argument,), says=_ID),)


_ID = {
    "nb": f"Skriv en id uten mellomrom, på høyst {LONGEST_ID} tegn; den kan ikke være et fødselsnummer",
    "en": f"Write an id without spaces, of at most {LONGEST_ID} signs; it cannot be a national number",
}
_REASON = {
    "nb": f"Skriv en begrunnelse på {SHORTEST} til {LONGEST} tegn",
    "en": f"Write a reason of {SHORTEST} to {LONGEST} signs",
}
