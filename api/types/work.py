"""Work: employments, and roles at businesses."""

import strawberry
from strawberry import field

from api.types.business import Business
from api.types.paging import Connection, Edge
from api.types.role import Role


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
