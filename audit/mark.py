"""How far the log was when it was last seen from here, kept outside its store: what is cut off its end afterwards is missed, also by the
next process.

A file in the data folder holds it. It is written after a commit, never before, so that a log which lost nothing is never said to lack
something; and not through to the disk, so that it costs next to nothing: of a machine that goes down, the last moments may be missing in
it, and what is cut off of those is not missed. It has two places that are written in turn, so that one always reads.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import orjson

from audit.errors import LogCut, LogUnavailable
from audit.tree import EMPTY

_PLACE: Final = 512
_CHECK: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """How many entries the log had, and the root over them. The greater one is the newer.

    resumed  how often an operator has let the log go on after it was found cut off
    cut      whether it has been found cut off, and no operator has
    """

    resumed: int = 0
    cut: bool = False
    size: int
    root: bytes = field(compare=False)

    @classmethod
    def read(cls, place: bytes) -> "Mark | None":
        """The mark that a place of the file holds; none where it was never written, or not to its end."""
        check, text = place[:_CHECK], place[_CHECK:].rstrip(b"\0\n ")
        if hashlib.sha256(text).hexdigest().encode() != check:
            return None
        told = orjson.loads(text)
        return cls(**(told | {"root": bytes.fromhex(told["root"])}))

    @property
    def written(self) -> bytes:
        """It as a place of the file."""
        text = orjson.dumps({"size": self.size, "root": self.root.hex(), "resumed": self.resumed, "cut": self.cut})
        return (hashlib.sha256(text).hexdigest().encode() + text).ljust(_PLACE - 1) + b"\n"


@dataclass(slots=True)
class Memory:
    """What the processes that share a data folder have seen of one log."""

    file: Path
    own: Mark | None = None
    """What this process has seen, which stands also where somebody removes the file."""

    def newest(self) -> Mark | None:
        """How far the log has been seen; nothing where it never was."""
        if self.file.exists():
            with self._opened() as handle:
                self.own = max(filter(None, (self.own, *_places(handle))), default=None)
        return self.own

    def note(self, size: int, root: bytes) -> None:
        """The log has come so far. `LogCut` where another process has found it cut off."""
        kept = self._keep(Mark(resumed=self.own.resumed if self.own else 0, size=size, root=root))
        if kept.cut:
            raise LogCut(seen=kept.size, found=size)

    def stop(self) -> int:
        """The log has been found cut off, or is another: nothing is written until an operator has decided. How many entries were seen."""
        seen = self.newest() or Mark(size=0, root=EMPTY)
        self._keep(replace(seen, cut=True))
        return seen.size

    def resume(self, size: int, root: bytes) -> None:
        """An operator has decided that the log goes on from there."""
        seen = self.newest()
        self._keep(Mark(resumed=seen.resumed + 1 if seen else 0, size=size, root=root))

    def _keep(self, mark: Mark) -> Mark:
        """Remember it, unless something newer is remembered already; what then is."""
        with self._opened() as handle:
            places = _places(handle)
            kept = max(filter(None, places), default=None)
            if kept is None or kept < mark:
                os.pwrite(handle, mark.written, _PLACE if kept is not None and kept is places[0] else 0)
        self.own = max(filter(None, (mark, kept, self.own)))
        return self.own

    @contextmanager
    def _opened(self) -> Iterator[int]:
        """The file, for one process at a time."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.file, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield handle
            finally:
                os.close(handle)
        except OSError:
            raise LogUnavailable(f"`{self.file.name}` in the data folder cannot be written") from None


def _places(handle: int) -> list[Mark | None]:
    text = os.pread(handle, 2 * _PLACE, 0)
    return [Mark.read(text[:_PLACE]), Mark.read(text[_PLACE:])]
