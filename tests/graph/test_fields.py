"""Each field of a person opens by its own category and by no other; what is closed leaves its siblings."""

import pytest

from auth.category import Category
from auth.reference import GraphEdge, GraphNode
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.database import Database
from graph.views import VIEWS
from tests.comparing import Asking
from tests.made_graphs import NOW, TODAY, Made, purposes, writes

_FIELDS = {
    "name": "{ given }",
    "addresses": "{ city }",
    "area": "{ id }",
    "household": "{ id }",
    "protections": "{ code }",
} | dict.fromkeys(
    ("family", "employments", "businessRoles", "mandatesGiven", "mandatesHeld", "cases", "activities", "devices", "dialogues", "servedBy"),
    "{ totalCount }",
)
PERSON = [field for field in VIEWS["Person"].fields if field.name != "id"]
ASKING = Asking(
    "query fields($id: ID!) { person(id: $id) { id " + " ".join(f"{field.name} {_FIELDS.get(field.name, '')}" for field in PERSON) + " } }",
    now=NOW,
    today=TODAY,
)


def _node(label: str, id_: str, **properties: object) -> GraphNode:
    return GraphNode(id=id_, label=label, properties={"registeredAt": 0, **properties})


def _edge(type_: str, start: str, end: str) -> GraphEdge:
    return GraphEdge(id=f"{type_}-{start}-{end}", type=type_, start=start, end=end, properties={"validFrom": 0, "registeredAt": 0})


def _graph() -> Made:
    """A plain person, and for each category an employee whose national role covers just that."""
    made = purposes()
    made.nodes += [
        _node(
            "Person",
            "known",
            givenName="Kari",
            birthDate=TODAY,
            deathDate=TODAY,
            gender="FEMALE",
            phone="1",
            email="a@b",
            contactReserved=True,
            language="nb",
            screenedAt=1,
        ),
        _node("Identifier", "nin", kind="NIN", value="x"),
        _node("Unit", "office", number="x-1", name="Nav"),
        _node("Area", "here", kind="MUNICIPALITY", code="x-1", name="Her"),
        _node("Household", "home"),
    ]
    made.edges += [_edge("IDENTIFIED_BY", "known", "nin"), _edge("BELONGS_TO", "known", "here"), _edge("MEMBER_OF", "known", "home")]
    for category in Category:
        employee, own, position, role = (f"{word}-{category}" for word in ("employee", "own", "position", "role"))
        made.nodes += [
            _node("Employee", employee, ident=employee),
            _node("Person", own),
            _node("Position", position),
            _node("Role", role, code=role, reach="NATIONAL"),
        ]
        made.edges += [
            _edge("IS", employee, own),
            _edge("HOLDS", employee, position),
            _edge("AT", position, "office"),
            _edge("IN", position, role),
            _edge("COVERS", role, f"category:{category}"),
            _edge("MAY_STATE", role, "purpose:WIDE"),
        ]
    return made


async def _read(database: Database, category: Category) -> Answer:
    viewer = Viewer(kind=ViewerKind.EMPLOYEE, key=f"employee-{category}", purpose="WIDE")
    return await ASKING.database(database, viewer, id="known")


async def test_a_field_opens_by_its_own_category_alone(database: Database) -> None:
    await database.write_all(writes([_graph()]))
    for category in Category:
        answer = await _read(database, category)
        assert answer.data is not None
        codes = {denied.coordinate: denied.code for denied in answer.denied}
        for field in PERSON:
            opens = category is field.category or (category is Category.IDENTITY and field.category is Category.CARD)
            assert (answer.data["person"][field.name] is not None) is opens, (category, field.name)
            assert codes.get(f"Person.{field.name}") == (None if opens else "NO_GRANT"), (category, field.name)


@pytest.mark.parametrize("category", [Category.CARD, Category.ADDRESS])
async def test_an_unknown_person_and_a_closed_one_are_told_apart_by_staff_only(database: Database, category: Category) -> None:
    await database.write_all(writes([_graph()]))
    viewer = Viewer(kind=ViewerKind.EMPLOYEE, key=f"employee-{category}", purpose="WIDE")
    unknown = await ASKING.database(database, viewer, id="nobody")
    assert [(each.coordinate, each.code) for each in unknown.denied] == [("Query.person", "NOT_FOUND")]
    citizen = Viewer(kind=ViewerKind.PERSON, key="own-CARD")
    assert await ASKING.database(database, citizen, id="nobody") == await ASKING.database(database, citizen, id="known")
