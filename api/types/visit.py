"""Visits: who looked a person up, as they read it."""

from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry import UNSET, enum_value, field

from api.types.access import worded
from api.types.paging import After, Connection, First, paged
from api.types.role import Role
from api.types.scalars import Date, DateTime
from api.types.unit import Unit
from auth.category import Category


def visited(
    subject: Annotated[strawberry.ID, strawberry.argument(description="The id of the person who was looked up, for example `p-kari`.")],
    from_: Annotated[
        Date | None,
        strawberry.argument(name="from", description="Only visits on this day or later, for example `2026-01-31`; days are those of Oslo."),
    ] = UNSET,
    to: Annotated[Date | None, strawberry.argument(description="Only visits on this day or earlier, for example `2026-01-31`.")] = UNSET,
    unit: Annotated[
        strawberry.ID | None, strawberry.argument(description="Only visits whose `unit` is this one, as it is told to you.")
    ] = UNSET,
    category: Annotated[
        Category | None, strawberry.argument(description="Only visits in which this was seen, for example `ADDRESS`.")
    ] = UNSET,
    visit: Annotated[strawberry.ID | None, strawberry.argument(description="Only this visit, to unfold it.")] = UNSET,
    first: First = UNSET,
    after: After = UNSET,
) -> Any:
    """Stands for the arguments of visits; the value comes from the plan's answer."""


@strawberry.enum(description="Who looked.")
class VisitBy(Enum):
    SELF = enum_value("SELF", description="The person themselves.")
    MANDATE_HOLDER = enum_value(
        "MANDATE_HOLDER",
        description="Someone who acts for the person: a proxy, a guardian, a parent, a line manager. Of others than themselves it is "
        "told to whoever may see MANDATES of the person.",
    )
    EMPLOYEE = enum_value("EMPLOYEE", description="An employee.")
    SYSTEM = enum_value("SYSTEM", description="A system, by itself or on behalf of someone.")
    OPERATOR = enum_value("OPERATOR", description="Someone at the command line of this service.")
    OTHER = enum_value("OTHER", description="Someone else, for example a relative or the representative of a business.")


@strawberry.enum(description="How somebody looked.")
class VisitManner(Enum):
    HUMAN = enum_value("HUMAN", description="A human asked.")
    AUTOMATED = enum_value("AUTOMATED", description="A system asked by itself.")
    BULK = enum_value("BULK", description="They asked about many at once.")


@strawberry.enum(description="What became of it.")
class VisitResult(Enum):
    ALLOWED = enum_value("ALLOWED", description="Something was told: see `categories`.")
    REFUSED = enum_value("REFUSED", description="They asked, were refused, and were told nothing.")


@strawberry.type(description="A rule by which something was told.")
class VisitRule:
    rule: str = field(description="Its id, for example `employee.local-office`. It is the same in the documentation of the rules.")
    text: str = field(resolver=worded, description="The rule as a sentence, for example “Hører til et område, som en enhet betjener”.")


@strawberry.type(description="One look-up of a visit.")
class LookUp:
    at: DateTime | None = field(description="When; null where the visit's hour is not told.")
    categories: list[Category] = field(description="What was seen, by categories.")
    fields: list[str] = field(
        description="What was seen, by fields of this schema, also where they held nothing: `Person.phone`. To whoever may not see all "
        "that was seen, only the person's own fields: those of a protection or a case say that there is one."
    )


@strawberry.type(description="One look-up.")
class LookUpEdge:
    cursor: str = field(description="Marks this look-up for `after`. Encrypted, yours alone, and good for this list only.")
    node: LookUp = field(description="The look-up.")


@strawberry.type(description="The look-ups of a visit, the newest first.")
class LookUpConnection(Connection):
    edges: list[LookUpEdge] = field(description="This page's look-ups.")


@strawberry.type(
    description="Look-ups that one actor made of a person on one day, in one manner, for the same purpose and case, from the same seat and "
    "with the same result. It gets more look-ups as the day goes, and never becomes part of another."
)
class Visit:
    id: strawberry.ID = field(description="Its id, the same every time; good for `visit` alone.")
    day: Date = field(description="The day in Oslo.")
    first_at: DateTime | None = field(
        description="When the first look-up was. Null where fewer than five could have held the seat, or no seat is known: see `exact`."
    )
    last_at: DateTime | None = field(description="When the last was; null as `firstAt`.")
    exact: bool = field(
        description="False where fewer than five could have held the seat, or no seat is known: then `unit` is the unit above, or null, "
        "`role` is null, and of the time only the day is told."
    )
    by: VisitBy = field(description="Who looked.")
    pseudonym: str | None = field(
        description="Stands for who looked: the same at each of their visits to this person, another to everyone else. Null for a system."
    )
    unit: Unit | None = field(
        description="The unit that they looked from, as it was then; of one where fewer than five could have held the seat, the unit above."
    )
    role: Role | None = field(description="The role that they looked by, as it was then.")
    system: str | None = field(description="The system that asked, or that they asked through.")
    on_behalf_of: str | None = field(description="Whom it was asked for, by pseudonym; null where they asked for themselves.")
    purpose: str | None = field(description="The code of the purpose that was stated, for example `FOLLOW_UP`; null where none was.")
    purpose_text: str | None = field(resolver=worded, description="The purpose as a sentence, for example “For å behandle en ytelse”.")
    manner: VisitManner = field(description="How they looked.")
    result: VisitResult = field(description="What became of it.")
    categories: list[Category] = field(description="What was seen, also where it held nothing.")
    rules: list[VisitRule] = field(
        description="The rules that told it, those that you may know of: a rule that goes by a case, an address or a mandate says that "
        "there is one. Empty for a refused visit, and where only a relation to somebody else told it, as to a relative."
    )
    override: bool = field(description="Whether it was by access that they took, with a reason.")
    look_up_count: int = field(description="How many look-ups it is.")
    look_ups: LookUpConnection = field(resolver=paged, description="They, one by one.")


@strawberry.type(
    description="How often somebody looked from one unit, as it is told: of a seat that fewer than five could have held, the unit above."
)
class VisitUnit:
    unit: Unit | None = field(description="The unit; null for those who looked from none, or from one that is not told.")
    visit_count: int = field(description="How many visits.")
    look_up_count: int = field(description="How many look-ups they are.")
    refused_count: int = field(description="How many of these were refused.")
    without_case_count: int | None = field(
        description="How many of these told an employee something who neither stated a case nor saw it by one that was assigned to them. "
        "Null to whoever may not see all CASES of the person."
    )
    last_day: Date = field(description="The day of the last.")


@strawberry.type(description="How often one rule told something.")
class VisitByRule(VisitRule):
    look_up_count: int = field(description="In how many look-ups; one that several rules told something in is one of each.")
    last_day: Date = field(description="The day of the last.")


@strawberry.enum(description="Why the log does not say all of some time.")
class VisitGapReason(Enum):
    CUT_OFF = enum_value("CUT_OFF", description="The end of the log was lost, and it went on without it. Some look-ups may be missing.")
    ERASED = enum_value("ERASED", description="What it said was erased, at the end of its time.")
    TOLD_AFTERWARDS = enum_value(
        "TOLD_AFTERWARDS", description="What it said was erased; when, and by whom, is not in the log. That was told afterwards."
    )


@strawberry.type(
    description="A time of which the log does not say all. It is of the log as a whole, the widest it can be, and the same to everyone."
)
class VisitGap:
    from_: DateTime | None = field(name="from", description="From when; null: from the beginning of the log.")
    to: DateTime = field(description="Until when; that instant is not of it.")
    reason: VisitGapReason = field(description="Why.")


@strawberry.type(description="One visit.")
class VisitEdge:
    cursor: str = field(description="Marks this visit for `after`. Encrypted, yours alone, and good for this list only.")
    node: Visit = field(description="The visit.")


@strawberry.type(
    description="Visits, the newest day first, in no order within the day. Later pages are as of the first, however the log "
    "grows meanwhile. Empty, with a code in `extensions.access`, where you may not ask."
)
class VisitConnection(Connection):
    edges: list[VisitEdge] = field(description="This page's visits.")
    by_unit: list[VisitUnit] | None = field(
        description="All these visits by unit, those from which most look-ups came first. Their look-ups add up to all."
    )
    by_rule: list[VisitByRule] | None = field(
        description="The rules that told something in all these visits, those that you may know of. As far as is told, "
        "a group of `whoCanSee` whose rule is none of them never used it."
    )
    complete_since: DateTime | None = field(
        description="From when the log still says all that it was told. What is older has been erased, or some of it may be lost."
    )
    gaps: list[VisitGap] | None = field(
        description="Of which times before that the log does not say all, and why; empty where nothing was ever erased or lost."
    )
    erased: int | None = field(description="How many look-ups of this person no longer say anything, and are in no visit.")
    notice: str = field(resolver=worded, description="That some may be withheld by law. It stands with every answer.")
