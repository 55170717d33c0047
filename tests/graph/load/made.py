"""Builders of lines: each carries the defaults, so that a test says only what matters."""

import io
import json
from typing import Any

NOW = 1_700_000_000_000


def node(id: str, label: str = "Person", **properties: Any) -> str:
    return json.dumps({"type": "node", "id": id, "labels": [label], "properties": properties}, ensure_ascii=False)


def person(id: str, **properties: Any) -> str:
    return node(id, **{"screenedAt": "2026-01-01", **properties})


def edge(start: str, type: str, end: str, **properties: Any) -> str:
    held = {"validFrom": "2020-01-01", **properties}
    return json.dumps({"type": "relationship", "label": type, "start": {"id": start}, "end": {"id": end}, "properties": held})


def stream(*lines: str | bytes) -> io.BytesIO:
    return io.BytesIO(b"".join(line.encode() + b"\n" if isinstance(line, str) else line + b"\n" for line in lines))
