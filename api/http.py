"""GraphQL over HTTP: from a request to a question, from an answer or a refusal to a response."""

from collections.abc import Mapping
from typing import Any, TypeVar

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api import limits
from api.answers import Answered, Question
from api.errors import ApiError, BodyTooLarge, MediaTypeUnsupported, MethodNotAllowed, RequestMalformed, Unauthenticated

BOOKMARK = "Innsyn-Bookmark"
JSON, GRAPHQL_JSON = "application/json", "application/graphql-response+json"
T = TypeVar("T")
_EXAMPLE = '`{"query": "{ viewer { kind } }", "variables": {}}`'


async def question(request: Request) -> Question:
    """What the client asks."""
    asked = await body(request, _EXAMPLE)
    text = asked.get("query")
    if not isinstance(text, str):
        raise RequestMalformed(f"`query` is the operation's text; write {_EXAMPLE}")
    return Question(
        text=text,
        operation=_optional(asked, "operationName", str),
        variables=_optional(asked, "variables", dict) or {},
        bookmark=request.headers.get(BOOKMARK) or None,
    )


async def body(request: Request, example: str) -> dict[str, Any]:
    """The JSON object that the client sends; `example` is what to write instead."""
    _require_json(request)
    return _object(await _body(request), example)


def request_id(request: Request) -> str:
    """The id that the request is found by, in every log."""
    return str(request.state.id)


def answered(request: Request, answer: Answered) -> Response:
    """An operation that was answered."""
    told = {BOOKMARK: answer.bookmark} if answer.bookmark else {}
    return Response(orjson.dumps(answer.body), headers=told, media_type=_media(request))


def refused(request: Request, error: ApiError) -> Response:
    """A request that was refused whole."""
    told = {"errors": error.told} | ({"data": None} if error.begun else {})
    media = _media(request)
    status = error.status if error.always or media == GRAPHQL_JSON else 200
    return Response(orjson.dumps(told), status, headers(request, error), media)


def _require_json(request: Request) -> None:
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if kind.strip() != JSON or ("charset" in parameters and "utf-8" not in parameters):
        raise MediaTypeUnsupported


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limits.BODY_BYTES:
            raise BodyTooLarge(f"the body is longer than {limits.BODY_BYTES} bytes; ask for less at a time")
    return bytes(body)


def _object(body: bytes, example: str) -> dict[str, Any]:
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise RequestMalformed(f"the body is no JSON; write {example}") from None
    if not isinstance(asked, dict):
        raise RequestMalformed(f"the body is no JSON object; send one request at a time, {example}")
    return asked


def _optional(asked: Mapping[str, Any], name: str, kind: type[T]) -> T | None:
    value = asked.get(name)
    if value is not None and not isinstance(value, kind):
        raise RequestMalformed(f"`{name}` has a wrong type; write {_EXAMPLE}")
    return value


def _media(request: Request) -> str:
    return GRAPHQL_JSON if GRAPHQL_JSON in request.headers.get("accept", "") else JSON


def headers(request: Request, error: ApiError) -> dict[str, str]:
    """What the status wants beside it."""
    match error:
        case MethodNotAllowed():
            return {"Allow": "POST"}
        case Unauthenticated():
            failed = ', error="invalid_token"' if "authorization" in request.headers else ""
            return {"WWW-Authenticate": f'Bearer realm="innsyn"{failed}'}
        case _:
            return {}
