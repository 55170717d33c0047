"""Alarms: what of an employee's day controllers are told of, because it is unusual (A24)."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from auth.category import Category


class AlarmKind(StrEnum):
    """What is unusual about an employee's day."""

    REFUSALS = "REFUSALS"
    SURNAME = "SURNAME"
    ADDRESS = "ADDRESS"
    COLLEAGUES_KIN = "COLLEAGUES_KIN"


PATTERNS: Final = (AlarmKind.SURNAME, AlarmKind.ADDRESS, AlarmKind.COLLEAGUES_KIN)
"""Those that take no refusal: persons who are alike in something."""

LEAST: Final[Mapping[AlarmKind, int]] = {AlarmKind.SURNAME: 8, AlarmKind.ADDRESS: 6, AlarmKind.COLLEAGUES_KIN: 3}
"""How many persons who are alike make an alarm, unless told."""

ALWAYS: Final = ("", "9999-99-99")
"""Days that come before and after all there are."""

WHO: Final = frozenset({Category.CARD, Category.IDENTITY, Category.TRACE})
"""What a list to choose somebody from tells of them, and what tells of look-ups alone."""


def sought(*, direct: bool, refused: bool, cased: bool, categories: Collection[str]) -> bool:
    """Whether a person was looked up for their own sake: the question came to them from nobody else, and was refused, or told more than
    who they are without a case that was stated for it."""
    return direct and (refused or (not cased and not WHO.issuperset(categories)))
