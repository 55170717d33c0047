"""`usage` in Cypher: who could look from the seats of units, and which of these units a controller may be told of; what was looked up is in
the log, which is asked of those alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from auth.decide import first, missing, reserved
from auth.oslo import begins
from auth.pattern import parse, parse_condition
from auth.rule import Denial, Rules, When
from auth.rules import CODE_ORDER
from auth.rules.family import SELF, UNKNOWN_IDENTITY
from auth.rules.messages import rule_told
from auth.rules.protection import ADDRESS_PROTECTION
from auth.rules.terms import OPEN_CASE, OWN_PERSON
from auth.usage import Counted, Period, Right, Standing, Tally, Used, Ways, tallied
from auth.viewer import ViewerKind
from graph.compile.access import Distinct
from graph.compile.fields import Fields
from graph.compile.requests import same
from graph.compile.ruled import controller
from graph.compile.shape import Object, Record, Shaping
from graph.compile.text import Walk, block, call, map_of, narrowed
from graph.compile.visits import language, listed_once
from graph.selection import Selection

_SEATS: Final = "(unit:Unit)<-[:AT]-(position:Position)-[:IN]->(role:Role)"
_HOLDERS: Final = "(position:Position)<-[:HOLDS]-(employee:Employee)"
_STAFF: Final = "(unit:Unit)<-[:AT]-(position:Position)<-[held:HOLDS]-(employee:Employee)"
_AT_WORK: Final = "(unit:Unit)<-[:AT]-(:Position)<-[:HOLDS]-(employee:Employee)"
_ASSIGNED: Final = "(employee:Employee)-[:ASSIGNED_TO]->(case:Case)"
_CONCERNED: Final = "(case:Case)-[:CONCERNS]->(subject:Person|Business|Device)"
_TAKEN: Final = "(employee:Employee)<-[:BY]-(override:Override)-[:OF]->(subject:Person)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A parameter that has the instant at which the period that is asked for begins."""

    name: str
    arguments: Mapping[str, str]

    def period(self, parameters: Mapping[str, Any]) -> Period:
        """The period."""
        since, until = (parameters.get(self.arguments.get(name, "")) for name in ("from", "to"))
        return Period.of(since, until, parameters["today"])

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Its value, of those of the statement."""
        return {self.name: begins(self.period(parameters).begins)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Usages:
    """The answer of one `usage`: of each unit that is asked for, in that order, what may be told."""

    coordinate: str
    name: str
    units: str
    """The parameter that names them."""
    days: Days
    selections: tuple[Selection, ...]
    objects: Mapping[int, Object]
    rules: Rules
    ways: Ways

    # --- before the log is asked ---

    def asked(self, record: Record, parameters: Mapping[str, Any]) -> tuple[list[str], list[str], Period]:
        """The units that may be told of, whom rights of their own open to those who work there, and the period."""
        rows = [row for row in (record.get(self.name) or {}).get("rows") or () if not row["closed"]]
        rights = [right for row in rows for name in ("assigned", "taken") for right in row[name]]
        subjects = {subject for right in rights for subject in right["subjects"]}
        return [row["id"] for row in rows], sorted(subjects), self.days.period(parameters)

    # --- the answer ---

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> list[Any]:
        """Each unit's."""
        rows = {row["id"]: row for row in (found or {}).get("rows") or ()}
        may = bool(found and found["controller"])
        return [self._unit(rows.get(each), found, shaping, may=may) for each in shaping.parameters[self.units]]

    def _unit(self, row: Record | None, found: Record, shaping: Shaping, *, may: bool) -> dict[str, Any] | None:
        if not may or row is None:
            shaping.note(self.coordinate, missing(staff=shaping.staff) if may else reserved(staff=shaping.staff))
            return None
        if row["closed"]:
            shaping.note(self.coordinate, first(frozenset(row["closed"]), CODE_ORDER))
            return None
        of = _Unit(row=row, found=found, used=shaping.usages[self.name], period=self.days.period(shaping.parameters), ways=self.ways)
        return {child.key: self._of_unit(child, of, shaping) for child in self.selections}

    def _of_unit(self, child: Selection, of: "_Unit", shaping: Shaping) -> Any:
        match child.field:
            case "unit":
                return self._node(child, of.found["units"], of.row["id"], shaping)
            case "from":
                return of.period.begins
            case "to":
                return of.period.ends
            case "since":
                return of.used.since
            case "seats":
                return [{each.key: self._of_seat(each, seat, of, shaping) for each in child.children} for seat in of.seats()]
            case "assignments" | "overrides" as name:
                standing = of.assignments if name == "assignments" else of.overrides
                return {each.key: standing.count if each.field == "standing" else standing.unused for each in child.children}
            case name:
                return _figure(name, of.counted)

    def _of_seat(self, child: Selection, seat: "_Seat", of: "_Unit", shaping: Shaping) -> Any:
        match child.field:
            case "role":
                return self._node(child, of.found["roles"], seat.role, shaping)
            case "rules":
                return [{each.key: self._of_rule(each, rule, seat, shaping) for each in child.children} for rule in self._rules(seat)]
            case name:
                return _figure(name, seat.counted)

    def _rules(self, seat: "_Seat") -> list[str]:
        """Those by which whoever holds the seat can look, and those by which somebody did; in the order of the rules."""
        order = {rule: place for place, rule in enumerate(dict.fromkeys(each.id for each in self.rules.grants))}
        by = {*seat.rules, *(rule for each in seat.counted.tallies for rule in each.rules)}
        return sorted(by, key=lambda rule: (order.get(rule, len(order)), rule))

    def _of_rule(self, child: Selection, rule: str, seat: "_Seat", shaping: Shaping) -> Any:
        match child.field:
            case "rule":
                return rule
            case "text":
                return rule_told(self.rules.grants, rule, language(child, shaping))
            case "unused" if rule not in seat.rules:
                return None
            case name:
                return _figure(name, seat.counted.by(rule))

    def _node(self, child: Selection, nodes: Sequence[Record], id_: str | None, shaping: Shaping) -> Any:
        node = next((each for each in nodes if each["key"] == id_), None)
        return None if node is None else self.objects[id(child)].shaped(node["record"], node, shaping)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seat:
    """A role at a unit, and what was looked up from it; without a role, from what is none of its seats now."""

    role: str | None
    rules: tuple[str, ...]
    counted: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What the graph and the log have of one unit."""

    row: Record
    found: Record
    used: Used
    period: Period
    ways: Ways

    @property
    def counted(self) -> Counted:
        """All of it."""
        holders = {ident for seat in self.row["seats"] for ident in seat["holders"]}
        return self._counted(holders, tallied(self.used.tallies, unit=self.row["id"]))

    def seats(self) -> Iterator[_Seat]:
        """Its roles by their names, and then what was looked up from elsewhere."""
        by_role: dict[str, list[Record]] = {}
        for seat in self.row["seats"]:
            by_role.setdefault(seat["role"], []).append(seat)
        for role, seats in sorted(by_role.items(), key=lambda each: (each[1][0]["name"] or "", each[0])):
            tallies = tallied(self.used.tallies, unit=self.row["id"], seats=frozenset(seat["position"] for seat in seats))
            holders = {ident for seat in seats for ident in seat["holders"]}
            yield _Seat(role=role, rules=self.ways.seated.get(seats[0]["reach"] or "", ()), counted=self._counted(holders, tallies))
        known = frozenset(seat["position"] for seat in self.row["seats"])
        if other := tallied(self.used.tallies, unit=self.row["id"], but=known):
            yield _Seat(role=None, rules=(), counted=self._counted(set(), other))

    def _counted(self, holders: set[str], tallies: tuple[Tally, ...]) -> Counted:
        return Counted(holders=frozenset(holders), tallies=tallies, assigned=self.ways.assigned)

    @property
    def assignments(self) -> Standing:
        """Open cases that are assigned to those who work there."""
        return Standing.of(self._rights("assigned"), self.used, self.ways.assigned)

    @property
    def overrides(self) -> Standing:
        """Overrides of theirs that stand."""
        return Standing.of(self._rights("taken"), self.used, self.ways.taken)

    def _rights(self, name: str) -> list[Right]:
        return [Right(actor=each["actor"], subjects=tuple(each["subjects"])) for each in self.row[name]]


def _figure(name: str, counted: Counted) -> Any:
    match name:
        case "holders":
            return len(counted.holders)
        case "unused":
            return counted.unused
        case "refusedCount":
            return counted.refused
        case "withoutCaseCount":
            return counted.without_case
        case "lastDay":
            return counted.last
        case _:
            return counted.count


def _is_close(denial: Denial) -> bool:
    return denial.code == SELF.code


# --- the statement -----------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Usage:
    """Draws one `usage` into a statement."""

    fields: Fields
    selection: Selection

    def drawn(self, name: str) -> tuple[list[str], Usages, tuple[Days, Distinct]]:
        """The lines that bind what the graph says to the name, the shape of the answer, and the parameters that they take."""
        arguments, objects = self.selection.arguments, dict[int, Object]()
        days, units = Days(name=f"{name}Begins", arguments=arguments), Distinct(argument=arguments["units"])
        shape = Usages(
            coordinate=f"{self.selection.on}.{self.selection.field}",
            name=name,
            units=arguments["units"],
            days=days,
            selections=self.selection.children,
            objects=objects,
            rules=self.fields.context.rules,
            ways=Ways.of(self.fields.context.rules),
        )
        if self.fields.context.kind is not ViewerKind.EMPLOYEE:
            return [f"WITH *, null AS {name}"], shape, (days, units)
        names = self.fields.context.names
        numbered, names.numbered = names.numbered, True
        lines = self._lines(name, f"${units.name}", f"${days.name}", objects)
        names.numbered = numbered
        return lines, shape, (days, units)

    def _lines(self, name: str, units: str, begins: str, objects: dict[int, Object]) -> list[str]:
        may = controller(self.fields.context)
        asked = [child for child in self.selection.children if child.field == "unit"]
        roles = [each for child in self.selection.children if child.field == "seats" for each in child.children if each.field == "role"]
        unit, of_unit = listed_once(self.fields, asked, "unit", "Unit", objects)
        role, of_role = listed_once(self.fields, roles, "role", "Role", objects)
        seats = "[each IN seats WHERE each.unit.id = one.unit.id | {position: each.position, role: each.role.id, name: each.role.name, "
        row = {"id": "one.unit.id", "closed": "one.closed", "assigned": "one.assigned", "taken": "one.taken"}
        row |= {"seats": seats + "reach: each.role.reach, holders: each.holders}]"}
        rows = f"[one IN open | {map_of(row)}]"
        body = [
            *call(["ctx"], self._open(f"CASE WHEN ctx.permitted AND {may} THEN {units} ELSE [] END", begins)),
            *call(["open"], self._seats()),
            *call(["ctx", "seats"], [*role, f"RETURN collect({map_of({'key': 'role.id', 'record': of_role})}) AS roles"]),
            *call(
                ["ctx", "open"],
                ["WITH ctx, open AS seats", *unit, f"RETURN collect({map_of({'key': 'unit.id', 'record': of_unit})}) AS units"],
            ),
            f"RETURN {map_of({'controller': may, 'rows': rows, 'roles': 'roles', 'units': 'units'})} AS {name}",
        ]
        return call(["ctx"], body)

    def _open(self, asked: str, begins: str) -> list[str]:
        """The units, each with the codes that close it and with the rights of their own of those who work there."""
        return [
            f"UNWIND {asked} AS id",
            "MATCH (unit:Unit {id: id})",
            "WHERE unit.retractedAt IS NULL",
            *call(["ctx", "unit"], self._closing(begins)),
            *call(["unit"], self._assigned()),
            *call(["unit"], self._taken()),
            "RETURN collect({unit: unit, closed: closed, assigned: assigned, taken: taken}) AS open",
        ]

    def _closing(self, begins: str) -> list[str]:
        """Whether the viewer, or somebody close to them, works there or did in the period. That somebody else with a protected address does
        is told to nobody: no unit is closed for them."""
        staff, own = self._walk(_STAFF, When.ANY_TIME, unit="unit"), parse(OWN_PERSON)
        walked = staff.clauses(staff.pattern.edges)
        held, employee = staff.bound["held"], staff.bound["employee"]
        self_ = Walk(pattern=own, names=self.fields.context.names, bound={"viewer": employee}, when=When.ANY_TIME)
        persons = self_.clauses(own.edges)
        person = self.fields.judge().subject(self_.bound["self"], "Person")
        close, unknown, protected = (
            person.codes(tuple(each for each in person.pair.core if of(each)))
            for of in (_is_close, lambda each: each.id == UNKNOWN_IDENTITY.id, lambda each: each.id == ADDRESS_PROTECTION.id)
        )
        own_ = f"{employee}.id = ctx.id OR {same(self.fields.context.names, employee)}"
        return [
            *narrowed(walked, [f"coalesce({held}.validTo > {begins}, true)"]),
            f"WITH DISTINCT ctx, {employee}",
            *persons,
            f"WITH DISTINCT ctx, {employee}, {self_.bound['self']}",
            f"WITH {employee}, {self_.bound['self']}, ctx, {close} AS close, {unknown} AS unknown",
            "WHERE size(close + unknown) > 0",
            f"WITH close, unknown, {own_} AS own, {protected} AS hiding",
            "UNWIND unknown + CASE WHEN own OR size(hiding) = 0 THEN close ELSE [] END AS code",
            "RETURN collect(DISTINCT code) AS closed",
        ]

    def _seats(self) -> list[str]:
        """The seats at these units, each with its role and the idents of those who hold it."""
        seat = self._walk(_SEATS, When.NOW, unit="unit")
        walked = seat.clauses(seat.pattern.edges)
        position, role = seat.bound["position"], seat.bound["role"]
        holder = self._walk(_HOLDERS, When.NOW, position=position)
        held = [*holder.clauses(holder.pattern.edges), f"RETURN DISTINCT {holder.bound['employee']}.ident"]
        row = {"unit": "unit", "position": f"{position}.id", "role": role, "holders": block("COLLECT", held)}
        return [
            "UNWIND open AS each",
            "WITH each.unit AS unit WHERE size(each.closed) = 0",
            *walked,
            f"WITH DISTINCT unit, {position}, {role}",
            f"RETURN collect({map_of(row)}) AS seats",
        ]

    def _assigned(self) -> list[str]:
        """Open cases that are assigned to those who work there, each with whom it concerns."""
        staff, employee = self._at_work()
        case = self._walk(_ASSIGNED, When.NOW, employee=employee)
        walked = case.clauses(case.pattern.edges, (parse_condition(OPEN_CASE),))
        concerned = self._walk(_CONCERNED, When.NOW, case=case.bound["case"])
        of = block("COLLECT", [*concerned.clauses(concerned.pattern.edges), f"RETURN DISTINCT {concerned.bound['subject']}.id"])
        right = map_of({"actor": f"{employee}.ident", "subjects": of})
        return [*staff, *walked, f"WITH DISTINCT {employee}, {case.bound['case']}", f"RETURN collect({right}) AS assigned"]

    def _taken(self) -> list[str]:
        """Overrides that those who work there have taken, and that stand."""
        staff, employee = self._at_work()
        taken = self._walk(_TAKEN, When.NOW, employee=employee)
        walked = taken.clauses(taken.pattern.edges)
        right = map_of({"actor": f"{employee}.ident", "subjects": f"[{taken.bound['subject']}.id]"})
        return [
            *staff,
            *walked,
            f"WITH DISTINCT {employee}, {taken.bound['override']}, {taken.bound['subject']}",
            f"RETURN collect({right}) AS taken",
        ]

    def _at_work(self) -> tuple[list[str], str]:
        walk = self._walk(_AT_WORK, When.NOW, unit="unit")
        lines = walk.clauses(walk.pattern.edges)
        return [*lines, f"WITH DISTINCT {walk.bound['employee']}"], walk.bound["employee"]

    def _walk(self, pattern: str, when: When, **bound: str) -> Walk:
        return Walk(pattern=parse(pattern), names=self.fields.context.names, bound=dict(bound), when=when)
