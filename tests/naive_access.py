"""The naive access: what the viewer may see of a subject, and why, by the rules' paths one by one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auth.category import PERSONAL
from auth.decide import Decision, Pair, entries, missing
from auth.reference import Bindings, GraphNode, Question
from auth.rule import Grant
from auth.rules import CODE_ORDER, PROTECTION_CODES
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import SUBJECTS, categories, tells_places

if TYPE_CHECKING:
    from tests.naive import Naive, Reading, Seen


def access(naive: "Naive", selection: Selection, id_: str, reading: "Reading") -> dict[str, Any]:
    """The access of whatever has that id."""
    node = naive.graph.nodes.get(id_)
    there = node is not None and node.label in SUBJECTS and node.properties.get("retractedAt") is None
    seen = reading.seen(VIEWS[node.label], node) if node is not None and there else None
    decision = _decision(node.label, seen, staff=reading.question.staff) if node is not None and seen is not None else None
    if node is None or seen is None or decision is None or decision.hidden:
        nothing = Decision(
            mask=frozenset(),
            offered=frozenset(),
            codes=frozenset(),
            place_codes=frozenset(),
            reach=frozenset(),
            staff=reading.question.staff,
        )
        return told(selection, id_, nothing, reading.question, codes=[missing(staff=reading.question.staff)])
    naive.persons |= naive.concerned(node, seen, reading)
    return told(selection, id_, decision, reading.question)


def _decision(type_: str, seen: "Seen", *, staff: bool) -> Decision:
    """The decision on what is seen, as far as its access tells of it."""
    places = seen.places if tells_places(type_) else frozenset[str]()
    if seen.decision is not None:
        return replace(seen.decision, among=categories(type_), place_codes=places)
    mask = frozenset(entries(each for each in categories(type_) if str(each) in (seen.mask or ())))
    return Decision(
        mask=mask,
        offered=mask,
        codes=frozenset(),
        place_codes=places,
        reach=frozenset(),
        staff=staff,
        among=categories(type_),
        whole=seen.whole,
    )


def told(selection: Selection, id_: str, decision: Decision, question: Question, codes: Sequence[str] | None = None) -> dict[str, Any]:
    """What the operation asks of a decision."""
    if codes is None:
        codes = decision.shown_codes(CODE_ORDER, PROTECTION_CODES, first_only=question.rules.first_only)
    values: dict[str, Any] = {
        "subject": id_,
        "decision": decision.outcome,
        "categories": [
            {"category": str(each), "allowed": decision.opens(each), "themes": decision.themes(each)} for each in decision.among
        ],
        "denials": [{"code": code} for code in codes],
    }
    return {child.key: values[child.field] for child in selection.children}


def reasons(question: Question, subject: GraphNode) -> dict[str, frozenset[str]]:
    """By category, the rules that open it."""
    pair, mask = Pair.of(question.rules, question.viewer.kind, subject.label), question.decide(subject).mask
    found = {str(category): set[str]() for category in PERSONAL}
    for grant in pair.grants:
        for path in question.paths(grant, subject):
            for each in opened(question, grant, path, subject) & mask & found.keys():
                found[each].add(grant.id)
    return {category: frozenset(rules) for category, rules in found.items()}


def opened(question: Question, grant: Grant, path: Bindings, subject: GraphNode) -> frozenset[str]:
    """What one path of a grant opens of the subject, for the purpose, with the denials that bind it."""
    pair = Pair.of(question.rules, question.viewer.kind, subject.label)
    bound = (*pair.core, *(() if grant.secondary else pair.overridable))
    held = frozenset(code for denial in bound for code in question.codes(denial, subject))
    return question.given_by(grant, path) if held <= question.lifted(grant, path) else frozenset()
