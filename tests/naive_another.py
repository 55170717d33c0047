"""The naive access of another viewer: for controllers, for each purpose that the viewer may state, by the reference's decisions alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from auth.category import PERSONAL
from auth.decide import Decision, Pair, missing, reserved
from auth.oslo import OSLO
from auth.pattern import parse
from auth.reference import Clock, GraphNode, Question
from auth.rule import CoversOf, Grant, ThemeOf, When, parts_of
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.rules.terms import STATES_PURPOSE
from auth.subject import SubjectType
from auth.viewer import Viewer, ViewerKind
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import place
from graph.views.view import Access
from tests.naive_access import access_at, controls, found_of, refused, ruled, told
from tests.naive_reasons import Why as Reasons
from tests.naive_reasons import opening

if TYPE_CHECKING:
    from tests.naive import Naive, Reading

Why = Mapping[str, frozenset[tuple[str, str | None]]]
"""By category, rules, each with the label of what it opens a row through."""

_CODES = frozenset(CODE_ORDER) | {"NOT_AVAILABLE"}


def access_of(naive: "Naive", selection: Selection, at: int | None) -> dict[str, Any]:
    """The viewer's own access, or that of the other one whom they name."""
    id_, viewer = (naive.given(selection, name) for name in ("subject", "viewer"))
    return access_at(naive, selection, id_, at) if viewer is None else access_as(naive, selection, id_, viewer, at)


def access_as(naive: "Naive", selection: Selection, id_: str, viewer: str, at: int | None) -> dict[str, Any]:
    """The access that another viewer has, as a controller learns it; to all others that of nobody."""
    reading = naive.reading(naive.question(naive.now))
    asker = reading.question
    if not controls(asker):
        return refused(selection, id_, reserved(staff=asker.staff), asker)
    who, subject = naive.graph.nodes.get(viewer), naive.graph.nodes.get(id_)
    types, kinds = (naive.given(selection, name) for name in ("type", "viewerKind"))
    if who is None or subject is None or _unlike(who, subject, types, kinds) or _closed(who, subject, reading):
        return refused(selection, id_, missing(staff=asker.staff), asker)
    naive.persons |= naive.concerned(subject, reading)
    asked = questions(asker, who, naive.now if at is None else min(at, naive.now), naive.now)
    found = [(each, seen[1]) for each in asked if (seen := found_of(naive, id_, naive.reading(each))) is not None]
    if not found:
        return refused(selection, id_, missing(staff=asked[0].staff), asked[0])
    decision = silent(joined([each for _, each in found]), [each for each, _ in found], subject)
    if at is not None and place(subject.label):
        then = min(at, naive.now)
        judged = [replace(each, clock=replace(each.clock, asked=then)) for each in questions(asker, who, naive.now, naive.now)]
        pair = Pair.of(asker.rules, judged[0].viewer.kind, subject.label)
        shut = frozenset(code for each in judged for denial in pair.places for code in each.codes(denial, subject))
        decision = replace(decision, place_codes=decision.place_codes | shut)
    past = at is not None and at < naive.now
    if past and at is not None and _placed(asker, subject, at):
        if subject.label != "Person":
            return refused(selection, id_, missing(staff=asked[0].staff), asked[0])
        decision = _without_places(decision, asked, subject)
    return _told(selection, subject, decision, found[0][0], past=past)


def _placed(asker: Question, subject: GraphNode, at: int) -> bool:
    """Whether the places of then are closed to the controller."""
    then = replace(asker, clock=replace(asker.clock, asked=at))
    return any(then.codes(denial, subject) for denial in Pair.of(then.rules, then.viewer.kind, subject.label).places)


def _without_places(decision: Decision, asked: Sequence[Question], subject: GraphNode) -> Decision:
    """What is open by the grants that lead over no place."""
    grants = [each for each in Pair.of(asked[0].rules, asked[0].viewer.kind, subject.label).grants if not _by_place(each)]
    open_ = frozenset(each for question in asked for grant in grants for each in opened(question, grant, subject))
    return replace(decision, mask=decision.mask & open_, offered=decision.offered & open_)


def _by_place(grant: Grant) -> bool:
    """Whether it leads over where the person is, over there being no such place, or from a row to where that is."""
    words = ("BELONGS_TO", "FOLLOWED_UP_BY", "ARRANGED_BY", "HAS_ADDRESS", "MEMBER_OF", "KEPT_AT")
    return any(word in path for path in (grant.path, *grant.unless) for word in words)


def _told(selection: Selection, subject: GraphNode, decision: Decision, asked: Question, *, past: bool) -> dict[str, Any]:
    closed = PROTECTION_CODES if past else decision.place_codes - decision.codes
    shown = decision.shown_codes(CODE_ORDER, PROTECTION_CODES)
    if past:
        shown = decision.shown_then(CODE_ORDER, PROTECTION_CODES, PROTECTION_CODES)
    rules = [(denial, held - closed) for denial, held in ruled(subject, asked)]
    if not decision.staff:
        closes = decision.offered - decision.mask
        rules = [(denial, frozenset(["NOT_AVAILABLE"]) if held and closes else held - _CODES) for denial, held in rules]
    codes = ["NOT_AVAILABLE" if code in closed else code for code in shown]
    seen = replace(decision, codes=decision.codes | ({"NOT_AVAILABLE"} if not decision.staff else frozenset()))
    return told(selection, subject.id, seen, asked, type_=subject.label, codes=codes, rules=rules, may={})


def questions(asker: Question, who: GraphNode, at: int, now: int) -> list[Question]:
    """The questions that someone can ask: one for each purpose that they may state, or one for none."""
    kind = next(each for each in ViewerKind if each.label == who.label)
    today = datetime.fromtimestamp(at / 1000, OSLO).date() if at != now else asker.clock.today
    clock = Clock(now=at, today=today, asked=at, real=now)
    plain = replace(asker, viewer=Viewer(kind=kind, key=str(who.properties.get(kind.key, who.id))), clock=clock)
    if not kind.states_purpose:
        return [plain]
    stated = {
        str(each["purpose"].properties.get("code"))
        for each in plain.match(parse(STATES_PURPOSE[kind]), {}, When.NOW)
        if isinstance(each["purpose"], GraphNode)
    }
    return [replace(plain, viewer=replace(plain.viewer, purpose=each)) for each in sorted(stated)] or [plain]


def joined(found: Sequence[Decision]) -> Decision:
    """What is open for some purpose."""
    return replace(
        found[0],
        mask=frozenset(it for each in found for it in each.mask),
        offered=frozenset(it for each in found for it in each.offered),
        reach=frozenset(it for each in found for it in each.reach),
        whole=any(each.whole for each in found),
    )


def _unlike(who: GraphNode, subject: GraphNode, type_: str | None, kind: str | None) -> bool:
    """Whether either of the two is not what can be asked about, or not what it is said to be."""
    types = [each.label for each in SubjectType if type_ in (None, each) and each is not SubjectType.MUNICIPALITY]
    kinds = [each.label for each in ViewerKind if each.label and kind in (None, each.name)]
    return subject.label not in types or who.label not in kinds


def _closed(who: GraphNode, subject: GraphNode, reading: "Reading") -> bool:
    """Whether a core denial keeps either of the two from the controller, or there is no such viewer or subject."""
    if any("retractedAt" in each.properties for each in (who, subject)):
        return True
    persons = [who] if who.label == "Person" else []
    if who.label == "Employee":
        own = replace(reading.question, viewer=Viewer(kind=ViewerKind.EMPLOYEE, key=str(who.properties["ident"])))
        met = [each["self"] for each in own.match(parse("(viewer:Employee)-[:IS]->(self:Person)"), {}, When.UNLESS_OVER)]
        if any(_kept_at_work(each, reading.question) for each in met if isinstance(each, GraphNode)):
            return True
    return any(reading.core_denied(each) for each in (subject, *persons))


def _kept_at_work(person: GraphNode, question: Question) -> bool:
    """Whether a core denial keeps the person from the controller, beside that they are shielded: every employee may be."""
    core = Pair.of(question.rules, question.viewer.kind, "Person").core
    return any(question.codes(denial, person) for denial in core if denial.id != "staff.shielded")


def silent(decision: Decision, asked: Sequence[Question], subject: GraphNode) -> Decision:
    """Without the themes that a case, a mandate or a consent tells; the access of a row tells none."""
    told = {
        each
        for question in asked
        for grant in Pair.of(question.rules, question.viewer.kind, subject.label).grants
        if not any(isinstance(part, ThemeOf | CoversOf) for part in parts_of(grant.gives))
        for each in opened(question, grant, subject)
    }
    if VIEWS[subject.label].access is Access.ROWS:
        return decision
    untold = {each for each in decision.mask if ":" in each} - told
    return replace(decision, mask=decision.mask - untold, offered=decision.offered - untold)


def opened(question: Question, grant: Grant, subject: GraphNode) -> frozenset[str]:
    """What a grant opens of the subject, by its paths that lift whatever denial binds them."""
    pair = Pair.of(question.rules, question.viewer.kind, subject.label)
    bound = (*pair.core, *(() if grant.secondary else pair.overridable))
    held = frozenset(code for denial in bound for code in question.codes(denial, subject))
    paths = (path for path in question.paths(grant, subject) if held <= question.lifted(grant, path))
    return frozenset(each for path in paths for each in question.given_by(grant, path))


def rules_of(naive: "Naive", question: Question, subject: GraphNode) -> Why:
    """By category, the rules that open it, each with what it is that a row is read through by it."""
    if VIEWS[subject.label].access is Access.ROWS:
        return _of_row(naive, question, subject)
    mask = question.decide(subject).mask
    found = {str(category): set[tuple[str, str | None]]() for category in PERSONAL}
    for grant in Pair.of(question.rules, question.viewer.kind, subject.label).grants:
        for each in opened(question, grant, subject) & mask & found.keys():
            found[each].add((grant.id, None))
    return {category: frozenset(rules) for category, rules in found.items()}


def _of_row(naive: "Naive", question: Question, row: GraphNode) -> Why:
    """The same of a row: by whatever has a part in it, of each through whom it shows."""
    found, reading = {str(category): set[tuple[str, str | None]]() for category in PERSONAL}, naive.reading(question)
    if found_of(naive, row.id, reading) is not None:
        for basis in Reasons(naive=naive, question=question, now=reading, subject=row).bases():
            for grant, _, gives in opening(question, basis.why.subject):
                for each in basis.narrowed(gives):
                    found[each].add((grant.id, basis.hung.row.holder if basis.hung else None))
    return {category: frozenset(rules) for category, rules in found.items()}
