"""What refused subjects cost an employee (A24): a total for each of their days in Oslo, that only rises.

It stands beside the tree in the same store, and is written in one transaction with the outcomes that it counts, under the lock that
gives positions: so several processes share it, and none answers what would go beyond.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from audit.entry import Lookup, Outcome
from audit.record import day_of

COLUMNS: Final = "actor, day, total, position"
TOTALS: Final = "SELECT actor, max(total) FROM log_refused WHERE day = ? AND actor IN ({marks}) GROUP BY actor"


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
