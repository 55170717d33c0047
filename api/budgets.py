"""What each viewer may spend in a minute, on this server: on answers, by their estimated cost, and on documents that are new to it.

A budget fills up again evenly, as a leaky bucket does. It hangs on what was asked, never on what was found (A17).
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from api.errors import CostSpent, NewSpent
from api.limits import COSTS, NEW
from auth.viewer import Viewer, ViewerKind

MINUTE: Final = 60.0
VIEWERS_KEPT: Final = 10_000
"""Whose budgets are remembered; of who has not asked for longest it is full again."""


@dataclass(slots=True, kw_only=True)
class _Bucket:
    """What is left, at an instant."""

    left: float
    at: float

    def take(self, amount: int, most: int, now: float) -> float:
        """Take an amount of what may be taken in a minute, or, where less is left, nothing: the seconds until there is enough."""
        self.left = min(most, self.left + (now - self.at) * most / MINUTE)
        self.at = now
        if amount > self.left:
            return (amount - self.left) * MINUTE / most
        self.left -= amount
        return 0.0


@dataclass(slots=True, kw_only=True)
class Budgets:
    """The budgets of one server."""

    cost: Mapping[ViewerKind, int] = field(default_factory=lambda: COSTS)
    new: int = NEW
    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[tuple[str, ViewerKind, str], _Bucket] = field(default_factory=OrderedDict)

    def spend(self, viewer: Viewer, cost: int) -> int:
        """Charge an operation: what is left of the minute's budget. Raises where it is not enough, and charges nothing."""
        bucket, waits = self._take("cost", viewer, cost, self.cost[viewer.kind])
        if waits:
            raise CostSpent(seconds=math.ceil(waits))
        return int(bucket.left)

    def newcomer(self, viewer: Viewer) -> Callable[[], None]:
        """What is called wherever something of one request is new: it charges the viewer once. Raises where nothing is left."""
        charged: list[bool] = []

        def charge() -> None:
            if not charged:
                charged.append(True)
                _, waits = self._take("new", viewer, 1, self.new)
                if waits:
                    raise NewSpent(seconds=math.ceil(waits))

        return charge

    def _take(self, what: str, viewer: Viewer, amount: int, most: int) -> tuple[_Bucket, float]:
        key, now = (what, viewer.kind, viewer.key), self.clock()
        bucket = self._buckets.setdefault(key, _Bucket(left=most, at=now))
        self._buckets.move_to_end(key)
        if len(self._buckets) > VIEWERS_KEPT:
            self._buckets.popitem(last=False)
        return bucket, bucket.take(amount, most, now)
