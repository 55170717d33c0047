"""What whoever holds a store can do to the end of the log in it."""

from audit.store import Address
from tests.audit.kept import connected

TABLES = ("log_entry", "log_payload", "log_use")


def cut(address: Address, size: int) -> None:
    """Remove what stands after so many entries, as whoever holds the store can, and keep it beside."""
    with connected(address) as store:
        if store.dialect == "sqlite":
            for (trigger,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                store.rows(f"DROP TRIGGER {trigger}")
        for table in TABLES:
            store.rows(f"CREATE TABLE kept_{table} AS SELECT * FROM {table} WHERE position >= {size}")
            store.rows(f"DELETE FROM {table} WHERE position >= {size}")


def restore(address: Address) -> None:
    with connected(address) as store:
        for table in TABLES:
            store.rows(f"INSERT INTO {table} SELECT * FROM kept_{table}")
