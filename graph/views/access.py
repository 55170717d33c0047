"""Whom and what an access can be asked about, and in which categories."""

from auth.category import PERSONAL, Category
from graph.views import VIEWS
from graph.views.view import Field

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


def place(type_: str) -> Field | None:
    """A field of one of them that tells a place, if there is one: of a device where it stands, of a case its unit."""
    told = categories(type_)
    return next((each for each in VIEWS[type_].fields if getattr(each, "place", False) and each.category in told), None)
