"""`@semanticNonNull`, of the GraphQL nullability working group (https://specs.apollo.dev/nullability/v0.4/): the field's `null` never
means that there is nothing, only that it is closed to the viewer, which the model tells (`graph.views.there`).
"""

from collections.abc import Sequence

import strawberry
from graphql import GraphQLInterfaceType, GraphQLNonNull, GraphQLObjectType
from strawberry import UNSET
from strawberry.schema_directive import Location

from graph.views import VIEWS
from graph.views.there import always_there


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="semanticNonNull",
    description="There is always a value: where it is null it is closed to you, and `extensions.access` of the response has its coordinate "
    "with a code, for example `Person.family`. It is no promise of a value, and `errors` has no entry for it: do not let a client make the "
    "type non-null by it. A field without it may also be null where there is nothing to tell.",
)
class SemanticNonNullDirective:
    levels: list[int] | None = UNSET


def directives(kind: GraphQLObjectType | GraphQLInterfaceType, name: str) -> Sequence[object]:
    """The directive of a field that has it."""
    view = VIEWS.get(kind.name)
    field = view.by_name.get(name) if view else None
    if view is None or field is None or isinstance(kind.fields[name].type, GraphQLNonNull) or not always_there(view, field):
        return ()
    return (SemanticNonNullDirective(),)
