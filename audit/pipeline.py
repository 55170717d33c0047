"""Statements that are sent to PostgreSQL in one go and awaited once.

In a server that is busy each wait is a turn of Python's lock, and each message by itself wakes PostgreSQL up; psycopg's own pipeline does
both for every statement. So this one goes by libpq, as `psycopg.pq` has it, and keeps its prepared statements itself.
"""

import selectors
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import psycopg
    from psycopg.pq.abc import PGconn, PGresult

_MOST_PREPARED: Final = 100
"""Statements that are kept prepared; those that differ by how many they ask for may be many."""

_Selector: Final = getattr(selectors, "PollSelector", selectors.SelectSelector)
"""What waits for one connection without a file of its own to open; where there is no `poll`, by `select`."""

Said = tuple[str, Sequence[object]]
"""A statement with `?` for its parameters, and these."""


@dataclass(slots=True)
class Pipeline:
    """What is to be sent on a connection, for one thread at a time."""

    connection: "psycopg.Connection[tuple[Any, ...]]"
    queued: list[Said] = field(default_factory=list)
    _prepared: dict[tuple[str, tuple[int, ...]], bytes] = field(default_factory=dict)

    def add(self, statement: str, given: Sequence[object] = ()) -> None:
        """Send it with the next that is awaited."""
        self.queued.append((statement, given))

    def ended(self) -> "PGresult | None":
        """Send what was added, wait for all of it, and give what the last came to. Raises what PostgreSQL says of the first that failed,
        after which nothing was done."""
        if not self.queued:
            return None
        raw, queued, self.queued = self.connection.pgconn, self.queued, []
        raw.enter_pipeline_mode()
        answers = sum(self._send(raw, *each) for each in queued)
        raw.pipeline_sync()
        _flush(raw)
        results = [_next(raw) for _ in range(answers)]
        _synchronised(raw)
        raw.exit_pipeline_mode()
        self._require(results)
        return results[-1]

    def rows(self, statement: str, given: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Its rows, after what was added."""
        from psycopg.adapt import Transformer

        self.add(statement, given)
        result = self.ended()
        loads = Transformer.from_context(self.connection)
        loads.set_pgresult(result)
        return loads.load_rows(0, result.ntuples, tuple) if result and result.nfields else []

    def _send(self, raw: "PGconn", statement: str, given: Sequence[object]) -> int:
        """How many answers it will have."""
        from psycopg.adapt import PyFormat, Transformer

        dumps = Transformer.from_context(self.connection)
        values = dumps.dump_sequence(given, [PyFormat.AUTO] * len(given))
        types, formats = dumps.types or (), dumps.formats
        name = self._prepared.get((statement, types))
        if name is None and len(self._prepared) >= _MOST_PREPARED:
            raw.send_query_params(_numbered(statement), values, types, formats)
            return 1
        answers = 1
        if name is None:
            name = self._prepared[statement, types] = f"log_{len(self._prepared)}_{next(_NUMBER)}".encode()
            raw.send_prepare(name, _numbered(statement), types)
            answers = 2
        raw.send_query_prepared(name, values, formats)
        return answers

    def _require(self, results: "Sequence[PGresult]") -> None:
        from psycopg.errors import error_from_result
        from psycopg.pq import ExecStatus

        for each in results:
            if each.status == ExecStatus.FATAL_ERROR:
                # Of those that were to be prepared some may not be.
                self._prepared.clear()
                raise error_from_result(each)


_NUMBER: Final = count()


@lru_cache(maxsize=256)
def _numbered(statement: str) -> bytes:
    first, *others = statement.split("?")
    return (first + "".join(f"${number}{other}" for number, other in enumerate(others, 1))).encode()


def _flush(raw: "PGconn") -> None:
    while raw.flush():
        # It may have to be read before it takes more.
        if _ready(raw, selectors.EVENT_READ | selectors.EVENT_WRITE) & selectors.EVENT_READ:
            raw.consume_input()


def _next(raw: "PGconn") -> "PGresult":
    """The answer to the next statement."""
    found = _result(raw)
    while found and (more := _result(raw)):
        found = more
    if found is None:
        from psycopg import OperationalError

        raise OperationalError("an answer is missing")
    return found


def _synchronised(raw: "PGconn") -> None:
    from psycopg.pq import ExecStatus

    while (found := _result(raw)) is None or found.status != ExecStatus.PIPELINE_SYNC:
        if raw.status:
            from psycopg import OperationalError

            raise OperationalError("the connection was lost")


def _result(raw: "PGconn") -> "PGresult | None":
    while raw.is_busy():
        _ready(raw, selectors.EVENT_READ)
        raw.consume_input()
    return raw.get_result()


def _ready(raw: "PGconn", events: int) -> int:
    """Wait for the connection, and which of the events came."""
    with _Selector() as waiting:
        waiting.register(raw.socket, events)
        return next((found for _, found in waiting.select()), 0)
