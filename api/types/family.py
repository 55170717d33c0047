"""Family and household."""

from enum import Enum
from typing import Annotated

import strawberry
from strawberry import enum_value, field

from api.types.paging import Connection, Edge

_Person = Annotated["Person", strawberry.lazy("api.types.person")]  # type: ignore[name-defined] # noqa: F821


@strawberry.enum(description="What the other is to the person.")
class FamilyRelation(Enum):
    PARENT = enum_value("PARENT", description="The other is a parent of the person.")
    CHILD = enum_value("CHILD", description="The other is a child of the person.")
    PARTNER = enum_value("PARTNER", description="Married or registered partner now.")
    FORMER_PARTNER = enum_value("FORMER_PARTNER", description="Was married or registered partner; divorced or widowed.")


@strawberry.type(description="One relative.")
class FamilyEdge(Edge):
    node: _Person | None = field(
        description="The relative, masked for you on their own account: the name comes with the relation, the rest by your access to them."
    )
    relation: FamilyRelation = field(description="What the relative is to the person.")


@strawberry.type(description="A person's relatives: partners, children, parents.")
class FamilyConnection(Connection):
    edges: list[FamilyEdge] = field(description="This page's rows.")


@strawberry.type(description="Those who live together.")
class Household:
    id: strawberry.ID = field(description="Opaque and stable.")
    members: list[_Person] | None = field(description="Who live there, the person too; each masked for you on their own account.")
