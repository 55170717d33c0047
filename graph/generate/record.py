"""Lines of the import format, and the days that stand in them."""

from datetime import date
from random import Random
from typing import Any

Record = dict[str, Any]
"""One line: a node or a relationship."""

Day = int
"""A day by its number, as `date.toordinal` counts: cheap to reckon with."""


def node(id: str, label: str, source: str, **properties: Any) -> Record:
    """A node; properties without a value are left out."""
    told = {name: value for name, value in properties.items() if value is not None}
    told["source"] = source
    return {"type": "node", "id": id, "labels": [label], "properties": told}


def held(start: str, type: str, end: str, since: str, source: str, until: str | None = None, **properties: Any) -> Record:
    """A relationship that holds from a day, and until another if that is given."""
    properties["validFrom"] = since
    if until is not None:
        properties["validTo"] = until
    properties["source"] = source
    return {"type": "relationship", "label": type, "start": {"id": start}, "end": {"id": end}, "properties": properties}


def iso(day: Day) -> str:
    """The day as files write it."""
    return date.fromordinal(day).isoformat()


def day(year: int, month: int = 1, of_month: int = 1) -> Day:
    """The number of a day."""
    return date(year, month, of_month).toordinal()


def years(count: float) -> int:
    """About so many years, in days."""
    return int(count * 365.25)


def between(chance: Random, first: Day, last: Day) -> Day:
    """Some day from `first` up to `last`, or `first` where there is none between."""
    return first if last <= first else first + int(chance.random() * (last - first))
