"""The realm of `deploy/` in a real Keycloak, and the server in the production profile: whom the one signs in the other knows."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from graph.database import Database
from tests.databases import Server
from tests.maven import needed
from tests.realm import REALM, Realm, Refused
from tests.serving import served

pytestmark = [pytest.mark.embedded, pytest.mark.long]
ASKED = '{ viewer { kind id name } person(id: "p-kari") { id name { full } } }'
PURPOSES = {"a100201": "GUIDANCE", "a100503": "ASSISTIVE_DEVICES", "b200101": "TECHNICAL_SERVICE"}


@pytest_asyncio.fixture(scope="module")
async def realm(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Realm]:
    with needed():
        found = await Realm.started(tmp_path_factory.mktemp("keycloak"))
    yield found
    await found.stop()


@pytest_asyncio.fixture
async def url(demo: Database, server: Server, realm: Realm, tmp_path: Path) -> AsyncIterator[str]:
    issuers = tmp_path / "issuers.toml"
    issuers.write_text(realm.issuers, encoding="utf-8")
    async with served(server, tmp_path, INNSYN_PROFILE="production", INNSYN_ISSUERS=str(issuers)) as found:
        yield found


async def asked(url: str, token: str, purpose: str = "FOLLOW_UP") -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Innsyn-Purpose": purpose}
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        return await client.post(f"{url}/graphql", json={"query": ASKED}, headers=headers)


async def test_each_user_of_the_realm_is_the_employee_whose_ident_the_token_has(url: str, realm: Realm) -> None:
    names = {}
    for user in REALM["users"]:
        given = await realm.tokens(user["username"])
        answer = (await asked(url, given["access_token"], PURPOSES.get(user["username"], "FOLLOW_UP"))).json()
        assert answer["data"]["viewer"]["kind"] == "EMPLOYEE"
        names[user["username"]] = answer["data"]["viewer"]["name"]
    assert names == {user["username"]: f"{user['firstName']} {user['lastName']}" for user in REALM["users"]}


async def test_what_who_signed_in_there_sees_is_what_the_graph_says(url: str, realm: Realm) -> None:
    stated = [("a100101", "FOLLOW_UP"), ("a100201", "GUIDANCE"), ("a100503", "FOLLOW_UP")]
    handler, reception, refused = [(await asked(url, (await realm.tokens(name))["access_token"], each)).json() for name, each in stated]
    assert handler["data"]["person"]["name"] == {"full": "Kari Holm Dahl"}
    assert reception["data"]["person"]["name"] is None
    assert refused["errors"][0]["extensions"]["code"] == "PURPOSE_REFUSED"


async def test_no_other_token_of_the_realm_is_let_in(url: str, realm: Realm) -> None:
    given, without = await realm.tokens("a100101"), await realm.tokens("a100101", scope="openid")
    refused = [given["id_token"], given["refresh_token"], without["access_token"], given["access_token"][:-4] + "AAAA"]
    told = [await asked(url, each) for each in refused]
    assert [(each.status_code, each.json()["errors"][0]["extensions"]["code"]) for each in told] == [(401, "UNAUTHENTICATED")] * 4


async def test_a_token_that_was_renewed_is_let_in(url: str, realm: Realm) -> None:
    given = await realm.tokens("a100101")
    renewed = await realm.given(grant_type="refresh_token", refresh_token=given["refresh_token"])
    assert (await asked(url, renewed["access_token"])).status_code == 200


async def test_keycloak_signs_in_by_pkce_alone_and_sends_nobody_elsewhere(realm: Realm) -> None:
    with pytest.raises(Refused, match="invalid_request"):
        await realm.code("a100101", scope="openid innsyn")
    with pytest.raises(Refused, match="400"):
        await realm.code("a100101", redirect_uri="http://127.0.0.1:5174/", code_challenge="x" * 43, code_challenge_method="S256")
    with pytest.raises(Refused, match="unauthorized_client"):
        await realm.given(grant_type="password", username="a100101", password="demo", scope="openid innsyn")
