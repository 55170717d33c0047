"""The one wrapper over the driver: rows, retries, bookmarks, and errors that tell no value."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from neo4j import exceptions as theirs

from graph import errors
from graph.database import BY_CODE, BY_TYPE, Address, Database, Transaction, logs_parameters, mapped, name_of
from tests.databases import Server, free_port

SECRET = "13841299999"

CODES = {
    "Neo.ClientError.Cluster.NotALeader": "WRITE_REFUSED",
    "Neo.ClientError.Database.DatabaseNotFound": "DATABASE_NOT_FOUND",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "WRITE_REFUSED",
    "Neo.ClientError.General.TransactionOutOfMemoryError": "MEMORY_SPENT",
    "Neo.ClientError.Schema.ConstraintValidationFailed": "CONSTRAINT_VIOLATED",
    "Neo.ClientError.Security.Forbidden": "PERMISSION_REFUSED",
    "Neo.ClientError.Statement.AccessMode": "WRITE_REFUSED",
    "Neo.ClientError.Statement.ParameterMissing": "STATEMENT_INVALID",
    "Neo.ClientError.Statement.SemanticError": "STATEMENT_INVALID",
    "Neo.ClientError.Statement.SyntaxError": "STATEMENT_INVALID",
    "Neo.ClientError.Transaction.InvalidBookmark": "STALE_READER",
    "Neo.ClientError.Transaction.TransactionTimedOut": "DATABASE_TIMEOUT",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": "DATABASE_TIMEOUT",
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": "CONSTRAINT_VIOLATED",
    "Neo.TransientError.General.DatabaseUnavailable": "DATABASE_UNAVAILABLE",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": "MEMORY_SPENT",
    "Neo.TransientError.General.OutOfMemoryError": "MEMORY_SPENT",
    "Neo.TransientError.General.StackOverFlowError": "MEMORY_SPENT",
    "Neo.TransientError.General.TransactionMemoryLimit": "MEMORY_SPENT",
    "Neo.TransientError.Transaction.BookmarkTimeout": "STALE_READER",
    "Neo.ClientError.Security.Unauthorized": "AUTHENTICATION_FAILED",
    "Neo.ClientError.Statement.ArithmeticError": "STATEMENT_FAILED",
    "Neo.DatabaseError.General.UnknownError": "STATEMENT_FAILED",
    "Neo.TransientError.Transaction.DeadlockDetected": "CONFLICT_PERSISTED",
}

TYPES: list[tuple[Exception, str]] = [
    (TimeoutError(), "DATABASE_TIMEOUT"),
    (ConnectionResetError(), "DATABASE_UNAVAILABLE"),
    (theirs.Forbidden(), "PERMISSION_REFUSED"),
    (theirs.AuthError(), "AUTHENTICATION_FAILED"),
    (theirs.TokenExpired(), "AUTHENTICATION_FAILED"),
    (theirs.ConstraintError(), "CONSTRAINT_VIOLATED"),
    (theirs.CypherSyntaxError(), "STATEMENT_INVALID"),
    (theirs.TransientError(), "CONFLICT_PERSISTED"),
    (theirs.ServiceUnavailable(), "DATABASE_UNAVAILABLE"),
    (theirs.RoutingServiceUnavailable(), "DATABASE_UNAVAILABLE"),
    (theirs.SessionExpired(), "DATABASE_UNAVAILABLE"),
    (theirs.ConnectionAcquisitionTimeoutError(), "DATABASE_UNAVAILABLE"),
    (theirs.ConfigurationError(), "DATABASE_ADDRESS_INVALID"),
    (theirs.ResultNotSingleError(None, "none"), "STATEMENT_FAILED"),
    (theirs.ClientError(), "STATEMENT_FAILED"),
    (TypeError(), "PARAMETER_UNSUPPORTED"),
    (ValueError(), "PARAMETER_UNSUPPORTED"),
    (OverflowError(), "PARAMETER_UNSUPPORTED"),
]

FAILING: list[tuple[str, dict[str, Any], str]] = [
    ("RETURN $value / 0 AS none", {"value": int(SECRET)}, "STATEMENT_FAILED"),
    ("RETURN $given AS given", {"value": SECRET}, "STATEMENT_INVALID"),
    ("RETURN nothing", {"value": SECRET}, "STATEMENT_INVALID"),
    ("SELECT 1", {"value": SECRET}, "STATEMENT_INVALID"),
    ("RETURN $value AS given", {"value": int(SECRET) ** 3}, "PARAMETER_UNSUPPORTED"),
    ("RETURN $value AS unknown", {"value": {SECRET: object()}}, "PARAMETER_UNSUPPORTED"),
]


def server_said(code: str) -> theirs.Neo4jError:
    return theirs.Neo4jError._hydrate_neo4j(code=code, message=f"it was {SECRET}")


@pytest.mark.parametrize(("code", "ours"), CODES.items())
def test_each_code_of_the_database_has_one_of_ours(code: str, ours: str) -> None:
    assert mapped(server_said(code)).code == ours


@pytest.mark.parametrize(("error", "ours"), TYPES, ids=lambda each: type(each).__name__)
def test_each_error_of_the_driver_has_one_of_ours(error: Exception, ours: str) -> None:
    assert mapped(error).code == ours


def test_every_mapping_stands_in_the_tables_above() -> None:
    assert set(BY_CODE) <= set(CODES)
    assert all(any(isinstance(error, kind) for error, _ in TYPES) for kind, _ in BY_TYPE)


def test_each_error_has_a_code_of_its_own() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.GraphError)]
    assert len({kind.code for kind in kinds}) == len(kinds)


def test_an_error_names_statement_and_code_and_no_value() -> None:
    told = str(mapped(server_said("Neo.ClientError.Schema.ConstraintValidationFailed"), statement="load-nodes"))
    assert told == "a constraint forbids this write in `load-nodes` (Neo.ClientError.Schema.ConstraintValidationFailed)"


def test_in_development_an_error_quotes_the_database() -> None:
    assert SECRET in str(mapped(server_said("Neo.ClientError.Statement.SyntaxError"), development=True))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("// person-360: one person\nMATCH (p)", "person-360"),
        ("\n// query Person360 and more\nMATCH (p)", "query Person360 and more"),
        ("MATCH (p:Person {id: 'p-1'}) RETURN p", "MATCH p Person"),
    ],
)
def test_a_statement_is_named_by_its_first_comment(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("enabled", "parameters", "logged"),
    [("VERBOSE", "true", True), ("INFO", "true", True), ("OFF", "true", False), ("VERBOSE", "false", False), (None, None, False)],
)
def test_a_query_log_with_parameters_is_known(enabled: str | None, parameters: str | None, logged: bool) -> None:
    settings = {"db.logs.query.enabled": enabled, "db.logs.query.parameter_logging_enabled": parameters}
    assert logs_parameters({name: value for name, value in settings.items() if value}) is logged


async def test_rows_are_maps_in_order(database: Database) -> None:
    rows = await database.read("UNWIND [2, 1] AS n RETURN n AS n, $list AS list, {a: null} AS map ORDER BY n", {"list": [date(2026, 1, 1)]})
    assert [row["n"] for row in rows] == [1, 2]
    assert rows[0]["map"] == {"a": None}
    assert rows[0]["list"][0].to_native() == date(2026, 1, 1)


async def test_the_engine_is_known(database: Database, engine: str) -> None:
    assert database.engine == engine


async def test_what_is_written_is_read(database: Database) -> None:
    assert await database.write("CREATE (node:Made {id: $id}) RETURN node.id AS id", {"id": "m-1"}) == [{"id": "m-1"}]
    assert await database.read("MATCH (node:Made) RETURN count(node) AS n") == [{"n": 1}]


async def test_writes_together_are_all_or_none(database: Database) -> None:
    with pytest.raises(errors.StatementFailed):
        await database.write_all([("CREATE (:Made {id: 'm-1'})", {}), ("RETURN 1 / 0 AS none", {})])
    assert await database.read("MATCH (node:Made) RETURN count(node) AS n") == [{"n": 0}]


async def test_a_transaction_reads_what_it_wrote(database: Database) -> None:
    async def work(transaction: Transaction) -> int:
        await transaction.run("CREATE (:Made {id: 'm-1'})")
        return len(await transaction.run("MATCH (node:Made) RETURN node.id AS id"))

    assert await database.transact(work) == 1


async def test_conflicting_writes_are_tried_again(database: Database) -> None:
    await database.write("CREATE (:Made {id: 'm-1', n: 0})")
    add = "MATCH (node:Made {id: 'm-1'}) SET node.n = node.n + 1 RETURN node.n AS n"
    await asyncio.gather(*(database.write(add) for _ in range(20)))
    assert await database.read("MATCH (node:Made) RETURN node.n AS n") == [{"n": 20}]


async def test_a_duplicate_id_violates_a_constraint(database: Database) -> None:
    await database.write("CREATE (:Person:Entity {id: $id})", {"id": SECRET})
    with pytest.raises(errors.ConstraintViolated) as raised:
        await quiet(database).write("CREATE (:Case:Entity {id: $id})", {"id": SECRET})
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize(("text", "parameters", "code"), FAILING, ids=[text for text, _, _ in FAILING])
async def test_a_failure_tells_no_value(database: Database, text: str, parameters: dict[str, Any], code: str) -> None:
    with pytest.raises(errors.StatementFailed) as raised:
        await quiet(database).read(text, parameters)
    assert raised.value.code == code
    assert SECRET not in str(raised.value)


async def test_a_failure_carries_no_error_of_the_driver(database: Database) -> None:
    with pytest.raises(errors.StatementFailed) as raised:
        await database.read("RETURN 1 / 0 AS none")
    assert raised.value.__context__ is None
    assert raised.value.__cause__ is None


async def test_nothing_of_a_statement_reaches_the_log(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for text, parameters, _ in FAILING:
        with pytest.raises(errors.StatementFailed):
            await database.read(text, parameters)
    assert SECRET not in caplog.text


SLOW = "// slow\nUNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH '// slow' RETURN count(*) AS n"


async def test_a_slow_statement_ends_in_time(database: Database) -> None:
    # Neo4j looks at the clock every two seconds.
    with pytest.raises(errors.DatabaseTimeout):
        await database.read(SLOW, seconds=0.2)
    assert await database.ready()
    async with asyncio.timeout(30):
        await _count(database, RUNNING, lambda running: running == 0)


async def test_a_read_that_nobody_waits_for_ends_in_the_database_too(database: Database) -> None:
    reading = asyncio.create_task(database.read(SLOW))
    async with asyncio.timeout(30):
        await _count(database, RUNNING, lambda running: running > 0)
        reading.cancel()
        await _count(database, RUNNING, lambda running: running == 0)


async def test_a_transaction_that_nobody_waits_for_ends_in_the_database_too(database: Database) -> None:
    writing = asyncio.create_task(database.write(SLOW))
    async with asyncio.timeout(30):
        await _count(database, RUNNING, lambda running: running > 0)
        writing.cancel()
        await _count(database, RUNNING, lambda running: running == 0)


async def test_what_others_read_meanwhile_goes_on(database: Database) -> None:
    gone, kept = asyncio.create_task(database.read(SLOW)), asyncio.create_task(database.read(SLOW))
    async with asyncio.timeout(30):
        await _count(database, RUNNING, lambda running: running == 2)
        gone.cancel()
        await _count(database, RUNNING, lambda running: running == 1)
        await asyncio.sleep(0.5)
        assert not kept.done()
        kept.cancel()
        await _count(database, RUNNING, lambda running: running == 0)


async def _count(database: Database, text: str, wanted: Callable[[int], bool]) -> None:
    for _ in range(1_000):
        if wanted((await database.read(text))[0]["n"]):
            return
        await asyncio.sleep(0.02)


@pytest.mark.embedded
async def test_what_needs_too_much_memory_is_told_as_such_and_not_tried_again(database: Database, statements: list[str]) -> None:
    with pytest.raises(errors.MemorySpent) as raised:
        await database.read("UNWIND range(1, 20000) AS n RETURN size(collect(range(1, 5000))) AS n")
    assert "ask for less at once" in str(raised.value)
    assert len(statements) == 1


def test_memory_that_others_hold_is_no_conflict_of_writes() -> None:
    words = "Query heap budget exceeded: the queries running now hold it. Retry once they complete"
    held = theirs.Neo4jError._hydrate_neo4j(code="Neo.TransientError.Transaction.DeadlockDetected", message=words)
    assert mapped(held).code == "MEMORY_SPENT"


@pytest.mark.neo4j
async def test_a_read_never_writes(database: Database) -> None:
    with pytest.raises(errors.WriteRefused):
        await database.read("CREATE (:Made {id: 'm-1'})")


@pytest.mark.neo4j
async def test_an_unknown_bookmark_is_a_stale_reader(database: Database) -> None:
    with pytest.raises(errors.StaleReader):
        await database.read("RETURN 1 AS one", after=["nonsense"])


async def test_a_reader_elsewhere_waits_for_our_writes(database: Database, server: Server) -> None:
    await database.write("CREATE (:Made {id: 'm-1'})")
    async with server.address.opened() as other:
        rows = await other.read("MATCH (node:Made) RETURN count(node) AS n", after=await database.bookmarks())
    assert rows == [{"n": 1}]


async def test_each_statement_is_counted(database: Database, statements: list[str]) -> None:
    await database.read("RETURN 1 AS one")
    await database.write_all([("RETURN 2 AS two", {}), ("RETURN 3 AS three", {})])
    assert statements == ["RETURN 1 AS one", "RETURN 2 AS two", "RETURN 3 AS three"]


async def test_an_open_database_is_ready_and_logs_no_parameters(database: Database) -> None:
    assert await database.ready()
    assert not await database.logs_parameters()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"password": "wrong"}, "AUTHENTICATION_FAILED"),
        ({"database": "elsewhere"}, "DATABASE_NOT_FOUND"),
        ({"uri": f"bolt://127.0.0.1:{free_port()}"}, "DATABASE_UNAVAILABLE"),
    ],
)
async def test_a_wrong_address_fails_when_opened(server: Server, change: dict[str, str], code: str) -> None:
    with pytest.raises(errors.DatabaseError) as raised:
        async with replace(server.address, **change).opened():
            pass
    assert raised.value.code == code


@pytest.mark.parametrize("uri", ["", "neo4j", "http://localhost:7474", "bolt://", "bolt://host:port"])
async def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(errors.AddressInvalid):
        await Database.open(uri, "neo4j", "secret")


async def test_a_database_that_is_gone_is_not_ready(server: Server) -> None:
    async with server.address.opened() as other:
        pass
    assert not await other.ready()


def test_an_address_prints_without_its_password() -> None:
    assert SECRET not in repr(Address(uri="bolt://127.0.0.1:7687", user="neo4j", password=SECRET))


def quiet(database: Database) -> Database:
    """The same database as production opens it: errors without the database's sentences."""
    return Database(database._driver, database.name, database.engine)
