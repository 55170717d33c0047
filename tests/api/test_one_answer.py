"""Nothing stays open but an answer in parts (test_parts.py): no protocol but HTTP, and no body that trickles in."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from api import limits
from tests.api.conftest import CITIZEN, Ask
from tests.api.test_server import KIND, code

pytestmark = pytest.mark.embedded


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_websocket_is_not_opened(method: str, ask: Ask, read: list[str]) -> None:
    wants = {"Connection": "Upgrade", "Upgrade": "WebSocket", "Sec-WebSocket-Protocol": "graphql-transport-ws, graphql-ws"}
    response = await ask.client.request(method, "/graphql", json=KIND, headers=ask.headers(CITIZEN) | wants)
    assert (response.status_code, code(response.json()), read) == (400, "UPGRADE_REFUSED", [])


@pytest.mark.parametrize("takes", ["multipart/mixed", "text/event-stream", "multipart/mixed; deferSpec=20220824"])
async def test_who_takes_parts_alone_is_refused(takes: str, ask: Ask, read: list[str]) -> None:
    response = await ask.raw(KIND, headers=ask.headers(CITIZEN) | {"Accept": takes})
    assert (response.status_code, code(response.json()), read) == (406, "NOT_ACCEPTABLE", [])


async def test_what_has_no_parts_is_one_answer(ask: Ask) -> None:
    response = await ask.raw(KIND, headers=ask.headers(CITIZEN) | {"Accept": "multipart/mixed, application/json"})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")


@pytest.mark.parametrize(
    "query",
    [
        '{ person(id: "p-kari") { addresses @stream(initialCount: 0) { street } } }',
        "subscription { viewer { kind } }",
    ],
)
async def test_what_would_come_later_is_no_operation(query: str, ask: Ask, read: list[str]) -> None:
    response = await ask.raw({"query": query}, headers=ask.headers(CITIZEN) | {"Accept": "application/graphql-response+json"})
    assert (response.status_code, code(response.json()), read) == (400, "DOCUMENT_INVALID", [])


@pytest.mark.parametrize(
    ("deferred", "asked"),
    [
        (
            '{ viewer { ... @defer(label: "kind") { kind } } ...V @defer } fragment V on Query { a: viewer { id } }',
            "{ viewer { kind } a: viewer { id } }",
        ),
        (
            '{ nodes(ids: ["p-kari"]) { id ... on Person @defer { name { full } } } }',
            '{ nodes(ids: ["p-kari"]) { id ... on Person { name { full } } } }',
        ),
        ("{ __schema { ... @defer { queryType { name } } } }", "{ __schema { queryType { name } } }"),
    ],
)
async def test_what_may_come_later_comes_with_the_rest(deferred: str, asked: str, ask: Ask) -> None:
    assert await ask(CITIZEN, deferred) == await ask(CITIZEN, asked)


async def test_a_body_that_trickles_in_is_not_waited_for(ask: Ask, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BODY_SECONDS", 0.05)

    async def trickles() -> AsyncIterator[bytes]:
        for each in json.dumps(KIND).encode():
            yield bytes([each])
            await asyncio.sleep(0.05)

    headers = ask.headers(CITIZEN) | {"Content-Type": "application/json"}
    response = await ask.client.post("/graphql", content=trickles(), headers=headers)
    assert (response.status_code, code(response.json()), read) == (408, "BODY_TOO_SLOW", [])
    assert response.headers["connection"] == "close"
