"""`innsyn serve` that believes a token it has verified once, counts no cost and watches nothing, to measure what these cost. Nothing but
the bench can start it.
"""

from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from api import server
from api.answers import Answers
from auth.token import Tokens
from auth.viewer import Bearer


class Unwatched:
    """In place of what traces a request."""

    def __init__(self, app: ASGIApp, **_: Any) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {})["id"] = "0" * 32
        await self._app(scope, receive, send)


_VERIFIED: dict[str, Bearer] = {}
_verify = Tokens.bearer


async def believed(self: Tokens, token: str) -> Bearer:
    """Whom the token stood for the first time."""
    if token not in _VERIFIED:
        _VERIFIED[token] = await _verify(self, token)
    return _VERIFIED[token]


def free(_: Answers, *__: Any) -> dict[str, int]:
    """What an operation costs that nobody counts."""
    return {}


if __name__ == "__main__":
    import cli

    Tokens.bearer = believed  # type: ignore[method-assign]
    Answers._charged = free  # type: ignore[assignment, method-assign]  # noqa: SLF001 - the bench alone
    server.Traced = Unwatched  # type: ignore[assignment, attr-defined]
    cli.main()
