"""`preview` over HTTP, of the demo: what a holder sees by one mandate, what a proxy would see, and who is told nothing."""

from typing import Any

import pytest

from tests.api.conftest import CITIZEN, HANDLER, Ask

pytestmark = pytest.mark.long_to_plan

_FIELDS = """id name { full } nin phone addresses { city } cases { totalCount edges { node { id title } } }
  devices { totalCount edges { node { id } } } access { decision categories { category allowed themes } }"""
PREVIEW = f"""query ($mandate: ID, $categories: [Category!], $themes: [String!], $actions: [Action!]) {{
  preview(mandate: $mandate, categories: $categories, themes: $themes, actions: $actions) {{ {_FIELDS} }} }}"""
BY_ID = f"query ($id: ID!) {{ person(id: $id) {{ {_FIELDS} }} }}"

HELD = [
    ("p-astrid", "md-astrid-kari", "p-kari"),
    ("p-ola", "md-ola-kari", "p-kari"),
    ("p-leif", "md-leif-gunn", "p-gunn"),
    ("p-kari", "md-turid-kari", "p-turid"),
    ("p-astrid", "md-astrid-erik", "p-erik"),
]


async def shown(ask: Ask, viewer: str, **given: Any) -> Any:
    return (await ask(viewer, PREVIEW, **given))["data"]["preview"]


@pytest.mark.parametrize(("me", "mandate", "holder"), HELD[:3])
async def test_a_preview_of_a_mandate_is_what_its_holder_sees(me: str, mandate: str, holder: str, ask: Ask) -> None:
    """They have no other right to that person, and see nothing that the person does not."""
    seen = (await ask(f"person:{holder}", BY_ID, id=me))["data"]["person"]
    assert (await shown(ask, f"person:{me}", mandate=mandate), seen["access"]["decision"]) == (seen, "PARTIAL")


@pytest.mark.parametrize(("me", "mandate", "holder"), HELD)
async def test_a_preview_opens_no_category_that_the_holder_or_oneself_has_closed(me: str, mandate: str, holder: str, ask: Ask) -> None:
    person = await shown(ask, f"person:{me}", mandate=mandate)
    for viewer in (holder, me):
        seen = (await ask(f"person:{viewer}", BY_ID, id=me))["data"]["person"]
        opened = {each["category"] for each in seen["access"]["categories"] if each["allowed"]} if seen else set()
        assert {each["category"] for each in person["access"]["categories"] if each["allowed"]} <= opened


@pytest.mark.parametrize(
    ("me", "mandate"),
    [("p-mona", "md-mona-randi"), ("p-liv", "md-liv-oskar"), ("p-liv", "md-liv-jonas")],
    ids=["sleeps under a protection", "revoked", "not begun"],
)
async def test_a_mandate_that_opens_nothing_shows_a_person_who_is_closed(me: str, mandate: str, ask: Ask) -> None:
    answer = await ask(f"person:{me}", PREVIEW, mandate=mandate)
    person = answer["data"]["preview"]
    assert (person["id"], person["name"], person["cases"], person["access"]["decision"]) == (me, None, None, "DENIED")
    assert {each["code"] for each in answer["extensions"]["access"]} == {"NOT_AVAILABLE"}


async def test_a_proxy_that_is_not_given_opens_what_one_given_so_opens(ask: Ask) -> None:
    assert await shown(ask, "person:p-astrid", themes=["HJE"]) == await shown(ask, "person:p-astrid", mandate="md-astrid-kari")


async def test_a_proxy_that_is_not_given_opens_what_it_would_cover_alone(ask: Ask) -> None:
    person = await shown(ask, CITIZEN, categories=["CONTACT", "CASES"], themes=["SYK"])
    allowed = {each["category"]: each["themes"] for each in person["access"]["categories"] if each["allowed"]}
    assert allowed == {"CONTACT": None, "CASES": ["SYK"]}
    assert [each["node"]["id"] for each in person["cases"]["edges"]] == ["c-kari-syk"]


async def test_a_proxy_that_may_not_read_opens_nothing(ask: Ask) -> None:
    assert (await shown(ask, CITIZEN, themes=["SYK"], actions=["WRITE"]))["access"]["decision"] == "DENIED"


async def test_a_proxy_given_by_someone_in_hiding_would_open_nothing(ask: Ask) -> None:
    assert (await shown(ask, "person:p-mona", categories=["ADDRESS"]))["access"]["decision"] == "DENIED"


# Another's, one that there is not, one that a business holds; and viewers who are no persons.
NOBODY = [
    (CITIZEN, None, "md-astrid-kari"),
    (CITIZEN, None, "md-ola-kari"),
    (CITIZEN, None, "md-none"),
    ("person:p-magnus", None, "md-magnus-tall"),
    (HANDLER, "FOLLOW_UP", "md-astrid-kari"),
    ("analyst:anna", None, "md-astrid-kari"),
]


@pytest.mark.parametrize(("viewer", "purpose", "mandate"), NOBODY)
async def test_of_others_nobody_is_told_anything(viewer: str, purpose: str | None, mandate: str, ask: Ask) -> None:
    answer = await ask(viewer, PREVIEW, purpose=purpose, mandate=mandate)
    assert answer["data"] == {"preview": None}
    assert [(each["coordinate"], each["code"]) for each in answer["extensions"]["access"]] == [("Query.preview", "NOT_AVAILABLE")]


REFUSED = [
    {},
    {"mandate": "md-none", "themes": ["SYK"]},
    {"mandate": "md-none", "actions": ["READ"]},
    {"themes": []},
    {"actions": ["READ"]},
    {"categories": ["OPEN"]},
    {"themes": ["*"]},
    {"themes": ["SYK"] * 101},
]


@pytest.mark.parametrize("given", REFUSED)
async def test_neither_both_nor_none_nor_what_is_no_code(given: dict[str, Any], ask: Ask, read: list[str]) -> None:
    answer = await ask(CITIZEN, PREVIEW, **given)
    assert (answer["data"], answer["errors"][0]["extensions"]["code"], read) == (None, "ARGUMENT_INVALID", [])


async def test_two_previews_stand_in_one_operation(ask: Ask) -> None:
    text = """{ one: preview(themes: ["SYK"]) { name { full } phone } other: preview(categories: [CONTACT]) { name { full } phone } }"""
    data = (await ask(CITIZEN, text))["data"]
    assert data == {"one": {"name": {"full": "Kari Holm Dahl"}, "phone": None}, "other": {"name": None, "phone": "+47 000 00 001"}}
