"""Fixtures of the look-up log.

address   a migrated, empty store, SQLite and PostgreSQL in turn
log       an open log there

`postgres`, the PostgreSQL of this worker, is of all tests.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from audit.log import Log, opened
from audit.migrate import migrate
from audit.store import Address
from tests.postgres import PostgreSQL

PATIENT = 60.0
"""Seconds that an intent waits for its outcome, so that none is written by itself however slow the machine is."""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """A store without migrations."""
    if request.param == "sqlite":
        return Address.of(None, tmp_path)
    cluster: PostgreSQL = request.getfixturevalue("postgres")
    return Address.of(cluster.url(cluster.apart()), tmp_path)


@pytest.fixture
def address(empty: Address) -> Address:
    migrate(empty)
    return empty


@pytest_asyncio.fixture
async def log(address: Address) -> AsyncIterator[Log]:
    async with opened(address, linger=PATIENT) as log:
        yield log
