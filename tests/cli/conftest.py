"""Commands typed at the test's server, in the development profile.

commanded   the environment that leads commands to it
"""

import pytest

from tests.databases import Server


@pytest.fixture
def commanded(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_NEO4J_URI", server.address.uri)
    monkeypatch.setenv("INNSYN_NEO4J_USER", server.address.user)
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD", server.address.password)
    monkeypatch.setenv("INNSYN_PROFILE", "development")
