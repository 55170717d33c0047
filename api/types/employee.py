"""Employees in their work."""

import strawberry
from strawberry import field

from api.types.node import Node


@strawberry.type(description="Someone in their work, as staff know them. Who they are as a person is not shown here.")
class Employee(Node):
    ident: str | None = field(description="What they sign in as, for example `A100101`.")
    name: str | None = field(description="The name that they use at work.")
