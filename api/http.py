"""GraphQL over HTTP: from a request to a question, from an answer or a refusal to a response."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api import accept, limits
from api.accept import GRAPHQL_JSON, JSON
from api.answers import Answered, Question
from api.errors import (
    AddressTooLong,
    ApiError,
    BatchRefused,
    BodyCompressed,
    BodyTooLarge,
    BodyTooSlow,
    MediaTypeUnsupported,
    MethodNotAllowed,
    NotAcceptable,
    RequestMalformed,
    Spent,
    Unauthenticated,
    UpgradeRefused,
)

BOOKMARK = "Innsyn-Bookmark"
T = TypeVar("T")
_ID: Final = re.compile(r"sha256:[0-9a-f]{64}")
_EXAMPLE = '`{"query": "{ viewer { kind } }", "variables": {}}`'


async def question(request: Request) -> Question:
    """What the client asks: in the body or, where that is little, in the address."""
    by_get = request.method == "GET"
    asked = _addressed(request) if by_get else await body(request, _EXAMPLE)
    text, document = asked.get("query"), _optional(asked, "documentId", str)
    if document is None and not isinstance(text, str):
        raise RequestMalformed(f"`query` is the operation's text; write {_EXAMPLE}")
    if document is not None:
        _require_id(document, alone=text is None)
    more = _optional(asked, "extensions", dict) or {}
    if not isinstance(more.get("cost"), bool | None):
        raise RequestMalformed("`cost` of `extensions` is `true` or `false`")
    return Question(
        text=text if isinstance(text, str) else "",
        document=document,
        operation=_optional(asked, "operationName", str),
        variables=_optional(asked, "variables", dict) or {},
        bookmark=request.headers.get(BOOKMARK) or None,
        by_get=by_get,
        costed=more.get("cost") is True,
        in_parts=not by_get and accept.parts(_joined(request, "accept")),
    )


async def body(request: Request, example: str) -> dict[str, Any]:
    """The JSON object that the client sends; `example` is what to write instead."""
    _require_json(request)
    return _object(await _body(request), example)


def require_http(request: Request) -> None:
    """Nothing but HTTP is spoken here (docs/decisions/0039-parts.md)."""
    if "websocket" in request.headers.get("upgrade", "").lower():
        raise UpgradeRefused


def media(request: Request) -> str:
    """The media type that the client is answered in."""
    chosen = accept.media(_joined(request, "accept"))
    if chosen is None:
        raise NotAcceptable
    return chosen


def request_id(request: Request) -> str:
    """The id that the request is found by, in every log."""
    return str(request.state.id)


def answered(answer: Answered, media: str) -> Response:
    """An operation that was answered."""
    told = {BOOKMARK: answer.bookmark} if answer.bookmark else {}
    return _response(answer.body, 200, told, media)


def refused(request: Request, error: ApiError) -> Response:
    """A request that was refused whole."""
    told = {"errors": error.told} | ({"data": None} if error.begun else {})
    chosen = accept.media(_joined(request, "accept")) or JSON
    status = error.status if error.always or chosen == GRAPHQL_JSON else 200
    return _response(told, status, headers(request, error), chosen)


def _response(told: dict[str, Any], status: int, headers: Mapping[str, str], media: str) -> Response:
    return Response(orjson.dumps(told), status, {**headers, "Vary": "Accept"}, media)


def _addressed(request: Request) -> dict[str, Any]:
    """What stands in the address, as the body would have it."""
    if len(request.url.query) > limits.ADDRESS_BYTES:
        raise AddressTooLong(f"the address is longer than {limits.ADDRESS_BYTES} bytes; send the operation with POST")
    given: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _json(given[name].encode(), f"`{name}` is no JSON; write {_EXAMPLE}")
    return given


def _require_id(document: str, *, alone: bool) -> None:
    if not alone:
        raise RequestMalformed("send `query` or `documentId`, not both")
    if not _ID.fullmatch(document):
        raise RequestMalformed("`documentId` is `sha256:` and the SHA-256 of a trusted document's text, in 64 small hexadecimal digits")


def _joined(request: Request, name: str) -> str:
    return ",".join(request.headers.getlist(name))


def _require_json(request: Request) -> None:
    """A page of another origin can send other types without asking first, with nothing but the user's click."""
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if kind.strip() != JSON or ("charset" in parameters and "utf-8" not in parameters):
        raise MediaTypeUnsupported
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise BodyCompressed


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(limits.BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limits.BODY_BYTES:
                    raise BodyTooLarge(f"the body is longer than {limits.BODY_BYTES} bytes; ask for less at a time")
    except TimeoutError:
        raise BodyTooSlow(f"the body was not all there after {limits.BODY_SECONDS:g} seconds; send it at once") from None
    return bytes(body)


def _object(body: bytes, example: str) -> dict[str, Any]:
    asked = _json(body, f"the body is no JSON; write {example}")
    if isinstance(asked, list):
        raise BatchRefused(f"send one request at a time, {example}; one operation may have many root fields")
    if not isinstance(asked, dict):
        raise RequestMalformed(f"the body is no JSON object; write {example}")
    return asked


def _json(text: bytes, otherwise: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RequestMalformed(otherwise) from None


def _optional(asked: Mapping[str, Any], name: str, kind: type[T]) -> T | None:
    value = asked.get(name)
    if value is not None and not isinstance(value, kind):
        raise RequestMalformed(f"`{name}` has a wrong type; write {_EXAMPLE}")
    return value


def headers(request: Request, error: ApiError) -> dict[str, str]:
    """What the status wants beside it."""
    match error:
        case MethodNotAllowed():
            return {"Allow": error.allows}
        case BodyTooSlow():
            return {"Connection": "close"}  # or the rest may go on trickling in
        case Spent():
            return {"Retry-After": str(error.seconds)}
        case Unauthenticated():
            failed = ', error="invalid_token"' if "authorization" in request.headers else ""
            return {"WWW-Authenticate": f'Bearer realm="innsyn"{failed}'}
        case _:
            return {}
