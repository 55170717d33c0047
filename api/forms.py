"""The forms that an operation can be asked in: each has a statement of its own, which can be made before anybody asks."""

from collections.abc import Collection, Iterator
from itertools import product
from typing import Any, Final

from graphql import IntValueNode, ListValueNode, OperationDefinitionNode, VariableNode
from graphql.execution.values import VariableValues
from graphql.utilities import type_from_ast

from api.collect import Binding
from api.cost import LONGEST
from api.document import Document
from api.limits import PAGE_DEFAULT
from api.plan import Plan, Plans
from api.schema import schema
from auth.subject import SubjectType
from auth.viewer import ViewerKind

MOST: Final = 16
"""Forms of one operation that are made before it is asked; of more flags than four only all and none."""

_SAID: Final = {"SubjectType": SubjectType.PERSON, "ViewerKind": ViewerKind.EMPLOYEE}
"""What a variable says that the statement is compiled for, by its type: what is asked about most."""


def plans(kept: Plans, text: str, kinds: Collection[ViewerKind]) -> Iterator[Plan]:
    """The plan of each form of a document's operations, for each kind of viewer."""
    read = kept.documents.read(text)
    for operation in read.operations.values():
        for given in _forms(read, operation):
            yield from (kept.plan(read, operation, given, kind) for kind in kinds)


def statements(kept: Plans, text: str, kinds: Collection[ViewerKind]) -> Iterator[Plan]:
    """The same, and the plans of their parts."""
    for plan in plans(kept, text, kinds):
        yield plan
        yield from kept.apart(plan)


def _forms(document: Document, operation: OperationDefinitionNode) -> Iterator[VariableValues]:
    types = {each.variable.name.value: type_from_ast(schema(), each.type) for each in operation.variable_definitions or ()}
    flags = sorted(document.flags & types.keys())
    said = {name: value for name in document.types & types.keys() if (value := _SAID.get(str(types[name]).strip("[]!"))) is not None}
    others = sorted(document.viewers & types.keys())
    combined = list(product((True, False), repeat=len(flags))) if 2 ** len(flags) <= MOST else [(True,) * len(flags), (False,) * len(flags)]
    for flagged in combined:
        for other in ("", None) if others else (None,):
            yield VariableValues({}, dict(zip(flags, flagged, strict=True)) | said | dict.fromkeys(others, other))


def costs(plan: Plan, page: int) -> tuple[int, int]:
    """What the operation costs where its variables say nothing, with one of each that is asked for by ids, and the most that it can."""
    return plan.cost(_values(plan, page, most=False)), plan.cost(_values(plan, page, most=True))


def _values(plan: Plan, page: int, *, most: bool) -> dict[str, Any]:
    return {each.parameter: _length(each, page, plan, most=most) for each in plan.asked.bindings if each.name in {"first", *LONGEST}}


def _length(binding: Binding, page: int, plan: Plan, *, most: bool) -> int:
    """The rows that an argument asks for."""
    defaults = {each.variable.name.value: each.default_value for each in plan.operation.variable_definitions or ()}
    node = binding.node
    if isinstance(node, VariableNode):
        if most:
            return LONGEST.get(binding.name, page)
        node = defaults[node.name.value]
    match node:
        case IntValueNode():
            return int(node.value)
        case ListValueNode():
            return len(node.values)
        case _:
            return 1 if binding.name in LONGEST else min(PAGE_DEFAULT, page)
