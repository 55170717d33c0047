"""A real identity provider: NAV's mock-oauth2-server, which has the flows of those that it stands in for, with any number of issuers."""

import asyncio
import json
import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.databases import free_port
from tests.maven import jars, java

POM: Final = Path(__file__).parent / "mock_oauth2" / "pom.xml"
MAIN: Final = "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"
AUDIENCE: Final = "https://innsyn.example"
KARI, ALIS_FORMER, NOBODY = "17858400201", "42828800161", "02828800259"
BAERUM, BANK = "310000086", "310000051"
_GRANT: Final = "urn:ietf:params:oauth:grant-type"


def _citizen(number: str) -> dict[str, Any]:
    claims = {
        "aud": [AUDIENCE],
        "sub": "pairwise",
        "pid": number,
        "acr": "idporten-loa-high",
        "client_id": "min-side",
        "scope": "nav:innsyn",
    }
    return {"requestParam": "scope", "match": number, "claims": claims}


def _system(organisation: str) -> dict[str, Any]:
    consumer = {"authority": "iso6523-actorid-upis", "ID": f"0192:{organisation}"}
    claims = {"aud": [AUDIENCE], "client_id": "baerum-hjelpemidler", "scope": "nav:innsyn/read", "consumer": consumer}
    return {"requestParam": "scope", "match": organisation, "claims": claims}


def _employee() -> dict[str, Any]:
    claims = {"aud": [AUDIENCE], "sub": "pairwise", "NAVident": "A100101", "azp": "${clientId}", "scp": "access_as_user", "ver": "2.0"}
    return {"requestParam": "requested_token_use", "match": "on_behalf_of", "claims": claims}


CONFIG: Final[dict[str, Any]] = {
    "interactiveLogin": False,
    # No keys of its own: others each time that it starts.
    "tokenProvider": {"keyProvider": {"algorithm": "RS256"}},
    "tokenCallbacks": [
        {"issuerId": "idporten", "tokenExpiry": 120, "requestMappings": [_citizen(each) for each in (KARI, ALIS_FORMER, NOBODY)]},
        {
            "issuerId": "tokenx",
            "tokenExpiry": 120,
            "requestMappings": [
                {"requestParam": "audience", "match": "innsyn", "claims": {"aud": ["innsyn"], "client_id": "dev:team:front"}}
            ],
        },
        {"issuerId": "entra", "tokenExpiry": 120, "requestMappings": [_employee()]},
        {"issuerId": "maskinporten", "tokenExpiry": 120, "requestMappings": [_system(each) for each in (BAERUM, BANK)]},
    ],
}
ISSUERS: Final = """
[[issuer]]
provider = "idporten"
issuer = "{url}/idporten"
audience = "https://innsyn.example"
scopes = "nav:innsyn"

[[issuer]]
provider = "tokenx"
issuer = "{url}/tokenx"
audience = "innsyn"

[[issuer]]
provider = "entra"
issuer = "{url}/entra"
audience = "https://innsyn.example"
scopes = "access_as_user"

[[issuer]]
provider = "maskinporten"
issuer = "{url}/maskinporten"
audience = "https://innsyn.example"
scopes = "nav:innsyn/read"
"""


@dataclass(slots=True)
class Provider:
    """One that runs, and whoever asks it for tokens."""

    port: int
    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    @classmethod
    async def started(cls, folder: Path) -> "Provider":
        found = cls(port=free_port(), folder=folder)
        await found.start()
        return found

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        lib = await asyncio.to_thread(jars, POM)
        told = {"SERVER_PORT": str(self.port), "JSON_CONFIG": json.dumps(CONFIG)}
        command = [java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{lib}/*", MAIN]
        self.process = await asyncio.to_thread(self._run, command, os.environ | told)
        await asyncio.to_thread(self._answers)

    def _run(self, command: list[str], told: Mapping[str, str]) -> "subprocess.Popen[bytes]":
        with (self.folder / "provider.log").open("wb") as log:
            return subprocess.Popen(command, env=told, stdout=log, stderr=log)

    def _answers(self) -> None:
        for _ in range(600):
            assert self.process
            assert self.process.poll() is None, (self.folder / "provider.log").read_text()
            try:
                for each in CONFIG["tokenCallbacks"]:  # its keys are made when they are first asked for
                    httpx.get(f"{self.url}/{each['issuerId']}/jwks", trust_env=False, timeout=60)
            except httpx.ConnectError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError

    async def stop(self) -> None:
        if self.process:
            self.process.kill()
            await asyncio.to_thread(self.process.wait)

    async def citizen(self, number: str = KARI) -> str:
        """As ID-porten has it."""
        return await self._asked("idporten", grant_type="client_credentials", scope=number)

    async def exchanged(self, token: str) -> str:
        """A token of a citizen, exchanged by an application for one of TokenX."""
        return await self._asked(
            "tokenx",
            client_id="dev:team:front",
            grant_type=f"{_GRANT}:token-exchange",
            client_assertion_type="urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion=_assertion("dev:team:front", f"{self.url}/tokenx/token"),
            subject_token_type="urn:ietf:params:oauth:token-type:jwt",
            subject_token=token,
            audience="innsyn",
        )

    async def employee(self) -> str:
        """A token that an application was given on behalf of an employee, as Entra ID has it."""
        given = _assertion("front", f"{self.url}/entra")
        more = {"assertion": given, "requested_token_use": "on_behalf_of", "scope": "api://innsyn/.default"}
        return await self._asked("entra", grant_type=f"{_GRANT}:jwt-bearer", **more)

    async def system(self, organisation: str = BAERUM) -> str:
        """A system's, for an organisation, as Maskinporten has it."""
        given = _assertion("baerum-hjelpemidler", f"{self.url}/maskinporten")
        return await self._asked("maskinporten", grant_type=f"{_GRANT}:jwt-bearer", assertion=given, scope=organisation)

    async def id_token(self, client: str) -> str:
        """What a citizen's log-in gives to the application that asked for it."""
        back = "http://127.0.0.1/x"
        asked = {"client_id": client, "response_type": "code", "redirect_uri": back, "scope": f"openid {KARI}", "nonce": "n"}
        async with httpx.AsyncClient(trust_env=False, timeout=60) as asks:
            seen = await asks.get(f"{self.url}/idporten/authorize", params=asked)
        code = httpx.URL(seen.headers["location"]).params["code"]
        more = {"code": code, "redirect_uri": back, "client_id": client, "scope": KARI}
        return await self._asked("idporten", "id_token", grant_type="authorization_code", **more)

    async def _asked(self, issuer: str, what: str = "access_token", /, **given: str) -> str:
        async with httpx.AsyncClient(trust_env=False, timeout=60) as asks:
            told = await asks.post(f"{self.url}/{issuer}/token", data={"client_id": "front", "client_secret": "s"} | given)
        assert told.status_code == httpx.codes.OK, told.text
        return str(told.json()[what])


def _assertion(client: str, audience: str) -> str:
    now = int(time.time())
    claims = {"iss": client, "sub": client, "aud": audience, "iat": now, "exp": now + 60, "jti": "1"}
    return jwt.encode({"alg": "RS256", "kid": "own"}, claims, _OWN)


_OWN: Final = RSAKey.generate_key(2048)
