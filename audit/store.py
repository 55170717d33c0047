"""The store under the log: SQLite or PostgreSQL by one set of statements. It appends under a lock, so that several processes may write.

A statement writes its parameters as `?`. Whatever the database says goes wrong is `LogUnavailable`, with the database's code and no value.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

import orjson

from audit.errors import LogUnavailable, LogUnreachable
from audit.mark import Memory

if TYPE_CHECKING:
    import psycopg

    from audit.pipeline import Pipeline

FILE: Final = "audit.sqlite"
SEEN: Final = "audit.seen"
PATIENCE: Final = 5.0
"""Seconds that a write may wait for another's or for the disk."""
_LOCK: Final = 0x696E6E73796E
"""Which advisory lock of PostgreSQL is ours."""
_LOCKED: Final = "SELECT pg_advisory_xact_lock(?)"
_WHOSE: Final = re.compile(r"(?<=//)[^@/]*@|(?<=[?&])(user|password|passfile|ssl\w+)=[^&]*")
"""What of an address says who comes, and not where to: all users of a store remember it as one."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the log is: a PostgreSQL, or else a file; and the file outside it that remembers how far it was seen."""

    url: str | None = field(default=None, repr=False)
    file: Path = Path(FILE)
    seen: Path | None = None

    @classmethod
    def of(cls, url: str | None, folder: Path) -> Self:
        """What `INNSYN_AUDIT_URL` says, or the file in the data folder."""
        if not url:
            return cls(file=folder / FILE, seen=folder / SEEN)
        name = hashlib.sha256(_WHOSE.sub("", url).rstrip("?&").encode()).hexdigest()[:12]
        return cls(url=url, seen=folder / f"{name}.{SEEN}")


class Store(Protocol):
    """An open connection, for one thread at a time."""

    dialect: str
    memory: Memory | None
    """How far it was seen, where that is remembered."""

    def rows(self, statement: str, given: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement."""

    def stream(self, statement: str, given: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a statement, as they come."""

    def insert(self, table: str, columns: str, rows: Sequence[Row]) -> None:
        """Add rows to a table."""

    def script(self, text: str) -> None:
        """Several statements, in a transaction."""

    def appending(self) -> AbstractContextManager[None]:
        """A transaction that no other writer is in once something has been read in it; durable when it has ended well, undone when not."""

    def migrating(self) -> AbstractContextManager[None]:
        """One like that, in which scripts run."""

    def reading(self) -> AbstractContextManager[None]:
        """A transaction whose statements see one state."""

    def close(self) -> None:
        """End the connection."""


def opened(address: Address, *, patience: float = PATIENCE, create: bool = False, memory: Memory | None = None) -> Store:
    """A connection; a file is made only where `create` says so. `memory` is what this process has seen already."""
    store: Store = (
        Postgres.open(address.url, patience=patience) if address.url else SQLite.open(address.file, patience=patience, create=create)
    )
    store.memory = memory or (Memory(address.seen) if address.seen else None)
    return store


@contextmanager
def _coded(*failures: type[Exception]) -> Iterator[None]:
    try:
        yield
    except failures as error:
        # What the database says may quote a value, or the address with its password.
        raise LogUnavailable(_reason(error)) from None


def _reason(error: Exception) -> str:
    return str(getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or type(error).__name__)


def _where(url: str) -> str:
    """Host, port and database of an address, and nothing of who comes."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = conninfo_to_dict(url)
    except psycopg.Error:
        return "an address that does not read"
    return f"{said.get('host') or said.get('hostaddr') or 'localhost'}:{said.get('port') or 5432}/{said.get('dbname') or ''}".rstrip("/")


@dataclass(slots=True, kw_only=True)
class SQLite:
    """A file in WAL mode; a commit has reached the disk when it returns."""

    dialect = "sqlite"
    connection: sqlite3.Connection
    file: Path
    opened: tuple[int, int]
    """Which file it is, as the file system tells them apart."""
    memory: Memory | None = None

    @classmethod
    def open(cls, file: Path, *, patience: float, create: bool) -> Self:
        mode = "rwc" if create else "rw"
        with _coded(sqlite3.Error, OSError):
            if create:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch(mode=0o600)
            connection = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
            except BaseException:
                connection.close()
                raise
        return cls(connection=connection, file=file, opened=_which(file))

    def rows(self, statement: str, given: Sequence[object] = ()) -> list[Row]:
        with _coded(sqlite3.Error):
            found: list[Row] = self.connection.execute(statement, given).fetchall()
            return found

    def stream(self, statement: str, given: Sequence[object] = ()) -> Iterator[Row]:
        with _coded(sqlite3.Error):
            yield from self.connection.execute(statement, given)

    def insert(self, table: str, columns: str, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        with _coded(sqlite3.Error):
            self.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - names of ours

    def script(self, text: str) -> None:
        with _coded(sqlite3.Error):
            for statement in _statements(text):
                self.connection.execute(statement)

    @contextmanager
    def appending(self) -> Iterator[None]:
        if _which(self.file) != self.opened:
            raise LogUnavailable("the file was moved or replaced")
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    def migrating(self) -> AbstractContextManager[None]:
        return self.appending()

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.rows(begin)
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self.connection.close()


@dataclass(slots=True, kw_only=True)
class Postgres:
    """A connection to PostgreSQL; a commit has reached its disk when it returns.

    What an append writes is sent with its commit, and awaited once; what it must know before is asked with its beginning.
    """

    dialect = "postgresql"
    connection: "psycopg.Connection[Row]"
    memory: Memory | None = None
    append: "Pipeline | None" = None
    """What is to be sent in the append that is open."""
    _pipeline: "Pipeline | None" = None

    @classmethod
    def open(cls, url: str, *, patience: float) -> Self:
        import psycopg

        limit = max(1, int(patience * 1000))
        options = f"-c synchronous_commit=on -c lock_timeout={limit} -c statement_timeout=0 -c timezone=UTC"
        try:
            connection = psycopg.connect(
                url,
                autocommit=True,
                connect_timeout=max(2, int(patience)),
                options=options,
                application_name="innsyn",
                tcp_user_timeout=limit,
                keepalives_idle=5,
            )
        except (psycopg.Error, OSError) as error:
            raise LogUnreachable(_reason(error), _where(url)) from None
        opened = cls(connection=connection)
        opened._require_durable()
        return opened

    def _require_durable(self) -> None:
        if self.rows("SHOW fsync") != [("on",)]:
            self.close()
            raise LogUnavailable("fsync is off in PostgreSQL")

    def rows(self, statement: str, given: Sequence[object] = ()) -> list[Row]:
        import psycopg

        with _coded(psycopg.Error):
            if self.append:
                return self.append.rows(statement, given)
            cursor = self.connection.execute(statement.replace("?", "%s"), given or None)
            return cursor.fetchall() if cursor.description else []

    def stream(self, statement: str, given: Sequence[object] = ()) -> Iterator[Row]:
        import psycopg

        with _coded(psycopg.Error), self.connection.cursor(name="log") as cursor:
            if self.append:
                self.append.ended()
            cursor.itersize = 5000
            yield from cursor.execute(statement.replace("?", "%s"), given or None)

    def insert(self, table: str, columns: str, rows: Sequence[Row]) -> None:
        import psycopg

        names = columns.split(", ")
        told = orjson.dumps([dict(zip(names, row, strict=True)) for row in rows], default=_hexadecimal).decode()
        # One text, whose statement is planned once, is less to make and to send than an array for each column.
        statement = f"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{table}, ?)"  # noqa: S608 - names of ours
        if self.append:
            self.append.add(statement, (told,))
            return
        with _coded(psycopg.Error):
            self.connection.execute(statement.replace("?", "%s").encode(), (told,))

    def script(self, text: str) -> None:
        import psycopg

        with _coded(psycopg.Error):
            self.connection.execute(text)

    @contextmanager
    def appending(self) -> Iterator[None]:
        import psycopg

        from audit.pipeline import Pipeline

        self._pipeline = self._pipeline or Pipeline(self.connection)
        with _coded(psycopg.Error):
            try:
                self.append = self._pipeline
                self.append.queued = [("BEGIN", ()), (_LOCKED, (_LOCK,))]
                yield
                self.append.add("COMMIT")
                ended = self.append.ended()
            except BaseException:
                with suppress(psycopg.Error):
                    self.connection.rollback()
                raise
            finally:
                self.append = None
        # The end of a transaction that has failed is answered too.
        if ended is None or ended.command_status != b"COMMIT":
            raise LogUnavailable("not committed")

    @contextmanager
    def migrating(self) -> Iterator[None]:
        import psycopg

        with _coded(psycopg.Error), self.connection.transaction():
            self.rows(_LOCKED, (_LOCK,))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        import psycopg

        with _coded(psycopg.Error), self.connection.transaction():
            self.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield

    def close(self) -> None:
        self.connection.close()


def _hexadecimal(value: object) -> str:
    """Bytes as PostgreSQL reads them in a text."""
    if not isinstance(value, bytes):
        raise TypeError
    return f"\\x{value.hex()}"


def _which(file: Path) -> tuple[int, int]:
    with _coded(OSError):
        found = file.stat()
        return found.st_dev, found.st_ino


def _statements(text: str) -> Iterator[str]:
    """The statements of a script; a trigger's own semicolons do not end it."""
    statement = ""
    for line in re.sub(r"^--.*$", "", text, flags=re.MULTILINE).splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
