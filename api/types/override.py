"""Overrides: time-limited access taken with a reason."""

import strawberry
from strawberry import field

from api.types.problem import Problem
from api.types.scalars import DateTime


@strawberry.type(
    description="Access that an employee has taken to a person, with a reason: what their roles would give within reach, past the "
    "overridable denials that it lifts, never past a core one."
)
class Override:
    id: strawberry.ID = field(description="Its id.")
    subject: strawberry.ID = field(description="The id of the person.")
    reason: str | None = field(description="Why. Null where the key that it was encrypted under is gone.")
    case: strawberry.ID | None = field(description="The case that it is for.")
    lifts: list[str] = field(description="Codes of the overridable denials that it lifts: those that stood when it was taken.")
    taken_at: DateTime = field(description="When it was taken.")
    valid_to: DateTime | None = field(description="When it ends (that instant not included).")


@strawberry.type(description="What became of an override that was taken or ended.")
class OverridePayload:
    override: Override | None = field(description="The override as it is now; null where nothing was changed.")
    problems: list[Problem] = field(description="Why nothing was changed; empty where it was.")
