"""What hangs on persons: cases, activities, devices, dialogues, mandates."""

from auth.category import Category as C
from graph.views.person import PART, VALIDITY
from graph.views.view import Access, Many, Related, Value, View, Way


def _values(category: C, *names: str, detail: bool = False, place: bool = False) -> tuple[Value, ...]:
    return tuple(Value(name=name, category=category, reads=(f"node.{name}",), detail=detail, place=place) for name in names)


def _one(name: str, category: C, path: str, *views: str, place: bool = False, detail: bool = False) -> Related:
    return Related(name=name, category=category, ways=(Way(path=path),), views=views, many=Many.ONE, place=place, detail=detail)


def _list(name: str, category: C, path: str, view: str) -> Related:
    return Related(name=name, category=category, ways=(Way(path=path),), views=(view,))


CASE = View(
    type="Case",
    label="Case",
    access=Access.ROWS,
    fields=(
        *_values(C.CASES, "id", "status", "openedAt", "closedAt"),
        *_values(C.CASES, "title", detail=True),
        _one("theme", C.CASES, "(it:Case)-[edge:IN]->(node:Theme)", "Theme"),
        _one("unit", C.CASES, "(it:Case)-[edge:OWNED_BY]->(node:Unit)", "Unit", place=True, detail=True),
        Related(
            name="parties",
            category=C.CASES,
            detail=True,
            ways=(Way(path="(it:Case)-[edge:CONCERNS]->(node:Person|Business)"),),
            views=("Person", "Business"),
            many=Many.CONNECTION,
            edge=(PART, *VALIDITY),
        ),
    ),
)

ACTIVITY = View(
    type="Activity",
    label="Activity",
    access=Access.ROWS,
    fields=(
        *_values(C.ACTIVITIES, "id", "kind", "title", "status", "priority", "startsAt", "endsAt", "due"),
        _one(
            "arranger",
            C.ACTIVITIES,
            "(it:Activity)-[edge:ARRANGED_BY]->(node:Business|Unit|Municipality)",
            "Business",
            "Unit",
            "Municipality",
            place=True,
        ),
        _one("case", C.ACTIVITIES, "(it:Activity)-[edge:PART_OF]->(node:Case)", "Case"),
    ),
)

DEVICE = View(
    type="Device",
    label="Device",
    access=Access.ROWS,
    fields=(
        *_values(C.DEVICES, "id", "product", "isoCode", "articleNumber", "serialNumber"),
        *_values(C.DEVICES, "status", detail=True),
        *_values(C.DEVICES, "connected", "lastSeenAt", detail=True, place=True),
        _one(
            "place",
            C.ADDRESS,
            "(it:Device)-[edge:KEPT_AT]->(node:Address|Business|Municipality|Unit)",
            "Address",
            "Business",
            "Municipality",
            "Unit",
            place=True,
        ),
        _one(
            "keptBy",
            C.DEVICES,
            "(it:Device)-[edge:KEPT_AT]->(node:Business|Municipality|Unit)",
            "Business",
            "Municipality",
            "Unit",
            place=True,
        ),
        _one(
            "owner",
            C.DEVICES,
            "(it:Device)-[edge:OWNED_BY]->(node:Unit|Municipality|Business)",
            "Unit",
            "Municipality",
            "Business",
            place=True,
        ),
    ),
)

DIALOGUE = View(
    type="Dialogue",
    label="Dialogue",
    access=Access.ROWS,
    fields=(
        *_values(C.DIALOGUES, "id", "channel", "startedAt", "endedAt", "heldIn", "reference"),
        _one("theme", C.DIALOGUES, "(it:Dialogue)-[edge:IN]->(node:Theme)", "Theme"),
        _one("unit", C.DIALOGUES, "(it:Dialogue)-[edge:BY]->(node:Unit)", "Unit", place=True),
        # Who knows the employee knows the unit.
        _one("employee", C.DIALOGUES, "(it:Dialogue)-[edge:BY]->(node:Employee)", "Employee", place=True),
        _one("lockedTo", C.DIALOGUES, "(it:Dialogue)-[edge:LOCKED_TO]->(node:Unit)", "Unit", place=True),
    ),
)

MANDATE = View(
    type="Mandate",
    label="Mandate",
    access=Access.ROWS,
    fields=(
        *_values(C.MANDATES, "id", "kind", "actions", "validFrom", "validTo", "revokedAt", "source"),
        _one("giver", C.MANDATES, "(it:Mandate)-[edge:FROM]->(node:Person|Business)", "Person", "Business"),
        _one("holder", C.MANDATES, "(it:Mandate)-[edge:TO]->(node:Person|Business)", "Person", "Business"),
        _list("themes", C.MANDATES, "(it:Mandate)-[edge:COVERS]->(node:Theme)", "Theme"),
        Related(
            name="categories",
            category=C.MANDATES,
            ways=(Way(path="(it:Mandate)-[edge:COVERS]->(node:Category)"),),
            views=(),
            scalar="code",
        ),
    ),
)
