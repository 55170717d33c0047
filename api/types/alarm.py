"""Alarms: employees who were refused more on one day than they may be."""

from typing import Any

import strawberry
from strawberry import UNSET, field

from api.types.override import OverrideSeat
from api.types.paging import After, First, PageInfo
from api.types.scalars import Date


def raised(first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of the list; the value comes from the plan's answer."""


@strawberry.type(description="An employee was refused more subjects on one day than they may be, and was then answered nothing more.")
class Alarm:
    id: strawberry.ID = field(description="Its id.")
    pseudonym: str = field(description="Stands for the employee: the same on every day and to every controller, and not the one of visits.")
    day: Date = field(description="The day, in Oslo.")
    refused: int = field(description="How many subjects were refused, those of the request that went beyond included.")
    seats: list[OverrideSeat] = field(description="Where the employee works, and as what.")


@strawberry.type(description="One alarm.")
class AlarmEdge:
    cursor: str = field(description="Marks this alarm for `after`. Encrypted, yours alone, and good for this list only.")
    node: Alarm = field(description="The alarm.")


@strawberry.type(
    description="Alarms, the newest day first. Your own are absent, and so are those of employees close to you and of colleagues at your "
    "office: where they are very many in a row, a page has fewer than you asked for, or none, and says that there is a next. Empty, with a "
    "code in `extensions.access`, to all but controllers."
)
class AlarmConnection:
    page_info: PageInfo = field(description="Where this page lies in the list.")
    edges: list[AlarmEdge] = field(description="This page's alarms.")
