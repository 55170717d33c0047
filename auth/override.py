"""Overrides: time-limited access that an employee takes with a reason (A14), and ends."""

import calendar
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auth.change import Problem, closed, of_id, of_reason
from auth.decide import OUTSIDE_AREA, first, missing, reserved
from auth.rules import CODE_ORDER

OVERRIDE = "(override:Override)-[:OF]->(subject:Person), (override)-[:BY]->(taker:Employee)"
"""Access that an employee has taken to a person."""

MONTHS = 3
"""How long one lasts at most."""

REVIEW_DAYS = 7
"""How long one stands that no controller has approved."""

REVIEWS = ("APPROVED_BY", "DISAPPROVED_BY")
"""How an override leads to the controllers who reviewed it."""

SEATS = "(taker:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit), (position)-[:IN]->(role:Role)"
"""Where whoever took it works, and as what."""

MOST = 20
"""How many an employee has at once at most, unless told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who the viewer is to an override that they take or end. `may`: an override would give them something; `core` are the codes of the
    core denials between them and the person, `lifts` those of the overridable ones; `taken` is how many they have now."""

    staff: bool
    may: bool
    found: bool
    core: frozenset[str] = frozenset()
    lifts: tuple[str, ...] = ()
    taken: int = 0
    stands: bool = False


def taking(standing: Standing, reason: str, last_day: date, case: str | None, *, today: date, most: int) -> tuple[Problem, ...]:
    """Why the viewer may not take access."""
    if not (standing.staff and standing.may):
        return closed(reserved(staff=standing.staff))
    if not standing.found:
        return closed(missing(staff=standing.staff), "subject")
    if standing.core:
        # Protections come first in the order, so one shows alone (A6).
        return closed(first(standing.core, CODE_ORDER), "subject")
    if problems := (*of_reason(reason), *of_day(last_day, today), *of_id(case, "case")):
        return problems
    return (Problem(code="TOO_MANY_OVERRIDES", says=_MANY),) if standing.taken >= most else ()


def ending(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not end an override: to all but who took it there is none."""
    if not standing.found:
        return closed(missing(staff=standing.staff), "override")
    return () if standing.stands else (Problem(code="NOT_STANDING", path=("override",), says=_OVER),)


def lifted(named: Collection[str]) -> list[str]:
    """The denials among the codes that an override names. That somebody is outside the area is none, and files may name it (A14)."""
    return [each for each in named if each != OUTSIDE_AREA]


class Review(StrEnum):
    """What controllers have said of an override."""

    OPEN = "OPEN"
    APPROVED = "APPROVED"
    DISAPPROVED = "DISAPPROVED"

    @classmethod
    def of(cls, reviews: Collection[str]) -> "Review":
        """By the relationships to those who reviewed it: that one of them disapproved ended it."""
        if "DISAPPROVED_BY" in reviews:
            return cls.DISAPPROVED
        return cls.APPROVED if "APPROVED_BY" in reviews else cls.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """Who the viewer is to an override that they review. `found`: it is there for them, so that no core denial stands between them and the
    person, nor whoever took it."""

    staff: bool
    controller: bool
    found: bool
    stands: bool = False
    review: Review = Review.OPEN


def reviewing(standing: Reviewing, *, approved: bool) -> tuple[Problem, ...]:
    """Why the viewer may not approve of an override, or end it: approved once, it can still be ended."""
    if not standing.controller:
        return closed(reserved(staff=standing.staff))
    if not standing.found:
        return closed(missing(staff=standing.staff), "override")
    if not standing.stands or standing.review is Review.DISAPPROVED:
        return (Problem(code="NOT_STANDING", path=("override",), says=_OVER),)
    if approved and standing.review is Review.APPROVED:
        return (Problem(code="APPROVED_ALREADY", path=("override",), says=_APPROVED),)
    return ()


def of_day(last_day: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the last day of what lasts for some months at most."""
    return () if today <= last_day <= latest(today) else (Problem(code="LAST_DAY", path=("lastDay",), says=_DAY),)


def latest(today: date) -> date:
    """The last day that may be named today."""
    year, month = divmod(today.year * 12 + today.month - 1 + MONTHS, 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


_DAY: Mapping[str, str] = {
    "nb": f"Skriv en siste dag fra og med i dag, høyst {MONTHS} måneder fram",
    "en": f"Write a last day from today on, at most {MONTHS} months ahead",
}
_MANY: Mapping[str, str] = {
    "nb": "Du har for mange overstyringer som gjelder; avslutt dem du ikke trenger",
    "en": "You have too many overrides that stand; end those that you do not need",
}
_APPROVED: Mapping[str, str] = {"nb": "Overstyringen er godkjent allerede", "en": "The override has been approved already"}
_OVER: Mapping[str, str] = {"nb": "Overstyringen er avsluttet allerede", "en": "The override has ended already"}
