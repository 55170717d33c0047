"""Could and did: who could look from the seats of a unit, and what was looked up, in counts for controllers."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.access import worded
from api.types.role import Role
from api.types.scalars import Date
from api.types.unit import Unit


def used(
    units: Annotated[
        list[strawberry.ID],
        strawberry.argument(description='Ids of units, at most 20, for example `["unit:0315"]`; the answer keeps their order.'),
    ],
    from_: Annotated[
        Date | None,
        strawberry.argument(
            name="from",
            description="The first day that counts, in Oslo, for example `2026-01-01`; 90 days with the last one where it is left out, "
            "and at most 366.",
        ),
    ] = UNSET,
    to: Annotated[
        Date | None, strawberry.argument(description="The last day that counts, for example `2026-01-31`; today when left out.")
    ] = UNSET,
) -> Any:
    """Stands for the arguments; the value comes from the plan's answer."""


@strawberry.type(description="Rights of their own, how many stand, and how many of these nobody used.")
class StandingUsage:
    standing: int = field(description="How many stand now.")
    unused: int = field(description="By how many of these nobody was looked up in the period.")


@strawberry.type(description="What was looked up by one rule from the seats of one role.")
class RuleUsage:
    rule: str = field(description="Its id, for example `employee.local-office`. It is the same in the documentation of the rules.")
    text: str = field(resolver=worded, description="The rule as a sentence, for example “Hører til et område, som en enhet betjener”.")
    unused: int | None = field(
        description="How many who hold the role here now saw nobody by it. Null for a rule that takes more than the role, as an assigned "
        "case: see `assignments` and `overrides`."
    )
    look_up_count: int = field(description="In how many look-ups it told something; one that several rules did is one of each.")
    without_case_count: int = field(description="How many of these neither stated a case, nor told it by one that was assigned.")
    last_day: Date | None = field(description="The day of the last.")


@strawberry.type(description="One role at a unit: who holds it, and what was looked up from its seats.")
class SeatUsage:
    role: Role | None = field(description="The role; null for look-ups from what is no seat of the unit any more.")
    holders: int = field(description="How many employees hold it here now.")
    unused: int = field(description="How many of these saw nobody by it in the period.")
    look_up_count: int = field(description="How many look-ups came from its seats, also by those who hold it no more.")
    refused_count: int = field(description="How many of these were refused.")
    without_case_count: int = field(
        description="How many told something by a rule, and neither stated a case nor told it by one that was assigned. Who was told of as "
        "somebody's relative alone counts as no such."
    )
    last_day: Date | None = field(description="The day of the last.")
    rules: list[RuleUsage] = field(description="The rules that the role can look by, also where nobody did, and all that told something.")


@strawberry.type(
    description="Who could look from a unit and what was looked up from it, in a period. It names nobody, and is the same for every "
    "controller who may read it."
)
class UnitUsage:
    unit: Unit | None = field(description="The unit.")
    from_: Date = field(name="from", description="The first day that counts.")
    to: Date = field(description="The last.")
    since: Date | None = field(
        description="From which day the log still says from where somebody looked; where that is later than `from`, only since then is "
        "anything counted. Null where it says it of nothing."
    )
    holders: int = field(description="How many employees hold a position here now.")
    unused: int = field(description="How many of these saw nobody from here in the period.")
    look_up_count: int = field(
        description="How many look-ups came from here: one of each person, business or other that an answer told of or refused. Of several "
        "positions that gave, the first counts; where none did, the first that the employee holds."
    )
    refused_count: int = field(description="How many of these were refused.")
    without_case_count: int = field(
        description="How many told something by a rule, and neither stated a case nor told it by one that was assigned to the employee."
    )
    last_day: Date | None = field(description="The day of the last.")
    seats: list[SeatUsage] = field(
        description="The same by role. Look-ups add up to all of the unit's, unless a position has several roles."
    )
    assignments: StandingUsage = field(description="Open cases that are assigned to those who work here, to each of them.")
    overrides: StandingUsage = field(description="Overrides that those who work here have taken and that stand.")
