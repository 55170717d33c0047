"""An answer in parts over HTTP: `multipart/mixed`, as Apollo Client, urql and others read it (docs/decisions/0039-parts.md).

Before each part the token is judged again, and each is read with the viewer's rights of that instant. What refuses one part ends the
answer: its last part tells the code for all that is missing. Until then there are as many parts as the document asks for, in its order,
whatever is there (A17).
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import Any, Final

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api import limits, log
from api.accept import PARTS, SPEC
from api.answers import Later
from api.deferred import Part
from api.errors import ApiError, ClientGone, Internal, PartsTooSlow
from api.gone import unless_gone
from api.observe import Phase, closes, timed, watched
from auth.viewer import Viewer

_BEGIN, _HEAD, _NEXT, _END = b"\r\n---", b"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n", b"\r\n---", b"\r\n-----\r\n"
_LAST_SECONDS: Final = 1.0
"""For whoever has been too slow, to take that they are told so."""
_Told = dict[str, Any]


class InParts(Response):
    """What comes first, which has been read, and what comes later, of which `again` says who asks for it at the time."""

    def __init__(self, request: Request, first: _Told, later: Later, again: Callable[[], Awaitable[Viewer]]) -> None:
        super().__init__(media_type=f'{PARTS}; boundary="-"; deferSpec={SPEC}', headers={"Vary": "Accept"})
        del self.headers["Content-Length"]
        self._request, self._first, self._later, self._again = request, first, later, again

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ends = asyncio.get_running_loop().time() + limits.PARTS_SECONDS
        try:
            async with asyncio.timeout_at(ends + _LAST_SECONDS), aclosing(self._told(ends)) as parts:
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
                before = _BEGIN
                async for each in parts:
                    with timed(Phase.SHAPE):
                        body = before + _HEAD + orjson.dumps(each) + (_NEXT if each["hasNext"] else _END)
                    await send({"type": "http.response.body", "body": body, "more_body": each["hasNext"]})
                    before = b""
        except TimeoutError:
            closes(PartsTooSlow.code)  # whoever takes nothing is not waited for, and the server ends the connection
        except ClientGone as gone:
            closes(gone.code)
        finally:
            self._later.end()

    async def _told(self, ends: float) -> AsyncGenerator[_Told, None]:
        """Each part, until one is refused."""
        yield {**self._first, "hasNext": True}
        parts = self._later.parts
        for place, part in enumerate(parts):
            if self._request.app.state.ending.begun:
                ends = min(ends, asyncio.get_running_loop().time() + limits.PARTS_ENDING_SECONDS)
            try:
                async with asyncio.timeout_at(ends):
                    told = await unless_gone(self._request, self._part(place, part))
            except ClientGone:
                raise
            except TimeoutError:
                refused: ApiError = PartsTooSlow()
            except ApiError as error:
                refused = error
            except Exception as failure:
                structlog.get_logger().error("failed", **log.failure(failure))
                refused = Internal()
            else:
                yield {"incremental": [told], "hasNext": place + 1 < len(parts)}
                continue
            closes(refused.code)
            yield {"incremental": [_named(each) | {"data": None, "errors": refused.told} for each in parts[place:]], "hasNext": False}
            return

    async def _part(self, place: int, part: Part) -> _Told:
        """A part as it is now. An object that was not there at first is not asked for again."""
        viewer = await self._again()
        if watch := watched():
            watch.parts += 1
        if part.path and self._first["data"][part.path[0]] is None:
            return _named(part) | {"data": None}
        return _named(part) | await self._later.read(place, viewer)


def _named(part: Part) -> _Told:
    return {"path": list(part.path)} | ({"label": part.label} if part.label is not None else {})
