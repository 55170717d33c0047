"""Notices: what a citizen is told of by itself, and of what they choose to be told."""

import base64
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auth.change import Problem, closed
from auth.decide import missing


class Kind(StrEnum):
    """What a citizen can be told of."""

    OVERRIDE = "OVERRIDE"
    NEW_UNIT = "NEW_UNIT"
    NEW_MANDATE = "NEW_MANDATE"


UNLESS_CHOSEN: Final = (Kind.OVERRIDE,)
"""What is told to whoever has chosen nothing."""

OVERRIDDEN: Final = "Mutation.override"
"""What the look-up log has of an override that was taken."""

SAYS: Final = {
    Kind.OVERRIDE: {
        "nb": "En ansatt har tatt seg tilgang til opplysninger om deg, og har oppgitt hvorfor",
        "en": "An employee has taken access to what is registered of you, and has said why",
    },
    Kind.NEW_UNIT: {
        "nb": "En enhet har slått opp på deg for første gang",
        "en": "A unit has looked you up for the first time",
    },
    Kind.NEW_MANDATE: {
        "nb": "Du er nevnt i en ny fullmakt eller et annet nytt mandat",
        "en": "A new mandate names you",
    },
}

OUTSIDE: Final = {
    "nb": "Du har fått en melding. Logg inn for å lese den.",
    "en": "You have a notice. Log in to read it.",
}
"""All that is said of any of them outside the log-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether whoever chooses is a person that there is."""

    staff: bool
    found: bool


def choosing(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not choose."""
    return () if standing.found else closed(missing(staff=standing.staff))


def chosen(kinds: Collection[str] | None) -> tuple[Kind, ...]:
    """What somebody is told of who chose these, or nothing yet."""
    return UNLESS_CHOSEN if kinds is None else tuple(each for each in Kind if each in kinds)


def id_of(*told: str | int) -> str:
    """The id of the notice that is told apart by these: the same wherever it is made."""
    made = hashlib.sha256(json.dumps(["notice", *told]).encode()).digest()
    return base64.urlsafe_b64encode(made[:16]).rstrip(b"=").decode()


def id_of_override(chain: str, number: int) -> str:
    """The id of the notice of an entry that says that an override was taken."""
    return id_of(Kind.OVERRIDE, chain, number)
