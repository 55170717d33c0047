"""The paths of grants between viewer and subject in Cypher, each whole, with what of its nodes the viewer may know."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from auth.category import Category
from auth.decide import tells_places, whole
from auth.pattern import Edge, Pattern
from auth.rule import LASTING, Grant, Row, When
from graph.compile.giving import Giving, of_roles
from graph.compile.once import Hop, lists
from graph.compile.rights import Inner, Judge
from graph.compile.rules import Halves, Subject, part, signature
from graph.compile.shape import Record
from graph.compile.text import Walk, block, call, gated, listed, literal, map_of
from graph.model import RELATIONSHIPS, Relationship
from graph.views import VIEWS
from graph.views.view import Access

PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
_NAMES = {"Area": "name", "Unit": "name", "Role": "name", "Municipality": "name", "Business": "name", "Case": "title"}
_NAV = ("unit:NAV", "NAV")
"""How a unit reads that does not read as itself (A10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What tells how much of the paths to a subject may be told: the variables of its mask and of the codes that close its places; a map
    of what may be told, where that was judged elsewhere; and whether the subject may be, unless it is the one asked about."""

    mask: str
    places: str | None = None
    known: str | None = None
    itself: str | None = None

    @property
    def variables(self) -> list[str]:
        """Those that nested parts need to see."""
        return [each for each in (self.mask, self.places, self.known, self.itself) if each and each.isidentifier()]


def paths(subject: Subject, shown: Shown, grants: Sequence[Grant], scope: Sequence[str] = (), first: int = 0) -> tuple[list[str], str]:
    """Lines that bind the paths of the grants to the subject, and their expression: rows `{of, gives, path, words, ends}`, `of` being the
    number of the grant, from the first on."""
    lines: list[str] = []
    names = []
    scope = [*dict.fromkeys(["ctx", subject.variable, *scope, *shown.variables])]
    for denials in (subject.pair.core, subject.pair.overridable):
        if denials:
            codes = subject.context.names.fresh("codes")
            lines.append(f"WITH *, {subject.codes(denials)} AS {codes}")
            subject.remember(denials, codes)
            scope.append(codes)
    known = _Known(subject, shown.mask, elsewhere=shown.known)
    drawn = {
        subject.context.names.fresh("reasons"): _Path(subject, grant, shown, known, number) for number, grant in enumerate(grants, first)
    }
    bodies = {name: path.lines(name) for name, path in drawn.items()}
    lines += known.lines([*scope, *lists(subject.once)])
    for name, body in bodies.items():
        lines += call([*scope, *known.names.values()], body)
        names.append(name)
    return lines, " + ".join(names) or "[]"


def readable(subject: Subject, mask: str, scope: Sequence[str] = ()) -> tuple[list[str], dict[str, str]]:
    """Lines that bind which rows on the paths to the subject may be read whole now, whenever those paths led there; and a map of them."""
    rows = _Known(subject, mask, ever=True)
    for grant in subject.pair.grants:
        for node in grant.pattern.nodes:
            _ = rows.test(grant, node.variable, ""), rows.unit(grant, node.variable, "")
    scope = [*dict.fromkeys(each for each in ("ctx", subject.variable, *scope, mask, *lists(subject.once)) if each.isidentifier())]
    return rows.lines(scope), rows.names


def visible(subject: Subject) -> tuple[list[str], list[str]]:
    """Lines, and conditions over them: when a register shows a business, and a unit reads as itself."""
    judge, inner, view = Judge(context=subject.context, times=subject.times, once=subject.once), Inner(), VIEWS[subject.label]
    judge.rights(view, subject.variable, (), inner, None)
    places = subject.pair.places if view.access is Access.OPEN else ()
    tests = [*([inner.visible] if inner.visible else []), *([f"size({subject.codes(places)}) = 0"] if places else [])]
    return inner.before, tests


@dataclass(slots=True)
class _Known:
    """What on the paths of a subject's grants the viewer may know: rows that they read whole, businesses that a register shows them, units
    that have a name to them. Each is judged once. `elsewhere` is a map of the ids of those that may be told, where they were judged
    elsewhere; `ever`: a path may have led to the subject at another instant."""

    subject: Subject
    mask: str
    elsewhere: str | None = None
    ever: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """By their label, the variable that holds the ids of those that may be told."""
    _ways: dict[str, dict[object, Hop]] = field(default_factory=dict)
    _led: set[str] = field(default_factory=set)

    def test(self, grant: Grant, variable: str, bound: str) -> str | None:
        """Whether a node of the path that is bound to a name may be told; none where it always may."""
        labels = _labels(grant, variable)
        if variable in ("viewer", "subject") or (self._judged_now and _own(grant.pattern, variable)):
            return None
        tests = [
            self._one(grant, variable, label, bound, alone=len(labels) == 1)
            for label in labels
            if label == "Business" or self.row_of(label)
        ]
        return " AND ".join(tests) or None

    @property
    def _judged_now(self) -> bool:
        return self.elsewhere is None and not self.ever

    def unit(self, grant: Grant, variable: str, bound: str) -> str | None:
        """Whether a node that may be a unit reads as itself; none where it is no unit (A10)."""
        labels = _labels(grant, variable)
        if "Unit" not in labels or variable == "subject":
            return None
        return self._one(grant, variable, "Unit", bound, alone=len(labels) == 1)

    def leads(self, grant: Grant, variable: str) -> bool:
        """Whether the path goes on from a row to its place, which would tell of it."""
        types = {type_ for label in _labels(grant, variable) if self.row_of(label) for type_ in VIEWS[label].place_types}
        led = variable != "subject" and any(edge.start == variable and types & set(edge.types) for edge in grant.pattern.edges)
        self._led |= set(_labels(grant, variable)) if led else set()
        return led

    def row_of(self, label: str) -> Row | None:
        """How rows of a label are read; none where they are no rows."""
        found = self.subject.context.rules.rows_of(label)
        return found[0] if found and VIEWS[label].access is Access.ROWS else None

    def _one(self, grant: Grant, variable: str, label: str, bound: str, *, alone: bool) -> str:
        self.leads(grant, variable)
        test = f"{bound}.id IN {self._ids(grant, variable, label)}"
        return test if alone else f"(NOT {bound}:{label} OR {test})"

    def _ids(self, grant: Grant, variable: str, label: str) -> str:
        if self.elsewhere:
            return f"{self.elsewhere}.{label}"
        start = "viewer" if label == "Unit" else "subject"
        edges = grant.pattern.between(start, variable)
        way = Hop(pattern=part(grant.pattern, edges), start=start, end=variable)
        self._ways.setdefault(label, {})[signature(way.pattern, edges)] = way
        if label not in self.names:
            self.names[label] = self.subject.context.names.fresh(f"told{label}")
        return self.names[label]

    def lines(self, scope: Sequence[str]) -> list[str]:
        """The lines that bind these lists."""
        return [line for label, name in self.names.items() for line in call(scope, self._judged(label, name))]

    def _judged(self, label: str, name: str) -> list[str]:
        names, kind, ways = self.subject.context.names, self.subject.context.kind, list(self._ways[label].values())
        node = names.fresh(label.lower())
        found: list[str] = []
        for way in ways:
            here = self.subject.variable if way.start == "subject" else names.fresh("viewer")
            lines, there = way.lines(here, names)
            first = [] if way.start == "subject" else [f"MATCH ({here}:{kind.label} {{{kind.key}: $viewer}})"]
            found += [*(["UNION"] if found else []), *first, *lines, f"RETURN {there} AS {node}"]
        if self.subject.once is not None:
            self.subject.once.reached(node, self.subject.variable, [way for way in ways if way.start == "subject"])
        row = self.row_of(label)
        itself = Subject(context=self.subject.context, variable=node, label=label, times=self.subject.times, once=self.subject.once)
        before, tests = ([], self._read(row, itself)) if row else visible(itself)
        return [
            *call([self.subject.variable], found),
            *before,
            *([f"WITH * WHERE {' AND '.join(tests)}"] if tests else []),
            f"RETURN collect({node}.id) AS {name}",
        ]

    def _read(self, row: Row, itself: Subject) -> list[str]:
        """When a row is read whole, and where a path leads on to its place, that too."""
        context, node, themes = self.subject.context, itself.variable, "[]"
        if row.theme_pattern is not None:
            inner = Walk(pattern=row.theme_pattern, names=context.names, bound={"row": node}, when=When.NOW)
            found = inner.clauses(row.theme_pattern.edges)
            themes = block("COLLECT", [*found, f"RETURN {map_of({'code': inner.bound['theme'] + '.code'})}"])
        elif row.fixed_theme:
            themes = f"[{map_of({'code': literal(row.fixed_theme)})}]"
        may = self.subject.test(whole(row), mask=self.mask, themes=themes, hangs=self._hangs(row.label, node))
        closing = [itself.pair.core, *([itself.pair.places] if row.label in self._led else [])]
        return [may, *(f"size({itself.codes(denials)}) = 0" for denials in closing if denials)]

    def _hangs(self, label: str, node: str) -> str:
        """Whether the row hangs on the subject at this instant."""
        if not self.ever:
            return "true"
        walks = (
            Walk(
                pattern=row.pattern, names=self.subject.context.names, bound={"row": node, "subject": self.subject.variable}, when=When.NOW
            )
            for row in self.subject.context.rules.rows_of(label)
            if row.holder == self.subject.label
        )
        return f"({' OR '.join(block('EXISTS', walk.clauses(walk.pattern.edges)) for walk in walks) or 'false'})"


def _labels(grant: Grant, variable: str) -> tuple[str, ...]:
    node = grant.pattern.node(variable)
    return node.labels if node else ()


def _own(pattern: Pattern, variable: str) -> bool:
    """Whether it is a mandate that the viewer holds: their own, whatever they see of the subject (A21)."""
    return any(edge.types == ("TO",) and (edge.start, edge.end) == (variable, "viewer") for edge in pattern.edges)


@dataclass(slots=True)
class _Path:
    """The whole path of one grant between viewer and subject, as rows that tell it."""

    subject: Subject
    grant: Grant
    shown: Shown
    known: _Known
    number: int
    """Which of the grants it is."""
    flags: dict[str, str] = field(default_factory=dict)
    """What may be known, judged once for each node of the path: a variable, and its condition."""
    _flag_of: dict[str, str] = field(default_factory=dict)

    def lines(self, name: str) -> list[str]:
        context, kind = self.subject.context, self.subject.context.kind
        viewer = context.names.fresh("viewer")
        walk = Walk(
            pattern=self.grant.pattern,
            names=context.names,
            bound={"viewer": viewer, "subject": self.subject.variable},
            when=self.grant.when,
            terse=True,
        )
        matches = walk.clauses(self.grant.pattern.edges)
        tests = [walk.condition(self.grant.condition)] if self.grant.condition else []
        tests += [f"NOT {block('EXISTS', self._inner(walk, index))}" for index in range(len(self.grant.exceptions))]
        giving = Giving(names=context.names, bound=walk.bound, pattern=self.grant.pattern, seats="ctx.seats")
        gives = self._gives(giving)
        held = self._held(walk)
        row = self._row(walk, gated(held, gives, ()))
        flags = ", ".join(f"{test} AS {flag}" for flag, test in self.flags.items())
        return [
            f"MATCH ({viewer}:{kind.label} {{{kind.key}: $viewer}})",
            *matches,
            *([f"WITH * WHERE {' AND '.join(tests)}"] if tests else []),
            *giving.lines,
            *([f"WITH *, {flags}"] if flags else []),
            f"RETURN collect({row}) AS {name}",
        ]

    def _gives(self, giving: Giving) -> str:
        """What this path gives: of a role, by the seat that it goes through."""
        context = self.subject.context
        entries = giving.entries(self.grant.gives)
        if of_roles(self.grant.gives):
            context.seats()
        elif context.kind.states_purpose:
            context.entries["covered"] = "covered"
        return context.within_purpose(entries, self.grant.gives, "ctx.covered")

    def _held(self, walk: Walk) -> list[str]:
        """When no denial binds this path of the grant."""
        pair = self.subject.pair
        bound = () if self.grant.secondary else pair.overridable
        lifted = self.subject.context.lifts(self.grant, walk.bound) if self.grant.lifts or self.grant.clearance else ""
        tests = []
        for denials, lifts in ((pair.core, self.grant.clearance is not None), (bound, bool(self.grant.lifts))):
            if denials:
                codes, code = self.subject.codes(denials), self.subject.context.names.fresh("code")
                tests.append(f"none({code} IN {codes} WHERE NOT {code} IN {lifted})" if lifts else f"size({codes}) = 0")
        return tests

    def _inner(self, walk: Walk, index: int) -> list[str]:
        pattern = self.grant.exceptions[index]
        return Walk(
            pattern=pattern,
            names=walk.names,
            bound={name: bound for name, bound in walk.bound.items() if not name.startswith("_")},
            when=self.grant.when,
        ).clauses(pattern.edges)

    def _row(self, walk: Walk, giving: str) -> str:
        """What the path has beside its declaration."""
        words = [self._word(walk, node, name) for node, name in _apart(self.grant)]
        steps = [self._step(walk, variable) for _, variable in self.grant.pattern.outward("viewer")]
        return map_of(
            {
                "of": str(self.number),
                "gives": giving,
                "path": f"[{', '.join(steps)}]",
                **({"words": f"[{', '.join(words)}]"} if words else {}),
                "ends": " + ".join(self._ends(walk)) or "[]",
            }
        )

    def _ends(self, walk: Walk) -> list[str]:
        """Lists of when the facts of the path end: those whose both ends may be known."""
        found: dict[tuple[str, ...], list[str]] = {}
        walks = []
        for edge in self.grant.pattern.edges:
            tests = tuple(dict.fromkeys((*self._flags(walk, edge.start), *self._flags(walk, edge.end))))
            fact = walk.bound[edge.variable]
            if edge.walks:
                walks.append(gated(tests, f"[step IN {fact} | step.validTo]", ()))
            else:
                found.setdefault(tests, []).append(f"{fact}.validTo")
        for node in self.grant.pattern.nodes:
            if node.labels[:1] and node.labels[0] in LASTING:
                found.setdefault(tuple(self._flags(walk, node.variable)), []).append(f"{walk.bound[node.variable]}.validTo")
        return [*(gated(tests, f"[{', '.join(ends)}]", ()) for tests, ends in found.items()), *walks]

    def _step(self, walk: Walk, variable: str) -> str:
        """A list of the id of a node of the path, its name and its label, where it may be known."""
        bound, labels, name = walk.bound[variable], _labels(self.grant, variable), _name_of(self.grant, variable)
        label = [f"head([each IN labels({bound}) WHERE each IN {listed(labels)}])"] if len(labels) > 1 else []
        named = [f"{bound}.{name}"] if name else ["null"] if label else []
        found, itself = f"[{', '.join([f'{bound}.id', *named, *label])}]", self.known.unit(self.grant, variable, bound)
        if itself:
            found = f"CASE WHEN {itself} THEN {found} ELSE {listed([*_NAV, *(['Unit'] if label else [])])} END"
        return gated(self._tests(walk, variable), found, ())

    def _word(self, walk: Walk, variable: str, name: str) -> str:
        itself = self.known.unit(self.grant, variable, walk.bound[variable])
        return gated([*self._tests(walk, variable), *([itself] if itself else [])], f"{walk.bound[variable]}.{name}")

    def _tests(self, walk: Walk, variable: str) -> list[str]:
        """When a node of the path may be known; who is asked about is."""
        return ([self.shown.itself] if self.shown.itself else []) if variable == "subject" else self._flags(walk, variable)

    def _flags(self, walk: Walk, variable: str) -> list[str]:
        """The path by the categories of the subject's half, which the viewer's half would tell too; a row or a business also by itself."""
        return [*self._flag("half", lambda: self._half_tests(walk)), *self._flag(variable, lambda: self._node_tests(walk, variable))]

    def _flag(self, of: str, find: Callable[[], list[str]]) -> list[str]:
        if of not in self._flag_of:
            tests = find()
            name = self.subject.context.names.fresh("told") if tests else ""
            self._flag_of[of] = name
            if tests:
                self.flags[name] = " AND ".join(tests)
        return [self._flag_of[of]] if self._flag_of[of] else []

    def _half_tests(self, walk: Walk) -> list[str]:
        """When the path may be known: by the categories of the relationships of the subject's half, and by rows whose place it tells."""
        tests = [f"{literal(str(each))} IN {self.shown.mask}" for each in told_by(self.grant)]
        tests += [f"size({self.shown.places}) = 0"] if tests and self.shown.places else []
        tests += [self.shown.itself] if self.shown.itself else []
        led = [node.variable for node in self.grant.pattern.nodes if self.known.leads(self.grant, node.variable)]
        return [*tests, *(test for each in led for test in self._node_tests(walk, each))]

    def _node_tests(self, walk: Walk, variable: str) -> list[str]:
        test = self.known.test(self.grant, variable, walk.bound[variable])
        return [test] if test else []


def told(grant: Grant, row: Record) -> Record:
    """A path as it is told: the steps and words of the declaration, with what the record has of their nodes."""
    steps, nodes = [], {}
    for (edge, variable), found in zip(grant.pattern.outward("viewer"), row["path"], strict=True):
        id_, name, label = (*found, None, None, None)[:3]
        relationship, declared = step_of(grant, edge, variable)
        nodes[variable] = name
        steps.append({"relationship": relationship, "label": label or declared, "id": id_, "name": name})
    apart = dict(zip(_apart(grant), row.get("words") or (), strict=True))
    words = {f"{node}_{name}": apart.get((node, name), nodes.get(node)) for node, name in _words(grant)}
    soonest = min((each for each in row["ends"] if each is not None), default=None)
    return {"rule": grant.id, "path_of": grant.path, "gives": row["gives"], "words": words, "path": steps, "validTo": soonest}


def _words(grant: Grant) -> list[tuple[str, str]]:
    """The values that its sentence names."""
    return sorted({found for text in grant.says.values() for found in PLACEHOLDER.findall(text)})


def _apart(grant: Grant) -> list[tuple[str, str]]:
    """Those of them that no step of its path has."""
    steps = {variable for _, variable in grant.pattern.outward("viewer")}
    return [(node, name) for node, name in _words(grant) if node not in steps or name != _name_of(grant, node)]


def _name_of(grant: Grant, variable: str) -> str | None:
    """The property that names a node on a step of the path."""
    return _NAMES.get((_labels(grant, variable) or ("Person",))[0])


def step_of(grant: Grant, edge: Edge, variable: str) -> tuple[str, str]:
    """What a step of a path walks, and to what kind of node, as far as the declaration says it."""
    return "|".join(edge.types), "|".join(_labels(grant, variable) or ("Person",))


def told_by(grant: Grant) -> list[Category]:
    """The categories that the subject's half of a path tells of."""
    return sorted({kind.category for edge in Halves.of(grant).subject for kind in kinds_of(grant.pattern, edge)} - {Category.OPEN})


def by_place(grant: Grant) -> bool:
    """Whether that the grant opens something tells where the subject is: it leads over a place, or over there being none (A10)."""
    edges = [(grant.pattern, edge) for edge in Halves.of(grant).subject] + [
        (each, edge) for each in grant.exceptions for edge in each.edges
    ]
    if any(tells_places(kind.category) for pattern, edge in edges for kind in kinds_of(pattern, edge)):
        return True
    return any(_leads_to_place(grant, node.variable) for node in grant.pattern.nodes)


def _leads_to_place(grant: Grant, variable: str) -> bool:
    """Whether the path goes on from a row to where it is, as from a device to who keeps it."""
    types = {type_ for label in _labels(grant, variable) if label in VIEWS for type_ in VIEWS[label].place_types}
    return any(edge.start == variable and types & set(edge.types) for edge in grant.pattern.edges)


def kinds_of(pattern: Pattern, edge: Edge) -> list[Relationship]:
    """The declared relationships that an edge can stand for, by its types and the labels at its ends."""
    start, end = pattern.node(edge.start), pattern.node(edge.end)
    starts, ends = (set(node.labels) if node else set() for node in (start, end))
    return [
        kind
        for kind in RELATIONSHIPS
        if kind.type in edge.types and (not starts or kind.start in starts) and (not ends or ends & set(kind.ends))
    ]
