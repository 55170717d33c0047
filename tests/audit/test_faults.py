"""What must not break it: a process that is killed, two that write, a disk that is full or read-only, a database that goes and comes."""

import asyncio
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import orjson
import psycopg
import pytest

from audit.entry import Technical
from audit.erased import told_afterwards
from audit.errors import ErasureWrong, LogCut, LogUnavailable, RowsBeyond
from audit.log import Log, opened
from audit.migrate import migrate
from audit.prune import pruned
from audit.resume import resumed
from audit.store import Address
from tests import postgres as clusters
from tests.audit.cutting import cut
from tests.audit.kept import KEYS, LONG_AGO, OLD, checkpoint, connected, report
from tests.audit.made import lookup, outcome, rows, written
from tests.postgres import PostgreSQL

ROOT = Path(__file__).parents[2]
KILLS = 3
SEGMENT = 16 * 1024 * 1024
"""How long a file of PostgreSQL's own log is."""


@contextmanager
def writing(address: Address, name: str, folder: Path) -> Iterator[Path]:
    """A process that writes, killed at the end; the file of what it says was acknowledged."""
    told = folder / f"{name}.txt"
    command = [sys.executable, str(Path(__file__).with_name("writer.py")), address.url or str(address.file.parent), name, str(folder)]
    with told.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    try:
        yield told
    finally:
        process.kill()
        process.wait()


def until_written(told: Path, count: int) -> None:
    until = time.monotonic() + 60
    while told.read_bytes().count(b"\n") < count:
        assert time.monotonic() < until
        time.sleep(0.01)


def acknowledged(told: Path) -> set[str]:
    """The requests that were acknowledged; a torn last line is none."""
    return {line.decode() for line in told.read_bytes().split(b"\n")[:-1]}


def logged(address: Address) -> list[str]:
    bodies = rows(address, "SELECT body FROM log_entry JOIN log_payload USING (position) WHERE kind = 'request'")
    return [orjson.loads(body)["actor"]["request"] for (body,) in bodies]


def test_all_that_was_acknowledged_is_there_when_writers_are_killed_at_any_moment(address: Address, tmp_path: Path) -> None:
    chance, promised = random.Random(7), set[str]()  # noqa: S311
    for turn in range(KILLS):
        with writing(address, f"one{turn}", tmp_path) as one, writing(address, f"other{turn}", tmp_path) as other:
            until_written(one, 20)
            until_written(other, 20)
            time.sleep(chance.random() * 0.2)
        promised |= acknowledged(one) | acknowledged(other)
    written = logged(address)
    assert promised <= set(written)
    assert len(written) == len(set(written))
    assert report(address).findings == ()


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[None]:
    """A file system of that size at a new folder."""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False, capture_output=True)
    try:
        if done.returncode:
            pytest.skip("only root can mount a small file system")
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=False, capture_output=True)


def filled(ballast: Path) -> None:
    """Take all room that is left there."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte."""
    with mounted(folder := tmp_path / "small", "1m"):
        yield folder


async def test_a_file_system_that_is_full_lets_nothing_be_answered_until_there_is_room(small: Path) -> None:
    address = Address.of(None, small)
    migrate(address)
    ballast = small / "ballast"
    async with opened(address) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
        filled(ballast)
        answered = 1
        with suppress(LogUnavailable):
            for _ in range(10_000):
                await log.conclude(log.intend(lookup()), outcome("p-kari"))
                answered += 1
        assert answered < 10_000
        ballast.unlink()
        assert await log.problem() is None
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
    assert len(logged(address)) == answered + 1
    assert report(address).findings == ()


def test_a_folder_that_is_read_only_lets_nothing_be_written(small: Path) -> None:
    address = Address.of(None, small)
    migrate(address)
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True, capture_output=True)
    with pytest.raises(LogUnavailable):
        written(address, ("p-kari",))


async def test_a_last_record_that_is_torn_is_as_if_it_had_not_been_written(tmp_path: Path) -> None:
    whole, torn = Address.of(None, tmp_path / "whole"), Address.of(None, tmp_path / "torn")
    migrate(whole)
    async with opened(whole) as log:
        await log.conclude(log.intend(lookup(request="first")), outcome("p-kari"))
        before = whole.file.with_name("audit.sqlite-wal").stat().st_size
        await log.conclude(log.intend(lookup(request="second")), outcome("p-kari"))
        torn.file.parent.mkdir()
        for suffix in ("", "-wal"):
            torn.file.with_name(f"audit.sqlite{suffix}").write_bytes(whole.file.with_name(f"audit.sqlite{suffix}").read_bytes())
    wal = torn.file.with_name("audit.sqlite-wal")
    os.truncate(wal, (before + wal.stat().st_size) // 2)
    assert logged(torn) == ["first"]
    assert report(torn).findings == ()
    written(torn, ("p-kari",))
    assert report(torn).findings == ()


@pytest.fixture
def own(postgres: PostgreSQL) -> Iterator[PostgreSQL]:
    """A PostgreSQL of the test's own, which it may damage; the shared one knows whether this machine can run any."""
    yield from clusters.running()


@pytest.fixture
def narrow(own: PostgreSQL, tmp_path: Path) -> Iterator[tuple[Address, Path]]:
    """A log in a PostgreSQL whose tables are on a file system of eight megabytes, and where that is."""
    folder, owner = own.folder / "narrow", own.apart()
    with mounted(folder, "8m"):
        tables = folder / "tables"
        tables.mkdir()
        shutil.chown(tables, own.folder.owner())
        own.run(f"CREATE TABLESPACE narrow OWNER {owner} LOCATION '{tables}'")
        own.run(f"ALTER ROLE {owner} SET default_tablespace = narrow")
        yield Address.of(own.url(owner), tmp_path), folder
        own.end()


async def test_a_postgresql_whose_disk_is_full_lets_nothing_be_answered_until_there_is_room(narrow: tuple[Address, Path]) -> None:
    address, folder = narrow
    migrate(address)
    ballast = folder / "ballast"
    async with opened(address) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
        filled(ballast)
        answered: list[int] = []
        with pytest.raises(LogUnavailable, match="53100"):
            await concluded(log, answered)
        with suppress(LogUnavailable):
            for _ in range(10_000):
                await log.note(Technical(at=0, event="filled", actor="test"))
        assert await log.problem()
        ballast.unlink()
        assert await log.problem() is None
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
    assert len(logged(address)) == len(answered) + 2
    assert report(address).findings == ()


async def concluded(log: Log, answered: list[int]) -> None:
    """One look-up after the other, until it fails."""
    for each in range(10_000):
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
        answered.append(each)


async def test_a_postgresql_that_is_read_only_lets_nothing_be_answered(postgres: PostgreSQL, tmp_path: Path) -> None:
    """As one that a failover has left behind."""
    user = postgres.apart()
    address = Address.of(postgres.url(user), tmp_path)
    migrate(address)
    postgres.run(f"ALTER ROLE {user} SET default_transaction_read_only = on")
    async with opened(address) as log:
        with pytest.raises(LogUnavailable, match="25006"):
            await log.conclude(log.intend(lookup(request="while")), outcome("p-kari"))
        assert await log.problem()
        postgres.run(f"ALTER ROLE {user} RESET default_transaction_read_only")
        assert await log.problem() is None
        await log.conclude(log.intend(lookup(request="after")), outcome("p-kari"))
    assert logged(address) == ["after"]
    assert report(address).findings == ()


async def test_a_last_record_of_a_postgresql_that_is_torn_is_missed_and_the_rest_whole(own: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(own.url(own.apart()), tmp_path)
    migrate(address)
    async with opened(address) as log:
        await log.conclude(log.intend(lookup(request="first")), outcome("p-kari"))
        before, name = written_through(own)
        await log.conclude(log.intend(lookup(request="second")), outcome("p-kari"))
        after, last = written_through(own)
    own.end()
    assert name == last
    with (own.folder / "data" / "pg_wal" / name).open("r+b") as file:
        file.seek((before + after) // 2)
        file.write(bytes(SEGMENT - file.tell()))
    own.start()
    assert logged(address) == ["first"]
    # Who saw the second says so; the first is as it was written.
    with pytest.raises(LogCut):
        written(address, ("p-kari",))
    anew = replace(address, seen=None)
    written(anew, ("p-kari",))
    assert report(anew).findings == ()


def written_through(cluster: PostgreSQL) -> tuple[int, str]:
    """Up to where its newest segment has been written, and which that is."""
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        found = connection.execute(
            "SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn, pg_walfile_name(pg_current_wal_flush_lsn())"
        ).fetchone()
    assert found
    return int(found[0]) % SEGMENT, str(found[1])


async def test_a_postgresql_that_stops_lets_nothing_be_answered_until_it_is_back(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)
    async with opened(address, patience=2) as log:
        await log.conclude(log.intend(lookup(request="before")), outcome("p-kari"))
        await asyncio.to_thread(postgres.end)
        with pytest.raises(LogUnavailable):
            await log.conclude(log.intend(lookup(request="while")), outcome("p-kari"))
        assert await log.problem()
        await asyncio.to_thread(postgres.start)
        assert await log.problem() is None
        await log.conclude(log.intend(lookup(request="after")), outcome("p-kari"))
    assert logged(address) == ["before", "after"]
    assert report(address).findings == ()


@pytest.fixture
def service(postgres: PostgreSQL, tmp_path: Path) -> tuple[Address, Address, Address]:
    """The log as its owner, as the service and as the pruner know it."""
    owner = postgres.apart()
    as_owner = Address.of(postgres.url(owner), tmp_path)
    migrate(as_owner)
    found = [as_owner]
    for role in ("innsyn_log_writer", "innsyn_log_pruner"):
        user = f"{role}_{owner}"
        postgres.run(f"CREATE ROLE {user} LOGIN IN ROLE {role}")
        postgres.run(f"GRANT USAGE ON SCHEMA {owner} TO {user}")
        postgres.run(f"ALTER ROLE {user} SET search_path = {owner}")
        found.append(Address.of(postgres.url(user), tmp_path))
    return found[0], found[1], found[2]


async def test_the_service_appends_and_changes_nothing(service: tuple[Address, Address, Address]) -> None:
    _, address, _ = service
    async with opened(address) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
    checkpoint(address)
    assert report(address).findings == ()
    assert address.url
    with psycopg.connect(address.url, autocommit=True) as connection:
        kept = ("log_entry", "log_payload", "log_chain", "log_checkpoint", "log_cosignature", "log_migration")
        tables = (*kept, "log_refused", "log_use")
        for table in tables:
            for statement in (f"DELETE FROM {table}", f"TRUNCATE {table}", f"DROP TABLE {table}", f"ALTER TABLE {table} ADD x TEXT"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement.encode())
        for column in (
            "log_entry SET hash = hash",
            "log_payload SET body = body",
            "log_chain SET subject = subject",
            "log_refused SET total = 1",
            "log_use SET refused = refused",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"UPDATE {column}".encode())


def test_the_pruner_erases_what_entries_say_and_no_entry(service: tuple[Address, Address, Address]) -> None:
    _, writer, pruner = service
    written(writer, ("p-kari",), at=LONG_AGO)
    written(writer, ("p-kari",))
    with connected(writer) as store, pytest.raises(LogUnavailable, match="42501"):
        pruned(store, OLD, LONG_AGO + 1, 2_000)
    with connected(pruner) as store:
        assert pruned(store, OLD, LONG_AGO + 1, 2_000) == 2
        with pytest.raises(LogUnavailable, match="42501"):
            store.rows("DELETE FROM log_entry")
    assert report(pruner).findings == ()


def test_what_is_left_beyond_the_end_the_owner_alone_removes(service: tuple[Address, Address, Address]) -> None:
    owner, writer, pruner = service
    written(owner, ("p-kari",), ("p-ola",))
    checkpoint(owner)
    cut(owner, 2, ["log_entry"])
    told = Technical(at=2_000, event="audit.resume", actor="cli:kari")
    for address in (writer, pruner):
        with (
            connected(address) as store,
            pytest.raises(RowsBeyond, match=r"2 of `log_payload`.* run `innsyn audit resume --entries 2` once as the owner"),
        ):
            resumed(store, told, entries=2)
    with connected(owner) as store:
        assert resumed(store, told, entries=2).removed == {"log_payload": 2, "log_use": 1, "log_checkpoint": 1, "log_chain": 1}
    written(writer, ("p-kari",))
    assert report(writer).findings == ()


def test_what_is_left_beside_what_was_erased_the_pruner_removes(service: tuple[Address, Address, Address]) -> None:
    owner, writer, pruner = service
    written(owner, ("p-gone",), at=LONG_AGO)
    written(owner, ("p-kari",))
    rows(owner, "DELETE FROM log_payload WHERE position < 2")
    told = Technical(at=2_000, event="audit.resume", actor="cli:kari")
    with connected(writer) as store, pytest.raises(ErasureWrong, match="run the command once as a member of `innsyn_log_pruner`"):
        told_afterwards(store, OLD, told, below=2, keys=KEYS, remove=True)
    with connected(pruner) as store:
        assert told_afterwards(store, OLD, told, below=2, keys=KEYS, remove=True).removed == {"log_use": 1, "log_chain": 1}
    assert report(writer).findings == ()


def test_a_writer_lets_go_on_what_was_cut_off_whole(service: tuple[Address, Address, Address]) -> None:
    owner, writer, _ = service
    written(owner, ("p-kari",), ("p-kari",))
    cut(owner, 2)
    with connected(writer) as store:
        resumed(store, Technical(at=2_000, event="audit.resume", actor="cli:kari"), entries=2)
    assert report(writer).findings == ()


def test_a_commit_is_written_through_whatever_the_address_says(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(f"{postgres.url()}?options=-csynchronous_commit%3Doff", tmp_path)
    with connected(address) as store:
        assert store.rows("SHOW synchronous_commit") == [("on",)]
