"""What is kept of one request for those who run the server: when it did what, in words that are all ours.

Nothing of a client's is kept, neither its names nor its values; what may be said is closed, so labels are few (docs/running.md).
"""

import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Final

from api.observe.traceparent import Parent

NOT_KNOWN: Final = "none"
"""The operation of a request that was refused before it was known, and the kind of a viewer who was not let in."""
ANSWERED: Final = "OK"
NO_ADDRESS, NOT_ALLOWED = "NO_SUCH_ADDRESS", "METHOD_NOT_ALLOWED"
"""The codes of what no error of ours refused: there is nothing at that address, or nothing that takes the method."""
PREFLIGHT, PAGE = "preflight", "page"
"""The operations of what asks for none: a browser's question before it asks, and GraphiQL with the way there."""


class Phase(StrEnum):
    """What a request's time goes to."""

    TOKEN = "token"  # noqa: S105 - verifying one
    PARSE = "parse"
    VALIDATE = "validate"
    PLAN = "plan"
    DATABASE = "database"
    SHAPE = "shape"
    LOG = "log"


@dataclass(slots=True, kw_only=True)
class Watch:
    """One request.

    operation  its name in a trusted document, its root field, or the endpoint; never a name that the client gave it
    code       `OK`, or that of the error that refused it whole
    phases     what was done, from when to when, by `time.perf_counter_ns`; what was known already was not done
    parts      how many parts of its answer came after the first
    """

    id: str
    trace: str
    method: str
    path: str
    parent: Parent | None = None
    operation: str = NOT_KNOWN
    viewer: str = NOT_KNOWN
    code: str = ANSWERED
    status: int = 0
    began: int = field(default_factory=time.perf_counter_ns)
    ended: int = 0
    phases: list[tuple[Phase, int, int]] = field(default_factory=list)
    parts: int = 0

    @property
    def counted(self) -> bool:
        """Whether it is a question, and not one of how the server is."""
        return not self.path.startswith("/health/")

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.ended - self.began) / 1e9

    def asks(self, operation: str) -> None:
        """It is known what it asks for; an endpoint that asks several operations keeps its own name."""
        if self.operation == NOT_KNOWN:
            self.operation = operation

    def settle(self) -> None:
        """It has ended, and what asked for no operation is told from what was refused before its operation was known."""
        if self.operation != NOT_KNOWN or self.code != ANSWERED:
            return
        if self.status >= 400:
            self.code = NO_ADDRESS if self.status == 404 else NOT_ALLOWED
        elif self.status:
            self.operation = PREFLIGHT if self.method == "OPTIONS" else PAGE


_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


def watches(watch: Watch) -> None:
    """From here on this is the request that is answered."""
    _WATCH.set(watch)


def watched() -> Watch | None:
    """The request that is answered here, if one is."""
    return _WATCH.get()


def closes(code: str) -> None:
    """The request is refused whole by an error of that code."""
    if watch := _WATCH.get():
        watch.code = code


class _Timed:
    """From where the block begins to where it ends, however it does."""

    __slots__ = ("_began", "_phase")

    def __init__(self, phase: Phase) -> None:
        self._phase, self._began = phase, 0

    def __enter__(self) -> None:
        self._began = time.perf_counter_ns()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if watch := _WATCH.get():
            watch.phases.append((self._phase, self._began, time.perf_counter_ns()))


def timed(phase: Phase) -> _Timed:
    """Watches what the block takes."""
    return _Timed(phase)
