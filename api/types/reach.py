"""What can I see: the viewer's own reach."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.access import worded
from api.types.paging import After, Connection, First
from api.types.person import Person
from api.types.scalars import DateTime
from auth.category import Category

InCategory = Annotated[
    Category | None,
    strawberry.argument(description="Only those of whom this category is open to you, as their `access` says; any when left out."),
]
InTheme = Annotated[
    str | None,
    strawberry.argument(
        description="Only those of whom rows of this theme are open to you, for example `SYK`. With `category`, rows of that category, "
        "which must be one that carries themes: `CASES`, `ACTIVITIES`, `DEVICES` or `DIALOGUES`."
    ),
]


AtInstant = Annotated[
    DateTime | None,
    strawberry.argument(
        description="Whom you could see then, for example `2025-06-30`, as far as you see something of them now; now when left out, or "
        "where it is still to come. What is read of them is what you may see now, as it is now."
    ),
]


def reached(category: InCategory = UNSET, theme: InTheme = UNSET, at: AtInstant = UNSET, first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of a reach; the value comes from the plan's answer."""


@strawberry.type(description="A rule that opens persons to you, and how many.")
class ReachedBy:
    rule: str = field(description="The rule's id, for example `employee.local-office`. It is the same in the documentation of the rules.")
    text: str = field(
        resolver=worded,
        description="The rule as a sentence, for example “Hører til et område, som en enhet betjener”; of one person, `Access.grants` "
        "says which area and unit.",
    )
    basis: str = field(description="The law or consent that it rests on, for example “Forvaltningsloven § 13 b”.")
    count: int = field(description="Of how many persons in the whole list it opens something. One person can be open by several rules.")


@strawberry.type(description="A person whom you can see.")
class PersonEdge:
    cursor: str = field(description="Marks this person for `after`. Encrypted, yours alone, and good for this list only.")
    node: Person = field(description="The person, masked for you as everywhere.")


@strawberry.type(
    description="Persons whom you can see, by id. Who is hidden from you is not in it: the answer is the same as if they were not there."
)
class PersonConnection(Connection):
    edges: list[PersonEdge] = field(description="This page's persons.")
    rules: list[ReachedBy] | None = field(
        description="How many each rule opens to you, over the whole list. Null where `totalCount` is, with `TOO_MANY`. Costs as much as "
        "looking through the list."
    )
