"""`innsyn serve` without the look-up log, to measure what the log costs. Nothing but the bench can start it."""

import time
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

from audit import log
from audit.budget import Account, Alarm, Charge, Span
from audit.entry import Lookup, Outcome, Technical
from audit.log import Ticket
from audit.patterns import Days
from auth.usage import Period, Used


class Nowhere:
    """A log that keeps nothing."""

    def intend(self, lookup: Lookup) -> Ticket:
        return Ticket(lookup=lookup, due=time.monotonic())

    async def attempt(self, lookup: Lookup) -> Ticket:
        return self.intend(lookup)

    async def conclude(self, ticket: Ticket, outcome: Outcome) -> int:
        return 0

    async def spent(self, account: Account) -> int:
        return 0

    async def charge(self, ticket: Ticket, outcome: Outcome, charge: Charge) -> bool:
        return True

    async def alarms(self, since: Sequence[str] | None, span: Span, most: int) -> list[Alarm]:
        return []

    async def days(self, since: Sequence[str] | None, span: Span, least: int, assigned: Collection[str]) -> Days:
        return Days()

    async def used(self, units: Sequence[str], subjects: Sequence[str], period: Period) -> Used:
        return Used()

    async def note(self, told: Technical) -> int:
        return 0

    async def problem(self) -> str | None:
        return None


@asynccontextmanager
async def opened(_: object, **__: object) -> AsyncIterator[Nowhere]:
    """In place of the log."""
    yield Nowhere()


if __name__ == "__main__":
    import cli

    log.opened = opened  # type: ignore[assignment]
    cli.main()
