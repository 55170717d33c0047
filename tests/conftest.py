"""Fixtures that give a test each engine in turn.

    server      the running engine, as it is
    database    an open Database: migrated, and empty but for the reference data
    bare        an open Database with nothing in it at all, not even constraints
    statements  the statements that the test has run on `database`
    postgres    the PostgreSQL of this worker, for tests of the look-up log

A test that asks for one of them runs once an engine; `embedded` or `neo4j` as a mark keeps it to that one. Each worker
starts engines of its own, so a test has the whole graph to itself.
"""

import os
import re
from collections.abc import AsyncIterator, Iterator
from functools import cache
from typing import Any, Final

import pytest
import pytest_asyncio
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from graph.database import Database, Engine
from tests import postgres as clusters
from tests.databases import ENGINES, Server, Servers, missing_for_neo4j
from tests.maven import NotHere

ONLY: Final[dict[str, Engine]] = {"embedded": "arcadedb", "neo4j": "neo4j"}
ON_ENGINE: Final = re.compile(r"\[(?:.*-)?(arcadedb|neo4j)(?:-.*)?\]$")
NOT_TESTED: Final = "not tested on Neo4j: this machine lacks "
NOT_TESTED_ON_POSTGRESQL: Final = "not tested on PostgreSQL: this machine lacks "

# The same examples at every run, and however slow the machine is.
settings.register_profile("innsyn", deadline=None, derandomize=True, database=None)
settings.load_profile("innsyn")


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """The tests of a file on one engine go to one worker, for they share statements, which Neo4j plans once; what lasts longest goes first.

    `--dist loadgroup` does not group under pytest 9.2: https://github.com/pytest-dev/pytest-xdist/issues/1386
    """

    def _split_scope(self, nodeid: str) -> str:
        found, file = ON_ENGINE.search(nodeid), nodeid.partition("::")[0]
        return f"{found[1] if found else 'none'} {SHARES.get(file, file)}"

    def _assign_work_unit(self, node: Any) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=_turn), last=False)
        super()._assign_work_unit(node)


# Neo4j plans each new statement, about 0.1 s a kB, and these have the most text; the last starts many databases.
LONGEST: Final = (
    "neo4j tests/graph/test_against_reference.py",
    "neo4j tests/test_cases.py",
    "neo4j tests/graph/test_peers.py",
    "neo4j tests/graph/test_another.py",
    "neo4j tests/api/test_server.py",
    "neo4j tests/api/test_override.py",
    "none tests/graph/test_embedded.py",
)
SHARES: Final = {
    "tests/graph/test_no_leak.py": "tests/graph/test_against_reference.py",
    **dict.fromkeys(
        (f"tests/graph/test_{name}.py" for name in ("access", "preview", "questions", "reach", "who_can_see", "why")), "tests/test_cases.py"
    ),
    "tests/graph/test_hints.py": "tests/graph/test_reasons.py",
    "tests/api/test_usage.py": "tests/api/test_override.py",
    **dict.fromkeys((f"tests/audit/test_{name}.py" for name in ("receipt", "verify", "witness")), "tests/audit/test_log.py"),
}
"""A file that asks in the words of another, or needs the PostgreSQL that it starts, with which it goes."""
ENGINES_IN_TURN: Final = ("neo4j", "arcadedb", "none")


def _turn(scope: str) -> int:
    if scope in LONGEST:
        return LONGEST.index(scope)
    return len(LONGEST) + ENGINES_IN_TURN.index(scope.partition(" ")[0])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        only = {engine for mark, engine in ONLY.items() if metafunc.definition.get_closest_marker(mark)} or set(ENGINES)
        long = {"neo4j"} if metafunc.definition.get_closest_marker("long_to_plan") else set()
        engines = [_on(engine, long=engine in long) for engine in ENGINES if engine in only]
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if NOT_TESTED in str(report.longrepr)]
    if skipped:
        reason = str(skipped[0].longrepr).partition(NOT_TESTED)[2].split("')")[0]
        terminalreporter.section("NOT TESTED ON NEO4J", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"{len(skipped)} tests ran on the embedded database only: for Neo4j this machine lacks {reason}", red=True, bold=True
        )


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    missing = _missing() if found == "neo4j" else None
    if missing and os.environ.get("CI"):
        pytest.fail(NOT_TESTED + missing)
    if missing:
        pytest.skip(NOT_TESTED + missing)
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[clusters.PostgreSQL]:
    lacks = clusters.missing()
    if lacks and os.environ.get("CI"):
        pytest.fail(NOT_TESTED_ON_POSTGRESQL + lacks)
    if lacks:
        pytest.skip(NOT_TESTED_ON_POSTGRESQL + lacks)
    yield from clusters.running()


@pytest_asyncio.fixture(scope="session")
async def servers() -> AsyncIterator[Servers]:
    started = Servers()
    yield started
    await started.stop()


@pytest_asyncio.fixture
async def server(engine: Engine, servers: Servers) -> Server:
    try:
        return await servers.server(engine)
    except NotHere as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(NOT_TESTED + str(error))


@pytest_asyncio.fixture
async def database(server: Server) -> AsyncIterator[Database]:
    await server.migrate()
    await server.clear()
    before = server.database.on_statement
    yield server.database
    server.database.on_statement = before


@pytest_asyncio.fixture
async def bare(server: Server) -> Database:
    await server.wipe()
    return server.database


@pytest.fixture
def statements(database: Database) -> list[str]:
    seen: list[str] = []
    database.on_statement = seen.append
    return seen


@cache
def _missing() -> str | None:
    return missing_for_neo4j()


def _on(engine: Engine, *, long: bool) -> object:
    return pytest.param(engine, marks=[pytest.mark.database, *([pytest.mark.long] if long else [])], id=engine)
