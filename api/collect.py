"""From a document to what it asks of the graph: fragments merged, skipped fields gone, each argument bound to a parameter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLArgument,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
)
from graphql.language import BooleanValueNode, DirectiveNode

from api import limits
from api.errors import DocumentTooLarge
from graph.selection import Operation, Selection

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

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    flags: Mapping[str, bool]
    bindings: dict[tuple[str, int, str], Binding] = field(default_factory=dict)
    fields: int = 0

    def selections(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode], place: _Place) -> Iterator[Selection]:
        """What is asked of one object type."""
        for key, nodes in self.merged(kind, sets).items():
            name = nodes[0].name.value
            if not name.startswith("__"):
                yield self.selection(kind, key, nodes, place if place.root else replace(place, root=key))

    def selection(self, kind: GraphQLObjectType, key: str, nodes: list[FieldNode], place: _Place) -> Selection:
        self.count(place)
        name = nodes[0].name.value
        definition = kind.fields[name]
        arguments = {argument: self.bound(argument, definition, nodes[0], kind, place) for argument in _named(definition, nodes[0])}
        return Selection(
            key=key, field=nodes[0].name.value, on=kind.name, arguments=arguments, children=self.children(definition, nodes, place)
        )

    def children(self, definition: GraphQLField, nodes: list[FieldNode], place: _Place) -> tuple[Selection, ...]:
        sets = [node.selection_set for node in nodes if node.selection_set]
        kind = get_named_type(definition.type)
        return tuple(child for concrete in self.concrete(kind) for child in self.selections(concrete, sets, place.below(concrete)))

    def concrete(self, kind: object) -> Iterable[GraphQLObjectType]:
        if isinstance(kind, GraphQLObjectType):
            return (kind,)
        return self.schema.get_possible_types(kind) if isinstance(kind, GraphQLAbstractType) else ()

    def count(self, place: _Place) -> None:
        self.fields += 1
        if self.fields > limits.FIELDS:
            raise DocumentTooLarge(f"the operation asks for more than {limits.FIELDS} fields; ask for less at a time")
        if place.depth >= limits.DEPTH:
            raise DocumentTooLarge(f"the operation is nested more than {limits.DEPTH} fields deep; ask for the rest by `id`")
        if place.persons > limits.RELATED:
            raise DocumentTooLarge(f"the operation asks for more than {limits.RELATED} related persons in a row; ask for the rest by `id`")

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

    def merged(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """The fields that hold for this type, by response key, as GraphQL's CollectFields has it."""
        found: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()
        for each in sets:
            self.gather(kind, each, found, seen)
        return found

    def gather(self, kind: GraphQLObjectType, selections: SelectionSetNode, found: dict[str, list[FieldNode]], seen: set[str]) -> None:
        for node in selections.selections:
            if not self.included(node.directives or ()):
                continue
            match node:
                case FieldNode():
                    found.setdefault((node.alias or node.name).value, []).append(node)
                case InlineFragmentNode() if self.holds(node.type_condition.name.value if node.type_condition else kind.name, kind):
                    self.gather(kind, node.selection_set, found, seen)
                case FragmentSpreadNode() if node.name.value not in seen:
                    self.spread(kind, node.name.value, found, seen)

    def spread(self, kind: GraphQLObjectType, name: str, found: dict[str, list[FieldNode]], seen: set[str]) -> None:
        seen.add(name)
        fragment = self.fragments[name]
        if self.holds(fragment.type_condition.name.value, kind):
            self.gather(kind, fragment.selection_set, found, seen)

    def holds(self, condition: str, kind: GraphQLObjectType) -> bool:
        wanted = self.schema.type_map[condition]
        return wanted is kind or (is_abstract_type(wanted) and self.schema.is_sub_type(wanted, kind))

    def included(self, directives: Iterable[DirectiveNode]) -> bool:
        conditions = [directive for directive in directives if directive.name.value in _CONDITIONS]
        return all(self.flag(condition) == (condition.name.value == "include") for condition in conditions)

    def flag(self, condition: DirectiveNode) -> bool:
        value = next(iter(condition.arguments or ())).value
        return self.flags[value.name.value] if isinstance(value, VariableNode) else isinstance(value, BooleanValueNode) and value.value


_CONDITIONS = frozenset({"include", "skip"})


def _named(definition: GraphQLField, node: FieldNode) -> Iterable[str]:
    written = {argument.name.value for argument in node.arguments or ()}
    return (name for name in definition.args if name in written or name in _ALWAYS)


def collect(
    schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode], flags: Mapping[str, bool]
) -> Asked:
    """What an operation asks for, given the values of the variables that include and skip."""
    collecting = _Collecting(schema=schema, fragments=fragments, flags=flags)
    query = schema.query_type
    assert query is not None  # noqa: S101 - ours has one
    roots = tuple(collecting.selections(query, [operation.selection_set], _Place()))
    name = operation.name.value if operation.name else "query"
    return Asked(operation=Operation(name=name, roots=roots), bindings=tuple(collecting.bindings.values()))
