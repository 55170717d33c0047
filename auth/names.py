"""Employees' names need two controllers (A23): one asks, another grants, and while it stands the first learns who can see one person.

What is judged of the viewer, of the subject and of the request comes from the graph; what follows from it is said here, once.
"""

from dataclasses import dataclass
from enum import StrEnum

from auth.change import Problem, closed, of_reason
from auth.decide import missing, reserved

REQUEST = "(request:NameRequest)-[:OF]->(subject:Person), (request)-[:BY]->(asker:Employee)"
"""A controller's request for the names of those who can see a person."""

GRANTED = (
    "(viewer:Employee)<-[:BY]-(request:NameRequest)-[:OF]->(subject:Person), "
    "(request)-[:GRANTED_BY]->(second:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role {code: 'CONTROLLER'})"
)
"""A request of the viewer that stands, granted by another who is a controller still."""

SAME = "(other:Employee)-[:IS]->(:Person)<-[:IS]-(viewer:Employee)"
"""An employee who is, or was, the very person that the viewer is: two idents of one human are one controller."""

ANSWERS = ("GRANTED_BY", "REFUSED_BY", "WITHDRAWN_BY")
"""How a request leads to those who decided on it."""

STANDS_DAYS = 7
"""How long a request waits for its answer, and how long a granted one stands."""


SECOND_CONTROLLER = "SECOND_CONTROLLER"
"""The code of names that no other controller has granted the viewer."""


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
    """Who the viewer is to a request, and what has become of it. `found`: the person, or the request, is there for the viewer."""

    staff: bool
    controller: bool
    found: bool
    own: bool = False
    granted: bool = False
    status: Status | None = None


def asking(standing: Standing, reason: str) -> tuple[Problem, ...]:
    """Why the viewer may not ask for the names of those who can see a person."""
    return _refused(standing, "subject") or of_reason(reason)


def answering(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not answer a request."""
    if refused := _refused(standing, "request"):
        return refused
    if standing.own:
        return (Problem(code="OWN_REQUEST", path=("request",), says=_OWN),)
    return () if standing.status is Status.OPEN else NOT_STANDING


def withdrawing(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not end a request: each of the two who carry it may."""
    if refused := _refused(standing, "request"):
        return refused
    if not (standing.own or standing.granted):
        return (Problem(code="NOT_YOURS", path=("request",), says=_OTHERS),)
    return () if standing.status in (Status.OPEN, Status.GRANTED) else NOT_STANDING


def _refused(standing: Standing, argument: str) -> tuple[Problem, ...]:
    """What is told to one who is no controller, and of what is not there, or not for this controller."""
    if not standing.controller:
        return closed(reserved(staff=standing.staff))
    if not standing.found:
        return closed(missing(staff=standing.staff), argument)
    return ()


_OWN = {
    "nb": "Du kan ikke svare på din egen anmodning; be en annen kontrollør om det",
    "en": "You cannot answer your own request; ask another controller to",
}
_OTHERS = {
    "nb": "Bare den som ba om navnene, og den som innvilget det, kan trekke anmodningen tilbake",
    "en": "Only the one who asked and the one who granted it can withdraw the request",
}
NOT_STANDING = (
    Problem(
        code="NOT_STANDING",
        path=("request",),
        says={
            "nb": "Anmodningen er besvart, trukket tilbake eller utløpt; be om navnene på nytt",
            "en": "The request has been answered or withdrawn, or has lapsed; ask for the names anew",
        },
    ),
)
