"""The schema: Strawberry's types, each field with its category, each value read from the plan's answer by its response key."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import strawberry
from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLDirective,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
    OperationType,
)
from graphql.language import DirectiveLocation
from strawberry.schema.config import StrawberryConfig

from api import access
from api.types.mutation import Mutation
from api.types.query import Query
from api.types.scalars import SCALARS
from graph.compile import Typed

INTROSPECTION: Final = frozenset({"__schema", "__type"})
"""Root fields that tell of the schema itself; `__typename` tells what anyone knows."""

DEFER: Final = GraphQLDirective(
    name="defer",
    locations=[DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
    args={
        "if": GraphQLArgument(
            GraphQLNonNull(GraphQLBoolean), default_value=True, description="False where the fragment comes with the rest."
        ),
        "label": GraphQLArgument(GraphQLString, description="What its part is called, for example `visits`; each in a document its own."),
    },
    description="The fragment may come later than the rest, in a part of its own, to clients that take `multipart/mixed`: at the root of a "
    "query, or in the object that a root field gives. Elsewhere, and to others, it comes with the rest. A part is a look-up of its own.",
)


@cache
def strawberry_schema() -> strawberry.Schema:
    """The schema as declared."""
    declared = strawberry.Schema(Query, Mutation, config=StrawberryConfig(scalar_map=SCALARS))
    _core(declared).directives += (DEFER,)
    access.mark(_core(declared))
    return declared


@cache
def schema() -> GraphQLSchema:
    """The schema that answers: the same one, resolving by response key and nothing else."""
    graphql_schema = _core(strawberry_schema())
    for kind in graphql_schema.type_map.values():
        match kind:
            case GraphQLObjectType() if not kind.name.startswith("__"):
                _resolve_by_key(kind)
            case GraphQLInterfaceType() | GraphQLUnionType():
                kind.resolve_type = _type_name
            case _:
                pass
    return graphql_schema


def query() -> GraphQLObjectType:
    """The type that every read begins at."""
    return root(OperationType.QUERY)


def root(operation: OperationType) -> GraphQLObjectType:
    """The type that an operation begins at."""
    found = schema().get_root_type(operation)
    if found is None:
        raise TypeError
    return found


def sdl() -> str:
    """The text of schema.graphql."""
    declared = strawberry_schema()
    _describe(declared)
    return declared.as_str() + "\n"


def _describe(declared: strawberry.Schema) -> None:
    """The arguments of directives: what is printed of these is what was converted before."""
    for kind, arguments in access.ARGUMENTS.items():
        converted = declared.schema_converter.from_schema_directive(kind)
        for name, text in arguments.items():
            converted.args[name].description = text
        declared._schema_graphql_directives[kind] = converted  # noqa: SLF001 - Strawberry has no public name for it


def _core(declared: strawberry.Schema) -> GraphQLSchema:
    return declared._schema  # noqa: SLF001 - Strawberry has no public name for it


def _resolve_by_key(kind: GraphQLObjectType) -> None:
    kind.is_type_of = None
    for field in kind.fields.values():
        field.resolve = _by_key


def _by_key(found: Mapping[str | int, Any], info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    return found.get(info.path.key)


def _type_name(found: Typed, _info: GraphQLResolveInfo[Any], _kind: object) -> str:
    return found.type
