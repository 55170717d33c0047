"""Notices: what a person is told of by itself."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.access import worded
from api.types.paging import Connection
from api.types.problem import Problem
from api.types.role import Role
from api.types.scalars import Date, DateTime
from api.types.unit import Unit


@strawberry.enum(description="What a person can be told of.")
class NoticeKind(Enum):
    OVERRIDE = enum_value(
        "OVERRIDE", description="An employee took access to you, with a reason. You are told of it unless you choose otherwise."
    )
    NEW_UNIT = enum_value("NEW_UNIT", description="An employee of a unit looked you up, and none of that unit had before.")
    NEW_MANDATE = enum_value("NEW_MANDATE", description="A new mandate names you: as who gave it, who holds it, or whom it is about.")


@strawberry.type(description="Something that a person is told of by itself.")
class Notice:
    id: strawberry.ID = field(description="Its id, the same every time.")
    kind: NoticeKind = field(description="What it is about.")
    day: Date = field(description="The day in Oslo.")
    at: DateTime | None = field(description="When it was; null where the hour is not told, as of a visit whose `exact` is false.")
    text: str = field(resolver=worded, description="It as a sentence, for example “En enhet har slått opp på deg for første gang”.")
    unit: Unit | None = field(description="The unit that it came from, as the visit tells it; null where it is not told, and of a mandate.")
    role: Role | None = field(description="The role, as the visit tells it.")
    visit: strawberry.ID | None = field(description="The id of the visit, for `visits(visit:)`; null of a mandate.")
    mandate: strawberry.ID | None = field(description="The id of the mandate; null of all else.")


@strawberry.type(description="One notice.")
class NoticeEdge:
    cursor: str = field(description="Marks this notice for `after`. Encrypted, yours alone, and good for this list only.")
    node: Notice = field(description="The notice.")


@strawberry.type(
    description="Your notices of the kinds that you are told of now, the newest day first, in no order within the day. Later pages are as "
    "of the first, however the log grows meanwhile."
)
class NoticeConnection(Connection):
    edges: list[NoticeEdge] = field(description="This page's notices.")
    kinds: list[NoticeKind] = field(description="What you are told of: see `chooseNotices`.")


@strawberry.type(description="What a person has chosen to be told of.")
class NoticeChoice:
    kinds: list[NoticeKind] = field(description="All that you are told of.")


@strawberry.type(description="What became of a choice.")
class NoticeChoicePayload:
    choice: NoticeChoice | None = field(description="The choice as it is now; null where nothing was changed.")
    problems: list[Problem] = field(description="Why nothing was changed; empty where it was.")
