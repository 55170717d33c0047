"""GraphQL over HTTP: media types, methods, what other origins may do, and compressed answers. No engine has a part in it."""

import gzip
import json

import brotli
import httpx
import pytest
import pytest_asyncio
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api import limits
from api.accept import GRAPHQL_JSON, JSON
from api.compress import LEAST_BYTES, Compressed
from api.server import app
from tests.api.conftest import CITIZEN, Ask
from tests.api.test_server import KIND, code

pytestmark = pytest.mark.embedded
HERE, ELSEWHERE = "https://app.example", "https://other.example"
LONG = {"query": "{ __schema { types { name description } } }"}
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type, innsyn-purpose"}


@pytest_asyncio.fixture
async def shared(ask: Ask) -> httpx.AsyncClient:
    """Asks a server that pages of one other origin may ask."""
    face = app(ask.serving, tokens=ask.tokens, origins=[HERE])
    return httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn")


async def test_who_takes_no_json_is_refused_before_anything_is_read(ask: Ask, read: list[str]) -> None:
    asked = {"query": '{ person(id: "p-kari") { id } }'}
    response = await ask.raw(asked, headers=ask.headers(CITIZEN) | {"Accept": "text/html, application/json;q=0"})
    assert (response.status_code, code(response.json()), read) == (406, "NOT_ACCEPTABLE", [])


async def test_several_accept_headers_are_one(ask: Ask) -> None:
    accepts = [("Accept", "text/html"), ("Accept", GRAPHQL_JSON)]
    response = await ask.client.post("/graphql", json=KIND, headers=[*ask.headers(CITIZEN).items(), *accepts])
    assert response.headers["content-type"] == GRAPHQL_JSON


async def test_a_batch_is_told_to_come_one_by_one(ask: Ask) -> None:
    response = await ask.raw([KIND, KIND], headers=ask.headers(CITIZEN))
    assert (response.status_code, code(response.json())) == (400, "BATCH_REFUSED")


async def test_a_compressed_body_is_refused_unread(ask: Ask) -> None:
    told = {"Content-Type": JSON, "Content-Encoding": "gzip"}
    response = await ask.client.post("/graphql", content=gzip.compress(json.dumps(KIND).encode()), headers=ask.headers(CITIZEN) | told)
    assert (response.status_code, code(response.json())) == (415, "BODY_COMPRESSED")


async def test_get_answers_about_the_schema(ask: Ask) -> None:
    asked = {"query": "query ($name: String!) { __type(name: $name) { kind } }", "variables": '{"name": "Person"}'}
    response = await ask.client.get("/graphql", params=asked, headers=ask.headers(CITIZEN))
    assert (response.status_code, response.json()) == (200, {"data": {"__type": {"kind": "OBJECT"}}})
    assert response.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(
    "query",
    [
        '{ person(id: "p-kari") { id } }',
        "{ viewer { kind } }",
        "mutation { __typename }",
        "{ __typename ...F } fragment F on Query { viewer { kind } }",
    ],
)
async def test_get_reads_nothing_and_changes_nothing(query: str, ask: Ask, read: list[str]) -> None:
    response = await ask.client.get("/graphql", params={"query": query}, headers=ask.headers(CITIZEN))
    assert (response.status_code, code(response.json()), response.headers["allow"], read) == (405, "METHOD_NOT_ALLOWED", "POST", [])


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 400),
        ({"query": "{ __typename }", "variables": "{"}, 400),
        ({"query": "{ __typename }", "variables": "[]"}, 400),
        ({"query": "{ __typename }", "extensions": "7"}, 400),
        ({"query": "{ __typename }" + " " * limits.ADDRESS_BYTES}, 414),
    ],
    ids=["nothing", "no JSON", "a list", "a number", "too long"],
)
async def test_an_address_that_is_no_request_is_refused(given: dict[str, str], status: int, ask: Ask) -> None:
    response = await ask.client.get("/graphql", params=given, headers=ask.headers(CITIZEN))
    assert response.status_code == status


# --- pages of others ---

SIMPLE = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]


@pytest.mark.parametrize("kind", SIMPLE)
async def test_what_a_page_can_send_without_asking_first_is_refused(kind: str, ask: Ask, read: list[str]) -> None:
    headers = ask.headers(CITIZEN) | {"Content-Type": kind}
    response = await ask.client.post("/graphql", content=json.dumps(KIND), headers=headers)
    assert (response.status_code, code(response.json()), read) == (415, "UNSUPPORTED_MEDIA_TYPE", [])


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_cookie_lets_nobody_in(method: str, ask: Ask) -> None:
    token = ask.headers(CITIZEN)["Authorization"]
    response = await ask.client.request(method, "/graphql", headers={"Cookie": f"Authorization={token}; token={token}"})
    assert response.status_code == 401


async def test_pages_of_other_origins_may_ask_nothing_unless_told(ask: Ask) -> None:
    before = await ask.client.options("/graphql", headers=PREFLIGHT | {"Origin": ELSEWHERE})
    after = await ask.raw(KIND, headers=ask.headers(CITIZEN) | {"Origin": ELSEWHERE})
    assert (before.status_code, [name for name in (*before.headers, *after.headers) if name.startswith("access-control")]) == (405, [])


async def test_pages_of_the_origins_that_are_told_may(shared: httpx.AsyncClient, ask: Ask) -> None:
    before = await shared.options("/graphql", headers=PREFLIGHT | {"Origin": HERE})
    after = await shared.post("/graphql", json=KIND, headers=ask.headers(CITIZEN) | {"Origin": HERE})
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (200, HERE)
    assert (after.status_code, after.headers["access-control-allow-origin"]) == (200, HERE)
    assert "Innsyn-Bookmark" in after.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in after.headers


@pytest.mark.parametrize("origin", [ELSEWHERE, "null", f"{HERE}.evil.example", "http://app.example"])
async def test_and_those_of_no_other(origin: str, shared: httpx.AsyncClient, ask: Ask) -> None:
    before = await shared.options("/graphql", headers=PREFLIGHT | {"Origin": origin})
    after = await shared.post("/graphql", json=KIND, headers=ask.headers(CITIZEN) | {"Origin": origin})
    assert before.status_code == 400
    assert "access-control-allow-origin" not in {*before.headers, *after.headers}


async def test_they_read_why_they_are_refused(shared: httpx.AsyncClient) -> None:
    response = await shared.post("/graphql", json=KIND, headers={"Origin": HERE})
    assert (response.status_code, response.headers["access-control-allow-origin"]) == (401, HERE)


PLACES = ["/", "/graphql", "/health/live", "/graphiql/page.html", "/nowhere", "/access/v1/evaluation"]


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
async def test_every_response_is_kept_by_nobody_and_shown_in_no_frame(method: str, path: str, shared: httpx.AsyncClient) -> None:
    headers = (await shared.request(method, path, headers=PREFLIGHT | {"Origin": HERE})).headers
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("private, no-store", "nosniff")
    assert (headers["x-frame-options"], headers["cross-origin-resource-policy"]) == ("DENY", "same-origin")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


# --- compressed ---


@pytest.mark.parametrize(("taken", "way"), [("br, gzip", "br"), ("gzip", "gzip"), ("gzip;q=0", None), ("deflate", None)])
async def test_a_long_answer_comes_as_the_client_takes_it(taken: str, way: str | None, ask: Ask) -> None:
    plain = await ask.raw(LONG, headers=ask.headers(CITIZEN) | {"Accept-Encoding": "identity"})
    response = await ask.raw(LONG, headers=ask.headers(CITIZEN) | {"Accept-Encoding": taken})
    assert (response.headers.get("content-encoding"), response.content == plain.content) == (way, True)
    assert (int(response.headers["content-length"]) < len(plain.content) / 3) == bool(way)
    assert "Accept-Encoding" in plain.headers["vary"]


async def test_a_short_one_comes_as_it_is(ask: Ask) -> None:
    response = await ask.raw(KIND, headers=ask.headers(CITIZEN) | {"Accept-Encoding": "br"})
    assert "content-encoding" not in response.headers


async def test_a_server_that_is_told_so_compresses_nothing(ask: Ask) -> None:
    face = app(ask.serving, tokens=ask.tokens, compressed=False)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        response = await client.post("/graphql", json=LONG, headers=ask.headers(CITIZEN) | {"Accept-Encoding": "br"})
    assert "content-encoding" not in response.headers


@pytest.mark.parametrize("way", ["br", "gzip"])
async def test_the_same_answer_is_compressed_to_the_same_bytes(way: str) -> None:
    async def answers(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"x" * LEAST_BYTES, media_type=JSON)(scope, receive, send)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(Compressed(answers)), base_url="http://innsyn") as client:
        sent = [await _bytes(client, way) for _ in range(2)]
    opened = brotli.decompress(sent[0]) if way == "br" else gzip.decompress(sent[0])
    assert (sent[0] == sent[1], opened) == (True, b"x" * LEAST_BYTES)


async def _bytes(client: httpx.AsyncClient, way: str) -> bytes:
    async with client.stream("GET", "/", headers={"Accept-Encoding": way}) as response:
        return b"".join([chunk async for chunk in response.aiter_raw()])
