"""`innsyn serve` as a child process, over a database that runs already."""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from audit.migrate import migrate
from audit.store import Address as Store
from auth.development import DevelopmentIssuer
from auth.viewer import Viewer, ViewerKind
from graph.database import Address

START_SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server that answers."""

    url: str
    token: Callable[[Viewer], str]

    def headers(self, viewer: Viewer) -> dict[str, str]:
        """What a viewer sends with each request."""
        stated = {"Innsyn-Purpose": viewer.purpose} if viewer.purpose else {}
        return {"Authorization": f"Bearer {self.token(viewer)}", **stated}


@asynccontextmanager
async def served(
    address: Address, *, logs: bool = True, log: str | None = None, module: str = "", more: Mapping[str, str] | None = None
) -> AsyncIterator[Served]:
    """The server, for the length of the block. `log` is its look-up log's address, unless that is a file; without `logs` it has none.
    `module` is what starts it instead of `innsyn`; `more` is said in its environment."""
    with tempfile.TemporaryDirectory(prefix="innsyn-bench-") as folder:
        other = module or ("" if logs else "bench.unlogged")
        started = ["-m", other] if other else ["-c", "import cli; cli.main()"]
        command = [sys.executable, *started, "serve", "--port", "0"]
        environment = os.environ | _settings(address, Path(folder), log) | dict(more or {})
        await asyncio.to_thread(migrate, Store.of(log, Path(folder)))
        process = await asyncio.create_subprocess_exec(
            *command,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            issuer = DevelopmentIssuer.of(Path(folder))
            yield Served(url=await asyncio.wait_for(_url(process), START_SECONDS), token=issuer.token)
        finally:
            process.terminate()
            await process.wait()


def _settings(address: Address, folder: Path, log: str | None) -> dict[str, str]:
    return {
        "INNSYN_AUDIT_URL": log or "",
        "INNSYN_PROFILE": "development",
        **{f"INNSYN_BUDGET_{kind.name}": str(10**9) for kind in ViewerKind},
        "INNSYN_REFUSALS": "100000",
        "INNSYN_DATA_DIR": str(folder),
        "INNSYN_NEO4J_URI": address.uri,
        "INNSYN_NEO4J_USER": address.user,
        "INNSYN_NEO4J_PASSWORD": address.password,
        "INNSYN_NEO4J_DATABASE": address.database,
    }


async def _url(process: asyncio.subprocess.Process) -> str:
    async for line in process.stdout or asyncio.StreamReader():
        found = re.search(r"http://\S+/graphql", line.decode())
        if found:
            return found[0].rstrip(";")
    raise RuntimeError("the server ended before it answered")
