"""What an operation costs, told before anything is read: by `@cost` and `@listSize` of the GraphQL Cost Directives Specification
(https://ibm.github.io/graphql-specs/cost-spec.html), which the printed schema has.

Each object that an answer could hold counts 1, each leaf nothing; some fields weigh more. How many there are hangs on what is asked
alone, never on what is there, so the estimate tells nothing (A17).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import strawberry
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)
from strawberry import UNSET
from strawberry.schema_directive import Location

from api import limits
from graph.selection import Operation, Selection

WEIGHTS: Final[Mapping[str, int]] = {
    "Query.access": 50,
    "Query.alarms": 200,
    "Query.search": 50,
    "Query.usage": 200,
    "Query.visits": 50,
    "Query.whatCanISee": 100,
    "PersonConnection.totalCount": 250,
    "Query.whoCanSee": 250,
}
"""What weighs more than the one object that it is: about how many objects more are read and written out in the time that it takes longer
than a plain look-up, as `python -m bench.weights` measures it. Those that read the look-up log (`visits`, `usage`) take longer as it grows,
and weigh as with a long one."""

MANY: Final = 5
"""Rows that a list is taken to have that is not paged."""

LONGEST: Final = {"ids": limits.IDS, "subjects": limits.SUBJECTS, "units": limits.UNITS}
"""Arguments that are as long as the list that they ask for, and how long they may be."""

Estimate = Callable[[Mapping[str, Any]], int]
"""From the statement's parameters to the cost."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="cost",
    description="What the field adds to the cost of an operation, each time that the answer could hold it. Where nothing is said, "
    "a field of objects adds 1 and a field of leaves 0.",
)
class CostDirective:
    weight: str


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="listSize",
    description="How many rows the field is taken to give: what one of `slicingArguments` says, else `assumedSize`; of a connection, so "
    "many of its `sizedFields`. A list that is asked for by ids is as long as these.",
)
class ListSizeDirective:
    assumed_size: int | None = UNSET
    slicing_arguments: list[str] | None = UNSET
    sized_fields: list[str] | None = UNSET
    require_one_slicing_argument: bool | None = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many rows a field gives: what the argument says, or so many; of a connection, of its `edges`."""

    argument: str | None
    assumed: int
    paged: bool

    @property
    def directive(self) -> ListSizeDirective:
        """As the printed schema says it."""
        if not self.paged:
            return ListSizeDirective(assumed_size=self.assumed)
        return ListSizeDirective(
            assumed_size=self.assumed, slicing_arguments=["first"], sized_fields=["edges"], require_one_slicing_argument=False
        )


def size(field: GraphQLField) -> Size | None:
    """The size of what a field gives; none where it gives one."""
    if "first" in field.args:
        return Size(argument="first", assumed=limits.PAGE_DEFAULT, paged=True)
    if not isinstance(get_nullable_type(field.type), GraphQLList) or is_leaf_type(get_named_type(field.type)):
        return None
    asked = next((name for name in LONGEST if name in field.args), None)
    return Size(argument=asked, assumed=LONGEST[asked] if asked else MANY, paged=False)


def directives(kind: GraphQLObjectType | GraphQLInterfaceType, name: str) -> Sequence[object]:
    """The directives of a field."""
    weight = WEIGHTS.get(f"{kind.name}.{name}")
    rows = None if name == "edges" else size(kind.fields[name])
    return [*([CostDirective(weight=str(weight))] if weight else []), *([rows.directive] if rows else [])]


def estimate(operation: Operation, types: Mapping[str, GraphQLNamedType]) -> Estimate:
    """What estimates an operation, made once; `types` are the schema's."""
    return _sum([_cost(root, types, None) for root in operation.roots])


def _cost(selection: Selection, types: Mapping[str, GraphQLNamedType], rows: Estimate | None) -> Estimate | None:
    """The cost of a field, with as many `rows` as the connection gives that it stands in; none of a leaf."""
    kind = types[selection.on]
    field = kind.fields[selection.field] if isinstance(kind, GraphQLObjectType) else None
    if field is None:
        return None
    weight, sized = WEIGHTS.get(f"{selection.on}.{selection.field}"), size(field)
    if is_leaf_type(get_named_type(field.type)):
        return None if weight is None else lambda _: weight
    own = 1 if weight is None else weight
    count = _count(selection, sized) if sized else None
    paged = sized is not None and sized.paged
    below = _below(selection.children, types, count if paged else None)
    times = rows if selection.field == "edges" else None if paged else count
    return (lambda given: own + below(given)) if times is None else (lambda given: times(given) * (own + below(given)))


def _below(children: Iterable[Selection], types: Mapping[str, GraphQLNamedType], rows: Estimate | None) -> Estimate:
    """The cost of what is asked of one object: of the type that it costs most to be of."""
    by_type = [_sum([_cost(child, types, rows) for child in each]) for _, each in groupby(children, key=lambda child: child.on)]
    return by_type[0] if len(by_type) == 1 else lambda given: max((each(given) for each in by_type), default=0)


def _sum(parts: Iterable[Estimate | None]) -> Estimate:
    costly = [part for part in parts if part]
    return lambda given: sum(part(given) for part in costly)


def _count(selection: Selection, sized: Size) -> Estimate:
    parameter = selection.arguments.get(sized.argument) if sized.argument else None
    if parameter is None:
        return lambda _: sized.assumed
    return lambda given: value if isinstance(value := given[parameter], int) else len(value)
