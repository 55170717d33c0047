"""Every view, and how the root fields find their node."""

from dataclasses import dataclass
from functools import cached_property

from auth.category import Category
from auth.pattern import Pattern, parse
from auth.viewer import ViewerKind
from graph.views import person, registers, rows
from graph.views.view import Access, Field, Many, Related, Value, View, Way

POSITION = View(
    type="Position",
    label="Position",
    access=Access.OPEN,
    fields=(
        Value(name="id", category=Category.OPEN, reads=("node.id",)),
        *(
            Related(
                name=name,
                category=Category.OPEN,
                ways=(Way(path=f"(it:Position)-[edge:{type_}]->(node:{view})"),),
                views=(view,),
                many=Many.ONE,
            )
            for name, type_, view in (
                ("role", "IN", "Role"),
                ("unit", "AT", "Unit"),
                ("municipality", "AT", "Municipality"),
                ("business", "AT", "Business"),
            )
        ),
        *(Value(name=name, category=Category.OPEN, reads=(f"edge.{name}",)) for name in ("validFrom", "validTo")),
    ),
)

VIEWS: dict[str, View] = {
    view.type: view
    for view in (
        person.PERSON,
        person.NAME,
        person.ADDRESS,
        person.HOUSEHOLD,
        person.PROTECTION,
        rows.CASE,
        rows.ACTIVITY,
        rows.DEVICE,
        rows.DIALOGUE,
        rows.MANDATE,
        registers.AREA,
        registers.THEME,
        registers.ROLE,
        registers.UNIT,
        registers.BUSINESS,
        registers.MUNICIPALITY,
        registers.EMPLOYEE,
        POSITION,
    )
}

_ID = Value(name="id", category=Category.OPEN, reads=("node.id",))
_NAMES = ("node.givenName", "node.middleName", "node.familyName")
_POSITIONS = Related(
    name="positions", category=Category.OPEN, ways=(Way(path="(it:Employee)-[edge:HOLDS]->(node:Position)"),), views=("Position",)
)
_MANDATES = Related(name="mandates", category=Category.OPEN, ways=(Way(path="(it:Person)<-[edge:TO]-(node:Mandate)"),), views=("Mandate",))


def _viewer(label: str, *fields: Field) -> View:
    return View(type="Viewer", label=label, access=Access.OPEN, fields=(_ID, *fields))


VIEWERS: dict[ViewerKind, View] = {
    ViewerKind.EMPLOYEE: _viewer("Employee", Value(name="name", category=Category.OPEN, reads=("node.displayName",)), _POSITIONS),
    ViewerKind.PERSON: _viewer("Person", Value(name="name", category=Category.OPEN, reads=_NAMES, made=person.full_name), _MANDATES),
    ViewerKind.CLIENT: _viewer("Client", Value(name="name", category=Category.OPEN, reads=("node.name",))),
}
"""What a viewer reads of themselves; an analyst has no node."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """How an argument of a root field finds its node: the property of `key` (or of `it`) that it equals."""

    path: str
    property: str

    @cached_property
    def pattern(self) -> Pattern:
        """The path, read."""
        return parse(self.path)


def _keys(label: str, **others: Key) -> dict[str, Key]:
    return {"id": Key(path=f"(it:{label})", property="it.id"), **others}


ROOTS: dict[str, tuple[str, dict[str, Key]]] = {
    "person": (
        "Person",
        _keys("Person", nin=Key(path="(it:Person)-[identified:IDENTIFIED_BY]->(key:Identifier)", property="key.value")),
    ),
    "business": (
        "Business",
        _keys("Business", organisationNumber=Key(path="(it:Business)", property="it.organisationNumber")),
    ),
    "municipality": (
        "Municipality",
        _keys("Municipality", code=Key(path="(it:Municipality)-[governs:GOVERNS]->(key:Area)", property="key.code")),
    ),
    "unit": ("Unit", _keys("Unit", number=Key(path="(it:Unit)", property="it.number"))),
    "device": ("Device", _keys("Device", serialNumber=Key(path="(it:Device)", property="it.serialNumber"))),
    "case": ("Case", _keys("Case")),
}
"""Root fields that lead to one node: its type, and the arguments that find it."""

NODE_TYPES: tuple[str, ...] = (
    "Person",
    "Business",
    "Municipality",
    "Unit",
    "Area",
    "Role",
    "Device",
    "Case",
    "Activity",
    "Dialogue",
    "Mandate",
    "Employee",
)
"""Types that `node` and `nodes` find by id."""
