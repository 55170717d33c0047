"""What holds for every response: an id to find it by in the log, headers that keep it private, and never a stack trace."""

import asyncio
import re
import time
import uuid
from contextlib import suppress
from typing import Final

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import log
from api.authzen.routes import METADATA, PATHS
from api.ending import Ending
from api.errors import Internal
from api.observe import Observation, Watch, closes
from api.observe.traceparent import parent
from api.observe.watch import ANSWERED, NOT_KNOWN, watches

_REQUEST_ID: Final = re.compile(r"[0-9a-f-]{32,36}")
_PATHS: Final = frozenset({"/graphql", "/health/live", "/health/ready", METADATA, *PATHS.values()})
_ENDPOINTS: Final = {path: path.removeprefix("/") for path in PATHS.values()}
"""Paths that ask operations of their own, by what they are called."""
_REST_SECONDS: Final = 0.1
"""For the rest of a body that nobody reads."""
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_HEADERS: Final = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Traced:
    """Wraps the application. Of a path that is not ours only that is logged, since it may hold anything."""

    def __init__(self, app: ASGIApp, observation: Observation | None = None, ending: Ending | None = None) -> None:
        self._app, self._observation, self._ending = app, observation or Observation(), ending or Ending()
        self._log = structlog.get_logger()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watch, body = _watch(scope), _Body(scope, receive)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                watch.status = message["status"]
                _complete(MutableHeaders(scope=message), watch.id)
                if self._ending.begun or not await body.ended():
                    MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        scope.setdefault("state", {})["id"] = watch.id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(id=watch.id, trace_id=watch.trace)
        watches(watch)
        self._observation.under_way += 1
        try:
            await self._app(scope, body.receive, sent)
        finally:
            self._observation.under_way -= 1
            watch.ended = time.perf_counter_ns()
            watch.settle()
            self._observation.ended(watch)
        took = round(watch.seconds * 1000, 1)
        tells = watch.operation != NOT_KNOWN or watch.code != ANSWERED or watch.status >= 400
        said = {"operation": watch.operation, "code": watch.code} if tells else {}
        parts = {"parts": watch.parts} if watch.parts else {}
        self._log.info("request", method=watch.method, path=watch.path, status=watch.status, milliseconds=took, **said, **parts)


class Masked:
    """Wraps the application: the last place that can keep a stack trace from the client."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log = structlog.get_logger()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception as error:
            self._log.error("failed", **log.failure(error))
            closes(Internal.code)
            if not started:
                await _fail(send)


class _Body:
    """The request's body on its way in. Where it has not come when its answer is sent, as of one who is not let in, nobody waits for the
    rest: the connection is closed, or it could be held by a byte now and then. Nor is one who asks whether to send it (`Expect`) told so,
    as the server tells whomever it begins to read from."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        said = Headers(scope=scope)
        self._receive, self._more = receive, said.get("content-length", "0") != "0" or "transfer-encoding" in said
        self._asks = said.get("expect", "").lower() == "100-continue"
        """Whether the client waits to be told to send it."""

    async def receive(self) -> Message:
        self._asks = False
        message = await self._receive()
        if message["type"] != "http.request" or not message.get("more_body"):
            self._more = False
        return message

    async def ended(self) -> bool:
        """Whether all of it has come, or does so now."""
        if self._asks:
            return not self._more
        with suppress(TimeoutError):
            async with asyncio.timeout(_REST_SECONDS):
                while self._more:
                    await self.receive()
        return not self._more


def _watch(scope: Scope) -> Watch:
    """A request that begins. Its id is that of the trace that it is part of, or its own, which the trace that it begins is named by."""
    headers, path = Headers(scope=scope), scope["path"] if scope["path"] in _PATHS else "other"
    asks, given = parent(headers.getlist("traceparent")), headers.get("x-request-id", "")
    id_ = asks.trace if asks else given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    trace = id_.replace("-", "")
    return Watch(
        id=id_,
        trace=trace if len(trace) == 32 and trace.strip("0") else uuid.uuid4().hex,
        method=scope["method"] if scope["method"] in _METHODS else "other",
        path=path,
        parent=asks,
        operation=_ENDPOINTS.get(path, NOT_KNOWN),
    )


def _complete(headers: MutableHeaders, id_: str) -> None:
    headers.setdefault("X-Request-ID", id_)
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)


async def _fail(send: Send) -> None:
    body = orjson.dumps({"errors": Internal().told, "data": None})
    await send({"type": "http.response.start", "status": 500, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": body})
