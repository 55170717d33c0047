"""Rules in Cypher: the viewer's half once a request (`ctx`), the subject's half once a subject, met by membership."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from auth.category import THEMED, Action
from auth.decide import (
    All,
    Any,
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
)
from auth.errors import RuleError
from auth.pattern import Condition, Edge, Pattern, conjuncts, parse, variables_of
from auth.restriction import COVERED
from auth.rule import Denial, Gives, Grant, RoleOf, Rules, ThemeOf, When, parts_of, weighs_action
from auth.rules.terms import ROLE_COVERS, ROLE_HANDLES, STAFF
from auth.viewer import ViewerKind
from graph.compile.disclosed import MARK as RULE
from graph.compile.disclosed import POSITION
from graph.compile.giving import Giving, column, common, included_by, of_roles, read_of, split, within
from graph.compile.once import Hop, Once
from graph.compile.text import Names, Times, Walk, block, call, listed, literal, map_of, narrowed

HELD = "(viewer)-[:HOLDS]->(position:Position)-[:IN]->(role:Role)"
"""The roles of a viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """A rule's path, cut where viewer and subject meet."""

    viewer: tuple[Edge, ...]
    subject: tuple[Edge, ...]
    meets: str | None
    viewer_where: tuple[Condition, ...]
    subject_where: tuple[Condition, ...]

    @classmethod
    def of(cls, rule: Grant | Denial) -> "Halves":
        """The two halves; a condition belongs to the half that binds its names."""
        pattern = rule.pattern
        near = _reached(pattern, "viewer", stop=rule.meets)
        far = tuple(edge for edge in pattern.edges if edge not in near)
        meets = rule.meets if rule.meets in _names(near) else None
        known = _names(near) | {"viewer"}
        conditions = conjuncts(rule.condition)
        viewer_where = tuple(each for each in conditions if variables_of(each) <= known and (near or not variables_of(each)))
        subject_where = tuple(each for each in conditions if each not in viewer_where)
        outside = frozenset(name for each in subject_where for name in variables_of(each)) - _names(far) - {"viewer", "subject"}
        if outside:
            raise RuleError(rule=rule.id, problem=f"a condition joins both halves by `{min(outside)}`: write it within one half")
        return cls(viewer=near, subject=far, meets=meets, viewer_where=viewer_where, subject_where=subject_where)


def _reached(pattern: Pattern, start: str, *, stop: str) -> tuple[Edge, ...]:
    seen, found = {start}, []
    frontier = [start]
    while frontier:
        here = frontier.pop()
        if here == stop:
            continue
        for edge in pattern.edges:
            if here in (edge.start, edge.end) and edge not in found:
                found.append(edge)
                for end in {edge.start, edge.end} - seen:
                    seen.add(end)
                    frontier.append(end)
    return tuple(edge for edge in pattern.edges if edge in found)


def _names(edges: Iterable[Edge]) -> frozenset[str]:
    return frozenset(name for edge in edges for name in (edge.start, edge.end, edge.variable))


@dataclass(slots=True, kw_only=True)
class Context:
    """The viewer's half of every rule that the statement needs, each walked once: entries of the map `ctx`."""

    rules: Rules
    kind: ViewerKind
    names: Names
    action: Action = Action.READ
    acts: tuple[Action, ...] = ()
    """The other actions that the statement asks about: what is found for one is found for all on the same walk."""
    entries: dict[str, str] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)
    steps: dict[str, list[str]] = field(default_factory=dict)
    """First steps from the viewer, each walked once for all halves that begin with it: the block that binds each list of nodes."""
    hinting: str = ""
    """The viewer's own side, where hints are asked for."""
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)

    def acting(self, action: Action) -> "Context":
        """The same half of the same statement, for another action."""
        return replace(self, action=action)

    def once(self, root: str) -> Once:
        """Who is decided once for a root."""
        return Once(root=root, clears=any(grant.clears for grant in Pair.of(self.rules, self.kind, "Person").grants))

    def staff(self) -> str:
        """Whether the viewer is staff."""
        if self.kind is not ViewerKind.EMPLOYEE:
            return "false"
        return self.flag(parse(STAFF))

    def outward(self, walk: Walk, edges: Sequence[Edge], conditions: Sequence[Condition] = ()) -> list[str]:
        """Clauses of a viewer's half, from the list of nodes that its first step leads to."""
        first = next((edge for edge in edges if "viewer" in (edge.start, edge.end)), None)
        if first is None or first.walks or not first.variable.startswith("_"):
            return walk.clauses(edges, conditions)
        there = first.end if first.start == "viewer" else first.start
        found = self._step(walk, first, there)
        name = walk.bound[there] = self.names.fresh(there if not there.startswith("_") else _word(walk.pattern, there))
        rest = [edge for edge in edges if edge is not first]
        lines = [f"UNWIND {found} AS {name}", *walk.clauses(rest, conditions)]
        return lines if rest else narrowed(lines, walk.conditions(conditions))

    def _step(self, walk: Walk, edge: Edge, there: str) -> str:
        node = walk.pattern.node(there)
        key = ("step", edge.types, edge.start == "viewer", edge.properties, node and (node.labels, node.properties), walk.when)
        known = self._known.get(key)
        if known is None:
            alone = Walk(pattern=walk.pattern, names=self.names, bound={"viewer": "viewer"}, when=walk.when)
            lines = alone.clauses([edge])
            known = self._known[key] = self.names.fresh(f"{_word(walk.pattern, there)}s")
            self.steps[known] = call(["viewer"], [*lines, f"RETURN collect(DISTINCT {alone.bound[there]}) AS {known}"])
        return known

    def scope(self, body: Sequence[str], *names: str) -> list[str]:
        """What a block of the viewer's half sees: these, and the steps that it goes on from."""
        return ["viewer", *names, *(step for step in self.steps if any(f"UNWIND {step} AS" in line for line in body))]

    def reach(self) -> str:
        """What the roles of a member of staff would give within reach."""
        if self.kind is not ViewerKind.EMPLOYEE:
            return "[]"
        return f"reduce(found = [], seat IN {self.seats()} | found + seat.codes)"

    def seats(self) -> str:
        """Each role that the viewer holds: `{position, reach, codes, themed, role, place}`, with the entries that it gives, less what
        the purpose does not cover; those of other actions in columns of their own."""
        known = self._known.get(("seats",))
        if known is None:
            known = self._known["seats",] = "ctx.seats"
            self.names.taken.add("seats")
            self.entries["seats"] = "seats"
        return known

    def first(self) -> list[str]:
        """The block that binds `seats`, which the others see."""
        if ("seats",) not in self._known:
            return []
        held = parse(HELD)
        walk = Walk(pattern=held, names=self.names, bound={"viewer": "viewer"}, when=When.NOW)
        lines = self.outward(walk, held.edges)
        position, role = walk.bound["position"], walk.bound["role"]
        gives = {
            column(word, action): self._covers(role, path, action)
            for action in (Action.READ, *self.acts)
            for word, path in (("codes", ROLE_COVERS), ("themed", f"{ROLE_COVERS}, {_again(ROLE_HANDLES)}"))
        }
        place = self._place(position)
        row = {"position": f"{position}.id", "reach": f"{role}.reach"} | {name: name for name in gives}
        row |= {"role": f"{role}.code", "place": "head(places)"}
        bound = ", ".join(f"{text} AS {name}" for name, text in (gives | {"places": place}).items())
        body = [*lines, f"WITH {position}, {role}, {bound}", f"RETURN collect({map_of(row)}) AS seats"]
        return call(self.scope(body, "covered"), body)

    def _place(self, position: str) -> str:
        """A list of the id of where a position is, for the log."""
        pattern = parse("(position:Position)-[:AT]->(place:Unit|Municipality|Business)")
        walk = Walk(pattern=pattern, names=self.names, bound={"position": position}, when=When.NOW)
        lines, place = walk.clauses(pattern.edges), walk.bound["place"]
        return block("COLLECT", [*lines, f"RETURN {place}.id ORDER BY {place}.id LIMIT 1"])

    def _covers(self, role: str, path: str, action: Action) -> str:
        """Codes of the categories that a role covers for an action, or its entries by theme."""
        pattern = parse(path)
        walk = Walk(pattern=pattern, names=self.names, bound={"role": role}, when=When.NOW)
        lines = walk.clauses(pattern.edges)
        category = walk.bound["category"]
        tests = [f"{literal(action)} IN coalesce({walk.bound['covers']}.actions, ['READ'])"]
        if "theme" in walk.bound:
            tests += [f"{category}.code IN {listed(sorted(map(str, THEMED)))}", f"{category}.code IN covered"]
            return block("COLLECT", [*narrowed(lines, tests), f"RETURN DISTINCT {category}.code + ':' + {walk.bound['theme']}.code"])
        code = self.names.fresh("code")
        return block(
            "COLLECT",
            [
                *narrowed(lines, tests),
                f"UNWIND [{category}.code] + {included_by(f'{category}.code')} AS {code}",
                f"WITH {code}",
                f"WHERE {code} IN covered",
                f"RETURN DISTINCT {code}",
            ],
        )

    def given(self, grant: Grant) -> "Met":
        """What the viewer's half of a grant gives, walked once."""
        halves = Halves.of(grant)
        near, far = split(grant.gives, _names(halves.viewer) | {"viewer"})
        lifts = _lifted_by(grant) in _names(halves.viewer)
        rows = halves.meets is not None or lifts
        key = ("given", grant.id, grant.path)
        known = self._known.get(key)
        if known is None:
            name = _camel(grant.id.split(".", 1)[-1])
            beside = () if rows else tuple(column("", each) for each in self._acts(grant)[1:])
            known = self._add(key, name, self._given(grant, halves, (near, far), rows=rows, lifts=lifts), beside)
        near_ = known if rows else column(known, self.action)
        return Met(near=near_, rows=rows, keyed=halves.meets is not None, far=far, action=self.action)

    def _acts(self, grant: Grant) -> tuple[Action, ...]:
        """To read, and those of the other actions asked about that the grant can give."""
        return (Action.READ, *(each for each in self.acts if grant.acts(each)))

    def _given(self, grant: Grant, halves: Halves, gives: tuple[Gives | None, Gives | None], *, rows: bool, lifts: bool) -> list[str]:
        near, far = gives
        acts = self._acts(grant)
        # Where it is asked about one action alone, what weighs it narrows the walk; else it weighs what each path gives.
        weighing = tuple(each for each in halves.viewer_where if len(acts) > 1 and weighs_action(each))
        walk = Walk(pattern=grant.pattern, names=self.names, bound={"viewer": "viewer"}, when=When.NOW)
        lines = self.outward(walk, halves.viewer, tuple(each for each in halves.viewer_where if each not in weighing))
        weighed = sorted({name for each in weighing for name in variables_of(each)} - {"viewer"})
        scope = dict.fromkeys([*read_of(near), *((_lifted_by(grant),) if lifts else ()), *weighed])
        names = [walk.bound[each] for each in scope]
        met = walk.bound[halves.meets] if halves.meets else None
        if near and of_roles(near):
            self.seats()
        keyed = [*(names or ["viewer"]), "covered", "seats"]
        lines.append(f"WITH {'' if met else 'DISTINCT '}{', '.join(keyed)}" + (f", collect(DISTINCT {met}.id) AS at" if met else ""))
        giving = Giving(names=self.names, bound=walk.bound, pattern=grant.pattern)
        roles = near is not None and of_roles(near)
        entries = {each: replace(giving, action=each).entries(near) if near else "[]" for each in (acts if roles else acts[:1])}
        lines += giving.lines
        row = {column("gives", each): self.within_purpose(text, grant.gives) if near else "[]" for each, text in entries.items()}
        row |= {"marks": self._marks(grant, walk)}
        if weighing:
            row |= {column("may", each): " AND ".join(replace(walk, action=each).conditions(weighing)) for each in acts}
        row |= {"at": "at"} if met else {}
        row |= {"lifts": self.lifts(grant, walk.bound)} if lifts else {}
        lines.append(f"WITH {', '.join(f'{text} AS {name}' if text != name else name for name, text in row.items())}")
        kept = {name: name for name in row if (name != "marks" or far is not None) and not name.startswith("may")}
        for each in acts:
            name = column("gives", each)
            # What the subject's half narrows yet is marked once it is known what is left; what else than to read is given is not.
            given = name if name in row else "gives"
            given = marked(given, "marks") if each is Action.READ and far is None else given
            kept[name] = f"CASE WHEN {column('may', each)} THEN {given} ELSE [] END" if weighing else given
        if rows:
            return [*lines, f"RETURN collect({map_of(kept)}) AS {{name}}"]
        collected = (
            f"reduce(all = [], each IN collect({kept[column('gives', each)]}) | all + each) AS {{name}}{column('', each)}" for each in acts
        )
        return [*lines, f"RETURN {', '.join(collected)}"]

    def _marks(self, grant: Grant, walk: Walk) -> str:
        """A list of the marks of what a path of the grant gives: the rule, and the viewer's positions whose roles give it."""
        rule = literal(RULE + grant.id)
        found = [each for each in parts_of(grant.gives) if isinstance(each, RoleOf)]
        if not found:
            return f"[{rule}]"
        position, each = literal(POSITION), self.names.fresh("seat")
        if found[0].variable != "viewer":
            return f"[{rule}, {position} + {walk.bound[found[0].variable]}.id]"
        reach = f" WHERE {each}.reach IN {listed(found[0].reach)}" if found[0].reach else ""
        return f"[{rule}] + [{each} IN seats{reach} | {position} + {each}.position]"

    def within_purpose(self, entries: str, gives: Gives, covered: str = "covered") -> str:
        """The entries, less what the purpose does not cover."""
        if not self.kind.states_purpose or of_roles(gives):
            return entries
        each = self.names.fresh("entry")
        return f"[{each} IN {entries} WHERE split({each}, ':')[0] IN {covered}]"

    def lifts(self, grant: Grant, bound: dict[str, str]) -> str:
        """A list of the codes of the denials that do not bind a path of the grant."""
        if grant.lifts:
            variable, name = grant.lifts.split(".")
            return f"coalesce({bound[variable]}.{name}, [])"
        if grant.clearance is None:
            return "[]"
        named = {name: each for name, each in bound.items() if not name.startswith("_")}
        walk = Walk(pattern=grant.clearance, names=self.names, bound=named, when=When.NOW)
        lines = walk.clauses(grant.clearance.edges)
        return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound['protection']}.code"])

    def ids(self, denial: Denial, halves: Halves) -> str:
        """Ids of the nodes where the viewer's half of a denial ends, or whether it holds at all where it meets nothing."""
        name = self._ended(denial, halves)
        self.entries[name] = name
        return f"ctx.{name}"

    def close(self, code: str, denials: Sequence[Denial]) -> str:
        """Ids of all persons whom the viewer's half of these denials ends in."""
        key = ("close", code, *(denial.id for denial in denials))
        known = self._known.get(key)
        if known is None:
            lists = [self._ended(denial, Halves.of(denial)) for denial in denials]
            name = self.names.fresh(_camel(code.lower().replace("_", "-")))
            self.entries[name] = " + ".join(lists)
            known = self._known[key] = f"ctx.{name}"
        return known

    def _ended(self, denial: Denial, halves: Halves) -> str:
        """What the block that walks the viewer's half of a denial is bound to."""
        key = ("ids", denial.path, denial.where, denial.when)
        if key not in self._known:
            walk = Walk(pattern=denial.pattern, names=self.names, bound={"viewer": "viewer"}, when=denial.when, closes=True)
            lines = self.outward(walk, halves.viewer, halves.viewer_where)
            found = f"collect(DISTINCT {walk.bound[halves.meets]}.id)" if halves.meets else "count(*) > 0"
            self._known[key] = self._block(_camel(denial.id.split(".", 1)[-1]), [*lines, f"RETURN {found} AS {{name}}"])
        return self._known[key]

    def exception(self, pattern: Pattern, shared: Sequence[str]) -> tuple[str, str | None]:
        """Of an `unless` of the viewer: whether what does not touch the shared nodes holds, and the ids that the rest reaches."""
        near = _around(pattern, shared[0]) if shared else ()
        apart = tuple(edge for edge in pattern.edges if edge not in near)
        flag = self.flag(part(pattern, apart)) if apart or not near else ""
        if not near:
            return flag, None
        key = ("unless", signature(pattern, near), *shared)
        known = self._known.get(key)
        if known is None:
            walk = Walk(pattern=pattern, names=self.names, bound={"viewer": "viewer"}, when=When.NOW)
            lines = self.outward(walk, near)
            found = together([walk.bound[each] for each in shared])
            known = self._add(key, f"{shared[0]}Excepted", [*lines, f"RETURN collect(DISTINCT {found}) AS {{name}}"])
        return flag, known

    def withheld(self) -> str:
        """The restrictions in force that withhold what the viewer does at their units: from whom, by which position, until when (A22)."""
        key = ("withheld",)
        known = self._known.get(key)
        if known is None:
            walk = Walk(pattern=parse(COVERED), names=self.names, bound={"viewer": "viewer"}, when=When.NOW, terse=True)
            lines = self.outward(walk, walk.pattern.edges)
            of, at, by = (walk.bound[each] for each in ("subject", "position", "restriction"))
            row = map_of({"of": f"{of}.id", "at": f"{at}.id", "by": f"{by}.id", "until": f"{by}.validTo"})
            known = self._add(key, "withheld", [*lines, f"RETURN collect({row}) AS {{name}}"])
        return known

    def flag(self, pattern: Pattern) -> str:
        """Whether the viewer's pattern fits at all."""
        key = ("flag", signature(pattern, pattern.edges))
        name = "staff" if key[1] == signature(staff := parse(STAFF), staff.edges) else "excepted"
        known = self._known.get(key)
        if known is None:
            walk = Walk(pattern=pattern, names=self.names, bound={"viewer": "viewer"}, when=When.NOW)
            known = self._add(key, name, [*self.outward(walk, pattern.edges), "RETURN count(*) > 0 AS {name}"])
        return known

    def own(self) -> None:
        """Bind the viewer's own side, for hints: what the purpose covers, and each role that they hold, whatever the purpose."""
        roles = "[]"
        if any(of_roles(grant.gives) for grant in self.rules.grants if self.kind.label in grant.viewer_labels):
            walk = Walk(pattern=parse(HELD), names=self.names, bound={"viewer": "viewer"}, when=When.NOW)
            lines = self.outward(walk, walk.pattern.edges)
            role = walk.bound["role"]
            covers = Walk(pattern=parse(ROLE_COVERS), names=self.names, bound={"role": role}, when=When.NOW)
            found = narrowed(covers.clauses(covers.pattern.edges), [f"'READ' IN coalesce({covers.bound['covers']}.actions, ['READ'])"])
            codes = block("COLLECT", [*found, f"RETURN DISTINCT {covers.bound['category']}.code"])
            row = {"position": f"{walk.bound['position']}.id", "covers": codes} | {
                name: f"{role}.{name}" for name in ("id", "code", "name", "reach")
            }
            roles = self._known.get(("own",)) or self._add(("own",), "own", [*lines, f"RETURN collect({map_of(row)}) AS {{name}}"])
        self.hinting = map_of({"id": "ctx.id", "covered": "ctx.covered", "roles": roles})
        self.entries["covered"] = "covered"

    def _add(self, key: tuple[object, ...], word: str, body: Sequence[str], beside: Sequence[str] = ()) -> str:
        """Bind what a block finds to a name; `beside`: to others too, that end so."""
        name = self._block(word, body)
        self.entries |= {name + end: name + end for end in ("", *beside)}
        self._known[key] = f"ctx.{name}"
        return self._known[key]

    def _block(self, word: str, body: Sequence[str]) -> str:
        """The name of what a block of the viewer's half finds."""
        name = self.names.fresh(word)
        self.blocks += call(self.scope(body, "covered", "seats"), [line.replace("{name}", name) for line in body])
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Where `ctx` holds what the viewer's half of a grant gives: a list of entries, or rows `{gives, at, lifts}`: `at` are the ids of
    the nodes where the halves meet. `far` is what the subject's half gives of it."""

    near: str
    rows: bool
    keyed: bool
    far: Gives | None
    action: Action = Action.READ

    @property
    def gives(self) -> str:
        """Where a row has what it gives."""
        return column("gives", self.action)


@dataclass(slots=True, kw_only=True)
class Ends:
    """Where a subject's half ends, for the viewer's halves that it can meet."""

    nears: list[str]
    body: str

    @property
    def text(self) -> str:
        """The ends; nothing is walked for a viewer whose own half leads nowhere."""
        led = " + ".join(f"size({near})" for near in dict.fromkeys(self.nears))
        return f"CASE WHEN {led} > 0 THEN {self.body} ELSE [] END"


def marked(entries: str, marks: str) -> str:
    """The entries with their marks; marks alone open nothing, so that where there is nothing they are not either."""
    return f"CASE WHEN size({entries}) > 0 THEN {entries} + {marks} ELSE [] END"


def together(variables: Sequence[str]) -> str:
    """What tells nodes apart: an id, or several."""
    ids = [f"{each}.id" for each in variables]
    return ids[0] if len(ids) == 1 else f"[{', '.join(ids)}]"


def _lifted_by(grant: Grant) -> str:
    """The node of the path that lifts denials; empty where none does."""
    if grant.lifts:
        return grant.lifts.split(".")[0]
    return next((node.variable for node in grant.clearance.nodes if grant.pattern.node(node.variable)), "") if grant.clearance else ""


def _again(path: str) -> str:
    """A path whose first node stands in another already: without its label."""
    return path.replace("(role:Role)", "(role)")


def _word(pattern: Pattern, variable: str) -> str:
    node = pattern.node(variable)
    return node.labels[0].lower() if node and node.labels else variable.lstrip("_") or "node"


def _around(pattern: Pattern, shared: str) -> tuple[Edge, ...]:
    """The edges that hang together with a node, up to the viewer."""
    return _reached(pattern, shared, stop="viewer")


def part(pattern: Pattern, edges: tuple[Edge, ...]) -> Pattern:
    """The pattern of some of its edges."""
    names = _names(edges) | {"viewer"}
    return Pattern(nodes=tuple(node for node in pattern.nodes if node.variable in names), edges=edges)


def signature(pattern: Pattern, edges: Iterable[Edge]) -> tuple[object, ...]:
    """The same for patterns that differ in the names of unnamed nodes alone."""
    order: dict[str, int] = {}
    found: list[object] = []
    for edge in edges:
        ends = tuple(
            (end if not end.startswith("_") else order.setdefault(end, len(order)), node and (node.labels, node.properties))
            for end in (edge.start, edge.end)
            for node in (pattern.node(end) if end != "viewer" else None,)
        )
        found.append((edge.types, edge.low, edge.high, edge.properties, ends))
    return tuple(found)


def _camel(words: str) -> str:
    first, *rest = words.split("-")
    return first + "".join(word.capitalize() for word in rest)


@dataclass(slots=True, kw_only=True)
class Subject:
    """One subject in a statement: the lines that bind what its rules find, and the expressions over them."""

    context: Context
    variable: str
    label: str
    times: Times
    once: Once | None = None
    prelude: dict[str, "Ends"] = field(default_factory=dict)
    _codes: dict[tuple[Denial, ...], str] = field(default_factory=dict)
    _masks: dict[Mask, str] = field(default_factory=dict)
    _walked: dict[object, str] = field(default_factory=dict)

    @property
    def pair(self) -> Pair:
        """The rules between the viewer and this subject."""
        return Pair.of(self.context.rules, self.context.kind, self.label).acting(self.context.action)

    def acting(self, action: Action) -> "Subject":
        """The same subject for another action: what denials hold, and where halves of paths end, is found once for all."""
        return replace(self, context=self.context.acting(action), _masks={})

    def codes(self, denials: Sequence[Denial]) -> str:
        """A list of the codes of those denials that hold."""
        known = self._codes.get(tuple(denials))
        if known is not None:
            return known
        others = [denial for denial in denials if not _close(denial)]
        return " + ".join([*self._close(denials), *(self._code(alike) for alike in _alike(others))]) or "[]"

    def remember(self, denials: Sequence[Denial], variable: str) -> None:
        """The codes of these denials are bound to that variable from here on."""
        self._codes[tuple(denials)] = variable

    def _close(self, denials: Sequence[Denial]) -> list[str]:
        """Denials of persons close to the viewer meet in one membership: the same words for all of them."""
        by_code: dict[str, list[Denial]] = {}
        for denial in denials:
            if _close(denial):
                by_code.setdefault(denial.code, []).append(denial)
        return [
            f"CASE WHEN {self.variable}.id IN {self.context.close(code, alike)} THEN [{literal(code)}] ELSE [] END"
            for code, alike in by_code.items()
        ]

    def _code(self, alike: Sequence[Denial]) -> str:
        """The codes of denials whose subject's halves are one path: it is walked once."""
        first = alike[0]
        halves = Halves.of(first)
        walk = self._walk(first.pattern, first.when, closes=True)
        lines = walk.clauses(halves.subject)
        tests = [" AND ".join(self._tests(denial, walk)) for denial in alike]
        if first.inherits is not None:
            return self._inherited(first, walk, narrowed(lines, [test for test in tests if test]))
        either = [f"({' OR '.join(f'({test})' for test in tests)})"] if len(tests) > 1 else [test for test in tests if test]
        return self._found(first, walk, lines, either)

    def _tests(self, denial: Denial, walk: Walk) -> list[str]:
        halves = Halves.of(denial)
        tests = walk.conditions(halves.subject_where)
        if halves.viewer:
            met = self.context.ids(denial, halves)
            tests.append(f"{walk.bound[halves.meets]}.id IN {met}" if halves.meets else met)
        tests += self._exceptions(denial, walk)
        tests += self._fixed(denial.pattern)
        return tests

    def _found(self, denial: Denial, walk: Walk, lines: list[str], tests: list[str]) -> str:
        if not lines:
            return f"CASE WHEN {' AND '.join(tests)} THEN [{literal(denial.code)}] ELSE [] END"
        lines = narrowed(lines, tests)
        if denial.code_of:
            return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound[denial.code_of]}.code"])
        return f"CASE WHEN {block('EXISTS', lines)} THEN [{literal(denial.code)}] ELSE [] END"

    def _fixed(self, pattern: Pattern) -> list[str]:
        node = pattern.node("subject")
        return [f"{self.variable}.{name} = {literal(value)}" for name, value in node.properties] if node else []

    def _exceptions(self, rule: Grant | Denial, walk: Walk) -> list[str]:
        """What each `unless` asks, of those that can hold for such a viewer."""
        return [
            self._exception(pattern, walk)
            for pattern in rule.exceptions
            if (viewer := pattern.node("viewer")) is None or not viewer.labels or self.context.kind.label in viewer.labels
        ]

    def _exception(self, pattern: Pattern, walk: Walk) -> str:
        named = {name: bound for name, bound in walk.bound.items() if not name.startswith("_")}
        shared = [node.variable for node in pattern.nodes if node.variable in named and node.variable != "viewer"]
        if pattern.node("viewer") is None:
            inner = Walk(pattern=pattern, names=self.context.names, bound=named, when=When.NOW)
            return f"NOT {block('EXISTS', inner.clauses(pattern.edges))}"
        flag, ids = self.context.exception(pattern, shared)
        found = [part for part in (flag, f"{together([walk.bound[each] for each in shared])} IN {ids}" if ids else "") if part]
        return f"NOT ({' AND '.join(found)})" if len(found) > 1 else f"NOT {found[0]}"

    def _inherited(self, denial: Denial, walk: Walk, lines: list[str]) -> str:
        """The denial's code, where a core denial stands between the viewer and one of those that it inherits from."""
        node = denial.pattern.node(denial.inherits or "")
        other = walk.bound[denial.inherits or ""]
        codes = self.context.names.fresh(f"{other}Codes")
        found = self._decided(denial, other)
        if found is None:
            inherited = Subject(context=self.context, variable=other, label=node.labels[0] if node else "", times=self.times)
            found = inherited.codes(inherited.pair.core)
        # Bound before it is tested: a subquery in the WHERE of a MATCH is planned again at every step of it.
        held = [*lines, f"WITH {found} AS {codes}", f"WHERE size({codes}) > 0", f"RETURN {codes}"]
        return f"CASE WHEN {block('EXISTS', held)} THEN [{literal(denial.code)}] ELSE [] END"

    def _decided(self, denial: Denial, other: str) -> str | None:
        """The codes of one from whom a denial is inherited, where they are decided once for the statement."""
        if self.once is None or denial.inherits is None:
            return None
        self.once.reached(other, self.variable, [Hop(pattern=denial.pattern, start="subject", end=denial.inherits)])
        found = self.once.decided(other, every=False)
        return f"{found}.core" if found else None

    def _walk(self, pattern: Pattern, when: When, *, closes: bool = False) -> Walk:
        return Walk(
            pattern=pattern,
            names=self.context.names,
            bound={"viewer": "ctx", "subject": self.variable},
            when=when,
            asked=self.times.asked,
            known=self.times.known,
            closes=closes,
            action=self.context.action,
        )

    def mask(self, mask: Mask) -> str:
        """A mask expression as a list of entries."""
        known = self._masks.get(mask)
        if known is not None:
            return known
        match mask:
            case Given(grant):
                return self._given(grant)
            case Lifted(denials, grant):
                return self._given(grant, self.codes(denials))
            case Just(found):
                return listed(found)
            case Union(parts):
                return " + ".join(self.mask(part) for part in parts) or "[]"
            case Unless((), inner):
                return self.mask(inner)
            case Unless(denials, inner, unbound):
                return f"CASE WHEN size({self.codes(denials)}) > 0 THEN {self.mask(unbound)} ELSE {self.mask(inner)} END"

    def bind(self, mask: Mask, variable: str) -> None:
        """The entries of that mask are bound to a variable from here on."""
        self._masks[mask] = variable

    def _given(self, grant: Grant, held: str | None = None) -> str:
        """What a grant gives; `held`: only by paths that lift all of these codes."""
        halves = Halves.of(grant)
        walk = self._walk(grant.pattern, When.NOW)
        if not halves.viewer and not self.context.kind.states_purpose and not _lifted_by(grant):
            lines, tests = self._far(grant, halves, walk)
            gives = Giving(names=self.context.names, bound=walk.bound, pattern=grant.pattern).entries(grant.gives)
            return _where(lines, tests, marked(gives, listed((RULE + grant.id,))))
        met = self.context.given(grant)
        if met.keyed:
            return self._met(grant, halves, walk, met, held)
        lines, tests = self._far(grant, halves, walk)
        return _where(lines, tests, met.near)

    def _far(self, grant: Grant, halves: Halves, walk: Walk) -> tuple[list[str], list[str]]:
        """The subject's half of a grant: its clauses, and what they must fulfil beside."""
        lines = walk.clauses(halves.subject)
        return lines, [*walk.conditions(halves.subject_where), *self._exceptions(grant, walk)]

    def _met(self, grant: Grant, halves: Halves, walk: Walk, met: Met, held: str | None) -> str:
        """The entries of those rows of the viewer's half that the subject's half meets."""
        names = self.context.names
        row, found = names.fresh("row"), names.fresh("found")
        if not halves.subject or met.far is None:
            if halves.subject:
                test = f"any(key IN {self._keys(grant, halves, walk, met)} WHERE key IN {row}.at)"
            else:
                test = " AND ".join([f"{self.variable}.id IN {row}.at", *self._far(grant, halves, walk)[1]])
            given = f"CASE WHEN {test}{self._lifted(held, row)} THEN {found} + {row}.{met.gives} ELSE {found} END"
            return f"reduce({found} = [], {row} IN {met.near} | {given})"
        far = self._keys(grant, halves, walk, met)
        key, inner = names.fresh("key"), names.fresh("found")
        lifted_by = row if _lifted_by(grant) in _names(halves.viewer) else key
        gives = self._shared(met, row, key)
        return (
            f"reduce({found} = [], {row} IN {met.near} | reduce({inner} = {found}, {key} IN {far} | "
            f"CASE WHEN {key}.at IN {row}.at{self._lifted(held, lifted_by)} THEN {inner} + {gives} ELSE {inner} END))"
        )

    def _lifted(self, held: str | None, row: str) -> str:
        """That the row lifts all of these codes."""
        code = self.context.names.fresh("code")
        return f" AND none({code} IN {held} WHERE NOT {code} IN {row}.lifts)" if held else ""

    def _shared(self, met: Met, row: str, key: str) -> str:
        """What both halves give."""
        shared = within if isinstance(met.far, ThemeOf) else common
        both, each = self.context.names.fresh("both"), self.context.names.fresh("shared")
        # A reduce over the one list, for it is read twice.
        given = shared(f"{row}.{met.gives}", f"{key}.gives", self.context.names)
        if met.action is not Action.READ:
            return f"({given})"
        return f"reduce({both} = [], {each} IN [{given}] | {both} + {marked(each, f'{row}.marks')})"

    def _keys(self, grant: Grant, halves: Halves, walk: Walk, met: Met) -> str:
        """The variable that holds where the subject's half meets the viewer's, walked once for all grants that share it."""
        lines, tests = self._far(grant, halves, walk)
        node = walk.bound[halves.meets or "subject"]
        action = self.context.action if grant.weighs_action else Action.READ
        key = signature(grant.pattern, halves.subject), halves.meets, grant.where, grant.unless, met.far, grant.lifts, grant.clears, action
        known = self._walked.get(key)
        if known is not None:
            if known in self.prelude:
                self.prelude[known].nears.append(met.near)
            return known
        lines = narrowed(lines, tests)
        if met.far is None:
            lines.append(f"RETURN DISTINCT {node}.id")
        else:
            giving = Giving(names=self.context.names, bound=walk.bound, pattern=grant.pattern)
            gives = giving.themes(met.far.variable) if isinstance(met.far, ThemeOf) else giving.entries(met.far)
            row = {"at": f"{node}.id", "gives": gives}
            row |= {"lifts": self.context.lifts(grant, walk.bound)} if _lifted_by(grant) not in _names(halves.viewer) else {}
            lines += [*giving.lines, f"RETURN {map_of(row)}"]
        name = self._walked[key] = self.context.names.fresh(f"{node}s")
        self.prelude[name] = Ends(nears=[met.near], body=block("COLLECT", lines))
        return name

    def ends(self) -> list[str]:
        """The lines that must come before the expressions made so far: where the subject's halves of their grants end."""
        found = ", ".join(f"{ends.text} AS {name}" for name, ends in self.prelude.items())
        self.prelude.clear()
        return [f"WITH *, {found}"] if found else []

    def test(self, test: Test, *, mask: str, themes: str, hangs: str = "true") -> str:
        """A condition of a row; `themes` is a list of its theme nodes' `{code, secret}`, `hangs` whether it hangs on the subject now."""
        match test:
            case Has(found):
                return f"{literal(found)} IN {mask}"
            case HasThemes(category):
                each = self.context.names.fresh("theme")
                return f"(size({themes}) > 0 AND all({each} IN {themes} WHERE {literal(category + ':')} + {each}.code IN {mask}))"
            case HasSomeTheme(category):
                each = self.context.names.fresh("theme")
                return f"any({each} IN {themes} WHERE {literal(category + ':')} + {each}.code IN {mask})"
            case NoSecretTheme():
                each = self.context.names.fresh("theme")
                return f"(size({themes}) > 0 AND none({each} IN {themes} WHERE {each}.secret))"
            case Hangs():
                return hangs
            case Staff():
                return self.context.staff()
            case All(parts):
                return "(" + " AND ".join(self.test(part, mask=mask, themes=themes, hangs=hangs) for part in parts) + ")"
            case Any(parts):
                return "(" + " OR ".join(self.test(part, mask=mask, themes=themes, hangs=hangs) for part in parts) + ")"


def _where(lines: list[str], tests: list[str], gives: str) -> str:
    condition = block("EXISTS", narrowed(lines, tests)) if lines else " AND ".join(tests)
    return f"CASE WHEN {condition} THEN {gives} ELSE [] END" if condition else gives


def _alike(denials: Sequence[Denial]) -> list[list[Denial]]:
    """Denials in groups that share the path of the subject's half, and the node that their code stands in."""
    groups: dict[object, list[Denial]] = {}
    for denial in denials:
        groups.setdefault(_far(denial), []).append(denial)
    return list(groups.values())


def _far(denial: Denial) -> object:
    if denial.code_of is None or denial.inherits is not None:
        return denial.id, denial.path
    halves = Halves.of(denial)
    edges = tuple((edge.types, edge.start, edge.end, edge.low, edge.high, edge.properties) for edge in halves.subject)
    return edges, denial.when, denial.code_of


def _close(denial: Denial) -> bool:
    """Whether the whole path of a denial is the viewer's half, ending at the subject."""
    halves = Halves.of(denial)
    return bool(halves.viewer) and not halves.subject and halves.meets == "subject" and not halves.subject_where and not denial.unless
