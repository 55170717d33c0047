"""A server that is killed at any moment: whatever answer a client received has its entry in the look-up log."""

import asyncio
import random
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import orjson
import pytest

from audit.migrate import migrate
from audit.store import Address, opened
from audit.verify import Finding, verified
from auth.development import DevelopmentIssuer
from auth.viewer import named
from tests.api.conftest import HANDLER
from tests.databases import Server, free_port
from tests.postgres import PostgreSQL
from tests.serving import started

ASKED = {"query": "query killed($id: ID!) { person(id: $id) { name { full } } }", "variables": {"id": "p-kari"}}
_REQUESTS = "SELECT payload.body FROM log_entry AS entry JOIN log_payload AS payload USING (position) WHERE entry.kind = 'request'"


@dataclass(slots=True, kw_only=True)
class Mortal:
    """`innsyn serve` in a process that is killed and started again, until so many questions were answered."""

    server: Server
    folder: Path
    address: Address
    wanted: int
    port: int = field(default_factory=free_port)
    answered: list[str] = field(default_factory=list)
    until: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def lives(self) -> None:
        """Lives until it is killed at a moment made by chance, again and again; the last life ends when all was answered."""
        dice = random.Random(self.wanted)  # noqa: S311 - not for secrets
        log = {"INNSYN_AUDIT_URL": self.address.url} if self.address.url else {}
        while len(self.answered) < self.wanted:
            process = await started(self.server, self.folder, self.port, **log)
            self.until = min(self.wanted, len(self.answered) + self.wanted // 3)
            self.enough.clear()
            await self.enough.wait()
            await asyncio.sleep(dice.random() / 10)
            process.kill()
            await process.wait()

    async def asks(self) -> None:
        """One client, who asks again as soon as it is answered, or told nothing."""
        issuer = DevelopmentIssuer.of(self.folder)
        headers = {"Authorization": f"Bearer {issuer.token(named(HANDLER))}", "Innsyn-Purpose": "FOLLOW_UP"}
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=30) as client:
            while len(self.answered) < self.wanted:
                id_ = uuid.uuid4().hex
                try:
                    response = await client.post("/graphql", json=ASKED, headers=headers | {"X-Request-ID": id_})
                except httpx.HTTPError:
                    await asyncio.sleep(0.05)
                else:
                    assert response.json()["data"]["person"]["name"], response.text
                    self.answered.append(id_)
                    if len(self.answered) >= self.until:
                        self.enough.set()


def logged(address: Address) -> list[str]:
    """The ids of the requests that the log has."""
    store = opened(address)
    try:
        return [orjson.loads(body)["actor"]["request"] for (body,) in store.rows(_REQUESTS)]
    finally:
        store.close()


def wrong(address: Address) -> list[Finding]:
    """What is wrong with the log's tree and chains."""
    store = opened(address)
    try:
        return list(verified(store, ()).findings)
    finally:
        store.close()


@pytest.mark.embedded
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("log", ["sqlite", "postgresql"])
@pytest.mark.parametrize(("lookups", "clients"), [(200, 8), pytest.param(10_000, 32, marks=pytest.mark.long)])
async def test_every_answer_that_was_received_has_its_entry(
    lookups: int, clients: int, log: str, server: Server, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = None
    if log == "postgresql":
        cluster: PostgreSQL = request.getfixturevalue("postgres")
        url = cluster.url(cluster.apart())
    address = Address.of(url, tmp_path)
    migrate(address)
    mortal = Mortal(server=server, folder=tmp_path, address=address, wanted=lookups)
    await asyncio.gather(mortal.lives(), *(mortal.asks() for _ in range(clients)))
    found = logged(address)
    assert set(mortal.answered) <= set(found)
    assert len(found) == len(set(found))
    assert not wrong(address)
