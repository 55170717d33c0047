"""The store's migrations: numbered SQL files, each run once; one whose name ends in a dialect runs on that alone."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.errors import LogDiffers, LogNotMigrated
from audit.store import PATIENCE, Address, Store, opened

FOLDER: Final = Path(__file__).parent / "migrations"
_NAME: Final = re.compile(r"(\d{4})_(\w+?)(?:\.(sqlite|postgresql))?\.sql")
_BOOK: Final = "CREATE TABLE IF NOT EXISTS log_migration (version TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL);"
_NOTE: Final = "INSERT INTO log_migration (version, checksum) VALUES (?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """A file that changes the store's schema; `version` is its number and name."""

    version: str
    text: str

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def named(self) -> str:
        """As people read it: `0001 log`."""
        return self.version.replace("_", " ")


def migrate(address: Address, *, on_applied: Callable[[str], object] = lambda _: None) -> list[str]:
    """Apply what is pending, in order; the names of what was applied."""
    store = opened(address, create=True)
    try:
        with store.migrating():
            store.script(_BOOK)
            missing = _checked(store)
            for each in missing:
                store.script(each.text if store.dialect != "sqlite" else each.text.replace("BIGINT", "INTEGER"))
                store.rows(_NOTE, (each.version, each.checksum))
                on_applied(each.named)
        return [each.named for each in missing]
    finally:
        store.close()


def migrated(address: Address, *, patience: float = PATIENCE) -> Store:
    """A connection to a store that has every migration; else `LogNotMigrated`, which says the command."""
    if not address.url and not address.file.exists():
        raise LogNotMigrated(tuple(each.named for each in of("sqlite")), address.file.parent.absolute())
    store = opened(address, patience=patience)
    try:
        _require(store)
    except BaseException:
        store.close()
        raise
    return store


def _require(store: Store) -> None:
    if missing := _checked(store) if _has_book(store) else of(store.dialect):
        raise LogNotMigrated(tuple(each.named for each in missing))


def of(dialect: str) -> list[Migration]:
    """The migrations for a dialect, in order."""
    named = [(found, path) for path in sorted(FOLDER.glob("*.sql")) if (found := _NAME.fullmatch(path.name))]
    return [
        Migration(version=f"{found[1]}_{found[2]}", text=path.read_text(encoding="utf-8"))
        for found, path in named
        if found[3] in (None, dialect)
    ]


def _checked(store: Store) -> list[Migration]:
    applied: dict[str, str] = dict(store.rows("SELECT version, checksum FROM log_migration"))
    ours = of(store.dialect)
    if strange := sorted(applied.items() - {each.version: each.checksum for each in ours}.items()):
        raise LogDiffers(tuple(version for version, _ in strange))
    return [each for each in ours if each.version not in applied]


def _has_book(store: Store) -> bool:
    if store.dialect == "sqlite":
        return bool(store.rows("SELECT 1 FROM sqlite_master WHERE name = 'log_migration'"))
    return store.rows("SELECT to_regclass('log_migration') IS NOT NULL") == [(True,)]
