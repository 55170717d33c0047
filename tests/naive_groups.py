"""Who can see, naively: every viewer of the graph with every purpose, decided by the reference, then put into groups."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from auth.category import PLACES, Category
from auth.decide import EVERY_THEME, Pair, covered, entry, missing, shared, shown
from auth.groups import CONTROLLER, ROLE, Grouped, band, grouped, opened, themes_of
from auth.names import GRANTED, SECOND_CONTROLLER
from auth.oslo import OSLO
from auth.pattern import Both as All
from auth.pattern import Pattern, parse
from auth.reference import Bindings, Clock, GraphEdge, GraphNode, Question
from auth.request import SAME
from auth.restriction import AT_UNIT, WITHHELD
from auth.rule import Both, Gives, Grant, RoleOf, Row, When
from auth.rules.messages import hidden_word
from auth.rules.terms import STATES_PURPOSE
from auth.subject import SubjectType
from auth.viewer import Viewer, ViewerKind
from graph.compile.paths import kinds_of
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import categories

if TYPE_CHECKING:
    from tests.naive import Naive, Reading

KINDS = (ViewerKind.EMPLOYEE, ViewerKind.PERSON, ViewerKind.CLIENT)
SUBJECTS = ("Person", "Business", "Device", "Case")
_PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
_ROWS = ("Case", "Activity", "Device")


@dataclass(slots=True, kw_only=True)
class Group:
    """One group, as it is found."""

    made: Grouped
    match: Bindings
    told: bool
    entries: set[str] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)
    kept_out: set[str] = field(default_factory=set)
    spans: list[tuple[int | None, int | None]] = field(default_factory=list)


def viewers(question: Question) -> Iterator[tuple[GraphNode, Viewer]]:
    """Every viewer of the graph with every purpose that they may state."""
    for kind in KINDS:
        for node in question.graph.nodes.values():
            key = node.id if kind.key == "id" else node.properties.get(kind.key)
            if node.label != kind.label or node.properties.get("retractedAt") is not None or key is None:
                continue
            asked = replace(question, viewer=Viewer(kind=kind, key=key))
            purposes: Iterable[Any] = [None]
            if kind.states_purpose:
                found = [match["purpose"] for match in asked.match(parse(STATES_PURPOSE[kind]), {}, When.NOW)]
                purposes = sorted({str(each.properties.get("code")) for each in found if isinstance(each, GraphNode)})
            for purpose in purposes:
                yield node, Viewer(kind=kind, key=key, purpose=purpose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one path gives one viewer by one role."""

    made: Grouped
    match: Bindings
    base: GraphNode
    holder: str
    opened: frozenset[str]
    offered: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How a subject hangs on someone that it is read through."""

    base: GraphNode
    row: Row | None
    facts: tuple[GraphEdge, ...] = ()


def links(question: Question, subject: GraphNode, when: When = When.NOW) -> list[Link]:
    """Those whose rights in them are rights in the subject: itself, and those that it hangs on as a row."""
    own = [Link(base=subject, row=_row(question, subject))] if subject.label != "Case" else []
    return own if subject.label in ("Person", "Business") else [*own, *_hangs(question, subject, when)]


def owners(question: Question, subject: GraphNode) -> list[GraphNode]:
    """The persons who must be read for a business to be there at all."""
    return [each.base for each in _hangs(question, subject, When.NOW)] if subject.label == "Business" else []


def _hangs(question: Question, subject: GraphNode, when: When) -> list[Link]:
    return [
        Link(base=base, row=row, facts=tuple(each for each in match.values() if isinstance(each, GraphEdge)))
        for row in question.rules.rows_of(subject.label)
        for match in question.match(row.pattern, {"row": subject}, when)
        if isinstance(base := match["subject"], GraphNode)
    ]


def _row(question: Question, subject: GraphNode) -> Row | None:
    return next(iter(question.rules.rows_of(subject.label)), None) if subject.label in ("Case", "Device") else None


def read(question: Question, holder: GraphNode, subject: GraphNode, may: "Callable[[Given], bool]" = lambda each: True) -> Iterator[Given]:
    """What every path gives the viewer of the question of the subject, be it of one that it is read through: what one path alone does
    not open, others of the same viewer may open together. `may` are the paths that count."""
    bases = {each.id: each for each in (*(link.base for link in links(question, subject)), *owners(question, subject))}
    paths = [each for base in bases.values() for each in given(question, holder, base, subject) if may(each)]
    closed = any(question.codes(denial, subject) for denial in Pair.of(question.rules, question.viewer.kind, subject.label).core)
    for each in paths:
        if subject.label == "Business" and each.base is not subject:
            continue
        opened = frozenset[str]() if closed and subject.label != "Person" else _of_it(question, subject, each, paths, "opened")
        yield replace(each, opened=opened, offered=_of_it(question, subject, each, paths, "offered"))


def _of_it(question: Question, subject: GraphNode, each: Given, paths: list[Given], which: str) -> frozenset[str]:
    """What the path opens of the subject, with the others."""
    entries: frozenset[str] = getattr(each, which)
    asked = frozenset(map(str, categories(subject.label)))
    mine = frozenset(one for one in entries if one.split(":")[0] in asked)
    row = _row(question, subject)
    if row is None:
        return mine if _owned(question, subject, paths, which) else frozenset()
    code, themes = str(row.category), question.themes(row, subject)
    together = frozenset(one for other in paths if other.base is each.base for one in getattr(other, which))
    whole = question.test(covered(row), mask=together, themes=themes, subject=subject)
    outline = question.test(shown(row), mask=entries & {code}, themes=themes, subject=subject)
    codes = [str(theme.properties.get("code")) for theme in themes]
    rows = frozenset(entry(code, theme) for theme in codes if {entry(code, theme), entry(code, EVERY_THEME)} & entries)
    gives = bool(rows) or (not codes and entry(code, EVERY_THEME) in entries)
    found = frozenset(one for one in mine if ":" not in one and one != code) if whole else frozenset()
    return found | rows | {code} if (whole and gives) or outline else found


def _owned(question: Question, subject: GraphNode, paths: list[Given], which: str) -> bool:
    """Whoever is behind a business is read at work by the same viewer."""
    if subject.label != "Business":
        return True
    behind = any(question.exists(row.pattern, {"row": subject}, When.UNLESS_OVER) for row in question.rules.rows_of("Business"))
    found = owners(question, subject)
    read = {one.base.id for one in paths if str(Category.WORK) in getattr(one, which)}
    return not behind or (bool(found) and all(owner.id in read for owner in found))


def given(question: Question, holder: GraphNode, base: GraphNode, subject: GraphNode) -> Iterator[Given]:
    """What every path to a base gives the viewer of the question, each judged alone (A1 is a union of paths); those that go by
    the same nodes are one. Places are those of the subject."""
    pair = Pair.of(question.rules, question.viewer.kind, base.label)
    core, over = (
        frozenset(code for denial in denials for code in question.codes(denial, base)) for denials in (pair.core, pair.overridable)
    )
    closing = Pair.of(question.rules, question.viewer.kind, subject.label).places
    places = frozenset(code for denial in closing for code in question.codes(denial, subject))
    for grant in pair.grants:
        for path in apart(question.paths(grant, base)):
            open_ = _opens(grant, core, over, question.lifted(grant, path))
            for match, entries in by_role(question, grant, path):
                offered = frozenset(each for each in entries if each.split(":")[0] in question.covered and not (places and each in PLACES))
                opened = offered if open_ else frozenset[str]()
                yield Given(made=grouped(grant), match=match, base=base, holder=holder.id, opened=opened, offered=offered)


def apart(paths: Iterable[Bindings]) -> Iterator[Bindings]:
    """Of the paths that go by the same nodes, one: nothing that a path gives is read of its relationships."""
    seen = set()
    for path in paths:
        if (key := by_nodes(path)) not in seen:
            seen.add(key)
            yield path


def by_nodes(match: Bindings) -> tuple[tuple[str, str], ...]:
    """The nodes of a match by name."""
    return tuple(sorted((name, bound.id) for name, bound in match.items() if isinstance(bound, GraphNode)))


def _opens(grant: Grant, core: frozenset[str], over: frozenset[str], lifted: frozenset[str]) -> bool:
    if core:
        return bool(grant.clears) and core | over <= lifted
    return not over or grant.secondary or (bool(grant.lifts) and over <= lifted)


def by_role(question: Question, grant: Grant, path: Bindings) -> Iterator[tuple[Bindings, frozenset[str]]]:
    """What the path gives, one role at a time; once where no role gives."""
    made = grouped(grant)
    if not made.seat:
        yield path, question.gives(grant.gives, path)
        return
    named = {name: bound for name, bound in path.items() if not name.startswith("_")}
    role_of = next(part for part in _parts(grant.gives) if isinstance(part, RoleOf))
    way = Pattern(nodes=made.pattern.nodes, edges=tuple(edge for edge in made.pattern.edges if edge not in grant.pattern.edges))
    way = replace(way, nodes=tuple(each for each in way.nodes if any(each.variable in (edge.start, edge.end) for edge in way.edges)))
    for match in apart(question.match(way, named, When.NOW)):
        role = match[ROLE]
        if isinstance(role, GraphNode) and (not role_of.reach or role.properties.get("reach") in role_of.reach):
            yield {**path, ROLE: role}, _by(question, grant.gives, path, role)


def _by(question: Question, gives: Gives, path: Bindings, role: GraphNode) -> frozenset[str]:
    match gives:
        case RoleOf():
            return question._role_covers(role)
        case Both(one=one, other=other):
            return shared(_by(question, one, path, role), _by(question, other, path, role))
        case _:
            return question.gives(gives, path)


def _parts(gives: Gives) -> Iterator[Gives]:
    if isinstance(gives, Both):
        yield from _parts(gives.one)
        yield from _parts(gives.other)
    else:
        yield gives


@dataclass(frozen=True, kw_only=True)
class Asker:
    """What one asker reads of a subject, now: itself, and through whom."""

    reading: "Reading"
    subject: GraphNode

    @property
    def question(self) -> Question:
        return self.reading.question

    @cached_property
    def through(self) -> list[GraphNode]:
        """Those through whom the asker reads the whole of it; a person is read through nobody else."""
        seen = self.reading.seen(VIEWS[self.subject.label], self.subject)
        if seen is None or self.reading.core_denied(self.subject):
            return [self.subject] if self.subject.label == "Person" else []
        return [link.base for link in links(self.question, self.subject) if self._whole(link)]

    def _whole(self, link: Link) -> bool:
        row = _row(self.question, self.subject)
        if row is None:
            return True
        themes = self.question.themes(row, self.subject)
        return self.question.test(covered(row), mask=self.question.decide(link.base).mask, themes=themes, subject=self.subject)

    @property
    def mask(self) -> frozenset[str]:
        """What is open of it."""
        return frozenset(each for base in self.through for each in self.question.decide(base).mask)

    @property
    def placed(self) -> bool:
        """Whether its places are open; a case tells none of its own here."""
        return self.subject.label == "Case" or not self.reading.places(self.subject)

    def reads(self, category: str | None) -> bool:
        """Whether a category of it is open, beyond an outline."""
        if category is None or category == Category.OPEN or category not in categories(self.subject.label):
            return False
        return category in self.mask and (self.placed or category not in PLACES)

    @property
    def own(self) -> frozenset[str]:
        """The categories of it that are open."""
        return frozenset(str(each) for each in categories(self.subject.label) if self.reads(each))

    @property
    def trace(self) -> bool:
        """Whether the log is open of everyone whom it leads to, by someone who reads it."""
        persons = led(self.question, self.subject, When.NOW) if self.through else []
        return bool(persons) and all(str(Category.TRACE) in self.question.decide(each).mask for each in persons)

    @property
    def protections(self) -> bool:
        """Whether the protections are open of everyone whom it leads to, or has led to."""
        everyone = led(self.question, self.subject, When.EVEN_RETRACTED)
        return all(str(Category.PROTECTION) in self.question.decide(each).mask for each in everyone)


def ends_of(question: Question, subject: GraphNode) -> list[GraphNode]:
    """It, those through whom it is read, and who is behind it."""
    return [subject, *(link.base for link in links(question, subject)), *owners(question, subject)]


def led(question: Question, subject: GraphNode, when: When) -> list[GraphNode]:
    """The persons whom something leads to, or has led to, who could keep others from it."""
    ends = [subject, *(link.base for link in links(question, subject, when))]
    denials = [denial for denial in question.rules.denials if denial.inherits]
    parties = [
        match[denial.inherits or ""]
        for end in ends
        for denial in denials
        if end.label in denial.subject_labels
        for match in question.match(denial.pattern, {"subject": end}, when)
    ]
    found = {each.id: each for each in (*ends, *parties) if isinstance(each, GraphNode) and each.label == "Person"}
    return list(found.values())


@dataclass(slots=True, kw_only=True)
class Seen:
    """What one viewer is shown of who can see one subject."""

    naive: "Naive"
    asker: Asker
    then: Question
    """At the instant asked for: who could see is judged then, and what the asker may know of it now."""
    controller: bool
    whole: bool
    """Whether neither a category nor a theme is asked for."""
    limits: frozenset[str] | None = None
    """The only categories that the asker is told of; none: all."""
    found: dict[tuple[int, str], Group] = field(default_factory=dict)
    rows: dict[tuple[str, str], bool] = field(default_factory=dict)

    @property
    def reading(self) -> "Reading":
        return self.asker.reading

    @property
    def subject(self) -> GraphNode:
        return self.asker.subject

    @property
    def question(self) -> Question:
        return self.reading.question

    def named(self) -> bool:
        """Another controller, whom no core denial keeps from the subject, has granted the names."""
        granted = self.question.match(parse(GRANTED), {"subject": self.subject}, When.NOW)
        return any(self.free(second, asker) for match in granted for second, asker in [(match["second"], match["viewer"])])

    def free(self, second: object, asker: object) -> bool:
        if not isinstance(second, GraphNode) or not isinstance(asker, GraphNode) or second.id == asker.id:
            return False
        if any(True for _ in self.question.match(parse(SAME), {"other": second, "viewer": asker}, When.ANY_TIME)):
            return False
        viewer = Viewer(kind=ViewerKind.EMPLOYEE, key=str(second.properties["ident"]))
        question = replace(self.question, viewer=viewer)
        core = Pair.of(question.rules, ViewerKind.EMPLOYEE, self.subject.label).core
        return not any(question.codes(denial, self.subject) for denial in core)

    def groups(self) -> dict[tuple[int, str], Group]:
        for holder, viewer in viewers(self.then):
            asked = replace(self.then, viewer=viewer)
            for each in read(asked, holder, self.subject, self.may):
                told = self.told(each.made, each.match, each.base)
                group = self.found.setdefault(self.key(each.made, each.match), Group(made=each.made, match=each.match, told=told))
                if told and not group.told:
                    group.told, group.match = True, each.match
                opened, offered = self.within(each.opened), self.within(each.offered)
                group.entries |= opened
                (group.holders if opened else group.kept_out).add(each.holder) if offered else None
        for link in links(self.then, self.subject):
            for grant in self.question.rules.grants:
                if link.base.label in grant.subject_labels:
                    self.spans(grant, link)
        return {key: group for key, group in sorted(self.found.items(), key=lambda each: each[0]) if group.entries}

    def within(self, entries: frozenset[str]) -> frozenset[str]:
        """What the asker is told of."""
        return entries if self.limits is None else frozenset(each for each in entries if each.split(":")[0] in self.limits)

    def may(self, each: Given) -> bool:
        """Whether the asker may know of a path."""
        told = self.told(each.made, each.match, each.base) or (self.controller and (self.whole or not each.made.telling))
        return told and not self.hidden(each.made, each.match) and not self.withheld(each.made, each.match)

    def key(self, made: Grouped, match: Bindings) -> tuple[int, str]:
        rules = [grant.id for grant in self.question.rules.grants]
        return rules.index(made.grant.id), " ".join(self.shown_id(match[name]) for name in made.key)

    def shown_id(self, node: Any) -> str:
        return "unit:NAV" if node.label == "Unit" and self.reading.places(node) else str(node.id)

    # --- what the asker may know (A19) ---

    def told(self, made: Grouped, match: Bindings, base: GraphNode) -> bool:
        holder = match.get("viewer")
        if made.personal and self.question.node is not None and holder is self.question.node:
            return True
        if not self.linked(base):
            return False
        told = {kind.category for edge in made.edges for kind in kinds_of(made.pattern, edge)} - {Category.OPEN}
        mask, shut = self.known(base)
        if told and (shut or not {str(each) for each in told} <= mask):
            return False
        nodes = [
            match[node.variable]
            for node in made.grant.pattern.nodes
            if node.labels and node.labels[0] in _ROWS and node.variable != "subject"
        ]
        return all(self.row(node, base) for node in nodes if isinstance(node, GraphNode))

    def known(self, base: GraphNode) -> tuple[frozenset[str], bool]:
        """What the asker reads of one that the subject is read through, and whether its places are closed."""
        decision = self.question.decide(base)
        return (self.asker.mask, not self.asker.placed) if base is self.subject else (decision.mask, bool(decision.place_codes))

    def linked(self, base: GraphNode) -> bool:
        """Whether the asker may know that the subject is read through it: they do so themselves, or see that it hangs there."""
        if self.subject.label == "Person":
            return True
        if not self.asker.through:
            return False
        if base.label != "Person" and not self.asker.placed:
            return False
        if self.subject.label == "Business" or base is self.subject or base in self.asker.through:
            return True
        there = any(link.base is base for link in links(self.question, self.subject))
        match self.subject.label, base.label:
            case ("Case", "Person"):
                return there and not self.reading.core_denied(base)
            case ("Device", "Municipality"):
                return there
            case _:
                return False

    def row(self, node: GraphNode, base: GraphNode) -> bool:
        if (node.id, base.id) not in self.rows:
            self.rows[node.id, base.id] = self.read(node, base)
        return self.rows[node.id, base.id]

    def read(self, node: GraphNode, base: GraphNode) -> bool:
        rows = self.question.rules.rows_of(node.label)
        row, themes = rows[0], self.question.themes(rows[0], node)
        hangs = any(self.question.exists(each.pattern, {"row": node, "subject": base}, When.NOW) for each in rows)
        if self.then.clock.real is not None and not hangs:
            return False
        if node.label != "Case" and self.reading.places(node):
            return False  # Where the way leads on to its place, which it would tell (A10).
        mask, _ = self.known(base)
        return self.question.test(covered(row), mask=mask, themes=themes, subject=base) and not self.reading.core_denied(node)

    def hidden(self, made: Grouped, match: Bindings) -> bool:
        """A relative whom a core denial hides is absent to outsiders (A7)."""
        holder = match.get("viewer")
        if self.controller or self.question.staff or not made.personal or not isinstance(holder, GraphNode):
            return False
        return self.reading.seen(VIEWS["Person"], holder, related=True) is None

    # --- what is withheld by law (A22) ---

    def withheld(self, made: Grouped, match: Bindings) -> bool:
        """A restriction withholds what one of its units does, or one who is or was employed there by a right of their own."""
        if self.controller:
            return False
        ends = [self.subject, *(link.base for link in _hangs(self.question, self.subject, When.EVEN_RETRACTED))]
        found = (each["unit"] for end in ends for each in self.question.match(parse(WITHHELD), {"subject": end}, When.NOW))
        units = [each for each in found if isinstance(each, GraphNode)]
        seen = [match[name] for name in made.named] + ([] if made.seated else [match.get("viewer")])
        return any(unit is each or self.at(unit, each) for unit in units for each in seen)

    def at(self, unit: GraphNode, who: object) -> bool:
        if not isinstance(who, GraphNode) or who.label != "Employee":
            return False
        return self.question.exists(parse(AT_UNIT), {"unit": unit, "employee": who}, When.ANY_TIME)

    # --- since when, until when ---

    def spans(self, grant: Grant, link: Link) -> None:
        made = grouped(grant)
        for way in self.ways(made, link.base):
            group = self.found.get(self.key(made, way.match))
            if group is not None and self.told(made, way.match, link.base) and not self.withheld(made, way.match):
                group.spans.append(way.and_by(_lasting(made, way.match), [each.properties for each in link.facts]).span)

    def ways(self, made: Grouped, base: GraphNode) -> Iterator["Stretch"]:
        """Every way to the group, whoever holds it, or by those who hold a right of their own."""
        role_of = next((part for part in _parts(made.grant.gives) if isinstance(part, RoleOf)), None)
        pattern = made.pattern
        if made.seated:
            nodes = tuple(node for node in pattern.nodes if node.variable != "viewer")
            pattern = Pattern(nodes=nodes, edges=tuple(edge for edge in pattern.edges if "viewer" not in (edge.start, edge.end)))
            starts: list[Bindings] = [{}]
        else:
            kinds = [kind.label for kind in KINDS if kind.label in made.grant.viewer_labels]
            starts = [{"viewer": node} for node in self.question.graph.nodes.values() if node.label in kinds and _stands(node)]
        for start in starts:
            for way in stretches(self.then, pattern, {**start, "subject": base}, {edge.variable for edge in made.edges if not edge.walks}):
                named = {name: bound for name, bound in way.match.items() if not name.startswith("_")}
                role = way.match.get(ROLE)
                reached = (
                    role_of is None or not role_of.reach or (isinstance(role, GraphNode) and role.properties.get("reach") in role_of.reach)
                )
                fits = not made.conditions or self.then.holds(All(made.conditions), way.match) is True
                excepted = any(self.then.exists(each, named, When.NOW) for each in made.grant.exceptions)
                if reached and fits and not excepted:
                    yield way


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """All ways by the same nodes: since when the first of them stands, and until when the last."""

    match: Bindings
    since: int | None = None
    until: int | None = None

    @property
    def span(self) -> tuple[int | None, int | None]:
        return self.since, self.until

    def and_by(self, *facts: Iterable[Mapping[str, Any]]) -> "Stretch":
        """They hold no longer than these do."""
        found = [each for many in facts for each in many]
        begins = [self.since, *(each["validFrom"] for each in found)]
        ends = [self.until, *(each.get("validTo") for each in found)]
        since, until = (tuple(each for each in many if each is not None) for many in (begins, ends))
        return replace(self, since=max(since, default=None), until=min(until, default=None))

    def or_by(self, other: "Stretch") -> "Stretch":
        """They stand as long as either does."""
        since = None if self.since is None or other.since is None else min(self.since, other.since)
        until = None if self.until is None or other.until is None else max(self.until, other.until)
        return replace(self, since=since, until=until)


def stretches(question: Question, pattern: Pattern, start: Bindings, counted: set[str]) -> list[Stretch]:
    """The ways by which the pattern fits, those by the same nodes as one: relationships that lie side by side multiply ways, and tell no
    more than when the first of them began and the last ends. `counted` are the relationships that tell it."""
    found, left = [Stretch(match=start)], list(pattern.edges)
    while left:
        edge = next((each for each in left if each.start in found[0].match or each.end in found[0].match), left[0])
        left.remove(edge)
        one = Pattern(nodes=tuple(each for each in pattern.nodes if each.variable in (edge.start, edge.end)), edges=(edge,))
        joined: dict[tuple[object, ...], Stretch] = {}
        for way in found:
            ends: Bindings = {name: way.match[name] for name in (edge.start, edge.end) if name in way.match}
            for match in question.match(one, ends, When.NOW):
                walked = match[edge.variable]
                facts = [walked.properties] if edge.variable in counted and isinstance(walked, GraphEdge) else []
                longer = replace(way, match={**way.match, **match}).and_by(facts)
                key = tuple((name, _same(bound)) for name, bound in longer.match.items() if isinstance(bound, GraphNode) or name[:1] != "_")
                joined[key] = longer.or_by(joined[key]) if key in joined else longer
        found = list(joined.values())
        if not found:
            return []
    loose = Pattern(nodes=tuple(each for each in pattern.nodes if each.variable not in found[0].match), edges=())
    return [replace(way, match={**way.match, **match}) for way in found for match in question.match(loose, {}, When.NOW)]


def _same(bound: GraphNode | GraphEdge | tuple[GraphEdge, ...]) -> object:
    return tuple(each.id for each in bound) if isinstance(bound, tuple) else bound.id


def _lasting(made: Grouped, match: Bindings) -> list[Mapping[str, Any]]:
    """The mandates and the like on a way, which have a time of their own."""
    names = [node.variable for node in made.grant.pattern.nodes if node.labels and node.labels[0] in ("Mandate", "Consent", "Override")]
    return [each.properties for name in names if isinstance(each := match[name], GraphNode)]


def _stands(node: GraphNode) -> bool:
    return node.properties.get("retractedAt") is None


def _labels(said: str | None) -> list[str]:
    """The labels of what is asked about, of what can be."""
    return [each for each in SUBJECTS if said is None or SubjectType(said).label == each]


def who_can_see(naive: "Naive", selection: Selection, reading: "Reading") -> Any:
    """One `whoCanSee`, to the viewer who asks."""
    category, theme, at = (naive.given(selection, name) for name in ("category", "theme", "at"))
    subject = reading.question.graph.nodes.get(naive.given(selection, "subject"))
    there = subject is not None and subject.label in _labels(naive.given(selection, "type")) and _stands(subject)
    seen = asked(naive, reading, subject, category, theme, at) if subject is not None and there else None
    if seen is None:
        naive.denied[f"Query.{selection.field}", missing(staff=reading.question.staff)] += 1
        shown_: dict[tuple[int, str], Group] = {}
    else:
        naive.persons |= naive.concerned(seen.subject, reading)
        shown_ = {key: group for key, group in seen.groups().items() if opened(frozenset(group.entries), category, theme)}
    return {child.key: _field(naive, seen, shown_, child, selection) for child in selection.children}


def asked(naive: "Naive", reading: "Reading", subject: GraphNode, category: str | None, theme: str | None, at: int | None) -> Seen | None:
    """Who may ask: whoever reads it, and TRACE of everyone whom it leads to; an employee who reads the category asked for, and no outline
    alone, or of those that they read where none is; a controller; about the past only who reads protections."""
    question, asker = reading.question, Asker(reading=reading, subject=subject)
    if question.viewer.kind not in (ViewerKind.EMPLOYEE, ViewerKind.PERSON):
        return None
    employee = question.viewer.kind is ViewerKind.EMPLOYEE
    past = at is not None and at < naive.now
    then = replace(question, clock=clock_of(at, naive.now)) if at is not None and past else question
    free = not any(reading.core_denied(each) for when in (question, then) for each in ends_of(when, subject))
    controller = employee and question.exists(parse(CONTROLLER), {}, When.NOW) and free
    own = asker.own if employee else frozenset()
    if not (controller or (category in own if category else own) or asker.trace) or (past and not asker.protections):
        return None
    limits = None if controller or asker.trace or category else own
    return Seen(naive=naive, asker=asker, then=then, controller=controller, whole=category is None and theme is None, limits=limits)


def clock_of(at: int, now: int) -> Clock:
    """An instant that has been, as it is judged now."""
    return Clock(now=at, today=datetime.fromtimestamp(at / 1000, OSLO).date(), asked=at, real=now)


def _field(naive: "Naive", seen: Seen | None, shown: dict[tuple[int, str], Group], child: Selection, on: Selection) -> Any:
    first, after = naive.given(on, "first"), naive.given(on, "after")
    beyond = [key for key in shown if after is None or key > (after[0], after[1])]
    page = beyond[:first]
    match child.field:
        case "edges":
            return [{each.key: _edge(naive, seen, key, shown[key], each, on) for each in child.children} if seen else {} for key in page]
        case "totalCount":
            return None if seen is None else naive.total(len(shown), child)
        case "type":
            return seen and seen.subject.label
        case "notice":
            return None
        case _:
            return naive.info(child, [_cursor(naive, key) for key in page], more=len(beyond) > first, after=after)


def _cursor(naive: "Naive", key: tuple[int, str]) -> str:
    return naive.seal("Query.whoCanSee", list(key))


def _edge(naive: "Naive", seen: Seen, key: tuple[int, str], group: Group, child: Selection, on: Selection) -> Any:
    if child.field == "cursor":
        return _cursor(naive, key)
    return {
        each.key: _names(naive, seen, group, each) if each.field == "whoHolds" else _value(naive, seen, group, each, on)
        for each in child.children
    }


def _value(naive: "Naive", seen: Seen, group: Group, child: Selection, on: Selection) -> Any:
    entries = frozenset(group.entries)
    category, theme = naive.given(on, "category"), naive.given(on, "theme")
    veiled = not group.told and group.made.telling
    categories = frozenset() if veiled else opened(entries, category, theme)
    begins, ends = [begin for begin, _ in group.spans], [end for _, end in group.spans]
    match child.field:
        case "rule":
            return group.made.grant.id
        case "text":
            return _text(seen, group, str(naive.parameters[child.arguments["language"]]).lower())
        case "categories":
            return [str(each) for each in Category if each in categories]
        case "themes":
            return None if veiled else themes_of(entries, categories, theme)
        case "holders" | "excluded":
            if not seen.controller:
                naive.denied[f"ViewerGroup.{child.field}", "NO_GRANT" if seen.question.staff else "NOT_AVAILABLE"] += 1
                return None
            return len(group.holders if child.field == "holders" else group.kept_out - group.holders)
        case "holdersBand":
            return band(len(group.holders))
        case "since":
            return min(begins) if group.told and begins and None not in begins else None  # type: ignore[type-var]
        case "validTo":
            return max(ends) if group.told and ends and None not in ends else None  # type: ignore[type-var]
        case _:
            return _node(seen, group, child)


def _names(naive: "Naive", seen: Seen, group: Group, child: Selection) -> Any:
    """The employees in a group, to a controller whom another one has granted it."""
    question = seen.question
    code = None if seen.controller and seen.then is question else "NO_GRANT" if question.staff else "NOT_AVAILABLE"
    if code or not seen.named():
        naive.denied[f"ViewerGroup.{child.field}", code or SECOND_CONTROLLER] += 1
        return None
    held = [question.graph.nodes[id_] for id_ in group.holders]
    there = sorted((each for each in held if each.label == "Employee"), key=lambda each: str(each.properties["ident"]))
    first, after = naive.given(child, "first"), naive.given(child, "after")
    page = [each for each in there if after is None or str(each.properties["ident"]) > after[0]]
    cursors = [naive.seal("ViewerGroup.whoHolds", [each.properties["ident"]]) for each in page[:first]]
    told = [{"id": each.id, "ident": each.properties["ident"], "name": each.properties.get("displayName")} for each in page[:first]]
    answer: dict[str, Any] = {}
    for each in child.children:
        match each.field:
            case "edges":
                answer[each.key] = [
                    {
                        part.key: cursor if part.field == "cursor" else {one.key: row[one.field] for one in part.children}
                        for part in each.children
                    }
                    for cursor, row in zip(cursors, told, strict=True)
                ]
            case "totalCount":
                answer[each.key] = len(there)
            case _:
                answer[each.key] = naive.info(each, cursors, more=len(page) > first, after=after)
    return answer


def _node(seen: Seen, group: Group, child: Selection) -> Any:
    made = group.made
    labels = {"unit": {"Unit"}, "organisation": {"Business", "Municipality"}}.get(child.field, set())
    there = [one for name in made.named if isinstance(one := group.match[name], GraphNode) and one.label in labels]
    name = {"role": ROLE, "person": "viewer" if made.personal else ""}.get(child.field, "")
    node = next(iter(there), group.match.get(name))
    if not isinstance(node, GraphNode) or not (group.told or name == ROLE):
        return None
    view = VIEWS[node.label]
    found = seen.reading.seen(view, node, related=True, finds=node.label == "Person")
    if found is None:
        return None
    mine = [each for each in child.children if each.on == node.label]
    shown = seen.reading.object_(view, node, None, found, mine)
    return {"__typename": node.label, **shown} if child.field == "organisation" else shown


def _text(seen: Seen, group: Group, language: str) -> str:
    def word(found: re.Match[str]) -> str:
        node, made = group.match[found[1]], group.made
        assert isinstance(node, GraphNode)
        label = node.label
        hidden = not group.told or (label == "Business" and seen.reading.seen(VIEWS[label], node) is None)
        if not hidden and label == "Unit" and seen.reading.places(node):
            return "NAV"
        declared = made.pattern.node(found[1])
        value = None if hidden else node.properties.get(found[2])
        return str(value) if value is not None else hidden_word(declared.labels[0] if declared and declared.labels else "", language)

    said = _PLACEHOLDER.sub(word, group.made.grant.told[language])
    return said[:1].upper() + said[1:]
