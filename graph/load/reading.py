"""Reading alone: the records of a file, for tests and for graphs in memory. No database is asked."""

from collections.abc import Iterator
from dataclasses import replace

from graph.load import check
from graph.load.lines import Source, lines, name_of, opened
from graph.load.record import Line, Record, Reject


def read(source: Source) -> Iterator[tuple[Line, Record | Reject]]:
    """Each line of a source with its record, or with why it has none."""
    with opened(source) as (stream, _):
        yield from check.read(lines(stream, name_of(source)))


def records(source: Source, *, now: int | None = None) -> Iterator[Record]:
    """The records of a source without its rejected lines; `now` stands in for a missing `registeredAt`."""
    for _, found in read(source):
        if not isinstance(found, Reject):
            yield found if now is None else replace(found, properties={"registeredAt": now, **found.properties})
