"""What of a query comes in parts of its own (`@defer`): each part is an operation, made once, that is read as any other.

A fragment is deferred at the root of a query, and in an object that a root field gives: its part is then that root field again, with the
fragment alone. Everywhere else it comes with the rest, and so it does where its part would not stand for itself:

- what it asks of objects is asked beside it too: an object would be put together of what was told at two instants;
- it asks for the rows of a connection or the way on from them, which belong to what is beside them;
- nothing is asked beside it, or nothing by it.

All of this hangs on the document and its flags alone, never on what is there (A17).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graphql import (
    REMOVE,
    DirectiveNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    NamedTypeNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
    Visitor,
    get_nullable_type,
    is_composite_type,
)

from api.merge import Merge
from api.schema import DEFER, INTROSPECTION, query

_ROWS: Final = frozenset({"edges", "pageInfo"})
_Types = tuple[NamedTypeNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A fragment that comes by itself: where in the answer it belongs, what the client calls it, and the operation that asks for it."""

    path: tuple[str, ...]
    label: str | None
    operation: OperationDefinitionNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferred:
    """What comes first, and the parts in the order of the document."""

    first: OperationDefinitionNode
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Fragment:
    """A deferred fragment, within fragments on these types."""

    node: InlineFragmentNode | FragmentSpreadNode
    types: _Types

    @property
    def label(self) -> str | None:
        given = (argument for each in self.node.directives or () if each.name.value == DEFER.name for argument in each.arguments or ())
        return next((each.value.value for each in given if each.name.value == "label" and isinstance(each.value, StringValueNode)), None)

    @property
    def alone(self) -> SelectionNode:
        """Itself, without what was said of when it comes."""
        return _within(self.types, replace(self.node, directives=()))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Asked:
    """A field as it is asked for at one place, within fragments on these types; `of` is the outermost deferred one."""

    node: FieldNode
    types: _Types
    of: _Fragment | None

    @property
    def key(self) -> str:
        return (self.node.alias or self.node.name).value

    @property
    def tells(self) -> bool:
        """Whether it asks for something that is not the document's own."""
        return not self.node.name.value.startswith("__")

    @property
    def single(self) -> bool:
        """Whether a root field gives one object, and no list."""
        kind = query().fields[self.node.name.value].type if self.tells else None
        return kind is not None and is_composite_type(get_nullable_type(kind))


class Inlined(Visitor):
    """Takes `@defer` out of a document."""

    def leave_directive(self, node: DirectiveNode, *_: object) -> object:
        """Leave all other directives."""
        return REMOVE if node.name.value == DEFER.name else None


def deferred(merge: Merge, operation: OperationDefinitionNode) -> Deferred | None:
    """The parts of an operation; none where all of it comes at once."""
    asked = list(_asked(merge, operation.selection_set, set()))
    if operation.operation is not OperationType.QUERY or any(each.node.name.value in INTROSPECTION for each in asked):
        return None
    apart = _apart(asked)
    seen = {each.key: set[str]() for each in asked}
    inside = {
        each: list(_asked(merge, each.node.selection_set, seen[each.key]))
        for each in asked
        if each.of not in apart and each.single and each.node.selection_set
    }
    within = {each.key: _apart([one for other, found in inside.items() if other.key == each.key for one in found]) for each in inside}
    first, parts = list[SelectionNode](), dict[_Fragment, Part]()
    for each in asked:
        if each.of and each.of in apart:
            parts.setdefault(each.of, _part((), each.of, _asking(operation, [each.of.alone])))
            continue
        away = within.get(each.key, ())
        for fragment in away:
            parts.setdefault(fragment, _part((each.key,), fragment, _asking(operation, [_field(each.node, [fragment.alone])])))
        left = [_within(one.types, one.node) for one in inside[each] if one.of not in away] if away else []
        first += ([_field(each.node, left)] if left else []) if away else [each.node]
    return Deferred(first=_asking(operation, first), parts=tuple(parts.values())) if parts else None


def _asked(merge: Merge, asks: SelectionSetNode, seen: set[str], of: _Fragment | None = None, types: _Types = ()) -> Iterator[_Asked]:
    """The fields of one place, fragments spread out and skipped ones gone; `seen` are those that were spread there."""
    for node in asks.selections:
        if not merge.included(node.directives or ()):
            continue
        if isinstance(node, FieldNode):
            yield _Asked(node=node, types=types, of=of)
        elif isinstance(node, InlineFragmentNode | FragmentSpreadNode):
            fragment = of or (_Fragment(node=node, types=types) if merge.deferred(node.directives or ()) else None)
            begun = set[str]() if fragment is not of else seen
            if isinstance(node, InlineFragmentNode):
                on = (*types, node.type_condition) if node.type_condition else types
                yield from _asked(merge, node.selection_set, begun, fragment, on)
            elif node.name.value not in begun:
                begun.add(node.name.value)
                spread = merge.fragments[node.name.value]
                yield from _asked(merge, spread.selection_set, begun, fragment, (*types, spread.type_condition))


def _apart(asked: Sequence[_Asked]) -> Sequence[_Fragment]:
    """The fragments of one place that stand for themselves."""
    if not any(each.of is None and each.tells for each in asked):
        return ()
    return [fragment for fragment in dict.fromkeys(each.of for each in asked) if fragment and _stands(fragment, asked)]


def _stands(fragment: _Fragment, asked: Sequence[_Asked]) -> bool:
    mine, others = [each for each in asked if each.of is fragment], [each for each in asked if each.of is not fragment]
    objects = {each.key for each in mine if each.node.selection_set}
    rows = any(each.node.name.value in _ROWS for each in mine)
    return not rows and any(each.tells for each in mine) and objects.isdisjoint(each.key for each in others)


def _part(path: tuple[str, ...], fragment: _Fragment, operation: OperationDefinitionNode) -> Part:
    return Part(path=path, label=fragment.label, operation=operation)


def _asking(operation: OperationDefinitionNode, selections: Iterable[SelectionNode]) -> OperationDefinitionNode:
    return replace(operation, selection_set=SelectionSetNode(selections=tuple(selections)))


def _field(node: FieldNode, selections: Iterable[SelectionNode]) -> FieldNode:
    return replace(node, directives=(), selection_set=SelectionSetNode(selections=tuple(selections)))


def _within(types: _Types, node: SelectionNode) -> SelectionNode:
    for each in reversed(types):
        node = InlineFragmentNode(type_condition=each, directives=(), selection_set=SelectionSetNode(selections=(node,)))
    return node
