"""What one request, and one viewer in a minute, may ask for at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auth.viewer import ViewerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an administration may set otherwise; docs/settings.md says what each is."""

    tokens: int = 10_000
    fields: int = 1_000
    depth: int = 25
    aliases: int = 50
    directives: int = 100
    repeats: int = 5
    roots: int = 20
    page: int = 100
    cost: int = 50_000
    parts: int = 5
    open: int = 4


UNLESS_TOLD: Final = Limits()
COSTS: Final[Mapping[ViewerKind, int]] = {
    ViewerKind.PERSON: 100_000,
    ViewerKind.EMPLOYEE: 300_000,
    ViewerKind.ANALYST: 300_000,
    ViewerKind.CLIENT: 3_000_000,
}
"""The cost that a viewer of each kind may ask for in a minute."""
NEW: Final = 60
"""Documents that are new, or asked in a new form, in a minute. Each has a statement of its own, which the database has to plan."""
ADDRESS_BYTES: Final = 8 * 1024
"""What stands after the `?` of a GET."""
RELATED: Final = 3
"""Related persons in a row: a sister's child's father."""
BODY_BYTES: Final = 256 * 1024
BODY_SECONDS: Final = 30.0
"""Until all of it is there. Its token was judged before: what trickles in must not be answered long after that has ended."""
PARTS_SECONDS: Final = 30.0
"""Until the last part of an answer has been taken: Neo4j takes seconds to plan the statement of each part when it is new."""
PARTS_ENDING_SECONDS: Final = 8.0
"""Likewise, once the server has been told to end: less than it waits for what is under way."""
PAGE_DEFAULT: Final = 20
IDS: Final = 100
UNITS: Final = 20
"""Units of one `usage`."""
USAGE_DAYS: Final = 366
"""Days of one `usage`."""
SUBJECTS: Final = 1_000
"""Subjects of one `checkAccess`."""
ASKERS: Final = 10
"""Different subjects, with their purposes and cases, of one request for decisions: each takes a statement."""
SEARCH_TEXT: Final = 100
"""Letters and other signs of a text to search for."""
DOCUMENTS_KEPT: Final = 500
PLANS_KEPT: Final = 1_000
KEPT_PLANS_KEPT: Final = 128
"""Of each operation in documents that are kept for good: for each kind of viewer, a page has few forms that it is asked in."""
