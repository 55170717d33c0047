"""A judgement within a statement: another viewer, another instant, as the reference judges them alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from auth.decide import Decision
from auth.reference import Clock, Question
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.compile.disclosed import MARK
from graph.compile.fields import Fields
from graph.compile.moment import Moment
from graph.compile.statement import Compiler, Statement
from graph.compile.text import Times, call
from graph.compile.within import Within
from graph.database import Database
from graph.selection import Operation, Selection
from tests.graphs import OSLO
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes

_DAY = 86_400_000
_ACCESS = Selection(key="access", field="access", on="Person", children=(Selection(key="decision", field="decision", on="Access"),))


def statement(kind: ViewerKind) -> Statement:
    """A citizen's statement that judges one of a kind within it."""
    compiler = Compiler(operation=Operation(name="within", roots=()), kind=ViewerKind.PERSON, rules=INNSYN)
    moment = Moment(argument="at")
    other = Within(rules=INNSYN, kind=kind, names=compiler.names, viewer="$who", given=moment.given | {"purpose": "why"})
    compiler.within.append(other)
    compiler.derived.append(moment)
    node = compiler.names.fresh("person")
    record, _, inner = Fields(context=other.context, times=Times()).record(("Person",), node, "", (_ACCESS,))
    lines = [f"MATCH ({node}:Person {{id: $subject}})", *inner.before, *inner.after, f"RETURN head(collect({record})) AS found"]
    compiler.body += call(["ctx", other.ctx], other.inside(lines))
    compiler.returned += ["found", other.text("ctx.permitted AS may")]
    return Statement(name="within", kind=kind, text=compiler.text(), roots=(), derived=tuple(compiler.derived))


async def found(database: Database, asked: Statement, viewer: Viewer, subject: str, at: int | None) -> dict[str, Any]:
    citizen = {"viewer": "nobody", "purpose": None, "case": None, "now": NOW, "today": TODAY.isoformat()}
    given = citizen | {"who": viewer.key, "why": viewer.purpose, "subject": subject, "at": at}
    (row,) = await database.read(asked.text, asked.given(given), seconds=120)
    return row


def decided(graph: Made, viewer: Viewer, subject: str, at: int | None) -> Decision | None:
    """What the reference decides; none where the purpose is refused."""
    then = NOW if at is None else min(at, NOW)
    clock = Clock(now=then, today=datetime.fromtimestamp(then / 1000, OSLO).date(), asked=then, real=NOW)
    asked = Question(graph=graph.graph, rules=INNSYN, viewer=viewer, clock=clock)
    return asked.decide(asked.graph.nodes[subject]) if asked.permitted else None


def plain(row: dict[str, Any]) -> Sequence[Any] | None:
    access = row["found"]["access"]
    return (
        [{each for each in access[name] if not each.startswith(MARK)} for name in ("mask", "codes", "places", "offered")]
        if row["may"]
        else None
    )


def told(it: Decision | None) -> Sequence[Any] | None:
    return None if it is None else [set(it.mask), set(it.codes), set(it.place_codes), set(it.offered if it.codes else ())]


@pytest.mark.parametrize("kind", [ViewerKind.EMPLOYEE, ViewerKind.PERSON])
@pytest.mark.parametrize("days", [None, -35, -200, 2])
async def test_another_viewer_at_another_instant_is_judged_as_they_were(database: Database, kind: ViewerKind, days: int | None) -> None:
    at = None if days is None else NOW + days * _DAY
    asked, opened = statement(kind), 0
    await database.write_all(writes([purposes()]))
    for seed in (6, 9):
        graph = made(seed)
        await database.write_all(writes([graph]))
        for viewer in (each for each in graph.viewers() if each.kind is kind and each.case is None):
            for subject in (node.id for node in graph.nodes if node.label == "Person" and "retractedAt" not in node.properties):
                it = decided(graph, viewer, subject, at)
                row = await found(database, asked, viewer, subject, at)
                assert plain(row) == told(it), (seed, viewer, subject)
                opened += len(it.mask | it.offered) if it else 0
    assert opened > 10
