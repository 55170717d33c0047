"""Instants and dates as clients write and read them; the graph keeps instants as epoch milliseconds."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from api import errors
from auth.oslo import OSLO

DateTime = NewType("DateTime", int)
Date = NewType("Date", str)

_DAY = 24 * 60 * 60
_FIRST, _LAST = datetime(1800, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def instant(value: object) -> int:
    """Epoch milliseconds of what a client wrote; a date alone is its start in Oslo."""
    if not isinstance(value, str):
        raise errors.InstantInvalid
    try:
        moment = _moment(value.strip().upper())
        if _FIRST <= moment <= _LAST:
            return round(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        pass
    raise errors.InstantInvalid


def _moment(text: str) -> datetime:
    if len(text) == len("2026-01-31"):
        day = date.fromisoformat(text)
        return datetime(day.year, day.month, day.day, tzinfo=OSLO)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def written_day(value: object) -> str:
    """The calendar day that a client wrote."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise errors.DayInvalid from None


def iso(value: object) -> str:
    """ISO 8601 in UTC, with a fraction only when there is one."""
    if not isinstance(value, int):
        raise TypeError
    days, rest = divmod(value, _DAY * 1000)
    seconds, thousandths = divmod(rest, 1000)
    return f"{_date(days)}{_time(seconds)}.{thousandths:03d}Z" if thousandths else f"{_date(days)}{_time(seconds)}Z"


@lru_cache(maxsize=4_096)
def _date(days: int) -> str:
    return f"{datetime.fromtimestamp(days * _DAY, UTC):%Y-%m-%d}T"


@lru_cache(maxsize=4_096)
def _time(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"


def day(value: object) -> str:
    """A calendar day as the graph gives it."""
    return value if isinstance(value, str) else str(value)


SCALARS: dict[object, ScalarDefinition] = {
    DateTime: strawberry.scalar(
        name="DateTime",
        serialize=iso,
        parse_value=instant,
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        description="An instant. Read as ISO 8601 in UTC, `2026-01-31T08:30:00Z`; write it with any offset, `2026-01-31T09:30:00+01:00`, "
        "or write a date alone, `2026-01-31`, which is its start in Europe/Oslo.",
    ),
    Date: strawberry.scalar(name="Date", serialize=day, parse_value=written_day, description="A calendar day, `1980-05-17`."),
}
