"""What refused subjects cost an employee (A24): a total for each of their days in Oslo, that only rises.

It stands beside the tree in the same store, and is written in one transaction with the outcomes that it counts, under the lock that
gives positions: so several processes share it, and none answers what would go beyond.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from audit.entry import Lookup, Outcome
from audit.store import Store
from auth.alarm import ALWAYS
from auth.oslo import day_of

COLUMNS: Final = "actor, day, total, position, beyond"
TOTALS: Final = "SELECT actor, max(total) FROM log_refused WHERE day = ? AND actor IN ({marks}) GROUP BY actor"


_ALARMS: Final = """\
SELECT actor, day, max(total) FROM log_refused
WHERE beyond AND day >= ? AND day <= ? AND (day < ? OR (day = ? AND actor >= ?))
GROUP BY day, actor ORDER BY day DESC, actor LIMIT ?"""
LAST: Final = (ALWAYS[1], "")
"""Comes before every account."""

Span = tuple[str, str]
"""Days in Oslo: the first and the last."""


@dataclass(frozen=True, slots=True)
class Account:
    """An employee's day, in Oslo."""

    actor: str
    day: str

    @classmethod
    def of(cls, lookup: Lookup) -> "Account":
        """What a look-up is charged to."""
        return cls(lookup.key, day_of(lookup.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """To what a look-up is charged, how high that may come, and how the look-up ends where it would come higher."""

    account: Account
    most: int
    beyond: Callable[[], Outcome]


Alarm = tuple[Account, int]
"""An account whose budget was spent, and how many were refused on it."""


def alarms(store: Store, since: Sequence[str] | None, span: Span, most: int) -> list[Alarm]:
    """Whose budget was spent: at most so many from the day and the actor that are told on, the newest day first."""
    day, actor = since or LAST
    with store.reading():
        return [(Account(*told), total) for *told, total in store.rows(_ALARMS, (*span, day, day, actor, most))]
