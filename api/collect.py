"""From a document to what it asks of the graph: fragments merged, skipped fields gone, each argument bound to a parameter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graphql import (
    EnumValueNode,
    FieldNode,
    GraphQLArgument,
    GraphQLField,
    GraphQLObjectType,
    NullValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
)

from api.errors import DocumentTooLarge
from api.limits import RELATED, UNLESS_TOLD, Limits
from api.merge import Merge, inner
from api.schema import root
from auth.subject import SubjectType
from auth.viewer import ViewerKind
from graph.selection import Operation, Selection

Said = SubjectType | ViewerKind
"""What a variable can say that the statement is compiled for."""

_Of = TypeVar("_Of", SubjectType, ViewerKind)
_ALWAYS = frozenset({"first", "after", "language"})
"""Arguments that the statement always has, so that its text does not depend on whether the document names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Where the value of a parameter comes from: an argument of the field `coordinate`, below the root field `root`."""

    parameter: str
    root: str
    coordinate: str
    name: str
    definition: GraphQLArgument
    node: ValueNode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An operation and the bindings of its parameters."""

    operation: Operation
    bindings: tuple[Binding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """How far down a selection is."""

    root: str = ""
    depth: int = 0
    persons: int = 0

    def below(self, kind: GraphQLObjectType) -> "_Place":
        related = self.depth > 0 and kind.name == "Person"
        return replace(self, depth=self.depth + 1, persons=self.persons + related)


@dataclass(slots=True, kw_only=True)
class _Collecting:
    """One collection under way."""

    merge: Merge
    silent: frozenset[str]
    said: Mapping[str, Said]
    limits: Limits
    bindings: dict[tuple[str, int, str], Binding] = field(default_factory=dict)
    fields: int = 0

    def selections(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode], place: _Place) -> Iterator[Selection]:
        """What is asked of one object type."""
        for key, nodes in self.merge.fields(kind, sets).items():
            if not nodes[0].name.value.startswith("__"):
                yield self.selection(kind, key, nodes, place if place.root else replace(place, root=key))

    def selection(self, kind: GraphQLObjectType, key: str, nodes: list[FieldNode], place: _Place) -> Selection:
        self.count(place)
        name = nodes[0].name.value
        definition = kind.fields[name]
        arguments = {argument: self.bound(argument, definition, nodes[0], kind, place) for argument in self.named(definition, nodes[0])}
        children = self.children(definition, nodes, place)
        type_, other = self.stated(nodes[0], "type", SubjectType), self.stated(nodes[0], "viewerKind", ViewerKind)
        return Selection(key=key, field=name, on=kind.name, arguments=arguments, children=children, type=type_, viewer_kind=other)

    def children(self, definition: GraphQLField, nodes: list[FieldNode], place: _Place) -> tuple[Selection, ...]:
        kinds = self.merge.concrete(get_named_type(definition.type))
        return tuple(child for kind in kinds for child in self.selections(kind, inner(nodes), place.below(kind)))

    def count(self, place: _Place) -> None:
        self.fields += 1
        if self.fields > self.limits.fields:
            raise DocumentTooLarge(f"the operation asks for more than {self.limits.fields} fields; ask for less at a time")
        if place.depth >= self.limits.depth:
            raise DocumentTooLarge(f"the operation is nested more than {self.limits.depth} fields deep; ask for the rest by `id`")
        if place.persons > RELATED:
            raise DocumentTooLarge(f"the operation asks for more than {RELATED} related persons in a row; ask for the rest by `id`")

    def named(self, definition: GraphQLField, node: FieldNode) -> Iterable[str]:
        """The arguments that the statement has; another viewer is judged by a statement of its own."""
        written = {argument.name.value: argument.value for argument in node.arguments or ()}
        return (name for name in definition.args if name in _ALWAYS or (name in written and not self.nobody(name, written[name])))

    def nobody(self, name: str, value: ValueNode) -> bool:
        """Whether an argument names no other viewer."""
        if name != "viewer":
            return False
        return isinstance(value, NullValueNode) or (isinstance(value, VariableNode) and value.name.value in self.silent)

    def stated(self, node: FieldNode, name: str, among: type[_Of]) -> _Of | None:
        """The value of an argument that the statement is compiled for."""
        match next((argument.value for argument in node.arguments or () if argument.name.value == name), None):
            case VariableNode() as variable:
                found = self.said.get(variable.name.value)
                return found if isinstance(found, among) else None
            case EnumValueNode() as written:
                return among[written.value]
            case _:
                return None

    def bound(self, name: str, definition: GraphQLField, node: FieldNode, kind: GraphQLObjectType, place: _Place) -> str:
        """The parameter of an argument: the same for the same place of the document below the same root."""
        where = (place.root, id(node), name)
        if where not in self.bindings:
            given = {argument.name.value: argument.value for argument in node.arguments or ()}
            self.bindings[where] = Binding(
                parameter=f"a{len(self.bindings)}",
                root=place.root,
                coordinate=f"{kind.name}.{node.name.value}",
                name=name,
                definition=definition.args[name],
                node=given.get(name),
            )
        return self.bindings[where].parameter


def collect(
    merge: Merge,
    operation: OperationDefinitionNode,
    limits: Limits = UNLESS_TOLD,
    silent: frozenset[str] = frozenset(),
    said: Mapping[str, Said] | None = None,
) -> Asked:
    """What an operation asks for; `silent` are variables that name no other viewer this time, `said` those that say a type or kind."""
    collecting = _Collecting(merge=merge, silent=silent, said=said or {}, limits=limits)
    roots = tuple(collecting.selections(root(operation.operation), [operation.selection_set], _Place()))
    if len(roots) > limits.roots:
        raise DocumentTooLarge(f"the operation has more than {limits.roots} root fields; ask for the rest in another request")
    name = operation.name.value if operation.name else "query"
    return Asked(operation=Operation(name=name, roots=roots), bindings=tuple(collecting.bindings.values()))
