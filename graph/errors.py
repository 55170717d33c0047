"""What can go wrong between us and the graph database.

    GraphError                          code GRAPH_ERROR
    ├── DatabaseError                   the database answered badly, or not at all
    │   ├── DatabaseUnavailable         DATABASE_UNAVAILABLE
    │   ├── DatabaseTimeout             DATABASE_TIMEOUT
    │   ├── DatabaseNotFound            DATABASE_NOT_FOUND
    │   ├── AddressInvalid              DATABASE_ADDRESS_INVALID
    │   ├── ParametersLogged            DATABASE_LOGS_PARAMETERS
    │   ├── AuthenticationFailed        AUTHENTICATION_FAILED
    │   ├── PermissionRefused           PERMISSION_REFUSED
    │   ├── ConstraintViolated          CONSTRAINT_VIOLATED
    │   ├── WriteRefused                WRITE_REFUSED
    │   ├── ConflictPersisted           CONFLICT_PERSISTED
    │   ├── StaleReader                 STALE_READER
    │   ├── MemorySpent                 MEMORY_SPENT
    │   └── StatementFailed             STATEMENT_FAILED
    │       ├── StatementInvalid        STATEMENT_INVALID
    │       └── ParameterUnsupported    PARAMETER_UNSUPPORTED
    ├── MigrationError                  the graph's migrations are not ours
    │   ├── NotMigrated                 GRAPH_NOT_MIGRATED
    │   └── MigrationsDiffer            MIGRATIONS_DIFFER
    ├── GraphBusy                       GRAPH_BUSY: another load or migration is at work
    ├── LoadError                       a file cannot be loaded at all
    │   ├── SourceUnreadable            SOURCE_UNREADABLE
    │   └── RejectsUnwritable           REJECTS_UNWRITABLE
    └── EmbeddedError                   the embedded database could not be started or stopped
        ├── RuntimeMissing              EMBEDDED_RUNTIME_MISSING
        ├── FolderUnwritable            EMBEDDED_FOLDER_UNWRITABLE
        ├── FolderLocked                EMBEDDED_FOLDER_LOCKED
        ├── PortTaken                   EMBEDDED_PORT_TAKEN
        ├── ChildDied                   EMBEDDED_DIED
        └── StartTimeout                EMBEDDED_START_TIMEOUT

A message names statements, codes, folders and ports; never a parameter or a value of the graph.
"""

from pathlib import Path
from typing import ClassVar


class GraphError(Exception):
    """Anything that the graph package raises on purpose."""

    code: ClassVar[str] = "GRAPH_ERROR"


class DatabaseError(GraphError):
    """The database answered badly; `statement` is the statement's name, `reason` the database's own code.

    `detail` is the database's own sentence. It may quote values, so only a development profile has it.
    """

    code = "DATABASE_ERROR"
    says: ClassVar[str] = "the database failed"

    def __init__(self, *, statement: str | None = None, reason: str | None = None, detail: str | None = None) -> None:
        self.statement = statement
        self.reason = reason
        self.detail = detail
        named = f" in `{statement}`" if statement else ""
        because = f" ({reason})" if reason else ""
        told = f": {detail}" if detail else ""
        super().__init__(f"{self.says}{named}{because}{told}")


class DatabaseUnavailable(DatabaseError):
    code = "DATABASE_UNAVAILABLE"
    says = "the database cannot be reached; check that it runs and that `INNSYN_NEO4J_URI` names it"


class DatabaseTimeout(DatabaseError):
    code = "DATABASE_TIMEOUT"
    says = "the database did not answer in time"


class DatabaseNotFound(DatabaseError):
    code = "DATABASE_NOT_FOUND"
    says = "the server has no such database; set `INNSYN_NEO4J_DATABASE` to one that it has"


class AddressInvalid(DatabaseError):
    code = "DATABASE_ADDRESS_INVALID"
    says = "`INNSYN_NEO4J_URI` is no address of a database; write `bolt://host:7687` or `neo4j+s://host:7687`"


class ParametersLogged(DatabaseError):
    code = "DATABASE_LOGS_PARAMETERS"
    says = "the database logs the parameters of queries; set `db.logs.query.parameter_logging_enabled=false`, or turn its query log off"


class AuthenticationFailed(DatabaseError):
    code = "AUTHENTICATION_FAILED"
    says = "the database refused the user or the password; check `INNSYN_NEO4J_USER` and `INNSYN_NEO4J_PASSWORD`"


class PermissionRefused(DatabaseError):
    code = "PERMISSION_REFUSED"
    says = "the database user may not do this"


class ConstraintViolated(DatabaseError):
    code = "CONSTRAINT_VIOLATED"
    says = "a constraint forbids this write"


class WriteRefused(DatabaseError):
    code = "WRITE_REFUSED"
    says = "the database refuses writes here; a read never writes, and a replica takes none"


class ConflictPersisted(DatabaseError):
    code = "CONFLICT_PERSISTED"
    says = "the write met conflicting writes until its retries were spent; try again"


class StaleReader(DatabaseError):
    code = "STALE_READER"
    says = "the database member has not reached a write that this read must see"


class MemorySpent(DatabaseError):
    code = "MEMORY_SPENT"
    says = (
        "the statement needs more memory than the database gives to statements; ask for less at once, as a shorter page, "
        "or give the embedded database more with `INNSYN_EMBEDDED_MEMORY`"
    )


class StatementFailed(DatabaseError):
    code = "STATEMENT_FAILED"
    says = "the database could not run the statement"


class StatementInvalid(StatementFailed):
    code = "STATEMENT_INVALID"
    says = "the database does not understand the statement"


class ParameterUnsupported(StatementFailed):
    code = "PARAMETER_UNSUPPORTED"
    says = "a parameter has a type or size that the database cannot take"


class MigrationError(GraphError):
    """The graph's migrations are not ours; `versions` are the ones."""

    code = "MIGRATION_ERROR"
    says: ClassVar[str] = "the graph's migrations are not ours"

    def __init__(self, versions: tuple[str, ...]) -> None:
        self.versions = versions
        listed = ", ".join(f"`{version}`" for version in versions)
        super().__init__(f"{self.says}: {listed}")


class NotMigrated(MigrationError):
    code = "GRAPH_NOT_MIGRATED"
    says = "the graph lacks migrations; run `innsyn migrate`"


class MigrationsDiffer(MigrationError):
    code = "MIGRATIONS_DIFFER"
    says = "the graph has migrations that this innsyn lacks or has otherwise; upgrade innsyn, or begin with an empty database"


class GraphBusy(GraphError):
    """Another process fills the graph."""

    code = "GRAPH_BUSY"

    def __init__(self) -> None:
        super().__init__("another load or migration from this data folder is at work; run this again when it has ended")


class LoadError(GraphError):
    """A file cannot be loaded at all; `source` is its name."""

    code = "LOAD_ERROR"
    says: ClassVar[str] = "the file cannot be loaded"

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{self.says}: `{source}` ({reason})")


class SourceUnreadable(LoadError):
    code = "SOURCE_UNREADABLE"
    says = "the file cannot be read"


class RejectsUnwritable(LoadError):
    code = "REJECTS_UNWRITABLE"
    says = "rejected lines cannot be written there; name another place with `--rejects`"


class EmbeddedError(GraphError):
    """The embedded database cannot be used; `folder` is its data folder."""

    code = "EMBEDDED_FAILED"

    def __init__(self, message: str, *, folder: Path) -> None:
        self.folder = folder
        super().__init__(message)


class RuntimeMissing(EmbeddedError):
    code = "EMBEDDED_RUNTIME_MISSING"


class FolderUnwritable(EmbeddedError):
    code = "EMBEDDED_FOLDER_UNWRITABLE"


class FolderLocked(EmbeddedError):
    code = "EMBEDDED_FOLDER_LOCKED"


class PortTaken(EmbeddedError):
    code = "EMBEDDED_PORT_TAKEN"


class ChildDied(EmbeddedError):
    code = "EMBEDDED_DIED"


class StartTimeout(EmbeddedError):
    code = "EMBEDDED_START_TIMEOUT"
