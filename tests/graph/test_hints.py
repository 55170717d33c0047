"""Hints on both databases: what is missing would open, what is to end would close, and neither tells of what the viewer may not see."""

from collections import Counter
from typing import Any

import pytest

from auth.category import Category
from auth.reference import GraphNode
from auth.viewer import Viewer
from graph.database import Database
from tests.comparing import Asking
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes
from tests.naive_hints import ASKED, OTHER, Row, core, expected, question, with_facts, without

HINTED = Asking(ASKED, now=NOW, today=TODAY)
SEEDS = (6, 9, 17)


async def hinted(database: Database, graph: Made, viewer: Viewer) -> dict[str, Row]:
    answer = await HINTED.database(database, viewer, subjects=graph.ids("Person"))
    return {each["subject"]: each for each in (answer.data or {}).get("checkAccess", ())}


@pytest.mark.parametrize("seed", SEEDS)
async def test_what_is_missing_opens_once_it_is_there_and_what_is_to_end_closes(database: Database, seed: int) -> None:
    """A20: on the viewer's half alone, and nothing under a core denial."""
    graph = made(seed)
    for each in (purposes(), graph):
        await database.write_all(writes([each]))
    told: Counter[str] = Counter()
    for viewer in graph.viewers():
        told += await put_to_the_proof(database, graph, viewer)
    assert min(told[each] for each in ("opens", "more themes", "closes", "shut")) > 5, told


async def put_to_the_proof(database: Database, graph: Made, viewer: Viewer) -> Counter[str]:
    asked, told = question(graph, viewer), Counter[str]()
    for id_, access in (await hinted(database, graph, viewer)).items():
        subject = asked.graph.nodes[id_]
        shut = core(asked, subject) or asked.decide(subject).hidden
        assert not shut or not any(hints(access).values())
        told["shut"] += shut
        for category in access["categories"]:
            told += flips(graph, viewer, subject, category)
        assert_whole(graph, viewer, subject, access)
    return told


def flips(graph: Made, viewer: Viewer, subject: GraphNode, category: Row) -> Counter[str]:
    which, told = Category(category["category"]), Counter[str]()
    for missing in category["missing"]:
        then = question(with_facts(graph, missing["facts"]), viewer).decide(subject)
        assert OTHER.properties["code"] in (then.themes(which) or ()) if category["allowed"] else then.opens(which), missing
        told["more themes" if category["allowed"] else "opens"] += 1
    if category["endings"]:
        node = question(graph, viewer).node
        assert category["allowed"] and node is not None
        assert not question(without(graph, category["endings"], node), viewer).decide(subject).opens(which), category["endings"]
        for each in category["endings"]:
            rest = [other for other in category["endings"] if other is not each]
            assert question(without(graph, rest, node), viewer).decide(subject).opens(which), (each, "is one too many")
        told["closes"] += 1
    return told


def hints(access: Row) -> dict[str, list[Any]]:
    return {each["category"]: [*each["missing"], *each["endings"]] for each in access["categories"]}


def assert_whole(graph: Made, viewer: Viewer, subject: GraphNode, access: Row) -> None:
    """Whatever single fact of theirs would open more by a way that is told is among what is missing."""
    told = {each["category"]: each["missing"] for each in access["categories"]}
    for category, fact in expected(graph, question(graph, viewer), subject):
        facts = [(each["start"]["id"], each["end"]["id"]) for missing in told[category] for each in missing["facts"]]
        assert (fact["start"]["id"], fact["end"]["id"]) in facts, (viewer, subject.id, category, fact, told[category])
