"""Whatever is asked, by whomever: an answer or a refusal, by one statement at most, and never a failure of ours.

What is asked is made from the schema by chance, the same at every run.
"""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

import httpx
import pytest
import pytest_asyncio
from graphql import BooleanValueNode, GraphQLObjectType, IntValueNode, StringValueNode, ValueNode, build_schema, print_schema
from hypothesis import given
from hypothesis import strategies as st
from hypothesis_graphql import Mode, mutations, queries

from api.schema import schema
from tests.api.conftest import Ask, demo_ids
from tests.databases import Server
from tests.examples import examples

VIEWERS: Final[Mapping[str, str | None]] = {
    "person:p-kari": None,
    "person:nobody": None,
    "employee:A100101": "FOLLOW_UP",
    "employee:A100201": "GUIDANCE",
    "employee:A100301": "GUIDANCE",
    "employee:A100701": None,
    "client:archive": None,
    "analyst:anna": None,
}
SCHEMA: Final = build_schema(print_schema(schema()))


def _text(values: st.SearchStrategy[str]) -> st.SearchStrategy[ValueNode]:
    return values.map(lambda value: StringValueNode(value=value))


_WORDS: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
_NUMBERS: Final = st.integers(-2, 101) | st.sampled_from([-(2**31), 2**31 - 1, 1000, 1001])
SCALARS: Final[dict[str, st.SearchStrategy[ValueNode]]] = {
    "ID": _text(st.sampled_from(demo_ids()) | _WORDS),
    "String": _text(st.sampled_from(["dagny", "42828800161", "AAP", "0219", "é\u0301", "\u202e", "x" * 2000]) | _WORDS),
    "Int": _NUMBERS.map(lambda number: IntValueNode(value=str(number))),
    "Boolean": st.booleans().map(lambda value: BooleanValueNode(value=value)),
    "Date": _text(st.sampled_from(["2026-01-31", "0001-01-01", "9999-12-31", "2026-02-30", "now"])),
    "DateTime": _text(st.sampled_from(["2026-01-31", "2026-01-31T08:30:00Z", "1970-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "2026"])),
}


def operations(root: GraphQLObjectType | None, made: Any, mode: Mode) -> st.SearchStrategy[str]:
    """Operations of up to two root fields, so that each gets its turn."""
    assert root is not None
    fields = st.lists(st.sampled_from(sorted(root.fields)), min_size=1, max_size=2, unique=True)
    found: st.SearchStrategy[str] = fields.flatmap(lambda names: made(SCHEMA, fields=tuple(names), custom_scalars=SCALARS, mode=mode))
    return found


def well_answered(response: httpx.Response) -> dict[str, Any]:
    """What was told, once it is an answer or a refusal with codes, and nothing of how we are made."""
    assert response.status_code < 500, response.text
    told: dict[str, Any] = response.json()
    codes = [each["extensions"]["code"] for each in told.get("errors", [])]
    assert "INTERNAL" not in codes
    assert codes or "data" in told
    assert not any(word in response.text for word in ("Traceback", "Exception", "neo4j", ".py"))
    return told


VIEWER: Final = st.sampled_from(sorted(VIEWERS))
READ: Final = operations(SCHEMA.query_type, queries, Mode.POSITIVE)
AMISS: Final = operations(SCHEMA.query_type, queries, Mode.NEGATIVE) | operations(SCHEMA.mutation_type, mutations, Mode.NEGATIVE)
CHANGE: Final = operations(SCHEMA.mutation_type, mutations, Mode.POSITIVE)


async def asked(ask: Ask, viewer: str, query: str) -> dict[str, Any]:
    return well_answered(await ask.raw({"query": query}, headers=ask.headers(viewer, purpose=VIEWERS[viewer])))


@pytest.mark.embedded
@examples(250)
@given(viewer=VIEWER, query=READ)
async def test_whatever_fits_the_schema_is_answered_or_refused_by_one_statement(viewer: str, query: str, ask: Ask, read: list[str]) -> None:
    read.clear()
    await asked(ask, viewer, query)
    assert len(read) <= 1


@examples(12)
@given(viewer=VIEWER, query=READ)
async def test_whatever_fits_the_schema_is_answered_on_both_databases(viewer: str, query: str, ask: Ask, read: list[str]) -> None:
    read.clear()
    await asked(ask, viewer, query)
    assert len(read) <= 1


@pytest.mark.embedded
@examples(150)
@given(viewer=VIEWER, query=AMISS)
async def test_what_does_not_fit_the_schema_is_refused_and_reads_nothing(viewer: str, query: str, ask: Ask, read: list[str]) -> None:
    read.clear()
    assert "errors" in await asked(ask, viewer, query)
    assert not read


@pytest_asyncio.fixture
async def left(server: Server) -> AsyncIterator[None]:
    """What the changes leave is removed: the next test loads the demo anew."""
    yield
    await server.clear()


@pytest.mark.embedded
@examples(60)
@given(viewer=VIEWER, query=CHANGE)
async def test_whatever_change_is_asked_for_is_made_or_refused(viewer: str, query: str, ask: Ask, left: None) -> None:
    await asked(ask, viewer, query)


VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([10**400, -(2**63) - 1, "\0", "\ud800", "p-kari", 1e308]),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=5), each, max_size=3),
    max_leaves=8,
)
SEARCH: Final = (
    "query Q($text: String!, $first: Int, $kinds: [NodeKind!]) { search(text: $text, first: $first, kinds: $kinds) { totalCount } }"
)


@pytest.mark.embedded
@examples(120)
@given(text=VALUES, first=VALUES, kinds=VALUES, viewer=VIEWER)
async def test_variables_of_any_shape_are_answered_or_refused(text: object, first: object, kinds: object, viewer: str, ask: Ask) -> None:
    body = json.dumps({"query": SEARCH, "variables": {"text": text, "first": first, "kinds": kinds}})
    headers = ask.headers(viewer, purpose=VIEWERS[viewer]) | {"Content-Type": "application/json"}
    well_answered(await ask.client.post("/graphql", content=body.encode(), headers=headers))


GOOD: Final = json.dumps({"query": "{ __typename }", "variables": {"a": ["æ", 1.5, None]}, "operationName": None}).encode()
BODIES: Final = (
    st.binary(max_size=200)
    | st.builds(lambda at, more: GOOD[:at] + more + GOOD[at:], st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=4))
    | st.integers(0, len(GOOD)).map(lambda at: GOOD[:at])
    | st.sampled_from(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1"]).map(lambda way: GOOD.decode().encode(way))
    | st.just(b"\0" * 16)
    | st.sampled_from(["[", '{"variables":', '{"query":"{ __typename }","extensions":{"a":']).map(lambda each: (each * 40_000).encode())
    | st.sampled_from(
        [b"1" * 5000, b"1e999999", b"-", b"NaN", b'{"query":1e5000}', b'{"query":"{ __typename }","variables":{"a":' + b"9" * 5000 + b"}}"]
    )
)


@pytest.mark.embedded
@examples(200)
@given(
    body=BODIES,
    kind=st.sampled_from(["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "text/json"]),
)
async def test_any_bytes_are_answered_or_refused(body: bytes, kind: str, ask: Ask) -> None:
    well_answered(await ask.client.post("/graphql", content=body, headers=ask.headers("person:p-kari") | {"Content-Type": kind}))


HEADERS: Final = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=40).map(str.strip)


@pytest.mark.embedded
@examples(80)
@given(
    name=st.sampled_from(["Innsyn-Purpose", "Innsyn-Case", "Innsyn-Bookmark", "traceparent", "Accept", "Authorization", "X-Request-ID"]),
    value=HEADERS,
)
async def test_headers_of_any_signs_are_answered_or_refused(name: str, value: str, ask: Ask) -> None:
    headers = [*(ask.headers("employee:A100101") | {"Innsyn-Purpose": "FOLLOW_UP"} | {name: value}).items()]
    response = await ask.client.post(
        "/graphql", json={"query": "{ viewer { kind } }"}, headers=[(each.encode(), said.encode("latin-1")) for each, said in headers]
    )
    well_answered(response)
