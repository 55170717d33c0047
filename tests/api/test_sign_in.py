"""Those whom a real identity provider signs in: who they are in the graph, and whom the log says that it was."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from structlog.testing import capture_logs

from api.answers import Answers
from api.cursor import KEY_BYTES, Cursors
from api.plan import Plans
from api.server import app
from api.serving import Serving
from audit.entry import Lookup
from auth import jwks
from auth.rules import INNSYN
from auth.token import Tokens
from auth.trusted import believed
from auth.trusted import read as read_issuers
from graph.database import Database
from tests.kept import Kept
from tests.provider import ALIS_FORMER, AUDIENCE, BANK, ISSUERS, KARI, NOBODY, Provider

WHO = "query who { viewer { kind id name positions { id } } }"
SEES = "query sees($id: ID!) { person(id: $id) { id name { full } } }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The server in this process, with what it says of look-ups."""

    client: httpx.AsyncClient
    log: Kept

    async def __call__(self, token: str, text: str = WHO, purpose: str = "", **variables: str) -> dict[str, Any]:
        answer = await self.raw(token, text, purpose, **variables)
        return dict(answer.json())

    async def raw(self, token: str, text: str = WHO, purpose: str = "", **variables: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} | ({"Innsyn-Purpose": purpose} if purpose else {})
        return await self.client.post("/graphql", json={"query": text, "variables": variables}, headers=headers)

    @property
    def last(self) -> Lookup:
        return self.log.ended[-1][0]


@pytest_asyncio.fixture(scope="module")
async def provider(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Provider]:
    found = await Provider.started(tmp_path_factory.mktemp("provider"))
    yield found
    await found.stop()


def face(demo: Database, log: Kept, tokens: Tokens) -> Starlette:
    answers = Answers(demo, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=log)
    return app(Serving(database=demo, answers=answers, log=log), tokens=tokens)


@pytest.fixture
def renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, soon."""
    monkeypatch.setattr(jwks, "RENEWED", 0.2)


@pytest_asyncio.fixture
async def door(demo: Database, provider: Provider, tmp_path: Path) -> AsyncIterator[Door]:
    (tmp_path / "issuers.toml").write_text(ISSUERS.format(url=provider.url))
    log = Kept()
    async with believed(read_issuers(tmp_path / "issuers.toml")) as tokens:
        served = httpx.ASGITransport(face(demo, log, tokens))
        async with httpx.AsyncClient(transport=served, base_url="http://innsyn") as client:
            yield Door(client=client, log=log)


async def test_a_citizen_is_known_by_their_number_which_no_log_holds(door: Door, provider: Provider) -> None:
    with capture_logs() as told:
        answer = await door(await provider.citizen())
    assert (answer["data"]["viewer"]["kind"], answer["data"]["viewer"]["id"]) == ("PERSON", "p-kari")
    assert (door.last.key, door.last.client) == ("p-kari", "min-side")
    assert KARI not in repr((told, door.log.ended))


async def test_a_citizen_comes_by_an_application_that_the_log_knows(door: Door, provider: Provider) -> None:
    answer = await door(await provider.exchanged(await provider.citizen()))
    assert (answer["data"]["viewer"]["id"], door.last.client) == ("p-kari", "dev:team:front")


async def test_an_employee_is_known_by_their_ident_and_states_a_purpose_as_ever(door: Door, provider: Provider) -> None:
    token = await provider.employee()
    assert (await door(token))["errors"][0]["extensions"]["code"] == "PURPOSE_REQUIRED"
    answer = await door(token, purpose="FOLLOW_UP")
    assert (answer["data"]["viewer"]["kind"], door.last.key, door.last.client) == ("EMPLOYEE", "A100101", "front")
    assert answer["data"]["viewer"]["positions"]


async def test_a_system_speaks_for_the_organisation_that_it_acts_for(door: Door, provider: Provider) -> None:
    answer = await door(await provider.system(), purpose="MUNICIPAL_SERVICES")
    assert (answer["data"]["viewer"]["id"], door.last.key) == ("cl-baerum", "baerum-hjelpemidler")


async def test_a_system_whose_token_is_of_another_organisation_is_nobody_here(door: Door, provider: Provider) -> None:
    answer = await door(await provider.system(BANK), purpose="MUNICIPAL_SERVICES")
    assert answer["errors"][0]["extensions"]["code"] == "PURPOSE_REFUSED"


@pytest.mark.parametrize("number", [NOBODY, ALIS_FORMER], ids=["unknown", "ended"])
async def test_who_is_not_in_the_graph_is_answered_and_sees_nothing(number: str, door: Door, provider: Provider) -> None:
    token = await provider.citizen(number)
    answer = await door(token)
    assert answer["data"] == {"viewer": {"kind": "PERSON", "id": None, "name": None, "positions": []}}
    assert (await door(token, SEES, id="p-kari"))["data"] == {"person": None}
    assert door.last.key.startswith("unknown:")
    assert number not in repr(door.log.ended)


async def test_who_signed_in_is_looked_for_once_in_a_while(door: Door, provider: Provider, read: list[str]) -> None:
    token = await provider.citizen()
    for _ in range(3):
        await door(token)
    assert len(read) == 4


@pytest.mark.parametrize("client", ["min-side", AUDIENCE])
async def test_an_id_token_is_not_let_in_by_whomever_it_was_given(client: str, door: Door, provider: Provider) -> None:
    with capture_logs() as told:
        response = await door.raw(token := await provider.id_token(client))
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")
    assert token not in repr(told)


@pytest.mark.embedded
@pytest.mark.usefixtures("renewed")
async def test_with_new_keys_of_the_issuer_new_tokens_get_in_and_former_ones_no_more(door: Door, provider: Provider) -> None:
    before = await provider.citizen()
    await provider.stop()
    assert (await door.raw(before)).status_code == 200
    await provider.start()
    after = await provider.citizen()
    for _ in range(600):
        if (await door.raw(after)).status_code == 200:
            break
        await asyncio.sleep(0.05)
    assert [(await door.raw(each)).status_code for each in (after, before)] == [200, 401]


@pytest.mark.embedded
async def test_the_server_waits_for_keys_while_there_are_none_of_any_issuer(demo: Database, tmp_path: Path) -> None:
    (tmp_path / "issuers.toml").write_text(ISSUERS.format(url="http://127.0.0.1:1"))
    async with believed(read_issuers(tmp_path / "issuers.toml")) as tokens:
        served = httpx.ASGITransport(face(demo, Kept(), tokens))
        async with httpx.AsyncClient(transport=served, base_url="http://innsyn") as client:
            ready = await client.get("/health/ready")
    assert (ready.status_code, ready.json()) == (503, {"status": "waiting", "for": "jwks"})
