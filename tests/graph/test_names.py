"""Who holds what, by name: to a controller while another one has granted it (A23), on both databases and as the reference has it."""

from collections.abc import Mapping
from typing import Any

import pytest

from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.database import Database
from tests.comparing import Asking, compared
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

TEXT = """query Names($first: Int, $after: String, $at: DateTime) {
  whoCanSee(subject: "kari", at: $at) {
    edges { node {
      rule
      whoHolds(first: $first, after: $after) { totalCount edges { cursor node { id ident name } } pageInfo { hasNextPage } }
    } }
  }
}"""


class Names(Asking):
    """`first` and `after` are those of the names."""

    def parameters(self, viewer: Viewer, values: Mapping[str, Any]) -> dict[str, Any]:
        found = super().parameters(viewer, {"subject": "kari", "at": values.get("at")})
        page = {"first": 20, "after": None, **values}
        return found | {each.parameter: page[each.name] for each in self.asked.bindings if each.coordinate == "ViewerGroup.whoHolds"}


ASKING = Names(TEXT, now=NOW, today=TODAY)
CONTROLLERS = ("clara", "dan", "kin")
_ROLE = node("Role", "role:CONTROLLER", code="CONTROLLER", reach="NATIONAL")
_APPOINT = """UNWIND $seats AS id MATCH (seat:Position {id: id}) MATCH (role:Role {id: 'role:CONTROLLER'})
CREATE (seat)-[:IN {id: id + '-in', validFrom: 0}]->(role)"""


def _request(by: str, granted_by: str | None = "dan", of: str = "kari", **more: Any) -> tuple[Part, ...]:
    """A request that stands, unless told."""
    made = node("NameRequest", "request", **{"validFrom": 0, "validTo": NOW + 1, "registeredAt": 0, **more})
    answer = [edge("request", "GRANTED_BY", granted_by)] if granted_by else []
    return made, edge("request", "BY", by), edge("request", "OF", of), *answer


def _office(*more: Part) -> Made:
    """Kari, whom three counsellors and one of a national role see; controllers, one of them her sister."""
    return made_of(
        *purposes().nodes,
        *purposes().edges,
        *(person(each, screenedAt=1) for each in ("kari", "mother", "other")),
        node("Area", "area", kind="MUNICIPALITY", code="area"),
        node("Unit", "office", number="office"),
        edge("office", "SERVES", "area"),
        edge("kari", "BELONGS_TO", "area"),
        *(edge("mother", "PARENT_OF", each) for each in ("kari", "kin-self", "even-self")),
        *role("counsellor", "LOCAL", "AAP"),
        *role("national", "NATIONAL"),
        *role("clerk", "ASSIGNED", covers=()),
        *(part for name in ("arne", "berit", "cecilie", "even") for part in employee(name, "counsellor", at="office")),
        *employee("front", "national"),
        *(part for name in CONTROLLERS for part in employee(name, "clerk")),
        *more,
    )


async def _asked(database: Database, graph: Made, viewer: Viewer, controllers: tuple[str, ...] = CONTROLLERS, **values: Any) -> Answer:
    """The database's answer, which is the reference's."""
    if (await database.read("MATCH (n:Person {id: 'kari'}) RETURN count(n) AS n"))[0]["n"] == 0:
        await database.write_all([*writes([graph]), (_APPOINT, {"seats": [f"{each}-seat" for each in controllers]})])
    found = await ASKING.database(database, viewer, **values)
    appointed = [edge(f"{each}-seat", "IN", "role:CONTROLLER") for each in controllers]
    assert compared(found) == compared(ASKING.reference(made_of(*graph.nodes, *graph.edges, _ROLE, *appointed).graph, viewer, **values))
    return found


def _names(answer: Answer) -> Mapping[str, list[str] | None]:
    """By rule: who is in the group, or none where it is not told."""
    nodes = [each["node"] for each in (answer.data or {})["whoCanSee"]["edges"]]
    held = {each["rule"]: each["whoHolds"] for each in nodes}
    return {rule: found and [each["node"]["ident"] for each in found["edges"]] for rule, found in held.items()}


def _codes(answer: Answer) -> set[str]:
    return {each.code for each in answer.denied if each.coordinate == "ViewerGroup.whoHolds"}


async def test_names_are_told_to_the_controller_who_asked_and_to_nobody_else(database: Database) -> None:
    """A23."""
    graph = _office(*_request("clara"))
    found = await _asked(database, graph, handler("clara"))
    assert _names(found) == {
        "person.own-data": [],
        "employee.local-office": ["arne", "berit", "cecilie"],
        "employee.national-role": ["front"],
    }
    assert _codes(await _asked(database, graph, handler("dan"))) == {"SECOND_CONTROLLER"}
    past = await _asked(database, graph, handler("clara"), at=NOW - 1)
    assert not any(_names(past).values())


def test_no_name_is_looked_for_to_a_citizen() -> None:
    """A23."""
    text, told = ASKING.statement(ViewerKind.PERSON), ASKING.reference(_office(*_request("clara")).graph, citizen("kari"))
    assert "NameRequest" not in text.text
    assert (set(_names(told).values()), _codes(told)) == ({None}, {"NOT_AVAILABLE"})


@pytest.mark.long_to_plan
async def test_names_come_a_page_at_a_time(database: Database) -> None:
    graph = _office(*_request("clara"))
    first = await _asked(database, graph, handler("clara"), first=2)
    rest = await _asked(database, graph, handler("clara"), first=2, after=["berit"])
    assert _names(first)["employee.local-office"] == ["arne", "berit"]
    assert _names(rest)["employee.local-office"] == ["cecilie"]
    held = (first.data or {})["whoCanSee"]["edges"][1]["node"]["whoHolds"]
    assert (held["totalCount"], held["pageInfo"]["hasNextPage"]) == (3, True)


SHUT: Mapping[str, tuple[tuple[Part, ...], tuple[str, ...]]] = {
    "nobody has answered": (_request("clara", None), CONTROLLERS),
    "it is refused": ((*_request("clara", None), edge("request", "REFUSED_BY", "dan")), CONTROLLERS),
    "it has lapsed": (_request("clara", validTo=NOW), CONTROLLERS),
    "it does not begin yet": (_request("clara", validFrom=NOW + 1, validTo=NOW + 2), CONTROLLERS),
    "it was wrong": (_request("clara", retractedAt=NOW), CONTROLLERS),
    "it is about another": (_request("clara", of="other"), CONTROLLERS),
    "both are one": (_request("clara", "clara"), CONTROLLERS),
    "both are one human": ((*_request("clara"), edge("dan", "IS", "clara-self")), CONTROLLERS),
    "the second is no controller": (_request("clara"), ("clara", "kin")),
    "the second is kin of the person": (_request("clara", "kin"), CONTROLLERS),
    "the second's own person is not known": (
        (*_request("clara", "eli"), node("Employee", "eli", ident="eli"), edge("eli", "HOLDS", "dan-seat")),
        CONTROLLERS,
    ),
}


@pytest.mark.parametrize("case", SHUT)
async def test_names_stay_shut_where_one_of_two_controllers_lacks(case: str, database: Database) -> None:
    more, controllers = SHUT[case]
    found = await _asked(database, _office(*more), handler("clara"), controllers)
    assert set(_names(found).values()) == {None}
    assert _codes(found) == {"SECOND_CONTROLLER"}


async def test_one_who_is_kin_or_no_controller_learns_nothing_by_a_grant(database: Database) -> None:
    graph = _office(*_request("kin"), *(edge("request", "BY", each) for each in ("arne",)))
    assert _names(await _asked(database, graph, handler("kin"))) == {}
    arne = await _asked(database, graph, handler("arne"))
    assert (set(_names(arne).values()), _codes(arne)) == ({None}, {"NO_GRANT"})
