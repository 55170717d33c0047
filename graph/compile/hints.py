"""Hints in an answer: what is missing on the viewer's own side, and what to end, made of the reasons that are told and of their roles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from auth.category import Category
from auth.decide import Decision
from auth.hints import End, Ending, Fact, Held, Hints, Missing, Own, Way, read_by
from auth.rule import Denial, Grant
from auth.rules.messages import ends, lacks
from auth.viewer import ViewerKind
from graph.compile.shape import Record, Shaping
from graph.selection import Selection

FIELDS = frozenset({"missing", "endings"})


def asks_hints(selections: Iterable[Selection]) -> bool:
    """Whether hints are asked for."""
    return any(each.field in FIELDS for child in selections if child.field == "categories" for each in child.children)


def own_of(found: Record | None, kind: ViewerKind, purpose: str | None) -> Own | None:
    """The viewer's own side, as a record tells it."""
    if found is None:
        return None
    rows = found["roles"]
    shared = Counter(name for _, name in {(row["id"], row["name"]) for row in rows})
    roles = tuple(_held(row, alone=shared[row["name"]] == 1) for row in rows)
    return Own(kind=kind, id=found["id"], purpose=purpose, covered=frozenset(found["covered"]), roles=roles)


def _held(row: Record, *, alone: bool) -> Held:
    """A role by its name; where the viewer has another of that name, by its code too."""
    name = f"{row['name']} ({row['code']})" if row["name"] and not alone else row["name"] or row["code"]
    role = End(label="Role", id=row["id"], name=name)
    return Held(position=row["position"], role=role, reach=row["reach"], covers=read_by(row["covers"]))


def hints_of(decision: Decision, reasons: Iterable[tuple[Grant, Record]], denials: Sequence[Denial], own: Own, *, silent: bool) -> Hints:
    """What can be hinted of a subject, by the reasons that are told of it."""
    ways = [_way(grant, row) for grant, row in reasons]
    return Hints(decision=decision, ways=ways, denials=denials, own=own, silent=silent)


def _way(grant: Grant, row: Record) -> Way:
    outward = grant.pattern.outward("viewer")
    nodes = {at: _node(grant, at, step) for (_, at), step in zip(outward, row["path"], strict=True)}
    return Way(grant=grant, gives=frozenset(row["gives"]), nodes=nodes)


def _node(grant: Grant, variable: str, step: Record) -> End:
    node = grant.pattern.node(variable)
    kind = dict(node.properties).get("kind") if node else None
    return End(label=step["label"], id=step["id"], name=step["name"], kind=str(kind) if kind else None)


def answered(selection: Selection, category: Category, hints: Hints | None, shaping: Shaping) -> list[dict[str, Any]]:
    """The hints of one category, as they are asked for."""
    if hints is None:
        return []
    if selection.field == "missing":
        return [_missing(selection, each, shaping) for each in hints.missing(category)]
    return [_ending(selection, each, shaping) for each in hints.endings(category)]


def _missing(selection: Selection, missing: Missing, shaping: Shaping) -> dict[str, Any]:
    values: dict[str, Any] = {"rule": missing.rule}
    return {
        child.key: [_fact(child, fact) for fact in missing.facts]
        if child.field == "facts"
        else lacks(missing, _language(child, shaping))
        if child.field == "text"
        else values[child.field]
        for child in selection.children
    }


def _ending(selection: Selection, ending: Ending, shaping: Shaping) -> dict[str, Any]:
    return {
        child.key: ends(ending, _language(child, shaping)) if child.field == "text" else _fact(child, ending.fact)
        for child in selection.children
    }


def _language(child: Selection, shaping: Shaping) -> str:
    return str(shaping.parameters[child.arguments["language"]]).lower()


def _fact(selection: Selection, fact: Fact) -> dict[str, Any]:
    ends_of: Mapping[str, End] = {"start": fact.start, "end": fact.end}
    return {
        child.key: fact.relationship
        if child.field == "relationship"
        else {each.key: getattr(ends_of[child.field], each.field) for each in child.children}
        for child in selection.children
    }
