"""Businesses and their sub-units."""

from typing import Annotated

import strawberry
from strawberry import field

from api.types.area import Area
from api.types.node import Node
from api.types.paging import Connection, Edge, paged

_Business = Annotated["Business", strawberry.lazy("api.types.business")]
_BusinessConnection = Annotated["BusinessConnection", strawberry.lazy("api.types.business")]
_Employees = Annotated["EmployedConnection", strawberry.lazy("api.types.work")]  # type: ignore[name-defined] # noqa: F821
_Representatives = Annotated["RepresentativeConnection", strawberry.lazy("api.types.work")]  # type: ignore[name-defined] # noqa: F821
_Cases = Annotated["CaseConnection", strawberry.lazy("api.types.case")]  # type: ignore[name-defined] # noqa: F821
_Activities = Annotated["ArrangedConnection", strawberry.lazy("api.types.activity")]  # type: ignore[name-defined] # noqa: F821
_Devices = Annotated["HeldDeviceConnection", strawberry.lazy("api.types.device")]  # type: ignore[name-defined] # noqa: F821
_Dialogues = Annotated["DialogueConnection", strawberry.lazy("api.types.dialogue")]  # type: ignore[name-defined] # noqa: F821


@strawberry.type(
    description="A business: what the public register shows, and the rest for those who represent or serve it. "
    "A sole proprietorship is hidden when its owner is."
)
class Business(Node):
    organisation_number: str | None = field(description="Nine digits, for example `889640782`.")
    name: str | None = field(description="Its registered name.")
    form: str | None = field(description="Form of organisation, for example `AS`, `BEDR` (a sub-unit) or `ENK` (sole proprietorship).")
    part_of: _Business | None = field(description="The business that it is a sub-unit of.")
    subunits: _BusinessConnection | None = field(resolver=paged, description="Its sub-units, by name.")
    area: Area | None = field(description="Where it is based.")
    employees: _Employees | None = field(resolver=paged, description="Those who work there.")
    representatives: _Representatives | None = field(resolver=paged, description="Those who hold a role at it, such as managing director.")
    cases: _Cases | None = field(resolver=paged, description="Cases that concern it, newest first.")
    activities: _Activities | None = field(resolver=paged, description="What it arranges, newest first.")
    devices: _Devices | None = field(resolver=paged, description="Assistive devices that it owns or keeps.")
    dialogues: _Dialogues | None = field(resolver=paged, description="Dialogues with it, newest first.")


@strawberry.type(description="One sub-unit of a business.")
class BusinessEdge(Edge):
    node: Business | None = field(description="The sub-unit; null when it is hidden from you.")


@strawberry.type(description="Sub-units of a business.")
class BusinessConnection(Connection):
    edges: list[BusinessEdge] = field(description="This page's rows.")
