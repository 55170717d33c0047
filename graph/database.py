"""One open database behind one driver. The driver's errors end here, as errors of ours that name no value."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, Self, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionPoolError,
    ConstraintError,
    CypherSyntaxError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph import embedded, errors
from graph.abandoned import Abandoned

Engine = Literal["neo4j", "arcadedb"]
Row = dict[str, Any]
Parameters = Mapping[str, Any]
OnStatement = Callable[[str], None]
Result = TypeVar("Result")

STATEMENT_SECONDS: Final = 120.0
# Our own clock ends what the database does not: ArcadeDB ignores the limit that a statement carries, and is told when it is over.
GRACE_SECONDS: Final = 2.0
WRITE_RETRY_SECONDS: Final = 30.0
CONNECTIONS: Final = 100
"""Connections to one database at once, at most; who comes then waits for one, five seconds long."""
READ_WAITS: Final = (0.05, 0.2, 0.8)
SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

QUERY_LOG: Final = """\
// query-log: whether parameters are written to it
SHOW SETTINGS YIELD name AS name, value AS value
WHERE name STARTS WITH 'db.logs.query.'
RETURN name, value
"""

# The driver logs parameters at DEBUG, and at WARNING the database's sentences, which quote values.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


class Transaction:
    """An open transaction of `Database.transact`."""

    __slots__ = ("_database", "_transaction")

    def __init__(self, database: "Database", transaction: neo4j.AsyncManagedTransaction) -> None:
        self._database = database
        self._transaction = transaction

    async def run(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """The rows of one statement, all of them."""
        self._database.on_statement(text)
        return await _rows(await self._transaction.run(text, dict(parameters or {})))


class Database:
    """One database, either engine. Rows are maps; nodes, relationships and dates in them are the driver's."""

    def __init__(
        self, driver: neo4j.AsyncDriver, name: str, engine: Engine, *, development: bool = False, on_statement: OnStatement | None = None
    ) -> None:
        self.name = name
        self.engine: Final[Engine] = engine
        self.on_statement: OnStatement = on_statement or _ignore
        self.under_way = 0
        """Statements and transactions that have begun and not ended; each has or waits for a connection."""
        self._driver = driver
        self._development = development
        self._bookmarks = neo4j.AsyncGraphDatabase.bookmark_manager()
        self._abandoned = Abandoned(lambda: self._session(neo4j.READ_ACCESS))

    @classmethod
    async def open(
        cls,
        uri: str,
        user: str,
        password: str,
        database: str = "neo4j",
        *,
        development: bool = False,
        on_statement: OnStatement | None = None,
    ) -> Self:
        """Connect and ask once, so that a wrong address, password or database name fails here.

        `development` lets errors quote the database's sentences, and turns its warnings into Python warnings.
        """
        driver = _driver(uri, user, password, development=development)
        try:
            engine = await _guarded(_engine(driver, database), statement="open", seconds=STATEMENT_SECONDS, development=development)
        except BaseException:
            await driver.close()
            raise
        return cls(driver, database, engine, development=development, on_statement=on_statement)

    async def read(
        self, text: str, parameters: Parameters | None = None, *, seconds: float = STATEMENT_SECONDS, after: Iterable[str] = ()
    ) -> list[Row]:
        """The rows of one reading statement, seen after our own writes and after the bookmarks `after`."""
        work = self._read_retried(text, parameters or {}, seconds, tuple(after))
        return await self._guarded(work, text, seconds)

    async def write(self, text: str, parameters: Parameters | None = None, *, seconds: float = STATEMENT_SECONDS) -> list[Row]:
        """The rows of one writing statement, committed; conflicts are tried again."""
        return (await self.write_all([(text, parameters or {})], seconds=seconds))[0]

    async def write_all(self, statements: Iterable[tuple[str, Parameters]], *, seconds: float = STATEMENT_SECONDS) -> list[list[Row]]:
        """The rows of each statement, all committed together or none."""
        kept = list(statements)

        async def work(transaction: Transaction) -> list[list[Row]]:
            return [await transaction.run(text, parameters) for text, parameters in kept]

        return await self.transact(work, name=kept[0][0] if kept else "write", seconds=seconds)

    async def transact(
        self,
        work: Callable[[Transaction], Awaitable[Result]],
        *,
        name: str = "transaction",
        seconds: float = STATEMENT_SECONDS,
        after: Iterable[str] = (),
    ) -> Result:
        """What `work` returns, committed, seen after the bookmarks `after`. A conflict runs `work` again from its start, so it must do
        nothing else."""

        @neo4j.unit_of_work(timeout=seconds)
        async def managed(transaction: neo4j.AsyncManagedTransaction) -> Result:
            return await work(Transaction(self, transaction))

        async def written() -> Result:
            async with self._session(neo4j.WRITE_ACCESS, tuple(after)) as session:
                return await self._watched(session, session.execute_write(managed))

        return await self._guarded(written(), name, seconds + WRITE_RETRY_SECONDS)

    async def bookmarks(self) -> list[str]:
        """What another process passes as `after` to see all that this one has written."""
        return sorted(await self._bookmarks.get_bookmarks())

    async def ready(self) -> bool:
        """Whether the database answers now."""
        try:
            await self._guarded(self._read_once("RETURN 1 AS one", {}, GRACE_SECONDS, ()), "ready", GRACE_SECONDS)
        except errors.DatabaseError:
            return False
        return True

    async def logs_parameters(self) -> bool:
        """Whether the database is known to write parameters to its query log. One that will not tell is trusted."""
        if self.engine == "arcadedb":
            return False
        try:
            rows = await self.read(QUERY_LOG)
        except errors.DatabaseError:
            return False
        return logs_parameters({row["name"]: str(row["value"]) for row in rows})

    async def close(self) -> None:
        """Give back every connection."""
        await self._abandoned.finish()
        await self._driver.close()

    def _session(self, access: str, after: tuple[str, ...] = ()) -> neo4j.AsyncSession:
        bookmarks = neo4j.Bookmarks.from_raw_values(after) if after else None
        return self._driver.session(database=self.name, default_access_mode=access, bookmarks=bookmarks, bookmark_manager=self._bookmarks)

    async def _read_retried(self, text: str, parameters: Parameters, seconds: float, after: tuple[str, ...]) -> list[Row]:
        for wait in READ_WAITS:
            try:
                return await self._read_once(text, parameters, seconds, after)
            except (Neo4jError, DriverError) as error:
                # The database has waited for the bookmark already; and what needs too much memory needs it again.
                if not error.is_retryable() or _kind(error) in (errors.StaleReader, errors.MemorySpent):
                    raise
            await asyncio.sleep(wait)
        return await self._read_once(text, parameters, seconds, after)

    async def _read_once(self, text: str, parameters: Parameters, seconds: float, after: tuple[str, ...]) -> list[Row]:
        # One round trip; a managed transaction takes three, 0.2 to 0.4 ms more of a statement of 1 ms.
        self.on_statement(text)
        async with self._session(neo4j.READ_ACCESS, after) as session:
            return await self._watched(session, _run(session, neo4j.Query(text, timeout=seconds), parameters))

    async def _watched(self, session: neo4j.AsyncSession, work: Coroutine[Any, Any, Result]) -> Result:
        return await (self._abandoned.watched(session, work) if self.engine == "arcadedb" else work)

    async def _guarded(self, work: Awaitable[Result], text: str, seconds: float) -> Result:
        self.under_way += 1
        try:
            return await _guarded(work, statement=name_of(text), seconds=seconds, development=self._development)
        finally:
            self.under_way -= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a database answers, and to whom."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"

    @asynccontextmanager
    async def opened(self, *, development: bool = False, on_statement: OnStatement | None = None) -> AsyncIterator[Database]:
        """The database there, for the length of the block."""
        held = await Database.open(self.uri, self.user, self.password, self.database, development=development, on_statement=on_statement)
        try:
            yield held
        finally:
            await held.close()


@asynccontextmanager
async def reached(
    given: Address | None, *, data_dir: Path, development: bool = False, attach: bool = True, memory: str = ""
) -> AsyncIterator[Address]:
    """The address `given`, or without one that of the embedded database over `data_dir`, which runs for the length of the block.

    With `attach` an embedded database that another process owns will do too; a server says False, for it would lose it
    when that one ends. One in the background (`innsyn db start`) always will do.
    """
    if given:
        yield given
        return
    options = embedded.Options(attach=attach, development=development, memory=memory)
    async with embedded.served(data_dir, options) as local:
        yield Address(uri=local.uri, user=local.user, password=local.password, database=local.database)


@asynccontextmanager
async def connect(
    given: Address | None,
    *,
    data_dir: Path,
    development: bool = False,
    attach: bool = True,
    memory: str = "",
    on_statement: OnStatement | None = None,
) -> AsyncIterator[Database]:
    """An open database on either engine, as `reached` finds it; refused where it is known to log parameters."""
    async with (
        reached(given, data_dir=data_dir, development=development, attach=attach, memory=memory) as address,
        address.opened(development=development, on_statement=on_statement) as database,
    ):
        if await database.logs_parameters():
            raise errors.ParametersLogged
        yield database


def logs_parameters(settings: Mapping[str, str]) -> bool:
    """Whether Neo4j with these settings writes parameters to its query log."""
    enabled = settings.get("db.logs.query.enabled", "OFF")
    return enabled != "OFF" and settings.get("db.logs.query.parameter_logging_enabled") == "true"


def name_of(text: str) -> str:
    """A statement's name: what its first line's comment says, to the colon; else its first words."""
    first = text.strip().partition("\n")[0]
    named = re.match(r"//\s*([\w.-]+(?: [\w.-]+){0,3})", first)
    return named[1] if named else " ".join(re.findall(r"[A-Za-z]+", first)[:3])


def mapped(error: Exception, *, statement: str | None = None, development: bool = False) -> errors.DatabaseError:
    """Our error for one of the driver's."""
    kind = _kind(error)
    detail = (getattr(error, "message", None) or str(error)) if development else None
    return kind(statement=statement, reason=_reason(error), detail=detail)


BY_CODE: Final[Mapping[str, type[errors.DatabaseError]]] = {
    "Neo.ClientError.Cluster.NotALeader": errors.WriteRefused,
    "Neo.ClientError.Database.DatabaseNotFound": errors.DatabaseNotFound,
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": errors.WriteRefused,
    "Neo.ClientError.General.TransactionOutOfMemoryError": errors.MemorySpent,
    "Neo.ClientError.Schema.ConstraintValidationFailed": errors.ConstraintViolated,
    "Neo.ClientError.Security.Forbidden": errors.PermissionRefused,
    "Neo.ClientError.Statement.AccessMode": errors.WriteRefused,
    "Neo.ClientError.Statement.ParameterMissing": errors.StatementInvalid,
    "Neo.ClientError.Statement.SemanticError": errors.StatementInvalid,
    "Neo.ClientError.Statement.SyntaxError": errors.StatementInvalid,
    "Neo.ClientError.Transaction.InvalidBookmark": errors.StaleReader,
    "Neo.ClientError.Transaction.TransactionTimedOut": errors.DatabaseTimeout,
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": errors.DatabaseTimeout,
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": errors.ConstraintViolated,
    "Neo.TransientError.General.DatabaseUnavailable": errors.DatabaseUnavailable,
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": errors.MemorySpent,
    "Neo.TransientError.General.OutOfMemoryError": errors.MemorySpent,
    "Neo.TransientError.General.StackOverFlowError": errors.MemorySpent,
    "Neo.TransientError.General.TransactionMemoryLimit": errors.MemorySpent,
    "Neo.TransientError.Transaction.BookmarkTimeout": errors.StaleReader,
}

# ArcadeDB tells it in words alone: its code is that of a conflict, or of any failure.
MEMORY_WORDS: Final = ("Query heap budget exceeded", "Limit of allowed elements")

BY_TYPE: Final[tuple[tuple[type[Exception], type[errors.DatabaseError]], ...]] = (
    (TimeoutError, errors.DatabaseTimeout),
    (Forbidden, errors.PermissionRefused),
    (AuthError, errors.AuthenticationFailed),
    (ConstraintError, errors.ConstraintViolated),
    (CypherSyntaxError, errors.StatementInvalid),
    (TransientError, errors.ConflictPersisted),
    (ServiceUnavailable, errors.DatabaseUnavailable),
    (SessionExpired, errors.DatabaseUnavailable),
    (ConnectionPoolError, errors.DatabaseUnavailable),
    (OSError, errors.DatabaseUnavailable),
    (ConfigurationError, errors.AddressInvalid),
    (Neo4jError, errors.StatementFailed),
    (DriverError, errors.StatementFailed),
    (TypeError, errors.ParameterUnsupported),
    (ValueError, errors.ParameterUnsupported),
    (OverflowError, errors.ParameterUnsupported),
)


def _kind(error: Exception) -> type[errors.DatabaseError]:
    if isinstance(error, Neo4jError) and (error.message or "").startswith(MEMORY_WORDS):
        return errors.MemorySpent
    by_code = BY_CODE.get(_reason(error))
    return by_code or next((ours for theirs, ours in BY_TYPE if isinstance(error, theirs)), errors.DatabaseError)


def _reason(error: Exception) -> str:
    code = error.code if isinstance(error, Neo4jError) else None
    return code or type(error).__name__


async def _guarded(work: Awaitable[Result], *, statement: str, seconds: float, development: bool) -> Result:
    # Raised outside of the handler: our error must not carry the driver's, which quotes values, as its context.
    try:
        async with asyncio.timeout(seconds + GRACE_SECONDS):
            return await work
    except tuple(theirs for theirs, _ in BY_TYPE) as error:
        failure = mapped(error, statement=statement, development=development)
    raise failure


async def _run(session: neo4j.AsyncSession, query: neo4j.Query, parameters: Parameters) -> list[Row]:
    return await _rows(await session.run(query, dict(parameters)))


async def _rows(result: neo4j.AsyncResult) -> list[Row]:
    eager = await result.to_eager_result()
    return [dict(zip(eager.keys, record.values(), strict=True)) for record in eager.records]


async def _engine(driver: neo4j.AsyncDriver, database: str) -> Engine:
    async with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        summary = await (await session.run("RETURN 1 AS one")).consume()
    return "arcadedb" if "ArcadeDB" in summary.server.agent else "neo4j"


def _driver(uri: str, user: str, password: str, *, development: bool) -> neo4j.AsyncDriver:
    if not _is_address(uri):
        raise errors.AddressInvalid
    seen = neo4j.NotificationMinimumSeverity.WARNING if development else neo4j.NotificationMinimumSeverity.OFF
    try:
        return neo4j.AsyncGraphDatabase.driver(
            uri,
            auth=(user, password),
            user_agent="innsyn",
            telemetry_disabled=True,
            connection_timeout=5.0,
            max_connection_pool_size=CONNECTIONS,
            connection_acquisition_timeout=5.0,
            liveness_check_timeout=60.0,
            max_transaction_retry_time=WRITE_RETRY_SECONDS,
            notifications_min_severity=seen,
            # A label that no node has yet is no mistake: the model checks names before a statement is emitted.
            notifications_disabled_classifications=[neo4j.NotificationDisabledClassification.UNRECOGNIZED] if development else None,
            warn_notification_severity=seen,
        )
    except (ConfigurationError, ValueError):
        pass
    raise errors.AddressInvalid


def _is_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in SCHEMES and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def _ignore(text: str) -> None:
    """No one counts."""
