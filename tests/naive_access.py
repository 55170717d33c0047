"""The naive access: what the viewer may see of a subject, and why, by the rules' paths one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from auth.category import Action, Category
from auth.decide import NOT_AVAILABLE, PURPOSE_REFUSED, Decision, entries, missing
from auth.groups import CONTROLLER
from auth.oslo import OSLO
from auth.pattern import parse
from auth.reference import Clock, GraphNode, Question
from auth.rule import Closes, Denial, When
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.subject import SubjectType
from auth.viewer import ViewerKind
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import SUBJECTS, categories
from graph.views.view import Access
from tests.naive_reasons import Why

if TYPE_CHECKING:
    from tests.naive import Naive, Reading, Seen

Rules = Sequence[tuple[Denial, frozenset[str]]]
"""Denials, each with the codes under which it holds."""

May = Mapping[Action, Decision]
"""The decision on each action."""


def access(naive: "Naive", selection: Selection, id_: str, reading: "Reading") -> dict[str, Any]:
    """The access of whatever has that id."""
    found = found_of(naive, id_, reading)
    if found is None or found[1].hidden or _unlike(naive, selection, found[0]):
        return refused(selection, id_, missing(staff=reading.question.staff), reading.question)
    naive.persons |= naive.concerned(found[0], reading)
    rules, why = learnt(found[0], reading.question), Why(naive=naive, question=reading.question, now=reading, subject=found[0])
    may = acting(naive, selection, id_, reading, found[1])
    return told(selection, id_, found[1], reading.question, type_=found[0].label, rules=rules, why=why, may=may)


def _unlike(naive: "Naive", selection: Selection, subject: GraphNode) -> bool:
    """Whether it is not what it is said to be."""
    said = naive.given(selection, "type")
    return said is not None and SubjectType(said).label != subject.label


def access_at(naive: "Naive", selection: Selection, id_: str, at: int | None) -> dict[str, Any]:
    """The access at an instant, no later than now; of whoever is denied now, that of now."""
    reading = naive.reading(naive.question(naive.now if at is None else min(at, naive.now)))
    answer, found = access(naive, selection, id_, reading), found_of(naive, id_, reading)
    if at is None or found is None or found[1].denied or _unlike(naive, selection, found[0]):
        return answer
    then = naive.reading(replace(reading.question, clock=clock_of(naive, at)))
    staff = then.question.staff and reading.question.staff
    if not then.question.permitted:
        return refused(selection, id_, PURPOSE_REFUSED, reading.question)
    was = found_of(naive, id_, then)
    # What closes its places now, closes them in every past.
    decision = replace(was[1], staff=staff, place_codes=was[1].place_codes | found[1].place_codes) if was else None
    if decision is None or decision.hidden:
        return refused(selection, id_, missing(staff=staff), then.question)
    unlearnt = veiled(found[1])
    shown = decision.shown_then(CODE_ORDER, PROTECTION_CODES, unlearnt, first_only=then.question.rules.first_only)
    codes = [NOT_AVAILABLE if code in unlearnt else code for code in shown]
    rules = _shut_too(ruled(found[0], then.question), ruled(found[0], reading.question)) if controls(reading.question) else ()
    why, may = Why(naive=naive, question=then.question, now=reading, subject=found[0]), acting(naive, selection, id_, then, decision)
    return told(selection, id_, decision, then.question, type_=found[0].label, codes=codes, rules=rules, why=why, may=may)


def clock_of(naive: "Naive", at: int) -> Clock:
    """An instant, no later than now, to judge at."""
    then = min(at, naive.now)
    return Clock(now=then, today=datetime.fromtimestamp(then / 1000, OSLO).date(), asked=then, real=naive.now)


def _shut_too(then: Rules, now: Rules) -> Rules:
    """The denials of then, with the codes under which those that close places hold now."""
    return [
        (denial, held if denial.closes is Closes.EVERYTHING else held | codes) for (denial, held), (_, codes) in zip(then, now, strict=True)
    ]


def acting(naive: "Naive", selection: Selection, id_: str, reading: "Reading", decision: Decision) -> May:
    """The decision on each action, as if it were all that is asked for; none does more than is read."""
    asked = [each for child in selection.children for each in child.children if each.field == "actions" or "action" in each.arguments]
    others = set(Action) - {Action.READ} if asked else set[Action]()
    found = {action: _mask(naive, id_, naive.reading(replace(reading.question, action=action))) for action in others}
    return {Action.READ: decision, **{action: decision.acting(mask) for action, mask in found.items()}}


def _mask(naive: "Naive", id_: str, reading: "Reading") -> frozenset[str]:
    """What is open for the action of the reading: of a row nothing but what is whole. What a register shows, shows to be read."""
    node = naive.graph.nodes[id_]
    if VIEWS[node.label].access is not Access.ROWS:
        return reading.question.decide(node).mask
    found = found_of(naive, id_, reading)
    return found[1].mask if found and found[2].whole else frozenset()


def veiled(now: Decision) -> frozenset[str]:
    """Protections of then that are not told: all but what the viewer reads or learns now."""
    return frozenset() if now.opens(Category.PROTECTION) else PROTECTION_CODES.difference(now.shown_codes(CODE_ORDER, PROTECTION_CODES))


def found_of(naive: "Naive", id_: str, reading: "Reading") -> tuple[GraphNode, Decision, "Seen"] | None:
    node = naive.graph.nodes.get(id_)
    if node is None or node.label not in SUBJECTS or node.properties.get("retractedAt") is not None:
        return None
    seen = reading.seen(VIEWS[node.label], node)
    return None if seen is None else (node, _decision(node.label, seen, staff=reading.question.staff), seen)


def refused(selection: Selection, id_: str, code: str, question: Question) -> dict[str, Any]:
    none = frozenset[str]()
    nothing = Decision(mask=none, offered=none, codes=none, place_codes=none, reach=none, staff=False)
    return told(selection, id_, nothing, question, type_=None, codes=[code])


def _decision(type_: str, seen: "Seen", *, staff: bool) -> Decision:
    """The decision on what is seen, as far as its access tells of it."""
    # What a register tells anyone, as where a business is based, is not of its access.
    placed = [each for each in VIEWS[type_].fields if getattr(each, "place", False) and each.category is not Category.OPEN]
    places = seen.places if placed else frozenset[str]()
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


def told(
    selection: Selection,
    id_: str,
    decision: Decision,
    question: Question,
    *,
    type_: str | None = "Person",
    codes: Sequence[str] | None = None,
    rules: Rules = (),
    why: Why | None = None,
    may: May | None = None,
) -> dict[str, Any]:
    """What the operation asks of a decision; `why` tells the reasons, where there are any, and `may` what else than to read is allowed."""
    if codes is None:
        codes = decision.shown_codes(CODE_ORDER, PROTECTION_CODES, first_only=question.rules.first_only)
    values: dict[str, Any] = {"subject": id_, "type": type_, "decision": decision.outcome}
    return {
        child.key: values[child.field]
        if child.field in values
        else _many(child, decision, codes, rules, why, {Action.READ: decision} if may is None else may)
        for child in selection.children
    }


def _many(selection: Selection, decision: Decision, codes: Sequence[str], rules: Rules, why: Why | None, may: May) -> list[dict[str, Any]]:
    match selection.field:
        case "categories":
            return [_category(selection, each, decision, why, may) for each in decision.among]
        case "denials":
            asked = {each.field for each in selection.children}
            return _denials(codes, decision, rules if "rule" in asked else (), asked)
        case _:
            return why.reasons(None, decision, selection) if why else []


def _category(selection: Selection, category: Category, decision: Decision, why: Why | None, may: May) -> dict[str, Any]:
    values = {"category": str(category), "allowed": decision.opens(category)}
    values["actions"] = [str(each) for each in Action if each in may and may[each].opens(category)]
    return {child.key: _of_category(child, category, values, decision, why, may) for child in selection.children}


def _of_category(child: Selection, category: Category, values: dict[str, Any], decision: Decision, why: Why | None, may: May) -> Any:
    if child.field == "themes":
        # The tests write the action in the text itself, beside a key that says it.
        return (may.get(Action(child.key), decision.acting(())) if child.arguments else decision).themes(category)
    return values[child.field] if child.field in values else why.reasons(category, decision, child) if why else []


def _denials(codes: Sequence[str], decision: Decision, rules: Rules, asked: set[str]) -> list[dict[str, Any]]:
    """Each code, once for each rule that holds under it where these are told."""
    found = []
    for code in codes:
        of = [(denial.id, denial.closes) for denial, held in rules if code in held]
        closing = dict.fromkeys(id_ for id_, closes in of if (closes is Closes.EVERYTHING) == (code in decision.codes))
        found += [{"code": code, "rule": rule} for rule in (*closing,) or (None,)]
    return [{name: each[name] for name in ("code", "rule") if name in asked} for each in found]


def controls(question: Question) -> bool:
    """Whether a controller asks."""
    return question.viewer.kind is ViewerKind.EMPLOYEE and question.exists(parse(CONTROLLER), {}, When.NOW)


def learnt(subject: GraphNode, question: Question) -> Rules:
    """What whoever asks learns of the rules."""
    return ruled(subject, question) if controls(question) else ()


def ruled(subject: GraphNode, question: Question) -> Rules:
    """The denials with the codes under which they hold."""
    denials = question.rules.denying(question.viewer.kind, subject.label)
    return tuple((denial, question.codes(denial, subject)) for denial in denials)
