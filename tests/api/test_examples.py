"""The examples do what they show: built and typed against the schema as it is, and asked of `innsyn serve` with the demo."""

import asyncio
import os
import shutil
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import orjson
import pytest
from playwright.async_api import Page, async_playwright

from auth.development import DevelopmentIssuer
from auth.viewer import named
from tests import npm
from tests.databases import Server, free_port
from tests.maven import NotHere, needed
from tests.serving import served

pytestmark = pytest.mark.embedded
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SAME = {
    "search": ["Kari Holm Dahl"],
    "batch": ["PARTIAL", "DENIED", "DENIED"],
    "act": ["REASON_LENGTH", "LAST_DAY"],
    "notices": 0,
}
"""What both examples are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A server, and tokens of who asks it."""

    url: str
    employee: str
    person: str

    @property
    def arguments(self) -> tuple[str, str, str]:
        return self.url, self.employee, self.person


@asynccontextmanager
async def asked(server: Server, folder: Path, **more: str) -> AsyncIterator[Asked]:
    data = folder / "data"
    data.mkdir(mode=0o700)
    issuer = DevelopmentIssuer.of(data)
    async with served(server, data, **more) as address:
        yield Asked(url=f"{address}/graphql", employee=issuer.token(named("employee:A100101")), person=issuer.token(named("person:p-kari")))


async def _ran(*command: str, cwd: Path, **more: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, cwd=cwd, env=os.environ | more, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    written, complained = await process.communicate()
    assert process.returncode == 0, (written + complained).decode()[-4000:]
    return written.decode()


def _frontend(folder: Path) -> Path:
    """The example beside the schema, with its packages, in a folder of the test."""
    with needed():
        modules = npm.modules(EXAMPLES / "frontend")
    copied = folder / "examples/frontend"
    shutil.copytree(EXAMPLES / "frontend", copied, ignore=shutil.ignore_patterns("node_modules", "gql", "dist", "bundle"))
    shutil.copy(ROOT / "schema.graphql", folder)
    (copied / "node_modules").symlink_to(modules)
    return copied


@pytest.mark.usefixtures("demo")
async def test_the_frontend_type_checks_builds_and_shows_what_is_closed_by_text_and_by_hash(server: Server, tmp_path: Path) -> None:
    frontend = await asyncio.to_thread(_frontend, tmp_path)
    await _ran("npm", "run", "build", cwd=frontend)
    assert "<main" in (frontend / "dist/index.html").read_text(encoding="utf-8")
    trusted = tmp_path / "trusted.toml"
    trusted.write_text(
        f'[[manifest]]\nfile = "{frontend}/src/gql/persisted-documents.json"\nviewers = ["employee", "person"]\n', encoding="utf-8"
    )
    async with asked(server, tmp_path, INNSYN_TRUSTED_DOCUMENTS=str(trusted)) as one:
        by_text = await _told(frontend, one)
        shown = await _in_a_browser(frontend, one)
    shutil.rmtree(tmp_path / "data")
    async with asked(server, tmp_path, INNSYN_TRUSTED_DOCUMENTS=str(trusted), INNSYN_TRUSTED_MODE="only") as one:
        told = await _told(frontend, one, VITE_TRUSTED="true")
    assert told == by_text
    assert {key: told[key] for key in SAME} == SAME
    assert told["lookUp"][0] == "Name: Kari Holm Dahl"
    assert told["denied"] == [f"{label}: You are too close to this person" for label in ("Name", "Born", "Telephone", "Addresses")]
    assert told["unknown"] == ["Not found"]
    assert [text.splitlines()[:2] for text in shown[:2]] == [["Name", "Kari Holm Dahl"], ["Name", "You are too close to this person"]]
    assert shown[2] == "Not found"
    assert told["taken"] == {"during": "Name: Truls Aune", "problems": [], "after": "Name: Outside your area"}
    assert len(told["family"]) == 5
    assert told["inParts"] == [None, 5]
    assert told["error"]["refused"] == "KEY_REQUIRED"


async def _in_a_browser(frontend: Path, one: Asked) -> list[str]:
    """What the page shows of one who is open, of one who is too close, and of nobody."""
    failed: list[str] = []
    async with _page(frontend, one.url.removesuffix("/graphql")) as address, async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
        page = await browser.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        await page.goto(address)
        await page.get_by_label("Token").fill(one.employee)
        shown = [await _looked_up(page, id_) for id_ in ("p-kari", "p-even", "p-nobody")]
        await browser.close()
    assert failed == []
    return shown


async def _looked_up(page: Page, id_: str) -> str:
    await page.locator("main").evaluate("main => main.replaceChildren()")
    await page.get_by_label("Person").fill(id_)
    await page.get_by_role("button", name="Look up").click()
    await page.locator("main > *").last.wait_for()
    return await page.locator("main").inner_text()


def _browser() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with needed():
        if found is None:
            raise NotHere("Chromium")
    return found


@asynccontextmanager
async def _page(frontend: Path, api: str) -> AsyncIterator[str]:
    """The address of the built page, which asks the API at its own origin."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *("node_modules/.bin/vite", "preview", "--host", "127.0.0.1", "--port", str(port), "--strictPort"),
        cwd=frontend,
        env=os.environ | {"INNSYN": api},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async for line in process.stdout:
        if str(port).encode() in line:
            break
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        await process.wait()


async def _told(frontend: Path, one: Asked, **more: str) -> dict[str, Any]:
    await _ran("npm", "run", "bundle", cwd=frontend, **more)
    told: dict[str, Any] = orjson.loads(await _ran("node", "bundle/ask.js", *one.arguments, cwd=frontend))
    return told


async def test_its_manifest_holds_every_document_by_its_hash(tmp_path: Path) -> None:
    frontend = await asyncio.to_thread(_frontend, tmp_path)
    await _ran("npm", "run", "generate", cwd=frontend)
    manifest: dict[str, str] = orjson.loads((frontend / "src/gql/persisted-documents.json").read_bytes())
    queries = (EXAMPLES / "frontend/src/queries.ts").read_text(encoding="utf-8")
    assert len(manifest) == queries.count("graphql(`") - queries.count("  fragment ")
    assert [sha256(text.encode()).hexdigest() for text in manifest.values()] == [*manifest]


async def test_a_wrong_query_does_not_build(tmp_path: Path) -> None:
    frontend = await asyncio.to_thread(_frontend, tmp_path)
    queries = frontend / "src/queries.ts"
    queries.write_text(queries.read_text(encoding="utf-8").replace("birthDate", "bornOn"), encoding="utf-8")
    with pytest.raises(AssertionError, match="bornOn"):
        await _ran("npm", "run", "generate", cwd=frontend)


@pytest.mark.usefixtures("demo")
async def test_the_client_in_python_does_the_ten_things(server: Server, tmp_path: Path) -> None:
    async with asked(server, tmp_path) as one:
        told = orjson.loads(await _ran(sys.executable, "-W", "error", "ten_things.py", *one.arguments, cwd=EXAMPLES / "python"))
    assert {key: told[key] for key in SAME} == SAME
    assert told["lookUp"]["name"] == "Kari Holm Dahl"
    assert told["denied"] == {"name": "(DISQUALIFIED)", "phone": "(DISQUALIFIED)", "addresses": "(DISQUALIFIED)"}
    assert told["unknown"] == {"closed": "NOT_FOUND"}
    assert told["taken"] == {"during": "Truls Aune", "problems": [], "after": "(OUTSIDE_AREA)"}
    assert len(told["family"]) == 5
    assert told["error"] == "KEY_REQUIRED"


async def _complained(*command: str, cwd: Path) -> str:
    process = await asyncio.create_subprocess_exec(*command, cwd=cwd, stderr=asyncio.subprocess.PIPE)
    _, complained = await process.communicate()
    assert process.returncode in (1, 2)
    return complained.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "write ten_things.py URL EMPLOYEE_TOKEN PERSON_TOKEN"),
        (("http://127.0.0.1:1/graphql", "x", "y"), "UNREACHABLE: nothing answers at http://127.0.0.1:1/graphql"),
        (("127.0.0.1:1", "x", "y"), "ADDRESS_UNUSABLE: `127.0.0.1:1` is no address; write it as http://"),
        (("http://127.0.0.1:1/graphql", "", ""), "UNAUTHENTICATED: the token is empty"),
    ],
)
async def test_what_is_typed_wrong_is_told_in_words(arguments: tuple[str, ...], told: str) -> None:
    complained = await _complained(sys.executable, "ten_things.py", *arguments, cwd=EXAMPLES / "python")
    assert told in complained
    assert "Traceback" not in complained


@pytest.mark.usefixtures("demo")
async def test_a_token_of_another_kind_than_belongs_there_is_told_in_words(server: Server, tmp_path: Path) -> None:
    async with asked(server, tmp_path) as one:
        script = (sys.executable, "ten_things.py", one.url)
        swapped = await _complained(*script, one.person, one.employee, cwd=EXAMPLES / "python")
        twice = await _complained(*script, one.employee, one.employee, cwd=EXAMPLES / "python")
    told = [
        ("TOKEN_WRONG: the first token is one of PERSON, and one of EMPLOYEE belongs there", swapped),
        ("TOKEN_WRONG: the second token is one of EMPLOYEE or CLIENT, and one of PERSON belongs there", twice),
    ]
    assert [complained.startswith(f"ten_things.py: {said}") and "Traceback" not in complained for said, complained in told] == [True, True]


class _Page(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>Hello")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


async def test_what_answers_and_is_no_graphql_server_is_told_in_words() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Page) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{other.server_port}/"
        complained = await _complained(sys.executable, "ten_things.py", url, "x", "y", cwd=EXAMPLES / "python")
        other.shutdown()
        thread.join()
    assert complained.startswith(f"ten_things.py: NOT_INNSYN: what answers at {url}, with status 200, is no GraphQL server")
