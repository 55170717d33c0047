"""What one request may ask for at most."""

from typing import Final

BODY_BYTES: Final = 256 * 1024
ADDRESS_BYTES: Final = 8 * 1024
"""What stands after the `?` of a GET."""
TOKENS: Final = 10_000
"""Words and signs of a document."""
FIELDS: Final = 1_000
"""Fields of an operation, fragments spread out."""
DEPTH: Final = 25
RELATED: Final = 3
"""Related persons in a row: a sister's child's father."""
PAGE: Final = 100
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
