"""The Authorization API over HTTP: its endpoints, where they are told, and its errors.

A decision is always a 200, also one that denies; an error is about the request, and its body is a sentence.
"""

import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api import http
from api.accept import JSON
from api.authzen import Decisions
from api.errors import ApiError, BudgetSpent, CaseRefused, MethodNotAllowed, PurposeRefused, PurposeRequired, SubjectRefused
from api.gone import unless_gone
from api.lookups import Origin
from api.observe import closes
from audit.entry import Channel
from auth.viewer import Viewer

METADATA: Final = "/.well-known/authzen-configuration"
PATHS: Final = {
    "access_evaluation_endpoint": "/access/v1/evaluation",
    "access_evaluations_endpoint": "/access/v1/evaluations",
    "search_subject_endpoint": "/access/v1/search/subject",
    "search_resource_endpoint": "/access/v1/search/resource",
    "search_action_endpoint": "/access/v1/search/action",
}
_EXAMPLE = (
    '`{"subject": {"type": "employee", "id": "A100101"}, "action": {"name": "READ"}, '
    '"resource": {"type": "person", "id": "p-kari", "properties": {"category": "ADDRESS"}}, "context": {"purpose": "FOLLOW_UP"}}`'
)
_SAFE = re.compile(r"[!-~]{1,128}")
_ANY = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

Found = Callable[[Mapping[str, Any], Viewer], Coroutine[Any, Any, dict[str, Any]]]


def routes(decisions: Decisions, viewer: Callable[[Request], Awaitable[Viewer]], public: str | None) -> list[Route]:
    """The endpoints; `viewer` finds out whom the token names. They are told only by the address that the server has to others."""
    finds: dict[str, Callable[[Decisions], Found]] = {
        "access_evaluation_endpoint": lambda each: each.evaluation,
        "access_evaluations_endpoint": lambda each: each.evaluations,
        "search_subject_endpoint": lambda each: each.subjects,
        "search_resource_endpoint": lambda each: each.resources,
        "search_action_endpoint": lambda each: each.actions,
    }

    def endpoint(find: Callable[[Decisions], Found]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            try:
                if request.method != "POST":
                    raise MethodNotAllowed
                asker = await viewer(request)
                body = await http.body(request, _EXAMPLE)
                asked = replace(decisions, origin=Origin(request=http.request_id(request), channel=Channel.AUTHZEN, by=asker))
                found = await unless_gone(request, find(asked)(body, asker))
            except ApiError as refused:
                closes(refused.code)
                return _identified(request, _refused(request, refused))
            return _identified(request, Response(orjson.dumps(found), media_type=JSON))

        return answered

    told = [Route(METADATA, _metadata(public))] if public else []
    return [*told, *(Route(path, endpoint(finds[name]), methods=_ANY) for name, path in PATHS.items())]


def _metadata(public: str) -> Callable[[Request], Awaitable[Response]]:
    """What there is, at the server's own address: never by the `Host` of a request, which whoever asks can choose."""
    told = orjson.dumps({"policy_decision_point": public, **{name: public + path for name, path in PATHS.items()}})

    async def answered(_: Request) -> Response:
        return Response(told, media_type=JSON)

    return answered


def _refused(request: Request, error: ApiError) -> Response:
    told = "; ".join(f"{each['extensions']['code']}: {each['message']}" for each in error.told)
    return PlainTextResponse(told, _status(error), http.headers(request, error))


def _status(error: ApiError) -> int:
    match error:
        case PurposeRequired() | PurposeRefused() | CaseRefused() | BudgetSpent() | SubjectRefused():
            return 403
        case _:
            return max(error.status, 400)


def _identified(request: Request, response: Response) -> Response:
    """The client's own id of the request comes back as it was sent; the log has ours."""
    if _SAFE.fullmatch(given := request.headers.get("x-request-id", "")):
        response.headers["X-Request-ID"] = given
    return response
