"""Values in files: dates, instants and types."""

from typing import Any

import pytest

from graph.load.record import Reason, Refused
from graph.load.values import converted, instant
from graph.model import Kind


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-01-31", 1769814000000),
        ("2026-07-01", 1782856800000),
        ("2026-01-31T12:00:00+01:00", 1769857200000),
        ("2026-01-31T11:00:00.1239Z", 1769857200123),
        ("1969-12-31T23:59:59.999Z", -1),
        ("1926-11-22", -1360458000000),
    ],
)
def test_an_instant_is_milliseconds_and_a_date_starts_in_oslo(written: str, held: int) -> None:
    assert instant(written) == held


@pytest.mark.parametrize(
    "written",
    ["2026-02-30", "2026-1-1", "2026-01-01T12:00:00", "20260101", "2026-W01-1", "i går", "", 1769857200000, True, [], "0000-01-01"],
)
def test_what_is_no_instant_is_refused(written: Any) -> None:
    with pytest.raises(Refused) as refused:
        instant(written)
    assert refused.value.reason is Reason.BAD_INSTANT


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Kind.TEXT, 1),
        (Kind.BOOLEAN, "true"),
        (Kind.BOOLEAN, 1),
        (Kind.NUMBER, "80"),
        (Kind.NUMBER, True),
        (Kind.INTEGER, 1.5),
        (Kind.INTEGER, 2**63),
        (Kind.TEXTS, "READ"),
        (Kind.TEXTS, ["READ", 1]),
        (Kind.DATE, "2026-01-31T00:00:00Z"),
    ],
)
def test_a_wrong_type_is_refused(kind: Kind, written: Any) -> None:
    with pytest.raises(Refused):
        converted(kind, written)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_converter(kind: Kind) -> None:
    with pytest.raises(Refused):
        converted(kind, object())
