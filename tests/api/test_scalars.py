"""Instants, as clients write and read them."""

import pytest

from api.errors import InstantInvalid
from api.types.scalars import instant, iso


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-31T08:30:00Z", "2026-01-31T08:30:00Z"),
        ("2026-01-31t08:30:00z", "2026-01-31T08:30:00Z"),
        ("2026-01-31T09:30:00+01:00", "2026-01-31T08:30:00Z"),
        ("2026-01-31T08:30:00.250Z", "2026-01-31T08:30:00.250Z"),
        ("2026-01-31", "2026-01-30T23:00:00Z"),
        ("2026-07-01", "2026-06-30T22:00:00Z"),
        ("1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z"),
    ],
)
def test_instant_is_read_in_utc_however_it_was_written(written: str, read: str) -> None:
    assert iso(instant(written)) == read


NO_INSTANTS = ["", "x", "2026-02-30", "2026-01-31T08:30:00", "20260131", "1026-01-31", "9999-12-31T23:59:59Z", "2026-W05", 7, None, True]


@pytest.mark.parametrize("text", NO_INSTANTS)
def test_what_is_no_instant_is_refused_with_what_to_write(text: object) -> None:
    with pytest.raises(InstantInvalid, match="ISO 8601"):
        instant(text)
