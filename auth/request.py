"""What one controller asks for and another answers: who may ask, answer and end it.

What is judged of the viewer, of the subject and of the request comes from the graph; what follows from it is said here, once.
"""

from dataclasses import dataclass
from enum import StrEnum

from auth.change import Problem, closed
from auth.decide import missing, reserved

SAME = "(other:Employee)-[:IS]->(:Person)<-[:IS]-(viewer:Employee)"
"""An employee who is, or was, the very person that the viewer is: two idents of one human are one controller."""

ANSWERS = ("GRANTED_BY", "REFUSED_BY", "WITHDRAWN_BY")
"""How a request leads to those who decided on it."""

WAITS_DAYS = 7
"""How long a request waits for its answer."""


class Status(StrEnum):
    """What has become of a request."""

    OPEN = "OPEN"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"
    LAPSED = "LAPSED"

    @classmethod
    def of(cls, answers: frozenset[str], *, stands: bool) -> "Status":
        """By the relationships to those who decided, and whether it has not ended."""
        if "WITHDRAWN_BY" in answers:
            return cls.WITHDRAWN
        if "REFUSED_BY" in answers:
            return cls.REFUSED
        if not stands:
            return cls.LAPSED
        return cls.GRANTED if "GRANTED_BY" in answers else cls.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who the viewer is to a request, and what has become of it. `found`: the person, or the request, is there for the viewer; `placed`:
    so is the unit that it names, where it names one."""

    staff: bool
    controller: bool
    found: bool
    placed: bool = True
    own: bool = False
    granted: bool = False
    status: Status | None = None


def asking(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not ask, whatever they write."""
    return _refused(standing, "subject") or (() if standing.placed else closed(missing(staff=standing.staff), "unit"))


def answering(standing: Standing, argument: str) -> tuple[Problem, ...]:
    """Why the viewer may not answer a request, which the argument names."""
    if refused := _refused(standing, argument):
        return refused
    if standing.own:
        return (Problem(code="OWN_REQUEST", path=(argument,), says=_OWN),)
    return () if standing.status is Status.OPEN else _not_standing(argument)


def ending(standing: Standing, argument: str) -> tuple[Problem, ...]:
    """Why the viewer may not end a request, which the argument names: each of the two who carry it may."""
    if refused := _refused(standing, argument):
        return refused
    if not (standing.own or standing.granted):
        return (Problem(code="NOT_YOURS", path=(argument,), says=_OTHERS),)
    return () if standing.status in (Status.OPEN, Status.GRANTED) else _not_standing(argument)


def _refused(standing: Standing, argument: str) -> tuple[Problem, ...]:
    """What is told to one who is no controller, and of what is not there, or not for this controller."""
    if not standing.controller:
        return closed(reserved(staff=standing.staff))
    if not standing.found:
        return closed(missing(staff=standing.staff), argument)
    return ()


def _not_standing(argument: str) -> tuple[Problem, ...]:
    return (Problem(code="NOT_STANDING", path=(argument,), says=_OVER),)


_OWN = {
    "nb": "Du kan ikke svare på din egen anmodning; be en annen kontrollør om det",
    "en": "You cannot answer your own request; ask another controller to",
}
_OTHERS = {
    "nb": "Bare den som ba om det, og den som innvilget det, kan avslutte det",
    "en": "Only the one who asked for it and the one who granted it can end it",
}
_OVER = {
    "nb": "Det er besvart, avsluttet eller utløpt; be om det på nytt",
    "en": "It has been answered or ended, or has lapsed; ask for it anew",
}
