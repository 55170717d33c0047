"""Plain graphs in memory: made by hand, or the demo on top of the reference data."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from auth.category import Category
from auth.reference import Clock, Graph, GraphEdge, GraphNode, Question
from auth.rule import Rules
from auth.rules import INNSYN
from auth.viewer import Viewer, named
from graph.load import records
from graph.load.record import Node, Relationship
from graph.reference import DATA

DEMO = Path(__file__).parents[1] / "demo"
OSLO = ZoneInfo("Europe/Oslo")
DAY = 86_400_000
TODAY = date(2026, 11, 22)


def instant(text: str) -> int:
    """Epoch milliseconds of a date (its start in Oslo) or a time there."""
    return int(datetime.fromisoformat(text).replace(tzinfo=OSLO).timestamp()) * 1000


NOW = instant("2026-11-22T12:00")


def node(label: str, id: str, **properties: Any) -> GraphNode:
    """A node; one of a person is screened unless told otherwise."""
    usual: dict[str, Any] = {"screenedAt": 0} if label == "Person" else {}
    return GraphNode(id=id, label=label, properties={"id": id, **usual, **properties})


def edge(start: str, type: str, end: str, **properties: Any) -> GraphEdge:
    """A relationship; it has always held unless told otherwise."""
    return GraphEdge(id=f"{start}-{type}-{end}-{properties}", type=type, start=start, end=end, properties={"validFrom": 0, **properties})


def graph(*parts: GraphNode | GraphEdge) -> Graph:
    """The graph of these."""
    return Graph.of([each for each in parts if isinstance(each, GraphNode)], [each for each in parts if isinstance(each, GraphEdge)])


def question(
    asked: Graph, viewer: str, *, purpose: str | None = None, rules: Rules = INNSYN, now: int = NOW, at: int | None = None
) -> Question:
    """One viewer's question of a graph; `now` unless told otherwise is 22 November 2026 at noon in Oslo."""
    who = named(viewer)
    today = datetime.fromtimestamp(now / 1000, tz=OSLO).date()
    clock = Clock(now=now, today=today, asked=now if at is None else at)
    return Question(graph=asked, rules=rules, viewer=Viewer(kind=who.kind, key=who.key, purpose=purpose), clock=clock)


# --- an office, as small as can be ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A role with a purpose, and a position in it at a unit."""

    id: str = "seat"
    unit: str = "unit"
    reach: str = "NATIONAL"
    covers: tuple[Category, ...] = (Category.IDENTITY,)
    themes: tuple[str, ...] = ()
    holds: dict[str, Any] | None = None

    def held_by(self, employee: str, person: str | None) -> Iterator[GraphNode | GraphEdge]:
        """The employee, who they are, and all that their seat rests on."""
        role, purpose = f"role-{self.id}", f"purpose-{self.id}"
        yield node("Employee", employee, ident=employee)
        if person is not None:
            yield node("Person", person)
            yield edge(employee, "IS", person)
        yield from (node("Position", self.id), node("Unit", self.unit, name=self.unit), edge(self.id, "AT", self.unit))
        yield edge(employee, "HOLDS", self.id, **(self.holds or {}))
        yield from (node("Role", role, code=role, reach=self.reach), edge(self.id, "IN", role))
        yield from (node("Purpose", purpose, code="WORK"), edge(role, "MAY_STATE", purpose))
        for category in Category:
            yield node("Category", f"category:{category}", code=str(category))
            yield edge(purpose, "COVERS", f"category:{category}")
        yield from (edge(role, "COVERS", f"category:{category}") for category in self.covers)
        for theme in self.themes:
            yield node("Theme", f"theme:{theme}", code=theme)
            yield edge(role, "HANDLES", f"theme:{theme}")


# --- the demo ---


@cache
def demo() -> Graph:
    """The demo on top of the reference data."""
    return loaded(*sorted(DEMO.glob("*.jsonl")))


def loaded(*files: Path) -> Graph:
    """What these files hold, on top of the reference data; areas and units that they do not speak of are left out."""
    found = [each for file in files for each in records(file, now=NOW)]
    nodes = [
        GraphNode(id=each.id, label=each.label, properties={"id": each.id, **each.properties}) for each in found if isinstance(each, Node)
    ]
    edges = [
        GraphEdge(id=each.id, type=each.type, start=each.start, end=each.end, properties=each.properties)
        for each in found
        if isinstance(each, Relationship)
    ]
    named_ = {end for each in edges for end in (each.start, each.end)}
    nodes += [each for each in reference_nodes() if each.label not in ("Area", "Unit") or each.id in named_]
    here = {each.id for each in nodes}
    edges += [each for each in reference_edges() if {each.start, each.end} <= here]
    return graph(*nodes, *edges)


def reference_nodes() -> Iterator[GraphNode]:
    """The nodes that the migrations bring."""
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    for label in ("Category", "Theme", "Protection", "Purpose", "Role", "LegalBasis", "Task"):
        for code, told in codes[label.lower()].items():
            own = {"reach": told["reach"]} if label == "Role" else {}
            own |= {"secret": code in codes["secret"]["themes"].split()} if label == "Theme" else {}
            yield node(label, f"{label.lower()}:{code}", code=code, name=told if isinstance(told, str) else told["name"], **own)
    countries = ({**row, "kind": "COUNTRY"} for row in _rows("countries.csv"))
    for row in (*_rows("areas.csv"), *countries, {"code": "UNKNOWN", "name": "Ukjent", "kind": "UNKNOWN"}):
        yield node("Area", f"area:{row['code']}", code=row["code"], name=row["name"], kind=row["kind"])
    for row in _rows("units.csv"):
        protective = row["protective"] == "true"
        yield node("Unit", f"unit:{row['number']}", number=row["number"], name=row["name"], kind=row["kind"], protective=protective)


def reference_edges() -> Iterator[GraphEdge]:
    """The relationships that the migrations bring."""
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    for role, told in codes["role"].items():
        for category in told["reads"].split() if "reads" in told else ():
            actions = [action for verb, action in _VERBS.items() if category in told.get(verb, "").split()]
            yield edge(f"role:{role}", "COVERS", f"category:{category}", actions=actions)
        yield from _joined(f"role:{role}", "HANDLES", "theme", told.get("handles", ""))
        yield from _joined(f"role:{role}", "MAY_STATE", "purpose", told.get("states", ""))
    for purpose, told in codes["purpose"].items():
        yield from _joined(f"purpose:{purpose}", "COVERS", "category", told["covers"])
    for task, told in codes["task"].items():
        yield from _joined(f"task:{task}", "COVERS", "category", told["covers"])
        yield from _joined(f"task:{task}", "COVERS", "theme", told.get("themes", ""))
    for protection, told in codes["protection"].items():
        yield from _joined(f"protection:{protection}", "OPENS", "protection", told.get("opens", ""))
    for row in (*_rows("areas.csv"), *_rows("units.csv")):
        prefix, key = ("unit", "number") if "number" in row else ("area", "code")
        yield from _joined(f"{prefix}:{row[key]}", "PART_OF", prefix, row["part_of"])
        theme = {"theme": row["theme"]} if row.get("theme") else {}
        yield from _joined(f"{prefix}:{row[key]}", "SERVES", "area", row.get("serves", ""), **theme)


_VERBS = {"reads": "READ", "communicates": "COMMUNICATE", "writes": "WRITE"}


def _joined(start: str, type: str, prefix: str, listed: str, **properties: str) -> Iterator[GraphEdge]:
    return (edge(start, type, f"{prefix}:{code}", **properties) for code in listed.split())


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
