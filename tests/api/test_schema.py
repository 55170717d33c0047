"""The schema is documented, categorised, and reads what the views say."""

import re

import pytest
from graphql import GraphQLEnumType, GraphQLField, GraphQLInterfaceType, GraphQLNonNull, GraphQLObjectType, build_schema, validate_schema

from api.access import AccessDirective
from api.schema import schema, sdl
from auth.category import Category
from graph.views import VIEWS
from graph.views.view import Access, View

BUILT_IN = {"String", "Int", "Float", "Boolean", "ID"}
OURS = {name: kind for name, kind in schema().type_map.items() if not name.startswith("__") and name not in BUILT_IN}
OBJECTS = [kind for kind in OURS.values() if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)]
FIELDS = [pytest.param(field, id=f"{kind.name}.{name}") for kind in OBJECTS for name, field in kind.fields.items()]
STRUCTURE = {"access"}
DAY = re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")


def test_schema_is_valid_and_its_text_builds_the_same_types() -> None:
    assert validate_schema(schema()) == []
    assert set(OURS) <= set(build_schema(sdl()).type_map)


@pytest.mark.parametrize("name", OURS)
def test_every_type_is_documented_but_for_what_its_name_says(name: str) -> None:
    assert OURS[name].description


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_and_argument_is_documented(field: GraphQLField) -> None:
    assert field.description
    assert all(argument.description for argument in field.args.values())


def test_every_enum_value_is_documented() -> None:
    enums = [kind for kind in OURS.values() if isinstance(kind, GraphQLEnumType)]
    assert all(value.description for kind in enums for value in kind.values.values())


def test_every_directive_and_its_arguments_are_documented_in_the_printed_schema() -> None:
    printed = build_schema(sdl()).directives
    assert {"access", "cost", "listSize", "semanticNonNull"} <= {each.name for each in printed}
    assert [each.name for each in printed if not each.description or not all(one.description for one in each.args.values())] == []


def test_what_is_deprecated_says_since_which_day() -> None:
    values = [value for kind in OURS.values() if isinstance(kind, GraphQLEnumType) for value in kind.values.values()]
    fields = [field for kind in OBJECTS for field in kind.fields.values()]
    elements = [*values, *fields, *(argument for field in fields for argument in field.args.values())]
    assert [each.deprecation_reason for each in elements if each.deprecation_reason and not DAY.search(each.deprecation_reason)] == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_carries_a_category(field: GraphQLField) -> None:
    declared = field.extensions["strawberry-definition"]
    assert [type(each) for each in declared.directives if isinstance(each, AccessDirective)] == [AccessDirective]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_field_of_a_type_is_read_by_its_view(view: View) -> None:
    kind = schema().type_map[view.type]
    assert isinstance(kind, GraphQLObjectType)
    assert set(kind.fields) - STRUCTURE == set(view.by_name)


@pytest.mark.parametrize("view", [view for view in VIEWS.values() if view.access is Access.MASK], ids=lambda view: view.type)
def test_field_that_can_be_denied_is_nullable(view: View) -> None:
    kind = schema().type_map[view.type]
    assert isinstance(kind, GraphQLObjectType)
    masked = [field.name for field in view.fields if field.category is not Category.OPEN]
    assert [name for name in masked if isinstance(kind.fields[name].type, GraphQLNonNull)] == []
