"""The directives of fields: `@access` says which category of data each is, `@cost` and `@listSize` what it costs to ask,
`@semanticNonNull` that there is always a value.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Final

import strawberry
from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type
from strawberry import UNSET
from strawberry.schema_directive import Location

from api import cost, nullability
from api.errors import FieldWithoutCategory
from auth.category import Category
from graph.views import VIEWS
from graph.views.view import Coded

_DEFINITION = "strawberry-definition"
_STRUCTURE = frozenset(
    {
        *("Query", "Node", "PageInfo", "Viewer", "Mutation", "Problem"),
        *("Access", "CategoryAccess", "Denial", "Reason", "PathStep", "Through", "ReachedBy", "Missing", "Ending", "Fact", "FactEnd"),
    }
)
"""Types that hold no data of their own: they carry, page and explain what fields of other types give."""

_TRACE = frozenset(
    {
        *("ViewerGroup", "ViewerGroupEdge", "ViewerGroupConnection", "HolderEdge", "HolderConnection"),
        *("Visit", "VisitEdge", "VisitConnection", "VisitRule", "VisitUnit", "VisitByRule", "VisitGap"),
        *("LookUp", "LookUpEdge", "LookUpConnection"),
        *("Alarm", "AlarmEdge", "AlarmConnection"),
        *("UnitUsage", "SeatUsage", "RuleUsage", "StandingUsage"),
        *("Override", "OverrideSeat", "OverrideEdge", "OverrideConnection", "OverridePayload"),
        *("NameRequest", "NameRequestEdge", "NameRequestConnection", "NameRequestPayload"),
        *("Notice", "NoticeEdge", "NoticeConnection", "NoticeChoice", "NoticeChoicePayload"),
        *("Restriction", "RestrictionEdge", "RestrictionConnection", "RestrictionPayload"),
    }
)
"""Types that tell who can see, who looked, who asked for their names, and what of it is told by itself."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="access",
    description="The category of data that a field is. `place`: it tells where people are, and is closed also while a protection "
    "of anyone who shares the place binds you.",
)
class AccessDirective:
    category: Category
    place: bool | None = UNSET


ARGUMENTS: Final[Mapping[type, Mapping[str, str]]] = {
    AccessDirective: {
        "category": "The category, for example `CONTACT`: what a role, a mandate and a purpose cover.",
        "place": "True where the value tells where somebody is.",
    },
    cost.CostDirective: {"weight": "How much, a whole number as a text, for example `50`."},
    cost.ListSizeDirective: {
        "assumedSize": "So many, where no argument says it, for example `20`.",
        "slicingArguments": "Arguments that say it, for example `first`.",
        "sizedFields": "Where the rows of a connection stand: `edges`.",
        "requireOneSlicingArgument": "False: the argument may be left out.",
    },
    nullability.SemanticNonNullDirective: {"levels": "Of a list of lists, how far in; left out, the field itself."},
}
"""What the arguments of the directives are, which Strawberry cannot be told where they are declared."""


def mark(schema: GraphQLSchema) -> None:
    """Put them on every field of the schema."""
    kinds = [kind for kind in schema.type_map.values() if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)]
    ours = [kind for kind in kinds if not kind.name.startswith("__")]
    edges = _categories_of_edges(ours)
    for kind in ours:
        for name, field in kind.fields.items():
            _mark(field, _access_of(kind.name, name, edges), [*cost.directives(kind, name), *nullability.directives(kind, name)])


def _access_of(type_name: str, field_name: str, edges: dict[str, Category]) -> AccessDirective:
    if type_name in _TRACE:
        return AccessDirective(category=Category.TRACE)
    view = VIEWS.get(type_name)
    if view and (field := view.by_name.get(field_name)):
        return AccessDirective(category=field.category, place=(not isinstance(field, Coded) and field.place) or UNSET)
    if type_name in edges:
        return AccessDirective(category=edges[type_name])
    if type_name in _STRUCTURE or field_name == "access":
        return AccessDirective(category=Category.OPEN)
    raise FieldWithoutCategory(f"`{type_name}.{field_name}` has no category; say in `graph/views/` what it reads, and under which")


def _categories_of_edges(kinds: list[GraphQLObjectType | GraphQLInterfaceType]) -> dict[str, Category]:
    """To know that a relation is there is to know something: a connection and its edges have the category of the field that gives them."""
    found: dict[str, Category] = {}
    for kind in kinds:
        for name, field in kind.fields.items():
            given = get_named_type(field.type)
            if isinstance(given, GraphQLObjectType) and given.name.endswith("Connection"):
                category = _access_of(kind.name, name, {}).category
                found |= {given.name: category, get_named_type(given.fields["edges"].type).name: category}
    return found


def _mark(field: GraphQLField, access: AccessDirective, more: Iterable[object]) -> None:
    declared = copy(field.extensions[_DEFINITION])
    declared.directives = [*declared.directives, access, *more]
    field.extensions = {**field.extensions, _DEFINITION: declared}
