"""Days, as they are counted in Oslo; instants are milliseconds since 1970, in UTC."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

OSLO: Final = ZoneInfo("Europe/Oslo")


def day_of(at: int) -> str:
    """The day of an instant, as `2026-01-31`."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(OSLO).date().isoformat()


@lru_cache(maxsize=4096)
def begins(day: str) -> int:
    """The instant at which a day begins."""
    found = date.fromisoformat(day)
    return int(datetime(found.year, found.month, found.day, tzinfo=OSLO).timestamp() * 1000)


def ends(day: str) -> int:
    """The instant at which a day ends, and the next begins."""
    return begins((date.fromisoformat(day) + timedelta(days=1)).isoformat())
