"""Search on both databases: what the reference finds, in its order, page by page."""

import json
import random
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from auth.category import Category
from auth.reference import Graph, GraphNode
from auth.viewer import Viewer
from graph.load import search
from graph.load.names import sort_key
from graph.model import LABELS
from graph.views import VIEWS
from graph.views.search import SEARCHED, WORDS
from tests.comparing import Asking, compared
from tests.databases import Server
from tests.examples import examples
from tests.graphs import edge, node, reference_nodes
from tests.made_graphs import NOW, REFERENCE_EDGES, REFERENCE_NODES, TODAY, Made, made, purposes, writes

_HITS = """pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { __typename
  ... on Person { id name { full } nin birthDate area { code } } ... on Business { id name form } ... on Unit { id number unitName: name }
  ... on Municipality { id } } }"""
SEARCH = Asking(
    f"""query hits($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) {{
      search(text: $text, kinds: $kinds, first: $first, after: $after) {{ totalCount {_HITS} }} }}""",
    now=NOW,
    today=TODAY,
)
NAMES: dict[str, tuple[str | None, ...]] = {
    "givenName": ("Kari", "Karin", "Kåre", "Kaare", "Anne Marie", "Bo", None),
    "middleName": ("Dahl", "Bakke", None, None),
    "familyName": ("Dahl", "Dahle", "Berg-Hansen", "Karlsen", "Ås", None),
    "name": ("Dahl Bakeri AS", "Kari & Sønn", "Dahl", "Berg kommune", "7-Dahl", None),
}
TEXTS = (
    "kari",
    "kar dahl",
    "dahl, kari",
    "da",
    "hansen",
    "berg h",
    "kåre",
    "k bo",
    "bakeri",
    "sønn",
    "ås",
    "marie anne",
    "nav b",
    "bakke kari",
)
KINDS: tuple[list[str] | None, ...] = (None, None, None, ["PERSON"], ["BUSINESS", "UNIT"], ["MUNICIPALITY", "PERSON"], [])
UNITS = [each for each in reference_nodes() if each.label == "Unit"]
HIRED = {"reads-names": Category.CARD, "reads-numbers": Category.IDENTITY}
COMPARED: Counter[str] = Counter()


def named(graph: Made) -> Made:
    """The graph with names that are alike, and numbers, keyed as the loader keys them; and two who may read names, and numbers."""
    dice = random.Random(graph.seed)  # noqa: S311 - not for secrets
    found = replace(graph, nodes=[_named(each, dice) for each in graph.nodes], edges=list(graph.edges))
    for employee, category in HIRED.items():
        _hire(found, employee, category)
    return found


def _hire(graph: Made, employee: str, category: Category) -> None:
    """An employee whose national role covers one category."""
    own, position, role, unit = (f"{word}-{category}" for word in ("own", "position", "role", "unit"))
    graph.nodes += [
        node("Employee", employee, ident=employee, registeredAt=0),
        node("Person", own, registeredAt=0),
        node("Position", position, registeredAt=0),
        node("Unit", unit, number=unit, registeredAt=0),
        node("Role", role, code=role, reach="NATIONAL", registeredAt=0),
    ]
    ends = [(employee, "IS", own), (employee, "HOLDS", position), (position, "AT", unit), (position, "IN", role)]
    ends += [(role, "COVERS", f"category:{category}"), (role, "MAY_STATE", "purpose:WIDE")]
    graph.edges += [edge(*each, registeredAt=0) for each in ends]


def _named(it: GraphNode, dice: random.Random) -> GraphNode:
    properties = {**it.properties, **{name: dice.choice(found) for name, found in NAMES.items() if name in LABELS[it.label].properties}}
    properties |= {name: str(dice.randrange(10**10, 10**11)) for name in ("value", "organisationNumber", "number") if name in properties}
    known = {name: value for name, value in properties.items() if value is not None}
    return replace(it, properties=known | _keys(it.label, known))


def _keys(label: str, properties: dict[str, Any]) -> dict[str, str]:
    match label:
        case "Person":
            key = sort_key(properties.get("familyName"), properties.get("givenName"), properties.get("middleName"))
            return search.person(properties) | ({"sortKey": key} if key else {})
        case "Business":
            return search.business(properties)
        case "Unit" | "Municipality":
            return search.unit(properties)
        case _:
            return {}


def whole(graph: Made) -> Graph:
    """The graph with all that the database holds beside it and a search can find."""
    return Graph.of([*REFERENCE_NODES, *UNITS, *graph.nodes], [*REFERENCE_EDGES, *graph.edges])


async def held(server: Server, seed: int) -> Made:
    """The graph of a seed, alone in the database: a search looks through all of it."""
    graph = named(made(seed))
    await server.clear()
    for each in (purposes(), graph):
        await server.database.write_all(writes([each]))
    return graph


def numbers(graph: Made) -> list[str]:
    found = [each.properties.get(name) for each in graph.nodes for name in ("value", "organisationNumber", "number")]
    return [f"{number[:6]} {number[6:]}" for number in found if isinstance(number, str) and number.isdecimal()]


def beginnings(graph: Made) -> list[str]:
    """Of names that are there, and one that is not."""
    found = [each.properties.get(name) for each in graph.nodes for name in ("givenName", "familyName", "name")]
    return ["ingen", *(name[:3] for name in found if isinstance(name, str) and search.sought(name[:3]))]


def some(viewers: list[Viewer], dice: random.Random) -> list[Viewer]:
    """Those who may read much, and a few of the others, with a case or without."""
    hired = [each for each in viewers if each.key in HIRED and each.purpose == "WIDE"]
    return [*hired, *dice.sample([each for each in viewers if each.key not in HIRED], 6)]


def _values(text: str, **others: Any) -> dict[str, Any]:
    sought = search.sought(text)
    assert sought
    return {"text": sought.parameter, **others}


@examples(4)
@given(seed=st.integers(0, 2**31), dice=st.randoms(use_true_random=False))
async def test_every_viewer_finds_what_the_reference_finds(server: Server, seed: int, dice: random.Random) -> None:
    await server.migrate()
    graph = await held(server, seed)
    reference = whole(graph)
    for viewer in some(graph.viewers(), dice):
        for text in (*dice.sample(TEXTS, 3), *dice.sample(beginnings(graph), 2), *dice.sample(numbers(graph), 2)):
            values = _values(text, kinds=dice.choice(KINDS), first=dice.choice((0, 1, 2, 100)))
            found = compared(await SEARCH.database(server.database, viewer, **values))
            assert found == compared(SEARCH.reference(reference, viewer, **values)), (seed, viewer, text)
            COMPARED[server.database.engine] += (found[0] or {}).get("search", {}).get("totalCount", 0)


async def test_pages_joined_are_the_whole(server: Server) -> None:
    await server.migrate()
    graph = await held(server, 60)
    for viewer in graph.viewers():
        for first in (1, 2):
            every = await _page(server, viewer, "da", first=100, after=None)
            assert [edge for page in await _pages(server, viewer, "da", first) for edge in page["edges"]] == every["edges"]
            COMPARED[server.database.engine] += len(every["edges"])


async def _pages(server: Server, viewer: Viewer, text: str, first: int) -> list[dict[str, Any]]:
    pages = [await _page(server, viewer, text, first=first, after=None)]
    while pages[-1]["pageInfo"]["hasNextPage"]:
        after = json.loads(pages[-1]["pageInfo"]["endCursor"].removeprefix("Query.search ").replace("'", '"'))
        pages.append(await _page(server, viewer, text, first=first, after=after))
    assert len({page["totalCount"] for page in pages}) == 1
    return pages


async def _page(server: Server, viewer: Viewer, text: str, **values: Any) -> dict[str, Any]:
    data = (await SEARCH.database(server.database, viewer, **_values(text, **values))).data
    return dict(data["search"]) if data else {"edges": [], "totalCount": 0, "pageInfo": {"hasNextPage": False}}


async def test_enough_was_found(server: Server) -> None:
    assert COMPARED[server.database.engine] > 100


def test_what_is_searched_is_in_the_model_and_indexed() -> None:
    for searched in SEARCHED.values():
        view, properties = VIEWS[searched.type], LABELS[VIEWS[searched.type].label].properties
        assert {searched.name, searched.number} - {"organisationNumber"} <= view.by_name.keys()
        assert {WORDS, searched.order} <= properties.keys()
        assert all(properties[start].indexed for start in searched.starts)


def test_a_key_is_of_the_category_of_the_name() -> None:
    for searched in SEARCHED.values():
        view, properties = VIEWS[searched.type], LABELS[VIEWS[searched.type].label].properties
        assert {properties[key].category for key in (WORDS, searched.order, *searched.starts)} == {view.by_name[searched.name].category}
