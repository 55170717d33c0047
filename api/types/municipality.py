"""Municipalities as organisations."""

import strawberry
from strawberry import field

from api.types.area import Area
from api.types.node import Node


@strawberry.type(description="A municipality as an organisation, with the areas that it governs.")
class Municipality(Node):
    organisation_number: str | None = field(description="Nine digits, for example `958935420`.")
    name: str | None = field(description="Its name, for example `Oslo kommune`.")
    areas: list[Area] = field(description="The areas that it governs.")
