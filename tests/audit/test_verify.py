"""The verifier: a store that is as it was written passes, and whatever is changed in it is found."""

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from audit import checkpoint as checkpoints
from audit.errors import KeyInvalid
from audit.migrate import migrate
from audit.note import CommandSigner, FileSigner, new_key
from audit.proof import Checkpoint
from audit.prune import pruned
from audit.store import Address, SQLite
from audit.verify import Outside, seen, verified
from tests.audit.kept import KEYS, LONG_AGO, NAME, OLD, WITNESS, checkpoint, connected, filled, report
from tests.audit.made import rows, written

KEY_COLUMNS = {
    "log_entry": ("position",),
    "log_payload": ("position",),
    "log_chain": ("tag",),
    "log_checkpoint": ("size",),
    "log_cosignature": ("size", "line"),
    "log_refused": ("day", "actor", "total"),
    "log_use": ("position",),
}
Change = tuple[str, tuple[object, ...]]


def test_a_log_with_something_of_every_kind_holds(address: Address, tmp_path: Path) -> None:
    filled(address, tmp_path)
    found = report(address, witnesses=True)
    assert found.findings == ()
    assert (found.size, found.attempted, found.erased) == (rows(address, "SELECT count(*) FROM log_entry")[0][0], 1, 5)
    assert found.checkpoint
    assert found.checkpoint.size == found.size - 7


def test_an_empty_log_holds(address: Address) -> None:
    assert report(address).findings == ()


@pytest.fixture(scope="module")
def mark(at: Address) -> Outside:
    """What the data folder remembers of it."""
    with connected(at) as store:
        (mark,) = seen(store)
    return mark


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Address:
    folder = tmp_path_factory.mktemp("whole")
    address = Address.of(None, folder)
    migrate(address)
    filled(address, folder)
    return address


@pytest.fixture(scope="module")
def whole(at: Address) -> bytes:
    """A file that holds something of every kind, without what would stop whoever can write it."""
    with closing(sqlite3.connect(at.file, isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA journal_mode = DELETE")
        return connection.serialize()


def test_every_single_row_that_is_deleted_is_missed(whole: bytes) -> None:
    deleted = [(f"DELETE FROM {table} WHERE {where}", key) for table, where, key in each_row(whole)]
    assert len(deleted) > 30
    assert unnoticed(whole, deleted) == []


def test_every_end_that_is_cut_off_is_missed(whole: bytes, mark: Outside) -> None:
    with closing(copy(whole)) as connection:
        ((newest,),) = connection.execute("SELECT max(size) FROM log_checkpoint")
    assert mark.size > newest + 2
    found = {size: noticed(whole, *ending(size), outside=[mark]) for size in range(mark.size)}
    assert [size for size, missed in found.items() if not missed] == []


def test_every_single_row_after_the_newest_checkpoint_is_missed(whole: bytes, mark: Outside) -> None:
    with closing(copy(whole)) as connection:
        ((newest,),) = connection.execute("SELECT max(size) FROM log_checkpoint")
    later = [
        (f"DELETE FROM {table} WHERE {where}", key) for table, where, key in each_row(whole) if "position" in where and key >= (newest,)
    ]
    assert len(later) > 6
    assert [change for change in later if not noticed(whole, change, outside=[mark])] == []


def test_every_value_that_is_changed_is_noticed(whole: bytes) -> None:
    changed = [change for table, where, key in each_row(whole) for change in edits(whole, table, where, key)]
    assert len(changed) > 200
    assert unnoticed(whole, changed) == []


def test_every_two_rows_that_are_swapped_are_noticed(whole: bytes) -> None:
    swapped = list(swaps(whole))
    assert len(swapped) > 50
    found = [pair for pair in swapped if not noticed(whole, *pair)]
    assert found == []


def test_an_entry_that_is_left_out_when_all_is_written_anew_is_missed(tmp_path: Path) -> None:
    for left_out in range(4):
        kept, forged = forgery(tmp_path / str(left_out), left_out)
        assert report(forged).findings == ()
        assert report(forged, since=kept).findings != ()


def test_a_log_that_is_cut_off_is_less_than_a_checkpoint_that_was_kept(address: Address) -> None:
    written(address, ("p-kari",))
    later = Checkpoint(origin="innsyn.example/log", size=9, root=bytes(32))
    assert [each.what for each in report(address, since=later).findings] == [
        "the log is cut off: a checkpoint that was kept outside it has 9 entries"
    ]


def test_a_log_continues_each_checkpoint_that_was_kept(address: Address) -> None:
    kept = []
    for _ in range(5):
        written(address, ("p-kari", "p-ola"))
        kept.append(checkpoint(address))
    assert [report(address, since=each).findings for each in kept] == [()] * 5


def test_a_checkpoint_that_was_begun_and_not_signed_is_told_until_the_next(address: Address) -> None:
    written(address, ("p-kari",))
    with connected(address) as store, pytest.raises(KeyInvalid):
        checkpoints.made(store, CommandSigner(key=OLD.key, command="false"), 2_000)
    assert [each.what for each in report(address).findings] == ["the newest checkpoint was never signed, or is gone"]
    checkpoint(address)
    assert report(address).findings == ()


def test_an_erasure_that_the_log_did_not_sign_is_told(address: Address) -> None:
    written(address, ("p-kari",), at=LONG_AGO)
    with connected(address) as store:
        pruned(store, FileSigner.of(new_key(), NAME), LONG_AGO + 1, 2_000)
    assert "what it erases is not signed by the log's key" in [each.what for each in report(address).findings]


def test_a_clock_that_is_set_back_changes_nothing(address: Address) -> None:
    written(address, ("p-kari",))
    written(address, ("p-kari",), at=LONG_AGO)
    assert report(address).findings == ()


def each_row(whole: bytes) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Each row of the store: its table, how to find it, by what."""
    connection = copy(whole)
    for table, columns in KEY_COLUMNS.items():
        where = " AND ".join(f"{column} = ?" for column in columns)
        for key in connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall():
            yield table, where, key
    connection.close()


def edits(whole: bytes, table: str, where: str, key: tuple[object, ...]) -> Iterator[Change]:
    """Each column of a row, changed a little."""
    connection = copy(whole)
    connection.row_factory = sqlite3.Row
    (row,) = connection.execute(f"SELECT * FROM {table} WHERE {where}", key).fetchall()
    connection.close()
    for column in row.keys():  # noqa: SIM118
        for other in set(others(row[column])) - {row[column]}:
            yield f"UPDATE {table} SET {column} = ? WHERE {where}", (other, *key)


def others(value: object) -> Iterator[object]:
    match value:
        case None:
            yield from (7, b"\0" * 16, "x")
        case bytes():
            yield bytes([value[0] ^ 1]) + value[1:] if value else b"\0" * 32
            yield value[:-1]
        case int():
            yield value + 1000
            yield None
        case str():
            middle = len(value) // 2
            yield value[:middle] + ("x" if value[middle] != "x" else "y") + value[middle + 1 :]
            yield value.replace("p-kari", "p-ola")
            yield value.replace("open", "withheld:r-lasts")
            yield value.replace("r-ended", "r-lasts")
        case _:
            raise AssertionError


def swaps(whole: bytes) -> Iterator[tuple[Change, ...]]:
    """Each column's value of one row exchanged with that of the next but one, and whole payloads."""
    connection = copy(whole)
    for table, keys in KEY_COLUMNS.items():
        cursor = connection.execute(f"SELECT * FROM {table}")
        columns = [each[0] for each in cursor.description]
        found = cursor.fetchall()
        for one, other in itertools.islice(itertools.pairwise(found), 8):
            for group in [[column] for column in columns if column not in keys] + [[column for column in columns if column not in keys]]:
                places = [columns.index(column) for column in group]
                if group and any(one[place] != other[place] for place in places):
                    yield tuple(moved(table, keys, columns, group, row, into) for row, into in ((one, other), (other, one)))
    connection.close()


def moved(
    table: str, keys: tuple[str, ...], columns: list[str], group: list[str], row: tuple[object, ...], into: tuple[object, ...]
) -> Change:
    where = " AND ".join(f"{key} = ?" for key in keys)
    values = [row[columns.index(column)] for column in group]
    return f"UPDATE {table} SET {', '.join(f'{each} = ?' for each in group)} WHERE {where}", (
        *values,
        *(into[columns.index(key)] for key in keys),
    )


def unnoticed(whole: bytes, changes: list[Change]) -> list[Change]:
    return [change for change in changes if not noticed(whole, change)]


def ending(size: int) -> Iterator[Change]:
    """What leaves nothing after so many entries, and nothing that tells that there was more."""
    for table in ("log_entry", "log_payload", "log_refused", "log_use"):
        yield f"DELETE FROM {table} WHERE position >= ?", (size,)
    for table in ("log_checkpoint", "log_cosignature"):
        yield f"DELETE FROM {table} WHERE size > ?", (size,)
    yield "DELETE FROM log_chain WHERE tag NOT IN (SELECT tag FROM log_entry WHERE tag IS NOT NULL)", ()


def noticed(whole: bytes, *changes: Change, outside: Sequence[Outside] = ()) -> bool:
    """Whether the verifier finds something in a copy with those changes, or the schema refuses them."""
    with closing(copy(whole)) as connection:
        if len(changes) > 1:
            connection.execute("DROP INDEX log_entry_chain")
            connection.execute("DROP INDEX log_entry_concludes")
        try:
            for statement, given in changes:
                connection.execute(statement, given)
        except sqlite3.IntegrityError:
            return True
        store = SQLite(connection=connection, file=Path(), opened=(0, 0))
        return verified(store, KEYS, witnesses=[WITNESS.key], outside=outside).findings != ()


def copy(whole: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(whole)
    return connection


def forgery(folder: Path, left_out: int) -> tuple[Checkpoint, Address]:
    """A checkpoint of a log, and another log that says the same but for one request about one person, whole in itself."""
    true, false = Address.of(None, folder / "true"), Address.of(None, folder / "false")
    subjects = [("p-kari",), ("p-ola",), ("p-kari", "p-ola"), ("p-kari",)]
    for address, said in ((true, subjects), (false, [*subjects[:left_out], *subjects[left_out + 1 :], ("p-nora", "p-nora")])):
        migrate(address)
        written(address, *said, request="request-1", at=5_000)
    return checkpoint(true), false
