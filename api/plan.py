"""Plans: a document's operation for a kind of viewer, compiled once. Its key holds whatever the statement's text depends on."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from graphql import OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues

from api import limits
from api.collect import Asked, collect
from api.document import Document
from api.merge import Merge
from api.project import Projection, projection
from api.schema import schema
from auth.rule import Rules
from auth.viewer import ViewerKind
from graph.compile import Statement, compile_operation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """What an operation asks for, the statement that answers it, and the response made of it.

    Introspection has no `project`: graphql-core answers it.
    """

    document: Document
    operation: OperationDefinitionNode
    asked: Asked
    statement: Statement
    project: Projection | None

    @property
    def changes(self) -> bool:
        """Whether it writes."""
        return self.operation.operation is OperationType.MUTATION


class Plans:
    """The plans used last."""

    def __init__(self, rules: Rules, *, kept: int = limits.PLANS_KEPT) -> None:
        self.rules, self._kept = rules, kept
        self._plans: OrderedDict[object, Plan] = OrderedDict()

    def plan(self, document: Document, operation: OperationDefinitionNode, given: VariableValues, kind: ViewerKind) -> Plan:
        """The plan of an operation, compiled when it is new."""
        flags = {name: bool(given.coerced[name]) for name in sorted(document.flags & given.coerced.keys())}
        silent = frozenset(name for name in document.viewers if given.coerced.get(name) is None)
        key = (document.digest, operation.name.value if operation.name else "", kind, tuple(flags.items()), silent, self.rules.version)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._compiled(document, operation, flags, silent, kind)
            if len(self._plans) > self._kept:
                self._plans.popitem(last=False)
        self._plans.move_to_end(key)
        return plan

    def _compiled(
        self, document: Document, operation: OperationDefinitionNode, flags: Mapping[str, bool], silent: frozenset[str], kind: ViewerKind
    ) -> Plan:
        merge = Merge(schema=schema(), fragments=document.fragments, flags=flags)
        asked = collect(merge, operation, silent)
        statement = compile_operation(asked.operation, kind, self.rules)
        return Plan(
            document=document,
            operation=operation,
            asked=asked,
            statement=statement,
            project=projection(merge, operation),
        )
