"""A look-up log that keeps in memory what it is told, for tests that ask what is told to it."""

import time
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import orjson

from audit.budget import LAST, Account, Alarm, Charge, Span
from audit.entry import Lookup, Outcome, Technical
from audit.log import Ticket
from audit.patterns import Days, chosen
from audit.record import OPEN, concluded
from audit.usage import Use
from audit.visits import Entry, Logged
from auth.usage import Period, Tally, Used
from auth.visit import Gap


@dataclass(slots=True)
class Kept:
    """What began, and what has ended how."""

    begun: list[Lookup] = field(default_factory=list)
    ended: list[tuple[Lookup, Outcome]] = field(default_factory=list)
    charges: bool = False
    """Whether refused subjects are charged: most tests ask more than an employee may."""
    totals: Counter[Account] = field(default_factory=Counter)
    spent_beyond: set[Account] = field(default_factory=set)

    gaps: tuple[Gap, ...] = ()
    """What the log does not say all of."""

    def intend(self, lookup: Lookup) -> Ticket:
        self.begun.append(lookup)
        return Ticket(lookup=lookup, due=time.monotonic())

    async def attempt(self, lookup: Lookup) -> Ticket:
        return self.intend(lookup)

    async def conclude(self, ticket: Ticket, outcome: Outcome) -> int:
        self.ended.append((ticket.lookup, outcome))
        return len(self.ended) - 1

    async def spent(self, account: Account) -> int:
        return self.totals[account]

    async def charge(self, ticket: Ticket, outcome: Outcome, charge: Charge) -> bool:
        self.totals[charge.account] += outcome.charged if self.charges else 0
        allowed = self.totals[charge.account] <= charge.most
        self.spent_beyond |= set() if allowed else {charge.account}
        await self.conclude(ticket, outcome if allowed else charge.beyond())
        return allowed

    async def alarms(self, since: Sequence[str] | None, span: Span, most: int) -> list[Alarm]:
        spent = sorted(self.spent_beyond, key=lambda each: each.actor)
        found = [each for each in sorted(spent, key=lambda each: each.day, reverse=True) if _follows(each, since or LAST, span)]
        return [(each, self.totals[each]) for each in found[:most]]

    async def days(self, since: Sequence[str] | None, span: Span, least: int, assigned: Collection[str]) -> Days:
        drafts = [each for lookup, outcome in self.ended for each in concluded(lookup, outcome, "ticket", None)]
        rows = [
            (each.use.actor, each.use.day, each.subject, " ".join(each.use.rules), each.use.refused)
            for each in drafts
            if each.use and each.use.sought
        ]
        ordered = sorted(sorted(rows, key=lambda row: row[0]), key=lambda row: row[1], reverse=True)
        return chosen([row for row in ordered if _follows(Account(row[0], row[1]), since or LAST, span)], least, assigned)

    async def about(self, subject: str) -> Logged:
        """Of the outcomes, as a store would have them."""
        drafts = [each for lookup, outcome in self.ended for each in concluded(lookup, outcome, "ticket", None)]
        mine = [each.parts for each in drafts if each.subject == subject and each.sort == OPEN]
        read = [{name: orjson.loads(text) for name, text in parts.items()} for parts in mine]
        entries = tuple(Entry(chain=OPEN, number=number, parts=parts) for number, parts in enumerate(read, 1))
        return Logged(entries=entries, since=min((each.at for each in drafts), default=None), gaps=self.gaps)

    async def used(self, units: Sequence[str], subjects: Sequence[str], period: Period) -> Used:
        drafts = [each for lookup, outcome in self.ended for each in concluded(lookup, outcome, "ticket", None)]
        uses = [(each.subject, each.use) for each in drafts if each.use]
        mine = [(subject, use) for subject, use in uses if period.begins <= use.day <= period.ends]
        met = frozenset((use.actor, str(subject), rule) for subject, use in mine if subject in subjects for rule in use.rules)
        tallies = tuple(_tally(use) for _, use in mine if use.unit in units)
        return Used(tallies=tallies, met=met, since=min((use.day for _, use in uses), default=None))

    async def note(self, told: Technical) -> int:
        return 0

    async def problem(self) -> str | None:
        return None


def _follows(account: Account, since: Sequence[str], span: Span) -> bool:
    day, actor = since
    begins, ends = span
    return begins <= account.day <= ends and (account.day < day or (account.day == day and account.actor >= actor))


def _tally(use: Use) -> Tally:
    same = {name: getattr(use, name) for name in ("unit", "seat", "actor", "cased", "refused")}
    return Tally(rules=frozenset(use.rules), count=1, last=use.day, **same)
