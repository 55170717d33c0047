"""Rejected lines, each beside the file that it came from, with its number and reason."""

import os
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

import orjson

from graph.errors import RejectsUnwritable
from graph.load.lines import Source
from graph.load.record import Reject
from graph.load.spool import Spool

ENDING: Final = ".rejected.jsonl"
# More names in broken guards than this, and no one of the whole load is opened: they would not fit in memory.
MOST_NAMED: Final = 100_000


class Rejects:
    """Where rejected lines go: `FILE.rejected.jsonl` beside each file, `stdin.rejected.jsonl` here for a stream, or one file for all.

    Each is made at the first rejected line; what an earlier load left there goes.
    """

    def __init__(self, sources: list[Source], named: Spool, into: Path | None = None) -> None:
        if into in sources:
            raise RejectsUnwritable(str(into), "it is the file to load")
        self.paths = [into or _beside(source) for source in sources]
        self.counts: Counter[str] = Counter()
        self.named = named
        self._names: set[str] = set()
        self._too_many = False
        self._open: dict[Path, IO[bytes]] = {}

    def add(self, source: int, reject: Reject) -> None:
        """Write one down, and remember whom it closes."""
        self.counts[reject.reason.value] += 1
        self._name(reject.names)
        line = {
            "line": reject.line.number,
            "reason": reject.reason,
            "message": reject.message,
            "text": reject.line.raw.decode("utf-8", "replace"),
        }
        self._file(self.paths[source]).write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    def written(self) -> list[Path]:
        """The files that hold a rejected line."""
        return list(self._open)

    def closes(self, person: str) -> bool:
        """Whether a rejected protection or kinship line names the person."""
        return self._too_many or person in self._names

    def _name(self, names: frozenset[str]) -> None:
        for name in names:
            self.named.add((name,))
        self._names |= names
        if len(self._names) > MOST_NAMED:
            self._too_many = True
            self._names.clear()

    def _file(self, path: Path) -> IO[bytes]:
        if path not in self._open:
            # It holds what the file held, persons too: for its owner's eyes.
            self._open[path] = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
        return self._open[path]

    def __enter__(self) -> Self:
        for path in self.paths:
            _require_writable(path)
            path.unlink(missing_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for opened in self._open.values():
            opened.close()


def _require_writable(path: Path) -> None:
    if path.is_dir() or not os.access(path.absolute().parent, os.W_OK):
        raise RejectsUnwritable(str(path), "not a place to write to")


def _beside(source: Source) -> Path:
    return source.with_name(source.name + ENDING) if isinstance(source, Path) else Path.cwd() / ("stdin" + ENDING)
