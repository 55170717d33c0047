"""The embedded database: an ArcadeDB in a Java of its own, on loopback, over one data folder.

The lock on `graph.lock` is an open file that the Java process inherits and nobody else keeps: it is held exactly as long
as that process lives, whoever started it and however it ends, so a lock is never stale and two never open one folder.
An owner holds `graph.owner` in the same way, so that nobody attaches to a database whose owner is gone and that ends too.

An *owned* database ends with the process that started it (on Linux even when that one is killed: the kernel sends TERM);
elsewhere than on Linux a killed owner leaves it running, the next start attaches to it, and `innsyn db stop` ends it.
A *background* one (`innsyn db start`) runs until `innsyn db stop`.
"""

import asyncio
import ctypes
import fcntl
import http.client
import json
import logging
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal, Self

from graph import errors

Mode = Literal["owned", "background"]

HOST: Final = "127.0.0.1"
USER: Final = "root"
DATABASE: Final = "neo4j"
START_SECONDS: Final = 60.0
STOP_SECONDS: Final = 20.0
# A dying owner's database needs a moment to close, and one that starts a moment to answer; who comes next waits.
HANDOVER_SECONDS: Final = 30.0
POLL_SECONDS: Final = 0.05
WATCH_SECONDS: Final = 0.25
STATEMENT_SECONDS: Final = 120
RESTARTS: Final = 3
RESTARTS_WITHIN_SECONDS: Final = 60.0

log = logging.getLogger(__name__)

# A statement makes many small rows that soon are gone: G1, which Java takes by itself, pays for each store into them.
COLLECTOR: Final = "-XX:+UseParallelGC"
# Where Java takes options too; of two collectors it takes none, and does not start.
JAVA_OPTIONS: Final = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")

# The bundled server also brings protocols that we never start; left off the class path they cannot be.
UNUSED_JARS: Final = ("arcadedb-console", "arcadedb-graphql", "arcadedb-mcp", "arcadedb-postgresw", "arcadedb-redisw", "arcadedb-python")

# Only these speak: an error logged by the query engine or by Bolt quotes values.
LOGGING: Final = """\
handlers = java.util.logging.ConsoleHandler
java.util.logging.ConsoleHandler.level = ALL
java.util.logging.ConsoleHandler.formatter = com.arcadedb.utility.AnsiLogFormatter
.level = OFF
com.arcadedb.server.ArcadeDBServer.level = INFO
com.arcadedb.server.http.HttpServer.level = INFO
com.arcadedb.bolt.BoltNetworkListener.level = INFO
com.arcadedb.bolt.BoltProtocolPlugin.level = INFO
com.arcadedb.server.plugin.PluginManager.level = WARNING
com.arcadedb.engine.TransactionManager.level = INFO
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where things lie in a data folder."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> Self:
        return cls(folder=folder.expanduser().absolute())

    @property
    def root(self) -> Path:
        return self.folder / "graph"

    @property
    def users(self) -> Path:
        return self.root / "config" / "server-users.jsonl"

    @property
    def password(self) -> Path:
        return self.folder / "graph.password"

    @property
    def lock(self) -> Path:
        return self.folder / "graph.lock"

    @property
    def owner(self) -> Path:
        return self.folder / "graph.owner"

    @property
    def state(self) -> Path:
        return self.folder / "graph.json"

    @property
    def log(self) -> Path:
        return self.folder / "graph.log"

    @property
    def died_log(self) -> Path:
        return self.folder / "graph.died.log"

    @property
    def logging(self) -> Path:
        return self.folder / "graph.logging"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A running database, as `graph.json` tells it."""

    pid: int
    owner: int
    mode: Mode
    bolt_port: int
    http_port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to start one. Port 0 is any free one; `memory` is Java's heap, as `2g`, a quarter of the machine's when empty."""

    mode: Mode = "owned"
    bolt_port: int = 0
    http_port: int = 0
    memory: str = ""
    # Also attach to a database that another process owns, and takes with it when it ends.
    attach: bool = True
    # Errors quote the database's sentences.
    development: bool = False
    # Where the `arcadedb_embedded` package lies, if not among what this Python imports.
    package: Path | None = None


@dataclass(slots=True, kw_only=True)
class Child:
    """A database that this process started; `owner` is the lock that says so."""

    process: "subprocess.Popen[bytes]"
    state: State
    owner: int | None

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def disown(self) -> None:
        """From now on whoever comes waits for its end."""
        if self.owner is not None:
            os.close(self.owner)
            self.owner = None


class Embedded:
    """A running embedded database: ours to stop when we started it, only used when we attached to it."""

    def __init__(self, files: Files, state: State, options: Options, child: Child | None) -> None:
        self.files = files
        self.state = state
        self.user: Final = USER
        self.database: Final = DATABASE
        self._options = options
        self._child = child

    @classmethod
    async def start(cls, folder: Path, options: Options | None = None) -> Self:
        """A database over `folder`, ready: the one that runs there already, else a new one.

        An owned one must be started on a thread that lives as long as it should: Linux sends TERM when that thread ends.
        """
        chosen = options or Options()
        files = _prepared(folder)
        held = await _lock_or_state(files, attach=chosen.attach)
        if isinstance(held, State):
            return cls(files, held, chosen, None)
        child = await _launched(files, held, chosen)
        return cls(files, child.state, chosen, child)

    @property
    def uri(self) -> str:
        """Where its Bolt listens."""
        return f"bolt://{HOST}:{self.state.bolt_port}"

    @property
    def password(self) -> str:
        """The generated password, from its file."""
        return self.files.password.read_text(encoding="ascii")

    @property
    def owned(self) -> bool:
        """Whether this process started it and has not let go."""
        return self._child is not None

    async def supervise(self) -> None:
        """Start our own database again, on its ports, when it dies; give up when it keeps dying."""
        deaths: list[float] = []
        while self._child:
            await asyncio.sleep(WATCH_SECONDS)
            if not self._has_died():
                continue
            if not self.files.state.exists():
                log.warning("the embedded database was stopped by `innsyn db stop`")
                return
            now = time.monotonic()
            deaths = [*(death for death in deaths if now - death < RESTARTS_WITHIN_SECONDS), now]
            log.warning("the embedded database died; its log is `%s`", self.files.died_log)
            if len(deaths) > RESTARTS or not await self._again():
                log.error("the embedded database is not started again; restart innsyn once the cause is mended")
                return

    async def stop(self) -> None:
        """End the database if this process started it."""
        child, self._child = self._child, None
        if child is not None:
            child.disown()
            await _ended(child.process.pid, lambda: child.ended)
            child.process.wait()

    def leave(self) -> None:
        """Let a database in the background run on after this process."""
        if self._child:
            # Or Popen warns, when it is collected, of a child that still runs.
            self._child.process.returncode = 0
            self._child = None

    def _has_died(self) -> bool:
        return self._child is not None and self._child.ended

    async def _again(self) -> bool:
        if self._child:
            self._child.disown()
        self.files.log.replace(self.files.died_log)
        options = replace(self._options, bolt_port=self.state.bolt_port, http_port=self.state.http_port)
        try:
            lock = await _lock_or_state(self.files, attach=False)
            if isinstance(lock, State):
                return False
            self._child = await _launched(self.files, lock, options)
        except errors.EmbeddedError as error:
            log.error("%s: %s", error.code, error)
            return False
        self.state = self._child.state
        return True


@asynccontextmanager
async def served(folder: Path, options: Options | None = None) -> AsyncIterator[Embedded]:
    """A supervised database for the length of the block; one that ran before runs on after it."""
    embedded = await Embedded.start(folder, options)
    supervisor = asyncio.create_task(embedded.supervise())
    try:
        yield embedded
    finally:
        supervisor.cancel()
        await asyncio.gather(supervisor, return_exceptions=True)
        await embedded.stop()


def running(folder: Path) -> State | None:
    """The database that runs over `folder`, whoever started it."""
    files = Files.of(folder)
    return _state(files) if is_locked(files) else None


async def stop(folder: Path, *, force: bool = False) -> State | None:
    """End the database that runs over `folder`, one that a living process owns only by `force`; which it was."""
    files = Files.of(folder)
    state = running(folder)
    if state and state.mode == "owned" and _is_held(files.owner) and not force:
        raise errors.FolderLocked(
            f"the database over `{files.folder}` belongs to process {state.owner} and ends with it; end that, or write `--force`",
            folder=files.folder,
        )
    if state:
        files.state.unlink(missing_ok=True)
        await _ended(state.pid, lambda: not is_locked(files))
    return state


def is_locked(files: Files) -> bool:
    """Whether a database runs over the folder."""
    return _is_held(files.lock)


def _prepared(folder: Path) -> Files:
    files = Files.of(folder)
    try:
        files.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.root.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(files.lock, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise errors.FolderUnwritable(
            f"the data folder `{files.folder}` cannot be written ({error.strerror}); make it writable, or set `INNSYN_DATA_DIR`",
            folder=files.folder,
        ) from None
    return files


async def _lock_or_state(files: Files, *, attach: bool) -> int | State:
    """The lock, ours now, as an open file; or the state of the database that holds it, once it answers."""
    until = time.monotonic() + HANDOVER_SECONDS
    while True:
        descriptor = os.open(files.lock, os.O_RDWR)
        if _flock(descriptor):
            return descriptor
        os.close(descriptor)
        state = _state(files)
        answers = state is not None and await asyncio.to_thread(_answers, state)
        if state and answers and not _is_dying(files, state):
            if attach or state.mode == "background":
                return state
            raise _in_use(files, state)
        if time.monotonic() > until:
            raise _in_use(files, state)
        await asyncio.sleep(POLL_SECONDS)


def _is_dying(files: Files, state: State) -> bool:
    return state.mode == "owned" and sys.platform == "linux" and not _is_held(files.owner)


async def _launched(files: Files, lock: int, options: Options) -> "Child":
    """A new database, ready. The lock passes to it."""
    try:
        child = _spawned(files, lock, options)
    finally:
        os.close(lock)
    try:
        await _ready(files, child)
        await asyncio.to_thread(_create_database, child.state, files.password.read_text(encoding="ascii"))
    except BaseException:
        child.process.kill()
        child.process.wait()
        child.disown()
        raise
    return child


def _in_use(files: Files, state: State | None) -> errors.FolderLocked:
    holder = f"process {state.owner}" if state else "another process"
    ends = "stop that one" if _is_held(files.owner) else "run `innsyn db stop`"
    return errors.FolderLocked(
        f"the data folder `{files.folder}` is in use by {holder}; {ends}, or set `INNSYN_DATA_DIR` to another",
        folder=files.folder,
    )


def _spawned(files: Files, lock: int, options: Options) -> "Child":
    files.state.unlink(missing_ok=True)
    bolt_port, http_port = _free_port(options.bolt_port, files), _free_port(options.http_port, files)
    command = _command(files, options, bolt_port, http_port)
    _make_password(files)
    _write_private(files.logging, LOGGING)
    _write_private(files.log, "")
    owner = _claimed(files) if options.mode == "owned" else None
    process = _process(files, lock, command, owned=options.mode == "owned")
    state = State(pid=process.pid, owner=os.getpid(), mode=options.mode, bolt_port=bolt_port, http_port=http_port)
    _write_private(files.state, json.dumps(asdict(state)))
    return Child(process=process, state=state, owner=owner)


def _claimed(files: Files) -> int:
    """A lock, on a file made anew, that tells others that this process lives."""
    files.owner.unlink(missing_ok=True)
    descriptor = os.open(files.owner, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def _process(files: Files, lock: int, command: list[str], *, owned: bool) -> "subprocess.Popen[bytes]":
    with files.log.open("ab") as output:
        return subprocess.Popen(
            command,
            cwd=files.root,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            umask=0o077,
            # Away from the terminal's signals: Ctrl-C is for us, and we then end it in order.
            start_new_session=True,
            pass_fds=(lock,),
            # The one call between fork and exec is a system call, which takes no lock that a thread of ours could hold.
            preexec_fn=_dies_with(os.getpid()) if owned and sys.platform == "linux" else None,  # noqa: PLW1509
        )


def _command(files: Files, options: Options, bolt_port: int, http_port: int) -> list[str]:
    java, jars = _runtime(files, options.package or _package())
    settings = {
        "java.util.logging.config.file": files.logging,
        "arcadedb.server.mode": "development" if options.development else "production",
        "arcadedb.server.rootPath": files.root,
        "arcadedb.server.rootPasswordPath": files.password,
        "arcadedb.server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "arcadedb.server.httpIncomingHost": HOST,
        "arcadedb.server.httpIncomingPort": http_port,
        "arcadedb.bolt.host": HOST,
        "arcadedb.bolt.port": bolt_port,
        "arcadedb.command.timeout": STATEMENT_SECONDS * 1000,
        # A commit is on the disk before it is acknowledged.
        "arcadedb.txWalFlush": 1,
    }
    chosen = any(re.search(r"-XX:\+Use\w+GC\b", os.environ.get(name, "")) for name in JAVA_OPTIONS)
    heap = [*([] if chosen else [COLLECTOR]), *([f"-Xmx{options.memory}"] if options.memory else [])]
    set_to = [f"-D{name}={value}" for name, value in settings.items()]
    path = os.pathsep.join(str(jar) for jar in jars)
    return [str(java), *heap, "--add-modules", "jdk.incubator.vector", *set_to, "-cp", path, "com.arcadedb.server.ArcadeDBServer"]


def _package() -> Path:
    spec = find_spec("arcadedb_embedded")
    return Path(spec.origin).parent if spec and spec.origin else Path("arcadedb_embedded")


def _runtime(files: Files, package: Path) -> tuple[Path, list[Path]]:
    java = package / "jre" / "bin" / "java"
    jars = sorted(jar for jar in (package / "jars").glob("*.jar") if not jar.name.startswith(UNUSED_JARS))
    if not java.is_file() or not jars:
        raise errors.RuntimeMissing(
            "the package `arcadedb-embedded` is missing or has no Java in it; install it again, or set `INNSYN_NEO4J_URI` to a Neo4j",
            folder=files.folder,
        )
    return java, jars


def _free_port(wanted: int, files: Files) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError:
            raise errors.PortTaken(
                f"port {wanted} on {HOST} is taken; free it, or let the embedded database choose one", folder=files.folder
            ) from None
        port: int = probe.getsockname()[1]
        return port


def _make_password(files: Files) -> None:
    """A password for the first start; one whose file was lost is made again, and the database forgets the old."""
    if files.password.is_file() and files.users.is_file():
        return
    files.users.unlink(missing_ok=True)
    _write_private(files.password, secrets.token_urlsafe(32))


def _write_private(path: Path, text: str) -> None:
    made = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    made.replace(path)


def _dies_with(parent: int) -> Callable[[], None]:
    prctl = ctypes.CDLL(None).prctl
    set_death_signal = 1

    def before_exec() -> None:
        prctl(set_death_signal, int(signal.SIGTERM), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return before_exec


async def _ready(files: Files, child: Child) -> None:
    until = time.monotonic() + START_SECONDS
    while not await asyncio.to_thread(_answers, child.state):
        if child.ended:
            told = f"the embedded database ended while it started; its log `{files.log}` says:\n{_tail(files.log)}"
            raise errors.ChildDied(told, folder=files.folder)
        if time.monotonic() > until:
            raise errors.StartTimeout(
                f"the embedded database was not ready within {START_SECONDS:.0f} s; its log is `{files.log}`", folder=files.folder
            )
        await asyncio.sleep(POLL_SECONDS)


def _answers(state: State) -> bool:
    try:
        return _asked(state, "GET", "/api/v1/ready") == http.client.NO_CONTENT
    except (OSError, http.client.HTTPException):
        return False


def _create_database(state: State, password: str) -> None:
    _asked(state, "POST", "/api/v1/server", password=password, body={"command": f"create database {DATABASE}"})


def _asked(state: State, method: str, path: str, *, password: str = "", body: dict[str, str] | None = None) -> int:
    basic = b64encode(f"{USER}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {basic}", "Content-Type": "application/json"} if password else {}
    connection = http.client.HTTPConnection(HOST, state.http_port, timeout=10)
    try:
        connection.request(method, path, body=json.dumps(body) if body else None, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()


async def _ended(pid: int, ended: Callable[[], bool]) -> None:
    for sent in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, sent)
        except ProcessLookupError:
            return
        until = time.monotonic() + STOP_SECONDS
        while time.monotonic() < until:
            if ended():
                return
            await asyncio.sleep(POLL_SECONDS)


def _state(files: Files) -> State | None:
    try:
        return State(**json.loads(files.state.read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        return None


def _is_held(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _flock(descriptor)
    finally:
        os.close(descriptor)


def _flock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _tail(path: Path, lines: int = 15) -> str:
    try:
        return "\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
