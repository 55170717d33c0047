"""Migrations: numbered Cypher files in `migrations/`, each run once by neo4j-python-migrations."""

import asyncio
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j_python_migrations import analyzer, loader
from neo4j_python_migrations.executor import Executor
from neo4j_python_migrations.migration import Migration

from graph.database import Database, mapped
from graph.errors import MigrationsDiffer, NotMigrated

FOLDER: Final = Path(__file__).parents[1] / "migrations"
OnApplied = Callable[[str], None]

APPLIED: Final = """// migrations: which have been applied
MATCH (migration:__Neo4jMigration) WHERE migration.version <> 'BASELINE' AND migration.project IS NULL
RETURN migration.version AS version, migration.description AS description, migration.type AS type, migration.source AS source,
       migration.checksum AS checksum
ORDER BY version"""


async def migrate(uri: str, user: str, password: str, database: str = "neo4j", *, on_applied: OnApplied | None = None) -> list[str]:
    """Apply what is pending, in order; the names of what was applied, none when there was nothing to do."""
    return await asyncio.to_thread(_migrate, uri, user, password, database, on_applied or _ignore)


async def pending(database: Database) -> list[str]:
    """Names of the migrations that the graph lacks, by one cheap statement."""
    applied = [Migration.from_dict(row) for row in await database.read(APPLIED)]
    return [name_of(migration) for migration in _checked(analyzer.analyze(_local(), applied))]


async def require_migrated(database: Database) -> None:
    """Raise NotMigrated, which says the command, when the graph lacks a migration."""
    if missing := await pending(database):
        raise NotMigrated(tuple(missing))


def name_of(migration: Migration) -> str:
    """A migration as its file is named: `V0001 ids of every label`."""
    return f"V{migration.version} {migration.description}"


@cache
def _local() -> list[Migration]:
    return list(loader.load(FOLDER))


def _migrate(uri: str, user: str, password: str, database: str, on_applied: OnApplied) -> list[str]:
    try:
        with _driver(uri, user, password) as driver:
            return _apply(Executor(driver, FOLDER, database=database), on_applied)
    except (Neo4jError, DriverError, OSError) as error:
        failure = mapped(error, statement="migrate", development=True)  # a migration holds no personal data
    raise failure


def _apply(executor: Executor, on_applied: OnApplied) -> list[str]:
    _checked(executor.analyze())
    applied: list[str] = []

    def note(migration: Migration) -> None:
        applied.append(name_of(migration))
        on_applied(applied[-1])

    executor.migrate(on_apply=note)
    return applied


def _checked(found: analyzer.AnalyzingResult) -> list[Migration]:
    if found.invalid_versions:
        raise MigrationsDiffer(tuple(f"V{each.version}" for each in found.invalid_versions))
    return list(found.pending_migrations)


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri,
        auth=(user, password),
        user_agent="innsyn",
        telemetry_disabled=True,
        connection_timeout=5.0,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
    )


def _ignore(name: str) -> None:
    """No one listens."""
