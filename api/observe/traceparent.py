"""The header `traceparent` (W3C Trace Context): which span of which trace this request is part of.

`tracestate` and `baggage` are not read: they may say anything, and nothing here needs them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_HEADER: Final = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The span that asks, in hexadecimal digits as the header has it, and whether its trace is recorded."""

    trace: str
    span: str
    sampled: bool


def parent(headers: Sequence[str]) -> Parent | None:
    """What the header says, if it is there once and is well formed (§ 3.2; a later version may say more, this one may not)."""
    found = _HEADER.fullmatch(headers[0].strip()) if len(headers) == 1 else None
    if not found:
        return None
    version, trace, span, flags, more = found.groups()
    if version == "ff" or (version == "00" and more) or not trace.strip("0") or not span.strip("0"):
        return None
    return Parent(trace=trace, span=span, sampled=bool(int(flags, 16) & 1))
