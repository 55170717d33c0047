"""GraphiQL, in the development profile: its files are ours to serve, so it works offline and under a strict content policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import orjson
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

_FOLDER = Path(__file__).parent
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One operation to try."""

    query: str
    variables: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> dict[str, str]:
        """As GraphiQL takes it."""
        return {"query": self.query, "variables": _text(self.variables), "headers": _text(self.headers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page, with a tab for each operation to try."""

    tabs: Sequence[Tab]

    def response(self) -> Response:
        """The page as a response."""
        tabs = escape(orjson.dumps([tab.shown for tab in self.tabs]).decode())
        html = (_FOLDER / "page.html").read_text(encoding="utf-8").replace("{{tabs}}", tabs)
        return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY})


def assets() -> StaticFiles:
    """The files that the page loads."""
    return StaticFiles(directory=_FOLDER)


def _text(values: Mapping[str, str]) -> str:
    return orjson.dumps(dict(values), option=orjson.OPT_INDENT_2).decode()
