"""Restrictions: by law, what a unit does about a person is withheld from them for a time."""

from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET, enum_value, field

from api.types.employee import Employee
from api.types.paging import After, Connection, First
from api.types.problem import Problem
from api.types.scalars import Date, DateTime


def restrictions(first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of the list; the value comes from the plan's answer."""


@strawberry.enum(description="What has become of a restriction.")
class RestrictionStatus(Enum):
    OPEN = enum_value("OPEN", description="It waits for another controller, and withholds nothing yet.")
    GRANTED = enum_value("GRANTED", description="Another controller has granted it, and it is in force.")
    REFUSED = enum_value("REFUSED", description="Another controller has refused it.")
    WITHDRAWN = enum_value("WITHDRAWN", description="One of the two has ended it.")
    LAPSED = enum_value("LAPSED", description="Its last day is over, or nobody answered.")


@strawberry.type(
    description="By law, look-ups of a person by one unit, and that its employees can see the person, are withheld from the person and "
    "from all others but controllers. It takes two controllers, and it ends. Then all that was withheld shows: also that it was."
)
class Restriction:
    id: strawberry.ID = field(description="Its id.")
    subject: strawberry.ID = field(description="The id of the person.")
    unit: strawberry.ID = field(description="The id of the unit.")
    legal_basis: str = field(description="The law by which it is withheld: act and section.")
    reason: str | None = field(
        description="Why, in the words of the one who asked. Null where the key that it was encrypted under is gone."
    )
    last_day: Date = field(description="The last day that it is in force, in Oslo.")
    status: RestrictionStatus = field(description="What has become of it.")
    asked_by: Employee = field(description="The controller who asked.")
    asked_at: DateTime = field(description="When.")
    answered_by: Employee | None = field(description="The controller who granted or refused it.")
    answered_at: DateTime | None = field(description="When.")
    valid_to: DateTime | None = field(
        description="Until when it waits or is in force (that instant not included): seven days from when it was asked, or its last "
        "day's end."
    )


@strawberry.type(description="One restriction.")
class RestrictionEdge:
    cursor: str = field(description="Marks this restriction for `after`. Encrypted, yours alone, and good for this list only.")
    node: Restriction = field(description="The restriction.")


@strawberry.type(
    description="Restrictions that wait for an answer or are in force, the oldest first. Those about persons whom a core denial closes to "
    "you are absent. Empty, with a code in `extensions.access`, to all but controllers."
)
class RestrictionConnection(Connection):
    edges: list[RestrictionEdge] = field(description="This page's restrictions.")


@strawberry.type(description="What became of a change to a restriction.")
class RestrictionPayload:
    restriction: Restriction | None = field(description="The restriction as it is now; null where nothing was changed.")
    problems: list[Problem] = field(description="Why nothing was changed; empty where it was.")
