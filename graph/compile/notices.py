"""A person's notices, in Cypher: which of their visits and mandates they are told of by itself.

They are made of what is there when they are read: of the log's entries as `visits` reads them, and of mandates in the graph. So what is
withheld is in none, and what may be told of a unit, a role and an hour is said in one place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from auth.notice import OVERRIDDEN, SAYS, Kind, id_of, id_of_override
from auth.oslo import day_of
from auth.visit import By, History, LookUp, Visit
from graph.compile.choice import choice, chosen
from graph.compile.fields import Fields
from graph.compile.shape import Record, Shaping
from graph.compile.text import block, map_of
from graph.compile.visits import Shown, Visited, Visits, counted, language
from graph.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice; `shown` is the visit that it is of, as it is told."""

    id: str
    kind: Kind
    day: str
    at: int | None
    shown: Shown | None = None
    mandate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices(Visits):
    """A page of the viewer's own notices."""

    def asked(self, history: History, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The seats that the graph must tell of."""
        visits = [*(visit for visit, _ in _overrides(history)), *_firsts(history)]
        return self.seats_of(visits)

    def _answer(self, found: Record, history: History, shaping: Shaping) -> dict[str, Any]:
        kinds, shown = chosen(found["choice"]), self.telling(found, history)
        made = [
            *(_of_override(shown(visit), it) for visit, it in _overrides(history)),
            *_of_units([shown(visit) for visit in _firsts(history)]),
            *(_of_mandate(each) for each in found["mandates"]),
        ]
        every = sorted((each for each in made if each.kind in kinds), key=lambda each: each.id)
        every.sort(key=lambda each: each.day, reverse=True)
        after = shaping.parameters[self.after]
        left = [each for each in every if after is None or each.day < after[1] or (each.day == after[1] and each.id > after[2])]
        rows = [{"position": [dict(history.size), each.day, each.id], "notice": each} for each in left]
        return self.connection(rows, {"kinds": kinds, "total": len(every)}, shaping)

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """How many there are, and of what they are."""
        if child.field == "kinds":
            return [str(each) for each in found["kinds"]] if found else []
        return counted(child, found["total"], shaping) if found else None

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The notice."""
        return {each.key: self._told(each, row["notice"], shaping) for each in child.children}

    def _told(self, child: Selection, notice: Notice, shaping: Shaping) -> Any:
        match child.field:
            case "text":
                return SAYS[notice.kind][language(child, shaping)]
            case "unit" | "role":
                return self._value(child, notice.shown, shaping) if notice.shown else None
            case "visit":
                return notice.shown.visit.id if notice.shown else None
            case "kind":
                return str(notice.kind)
            case name:
                return getattr(notice, name)


def _overrides(history: History) -> Iterator[tuple[Visit, LookUp]]:
    """The look-ups by which somebody took access."""
    for visit in history.visits:
        yield from ((visit, it) for it in visit.look_ups if not visit.refused and OVERRIDDEN in it.fields)


def _firsts(history: History) -> list[Visit]:
    """The visits of each seat's first day: who looked for the first time from a unit did so from one of its seats."""
    found: dict[str | None, list[Visit]] = {}
    for each in sorted(history.visits, key=lambda each: each.day):
        if each.by is By.EMPLOYEE:
            first = found.setdefault(each.position or each.ident, [])
            first += [each] if not first or first[0].day == each.day else []
    return [visit for visits in found.values() for visit in visits]


def _of_override(shown: Shown, it: LookUp) -> Notice:
    _, chain, number = it.place
    at = it.at if shown.exact else None
    return Notice(id=id_of_override(chain, number), kind=Kind.OVERRIDE, day=shown.visit.day, at=at, shown=shown)


def _of_units(firsts: Sequence[Shown]) -> Iterator[Notice]:
    """The first visit from each unit, as it is told: of two small offices below one unit nobody learns that they are two. Of several on
    one day it does not hang on an hour that is not told which that is."""
    units: dict[str | None, Shown] = {}
    for each in sorted(firsts, key=lambda each: (each.visit.day, each.visit.first if each.exact else 0, each.visit.id)):
        units.setdefault((each.unit or {}).get("id"), each)
    for shown in units.values():
        at = shown.visit.first if shown.exact else None
        yield Notice(id=id_of(Kind.NEW_UNIT, shown.visit.id), kind=Kind.NEW_UNIT, day=shown.visit.day, at=at, shown=shown)


def _of_mandate(found: Record) -> Notice:
    day = day_of(found["at"])
    return Notice(id=id_of(Kind.NEW_MANDATE, found["id"]), kind=Kind.NEW_MANDATE, day=day, at=found["at"], mandate=found["id"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed(Visited):
    """Draws the viewer's notices into a statement."""

    shape: ClassVar[type[Visits]] = Notices

    @classmethod
    def of(cls, fields: Fields, selection: Selection) -> "Noticed":
        """Those of the viewer."""
        return cls(fields=fields, selection=replace(selection, arguments={**selection.arguments, "subject": "viewer"}))

    def beside(self) -> dict[str, str]:
        """What they chose, and the mandates that name them and have begun."""
        names = self.fields.context.names
        held, mandate = names.fresh("held"), names.fresh("mandate")
        begun = f"{mandate}.validFrom <= $now AND {mandate}.registeredAt <= $now AND {held}.validFrom <= $now"
        at = f"CASE WHEN {mandate}.validFrom > {mandate}.registeredAt THEN {mandate}.validFrom ELSE {mandate}.registeredAt END"
        lines = [
            f"MATCH ({mandate}:Mandate)-[{held}:FROM|TO|ABOUT]->(subject)",
            f"WHERE {held}.retractedAt IS NULL AND {mandate}.retractedAt IS NULL AND {begun}",
            f"RETURN DISTINCT {map_of({'id': f'{mandate}.id', 'at': at})}",
        ]
        return {"choice": choice(names, "subject"), "mandates": block("COLLECT", lines)}
