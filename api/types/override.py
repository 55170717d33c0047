"""Overrides: time-limited access taken with a reason."""

from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET, enum_value, field

from api.types.paging import After, Connection, First
from api.types.problem import Problem
from api.types.scalars import DateTime


def standing(first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of the list; the value comes from the plan's answer."""


@strawberry.enum(description="What controllers have said of an override.")
class OverrideReview(Enum):
    OPEN = enum_value("OPEN", description="Nothing yet: it ends seven days after it was taken, unless it is approved.")
    APPROVED = enum_value("APPROVED", description="A controller approved of it: it stands until its last day is over.")
    DISAPPROVED = enum_value("DISAPPROVED", description="A controller disapproved of it, which ended it.")


@strawberry.type(description="A position that an employee holds at a unit now.")
class OverrideSeat:
    unit: str | None = field(description="The unit's name; NAV where it is one for persons in hiding.")
    role: str | None = field(description="The role's name.")


@strawberry.type(
    description="Access that an employee has taken to a person, with a reason: what their roles would give within reach, past the "
    "overridable denials that it lifts, never past a core one."
)
class Override:
    id: strawberry.ID = field(description="Its id.")
    subject: strawberry.ID = field(description="The id of the person.")
    reason: str | None = field(description="Why. Null where the key that it was encrypted under is gone.")
    case: strawberry.ID | None = field(description="The case that it is for.")
    lifts: list[str] = field(
        description="Codes of the overridable denials that it lifts: those that stood when it was taken. Empty where there was none; "
        "that the person is outside the area is no denial, and not among them."
    )
    taken_at: DateTime = field(description="When it was taken.")
    valid_to: DateTime | None = field(
        description="When it ends (that instant not included): seven days after it was taken at the latest, unless it is approved."
    )
    until: DateTime | None = field(description="When its last day is over, to which it stands once a controller approves of it.")
    review: OverrideReview = field(description="What controllers have said of it.")
    reviewed_at: DateTime | None = field(description="When they last said so.")
    seats: list[OverrideSeat] = field(description="Where whoever took it works, and as what.")


@strawberry.type(description="One override.")
class OverrideEdge:
    cursor: str = field(description="Marks this override for `after`. Encrypted, yours alone, and good for this list only.")
    node: Override = field(description="The override.")


@strawberry.type(
    description="Overrides that stand, the oldest first. Those of persons whom a core denial closes to you are absent, and so are yours, "
    "those of employees close to you and of colleagues at your office. Empty, with a code in `extensions.access`, to all but controllers."
)
class OverrideConnection(Connection):
    edges: list[OverrideEdge] = field(description="This page's overrides.")


@strawberry.type(description="What became of an override that was taken, reviewed or ended.")
class OverridePayload:
    override: Override | None = field(description="The override as it is now; null where nothing was changed.")
    problems: list[Problem] = field(description="Why nothing was changed; empty where it was.")
