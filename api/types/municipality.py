"""Municipalities as organisations."""

from typing import Annotated

import strawberry
from strawberry import field

from api.types.area import Area
from api.types.node import Node
from api.types.paging import paged

_Activities = Annotated["ArrangedConnection", strawberry.lazy("api.types.activity")]  # type: ignore[name-defined] # noqa: F821
_Devices = Annotated["HeldDeviceConnection", strawberry.lazy("api.types.device")]  # type: ignore[name-defined] # noqa: F821


@strawberry.type(description="A municipality as an organisation: what the register shows, and the rest for those who work there.")
class Municipality(Node):
    organisation_number: str | None = field(description="Nine digits, for example `958935420`.")
    name: str | None = field(description="Its name, for example `Oslo kommune`.")
    areas: list[Area] = field(description="The areas that it governs.")
    activities: _Activities | None = field(resolver=paged, description="What it arranges, newest first.")
    devices: _Devices | None = field(resolver=paged, description="Assistive devices that it owns or keeps.")
