"""Whom a root field can come to, so that each person is decided once in a statement, however many fields reach them.

A trail is how a field comes to someone: paths from the root's node, one after the other. Trails are walked whatever the times and
whatever is open: whom they find and nobody may see is decided in vain, and shown to nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from auth.pattern import Pattern
from auth.rule import When
from auth.rules.protection import UNSCREENED
from graph.compile.text import Names, Walk, listed

DECIDED = "decided"
"""The list of those whose whole mask is decided: `{id, core, codes, offered, mask}`."""

CARDED = "carded"
"""The list of those of whom it is decided only whether a core denial stands: `{id, core}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One path of a trail, from one of its nodes to another."""

    pattern: Pattern
    start: str
    end: str
    when: When = When.EVEN_RETRACTED

    def lines(self, here: str, names: Names) -> tuple[list[str], str]:
        """The clauses that walk it from a variable, and the variable where it ends."""
        walk = Walk(pattern=self.pattern, names=names, bound={self.start: here}, when=self.when)
        lines = walk.clauses(self.pattern.edges)
        return lines, walk.bound[self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """Relationships of some types, either way, to a node of a label."""

    types: tuple[str, ...]
    label: str

    def lines(self, here: str, names: Names) -> tuple[list[str], str]:
        """The clause that walks it from a variable, and the variable where it ends."""
        there = names.fresh(self.label.lower())
        return [f"MATCH ({here})-[:{'|'.join(self.types)}]-({there}:{self.label})"], there


Trail = tuple[Hop | Either, ...]


@dataclass(slots=True, kw_only=True)
class Once:
    """The trails of one root, and which of them lead to a person who must be decided."""

    root: str
    clears: bool
    """Whether a mandate of such a viewer can clear a denial: then a card too needs the whole mask."""
    trails: dict[str, tuple[Trail, ...]] = field(default_factory=dict)
    wanted: dict[str, dict[Trail, None]] = field(default_factory=lambda: {DECIDED: {}, CARDED: {}})

    def __post_init__(self) -> None:
        self.trails[self.root] = ((),)

    def reached(self, variable: str, start: str, hops: Iterable[Hop | Either]) -> None:
        """A variable is come to from another by any of these."""
        ways = tuple(dict.fromkeys(hops))
        self.trails[variable] = tuple((*trail, hop) for trail in self.trails.get(start, ()) for hop in ways)

    def same(self, variable: str, other: str) -> None:
        """A variable is another one under a name of its own."""
        self.trails[variable] = self.trails.get(other, ())

    def decided(self, variable: str, *, every: bool) -> str | None:
        """The entry of the person in the list that decides them; none where no trail is known. `every`: their whole mask."""
        trails = self.trails.get(variable, ())
        if not trails:
            return None
        name = DECIDED if every or self.clears else CARDED
        self.wanted[name].update(dict.fromkeys(trails))
        return entry(name, variable)

    def candidates(self, name: str, variable: str, names: Names) -> list[str]:
        """The body of a subquery that finds everyone whom the trails of a list lead to, each once."""
        branches = [self._branch(trail, variable, names) for trail in self.wanted[name]]
        return [line for branch in branches for line in (*(["UNION"] if branch is not branches[0] else []), *branch)]

    def _branch(self, trail: Sequence[Hop | Either], variable: str, names: Names) -> list[str]:
        here, lines = self.root, []
        for hop in trail:
            more, here = hop.lines(here, names)
            lines += more
        return [*(lines or [f"UNWIND [{self.root}] AS {(here := names.fresh('itself'))}"]), f"RETURN {here} AS {variable}"]


def entry(name: str, variable: str) -> str:
    """The entry of a person in a list of those who are decided; whoever is not found is closed."""
    unknown = listed((UNSCREENED.code,))
    closed = f"{{core: {unknown}, codes: {unknown}, overridable: [], offered: [], mask: []}}"
    return f"coalesce(head([each IN {name} WHERE each.id = {variable}.id]), {closed})"


def lists(once: Once | None) -> tuple[str, ...]:
    """The lists of those who are decided once, which every part of a root must see."""
    return () if once is None else (DECIDED, CARDED)
