"""A plain HTTP client: one kept connection, no work but reading the answer, so that the server is what is measured."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit


class Refused(Exception):
    """The server did not answer as it should."""


@dataclass(slots=True, kw_only=True)
class Client:
    """One connection to the server, opened again when the server has closed it for being idle."""

    host: str
    port: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def open(cls, url: str) -> Self:
        """A connection to the host of the address."""
        parts = urlsplit(url)
        host, port = parts.hostname or "127.0.0.1", parts.port or 80
        reader, writer = await asyncio.open_connection(host, port)
        return cls(host=host, port=port, reader=reader, writer=writer)

    async def post(self, body: bytes, headers: Mapping[str, str]) -> bytes:
        """The answer to one request."""
        if self.reader.at_eof():
            self.close()
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        named = {"Host": f"{self.host}:{self.port}", "Content-Type": "application/json", "Content-Length": str(len(body)), **headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self.writer.write(f"POST /graphql HTTP/1.1\r\n{head}\r\n".encode() + body)
        answered = await self.reader.readuntil(b"\r\n\r\n")
        if not answered.startswith(b"HTTP/1.1 200 "):
            raise Refused(answered.decode("latin-1"))
        length = next(line for line in answered.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return await self.reader.readexactly(int(length.partition(b":")[2]))

    def close(self) -> None:
        """Hang up."""
        self.writer.close()


def written(body: Mapping[str, Any]) -> bytes:
    """A body as bytes."""
    return json.dumps(body, ensure_ascii=False).encode()
