"""Both engines for the tests: each started when first asked for, once a worker, on loopback, over folders of the run."""

import asyncio
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from graph import embedded
from graph.database import Address, Database, Engine
from graph.migrate import migrate
from tests import maven
from tests.maven import java

ENGINES: Final[tuple[Engine, ...]] = ("arcadedb", "neo4j")
HERE: Final = Path(__file__).parent / "neo4j"
POM: Final = HERE / "pom.xml"
START_SECONDS: Final = 120
PAGE_CACHE: Final = 128
"""Megabytes: many times what a test puts into a graph."""
OLDEST_JAVA: Final = 17

# What migrations bring stays from test to test; everything else goes.
DELETE_NODES: Final = """\
MATCH (node) WHERE NOT node:__Neo4jMigration AND coalesce(node.source, '') <> 'REFERENCE'
WITH node LIMIT 5000
DETACH DELETE node
RETURN count(*) AS deleted"""
DELETE_RELATIONSHIPS: Final = """\
MATCH (:Entity)-[held]->() WHERE coalesce(held.source, '') <> 'REFERENCE'
WITH held LIMIT 5000
DELETE held
RETURN count(*) AS deleted"""
DELETE_ALL: Final = "MATCH (node) WITH node LIMIT 5000 DETACH DELETE node RETURN count(*) AS deleted"


class Running(Protocol):
    """An engine that runs."""

    @property
    def address(self) -> Address: ...

    async def stop(self) -> None: ...


@dataclass(slots=True, kw_only=True)
class ArcadeDB:
    """Our own embedded database, over a folder of the run."""

    local: embedded.Embedded

    @classmethod
    async def start(cls, folder: Path) -> "ArcadeDB":
        return cls(local=await embedded.Embedded.start(folder, embedded.Options(memory="1g", development=True)))

    @property
    def address(self) -> Address:
        return Address(uri=self.local.uri, user=self.local.user, password=self.local.password, database=self.local.database)

    async def stop(self) -> None:
        await self.local.stop()


@dataclass(slots=True, kw_only=True)
class Neo4j:
    """A Neo4j Community from its Maven artifacts; it ends when our end of its standard input does, even if we are killed."""

    address: Address
    process: "subprocess.Popen[str]"

    @classmethod
    async def start(cls, folder: Path, page_cache: int = PAGE_CACHE) -> "Neo4j":
        """Over the folder, with so many megabytes of page cache."""
        jars = await asyncio.to_thread(maven.jars, POM)
        port, password = free_port(), secrets.token_urlsafe(16)
        command = [
            java(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-cp",
            f"{jars}/*",
            str(HERE / "Launch.java"),
            str(folder),
            str(port),
            password,
            str(page_cache),
        ]
        process = _spawned(command, folder / "neo4j.log")
        assert process.stdout
        try:
            said = await asyncio.wait_for(asyncio.to_thread(process.stdout.readline), START_SECONDS)
            assert said == "ready\n", (folder / "neo4j.log").read_text()
        except BaseException:
            process.kill()
            raise
        return cls(address=Address(uri=f"bolt://127.0.0.1:{port}", user="neo4j", password=password), process=process)

    async def stop(self) -> None:
        # Nobody needs its data any more, and closing it in order takes seconds.
        self.process.kill()
        self.process.communicate()


STARTED_BY: Final[dict[Engine, Callable[[Path], Awaitable[Running]]]] = {"arcadedb": ArcadeDB.start, "neo4j": Neo4j.start}


@dataclass(slots=True, kw_only=True)
class Server:
    """A running engine with an open database, and what the last test left in it."""

    running: Running
    database: Database
    migrated: bool = False

    @property
    def address(self) -> Address:
        return self.running.address

    async def migrate(self) -> None:
        """Bring constraints, indexes and reference data, once, and again after a wipe."""
        if not self.migrated:
            where = self.address
            await migrate(where.uri, where.user, where.password, where.database)
            self.migrated = True

    async def clear(self) -> None:
        """Delete all but what migrations brought."""
        await self._until_none(DELETE_NODES)
        await self._until_none(DELETE_RELATIONSHIPS)

    async def wipe(self) -> None:
        """Delete everything, also constraints and indexes."""
        self.migrated = False
        await self._until_none(DELETE_ALL)
        for row in await self.database.read("SHOW CONSTRAINTS YIELD name RETURN name"):
            await self.database.write(f"DROP CONSTRAINT `{row['name']}` IF EXISTS")
        for row in await self.database.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            await self.database.write(f"DROP INDEX `{row['name']}` IF EXISTS")

    async def _until_none(self, statement: str) -> None:
        while (await self.database.write(statement))[0]["deleted"]:
            pass


@dataclass(slots=True)
class Servers:
    """The engines of this worker, each started when a test first asks for it."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="innsyn-tests-")))
    started: dict[Engine, Server] = field(default_factory=dict)

    async def server(self, engine: Engine) -> Server:
        if engine not in self.started:
            folder = self.folder / engine
            folder.mkdir()
            running = await STARTED_BY[engine](folder)
            where = running.address
            database = await Database.open(where.uri, where.user, where.password, where.database, development=True)
            self.started[engine] = Server(running=running, database=database)
        return self.started[engine]

    async def stop(self) -> None:
        for server in self.started.values():
            await server.database.close()
            await server.running.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def missing_for_neo4j() -> str | None:
    """What a Neo4j lacks on this machine."""
    version = _java_version()
    if version is None or version < OLDEST_JAVA:
        return f"Java {OLDEST_JAVA} or later ({'none' if version is None else version} is here)"
    return maven.missing(POM)


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _spawned(command: list[str], log: Path) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    with log.open("w") as output:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=output, text=True, start_new_session=True)


def _java_version() -> int | None:
    try:
        told = subprocess.run([java(), "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        return None
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else None
