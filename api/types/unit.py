"""Units of the administration."""

from enum import Enum
from typing import Annotated

import strawberry
from strawberry import enum_value, field

from api.types.area import Area
from api.types.node import Node


@strawberry.enum(description="What sort of unit it is.")
class UnitKind(Enum):
    OFFICE = enum_value("OFFICE", description="A local office.")
    AID_CENTRE = enum_value("AID_CENTRE", description="A centre for assistive devices.")
    CONTACT_CENTRE = enum_value("CONTACT_CENTRE", description="A contact centre, which serves the whole country.")
    SPECIAL = enum_value("SPECIAL", description="A unit with a special task, for example one benefit for the whole country.")
    REGION = enum_value("REGION", description="A region that other units are part of.")


@strawberry.type(description="A unit that serves persons, for example an office. Where it would betray a hidden person, it reads as “NAV”.")
class Unit(Node):
    number: str | None = field(description="Four digits, for example `0219`.")
    name: str | None = field(description="Its name, for example `NAV Bærum`.")
    kind: UnitKind | None = field(description="What sort of unit it is.")
    part_of: Annotated["Unit", strawberry.lazy("api.types.unit")] | None = field(description="The unit above it.")
    areas: list[Area] | None = field(description="The areas that it serves.")
