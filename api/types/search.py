"""Search: whatever a text finds, of what the viewer may know is there."""

from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry import UNSET, enum_value, field

from api.types.node import Node
from api.types.paging import After, Connection, First


@strawberry.enum(description="What to search for.")
class NodeKind(Enum):
    PERSON = enum_value("PERSON", description="Persons, by name or by national number, also a former one.")
    BUSINESS = enum_value("BUSINESS", description="Businesses and sub-units, by name or organisation number.")
    UNIT = enum_value("UNIT", description="Units of the administration, by name or unit number.")
    MUNICIPALITY = enum_value("MUNICIPALITY", description="Municipalities, by name or organisation number.")


SearchText = Annotated[
    str,
    strawberry.argument(
        description="A name, or part of it: each word begins some word of the name, in any order, as in `dahl kari` or `kar dah`. "
        "Two letters at least. Or a whole number as people write it: `170584 00201`, `889 640 782`, `0315`."
    ),
]
Kinds = Annotated[
    list[NodeKind] | None, strawberry.argument(description="What to search for, for example `[PERSON]`; everything when left out.")
]


def searched(text: SearchText, kinds: Kinds = UNSET, first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of a search; the value comes from the plan's answer."""


@strawberry.type(description="One hit.")
class SearchEdge:
    cursor: str = field(description="Marks this hit for `after`. Encrypted, yours alone, and good for this search only.")
    node: Node = field(description="A person, business, unit or municipality, masked for you as everywhere.")


@strawberry.type(
    description="Hits by name in Norwegian order, then by id. What is hidden from you is no hit: "
    "the answer is the same as if it were not there."
)
class SearchConnection(Connection):
    edges: list[SearchEdge] = field(description="This page's hits.")
