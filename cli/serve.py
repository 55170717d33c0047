"""`innsyn serve`: the server, and with `--demo` all that it takes to try it."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

import settings
from cli.documents import answerable
from cli.refusal import Code, refusal
from settings import Settings, SettingsInvalid

if TYPE_CHECKING:
    from api.graphiql import Page
    from api.observe import Observation
    from api.serving import Serving
    from audit.log import Log
    from auth.development import DevelopmentIssuer
    from auth.rule import Rules
    from auth.trusted import Trusted
    from cli.documents import Answerable
    from graph.database import Database


def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    demo: Annotated[bool, typer.Option("--demo", help="Migrate, load the demo once and print tokens to try; development only.")] = False,
) -> None:
    """Answer GraphQL at /graphql until Ctrl-C. GraphiQL is there too in the development profile."""
    said = settings.load()
    if demo and not said.development:
        raise refusal(Code.SETTINGS_INVALID, "`--demo` prints tokens for anyone; set `INNSYN_PROFILE=development` to use it")
    trusted = _trusted(said)
    if not trusted and not said.development:
        typer.echo("serve: no token issuer is believed, so every request will be refused; name some with `INNSYN_ISSUERS`", err=True)
    rules = _rules(said)
    known = answerable(said, rules)
    with _listening(host, port) as listening:
        _run(said, known, trusted, listening, demo=demo)


def _trusted(said: Settings) -> "list[Trusted]":
    from auth.errors import IssuersInvalid
    from auth.trusted import read

    try:
        return read(said.issuers) if said.issuers else []
    except IssuersInvalid as wrong:
        raise SettingsInvalid(str(wrong)) from None


def _rules(said: Settings) -> "Rules":
    from cli.choices import chosen, told

    found = chosen(said)
    typer.echo(told(said, found), err=True)
    return found


def _run(said: Settings, known: "Answerable", trusted: "list[Trusted]", listening: socket.socket, *, demo: bool) -> None:
    from api import log
    from api.running import new_loop

    log.configure()
    typer.echo("starting …", err=True)
    try:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            runner.run(_serve(said, known, trusted, listening, demo=demo))
    except KeyboardInterrupt:
        pass
    typer.echo("ended", err=True)


async def _serve(said: Settings, known: "Answerable", trusted: "list[Trusted]", listening: socket.socket, *, demo: bool) -> None:
    from api.running import run
    from api.server import app
    from api.trusted import Mode
    from auth.trusted import believed

    issuer = _issuer(said)
    own = [issuer.issuer] if issuer else []
    async with (
        _observed(said, known.plans.rules) as observation,
        _serving(said, known, observation, demo=demo) as serving,
        believed(trusted, own) as tokens,
    ):
        public = said.public_url or (_origin(listening) if said.development else None)
        face = app(
            serving,
            tokens=tokens,
            page=_page(issuer, demo=demo),
            points=said.decision_points,
            public=public,
            origins=said.cors_origins,
            compressed=said.compression,
            observation=observation,
        )
        told = _welcome(issuer, _url(listening), demo=demo, only=known.trusted.mode is Mode.ONLY)
        await run(face, listening, drain=said.drain, on_started=lambda: typer.echo(told))


@asynccontextmanager
async def _observed(said: Settings, rules: "Rules") -> AsyncIterator["Observation"]:
    """Where what operators see goes: metrics to an address of their own, spans to where the variables of OpenTelemetry say."""
    from api.observe import Metrics, Observation
    from api.observe.metrics import shown
    from api.observe.traces import address, sent
    from api.observe.traces import shown as named

    try:
        spans = address(os.environ)
    except ValueError as wrong:
        raise SettingsInvalid(str(wrong)) from None
    observation = Observation(metrics=Metrics() if said.metrics else None)
    with ExitStack() as stack:
        if said.metrics and observation.metrics:
            observation.metrics.info(rules.version)
            observation.metrics.says("innsyn_requests_under_way", "Requests that are being answered.", lambda: observation.under_way)
            host, port = said.metrics
            try:
                stack.enter_context(shown(observation.metrics, host, port))
            except OSError as error:
                raise refusal(
                    Code.ADDRESS_UNUSABLE,
                    f"cannot show metrics at {said.metrics_address}: {_why(error)}; write another `INNSYN_METRICS_ADDRESS`",
                ) from None
            typer.echo(f"metrics are shown at http://{said.metrics_address}/metrics", err=True)
        observation.traces = stack.enter_context(sent(spans, os.environ))
        if spans:
            typer.echo(f"spans are sent to {named(spans)}", err=True)
        yield observation


@asynccontextmanager
async def _serving(said: Settings, known: "Answerable", observation: "Observation", *, demo: bool) -> AsyncIterator["Serving"]:
    from api.answers import now
    from api.budgets import Budgets
    from api.releases import releasing
    from api.serving import cursors, pseudonyms, reasons, serving
    from audit import log
    from cli.address import given, limited, logged
    from graph.database import connect, reached

    memory = said.embedded_memory or ""
    async with reached(given(said), data_dir=said.data_dir, development=said.development, attach=False, memory=memory) as address:
        if demo:
            from audit.migrate import migrate
            from cli.demo import prepare
            from graph.alone import alone

            with alone(said.data_dir):
                await asyncio.to_thread(migrate, logged(said))
                await prepare(said, address)
        async with (
            log.opened(logged(said), limit=limited(said)) as kept,
            connect(address, data_dir=said.data_dir, development=said.development) as database,
            _counted(observation, database, kept),
            serving(
                database,
                log=kept,
                rules=known.plans.rules,
                sealed=cursors(said.data_dir, said.cursor_key),
                reasons=reasons(said.data_dir, said.reason_key),
                pseudonyms=pseudonyms(said.data_dir, said.pseudonym_key),
                most_overrides=said.overrides,
                most_refusals=said.refusals,
                plans=known.plans,
                trusted=known.trusted,
                least=said.least,
                budgets=Budgets(cost=said.budgets, new=said.budget_new),
            ) as opened,
            releasing(database, logged(said), now),
        ):
            yield opened


@asynccontextmanager
async def _counted(observation: "Observation", database: "Database", log: "Log") -> AsyncIterator[None]:
    """What is open, by how much of it is in use."""
    from graph.database import CONNECTIONS

    if metrics := observation.metrics:
        log.on_commit = metrics.committed
        metrics.says("innsyn_database_statements_under_way", "Statements that have or wait for a connection.", lambda: database.under_way)
        metrics.says("innsyn_database_connections_most", "Connections to the database at once, at most.", lambda: CONNECTIONS)
        metrics.says("innsyn_log_waiting", "Intents and outcomes that wait to be written to the look-up log.", lambda: log.waiting)
    yield


def _issuer(said: Settings) -> "DevelopmentIssuer | None":
    from auth.development import DevelopmentIssuer

    return DevelopmentIssuer.of(said.data_dir) if said.development else None


def _page(issuer: "DevelopmentIssuer | None", *, demo: bool) -> "Page | None":
    from api.graphiql import Page, Tab
    from cli.demo import page

    if issuer is None:
        return None
    hint = {"Authorization": "Bearer (what `innsyn token employee:IDENT` prints)", "Innsyn-Purpose": "FOLLOW_UP"}
    return page(issuer) if demo else Page(tabs=[Tab(query="{\n  viewer {\n    kind\n    name\n  }\n}\n", headers=hint)])


def _welcome(issuer: "DevelopmentIssuer | None", url: str, *, demo: bool, only: bool) -> str:
    from cli.demo import welcome

    return welcome(issuer, url, only=only) if demo and issuer else f"innsyn answers at {url}; Ctrl-C ends it"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise refusal(Code.ADDRESS_UNUSABLE, f"cannot listen on {host}:{port}: {_why(error)}; end what does, or {_another()}") from None


def _why(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno and error.errno > 0 else "unknown address"


def _another() -> str:
    # make tells what it runs how deep it is; it passes a port on, and no host.
    return "write another port after `make run PORT=`" if "MAKELEVEL" in os.environ else "write another `--port` or `--host`"


def _url(listening: socket.socket) -> str:
    return f"{_origin(listening)}/graphql"


def _origin(listening: socket.socket) -> str:
    host, port, *_ = listening.getsockname()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
