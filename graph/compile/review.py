"""Overrides as controllers review them, in Cypher: those that stand, and one by its id."""

from dataclasses import dataclass
from typing import Any

from auth.override import OVERRIDE, REVIEW_DAYS, Review, Reviewing
from auth.pattern import parse
from auth.restriction import COVERED
from auth.rule import When
from auth.rules.protection import SHIELDED
from auth.rules.terms import OWN_PERSON
from graph.change import DAY
from graph.compile.fields import Fields
from graph.compile.override import record, told
from graph.compile.requests import same
from graph.compile.shape import Record, Shaping
from graph.compile.text import Walk, block, call
from graph.compile.waiting import Found, Waiting
from graph.selection import Selection


@dataclass(slots=True, kw_only=True)
class Reviews(Waiting):
    """Draws them into a statement."""

    pattern = OVERRIDE
    label = "Override"
    node = "override"
    by = "taker"
    shown = "override"

    def told(self, selections: tuple[Selection, ...], found: Record, shaping: Shaping) -> dict[str, Any]:
        """The override."""
        return told(selections, found, shaping)

    def record(self, found: Found) -> dict[str, str]:
        """What is told of an override. What withholds that it was taken withholds that it is reviewed (A22)."""
        names, bound = self.fields.context.names, {"viewer": found.by, "subject": found.subject}
        walk = Walk(pattern=parse(COVERED), names=names, bound=bound, when=When.NOW, terse=True)
        lines, by = walk.clauses(walk.pattern.edges), walk.bound["restriction"]
        last = block("COLLECT", [*lines, f"RETURN {by}.id ORDER BY {by}.validTo DESC, {by}.id DESC LIMIT 1"])
        return record(names, found.node, found.by, found.subject) | {"withheld": f"head({last})"}

    def closing(self, found: Found) -> tuple[list[str], str]:
        """The core denials between the viewer and the person, and those between them and whoever took it."""
        lines, free = Waiting.closing(self, found)
        more, apart = kept_apart(self.fields, found.by)
        return [*lines, *more], f"{free} AND {apart}"

    def standing(self, controller: bool, there: Record, shaping: Shaping) -> tuple[str, Reviewing]:
        """About whom it is, and who the viewer is to the override that they review, which `$request` names."""
        known = there.get("known") or {}
        override = known.get("override")
        standing = Reviewing(
            staff=shaping.staff,
            controller=controller,
            found=bool(known),
            stands=bool(override and _stands(override, shaping.parameters["now"])),
            review=Review.of([each["type"] for each in override["reviews"]]) if override else Review.OPEN,
        )
        return there.get("person") or "", standing


def _stands(override: Record, now: int) -> bool:
    """Whether it has not ended, nor somebody has ended it by a clock that is ahead: before anything else would end it."""
    ends, until, taken = (override[each] for each in ("validTo", "until", "takenAt"))
    return ends is None or (ends > now and (until is None or ends >= min(until, taken + REVIEW_DAYS * DAY)))


def kept_apart(fields: Fields, employee: str) -> tuple[list[str], str]:
    """The lines that bind what stands between the viewer and an employee whom they review, and whether that is nothing: nobody reviews
    themselves under any ident that is or was theirs, those close to them or a colleague at their office. Every employee may be shielded, so
    that this keeps nobody away."""
    names = fields.context.names
    own = Walk(pattern=parse(OWN_PERSON), names=names, bound={"viewer": employee}, when=When.UNLESS_OVER)
    walked, ways = own.clauses(own.pattern.edges), names.fresh("ways")
    person = fields.judge().subject(own.bound["self"], "Person")
    codes = person.codes(tuple(each for each in person.pair.core if each.id != SHIELDED.id))
    lines = call(["ctx", employee], [*walked, f"RETURN collect({codes}) AS {ways}"])
    other = f"{employee}.id <> ctx.id AND NOT {same(names, employee)}"
    return lines, f"{other} AND all(each IN {ways} WHERE size(each) = 0)"
