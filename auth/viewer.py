"""Who asks."""

from dataclasses import dataclass, field
from enum import StrEnum

from auth.errors import ViewerUnreadable


class ViewerKind(StrEnum):
    """One token is one kind of viewer (A13)."""

    EMPLOYEE = "employee"
    PERSON = "person"
    CLIENT = "client"
    ANALYST = "analyst"

    @property
    def label(self) -> str:
        """The label of the viewer's node; an analyst has none in the graph."""
        return {"employee": "Employee", "person": "Person", "client": "Client"}.get(self.value, "")

    @property
    def key(self) -> str:
        """The property that a token names the viewer's node by."""
        return {"employee": "ident", "person": "id", "client": "clientId"}.get(self.value, "")

    @property
    def states_purpose(self) -> bool:
        """Whether such a viewer must say why they ask (A11)."""
        return self in (ViewerKind.EMPLOYEE, ViewerKind.CLIENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks, as the token and the headers say.

    `key` is an employee's ident, a person's id, a client's clientId or an analyst's name; `purpose` a code; `case` an id; `client` the
    system that the token was given to, which decides nothing.
    """

    kind: ViewerKind
    key: str
    purpose: str | None = None
    case: str | None = None
    client: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whom a token stands for, as its issuer names them, before the graph is asked.

    `key` is what the graph names a viewer of that kind by or, where it is `national`, a number that it knows the person by. A system that
    speaks for an `organisation`, by its number, must act for that one and for no other.
    """

    kind: ViewerKind
    key: str = field(repr=False)
    national: bool = False
    organisation: str | None = None
    client: str | None = field(default=None, compare=False)

    @property
    def viewer(self) -> Viewer | None:
        """The viewer, where the token alone tells who it is."""
        if self.national or self.organisation is not None:
            return None
        return Viewer(kind=self.kind, key=self.key, client=self.client)


def named(text: str) -> Viewer:
    """The viewer that `employee:IDENT`, `person:ID`, `client:CLIENT_ID` or `analyst:NAME` stands for."""
    kind, _, key = text.partition(":")
    if kind not in set(ViewerKind) or not key.strip():
        raise ViewerUnreadable
    return Viewer(kind=ViewerKind(kind), key=key.strip())
