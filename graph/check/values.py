"""Whether a fixed value is one that a property can have."""

import tomllib
from functools import cache

from auth.category import Category
from auth.pattern import Scalar
from graph.check.place import Place
from graph.model import Kind, Property
from graph.reference import DATA

KINDS = {
    Kind.TEXT: "text",
    Kind.TEXTS: "a list of text",
    Kind.INTEGER: "a number",
    Kind.NUMBER: "a number",
    Kind.BOOLEAN: "true or false",
    Kind.DATE: "a date",
    Kind.INSTANT: "an instant",
}


def kind_of(value: Scalar) -> str:
    """The kind of a fixed value, as the messages say it."""
    match value:
        case bool():
            return KINDS[Kind.BOOLEAN]
        case int():
            return KINDS[Kind.INTEGER]
        case str():
            return KINDS[Kind.TEXT]
        case None:
            return "null"


def fits(value: Scalar, declared: Property, place: Place, *, label: str = "") -> None:
    """Raise where the property can never have the value: rules that compare with a misspelt code would open what they should close."""
    if kind_of(value) != KINDS[declared.kind]:
        raise place.wrong(f"`{declared.name}` is {KINDS[declared.kind]}, never {value!r}", declared.name)
    possible = closed(declared, label)
    if possible and value not in possible:
        raise place.wrong(f"`{declared.name}` is never {value!r}: write one of {', '.join(possible)}", str(value))


def closed(declared: Property, label: str) -> tuple[str, ...]:
    """The values that the property can have, where they are closed."""
    return declared.values or codes(label) * (declared.name == "code")


@cache
def codes(label: str) -> tuple[str, ...]:
    """The codes that the reference data close for the label; none where a file may bring more."""
    if label == "Category":
        return tuple(Category)
    if label in ("Protection", "Theme", "LegalBasis"):
        found: dict[str, object] = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))[label.lower()]
        return tuple(found)
    return ()
