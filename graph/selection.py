"""What an operation asks for, free of GraphQL: fragments merged, skipped fields gone, values named by parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by

from auth.subject import SubjectType
from auth.viewer import ViewerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One field asked for, of one type.

    `key` is its response key; `arguments` names, for each argument, the statement's parameter that holds its value, so
    that no value reaches the statement's text, but those of `type` and `viewerKind`; `on` is the object type whose field it is.
    """

    key: str
    field: str
    on: str
    arguments: Mapping[str, str] = made_by(default_factory=dict)
    children: tuple["Selection", ...] = ()
    type: SubjectType | None = None
    """The type that the subject is said to have: the statement is compiled for it."""
    viewer_kind: ViewerKind | None = None
    """The kind that another viewer is said to be of, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """The root fields of one operation, in order."""

    name: str
    roots: tuple[Selection, ...]
