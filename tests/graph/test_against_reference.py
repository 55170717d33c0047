"""Both databases against the reference: the same answers, field by field, on graphs, viewers and times made by chance."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.category import Category
from auth.reference import Clock, Question
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.compile.disclosed import Disclosure
from graph.database import Database, Engine
from tests.comparing import Asking, compared
from tests.examples import TIMES, examples
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes
from tests.naive_disclosed import plain as disclosed
from tests.naive_reasons import rules_that_open

_DAY = 86_400_000
_CARD = "id name { full }"


def _persons(name: str, fields: str) -> str:
    return f"query {name}($ids: [ID!]!, $first: Int) {{ nodes(ids: $ids) {{ ... on Person {{ {fields} }} }} }}"


PERSONS = (
    _persons(
        "themselves",
        f"""id name {{ given full }} nin birthDate gender phone protections {{ code }}
        access {{ subject decision categories {{ category allowed themes }} denials {{ code }} }}
        addresses {{ kind city area {{ code }} validFrom }} area {{ id partOf {{ code }} }} household {{ id members {{ {_CARD} }} }}
        servedBy {{ edges {{ kind theme {{ code }} roles {{ code }} node {{ id name }} }} }}""",
    ),
    _persons(
        "relations",
        f"""family(first: $first) {{
          totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor relation node {{ {_CARD} birthDate area {{ code }} }} }}
        }}
        employments(first: $first) {{ totalCount edges {{ title node {{ id name partOf {{ name }} }} }} }}
        businessRoles {{ edges {{ role {{ code }} node {{ name }} }} }}
        mandatesGiven {{ edges {{ node {{ id kind holder {{ ... on Person {{ {_CARD} }} ... on Business {{ id name }} }}
          themes {{ code }} categories }} }} }}
        mandatesHeld {{ totalCount edges {{ node {{ id giver {{ ... on Person {{ {_CARD} }} }} }} }} }}""",
    ),
    _persons(
        "rows",
        f"""cases(first: $first) {{ totalCount edges {{ part node {{ id title theme {{ code }} unit {{ id name }}
          parties {{ edges {{ node {{ ... on Person {{ {_CARD} }} }} }} }} }} }} }}
        activities {{ edges {{ node {{ id title case {{ id title }} arranger {{ ... on Unit {{ name }} }} }} }} }}
        devices {{ totalCount edges {{ loanType node {{ id connected place {{ ... on Address {{ street }} ... on Unit {{ id }} }} }} }} }}
        dialogues {{ edges {{ node {{ id theme {{ code }} lockedTo {{ name }} }} }} }}""",
    ),
)
OTHERS = (
    f"""query hung($ids: [ID!]!, $first: Int) {{
  viewer {{ kind id name positions {{ role {{ code }} unit {{ id }} }} mandates {{ id }} }}
  nodes(ids: $ids) {{
    ... on Case {{ id title theme {{ code }} unit {{ id number }}
      parties(first: $first) {{ totalCount edges {{ part node {{ ... on Person {{ {_CARD} nin }} }} }} }} }}
    ... on Mandate {{ id kind giver {{ ... on Person {{ {_CARD} }} }} themes {{ code }} }}
    ... on Dialogue {{ id channel unit {{ id }} lockedTo {{ id }} }} }} }}""",
    """query things($ids: [ID!]!, $first: Int) { nodes(ids: $ids) {
    ... on Device { id product connected keptBy { ... on Unit { name } ... on Business { name } }
      place { ... on Address { city } ... on Business { name } } owner { ... on Unit { name } } }
    ... on Activity { id title case { id title } arranger { ... on Business { name form } } } } }""",
    """query registers($ids: [ID!]!, $first: Int) { nodes(ids: $ids) {
    ... on Business { id name organisationNumber subunits(first: $first) { totalCount edges { node { id name } } } area { code } }
    ... on Area { id code } ... on Role { id reach } ... on Unit { id number name partOf { name } areas { code } } } }""",
    f"""query organisations($ids: [ID!]!, $first: Int) {{ nodes(ids: $ids) {{
    ... on Business {{ id form
      employees(first: $first) {{ totalCount pageInfo {{ hasNextPage }} edges {{ title percentage node {{ {_CARD} birthDate }} }} }}
      representatives(first: $first) {{ totalCount edges {{ role {{ code }} node {{ {_CARD} }} }} }}
      cases(first: $first) {{ totalCount edges {{ part node {{ id title unit {{ name }} }} }} }} }} }} }}""",
    """query held($ids: [ID!]!, $first: Int) { nodes(ids: $ids) {
    ... on Business { id
      devices(first: $first) { totalCount edges { relation node { id product status keptBy { ... on Business { id } } } } }
      activities(first: $first) { edges { cursor node { id title } } } dialogues { totalCount edges { node { id channel } } } }
    ... on Municipality { id devices(first: $first) { totalCount edges { relation node { id place { ... on Municipality { id } } } } }
      activities { totalCount edges { node { id case { id title } } } } }
    ... on Dialogue { id employee { id ident name } } ... on Employee { id ident name } } }""",
)
PAST = f"""query past($id: ID!, $at: DateTime, $knownAt: DateTime, $first: Int) {{ person(id: $id, at: $at, knownAt: $knownAt) {{
  id addresses {{ city validFrom }} area {{ code }} household {{ id }}
  family(first: $first) {{ totalCount edges {{ relation node {{ {_CARD} addresses {{ city }} }} }} }}
  employments {{ edges {{ title node {{ name }} }} }}
  cases {{ edges {{ node {{ id title unit {{ name }} }} }} }} servedBy {{ edges {{ node {{ name }} }} }}
  devices {{ edges {{ node {{ id product status connected place {{ ... on Unit {{ name }} }} }} }} }}
  dialogues {{ edges {{ node {{ id unit {{ name }} }} }} }} }} }}"""


def _plain(answer: Answer) -> Any:
    disclosures = disclosed(answer.disclosures) if answer.problem is None else []
    return [*compared(answer), json.loads(json.dumps(disclosures))]


class Graphs:
    """The graphs that a database holds."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.held: set[int] = set()

    async def hold(self, seeds: Sequence[int]) -> list[Made]:
        graphs = [made(seed) for seed in seeds]
        new = [graph for graph in graphs if graph.seed not in self.held]
        shared = [] if self.held else [purposes()]
        for each in ([graph] for graph in [*shared, *([] if not new else [_joined(new)])]):
            await self.database.write_all(writes(each))
        self.held |= {graph.seed for graph in new}
        return graphs


def _joined(graphs: Sequence[Made]) -> Made:
    return Made(seed=-1, nodes=[node for each in graphs for node in each.nodes], edges=[edge for each in graphs for edge in each.edges])


def _ids(graph: Made, *, persons: bool) -> list[str]:
    return [*(node.id for node in graph.nodes if (node.label == "Person") is persons), "unknown"]


@pytest.fixture
def graphs(database: Database) -> Graphs:
    return Graphs(database)


COMPARED: Counter[str] = Counter()
_SEEDS = st.lists(st.integers(0, 2**31), min_size=2, max_size=2, unique=True)
_FIRST = st.sampled_from((0, 1, 2, 20))
_WHEN = st.sampled_from((None, NOW - 35 * _DAY, NOW - 200 * _DAY, NOW - 1, NOW + _DAY))
ASKING = {text: Asking(text, now=NOW, today=TODAY) for text in (*PERSONS, *OTHERS, PAST)}


def _asks(viewer: Viewer, text: str, engine: Engine) -> bool:
    """Whether they ask it: of Neo4j, which plans it for each kind of viewer, the few clients and analysts in `make test-long` alone,
    but for what is about persons."""
    return engine != "neo4j" or TIMES > 1 or text in PERSONS or viewer.kind in (ViewerKind.EMPLOYEE, ViewerKind.PERSON)


@examples(50)
@given(seeds=_SEEDS, first=_FIRST, text=st.sampled_from((*PERSONS, *OTHERS)))
async def test_every_viewer_reads_what_the_reference_gives(graphs: Graphs, seeds: list[int], first: int, text: str) -> None:
    for graph in await graphs.hold(seeds):
        ids = _ids(graph, persons=text in PERSONS)
        for viewer in (each for each in graph.viewers() if _asks(each, text, graphs.database.engine)):
            found = await ASKING[text].database(graphs.database, viewer, ids=ids, first=first)
            assert _plain(found) == _plain(ASKING[text].reference(graph.graph, viewer, ids=ids, first=first)), (graph.seed, viewer)
            assert not wrong_rules(graph, viewer, found), (graph.seed, viewer)
            COMPARED[graphs.database.engine] += len(ids)


def wrong_rules(graph: Made, viewer: Viewer, answer: Answer) -> list[Disclosure]:
    """Those persons of whom the log would tell other rules than what opened them."""
    question = Question(graph=graph.graph, rules=INNSYN, viewer=viewer, clock=Clock(now=NOW, today=TODAY, asked=NOW))
    asked = (each for each in answer.disclosures if each.type == "Person" and ("Query.nodes", Category.OPEN) in each.given)
    return [each for each in asked if set(each.rules) != rules_that_open(question, graph.graph.nodes[each.subject])]


@examples(8)
@given(seeds=_SEEDS, first=_FIRST, at=_WHEN, known=_WHEN)
async def test_the_past_reads_as_the_reference_gives(
    graphs: Graphs, seeds: list[int], first: int, at: int | None, known: int | None
) -> None:
    for graph in await graphs.hold(seeds):
        for id_ in graph.ids("Person")[:2]:
            values = {"id": id_, "first": first, "at": at, "knownAt": known}
            for viewer in graph.viewers():
                found = await ASKING[PAST].database(graphs.database, viewer, **values)
                assert _plain(found) == _plain(ASKING[PAST].reference(graph.graph, viewer, **values)), (graph.seed, viewer, values)
                COMPARED[graphs.database.engine] += 1


async def test_pages_joined_are_the_whole(graphs: Graphs) -> None:
    family = "family(first: $first, after: $after) { edges { cursor node { id } } }"
    text = f"query page($id: ID!, $first: Int, $after: String) {{ person(id: $id) {{ {family} }} }}"
    asking = Asking(text, now=NOW, today=TODAY)
    for graph in await graphs.hold(range(40, 46)):
        for id_ in graph.ids("Person"):
            viewer = Viewer(kind=ViewerKind.PERSON, key=id_)
            whole = (await asking.database(graphs.database, viewer, id=id_, first=100)).data
            pages, after = [], None
            while whole and whole["person"] and (page := await _page(asking, graphs, viewer, {"id": id_, "first": 2, "after": after})):
                pages += page
                after = json.loads(page[-1]["cursor"].split(" ", 1)[1].replace("'", '"'))
            assert pages == (whole["person"]["family"]["edges"] if whole and whole["person"] else [])


async def _page(asking: Asking, graphs: Graphs, viewer: Viewer, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    data = (await asking.database(graphs.database, viewer, **values)).data
    return list(data["person"]["family"]["edges"]) if data else []


async def test_enough_was_compared(graphs: Graphs) -> None:
    """In `make test-long`, 100,000."""
    assert COMPARED[graphs.database.engine] >= 20_000 * TIMES
