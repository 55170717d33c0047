"""One server process: an event loop, a socket that listens already, and an orderly end on Ctrl-C or TERM.

On TERM `/health/ready` says no at once, and all else is answered as before for as many seconds as it takes those who share out requests to
notice (`INNSYN_DRAIN_SECONDS`). Then nothing more is taken on, what is under way is answered, and what was opened is closed.
"""

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
import uvicorn
from starlette.applications import Starlette

from api.ending import Ending

_ENDING_SECONDS = 10
"""For what is under way when nothing more is taken on."""


def new_loop() -> asyncio.AbstractEventLoop:
    """The fastest event loop that the platform has."""
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


async def run(app: Starlette, listening: socket.socket, *, on_started: Callable[[], object], drain: float = 0) -> None:
    """Serve until told to end; requests under way are finished first. By TERM it ends so many seconds later, in which it is not ready."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=_ENDING_SECONDS,
    )
    await _Server(config, on_started, app.state.ending, drain).serve([listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_started: Callable[[], object], ending: Ending, drain: float) -> None:
        super().__init__(config)
        self._on_started, self._ending, self._drain = on_started, ending, drain

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_started()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let a signal end the server and nothing else: what was opened before it is closed after it, undisturbed by a second one."""
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, self._told, each)
        yield

    def _told(self, by: signal.Signals) -> None:
        """End: by TERM when everyone has noticed, by Ctrl-C or a second TERM now."""
        noticed = self._ending.begun or by is signal.SIGINT
        self._ending.begun = True
        if noticed or not self._drain:
            self.handle_exit(by, None)
        else:
            structlog.get_logger().info("ending", seconds=self._drain)
            asyncio.get_running_loop().call_later(self._drain, self.handle_exit, by, None)
