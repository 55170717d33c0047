"""The operations that the demo and our own pages ask: warmed at start, shown in GraphiQL, compiled into golden files."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def known() -> dict[str, str]:
    """Each document by the name of its file."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.graphql"))}
