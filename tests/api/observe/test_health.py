"""`/health/ready`: each thing that the server needs turns it off, and the answer says which."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest_asyncio

from auth.development import DevelopmentIssuer
from graph import migrate
from graph.database import Database
from tests.asking import OverHttp
from tests.databases import Server

SPOILT = "MATCH (m:__Neo4jMigration {version: '0003'}) SET m.checksum = '1'"


@pytest_asyncio.fixture
async def unmigrated(server: Server, bare: Database) -> AsyncIterator[Database]:
    yield bare
    await server.wipe()


async def ready(database: Database, folder: Path) -> httpx.Response:
    return await OverHttp(database=database, issuer=DevelopmentIssuer.of(folder)).client.get("/health/ready")


async def test_a_server_whose_database_is_gone_waits_for_it(server: Server, tmp_path: Path) -> None:
    async with server.address.opened() as gone:
        pass
    found = await ready(gone, tmp_path)
    assert (found.status_code, found.json()) == (503, {"status": "waiting", "for": "database"})


async def test_one_whose_graph_lacks_a_migration_or_has_another_waits_so(server: Server, unmigrated: Database, tmp_path: Path) -> None:
    found = await ready(unmigrated, tmp_path)
    assert (found.status_code, found.json()) == (503, {"status": "waiting", "for": "migrations"})
    where = server.address
    await migrate.migrate(where.uri, where.user, where.password, where.database)
    assert (await ready(unmigrated, tmp_path)).json() == {"status": "ready"}
    await unmigrated.write(SPOILT)
    assert (await ready(unmigrated, tmp_path)).json() == {"status": "waiting", "for": "migrations"}
