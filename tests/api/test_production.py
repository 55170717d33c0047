"""The server as `innsyn serve` starts it in the production profile, with tokens of a real identity provider: what others ask of every
GraphQL server, and what those try who look for a weak one.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
import pytest_asyncio
from graphql import get_introspection_query

from api.trusted import id_of
from tests import npm
from tests.databases import Server
from tests.maven import needed
from tests.provider import ISSUERS, Provider
from tests.serving import served

pytestmark = pytest.mark.embedded
AUDITS: Final = 61


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """A server, and one who is let in."""

    url: str
    token: str

    async def asked(self, method: str = "POST", **request: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}"} | request.pop("headers", {})
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            return await client.request(method, f"{self.url}/graphql", headers=headers, **request)

    async def code(self, query: str) -> str:
        """The code of the only error of what is refused whole."""
        told = (await self.asked(json={"query": query})).json()
        (error,) = told["errors"]
        assert told.keys() == {"errors"}
        return str(error["extensions"]["code"])


@pytest_asyncio.fixture(scope="module")
async def provider(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Provider]:
    with needed():
        found = await Provider.started(tmp_path_factory.mktemp("provider"))
    yield found
    await found.stop()


@asynccontextmanager
async def opened(server: Server, provider: Provider, folder: Path, **more: str) -> AsyncIterator[Production]:
    issuers = folder / "issuers.toml"
    issuers.write_text(ISSUERS.format(url=provider.url), encoding="utf-8")
    async with served(server, folder, INNSYN_PROFILE="production", INNSYN_ISSUERS=str(issuers), **more) as url:
        yield Production(url=url, token=await provider.citizen())


@pytest_asyncio.fixture
async def production(server: Server, provider: Provider, tmp_path: Path) -> AsyncIterator[Production]:
    async with opened(server, provider, tmp_path) as found:
        yield found


CIRCLE = "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"
OVERLOADED = {
    "aliases": ("{ " + " ".join(f"alias{each}: __typename" for each in range(101)) + " }", "DOCUMENT_TOO_LARGE"),
    "directives": ("{ __typename " + "@aa" * 10 + " }", "DOCUMENT_TOO_LARGE"),
    "fields": ("{ " + "__typename " * 500 + "}", "DOCUMENT_TOO_LARGE"),
    "circular introspection": (CIRCLE, "INTROSPECTION_OFF"),
    "introspection": (get_introspection_query(), "INTROSPECTION_OFF"),
    "suggestions": ("{ __schema { directive } }", "INTROSPECTION_OFF"),
    "suggestions of fields": ("{ persn { id } }", "DOCUMENT_INVALID"),
    "an error that nobody thought of": ("qwerty cop { abc }", "DOCUMENT_INVALID"),
}


async def test_what_is_tried_on_weak_servers_is_refused_here(production: Production) -> None:
    """The checks of graphql-cop."""
    codes = {name: await production.code(text) for name, (text, _) in OVERLOADED.items()}
    assert codes == {name: code for name, (_, code) in OVERLOADED.items()}
    batch = await production.asked(json=[{"query": "{ __typename }"}] * 10)
    changes_by_get = await production.asked("GET", params={"query": "mutation cop { __typename }"})
    reads_by_get = await production.asked("GET", params={"query": "{ viewer { kind } }"})
    by_form = await production.asked(data={"query": "mutation cop { __typename }"})
    assert [each.status_code for each in (batch, changes_by_get, reads_by_get, by_form)] == [400, 405, 405, 415]
    upgraded = await production.asked("GET", headers={"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"})
    assert (upgraded.status_code, upgraded.json()["errors"][0]["extensions"]["code"]) == (400, "UPGRADE_REFUSED")
    page = await production.asked("GET", headers={"Accept": "text/html"})
    assert "<html" not in page.text


async def test_a_server_in_production_tells_nothing_of_its_schema_nor_of_itself(production: Production) -> None:
    guesses = ["{ persn { id } }", "{ person { idd } }", "{ viewer { kind { x } } }", "query ($a: Persn) { viewer { kind } }"]
    refused = [await production.asked(json={"query": text}) for text in guesses]
    (told,) = {each.text for each in refused}
    (error,) = json.loads(told)["errors"]
    assert error.keys() == {"message", "extensions"}
    for each in (*refused, await production.asked(json={"query": "{ viewer { kind } }"}, headers={"X-Apollo-Tracing": "1"})):
        assert not {"server", "x-powered-by"} & each.headers.keys()
        assert not {"tracing", "debug", "exception", "stacktrace"} & json.loads(each.text).get("extensions", {}).keys()


async def test_every_audit_of_graphql_over_http_is_passed(server: Server, provider: Provider, tmp_path: Path) -> None:
    """Some of them ask of the schema."""
    async with opened(server, provider, tmp_path, INNSYN_INTROSPECTION="true") as production:
        with needed():
            results = await npm.told("audit.cjs", f"{production.url}/graphql", production.token)
    assert [each for each in results if each["status"] != "ok"] == []
    assert len(results) == AUDITS


async def test_a_server_that_answers_trusted_documents_alone_knows_them_by_id_and_by_text(
    server: Server, provider: Provider, tmp_path: Path
) -> None:
    known, other = "query Me { viewer { kind } }", "{ viewer { kind id } }"
    (tmp_path / "page.json").write_text(json.dumps({id_of(known).removeprefix("sha256:"): known}), encoding="utf-8")
    trusted = tmp_path / "trusted.toml"
    trusted.write_text('[[manifest]]\nfile = "page.json"\nviewers = "person"\nclients = "min-side"\n', encoding="utf-8")
    told = {"INNSYN_TRUSTED_DOCUMENTS": str(trusted), "INNSYN_TRUSTED_MODE": "only"}
    async with opened(server, provider, tmp_path, **told) as production:
        answered = [
            await production.asked(json={"documentId": id_of(known)}),
            await production.asked("GET", params={"documentId": id_of(known)}),
            await production.asked(json={"query": known}),
        ]
        refused = [await production.code(other), (await production.asked(json={"documentId": id_of(other)})).json()]
        # By a token that another system was given.
        passed_on = await provider.exchanged(production.token)
        elsewhere = await production.asked(json={"documentId": id_of(known)}, headers={"Authorization": f"Bearer {passed_on}"})
    assert [each.json()["data"] for each in answered] == [{"viewer": {"kind": "PERSON"}}] * 3
    assert (refused[0], refused[1]["errors"][0]["extensions"]["code"]) == ("DOCUMENT_NOT_TRUSTED", "DOCUMENT_UNKNOWN")
    assert elsewhere.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_UNKNOWN"
