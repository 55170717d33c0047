"""Requests for employees' names in Cypher: those that stand, a page by age; and one by its id, with who the viewer is to it (A23)."""

from dataclasses import dataclass, field
from typing import Any

from auth.category import Category
from auth.decide import reserved
from auth.groups import CONTROLLER
from auth.names import ANSWERS, REQUEST, SAME, Standing, Status
from auth.pattern import parse
from auth.rule import When
from auth.viewer import ViewerKind
from graph.change import Outcome
from graph.compile.fields import COUNTED, Fields
from graph.compile.shape import TOO_MANY, Listing, Record, Shaping
from graph.compile.text import Names, Walk, block, call, map_of, narrowed, where
from graph.selection import Selection
from graph.views import VIEWS

AT_WORK = {"id": "id", "ident": "ident", "name": "displayName"}
"""Who an employee is at work, by the fields that tell it."""

_SECOND = frozenset({"GRANTED_BY", "REFUSED_BY"})


# --- the answer --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How what was found of a request becomes what is asked of it."""

    selections: tuple[Selection, ...]

    def shaped(self, found: Record, shaping: Shaping) -> dict[str, Any]:
        """The request."""
        return {each.key: self._value(each, found, shaping) for each in self.selections}

    def _value(self, child: Selection, found: Record, shaping: Shaping) -> Any:
        answer = next((each for each in found["answers"] if each["type"] in _SECOND), None)
        match child.field:
            case "reason":
                return shaping.unseal(found["id"], found["reason"])
            case "status":
                return status(found, shaping.parameters["now"])
            case "askedBy":
                return employee(child, found["by"])
            case "answeredBy":
                return employee(child, answer["by"]) if answer else None
            case "answeredAt":
                return answer["at"] if answer else None
            case name:
                return found[name]


def employee(child: Selection, found: Record) -> dict[str, Any]:
    """Who an employee is at work."""
    return {each.key: found[each.field] for each in child.children}


def status(found: Record, now: int) -> Status:
    """What has become of a request."""
    return Status.of(frozenset(each["type"] for each in found["answers"]), stands=found["validTo"] is not None and found["validTo"] > now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings(Listing):
    """A page of requests, the oldest first; empty for all but controllers."""

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        if not found["controller"]:
            shaping.note(self.coordinate, reserved(staff=shaping.staff))
        rows, first = found["rows"], shaping.parameters[self.first]
        for row in rows[:first]:
            shaping.told.of(row["subject"], "Person").give(self.coordinate, Category.TRACE)
        return self.connection(rows, found, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The request."""
        return Shape(selections=child.children).shaped(row, shaping)

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many there are."""
        if found["total"] is None:
            shaping.note(f"{child.on}.{child.field}", TOO_MANY)
        return found["total"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Who the viewer is to what a mutation is about, and the request where there is one, under each key that asks for it."""

    nodes: tuple[Selection, ...]

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> Outcome:
        """What the change is judged by, and what it answers."""
        there = found["found"] or {}
        known = there.get("known") or {}
        request = known.get("request")
        shaping.misplaced |= bool(found["controller"] and known and not known["concerned"])
        standing = Standing(
            staff=shaping.staff,
            controller=found["controller"],
            found=bool(known),
            own=bool(request and request["mine"]),
            granted=any(each["mine"] for each in request["answers"] if each["type"] == "GRANTED_BY") if request else False,
            status=status(request, shaping.parameters["now"]) if request else None,
        )
        told = {each.key: Shape(selections=each.children).shaped(request, shaping) if request else None for each in self.nodes}
        return Outcome(subject=there.get("person") or "", standing=standing, nodes=told)


# --- the statement -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The variables of a request on its way into a statement."""

    request: str
    asker: str
    subject: str


@dataclass(slots=True, kw_only=True)
class NameRequests:
    """Draws one `nameRequests`, or what a mutation of them is judged by, into a statement."""

    fields: Fields
    selection: Selection
    controller: str = field(init=False)

    def __post_init__(self) -> None:
        self.controller = self.fields.context.flag(parse(CONTROLLER)) if self._employed else "false"

    @property
    def _employed(self) -> bool:
        """Nobody else is a controller, and nothing is looked for."""
        return self.fields.context.kind is ViewerKind.EMPLOYEE

    def drawn(self, variable: str) -> tuple[list[str], Standings]:
        """The lines that bind the requests that stand to the variable, and their shape."""
        asked = {child.field for child in self.selection.children} if self._employed else set()
        rows, total = self._fresh("rows"), self._fresh("total")
        lines = self._rows(rows) if asked & {"edges", "pageInfo"} else [f"WITH *, [] AS {rows}"]
        lines += self._total(total) if "totalCount" in asked else [f"WITH *, 0 AS {total}"]
        row = {"controller": self.controller, "rows": rows, "total": f"CASE WHEN {total} <= {COUNTED} THEN {total} END"}
        lines.append(f"WITH *, {map_of(row)} AS {variable}")
        return lines, Standings.of(self.selection, (), selections=self.selection.children)

    def _rows(self, variable: str) -> list[str]:
        """One page, and one request more, which tells whether there are more."""
        first, after = (f"${self.selection.arguments[each]}" for each in ("first", "after"))
        found, lines = self._standing()
        at, id_ = f"{found.request}.validFrom", f"{found.request}.id"
        record = self._record(found) | {"position": f"[{at}, {id_}]"}
        ordered = [
            f"WITH * WHERE {after} IS NULL OR {at} > {after}[0] OR ({at} = {after}[0] AND {id_} > {after}[1])",
            f"WITH * ORDER BY {at}, {id_} LIMIT {first} + 1",
        ]
        return call(["ctx"], [*lines, *ordered, f"RETURN collect({map_of(record)}) AS {variable}"])

    def _total(self, variable: str) -> list[str]:
        _, lines = self._standing()
        return call(["ctx"], [*lines, f"WITH * LIMIT {COUNTED + 1}", f"RETURN count(*) AS {variable}"])

    def _standing(self) -> tuple[_Found, list[str]]:
        """Requests that stand, about persons whom no core denial closes to the viewer."""
        walk = Walk(pattern=parse(REQUEST), names=self.fields.context.names, bound={}, when=When.NOW)
        lines = [*walk.begin("request"), *walk.clauses(walk.pattern.edges)]
        found = _Found(request=walk.bound["request"], asker=walk.bound["asker"], subject=walk.bound["subject"])
        open_ = f"UNWIND CASE WHEN ctx.permitted AND {self.controller} THEN [0] ELSE [] END AS {self._fresh('one')}"
        codes, closing = self._closing(found.subject)
        return found, [open_, *lines, f"WITH * WHERE {self._concerned(found.subject)}", closing, f"WITH * WHERE size({codes}) = 0"]

    def judged(self, variable: str) -> tuple[list[str], Judged]:
        """The lines that bind what a mutation is judged by, and its shape: `$subject` is the person that it names, if it names one,
        `$request` the request that it is about, or makes."""
        found = self._fresh("found")
        lines = [f"WITH *, null AS {found}"]
        if self._employed:
            lines = self._of_person(found) if "subject" in self.selection.arguments else self._of_request(found)
        nodes = tuple(child for child in self.selection.children if child.field == "nameRequest")
        return [*lines, f"WITH *, {map_of({'controller': self.controller, 'found': found})} AS {variable}"], Judged(nodes=nodes)

    def _of_person(self, variable: str) -> list[str]:
        """The person, where no core denial closes them to the viewer, and the request about them, once it is there."""
        person = self._fresh("person")
        walk = Walk(pattern=parse(REQUEST), names=self.fields.context.names, bound={"subject": person}, when=When.ANY_TIME)
        lines = walk.clauses(walk.pattern.edges)
        found = _Found(request=walk.bound["request"], asker=walk.bound["asker"], subject=person)
        made = block("COLLECT", [*narrowed(lines, [f"{found.request}.id = $request"]), f"RETURN {map_of(self._record(found))}"])
        return self._judged([f"MATCH ({person}:Person {{id: $subject}})"], person, f"head({made})", variable)

    def _of_request(self, variable: str) -> list[str]:
        """The request, whatever has become of it, where no core denial closes the person to the viewer."""
        request = self._fresh("request")
        walk = Walk(pattern=parse(REQUEST), names=self.fields.context.names, bound={"request": request}, when=When.ANY_TIME)
        lines = walk.clauses(walk.pattern.edges)
        found = _Found(request=request, asker=walk.bound["asker"], subject=walk.bound["subject"])
        begins = [f"MATCH ({request}:NameRequest {{id: $request}})", where([f"{request}.retractedAt IS NULL"]), *lines]
        return self._judged(begins, found.subject, map_of(self._record(found)), variable)

    def _judged(self, lines: list[str], person: str, request: str, variable: str) -> list[str]:
        """Whom it is about, and what is known where no core denial stands between."""
        codes, closing = self._closing(person)
        known = map_of({"concerned": self._concerned(person), "request": request})
        row = map_of({"person": f"{person}.id", "known": f"CASE WHEN size({codes}) = 0 THEN {known} END"})
        there = f"WITH * WHERE ctx.permitted AND {person}.retractedAt IS NULL"
        return call(["ctx"], [*lines, there, closing, f"RETURN head(collect({row})) AS {variable}"])

    def _record(self, found: _Found) -> dict[str, str]:
        """What is told of a request."""
        answer, other = self._fresh("answer"), self._fresh("other")
        told = {"type": f"type({answer})", "at": f"{answer}.validFrom", "mine": f"{other}.id = ctx.id", "by": _at_work(other)}
        answers = [
            f"MATCH ({found.request})-[{answer}:{'|'.join(ANSWERS)}]->({other}:Employee)",
            f"WHERE {answer}.retractedAt IS NULL AND {other}.retractedAt IS NULL",
            f"RETURN {map_of(told)} ORDER BY {answer}.validFrom, {answer}.id",
        ]
        return {
            "id": f"{found.request}.id",
            "subject": f"{found.subject}.id",
            "reason": f"{found.request}.reason",
            "askedAt": f"{found.request}.validFrom",
            "validTo": f"{found.request}.validTo",
            "mine": f"({found.asker}.id = ctx.id OR {same(self.fields.context.names, found.asker)})",
            "by": _at_work(found.asker),
            "answers": block("COLLECT", answers),
        }

    def _closing(self, person: str) -> tuple[str, str]:
        """The variable of the codes of the core denials between the viewer and the person, and the line that binds it."""
        subject, codes = self.fields.judge().subject(person, "Person"), self._fresh("codes")
        return codes, f"WITH *, {subject.codes(subject.pair.core)} AS {codes}"

    def _concerned(self, person: str) -> str:
        return self.fields.judge().concerned(VIEWS["Person"], person)

    def _fresh(self, word: str) -> str:
        return self.fields.context.names.fresh(word)


def same(names: Names, employee: str) -> str:
    """Whether the employee is another ident of the viewer's own person."""
    walk = Walk(pattern=parse(SAME), names=names, bound={"other": employee}, when=When.ANY_TIME)
    lines = walk.clauses(walk.pattern.edges)
    return block("EXISTS", narrowed(lines, [f"{walk.bound['viewer']}.id = ctx.id"]))


def _at_work(employee: str) -> str:
    return map_of({name: f"{employee}.{of}" for name, of in AT_WORK.items()})
