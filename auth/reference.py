"""The reference: the same declarations, interpreted naively over a plain graph in memory.

It is the oracle of every test and shares with the compiler nothing but the declarations and `auth/decide.py`. Slow on purpose.
"""

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any as Anything
from typing import TypeVar

from auth.category import PERSONAL, Action, Category
from auth.decide import (
    All,
    Any,
    Decision,
    Given,
    Hangs,
    Has,
    HasSomeTheme,
    HasThemes,
    Just,
    Lifted,
    Mask,
    NoSecretTheme,
    Pair,
    Staff,
    Test,
    Union,
    Unless,
    closure,
    covered_entries,
    entries_of,
    entry,
    shared,
)
from auth.pattern import (
    Both,
    Comparison,
    Condition,
    Edge,
    Either,
    IsNull,
    Literal,
    Moment,
    Named,
    Node,
    Not,
    Operand,
    Pattern,
    Property,
    Several,
    Shift,
    Stated,
    parse,
)
from auth.rule import LASTING, Closes, CoversOf, Denial, Fixed, Gives, Grant, RoleOf, Row, Rules, ThemeOf, When
from auth.rule import Both as BothGive
from auth.rules.terms import COVERS_CATEGORY, COVERS_THEME, IN_THEME, PURPOSE_COVERS, ROLE_COVERS, ROLE_HANDLES, STAFF, STATES_PURPOSE
from auth.viewer import Viewer, ViewerKind

Properties = Mapping[str, Anything]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GraphNode:
    """A node; dates as `datetime.date`, instants as epoch milliseconds."""

    id: str
    label: str
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GraphEdge:
    """A relationship."""

    id: str
    type: str
    start: str
    end: str
    properties: Properties


NOBODY = GraphNode(id="", label="", properties={})
"""A viewer who has no node: nothing opens to them, and what closes to everyone closes to them."""


@dataclass(slots=True)
class Graph:
    """Nodes by id and the relationships at each."""

    nodes: dict[str, GraphNode] = field(default_factory=dict)
    out: dict[tuple[str, str], list[GraphEdge]] = field(default_factory=lambda: defaultdict(list))
    into: dict[tuple[str, str], list[GraphEdge]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, nodes: Iterable[GraphNode], edges: Iterable[GraphEdge]) -> "Graph":
        """A graph of these."""
        graph = cls()
        for node in nodes:
            graph.nodes[node.id] = node
        for edge in edges:
            graph.out[edge.start, edge.type].append(edge)
            graph.into[edge.end, edge.type].append(edge)
        return graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The instant at which it is judged, the date in Oslo then, the instant that the data are asked for, and, where it is judged at
    another instant than this one, this one. `recalled` says that the data are asked for by what was known earlier: then a protection
    closes places also where it was set right since, or has ended, for the place that it closed may not have been."""

    now: int
    today: date
    asked: int
    real: int | None = None
    recalled: bool = False


Bound = GraphNode | GraphEdge | tuple[GraphEdge, ...]
Bindings = dict[str, Bound]


@dataclass(frozen=True, kw_only=True)
class Question:
    """One viewer asking of one graph at one time. What is so for the viewer alone is found once."""

    graph: Graph
    rules: Rules
    viewer: Viewer
    clock: Clock
    action: Action = Action.READ
    _known: dict[object, Anything] = field(default_factory=dict, init=False, repr=False, compare=False)

    def _once(self, key: object, find: Callable[[], T]) -> T:
        if key not in self._known:
            self._known[key] = find()
        found: T = self._known[key]
        return found

    # --- who asks ---

    @cached_property
    def node(self) -> GraphNode | None:
        """The viewer's own node, if there is one that was never retracted."""
        kind = self.viewer.kind
        return next(
            (
                node
                for node in self.graph.nodes.values()
                if kind.label and node.label == kind.label and _key(node, kind) == self.viewer.key and _stands(node.properties)
            ),
            None,
        )

    @cached_property
    def staff(self) -> bool:
        """Whether the viewer is staff."""
        return self.viewer.kind is ViewerKind.EMPLOYEE and self.exists(parse(STAFF), {}, When.NOW)

    @property
    def permitted(self) -> bool:
        """Whether the stated purpose is one that the viewer may state (A11)."""
        if not self.viewer.kind.states_purpose:
            return True
        return bool(self._purposes())

    def _purposes(self) -> list[GraphNode]:
        found = [match["purpose"] for match in self.match(parse(STATES_PURPOSE[self.viewer.kind]), {}, When.NOW)]
        stated = {node.id: node for node in found if isinstance(node, GraphNode) and node.properties.get("code") == self.viewer.purpose}
        return list(stated.values())

    @cached_property
    def covered(self) -> frozenset[str]:
        """The categories that the purpose covers; all for a viewer who need state none."""
        if not self.viewer.kind.states_purpose:
            return frozenset(PERSONAL)
        found = {
            str(match["category"].properties.get("code"))
            for purpose in self._purposes()
            for match in self.match(parse(PURPOSE_COVERS), {"purpose": purpose}, When.NOW)
            if isinstance(match["category"], GraphNode)
        }
        return closure(Category(code) for code in found if code in set(PERSONAL))

    # --- decisions ---

    def decide(self, subject: GraphNode, *, related: bool = False) -> Decision:
        """What the viewer may know of the subject; `related`: reached through a relation that they read."""
        return self._once(("decide", subject.id, related), lambda: self._decided(subject, related=related))

    def _decided(self, subject: GraphNode, *, related: bool) -> Decision:
        pair = Pair.of(self.rules, self.viewer.kind, subject.label)
        closing = (*pair.core, *pair.overridable)
        return Decision(
            mask=self.mask(pair.related if related else pair.mask, subject),
            offered=self.mask(pair.offered, subject),
            codes=frozenset(code for denial in closing for code in self.codes(denial, subject)),
            place_codes=frozenset(code for denial in pair.places for code in self.codes(denial, subject)),
            reach=self.reach,
            staff=self.staff,
        )

    def mask(self, mask: Mask, subject: GraphNode) -> frozenset[str]:
        """The entries of a mask expression."""
        match mask:
            case Given(grant):
                return self.given(grant, subject)
            case Lifted(denials, grant):
                held = frozenset(code for denial in denials for code in self.codes(denial, subject))
                paths = (path for path in self.paths(grant, subject) if held <= self.lifted(grant, path))
                return frozenset(each for path in paths for each in self.given_by(grant, path))
            case Just(found):
                return frozenset(found)
            case Union(parts):
                return frozenset(each for part in parts for each in self.mask(part, subject))
            case Unless(denials, inner, unbound):
                return self.mask(unbound if any(self.codes(denial, subject) for denial in denials) else inner, subject)

    def test(self, test: Test, *, mask: frozenset[str], themes: list[GraphNode], subject: GraphNode, row: GraphNode | None = None) -> bool:
        """Whether a condition of a row holds."""
        match test:
            case Has(found):
                return found in mask
            case HasThemes(category):
                return bool(themes) and all(entry(category, theme.properties.get("code")) in mask for theme in themes)
            case HasSomeTheme(category):
                return any(entry(category, theme.properties.get("code")) in mask for theme in themes)
            case NoSecretTheme():
                return bool(themes) and not any(theme.properties.get("secret") for theme in themes)
            case Hangs(hung):
                return row is not None and self.exists(hung.pattern, {"row": row, "subject": subject}, When.NOW)
            case Staff():
                return self.staff
            case All(parts):
                return all(self.test(part, mask=mask, themes=themes, subject=subject, row=row) for part in parts)
            case Any(parts):
                return any(self.test(part, mask=mask, themes=themes, subject=subject, row=row) for part in parts)

    def given(self, grant: Grant, subject: GraphNode) -> frozenset[str]:
        """What a grant gives of the subject, by all its paths, less what the purpose does not cover."""
        return frozenset(each for path in self.paths(grant, subject) for each in self.given_by(grant, path))

    def paths(self, rule: Grant | Denial, subject: GraphNode) -> Iterator[Bindings]:
        """Every way in which the rule's pattern fits viewer and subject."""
        if not rule.concerns(self.viewer.kind, subject.label):
            return
        for match in self.match(rule.pattern, {"subject": subject}, rule.when):
            told = rule.condition is None or self.holds(rule.condition, match)
            if told is False or (told is None and isinstance(rule, Grant)):  # What cannot be told opens nothing, and closes.
                continue
            named = {name: bound for name, bound in match.items() if not name.startswith("_")}
            # An exception is judged now: what once lifted a denial lifts it no longer.
            if not any(self._excepted(exception, named) for exception in rule.exceptions):
                yield match

    def _excepted(self, exception: Pattern, named: Bindings) -> bool:
        """What the viewer must come to stands now, though the rule may have found it among facts that were retracted."""
        met = [named[node.variable] for node in exception.nodes if node.variable in named and node.variable != "viewer"]
        if exception.node("viewer") is not None and not all(_stands(each.properties) for each in met if isinstance(each, GraphNode)):
            return False
        return self.exists(exception, named, When.NOW)

    def codes(self, denial: Denial, subject: GraphNode) -> frozenset[str]:
        """The codes under which the denial holds; none where it does not."""
        return self._once(("codes", denial, subject.id), lambda: self._held(denial, subject))

    def _held(self, denial: Denial, subject: GraphNode) -> frozenset[str]:
        found = set()
        for match in self.paths(denial, subject):
            if denial.inherits is not None:
                other = match[denial.inherits]
                if isinstance(other, GraphNode) and not self._core_denied(other):
                    continue
            node = match[denial.code_of] if denial.code_of else None
            found.add(str(node.properties.get("code")) if isinstance(node, GraphNode) else denial.code)
        return frozenset(found)

    def _core_denied(self, other: GraphNode) -> bool:
        return any(self.codes(denial, other) for denial in Pair.of(self.rules, self.viewer.kind, other.label).core)

    def given_by(self, grant: Grant, match: Bindings) -> frozenset[str]:
        """What one path of a grant gives, less what the purpose does not cover; nothing where it is not for the action asked."""
        covered = self.covered if grant.acts(self.action) else frozenset()
        return frozenset(each for each in self.gives(grant.gives, match) if each.split(":")[0] in covered)

    def gives(self, gives: Gives, match: Bindings) -> frozenset[str]:
        """What one path of a grant gives, whatever the purpose."""
        match gives:
            case Fixed(categories=categories, themes=themes):
                return entries_of(categories, themes)
            case RoleOf():
                return self._role(gives, match)
            case CoversOf(variable=variable):
                return self._node_covers(match[variable])
            case ThemeOf(variable=variable):
                return entries_of(PERSONAL, self._theme_codes(match[variable]))
            case BothGive(one=one, other=other):
                return shared(self.gives(one, match), self.gives(other, match))

    def _role(self, gives: RoleOf, match: Bindings) -> frozenset[str]:
        node = match[gives.variable]
        path = "(node)-[:IN]->(role:Role)" if gives.variable != "viewer" else "(node)-[:HOLDS]->(position:Position)-[:IN]->(role:Role)"
        found: set[str] = set()
        for held in self.match(parse(path), {"node": node}, When.NOW):
            role = held["role"]
            if isinstance(role, GraphNode) and (not gives.reach or role.properties.get("reach") in gives.reach):
                found |= self._once(("covers", role.id), partial(self._role_covers, role))
        return frozenset(found)

    def _role_covers(self, role: GraphNode) -> frozenset[str]:
        covers = self.match(parse(ROLE_COVERS), {"role": role}, When.NOW)
        acting = [match for match in covers if isinstance(edge := match["covers"], GraphEdge) and self.action in _actions(edge.properties)]
        handled = self.match(parse(ROLE_HANDLES), {"role": role}, When.NOW)
        return entries_of(_categories(acting), _codes(handled, "theme"))

    def _node_covers(self, node: Bound) -> frozenset[str]:
        if isinstance(node, GraphNode) and node.label == "Category":
            return entries_of(_categories([{"category": node}]), None)
        found = {}
        for name, path in (("category", COVERS_CATEGORY), ("theme", COVERS_THEME)):
            # What is named and counts no longer, or is unknown, must not open as if nothing were named.
            ever = self.exists(parse(path), {"node": node}, When.EVEN_RETRACTED)
            matches = list(self.match(parse(path), {"node": node}, When.NOW))
            found[name] = frozenset(map(str, _categories(matches))) if name == "category" else _codes(matches, name)
            if ever and not found[name]:
                return frozenset()
        return covered_entries(map(Category, found["category"]), found["theme"])

    def _theme_codes(self, node: Bound) -> frozenset[str]:
        if isinstance(node, GraphNode) and node.label == "Theme":
            return _codes([{"theme": node}], "theme")
        return _codes(self.match(parse(IN_THEME), {"node": node}, When.NOW), "theme")

    def lifted(self, grant: Grant, match: Bindings) -> frozenset[str]:
        """The codes of the denials that do not bind this path of the grant."""
        found: set[str] = set()
        if grant.lifts:
            variable, name = grant.lifts.split(".")
            node = match[variable]
            found |= set(node.properties.get(name) or ()) if isinstance(node, GraphNode) else set()
        if grant.clearance is not None:
            named = {name: bound for name, bound in match.items() if not name.startswith("_")}
            found |= _codes(self.match(grant.clearance, named, When.NOW), "protection")
        return frozenset(found)

    @cached_property
    def reach(self) -> frozenset[str]:
        """What the roles of a member of staff would give within reach."""
        if not self.staff or self.node is None:
            return frozenset()
        given = self._role(RoleOf(variable="viewer"), {"viewer": self.node})
        return frozenset(each for each in given if ":" not in each) & frozenset(map(str, self.covered))

    # --- rows ---

    def themes(self, row: Row, node: GraphNode) -> list[GraphNode]:
        """The themes of a row."""
        if row.fixed_theme:
            return [GraphNode(id=f"theme:{row.fixed_theme}", label="Theme", properties={"code": row.fixed_theme})]
        if row.theme_pattern is None:
            return []
        found = [match["theme"] for match in self.match(row.theme_pattern, {"row": node}, When.NOW)]
        return [theme for theme in found if isinstance(theme, GraphNode)]

    # --- matching ---

    def exists(self, pattern: Pattern, bindings: Bindings, when: When) -> bool:
        """Whether the pattern fits at all."""
        return next(self.match(pattern, bindings, when), None) is not None

    def match(self, pattern: Pattern, bindings: Bindings, when: When) -> Iterator[Bindings]:
        """Every way in which the pattern fits, given what is bound; relationships may be walked twice."""
        start = dict(bindings)
        if pattern.node("viewer") is not None and "viewer" not in start:
            start["viewer"] = self.node or NOBODY
        # What is given is given: whether it stands and lasts was judged where it was found.
        if any(not _alike(node, start[node.variable]) for node in pattern.nodes if node.variable in start):
            return
        yield from self._extend(pattern, list(pattern.edges), start, when)

    def _extend(self, pattern: Pattern, left: list[Edge], bound: Bindings, when: When) -> Iterator[Bindings]:
        ready = next((edge for edge in left if edge.start in bound or edge.end in bound), None)
        if ready is None:
            yield from self._begin(pattern, left, bound, when)
            return
        rest = [edge for edge in left if edge is not ready]
        for walked, end in self._walks(ready, bound, when):
            missing = ready.end if ready.start in bound else ready.start
            if missing in bound and bound[missing] is not end:
                continue
            node = pattern.node(missing)
            if missing not in bound and (node is None or not self._fits(node, end, when)):
                continue
            yield from self._extend(pattern, rest, {**bound, missing: end, ready.variable: walked}, when)

    def _begin(self, pattern: Pattern, left: list[Edge], bound: Bindings, when: When) -> Iterator[Bindings]:
        loose = next((node for node in pattern.nodes if node.variable not in bound), None)
        if loose is None:
            yield bound
            return
        for node in self.graph.nodes.values():
            if self._fits(loose, node, when):
                yield from self._extend(pattern, left, {**bound, loose.variable: node}, when)

    def _walks(self, edge: Edge, bound: Bindings, when: When) -> Iterator[tuple[Bound, GraphNode]]:
        forward = edge.start in bound
        here = bound[edge.start if forward else edge.end]
        if not isinstance(here, GraphNode):
            return
        if not edge.walks:
            for each in self._steps(edge, here, forward, when):
                yield each, self._end(each, forward)
            return
        frontier: list[tuple[tuple[GraphEdge, ...], GraphNode]] = [((), here)]
        for length in range(edge.high + 1):
            if length >= edge.low:
                yield from frontier
            # As in Cypher: one walk takes each relationship once.
            onward = ((walk, step) for walk, at in frontier for step in self._steps(edge, at, forward, when) if step not in walk)
            frontier = [((*walk, step), self._end(step, forward)) for walk, step in onward]

    def _steps(self, edge: Edge, here: GraphNode, forward: bool, when: When) -> list[GraphEdge]:
        side = self.graph.out if forward else self.graph.into
        return [
            each
            for type_ in edge.types
            for each in side.get((here.id, type_), [])
            if all(each.properties.get(name) == value for name, value in edge.properties)
            and self._counts(each.properties, when)
            and self._end_stands(each, forward, when)
        ]

    def _end(self, edge: GraphEdge, forward: bool) -> GraphNode:
        return self.graph.nodes[edge.end if forward else edge.start]

    def _end_stands(self, edge: GraphEdge, forward: bool, when: When) -> bool:
        node = self.graph.nodes.get(edge.end if forward else edge.start)
        return node is not None and (when is When.EVEN_RETRACTED or _stands(node.properties))

    def _fits(self, node: Node, found: Bound, when: When) -> bool:
        if not isinstance(found, GraphNode) or not _alike(node, found):
            return False
        if found.label in LASTING and not self._lasts(found, when):
            return False
        return when is When.EVEN_RETRACTED or _stands(found.properties)

    def _lasts(self, node: GraphNode, when: When) -> bool:
        ended = node.properties.get(LASTING[node.label] or "")
        if when is When.NOW:
            return (ended is None or self._ended_since(ended)) and self._counts(node.properties, when)
        return self._counts(node.properties, when) and not (when is When.UNLESS_OVER and isinstance(ended, int) and ended <= self.clock.now)

    def _ended_since(self, ended: Anything) -> bool:
        """What was ended since then stood then; what is told to end later than now counts as ended, as it does now."""
        real = self.clock.real
        return real is not None and isinstance(ended, int) and self.clock.now < ended <= real

    def _counts(self, properties: Properties, when: When) -> bool:
        match when:
            case When.EVEN_RETRACTED:
                return True
            case When.ANY_TIME:
                return _stands(properties)
            case When.UNLESS_OVER:
                return _stands(properties) and not over(properties, self.clock.now)
            case When.NOW:
                return _stands(properties) and valid(properties, self.clock.now)

    # --- conditions, three-valued ---

    def holds(self, condition: Condition, match: Bindings) -> bool | None:
        """Whether a condition holds; None where it cannot be told."""
        match condition:
            case Comparison(">", Property(name="validTo"), Moment("asked")) if self.clock.recalled:
                return True
            case Comparison(operator, left, right):
                return _compare(operator, self.value(left, match), self.value(right, match))
            case IsNull(Property(name="retractedAt")) if self.clock.recalled:
                return True
            case IsNull(of):
                return self.value(of, match) is None
            case Not(of):
                inner = self.holds(of, match)
                return None if inner is None else not inner
            case Both(parts):
                found = [self.holds(part, match) for part in parts]
                return False if False in found else None if None in found else True
            case Either(parts):
                found = [self.holds(part, match) for part in parts]
                return True if True in found else None if None in found else False

    def value(self, operand: Operand, match: Bindings) -> Anything:
        """The value of an operand."""
        match operand:
            case Literal(value):
                return value
            case Several(values):
                return values
            case Named(variable):
                return match[variable]
            case Property(variable, name):
                found = match[variable]
                return None if isinstance(found, tuple) else found.id if name == "id" else found.properties.get(name)
            case Moment(name):
                return getattr(self.clock, name)
            case Stated(name):
                return self.action if name == "action" else self.viewer.purpose
            case Shift(of, months):
                return _shifted(self.value(of, match), months)


def _alike(node: Node, found: Bound) -> bool:
    if not isinstance(found, GraphNode) or (node.labels and found.label not in node.labels):
        return False
    return all(found.properties.get(name) == value for name, value in node.properties)


def valid(properties: Properties, instant: int) -> bool:
    """Whether validity spans the instant; one that is missing or not an instant counts as none."""
    start, end = properties.get("validFrom"), properties.get("validTo")
    return isinstance(start, int) and start <= instant and (end is None or (isinstance(end, int) and end > instant))


def over(properties: Properties, instant: int) -> bool:
    """Whether validity is known not to span the instant."""
    start, end = properties.get("validFrom"), properties.get("validTo")
    return (isinstance(start, int) and start > instant) or (isinstance(end, int) and end <= instant)


def _stands(properties: Properties) -> bool:
    return properties.get("retractedAt") is None


def _actions(properties: Properties) -> list[str]:
    found = properties.get("actions")
    return ["READ"] if found is None else list(found)


def _codes(matches: Iterable[Bindings], name: str) -> frozenset[str]:
    found = (match[name] for match in matches)
    return frozenset(str(code) for node in found if isinstance(node, GraphNode) and (code := node.properties.get("code")) is not None)


def _categories(matches: Iterable[Bindings]) -> frozenset[Category]:
    return frozenset(Category(code) for code in _codes(matches, "category") if code in set(PERSONAL))


def _key(node: GraphNode, kind: ViewerKind) -> Anything:
    return node.id if kind.key == "id" else node.properties.get(kind.key)


def _compare(operator: str, left: Anything, right: Anything) -> bool | None:
    if left is None or right is None:
        return None
    if operator == "IN":
        return left in right if isinstance(right, list | tuple) else None
    if operator in ("=", "<>"):
        same = left is right or (not isinstance(left, GraphNode | GraphEdge) and left == right)
        return same if operator == "=" else not same
    if type(left) is not type(right):
        return None
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator])


def _shifted(value: Anything, months: int) -> Anything:
    if not isinstance(value, date):
        return None
    year, month = divmod(value.year * 12 + value.month - 1 + months, 12)
    return date(year, month + 1, min(value.day, calendar.monthrange(year, month + 1)[1]))


__all__ = ["Clock", "Closes", "Graph", "GraphEdge", "GraphNode", "Question", "valid"]
