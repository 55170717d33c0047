"""Answers that are long enough, compressed for those who take it. What could be learned from the length is in docs/security.md."""

import gzip
from collections.abc import Callable, Mapping
from typing import Final

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import accept

LEAST_BYTES: Final = 1_024
"""Below that a packet or two are sent anyway."""
_BROTLI: Final = 4
_GZIP: Final = 4
_WAYS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "br": lambda body: bytes(brotli.compress(body, quality=_BROTLI)),
    "gzip": lambda body: gzip.compress(body, _GZIP, mtime=0),
}


class Compressed:
    """Wraps the application: JSON that is sent in one piece leaves it compressed. Files are sent as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        way = accept.encoding(",".join(Headers(scope=scope).getlist("accept-encoding")), tuple(_WAYS))
        start: Message | None = None

        async def sent(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_json(Headers(scope=message)):
                start = message
                return
            if start:
                message = _shrunk(start, message, way)
                await send(start)
                start = None
            await send(message)

        await self._app(scope, receive, sent)


def _is_json(headers: Headers) -> bool:
    return headers.get("content-type", "") in (accept.JSON, accept.GRAPHQL_JSON) and "content-encoding" not in headers


def _shrunk(start: Message, message: Message, way: str | None) -> Message:
    """The body as the client takes it, announced in the headers."""
    headers, body = MutableHeaders(scope=start), message.get("body", b"")
    headers.add_vary_header("Accept-Encoding")
    if way is None or len(body) < LEAST_BYTES or message.get("more_body"):
        return message
    smaller = _WAYS[way](body)
    headers["Content-Encoding"], headers["Content-Length"] = way, str(len(smaller))
    return {**message, "body": smaller}
