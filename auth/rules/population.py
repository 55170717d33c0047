"""Whom staff and systems reach only by an override or a clearance: their ward, the long dead, those abroad or nowhere known (A5)."""

from auth.rule import Denial, Grant
from auth.rules.policy import Policy
from auth.rules.terms import STAFF

_BASIS = "NAV-loven § 16"


def _cleared(code: str) -> tuple[str, ...]:
    return (f"{STAFF}, (viewer)-[:CLEARED_FOR]->(:Protection {{code: '{code}'}})",)


def _outside(name: str, subject: str, code: str, clearance: str, nb: str, en: str, where: str = "") -> Denial:
    return Denial(
        id=f"population.{name}",
        path=f"(viewer:Employee|Client), {subject}",
        where=where,
        unless=_cleared(clearance),
        code=code,
        basis=_BASIS,
        says={"nb": nb, "en": en},
    )


GUARDIAN = Denial(
    id="population.guardian",
    path="(viewer:Employee)-[:IS]->(:Person)<-[:TO]-(:Mandate {kind: 'GUARDIANSHIP'})-[:FROM]->(subject:Person)",
    code="GUARDIAN_OF_SUBJECT",
    basis="Forvaltningsloven § 6",
    says={"nb": "Du er verge for personen", "en": "You are the person's guardian"},
)
DECEASED = _outside(
    "deceased",
    "(subject:Person)",
    "DECEASED",
    "DECEASED",
    "Personen døde for mer enn tolv måneder siden",
    "The person died more than twelve months ago",
    where="subject.deathDate IS NOT NULL AND subject.deathDate + 12 months < today",
)
ABROAD = _outside(
    "abroad",
    "(subject:Person)-[:BELONGS_TO]->(:Area {kind: 'COUNTRY'})",
    "LIVES_ABROAD",
    "ABROAD",
    "Personen er bosatt i utlandet",
    "The person lives abroad",
)
NOWHERE = _outside(
    "unknown-residence",
    "(subject:Person)-[:BELONGS_TO]->(:Area {kind: 'UNKNOWN'})",
    "UNKNOWN_RESIDENCE",
    "UNKNOWN_RESIDENCE",
    "Personen har ikke kjent bosted",
    "Where the person lives is not known",
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (GUARDIAN, DECEASED, ABROAD, NOWHERE)
