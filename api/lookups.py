"""What of a question and its answer goes into the look-up log, and that it is there before the answer leaves."""

import asyncio
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import structlog

from api import limits
from api.errors import BudgetSpent, LogCut, LogUnavailable, LogUnsigned
from api.plan import Plan
from audit.budget import Account, Alarm, Charge, Span
from audit.entry import (
    Channel,
    Disclosed,
    Ground,
    Held,
    Lookup,
    Manner,
    Operation,
    Outcome,
    Refusal,
    Result,
    Technical,
    code_or_none,
    id_or_none,
    key_or_unreadable,
)
from audit.errors import AuditError
from audit.log import Ticket
from audit.patterns import Days
from audit.visits import Folding, Logged
from auth.alarm import LEAST, PATTERNS, AlarmKind
from auth.usage import Period, Used, Ways
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer, Request
from graph.compile.alarms import CANDIDATES, Alarms, Place, place
from graph.compile.disclosed import Disclosure, charged, kept_back
from graph.compile.usage import Usages
from graph.compile.visits import Visits

NOTHING = "?"
"""Stands in the log for what was asked for and is not there: the entry is as that of what is hidden, about nobody (A17)."""

MOST_REFUSALS = 200
"""How many subjects an employee may be refused a day, unless told (A24)."""

_IDS = frozenset({"id", "ids", "subject", "subjects", "units", "viewer"})
"""Arguments that name whom a question is about."""

_NUMBER = re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)")
"""What may be a national number, also a mistyped one."""

_CONTROLLERS = "all controllers"
"""To whom the pseudonyms of alarms are told; no id of a person has a blank."""

_TOLD: Mapping[str, type[LogUnavailable]] = {each.code: each for each in (LogCut, LogUnsigned)}
"""What is wrong with the log, as the API tells it; all else is that it cannot be written."""

_MANY = frozenset({"checkAccess", "whatCanISee"})
"""Root fields that ask about many at once."""


class Log(Protocol):
    """What is asked of the look-up log."""

    def intend(self, lookup: Lookup) -> Ticket:
        """A look-up begins."""

    async def attempt(self, lookup: Lookup) -> Ticket:
        """A change begins; durable when this returns."""

    async def conclude(self, ticket: Ticket, outcome: Outcome) -> int:
        """It ended so; durable when this returns."""

    async def spent(self, account: Account) -> int:
        """How many subjects have been refused on an account, as far as this process knows."""

    async def charge(self, ticket: Ticket, outcome: Outcome, charge: Charge) -> bool:
        """It ended so and is charged for, if the budget allows it, or else as `charge` says; durable when this returns whether it does."""

    async def about(self, subject: str) -> Logged:
        """All that it has of a subject and they may read."""

    async def alarms(self, since: Sequence[str] | None, span: Span, most: int) -> list[Alarm]:
        """Whose budget was spent, at most so many from one on, the newest day first."""

    async def days(self, since: Sequence[str] | None, span: Span, least: int, assigned: Collection[str]) -> Days:
        """Days on which somebody looked so many up for their own sake, from one on, the newest day first."""

    async def used(self, units: Sequence[str], subjects: Sequence[str], period: Period) -> Used:
        """What was looked up from these units, and of these subjects."""

    async def note(self, told: Technical) -> int:
        """Something technical."""

    async def problem(self) -> str | None:
        """The code of what keeps it from being written now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """By which request and which way a question comes. `by` is who asks it, where that is not whose view is asked for."""

    request: str
    channel: Channel = Channel.API
    by: Viewer | None = None
    operator: str | None = None
    """Whoever asks at the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A look-up under way; it ends once."""

    log: Log
    ticket: Ticket
    rules: str
    account: Account | None = None
    """What refused subjects are charged to: an employee's day."""
    most: int = MOST_REFUSALS
    changes: bool = False

    async def require_budget(self) -> None:
        """Refuse it where too many subjects have been refused already."""
        if self.account:
            with _written():
                spent = await self.log.spent(self.account)
            if spent > self.most:
                raise BudgetSpent

    async def ended(self, answer: Answer) -> None:
        """It was answered so, or refused by the graph's word; or not answered, as more was refused than the budget allows."""
        with _written():
            outcome = self._outcome(answer)
            # What has been changed is told, whatever has been spent meanwhile.
            if self.account is None or (self.changes and not outcome.charged):
                await self.log.conclude(self.ticket, outcome)
                return
            beyond = replace(answer, problem=BudgetSpent.code, disclosures=kept_back(answer.disclosures, BudgetSpent.code))
            charge = Charge(account=self.account, most=self.most, beyond=lambda: self._outcome(beyond, outcome.charged))
            allowed = await self.log.charge(self.ticket, outcome, charge)
        if not allowed:
            structlog.get_logger().warning("too many refused", refused=outcome.charged)
            raise BudgetSpent

    def _outcome(self, answer: Answer, refusals: int | None = None) -> Outcome:
        disclosed = tuple(_disclosed(answer, seated=self.account is not None))
        refused = answer.problem is not None or (disclosed and all(each.result is Result.REFUSED for each in disclosed))
        result = Result.REFUSED if refused else Result.ALLOWED
        count = refusals if refusals is not None else charged(answer.disclosures) if self.account else 0
        return Outcome(result=result, rules=self.rules, code=answer.problem, disclosed=disclosed, charged=count)

    async def refused(self, code: str) -> None:
        """It was refused before anything was read."""
        await self._concluded(Outcome(result=Result.REFUSED, rules=self.rules, code=code))

    async def failed(self, code: str) -> None:
        """It failed."""
        await self._concluded(Outcome(result=Result.FAILED, rules=self.rules, code=code))

    async def _concluded(self, outcome: Outcome) -> None:
        with _written():
            await self.log.conclude(self.ticket, outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """Begins look-ups in one log."""

    log: Log
    folding: Folding
    clock: Callable[[], int] = field(repr=False)
    most_refusals: int = MOST_REFUSALS
    least: Mapping[AlarmKind, int] = field(default_factory=lambda: LEAST)
    """How many who are alike make an alarm."""

    async def begin(self, plan: Plan, parameters: Mapping[str, Any], viewer: Viewer, origin: Origin) -> Begun:
        """Somebody asks: said before anything is read, and durably before anything is changed."""
        with _written():
            lookup = _lookup(plan, parameters, viewer, origin, self.clock())
            ticket = await self.log.attempt(lookup) if plan.changes else self.log.intend(lookup)
        account = Account.of(lookup) if origin.operator is None and lookup.kind is ViewerKind.EMPLOYEE else None
        return Begun(
            log=self.log, ticket=ticket, rules=self.folding.rules.version, account=account, most=self.most_refusals, changes=plan.changes
        )

    async def read(self, wanted: Sequence[Visits | Alarms], request: Request, viewer: Viewer) -> Request:
        """The request, with what the log has of what the viewer asks for, and what the graph must tell of it."""
        parameters, histories = dict(request.parameters), {}
        for each in wanted:
            if isinstance(each, Alarms):
                parameters[each.accounts] = await self._alarms(each, parameters)
                continue
            subject = each.subject(parameters)
            with _written():
                kept = await self.log.about(subject)
            history = await asyncio.to_thread(self.folding.history, kept, subject, viewer, each.upto(parameters))
            histories[each.seats], parameters[each.seats] = history, each.asked(history, parameters)
        return replace(request, parameters=parameters, histories=histories)

    async def count(self, wanted: Sequence[Usages], record: Mapping[str, Any], request: Request) -> Request:
        """The request, with what the log has of those whom the graph says that it may be told of."""
        usages = {}
        for each in wanted:
            units, subjects, period = each.asked(record, request.parameters)
            with _written():
                usages[each.name] = await self.log.used(units, subjects, period) if units else Used()
        return replace(request, usages=usages)

    async def _alarms(self, page: Alarms, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Whose budget was spent and who looked many up, by day, under a name that is the same for all controllers."""
        kinds, since, span = page.kinds(parameters), page.since(parameters), page.span(parameters)
        least = {kind: self.least[kind] for kind in PATTERNS if kind in kinds}
        with _written():
            spent = await self.log.alarms(since, span, CANDIDATES + 1) if AlarmKind.REFUSALS in kinds else []
            days = await self.log.days(since, span, min(least.values()), self._assigned) if least else Days()
        ends = [each for each in (spent[CANDIDATES - 1][0] if len(spent) > CANDIDATES else None, days.upto) if each]
        upto = min(ends, key=_place, default=None)
        totals = dict(spent)
        read = sorted(totals.keys() | days.found.keys(), key=_place)
        shown = (account for account in read if upto is None or _place(account) <= _place(upto))
        accounts = [self._account(account, totals.get(account), days.found.get(account, {})) for account in shown]
        return {"accounts": accounts, "least": least, "upto": upto and [upto.day, upto.actor]}

    @property
    def _assigned(self) -> frozenset[str]:
        return Ways.of(self.folding.rules).assigned

    def _account(self, account: Account, refused: int | None, sought: Mapping[str, bool]) -> dict[str, Any]:
        pseudonyms, day = self.folding.pseudonyms, (account.day, account.actor)
        return {
            "ids": {kind: pseudonyms.id(_CONTROLLERS, *day, *(() if kind is AlarmKind.REFUSALS else (kind.value,))) for kind in AlarmKind},
            "pseudonym": pseudonyms.of(_CONTROLLERS, account.actor),
            "actor": account.actor,
            "day": account.day,
            "refused": refused,
            "sought": [{"id": subject, "refused": refused} for subject, refused in sought.items()],
        }


def _place(account: Account) -> Place:
    return place(account.day, account.actor)


@contextmanager
def _written() -> Iterator[None]:
    """Whatever keeps the log from being written refuses the request."""
    try:
        yield
    except AuditError as failure:
        structlog.get_logger().error("look-up not logged", code=failure.code, reason=str(failure))
        raise _TOLD.get(failure.code, LogUnavailable) from failure


def _lookup(plan: Plan, parameters: Mapping[str, Any], viewer: Viewer, origin: Origin, at: int) -> Lookup:
    asks, roots = origin.by or viewer, tuple(dict.fromkeys(root.field for root in plan.asked.operation.roots))
    name = plan.operation.name.value if plan.operation.name else None
    asked = tuple(_asked(plan, parameters))
    other = viewer.key if origin.operator or (asks.kind, asks.key) != (viewer.kind, viewer.key) else None
    return Lookup(
        request=origin.request,
        at=at,
        kind=asks.kind,
        key=key_or_unreadable(f"operator:{origin.operator}" if origin.operator else asks.key),
        operation=Operation(roots=roots, name=code_or_none(name), document=plan.document.shape.hex()),
        channel=origin.channel,
        manner=_manner(asks, roots, asked),
        client=id_or_none(asks.client),
        behalf=id_or_none(other),
        purpose=code_or_none(viewer.purpose),
        case=id_or_none(viewer.case),
        asked=asked,
    )


def _manner(asks: Viewer, roots: Sequence[str], asked: Sequence[str]) -> Manner:
    if _MANY & set(roots) or len(asked) > limits.PAGE_DEFAULT:
        return Manner.BULK
    return Manner.AUTOMATED if asks.kind is ViewerKind.CLIENT else Manner.HUMAN


def _asked(plan: Plan, parameters: Mapping[str, Any]) -> Iterator[str]:
    """The ids that the question names, each once; a text that is none, as a national number, is not said."""
    named = (parameters.get(each.parameter) for each in plan.asked.bindings if each.name in _IDS)
    several = (each if isinstance(each, list) else [each] for each in named if each is not None)
    ids = dict.fromkeys(str(one) for each in several for one in each)
    yield from (each for each in ids if id_or_none(each) and not _NUMBER.search(each))


def _disclosed(answer: Answer, *, seated: bool) -> Iterator[Disclosed]:
    held = {id(each): tuple(_held(seat) for seat in answer.seats if seat["position"] in each.positions) for each in answer.disclosures}
    gave = [seat for seats in held.values() for seat in seats] + [_held(seat) for seat in answer.seats]
    for each in answer.disclosures:
        if each.subject or each.denied:
            yield Disclosed(
                subject=each.subject or NOTHING,
                label=each.type or "Unknown",
                result=Result.REFUSED if each.denied else Result.ALLOWED,
                code=each.code,
                categories=tuple(map(str, each.categories)),
                given=tuple(dict.fromkeys(coordinate for coordinate, _ in each.given)),
                refused=tuple(Refusal(coordinate=coordinate, code=code) for coordinate, code in each.refused),
                grounds=tuple(Ground(rule=rule) for rule in each.rules),
                held=held[id(each)],
                at=next((seat for seat in (*held[id(each)], *gave) if seat.unit), None) if seated else None,
                withheld=each.withheld or _withheld(each, answer.restrictions),
                told=each.told and not each.denied,
                direct=each.direct,
            )


def _withheld(told: Disclosure, restrictions: Iterable[Mapping[str, Any]]) -> str | None:
    """The restriction that withholds it: by a position that gave, or by any where none did; of several the one that ends last (A22)."""
    found = [each for each in restrictions if each["of"] == told.subject and (not told.positions or each["at"] in told.positions)]
    return max(found, key=lambda each: (each["until"], each["by"]))["by"] if found else None


def _held(seat: Mapping[str, Any]) -> Held:
    # Whatever files call their roles and units, a look-up can be logged.
    return Held(position=seat["position"], role=code_or_none(seat["role"]), unit=id_or_none(seat["place"]))
