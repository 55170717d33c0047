"""Hints: the facts on the viewer's own side that would open what is closed, and those whose end would close what is open (A20).

Both follow from the declarations and from what the viewer is told already: the ways by which something of the subject is open to them,
and their own roles. So two graphs that show them the same give them the same hints, and nothing is said of a subject that is closed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from auth.category import PERSONAL, PLACES, Category
from auth.decide import Decision, closure, entry
from auth.pattern import Edge, Pattern
from auth.rule import CoversOf, Denial, Fixed, Grant, RoleOf, ThemeOf, parts_of
from auth.viewer import ViewerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A node at one end of a fact: which, as far as the viewer may know, and what it is called."""

    label: str
    id: str | None = None
    name: str | None = None
    kind: str | None = None
    """Which kind of mandate it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A relationship on the viewer's own side. An end without an id is any other such node in what is missing, and every such
    node in what ends."""

    relationship: str
    start: End
    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Facts that open a category together, and the grant that they complete; none where they lift what closes."""

    facts: tuple[Fact, ...]
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A fact whose end closes a category, together with the others; `far` is its other end than the viewer."""

    fact: Fact
    far: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role that the viewer holds, and what it covers and handles, whatever the purpose."""

    position: str
    role: End
    covers: frozenset[Category]
    reach: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The viewer's own side."""

    kind: ViewerKind
    id: str
    purpose: str | None
    covered: frozenset[str]
    """Categories that the purpose covers."""
    roles: tuple[Held, ...]

    @property
    def end(self) -> End:
        """The viewer."""
        return End(label=self.kind.label, id=self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way by which something of the subject is open: what it gives, and its nodes as far as the viewer may know them."""

    grant: Grant
    gives: frozenset[str]
    nodes: Mapping[str, End] = field(hash=False)


def read_by(codes: Iterable[str]) -> frozenset[Category]:
    """The categories that a role with these codes covers."""
    return closure(Category(code) for code in codes if code in set(PERSONAL))


_Part = Fixed | RoleOf | CoversOf | ThemeOf


# --- what is missing ---


@dataclass(frozen=True, kw_only=True)
class Hints:
    """What can be hinted of one subject, by what is told of it. `denials` are those that can apply between the two; `silent`: not all
    codes are told."""

    decision: Decision
    ways: Sequence[Way]
    denials: Sequence[Denial]
    own: Own
    silent: bool = False

    def missing(self, category: Category) -> list[Missing]:
        """The sets of fewest facts that would open the category, or more themes of it; none under a core denial."""
        if self.decision.opens(category):
            return _nearest(self._by_theme(category)) if self.decision.themes(category) is not None else []
        if entry(category) in self.decision.mask or not self._placed(category):
            return []
        return _nearest([*self._cleared(category), *self._by_coverage(category)])

    def _placed(self, category: Category) -> bool:
        """Whether the viewer knows that no denial of places stands before the category: where another that tells places is open."""
        return category not in PLACES or any(self.decision.opens(each) for each in PLACES)

    def _by_coverage(self, category: Category) -> Iterator[Missing]:
        for way in self.ways:
            for facts in self._lack(way).covering(category):
                yield Missing(facts=facts, rule=way.grant.id)

    def _by_theme(self, category: Category) -> Iterator[Missing]:
        for way in self.ways:
            if entry(category) in way.gives:
                for facts in self._lack(way).handling(category):
                    yield Missing(facts=facts, rule=way.grant.id)

    def _lack(self, way: Way) -> "_Lack":
        told = frozenset(each for each in PERSONAL if entry(each) in way.gives and self.decision.opens(each))
        return _Lack(way=way, own=self.own, told=told)

    def _cleared(self, category: Category) -> Iterator[Missing]:
        """Clearances for each code that closes what would else be open, where all of them are told and have one."""
        decision = self.decision
        if not decision.staff or self.silent or not decision.codes or entry(category) not in decision.offered:
            return
        facts = [self._clearing(code) for code in sorted(decision.codes)]
        if all(facts):
            yield Missing(facts=tuple(each for each in facts if each))

    def _clearing(self, code: str) -> Fact | None:
        held = [denial for denial in self.denials if denial.code == code]
        found = {_clearance(denial, self.own) for denial in held}
        return found.pop() if len(found) == 1 and not any(denial.core for denial in held) else None

    # --- what ends ---

    def endings(self, category: Category) -> list[Ending]:
        """Facts whose ends together close the category; none where nothing of the viewer's own can, as with their own data."""
        cuts = [cut for way, cut in zip(self.ways, self._cuts, strict=True) if entry(category) in way.gives]
        if not self.decision.opens(category) or not all(cuts):
            return []
        chosen = sorted({cut[0] for cut in cuts}, key=_order)
        for each in list(chosen):
            rest = [other for other in chosen if other != each]
            if all(any(_spans(other, mine) for other in rest for mine in cut) for cut in cuts):
                chosen = rest
        return chosen

    @cached_property
    def _cuts(self) -> list[list[Ending]]:
        """Of each way the facts of the viewer that end it, the one first that is most of its own."""
        return [[_ending(way, self.own, edge) for edge in _at_viewer(way.grant)] for way in self.ways]


def _nearest(found: Iterable[Missing]) -> list[Missing]:
    """The sets of fewest facts, each once, in a fixed order."""
    sets = {frozenset(each.facts): each for each in reversed(list(found)) if each.facts}
    fewest = min(map(len, sets), default=0)
    return sorted((each for facts, each in sets.items() if len(facts) == fewest), key=lambda each: str(each.facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lack:
    """What one way lacks to give more than it does."""

    way: Way
    own: Own
    told: frozenset[Category]
    """What it is told to open."""

    def covering(self, category: Category) -> list[tuple[Fact, ...]]:
        """The sets of facts by which it would give the category; none where no fact of the viewer's own side makes it."""
        parts = [self._part(part, category) for part in parts_of(self.way.grant.gives)]
        return _joined([[self._purpose(category)], *parts])

    def handling(self, category: Category) -> list[tuple[Fact, ...]]:
        """The sets of facts by which it would give more themes of a category that it gives."""
        return _joined([self._theme(part, category) for part in parts_of(self.way.grant.gives)])

    def _part(self, part: _Part, category: Category) -> list[tuple[Fact, ...]]:
        match part:
            case Fixed(categories=categories):
                return [()] if category in closure(categories) else []
            case ThemeOf():
                return [()]
            case RoleOf():
                return self._role(part, self.own.roles, lambda held: self._covers(held, category))
            case CoversOf(variable=variable):
                return self._named(variable, category)

    def _theme(self, part: _Part, category: Category) -> list[tuple[Fact, ...]]:
        other = End(label="Theme")
        match part:
            case Fixed(themes=None):
                return [()]
            case RoleOf():
                giving = [held for held in self.own.roles if category in held.covers]
                return self._role(part, giving, lambda held: (Fact(relationship="HANDLES", start=held.role, end=other),))
            case CoversOf(variable=variable) if self._alone and not self._is_category(variable):
                return [(Fact(relationship="COVERS", start=self._end(variable), end=other),)]
            case _:
                return []

    def _purpose(self, category: Category) -> tuple[Fact, ...]:
        if not self.own.kind.states_purpose or category in self.own.covered:
            return ()
        code = self.own.purpose or ""
        return (Fact(relationship="COVERS", start=_coded("Purpose", code), end=_coded("Category", category)),)

    @staticmethod
    def _covers(held: Held, category: Category) -> tuple[Fact, ...]:
        if category in held.covers:
            return ()
        return (Fact(relationship="COVERS", start=held.role, end=_coded("Category", category)),)

    def _role(self, part: RoleOf, roles: Sequence[Held], lacks: Callable[[Held], tuple[Fact, ...]]) -> list[tuple[Fact, ...]]:
        """Of one of the roles of the position that the way goes through; of all that may be it, where that is not told: of those that give
        what the way does."""
        fit = [held for held in roles if not part.reach or held.reach in part.reach]
        position = self.way.nodes.get(part.variable)
        if part.variable == "viewer" or (position and position.id):
            return _fewest(lacks(held) for held in fit if part.variable == "viewer" or (position and held.position == position.id))
        seats: dict[str, list[tuple[Fact, ...]]] = {}
        for held in fit:
            if self.told <= self._covered(part, held.position):
                seats.setdefault(held.position, []).append(lacks(held))
        alike = {tuple(_fewest(each)) for each in seats.values()}
        return _joined(sorted(map(list, alike), key=str)) if alike else []

    def _covered(self, part: RoleOf, position: str) -> frozenset[Category]:
        """What the roles of a position cover that count."""
        mine = (held.covers for held in self.own.roles if held.position == position and (not part.reach or held.reach in part.reach))
        return frozenset().union(*mine)

    def _named(self, variable: str, category: Category) -> list[tuple[Fact, ...]]:
        """Of what names what it covers: told by what the way gives, where nothing else narrows it."""
        if not self._alone:
            return []
        if not self._is_category(variable):
            return [(Fact(relationship="COVERS", start=self._end(variable), end=_coded("Category", category)),)]
        edge = _leading(self.way.grant.pattern, variable)
        # Whether it may be read that the purpose does not cover is not known here.
        if edge is None or category not in self.own.covered:
            return []
        return [(Fact(relationship=edge.types[0], start=self.own.end, end=_coded("Category", category)),)]

    def _is_category(self, variable: str) -> bool:
        node = self.way.grant.pattern.node(variable)
        return node is not None and "Category" in node.labels

    @property
    def _alone(self) -> bool:
        """Whether nothing but what something names narrows what the way gives, so that it shows what that covers."""
        parts = list(parts_of(self.way.grant.gives))
        return sum(isinstance(part, CoversOf) for part in parts) == 1 and all(isinstance(part, CoversOf | ThemeOf) for part in parts)

    def _end(self, variable: str) -> End:
        node = self.way.grant.pattern.node(variable)
        return self.way.nodes.get(variable) or End(label=node.labels[0] if node and node.labels else "")


def _joined(parts: Sequence[list[tuple[Fact, ...]]]) -> list[tuple[Fact, ...]]:
    """One of each, together."""
    return [tuple(dict.fromkeys(fact for facts in each for fact in facts)) for each in product(*parts)]


def _fewest(found: Iterable[tuple[Fact, ...]]) -> list[tuple[Fact, ...]]:
    sets = list(dict.fromkeys(found))
    return [each for each in sets if len(each) == min(map(len, sets))]


def _coded(label: str, code: str) -> End:
    """A node of the reference data, whose id is made of its label and code."""
    return End(label=label, id=f"{label.lower()}:{code}", name=str(code))


def _leading(pattern: Pattern, variable: str) -> Edge | None:
    """The relationship that leads from the viewer to a node."""
    return next((edge for edge in pattern.edges if (edge.start, edge.end) == ("viewer", variable)), None)


def _clearance(denial: Denial, own: Own) -> Fact | None:
    """What the viewer must have, for an exception of the denial."""
    for exception in denial.exceptions:
        for edge in exception.edges:
            node = exception.node(edge.end)
            code = dict(node.properties).get("code") if node and edge.start == "viewer" else None
            if node and isinstance(code, str):
                return Fact(relationship=edge.types[0], start=own.end, end=_coded(node.labels[0], code))
    return None


# --- where a way can be cut ---


def _at_viewer(grant: Grant) -> list[Edge]:
    """The relationships of a grant's path at the viewer: what gives before what leads to the subject, and that before the rest."""
    pattern = grant.pattern
    edges = [edge for edge in pattern.edges if "viewer" in (edge.start, edge.end)]
    giving = {part.variable for part in parts_of(grant.gives) if isinstance(part, CoversOf)}
    towards = pattern.between("viewer", "subject")
    return sorted(edges, key=lambda edge: (not giving & {edge.start, edge.end}, edge not in towards))


def _ending(way: Way, own: Own, edge: Edge) -> Ending:
    other = edge.end if edge.start == "viewer" else edge.start
    known = way.nodes.get(other) or End(label="")
    far = End(label=known.label, id=known.id, kind=known.kind, name=known.name or _place(way, other))
    start, end = (own.end, far) if edge.start == "viewer" else (far, own.end)
    return Ending(fact=Fact(relationship=edge.types[0], start=start, end=end), far=far)


def _place(way: Way, variable: str) -> str | None:
    """What a node without a name is at, as a position."""
    further = (way.nodes.get(edge.end) for edge in way.grant.pattern.edges if edge.start == variable and edge.end != "viewer")
    return next((each.name for each in further if each and each.name), None)


def _spans(ending: Ending, other: Ending) -> bool:
    same = ending.fact.relationship == other.fact.relationship and ending.far.label == other.far.label
    return same and ending.far.id in (None, other.far.id)


def _order(ending: Ending) -> tuple[bool, str, str, str]:
    return ending.far.id is None, ending.fact.relationship, ending.far.id or "", ending.far.name or ""
