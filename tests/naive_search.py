"""The naive search: every node of the asked kinds, by its names as they are written, not by the keys that the loader stores."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from auth.reference import GraphNode
from auth.rule import When
from graph.load.names import folded, sort_key
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.search import LAST, SEARCHED
from graph.views.view import Access

if TYPE_CHECKING:
    from tests.naive import Naive, Reading, Seen

_NAMES = {"Person": ("givenName", "middleName", "familyName")}
Hit = tuple[tuple[str, str], GraphNode, "Seen"]


def search(naive: "Naive", selection: Selection, reading: "Reading") -> dict[str, Any]:
    """One page of hits."""
    found = sorted(_hits(naive, selection, reading), key=lambda hit: hit[0])
    first, after = naive.given(selection, "first"), naive.given(selection, "after")
    left = [hit for hit in found if after is None or hit[0] > tuple(after)]
    page = left[:first]
    cursors = [naive.seal("Query.search", list(hit[0])) for hit in page]
    answer: dict[str, Any] = {}
    for child in selection.children:
        match child.field:
            case "totalCount":
                answer[child.key] = naive.total(len(found), child)
            case "edges":
                answer[child.key] = [_edge(hit, cursor, child, reading) for hit, cursor in zip(page, cursors, strict=True)]
            case _:
                answer[child.key] = naive.info(child, cursors, more=len(left) > first, after=after)
    return answer


def _edge(hit: Hit, cursor: str, selection: Selection, reading: "Reading") -> dict[str, Any]:
    return {child.key: cursor if child.field == "cursor" else _node(hit, child, reading) for child in selection.children}


def _node(hit: Hit, selection: Selection, reading: "Reading") -> dict[str, Any]:
    _, node, seen = hit
    mine = tuple(child for child in selection.children if child.on == node.label)
    with reading.naive.told.asked(node, None, "Query.search"):
        return {"__typename": node.label, **reading.object_(VIEWS[node.label], node, None, seen, mine)}


def _hits(naive: "Naive", selection: Selection, reading: "Reading") -> Iterator[Hit]:
    sought, kinds = naive.given(selection, "text"), naive.given(selection, "kinds")
    labels = {searched.type: searched for kind, searched in SEARCHED.items() if kinds is None or kind in kinds}
    subjects = naive.case_subjects(reading.question) if naive.viewer.case is not None else None
    for node in naive.graph.nodes.values():
        searched = labels.get(node.label)
        if searched is None or node.properties.get("retractedAt") is not None:
            continue
        view = VIEWS[searched.type]
        told = [view.by_name[searched.name]] if _by_name(node, sought) else []
        told += [view.by_name[searched.number]] if sought["numbers"] and _by_number(naive, node, sought["numbers"]) else []
        seen = reading.seen(view, node) if told else None
        outside = view.access is Access.MASK and subjects is not None and node.id not in subjects
        if seen is not None and not outside and any(map(seen.opens, told)):
            yield (_place(node), node.id), node, seen


def _by_number(naive: "Naive", node: GraphNode, numbers: Sequence[str]) -> bool:
    key = next(each.key for each in SEARCHED.values() if each.type == node.label)
    variable, property_ = key.property.split(".")
    matches = naive.question(naive.now).match(key.pattern, {"it": node}, When.ANY_TIME)
    holders = [holder for match in matches if isinstance(holder := match[variable], GraphNode)]
    return any(holder.properties.get(property_) in numbers for holder in holders)


def _by_name(node: GraphNode, sought: Mapping[str, Sequence[str]]) -> bool:
    words = [word for part in _parts(node) for word in part]
    every = all(any(word.startswith(wanted) for word in words) for wanted in sought["words"])
    return every and any(_begins(head, wanted) for head in _heads(node) for wanted in sought["words"])


def _begins(head: str | None, wanted: str) -> bool:
    """By its first three letters; of a unit or municipality, any word of two letters is enough."""
    return len(wanted) >= 2 and (head is None or head.startswith(wanted[:3]))


def _heads(node: GraphNode) -> list[str | None]:
    match node.label:
        case "Person":
            given, _, family = _parts(node)
            return [*given[:1], *family[:1]]
        case "Business":
            (words,) = _parts(node)
            return [*words[:1], *sorted(words[1:], key=lambda word: -len(word))[:1]]
        case _:
            return [None]


def _parts(node: GraphNode) -> list[list[str]]:
    names = [folded(node.properties.get(name) or "") for name in _NAMES.get(node.label, ("name",))]
    return [[word for word in name.split("-") if word] for name in names]


def _place(node: GraphNode) -> str:
    given, middle, family = (node.properties.get(name) for name in _NAMES["Person"])
    key = sort_key(family, given, middle) if node.label == "Person" else folded(node.properties.get("name") or "")
    return key or LAST
