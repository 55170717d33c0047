"""What waits on disk: relationships until their ends are there, persons until they may be seen."""

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, Self


class Spool:
    """Rows in a temporary file of our own, in the order written; read again as often as needed."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # closed in __exit__
        self.count = 0

    def add(self, row: tuple[Any, ...]) -> None:
        """Keep one row."""
        pickle.dump(row, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self.count += 1

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Each row. Nothing is added while they are read."""
        self._file.flush()
        self._file.seek(0)
        for _ in range(self.count):
            yield pickle.load(self._file)  # noqa: S301  # written by ourselves above, in a file that no one else can open

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
