"""The demo behind the HTTP server, asked as anyone.

demo    an open Database that holds the demo; only for tests that read
ask     asks GraphQL over HTTP, in this process
"""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api.answers import Answers
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.graphiql import Page
from api.plan import Plans
from api.server import app
from api.serving import Serving
from auth.development import DevelopmentIssuer
from auth.rules import INNSYN
from auth.token import Tokens
from auth.viewer import named
from cli.demo import FOLDER
from graph.database import Database
from graph.load import load
from tests.databases import Server
from tests.kept import Kept

CITIZEN, HANDLER, RECEPTION = "person:p-kari", "employee:A100101", "employee:A100201"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Asks as a viewer; `raw` gives the whole response."""

    client: httpx.AsyncClient
    issuer: DevelopmentIssuer
    log: Kept
    serving: Serving

    @property
    def tokens(self) -> Tokens:
        """What believes the tokens that it asks with."""
        return Tokens([self.issuer.issuer])

    async def __call__(self, viewer: str, query: str, *, purpose: str | None = None, **variables: Any) -> dict[str, Any]:
        response = await self.raw({"query": query, "variables": variables}, headers=self.headers(viewer, purpose=purpose))
        answer: dict[str, Any] = response.json()
        return answer

    async def raw(self, body: object, *, headers: dict[str, str]) -> httpx.Response:
        return await self.client.post("/graphql", json=body, headers=headers)

    def headers(self, viewer: str, *, purpose: str | None = None) -> dict[str, str]:
        stated = {"Innsyn-Purpose": purpose} if purpose else {}
        return {"Authorization": f"Bearer {self.issuer.token(named(viewer))}"} | stated


THERE = "MATCH (n:Entity) WHERE coalesce(n.source, '') <> 'REFERENCE' WITH n.id AS id ORDER BY id RETURN collect(id) AS ids"


@cache
def demo_ids() -> list[str]:
    """The ids of all that the demo brings."""
    lines = (json.loads(line) for file in FOLDER.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines())
    return sorted({each["id"] for each in lines if each["type"] == "node"})


@pytest_asyncio.fixture
async def demo(server: Server) -> Database:
    await server.migrate()
    # Tests of loading leave graphs that have some of the demo's ids.
    if (await server.database.read(THERE))[0]["ids"] != demo_ids():
        await server.clear()
        await load(server.database, sorted(FOLDER.glob("*.jsonl")))
    return server.database


@pytest_asyncio.fixture
async def ask(demo: Database, tmp_path: Path) -> AsyncIterator[Ask]:
    issuer = DevelopmentIssuer.of(tmp_path)
    log = Kept()
    answers = Answers(demo, plans=Plans(INNSYN, documents=Documents(told=True)), cursors=Cursors(key=b"k" * KEY_BYTES), log=log)
    serving = Serving(database=demo, answers=answers, log=log)
    face = app(serving, tokens=Tokens([issuer.issuer]), page=Page(tabs=[]))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        yield Ask(client=client, issuer=issuer, log=log, serving=serving)


@pytest.fixture
def read(demo: Database) -> Iterator[list[str]]:
    before, seen = demo.on_statement, list[str]()
    demo.on_statement = seen.append
    yield seen
    demo.on_statement = before
