"""The kinds of rule: what opens (Grant), what closes (Denial), and what hangs on whom (Row).

A rule is declared once, as a pattern from viewer to subject; masks, filters, who can see, and why are made from it.
The instances stand in `auth/rules/`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from auth.category import INCLUDES, Action, Category
from auth.errors import AuthError, RuleError
from auth.pattern import Comparison, Condition, Literal, Pattern, Stated, conjuncts, operands, parse, parse_condition
from auth.viewer import ViewerKind

LASTING: Mapping[str, str | None] = MappingProxyType(
    {"Mandate": "revokedAt", "Consent": "withdrawnAt", "Override": None, "NameRequest": None, "Restriction": None}
)
"""Labels of nodes that have a validity of their own, which every pattern respects, each with the property that ends it at once."""


class When(StrEnum):
    """Which of the pattern's facts count."""

    NOW = "now"
    """Those valid at this instant; what opens."""
    UNLESS_OVER = "unless over"
    """Those valid at this instant, and those whose validity cannot be read; what closes."""
    ANY_TIME = "any time"
    """Those that hold, have held or will hold."""
    EVEN_RETRACTED = "even retracted"
    """Also those that were found to be wrong: what was once shown can still be told."""


class Closes(StrEnum):
    """What a denial takes away."""

    EVERYTHING = "everything"
    PLACES = "places"
    """Only what tells where someone is (A10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """Gives these categories: their rows in every theme, or only in the themes named."""

    categories: frozenset[Category]
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOf:
    """Gives what a role covers for the action asked, its rows in the themes that it handles: of one position, or of all that the
    viewer holds. `reach` names the reaches of role that count."""

    variable: str
    reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoversOf:
    """Gives what a node covers: a mandate, one task of it, a consent; or a category itself.

    One that covers themes alone gives the card and the rows of those themes; categories alone, them in all themes; both, those
    categories in those themes.
    """

    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOf:
    """Gives every category, but rows only in the themes of a node, or in the theme that it is."""

    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Gives what both give."""

    one: "Gives"
    other: "Gives"


Gives = Fixed | RoleOf | CoversOf | ThemeOf | Both


def fixed(*categories: Category, themes: tuple[str, ...] | None = None) -> Fixed:
    """These categories, in every theme unless told."""
    return Fixed(categories=frozenset(categories), themes=themes)


def role_of(variable: str, *, reach: str = "") -> RoleOf:
    """What the role of that position covers; of `viewer`: what all roles of the viewer cover."""
    return RoleOf(variable=variable, reach=tuple(reach.split("|")) if reach else ())


def covers_of(variable: str) -> CoversOf:
    """What that mandate, task, consent or category covers."""
    return CoversOf(variable=variable)


def theme_of(variable: str) -> ThemeOf:
    """Everything, with rows only in the themes of that node."""
    return ThemeOf(variable=variable)


def both(one: Gives, other: Gives) -> Both:
    """What both give."""
    return Both(one=one, other=other)


def weighs_action(condition: Condition) -> bool:
    """Whether a condition speaks of what the viewer wants to do."""
    return any(each == Stated("action") for each in operands(condition))


def parts_of(gives: Gives) -> Iterator[Fixed | RoleOf | CoversOf | ThemeOf]:
    """What it is made of."""
    if isinstance(gives, Both):
        yield from parts_of(gives.one)
        yield from parts_of(gives.other)
    else:
        yield gives


def can_give(gives: Gives, category: Category) -> bool:
    """Whether it can give anything of the category: what is fixed must name it, or what brings it with it."""
    fixed_ = (part.categories for part in parts_of(gives) if isinstance(part, Fixed))
    return all(category in named or any(category in INCLUDES.get(each, ()) for each in named) for named in fixed_)


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """What grants and denials share. `meets` names the node where the viewer's half of the path and the subject's meet."""

    id: str
    path: str
    where: str = ""
    unless: tuple[str, ...] = ()
    meets: str = "subject"
    basis: str
    says: Mapping[str, str] = field(hash=False)

    def __post_init__(self) -> None:
        try:
            _ = self.pattern, self.condition, self.exceptions
        except AuthError as error:
            raise RuleError(rule=self.id, problem="does not read", place=str(error)) from error
        for name in ("viewer", "subject"):
            if self.pattern.node(name) is None:
                raise RuleError(rule=self.id, problem=f"write a node named `{name}`", place=self.path)

    @cached_property
    def pattern(self) -> Pattern:
        """The path, read."""
        return parse(self.path)

    @cached_property
    def condition(self) -> Condition | None:
        """The `where`, read."""
        return parse_condition(self.where) if self.where else None

    @cached_property
    def exceptions(self) -> tuple[Pattern, ...]:
        """The `unless` patterns, read."""
        return tuple(parse(text) for text in self.unless)

    @property
    def viewer_labels(self) -> tuple[str, ...]:
        """Which viewers it is about; none: all."""
        node = self.pattern.node("viewer")
        return node.labels if node else ()

    @property
    def subject_labels(self) -> tuple[str, ...]:
        """Which subjects it is about."""
        node = self.pattern.node("subject")
        return node.labels if node else ()

    def concerns(self, kind: ViewerKind, label: str) -> bool:
        """Whether it can apply to such a viewer and such a subject."""
        return (not self.viewer_labels or kind.label in self.viewer_labels) and label in self.subject_labels


@dataclass(frozen=True, kw_only=True)
class Grant(_Rule):
    """Opens what it gives of the subject.

    `lifts` is a property of the path that names the overridable denials that do not bind it, `clears` a path from it to the
    `(protection:Protection)` that do not (A3). A `secondary` one is bound by core denials alone (A2).
    `groups` names the nodes of the path that tell groups of its holders apart, where those that its sentence names do not; `tells` is
    its sentence to anyone but the viewer, where `says` speaks to them.
    """

    gives: Gives
    lifts: str = ""
    clears: str = ""
    secondary: bool = False
    groups: tuple[str, ...] | None = None
    tells: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def assigned(self) -> bool:
        """Whether it rests on a case that was given to the viewer."""
        return any("ASSIGNED_TO" in edge.types for edge in self.pattern.edges)

    @cached_property
    def weighs_action(self) -> bool:
        """Whether its condition speaks of what the viewer wants to do."""
        return self.condition is not None and weighs_action(self.condition)

    def acts(self, action: Action) -> bool:
        """Whether it can give that action. To read any does; another only where the condition weighs the action, or where a role
        that covers it gives: a fixed list by itself, or what somebody consented to, is to read."""
        if action is Action.READ:
            return True
        if self.weighs_action:
            fixed = (each.right for each in conjuncts(self.condition) if isinstance(each, Comparison) and each.left == Stated("action"))
            return not any(isinstance(each, Literal) and each.value != action for each in fixed)
        parts = tuple(parts_of(self.gives))
        return any(isinstance(each, RoleOf) for each in parts) and not any(isinstance(each, CoversOf) for each in parts)

    @property
    def told(self) -> Mapping[str, str]:
        """Its sentence, to anyone."""
        return self.tells or self.says

    def __post_init__(self) -> None:
        super().__post_init__()
        try:
            _ = self.clearance
        except AuthError as error:
            raise RuleError(rule=self.id, problem="does not read", place=str(error)) from error

    @cached_property
    def clearance(self) -> Pattern | None:
        """The `clears`, read."""
        return parse(self.clears) if self.clears else None

    @property
    def when(self) -> When:
        """Rights are judged now (A15)."""
        return When.NOW


@dataclass(frozen=True, kw_only=True)
class Denial(_Rule):
    """Closes the subject, or only its places.

    `code` is what a refused employee may learn: fixed, or the code of the node that the pattern names with `{name.code}`.
    A core denial binds every grant. One that `inherits` applies where a core denial stands between the viewer and a node of that name.
    """

    code: str
    core: bool = False
    when: When = When.UNLESS_OVER
    closes: Closes = Closes.EVERYTHING
    inherits: str | None = None

    @property
    def code_of(self) -> str | None:
        """The node whose code is the denial's, or none where the code is fixed."""
        return self.code[1:].removesuffix(".code}") if self.code.startswith("{") else None


@dataclass(frozen=True, kw_only=True)
class Row:
    """Something seen through those that it hangs on: whoever may read the category of one of them reads the row.

    `theme` is a path to the themes of the row, `fixed_theme` the one that all such rows have. An `outlined` row of a theme that
    an employee does not handle keeps its outline (A8). `says` tells in words how it hangs on the `{subject}`.
    """

    id: str
    path: str
    category: Category
    theme: str = ""
    fixed_theme: str = ""
    outlined: bool = False
    says: Mapping[str, str] = field(default_factory=dict, hash=False)

    @cached_property
    def pattern(self) -> Pattern:
        """From the subject to the row."""
        return parse(self.path)

    @cached_property
    def theme_pattern(self) -> Pattern | None:
        """From the row to its themes."""
        return parse(self.theme) if self.theme else None

    @property
    def label(self) -> str:
        """The label of the row."""
        node = self.pattern.node("row")
        return node.labels[0] if node else ""

    @property
    def holder(self) -> str:
        """The label of those that it hangs on."""
        node = self.pattern.node("subject")
        return node.labels[0] if node else ""

    @property
    def themed(self) -> bool:
        """Whether its rows carry themes."""
        return bool(self.theme or self.fixed_theme)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All rules of one profile, in order: the first denial that holds gives the code that is shown.

    `first_only`: where several denials hold, only the first is told.
    """

    name: str
    grants: tuple[Grant, ...]
    denials: tuple[Denial, ...]
    rows: tuple[Row, ...]
    first_only: bool = False

    def __post_init__(self) -> None:
        # Rules with the same id are alternatives; the same path twice is a slip.
        seen: set[tuple[str, str]] = set()
        for each in (*((rule.id, rule.path) for rule in (*self.grants, *self.denials)), *((row.id, "") for row in self.rows)):
            if each in seen:
                raise RuleError(rule=each[0], problem="give it another id or another path: it is declared already")
            seen.add(each)

    @cached_property
    def version(self) -> str:
        """Changes when any rule changes, and only then; part of every plan's key and of the look-up log."""
        return hashlib.sha256(json.dumps(_told(self)).encode()).hexdigest()[:16]

    def granting(self, kind: ViewerKind, label: str) -> tuple[Grant, ...]:
        """Grants that can apply to such a viewer and such a subject."""
        return tuple(grant for grant in self.grants if grant.concerns(kind, label))

    def denying(self, kind: ViewerKind, label: str) -> tuple[Denial, ...]:
        """Denials that can apply to such a viewer and such a subject, in the order of their codes."""
        return tuple(denial for denial in self.denials if denial.concerns(kind, label))

    def rows_of(self, label: str) -> tuple[Row, ...]:
        """All ways in which rows of the label hang on someone."""
        return tuple(row for row in self.rows if row.label == label)

    def row(self, label: str, holder: str, category: Category) -> Row | None:
        """How rows of the label hang on a holder of such a label that has them in that category."""
        return next((row for row in self.rows_of(label) if (row.holder, row.category) == (holder, category)), None)


def _told(value: object) -> object:
    """A declaration in an order that does not differ from one process to the next, as that of a set does."""
    match value:
        case frozenset():
            return sorted(map(str, value))
        case Mapping():
            return sorted((str(name), _told(each)) for name, each in value.items())
        case tuple():
            return [_told(each) for each in value]
        case _ if is_dataclass(value):
            return [type(value).__name__, *(_told(getattr(value, each.name)) for each in fields(value))]
        case _:
            return value
