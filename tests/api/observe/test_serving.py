"""What operators see of `innsyn serve`, a process of its own: metrics at their own address, spans at a collector, an end that drains."""

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from audit.migrate import migrate
from audit.store import Address, opened
from auth.development import DevelopmentIssuer
from auth.viewer import named
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER
from tests.api.observe.test_traces import SECRETS
from tests.databases import Server, free_port
from tests.serving import served, started

pytestmark = pytest.mark.embedded
ASKED = {"query": 'query secretOperation { secretAlias: person(id: "p-kari") { name { full } } }'}
_ENTRIES = "SELECT count(*) FROM log_entry WHERE kind = 'request'"


@dataclass(slots=True)
class Collector:
    """What takes spans by OTLP, as a collector does."""

    url: str
    bodies: list[bytes] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """Of the spans that have come."""
        requests = [ExportTraceServiceRequest.FromString(each) for each in self.bodies]
        return [span.name for each in requests for of in each.resource_spans for scope in of.scope_spans for span in scope.spans]


@contextlib.contextmanager
def collecting() -> Iterator[Collector]:
    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            collector.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            collector.paths.add(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Takes)
    collector = Collector(f"http://127.0.0.1:{listening.server_port}")
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    try:
        yield collector
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def headers(folder: Path, viewer: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {DevelopmentIssuer.of(folder).token(named(viewer))}", "Innsyn-Purpose": "FOLLOW_UP"}


async def test_metrics_have_an_address_of_their_own_and_spans_reach_a_collector(server: Server, demo: Database, tmp_path: Path) -> None:
    shown = f"127.0.0.1:{free_port()}"
    with collecting() as collector:
        said = {"INNSYN_METRICS_ADDRESS": shown, "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "100000"}
        async with served(server, tmp_path, **said) as url, httpx.AsyncClient(trust_env=False, timeout=60) as client:
            answered = await client.post(f"{url}/graphql", json=ASKED, headers=headers(tmp_path, HANDLER))
            metrics = (await client.get(f"http://{shown}/metrics")).text
            public = await client.get(f"{url}/metrics")
    assert (answered.status_code, public.status_code) == (200, 404)
    assert 'innsyn_requests_total{code="OK",operation="person",viewer="employee"} 1.0' in metrics
    for name in (
        "requests_under_way",
        "database_statements_under_way",
        "database_connections_most",
        "log_waiting",
        "log_commit_seconds",
        "info",
    ):
        assert f"\ninnsyn_{name}" in metrics
    # What waited to be sent was sent when it ended.
    assert {"/graphql person", "database", "log", "shape", "token"} <= set(collector.names)
    assert collector.paths == {"/v1/traces"}
    assert [secret for secret in SECRETS if secret.encode() in b"".join(collector.bodies)] == []


async def test_without_being_told_no_metrics_are_shown_anywhere(server: Server, demo: Database, tmp_path: Path) -> None:
    async with served(server, tmp_path) as url, httpx.AsyncClient(trust_env=False, timeout=60) as client:
        found = await client.get(f"{url}/metrics")
    assert found.status_code == 404


async def test_a_server_that_is_told_to_end_answers_what_is_under_way_and_ends_in_order(
    server: Server, demo: Database, tmp_path: Path
) -> None:
    """Not ready at once; all is answered until those who share out requests have noticed; then what has begun, and no more."""
    await server.migrate()
    migrate(Address.of(None, tmp_path))
    port = free_port()
    process = await started(server, tmp_path, port, INNSYN_DRAIN_SECONDS="1")
    url, body = f"http://127.0.0.1:{port}", json.dumps(ASKED).encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    said = {"Host": "innsyn", "Content-Type": "application/json", "Content-Length": str(len(body)), **headers(tmp_path, CITIZEN)}
    writer.write(
        "".join(["POST /graphql HTTP/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in said.items()), "\r\n"]).encode() + body[:9]
    )
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        assert (await client.get(f"{url}/health/ready")).status_code == 200
        process.terminate()
        ready = await _until_ending(client, url)
        assert (ready.status_code, ready.json(), ready.headers["connection"]) == (503, {"status": "ending"}, "close")
        late = await client.post(f"{url}/graphql", json=ASKED, headers=headers(tmp_path, CITIZEN))
        assert late.status_code == 200
    await _until_closed(port)
    assert process.returncode is None
    writer.write(body[9:])
    answered = await reader.read()
    writer.close()
    assert answered.startswith(b"HTTP/1.1 200 ")
    assert b"Kari" in answered
    assert await asyncio.wait_for(process.wait(), 20) == 0
    assert _entries(tmp_path) == 2


async def test_who_is_answered_before_the_body_is_there_cannot_hold_the_connection(server: Server, tmp_path: Path) -> None:
    async with served(server, tmp_path) as url:
        port = int(url.rpartition(":")[2])
        all_, some = [await _answered(port, sent) for sent in (b"{}" + b" " * 98, b"{")]
    assert all_.startswith(b"HTTP/1.1 401 ")
    assert b"connection: close" not in all_.lower()
    assert some.startswith(b"HTTP/1.1 401 ")
    assert b"connection: close" in some.lower()


async def test_who_asks_before_sending_the_body_is_told_to_go_on_only_where_it_is_read(
    server: Server, demo: Database, tmp_path: Path
) -> None:
    body = json.dumps(ASKED).encode()
    said = f"Host: innsyn\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n"
    async with served(server, tmp_path) as url:
        port, let_in = int(url.rpartition(":")[2]), headers(tmp_path, CITIZEN) | {"Connection": "close"}
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"POST /graphql HTTP/1.1\r\n{said}\r\n".encode())
        refused = await asyncio.wait_for(reader.read(), 20)
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        more = "".join(f"{name}: {value}\r\n" for name, value in let_in.items())
        writer.write(f"POST /graphql HTTP/1.1\r\n{said}{more}\r\n".encode())
        goes_on = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)
        writer.write(body)
        answered = await asyncio.wait_for(reader.read(), 20)
        writer.close()
    assert (refused.split(b"\r\n")[0], b"connection: close" in refused.lower()) == (b"HTTP/1.1 401 Unauthorized", True)
    assert (goes_on, answered[:13]) == (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 ")


async def _answered(port: int, body: bytes) -> bytes:
    """What comes back until nothing more does, of a request whose body has so much of a hundred bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /graphql HTTP/1.1\r\nHost: innsyn\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n" + body)
    told = b""
    if len(body) < 100:
        told = await asyncio.wait_for(reader.read(), 20)
    else:
        told = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return told


async def _until_ending(client: httpx.AsyncClient, url: str) -> httpx.Response:
    for _ in range(200):
        found = await client.get(f"{url}/health/ready")
        if found.status_code == 503:
            return found
        await asyncio.sleep(0.01)
    raise AssertionError


async def _until_closed(port: int) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            return
        writer.close()
        await asyncio.sleep(0.05)
    raise AssertionError


def _entries(folder: Path) -> int:
    store = opened(Address.of(None, folder))
    try:
        return int(store.rows(_ENTRIES)[0][0])
    finally:
        store.close()
