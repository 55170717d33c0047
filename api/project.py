"""From the plan's answer to the response's `data`: what graphql-core's execution gives, compiled once for an operation."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    OperationDefinitionNode,
)

from api.merge import Merge, inner
from api.schema import INTROSPECTION, root

Projection = Callable[[Any], Any]
PLAIN: Final[Mapping[str, type]] = {"String": str, "ID": str, "Boolean": bool, "Int": int, "Float": float}


class Misfit(Exception):
    """A value does not fit the schema: ours to mend, and nothing of it is shown."""


def projection(merge: Merge, operation: OperationDefinitionNode) -> Projection | None:
    """The projection of an operation; none when it asks of the schema itself."""
    kind = root(operation.operation)
    asked = merge.fields(kind, [operation.selection_set])
    if any(nodes[0].name.value in INTROSPECTION for nodes in asked.values()):
        return None
    return _object(merge, kind, asked)


def _object(merge: Merge, kind: GraphQLObjectType, asked: Mapping[str, list[FieldNode]]) -> Projection:
    fields = [(key, _field(merge, kind, nodes)) for key, nodes in asked.items()]

    def project(found: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value(found.get(key)) for key, value in fields}

    return project


def _field(merge: Merge, kind: GraphQLObjectType, nodes: list[FieldNode]) -> Projection:
    name = nodes[0].name.value
    return (lambda _: kind.name) if name == "__typename" else value_of(merge, kind.fields[name].type, nodes)


def value_of(merge: Merge, kind: GraphQLOutputType, nodes: list[FieldNode]) -> Projection:
    """The projection of one value."""
    match kind:
        case GraphQLNonNull():
            return _required(value_of(merge, kind.of_type, nodes))
        case GraphQLList():
            return _list(value_of(merge, kind.of_type, nodes))
        case GraphQLObjectType():
            return _nullable(_object(merge, kind, merge.fields(kind, inner(nodes))))
        case GraphQLInterfaceType() | GraphQLUnionType():
            return _nullable(_one_of({each.name: _object(merge, each, merge.fields(each, inner(nodes))) for each in merge.concrete(kind)}))
        case _:
            return _leaf(kind)


def _required(value: Projection) -> Projection:
    def project(found: Any) -> Any:
        projected = value(found)
        if projected is None:
            raise Misfit
        return projected

    return project


def _nullable(value: Projection) -> Projection:
    return lambda found: None if found is None else value(found)


def _list(value: Projection) -> Projection:
    return lambda found: None if found is None else [value(each) for each in found]


def _one_of(values: Mapping[str, Projection]) -> Projection:
    return lambda found: values[found.type](found)


def _leaf(kind: GraphQLLeafType) -> Projection:
    if isinstance(kind, GraphQLEnumType):
        return _enum(frozenset(kind.values))
    coerce, plain = kind.coerce_output_value, PLAIN.get(kind.name)
    return lambda found: found if found is None or type(found) is plain else coerce(found)


def _enum(names: frozenset[str]) -> Projection:
    def project(found: Any) -> Any:
        if found is not None and found not in names:
            raise Misfit
        return found

    return project
