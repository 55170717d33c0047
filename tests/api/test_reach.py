"""`whatCanISee` over HTTP, of the demo: whom each kind of viewer reaches, what hides, and what is refused."""

from typing import Any

import pytest

from tests.api.conftest import CITIZEN, HANDLER, RECEPTION, Ask
from tests.graphs import demo

pytestmark = pytest.mark.long_to_plan

REACH = """query ($category: Category, $theme: String, $first: Int, $after: String) {
  whatCanISee(category: $category, theme: $theme, first: $first, after: $after) {
  totalCount rules { rule count } pageInfo { hasNextPage endCursor } edges { cursor node { id access { decision } } } } }"""


async def reached(ask: Ask, viewer: str, purpose: str | None = None, **variables: Any) -> list[str]:
    found = (await ask(viewer, REACH, purpose=purpose, first=100, **variables))["data"]["whatCanISee"]
    ids = [edge["node"]["id"] for edge in found["edges"]]
    assert (ids == sorted(ids), found["totalCount"]) == (True, len(ids))
    return ids


async def test_citizen_reaches_themselves_and_those_whose_mandates_they_hold(ask: Ask) -> None:
    assert await reached(ask, CITIZEN) == ["p-astrid", "p-ida", "p-kari", "p-ola"]


async def test_a_category_and_a_theme_narrow_to_those_of_whom_that_is_open(ask: Ask) -> None:
    assert "p-astrid" not in await reached(ask, CITIZEN, category="ADDRESS")
    assert "p-astrid" in await reached(ask, CITIZEN, category="CASES", theme="HJE")
    assert "p-astrid" not in await reached(ask, CITIZEN, theme="PEN")


async def test_handler_reaches_neither_kin_nor_colleagues_nor_the_protected(ask: Ask) -> None:
    found = await reached(ask, HANDLER, "FOLLOW_UP")
    assert "p-kari" in found
    assert not {"p-even", "p-siv", "p-mona", "p-yngve", "p-truls"} & set(found)


@pytest.mark.parametrize(
    ("viewer", "purpose"), [(CITIZEN, None), (HANDLER, "FOLLOW_UP"), (RECEPTION, "GUIDANCE"), ("employee:A100301", "GUIDANCE")]
)
async def test_the_list_is_those_of_whom_a_check_by_id_opens_something(viewer: str, purpose: str | None, ask: Ask) -> None:
    asked = [node.id for node in demo().nodes.values() if node.label == "Person"]
    opened = set()
    for some in (asked[start : start + 100] for start in range(0, len(asked), 100)):
        text = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { id access { decision } } } }"
        nodes = (await ask(viewer, text, purpose=purpose, ids=some))["data"]["nodes"]
        opened |= {each["id"] for each in nodes if each and each["access"]["decision"] != "DENIED"}
    assert await reached(ask, viewer, purpose) == sorted(opened)


async def test_each_rule_tells_how_many_it_opens(ask: Ask) -> None:
    found = (await ask(CITIZEN, REACH))["data"]["whatCanISee"]
    assert {each["rule"]: each["count"] for each in found["rules"]} == {
        "person.own-data": 1,
        "person.proxy": 1,
        "person.parental-responsibility": 2,
    }


async def test_pages_joined_are_the_whole_and_a_cursor_is_of_its_viewer_and_arguments_alone(ask: Ask) -> None:
    async def page(**variables: Any) -> Any:
        return await ask(HANDLER, REACH, purpose="FOLLOW_UP", **variables)

    whole = (await page(first=100))["data"]["whatCanISee"]["edges"]
    for first in (1, 2, 7):
        joined, more, after = list[Any](), True, None
        while more:
            found = (await page(first=first, after=after))["data"]["whatCanISee"]
            joined += found["edges"]
            more, after = found["pageInfo"]["hasNextPage"], found["pageInfo"]["endCursor"]
        assert (joined, len(whole) > 7) == (whole, True)
    for refused in (await page(after=whole[0]["cursor"], category="CARD"), await ask(CITIZEN, REACH, after=whole[0]["cursor"])):
        assert refused["errors"][0]["extensions"]["code"] == "CURSOR_INVALID"


async def test_the_stated_case_narrows_to_those_whom_it_concerns(ask: Ask) -> None:
    headers = ask.headers(HANDLER, purpose="FOLLOW_UP") | {"Innsyn-Case": "c-ali-opp"}
    answer = (await ask.raw({"query": REACH}, headers=headers)).json()
    assert [edge["node"]["id"] for edge in answer["data"]["whatCanISee"]["edges"]] == ["p-ali"]


@pytest.mark.parametrize("given", [{"category": "OPEN"}, {"category": "ADDRESS", "theme": "HJE"}])
async def test_a_category_that_nobody_can_have_so_is_refused(given: dict[str, str], ask: Ask, read: list[str]) -> None:
    answer = await ask(CITIZEN, REACH, **given)
    assert (answer["data"], answer["errors"][0]["extensions"]["code"], read) == (None, "ARGUMENT_INVALID", [])


async def test_without_a_purpose_or_by_an_analyst_nobody_is_reached(ask: Ask) -> None:
    assert (await ask(HANDLER, REACH))["errors"][0]["extensions"]["code"] == "PURPOSE_REQUIRED"
    assert await reached(ask, "analyst:anna") == []
