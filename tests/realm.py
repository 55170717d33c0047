"""The realm of `deploy/` in a real Keycloak, as the compose file starts it, and a page that its users sign in to."""

import asyncio
import base64
import hashlib
import html
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from tests.databases import free_port
from tests.maven import jars

DEPLOY: Final = Path(__file__).parents[1] / "deploy"
POM: Final = Path(__file__).parent / "keycloak" / "pom.xml"
BACK: Final = "http://127.0.0.1:5173/"
REALM: Final[dict[str, Any]] = json.loads((DEPLOY / "keycloak-realm.json").read_text(encoding="utf-8"))
START_SECONDS: Final = 300
_FORM: Final = re.compile(r'<form[^>]* action="([^"]+)"')
_COMPOSED: Final = "http://127.0.0.1:8180"


class Refused(Exception):
    """What Keycloak said instead of a code or a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Realm:
    """A Keycloak that runs, and has the realm."""

    port: int
    process: "subprocess.Popen[bytes]"

    @classmethod
    async def started(cls, folder: Path) -> "Realm":
        home = await asyncio.to_thread(_unpacked, folder)
        shutil.copy(DEPLOY / "keycloak-realm.json", home / "data" / "import" / "innsyn-realm.json")
        port = free_port()
        (command,) = re.findall(r"command: \[(\"start-dev\".*)\]", (DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
        told = [each.strip(' "').replace("8180", str(port)) for each in command.split(",")]
        process = await asyncio.to_thread(_run, home, [*told, "--http-host=127.0.0.1"], folder / "keycloak.log")
        found = cls(port=port, process=process)
        await asyncio.to_thread(found._answers, folder / "keycloak.log")
        return found

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def issuers(self) -> str:
        """The file of `deploy/`, but for the issuers that are not this one, and its port."""
        _, *tables = (DEPLOY / "issuers.toml").read_text(encoding="utf-8").split("[[issuer]]")
        (own,) = (each for each in tables if 'provider = "keycloak"' in each)
        return f"[[issuer]]{own.replace(_COMPOSED, self.url)}"

    def _answers(self, log: Path) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            assert self.process.poll() is None, log.read_text()
            try:
                seen = httpx.get(f"{self.url}/realms/innsyn/.well-known/openid-configuration", trust_env=False, timeout=60)
            except httpx.TransportError:
                time.sleep(0.2)
            else:
                if seen.is_success:
                    return
        raise TimeoutError

    async def stop(self) -> None:
        # Its script starts a Java of its own.
        os.killpg(self.process.pid, signal.SIGKILL)
        await asyncio.to_thread(self.process.wait)

    async def tokens(self, user: str, scope: str = "openid innsyn") -> dict[str, str]:
        """What the page gets when a user signs in to it by PKCE."""
        verifier = secrets.token_urlsafe(48)
        hashed = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        asked = {"code_challenge": hashed, "code_challenge_method": "S256"}
        code = await self.code(user, scope=scope, **asked)
        return await self.given(grant_type="authorization_code", code=code, redirect_uri=BACK, code_verifier=verifier)

    async def code(self, user: str, **asked: str) -> str:
        """What Keycloak sends back with a user who signed in by its own page."""
        told = {"client_id": "innsyn-frontend", "response_type": "code", "redirect_uri": BACK} | asked
        async with httpx.AsyncClient(trust_env=False, timeout=60) as browser:
            page = await browser.get(f"{self._openid}/auth", params=told)
            if page.is_redirect:
                raise Refused(dict(httpx.URL(page.headers["location"]).params).get("error", ""))
            form = _FORM.search(page.text)
            if form is None:
                raise Refused(page.status_code)
            # Its cookies are for https alone; a browser takes an address of this machine for as good.
            cookies = "; ".join(f"{each.name}={each.value}" for each in browser.cookies.jar)
            filled = {"username": user, "password": "demo"}
            sent = await browser.post(html.unescape(form[1]), data=filled, headers={"Cookie": cookies})
        return httpx.URL(sent.headers["location"]).params["code"]

    async def given(self, **asked: str) -> dict[str, Any]:
        """What its token endpoint answers to the page."""
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            answer = await client.post(f"{self._openid}/token", data={"client_id": "innsyn-frontend"} | asked)
        if answer.is_error:
            raise Refused(answer.json()["error"])
        return dict(answer.json())

    @property
    def _openid(self) -> str:
        return f"{self.url}/realms/innsyn/protocol/openid-connect"


def _unpacked(folder: Path) -> Path:
    """Keycloak writes into its own folder: each one that runs has a copy."""
    (archive,) = jars(POM).glob("keycloak-quarkus-dist-*.zip")
    with zipfile.ZipFile(archive) as found:
        found.extractall(folder)
    (home,) = folder.glob("keycloak-*/")
    (home / "data" / "import").mkdir(parents=True)
    return home


def _run(home: Path, told: list[str], log: Path) -> "subprocess.Popen[bytes]":
    small = {"JAVA_OPTS_KC_HEAP": "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND": "-XX:TieredStopAtLevel=1"}
    command = ["bash", str(home / "bin" / "kc.sh"), *told]
    with log.open("wb") as written:
        return subprocess.Popen(command, env=os.environ | small, stdout=written, stderr=written, start_new_session=True)
