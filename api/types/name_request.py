"""Controllers' requests for the names of the employees who can see a person."""

from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET, enum_value, field

from api.types.employee import Employee
from api.types.paging import After, Connection, First
from api.types.problem import Problem
from api.types.scalars import DateTime


def requests(first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of the list; the value comes from the plan's answer."""


@strawberry.enum(description="What has become of a request.")
class NameRequestStatus(Enum):
    OPEN = enum_value("OPEN", description="It waits for another controller.")
    GRANTED = enum_value("GRANTED", description="Another controller has granted it, and it stands.")
    REFUSED = enum_value("REFUSED", description="Another controller has refused it.")
    WITHDRAWN = enum_value("WITHDRAWN", description="One of the two has ended it.")
    LAPSED = enum_value("LAPSED", description="Its time has run out.")


@strawberry.type(
    description="A controller's request to learn the names of the employees who can see one person. It takes two: while another controller "
    "has granted it, it opens these names to the one who asked, and nothing else."
)
class NameRequest:
    id: strawberry.ID = field(description="Its id.")
    subject: strawberry.ID = field(description="The id of the person whom it is about.")
    reason: str | None = field(
        description="Why, in the words of the one who asked. Null where the key that it was encrypted under is gone."
    )
    status: NameRequestStatus = field(description="What has become of it.")
    asked_by: Employee = field(description="The controller who asked.")
    asked_at: DateTime = field(description="When.")
    answered_by: Employee | None = field(description="The controller who granted or refused it.")
    answered_at: DateTime | None = field(description="When.")
    valid_to: DateTime | None = field(
        description="Until when it stands (that instant not included): seven days from when it was asked, then from when it was granted."
    )


@strawberry.type(description="One request.")
class NameRequestEdge:
    cursor: str = field(description="Marks this request for `after`. Encrypted, yours alone, and good for this list only.")
    node: NameRequest = field(description="The request.")


@strawberry.type(
    description="Requests that are open or granted, the oldest first. Those about persons whom a core denial closes to you are absent. "
    "Empty, with a code in `extensions.access`, to all but controllers."
)
class NameRequestConnection(Connection):
    edges: list[NameRequestEdge] = field(description="This page's requests.")


@strawberry.type(description="What became of a change to a request for names.")
class NameRequestPayload:
    name_request: NameRequest | None = field(description="The request as it is now; null where nothing was changed.")
    problems: list[Problem] = field(description="Why nothing was changed; empty where it was.")
