"""The closed sets that rules speak of: categories of personal data, and what may be done with them."""

from enum import StrEnum


class Category(StrEnum):
    """Category of personal data (GDPR's term). Every field of the schema has exactly one."""

    CARD = "CARD"
    IDENTITY = "IDENTITY"
    CONTACT = "CONTACT"
    ADDRESS = "ADDRESS"
    FAMILY = "FAMILY"
    WORK = "WORK"
    MANDATES = "MANDATES"
    CASES = "CASES"
    ACTIVITIES = "ACTIVITIES"
    DEVICES = "DEVICES"
    DIALOGUES = "DIALOGUES"
    PROTECTION = "PROTECTION"
    SERVICE = "SERVICE"
    TRACE = "TRACE"
    OPEN = "OPEN"


class Action(StrEnum):
    """What a viewer may do with a category (PDL's LES, KOMMUNISER, SKRIV)."""

    READ = "READ"
    COMMUNICATE = "COMMUNICATE"
    WRITE = "WRITE"


PERSONAL = tuple(category for category in Category if category is not Category.OPEN)
"""The categories that a mask of a person can hold: all but what a public register shows anyone."""

THEMED = frozenset({Category.CASES, Category.ACTIVITIES, Category.DEVICES, Category.DIALOGUES})
"""Categories whose rows carry a theme; in the others a grant holds for all themes."""

PLACES = (Category.ADDRESS, Category.SERVICE)
"""Categories of a person that tell nothing but places (A10)."""

OF_ORGANISATIONS = (Category.WORK, Category.MANDATES, Category.CASES, Category.ACTIVITIES, Category.DEVICES, Category.DIALOGUES)
"""What an organisation has of its own beside what a register shows; nothing else that reaches a person comes through it."""

INCLUDES = {Category.IDENTITY: frozenset({Category.CARD})}
"""What a category brings with it: whoever has IDENTITY has the CARD."""
