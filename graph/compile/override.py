"""Overrides in Cypher: what taking or ending one is judged by, and what is told of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auth.notice import Kind
from auth.override import OVERRIDE, REVIEWS, SEATS, Review, Standing, lifted
from auth.pattern import parse
from auth.rule import When
from auth.viewer import ViewerKind
from graph.change import Outcome
from graph.compile.choice import choice, chosen
from graph.compile.fields import Fields
from graph.compile.shape import Record, Shaping
from graph.compile.text import Names, Walk, block, call, map_of, narrowed
from graph.selection import Selection
from graph.views import VIEWS

_TOLD: Mapping[str, str] = {
    "id": "id",
    "reason": "reason",
    "case": "case",
    "lifts": "lifts",
    "takenAt": "validFrom",
    "validTo": "validTo",
    "until": "until",
}


def told(selections: Iterable[Selection], found: Record, shaping: Shaping) -> dict[str, Any]:
    """What is asked of an override."""
    reviews = found["reviews"]
    known = {
        **found,
        "reason": shaping.unseal(found["id"], found["reason"]),
        "lifts": lifted(found["lifts"] or ()),
        "until": found["until"] or found["validTo"],
        "review": Review.of([each["type"] for each in reviews]),
        "reviewedAt": reviews[-1]["at"] if reviews else None,
    }
    return {each.key: seated(each, known["seats"]) if each.field == "seats" else known[each.field] for each in selections}


def seated(child: Selection, seats: Iterable[Record]) -> list[dict[str, Any]]:
    """Where an employee works, as it is asked for."""
    return [{each.key: seat[each.field] for each in child.children} for seat in seats]


def record(names: Names, override: str, taker: str, subject: str) -> dict[str, str]:
    """What the record has of an override. Where people in hiding are served is told to nobody by who serves them."""
    review = names.fresh("review")
    reviewed = [
        f"MATCH ({override})-[{review}:{'|'.join(REVIEWS)}]->(:Employee)",
        f"WHERE {review}.retractedAt IS NULL",
        f"RETURN {map_of({'type': f'type({review})', 'at': f'{review}.validFrom'})} ORDER BY {review}.validFrom, {review}.id",
    ]
    return {
        **{name: f"{override}.{of}" for name, of in _TOLD.items()},
        "subject": f"{subject}.id",
        "reviews": block("COLLECT", reviewed),
        "seats": held(names, taker),
    }


def held(names: Names, taker: str) -> str:
    """Where an employee works, and as what."""
    seats = Walk(pattern=parse(SEATS), names=names, bound={"taker": taker}, when=When.NOW)
    walked, unit, role = seats.clauses(seats.pattern.edges), seats.bound["unit"], seats.bound["role"]
    place = f"CASE WHEN {unit}.protective THEN 'NAV' ELSE {unit}.name END"
    return block("COLLECT", [*walked, f"RETURN DISTINCT {map_of({'unit': place, 'role': f'{role}.name'})}"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Who the viewer is to an override, and the override under each key that asks for it."""

    nodes: tuple[Selection, ...]

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> Outcome:
        """What the change is judged by, and what it answers."""
        known = (found or {}).get("found") or {}
        override = known.get("override")
        shaping.misplaced |= bool(known) and not known["concerned"]
        standing = Standing(
            staff=shaping.staff,
            may=bool(shaping.reach),
            found=bool(known),
            core=frozenset(known.get("core") or ()),
            lifts=tuple(sorted(set(known.get("lifts") or ()))),
            taken=(found or {}).get("taken") or 0,
            stands=bool(override and (override["validTo"] is None or override["validTo"] > shaping.parameters["now"])),
        )
        nodes = {each.key: override and told(each.children, override, shaping) for each in self.nodes}
        notified = "chosen" in known and Kind.OVERRIDE in chosen(known["chosen"])
        return Outcome(subject=known.get("person") or "", standing=standing, nodes=nodes, told=notified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Draws what `override` and `endOverride` are judged by into a statement."""

    fields: Fields
    selection: Selection

    def judged(self, variable: str) -> tuple[list[str], Judged]:
        """The lines that bind it, and its shape: `$subject` is the person, `$request` the override that is made or ended."""
        nodes = tuple(child for child in self.selection.children if child.field != "problems")
        if self.fields.context.kind is not ViewerKind.EMPLOYEE:
            return [f"WITH *, null AS {variable}"], Judged(nodes=nodes)
        found, taken = self._fresh("found"), self._fresh("taken")
        takes = "subject" in self.selection.arguments
        lines = [*self._taking(found), *self._taken(taken)] if takes else self._ending(found)
        row = {"found": found, **({"taken": taken} if takes else {})}
        return [*lines, f"WITH *, {map_of(row)} AS {variable}"], Judged(nodes=nodes)

    def _taking(self, variable: str) -> list[str]:
        """The person, what stands between the viewer and them, and the override, once it is there."""
        person, core, lifts = (self._fresh(word) for word in ("person", "core", "lifts"))
        subject = self.fields.judge().subject(person, "Person")
        walk = self._walk(subject=person)
        lines = narrowed(walk.clauses(walk.pattern.edges), [f"{walk.bound['override']}.id = $request"])
        made = block("COLLECT", [*lines, f"RETURN {self._record(walk)}"])
        row = {"person": f"{person}.id", "concerned": self._concerned(person), "core": core, "lifts": lifts, "override": f"head({made})"}
        row["chosen"] = choice(self.fields.context.names, person)
        body = [
            f"MATCH ({person}:Person {{id: $subject}})",
            f"WITH * WHERE ctx.permitted AND {person}.retractedAt IS NULL",
            f"WITH *, {subject.codes(subject.pair.core)} AS {core}, {subject.codes(subject.pair.overridable)} AS {lifts}",
            f"RETURN head(collect({map_of(row)})) AS {variable}",
        ]
        return call(["ctx"], body)

    def _taken(self, variable: str) -> list[str]:
        """How many the viewer has that stand."""
        me = self._fresh("me")
        walk = self._walk(When.NOW, taker=me)
        return call(["ctx"], [f"MATCH ({me}:Employee {{id: ctx.id}})", *walk.clauses(walk.pattern.edges), f"RETURN count(*) AS {variable}"])

    def _ending(self, variable: str) -> list[str]:
        """The override, if the viewer took it, whatever has become of it."""
        override = self._fresh("override")
        walk = self._walk(override=override)
        lines = narrowed(walk.clauses(walk.pattern.edges), [f"{walk.bound['taker']}.id = ctx.id", "ctx.permitted"])
        person = walk.bound["subject"]
        row = {"person": f"{person}.id", "concerned": self._concerned(person), "override": self._record(walk)}
        begins = [f"MATCH ({override}:Override {{id: $request}})", f"WHERE {override}.retractedAt IS NULL"]
        return call(["ctx"], [*begins, *lines, f"RETURN head(collect({map_of(row)})) AS {variable}"])

    def _walk(self, when: When = When.ANY_TIME, **bound: str) -> Walk:
        return Walk(pattern=parse(OVERRIDE), names=self.fields.context.names, bound=dict(bound), when=when)

    def _record(self, walk: Walk) -> str:
        return map_of(record(self.fields.context.names, walk.bound["override"], walk.bound["taker"], walk.bound["subject"]))

    def _concerned(self, person: str) -> str:
        return self.fields.judge().concerned(VIEWS["Person"], person)

    def _fresh(self, word: str) -> str:
        return self.fields.context.names.fresh(word)
