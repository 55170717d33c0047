"""What tokens, limits and observation cost together: the same requests to a server that has them, with metrics and spans that are sent, and
to one that has none.
"""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bench.asked import Operation
from bench.client import Client, written
from bench.engines import Filled
from bench.measure import Run, interleaved
from bench.server import Served, served
from tests.databases import free_port


async def guarded(operation: Operation, filled: Filled, rounds: int) -> float:
    """With them ÷ without, p50."""
    with _collector() as collector:
        seen = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector, "INNSYN_METRICS_ADDRESS": f"127.0.0.1:{free_port()}"}
        async with served(filled.address, more=seen) as on, served(filled.address, module="bench.unguarded") as off:
            clients = {"on": await Client.open(on.url), "off": await Client.open(off.url)}
            runs = {"on": _run(operation, on, clients["on"]), "off": _run(operation, off, clients["off"])}
            found = await interleaved(runs, rounds)
            for client in clients.values():
                client.close()
    return found["on"].median / found["off"].median


def _run(operation: Operation, server: Served, client: Client) -> Run:
    requests = [(written(operation.body(subject)), server.headers(viewer)) for viewer, subject in operation.pairs]
    return lambda number: client.post(*requests[number % len(requests)])


class _Takes(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextlib.contextmanager
def _collector() -> Iterator[str]:
    """The address of what takes spans and keeps none."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), _Takes)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}"
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
