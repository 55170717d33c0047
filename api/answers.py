"""Answers: from a GraphQL request and a viewer to what goes into the response, by at most one look at the graph."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from operator import getitem
from typing import Any, Final, Protocol

import structlog
from graphql import execute_sync, visit
from graphql.execution.values import VariableValues

from api import arguments, bookmark
from api.arguments import Arguments
from api.budgets import Budgets
from api.changes import Changes, Found, Writer, new_id
from api.cursor import Cursors
from api.deferred import Deferred, Inlined, Part
from api.errors import (
    ApiError,
    BookmarkUnreached,
    BudgetSpent,
    CaseRefused,
    ClientGone,
    CostTooHigh,
    Internal,
    MethodNotAllowed,
    PurposeRefused,
    PurposeRequired,
    SeveralChanges,
    TooMuchAtOnce,
    Unauthenticated,
    Unavailable,
)
from api.lookups import MOST_REFUSALS, Begun, Log, Lookups, Origin
from api.observe import Phase, timed, watched
from api.opened import Opened
from api.plan import Plan, Plans
from api.project import Misfit
from api.reasons import Reasons
from api.recent import nothing
from api.schema import schema
from api.signed_in import SignedIn
from audit.visits import Folding
from auth.alarm import LEAST, AlarmKind
from auth.oslo import day_of
from auth.override import MOST
from auth.rule import Rules
from auth.rules import CODE_ORDER
from auth.viewer import Bearer, Viewer
from auth.visit import Pseudonyms
from graph.compile import Answer, Denied, Request, may_state
from graph.errors import ConflictPersisted, DatabaseTimeout, DatabaseUnavailable, MemorySpent, StaleReader

_PROBLEMS = {problem.code: problem for problem in (PurposeRequired, CaseRefused)}


class Graph(Writer, Protocol):
    """What is asked of the graph's database."""

    async def read(self, text: str, parameters: Mapping[str, Any] | None = None, *, after: Sequence[str] = ()) -> list[dict[str, Any]]:
        """The rows of one reading statement, seen after what the bookmarks name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A GraphQL request as the client sent it, with its text or the id of a trusted `document`. `bookmark` is that of a change that the
    answer must come after; what stands in an address, `by_get`, may ask less; one that is `costed` is told its estimated cost; one that
    is `noted` leaves a line in the server's log, since it is not trusted; what an answer `in_parts` is taken of may come in parts."""

    text: str = ""
    document: str | None = None
    operation: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    bookmark: str | None = None
    by_get: bool = False
    costed: bool = False
    noted: bool = False
    in_parts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What goes into the response, the bookmark of what it changed, and what of it comes later."""

    body: dict[str, Any]
    bookmark: str | None = None
    later: "Later | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The parts of an answer that come after the first. Each is read when it is asked for, as a request of the viewer at that instant;
    when none is any more, this ends."""

    parts: Sequence[Part]
    read: Callable[[int, Viewer], Awaitable[dict[str, Any]]]
    """The response's `data` at the part's path, and `extensions`, which tell of all parts so far; raises what refuses the part."""
    end: Callable[[], None]


def now() -> int:
    """This instant in epoch milliseconds."""
    return time.time_ns() // 1_000_000


def moment(instant: int) -> dict[str, Any]:
    """What a statement is told of when it is asked."""
    return {"now": instant, "today": day_of(instant)}


class Answers:
    """Answers questions from one graph, under one set of rules."""

    def __init__(
        self,
        database: Graph,
        *,
        plans: Plans,
        cursors: Cursors,
        log: Log,
        reasons: Reasons | None = None,
        pseudonyms: Pseudonyms | None = None,
        clock: Callable[[], int] = now,
        ids: Callable[[], str] = new_id,
        most_overrides: int = MOST,
        most_refusals: int = MOST_REFUSALS,
        least: Mapping[AlarmKind, int] = LEAST,
        budgets: Budgets | None = None,
    ) -> None:
        self._database, self._plans, self._cursors, self._clock, self._budgets = database, plans, cursors, clock, budgets
        self._opened = Opened(most=plans.documents.limits.open)
        self._making: set[asyncio.Task[dict[str, Any]]] = set()
        self._reasons = reasons or Reasons()
        self._changes = Changes(database, reasons=self._reasons, ids=ids, most_overrides=most_overrides)
        names = pseudonyms or Pseudonyms()
        self._signed_in = SignedIn(database, names=names, now=clock)
        folding = Folding(rules=plans.rules, pseudonyms=names)
        self._lookups = Lookups(log=log, folding=folding, clock=clock, most_refusals=most_refusals, least=least)

    @property
    def rules(self) -> Rules:
        """The rules that answer."""
        return self._plans.rules

    async def answer(self, question: Question, viewer: Viewer, origin: Origin) -> dict[str, Any]:
        """The response's `data` and `extensions`; raises what refuses the whole request."""
        return (await self.answered(question, viewer, origin)).body

    async def answered(self, question: Question, viewer: Viewer, origin: Origin) -> Answered:
        """The response, with the bookmark of what it changed; raises what refuses the whole request. What reaches the graph, or would
        but for a purpose, is a look-up: it is in the log when this returns or raises."""
        by = origin.by or viewer
        new = self._budgets.newcomer(by) if self._budgets else nothing
        asked = self._plans.documents.read(question.text, new)
        if question.noted:
            structlog.get_logger().info("document not trusted", document=asked.shape.hex())
        operation = asked.operation(question.operation)
        given = arguments.variables(operation, question.variables)
        plan = self._plans.plan(asked, operation, given, viewer.kind, new)
        if watch := watched():
            watch.asks(plan.label)
        if question.by_get:
            _require_addressable(plan, question)
        if not plan.asked.operation.roots:
            return Answered(body={"data": _executed(plan, question, {})})
        if plan.changes and len(plan.asked.operation.roots) > 1:
            raise SeveralChanges
        after, limits = bookmark.opened(self._cursors, viewer, question.bookmark), self._plans.documents.limits
        asked_for = Arguments(plan.asked, given, viewer=viewer, cursors=self._cursors, limits=limits)
        asked_for.require_counted(day_of(self._clock()))
        asks = _Asks(
            plan=plan, question=question, viewer=viewer, given=asked_for, request=self._request(asked_for, viewer), after=after, by=by
        )
        cost = self._charged(plan.cost(asks.request.parameters), by)
        if question.in_parts and limits.open and plan.deferred:
            body, later = await self._begun(plan.deferred, asks, given, origin)
        else:
            body, later = await self._read(asks, origin), None
        if question.costed:
            body["extensions"]["cost"] = cost
        written = await self._database.bookmarks() if plan.changes else []
        return Answered(body=body, bookmark=bookmark.sealed(self._cursors, viewer, written), later=later)

    def _request(self, asked_for: Arguments, viewer: Viewer) -> Request:
        """What is asked, but for when."""
        parameters = asked_for.parameters() | {"viewer": viewer.key, "purpose": viewer.purpose, "case": viewer.case}
        return Request(parameters=parameters, seal=asked_for.seal, unseal=self._reasons.open)

    async def _read(self, asks: "_Asks", origin: Origin) -> dict[str, Any]:
        """What is answered now; it is in the log when this returns or raises."""
        asks = replace(asks, request=replace(asks.request, parameters={**asks.request.parameters, **moment(self._clock())}))
        if not asks.plan.statement.text:
            _require_purpose(asks.viewer)
            return asks.response(None, asks.answer(None))
        looked_up = self._looked_up(asks, await self._lookups.begin(asks.plan, asks.request.parameters, asks.viewer, origin))
        return await (self._to_its_end(looked_up) if asks.plan.changes else looked_up)

    async def _begun(self, deferred: Deferred, asks: "_Asks", given: VariableValues, origin: Origin) -> tuple[dict[str, Any], Later]:
        """What comes first, and what comes later: each as an operation of its own."""
        several = [self._apart(asks, plan, given) for plan in self._plans.apart(asks.plan, partial(self._new, asks.by))]
        self._opened.begin(asks.by)
        try:
            body = await self._read(several[0], origin)
        except BaseException:
            self._opened.end(asks.by)
            raise

        async def read(place: int, viewer: Viewer) -> dict[str, Any]:
            if viewer != asks.viewer:
                raise Unauthenticated
            told = await self._read(several[place + 1], origin)
            return told | {"data": reduce(getitem, deferred.parts[place].path, told["data"])}

        return body, Later(parts=deferred.parts, read=read, end=partial(self._opened.end, asks.by))

    def _apart(self, asks: "_Asks", plan: Plan, given: VariableValues) -> "_Asks":
        """A part of what is asked."""
        limits = self._plans.documents.limits
        asked_for = Arguments(plan.asked, given, viewer=asks.viewer, cursors=self._cursors, limits=limits, whole=asks.given)
        return replace(asks, plan=plan, given=asked_for, request=self._request(asked_for, asks.viewer))

    def _new(self, by: Viewer) -> None:
        if self._budgets:
            self._budgets.newcomer(by)()

    def _charged(self, cost: int, pays: Viewer) -> dict[str, int]:
        """What the operation is estimated to cost, what one may, and what is left for the minute; raises where it is too much."""
        most = self._plans.documents.limits.cost
        if cost > most:
            raise CostTooHigh(cost, most)
        left = {"left": self._budgets.spend(pays, cost)} if self._budgets else {}
        return {"estimated": cost, "limit": most, **left}

    async def viewer(self, bearer: Bearer) -> Viewer:
        """The viewer whom a verified token stands for, without purpose and case."""
        with _reached():
            return await self._signed_in.viewer(bearer)

    async def id_of(self, viewer: Viewer) -> str | None:
        """The id of the viewer's own node, if there is one that was never retracted."""
        kind = viewer.kind
        if not kind.label:
            return None
        found = f"MATCH (viewer:{kind.label} {{{kind.key}: $key}}) WHERE viewer.retractedAt IS NULL"
        with _reached():
            rows = await self._database.read(f"{found} RETURN viewer.id AS id ORDER BY id LIMIT 1", {"key": viewer.key})
        return next((str(row["id"]) for row in rows), None)

    async def _to_its_end(self, change: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
        """A change that has begun is made and told of in the log, also where nobody waits for it any more."""
        making = asyncio.create_task(change)
        self._making.add(making)
        making.add_done_callback(self._made)
        return await asyncio.shield(making)

    def _made(self, change: "asyncio.Task[dict[str, Any]]") -> None:
        self._making.discard(change)
        if not change.cancelled():
            change.exception()

    async def _looked_up(self, asks: "_Asks", begun: Begun) -> dict[str, Any]:
        try:
            with timed(Phase.LOG):
                await begun.require_budget()
            _require_purpose(asks.viewer)
            with _reached(asks.after):
                record, answer = await self._asked(asks)
            with timed(Phase.SHAPE):
                response = {} if answer.problem else asks.response(record, answer)
        except (PurposeRequired, BudgetSpent) as refused:
            await begun.refused(refused.code)
            raise
        except asyncio.CancelledError:
            await begun.failed(ClientGone.code)
            raise
        except Exception as failure:
            await begun.failed(failure.code if isinstance(failure, ApiError) else Internal.code)
            raise
        with timed(Phase.LOG):
            await begun.ended(answer)
        if answer.problem == PurposeRefused.code:
            raise PurposeRefused(await self._purposes(asks))
        if answer.problem:
            raise _PROBLEMS[answer.problem]
        return response

    async def _purposes(self, asks: "_Asks") -> list[str]:
        """The codes of the purposes that whoever asks may state; none where they ask as somebody else, or the database has gone."""
        if (asks.by.kind, asks.by.key) != (asks.viewer.kind, asks.viewer.key):
            return []
        parameters = {name: asks.request.parameters[name] for name in ("viewer", "now")}
        try:
            rows = await self._database.read(may_state(asks.viewer.kind), parameters)
        except (DatabaseUnavailable, DatabaseTimeout, MemorySpent, StaleReader):
            return []
        return [str(row["code"]) for row in rows]

    async def _asked(self, asks: "_Asks") -> Found:
        """What the graph answers, whether it is read or changed."""
        if asks.plan.changes:
            with timed(Phase.DATABASE):
                return await self._changes.made(asks.plan, asks.given.written(), asks.request, asks.after)
        statement = asks.plan.statement
        if statement.logged:
            with timed(Phase.LOG):
                asks = replace(asks, request=await self._lookups.read(statement.logged, asks.request, asks.viewer))
        with timed(Phase.DATABASE):
            rows = await self._database.read(statement.text, statement.given(asks.request.parameters), after=asks.after)
        record = rows[0] if rows else None
        if statement.counted:
            with timed(Phase.LOG):
                asks = replace(asks, request=await self._lookups.count(statement.counted, record or {}, asks.request))
        with timed(Phase.SHAPE):
            return record, asks.answer(record)


@contextmanager
def _reached(after: Sequence[str] = ()) -> Iterator[None]:
    """What keeps the database from answering, as the client reads it."""
    try:
        yield
    except StaleReader as failure:
        raise (BookmarkUnreached if after else Unavailable) from failure
    except MemorySpent as failure:
        raise TooMuchAtOnce from failure
    except (DatabaseUnavailable, DatabaseTimeout, ConflictPersisted) as failure:
        raise Unavailable from failure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asks:
    """One question on its way to its response."""

    plan: Plan
    question: Question
    viewer: Viewer
    request: Request
    given: Arguments
    after: Sequence[str]
    by: Viewer
    """Who asks; the viewer, unless somebody may ask what another sees."""
    closed: list[Denied] = field(default_factory=list)
    """What was closed so far, in all parts."""

    def answer(self, record: Mapping[str, Any] | None) -> Answer:
        """What the record becomes."""
        return self.plan.statement.answer(record, self.request)

    def response(self, record: Mapping[str, Any] | None, answer: Answer) -> dict[str, Any]:
        """The response's `data` and `extensions`."""
        self.closed.extend(answer.denied)
        denied = _listed(self.closed, counted=bool(record and record.get("staff")))
        return {"data": _executed(self.plan, self.question, answer.data or {}), "extensions": {"access": denied}}


UNADDRESSED: Final = frozenset({"nin", "organisationNumber", "text", "serialNumber"})
"""Arguments whose values stand in no address, where they would be logged: numbers, a sole proprietor's too, and texts with names."""


def _require_addressable(plan: Plan, question: Question) -> None:
    """Whatever ends in the logs of proxies changes nothing, and names nobody by number or name."""
    if plan.changes or (plan.asked.operation.roots and question.document is None):
        raise MethodNotAllowed
    if any(each.name in UNADDRESSED and each.node for each in plan.asked.bindings):
        raise MethodNotAllowed


def _require_purpose(viewer: Viewer) -> None:
    if viewer.kind.states_purpose and not viewer.purpose:
        raise PurposeRequired


def _executed(plan: Plan, question: Question, data: Mapping[str, Any]) -> Any:
    """The response's `data`. Introspection is graphql-core's; it would do for the rest too, ten times slower."""
    if plan.project:
        return plan.project(data)
    given = dict(question.variables)
    document = visit(plan.document.node, Inlined())
    result = execute_sync(schema(), document, data, variable_values=given, operation_name=question.operation)
    if result.errors:
        raise Misfit from result.errors[0]
    return result.data


def _listed(denied: Sequence[Denied], *, counted: bool) -> list[dict[str, Any]]:
    """Each closed coordinate once, by the code that comes first; where several closed it, all of them. Counts are for staff only."""
    found: dict[str, list[Denied]] = {}
    for each in denied:
        found.setdefault(each.coordinate, []).append(each)
    return [_entry(coordinate, by_code(codes), counted=counted) for coordinate, codes in sorted(found.items())]


def by_code(denied: Sequence[Denied]) -> list[Denied]:
    """In the order in which codes are shown."""
    return sorted(denied, key=lambda each: (CODE_ORDER.index(each.code) if each.code in CODE_ORDER else len(CODE_ORDER), each.code))


def _entry(coordinate: str, denied: Sequence[Denied], *, counted: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"coordinate": coordinate, "code": denied[0].code}
    if counted:
        entry["count"] = sum(each.count for each in denied)
    if len(denied) > 1:
        entry["codes"] = [{"code": each.code} | ({"count": each.count} if counted else {}) for each in denied]
    return entry
