"""One load or migration at a time from a data folder: two at once would both create what neither finds."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graph.errors import GraphBusy

LOCK: Final = "graph.writing"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else who uses this data folder fills the graph for the length of the block; GraphBusy where someone does."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise GraphBusy from None
        yield
