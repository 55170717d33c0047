"""One server process: an event loop, a socket that listens already, and an orderly end on Ctrl-C or TERM."""

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

_ENDING_SECONDS = 10


def new_loop() -> asyncio.AbstractEventLoop:
    """The fastest event loop that the platform has."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


async def run(app: Starlette, listening: socket.socket, *, on_started: Callable[[], object]) -> None:
    """Serve until told to end; requests under way are finished first."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=_ENDING_SECONDS,
    )
    await _Server(config, on_started).serve([listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_started: Callable[[], object]) -> None:
        super().__init__(config)
        self._on_started = on_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_started()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let a signal end the server and nothing else: what was opened before it is closed after it, undisturbed by a second one."""
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, self.handle_exit, each, None)
        yield
