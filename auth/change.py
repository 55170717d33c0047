"""What every change has: problems that say what to write instead, and reasons of some length."""

from collections.abc import Mapping
from dataclasses import dataclass

from auth.national import looks_national
from auth.rules.messages import both

SHORTEST, LONGEST = 10, 255
"""Signs of a reason, without blanks around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why nothing was done: `path` leads to the argument that it is about."""

    code: str
    path: tuple[str, ...] = ()
    says: Mapping[str, str]


def closed(code: str, *path: str) -> tuple[Problem, ...]:
    """The problem of a code of the rules."""
    return (Problem(code=code, path=path, says=both(code)),)


def of_reason(reason: str) -> tuple[Problem, ...]:
    """What is wrong with a reason."""
    return () if SHORTEST <= len(reason.strip()) <= LONGEST else (Problem(code="REASON_LENGTH", path=("reason",), says=_REASON),)


def of_id(text: str | None, argument: str) -> tuple[Problem, ...]:
    """What is wrong with an id that is written down as it is said, if one is."""
    fits = text is None or (0 < len(text) <= _SIGNS and not any(each.isspace() or not each.isprintable() for each in text))
    return () if fits and not looks_national(text or "") else (Problem(code="ID_INVALID", path=(argument,), says=_ID),)


_SIGNS = 200
_ID = {
    "nb": f"Skriv en id uten mellomrom, på høyst {_SIGNS} tegn; den kan ikke være et fødselsnummer",
    "en": f"Write an id without spaces, of at most {_SIGNS} signs; it cannot be a national number",
}
_REASON = {
    "nb": f"Skriv en begrunnelse på {SHORTEST} til {LONGEST} tegn",
    "en": f"Write a reason of {SHORTEST} to {LONGEST} signs",
}
