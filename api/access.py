"""The `@access` directive: every field of the printed schema says which category of data it is."""

from copy import copy

import strawberry
from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema
from strawberry.schema_directive import Location

from api.errors import FieldWithoutCategory
from api.types.access import Category

_DEFINITION = "strawberry-definition"


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="access",
    description="The category of data that a field is. `place`: it tells where people are, and is closed also while a protection "
    "of anyone who shares the place binds you.",
)
class AccessDirective:
    category: Category
    place: bool = False


def access_of(type_name: str, field_name: str) -> AccessDirective | None:
    """What the views say of a field."""
    return AccessDirective(category=Category.OPEN)


def mark(schema: GraphQLSchema) -> None:
    """Put `@access` on every field of the schema."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not kind.name.startswith("__"):
            for name, field in kind.fields.items():
                _mark(field, kind.name, name)


def _mark(field: GraphQLField, type_name: str, field_name: str) -> None:
    access = access_of(type_name, field_name)
    if access is None:
        raise FieldWithoutCategory(f"`{type_name}.{field_name}` has no category; say in `graph/views/` what it reads and which category that is")
    declared = copy(field.extensions[_DEFINITION])
    declared.directives = [*declared.directives, access]
    field.extensions = {**field.extensions, _DEFINITION: declared}
