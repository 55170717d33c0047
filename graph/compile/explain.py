"""Why: the decision on a subject with its reasons, each by its path, in words that tell no more than the mask opens."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from auth.category import Action, Category
from auth.decide import Decision, entries, entry, veiled, whole
from auth.hints import Hints
from auth.pattern import Edge, Pattern
from auth.rule import LASTING, Denial, Grant, Row, When
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.rules.messages import hidden_word, message, overridable
from graph.compile.acting import may
from graph.compile.disclosed import MARK
from graph.compile.giving import Giving, of_roles
from graph.compile.hints import answered, asks_hints, hints_of
from graph.compile.once import Hop, lists
from graph.compile.rights import Inner, Judge
from graph.compile.ruled import rules_of
from graph.compile.rules import Halves, Subject, part, signature
from graph.compile.shape import Record, Shaping
from graph.compile.text import Walk, block, call, gated, listed, literal, map_of
from graph.model import RELATIONSHIPS, Relationship
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import categories
from graph.views.view import Access

_PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
_NAMES = {"Area": "name", "Unit": "name", "Role": "name", "Municipality": "name", "Business": "name", "Case": "title"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Shapes the decision of a subject's record into `Access`."""

    selections: tuple[Selection, ...]
    type: str = "Person"
    grants: dict[str, Grant] = field(default_factory=dict)
    denials: tuple[Denial, ...] = ()
    first_only: bool = False
    hinting: bool = False
    """Whether it is of the viewer of the request, now, so that their own side tells what is missing, and what to end."""
    another: bool = False
    """Whether the reasons are those of another viewer than the one who reads them."""

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The access that the viewer has of the subject, whose id was found."""
        decision = self.decision(record, shaping)
        shown = decision.shown_codes(CODE_ORDER, PROTECTION_CODES, first_only=self.first_only)
        denials = tuple(_denials(shown, record.get("rules") or (), decision, shaping.veiled))
        reasons = _apart(row for row in record.get("reasons") or () if row["gives"])
        if not decision.denied:
            self._disclose(reasons, decision, shaping)
        hints = None
        if self.hinting and shaping.own:
            ways = [(self.grants[row["rule"] + row["path_of"]], row) for row in reasons if not decision.denied]
            hints = hints_of(decision, ways, self.denials, shaping.own, silent=self.first_only)
        acting = self._acting(record, decision)
        return self._fields(_Told(subject=found, decision=decision, denials=denials, reasons=reasons, hints=hints, acting=acting), shaping)

    def _acting(self, record: Record, decision: Decision) -> dict[Action, Decision]:
        """The decisions on other actions that a record carries."""
        judged = record.get("access") or record.get("rights")
        found = {each: mask for each in Action if (mask := {**(judged or {}), **record}.get(may(each)))}
        return {action: decision.acting(self._whole(mask) if judged is None else _plain(mask)) for action, mask in found.items()}

    def _whole(self, mask: Collection[str]) -> Iterable[str]:
        """What of a row a mask opens: its theme was weighed where it was read."""
        return entries(each for each in categories(self.type) if str(each) in mask)

    def _disclose(self, reasons: Sequence[Record], decision: Decision, shaping: Shaping) -> None:
        """A reason tells of the subject by its half of the path."""
        named = {row["rule"] + row["path_of"] for row in reasons if any(step["id"] is not None for step in row["path"][:-1])}
        for grant in (self.grants[each] for each in named):
            told = told_by(grant)
            if not decision.place_codes and all(decision.allows(each) for each in told):
                for each in told:
                    shaping.told.here.give("Reason.path", each)

    def refused(self, subject: str, code: str, shaping: Shaping) -> dict[str, Any]:
        """The access of what nothing is told of but a code, as of what is not there."""
        return self._fields(_Told(subject=subject, decision=shaping.decision({}), denials=((code, None),), there=False), shaping)

    def decision(self, record: Record, shaping: Shaping) -> Decision:
        """The decision that a record carries: by a mask, or as a row by what is open of it."""
        found = record.get("access") or record.get("rights")
        if found is None:
            mask = record.get("mask") or [str(each) for each in categories(self.type)[:1]]
            found = {"mask": self._whole(mask), "places": record.get("places"), "whole": record["whole"]}
        return shaping.decision(found, categories(self.type))

    def _fields(self, told: "_Told", shaping: Shaping) -> dict[str, Any]:
        return {selection.key: self._field(selection, told, shaping) for selection in self.selections}

    def _field(self, selection: Selection, told: "_Told", shaping: Shaping) -> Any:
        decision = told.decision
        match selection.field:
            case "subject":
                return told.subject
            case "type":
                return self.type if told.there else None
            case "decision":
                return decision.outcome
            case "categories":
                return [self._category(selection, category, told, shaping) for category in decision.among]
            case "denials":
                return [denial(selection, code, rule, shaping) for code, rule in told.denials]
            case _:
                return [self._reason(selection, row, shaping) for row in told.reasons if not decision.denied]

    def _category(self, selection: Selection, category: Category, told: "_Told", shaping: Shaping) -> dict[str, Any]:
        return {child.key: self._of_category(child, category, told, shaping) for child in selection.children}

    def _of_category(self, child: Selection, category: Category, told: "_Told", shaping: Shaping) -> Any:
        decision = told.decision
        match child.field:
            case "category":
                return str(category)
            case "allowed":
                return decision.opens(category)
            case "themes":
                return told.of(self._action(child, shaping)).themes(category)
            case "actions":
                # Of another viewer it is not judged what else than to read they may do.
                return [] if self.another else [str(each) for each in Action if told.of(each).opens(category)]
            case "reasons":
                giving = (row for row in told.reasons if entry(category) in row["gives"] and decision.opens(category))
                return [self._reason(child, row, shaping) for row in giving]
            case _:
                return answered(child, category, told.hints, shaping)

    @staticmethod
    def _action(child: Selection, shaping: Shaping) -> Action:
        named = child.arguments.get("action")
        return Action(shaping.parameters[named]) if named else Action.READ

    def _reason(self, selection: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        grant = self.grants[row["rule"] + row["path_of"]]
        texts = grant.told if self.another else grant.says
        return {child.key: _reason_field(child, row, grant, shaping, texts) for child in selection.children}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of one subject."""

    subject: str
    decision: Decision
    denials: Sequence[tuple[str, str | None]]
    """Each code, with the rule where that may be told."""
    reasons: Sequence[Record] = ()
    hints: Hints | None = None
    there: bool = True
    acting: Mapping[Action, Decision] = field(default_factory=dict)

    def of(self, action: Action) -> Decision:
        """The decision on an action; of one that was not judged, that nothing is open."""
        return self.decision if action is Action.READ else self.acting.get(action) or self.decision.acting(())


def _plain(mask: Iterable[str]) -> Iterator[str]:
    """The mask without its marks."""
    return (each for each in mask if each[:1] != MARK)


def _denials(
    shown: Iterable[str], rules: Sequence[Record], decision: Decision, unlearnt: Collection[str]
) -> Iterator[tuple[str, str | None]]:
    """Each code as it may be told, once for each of its rules where these are known; what may not be learnt has none."""
    for code in shown:
        (told,) = veiled([code], unlearnt)
        known = rules_of(code, rules, decision, unlearnt) if told == code else ()
        yield from ((told, rule) for rule in [*known] or [None])


def _apart(rows: Iterable[Record]) -> list[Record]:
    """Reasons in a fixed order; paths that the viewer cannot tell apart are one."""
    found = {
        json.dumps([row["rule"], row["path_of"], row["words"], row["path"], row["validTo"], sorted(set(row["gives"]))], sort_keys=True): row
        for row in rows
    }
    return [found[key] for key in sorted(found)]


def _reason_field(child: Selection, row: Record, grant: Grant, shaping: Shaping, texts: Mapping[str, str]) -> Any:
    match child.field:
        case "rule":
            return grant.id
        case "basis":
            return grant.basis
        case "validTo":
            return row["validTo"]
        case "text":
            language = str(shaping.parameters[child.arguments["language"]]).lower()
            return said(texts[language], grant, row["words"], language)
        case _:
            return [{each.key: step.get(each.field) for each in child.children} for step in row["path"]]


def said(text: str, grant: Grant, words: Record, language: str) -> str:
    """The sentence of a grant; what the viewer may not know is said as what kind of thing it is."""

    def word(found: re.Match[str]) -> str:
        node = grant.pattern.node(found[1])
        known = words.get(f"{found[1]}_{found[2]}")
        return str(known) if known is not None else hidden_word("|".join(node.labels) if node else "", language)

    return _PLACEHOLDER.sub(word, text)


def denial(selection: Selection, code: str, rule: str | None, shaping: Shaping) -> dict[str, Any]:
    """One denial as the viewer may know it."""
    values: dict[str, Any] = {"code": code, "rule": rule, "overridable": overridable(code)}
    return {
        child.key: message(code, str(shaping.parameters[child.arguments["language"]]).lower())
        if child.field == "message"
        else values[child.field]
        for child in selection.children
    }


def explain(
    subject: Subject, asked: Selection, mask: str, places: str | None, known: str | None = None
) -> tuple[list[str], str, Explained]:
    """Lines that bind the reasons (if they are asked for), their expression, and how the access is shaped. `known` is a map of the rows
    that may be told, where these were judged elsewhere."""
    grants = {grant.id + grant.path: grant for grant in subject.pair.grants}
    # What else may open a row or an organisation than its own reasons, these do not tell.
    hinting = known is None and asks_hints(asked.children) and VIEWS[asked.on].access is Access.MASK
    if hinting:
        subject.context.own()
    shape = Explained(
        selections=asked.children,
        type=asked.on,
        grants=grants,
        denials=subject.pair.denials,
        first_only=subject.context.rules.first_only,
        hinting=hinting,
    )
    if not asks_why(asked.children):
        return [], "", shape
    lines: list[str] = []
    names = []
    scope = ["ctx", subject.variable, mask, *(each for each in (places, known) if each)]
    for denials in (subject.pair.core, subject.pair.overridable):
        if denials:
            codes = subject.context.names.fresh("codes")
            lines.append(f"WITH *, {subject.codes(denials)} AS {codes}")
            subject.remember(denials, codes)
            scope.append(codes)
    scope = [each for each in scope if each.isidentifier()]
    told = _Known(subject, mask, elsewhere=known)
    paths = {grant: _Path(subject, grant, mask, places, told) for grant in grants.values()}
    drawn = {subject.context.names.fresh("reasons"): path for path in paths.values()}
    bodies = {name: path.lines(name) for name, path in drawn.items()}
    lines += told.lines([*scope, *lists(subject.once)])
    for name, body in bodies.items():
        lines += call([*scope, *told.names.values()], body)
        names.append(name)
    return lines, " + ".join(names) or "[]", shape


def opened(subject: Subject, asked: Selection) -> Explained:
    """How the access is shaped for whoever is not the viewer: they learn which rules open something, without what stands on their
    paths."""
    grants = {grant.id + grant.path: grant for grant in subject.pair.grants}
    return Explained(selections=asked.children, type=asked.on, grants=grants, first_only=subject.context.rules.first_only, another=True)


def asks_why(selections: Iterable[Selection]) -> bool:
    """Whether reasons are asked for, or hints, which follow from them."""
    return asks_hints(selections) or any(
        child.field == "grants" or (child.field == "categories" and any(each.field == "reasons" for each in child.children))
        for child in selections
    )


def readable(subject: Subject, mask: str) -> tuple[list[str], str]:
    """Lines that bind which rows on the paths to the subject may be read whole now, whenever those paths led there; and a map of them."""
    rows = _Known(subject, mask, ever=True)
    for grant in subject.pair.grants:
        for node in grant.pattern.nodes:
            _ = rows.test(grant, node.variable, ""), rows.unit(grant, node.variable, "")
    scope = [each for each in ("ctx", subject.variable, mask, *lists(subject.once)) if each.isidentifier()]
    return rows.lines(scope), map_of(rows.names)


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
        before, tests = self._read(row, node) if row else self._shown(label, node)
        return [
            *call([self.subject.variable], found),
            *before,
            *([f"WITH * WHERE {' AND '.join(tests)}"] if tests else []),
            f"RETURN collect({node}.id) AS {name}",
        ]

    def _read(self, row: Row, node: str) -> tuple[list[str], list[str]]:
        """When a row is read whole, and where a path leads on to its place, that too."""
        context, themes = self.subject.context, "[]"
        if row.theme_pattern is not None:
            inner = Walk(pattern=row.theme_pattern, names=context.names, bound={"row": node}, when=When.NOW)
            found = inner.clauses(row.theme_pattern.edges)
            themes = block("COLLECT", [*found, f"RETURN {map_of({'code': inner.bound['theme'] + '.code'})}"])
        elif row.fixed_theme:
            themes = f"[{map_of({'code': literal(row.fixed_theme)})}]"
        itself = Subject(context=context, variable=node, label=row.label, times=self.subject.times, once=self.subject.once)
        may = self.subject.test(whole(row), mask=self.mask, themes=themes, hangs=self._hangs(row.label, node))
        closing = [itself.pair.core, *([itself.pair.places] if row.label in self._led else [])]
        return [], [may, *(f"size({itself.codes(denials)}) = 0" for denials in closing if denials)]

    def _shown(self, label: str, node: str) -> tuple[list[str], list[str]]:
        """When a register shows a business, and a unit reads as itself."""
        judge, inner, view = Judge(context=self.subject.context, times=self.subject.times, once=self.subject.once), Inner(), VIEWS[label]
        judge.rights(view, node, (), inner, None)
        places = judge.subject(node, label).pair.places if view.access is Access.OPEN else ()
        tests = [
            *([inner.visible] if inner.visible else []),
            *([f"size({judge.subject(node, label).codes(places)}) = 0"] if places else []),
        ]
        return inner.before, tests

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
    mask: str
    places: str | None
    known: _Known
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
        placeholders = {found for text in self.grant.says.values() for found in _PLACEHOLDER.findall(text)}
        words = {f"{node}_{name}": self._shown(walk, node, name) for node, name in sorted(placeholders)}
        steps = [self._step(walk, edge, at) for edge, at in self.grant.pattern.outward("viewer")]
        ends = " + ".join(self._ends(walk)) or "[]"
        soonest = (
            f"reduce(least = null, each IN [end IN {ends} WHERE end IS NOT NULL]"
            " | CASE WHEN least IS NULL OR each < least THEN each ELSE least END)"
        )
        return map_of(
            {
                "rule": literal(self.grant.id),
                "path_of": literal(self.grant.path),
                "gives": giving,
                "words": map_of(words),
                "path": "[" + ", ".join(steps) + "]",
                "validTo": soonest,
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

    def _step(self, walk: Walk, edge: Edge, variable: str) -> str:
        labels = _labels(self.grant, variable) or ("Person",)
        several = gated(
            self._tests(walk, variable), f"head([each IN labels({walk.bound[variable]}) WHERE each IN {listed(labels)}])", "|".join(labels)
        )
        return map_of(
            {
                "relationship": literal("|".join(edge.types)),
                "label": literal(labels[0]) if len(labels) == 1 else several,
                "id": self._shown(walk, variable, "id"),
                "name": self._shown(walk, variable, _NAMES[labels[0]]) if labels[0] in _NAMES else "null",
            }
        )

    def _shown(self, walk: Walk, variable: str, name: str) -> str:
        """A property of a node of the path, where the mask opens what it tells of the subject."""
        value, bound = f"{walk.bound[variable]}.{name}", walk.bound[variable]
        itself = self.known.unit(self.grant, variable, bound)
        if itself:
            otherwise = getattr(VIEWS["Unit"].by_name[name], "otherwise", None)
            value = f"CASE WHEN {itself} THEN {value} ELSE {literal(otherwise)} END"
        return gated(self._tests(walk, variable), value)

    def _tests(self, walk: Walk, variable: str) -> list[str]:
        """When a node of the path may be known; the subject is."""
        return [] if variable == "subject" else self._flags(walk, variable)

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
        tests = [f"{literal(str(each))} IN {self.mask}" for each in told_by(self.grant)]
        tests += [f"size({self.places}) = 0"] if tests and self.places else []
        led = [node.variable for node in self.grant.pattern.nodes if self.known.leads(self.grant, node.variable)]
        return [*tests, *(test for each in led for test in self._node_tests(walk, each))]

    def _node_tests(self, walk: Walk, variable: str) -> list[str]:
        test = self.known.test(self.grant, variable, walk.bound[variable])
        return [test] if test else []


def step_of(grant: Grant, edge: Edge, variable: str) -> tuple[str, str]:
    """What a step of a path walks, and to what kind of node, as far as the declaration says it."""
    return "|".join(edge.types), "|".join(_labels(grant, variable) or ("Person",))


def told_by(grant: Grant) -> list[Category]:
    """The categories that the subject's half of a path tells of."""
    return sorted({kind.category for edge in Halves.of(grant).subject for kind in kinds_of(grant.pattern, edge)} - {Category.OPEN})


def kinds_of(pattern: Pattern, edge: Edge) -> list[Relationship]:
    """The declared relationships that an edge can stand for, by its types and the labels at its ends."""
    start, end = pattern.node(edge.start), pattern.node(edge.end)
    starts, ends = (set(node.labels) if node else set() for node in (start, end))
    return [
        kind
        for kind in RELATIONSHIPS
        if kind.type in edge.types and (not starts or kind.start in starts) and (not ends or ends & set(kind.ends))
    ]
