"""What public registers show: areas, units, roles, themes, businesses, municipalities; and what hangs on the last two, by a mask."""

from auth.category import Category as C
from graph.views.person import EMPLOYMENT, PART, ROLE_OF_SEAT, rows
from graph.views.view import Access, Many, Related, Value, View, Way


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


def _devices(label: str) -> Related:
    """Devices that it owns or keeps; one that it does both with is there twice, as two relatives may be."""
    ways = (
        Way(path=f"(it:{label})<-[edge:{type_}]-(node:Device)", says=says) for type_, says in (("OWNED_BY", "OWNS"), ("KEPT_AT", "KEEPS"))
    )
    return rows("devices", C.DEVICES, "Device", *ways, says="relation", finds=True)


def _activities(label: str) -> Related:
    return rows("activities", C.ACTIVITIES, "Activity", Way(path=f"(it:{label})<-[edge:ARRANGED_BY]-(node:Activity)"), finds=True)


BUSINESS = View(
    type="Business",
    label="Business",
    access=Access.REGISTER,
    fields=(
        *_open("id", "organisationNumber", "name", "form"),
        _one("partOf", "(it:Business)-[edge:PART_OF]->(node:Business)", "Business"),
        rows("subunits", C.OPEN, "Business", Way(path="(it:Business)<-[edge:PART_OF]-(node:Business)")),
        _one("area", "(it:Business)-[edge:BASED_IN]->(node:Area)", "Area", place=True),
        rows(
            "employees",
            C.WORK,
            "Person",
            Way(path="(it:Business)<-[edge:EMPLOYED_BY]-(node:Person)"),
            edge=EMPLOYMENT,
            finds=True,
        ),
        rows(
            "representatives",
            C.WORK,
            "Person",
            Way(path="(it:Business)<-[:AT]-(seat:Position)<-[edge:HOLDS]-(node:Person)"),
            edge=(ROLE_OF_SEAT,),
            finds=True,
        ),
        rows(
            "cases",
            C.CASES,
            "Case",
            Way(path="(it:Business)<-[edge:CONCERNS]-(node:Case)"),
            edge=(PART,),
        ),
        _activities("Business"),
        _devices("Business"),
        rows("dialogues", C.DIALOGUES, "Dialogue", Way(path="(it:Business)<-[edge:WITH]-(node:Dialogue)")),
    ),
)

MUNICIPALITY = View(
    type="Municipality",
    label="Municipality",
    access=Access.REGISTER,
    fields=(
        *_open("id", "organisationNumber", "name"),
        _list("areas", "(it:Municipality)-[edge:GOVERNS]->(node:Area)", "Area"),
        _activities("Municipality"),
        _devices("Municipality"),
    ),
)

EMPLOYEE = View(
    type="Employee",
    label="Employee",
    access=Access.MASK,
    fields=(
        *_open("id"),
        Value(name="ident", category=C.SERVICE, reads=("node.ident",)),
        Value(name="name", category=C.SERVICE, reads=("node.displayName",)),
    ),
)
"""Someone at work, and no more: who they are as a person is protected, so no field leads there."""
