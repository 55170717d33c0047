"""Where each grant leads, walked backwards from the subject: to seats and the roles that they are in, or to those who hold a right of
their own.

A way is `{of, base, nodes, begins, ends, …}`: its grant by number, whom it leads from, the nodes that its group is told apart and
named by, since when and until when it leads there, and what narrows what it gives. All else is made of these once, for all grants.
Walks that go by the same nodes are one way, however many relationships lie side by side: whether these count, and how long, is asked
of each walk as it is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from auth.category import PERSONAL, Category
from auth.decide import entries_of
from auth.errors import RuleError
from auth.groups import ROLE, Grouped, grouped
from auth.pattern import Condition, Pattern, parse, variables_of
from auth.rule import LASTING, CoversOf, Fixed, Grant, Rules, ThemeOf, When, covers_of
from auth.rules.terms import CLEARANCE
from graph.compile.giving import Giving, common, within
from graph.compile.paths import kinds_of
from graph.compile.text import FOREVER, Names, Walk, block, call, counts, listed, map_of, narrowed
from graph.compile.who.kept import KINDS, hanging

THINGS = ("Case", "Activity", "Device")
"""Labels of what a way may lead through that is read as a row of those whom it concerns."""

_EVERYTHING = frozenset(entries_of(PERSONAL, None))
_SILENT = ("null", "false", "[]")
_STAND = " AND ".join(f"{end}(it).retractedAt IS NULL" for end in ("startNode", "endNode"))
_LAST = " AND ".join([*counts("it", When.NOW), *(f"it.{ended} IS NULL" for ended in sorted(filter(None, LASTING.values())))])
_COUNTS = f"all(it IN held WHERE {' AND '.join(counts('it', When.NOW))} AND {_STAND}) AND all(it IN lasting WHERE {_LAST})"
"""All that a walk goes by counts now, as a `Walk` would ask of each."""


@dataclass(slots=True, kw_only=True)
class Ways:
    """Walks the grants of which whoever is asked about, or something that they hang on, can be the subject."""

    names: Names
    rules: Rules
    bases: Sequence[str]
    """Labels of those that ways can lead from."""
    grants: list[Grant] = field(default_factory=list)
    """Those walked; a way tells its own by the place in this list."""

    def lines(self) -> list[str]:
        """Lines that bind `ways`, from all that the subject is read through, and from whoever is behind it."""
        lists = {label: f"{label.lower()}Ways" for label in self.bases if any(self.rules.granting(kind, label) for kind in KINDS)}
        lines = [line for label, name in lists.items() for line in self._from(label, name)]
        bases = "WITH *, links + [each IN thing.owners | {node: each, by: []}] AS bases"
        return [bases, *lines, f"WITH *, {' + '.join(lists.values())} AS ways", *self._offers()]

    def _from(self, label: str, name: str) -> list[str]:
        walks: list[str] = []
        for grant in dict.fromkeys(grant for kind in KINDS for grant in self.rules.granting(kind, label)):
            self.grants.append(grant)
            walks += [*(["UNION ALL"] if walks else []), *_Way(ways=self, made=grouped(grant)).lines()]
        body = [
            "UNWIND bases AS link",
            "WITH link.node AS base, link.by AS by",
            f"WHERE base:{label}",
            f"WITH base, min({_since('by', -FOREVER)}) AS since, max({_until('by', FOREVER)}) AS until",
            *call(["base"], walks),
            f"WITH * WHERE {_COUNTS}",
            f"WITH way, min({_since('facts', 'since')}) AS begins, max({_until('facts', 'until')}) AS ends",
            f"RETURN collect(way {{.*, begins: begins, ends: ends}}) AS {name}",
        ]
        return call(["bases"], body)

    def _offers(self) -> list[str]:
        """Lines that bind `offered`: each way with the entries that it gives, where a role gives those of it that the role does."""
        bound = {"covers": "covers", "category": "category", "within": "themed"}
        pattern = parse("(covers:Mandate), (category:Category), (within:Case)")
        giving = Giving(names=self.names, bound=bound, pattern=pattern)
        covered, category = giving.entries(covers_of("covers")), giving.entries(covers_of("category"))
        themes = giving.themes("within")
        clearance = Walk(pattern=parse(CLEARANCE), names=self.names, bound={"mandate": "mandate"}, when=When.NOW, terse=True)
        cleared = block("COLLECT", [*clearance.clauses(clearance.pattern.edges), f"RETURN DISTINCT {clearance.bound['protection']}.code"])
        first, second, third = (self.names.fresh("entries") for _ in range(3))
        every = listed(sorted(_EVERYTHING))
        plain = "way.whole AND way.mandate IS NULL"
        body = [
            f"UNWIND [way IN ways WHERE NOT coalesce({plain}, false)] AS way",
            "WITH way, way.covers AS covers, way.category AS category, way.within AS themed, way.mandate AS mandate",
            *giving.lines,
            f"WITH *, coalesce(way.among, {every}) AS {first}, {covered} AS covered, {category} AS named",
            f"WITH *, CASE WHEN themed:Theme THEN [themed.code] ELSE {themes} END AS themes",
            f"WITH *, CASE WHEN covers IS NULL THEN {first} ELSE {common(first, 'covered', self.names)} END AS {second}",
            f"WITH *, CASE WHEN category IS NULL THEN {second} ELSE {common(second, 'named', self.names)} END AS {third}",
            f"WITH *, CASE WHEN themed IS NULL THEN {third} ELSE {within(third, 'themes', self.names)} END AS offers",
            f"WITH *, CASE WHEN mandate IS NULL THEN coalesce(way.lifts, []) ELSE {cleared} END AS lifts",
            "RETURN collect({way: way, offers: offers, lifts: lifts}) AS more",
        ]
        plainly = f"[way IN ways WHERE {plain} | {{way: way, offers: {every}, lifts: coalesce(way.lifts, [])}}]"
        return [*call(["ways"], body), f"WITH *, {plainly} + more AS offered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One grant, walked from a base."""

    ways: Ways
    made: Grouped

    def lines(self) -> list[str]:
        """Lines that return the `way` of each walk, what is `held` and `lasting` on it, and the `facts` that its group has in common."""
        walk = Walk(pattern=self.made.pattern, names=self.ways.names, bound={"subject": "base"}, when=When.EVEN_RETRACTED)
        lines, tests = self._walked(walk), self._tests(walk)
        if lines:
            lines = narrowed(lines, tests)
        elif tests:
            lines = [f"WITH * WHERE {' AND '.join(tests)}"]
        facts = _nodes(walk.bound, [*(edge.variable for edge in self.made.edges if not edge.walks), *self._lasting])
        lasting = _nodes(walk.bound, self._lasting)
        return [*lines, f"RETURN {self._row(walk)} AS way, {self._held(walk)} AS held, {lasting} AS lasting, {facts} AS facts"]

    def _walked(self, walk: Walk) -> list[str]:
        made = self.made
        edges = [edge for edge in made.pattern.edges if not (made.seated and "viewer" in (edge.start, edge.end))]
        if not made.seat and not edges:
            # Own data: the viewer is the subject.
            walk.bound["viewer"] = walk.bound["subject"]
            return []
        near = [edge for edge in hanging(made.pattern, "subject") if edge in edges] if made.seated else edges
        lines = walk.clauses(near) if near else []
        rest = [edge for edge in edges if edge not in near]
        if rest and not any(name in walk.bound for edge in rest for name in (edge.start, edge.end)):
            lines += narrowed(walk.begin(ROLE), self._reach(walk))
        return [*lines, *(walk.clauses(rest) if rest else [])]

    def _reach(self, walk: Walk) -> list[str]:
        return [f"{walk.bound[ROLE]}.reach IN {listed(self.made.reach)}"] if self.made.reach else []

    def _tests(self, walk: Walk) -> list[str]:
        own = [each for each in self.made.conditions if walk.bound.get("viewer") != walk.bound["subject"] or not _of_viewer(each)]
        tests = [*walk.conditions(own), *self._reach(walk)]
        named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
        for pattern in self.made.grant.exceptions:
            inner = Walk(pattern=pattern, names=walk.names, bound=dict(named), when=When.NOW, terse=True)
            tests.append(f"NOT {block('EXISTS', inner.clauses(pattern.edges))}")
        return tests

    def _row(self, walk: Walk) -> str:
        made, grant, bound = self.made, self.made.grant, walk.bound
        ids = [each.id for each in self.ways.rules.grants]
        row = {
            "of": str(len(self.ways.grants) - 1),
            "order": str(ids.index(grant.id)),
            "base": "base",
            "nodes": _nodes(bound, made.named),
            "things": _nodes(bound, _things(made.grant.pattern)),
            "needs": listed(sorted(map(str, needs(made)))),
            "kinds": listed(kind.label for kind in KINDS if kind.label in grant.viewer_labels),
            "telling": str(made.telling).lower(),
            "personal": str(made.personal).lower(),
            "secondary": str(grant.secondary).lower(),
            "clears": str(bool(grant.clears)).lower(),
            "mandate": bound["mandate"] if grant.clears else "null",
            "lifting": str(bool(grant.lifts)).lower(),
            "lifts": self._lifts(bound) if grant.lifts else "null",
            "stated": f"{bound[made.purpose]}.code" if made.purpose else "null",
            "whole": str(not self._narrowed(bound)).lower(),
            **self._gives(bound),
        }
        if made.seat:
            few = made.staffed and made.seated and not (grant.secondary or grant.lifts)
            row |= {"role": bound[ROLE], "seat": bound[made.seat], "staff": str(made.staffed).lower(), "few": str(few).lower()}
        if not (made.seat and made.seated):
            row["holder"] = bound["viewer"]
        return map_of({name: text for name, text in row.items() if text not in _SILENT or name in ("nodes", "needs")})

    def _gives(self, bound: dict[str, str]) -> dict[str, str]:
        """What narrows what it gives, by what it is."""
        found: dict[str, str] = {}
        for part in self.made.beside:
            match part:
                case Fixed(categories=categories, themes=themes):
                    entries = frozenset(entries_of(categories, themes))
                    found["among"] = listed(sorted(entries)) if entries != _EVERYTHING else "null"
                case CoversOf(variable=variable) if self._is_category(variable):
                    found["category"] = bound[variable]
                case CoversOf(variable=variable):
                    found["covers"] = bound[variable]
                case ThemeOf(variable=variable):
                    found["within"] = bound[variable]
        if len(found) < len(self.made.beside):
            problem = "give one of each kind, or who can see cannot be told"
            raise RuleError(rule=self.made.grant.id, problem=problem, place=self.made.grant.path)
        return found

    def _narrowed(self, bound: dict[str, str]) -> bool:
        """Whether something narrows what a role gives."""
        return any(text != "null" for text in self._gives(bound).values())

    def _is_category(self, variable: str) -> bool:
        node = self.made.pattern.node(variable)
        return node is not None and "Category" in node.labels

    def _lifts(self, bound: dict[str, str]) -> str:
        variable, name = self.made.grant.lifts.split(".")
        return f"{bound[variable]}.{name}"

    @property
    def _lasting(self) -> list[str]:
        return [node.variable for node in self.made.grant.pattern.nodes if node.labels and node.labels[0] in LASTING]

    @staticmethod
    def _held(walk: Walk) -> str:
        """All relationships that were walked."""
        edges = [edge for edge in walk.pattern.edges if edge.variable in walk.bound]
        steps = [walk.bound[edge.variable] for edge in edges if edge.walks]
        return " + ".join([_nodes(walk.bound, [edge.variable for edge in edges if not edge.walks]), *steps])


def needs(made: Grouped) -> frozenset[Category]:
    """The categories by which a way is read (A19)."""
    return frozenset(kind.category for edge in made.edges for kind in kinds_of(made.pattern, edge)) - {Category.OPEN}


def _of_viewer(condition: Condition) -> bool:
    return "viewer" in variables_of(condition)


def _since(facts: str, least: str | int) -> str:
    """The latest beginning of facts."""
    return f"reduce(last = {least}, it IN {facts} | CASE WHEN it.validFrom > last THEN it.validFrom ELSE last END)"


def _until(facts: str, most: str | int) -> str:
    """The earliest end of facts."""
    return f"reduce(first = {most}, it IN {facts} | CASE WHEN it.validTo < first THEN it.validTo ELSE first END)"


def _nodes(bound: dict[str, str], names: Sequence[str]) -> str:
    return f"[{', '.join(bound[each] for each in names)}]"


def _things(pattern: Pattern) -> list[str]:
    return [node.variable for node in pattern.nodes if node.labels[:1] and node.labels[0] in THINGS and node.variable != "subject"]
