"""`access(viewer:)` in Cypher: what another viewer may see of a subject, and by which rules, for controllers (A6, A23).

Which kind of viewer it is shows when the statement runs: each kind has a part of its own, which is empty for the others. A controller
reads no name and no value by it: the reasons are the rules, made of the masks that each of them opens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from auth.decide import Decision, missing, reserved
from auth.groups import grouped
from auth.pattern import parse
from auth.rule import Grant, Rules, When
from auth.rules import PROTECTION_CODES
from auth.rules.protection import SHIELDED
from auth.rules.terms import OWN_PERSON
from auth.viewer import ViewerKind
from graph.compile.access import Drawing, Told, shut_too
from graph.compile.asker import Asker
from graph.compile.disclosed import key
from graph.compile.explain import Explained
from graph.compile.fields import Fields
from graph.compile.paths import by_place, step_of
from graph.compile.ruled import controller
from graph.compile.rules import Context
from graph.compile.shape import Record, Shaping
from graph.compile.text import Names, Times, Walk, call, literal, map_of
from graph.compile.within import Within
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import place

KINDS = tuple(kind for kind in ViewerKind if kind.label)
"""Kinds of viewers that have a node."""

SUBJECTS = ("Person", "Business", "Device", "Case")
"""Of whom and what it can be asked what another viewer may see; anything else is as if it were not there."""


@dataclass(slots=True, kw_only=True)
class Others(Within):
    """A viewer of one kind out of a list of nodes, for each purpose that they may state. `before` are lines that come first."""

    before: list[str] = field(default_factory=list)

    @property
    def every(self) -> str:
        """The variable that holds their halves of the rules, one for each purpose."""
        return f"{self.ctx}s"

    def lines(self) -> list[str]:
        """The lines that bind these halves."""
        asking = Asker(context=self.context, cased=False, among=self.viewer)
        lines = self._own(asking.lines(key=f"viewer.{self.kind.key}", purpose="purpose"))
        return [*self.before, *call(self.seen, [*self._given(lines), f"RETURN collect({self.ctx}) AS {self.every}"])]

    @property
    def _silent(self) -> Mapping[str, str]:
        return {"purpose": "ctx.purpose", "case": "null"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Another:
    """The answer of `access` as another viewer; who is no controller learns nothing, whomever and whatever they ask about."""

    subject: str
    viewer: str
    at: str | None
    told: Mapping[ViewerKind, Told]

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The access that the viewer has, or what is told of one who does not exist."""
        subject, told = shaping.parameters[self.subject], next(iter(self.told.values()))
        if not found or not found["controller"] or not found["free"]:
            code = missing(staff=shaping.staff) if found and found["controller"] else reserved(staff=shaping.staff)
            with shaping.told.about(None, "", key("id", subject)):
                return told.refused(subject, code, shaping)
        shaping.misplaced |= not found["concerned"]
        kind = next(each for each in self.told if found[each.value])
        # What someone may see tells of them too.
        shaping.told.of(shaping.parameters[self.viewer], kind.label).give(told.coordinate)
        with shaping.told.about(subject, found["type"], key("id", subject)) as about:
            about.give(told.coordinate)
            placed = bool(found.get("placed"))
            return self._of(found[kind.value], found.get(_shut(kind)) or (), self.told[kind], subject, shaping, placed=placed)

    def _of(
        self, judged: Sequence[Record], shut: Sequence[str], told: Told, subject: str, shaping: Shaping, *, placed: bool
    ) -> dict[str, Any]:
        """The access; `placed`: the places of then are closed to the controller, so that nothing counts that leads over one. A thing has
        none then: who saw it would tell where somebody was."""
        staff = any(each["staff"] for each in judged)
        reach = frozenset(code for each in judged for code in each["reach"] or () if ":" not in code)
        past = self._past(shaping)
        rows = [each["found"] for each in judged if each["found"] and not (past and placed and each["found"]["type"] != "Person")]
        then = replace(shaping, staff=staff, reach=reach, decisions={}, past=past)
        if not rows:
            return told.refused(subject, missing(staff=staff), then)
        shape = told.shapes[rows[0]["type"]]
        reasons, joined = _reasons(rows, shape, subject), _joined(rows)
        if past and placed:
            reasons = [each for each in reasons if not by_place(shape.grants[each["rule"] + each["path_of"]])]
            joined = _only(joined, reasons)
        record = shut_too({**_untold(joined, reasons, shape.grants), "reasons": reasons}, {"places": shut})
        return shape.shaped(subject, record, replace(then, veiled=self._veiled(shape.decision(record, then), past=past)))

    def _past(self, shaping: Shaping) -> bool:
        at = shaping.parameters[self.at] if self.at else None
        return at is not None and at < shaping.parameters["now"]

    @staticmethod
    def _veiled(decision: Decision, *, past: bool) -> frozenset[str]:
        """Whose protection closes a place is not told, for it may be someone else's; nor which one stood at another instant."""
        return PROTECTION_CODES if past else frozenset(decision.place_codes - decision.codes)


def _joined(rows: Sequence[Record]) -> Record:
    """What is open for some purpose."""
    found = dict(rows[0])
    for name in ("access", "rights"):
        if found.get(name) is not None:
            found[name] = {key: [it for row in rows for it in row[name][key]] for key in found[name]}
    for name in ("mask", "places"):
        if found.get(name) is not None:
            found[name] = [it for row in rows for it in row[name]]
    return found | ({"whole": any(row["whole"] for row in rows)} if "whole" in found else {})


def _untold(record: Record, reasons: Sequence[Record], grants: Mapping[str, Grant]) -> Record:
    """Without the themes that a case, a mandate or a consent of the subject tells, as `whoCanSee` leaves them out."""
    plain = [each for each in reasons if not grouped(grants[each["rule"] + each["path_of"]]).telling]
    told = {entry for each in plain for entry in each["gives"]}
    found = dict(record)
    for name in ("access", "rights"):
        if found.get(name) is not None:
            silent = {entry for entry in found[name]["mask"] if ":" in entry} - told
            found[name] = {**found[name], **{key: [it for it in found[name][key] if it not in silent] for key in ("mask", "offered")}}
    return found


def _only(record: Record, reasons: Sequence[Record]) -> Record:
    """What is open of a person by these reasons alone."""
    open_ = {entry for each in reasons for entry in each["gives"]}
    access = record["access"]
    return {**record, "access": {**access, **{key: [it for it in access[key] if it in open_] for key in ("mask", "offered")}}}


def _reasons(rows: Sequence[Record], shape: Explained, subject: str) -> list[Record]:
    """Each rule with what it opens for some purpose; of a row once for each way in which it hangs on those through whom it is read."""
    found: dict[tuple[str, str, str | None], Record] = {}
    for each in (each for row in rows for each in row.get("reasons") or ()):
        key = each["rule"], each["path_of"], each.get("row")
        gives = [*(found[key]["gives"] if key in found else ()), *each["gives"]]
        found[key] = {**_reason(shape, subject, *key), "gives": gives}
    return list(found.values())


def _reason(shape: Explained, subject: str, rule: str, path_of: str, row: str | None) -> Record:
    """A rule as a reason: without whoever and whatever stands on its path, but the subject."""
    path = _path(shape.grants[rule + path_of], subject, row)
    reason: dict[str, Any] = {"rule": rule, "path_of": path_of, "words": {}, "validTo": None, "path": path}
    hangs = {"row": row, "through": (), "ends": (), "marks": ()} if row is not None else None
    return shape.hung(reason, hangs, {"id": subject})


def _path(grant: Grant, subject: str, row: str | None) -> list[Record]:
    """The path of a grant with no one on it but the subject, who is not at its end where they are read as a row."""
    steps = [(*step_of(grant, edge, at), at) for edge, at in grant.pattern.outward("viewer")]
    return [
        {"relationship": relationship, "label": label, "id": subject if at == "subject" and row is None else None, "name": None}
        for relationship, label, at in steps
    ]


@dataclass(slots=True, kw_only=True)
class Drawn:
    """Draws one `access` as another viewer. `given` are the parameters of the instant that it is judged at, `at` that of the argument."""

    context: Context
    names: Names
    rules: Rules
    selection: Selection
    at: str | None
    given: Mapping[str, str]
    types: tuple[str, ...] = SUBJECTS
    """What the subject can be."""
    kinds: tuple[ViewerKind, ...] = KINDS
    """What kinds of viewer the other can be."""
    others: list[Others] = field(default_factory=list)

    def lines(self, name: str) -> tuple[list[str], Another]:
        """The lines that bind the answer, after those of `others`, and its shape."""
        fresh, arguments = self.names.fresh, self.selection.arguments
        viewers, free, met = (fresh(word) for word in ("viewers", "free", "met"))
        may = controller(self.context)
        if not (self.kinds and self.types):
            return self._nobody(name, may)
        found, told = {"controller": may, "free": free, "concerned": f"{met}.concerned", "type": f"{met}.type"}, {}
        found |= {"placed": f"{met}.placed"} if self.at is not None else {}
        lines = [*self._met(viewers, met, f"${arguments['subject']}"), f"WITH *, coalesce({met}.free, false) AS {free}"]
        for kind in self.kinds:
            other = Others(rules=self.rules, kind=kind, names=self.names, viewer=viewers, seen=(viewers,), given=self.given)
            self.others.append(other)
            more, told[kind], found[kind.value] = self._judged(other, free, f"${arguments['subject']}")
            lines += more
            if self.at is not None:
                now = Others(rules=self.rules, kind=kind, names=self.names, viewer=viewers, seen=(viewers,))
                self.others.append(now)
                more, found[_shut(kind)] = self._shut_now(now, free, f"${arguments['subject']}")
                lines += more
        self.others[0].before += call(["ctx"], self._viewers(f"${arguments['viewer']}", may, viewers))
        shape = Another(subject=arguments["subject"], viewer=arguments["viewer"], at=self.at, told=told)
        return [*lines, f"WITH *, {map_of(found)} AS {name}"], shape

    def _nobody(self, name: str, may: str) -> tuple[list[str], Another]:
        """What is told of a viewer who cannot be there, or of what it cannot be asked about."""
        arguments = self.selection.arguments
        told = {self.context.kind: Told(selections=self.selection.children, shapes={}, coordinate=self._coordinate)}
        shape = Another(subject=arguments["subject"], viewer=arguments["viewer"], at=self.at, told=told)
        return [f"WITH *, {map_of({'controller': may, 'free': 'false'})} AS {name}"], shape

    @property
    def _coordinate(self) -> str:
        return f"{self.selection.on}.{self.selection.field}"

    def _viewers(self, id_: str, may: str, name: str) -> list[str]:
        """The viewer, if there is one whom no core denial keeps from the controller, be it as the person that they are. Who a shielded
        employee is at work is open to staff."""
        node, judge = self.names.fresh("node"), Fields(context=self.context, times=Times()).judge()
        own = Walk(pattern=parse(OWN_PERSON), names=self.names, bound={"viewer": node}, when=When.UNLESS_OVER)
        walked = own.clauses(own.pattern.edges)
        person, it = own.bound["self"], self.names.fresh("person")
        closed = judge.subject(it, "Person")
        core, shielding = (tuple(each for each in closed.pair.core if (each.id == SHIELDED.id) is is_) for is_ in (False, True))
        kinds = " OR ".join(f"{node}:{kind.label}" for kind in self.kinds)
        codes, ways = self.names.fresh("codes"), self.names.fresh("closed")
        persons = [
            f"UNWIND CASE WHEN {node}:Person THEN [{node}] ELSE [] END AS {it}",
            f"RETURN {it}",
            "UNION",
            *walked,
            f"RETURN {person} AS {it}",
        ]
        body = [
            *call([node], persons),
            f"WITH *, CASE WHEN {node}:Person THEN {closed.codes(shielding)} ELSE [] END + {closed.codes(core)} AS {codes}",
            f"RETURN collect({codes}) AS {ways}",
        ]
        return [
            f"MATCH ({node}:Entity {{id: {id_}}})",
            f"WHERE ctx.permitted AND {may} AND {node}.retractedAt IS NULL AND ({kinds})",
            *call(["ctx", node], body),
            f"WITH * WHERE all(each IN {ways} WHERE size(each) = 0)",
            f"RETURN collect({node}) AS {name}",
        ]

    def _met(self, viewers: str, name: str, id_: str) -> list[str]:
        """The type of the subject, whether no core denial stands between the controller and it, and whether the stated case concerns
        it; null where there is no such viewer or subject."""
        node = self.names.fresh("node")
        fields = Fields(context=self.context, times=Times(), once=self.context.once(node))
        judge, kept, lines = fields.judge(), list[str](), list[str]()
        then = Fields(context=self.context, times=Times(asked=f"${self.given['now']}")).judge() if self.at is not None else None
        for type_ in self.types:
            view, it, as_ = VIEWS[type_], self.names.fresh(type_.lower()), self.names.fresh(f"as{type_}")
            if fields.once:
                fields.once.same(it, node)
            subject = judge.subject(it, view.label)
            known = fields.once.decided(it, every=False) if fields.once and type_ == "Person" else None
            codes = f"{known}.core" if known else subject.codes(subject.pair.core)
            row = {"type": literal(type_), "free": f"size({as_}Codes) = 0", "concerned": judge.concerned(view, it)}
            if then is not None:
                placed = then.subject(it, view.label)
                row["placed"] = f"size({placed.codes(placed.pair.places)}) > 0" if placed.pair.places else "false"
            body = [
                f"UNWIND CASE WHEN {node}:{view.label} THEN [{node}] ELSE [] END AS {it}",
                f"WITH *, {codes} AS {as_}Codes",
                f"RETURN collect({map_of(row)}) AS {as_}",
            ]
            lines += call(["ctx", node, "decided", "carded"], body)
            kept.append(as_)
        inner = [
            f"UNWIND CASE WHEN size({viewers}) > 0 THEN [{id_}] ELSE [] END AS asked",
            f"MATCH ({node}:Entity {{id: asked}})",
            f"WHERE {node}.retractedAt IS NULL",
            *(judge.decide(fields.once) if fields.once else []),
            *lines,
            f"RETURN head(collect(head({' + '.join(kept)}))) AS {name}",
        ]
        return call(["ctx", viewers], inner)

    def _judged(self, other: Others, free: str, id_: str) -> tuple[list[str], Told, str]:
        """What such a viewer may see, for each purpose."""
        drawing = Drawing(
            context=other.context,
            coordinate=self._coordinate,
            selections=self.selection.children,
            where=free,
            another=True,
            types=self.types,
        )
        found, name = self.names.fresh("found"), self.names.fresh(other.kind.value)
        lines = call(["ctx", free], drawing.found(id_, found))
        row = {"found": found, "staff": other.context.staff(), "reach": other.context.reach()}
        judged = [f"UNWIND {other.every} AS ctx", *lines, f"RETURN collect({map_of(row)}) AS {name}"]
        return other.inside(call([free, other.every], judged)), drawing.told, name

    def _shut_now(self, other: Others, free: str, id_: str) -> tuple[list[str], str]:
        """What closes to such a viewer now, for any of their purposes, the places that the subject had at the instant that is asked of."""
        node, shut, name = (self.names.fresh(word) for word in ("node", "shut", "shutTo"))
        times = Times(asked=f"${self.given['now']}")
        judge, kept, lines = Fields(context=other.context, times=times).judge(), list[str](), list[str]()
        for type_ in (each for each in self.types if place(each)):
            it, as_ = self.names.fresh(type_.lower()), self.names.fresh(f"shut{type_}")
            subject = judge.subject(it, VIEWS[type_].label)
            if not subject.pair.places:
                continue
            body = [
                f"UNWIND CASE WHEN {node}:{VIEWS[type_].label} THEN [{node}] ELSE [] END AS {it}",
                f"RETURN coalesce(head(collect({subject.codes(subject.pair.places)})), []) AS {as_}",
            ]
            lines += call(["ctx", node], body)
            kept.append(as_)
        inner = [
            f"MATCH ({node}:Entity {{id: {id_}}})",
            f"WHERE {free} AND {node}.retractedAt IS NULL",
            *lines,
            f"RETURN head(collect({' + '.join(kept) or '[]'})) AS {shut}",
        ]
        judged = [
            f"UNWIND {other.every} AS ctx",
            *call(["ctx", free], inner),
            f"WITH collect({shut}) AS {shut}",
            f"RETURN reduce(found = [], each IN {shut} | found + each) AS {name}",
        ]
        return other.inside(call([free, other.every], judged)), name


def _shut(kind: ViewerKind) -> str:
    """What tells what closes the places of the subject to a viewer of that kind, now."""
    return f"{kind.value}Shut"
