"""The naive reach: every person of the graph, each decided, by id."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auth.category import THEMED, Category
from auth.decide import Decision, Pair, entry
from auth.reference import GraphNode, Question
from auth.rule import Grant
from graph.selection import Selection
from graph.views import VIEWS
from tests.naive_access import clock_of

if TYPE_CHECKING:
    from tests.naive import Naive, Reading

_LANGUAGES = {"NB": "nb", "EN": "en"}


def reach(naive: "Naive", selection: Selection, reading: "Reading", at: int | None = None) -> dict[str, Any]:
    """One page of those whom the viewer can see; at an instant, whom they could see then, of those of whom they see something now."""
    asked = tuple(naive.given(selection, name) for name in ("category", "theme"))
    judged = reading.question if at is None else replace(reading.question, clock=clock_of(naive, at))
    told = reading.question if at is None else naive.question(min(at, naive.now))
    decided = {node.id: _decided(judged.decide(node), told.decide(node)) for node in _persons(naive, reading)} if judged.permitted else {}
    found = [node for node in _persons(naive, reading) if node.id in decided and _opens(decided[node.id], *asked)]
    first, after = naive.given(selection, "first"), naive.given(selection, "after")
    left = [node for node in found if after is None or node.id > after[0]]
    page = left[:first]
    cursors = [naive.seal("Query.whatCanISee", [node.id]) for node in page]
    answer: dict[str, Any] = {}
    for child in selection.children:
        match child.field:
            case "totalCount":
                answer[child.key] = naive.total(len(found), child)
            case "rules":
                answer[child.key] = _rules(naive, child, found, judged, decided, asked)
            case "edges":
                answer[child.key] = [_edge(node, cursor, child, reading) for node, cursor in zip(page, cursors, strict=True)]
            case _:
                answer[child.key] = naive.info(child, cursors, more=len(left) > first, after=after)
    return answer


def _persons(naive: "Naive", reading: "Reading") -> list[GraphNode]:
    """All whom the graph still has; with a stated case, those whom it concerns."""
    subjects = naive.case_subjects(reading.question) if naive.viewer.case is not None else None
    found = (node for node in naive.graph.nodes.values() if node.label == "Person" and node.properties.get("retractedAt") is None)
    return sorted((node for node in found if subjects is None or node.id in subjects), key=lambda node: node.id)


def _decided(then: Decision, now: Decision) -> Decision:
    """What was open then, of one of whom something is open now: what closes their places now, closed them then."""
    return replace(then, mask=then.mask if now.mask else frozenset(), place_codes=then.place_codes | now.place_codes)


def _opens(decision: Decision, category: str | None, theme: str | None) -> bool:
    if category is not None and not (category in decision.mask and decision.opens(Category(category))):
        return False
    themed = [each for each in THEMED if category in (None, each)]
    return not decision.denied and (theme is None or any({entry(each, theme), entry(each, "*")} & decision.mask for each in themed))


def _rules(
    naive: "Naive",
    selection: Selection,
    found: list[GraphNode],
    question: Question,
    decided: Mapping[str, Decision],
    asked: tuple[str | None, ...],
) -> list[dict[str, Any]]:
    """Each rule with how many it would open, were it the only one."""
    pair = Pair.of(question.rules, naive.viewer.kind, "Person")
    by_rule: dict[str, list[Grant]] = {}
    for grant in pair.grants:
        by_rule.setdefault(grant.id, []).append(grant)
    rows = []
    for grants in by_rule.values():
        alone = replace(pair, grants=tuple(grants))
        opened = [node for node in found if _opens(replace(decided[node.id], mask=question.mask(alone.mask, node)), *asked)]
        if opened:
            rows.append({child.key: _of_rule(naive, child, grants[0], len(opened)) for child in selection.children})
    return rows


_HIDDEN = {
    "Area": "an area",
    "Unit": "a unit",
    "Case": "a case",
    "Municipality": "a municipality",
    "Business": "a business",
    "Activity": "an activity",
}


def _of_rule(naive: "Naive", child: Selection, grant: Grant, count: int) -> Any:
    if child.field == "text":
        text = grant.says[_LANGUAGES[naive.given(child, "language")]]
        for node in grant.pattern.nodes:
            word = _HIDDEN.get(node.labels[0], "something") if len(node.labels) == 1 else "something"
            for name in ("name", "title"):
                text = text.replace(f"{{{node.variable}.{name}}}", word)
        return text
    return {"rule": grant.id, "basis": grant.basis, "count": count}[child.field]


def _edge(node: GraphNode, cursor: str, selection: Selection, reading: "Reading") -> dict[str, Any]:
    return {child.key: cursor if child.field == "cursor" else _node(node, child, reading) for child in selection.children}


def _node(node: GraphNode, selection: Selection, reading: "Reading") -> dict[str, Any]:
    view = VIEWS["Person"]
    seen = reading.seen(view, node)
    with reading.naive.told.asked(node, None, "Query.whatCanISee"):
        return reading.object_(view, node, None, seen, selection.children) if seen else {}
