"""What public registers show: areas, units, roles, themes, businesses, municipalities."""

from auth.category import Category as C
from graph.views.view import Access, Field, Many, Related, Value, View, Way


def _open(*names: str) -> tuple[Value, ...]:
    return tuple(Value(name=name, category=C.OPEN, reads=(f"node.{name}",)) for name in names)


def _one(name: str, path: str, *views: str, place: bool = False) -> Related:
    return Related(name=name, category=C.OPEN, ways=(Way(path=path),), views=views, many=Many.ONE, place=place)


def _list(name: str, path: str, *views: str, place: bool = False) -> Related:
    return Related(name=name, category=C.OPEN, ways=(Way(path=path),), views=views, place=place)


def _protective(name: str, otherwise: str | None = None) -> Value:
    return Value(name=name, category=C.OPEN, reads=(f"node.{name}",), place=True, otherwise=otherwise)


AREA = View(
    type="Area",
    label="Area",
    access=Access.OPEN,
    fields=(*_open("id", "kind", "code", "name"), _one("partOf", "(it:Area)-[edge:PART_OF]->(node:Area)", "Area")),
)
THEME = View(type="Theme", label="Theme", access=Access.OPEN, fields=_open("code", "name"))
ROLE = View(type="Role", label="Role", access=Access.OPEN, fields=_open("id", "code", "name", "reach"))

UNIT = View(
    type="Unit",
    label="Unit",
    access=Access.OPEN,
    fields=(
        _protective("id", otherwise="unit:NAV"),
        _protective("number"),
        _protective("name", otherwise="NAV"),
        _protective("kind"),
        _one("partOf", "(it:Unit)-[edge:PART_OF]->(node:Unit)", "Unit", place=True),
        _list("areas", "(it:Unit)-[edge:SERVES]->(node:Area)", "Area", place=True),
    ),
)

_SUBUNITS: Field = Related(
    name="subunits",
    category=C.OPEN,
    ways=(Way(path="(it:Business)<-[edge:PART_OF]-(node:Business)"),),
    views=("Business",),
    many=Many.CONNECTION,
    edge=tuple(Value(name=name, category=C.OPEN, reads=(f"edge.{name}",)) for name in ("validFrom", "validTo", "source")),
)

BUSINESS = View(
    type="Business",
    label="Business",
    access=Access.REGISTER,
    fields=(
        *_open("id", "organisationNumber", "name", "form"),
        _one("partOf", "(it:Business)-[edge:PART_OF]->(node:Business)", "Business"),
        _SUBUNITS,
        _one("area", "(it:Business)-[edge:BASED_IN]->(node:Area)", "Area", place=True),
    ),
)

MUNICIPALITY = View(
    type="Municipality",
    label="Municipality",
    access=Access.OPEN,
    fields=(
        *_open("id", "organisationNumber", "name"),
        _list("areas", "(it:Municipality)-[edge:GOVERNS]->(node:Area)", "Area"),
    ),
)
