"""What waits for controllers, in Cypher: that which stands, a page by age, and one by its id, with who the viewer is to it.

It is about a person, and by an employee. Where a core denial keeps the controller from the person there is nothing.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from auth.category import Category
from auth.decide import reserved
from auth.groups import CONTROLLER
from auth.pattern import parse
from auth.rule import When
from auth.viewer import ViewerKind
from graph.change import Outcome
from graph.compile.fields import COUNTED, Fields
from graph.compile.shape import TOO_MANY, Listing, Record, Shaping
from graph.compile.text import Walk, call, map_of, where
from graph.selection import Selection
from graph.views import VIEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage(Listing):
    """A page of what stands, the oldest first; empty for all but controllers."""

    of_what: "Waiting"

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        if not found["controller"]:
            shaping.note(self.coordinate, reserved(staff=shaping.staff))
        rows, first = found["rows"], shaping.parameters[self.first]
        for row in rows[:first]:
            shaping.told.of(row["subject"], "Person", row.get("withheld")).give(self.coordinate, Category.TRACE)
        return self.connection(rows, found, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """One of them."""
        return self.of_what.told(child.children, row, shaping)

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many there are."""
        if found["total"] is None:
            shaping.note(f"{child.on}.{child.field}", TOO_MANY)
        return found["total"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the viewer and a mutation are judged by, and that which it is about, where it is there, under each key that asks for it."""

    nodes: tuple[Selection, ...]
    of_what: "Waiting"

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> Outcome:
        """What the change is judged by, and what it answers."""
        there = found["found"] or {}
        known = there.get("known") or {}
        one = known.get(self.of_what.node)
        shaping.misplaced |= bool(found["controller"] and known and not known["concerned"])
        subject, standing = self.of_what.standing(found["controller"], there, shaping)
        nodes = {each.key: one and self.of_what.told(each.children, one, shaping) for each in self.nodes}
        return Outcome(subject=subject, standing=standing, nodes=nodes, withheld=there.get("withheld"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The variables of one on its way into a statement."""

    node: str
    by: str
    subject: str
    walk: Walk


@dataclass(slots=True, kw_only=True)
class Waiting:
    """Draws what waits for controllers, or what a mutation of one is judged by, into a statement. Of a `pattern`, `node` is that which
    waits, of a `label`, and `by` the employee whose it is; `shown` is the field of a mutation that shows it."""

    pattern: ClassVar[str]
    label: ClassVar[str]
    node: ClassVar[str]
    by: ClassVar[str]
    shown: ClassVar[str]

    fields: Fields
    selection: Selection
    controller: str = field(init=False)

    def __post_init__(self) -> None:
        self.controller = self.fields.context.flag(parse(CONTROLLER)) if self.employed else "false"

    def record(self, found: Found) -> dict[str, str]:
        """What the record has of one; `withheld` is the restriction by which the person learns nothing of it, if there is one (A22)."""
        raise NotImplementedError

    def told(self, selections: tuple[Selection, ...], found: Record, shaping: Shaping) -> dict[str, Any]:
        """What is told of one that the record has."""
        raise NotImplementedError

    def standing(self, controller: bool, there: Record, shaping: Shaping) -> tuple[str, Any]:
        """About whom a mutation is, and what it is judged by, of what there is: `{person, known}`."""
        raise NotImplementedError

    def beside(self) -> dict[str, str]:
        """What a mutation is judged by beside it."""
        return {}

    def closing(self, found: Found) -> tuple[list[str], str]:
        """The lines that bind what keeps it from the viewer, and whether that is nothing."""
        subject, codes = self.fields.judge().subject(found.subject, "Person"), self.fresh("codes")
        return [f"WITH *, {subject.codes(subject.pair.core)} AS {codes}"], f"size({codes}) = 0"

    @property
    def employed(self) -> bool:
        """Nobody else is a controller, and nothing is looked for."""
        return self.fields.context.kind is ViewerKind.EMPLOYEE

    def drawn(self, variable: str) -> tuple[list[str], StandingPage]:
        """The lines that bind those that stand to the variable, and their shape."""
        asked = {child.field for child in self.selection.children} if self.employed else set()
        rows, total = self.fresh("rows"), self.fresh("total")
        lines = self._rows(rows) if asked & {"edges", "pageInfo"} else [f"WITH *, [] AS {rows}"]
        lines += self._total(total) if "totalCount" in asked else [f"WITH *, 0 AS {total}"]
        row = {"controller": self.controller, "rows": rows, "total": f"CASE WHEN {total} <= {COUNTED} THEN {total} END"}
        lines.append(f"WITH *, {map_of(row)} AS {variable}")
        return lines, StandingPage.of(self.selection, (), selections=self.selection.children, of_what=self)

    def _rows(self, variable: str) -> list[str]:
        """One page, and one more, which tells whether there are more."""
        first, after = (f"${self.selection.arguments[each]}" for each in ("first", "after"))
        found, lines = self._standing()
        at, id_ = f"{found.node}.validFrom", f"{found.node}.id"
        record = self.record(found) | {"position": f"[{at}, {id_}]"}
        ordered = [
            f"WITH * WHERE {after} IS NULL OR {at} > {after}[0] OR ({at} = {after}[0] AND {id_} > {after}[1])",
            f"WITH * ORDER BY {at}, {id_} LIMIT {first} + 1",
        ]
        return call(["ctx"], [*lines, *ordered, f"RETURN collect({map_of(record)}) AS {variable}"])

    def _total(self, variable: str) -> list[str]:
        _, lines = self._standing()
        return call(["ctx"], [*lines, f"WITH * LIMIT {COUNTED + 1}", f"RETURN count(*) AS {variable}"])

    def _standing(self) -> tuple[Found, list[str]]:
        """Those that stand, and that nothing keeps from the viewer."""
        walk = self.walk(When.NOW)
        lines = [*walk.begin(self.node), *walk.clauses(walk.pattern.edges)]
        found = self.found(walk)
        open_ = f"UNWIND CASE WHEN ctx.permitted AND {self.controller} THEN [0] ELSE [] END AS {self.fresh('one')}"
        closing, free = self.closing(found)
        return found, [open_, *lines, f"WITH * WHERE {self._concerned(found.subject)}", *closing, f"WITH * WHERE {free}"]

    def judged(self, variable: str) -> tuple[list[str], Judged]:
        """The lines that bind what a mutation is judged by, and its shape."""
        found = self.fresh("found")
        lines = self.sought(found) if self.employed else [f"WITH *, null AS {found}"]
        nodes = tuple(child for child in self.selection.children if child.field == self.shown)
        row = map_of({"controller": self.controller, "found": found})
        return [*lines, f"WITH *, {row} AS {variable}"], Judged(nodes=nodes, of_what=self)

    def sought(self, variable: str) -> list[str]:
        """What a mutation is about."""
        return self.of_one(variable)

    def of_one(self, variable: str) -> list[str]:
        """The one that `$request` names, whatever has become of it, where nothing keeps it from the viewer."""
        node = self.fresh(self.node)
        walk = self.walk(When.ANY_TIME, **{self.node: node})
        lines, found = walk.clauses(walk.pattern.edges), self.found(walk)
        begins = [f"MATCH ({node}:{self.label} {{id: $request}})", where([f"{node}.retractedAt IS NULL"]), *lines]
        return self.known(begins, found, map_of(self.record(found)), variable)

    def known(self, lines: list[str], found: Found, one: str, variable: str) -> list[str]:
        """Whom it is about, and what is known where nothing stands between."""
        person, asked, (closing, free) = found.subject, self.fresh("asked"), self.closing(found)
        known = map_of({"concerned": self._concerned(person), self.node: asked, **self.beside()})
        row = map_of({"person": f"{person}.id", "withheld": f"{asked}.withheld", "known": f"CASE WHEN {free} THEN {known} END"})
        there = f"WITH * WHERE ctx.permitted AND {person}.retractedAt IS NULL"
        return call(["ctx"], [*lines, there, *closing, f"WITH *, {one} AS {asked}", f"RETURN head(collect({row})) AS {variable}"])

    def walk(self, when: When, **bound: str) -> Walk:
        """The pattern, on its way into a statement."""
        return Walk(pattern=parse(self.pattern), names=self.fields.context.names, bound=dict(bound), when=when)

    def found(self, walk: Walk) -> Found:
        """The variables of one, once it has been walked to."""
        return Found(node=walk.bound[self.node], by=walk.bound[self.by], subject=walk.bound["subject"], walk=walk)

    def _concerned(self, person: str) -> str:
        return self.fields.judge().concerned(VIEWS["Person"], person)

    def fresh(self, word: str) -> str:
        """A variable that nothing has yet."""
        return self.fields.context.names.fresh(word)
