"""Who serves a person: units and the roles there."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.paging import Connection, Edge
from api.types.role import Role
from api.types.theme import Theme
from api.types.unit import Unit


@strawberry.enum(description="Why a unit serves a person.")
class ServiceKind(Enum):
    AREA = enum_value("AREA", description="The unit serves the area that the person belongs to.")
    FOLLOW_UP = enum_value("FOLLOW_UP", description="The unit follows the person up.")


@strawberry.type(description="One unit that serves a person.")
class ServiceEdge(Edge):
    node: Unit | None = field(description="The unit.")
    kind: ServiceKind = field(description="Why it serves the person.")
    theme: Theme | None = field(description="The only theme that it serves the person in; null for all.")
    roles: list[Role] = field(description="The roles that positions at the unit give.")


@strawberry.type(description="Units that serve a person.")
class ServiceConnection(Connection):
    edges: list[ServiceEdge] = field(description="This page's rows.")
