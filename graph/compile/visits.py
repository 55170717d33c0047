"""`visits` in Cypher: whether the asker may know who looked somebody up, and from which seats of the log enough could have done it.

What the log has comes with the request: the statement is told the seats alone, and gives back those that may be told. So whether the
asker may ask, and what is told of a seat, is decided by the graph, and nothing of the log leaves where it says no.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from auth.category import PERSONAL, Category
from auth.decide import entries, missing
from auth.groups import grouped
from auth.pattern import parse
from auth.rule import Rules, When
from auth.rules.messages import purpose_told, rule_told
from auth.rules.terms import PURPOSE_COVERS, ROLE_COVERS
from auth.viewer import ViewerKind
from auth.visit import MANY, OF_CASES, OF_RIGHTS, By, History, LookUp, Visit
from graph.compile.disclosed import ASKED, key, marks
from graph.compile.fields import COUNTED, Fields, apart, only
from graph.compile.rights import Inner
from graph.compile.shape import TOO_MANY, Listing, Object, Record, Shaping
from graph.compile.text import Times, Walk, block, call, literal, map_of, narrowed
from graph.compile.who.known import HIDDEN_UNIT
from graph.compile.who.ways import needs
from graph.selection import Selection
from graph.views import VIEWS

ASKERS: Final = frozenset({ViewerKind.EMPLOYEE, ViewerKind.PERSON})
"""Kinds of viewers who can be answered; to systems and analysts it is as if the person did not exist."""
NOTICE: Final = {
    "nb": "Oppslag kan være holdt tilbake etter loven for en tid.",
    "en": "Look-ups may be withheld by law for a time.",
}
"""Stands with every answer, so that it tells nothing (A22)."""

_THEN: Final = Times(asked="asked.at")
"""A seat is told of as it was when somebody looked from it."""
_SEAT: Final = parse("(position:Position)-[:AT]->(unit:Unit), (position)-[:IN]->(role:Role)")
_STAFF: Final = parse("(employee:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)")
_ALIKE: Final = parse("(unit:Unit)<-[:AT]-(other:Position)-[:IN]->(role:Role), (other)<-[:HOLDS]-(holder:Employee)")
_ALL: Final = frozenset(entries(PERSONAL))
_OF_GAP: Final = {"from": "begins", "to": "ends", "reason": "why"}
_DAYS: Final = frozenset({"lookUpCount", "lastDay"})
_OWN: Final = ("Person.", *ASKED)
"""What the coordinates begin with that are in the log whatever they held."""
_ABOVE: Final = parse("(unit:Unit)-[:PART_OF]->(above:Unit)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A visit as the asker may know it."""

    visit: Visit
    size: Mapping[str, int]
    exact: bool
    unit: Record | None = None
    role: Record | None = None
    purpose: str | None = None
    """The purpose, unless it would tell of a protection that the asker may not know of."""
    opened: frozenset[str] = frozenset()
    """What of the person is open to the asker."""
    rules: frozenset[str] = frozenset()
    """The rules that gave, of which the asker may know."""

    @property
    def position(self) -> tuple[Any, ...]:
        """Where it stands: by day, and by its id within the day, for the hour of some is not told."""
        return (dict(self.size), self.visit.day, self.visit.id)

    @property
    def plain(self) -> dict[str, Any]:
        """The fields that are values."""
        visit = self.visit
        return {
            **{name: getattr(visit, name) for name in ("id", "day", "pseudonym", "system", "override")},
            **{name: str(getattr(visit, name)).upper() for name in ("by", "manner", "result")},
            "firstAt": visit.first if self.exact else None,
            "lastAt": visit.last if self.exact else None,
            "exact": self.exact,
            "onBehalfOf": visit.behalf,
            "purpose": self.purpose,
            "categories": [str(each) for each in visit.categories],
            "lookUpCount": len(visit.look_ups),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits(Listing):
    """A page of visits; one that the viewer may not ask for is as that of someone who does not exist (A17)."""

    arguments: Mapping[str, str]
    there: str
    """Where the record has the type of the subject, whether or not it may be asked about."""
    seats: str
    """The parameter that has the seats."""
    objects: Mapping[int, Object]
    rules: Rules
    needs: Mapping[str, frozenset[str]]
    """What must be open to whoever is told that a rule gave."""

    # --- before the graph is asked ---

    def subject(self, parameters: Mapping[str, Any]) -> str:
        """Whom it is about."""
        return str(parameters[self.arguments["subject"]])

    def upto(self, parameters: Mapping[str, Any]) -> Mapping[str, int] | None:
        """The size of each chain as of which the pages before were given."""
        after = parameters[self.after]
        return after[0] if after else None

    def asked(self, history: History, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The seats that the graph must tell of: those of the page, or of all where they decide what is on it."""
        # The graph has not said yet which of the two is told.
        return self.seats_of([*self._seen(history.visits, parameters), *self._seen(history.plain, parameters)])

    def _seen(self, visits: Iterable[Visit], parameters: Mapping[str, Any]) -> list[Visit]:
        """Those of the visits that are on the page, or decide what is."""
        wanted = self._wanted(visits, parameters)
        if self._given("unit", parameters) is None and not any(child.field == "byUnit" for child in self.selections):
            return [each for each in wanted if self._comes(each, parameters)][: parameters[self.first] + 1]
        return wanted

    @staticmethod
    def seats_of(visits: Iterable[Visit]) -> list[dict[str, Any]]:
        """The seats of visits, as the graph is asked of them."""
        found = {each.seat: each for each in visits if each.seat}
        return [
            {"key": key, "at": each.begins, "position": each.position or "", "ident": "" if each.position else each.ident or ""}
            for key, each in found.items()
        ]

    def _wanted(self, visits: Iterable[Visit], parameters: Mapping[str, Any]) -> list[Visit]:
        """The visits that are asked for, but for the unit: the newest first."""
        begins, ends = (self._given(name, parameters) for name in ("from", "to"))
        category, visit = (self._given(name, parameters) for name in ("category", "visit"))
        found = [
            each
            for each in visits
            if (begins or "") <= each.day
            and (ends is None or each.day <= ends)
            and category in (None, *map(str, each.categories))
            and visit in (None, each.id)
        ]
        return sorted(sorted(found, key=lambda each: each.id), key=lambda each: each.day, reverse=True)

    def _comes(self, visit: Visit, parameters: Mapping[str, Any]) -> bool:
        """Whether it comes after the pages before."""
        if not parameters[self.after]:
            return True
        _, day, id_ = parameters[self.after]
        return visit.day < str(day) or (visit.day == day and visit.id > id_)

    def _given(self, name: str, parameters: Mapping[str, Any]) -> Any:
        argument = self.arguments.get(name)
        return parameters.get(argument) if argument else None

    # --- the answer ---

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        there, history, subject = record.get(self.there), shaping.histories.get(self.seats), self.subject(shaping.parameters)
        with shaping.told.about(subject if there else None, there or "", key("id", subject)) as about:
            if found is None or history is None:
                shaping.note(self.coordinate, missing(staff=shaping.staff))
                return self.connection((), None, shaping)
            shaping.misplaced |= not found["concerned"]
            about.give(self.coordinate, Category.TRACE)
            about.marks |= marks(found["mask"])
            return self._answer(found, history, shaping)

    def _answer(self, found: Record, history: History, shaping: Shaping) -> dict[str, Any]:
        visits = history.visits if _opened(found) >= OF_RIGHTS else history.plain
        wanted, unit = self._wanted(visits, shaping.parameters), self._given("unit", shaping.parameters)
        every = [one for one in map(self.telling(found, history), wanted) if unit is None or (one.unit or {}).get("id") == unit]
        rows = [{"position": one.position, "shown": one} for one in every if self._comes(one.visit, shaping.parameters)]
        return self.connection(rows, {"every": every, "history": history, "cased": _opened(found) >= OF_CASES}, shaping)

    def telling(self, found: Record, history: History) -> Callable[[Visit], Shown]:
        """How a visit is told, by what the graph says of the seats."""
        seats, units, roles = ({each["key"]: each for each in found[name]} for name in ("seats", "units", "roles"))
        opened = _opened(found)
        known = frozenset(rule for rule, needs in self.needs.items() if needs <= opened)

        def shown(visit: Visit) -> Shown:
            seat = seats.get(visit.seat) or {}
            return Shown(
                visit=visit,
                size=history.size,
                exact=not visit.seated or bool(seat.get("many")),
                unit=units.get(seat.get("unit")),
                role=roles.get(seat.get("role")),
                purpose=None if visit.purpose in found["telling"] else visit.purpose,
                opened=opened,
                rules=frozenset(each for each in visit.rules if visit.own or each in known or (each not in self.needs and opened >= _ALL)),
            )

        return shown

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many there are, the notice, and since when the log is complete."""
        if child.field == "notice":
            return NOTICE[language(child, shaping)]
        if found is None:
            return None
        match child.field:
            case "completeSince":
                return found["history"].since
            case "gaps":
                return [{each.key: getattr(gap, _OF_GAP[each.field]) for each in child.children} for gap in found["history"].gaps]
            case "erased":
                return found["history"].erased
            case "byUnit":
                return self._by_unit(child, found["every"], shaping, cased=found["cased"])
            case "byRule":
                return self._by_rule(child, found["every"], shaping)
            case _:
                return counted(child, len(found["every"]), shaping)

    def _by_unit(self, child: Selection, every: Sequence[Shown], shaping: Shaping, *, cased: bool) -> list[dict[str, Any]]:
        """How often somebody looked from each unit, as it is told."""
        units: dict[str, list[Shown]] = {}
        for each in every:
            units.setdefault(str((each.unit or {}).get("id", "")), []).append(each)
        ordered = sorted(units.items(), key=lambda of: (-sum(len(each.visit.look_ups) for each in of[1]), of[0]))
        return [{each.key: self._of_unit(each, those, shaping, cased=cased) for each in child.children} for _, those in ordered]

    def _by_rule(self, child: Selection, every: Sequence[Shown], shaping: Shaping) -> list[dict[str, Any]]:
        """How often each rule told something, in the order of the rules."""
        order = {rule: place for place, rule in enumerate(dict.fromkeys(each.id for each in self.rules.grants))}
        used: dict[str, list[str]] = {}
        for shown, it in ((each, it) for each in every for it in each.visit.look_ups):
            for rule in shown.rules.intersection(it.rules):
                used.setdefault(rule, []).append(shown.visit.day)
        told = sorted(used.items(), key=lambda of: (order.get(of[0], len(order)), of[0]))
        return [
            {**self._rule(child, rule, shaping), **{each.key: _of_days(each, days) for each in child.children if each.field in _DAYS}}
            for rule, days in told
        ]

    def _of_unit(self, child: Selection, those: Sequence[Shown], shaping: Shaping, *, cased: bool) -> Any:
        look_ups = [(each.visit, it) for each in those for it in each.visit.look_ups]
        match child.field:
            case "unit":
                return self._value(child, those[0], shaping)
            case "visitCount":
                return len(those)
            case "refusedCount":
                return sum(visit.refused for visit, _ in look_ups)
            case "withoutCaseCount":
                return sum(visit.by is By.EMPLOYEE and not (visit.refused or it.cased) for visit, it in look_ups) if cased else None
            case "lastDay":
                return max(each.visit.day for each in those)
            case _:
                return len(look_ups)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The visit."""
        return {each.key: self._value(each, row["shown"], shaping) for each in child.children}

    def _value(self, child: Selection, shown: Shown, shaping: Shaping) -> Any:
        match child.field:
            case "unit" | "role" as name:
                node: Record | None = getattr(shown, name)
                return None if node is None else self.objects[id(child)].shaped(node["record"], node, shaping)
            case "purposeText":
                return purpose_told(shown.purpose, language(child, shaping)) if shown.purpose else None
            case "rules":
                return [self._rule(child, rule, shaping) for rule in shown.visit.rules if rule in shown.rules]
            case "lookUps":
                return LookUps.of(child, (), selections=child.children).shaped(shown, {}, shaping)
            case name:
                return shown.plain[name]

    def _rule(self, child: Selection, rule: str, shaping: Shaping) -> dict[str, Any]:
        return {
            each.key: rule if each.field == "rule" else rule_told(self.rules.grants, rule, language(each, shaping))
            for each in child.children
            if each.field not in _DAYS
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUps(Listing):
    """A page of the look-ups of one visit."""

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection. A cursor is of one visit, and cuts no other: at which hour that was would show by what is left of it."""
        after, visit = shaping.parameters[self.after], found.visit
        below = tuple(after[1:]) if after and after[0] == visit.id else None
        left = [each for each in visit.look_ups if below is None or each.place < below]
        rows = [{"position": [visit.id, *each.place], "it": each, "of": found} for each in left]
        return self.connection(rows, {"total": len(visit.look_ups)}, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The look-up."""
        it, of = row["it"], row["of"]
        told = {"at": it.at if of.exact else None, "categories": [str(each) for each in it.categories], "fields": _fields(it, of.opened)}
        return {each.key: told[each.field] for each in child.children}

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many they are."""
        return counted(child, found["total"], shaping)


def _fields(it: LookUp, opened: frozenset[str]) -> list[str]:
    """The fields that were seen. Those below the person's own say by being there that there is such a thing, as a protection: they are told
    to whoever reads all that the look-up told."""
    whole = opened.issuperset(map(str, it.categories))
    return [each for each in it.fields if whole or each.startswith(_OWN)]


def _opened(found: Record) -> frozenset[str]:
    """What of the person is open to the asker; nothing where a place of theirs is closed, which much could tell."""
    return frozenset(() if found["shut"] else found["mask"])


def _of_days(child: Selection, days: Sequence[str]) -> int | str:
    return len(days) if child.field == "lookUpCount" else max(days)


def counted(child: Selection, total: int, shaping: Shaping) -> int | None:
    """How many there are, where that is told."""
    if total > COUNTED:
        shaping.note(f"{child.on}.totalCount", TOO_MANY)
        return None
    return total


def language(child: Selection, shaping: Shaping) -> str:
    """The language that a text is asked for in."""
    return str(shaping.parameters[child.arguments["language"]]).lower()


# --- the statement -----------------------------------------------------------------------------------------------------


def _needs(rules: Rules) -> dict[str, frozenset[str]]:
    """Of each rule what must be open to whoever is told that it gave: all that its path tells of. The log has the rule and not the path,
    so rows in every theme, and all that rules of the same name tell."""
    found: dict[str, frozenset[str]] = {}
    for grant in rules.grants:
        found[grant.id] = found.get(grant.id, frozenset()).union(entries(needs(grouped(grant))))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """Draws one `visits` into a statement."""

    shape: ClassVar[type[Visits]] = Visits

    fields: Fields
    selection: Selection

    def beside(self) -> dict[str, str]:
        """What the record has beside, of the subject."""
        return {}

    def drawn(self, variable: str) -> tuple[list[str], Visits]:
        """The lines that bind what the graph says to the variable, and the shape of the answer."""
        names, arguments = self.fields.context.names, self.selection.arguments
        there, objects = names.fresh("there"), dict[int, Object]()
        page = self.shape.of(
            self.selection,
            (),
            selections=self.selection.children,
            arguments=arguments,
            there=there,
            seats=f"{variable}Seats",
            objects=objects,
            rules=self.fields.context.rules,
            needs=_needs(self.fields.context.rules),
        )
        found = f"MATCH (sought:Person {{id: ${arguments['subject']}}})"
        tests = "WHERE ctx.permitted AND sought.retractedAt IS NULL"
        sought = call(["ctx"], [found, tests, f"RETURN head(collect('Person')) AS {there}"])
        if self.fields.context.kind not in ASKERS:
            return [*sought, f"WITH *, null AS {variable}"], page
        numbered, names.numbered = names.numbered, True
        lines = call(["ctx"], self._lines(page.seats, variable, objects))
        names.numbered = numbered
        return [*sought, *lines], page

    def _lines(self, seats: str, variable: str, objects: dict[int, Object]) -> list[str]:
        judge, inner = self.fields.judge(), Inner()
        subject = judge.subject("subject", "Person")
        mask = judge.mask(subject, inner)
        shut = subject.codes(subject.pair.places)
        record = {each: each for each in ("mask", "concerned", "telling", "units", "roles")}
        record["seats"] = "[each IN seats | {key: each.key, many: each.many, unit: each.unit.id, role: each.role.id}]"
        record |= {"shut": "size(shut) > 0"} | self.beside()
        return [
            f"MATCH (subject:Person {{id: ${self.selection.arguments['subject']}}})",
            "WHERE ctx.permitted AND subject.retractedAt IS NULL",
            *inner.before,
            f"WITH *, {mask} AS mask, {judge.concerned(VIEWS['Person'], 'subject')} AS concerned, {shut} AS shut",
            f"WITH * WHERE {literal(str(Category.TRACE))} IN mask",
            f"WITH *, {literal(str(Category.PROTECTION))} IN mask AS knows",
            # The units that look tell where someone is (A10).
            f"WITH *, CASE WHEN size(shut) = 0 THEN coalesce(${seats}, []) ELSE [] END AS wanted",
            *call(["wanted"], self._seats()),
            *call(["ctx", "seats"], self._units(objects)),
            *call(["ctx", "seats", "knows"], self._roles(objects)),
            f"WITH *, CASE WHEN knows THEN [] ELSE {self._telling()} END AS telling",
            f"RETURN head(collect({map_of(record)})) AS {variable}",
        ]

    def _seats(self) -> list[str]:
        """Each seat with its unit and role as they were then, where enough could have held it; where not, with the unit above."""
        names = self.fields.context.names
        seat = Walk(pattern=_SEAT, names=names, bound={"position": "position"}, when=_THEN)
        alike = Walk(pattern=_ALIKE, names=names, bound={"unit": "unit", "role": "role"}, when=_THEN)
        walked, held = seat.clauses(_SEAT.edges), alike.clauses(_ALIKE.edges)
        above = Walk(pattern=_ABOVE, names=names, bound={"unit": "unit"}, when=_THEN)
        parents = above.clauses(_ABOVE.edges)
        return [
            "UNWIND wanted AS asked",
            *call(["asked"], self._positions()),
            "WITH asked, head(positions) AS position WHERE size(positions) = 1",
            *walked,
            f"WITH asked, {seat.bound['unit']} AS unit, {seat.bound['role']} AS role ORDER BY unit.id, role.code, role.id",
            "WITH asked, head(collect({unit: unit, role: role})) AS place",
            "WITH asked, place.unit AS unit, place.role AS role",
            *call(
                ["asked", "unit", "role"],
                [*held, f"WITH DISTINCT {alike.bound['holder']} AS one LIMIT {MANY}", f"RETURN count(one) >= {MANY} AS many"],
            ),
            *call(
                ["asked", "unit"],
                [*parents, f"WITH {above.bound['above']} AS parent ORDER BY parent.id", "RETURN head(collect(parent)) AS above"],
            ),
            "WITH asked.key AS key, many, CASE WHEN many THEN unit ELSE above END AS unit, CASE WHEN many THEN role END AS role",
            "RETURN collect({key: key, many: many, unit: unit, role: role}) AS seats",
        ]

    def _positions(self) -> list[str]:
        """The positions that a seat of the log may be: the one that gave, or those of the employee then."""
        names = self.fields.context.names
        staff = Walk(pattern=_STAFF, names=names, bound={"employee": "employee"}, when=_THEN)
        walked = staff.clauses(_STAFF.edges)
        union = [
            "MATCH (position:Position {id: asked.position})",
            "WHERE position.retractedAt IS NULL",
            "RETURN position",
            "UNION",
            "MATCH (employee:Employee {ident: asked.ident})",
            "WHERE employee.retractedAt IS NULL",
            *walked,
            f"RETURN {staff.bound['position']} AS position",
        ]
        return [*call(["asked"], union), "RETURN collect(DISTINCT position) AS positions"]

    def _units(self, objects: dict[int, Object]) -> list[str]:
        """Lines that bind the units of the seats, each once, masked for the viewer; `id` is that which is told."""
        subject = self.fields.judge().subject("unit", "Unit")
        closed = f"size({subject.codes(subject.pair.places)}) > 0"
        return self._nodes("unit", "Unit", objects, id_=f"CASE WHEN {closed} THEN {literal(HIDDEN_UNIT)} ELSE unit.id END")

    def _roles(self, objects: dict[int, Object]) -> list[str]:
        """Lines that bind their roles, but for those that would tell of a protection that the viewer may not know of."""
        covers = Walk(pattern=parse(ROLE_COVERS), names=self.fields.context.names, bound={"role": "role"}, when=When.EVEN_RETRACTED)
        protects = block("EXISTS", [*_of_protections(covers), "RETURN 1 LIMIT 1"])
        return self._nodes("role", "Role", objects, id_="role.id", tests=[f"WITH * WHERE knows OR NOT {protects}"])

    def _nodes(self, name: str, type_: str, objects: dict[int, Object], *, id_: str, tests: Sequence[str] = ()) -> list[str]:
        asked = [child for child in self._asked() if child.field == name]
        lines, record = listed_once(self.fields, asked, name, type_, objects, tests=tests)
        return [*lines, f"RETURN collect({map_of({'key': f'{name}.id', 'id': id_, 'record': record})}) AS {name}s"]

    def _asked(self) -> Iterator[Selection]:
        """What is asked of the visits, and of their units."""
        for child in self.selection.children:
            match child.field:
                case "edges":
                    yield from (each for node in child.children if node.field == "node" for each in node.children)
                case "byUnit":
                    yield from child.children
                case _:
                    pass

    def _telling(self) -> str:
        """The purposes that would tell of a protection."""
        walk = Walk(pattern=parse(PURPOSE_COVERS), names=self.fields.context.names, bound={}, when=When.EVEN_RETRACTED)
        lines = _of_protections(walk)
        return block("COLLECT", [*lines, f"RETURN DISTINCT {walk.bound['purpose']}.code AS code ORDER BY code"])


def listed_once(
    fields: Fields, asked: Sequence[Selection], name: str, type_: str, objects: dict[int, Object], *, tests: Sequence[str] = ()
) -> tuple[list[str], str]:
    """The lines that bind each node of that name in `seats` once, masked for the viewer, and its record; its shapes, by who asks."""
    view, inner, selections = VIEWS[type_], Inner(), apart(asked)
    rights, extra = fields.judge().rights(view, name, selections, inner, None)
    drawn = fields.drawn(view, name, "", rights, selections)
    whole = Object(leaves={type_: tuple(drawn.leaves)})
    for number, child in enumerate(asked):
        objects[id(child)] = only(whole, number)
    lines = [
        *call(["seats"], ["UNWIND seats AS each", f"RETURN collect(DISTINCT each.{name}) AS found"]),
        f"UNWIND found AS {name}",
        *tests,
        *inner.before,
        *inner.after,
        *drawn.lines,
    ]
    return lines, map_of({"it": map_of(drawn.values), "type": literal(type_), **extra})


def _of_protections(walk: Walk) -> list[str]:
    """The clauses of what covers, or has covered, protections."""
    lines = walk.clauses(walk.pattern.edges)
    return narrowed(lines, [f"{walk.bound['category']}.code = {literal(str(Category.PROTECTION))}"])
