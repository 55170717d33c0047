"""Lines of a file or a stream, plain or gzip, none kept longer than it may be."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Protocol, cast

from graph.errors import SourceUnreadable
from graph.load.record import Line

if TYPE_CHECKING:
    from typing_extensions import Buffer

LONGEST: Final = 1024 * 1024
GZIP: Final = b"\x1f\x8b"
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

AT_ONCE: Final = 64 * 1024

Source = Path | IO[bytes]


class Digest(Protocol):
    """What takes bytes in, as those of `hashlib` do."""

    def update(self, data: bytes, /) -> None:
        """Take in more."""


def name_of(source: Source) -> str:
    """What a source is called where people read it."""
    return str(source) if isinstance(source, Path) else "stdin"


def require_readable(source: Source) -> None:
    """Raise SourceUnreadable when a file cannot be opened, before anything of it or of another is loaded."""
    if isinstance(source, Path):
        with opened(source):
            pass


class Watched(io.RawIOBase):
    """The bytes of a source as it has them, plain or not, and their digest as far as they have been read."""

    def __init__(self, raw: IO[bytes], digest: Digest) -> None:
        self._raw, self._digest = raw, digest

    def readable(self) -> bool:
        return True

    def readinto(self, into: "Buffer", /) -> int:
        view = memoryview(into)
        read = self._raw.read(len(view))
        self._digest.update(read)
        view[: len(read)] = read
        return len(read)


@contextmanager
def opened(source: Source, digest: Digest | None = None) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The plain bytes of a source, and the raw ones, whose position tells how far we are; `digest` takes them in. A stream stays open."""
    try:
        raw = source.open("rb") if isinstance(source, Path) else source
    except OSError as error:
        raise SourceUnreadable(name_of(source), error.strerror or "cannot be opened") from None
    buffered: io.BufferedReader[Any]
    if digest is not None:
        buffered = io.BufferedReader(Watched(raw, digest), AT_ONCE)
    else:
        buffered = cast("io.BufferedReader", raw) if hasattr(raw, "peek") else io.BufferedReader(cast("io.RawIOBase", raw))
    try:
        plain = gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == GZIP else buffered
        yield cast("IO[bytes]", plain), raw
    finally:
        if isinstance(source, Path):
            raw.close()


def lines(stream: IO[bytes], name: str) -> Iterator[Line]:
    """Each line that is not blank, without its end. SourceUnreadable when the bytes break off."""
    number = 0
    try:
        while raw := stream.readline(LONGEST + 2):
            number += 1
            if number == 1:
                raw = raw.removeprefix(BYTE_ORDER_MARK)
            whole = _ended(stream, raw)
            if raw.strip():
                yield Line(number=number, raw=raw.rstrip(b"\r\n") if whole else raw[:LONGEST], whole=whole)
    except (OSError, EOFError, zlib.error):
        failure = SourceUnreadable(name, f"its bytes break off after line {number}")
    else:
        return
    raise failure


def _ended(stream: IO[bytes], raw: bytes) -> bool:
    if len(raw.rstrip(b"\r\n")) <= LONGEST:
        return True
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(LONGEST)
    return False
