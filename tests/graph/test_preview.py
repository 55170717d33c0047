"""`preview` on both databases: what a holder sees by one mandate alone, less what one does not see oneself."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.category import PERSONAL
from auth.decide import shared
from auth.reference import Clock, Question
from auth.rules import INNSYN
from auth.rules.preview import alone
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.answering import Api
from tests.asking import QUERIES
from tests.comparing import Asking, compared
from tests.examples import TIMES, examples
from tests.graph.test_against_reference import Graphs
from tests.graph.test_no_leak import Change, changes
from tests.made_graphs import NOW, TODAY, Made, made
from tests.naive_preview import Both, Holder
from tests.tiny import citizen

PREVIEW = Asking(QUERIES["preview"], now=NOW, today=TODAY)
CATEGORIES = (None, ["CARD"], ["CASES", "ADDRESS"], ["FAMILY", "DEVICES", "CARD"], list(map(str, PERSONAL)))
THEMES = (["AAP"], ["SYK", "HJE"], None, ["FAR"])
ACTIONS = (None, None, ["READ", "WRITE"], ["WRITE"])
COMPARED: Counter[str] = Counter()
_SILENT: dict[str, Any] = {"mandate": None, "categories": None, "themes": None, "actions": None}


@pytest.fixture
def graphs(database: Database) -> Graphs:
    return Graphs(database)


def asked(graph: Made, dice: random.Random) -> list[dict[str, Any]]:
    """Each mandate, one that is not there, and some proxies that are not given."""
    mandates = [_SILENT | {"mandate": id_} for id_ in [*graph.ids("Mandate"), "unknown"]]
    supposed = [
        _SILENT | {"categories": dice.choice(CATEGORIES), "themes": dice.choice(THEMES), "actions": dice.choice(ACTIONS)} for _ in range(2)
    ]
    return mandates + supposed


@examples(30)
@given(seed=st.integers(0, 2**31), dice=st.randoms(use_true_random=False))
async def test_a_preview_is_what_both_may_see(graphs: Graphs, seed: int, dice: random.Random) -> None:
    (graph,) = await graphs.hold([seed])
    for viewer in (each for each in graph.viewers() if each.kind is ViewerKind.PERSON):
        for values in asked(graph, dice):
            found = compared(await PREVIEW.database(graphs.database, viewer, **values))
            expected = compared(PREVIEW.reference(graph.graph, viewer, **values))
            assert found == expected, (seed, viewer, values)
            COMPARED[graphs.database.engine] += (expected[0]["preview"] or {}).get("access", {}).get("decision") == "PARTIAL"


@pytest.mark.parametrize("seed", range(40))
def test_what_both_may_see_is_in_the_mask_of_each(seed: int) -> None:
    """Whatever else the holder may see of them, and whoever else holds a mandate of theirs."""
    graph = made(seed)
    clock, nodes = Clock(now=NOW, today=TODAY, asked=NOW), graph.graph
    for edge in (each for each in graph.edges if each.type in ("FROM", "ABOUT") and each.end in graph.ids("Person")):
        for holder in (each.end for each in graph.edges if each.type == "TO" and each.start == edge.start):
            one, real = (Question(graph=nodes, rules=INNSYN, viewer=citizen(key), clock=clock) for key in (edge.end, holder))
            stated = Viewer(kind=ViewerKind.PERSON, key=holder, purpose=edge.start)
            other = Holder(graph=nodes, rules=alone(INNSYN), viewer=stated, clock=clock, me=edge.end)
            both = Both(graph=nodes, rules=INNSYN, viewer=one.viewer, clock=clock, one=one, other=other)
            for person in (nodes.nodes[id_] for id_ in graph.ids("Person")):
                mask = both.decide(person).mask
                assert mask == shared(mask, one.decide(person).mask) == shared(mask, real.decide(person).mask), (edge.start, person.id)


_CHANGES = 10 * TIMES


async def test_a_fact_that_a_citizen_may_not_see_changes_no_byte_of_their_preview(graphs: Graphs) -> None:
    """A17: wherever the reference shows the same preview of two graphs, the answers are the same bytes."""
    (graph,), dice, told = await graphs.hold([83]), random.Random(83), 0  # noqa: S311 - not for secrets
    api, pairs = Api(graphs.database), [(citizen(id_), values) for id_ in graph.ids("Person") for values in asked(graph, dice)]
    for change, _ in zip(changes(graph), range(_CHANGES), strict=False):
        some = [each for each in dice.sample(pairs, 4) if unseen(graph, change, *each)]
        before = [await api.ask(viewer, QUERIES["preview"], **values) for viewer, values in some]
        await graphs.database.write(*change.there)
        after = [await api.ask(viewer, QUERIES["preview"], **values) for viewer, values in some]
        await graphs.database.write(*change.back)
        assert before == after, (change.what, some)
        told += sum(b'"preview":{' in each for each in before)
    assert told > 5


def unseen(graph: Made, change: Change, viewer: Viewer, values: dict[str, Any]) -> bool:
    """Whether the preview of both graphs is the same."""
    one, other = (PREVIEW.reference(each.graph, viewer, **values) for each in (graph, change.graph))
    return bool(compared(one) == compared(other))


async def test_enough_was_open(database: Database) -> None:
    assert COMPARED[database.engine] > 20
