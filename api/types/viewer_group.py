"""Who can see: groups, not heads."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.access import worded
from api.types.employee import Employee
from api.types.groups import Organisation
from api.types.paging import After, Connection, First, paged
from api.types.person import Person
from api.types.role import Role
from api.types.scalars import DateTime
from api.types.subject import OfType
from api.types.unit import Unit
from auth.category import Category

Subject = Annotated[
    strawberry.ID, strawberry.argument(description="The id of the person, business, device or case that it is about, for example `p-kari`.")
]
InCategory = Annotated[
    Category | None,
    strawberry.argument(
        description="Only who can see this category. An employee who may not see TRACE and names none is told of those that they may see. "
        "To a controller a group of which `categories` are not told is there only where neither a category nor a theme is asked for."
    ),
]
InTheme = Annotated[
    str | None,
    strawberry.argument(description="Only who can see rows of this theme, for example `AAP`. What carries no theme is left out."),
]


AtInstant = Annotated[
    DateTime | None,
    strawberry.argument(
        description="Who could see it then, for example `2025-06-30`, told by what you may see now; now when left out, or where it is "
        "still to come. "
        "About an earlier instant may ask only those who may see protections."
    ),
]


def groups(
    subject: Subject,
    category: InCategory = UNSET,
    theme: InTheme = UNSET,
    type: OfType = UNSET,
    at: AtInstant = UNSET,
    first: First = UNSET,
    after: After = UNSET,
) -> Any:
    """Stands for the arguments of who can see; the value comes from the plan's answer."""


@strawberry.type(description="One employee in a group.")
class HolderEdge:
    cursor: str = field(description="Marks this employee for `after`. Encrypted, yours alone, and good for this list only.")
    node: Employee = field(description="The employee.")


@strawberry.type(description="The employees in a group. Persons and systems who hold a right of their own are not among them.")
class HolderConnection(Connection):
    edges: list[HolderEdge] = field(description="This page's employees.")


@strawberry.type(
    description="Those who can see someone by one rule, in the same role at the same place, or the one who holds a right of their own. "
    "One who is in several groups is in each."
)
class ViewerGroup:
    rule: str = field(description="The rule's id, for example `employee.local-office`. It is the same in the documentation of the rules.")
    text: str = field(resolver=worded, description="The rule as a sentence, for example “Hører til Bærum, som NAV Bærum betjener”.")
    unit: Unit | None = field(description="The unit that they see it at; null for a role that is the same wherever it is held.")
    role: Role | None = field(description="The role that they see it by; null for one who holds a right of their own.")
    person: Person | None = field(
        description="Who holds a right of their own: a proxy, a guardian, a parent, a manager, the person themselves."
    )
    organisation: Organisation | None = field(description="The business or municipality that they see it for.")
    categories: list[Category] = field(
        description="What they can see; only the category asked for, where one was. Empty where that is not told: to a controller who does "
        "not read the way that it is read of, such as the theme of a case or what a mandate covers."
    )
    themes: list[str] | None = field(
        description="Codes of the only themes that they see rows in; null for all, where nothing of it carries themes, and where "
        "`categories` are not told. Empty where they see none of those rows, and of a case at most the outline: that it is there."
    )
    holders: int | None = field(
        description="How many can see something by it now. For controllers only; `holdersBand` tells everyone roughly."
    )
    holders_band: str | None = field(
        description="Roughly how many can see something by it now: `1–4`, `5–19`, `20–99` or `100+`. "
        "Of the whole group, whatever category or theme is asked for."
    )
    who_holds: HolderConnection | None = field(
        resolver=paged,
        description="The employees who can see something by it now, by ident. For a controller while another controller has granted it: "
        "see `requestNames`. `SECOND_CONTROLLER` in `extensions.access` says that nobody has.",
    )
    excluded: int | None = field(
        description="How many would see something by it, but are kept out: they are family, "
        "work at the same office, or lack a clearance. For controllers only."
    )
    since: DateTime | None = field(
        description="Since when it has led here: for the way that has done so longest, the latest beginning of what it goes through. "
        "Not since when each holder has had the role."
    )
    valid_to: DateTime | None = field(description="When the last of its ways ends by itself; null when one has no known end.")


@strawberry.type(description="One group.")
class ViewerGroupEdge:
    cursor: str = field(description="Marks this group for `after`. Encrypted, yours alone, and good for this list only.")
    node: ViewerGroup = field(description="The group.")


@strawberry.type(
    description="Who can see, in the order of the rules. Groups that someone is in now, and that you may know of: "
    "one shows only where you may read the whole way to it. Empty, with a code in `extensions.access`, where you may not ask."
)
class ViewerGroupConnection(Connection):
    edges: list[ViewerGroupEdge] = field(description="This page's groups.")
    type: str | None = field(description="What they can see: a `Person`, a `Business`, a `Device` or a `Case`; null where you may not ask.")
    notice: str = field(
        resolver=worded,
        description="That some may be withheld by law, or left out since you may not read their way. It stands with every answer, "
        "so it does not tell whether any are.",
    )
