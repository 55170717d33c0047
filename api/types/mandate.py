"""Mandates: rights to act for another."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.groups import Party
from api.types.node import Node
from api.types.paging import Connection, Edge
from api.types.scalars import DateTime
from api.types.theme import Theme
from auth.category import Action, Category


@strawberry.enum(description="What sort of mandate it is.")
class MandateKind(Enum):
    PROXY = enum_value("PROXY", description="Given by the person themselves.")
    GUARDIANSHIP = enum_value("GUARDIANSHIP", description="Given by the county governor, for a person who needs a guardian.")
    PARENTAL_RESPONSIBILITY = enum_value("PARENTAL_RESPONSIBILITY", description="A parent's, for a child under age.")
    LINE_MANAGEMENT = enum_value("LINE_MANAGEMENT", description="An employer's, for the follow-up of one employee.")


@strawberry.type(description="A right to act for another: who gave it, who holds it, over what, and until when.")
class Mandate(Node):
    kind: MandateKind = field(description="What sort of mandate it is.")
    actions: list[Action] = field(description="What the holder may do.")
    giver: Party | None = field(description="The one who is acted for.")
    holder: Party | None = field(description="The one who acts.")
    themes: list[Theme] = field(description="The benefit areas that it is limited to; empty: all that its categories hold.")
    categories: list[Category] = field(description="The categories that it is limited to; empty: those that follow from its themes.")
    valid_from: DateTime | None = field(description="When it begins.")
    valid_to: DateTime | None = field(description="When it ends (that instant not included); null for one without end.")
    revoked_at: DateTime | None = field(description="When it was withdrawn; null while it stands.")
    source: str | None = field(description="Where it is registered, for example `REPRESENTASJON`.")


@strawberry.type(description="One mandate.")
class MandateEdge(Edge):
    node: Mandate | None = field(description="The mandate.")


@strawberry.type(description="Mandates that a person has given or holds.")
class MandateConnection(Connection):
    edges: list[MandateEdge] = field(description="This page's rows.")
