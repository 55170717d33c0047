"""Whom and what an access can be asked about, and in which categories."""

from auth.category import PERSONAL, PLACES, Category
from graph.views import VIEWS

SUBJECTS = ("Person", "Business", "Municipality", "Device", "Case")
"""Types of the subjects of `access` and `checkAccess`; anything else is as if it were not there."""


def categories(type_: str) -> tuple[Category, ...]:
    """The categories that its access tells of: of a person all, of others those that their fields have."""
    if type_ == "Person":
        return PERSONAL
    found = {field.category for field in VIEWS[type_].fields}
    return tuple(each for each in PERSONAL if each in found)


def beside(type_: str, category: Category) -> tuple[Category, ...]:
    """The categories that its access tells of beside one."""
    return tuple(each for each in categories(type_) if each is not category)


def tells_places(type_: str) -> bool:
    """Whether one of them tells nothing but places."""
    return not set(PLACES).isdisjoint(categories(type_))
