"""Changes: one mutation, judged and written in one transaction, and answered by what it made."""

import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from api.plan import Plan
from api.reasons import Reasons
from auth.category import Category
from auth.change import Problem
from graph.change import CHANGES, Change, Outcome, cypher
from graph.compile import Answer, Request
from graph.compile.disclosed import Disclosure, key
from graph.database import Transaction
from graph.selection import Selection

Result = TypeVar("Result")
Found = tuple[Mapping[str, Any] | None, Answer]


class Writer(Protocol):
    """What is asked of the graph's database."""

    async def transact(self, work: Callable[[Transaction], Awaitable[Result]], *, name: str = "", after: Sequence[str] = ()) -> Result:
        """What the work returns, committed."""

    async def bookmarks(self) -> list[str]:
        """What a reader elsewhere is told, to see all that was written."""


def new_id() -> str:
    """An id for a node that a user makes."""
    return f"n-{uuid.uuid4().hex}"


class Changes:
    """Makes changes in one graph. What is refused has written nothing."""

    def __init__(self, database: Writer, *, reasons: Reasons, ids: Callable[[], str], most_overrides: int) -> None:
        self._database, self._reasons, self._ids, self._most = database, reasons, ids, most_overrides

    async def made(self, plan: Plan, arguments: Mapping[str, Any], request: Request, after: Sequence[str]) -> Found:
        """The record that the change was judged by, and the answer. A conflict with another change judges and writes anew."""
        change = CHANGES[plan.asked.operation.roots[0].field]
        under = replace(request, parameters={**request.parameters, **self._given(change, arguments)})

        async def work(transaction: Transaction) -> Found:
            return await _Making(plan=plan, change=change, arguments=arguments, request=under, transaction=transaction).made()

        try:
            return await self._database.transact(work, name=plan.statement.name, after=after)
        except _Refused as refused:
            return refused.found

    def _given(self, change: Change, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """What the statements are given beside the arguments: made here, so that a transaction that runs again writes the same."""
        id_ = arguments[change.about] if change.about else self._ids()
        given = {
            "request": id_,
            "subject": arguments.get("subject"),
            "unit": arguments.get("unit"),
            "reason": None,
            "mostOverrides": self._most,
        }
        return given | ({"reason": self._reasons.seal(id_, arguments["reason"].strip())} if "reason" in arguments else {})


class _Refused(Exception):
    """Ends the transaction with nothing written."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """One change in its transaction."""

    plan: Plan
    change: Change
    arguments: Mapping[str, Any]
    request: Request
    transaction: Transaction

    async def made(self) -> Found:
        """Held, then judged, then written, then read as it is now."""
        if self.change.holds:
            await self._run(self.change.holds)
        record, judged = await self._read()
        if judged.data is None:
            raise _Refused((record, judged))
        standing, given = judged.data[self._root.key].standing, {**self.request.parameters, "case": None, **self.arguments}
        if problems := self.change.judged(standing, given):
            raise _Refused((record, self._answer(judged, problems)))
        await self._run(self.change.writes(given), self.change.more(standing, given))
        return record, self._answer((await self._read())[1], ())

    async def _run(self, name: str, more: Mapping[str, Any] | None = None) -> None:
        await self.transaction.run(cypher(name), {"given": {**self.request.parameters, **(more or {})}})

    @property
    def _root(self) -> Selection:
        return self.plan.asked.operation.roots[0]

    async def _read(self) -> Found:
        statement = self.plan.statement
        rows = await self.transaction.run(statement.text, statement.given(self.request.parameters))
        record = rows[0] if rows else None
        return record, statement.answer(record, self.request)

    def _answer(self, found: Answer, problems: Sequence[Problem]) -> Answer:
        """The payload: the node where nothing stands against it."""
        outcome: Outcome = (found.data or {})[self._root.key]
        payload = {
            child.key: [self._problem(child, each) for each in problems]
            if child.field == "problems"
            else None
            if problems
            else outcome.nodes[child.key]
            for child in self._root.children
        }
        return replace(found, data={self._root.key: payload}, disclosures=(self._told_of(outcome, problems),))

    def _told_of(self, outcome: Outcome, problems: Sequence[Problem]) -> Disclosure:
        """What the look-up log is told: about whom it was, and whether it was made."""
        where = f"{self._root.on}.{self._root.field}"
        given, refused = ((), tuple((where, each.code) for each in problems)) if problems else (((where, Category.TRACE),), ())
        about, subject = self.arguments.get(self.change.about or "subject", self.request.parameters["viewer"]), outcome.subject
        asked = frozenset({key("id", about)} if any(each.closes for each in problems) else ())
        type_ = "Person" if subject else ""
        told = outcome.told and not problems
        return Disclosure(subject=subject, type=type_, given=given, refused=refused, asked=asked, withheld=outcome.withheld, told=told)

    def _problem(self, child: Selection, problem: Problem) -> dict[str, Any]:
        return {each.key: self._told(each, problem) for each in child.children}

    def _told(self, child: Selection, problem: Problem) -> Any:
        match child.field:
            case "message":
                return problem.says[str(self.request.parameters[child.arguments["language"]]).lower()]
            case "path":
                return list(problem.path)
            case _:
                return problem.code
