"""Cases and their parties."""

from enum import Enum
from typing import Annotated

import strawberry
from strawberry import enum_value, field

from api.types.groups import Party
from api.types.node import Node
from api.types.paging import Connection, Edge, paged
from api.types.scalars import DateTime
from api.types.theme import Theme
from api.types.unit import Unit

_PartyConnection = Annotated["PartyConnection", strawberry.lazy("api.types.case")]


@strawberry.enum(description="The part that someone has in a case.")
class CasePart(Enum):
    MAIN = enum_value("MAIN", description="The case is about them.")
    PARTY = enum_value("PARTY", description="Another party, for example the other parent.")


@strawberry.type(description="A case: an application or a benefit, in one theme.")
class Case(Node):
    title: str | None = field(description="What it is about. Null unless you handle its theme.")
    status: str | None = field(description="For example `OPEN` or `CLOSED`.")
    opened_at: DateTime | None = field(description="When it was opened.")
    closed_at: DateTime | None = field(description="When it was closed; null while it is open.")
    theme: Theme | None = field(description="The benefit area that it belongs to.")
    unit: Unit | None = field(description="The unit that owns it. Null unless you handle its theme, and where it betrays a hidden person.")
    parties: _PartyConnection | None = field(resolver=paged, description="Those whom it concerns. Null unless you handle its theme.")


@strawberry.type(description="One case of a person or a business.")
class CaseEdge(Edge):
    node: Case | None = field(description="The case.")
    part: CasePart = field(description="The part that they have in it.")


@strawberry.type(description="Cases of a person or a business that you may see.")
class CaseConnection(Connection):
    edges: list[CaseEdge] = field(description="This page's rows.")


@strawberry.type(description="One party of a case.")
class PartyEdge(Edge):
    node: Party | None = field(description="The party, masked for you on their own account.")
    part: CasePart = field(description="The part that they have in the case.")


@strawberry.type(description="Those whom a case concerns.")
class PartyConnection(Connection):
    edges: list[PartyEdge] = field(description="This page's rows.")
