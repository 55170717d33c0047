"""Who can see, in groups, not heads: what tells one group of a grant's holders from another, derived from its declaration.

A group is a rule and the nodes that its sentence names or its rights are read of: the unit, the area, the case, the mandate. Holders
of roles are one group a role, however many they are; whoever holds a right of their own, as a proxy does, is a group alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from auth.category import THEMED, Category
from auth.decide import EVERY_THEME, entry
from auth.errors import RuleError
from auth.pattern import Comparison, Condition, Edge, Pattern, Property, Stated, conjuncts, operands, parse
from auth.rule import CoversOf, Fixed, Grant, RoleOf, ThemeOf, parts_of

_PLACEHOLDER = re.compile(r"\{(\w+)\.\w+\}")
_ORGANISATIONS = frozenset({"Business", "Municipality"})
ROLE = "givenRole"
SEAT = "givenSeat"
"""Names of the role that gives, and of the seat that it is held by, in a path that leads on to them."""

CONTROLLER = "(viewer:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role {code: 'CONTROLLER'})"
"""Who learns how many hold what, and nothing of a person by it (A23)."""

BANDS = ((100, "100+"), (20, "20–99"), (5, "5–19"), (1, "1–4"))
"""How many hold something, as all but controllers learn it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """A grant's path with its roles, and the names of the nodes that tell its groups apart."""

    grant: Grant
    pattern: Pattern
    named: tuple[str, ...]
    """The nodes of the path that tell its groups apart, beside the role or the holder."""
    seat: str
    """The position that the role is held by; empty where no role gives."""
    personal: bool
    """Whether each holder is a group alone."""
    unit: str
    organisation: str

    @property
    def key(self) -> tuple[str, ...]:
        """All nodes that tell its groups apart."""
        return (*(("viewer",) if self.personal else ()), *((ROLE,) if self.seat else ()), *self.named)

    @property
    def beside(self) -> tuple[Fixed | CoversOf | ThemeOf, ...]:
        """What narrows what its roles give; what it gives where no role does."""
        return tuple(part for part in parts_of(self.grant.gives) if not isinstance(part, RoleOf))

    @property
    def reach(self) -> tuple[str, ...]:
        """The reaches of role that count; none: all."""
        return next((part.reach for part in parts_of(self.grant.gives) if isinstance(part, RoleOf)), ())

    @property
    def staffed(self) -> bool:
        """Whether whoever goes that way holds a position at a unit."""
        units = {node.variable for node in self.grant.pattern.nodes if node.labels == ("Unit",)}
        held = {edge.end for edge in self.grant.pattern.edges if edge.start == "viewer" and edge.types == ("HOLDS",)}
        return any(edge.types == ("AT",) and edge.start in held and edge.end in units for edge in self.grant.pattern.edges)

    @property
    def seated(self) -> bool:
        """Whether whoever holds the seat is a holder: nothing else on the path is the viewer's own."""
        touching = [edge for edge in self.grant.pattern.edges if "viewer" in (edge.start, edge.end)]
        return bool(self.seat) and [edge.types for edge in touching] == [("HOLDS",)] and self.seat in (touching[0].start, touching[0].end)

    @property
    def telling(self) -> bool:
        """Whether what it gives tells of a node on its path: in which theme a case is, what a mandate covers."""
        return any(isinstance(part, ThemeOf | CoversOf) for part in parts_of(self.grant.gives))

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The relationships of the grant that the group has in common: a holder's own only where the holder is the group."""
        return tuple(edge for edge in self.grant.pattern.edges if self.personal or "viewer" not in (edge.start, edge.end))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions, but for what the purpose must be."""
        return tuple(each for each in conjuncts(self.grant.condition) if not _of_purpose(each))

    @property
    def purpose(self) -> str | None:
        """The node whose code the stated purpose must be; none where any purpose will do."""
        found = [each for each in conjuncts(self.grant.condition) if _of_purpose(each)]
        match found:
            case []:
                return None
            case [Comparison("=", Property(variable, "code"), Stated("purpose_stated"))]:
                return variable
            case _:
                pass
        raise RuleError(
            rule=self.grant.id, problem="write `node.code = purpose_stated`, or who can see cannot be told", place=self.grant.where
        )


@lru_cache
def grouped(grant: Grant) -> Grouped:
    """How the holders of a grant fall into groups."""
    role = next((part for part in parts_of(grant.gives) if isinstance(part, RoleOf)), None)
    seat = "" if role is None else SEAT if role.variable == "viewer" else role.variable
    held = (
        f", (viewer)-[:HOLDS]->({SEAT}:Position)-[:IN]->({ROLE}:Role)"
        if seat == SEAT
        else f", ({seat})-[:IN]->({ROLE}:Role)"
        if seat
        else ""
    )
    pattern = parse(grant.path + held)
    personal = not seat and "Person" in grant.viewer_labels
    named = grant.groups if grant.groups is not None else _derived(grant, seat)
    unknown = [name for name in named if grant.pattern.node(name) is None]
    if unknown:
        raise RuleError(rule=grant.id, problem=f"`groups` names nodes of the path: there is no `{unknown[0]}`", place=grant.path)
    told = {name for text in grant.told.values() for name in _PLACEHOLDER.findall(text)}
    if told - set(named):
        problem = f"its sentence to anyone names `{min(told - set(named))}`, which tells no groups apart"
        raise RuleError(rule=grant.id, problem=problem, place=grant.path)
    return Grouped(
        grant=grant,
        pattern=pattern,
        named=named,
        seat=seat,
        personal=personal,
        unit=_first(pattern, named, frozenset({"Unit"})),
        organisation=_first(pattern, named, _ORGANISATIONS),
    )


def _derived(grant: Grant, seat: str) -> tuple[str, ...]:
    """The nodes that the sentence names, the place of the seat, and what the rights are read of, but for what is the viewer's own."""
    said = [name for text in grant.says.values() for name in _PLACEHOLDER.findall(text)]
    place = [edge.end for edge in grant.pattern.edges if edge.start == seat and edge.types == ("AT",)]
    read = [part.variable for part in parts_of(grant.gives) if isinstance(part, CoversOf | ThemeOf)]
    own = {end for edge in grant.pattern.edges for end in (edge.start, edge.end) if "viewer" in (edge.start, edge.end)}
    mine = own if "Client" in grant.viewer_labels else set()
    given = [name for name in read if name not in mine]
    return tuple(name for name in dict.fromkeys((*said, *place, *given)) if name != "viewer")


def _first(pattern: Pattern, names: tuple[str, ...], labels: frozenset[str]) -> str:
    return next((name for name in names if (node := pattern.node(name)) is not None and node.labels and set(node.labels) <= labels), "")


def _of_purpose(condition: Condition) -> bool:
    return any(isinstance(each, Stated) and each.name != "action" for each in operands(condition))


def opened(entries: frozenset[str], category: str | None, theme: str | None) -> frozenset[Category]:
    """The categories that entries open, of those asked for: one that carries themes only where it is open in the theme."""
    found = frozenset(Category(each) for each in entries if ":" not in each and category in (None, each))
    if theme is None:
        return found
    themed = frozenset(each for each in found & THEMED if {entry(each, theme), entry(each, EVERY_THEME)} & entries)
    return themed if category is None else themed | (found - THEMED)


def themes_of(entries: frozenset[str], categories: frozenset[Category], theme: str | None) -> list[str] | None:
    """The only themes in which these categories are open; none for all, or where none of them carries themes."""
    mine = [each.split(":", 1) for each in entries if ":" in each and each.split(":", 1)[0] in categories]
    if not categories & THEMED or (theme is None and any(found == EVERY_THEME for _, found in mine)):
        return None
    return sorted({found for _, found in mine}) if theme is None else [theme]


def band(count: int) -> str | None:
    """The band of a number of holders; none of none."""
    return next((name for least, name in BANDS if count >= least), None)
