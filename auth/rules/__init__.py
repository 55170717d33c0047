"""Every rule, in order: the first denial that holds gives the code that an employee is shown."""

from auth.rule import Rules
from auth.rules import family, own, places, protection, rows, work

INNSYN = Rules(
    name="innsyn",
    grants=(*own.GRANTS, *work.GRANTS),
    denials=(*protection.DENIALS, *family.DENIALS, *protection.UNKNOWN, *places.DENIALS, *rows.DENIALS),
    rows=rows.ROWS,
)

CODE_ORDER = (
    "STRICTLY_CONFIDENTIAL",
    "STRICTLY_CONFIDENTIAL_ABROAD",
    "CONFIDENTIAL",
    "SHIELDED",
    "DISQUALIFIED",
    "SAME_OFFICE",
    "UNKNOWN_IDENTITY",
    "UNSCREENED",
)
"""The order in which codes are shown: as Tilgangsmaskinen, which reports the first only."""

PROTECTION_CODES = frozenset(CODE_ORDER[:4])
"""Codes that show alone (A6)."""
