"""`innsyn serve` in a process of its own, as a user starts it, over an engine of the tests."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from audit.migrate import migrate
from audit.store import Address
from tests.databases import Server, free_port


async def started(server: Server, folder: Path, port: int, **more: str) -> asyncio.subprocess.Process:
    """The process, once it answers at the port; `more` is said in its environment."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "import cli; cli.main()", "serve", "--port", str(port)),
        env=os.environ | _settings(server, folder) | more,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    async for line in process.stdout:
        if re.search(rb"/graphql", line):
            return process
    raise RuntimeError("the server ended before it answered")


@asynccontextmanager
async def served(server: Server, folder: Path, **more: str) -> AsyncIterator[str]:
    """The address of a server that lasts as long as this."""
    await server.migrate()
    migrate(Address.of(None, folder))
    port = free_port()
    process = await started(server, folder, port, **more)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


def _settings(server: Server, folder: Path) -> Mapping[str, str]:
    address = server.address
    return {
        "INNSYN_PROFILE": "development",
        "INNSYN_BUDGET_EMPLOYEE": "1000000000",
        "INNSYN_DATA_DIR": str(folder),
        "INNSYN_NEO4J_URI": address.uri,
        "INNSYN_NEO4J_USER": address.user,
        "INNSYN_NEO4J_PASSWORD": address.password,
        "INNSYN_NEO4J_DATABASE": address.database,
    }
