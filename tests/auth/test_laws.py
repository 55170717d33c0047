"""The laws of access, on the declared rules, over graphs, viewers and subjects made by chance: they hold whatever the data are.

`tests/auth/test_decide.py` holds the laws of combining over toy rules; here the rules are ours, and the facts change too.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from auth.category import PERSONAL
from auth.decide import NOT_AVAILABLE
from auth.pattern import Pattern
from auth.reference import Graph, GraphEdge, GraphNode
from auth.rule import LASTING, Closes, Denial, Grant, Rules
from auth.rules import CODE_ORDER, INNSYN, PROTECTION_CODES, rules
from auth.rules.policy import Policy
from auth.viewer import Viewer, ViewerKind
from graph.model import RELATIONSHIPS
from graph.views import NODE_TYPES, VIEWS
from graph.views.view import Access
from tests.examples import TIMES, examples
from tests.made_graphs import NOW, REFERENCE_EDGES, REFERENCE_NODES, TODAY, made
from tests.naive import Naive, Reading

GRAPHS = 8 * TIMES
_DAY = 86_400_000
_SAYS = {"nb": "Fordi", "en": "Because"}
MASKED = tuple(type_ for type_ in NODE_TYPES if VIEWS[type_].access is not Access.OPEN)
Part = GraphNode | GraphEdge
Open = frozenset[tuple[str, str]]
T = TypeVar("T")

laws = examples(25)


@dataclass(frozen=True, slots=True)
class World:
    """Every node and relationship of a graph, so that one of them can be changed."""

    parts: tuple[Part, ...]

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis shows what failed: the seed is in every id, and makes the graph again."""
        printer.text("World(…)")

    @property
    def graph(self) -> Graph:
        return Graph.of((each for each in self.parts if isinstance(each, GraphNode)), (e for e in self.parts if isinstance(e, GraphEdge)))

    def label(self, id_: str) -> str:
        return next(each.label for each in self.parts if isinstance(each, GraphNode) and each.id == id_)

    def but(self, part: Part, *instead: Part) -> "World":
        return World(tuple(each for each in self.parts if each is not part) + instead)

    def and_(self, *more: Part) -> "World":
        return World((*self.parts, *more))


@dataclass(frozen=True, slots=True)
class Case:
    """A viewer who asks about some nodes of a world."""

    world: World
    viewer: Viewer
    subjects: tuple[str, ...]

    def opens(self, world: World | None = None, asked: Rules = INNSYN) -> Open:
        """All that is open: entries of masks, what tells places, rows whole or in outline; in another world too."""
        reading = reading_of((world or self.world).graph, self.viewer, asked)
        return frozenset((id_, what) for id_ in self.subjects for what in _open(reading, id_))


def reading_of(graph: Graph, viewer: Viewer, asked: Rules = INNSYN) -> Reading:
    naive = Naive(graph=graph, rules=asked, viewer=viewer, now=NOW, today=TODAY, parameters={}, seal=lambda where, at: "")
    return Reading(naive=naive, question=naive.question(NOW), known=None)


def _open(reading: Reading, id_: str) -> Iterator[str]:
    node = reading.question.graph.nodes.get(id_)
    seen = reading.seen(VIEWS[node.label], node) if node and node.label in MASKED else None
    if node is None or seen is None or not reading.question.permitted:
        return
    if seen.decision is not None:
        yield from seen.decision.mask
        yield from (f"place of {each}" for each in PERSONAL if seen.decision.allows(each, place=True))
        return
    yield "there"
    yield from (*(["whole"] if seen.whole else ()), *(["place"] if not seen.places else ()), *(seen.mask or ()))


@cache
def world(seed: int) -> World:
    graph = made(seed)
    return World((*REFERENCE_NODES, *graph.nodes, *REFERENCE_EDGES, *graph.edges))


@cache
def live(seed: int) -> tuple[tuple[Viewer, tuple[str, ...]], ...]:
    """Viewers of a graph, each with those of whom a grant would give them something: elsewhere little could be broken."""
    graph, silent = made(seed), replace(INNSYN, denials=())
    ids = [node.id for node in graph.nodes if node.label in MASKED]
    found = []
    for viewer in graph.viewers():
        reading = reading_of(graph.graph, viewer, silent)
        reached = tuple(id_ for id_ in ids if set(_open(reading, id_)))
        found += [(viewer, reached)] if reached else []
    return tuple(found)


@st.composite
def cases(draw: st.DrawFn, *, kinds: tuple[ViewerKind, ...] = tuple(ViewerKind), of: str = "") -> Case:
    """Somebody who is given something, asking of those (of others of that label), and of somebody else."""
    seed, viewer, reached = draw(st.sampled_from(askers(kinds, of)))
    others = [node.id for node in made(seed).nodes if node.label in MASKED]
    subjects = draw(st.lists(st.sampled_from(reached), min_size=1, max_size=4, unique=True))
    return Case(world(seed), viewer, tuple(dict.fromkeys((*subjects, draw(st.sampled_from(others))))))


@cache
def askers(kinds: tuple[ViewerKind, ...], of: str) -> list[tuple[int, Viewer, tuple[str, ...]]]:
    found = [(seed, viewer, reached) for seed in range(GRAPHS) for viewer, reached in live(seed) if viewer.kind in kinds]
    if of:
        found = [(seed, viewer, tuple(id_ for id_ in ids if id_.startswith(of) and id_ != viewer.key)) for seed, viewer, ids in found]
    return [each for each in found if each[2]]


def some(all_: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of them, in another order."""
    return st.randoms(use_true_random=False).map(lambda dice: tuple(dice.sample(all_, dice.randint(0, len(all_)))))


def shuffled(all_: Sequence[T], dice: random.Random) -> tuple[T, ...]:
    return tuple(dice.sample(all_, len(all_)))


# --- rules ---


@laws
@given(cases())
def test_silence_denies(case: Case) -> None:
    """A1."""
    assert case.opens(asked=replace(INNSYN, grants=())) == set()


def denial_of_all(code: str = "LAW", *, core: bool = True) -> Denial:
    labels = "|".join(MASKED)
    return Denial(id="law", path=f"(viewer), (subject:{labels})", code=code, core=core, basis="Law", says=_SAYS)


@laws
@given(cases())
def test_a_denial_beats_every_grant(case: Case) -> None:
    """A1, A2."""
    assert case.opens(asked=replace(INNSYN, denials=(*INNSYN.denials, denial_of_all()))) == set()


def override(case: Case, subject: str) -> tuple[Part, ...]:
    """A pass of the viewer to the subject that names every code that there is."""
    nodes = (each for each in case.world.parts if isinstance(each, GraphNode))
    employee = next(each for each in nodes if each.properties.get("ident") == case.viewer.key)
    codes = sorted({denial.code for denial in INNSYN.denials} | {each.id.split(":")[1] for each in REFERENCE_NODES})
    always: dict[str, Any] = {"validFrom": 0, "registeredAt": 0}
    return (
        GraphNode(id="pass", label="Override", properties={"lifts": codes, **always}),
        GraphEdge(id="pass-by", type="BY", start="pass", end=employee.id, properties=always),
        GraphEdge(id="pass-of", type="OF", start="pass", end=subject, properties=always),
    )


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE,), of="person"))
def test_a_core_denial_beats_an_override_that_names_it(case: Case) -> None:
    """A2, A14."""
    persons = [each for each in case.subjects if case.world.label(each) == "Person"]
    for subject in persons:
        asked = reading_of(case.world.and_(*override(case, subject)).graph, case.viewer).question
        found = asked.graph.nodes[subject]
        if any(asked.codes(denial, found) for denial in INNSYN.denials if denial.core and denial.closes is Closes.EVERYTHING):
            assert asked.decide(found).denied


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE,), of="person"))
def test_an_override_never_closes(case: Case) -> None:
    """A14."""
    for subject in (each for each in case.subjects if case.world.label(each) == "Person"):
        assert case.opens() <= case.opens(case.world.and_(*override(case, subject)))


@laws
@given(cases(), st.randoms(use_true_random=False))
def test_order_of_rules_and_facts_changes_nothing(case: Case, dice: random.Random) -> None:
    """A1."""
    other = replace(INNSYN, grants=shuffled(INNSYN.grants, dice), denials=shuffled(INNSYN.denials, dice))
    assert case.opens(World(shuffled(case.world.parts, dice)), other) == case.opens()


@laws
@given(cases(), some(INNSYN.denials))
def test_adding_denials_never_opens(case: Case, fewer: tuple[Denial, ...]) -> None:
    """A1."""
    assert case.opens() <= case.opens(asked=replace(INNSYN, denials=fewer))


@laws
@given(cases(), some(INNSYN.grants))
def test_adding_grants_never_closes(case: Case, fewer: tuple[Grant, ...]) -> None:
    """A1."""
    assert case.opens(asked=replace(INNSYN, grants=fewer)) <= case.opens()


_CHOICES = (
    (Policy(), Policy(districts=True)),
    (Policy(), Policy(without_area=True)),
    (Policy(), Policy(exempt_themes=())),
    (Policy(), Policy(kin="near")),
    (Policy(child_years=16), Policy()),
)


@laws
@given(cases(), st.sampled_from([(rules(closed), rules(open_)) for closed, open_ in _CHOICES]))
def test_the_closed_side_of_a_choice_opens_no_more_than_the_other(case: Case, choice: tuple[Rules, Rules]) -> None:
    closed, open_ = choice
    assert case.opens(asked=closed) <= case.opens(asked=open_)


# --- facts ---


def kinds(patterns: Iterable[Pattern]) -> frozenset[tuple[str, str, str]]:
    """The kinds of relationship that patterns walk."""
    found = set()
    for pattern in patterns:
        for edge in pattern.edges:
            start, end = ((node.labels if (node := pattern.node(name)) else ()) for name in (edge.start, edge.end))
            for kind in RELATIONSHIPS:
                if kind.type in edge.types and (not start or kind.start in start):
                    found |= {(kind.type, kind.start, label) for label in kind.ends if not end or label in end}
    return frozenset(found)


CLOSING = kinds(denial.pattern for denial in INNSYN.denials)
"""Kinds of fact that can close something: without one, more may be open."""


def changed(part: T, **properties: Any) -> T:
    assert isinstance(part, GraphNode | GraphEdge)
    kept = {**part.properties, **properties}
    return replace(part, properties={name: value for name, value in kept.items() if value is not None})


def near(case: Case) -> list[Part]:
    """Relationships at most three away from the viewer and the subjects, and what lasts among their ends: others change little."""
    edges = [each for each in case.world.parts if isinstance(each, GraphEdge)]
    nodes = {each.id: each for each in case.world.parts if isinstance(each, GraphNode)}
    reached = {each.id for each in nodes.values() if case.viewer.key in (each.id, *each.properties.values())} | set(case.subjects)
    for _ in range(2):
        reached |= {end for each in edges if {each.start, each.end} & reached for end in (each.start, each.end) if ":" not in end}
    lasting = (nodes[id_] for id_ in sorted(reached) if nodes[id_].label in LASTING)
    return [*(each for each in edges if {each.start, each.end} & reached), *lasting]


def only_opens(case: Case, part: Part) -> bool:
    """Whether nothing but grants rests on it."""
    return isinstance(part, GraphEdge) and (part.type, case.world.label(part.start), case.world.label(part.end)) not in CLOSING


WITHOUT: tuple[Callable[[Part], tuple[Part, ...]], ...] = (
    lambda edge: (),
    lambda edge: (changed(edge, retractedAt=NOW - _DAY),),
    lambda edge: (changed(edge, validTo=NOW),),
    lambda edge: (changed(edge, validFrom=NOW + _DAY),),
)
UNREADABLE: tuple[Callable[[Part], Part], ...] = (
    lambda part: changed(part, validFrom=None),
    lambda part: changed(part, validFrom="2020-01-01"),
    lambda part: changed(part, validTo="soon"),
    lambda part: changed(part, validFrom=None, validTo="soon"),
)


@laws
@given(cases(), st.data())
def test_a_fact_that_only_grants_rest_on_never_opens_by_going(case: Case, data: st.DataObject) -> None:
    """A1, A15, A16."""
    before = case.opens()
    for fact in data.draw(some([each for each in near(case) if only_opens(case, each)]))[:6]:
        gone = data.draw(st.sampled_from(WITHOUT))(fact)
        assert case.opens(case.world.but(fact, *gone)) <= before, (fact, gone)


@laws
@given(cases(), st.data())
def test_a_validity_that_cannot_be_read_never_opens(case: Case, data: st.DataObject) -> None:
    """A1: of no fact, also of one that a denial compares with another."""
    before = case.opens()
    for fact in data.draw(some(near(case)))[:6]:
        broken = data.draw(st.sampled_from(UNREADABLE))(fact)
        assert case.opens(case.world.but(fact, broken)) <= before, (fact, broken)


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE, ViewerKind.CLIENT)), some(PERSONAL))
def test_widening_a_purpose_never_closes(case: Case, more: tuple[str, ...]) -> None:
    """A11."""
    wider = (
        GraphEdge(
            id=f"wider-{each}",
            type="COVERS",
            start=f"purpose:{case.viewer.purpose}",
            end=f"category:{each}",
            properties={"validFrom": 0, "registeredAt": 0},
        )
        for each in more
    )
    assert case.opens() <= case.opens(case.world.and_(*wider))


# --- what each denial and each time means ---


def added(type_: str, start: str, end: str, **properties: Any) -> GraphEdge:
    always = {"validFrom": 0, "registeredAt": 0}
    return changed(GraphEdge(id=f"{start}-{type_}-{end}", type=type_, start=start, end=end, properties=always), **properties)


def persons(case: Case) -> list[str]:
    return [each for each in case.subjects if case.world.label(each) == "Person" and each != case.viewer.key]


def of_whom(opened: Open, subjects: Iterable[str]) -> set[str]:
    """Of which of them anything is open."""
    return {id_ for id_, _ in opened} & set(subjects)


def own_node(case: Case) -> str:
    """The employee who asks."""
    return next(each.id for each in case.world.parts if isinstance(each, GraphNode) and each.properties.get("ident") == case.viewer.key)


def uncleared(case: Case) -> Case:
    """Where nobody has a clearance: what one opens is told by the cases."""
    kept = (each for each in case.world.parts if not (isinstance(each, GraphEdge) and each.type == "CLEARED_FOR"))
    return replace(case, world=World(tuple(kept)))


@laws
@given(cases(of="person"), st.sampled_from(("STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD", "CONFIDENTIAL")))
def test_an_address_protection_closes_to_all_but_the_person_and_the_cleared(case: Case, code: str) -> None:
    """A3."""
    case, hidden = uncleared(case), persons(case)
    world_ = case.world.and_(*(added("PROTECTED_AS", each, f"protection:{code}") for each in hidden))
    assert not of_whom(case.opens(world_), hidden)


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE,), of="person"), st.sampled_from(("PARENT_OF", "PARTNER_OF")), st.booleans(), st.booleans())
def test_whoever_is_or_becomes_kin_is_closed(case: Case, type_: str, forth: bool, ended: bool) -> None:
    """A4: now, before and after."""
    own = GraphNode(id="self", label="Person", properties={"screenedAt": 0, "registeredAt": 0})
    ends = [("self", each) if forth else (each, "self") for each in persons(case)]
    kin = (added(type_, *each, validTo=NOW - _DAY if ended else None) for each in ends)
    assert not of_whom(case.opens(case.world.and_(own, added("IS", own_node(case), "self"), *kin)), persons(case))


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE, ViewerKind.CLIENT), of="person"))
def test_the_long_dead_are_closed_to_all_but_whom_something_lifts(case: Case) -> None:
    """A5: and nothing that opens of the living closes by it."""
    case, gone, long_ago = uncleared(case), persons(case), TODAY.replace(year=2020)
    world_ = World(tuple(changed(each, deathDate=long_ago) if each.id in gone else each for each in case.world.parts))
    plain = tuple(each for each in INNSYN.grants if not (each.lifts or each.secondary))
    assert case.opens(world_) <= case.opens()
    assert not of_whom(case.opens(world_, replace(INNSYN, grants=plain)), persons(case))


@laws
@given(cases())
def test_a_code_shows_to_staff_alone_and_only_where_a_grant_would_open(case: Case) -> None:
    """A6."""
    asked = reading_of(case.world.graph, case.viewer).question
    for found in (asked.decide(asked.graph.nodes[each]) for each in case.subjects):
        shown = set(found.shown_codes(CODE_ORDER, PROTECTION_CODES))
        shown |= {found.code(each, place=False, order=CODE_ORDER) for each in PERSONAL if not found.allows(each)}
        if not found.staff:
            assert shown <= {NOT_AVAILABLE}
        elif told := shown & found.codes - found.place_codes:
            assert found.offered - found.mask
            assert len(told) == 1 or not told & PROTECTION_CODES


@laws
@given(cases(of="person"))
def test_a_relation_brings_the_card_unless_a_core_denial_stands_between(case: Case) -> None:
    """A7: and nothing else."""
    asked = reading_of(case.world.graph, case.viewer).question
    for id_ in persons(case):
        other = asked.graph.nodes[id_]
        alone, related = asked.decide(other).mask, asked.decide(other, related=True).mask
        core = (each for each in INNSYN.denying(case.viewer.kind, "Person") if each.core and each.closes is Closes.EVERYTHING)
        between = any(asked.codes(each, other) for each in core)
        assert related == alone | (frozenset() if between else {"CARD"})


@laws
@given(cases(of="person"))
def test_who_was_never_screened_is_closed_to_all_but_the_person(case: Case) -> None:
    """A9."""
    unscreened = (changed(each, screenedAt=None) if each.id in persons(case) else each for each in case.world.parts)
    assert not of_whom(case.opens(World(tuple(unscreened))), persons(case))


@laws
@given(cases(of="person"))
def test_a_home_shared_with_somebody_hidden_tells_no_place(case: Case) -> None:
    """A10: unless the viewer lives there, or is cleared."""
    case = uncleared(case)
    hidden = GraphNode(id="hidden", label="Person", properties={"screenedAt": 0, "registeredAt": 0})
    home = GraphNode(id="home", label="Address", properties={"kind": "RESIDENCE", "registeredAt": 0})
    lives = (added("HAS_ADDRESS", each, "home") for each in (*persons(case), "hidden"))
    world_ = case.world.and_(hidden, home, *lives, added("PROTECTED_AS", "hidden", "protection:CONFIDENTIAL"))
    places = {each for each in case.opens(world_) if each[0] in persons(case) and each[1].startswith("place of")}
    assert not places


@laws
@given(cases(kinds=(ViewerKind.PERSON,)))
def test_what_a_holder_of_a_mandate_holds_further_is_not_the_viewers(case: Case) -> None:
    """A13."""
    middle = GraphNode(id="middle", label="Person", properties={"screenedAt": 0, "registeredAt": 0})
    always = {"kind": "PROXY", "actions": ["READ"], "validFrom": 0, "registeredAt": 0}
    holders = (case.viewer.key, *persons(case))
    mandates = tuple(GraphNode(id=f"mandate-{each}", label="Mandate", properties=always) for each in holders)
    giver = {f"mandate-{case.viewer.key}": "middle"} | {f"mandate-{each}": each for each in persons(case)}
    to = (added("TO", each.id, case.viewer.key if giver[each.id] == "middle" else "middle") for each in mandates)
    given_ = (added("FROM", each.id, giver[each.id]) for each in mandates)
    covers = (added("COVERS", each.id, "category:IDENTITY") for each in mandates)
    assert case.opens(case.world.and_(middle, *mandates, *to, *given_, *covers)) == case.opens()


@laws
@given(cases(kinds=(ViewerKind.EMPLOYEE,), of="person"))
def test_an_employee_opens_nothing_by_what_they_hold_as_a_citizen(case: Case) -> None:
    """A13: one token is one kind of viewer."""
    own = GraphNode(id="self", label="Person", properties={"screenedAt": 0, "registeredAt": 0})
    known = case.world.and_(own, added("IS", own_node(case), "self"))
    always = {"kind": "PROXY", "actions": ["READ"], "validFrom": 0, "registeredAt": 0}
    mandates = [GraphNode(id=f"mandate-{each}", label="Mandate", properties=always) for each in persons(case)]
    ends = ((added("TO", each.id, "self"), added("FROM", each.id, each.id.removeprefix("mandate-"))) for each in mandates)
    covers = (added("COVERS", each.id, "category:IDENTITY") for each in mandates)
    assert case.opens(known.and_(*mandates, *chain.from_iterable(ends), *covers)) == case.opens(known)


@laws
@given(cases(), st.integers(-500, 500))
def test_rights_are_judged_now_whenever_the_data_are_of(case: Case, days: int) -> None:
    """A15: of what is open, the time asked for changes only what tells places."""
    now = reading_of(case.world.graph, case.viewer).question
    then = replace(now, clock=replace(now.clock, asked=NOW + days * _DAY))
    for each in case.subjects:
        one, other = now.decide(now.graph.nodes[each]), then.decide(then.graph.nodes[each])
        assert (one.mask, one.codes, one.reach) == (other.mask, other.codes, other.reach)


@laws
@given(cases(), st.data())
def test_what_was_wrong_never_was(case: Case, data: st.DataObject) -> None:
    """A16: a retracted fact decides as if it were not there. What tells places may stay closed by it: it was once shown."""
    for fact in [each for each in data.draw(some(near(case))) if isinstance(each, GraphEdge)][:3]:
        retracted = case.opens(case.world.but(fact, changed(fact, retractedAt=NOW - _DAY)))
        gone = case.opens(case.world.but(fact))
        assert not_places(retracted) == not_places(gone), fact
        assert retracted <= gone, fact


def not_places(opened: Open) -> Open:
    return frozenset(each for each in opened if not each[1].startswith("place"))


def test_the_laws_are_asked_of_those_who_are_given_something() -> None:
    found = {viewer.kind for seed in range(GRAPHS) for viewer, _ in live(seed)}
    assert found == {ViewerKind.EMPLOYEE, ViewerKind.PERSON, ViewerKind.CLIENT}
    assert sum(len(reached) for seed in range(GRAPHS) for _, reached in live(seed)) > 100 * TIMES
