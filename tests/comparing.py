"""Asks one operation of a database, and of the reference, with the same words."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graphql import EnumValueNode, IntValueNode, ValueNode

from auth.reference import Graph
from auth.rule import Rules
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer, Request, Statement, Typed, compile_operation
from graph.database import Database
from tests.asking import asked_of
from tests.naive import Naive

SECONDS = 600
"""How long an answer may take: planning the widest statements takes Neo4j minutes where a machine is shared."""


def seal(coordinate: str, position: Sequence[Any]) -> str:
    """A cursor that can be read, which real ones cannot."""
    return f"{coordinate} {list(position)}"


def typed(data: Any) -> Any:
    """An answer's data, with the types of its objects where they stand beside them."""
    match data:
        case dict():
            told = {key: typed(each) for key, each in data.items()}
            return {"__typename": data.type, **told} if isinstance(data, Typed) else told
        case list() | tuple():
            return [typed(each) for each in data]
        case _:
            return data


def compared(answer: Answer) -> Any:
    """What two answers are compared by: data, what is denied, and the problem, as JSON has them."""
    denied = [(each.coordinate, each.code, each.count) for each in answer.denied]
    return json.loads(json.dumps([typed(answer.data), denied, answer.problem], sort_keys=True))


class Asking:
    """One operation; what it takes by name is given by name."""

    def __init__(self, text: str, *, now: int, today: date, rules: Rules = INNSYN) -> None:
        self.text, self.asked = text, asked_of(text)
        self.now, self.today, self.rules = now, today, rules
        self.statements: dict[tuple[ViewerKind, str | None, str | None], Statement] = {}

    def statement(self, kind: ViewerKind, type_: str | None = None, other: str | None = None) -> Statement:
        """The statement for that kind of viewer, that type of subject and that kind of another viewer, compiled once."""
        if (kind, type_, other) not in self.statements:
            self.statements[kind, type_, other] = compile_operation(asked_of(self.text, type_, other).operation, kind, self.rules)
        return self.statements[kind, type_, other]

    def parameters(self, viewer: Viewer, values: Mapping[str, Any]) -> dict[str, Any]:
        """The statement's parameters; arguments that are not given are silent."""
        fixed = {"viewer": viewer.key, "purpose": viewer.purpose, "case": viewer.case, "now": self.now, "today": self.today.isoformat()}
        silent = {"first": 20, "after": None, "at": None, "knownAt": None, "language": "EN", "kinds": None, "category": None, "theme": None}
        silent |= {"type": None, "viewerKind": None}
        return fixed | {each.parameter: _written(each.node) or {**silent, **values}[each.name] for each in self.asked.bindings}

    async def database(self, database: Database, viewer: Viewer, /, **values: Any) -> Answer:
        """The answer of a database."""
        statement = self.statement(viewer.kind, values.get("type"), values.get("viewerKind"))
        parameters = self.parameters(viewer, values)
        rows = await database.read(statement.text, statement.given(parameters), seconds=SECONDS) if statement.text else [None]
        return statement.answer(rows[0], Request(parameters=parameters, seal=seal))

    def reference(self, graph: Graph, viewer: Viewer, /, **values: Any) -> Answer:
        """The answer of the reference."""
        parameters = self.parameters(viewer, values)
        naive = Naive(graph=graph, rules=self.rules, viewer=viewer, now=self.now, today=self.today, parameters=parameters, seal=seal)
        return naive.answer(self.asked.operation)


def _written(node: ValueNode | None) -> str | int | None:
    """A word or a number that stands in the text itself."""
    if isinstance(node, IntValueNode):
        return int(node.value)
    return node.value if isinstance(node, EnumValueNode) else None
