"""What the asker may know of the ways to a subject: by their own rights, now, in whom the ways lead from and in what they lead through.

Everyone on the ways is decided once, in one list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from auth.category import PERSONAL, PLACES, Category
from auth.decide import covered
from auth.groups import CONTROLLER
from auth.pattern import parse
from auth.restriction import AT_UNIT, WITHHELD
from auth.rule import Row, When
from auth.viewer import ViewerKind
from graph.compile.fields import Fields
from graph.compile.moment import Moment
from graph.compile.once import DECIDED, Hop, Once, entry, lists
from graph.compile.rights import Inner, Judge, Reached
from graph.compile.text import Names, Walk, block, call, listed, literal, map_of
from graph.compile.who.through import opens
from graph.compile.who.ways import THINGS
from graph.views import VIEWS

HIDDEN_UNIT = "unit:NAV"


@dataclass(kw_only=True)
class Everyone(Once):
    """Those who are decided once: a list that holds whomever is judged, however they were come to."""

    def __post_init__(self) -> None:
        self.wanted[DECIDED][()] = None

    def reached(self, variable: str, start: str, hops: Iterable[Any]) -> None:
        """How they were come to does not matter."""

    def same(self, variable: str, other: str) -> None:
        """Nor by what name."""

    def decided(self, variable: str, *, every: bool) -> str:
        """The entry of the person."""
        return entry(DECIDED, variable)

    def candidates(self, name: str, variable: str, names: Names) -> list[str]:
        """They, from the list."""
        return [f"UNWIND {self.root} AS {variable}", f"RETURN {variable}"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Draws what the asker may know. `category` and `theme` are the parameters of the arguments, and `moment` the instant asked for,
    where the operation has them."""

    fields: Fields
    bases: Sequence[str]
    category: str | None
    theme: str | None
    moment: Moment | None = None
    once: Everyone = field(default_factory=lambda: Everyone(root="people", clears=True))

    @property
    def judge(self) -> Judge:
        """Who judges for the asker."""
        return Judge(context=self.fields.context, times=self.fields.times, once=self.once)

    @property
    def _names(self) -> Names:
        return self.fields.context.names

    # --- who is on the ways ---

    def people(self) -> list[str]:
        """Lines that bind `decided`: whom the subject leads to or has led to (`led`), whom the ways lead from and to, who owns a business
        on them, and the parties of what is on them."""
        found = [
            ["UNWIND led AS person", "RETURN person"],
            ["UNWIND ways AS way", "WITH * WHERE coalesce(way.personal, false)", "WITH way.holder AS person", "RETURN person"],
            *(self._led("nodes", Hop(pattern=row.pattern, start="row", end="subject")) for row in self._rows("Business", "Person")),
            *(self._led("things", hop) for hop in self._parties(THINGS)),
        ]
        scope = ["led", "ways"]
        return [
            *call(["subject", "ever", "behind"], self._led_to("ever + behind", When.EVEN_RETRACTED, "led")),
            *call(scope, [*call(scope, _union(found)), "RETURN collect(DISTINCT person) AS people"]),
            *Judge(context=self.fields.context, times=self.fields.times).decide(self.once),
        ]

    def _led_to(self, links: str, when: When, name: str) -> list[str]:
        """Lines that bind the persons whom the subject leads to by `links`, who could keep others from it."""
        parties = (_from("head", replace(hop, when=when), self._names) for hop in self._parties(self.bases))
        persons = [["WITH head WHERE head:Person", "RETURN head AS person"], *parties]
        return [
            f"UNWIND [subject] + [each IN {links} | each.node] AS head",
            *call(["head"], _union(persons)),
            f"RETURN collect(DISTINCT person) AS {name}",
        ]

    def _led(self, through: str, hop: Hop) -> list[str]:
        here = self._names.fresh("node")
        lines, there = hop.lines(here, self._names)
        start = ["UNWIND ways AS way", f"UNWIND coalesce(way.{through}, []) AS {here}"]
        return [*start, *lines, f"WITH DISTINCT {there} AS person", "RETURN person"]

    def _rows(self, label: str, holder: str) -> Sequence[Row]:
        return [row for row in self.fields.context.rules.rows_of(label) if row.holder == holder]

    def _parties(self, labels: Sequence[str]) -> list[Hop]:
        """How things lead to those whose denials they inherit."""
        rules = self.fields.context.rules
        denials = [denial for label in labels for denial in rules.denying(self.fields.context.kind, label) if denial.inherits]
        return [Hop(pattern=denial.pattern, start="subject", end=denial.inherits or "") for denial in dict.fromkeys(denials)]

    # --- whom the ways lead from ---

    def seen(self) -> list[str]:
        """Lines that bind `seen`: of each base the mask, whether its places are closed, and whether a core denial stands."""
        names = {label: f"{label.lower()}Seen" for label in self.bases}
        ends = "WITH *, [subject] + [each IN ever + behind | each.node] AS ends"
        lines = [line for label, name in names.items() for line in self._seen(label, name)]
        return [ends, *lines, f"WITH *, {' + '.join(names.values())} AS seen"]

    def _seen(self, label: str, name: str) -> list[str]:
        base, inner = self._names.fresh("base"), Inner()
        subject = self.judge.subject(base, label)
        mask = self.judge.mask(subject, inner)
        self.judge.remember(subject, inner)
        # What a case tells of a place is no category of it.
        places = subject.codes(subject.pair.places) if label != "Case" else "[]"
        row = {"id": f"{base}.id", "mask": mask, "core": f"size({subject.codes(subject.pair.core)}) > 0", "shut": f"size({places}) > 0"}
        body = [
            "UNWIND ends AS end",
            f"WITH DISTINCT end AS {base}, ctx, {', '.join(lists(self.once))}",
            f"WHERE {base}:{label}",
            *inner.before,
        ]
        return call(["ctx", "ends", *lists(self.once)], [*body, f"RETURN collect({map_of(row)}) AS {name}"])

    # --- who may ask ---

    def may_ask(self) -> list[str]:
        """Whoever reads the subject, and TRACE of everyone whom it leads to: who can see it tells who is kept from each of them; an
        employee who reads the category asked for or, where none is, about those that they read (`limits`); a controller whom no core denial
        binds. About an earlier instant only who reads the protections of everyone whom it leads to or has led to, for whom it was that
        could see tells of those that stood."""
        context = self.fields.context
        trace = f"size(whole) > 0 AND size(persons) > 0 AND all(person IN persons WHERE {_reads(Category.TRACE)})"
        controller, asking, mine = "false", "traced", ""
        limits: list[str] = []
        if context.kind is ViewerKind.EMPLOYEE:
            controller = f"({context.flag(parse(CONTROLLER))} AND none(each IN seen WHERE each.core AND each.id IN near))"
            among = f"coalesce(now.among, {listed(map(str, PERSONAL))})"
            mine = f"[code IN open WHERE code IN {among} AND NOT (code IN {listed(map(str, PLACES))} AND itself.shut)]"
            one, every = (f"{self.category} IN mine", f"{self.category} IS NULL") if self.category else ("false", "true")
            asking = f"traced OR CASE WHEN {every} THEN size(mine) > 0 ELSE {one} END"
            limits = [f"WITH *, CASE WHEN controller OR traced OR NOT ({every}) THEN null ELSE mine END AS limits"]
        lines = [
            "WITH *, head([each IN seen WHERE each.id = subject.id]) AS itself",
            "WITH *, [subject.id] + [each IN links + hung | each.node.id] + [each IN thing.owners + now.owners | each.id] AS near",
            f"WITH *, {self._whole()} AS whole",
            *call(["subject", "hung"], self._led_to("hung", When.NOW, "persons")),
            "WITH *, reduce(all = [], each IN whole | all + each.mask) AS open",
            f"WITH *, {controller} AS controller, {_CONCERNED} AS concerned, ({trace}) = true AS traced{mine and f', {mine} AS mine'}",
            f"WITH *, ({asking}) = true AS asks",
            *limits,
            "WITH *, [{id: itself.id, mask: open, core: itself.core, shut: itself.shut}] + seen AS known",
        ]
        if self.moment:
            everyone = f"all(person IN led WHERE {_reads(Category.PROTECTION)})"
            return [*lines, f"WITH * WHERE (controller OR asks) AND ({self.present} OR {everyone})"]
        return [*lines, "WITH * WHERE controller OR asks"]

    def _whole(self) -> str:
        """Those through whom the asker reads the whole of it: the subject itself, where it is no row."""
        owned = f"all(need IN coalesce(now.needed, []) WHERE any(each IN seen WHERE each.id = need AND '{Category.WORK}' IN each.mask))"
        read = "any(link IN hung WHERE link.node.id = each.id) AND all(want IN now.wants WHERE " + opens("want", "each.mask") + ")"
        return (
            f"CASE WHEN subject:Person THEN [itself] WHEN itself.core THEN [] WHEN now.themes IS NOT NULL THEN [each IN seen WHERE {read}] "
            f"WHEN {owned} THEN [itself] ELSE [] END"
        )

    @property
    def present(self) -> str:
        """Whether it is this instant that is asked for."""
        return f"{self.moment.now} = $now" if self.moment else "true"

    # --- what the ways lead through ---

    def things(self) -> list[str]:
        """Lines that bind `read`: the cases, activities and devices on the ways that the asker reads, each with its base."""
        names = [f"{label.lower()}Read" for label in THINGS]
        lines = [line for label, name in zip(THINGS, names, strict=True) for line in self._read(label, name)]
        return [*lines, f"WITH *, {' + '.join(names)} AS read"]

    def _read(self, label: str, name: str) -> list[str]:
        row, node = self.fields.context.rules.rows_of(label)[0], self._names.fresh(label.lower())
        itself = self.judge.subject(node, label)
        test = itself.test(covered(row), mask="mask", themes="themes")
        if self.moment:
            # A row that hangs on the base no longer is somebody else's by now.
            walk = Walk(pattern=row.pattern, names=self._names, bound={"row": node, "subject": "base"}, when=When.NOW, terse=True)
            test += f" AND ({self.present} OR {block('EXISTS', walk.clauses(row.pattern.edges))})"
        closing = [*itself.pair.core, *(itself.pair.places if self._leads_on(label) else ())]
        body = [
            "UNWIND ways AS way",
            f"UNWIND coalesce(way.things, []) AS {node}",
            f"WITH *, way.base AS base WHERE {node}:{label}",
            f"WITH *, head([each IN known WHERE each.id = base.id]).mask AS mask, {self._themes(row, node)} AS themes",
            f"WITH *, {itself.codes(closing)} AS closed, {test} AS covered",
            f"RETURN collect(DISTINCT CASE WHEN covered AND size(closed) = 0 THEN {_pair('base', node)} END) AS {name}",
        ]
        return call(["ctx", "ways", "known", *lists(self.once)], body)

    def _leads_on(self, label: str) -> bool:
        """Whether ways lead on from such a thing to its place, and would tell of it (A10)."""
        patterns = [grant.pattern for grant in self.fields.context.rules.grants]
        ends = ((pattern.node(edge.start), edge) for pattern in patterns for edge in pattern.edges)
        return any(node and node.labels[:1] == (label,) and VIEWS[label].place_types & set(edge.types) for node, edge in ends)

    def _themes(self, row: Row, node: str) -> str:
        if row.theme_pattern is None:
            return "[" + map_of({"code": literal(row.fixed_theme)}) + "]"
        walk = Walk(pattern=row.theme_pattern, names=self._names, bound={"row": node}, when=When.NOW, terse=True)
        lines = walk.clauses(row.theme_pattern.edges)
        return block("COLLECT", [*lines, f"RETURN {map_of({'code': walk.bound['theme'] + '.code'})}"])

    def units(self) -> list[str]:
        """Lines that bind `veiled`: ids of the units on the ways that must read as NAV (A10)."""
        unit = self._names.fresh("unit")
        subject = self.judge.subject(unit, "Unit")
        body = [
            "UNWIND ways AS way",
            f"UNWIND way.nodes AS {unit}",
            f"WITH * WHERE {unit}:Unit",
            f"WITH *, {subject.codes(subject.pair.places)} AS closed",
            f"RETURN collect(DISTINCT CASE WHEN size(closed) > 0 THEN {unit}.id END) AS veiled",
        ]
        return call(["ctx", "ways"], body)

    # --- what is withheld by law ---

    def withheld(self) -> list[str]:
        """Lines that bind `withheld`: ids of the units of which restrictions withhold that they see the person, or who is behind it (A22),
        now whatever instant is asked for, and of those who are or were employed there."""
        walk = Walk(pattern=parse(WITHHELD), names=self._names, bound={"subject": "base"}, when=When.NOW, terse=True)
        lines = walk.clauses(walk.pattern.edges)
        unit = walk.bound["unit"]
        seat = Walk(pattern=parse(AT_UNIT), names=self._names, bound={"unit": unit}, when=When.ANY_TIME, terse=True)
        there = block("COLLECT", [*seat.clauses(seat.pattern.edges), f"RETURN {seat.bound['employee']}.id"])
        ids = f"reduce(all = [], some IN collect([{unit}.id] + {there}) | all + some)"
        return call(["ends"], ["UNWIND ends AS end", "WITH DISTINCT end AS base", *lines, f"RETURN {ids} AS withheld"])

    # --- which of the ways show ---

    def told(self) -> list[str]:
        """Lines that bind `ones`: the ways that the asker may know of, each with the key of its group; to outsiders none of those whom a
        core denial hides (A7)."""
        itself = tuple(self.bases) == ("Person",) and not self.fields.context.rules.rows_of("Person")
        seen = ["ctx", "known", "read", "veiled", "withheld", "controller", *lists(self.once)]
        seen += [] if itself else ["subject", "hung", "whole", "itself"]
        inner = Inner()
        self.judge.rights(VIEWS["Person"], "holder", (), inner, Reached(holder="base", row=None, mask=None))
        mine = "coalesce(way.personal AND holder.id = ctx.id, false)"
        open_ = "all(need IN way.needs WHERE need IN mask.mask) AND (size(way.needs) = 0 OR NOT mask.shut)"
        things = f"all(thing IN coalesce(way.things, []) WHERE {_pair('base', 'thing')} IN read)"
        ids = f"[node IN way.nodes | CASE WHEN node.id IN veiled THEN {literal(HIDDEN_UNIT)} ELSE node.id END]"
        first = "[node IN [CASE WHEN coalesce(way.personal, false) THEN holder END, role] WHERE node IS NOT NULL | node.id]"
        key = f"reduce(text = '', id IN {first} + {ids} | CASE WHEN text = '' THEN id ELSE text + ' ' + id END)"
        one = {"of": "way.of", "order": "way.order", "way": "way", "told": "told", "offers": "it.offers", "lifts": "it.lifts", "key": key}
        theirs = "head(known)" if itself else "head([each IN known WHERE each.id = base.id])"
        body = [
            "UNWIND offered AS it",
            f"WITH {', '.join(seen)}, it, it.way AS way, it.way.base AS base, it.way.holder AS holder, it.way.role AS role",
            *inner.before,
            f"WITH *, controller OR NOT coalesce(way.personal, false) OR {inner.visible or 'true'} AS there, {theirs} AS mask",
            f"WITH *, {mine} OR (({'true' if itself else _LINKED}) AND {open_} AND {things}) AS told",
            f"WHERE there AND (told OR (controller AND (NOT coalesce(way.telling, false) OR {self._everything}))) = true",
            "AND (controller OR none(node IN way.nodes + [way.holder] WHERE coalesce(node.id IN withheld, false)))",
            f"RETURN collect({map_of(one)}) AS ones",
        ]
        return call([*seen, "offered"], body)

    @property
    def _everything(self) -> str:
        """Whether neither a category nor a theme is asked for."""
        return " AND ".join(f"{each} IS NULL" for each in (self.category, self.theme) if each) or "true"


_CONCERNED = (
    "$case IS NULL OR subject:Business OR subject.id IN ctx.caseSubjects OR any(link IN hung WHERE link.node.id IN ctx.caseSubjects)"
)
"""No case is stated, or it concerns the person, or someone that the row hangs on; of whom a register tells it is not asked (A11)."""

_THERE = "(subject:Case AND base:Person AND NOT mask.core) OR (subject:Device AND base:Municipality)"
_LINKED = (
    "subject:Person OR (size(whole) > 0 AND (base:Person OR NOT itself.shut) AND (subject:Business OR base.id = subject.id "
    f"OR base.id IN [each IN whole | each.id] OR (any(link IN hung WHERE link.node.id = base.id) AND ({_THERE}))))"
)
"""Whether the asker may know that the subject is read through it: they do so themselves, or see that it hangs there."""


def _from(here: str, hop: Hop, names: Names, name: str = "person") -> list[str]:
    """Lines that return whom a hop leads to from a variable."""
    lines, there = hop.lines(here, names)
    return [f"WITH {here}", *lines, f"RETURN {there} AS {name}"]


def _union(parts: Sequence[list[str]]) -> list[str]:
    """The parts, each of which returns the same."""
    return [line for part in parts for line in (*(["UNION"] if part is not parts[0] else []), *part)]


def _reads(category: Category) -> str:
    """The asker reads this of the `person`."""
    return f"any(each IN decided WHERE each.id = person.id AND '{category}' IN each.mask)"


def _pair(base: str, thing: str) -> str:
    return f"{base}.id + ' ' + {thing}.id"
