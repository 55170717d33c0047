"""The embedded database: who may open a folder, what survives a kill, what can be heard of it from outside."""

import asyncio
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import IO

import pytest
import pytest_asyncio

from graph import embedded, errors
from graph.database import Address, Database, connect
from graph.embedded import Embedded, Files, Options

SECRET = "13841299999"

# A process that owns a database and writes until it is killed, telling each write that was acknowledged.
WRITER = """
import asyncio, sys
from pathlib import Path
from graph.database import connect

async def write():
    async with connect(None, data_dir=Path(sys.argv[1])) as database:
        for n in range(1_000_000):
            await database.write("CREATE (:Made {n: $n})", {"n": n})
            print(n, flush=True)

asyncio.run(write())
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the embedded database needs file locks as Unix has them")


@pytest_asyncio.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Embedded]:
    started = await Embedded.start(tmp_path_factory.mktemp("running"))
    yield started
    await started.stop()


async def test_the_password_is_for_the_owner_alone(running: Embedded) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (running.files.password, running.files.state, running.files.log)}
    assert modes == {0o600}
    assert len(running.password) > 40


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_the_password_is_in_no_command_line(running: Embedded) -> None:
    command = command_line(running.state.pid)
    assert b"ArcadeDBServer" in command
    assert running.password.encode() not in command


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_it_listens_on_loopback_only(running: Embedded) -> None:
    heard = listening(running.state.pid)
    assert {port for _, port in heard} == {running.state.bolt_port, running.state.http_port}
    assert all(ip_address(host).is_loopback for host, _ in heard)


async def test_a_wrong_password_is_refused(running: Embedded) -> None:
    with pytest.raises(errors.AuthenticationFailed):
        await Database.open(running.uri, running.user, "wrong")


async def test_a_second_one_attaches(running: Embedded) -> None:
    other = await Embedded.start(running.files.folder)
    assert (other.state, other.owned) == (running.state, False)
    await other.stop()
    assert embedded.running(running.files.folder) == running.state


async def test_a_server_does_not_share_what_another_process_owns(running: Embedded) -> None:
    with pytest.raises(errors.FolderLocked, match=f"in use by process {os.getpid()}; stop that one") as raised:
        await Embedded.start(running.files.folder, Options(attach=False))
    assert raised.value.folder == running.files.folder


async def test_its_files_tell_nothing_of_statements(running: Embedded) -> None:
    async with address(running).opened() as database:
        await database.write("CREATE CONSTRAINT made IF NOT EXISTS FOR (node:Made) REQUIRE node.id IS UNIQUE")
        for text in (
            "CREATE (:Made {id: $id})",
            "CREATE (:Made {id: $id})",
            "RETURN toInteger($id) / 0 AS n",
            "RETURN date($id) AS d",
            "FAIL $id",
        ):
            with suppress(errors.StatementFailed, errors.ConstraintViolated):
                await database.write(text, {"id": SECRET})
    logs = [running.files.log, *(running.files.root / "log").iterdir()]
    assert all(SECRET not in path.read_text(encoding="utf-8") for path in logs)


async def test_a_taken_port_is_named(tmp_path: Path, running: Embedded) -> None:
    with pytest.raises(errors.PortTaken, match=f"port {running.state.bolt_port} on 127.0.0.1 is taken"):
        await Embedded.start(tmp_path, Options(bolt_port=running.state.bolt_port))
    assert not embedded.is_locked(Files.of(tmp_path))


async def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.FolderUnwritable, match=r"cannot be written .* set `INNSYN_DATA_DIR`"):
        await Embedded.start(tmp_path / "file" / "data")


async def test_a_package_without_java_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.RuntimeMissing, match="`arcadedb-embedded` is missing"):
        await Embedded.start(tmp_path, Options(package=tmp_path))


async def test_a_java_that_does_not_start_shows_its_log(tmp_path: Path) -> None:
    with pytest.raises(errors.ChildDied, match=r"graph\.log` says:\n(.*\n)*.*heap"):
        await Embedded.start(tmp_path, Options(memory="1k"))
    assert not embedded.is_locked(Files.of(tmp_path))


@pytest.mark.parametrize("name", embedded.JAVA_OPTIONS)
async def test_who_chooses_javas_collector_gets_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "-Dx=y -XX:+UseSerialGC")
    async with embedded.served(tmp_path) as local:
        assert local.owned


async def test_leftovers_of_a_crash_do_not_block(tmp_path: Path) -> None:
    files = Files.of(tmp_path)
    files.lock.touch()
    files.state.write_text('{"pid": 1')
    files.password.write_text("of a database that is gone")
    async with connect(None, data_dir=tmp_path) as database:
        assert await database.ready()


async def test_data_and_a_lost_password_come_back(tmp_path: Path) -> None:
    async with connect(None, data_dir=tmp_path) as database:
        await database.write("CREATE (:Made {n: 1})")
    Files.of(tmp_path).password.unlink()
    async with connect(None, data_dir=tmp_path) as database:
        assert await made(database) == 1


async def test_a_killed_database_is_started_again_with_every_acknowledged_write(tmp_path: Path) -> None:
    async with embedded.served(tmp_path) as local, address(local).opened() as database:
        writes = [await database.write("CREATE (:Made {n: $n}) RETURN $n AS n", {"n": n}) for n in range(200)]
        before = local.state
        os.kill(before.pid, signal.SIGKILL)
        await until(lambda: local.state.pid != before.pid)
        assert await made(database) == len(writes)
        assert local.state.bolt_port == before.bolt_port


async def test_what_a_killed_owner_was_told_is_written_is_there(tmp_path: Path) -> None:
    writer, told = owning_process(tmp_path)
    for _ in range(100):
        await asyncio.to_thread(told.readline)
    writer.kill()
    acknowledged = 100 + len(writer.communicate()[0].split())
    async with connect(None, data_dir=tmp_path, attach=False) as database:
        assert acknowledged <= await made(database) <= acknowledged + 1


async def test_one_stopped_on_purpose_stays_stopped(tmp_path: Path) -> None:
    async with embedded.served(tmp_path) as local:
        assert await embedded.stop(tmp_path, force=True) == local.state
        await asyncio.sleep(4 * embedded.WATCH_SECONDS)
        assert embedded.running(tmp_path) is None


async def test_one_that_a_running_process_owns_is_not_taken_from_it(tmp_path: Path) -> None:
    async with connect(None, data_dir=tmp_path) as database:
        done = await asyncio.to_thread(run_innsyn, tmp_path, "stop")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"EMBEDDED_FOLDER_LOCKED: the database over `{tmp_path}` belongs to process {os.getpid()}")
        assert await database.ready()


async def test_force_takes_it_from_a_running_process(tmp_path: Path) -> None:
    async with embedded.served(tmp_path):
        done = await asyncio.to_thread(run_innsyn, tmp_path, "stop", "--force")
        assert (done.returncode, embedded.running(tmp_path)) == (0, None)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
async def test_a_killed_owner_leaves_no_java(tmp_path: Path) -> None:
    owner, told = owning_process(tmp_path)
    await asyncio.to_thread(told.readline)
    state = embedded.running(tmp_path)
    owner.kill()
    owner.communicate()
    assert state
    await until(lambda: embedded.running(tmp_path) is None and not command_line(state.pid))


async def test_one_in_the_background_outlives_who_uses_it(tmp_path: Path) -> None:
    background = await Embedded.start(tmp_path, Options(mode="background"))
    async with connect(None, data_dir=tmp_path, attach=False) as database:
        await database.write("CREATE (:Made {n: 1})")
    assert embedded.running(tmp_path) == background.state
    await background.stop()
    assert embedded.running(tmp_path) is None


def test_db_starts_tells_and_stops(tmp_path: Path) -> None:
    assert innsyn(tmp_path, "status") == (3, "not running")
    assert innsyn(tmp_path, "start") == (0, "started")
    try:
        assert innsyn(tmp_path, "start") == (0, "running already")
        assert innsyn(tmp_path, "status") == (0, "running")
    finally:
        assert innsyn(tmp_path, "stop") == (0, "stopped")
    assert innsyn(tmp_path, "stop") == (0, "not running")


def test_db_says_in_one_line_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run_innsyn(tmp_path / "file", "start")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("EMBEDDED_FOLDER_UNWRITABLE: the data folder")


def address(local: Embedded) -> Address:
    return Address(uri=local.uri, user=local.user, password=local.password)


async def made(database: Database) -> int:
    rows = await database.read("MATCH (node:Made) RETURN count(node) AS n")
    count: int = rows[0]["n"]
    return count


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        await asyncio.sleep(0.05)
    pytest.fail("it did not come to hold within 30 seconds")


def owning_process(folder: Path) -> tuple["subprocess.Popen[str]", IO[str]]:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, process.stdout


def command_line(pid: int) -> bytes:
    """Empty for a process that has ended, also while nobody has asked how."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return b""


def innsyn(folder: Path, command: str) -> tuple[int, str]:
    done = run_innsyn(folder, command)
    return done.returncode, re.split(r"  |:| \(", done.stdout)[0]


def run_innsyn(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "INNSYN_DATA_DIR": str(folder)}
    program = [sys.executable, "-c", "import cli; cli.main()", "db", *command]
    return subprocess.run(program, env=environment, capture_output=True, text=True, check=False)


def listening(pid: int) -> set[tuple[str, int]]:
    """Every address and port that a process listens on, from /proc."""
    sockets = set(open_files(pid))
    tables = [Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:] for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables for line in table]
    return {heard_at(row[1]) for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets}


def open_files(pid: int) -> Iterator[str]:
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            yield str(path.readlink())


def heard_at(text: str) -> tuple[str, int]:
    host, _, port = text.partition(":")
    words = [bytes.fromhex(host[at : at + 8])[::-1] for at in range(0, len(host), 8)]
    found = ip_address(b"".join(words))
    return str(getattr(found, "ipv4_mapped", None) or found), int(port, 16)
