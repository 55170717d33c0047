"""What an operation asks for, free of GraphQL: fragments merged, skipped fields gone, values named by parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One field asked for, of one type.

    `key` is its response key; `arguments` names, for each argument, the statement's parameter that holds its value, so
    that no value reaches the statement's text; `on` is the object type whose field it is.
    """

    key: str
    field: str
    on: str
    arguments: Mapping[str, str] = made_by(default_factory=dict)
    children: tuple["Selection", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """The root fields of one operation, in order."""

    name: str
    roots: tuple[Selection, ...]
