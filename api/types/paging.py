"""Lists are Relay connections: pages are cut by a keyset, so a moving list loses no row."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.scalars import DateTime

First = Annotated[int | None, strawberry.argument(description="How many to give, 0 to 100; 20 when left out.")]
After = Annotated[
    str | None, strawberry.argument(description="The `endCursor` of the page before, of this same list. Leave it out for the first page.")
]


def paged(first: First = UNSET, after: After = UNSET) -> Any:
    """Stands for the arguments of every connection; the value comes from the plan's answer."""


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = field(description="True when more rows that you may see come after this page.")
    has_previous_page: bool = field(description="True when this page was asked for with `after`.")
    start_cursor: str | None = field(description="Cursor of the first row here; null on an empty page.")
    end_cursor: str | None = field(description="Cursor of the last row here; give it as `after` to get the next page.")


@strawberry.type
class Connection:
    page_info: PageInfo = field(description="Where this page lies in the list.")
    total_count: int | None = field(
        description="How many rows you may see in the whole list; exact up to 10,000; null beyond, with `TOO_MANY` in "
        "`extensions.access`. Rows hidden from you are not counted."
    )


@strawberry.type
class Edge:
    cursor: str = field(description="Marks this row for `after`. Encrypted, yours alone, and good for this list only.")
    valid_from: DateTime | None = field(description="When the relation began, for example `2010-02-03T00:00:00Z`.")
    valid_to: DateTime | None = field(description="When the relation ended or will end (that instant not included); null while it is open.")
    source: str | None = field(description="The register that says so, for example `FREG`.")
