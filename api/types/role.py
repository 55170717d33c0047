"""Roles: what a position lets its holder do."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.node import Node


@strawberry.enum(description="How far a role reaches.")
class Reach(Enum):
    LOCAL = enum_value("LOCAL", description="Persons in the areas that the holder's unit serves.")
    NATIONAL = enum_value("NATIONAL", description="Persons in the whole country.")
    ASSIGNED = enum_value("ASSIGNED", description="Only persons in cases assigned to the holder.")


@strawberry.type(description="A role that positions give, for example counsellor or managing director.")
class Role(Node):
    code: str = field(description="Its code, for example `COUNSELLOR`.")
    name: str | None = field(description="Its name for people, for example `Veileder`.")
    reach: Reach = field(description="How far it reaches.")
