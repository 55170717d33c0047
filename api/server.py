"""The HTTP server: GraphQL over POST, questions about the schema also over GET, GraphiQL in development, health."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from api import graphiql, http
from api.authzen import Decisions
from api.authzen.routes import routes as authzen
from api.compress import Compressed
from api.ending import Ending
from api.errors import ApiError, MethodNotAllowed, Unauthenticated
from api.gone import unless_gone
from api.lookups import Origin
from api.observe import Observation, Phase, closes, timed, watched
from api.parts import InParts
from api.serving import Serving
from api.trace import Masked, Traced
from auth.errors import TokenRefused
from auth.token import Tokens
from auth.viewer import Viewer
from graph.errors import GraphError, MigrationsDiffer
from graph.migrate import pending


def app(
    serving: Serving,
    *,
    tokens: Tokens,
    page: graphiql.Page | None = None,
    points: Iterable[str] = (),
    public: str | None = None,
    origins: Iterable[str] = (),
    compressed: bool = True,
    observation: Observation | None = None,
) -> Starlette:
    """The application over what is open. With a `page`, GET shows GraphiQL; `points` are the clients that are decision points, `public`
    is the server's address to others; pages of `origins` may ask from a browser; what is observed goes to `observation`."""
    face = _Face(tokens=tokens, page=page)
    decisions = Decisions(answers=serving.answers, points=frozenset(points))
    health = [Route("/health/live", _live), Route("/health/ready", _ready)]
    routes = [Route("/", face.root), Route("/graphql", face.graphql, methods=_ANY), *authzen(decisions, face.viewer, public), *health]
    assets = [Mount("/graphiql", graphiql.assets())] if page else []
    ending, seen = Ending(), observation or Observation()
    traced = Middleware(Traced, observation=seen, ending=ending)
    application = Starlette(routes=[*routes, *assets], middleware=[traced, *_middleware(tuple(origins), compressed=compressed)])
    application.state.serving, application.state.tokens, application.state.ending = serving, tokens, ending
    return application


def _middleware(origins: tuple[str, ...], *, compressed: bool) -> Iterator[Middleware]:
    """What every response passes beside, the outermost first. Without origins a browser keeps every answer from the pages of others."""
    if origins:
        yield Middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type", "Innsyn-Purpose", "Innsyn-Case", http.BOOKMARK, "X-Request-ID", "traceparent"),
            expose_headers=(http.BOOKMARK, "X-Request-ID", "WWW-Authenticate"),
        )
    yield Middleware(Masked)
    if compressed:
        yield Middleware(Compressed)


_ANY = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """GraphQL at one path."""

    tokens: Tokens
    page: graphiql.Page | None

    async def root(self, _: Request) -> Response:
        """Where to go from here."""
        return RedirectResponse("/graphql") if self.page else JSONResponse({"graphql": "/graphql", "health": "/health/ready"})

    async def graphql(self, request: Request) -> Response:
        """One operation, or the page to try them on."""
        if self.page and request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return self.page.response()
        try:
            return await self._answered(request)
        except ApiError as refused:
            closes(refused.code)
            return http.refused(request, refused)

    async def _answered(self, request: Request) -> Response:
        if request.method not in ("GET", "POST"):
            raise MethodNotAllowed(allows="GET, POST")
        http.require_http(request)
        viewer, media = await self.viewer(request), http.media(request)
        question = _serving(request).trusted.resolved(await http.question(request), viewer)
        origin = Origin(request=http.request_id(request))
        answer = _serving(request).answers.answered(question, viewer, origin)
        answered = await unless_gone(request, answer)
        if answered.later:
            return InParts(request, answered.body, answered.later, lambda: self.viewer(request))
        with timed(Phase.SHAPE):
            return http.answered(answered, media)

    async def viewer(self, request: Request) -> Viewer:
        """Whoever the token says, and why they ask."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthenticated
        try:
            with timed(Phase.TOKEN):
                bearer = await self.tokens.bearer(token.strip())
        except TokenRefused as refused:
            structlog.get_logger().info("token refused", reason=refused.reason)
            raise Unauthenticated from refused
        structlog.contextvars.bind_contextvars(viewer=bearer.kind.value)
        if watch := watched():
            watch.viewer = bearer.kind.value
        viewer = await _serving(request).answers.viewer(bearer)
        return replace(viewer, purpose=request.headers.get("innsyn-purpose") or None, case=request.headers.get("innsyn-case") or None)


async def _live(_: Request) -> Response:
    return JSONResponse({"status": "live"})


async def _ready(request: Request) -> Response:
    if request.app.state.ending.begun:
        return JSONResponse({"status": "ending"}, 503)
    serving = _serving(request)
    try:
        waits_for = "migrations" if await pending(serving.database) else None
    except MigrationsDiffer:
        waits_for = "migrations"
    except GraphError:
        waits_for = "database"
    problem = await serving.log.problem() if waits_for is None else None
    if problem:
        return JSONResponse({"status": "waiting", "for": "log", "code": problem}, 503)
    if waits_for is None and not request.app.state.tokens.ready:
        waits_for = "jwks"
    return JSONResponse({"status": "waiting", "for": waits_for}, 503) if waits_for else JSONResponse({"status": "ready"})


def _serving(request: Request) -> Serving:
    serving: Serving = request.app.state.serving
    return serving
