"""Restrictions (A22): by law, what one unit does about one person is withheld from the person for a time. It takes two controllers."""

from datetime import date

from auth import request
from auth.change import Problem, of_reason
from auth.national import looks_national
from auth.override import of_day
from auth.request import Standing

RESTRICTION = "(request:Restriction)-[:OF]->(subject:Person), (request)-[:BY]->(asker:Employee), (request)-[:FOR]->(unit:Unit)"
"""A controller's request that look-ups of a person by a unit be withheld from them."""

WITHHELD = "(subject:Person)<-[:OF]-(restriction:Restriction)-[:WITHHOLDS]->(unit:Unit)"
"""Whom a restriction in force is about, and of which unit it withholds what it does."""

COVERED = (
    "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)<-[:WITHHOLDS]-(restriction:Restriction)-[:OF]->(subject:Person)"
)
"""Whom restrictions in force are about that cover what the viewer does, and by which position."""

AT_UNIT = "(employee:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)"
"""Who is or was employed at a unit."""

SHORTEST, LONGEST = 3, 120
"""Signs of a legal basis."""


def asking(standing: Standing, basis: str, reason: str, last_day: date, *, today: date) -> tuple[Problem, ...]:
    """Why the viewer may not ask for a restriction."""
    return request.asking(standing) or (*_of_basis(basis), *of_reason(reason), *of_day(last_day, today))


def _of_basis(basis: str) -> tuple[Problem, ...]:
    fits = SHORTEST <= len(basis.strip()) <= LONGEST and basis.isprintable() and not looks_national(basis)
    return () if fits else (Problem(code="LEGAL_BASIS", path=("legalBasis",), says=_BASIS),)


_BASIS = {
    "nb": f"Skriv hjemmelen, lov og paragraf, på {SHORTEST} til {LONGEST} tegn",
    "en": f"Write the legal basis, act and section, in {SHORTEST} to {LONGEST} signs",
}
