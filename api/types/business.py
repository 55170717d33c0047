"""Businesses and their sub-units."""

from typing import Annotated

import strawberry
from strawberry import field

from api.types.area import Area
from api.types.node import Node
from api.types.paging import Connection, Edge, paged

_Business = Annotated["Business", strawberry.lazy("api.types.business")]
_BusinessConnection = Annotated["BusinessConnection", strawberry.lazy("api.types.business")]


@strawberry.type(description="A business, as the public register shows it. A sole proprietorship is hidden when its owner is.")
class Business(Node):
    organisation_number: str | None = field(description="Nine digits, for example `889640782`.")
    name: str | None = field(description="Its registered name.")
    form: str | None = field(description="Form of organisation, for example `AS`, `BEDR` (a sub-unit) or `ENK` (sole proprietorship).")
    part_of: _Business | None = field(description="The business that it is a sub-unit of.")
    subunits: _BusinessConnection | None = field(resolver=paged, description="Its sub-units, by name.")
    area: Area | None = field(description="Where it is based.")


@strawberry.type(description="One sub-unit of a business.")
class BusinessEdge(Edge):
    node: Business | None = field(description="The sub-unit; null when it is hidden from you.")


@strawberry.type(description="Sub-units of a business.")
class BusinessConnection(Connection):
    edges: list[BusinessEdge] = field(description="This page's rows.")
