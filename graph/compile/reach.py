"""`whatCanISee` in Cypher: whom the grants lead to from the viewer's half, each decided as everywhere, a page by id.

Candidates are walked forward from where the viewer's half of each grant ends: those whom it leads to and nobody may see are decided
in vain. They are put in order before they are decided, and rows pass on in order, so that only as many are decided as the page holds;
an index has those in order whom a role for the whole country leads to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from auth.category import PLACES, THEMED
from auth.decide import EVERY_THEME, Pair
from auth.pattern import Comparison, Condition, Named
from auth.rule import Grant, When
from graph.compile.explain import said
from graph.compile.fields import COUNTED, Fields, edges_of, nodes_of
from graph.compile.giving import split
from graph.compile.rights import Judge
from graph.compile.rules import Halves, Subject
from graph.compile.shape import TOO_MANY, EdgeLeaf, Page, Record, Shaping
from graph.compile.text import Times, Walk, call, listed, literal, map_of, narrowed, where
from graph.compile.within import Within
from graph.selection import Selection
from graph.views import VIEWS

_PERSON = "Person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached(Page):
    """A page of persons by id; `rules` are the selections that ask how many each rule opens, by the grants of each."""

    rules: tuple[Selection, ...] = ()
    grants: Mapping[str, Grant] = field(default_factory=dict)

    def order(self, row: Record) -> tuple[Any, ...]:
        """By id."""
        return tuple(row["position"])

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any] | None:
        """The connection with its counts."""
        answer = Page.shaped(self, found, record, shaping)
        if answer is not None:
            answer |= {selection.key: self._rules(selection, found, shaping) for selection in self.rules}
        return answer

    def _rules(self, selection: Selection, found: Record, shaping: Shaping) -> list[dict[str, Any]] | None:
        """Each rule that opens someone; none where there are too many to count, for then rules may be missing too."""
        if found.get("total") is None:
            shaping.note(f"{selection.on}.{selection.field}", TOO_MANY)
            return None
        counted = found.get("rules") or {}
        return [self._rule(selection, rule, counted[rule], shaping) for rule in self.grants if counted.get(rule)]

    def _rule(self, selection: Selection, rule: str, count: int, shaping: Shaping) -> dict[str, Any]:
        return {child.key: self._of_rule(child, self.grants[rule], count, shaping) for child in selection.children}

    @staticmethod
    def _of_rule(child: Selection, grant: Grant, count: int, shaping: Shaping) -> Any:
        match child.field:
            case "rule":
                return grant.id
            case "basis":
                return grant.basis
            case "count":
                return count
            case _:
                # One sentence for all whom the rule opens: where they differ, it says what kind of thing it is.
                language = str(shaping.parameters[child.arguments["language"]]).lower()
                return said(grant.says[language], grant, {}, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Draws one `whatCanISee` into a statement. `then` is the viewer at another instant, where one may be asked for: whom they could see is
    judged then, and told of those of whom something is open now (A15)."""

    fields: Fields
    selection: Selection
    then: Within | None = None

    def drawn(self, variable: str) -> tuple[list[str], Reached]:
        """The lines that bind the reach to the variable, and its shape."""
        asked = {child.field for child in self.selection.children}
        lines: list[str] = []
        values: dict[str, str] = {}
        edges: tuple[tuple[str, tuple[EdgeLeaf, ...]], ...] = ()
        if asked & {"edges", "pageInfo"}:
            edges, values["rows"] = self._rows(lines)
        if asked & {"totalCount", "rules"}:
            values |= self._counts(lines, by_rule="rules" in asked)
        lines.append(f"WITH *, {map_of(values)} AS {variable}")
        rules = tuple(child for child in self.selection.children if child.field == "rules")
        grants = {rule: grants[0] for rule, grants in self._by_rule().items()}
        return lines, Reached.of(self.selection, edges, rules=rules, grants=grants)

    def _rows(self, lines: list[str]) -> tuple[tuple[tuple[str, tuple[EdgeLeaf, ...]], ...], str]:
        """One page, and one person more, which tells whether there are more."""
        person, rows = self._fresh("person"), self._fresh("rows")
        first, after = (f"${self.selection.arguments[each]}" for each in ("first", "after"))
        # Relatives and the rest are decided for those of the page alone: the mask that filters is decided before, by itself.
        open_ = self._judged(person)
        record, object_, inner = self.fields.record((_PERSON,), person, "", nodes_of(self.selection))
        id_ = self._fresh("id")
        lines += call(
            self._scope,
            [
                *self._led(id_, after=f"coalesce({after}[0], '')"),
                # Each by itself: ArcadeDB would decide hundreds together before it looks whether the page is full.
                *call([*self._scope, id_], [self._by_id(person, id_), *open_, f"RETURN {person}"]),
                f"WITH ctx, {person} LIMIT {first} + 1",
                *inner.before,
                *inner.after,
                f"RETURN collect({record[:-1]}, position: [{person}.id]}}) AS {rows}",
            ],
        )
        return edges_of(self.selection, object_), rows

    def _counts(self, lines: list[str], *, by_rule: bool) -> dict[str, str]:
        """How many there are, and how many each rule opens; null where there are more than are counted."""
        person, total = self._fresh("person"), self._fresh("total")
        by = {rule: self._fresh("opened") for rule in self._by_rule()} if by_rule else {}
        counted = {rule: self._fresh("count") for rule in by}
        counts = [f"count(CASE WHEN {by[rule]} THEN 1 END) AS {name}" for rule, name in counted.items()]
        id_ = self._fresh("id")
        lines += call(
            self._scope,
            [
                *self._led(id_, after="''"),
                self._by_id(person, id_),
                *self._judged(person, by),
                f"WITH {', '.join([person, *by.values()])} LIMIT {COUNTED + 1}",
                f"RETURN {', '.join([f'count(*) AS {total}', *counts])}",
            ],
        )
        values = {"total": f"CASE WHEN {total} <= {COUNTED} THEN {total} END"}
        return values | ({"rules": map_of(counted)} if by_rule else {})

    # --- who is open ---

    @property
    def _scope(self) -> list[str]:
        """The viewer's halves that are judged by."""
        return ["ctx", *([self.then.ctx] if self.then else [])]

    def _led(self, id_: str, *, after: str) -> list[str]:
        """The ids of all whom some grant can open, or could at that instant."""
        if self.then is None:
            return self.candidates(id_, after=after)
        return self.then.inside(self._back(self.then).candidates(id_, after=after))

    def _judged(self, person: str, by: Mapping[str, str] | None = None) -> list[str]:
        """Only those of whom something is open; at another instant, now too. `by` are the variables that tell which rules open it."""
        concerned = self._judge.concerned(VIEWS[_PERSON], person)
        if self.then is None:
            return self.open(person, by, concerned)
        back = self.then.inside(self._back(self.then).open(person, by, ""))
        now = replace(self, fields=replace(self.fields, times=Times(asked=f"${self.then.given['now']}")), then=None)
        return [*back, *now.still(person, concerned)]

    def _back(self, then: Within) -> "Reach":
        """It, as it is judged at that instant."""
        return replace(self, fields=replace(self.fields, context=then.context), then=None)

    def still(self, person: str, concerned: str) -> list[str]:
        """Only those of whom something is open, whatever it is; nobody by a place that is closed."""
        subject, mask = self._judge.subject(person, _PERSON), self._fresh("mask")
        lines = [*self._bound(subject), *self._mask(subject, subject.pair, mask)]
        return [*lines, f"WITH * WHERE size({mask}) > 0 AND ({concerned})", *self._placed(subject)]

    def open(self, person: str, by: Mapping[str, str] | None, concerned: str) -> list[str]:
        """Only those of whom something is open; with a category or theme asked for, that."""
        if by:
            return self._opened(person, by, concerned)
        subject = self._judge.subject(person, _PERSON)
        mask = self._fresh("mask")
        lines = [*self._bound(subject), *self._mask(subject, subject.pair, mask)]
        return [*lines, f"WITH * WHERE {self._test(mask)}{concerned and f' AND ({concerned})'}", *self._placed(subject)]

    def _opened(self, person: str, by: Mapping[str, str], concerned: str) -> list[str]:
        """Only those of whom some rule opens something, and which: what all open is the union of what each does alone (A1)."""
        subject = self._judge.subject(person, _PERSON)
        lines = self._bound(subject)
        for rule, grants in self._by_rule().items():
            mask = self._fresh("mask")
            lines += self._mask(subject, replace(subject.pair, grants=grants), mask)
            lines.append(f"WITH *, {self._test(mask)} AS {by[rule]}")
        some = " OR ".join(by.values()) or "false"
        return [*lines, f"WITH * WHERE ({some}){concerned and f' AND ({concerned})'}", *self._placed(subject)]

    def _bound(self, subject: Subject) -> list[str]:
        """The codes of the denials that hold, bound once."""
        lines = []
        for denials in (subject.pair.core, subject.pair.overridable):
            if denials:
                codes = self._fresh("codes")
                lines.append(f"WITH *, {subject.codes(denials)} AS {codes}")
                subject.remember(denials, codes)
        return lines

    @staticmethod
    def _mask(subject: Subject, pair: Pair, name: str) -> list[str]:
        text = subject.mask(pair.mask)
        return [*subject.ends(), f"WITH *, {text} AS {name}"]

    def _placed(self, subject: Subject) -> list[str]:
        """Only those whose places are not closed, where a category is asked for that tells nothing else (A10)."""
        category = self._argument("category")
        if not category or not subject.pair.places:
            return []
        closed = self._fresh("places")
        codes = f"CASE WHEN {category} IN {listed(map(str, PLACES))} THEN {subject.codes(subject.pair.places)} ELSE [] END"
        return [f"WITH *, {codes} AS {closed}", f"WITH * WHERE size({closed}) = 0"]

    def _test(self, mask: str) -> str:
        """Whether a list of entries has what is asked for."""
        category, theme = self._argument("category"), self._argument("theme")
        tests = [f"size({mask}) > 0"]
        if category:
            tests.append(f"({category} IS NULL OR {category} IN {mask})")
        if theme:
            each = self._fresh("themed")
            wanted = f"coalesce({category}, {each}) = {each} AND " if category else ""
            within = f"({each} + ':' + {theme} IN {mask} OR {each} + {literal(':' + EVERY_THEME)} IN {mask})"
            found = f"[{each} IN {listed(sorted(map(str, THEMED)))} WHERE {wanted}{within}]"
            tests.append(f"({theme} IS NULL OR size({found}) > 0)")
        return " AND ".join(tests)

    def _by_rule(self) -> dict[str, tuple[Grant, ...]]:
        found: dict[str, tuple[Grant, ...]] = {}
        for grant in self._pair.grants:
            found[grant.id] = (*found.get(grant.id, ()), grant)
        return found

    # --- whom the grants lead to ---

    def candidates(self, id_: str, *, after: str) -> list[str]:
        """The ids of all whom some grant can open, after that one: each once, in order."""
        everyone = self._fresh("everyone")
        led, ways = self._ways(after, id_)
        some = [*call(["ctx"], _either(ways, "UNION")), f"WITH {id_} ORDER BY {id_}", f"RETURN {id_}"] if ways else [f"UNWIND [] AS {id_}"]
        if not led:
            return call(["ctx"], some) if ways else some
        # One of the two is empty, so that what is in order in each is in order.
        none = [f"UNWIND CASE WHEN {everyone} THEN [] ELSE [0] END AS every", *some]
        either = _either([self._everyone(after, id_, everyone), *([none] if ways else [])], "UNION ALL")
        return [f"WITH *, {' OR '.join(led)} AS {everyone}", *call(["ctx", everyone], either)]

    @staticmethod
    def _by_id(person: str, id_: str) -> str:
        return f"MATCH ({person}:{_PERSON} {{id: {id_}}})"

    def _everyone(self, after: str, id_: str, everyone: str) -> list[str]:
        """All persons, where a grant leads to whomever there is: an index has their ids in order."""
        person = self._fresh("candidate")
        walked = [f"MATCH ({person}:{_PERSON})", where(_here(person, after)), f"RETURN {person}.id AS {id_} ORDER BY {id_}"]
        return [f"UNWIND CASE WHEN {everyone} THEN [0] ELSE [] END AS every", *call(["ctx"], walked), f"RETURN {id_}"]

    def _ways(self, after: str, id_: str) -> tuple[list[str], list[list[str]]]:
        """When some grant leads to everyone, and how the others lead to those whom they can open."""
        led: list[str] = []
        ways: list[list[str]] = []
        keyed: dict[object, list[tuple[Grant, Halves, str]]] = {}
        for grant in self._pair.grants:
            halves = Halves.of(grant)
            if not halves.viewer:
                if _of_oneself(halves.subject_where):
                    ways.append(self._oneself(after, id_))
                else:
                    led.append("ctx.permitted")
                continue
            met = self.fields.context.given(grant)
            if not met.keyed:
                led.append(self._test(met.near) if not met.rows else f"size({met.near}) > 0")
            else:
                far = (halves.subject, halves.meets, halves.subject_where)
                keyed.setdefault(far, []).append((grant, halves, self._ends(grant, halves, met.near)))
        ways += [self._forward(after, id_, alike) for alike in keyed.values()]
        return led, ways

    def _oneself(self, after: str, id_: str) -> list[str]:
        person = self._fresh("candidate")
        return [
            f"MATCH ({person}:{_PERSON} {{id: ctx.id}})",
            where(["ctx.permitted", *_here(person, after)]),
            f"RETURN {person}.id AS {id_}",
        ]

    def _forward(self, after: str, id_: str, alike: Sequence[tuple[Grant, Halves, str]]) -> list[str]:
        """From where the viewer's half of grants ends to those whom the subject's half, which they share, leads to."""
        key, (grant, halves, _) = self._fresh("key"), alike[0]
        lines = [f"UNWIND {' + '.join(ends for _, _, ends in alike)} AS {key}"]
        if not halves.subject:
            person = self._fresh("candidate")
            return [*lines, f"MATCH ({person}:{_PERSON} {{id: {key}}})", where(_here(person, after)), f"RETURN {person}.id AS {id_}"]
        meets = halves.meets or "subject"
        node = self._fresh(meets)
        walk = Walk(pattern=grant.pattern, names=self.fields.context.names, bound={"viewer": "ctx", meets: node}, when=When.NOW)
        walked = walk.clauses(halves.subject, halves.subject_where)
        person = walk.bound["subject"]
        lines.append(f"MATCH ({node}:Entity {{id: {key}}})")
        return [*lines, *narrowed(walked, [f"{person}.id > {after}"]), f"RETURN {person}.id AS {id_}"]

    def _ends(self, grant: Grant, halves: Halves, near: str) -> str:
        """The ids where the viewer's half of a grant ends, by those of its paths that can give what is asked for: what the subject's
        half gives beside can only narrow it."""
        here = frozenset(name for edge in halves.viewer for name in (edge.start, edge.end, edge.variable)) | {"viewer"}
        gives, _ = split(grant.gives, here)
        row, ids = self._fresh("row"), self._fresh("ids")
        test = self._test(f"{row}.gives") if gives else "true"
        return f"reduce({ids} = [], {row} IN {near} | CASE WHEN {test} THEN {ids} + {row}.at ELSE {ids} END)"

    # --- names ---

    @property
    def _judge(self) -> Judge:
        return Judge(context=self.fields.context, times=self.fields.times)

    @property
    def _pair(self) -> Pair:
        return Pair.of(self.fields.context.rules, self.fields.context.kind, _PERSON)

    def _argument(self, name: str) -> str:
        parameter = self.selection.arguments.get(name)
        return f"${parameter}" if parameter else ""

    def _fresh(self, word: str) -> str:
        return self.fields.context.names.fresh(word)


def _here(person: str, after: str) -> list[str]:
    return [f"{person}.id > {after}", f"{person}.retractedAt IS NULL"]


def _either(ways: Sequence[Sequence[str]], word: str) -> list[str]:
    return [line for way in ways for line in (*([word] if way is not ways[0] else []), *way)]


def _of_oneself(conditions: Sequence[Condition]) -> bool:
    """Whether the subject must be the viewer."""
    both = {Named("viewer"), Named("subject")}
    return any(isinstance(each, Comparison) and each.operator == "=" and {each.left, each.right} == both for each in conditions)
