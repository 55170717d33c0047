"""Who is kept from a subject, walked backwards from it: small lists, made once, that every holder is looked up in.

A denial that leads from the subject to viewers holds for those that it leads to. One that binds everyone holds for all but those whom
its exceptions lead to, as the few who are cleared. What is left, such as whether an employee's own person is known, is asked of the
holder.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from auth.errors import RuleError
from auth.pattern import Comparison, Condition, Edge, Named, Pattern, conjuncts, parse, variables_of
from auth.rule import Denial, When
from auth.rules.terms import STAFF
from auth.viewer import ViewerKind
from graph.compile.text import Names, Walk, block, call, listed, literal, narrowed

KINDS = (ViewerKind.EMPLOYEE, ViewerKind.PERSON, ViewerKind.CLIENT)
"""The kinds of viewer that a graph knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The variables that a holder goes by in a statement: the node, its label, and whether it is staff."""

    node: str
    kind: str
    staff: str


def of(rule_labels: Sequence[str]) -> str:
    """The labels of the viewers that a rule is about, in a list."""
    return listed(kind.label for kind in KINDS if not rule_labels or kind.label in rule_labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Denials walked backwards from whomever they are about, into one list of `{closes, code, of, ids, but, staff}`: the denial holds
    for the viewers of these ids, or for all `but` them. Exceptions that lead from what denials meet are walked once, for all of them."""

    names: Names
    subject: str
    exceptions: dict[tuple[object, ...], "_Exception"] = field(default_factory=dict)

    def lines(self, denials: Mapping[str, Iterable[Denial]], name: str) -> list[str]:
        """Lines that bind the list, of denials by what they close."""
        found = [row for closes, those in denials.items() for row in self._rows(closes, those)]
        if not self.exceptions:
            return [f"WITH *, {' + '.join(found) or '[]'} AS {name}"]
        more = " + ".join(
            f"CASE WHEN met.{one.key} IS NULL THEN [] ELSE {block('COLLECT', one.lines)} END" for one in self.exceptions.values()
        )
        entry = ", ".join(f"{each}: met.{each}" for each in ("closes", "code", "of", "but", "staff"))
        body = [
            f"UNWIND {' + '.join(found)} AS met",
            f"WITH *, met.ids + {more} AS ids",
            f"RETURN collect({{{entry}, ids: ids}}) AS {name}",
        ]
        return call([self.subject], body)

    def _rows(self, closes: str, denials: Iterable[Denial]) -> list[str]:
        """Lists of entries: of those whom paths lead to, and of those whom exceptions lead to."""
        led: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        rest: list[str] = []
        for denial in denials:
            backwards = _Backwards(names=self.names, denial=denial, subject=self.subject)
            if denial.inherits:
                continue
            if backwards.leads:
                led.setdefault((denial.code, denial.viewer_labels), []).append(backwards.viewers())
            elif not backwards.own:
                rest.append(backwards.rows(closes, self))
        return [*(f"[{_entry(closes, literal(code), of(labels), ' + '.join(ids))}]" for (code, labels), ids in led.items()), *rest]

    def excepted(self, pattern: Pattern, shared: Sequence[str]) -> str:
        """Where entries hold the nodes that an exception leads from; those that are alike in all but names are one."""
        key = _alike(pattern, shared)
        if key not in self.exceptions:
            self.exceptions[key] = _Exception(names=self.names, pattern=pattern, shared=tuple(shared), key=f"met{len(self.exceptions) + 1}")
        return self.exceptions[key].key


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exception:
    """An exception of denials: a path from what they meet to the viewers whom they do not bind."""

    names: Names
    pattern: Pattern
    shared: tuple[str, ...]
    key: str

    @property
    def lines(self) -> list[str]:
        """Lines that return the ids of these viewers, of the entry `met`."""
        bound = {each: self.names.fresh(each) for each in self.shared}
        inner = Walk(pattern=self.pattern, names=self.names, bound=dict(bound), when=When.NOW, terse=True)
        nodes = ", ".join(f"those[{number}] AS {name}" for number, name in enumerate(bound.values()))
        # What the viewer must come to stands now, though the denial may have found it among facts that were retracted.
        stands = [f"{name}.retractedAt IS NULL" for name in bound.values()]
        found = narrowed(inner.clauses(self.pattern.edges), stands)
        return [
            f"UNWIND [met.{self.key}] AS those",
            f"WITH {nodes}",
            *found,
            f"RETURN DISTINCT {inner.bound['viewer']}.id",
        ]


def _alike(pattern: Pattern, shared: Sequence[str]) -> tuple[object, ...]:
    """The same for patterns that differ in the names of nodes alone."""
    numbers = {
        name: number for number, name in enumerate((*shared, *(each.variable for each in pattern.nodes if each.variable not in shared)))
    }
    edges = tuple((edge.types, edge.low, edge.high, edge.properties, numbers[edge.start], numbers[edge.end]) for edge in pattern.edges)
    return edges, tuple((numbers[each.variable], each.labels, each.properties) for each in pattern.nodes if each.variable not in shared)


def _entry(closes: str, code: str, of: str, ids: str, more: str = "but: false, staff: false") -> str:
    return f"{{closes: {literal(closes)}, code: {code}, of: {of}, ids: {ids}, {more}}}"


def inherited(names: Names, denials: Iterable[Denial], label: str, head: str) -> list[list[str]]:
    """Of each denial of such a thing that inherits: the lines that return those that it inherits from."""
    found = (_Backwards(names=names, denial=denial, subject=head) for denial in denials if denial.inherits)
    return [[f"WITH {head} WHERE {head}:{label}", *each.inherited()] for each in found]


def asked_of(names: Names, denials: Iterable[Denial], holder: Holder) -> list[str]:
    """What is left to ask of each holder, whoever the subject is."""
    found = (_Backwards(names=names, denial=denial, subject="") for denial in denials)
    return [each.test(holder) for each in found if not each.leads and each.own]


def holds(entry: str, holder: Holder) -> str:
    """The denial of an entry of the list holds for the holder."""
    return f"{holder.kind} IN {entry}.of AND ({holder.node}.id IN {entry}.ids) <> {entry}.but AND (NOT {entry}.staff OR {holder.staff})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Backwards:
    """One denial, from the subject to its viewers."""

    names: Names
    denial: Denial
    subject: str

    @property
    def _far(self) -> tuple[Edge, ...]:
        """The relationships that hang together with the subject, up to the viewer."""
        return hanging(self.denial.pattern, "subject")

    @property
    def leads(self) -> bool:
        """Whether the path leads from the subject to the viewer."""
        return any("viewer" in (edge.start, edge.end) for edge in self._far)

    @property
    def own(self) -> bool:
        """Whether it is about the viewer alone."""
        named = {name for each in self._conditions for name in variables_of(each)}
        return not self._far and not named and any(not _anchored(each, frozenset({"subject"})) for each in self._exceptions)

    @property
    def _exceptions(self) -> tuple[Pattern, ...]:
        labels = self.denial.viewer_labels
        met = [(each, each.node("viewer")) for each in self.denial.exceptions]
        return tuple(each for each, viewer in met if viewer and (not labels or not viewer.labels or set(labels) & set(viewer.labels)))

    @property
    def _conditions(self) -> tuple[Condition, ...]:
        return tuple(each for each in self._all if _other(each) is None)

    @property
    def _all(self) -> tuple[Condition, ...]:
        return conjuncts(self.denial.condition)

    def viewers(self) -> str:
        """A list of the ids of those whom the path leads to."""
        if self.denial.exceptions or any(_other(each) for each in self._all):
            raise self._wrong("a path that leads to its viewers has no exceptions")
        walk = self._walk()
        lines = walk.clauses(self.denial.pattern.edges, self._all)
        return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound['viewer']}.id"])

    def rows(self, closes: str, kept: "Kept") -> str:
        """A list of entries: one for each way in which it holds, for all but its exceptions."""
        walk = self._walk()
        lines = walk.clauses(self._far)
        tests = walk.conditions(self._conditions)
        free = [f"{walk.bound[other]}.id" for each in self._all if (other := _other(each)) is not None]
        ids, met = [f"[{', '.join(free)}]"] if free else [], []
        for pattern in self._exceptions:
            named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
            shared = [node.variable for node in pattern.nodes if node.variable in named]
            if shared:
                met.append(f"{kept.excepted(pattern, shared)}: [{', '.join(named[each] for each in shared)}]")
            else:
                ids.append(self._excepted(pattern))
        tests += self._without_viewer(walk)
        code = f"{walk.bound[self.denial.code_of]}.code" if self.denial.code_of else literal(self.denial.code)
        more = ", ".join(["but: true", f"staff: {str(self._of_staff()).lower()}", *met])
        entry = _entry(closes, code, of(self.denial.viewer_labels), " + ".join(ids) or "[]", more)
        if not lines:
            return f"CASE WHEN {' AND '.join(tests) or 'true'} THEN [{entry}] ELSE [] END"
        return block("COLLECT", [*narrowed(lines, tests), f"RETURN {entry}"])

    def _without_viewer(self, walk: Walk) -> list[str]:
        """Exceptions that hold for everyone or nobody."""
        found = []
        for pattern in (each for each in self.denial.exceptions if each.node("viewer") is None):
            named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
            inner = Walk(pattern=pattern, names=self.names, bound=named, when=When.NOW, terse=True)
            found.append(f"NOT {block('EXISTS', inner.clauses(pattern.edges))}")
        return found

    def inherited(self) -> list[str]:
        """Lines that return those whose core denials it inherits, each `{other, of, ids}`: for such viewers, but for its exceptions."""
        walk = self._walk()
        lines = walk.clauses(self._far, self._all)
        ids = []
        for pattern in self._exceptions:
            named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
            inner = Walk(pattern=pattern, names=self.names, bound=dict(named), when=When.NOW, terse=True)
            ids.append(block("COLLECT", [*inner.clauses(pattern.edges), f"RETURN DISTINCT {inner.bound['viewer']}.id"]))
        code, other = literal(self.denial.code), walk.bound[self.denial.inherits or ""]
        return [*lines, f"RETURN {other} AS other, {code} AS code, {of(self.denial.viewer_labels)} AS of, {' + '.join(ids) or '[]'} AS ids"]

    def test(self, holder: Holder) -> str:
        """That it does not hold for the holder: some exception does."""
        found = []
        for pattern in self._exceptions:
            walk = Walk(pattern=pattern, names=self.names, bound={"viewer": holder.node}, when=When.NOW, terse=True)
            found.append(block("EXISTS", walk.clauses(pattern.edges)))
        return f"(NOT {holder.kind} IN {of(self.denial.viewer_labels)} OR {' OR '.join(found)})"

    def _excepted(self, pattern: Pattern) -> str:
        """A list of the ids of those whom an exception is about that leads from a node of one code."""
        start = next((node.variable for node in pattern.nodes if any(name == "code" for name, _ in node.properties)), None)
        if start is None:
            raise self._wrong("an exception leads from what the path meets, or from a node of one code, to its viewers")
        inner = Walk(pattern=pattern, names=self.names, bound={}, when=When.NOW, terse=True)
        return block("COLLECT", [*inner.begin(start), *inner.clauses(pattern.edges), f"RETURN DISTINCT {inner.bound['viewer']}.id"])

    def _of_staff(self) -> bool:
        near = tuple(edge for edge in self.denial.pattern.edges if edge not in self._far)
        if near and [edge.types for edge in near] != [edge.types for edge in parse(STAFF).edges]:
            raise self._wrong("beside the subject's half, only that the viewer is staff can be walked backwards")
        return bool(near)

    def _walk(self) -> Walk:
        return Walk(
            pattern=self.denial.pattern, names=self.names, bound={"subject": self.subject}, when=self.denial.when, closes=True, terse=True
        )

    def _wrong(self, problem: str) -> RuleError:
        return RuleError(rule=self.denial.id, problem=f"who can see cannot be told: {problem}", place=self.denial.path)


def hanging(pattern: Pattern, start: str) -> tuple[Edge, ...]:
    """The relationships that hang together with a node, up to the viewer."""
    seen, grown = {start}, True
    while grown:
        more = {end for edge in pattern.edges for end in (edge.start, edge.end) if seen - {"viewer"} & {edge.start, edge.end}} - seen
        seen, grown = seen | more, bool(more)
    return tuple(edge for edge in pattern.edges if (seen - {"viewer"}) & {edge.start, edge.end})


def _other(condition: Condition) -> str | None:
    """The node that the viewer must not be."""
    match condition:
        case Comparison("<>", Named("viewer"), Named(other)) | Comparison("<>", Named(other), Named("viewer")):
            return other
        case _:
            return None


def _anchored(pattern: Pattern, named: frozenset[str]) -> bool:
    """Whether it can be walked to the viewer from what is few: a node that is met, or one of one code."""
    return any(node.variable in named or any(name == "code" for name, _ in node.properties) for node in pattern.nodes)
