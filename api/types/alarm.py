"""Alarms: what is unusual about an employee's day."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.access import described
from api.types.override import OverrideSeat
from api.types.paging import After, First, PageInfo
from api.types.scalars import Date
from auth.alarm import AlarmKind

described(
    AlarmKind,
    "What is unusual about an employee's day. All but refusals are of persons whom they looked up for their own sake: not as somebody's "
    "relative or through a case, without a case that was stated or assigned to them, and to read more than who they are, or refused.",
    {
        "REFUSALS": "They were refused more subjects than they may be, and were then answered nothing more.",
        "SURNAME": "Many of the persons have one surname.",
        "ADDRESS": "Many of the persons live at one address.",
        "COLLEAGUES_KIN": "Several of the persons are close kin of those who work at the employee's office, and not of the employee.",
    },
)


def raised(
    kinds: Annotated[
        list[AlarmKind] | None, strawberry.argument(description="Only these kinds, for example `[REFUSALS]`; all when left out.")
    ] = UNSET,
    from_: Annotated[
        Date | None,
        strawberry.argument(
            name="from", description="Only from this day on, in Oslo, for example `2026-01-31`; from the first when left out."
        ),
    ] = UNSET,
    to: Annotated[
        Date | None, strawberry.argument(description="Only until this day, for example `2026-01-31`; until today when left out.")
    ] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
) -> Any:
    """Stands for the arguments of the list; the value comes from the plan's answer."""


@strawberry.type(description="Something unusual about what an employee looked up on one day. A question to ask them, and no finding.")
class Alarm:
    id: strawberry.ID = field(description="Its id.")
    kind: AlarmKind = field(description="What is unusual.")
    pseudonym: str = field(description="Stands for the employee: the same on every day and to every controller, and not the one of visits.")
    day: Date = field(description="The day, in Oslo.")
    subjects: int = field(
        description="How many subjects it is about: those refused, or else the most persons who are alike. Who is closed to you by a core "
        "denial is not counted."
    )
    refused: int = field(description="How many of these were refused; of `REFUSALS`, those of the request that went beyond included.")
    out_of: int | None = field(description="How many persons the employee looked up so that day in all, 1,000 at most. Null of `REFUSALS`.")
    seats: list[OverrideSeat] = field(description="Where the employee works, and as what.")


@strawberry.type(description="One alarm.")
class AlarmEdge:
    cursor: str = field(description="Marks this alarm for `after`. Encrypted, yours alone, and good for this list only.")
    node: Alarm = field(description="The alarm.")


@strawberry.type(
    description="Alarms, the newest day first. Your own are absent, and so are those of employees close to you and of colleagues at your "
    "office. A page is chosen from a part of the log, and may have fewer than you asked for, or none, and say that there is a next: go on "
    "with its `endCursor`. Empty, with a code in `extensions.access`, to all but controllers."
)
class AlarmConnection:
    page_info: PageInfo = field(description="Where this page lies in the list.")
    edges: list[AlarmEdge] = field(description="This page's alarms.")
