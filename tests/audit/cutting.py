"""What whoever holds a store can do to the end of the log in it."""

from collections.abc import Iterable

from audit.store import Address
from tests.audit.kept import connected

TABLES = ("log_entry", "log_payload", "log_use")
"""What most entries are in."""
ENDS = {
    "log_entry": "position >= {size}",
    "log_payload": "position >= {size}",
    "log_use": "position >= {size}",
    "log_refused": "position >= {size}",
    "log_checkpoint": "size > {size}",
    "log_cosignature": "size > {size}",
    "log_chain": "NOT EXISTS (SELECT 1 FROM log_entry WHERE log_entry.tag = log_chain.tag)",
}
"""Which rows of each table are after so many entries."""


def cut(address: Address, size: int, tables: Iterable[str] = TABLES) -> None:
    """Remove what stands after so many entries, as whoever holds the store can, and keep it beside."""
    with connected(address) as store:
        if store.dialect == "sqlite":
            for (trigger,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                store.rows(f"DROP TRIGGER {trigger}")
        for table in tables:
            ends = ENDS[table].format(size=size)
            store.rows(f"CREATE TABLE kept_{table} AS SELECT * FROM {table} WHERE {ends}")
            store.rows(f"DELETE FROM {table} WHERE {ends}")


def restore(address: Address) -> None:
    with connected(address) as store:
        for table in TABLES:
            store.rows(f"INSERT INTO {table} SELECT * FROM kept_{table}")
