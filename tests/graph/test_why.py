"""A cited path is the reason: alone it opens what it is said to open, without any one of its facts it opens nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest

from auth.category import Category
from auth.reference import Bindings, Clock, GraphEdge, GraphNode, Question
from auth.rule import Grant, When
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from graph.model import LABELS
from graph.views import VIEWS
from graph.views.access import SUBJECTS
from graph.views.view import Access
from tests.comparing import seal
from tests.graph.test_access import CHECK, WHY, plain
from tests.graph.test_reach import REACH
from tests.made_graphs import NOW, TODAY, Made, granted, purposes, writes
from tests.naive import Naive, Reading
from tests.naive_groups import given, viewers
from tests.naive_reasons import Hung, Told, Why

_BESIDE = frozenset({"HOLDS", "IN", "COVERS", "HANDLES", "MAY_STATE", "IS", "CLEARED_FOR"})
"""Relationships of what stands on a path that are not of the path: what roles and mandates give, who an employee is, which purpose;
and who owns a business, without whom it is closed."""
_RULES = 17


def question(graph: Made, viewer: Viewer) -> Question:
    return Question(graph=graph.graph, rules=INNSYN, viewer=viewer, clock=Clock(now=NOW, today=TODAY, asked=NOW))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One path, between a viewer and a subject of a graph, with what it opens."""

    graph: Made
    viewer: Viewer
    subject: str
    grant: Grant
    path: Bindings
    gives: frozenset[str]
    hung: Hung | None = None

    @property
    def label(self) -> str:
        return self.graph.graph.nodes[self.subject].label

    @property
    def nodes(self) -> Mapping[str, str]:
        return {name: bound.id for name, bound in self.path.items() if isinstance(bound, GraphNode)}

    @property
    def edges(self) -> list[GraphEdge]:
        found = [bound for bound in self.path.values() if not isinstance(bound, GraphNode)]
        walked = [step for bound in found for step in ((bound,) if isinstance(bound, GraphEdge) else bound)]
        walked += [self.hung.edge] if self.hung else []
        return list({each.id: each for each in walked}.values())

    def alone(self, without: str = "") -> Made:
        """The graph of this path, of what its roles and mandates give, and of who the viewer is; or without one of its relationships."""
        mine = {(each.type, each.start, each.end): each.id for each in self.edges}
        firms = {each.start for each in self.graph.edges if each.type == "OWNED_BY"} & set(self.graph.ids("Business"))
        here, kept = {self.subject, *self.nodes.values()}, {each.id: each for each in self.edges}
        for _ in range(3):
            beside = [
                each
                for each in self.graph.edges
                if each.start in here and (each.type in _BESIDE or (each.type == "OWNED_BY" and each.start in firms))
            ]
            kept |= {each.id: each for each in beside if mine.get((each.type, each.start, each.end), each.id) == each.id}
            here |= {end for each in kept.values() for end in (each.start, each.end)}
        left = [each for each in kept.values() if each.id != without]
        return replace(self.graph, nodes=[each for each in self.graph.nodes if each.id in here], edges=left)

    def holds(self, graph: Made) -> bool:
        """Whether it still leads by the same nodes."""
        asked = question(graph, self.viewer)
        if self.hung and not asked.exists(self.hung.row.pattern, {"subject": self.hung.holder, "row": self.hung.of.subject}, When.NOW):
            return False
        paths = asked.paths(self.grant, self.hung.holder if self.hung else asked.graph.nodes[self.subject]) if asked.node else ()
        return any({name: bound.id for name, bound in each.items() if isinstance(bound, GraphNode)} == self.nodes for each in paths)


def cited(graph: Made) -> Iterator[Cited]:
    """Every path that opens something between any two of a graph."""
    for viewer in (each for each in graph.viewers() if each.case is None):
        reading = read_by(graph, viewer)
        for subject in (each for each in graph.nodes if each.label in SUBJECTS) if reading.question.permitted else ():
            for told, gives in reasons_of(reading, subject):
                yield Cited(graph=graph, viewer=viewer, subject=subject.id, grant=told.grant, path=told.path, gives=gives, hung=told.hung)


def read_by(graph: Made, viewer: Viewer) -> Reading:
    """The graph as the viewer reads it."""
    naive = Naive(graph=graph.graph, rules=INNSYN, viewer=viewer, now=NOW, today=TODAY, parameters={}, seal=seal)
    return naive.reading(naive.question(NOW))


def reasons_of(reading: Reading, subject: GraphNode) -> Iterator[tuple[Told, frozenset[str]]]:
    """The paths that open something by themselves; not where a device is, which opens with the device alone."""
    for told, gives in Why(naive=reading.naive, question=reading.question, now=reading, subject=subject).paths:
        if told.hung is None or str(told.hung.row.category) in gives:
            yield told, gives - {str(Category.ADDRESS)} if told.hung else gives


def of_each_rule(graph: Made) -> list[Cited]:
    """The first of each rule's paths, and of those to each kind of row."""
    found: dict[tuple[str, str, str], Cited] = {}
    for each in cited(graph):
        found.setdefault((each.grant.id, each.grant.path, each.hung.row.id if each.hung else ""), each)
    return list(found.values())


FOUND: Counter[str] = Counter()


@pytest.mark.parametrize("seed", range(40))
def test_a_path_alone_opens_what_it_opened_and_without_any_one_fact_it_is_gone(seed: int) -> None:
    for each in of_each_rule(granted(seed)):
        assert each.gives <= opened(each.alone(), each.viewer, each.subject), (seed, each.grant.id)
        assert each.holds(each.alone())
        assert not any(each.holds(each.alone(fact.id)) for fact in each.edges), (seed, each.grant.id)
        FOUND[each.grant.id] += len(each.edges)
        FOUND.update([each.hung.row.id] if each.hung else [])


def opened(graph: Made, viewer: Viewer, subject: str) -> frozenset[str]:
    """What the graph opens of the subject; of a row, what those that it hangs on open."""
    reading, node = read_by(graph, viewer), graph.graph.nodes[subject]
    view = VIEWS[node.label]
    if view.access is not Access.ROWS:
        return reading.question.decide(node).mask
    seen = reading.seen(view, node)
    return frozenset() if seen is None else seen.mask or frozenset()


def test_paths_of_most_rules_were_cited() -> None:
    assert len([each for each in FOUND if not each.startswith("row.")]) >= _RULES, FOUND
    assert {"row.case", "row.device", "row.business-case", "row.business-device"} <= FOUND.keys(), FOUND


# --- on the databases ---


def renamed(graph: Made, name: str) -> Made:
    """The same graph under other names, so that many fit into one database at once."""
    mine = {each.id for each in graph.nodes}
    nodes = [
        replace(each, id=each.id + name, properties={key: _renamed(each, key, value, name) for key, value in each.properties.items()})
        for each in graph.nodes
    ]
    ends = {id_: id_ + name for id_ in mine}
    edges = [
        replace(each, id=each.id + name, start=ends.get(each.start, each.start), end=ends.get(each.end, each.end)) for each in graph.edges
    ]
    return replace(graph, nodes=nodes, edges=edges)


def _renamed(of: GraphNode, key: str, value: Any, name: str) -> Any:
    declared = LABELS[of.label].properties.get(key)
    return f"{value}{name}" if declared is not None and declared.unique else value


def replays(each: Cited, number: int) -> Iterator[tuple[Made, str, bool]]:
    """The path alone, and without each of its facts, each under a name; whether it is whole."""
    for position, without in enumerate(["", *(fact.id for fact in each.edges)]):
        name = f"-{number}-{position}"
        yield renamed(each.alone(without), name), name, not without


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[] if seed in (3, 7) else pytest.mark.embedded) for seed in range(3, 11)])
async def test_a_database_reads_a_path_alone_and_without_each_fact_as_the_reference(database: Database, seed: int) -> None:
    some = [each for each in of_each_rule(granted(seed)) if each.edges]
    alone = [(each, *replay) for number, each in enumerate(some) for replay in replays(each, number)]
    await database.write_all(writes([purposes(), *(graph for _, graph, _, _ in alone)]))
    for each, graph, name, is_whole in alone:
        viewer = replace(each.viewer, key=each.viewer.key + name)
        answer = await WHY.database(database, viewer, subject=each.subject + name)
        assert plain(answer) == plain(WHY.reference(graph.graph, viewer, subject=each.subject + name)), (seed, name)
        told = (answer.data or {"access": {"grants": ()}})["access"]["grants"]
        # A business may be hidden by whom it belongs to, whatever opens it.
        assert not (is_whole and each.label in ("Person", "Case", "Device")) or each.grant.id in {reason["rule"] for reason in told}, (
            seed,
            name,
        )


# --- three questions, one truth ---


@pytest.mark.embedded
@pytest.mark.parametrize("seed", [3, 7])
async def test_whoever_is_in_a_group_of_a_category_reads_it_and_reaches_the_person(database: Database, seed: int) -> None:
    """`p` is among those who can see `c` of `x` exactly when `p` reads `c` of `x`, and exactly when `x` is among those whom `p` can see."""
    graph, found = granted(seed), 0
    await database.write_all(writes([purposes(), graph]))
    asked = question(graph, Viewer(kind=ViewerKind.ANALYST, key=""))
    persons = [each for each in graph.nodes if each.label == "Person" and "retractedAt" not in each.properties]
    for holder, viewer in viewers(asked):
        mine = question(graph, viewer)
        groups = {(each.id, code) for each in persons for way in given(mine, holder, each, each) for code in way.opened if code in _THREE}
        assert groups == await read(database, viewer, [each.id for each in persons]) == await reached(database, viewer)
        found += len(groups)
    assert found > 4


_THREE = ("CARD", "ADDRESS", "CASES")


async def read(database: Database, viewer: Viewer, ids: list[str]) -> set[tuple[str, str]]:
    """What of them a check says that the viewer reads."""
    answer = ((await CHECK.database(database, viewer, subjects=ids)).data or {})["checkAccess"]
    return {
        (each["subject"], one["category"]) for each in answer for one in each["categories"] if one["allowed"] and one["category"] in _THREE
    }


async def reached(database: Database, viewer: Viewer) -> set[tuple[str, str]]:
    """Whom the viewer is told that they can see, category by category."""
    found = set()
    for code in _THREE:
        page = ((await REACH.database(database, viewer, category=code, theme=None, first=100)).data or {})["whatCanISee"]
        found |= {(each["node"]["id"], code) for each in page["edges"]}
    return found
