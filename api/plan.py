"""Plans: a document's operation for a kind of viewer, compiled once. Its key holds whatever the statement's text depends on."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graphql import OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues

from api.collect import Asked, Said, collect
from api.compiled import compiled
from api.cost import Estimate, estimate
from api.deferred import Deferred, deferred
from api.document import Document, Documents
from api.errors import DocumentTooLarge
from api.limits import KEPT_PLANS_KEPT, PLANS_KEPT
from api.merge import Merge
from api.observe import Phase, timed
from api.project import Projection, projection
from api.recent import Recent, nothing
from api.schema import schema
from auth.rule import Rules
from auth.viewer import ViewerKind
from graph.compile import Statement, compile_operation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Form:
    """How a document is asked: by which kind of viewer, and with which values of what the statement's text depends on."""

    document: Document
    kind: ViewerKind
    merge: Merge
    silent: frozenset[str]
    said: Mapping[str, Said]
    key: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """What an operation asks for, what estimates its cost, the statement that answers it, and the response made of it.

    Introspection has no `project`: graphql-core answers it. `deferred` is what may come in parts, whose plans are made when it does.
    """

    document: Document
    operation: OperationDefinitionNode
    asked: Asked
    cost: Estimate
    statement: Statement
    project: Projection | None
    named: str | None = None
    form: _Form
    deferred: Deferred | None = None

    @property
    def label(self) -> str:
        """What it is called where operations are counted: by its name in a trusted document or, of any other, its root field; never in
        words of the client's own."""
        if self.named:
            return self.named
        fields = {root.field for root in self.asked.operation.roots}
        return next(iter(fields)) if len(fields) == 1 else "several" if fields else "schema"

    @property
    def changes(self) -> bool:
        """Whether it writes."""
        return self.operation.operation is OperationType.MUTATION


class Plans:
    """The plans used last, of documents; those of documents that are kept for good are apart, each operation's by themselves, so that no
    other drives them out."""

    def __init__(self, rules: Rules, *, documents: Documents | None = None, kept: int = PLANS_KEPT) -> None:
        self.rules, self.documents = rules, documents or Documents()
        self._plans: Recent[object, Plan] = Recent(kept)
        self._always: defaultdict[object, Recent[object, Plan]] = defaultdict(lambda: Recent(KEPT_PLANS_KEPT))

    def plan(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        given: VariableValues,
        kind: ViewerKind,
        new: Callable[[], None] = nothing,
    ) -> Plan:
        """The plan of an operation, compiled when it is new; `new` is called before."""
        flags = {name: bool(given.coerced[name]) for name in sorted(document.flags & given.coerced.keys())}
        silent = frozenset(name for name in document.viewers if given.coerced.get(name) is None)
        said = {name: type_ for name in sorted(document.types) if isinstance(type_ := given.coerced.get(name), Said)}
        fixed = (tuple(flags.items()), silent, tuple(said.items()))
        key = (document.digest, operation.name.value if operation.name else "", kind, fixed, self.rules.version)

        def made() -> Plan:
            new()
            with timed(Phase.PLAN):
                merge = Merge(schema=schema(), fragments=document.fragments, flags=flags)
                return self._compiled(
                    _Form(document=document, kind=kind, merge=merge, silent=silent, said=said, key=key),
                    operation,
                    deferred(merge, operation),
                )

        return self._kept(document, key).get(key, made)

    def apart(self, plan: Plan, new: Callable[[], None] = nothing) -> tuple[Plan, ...]:
        """The plans of what comes first and of each part; `new` is called before each part that is made."""
        operations = (plan.deferred.first, *(each.operation for each in plan.deferred.parts)) if plan.deferred else ()
        return tuple(self._part(plan.form, place, operation, new) for place, operation in enumerate(operations))

    def _part(self, form: _Form, place: int, operation: OperationDefinitionNode, new: Callable[[], None]) -> Plan:
        def made() -> Plan:
            if place:
                new()
            with timed(Phase.PLAN):
                return self._compiled(form, operation)

        key = (*form.key, place)
        return self._kept(form.document, key).get(key, made)

    def _kept(self, document: Document, key: tuple[object, ...]) -> Recent[object, Plan]:
        return self._always[key[:2]] if self.documents.keeps(document) else self._plans

    def _compiled(self, form: _Form, operation: OperationDefinitionNode, parts: Deferred | None = None) -> Plan:
        document, kept = form.document, self.documents.keeps(form.document)
        if parts and len(parts.parts) > document.limits.parts:
            raise DocumentTooLarge(f"the operation defers more than {document.limits.parts} fragments; put several into one")
        asked = collect(form.merge, operation, document.limits, form.silent, form.said)
        return Plan(
            document=document,
            operation=operation,
            asked=asked,
            cost=estimate(asked.operation, schema().type_map),
            statement=compile_operation(asked.operation, form.kind, self.rules),
            project=(compiled if kept else projection)(form.merge, operation),
            named=operation.name.value if kept and operation.name else None,
            form=form,
            deferred=parts,
        )
