"""The header `traceparent`, as W3C Trace Context has it."""

import pytest

from api.observe.traceparent import Parent, parent

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


RIGHT = [(f"00-{TRACE}-{SPAN}-01", True), (f"00-{TRACE}-{SPAN}-00", False), (f"cc-{TRACE}-{SPAN}-01-later", True)]


@pytest.mark.parametrize(("header", "sampled"), RIGHT)
def test_a_header_names_the_trace_and_the_span_that_asks(header: str, sampled: bool) -> None:
    assert parent([header]) == Parent(trace=TRACE, span=SPAN, sampled=sampled)


WRONG = (
    "",
    f"ff-{TRACE}-{SPAN}-01",
    f"00-{TRACE}-{SPAN}-01-later",
    f"00-{'0' * 32}-{SPAN}-01",
    f"00-{TRACE}-{'0' * 16}-01",
    f"00-{TRACE.upper()}-{SPAN}-01",
    f"00-{TRACE}-{SPAN}",
)


@pytest.mark.parametrize("header", WRONG)
def test_one_that_is_not_well_formed_is_as_none(header: str) -> None:
    assert parent([header]) is None


def test_of_two_neither_is_believed() -> None:
    assert parent([]) is None
    assert parent([f"00-{TRACE}-{SPAN}-01"] * 2) is None
