"""What one line of a file says: a node, a relationship, or nothing that can be loaded."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Properties = dict[str, Any]


class Reason(StrEnum):
    """Why a line was rejected."""

    LINE_TOO_LONG = "LINE_TOO_LONG"
    NOT_UTF8 = "NOT_UTF8"
    NOT_JSON = "NOT_JSON"
    NOT_A_RECORD = "NOT_A_RECORD"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    ID_MISSING = "ID_MISSING"
    ID_INVALID = "ID_INVALID"
    ID_TAKEN = "ID_TAKEN"
    UNKNOWN_LABEL = "UNKNOWN_LABEL"
    UNKNOWN_RELATIONSHIP = "UNKNOWN_RELATIONSHIP"
    UNKNOWN_PROPERTY = "UNKNOWN_PROPERTY"
    PROPERTY_MISSING = "PROPERTY_MISSING"
    WRONG_TYPE = "WRONG_TYPE"
    BAD_DATE = "BAD_DATE"
    BAD_INSTANT = "BAD_INSTANT"
    UNKNOWN_VALUE = "UNKNOWN_VALUE"
    IDENTIFIER_INVALID = "IDENTIFIER_INVALID"
    DUPLICATE_IDENTIFIER = "DUPLICATE_IDENTIFIER"
    VALID_FROM_MISSING = "VALID_FROM_MISSING"
    INTERVAL_EMPTY = "INTERVAL_EMPTY"
    END_MISSING = "END_MISSING"
    DANGLING_END = "DANGLING_END"
    WRONG_ENDS = "WRONG_ENDS"
    SELF_RELATION = "SELF_RELATION"


class Refused(Exception):
    """A line cannot be loaded: `reason`, and a sentence that says what to write instead."""

    def __init__(self, reason: Reason, message: str) -> None:
        self.reason = reason
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node as the graph will hold it; `registeredAt` is absent where the file is silent."""

    id: str
    label: str
    properties: Properties

    @property
    def labels(self) -> tuple[str, ...]:
        """The node's own label; every node has `Entity` beside it."""
        return (self.label,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A relationship as the graph will hold it, its ends not yet looked for."""

    id: str
    type: str
    start: str
    end: str
    properties: Properties


Record = Node | Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a source; `whole` is false when it was too long and this is its beginning."""

    number: int
    raw: bytes
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A line that cannot be loaded. `names` are the ids it may have told a protection or kinship of (A9)."""

    line: Line
    reason: Reason
    message: str
    names: frozenset[str] = frozenset()
