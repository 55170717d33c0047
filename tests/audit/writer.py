"""A process that writes look-ups until it is ended, and says each that was acknowledged: `python writer.py WHERE NAME DATA-FOLDER`."""

import asyncio
import sys
from pathlib import Path

from audit.log import Log, opened
from audit.store import Address
from tests.audit.made import lookup, outcome

CLIENTS = 8


async def client(log: Log, name: str) -> None:
    """Ask about two persons, again and again."""
    for number in range(1_000_000):
        request = f"{name}-{number}"
        await log.conclude(log.intend(lookup(request=request)), outcome("p-kari", f"p-{name}"))
        sys.stdout.write(f"{request}\n")
        sys.stdout.flush()


async def main(where: str, name: str, folder: str) -> None:
    address = Address.of(where, Path(folder)) if where.startswith("postgresql:") else Address.of(None, Path(where))
    async with opened(address, linger=0.001) as log:
        await asyncio.gather(*(client(log, f"{name}-{number}") for number in range(CLIENTS)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
