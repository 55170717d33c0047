"""What a field of the schema reads from the graph, and under which category: the kinds of it.

A view belongs to one object type of the schema. Its paths are written in the notation of rules, from `it`, the node of the view,
over `edge`, to `node`. The compiler and the tests' naive reader both read these declarations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from auth.category import Category
from auth.pattern import Condition, Pattern, parse, parse_condition


class Many(Enum):
    """How many nodes a field leads to, and how they are shown."""

    ONE = "one"
    LIST = "list"
    CONNECTION = "connection"


class Access(Enum):
    """What decides over the fields of a node of the view."""

    MASK = "the viewer's mask of it"
    ROWS = "the masks of those that it hangs on; absent without"
    REGISTER = "what a register shows is open, unless it hangs on a person whom the viewer may not see; the rest by the mask of it"
    OPEN = "a public register"
    CARRIED = "the field that led to it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value made of properties (`node` is the node itself, `edge` the relationship that led to it).

    `detail`: only where the row may be read whole. `place`: tells where someone is (A10); closed, it reads `otherwise`.
    """

    name: str
    category: Category
    reads: tuple[str, ...]
    made: Callable[..., Any] | None = None
    detail: bool = False
    place: bool = False
    otherwise: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """One property of one node at the end of a path: the first by `first`, descending."""

    name: str
    category: Category
    path: str
    where: str = ""
    reads: str
    first: str
    place: bool = False

    @property
    def pattern(self) -> Pattern:
        """The path, read."""
        return parse(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The same node, seen as another type."""

    name: str
    category: Category
    view: str
    place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A reference node whose code a property holds."""

    name: str
    category: Category
    reads: str
    view: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """One of the paths that a field follows; `says` is what the edge shows for it."""

    path: str
    where: str = ""
    says: str | None = None

    @cached_property
    def pattern(self) -> Pattern:
        """The path, read."""
        return parse(self.path)

    @cached_property
    def condition(self) -> Condition | None:
        """The `where`, read."""
        return parse_condition(self.where) if self.where else None


@dataclass(frozen=True, kw_only=True)
class Related:
    """Nodes at the end of some ways. `relation` marks those that are told apart by it in the answer (`Way.says`).

    Rows in a person's own category hang on that person. `finds`: to be listed here tells where the node is, so that one whose place is
    closed is absent (A10). `anchor` names the node (`node`, or another of the edge's own path) that is
    `it` for a field of an edge; `scalar` is the one property shown.
    """

    name: str
    category: Category
    ways: tuple[Way, ...]
    views: tuple[str, ...]
    many: Many = Many.LIST
    edge: tuple["Field", ...] = ()
    says: str | None = None
    place: bool = False
    distinct: bool = False
    anchor: str = "it"
    detail: bool = False
    finds: bool = False
    scalar: str | None = None


Field = Value | Picked | Part | Coded | Related


@dataclass(frozen=True, kw_only=True)
class View:
    """An object type of the schema, over nodes of one label (or over the node of another view)."""

    type: str
    label: str = ""
    access: Access
    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names."""
        return {field.name: field for field in self.fields}

    @cached_property
    def place_types(self) -> frozenset[str]:
        """Types of the relationships that lead to its places."""
        fields = [each for each in self.fields if isinstance(each, Related) and each.place]
        return frozenset(type_ for each in fields for way in each.ways for edge in way.pattern.edges for type_ in edge.types)
