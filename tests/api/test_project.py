"""The compiled projection gives what graphql-core's execution gives."""

from typing import Any

import pytest
from graphql import execute_sync

from api import arguments, documents
from api.document import Documents
from api.merge import Merge
from api.project import Misfit, Projection, projection
from api.schema import schema
from graph.compile import Typed
from tests.api.conftest import CITIZEN, HANDLER, Ask

TEXT = """query ($yes: Boolean = false) {
    __typename
    p: person(id: "p") { __typename n: name { f: full } birthDate nin @include(if: $yes)
        family { edges { validFrom relation node { id } } totalCount } }
    node(id: "d") { __typename id ... on Device { place { __typename ... on Unit { name } ... on Address { city } } connected } }
    nodes(ids: []) { id ... on Person { gender } }
    case(id: "c") { id }
}"""
FOUND = {
    "p": {
        "n": {"f": "Kari"},
        "birthDate": "1980-05-17",
        "family": {
            "edges": [{"validFrom": 1_265_155_200_000, "relation": "CHILD", "node": {"id": "y"}}, {"relation": "PARENT"}],
            "totalCount": 2,
        },
    },
    "node": Typed("Device", {"id": "d", "place": Typed("Unit", {"name": "NAV"}), "connected": True}),
    "nodes": [None, Typed("Person", {"id": "q", "gender": "FEMALE"}), Typed("Unit", {"id": 7})],
}


def made(text: str) -> Projection:
    read = Documents(told=True).read(text)
    operation = read.operation(None)
    flags = arguments.variables(operation, {}).coerced
    found = projection(Merge(schema=schema(), fragments=read.fragments, flags=flags), operation)
    assert found
    return found


def test_projection_gives_what_execution_gives() -> None:
    executed = execute_sync(schema(), Documents(told=True).read(TEXT).node, FOUND)
    assert (executed.errors, list(executed.data or {})) == (None, list(made(TEXT)(FOUND)))
    assert made(TEXT)(FOUND) == executed.data


@pytest.mark.parametrize(
    "found",
    [{"node": Typed("Device")}, {"nodes": [Typed("Person", {"id": "q", "gender": "X"})]}, {"nodes": None}],
    ids=["null where there must be a value", "no value of the enum", "no list"],
)
def test_value_that_does_not_fit_the_schema_is_never_shown(found: dict[str, Any]) -> None:
    with pytest.raises(Misfit):
        made(TEXT)({"nodes": [], **found})


def test_what_a_document_calls_a_field_is_never_taken_for_a_type() -> None:
    found = {"node": Typed("Person", {"__typename": "p"})}
    assert made('{ node(id: "p") { __typename: id } }')(found) == {"node": {"__typename": "p"}}


def test_introspection_is_left_to_graphql_core() -> None:
    read = Documents(told=True).read("{ __schema { queryType { name } } }")
    assert projection(Merge(schema=schema(), fragments={}, flags={}), read.operation(None)) is None


@pytest.mark.long_to_plan
@pytest.mark.parametrize("name", documents.known())
async def test_known_operations_are_answered_in_the_order_that_they_ask(name: str, ask: Ask) -> None:
    text = documents.known()[name]
    own = {"me": {}, "case": {"id": "c-kari-syk"}, "find-person": {"nin": "17858012345"}, "search": {"text": "dahl"}, "reach": {}}
    variables = own.get(name, {"id": "p-kari"})
    for viewer, purpose in ((CITIZEN, None), (HANDLER, "FOLLOW_UP")):
        answer = await ask(viewer, text, purpose=purpose, **variables)
        assert "errors" not in answer
