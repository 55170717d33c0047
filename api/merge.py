"""Which fields a selection set asks of an object type: fragments spread out, skipped ones gone, as GraphQL's CollectFields has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)
from graphql.language import BooleanValueNode, DirectiveNode

from api.schema import DEFER

Fields = dict[str, list[FieldNode]]
_CONDITIONS = frozenset({"include", "skip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Merges the selection sets of one operation; `flags` are the values of the variables that include and skip."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    flags: Mapping[str, bool]

    def fields(self, kind: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> Fields:
        """The fields asked of an object type, by response key."""
        found: Fields = {}
        seen: set[str] = set()
        for each in sets:
            self._gather(kind, each, found, seen)
        return found

    def concrete(self, kind: object) -> Iterable[GraphQLObjectType]:
        """The object types that a field of this type can give."""
        if isinstance(kind, GraphQLObjectType):
            return (kind,)
        return self.schema.get_possible_types(kind) if isinstance(kind, GraphQLAbstractType) else ()

    def included(self, directives: Iterable[DirectiveNode]) -> bool:
        """Whether what has these directives is asked for."""
        conditions = [directive for directive in directives if directive.name.value in _CONDITIONS]
        return all(self._flag(condition) == (condition.name.value == "include") for condition in conditions)

    def deferred(self, directives: Iterable[DirectiveNode]) -> bool:
        """Whether a fragment that has them may come later than the rest."""
        return any(self._flag(directive) for directive in directives if directive.name.value == DEFER.name)

    def _gather(self, kind: GraphQLObjectType, selections: SelectionSetNode, found: Fields, seen: set[str]) -> None:
        for node in selections.selections:
            if not self.included(node.directives or ()):
                continue
            match node:
                case FieldNode():
                    found.setdefault((node.alias or node.name).value, []).append(node)
                case InlineFragmentNode() if node.type_condition is None or self._holds(node.type_condition.name.value, kind):
                    self._gather(kind, node.selection_set, found, seen)
                case FragmentSpreadNode() if node.name.value not in seen:
                    self._spread(kind, node.name.value, found, seen)
                case _:
                    pass

    def _spread(self, kind: GraphQLObjectType, name: str, found: Fields, seen: set[str]) -> None:
        seen.add(name)
        fragment = self.fragments[name]
        if self._holds(fragment.type_condition.name.value, kind):
            self._gather(kind, fragment.selection_set, found, seen)

    def _holds(self, condition: str, kind: GraphQLObjectType) -> bool:
        wanted = self.schema.type_map[condition]
        return wanted is kind or (is_abstract_type(wanted) and self.schema.is_sub_type(wanted, kind))

    def _flag(self, condition: DirectiveNode) -> bool:
        """What `if` says; of `@defer` it may say nothing, which is a yes."""
        value = next((each.value for each in condition.arguments or () if each.name.value == "if"), None)
        if isinstance(value, VariableNode):
            return self.flags.get(value.name.value, True) if condition.name.value == DEFER.name else self.flags[value.name.value]
        return value is None or (isinstance(value, BooleanValueNode) and value.value)


def inner(nodes: Iterable[FieldNode]) -> list[SelectionSetNode]:
    """The selection sets below the nodes of one field."""
    return [node.selection_set for node in nodes if node.selection_set]
