"""Commands typed at the test's server, in the development profile.

commanded   the environment that leads commands to it, and to a look-up log of the test's own
"""

from pathlib import Path

import pytest

from audit.migrate import migrate
from audit.store import Address
from tests.databases import Server


@pytest.fixture
def commanded(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    migrate(Address.of(None, tmp_path))
    monkeypatch.setenv("INNSYN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INNSYN_NEO4J_URI", server.address.uri)
    monkeypatch.setenv("INNSYN_NEO4J_USER", server.address.user)
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD", server.address.password)
    monkeypatch.setenv("INNSYN_PROFILE", "development")
