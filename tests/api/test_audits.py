"""What others ask of every GraphQL server, asked of ours as `innsyn serve` starts it."""

import os
from pathlib import Path

import pytest

from auth.development import DevelopmentIssuer
from auth.viewer import named
from tests import npm
from tests.api.conftest import CITIZEN
from tests.databases import Server
from tests.maven import NotHere
from tests.serving import served

AUDITS = 61


@pytest.mark.embedded
async def test_every_audit_of_graphql_over_http_is_passed(server: Server, tmp_path: Path) -> None:
    token = DevelopmentIssuer.of(tmp_path).token(named(CITIZEN))
    async with served(server, tmp_path) as url:
        try:
            results = await npm.told("audit.cjs", f"{url}/graphql", token)
        except NotHere as missing:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"not audited: this machine lacks {missing}")
    assert [each for each in results if each["status"] != "ok"] == []
    assert len(results) == AUDITS
