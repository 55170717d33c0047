"""Neither what was asked nor what was answered reaches the server's log, and no stack trace reaches the client."""

import io
import logging
from collections.abc import Iterator

import httpx
import orjson
import pytest
import structlog
from starlette.types import Receive, Scope, Send

from api import log
from api.trace import Masked, Traced
from tests.api.conftest import HANDLER, Ask

SECRETS = ("p-kari", "Kari", "17858012345", "FOLLOW_UP", "secret-operation", "A100101", "Bearer", "eyJ")


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    stream, handlers, level = io.StringIO(), logging.root.handlers, logging.root.level
    log.configure(stream)
    yield stream
    logging.root.handlers, logging.root.level = handlers, level
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in stream.getvalue().splitlines()]


def test_what_the_http_server_says_of_a_websocket_is_told_otherwise_and_the_rest_is_not(logged: io.StringIO) -> None:
    for each in ("Unsupported upgrade request.", "No supported WebSocket library detected. Install one.", "Invalid HTTP request received."):
        logging.getLogger("uvicorn.error").warning(each)
    assert [each["said"] for each in lines(logged)] == ["Invalid HTTP request received."]


async def failing(scope: Scope, receive: Receive, send: Send) -> None:
    logging.getLogger("neo4j.notifications").warning("MATCH (p {id: 'p-kari'})")
    logging.getLogger("part").error("cannot find %s", "Kari")
    try:
        raise KeyError("p-kari")
    except KeyError as error:
        raise ValueError("Kari 17858012345") from error


async def test_values_queries_and_headers_do_not_reach_the_log(ask: Ask, logged: io.StringIO) -> None:
    await ask(HANDLER, "query ($n: String) { person(nin: $n) { name { full } } }", purpose="FOLLOW_UP", n="17858012345")
    await ask(HANDLER, '{ person(id: "p-kari") { nothing } }', purpose="secret-operation")
    await ask.client.get("/p-kari/17858012345?id=p-kari")
    assert [line["path"] for line in lines(logged)] == ["/graphql", "/graphql", "other"]
    assert [secret for secret in SECRETS if secret in logged.getvalue()] == []


async def test_unexpected_error_is_logged_by_where_it_came_from_and_told_as_internal(logged: io.StringIO) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Traced(Masked(failing))), base_url="http://innsyn") as client:
        response = await client.post("/graphql")
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"], response.json()["data"]) == (500, "INTERNAL", None)
    assert [line["failure"] for line in lines(logged) if line["event"] == "failed"] == ["ValueError"]
    assert [secret for secret in SECRETS if secret in logged.getvalue() + response.text] == []


async def test_lines_of_a_request_carry_the_id_that_its_response_has(logged: io.StringIO) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Traced(Masked(failing))), base_url="http://innsyn") as client:
        response = await client.post("/graphql")
    assert {line["id"] for line in lines(logged)} == {response.headers["x-request-id"]}


@pytest.mark.parametrize("given", ["17858012345", "p-kari", "../../etc", "x" * 200])
async def test_id_that_could_be_something_else_is_not_taken_over(given: str, logged: io.StringIO) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Traced(Masked(failing))), base_url="http://innsyn") as client:
        response = await client.post("/graphql", headers={"X-Request-ID": given})
    assert response.headers["x-request-id"] != given
    assert given not in logged.getvalue()
