"""What ended opens no more: the next request on any connection, of many clients over several drivers, on both databases."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
import pytest_asyncio

from auth.viewer import Viewer
from graph.database import Database
from tests.answering import Api
from tests.databases import Server
from tests.graphs import edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_DRIVERS, _CLIENTS = 3, 4
_ASK = """query name($id: ID!) { person(id: $id) { name { full } } whatCanISee { edges { node { id } } } }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Something that opens `p` to a viewer, and the statement that ends it now."""

    viewer: Viewer
    parts: tuple[Part, ...]
    ends: str


def _end(start: str, type_: str, end: str) -> str:
    return f"MATCH (:Entity {{id: '{start}'}})-[it:{type_}]->(:Entity {{id: '{end}'}}) SET it.validTo = $now"


_LASTS: Mapping[str, Any] = {"validFrom": 0, "registeredAt": 0}
RIGHTS = {
    "a mandate": Right(
        viewer=citizen("holder"),
        parts=(
            person("holder"),
            node("Mandate", "mandate", kind="PROXY", actions=["READ"], **_LASTS),
            *(edge("mandate", *each) for each in (("FROM", "p"), ("TO", "holder"), ("COVERS", "theme:HJE"))),
        ),
        ends="MATCH (it:Mandate {id: 'mandate'}) SET it.revokedAt = $now",
    ),
    "an assignment": Right(
        viewer=handler("anna"),
        parts=(
            *role("role", "ASSIGNED", "HJE"),
            *employee("anna", "role"),
            node("Case", "case", title="case", registeredAt=0),
            edge("case", "CONCERNS", "p", part="MAIN"),
            edge("case", "IN", "theme:HJE"),
            edge("anna", "ASSIGNED_TO", "case"),
        ),
        ends=_end("anna", "ASSIGNED_TO", "case"),
    ),
    "a position": Right(
        viewer=handler("bo"),
        parts=(
            *role("role", "LOCAL"),
            *employee("bo", "role"),
            # Without this seat the purpose would be refused, and nothing said of the right.
            *role("other", "ASSIGNED", covers=()),
            node("Position", "second"),
            edge("bo", "HOLDS", "second"),
            edge("second", "IN", "other"),
            node("Area", "town", code="town", kind="MUNICIPALITY"),
            edge("bo-unit", "SERVES", "town"),
            edge("p", "BELONGS_TO", "town"),
        ),
        ends=_end("bo", "HOLDS", "bo-seat"),
    ),
    "a consent": Right(
        viewer=handler("eli"),
        parts=(
            *role("role", "LOCAL"),
            node("Business", "firm", name="firm", form="AS"),
            *employee("eli", "role", at="firm"),
            node("Consent", "consent", **_LASTS),
            *(edge("consent", *each) for each in (("FROM", "p"), ("TO", "firm"), ("COVERS", "category:CARD"), ("FOR", "purpose:WIDE"))),
        ),
        ends="MATCH (it:Consent {id: 'consent'}) SET it.withdrawnAt = $now",
    ),
}


@dataclass(slots=True)
class Published:
    """A reader that has been told of all writes that matter to rules, as each server is."""

    database: Database
    bookmarks: list[str] = field(default_factory=list)

    async def read(self, text: str, parameters: Mapping[str, Any] | None = None, *, after: Sequence[str] = ()) -> list[dict[str, Any]]:
        return await self.database.read(text, parameters, after=[*self.bookmarks, *after])


@pytest_asyncio.fixture
async def drivers(server: Server, database: Database) -> AsyncIterator[list[Published]]:
    async with AsyncExitStack() as stack:
        yield [Published(await stack.enter_async_context(server.address.opened())) for _ in range(_DRIVERS)]


@dataclass(slots=True)
class Client:
    """Asks again and again; remembers of each answer whether the right had ended when it was asked for, and whether it opened."""

    api: Api
    viewer: Viewer
    seen: list[tuple[bool, bool]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask_on(self, ended: asyncio.Event) -> None:
        while sum(after for after, _ in self.seen) < 3:
            after = ended.is_set()
            data = orjson.loads(await self.api.ask(self.viewer, _ASK, id="p"))["data"]
            named = (data["person"] or {}).get("name") is not None
            # One of the two can see the end before the other while it is written: the embedded database reads what is committed.
            self.seen.append((after, named or "p" in [each["node"]["id"] for each in data["whatCanISee"]["edges"]]))
            self.answered.set()


@pytest.mark.parametrize("right", RIGHTS)
async def test_what_ended_opens_to_no_client_from_then_on(right: str, database: Database, drivers: list[Published]) -> None:
    it = RIGHTS[right]
    await database.write_all(writes([purposes(), made_of(person("p"), *it.parts)]))
    clients = [Client(Api(driver), it.viewer) for driver in drivers for _ in range(_CLIENTS)]  # type: ignore[arg-type]
    ended = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for client in clients:
            group.create_task(client.ask_on(ended))
        for client in clients:
            await client.answered.wait()
        await database.write(it.ends, {"now": NOW})
        for driver in drivers:
            driver.bookmarks = await database.bookmarks()
        ended.set()
    answers = [each for client in clients for each in client.seen]
    assert (True, True) not in answers
    assert {(False, True), (True, False)} <= set(answers)
