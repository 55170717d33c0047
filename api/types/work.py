"""Work: employments, and roles at businesses."""

from typing import Annotated

import strawberry
from strawberry import field

from api.types.business import Business
from api.types.paging import Connection, Edge
from api.types.role import Role

_Person = Annotated["Person", strawberry.lazy("api.types.person")]  # type: ignore[name-defined] # noqa: F821


@strawberry.type(description="One employment.")
class EmploymentEdge(Edge):
    node: Business | None = field(description="The employer.")
    title: str | None = field(description="What the person works as, for example `Sykepleier`.")
    percentage: float | None = field(description="Share of full time, for example `80`.")


@strawberry.type(description="Where a person works.")
class EmploymentConnection(Connection):
    edges: list[EmploymentEdge] = field(description="This page's rows.")


@strawberry.type(description="One role at a business.")
class BusinessRoleEdge(Edge):
    node: Business | None = field(description="The business.")
    role: Role | None = field(description="Which role, for example managing director, chair or accountant.")


@strawberry.type(description="Roles that a person holds at businesses.")
class BusinessRoleConnection(Connection):
    edges: list[BusinessRoleEdge] = field(description="This page's rows.")


@strawberry.type(description="One who works at a business.")
class EmployedEdge(Edge):
    node: _Person | None = field(description="The person, masked for you on their own account; the name comes with the relation.")
    title: str | None = field(description="What the person works as, for example `Sykepleier`.")
    percentage: float | None = field(description="Share of full time, for example `80`.")


@strawberry.type(description="Those who work at a business.")
class EmployedConnection(Connection):
    edges: list[EmployedEdge] = field(description="This page's rows.")


@strawberry.type(description="One who holds a role at a business.")
class RepresentativeEdge(Edge):
    node: _Person | None = field(description="The person, masked for you on their own account; the name comes with the relation.")
    role: Role | None = field(description="Which role, for example managing director, chair or accountant.")


@strawberry.type(description="Those who hold roles at a business.")
class RepresentativeConnection(Connection):
    edges: list[RepresentativeEdge] = field(description="This page's rows.")
