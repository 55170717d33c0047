"""Tiny graphs on top of the reference data that migrations bring: persons, roles, employees, each in a few words."""

from collections.abc import Iterator
from typing import Any

from auth.category import PERSONAL, Category
from auth.reference import Graph, GraphEdge, GraphNode
from auth.viewer import Viewer, ViewerKind
from tests.graphs import edge, node
from tests.made_graphs import REFERENCE_EDGES, REFERENCE_NODES, Made

Part = GraphNode | GraphEdge


def person(id_: str, **properties: Any) -> GraphNode:
    return node("Person", id_, givenName=id_, registeredAt=0, **properties)


def role(id_: str, reach: str, *themes: str, covers: tuple[Category, ...] = PERSONAL) -> Iterator[Part]:
    """A role that covers everything unless told, its rows in some themes."""
    yield node("Role", id_, code=id_, reach=reach)
    yield from (edge(id_, "COVERS", f"category:{each}") for each in covers)
    yield from (edge(id_, "HANDLES", f"theme:{theme}") for theme in themes)
    yield from (edge(id_, "MAY_STATE", f"purpose:{purpose}") for purpose in ("WIDE", "NARROW"))


def employee(id_: str, in_role: str, at: str | None = None) -> Iterator[Part]:
    """An employee with a seat of their own, at a unit of their own unless told, who is someone."""
    yield from (node("Employee", id_, ident=id_), node("Position", f"{id_}-seat"), person(f"{id_}-self"))
    yield from () if at else (node("Unit", f"{id_}-unit", number=id_),)
    yield edge(id_, "IS", f"{id_}-self")
    yield from (edge(id_, "HOLDS", f"{id_}-seat"), edge(f"{id_}-seat", "IN", in_role), edge(f"{id_}-seat", "AT", at or f"{id_}-unit"))


def handler(ident: str, purpose: str = "WIDE", case: str | None = None) -> Viewer:
    return Viewer(kind=ViewerKind.EMPLOYEE, key=ident, purpose=purpose, case=case)


def citizen(id_: str) -> Viewer:
    return Viewer(kind=ViewerKind.PERSON, key=id_)


def made_of(*parts: Part) -> Made:
    """The graph of these, as it is written: a node told twice is one, and what is null is not there."""
    nodes = {each.id: each for each in parts if isinstance(each, GraphNode)}
    return Made(seed=-1, nodes=list(nodes.values()), edges=[_known(each) for each in parts if isinstance(each, GraphEdge)])


def _known(it: GraphEdge) -> GraphEdge:
    told = {name: value for name, value in it.properties.items() if value is not None}
    return GraphEdge(id=it.id, type=it.type, start=it.start, end=it.end, properties=told)


def graph_of(made: Made) -> Graph:
    """The graph with what all share."""
    return Graph.of([*REFERENCE_NODES, *made.nodes], [*REFERENCE_EDGES, *made.edges])
