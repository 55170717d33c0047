"""Reasons tell why a viewer sees a person, and no more than what they see."""

from typing import Any

import pytest

from auth.reference import GraphEdge, GraphNode
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.made_graphs import NOW, Made, purposes, writes
from tests.naive_hints import HINTED

HOLDER = Viewer(kind=ViewerKind.PERSON, key="holder")
CASE_HANDLER = Viewer(kind=ViewerKind.EMPLOYEE, key="handler", purpose="WIDE")


def _node(label: str, id_: str, **properties: object) -> GraphNode:
    return GraphNode(id=id_, label=label, properties={"registeredAt": 0, **properties})


def _edge(type_: str, start: str, end: str, **properties: object) -> GraphEdge:
    return GraphEdge(
        id=f"{type_}-{start}-{end}", type=type_, start=start, end=end, properties={"validFrom": 0, "registeredAt": 0, **properties}
    )


def _office(made: Made, name: str) -> None:
    """A seat of the handler's in a local role, at a unit that serves an area."""
    made.nodes += [
        _node("Position", f"seat-{name}"),
        _node("Unit", f"unit-{name}", number=name, name=f"Nav {name}"),
        _node("Area", f"area-{name}", kind="MUNICIPALITY", code=name, name=name),
    ]
    made.edges += [
        _edge("HOLDS", "handler", f"seat-{name}"),
        _edge("AT", f"seat-{name}", f"unit-{name}"),
        _edge("IN", f"seat-{name}", "role"),
        _edge("SERVES", f"unit-{name}", f"area-{name}"),
    ]


def _graph(*categories: str) -> Made:
    """A handler with seats at two offices, and a person in the area of both, for a time in the first."""
    made = purposes()
    made.nodes += [
        _node("Employee", "handler", ident="handler"),
        _node("Person", "self", screenedAt=1),
        _node("Role", "role", code="role", reach="LOCAL"),
        _node("Person", "known", givenName="Kari", screenedAt=1),
    ]
    made.edges += [_edge("IS", "handler", "self"), _edge("MAY_STATE", "role", "purpose:WIDE")]
    made.edges += [_edge("COVERS", "role", f"category:{category}") for category in categories]
    made.edges += [_edge("HANDLES", "role", "theme:AAP")]
    for name in ("East", "West"):
        _office(made, name)
    made.edges += [_edge("BELONGS_TO", "known", "area-East", validTo=NOW + 5), _edge("BELONGS_TO", "known", "area-West")]
    return made


async def _why(database: Database, made: Made) -> dict[str, Any]:
    await database.write_all(writes([made]))
    answer = await HINTED.database(database, CASE_HANDLER, ids=["known"])
    assert answer.data is not None
    found: dict[str, Any] = answer.data["nodes"][0]["access"]
    return found


async def test_each_path_is_a_reason_where_its_place_is_open(database: Database) -> None:
    grants = (await _why(database, _graph("CARD", "ADDRESS")))["grants"]
    assert [grant["text"] for grant in grants] == [
        "Belongs to East, which Nav East serves",
        "Belongs to West, which Nav West serves",
    ]
    assert [grant["validTo"] for grant in grants] == [NOW + 5, None]


async def test_where_the_place_is_closed_all_its_paths_are_one_reason_that_names_none(database: Database) -> None:
    grants = (await _why(database, _graph("CARD")))["grants"]
    assert [(grant["text"], grant["validTo"]) for grant in grants] == [("Belongs to an area, which a unit serves", None)]
    assert not [step for step in grants[0]["path"][:-1] if step["id"] or step["name"]]


async def test_a_local_seat_gives_no_national_reason(database: Database) -> None:
    categories = (await _why(database, _graph("CARD", "ADDRESS")))["categories"]
    reasons = {each["category"]: {reason["rule"] for reason in each["reasons"]} for each in categories}
    assert reasons == {each["category"]: set() for each in categories} | {each: {"employee.local-office"} for each in ("CARD", "ADDRESS")}


@pytest.mark.parametrize(("theme", "told"), [("AAP", True), ("FAR", False)])
async def test_a_case_is_named_to_who_may_read_it(database: Database, theme: str, told: bool) -> None:
    made = _graph("CARD", "CASES")
    made.nodes.append(_node("Case", "case", title="Title", status="OPEN"))
    made.edges += [
        _edge("ASSIGNED_TO", "handler", "case"),
        _edge("CONCERNS", "case", "known", part="MAIN"),
        _edge("IN", "case", f"theme:{theme}"),
    ]
    grants = (await _why(database, made))["grants"]
    assigned = next(grant for grant in grants if grant["rule"] == "employee.assigned-case")
    assert ("Title" in assigned["text"]) is told
    assert ("case" in {step["id"] for step in assigned["path"]}) is told


async def test_a_case_with_a_protected_party_is_not_named(database: Database) -> None:
    made = _graph("CARD", "CASES")
    made.nodes += [_node("Case", "case", title="Title", status="OPEN"), _node("Person", "hidden", screenedAt=1)]
    made.edges += [
        _edge("ASSIGNED_TO", "handler", "case"),
        _edge("CONCERNS", "case", "known", part="MAIN"),
        _edge("CONCERNS", "case", "hidden", part="PARTY"),
        _edge("IN", "case", "theme:AAP"),
        _edge("PROTECTED_AS", "hidden", "protection:CONFIDENTIAL"),
    ]
    assert "Title" not in str(await _why(database, made))


async def test_a_holder_is_told_by_which_mandate_they_see_and_no_one_elses(database: Database) -> None:
    made = Made(seed=-1, nodes=[_node("Person", id_, screenedAt=1) for id_ in ("giver", "holder", "other")])
    for name, holder in (("mine", "holder"), ("theirs", "other")):
        made.nodes.append(_node("Mandate", name, kind="PROXY", actions=["READ"], validFrom=0))
        made.edges += [_edge("FROM", name, "giver"), _edge("TO", name, holder), _edge("COVERS", name, "category:CARD")]
    await database.write_all(writes([made]))
    answer = await HINTED.database(database, HOLDER, ids=["giver"])
    assert answer.data is not None
    grants = answer.data["nodes"][0]["access"]["grants"]
    assert [[step["id"] for step in grant["path"]] for grant in grants] == [["mine", "giver"]]
