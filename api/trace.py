"""What holds for every response: an id to find it by in the log, headers that keep it private, and never a stack trace."""

import re
import time
import uuid
from typing import Final

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import log
from api.authzen.routes import METADATA, PATHS
from api.errors import Internal

_TRACEPARENT: Final = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_REQUEST_ID: Final = re.compile(r"[0-9a-f-]{32,36}")
_PATHS: Final = frozenset({"/graphql", "/health/live", "/health/ready", METADATA, *PATHS.values()})
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

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log = structlog.get_logger()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, id_ = time.perf_counter(), 0, _id(Headers(scope=scope))

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _complete(MutableHeaders(scope=message), id_)
            await send(message)

        scope.setdefault("state", {})["id"] = id_
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(id=id_)
        await self._app(scope, receive, sent)
        took = round((time.perf_counter() - began) * 1000, 1)
        path = scope["path"] if scope["path"] in _PATHS else "other"
        self._log.info("request", method=scope["method"], path=path, status=status, milliseconds=took)


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
            if not started:
                await _fail(send)


def _id(headers: Headers) -> str:
    if found := _TRACEPARENT.fullmatch(headers.get("traceparent", "")):
        return found[1]
    given = headers.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _complete(headers: MutableHeaders, id_: str) -> None:
    headers.setdefault("X-Request-ID", id_)
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)


async def _fail(send: Send) -> None:
    body = orjson.dumps({"errors": Internal().told, "data": None})
    await send({"type": "http.response.start", "status": 500, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": body})
