"""Areas: municipalities, city districts, countries."""

from enum import Enum
from typing import Annotated

import strawberry
from strawberry import enum_value, field

from api.types.node import Node


@strawberry.enum(description="What sort of area it is.")
class AreaKind(Enum):
    MUNICIPALITY = enum_value("MUNICIPALITY", description="A municipality, code of four digits.")
    DISTRICT = enum_value("DISTRICT", description="A city district, code of six digits.")
    COUNTRY = enum_value("COUNTRY", description="A country other than Norway.")
    UNKNOWN = enum_value("UNKNOWN", description="Stands for a residence that no register knows.")


@strawberry.type(description="A geographic area that persons belong to and units serve.")
class Area(Node):
    kind: AreaKind = field(description="What sort of area it is.")
    code: str = field(description="Its official code, for example `0301` (Oslo) or `030102` (a district of it).")
    name: str | None = field(description="Its name, for example `Oslo`.")
    part_of: Annotated["Area", strawberry.lazy("api.types.area")] | None = field(description="The area that a city district lies in.")
