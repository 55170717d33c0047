"""Values as files write them, and as the graph holds them."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from auth.oslo import OSLO
from graph.load.record import Reason, Refused
from graph.model import Kind

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND: Final = timedelta(milliseconds=1)
INTEGERS: Final = range(-(2**63), 2**63)
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)


def converted(kind: Kind, value: Any) -> Any:
    """The value as the graph holds it; Refused says how to write it."""
    return CONVERTERS[kind](value)


def instant(value: Any) -> int:
    """Epoch milliseconds of an ISO 8601 instant; of a date alone, its start in Europe/Oslo."""
    if isinstance(value, str) and (found := _instant(value)) is not None:
        return found
    raise Refused(
        Reason.BAD_INSTANT, "write an instant as `2026-01-31T12:00:00+01:00` or `2026-01-31T11:00:00Z`, or a date as `2026-01-31`"
    )


def day(value: Any) -> date:
    """A date."""
    if isinstance(value, str) and (found := _day(value)) is not None:
        return found
    raise Refused(Reason.BAD_DATE, "write a date as `2026-01-31`")


@lru_cache(maxsize=50_000)
def _instant(text: str) -> int | None:
    try:
        if DAY.fullmatch(text):
            return _milliseconds(datetime.fromisoformat(text).replace(tzinfo=OSLO))
        return _milliseconds(datetime.fromisoformat(text)) if INSTANT.fullmatch(text) else None
    except (ValueError, OverflowError):
        return None


def _milliseconds(moment: datetime) -> int:
    return (moment.astimezone(UTC) - EPOCH) // MILLISECOND


@lru_cache(maxsize=50_000)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Refused(Reason.WRONG_TYPE, "write text, in quotation marks")


def _integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in INTEGERS:
        return value
    raise Refused(Reason.WRONG_TYPE, "write a whole number")


def _number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise Refused(Reason.WRONG_TYPE, "write a number")


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise Refused(Reason.WRONG_TYPE, "write `true` or `false`")


def _texts(value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise Refused(Reason.WRONG_TYPE, "write a list of texts")


CONVERTERS: Final[Mapping[Kind, Callable[[Any], Any]]] = MappingProxyType(
    {
        Kind.TEXT: _text,
        Kind.INTEGER: _integer,
        Kind.NUMBER: _number,
        Kind.BOOLEAN: _boolean,
        Kind.DATE: day,
        Kind.INSTANT: instant,
        Kind.TEXTS: _texts,
    }
)
