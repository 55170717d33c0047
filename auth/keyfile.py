"""Keys that a data folder keeps: made once, readable by their owner alone."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """What the file holds; made first when there is none. Two that make it at once end with the same."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        _place(path, make())
    return path.read_bytes()


def _place(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 600
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(written)
    except FileExistsError:
        pass
    finally:
        written.unlink()
