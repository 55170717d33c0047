"""A PostgreSQL for the tests: one a worker, on loopback, over a folder of the run. Each test has a user and a schema of its own."""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psycopg

from tests.databases import free_port
from tests.maven import NotHere

START_SECONDS: Final = 60
OWNER: Final = "owner"


@dataclass(slots=True, kw_only=True)
class PostgreSQL:
    """A cluster that trusts loopback; `owner` is its superuser."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @classmethod
    def made(cls) -> "PostgreSQL":
        """A running cluster in a new folder."""
        folder = Path(tempfile.mkdtemp(prefix="innsyn-postgres-"))
        if user := _user():
            shutil.chown(folder, user)
        options = ("--username", OWNER, "--auth", "trust", "--no-locale", "--encoding", "UTF8", "--no-sync")
        command = (_program("initdb"), "--pgdata", str(folder / "data"), *options)
        subprocess.run(command, check=True, capture_output=True, cwd=folder, user=user)
        cluster = cls(folder=folder)
        cluster.start()
        return cluster

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = ("-p", str(self.port), "-k", str(self.folder), "-c", "listen_addresses=127.0.0.1")
        command = (_program("postgres"), "-D", str(self.folder / "data"), *options)
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, user=_user())
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return

    def end(self) -> None:
        """End it at once, as when the machine does; what was committed is there when it starts again."""
        if self.process:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()

    def remove(self) -> None:
        """End it, and delete its folder."""
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, user: str = OWNER) -> str:
        """The address of the database as that user."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/postgres"

    def apart(self) -> str:
        """A new user's name, who may make roles and has an empty schema."""
        name = f"log_{secrets.token_hex(6)}"
        self.run(f"CREATE ROLE {name} LOGIN CREATEROLE")
        self.run(f"CREATE SCHEMA AUTHORIZATION {name}")
        return name

    def run(self, statement: str) -> None:
        """Run a statement as the owner."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())


def missing() -> str | None:
    """What this machine lacks to run it."""
    try:
        _program("postgres")
    except NotHere as error:
        return str(error)
    return None


def _program(name: str) -> str:
    # Debian keeps them out of PATH.
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = next(iter(places), None) or shutil.which(name)
    if found is None:
        raise NotHere(f"`{name}` of PostgreSQL")
    return str(found)


def _user() -> str | None:
    """As whom it runs, since it refuses to run as root."""
    if os.getuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


def running() -> Iterator[PostgreSQL]:
    """A cluster until the end."""
    cluster = PostgreSQL.made()
    try:
        yield cluster
    finally:
        cluster.remove()
