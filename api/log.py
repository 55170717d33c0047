"""The server's log: JSON lines on standard error that hold no value, no query and no personal data."""

import logging
import sys
import traceback
from pathlib import Path
from typing import Any, TextIO

import orjson
import structlog

ROOT = Path(__file__).parents[1]
_QUIET = {"neo4j": logging.ERROR, "neo4j.notifications": logging.CRITICAL}
"""Loggers of parts that may quote a statement in their warnings."""


def configure(stream: TextIO | None = None) -> None:
    """Send our log and that of the parts we use to one stream."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(serializer=_text),
        ],
        logger_factory=structlog.PrintLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    logging.root.handlers = [_Parts()]
    logging.root.setLevel(logging.WARNING)
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
    logging.getLogger("uvicorn.error").addFilter(_told_otherwise)


def _told_otherwise(record: logging.LogRecord) -> bool:
    """Not what uvicorn says of a WebSocket: it is refused in words, and a line of ours has the code (docs/decisions/0039-parts.md)."""
    return not str(record.msg).startswith(("Unsupported upgrade request", "No supported WebSocket library"))


def failure(error: BaseException) -> dict[str, Any]:
    """What may be said of an unexpected error: its type and where it came from, not its message, which may quote a value."""
    return {"failure": type(error).__name__, "frames": [_frame(frame) for frame in traceback.extract_tb(error.__traceback__)[-12:]]} | (
        {"because": failure(error.__cause__)} if error.__cause__ else {}
    )


def _frame(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    named = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-2:])
    return f"{named}:{frame.lineno} {frame.name}"


def _text(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=str).decode()


class _Parts(logging.Handler):
    """What the parts we use log, as lines of ours: the message as it was written, without the values that it was given."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        told = {"logger": record.name, "said": str(record.msg)} | (failure(error) if error else {})
        structlog.get_logger().log(record.levelno, "part", **told)
