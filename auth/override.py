"""Overrides: time-limited access that an employee takes with a reason (A14), and ends."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from auth.change import Problem, closed, of_id, of_reason
from auth.decide import first, missing, reserved
from auth.rules import CODE_ORDER

OVERRIDE = "(override:Override)-[:OF]->(subject:Person), (override)-[:BY]->(taker:Employee)"
"""Access that an employee has taken to a person."""

MONTHS = 3
"""How long one lasts at most."""

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
    if problems := (*of_reason(reason), *_of_day(last_day, today), *of_id(case, "case")):
        return problems
    return (Problem(code="TOO_MANY_OVERRIDES", says=_MANY),) if standing.taken >= most else ()


def ending(standing: Standing) -> tuple[Problem, ...]:
    """Why the viewer may not end an override: to all but who took it there is none."""
    if not standing.found:
        return closed(missing(staff=standing.staff), "override")
    return () if standing.stands else (Problem(code="NOT_STANDING", path=("override",), says=_OVER),)


def _of_day(last_day: date, today: date) -> tuple[Problem, ...]:
    return () if today <= last_day <= latest(today) else (Problem(code="LAST_DAY", path=("lastDay",), says=_DAY),)


def latest(today: date) -> date:
    """The last day that an override may have that is taken today."""
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
_OVER: Mapping[str, str] = {"nb": "Overstyringen er avsluttet allerede", "en": "The override has ended already"}
