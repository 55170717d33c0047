"""What one controller asks for and another answers, in Cypher: employees' names (A23), and that something be withheld by law (A22)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from auth.names import REQUEST
from auth.oslo import day_of
from auth.pattern import parse
from auth.request import ANSWERS, SAME, Standing, Status
from auth.restriction import RESTRICTION
from auth.rule import When
from graph.compile.shape import Record, Shaping
from graph.compile.text import Names, Walk, block, map_of, narrowed
from graph.compile.waiting import Found, Waiting
from graph.selection import Selection

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
            case "lastDay":
                return day_of(found["endsAt"] - 1)
            case name:
                return found[name]


def employee(child: Selection, found: Record) -> dict[str, Any]:
    """Who an employee is at work."""
    return {each.key: found[each.field] for each in child.children}


def status(found: Record, now: int) -> Status:
    """What has become of a request."""
    return Status.of(frozenset(each["type"] for each in found["answers"]), stands=found["validTo"] is not None and found["validTo"] > now)


# --- the statement -----------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Requests(Waiting):
    """Draws them into a statement. `silent`: the person learns nothing of one."""

    node = "request"
    by = "asker"
    silent: ClassVar[bool] = False

    def told(self, selections: tuple[Selection, ...], found: Record, shaping: Shaping) -> dict[str, Any]:
        """The request."""
        return Shape(selections=selections).shaped(found, shaping)

    def standing(self, controller: bool, there: Record, shaping: Shaping) -> tuple[str, Standing]:
        """About whom it is, and who the viewer is to it. Where a restriction was to be asked for and was not, about nobody: it must not
        show that it was to be (A22), but that one tried who may not."""
        known = there.get("known") or {}
        request = known.get("request")
        standing = Standing(
            staff=shaping.staff,
            controller=controller,
            found=bool(known),
            placed=known.get("placed", True),
            own=bool(request and request["mine"]),
            granted=any(each["mine"] for each in request["answers"] if each["type"] == "GRANTED_BY") if request else False,
            status=status(request, shaping.parameters["now"]) if request else None,
        )
        unasked = self.silent and controller and standing.found and standing.status is None
        return "" if unasked else there.get("person") or "", standing

    def sought(self, variable: str) -> list[str]:
        """`$subject` is the person that the mutation names, if it names one, `$request` the request that it is about, or makes."""
        return self._of_person(variable) if "subject" in self.selection.arguments else self.of_one(variable)

    def _of_person(self, variable: str) -> list[str]:
        """The person, where no core denial closes them to the viewer, and the request about them, once it is there."""
        person = self.fresh("person")
        walk = self.walk(When.ANY_TIME, subject=person)
        lines = walk.clauses(walk.pattern.edges)
        found = self.found(walk)
        made = block("COLLECT", [*narrowed(lines, [f"{found.node}.id = $request"]), f"RETURN {map_of(self.record(found))}"])
        return self.known([f"MATCH ({person}:Person {{id: $subject}})"], found, f"head({made})", variable)

    def record(self, found: Found) -> dict[str, str]:
        """What is told of a request."""
        answer, other = self.fresh("answer"), self.fresh("other")
        told = {"type": f"type({answer})", "at": f"{answer}.validFrom", "mine": f"{other}.id = ctx.id", "by": _at_work(other)}
        answers = [
            f"MATCH ({found.node})-[{answer}:{'|'.join(ANSWERS)}]->({other}:Employee)",
            f"WHERE {answer}.retractedAt IS NULL AND {other}.retractedAt IS NULL",
            f"RETURN {map_of(told)} ORDER BY {answer}.validFrom, {answer}.id",
        ]
        return {
            "id": f"{found.node}.id",
            "subject": f"{found.subject}.id",
            "reason": f"{found.node}.reason",
            "askedAt": f"{found.node}.validFrom",
            "validTo": f"{found.node}.validTo",
            "mine": f"({found.by}.id = ctx.id OR {same(self.fields.context.names, found.by)})",
            "by": _at_work(found.by),
            "answers": block("COLLECT", answers),
        }


@dataclass(slots=True, kw_only=True)
class NameRequests(Requests):
    """Requests for employees' names."""

    pattern = REQUEST
    label = "NameRequest"
    shown = "nameRequest"


@dataclass(slots=True, kw_only=True)
class Restrictions(Requests):
    """Restrictions."""

    pattern = RESTRICTION
    label = "Restriction"
    shown = "restriction"
    silent = True

    def record(self, found: Found) -> dict[str, str]:
        """What is told of a restriction."""
        told = {name: f"{found.node}.{name}" for name in ("legalBasis", "endsAt")}
        return Requests.record(self, found) | told | {"unit": f"{found.walk.bound['unit']}.id", "withheld": f"{found.node}.id"}

    def beside(self) -> dict[str, str]:
        """Whether the unit is there that the mutation names, if it names one."""
        if "unit" not in self.selection.arguments:
            return {}
        unit = self.fresh("unit")
        found = [f"MATCH ({unit}:Unit {{id: $unit}})", f"WHERE {unit}.retractedAt IS NULL", f"RETURN {unit}.id"]
        return {"placed": f"size({block('COLLECT', found)}) > 0"}


def same(names: Names, employee: str) -> str:
    """Whether the employee is another ident of the viewer's own person."""
    walk = Walk(pattern=parse(SAME), names=names, bound={"other": employee}, when=When.ANY_TIME)
    lines = walk.clauses(walk.pattern.edges)
    return block("EXISTS", narrowed(lines, [f"{walk.bound['viewer']}.id = ctx.id"]))


def _at_work(employee: str) -> str:
    return map_of({name: f"{employee}.{of}" for name, of in AT_WORK.items()})
