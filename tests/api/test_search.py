"""Search over HTTP, of the demo: who finds whom, what a stranger learns of the hidden, and what is refused."""

import json
from functools import cache
from typing import Any

import pytest

from tests.api.conftest import CITIZEN, HANDLER, Ask
from tests.graphs import demo

pytestmark = pytest.mark.long_to_plan

SEARCH = """query ($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { __typename id } } } }"""


@cache
def written(id_: str) -> tuple[str, str]:
    """The name and the national number of someone in the demo."""
    graph = demo()
    name = graph.nodes[id_].properties
    number = graph.nodes[graph.out[id_, "IDENTIFIED_BY"][0].end]
    return f"{name['familyName']} {name['givenName']}", number.properties["value"]


async def found(ask: Ask, viewer: str, text: str, *, purpose: str | None = None, **variables: Any) -> list[str]:
    answer = await ask(viewer, SEARCH, purpose=purpose, text=text, **variables)
    assert answer["extensions"] == {"access": []}
    hits = [edge["node"]["id"] for edge in answer["data"]["search"]["edges"]]
    assert answer["data"]["search"]["totalCount"] >= len(hits)
    return hits


@pytest.mark.parametrize("text", ["dahl kari", "Kari Dahl", "kar dah", "178584 00201", "17.85.84 00201"])
async def test_employee_finds_kari_however_it_is_written(text: str, ask: Ask) -> None:
    assert await found(ask, HANDLER, text, purpose="FOLLOW_UP") == ["p-kari"]


@pytest.mark.parametrize("text", ["dahl kari", "17858400201"])
async def test_citizen_finds_themselves(text: str, ask: Ask) -> None:
    assert await found(ask, CITIZEN, text) == ["p-kari"]


async def test_a_former_number_finds_the_person(ask: Ask) -> None:
    assert await found(ask, "employee:A100301", "428288 00161", purpose="GUIDANCE") == ["p-ali"]


async def test_reception_that_may_read_the_name_alone_finds_by_name_alone(ask: Ask) -> None:
    by_name = await found(ask, "employee:A100201", "dagny", purpose="GUIDANCE")
    assert (by_name, await found(ask, "employee:A100201", written("p-dagny")[1], purpose="GUIDANCE")) == (["p-dagny"], [])


# Arne: his brother, someone in another district, someone in hiding. A citizen: her husband, and a stranger.
HIDDEN = [(HANDLER, "FOLLOW_UP", "p-even"), (HANDLER, "FOLLOW_UP", "p-yngve"), (HANDLER, "FOLLOW_UP", "p-mona"), (CITIZEN, None, "p-mona")]


@pytest.mark.parametrize(("viewer", "purpose", "hidden"), HIDDEN)
async def test_a_hidden_person_is_answered_as_an_unknown_one(viewer: str, purpose: str | None, hidden: str, ask: Ask) -> None:
    answers = {
        (await ask.raw({"query": SEARCH, "variables": {"text": text}}, headers=ask.headers(viewer, purpose=purpose))).content
        for text in (*written(hidden), "Ukjentnavn Finnesikke", "01810100101")
    }
    assert [json.loads(each)["data"]["search"]["totalCount"] for each in answers] == [0]


@pytest.mark.parametrize("text", ["vikafossen", "2103"])
async def test_a_protective_unit_is_found_by_the_cleared_alone(text: str, ask: Ask) -> None:
    assert await found(ask, HANDLER, text, purpose="FOLLOW_UP") == []
    assert await found(ask, "employee:A100401", text, purpose="PROTECTED_PERSONS") == ["unit:2103"]


async def test_units_and_businesses_are_found_by_any_viewer(ask: Ask) -> None:
    assert await found(ask, CITIZEN, "bærum", kinds=["UNIT"]) == ["unit:0219"]
    assert await found(ask, CITIZEN, "0219") == ["unit:0219"]
    assert await found(ask, CITIZEN, "bakeri løk") == ["b-bakeri", "b-bakeri-lokka", "b-bakeri-torshov"]


@pytest.mark.parametrize(("text", "finds"), [("ali hussein", ["p-ali"]), ("dahl kari", []), ("løkka bakeri as", ["b-bakeri"])])
async def test_the_stated_case_narrows_persons_to_whom_it_concerns(text: str, finds: list[str], ask: Ask) -> None:
    headers = ask.headers(HANDLER, purpose="FOLLOW_UP") | {"Innsyn-Case": "c-ali-opp"}
    answer = await ask.raw({"query": SEARCH, "variables": {"text": text}}, headers=headers)
    assert [edge["node"]["id"] for edge in answer.json()["data"]["search"]["edges"]] == finds


async def test_pages_joined_are_the_whole_and_a_cursor_is_of_its_text_and_kinds_alone(ask: Ask) -> None:
    async def page(**variables: Any) -> Any:
        return await ask(HANDLER, SEARCH, purpose="FOLLOW_UP", **({"text": "dahl", "first": 2} | variables))

    whole = (await page(first=100))["data"]["search"]["edges"]
    joined, more, after = list[Any](), True, None
    while more:
        answer = (await page(after=after))["data"]["search"]
        joined += answer["edges"]
        more, after = answer["pageInfo"]["hasNextPage"], answer["pageInfo"]["endCursor"]
    assert (joined, len(whole) > 2) == (whole, True)
    for other in ({"text": "dahle"}, {"kinds": ["PERSON"]}):
        refused = await page(after=whole[0]["cursor"], **other)
        assert refused["errors"][0]["extensions"]["code"] == "CURSOR_INVALID"


@pytest.mark.parametrize(
    ("text", "code"), [("k", "TEXT_TOO_SHORT"), ("  ", "TEXT_TOO_SHORT"), ("1 2", "TEXT_TOO_SHORT"), ("k" * 101, "ARGUMENT_INVALID")]
)
async def test_a_text_that_is_too_short_or_too_long_is_refused_with_what_to_write(text: str, code: str, ask: Ask, read: list[str]) -> None:
    answer = await ask(CITIZEN, SEARCH, text=text)
    assert (answer["data"], answer["errors"][0]["extensions"]["code"], "write" in answer["errors"][0]["message"], read) == (
        None,
        code,
        True,
        [],
    )


async def test_one_search_is_one_statement(ask: Ask, read: list[str]) -> None:
    await found(ask, CITIZEN, "kari")
    assert len(read) == 1
