"""A client that goes away before it is answered."""

import asyncio
import json
from typing import Any

import pytest

from api.server import app
from audit.entry import Result
from graph.database import Database
from tests.answering import Api
from tests.api.conftest import CITIZEN, Ask
from tests.kept import Kept
from tests.made_graphs import purposes, writes
from tests.tiny import citizen, made_of, person

READS = '{ person(id: "p-kari") { name { full } } }'
CHANGES = "mutation { chooseNotices(kinds: [NEW_UNIT]) { problems { code } } }"


async def leaves(ask: Ask, query: str, when: asyncio.Event) -> list[Any]:
    """Asks, and goes when that has happened: what was sent to who is gone."""
    body, sent = [json.dumps({"query": query}).encode()], list[Any]()

    async def receive() -> dict[str, Any]:
        if body:
            return {"type": "http.request", "body": body.pop(), "more_body": False}
        await when.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = {"content-type": "application/json"} | ask.headers(CITIZEN)
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }
    await app(ask.serving, tokens=ask.tokens)(scope, receive, send)
    return sent


async def test_what_nobody_waits_for_is_ended_and_logged_as_failed(ask: Ask, demo: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = asyncio.Event()
    monkeypatch.setattr(demo, "on_statement", lambda _: begun.set())
    sent = await leaves(ask, READS, begun)
    ((_, outcome),) = ask.log.ended
    assert (outcome.result, outcome.code, outcome.disclosed) == (Result.FAILED, "CLIENT_GONE", ())
    assert [each["status"] for each in sent if each["type"] == "http.response.start"] == [499]


async def test_a_change_that_has_begun_is_made_and_logged_whoever_waits(database: Database) -> None:
    await database.write_all(writes([purposes(), made_of(person("asked"))]))
    begun, log = asyncio.Event(), Kept()
    api = Api(database, log)
    database.on_statement = lambda _: begun.set()
    changing = asyncio.create_task(api.ask(citizen("asked"), CHANGES))
    await begun.wait()
    changing.cancel()
    (gone,) = await asyncio.gather(changing, return_exceptions=True)
    assert isinstance(gone, asyncio.CancelledError)
    assert log.ended == []
    assert b'"kinds":["NEW_UNIT"]' in await api.ask(citizen("asked"), "{ viewer { notices { kinds } } }")
    assert log.ended[0][1].result is Result.ALLOWED
