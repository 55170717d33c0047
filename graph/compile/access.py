"""`access` and `checkAccess` in Cypher: what the viewer may see of subjects of any type, each found by its id and judged as its type is."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any

from auth.category import Category
from auth.decide import PURPOSE_REFUSED, Decision, missing, veiled
from auth.rules import CODE_ORDER, PROTECTION_CODES
from graph.compile.acting import asks_actions
from graph.compile.disclosed import REFERENCE, About, key, marks
from graph.compile.explain import Explained, asks_why, explained, opened
from graph.compile.fields import Fields
from graph.compile.rights import Inner
from graph.compile.ruled import asks_rules, controller, ruled
from graph.compile.rules import Context
from graph.compile.shape import Record, Shaping
from graph.compile.text import Times, call, literal, map_of
from graph.compile.why import Why
from graph.compile.within import Within
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import SUBJECTS, categories, place
from graph.views.view import Access, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Shapes what was found of one subject into its `Access`."""

    selections: tuple[Selection, ...]
    shapes: Mapping[str, Explained]
    coordinate: str

    def shaped(self, found: Record | None, subject: str, there: str | None, shaping: Shaping) -> dict[str, Any]:
        """The access; to outsiders the same of what is hidden as of what does not exist (A17). `there` is the type of what has the id."""
        with self.about(subject, there, shaping) as about:
            if found is None or (decision := self.decision(found, shaping)).hidden:
                return self.refused(subject, missing(staff=shaping.staff), shaping)
            shaping.misplaced |= not found["concerned"]
            about.marks |= marks((found.get("access") or found.get("rights") or found).get("mask") or ())
            if decision.denied:
                code, *_ = veiled(self.shapes[found["type"]].codes(decision, shaping), shaping.veiled if shaping.past else ())
                about.refuse(self.coordinate, code)
            else:
                about.give(self.coordinate)
            return self.shapes[found["type"]].shaped(subject, found, shaping)

    @staticmethod
    def about(subject: str, there: str | None, shaping: Shaping) -> AbstractContextManager[About]:
        """What is told within is about that subject, if there is such a one."""
        known = there if there and there not in REFERENCE else ""
        return shaping.told.about(subject if known else None, known, key("id", subject))

    def refused(self, subject: str, code: str, shaping: Shaping) -> dict[str, Any]:
        """The access of what nothing is told of but a code."""
        shaping.told.here.refuse(self.coordinate, code)
        return Explained(selections=self.selections).refused(subject, code, shaping)

    def decision(self, found: Record, shaping: Shaping) -> Decision:
        """The decision on what was found."""
        return self.shapes[found["type"]].decision(found, shaping)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The variables that hold what may be told by: a list of what may be told of each whom paths lead to, and whether rules may."""

    paths: str
    rules: str

    @property
    def variables(self) -> list[str]:
        """Those that nested parts need to see."""
        return [self.paths, self.rules]


@dataclass(slots=True, kw_only=True)
class Drawing:
    """Draws the access of one subject into a statement. `shown` is what may be told by; unless given, what is open by the judgement
    itself. `where` narrows when anything is judged at all, `times` says of when a place is told, `tells` that the record must hold
    what may be told of each whom paths lead to, and `another` that whoever reads it is not who is judged: they learn the rules, and no
    name by them; `types` are those that it can be of."""

    context: Context
    coordinate: str
    selections: tuple[Selection, ...]
    shown: Shown | None = None
    where: str = ""
    times: Times = field(default_factory=Times)
    tells: bool = False
    another: bool = False
    types: tuple[str, ...] = SUBJECTS
    shapes: dict[str, Explained] = field(default_factory=dict)

    @property
    def told(self) -> Told:
        """How what was found is shaped, once it has been drawn."""
        return Told(selections=self.selections, shapes=self.shapes, coordinate=self.coordinate)

    def found(self, id_: str, name: str, there: str = "") -> list[str]:
        """The lines that bind what is found of the subject with that id, or null, and to `there` the type of what has that id: everyone
        whom it leads to is decided once."""
        node = self.context.names.fresh("node")
        acts = self.context.acts if asks_actions(self.selections) else ()
        apart = self.types if self.another else ()
        once = self.context.once(node)
        # One list of persons is shorter than two; a question about another viewer is rare, and takes long to plan.
        once.clears |= self.another
        opens = self.another and asks_why(self.selections) and any(VIEWS[each].access is Access.ROWS for each in self.types)
        fields = Fields(context=self.context, times=self.times, once=once, acts=acts, apart=apart, opens=opens)
        kinds: list[str] = []
        lines: list[str] = []
        why = self._why(fields)
        for type_ in self.types:
            kept = self.context.names.fresh(f"as{type_}")
            lines += self._typed(fields, VIEWS[type_], node, kept, why)
            kinds.append(kept)
        found = f"head({' + '.join(kinds)})"
        if why and kinds:
            it, reasons = self.context.names.fresh("found"), self.context.names.fresh("why")
            lines += [*why.lines(reasons, ["ctx"]), f"WITH *, {found} AS {it}"]
            found = f"{it} {{.*, {'rows' if self.tells else 'reasons'}: {reasons}}}"
        decided = fields.judge().decide(fields.once) if fields.once else []
        return [
            f"MATCH ({node}:Entity {{id: {id_}}})",
            f"WHERE {self.where or 'ctx.permitted'} AND {node}.retractedAt IS NULL",
            *decided,
            *lines,
            f"RETURN head(collect({found})) AS {name}"
            + (f", head(collect(head([label IN labels({node}) WHERE label <> 'Entity']))) AS {there}" if there else ""),
        ]

    def _why(self, fields: Fields) -> Why | None:
        """Draws the reasons, where they are asked for, or what may be told by them at another instant."""
        if self.another or not (self.tells or asks_why(self.selections)):
            return None
        return Why(judge=fields.judge(), elsewhere=self.shown.paths if self.shown else None, tells=self.tells)

    def _typed(self, fields: Fields, view: View, node: str, kept: str, why: Why | None) -> list[str]:
        names, judge, inner = self.context.names, replace(fields.judge(), keeps=why is not None), Inner()
        it = names.fresh(view.label.lower())
        if fields.once:
            fields.once.same(it, node)
        asked = tuple(Selection(key=name, field=name, on=view.type) for name in _asked(view))
        rights, extra = judge.rights(view, it, asked, inner, None)
        subject = judge.subject(it, view.label)
        judge.remember(subject, inner)
        access = Selection(key="access", field="access", on=view.type, children=self.selections)
        told, bases = self.shown, dict[str, str]()
        concerned = {} if self.another else {"concerned": judge.concerned(view, it)}
        record = {"type": literal(view.type), **concerned, **extra}
        if self.another:
            record |= {"reasons": inner.reasons or "[]", "rules": " + ".join(inner.rules) or "[]"}
            self.shapes[view.type] = opened(subject, access)
        else:
            self.shapes[view.type] = explained(subject, access, why.grants if why else {}, now=told is None)
        if why:
            bases = why.kept(view, subject, rights, inner)
            record["id"] = f"{it}.id"
        if not self.another and asks_rules(self.selections, self.context.kind):
            record["rules"] = ruled(subject, told.rules if told else controller(self.context))
        body = [
            f"UNWIND CASE WHEN {node}:{view.label} THEN [{node}] ELSE [] END AS {it}",
            *inner.before,
            *([f"WITH * WHERE {inner.visible}"] if inner.visible else []),
            *inner.after,
            ", ".join(
                [
                    f"RETURN collect({map_of(record)}) AS {kept}",
                    *(f"coalesce(head(collect({found})), []) AS {name}" for name, found in bases.items()),
                ]
            ),
        ]
        return call(["ctx", node, "decided", "carded", *(told.variables if told else ())], body)


def _asked(view: View) -> list[str]:
    """Fields that ask for all that its access tells of: one of each category, none where no field is of it, and one that tells a place."""
    found = [next((field.name for field in view.fields if field.category is each), "") for each in categories(view.type)]
    told = place(view.type)
    return list(dict.fromkeys([*found, *([told.name] if told else [])]))


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """The answer of `access`."""

    subject: str
    told: Told
    there: str

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The access of the subject that the parameter names."""
        return self.told.shaped(found, shaping.parameters[self.subject], record.get(self.there), shaping)


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """The answer of `checkAccess`."""

    subjects: str
    told: Told

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> list[dict[str, Any]]:
        """The access of each subject that the parameter names, as often as it names it."""
        by_id = {row["id"]: row for row in found or ()}
        asked = [(id_, by_id.get(id_, {})) for id_ in shaping.parameters[self.subjects]]
        return [self.told.shaped(row.get("found"), id_, row.get("there"), shaping) for id_, row in asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """A parameter that has each id of an argument once."""

    argument: str

    @property
    def name(self) -> str:
        """What the parameter is called."""
        return f"{self.argument}Distinct"

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Its value, of those of the statement."""
        return {self.name: list(dict.fromkeys(parameters.get(self.argument) or ()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """What is told of a subject at another instant: judged then; whoever is denied now learns no more than that (A15)."""

    now: Told
    then: Told

    def shaped(self, both: Record, subject: str, shaping: Shaping) -> dict[str, Any]:
        """The access that the viewer had of the subject, or the one of now where that denies them."""
        there = both.get("there")
        answer = self.now.shaped(both.get("now"), subject, there, shaping)
        now = self.now.decision(both["now"], shaping) if both.get("now") else None
        if now is None or now.denied:
            return answer
        staff = shaping.staff and bool(both["staff"])
        then = replace(
            shaping,
            staff=staff,
            reach=frozenset(each for each in both["reach"] or () if ":" not in each),
            decisions={},
            veiled=self._veiled(now),
            past=True,
        )
        if both["permitted"]:
            was = both["then"] and shut_too(both["then"], both["now"])
            return self.then.shaped(was, subject, there, then)
        with self.then.about(subject, there, then):
            return self.then.refused(subject, PURPOSE_REFUSED, then)

    @staticmethod
    def _veiled(now: Decision) -> frozenset[str]:
        """Protections of then are told to whoever reads protections now, or learns of them by a place that they close."""
        told = frozenset(now.shown_codes(CODE_ORDER, PROTECTION_CODES))
        return frozenset() if now.opens(Category.PROTECTION) else PROTECTION_CODES - told


@dataclass(frozen=True, slots=True, kw_only=True)
class OneThen:
    """The answer of `access` at another instant."""

    subject: str
    told: Then

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The access of the subject that the parameter names."""
        return self.told.shaped(found or {}, shaping.parameters[self.subject], shaping)


@dataclass(frozen=True, slots=True, kw_only=True)
class EachThen:
    """The answer of `checkAccess` at another instant."""

    subjects: str
    told: Then

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> list[dict[str, Any]]:
        """The access of each subject that the parameter names, as often as it names it."""
        by_id = {row["id"]: row["both"] for row in found or ()}
        return [self.told.shaped(by_id.get(id_, {}), id_, shaping) for id_ in shaping.parameters[self.subjects]]


def shut_too(then: Record, now: Record) -> Record:
    """What was found of another instant, with what closes the places of then now: what is closed now was closed in every past, so that
    nobody learns since when somebody who shares one has hidden (A15)."""
    found = {**then, **_closed(then, tuple(places_of(now)))}
    if found.get("rules"):
        held = {row["rule"]: row["codes"] for row in now.get("rules") or () if row["place"]}
        found["rules"] = [{**row, "codes": [*row["codes"], *held.get(row["rule"], ())]} if row["place"] else row for row in found["rules"]]
    return found


def places_of(found: Record) -> Iterable[str]:
    """The codes of what closes the places of what was found."""
    judged = found.get("access") or found.get("rights") or found
    return judged.get("places") or ()


def _closed(found: Record, codes: tuple[str, ...]) -> Record:
    """The part of a record that says what closes its places, where these codes do too."""
    name = next((each for each in ("access", "rights") if found.get(each)), None)
    judged = found[name] if name else found
    both = {"places": [*(judged.get("places") or ()), *codes]}
    return {name: {**judged, **both}} if name else both


def types_of(selection: Selection, among: tuple[str, ...] = SUBJECTS) -> tuple[str, ...]:
    """The types that the subject can have, of those that can be asked about."""
    return tuple(each for each in among if selection.type is None or selection.type.label == each)


def access(selection: Selection, context: Context, name: str) -> tuple[list[str], One]:
    """The lines of one `access`, and its answer."""
    coordinate, subject = f"{selection.on}.{selection.field}", selection.arguments["subject"]
    drawing = Drawing(context=context, coordinate=coordinate, selections=selection.children, types=types_of(selection))
    there = context.names.fresh("there")
    lines = call(["ctx"], drawing.found(f"${subject}", name, there))
    return lines, One(subject=subject, told=drawing.told, there=there)


def access_at(selection: Selection, context: Context, name: str, within: Within) -> tuple[list[str], OneThen]:
    """The lines of one `access` at another instant, and its answer."""
    subject = selection.arguments["subject"]
    lines, told = _then(selection, context, name, within, f"${subject}")
    return lines, OneThen(subject=subject, told=told)


def _then(
    selection: Selection, context: Context, name: str, within: Within, id_: str, scope: tuple[str, ...] = ()
) -> tuple[list[str], Then]:
    """The lines that judge one subject now and then, told by what is open now; `scope` are the variables that the id is found by."""
    fresh = context.names.fresh
    now, then, mask, rows, rules, there = (fresh(word) for word in ("now", "then", "shown", "rows", "rules", "there"))
    coordinate = f"{selection.on}.{selection.field}"
    first = Drawing(
        context=context,
        coordinate=coordinate,
        selections=tuple(each for each in selection.children if each.field not in ("categories", "grants")),
        times=Times(asked=f"${within.given['now']}"),
        tells=asks_why(selection.children),
        types=types_of(selection),
    )
    judge = f"ctx.permitted AND ({now}.whole IS NOT NULL OR size({mask}) > 0)"
    shown = Shown(paths=rows, rules=rules)
    other = Drawing(
        context=within.context,
        coordinate=coordinate,
        selections=selection.children,
        shown=shown,
        where=judge,
        types=types_of(selection),
    )
    open_ = f"{now}.access.mask, {now}.rights.mask, {now}.mask, []"
    may = controller(context) if asks_rules(selection.children, context.kind) else "false"
    judged = call(["ctx", *scope, *shown.variables, now, mask], other.found(id_, then))
    staff, reach = within.context.staff(), within.context.reach()
    row = {"there": there, "now": now, "then": then, "permitted": "ctx.permitted", "staff": staff, "reach": reach}
    lines = [
        *call(["ctx", *scope], first.found(id_, now, there)),
        f"WITH *, coalesce({open_}) AS {mask}, coalesce({now}.rows, []) AS {rows}, {may} AS {rules}",
        *within.inside(judged),
        f"WITH *, {within.text(map_of(row))} AS {name}",
    ]
    # What denies now is told with every category, as ever.
    return lines, Then(now=replace(first.told, selections=selection.children, shapes=other.shapes), then=other.told)


def check_access(selection: Selection, context: Context, name: str) -> tuple[list[str], Each, Distinct]:
    """The lines of one `checkAccess`, its answer, and the parameter that it takes."""
    coordinate, subjects = f"{selection.on}.{selection.field}", selection.arguments["subjects"]
    drawing = Drawing(context=context, coordinate=coordinate, selections=selection.children)
    given, id_, found, there = Distinct(argument=subjects), *(context.names.fresh(word) for word in ("id", "found", "there"))
    body = [
        f"UNWIND ${given.name} AS {id_}",
        *call(["ctx", id_], drawing.found(id_, found, there)),
        f"RETURN collect({map_of({'id': id_, 'found': found, 'there': there})}) AS {name}",
    ]
    return call(["ctx"], body), Each(subjects=subjects, told=drawing.told), given


def check_access_at(selection: Selection, context: Context, name: str, within: Within) -> tuple[list[str], EachThen, Distinct]:
    """The lines of one `checkAccess` at another instant, its answer, and the parameter that it takes."""
    subjects = selection.arguments["subjects"]
    given, id_, both = Distinct(argument=subjects), *(context.names.fresh(word) for word in ("id", "both"))
    drawn, told = _then(selection, context, both, within, id_, (id_,))
    # Each by itself: what one of them binds, the next begins without.
    scope = ["ctx", within.ctx]
    body = [
        f"UNWIND ${given.name} AS {id_}",
        *call([*scope, id_], [*drawn, f"RETURN {both}"]),
        f"RETURN collect({map_of({'id': id_, 'both': both})}) AS {name}",
    ]
    return call(scope, body), EachThen(subjects=subjects, told=told), given
