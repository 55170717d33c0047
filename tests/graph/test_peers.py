"""Where systems like ours have failed: each failure a test of its own, on both databases, through the API's answers.

The names in brackets are the reports: in each a check and a list disagreed, or one request was given another's answer.
"""

import asyncio
from typing import Any

import orjson
import pytest

from auth.category import Category
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.answering import Api
from tests.comparing import Asking
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, purposes, writes
from tests.tiny import citizen, employee, graph_of, handler, made_of, person, role

_DAY = 86_400_000
NAMES = "query names($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { id name { full } access { decision denials { code } } } } }"
FAMILY = """query family($id: ID!) { person(id: $id) { id family { totalCount edges { relation node { id name { full } } } }
  cases { totalCount edges { node { id title theme { code } } } } } }"""


@pytest.fixture
async def api(database: Database) -> Api:
    await database.write_all(writes([purposes()]))
    return Api(database)


async def write(api: Api, *parts: Any) -> Made:
    made = made_of(*parts)
    await api.database.write_all(writes([made]))
    return made


async def names(api: Api, viewer: Viewer, *ids: str) -> list[str | None]:
    """The names that the viewer reads of these, in the order asked."""
    nodes = (await api.data(viewer, NAMES, ids=list(ids)))["nodes"]
    return [each["name"]["full"] if each and each["name"] else None for each in nodes]


# --- everybody but some, met with a concrete set (SpiceDB GHSA-9m7r-g8hg-x3vr, OpenFGA CVE-2026-61709) ---


async def test_a_national_role_lists_nobody_whom_a_denial_excludes(api: Api) -> None:
    everybody = ("plain", "hidden", "child", "unscreened", "emigrant", "e-self")
    made = await write(
        api,
        *role("everywhere", "NATIONAL"),
        *employee("e", "everywhere"),
        *(person(each) for each in ("plain", "hidden", "child", "emigrant")),
        person("unscreened", screenedAt=None),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"),
        edge("e-self", "PARENT_OF", "child", role="MOTHER"),
        edge("emigrant", "BELONGS_TO", "abroad"),
        node("Area", "abroad", code="abroad", kind="COUNTRY"),
        *(edge("plain", "PARENT_OF", each, role="PARENT") for each in ("hidden", "unscreened", "emigrant")),
        edge("plain", "PARTNER_OF", "child", status="MARRIED"),
    )
    assert await names(api, handler("e"), *everybody) == ["plain", None, None, None, None, None]
    listed = (await api.data(handler("e"), FAMILY, id="plain"))["person"]["family"]["edges"]
    # Staff read of a relation the name of the other, unless a core denial stands between (A7).
    assert {each["node"]["id"]: each["node"]["name"] for each in listed} == {
        "hidden": None,
        "child": None,
        "unscreened": None,
        "emigrant": {"full": "emigrant"},
    }
    agrees(made, handler("e"), await api.data(handler("e"), FAMILY, id="plain"), id="plain")


def agrees(made: Made, viewer: Viewer, found: Any, **values: Any) -> None:
    """The reference says the same."""
    answer = Asking(FAMILY, now=NOW, today=TODAY).reference(graph_of(made), viewer, **values)
    assert orjson.loads(orjson.dumps(answer.data)) == found


# --- an empty hop is not "no filter" (Permify #1923) ---


async def test_what_covers_handles_or_serves_nothing_opens_nothing(api: Api) -> None:
    area = node("Area", "here", code="here", kind="MUNICIPALITY")
    await write(
        api,
        area,
        *(person(each) for each in ("one", "holder")),
        edge("one", "BELONGS_TO", "here"),
        node("Case", "case", title="A case"),
        edge("case", "CONCERNS", "one", part="MAIN"),
        edge("case", "IN", "theme:HJE"),
        *(part for reach in ("LOCAL", "NATIONAL") for part in (*role(reach, reach), *employee(f"e-{reach}", reach))),
        *role("nothing", "NATIONAL", "HJE", covers=()),
        *employee("e-nothing", "nothing"),
        node("Mandate", "empty", kind="PROXY", actions=["READ"], validFrom=0),
        edge("empty", "FROM", "one"),
        edge("empty", "TO", "holder"),
    )
    assert await names(api, handler("e-LOCAL"), "one") == [None]
    assert await names(api, handler("e-nothing"), "one") == [None]
    assert await names(api, citizen("holder"), "one") == [None]
    cases = (await api.data(handler("e-NATIONAL"), FAMILY, id="one"))["person"]["cases"]
    assert [each["node"]["title"] for each in cases["edges"]] == [None]


# --- cycles (OpenFGA CVE-2024-31452, CVE-2025-46331) ---


async def test_cycles_end_and_open_what_the_reference_says(api: Api) -> None:
    made = await write(
        api,
        *role("around", "LOCAL"),
        *employee("e", "around"),
        *(node("Area", each, code=each, kind="DISTRICT") for each in ("here", "there")),
        *(edge(*ends) for ends in (("here", "PART_OF", "there"), ("there", "PART_OF", "here"), ("e-unit", "SERVES", "here"))),
        *(node("Unit", each, number=each) for each in ("upper", "lower")),
        *(edge(*ends) for ends in (("upper", "PART_OF", "lower"), ("lower", "PART_OF", "upper"))),
        *(person(each) for each in ("a", "b", "c")),
        *(edge(one, "PARENT_OF", other, role="PARENT") for one, other in ("ab", "bc", "ca")),
        *(edge(one, "PARTNER_OF", other, status="MARRIED") for one, other in ("ab", "ba")),
        *(edge(each, "BELONGS_TO", "here") for each in "abc"),
    )
    for viewer in (handler("e"), citizen("a"), citizen("b")):
        for id_ in "abc":
            found = await api.data(viewer, FAMILY, id=id_)
            agrees(made, viewer, found, id=id_)
            assert await api.data(viewer, FAMILY, id=id_) == found


async def test_kin_in_a_cycle_are_disqualified_once_and_for_all(api: Api) -> None:
    await write(
        api,
        *role("everywhere", "NATIONAL"),
        *employee("e", "everywhere"),
        *(person(each) for each in ("child", "stranger")),
        edge("e-self", "PARENT_OF", "child", role="PARENT"),
        edge("child", "PARENT_OF", "e-self", role="PARENT"),
        edge("e-self", "PARENT_OF", "e-self", role="PARENT"),
    )
    assert await names(api, handler("e"), "child", "e-self", "stranger") == [None, None, "stranger"]


async def test_businesses_that_are_part_of_each_other_hide_their_hidden_owner(api: Api) -> None:
    await write(
        api,
        *role("everywhere", "NATIONAL"),
        *employee("e", "everywhere"),
        person("owner"),
        edge("owner", "PROTECTED_AS", "protection:CONFIDENTIAL"),
        *(node("Business", each, organisationNumber=each, name=each, form=form) for each, form in (("shop", "ENK"), ("stall", "BEDR"))),
        *(edge(*ends) for ends in (("shop", "PART_OF", "stall"), ("stall", "PART_OF", "shop"), ("shop", "OWNED_BY", "owner"))),
    )
    text = "query firms($ids: [ID!]!) { nodes(ids: $ids) { ... on Business { id name subunits { totalCount } } } }"
    assert (await api.data(handler("e"), text, ids=["shop", "stall"]))["nodes"] == [None, None]
    own = (await api.data(citizen("owner"), text, ids=["shop", "stall"]))["nodes"]
    assert [(each["id"], each["subunits"]["totalCount"]) for each in own] == [("shop", 1), ("stall", 1)]


# --- the same item several times in one batch (CVE-2026-34972) ---


async def test_an_id_asked_for_twice_is_answered_twice_and_the_same(api: Api) -> None:
    await two_persons(api)
    asked = ["open", "hidden", "open", "unknown", "hidden", "open"]
    nodes = (await api.data(handler("e"), NAMES, ids=asked))["nodes"]
    alone = {each: (await api.data(handler("e"), NAMES, ids=[each]))["nodes"][0] for each in set(asked)}
    assert nodes == [alone[each] for each in asked]
    assert alone["hidden"]["name"] is None
    assert alone["open"]["name"] == {"full": "open"}


async def two_persons(api: Api) -> None:
    """A national role, somebody in hiding and somebody who is not."""
    await write(
        api,
        *role("everywhere", "NATIONAL"),
        *employee("e", "everywhere"),
        *(person(each) for each in ("open", "hidden")),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"),
    )


# --- ids that differ by case (CVE-2026-55170) ---


async def test_ids_that_differ_by_case_are_different_persons(api: Api) -> None:
    await write(api, person("p-Kari"), person("p-KARI"))
    assert await names(api, citizen("p-Kari"), "p-Kari", "p-KARI", "p-kari") == ["p-Kari", None, None]
    assert await names(api, citizen("p-kari"), "p-Kari", "p-KARI", "p-kari") == [None, None, None]


async def test_idents_and_purposes_are_compared_exactly(api: Api) -> None:
    await two_persons(api)
    assert await names(api, handler("e"), "open") == ["open"]
    assert (await api.ask(handler("E"), NAMES, ids=["open"])).startswith(b"PurposeRefused")
    assert (await api.ask(handler("e", "wide"), NAMES, ids=["open"])).startswith(b"PurposeRefused")


# --- a key of a cache that leaves out what the answer depends on (OpenFGA CVE-2026-33729) ---


async def many(api: Api) -> list[tuple[Viewer, dict[str, Any]]]:
    """Viewers, purposes, cases, arguments and values of `@include` that share a document."""
    await write(
        api,
        *role("everywhere", "NATIONAL", "HJE"),
        *employee("e", "everywhere"),
        *role("assigned", "ASSIGNED", "HJE"),
        *employee("f", "assigned"),
        *(person(each) for each in ("open", "other", "hidden")),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"),
        *(node("Case", each, title=each) for each in ("case-1", "case-2")),
        edge("case-1", "CONCERNS", "open", part="MAIN"),
        edge("case-2", "CONCERNS", "other", part="MAIN"),
        *(edge("f", "ASSIGNED_TO", case) for case in ("case-1", "case-2")),
        *(edge(case, "IN", "theme:HJE") for case in ("case-1", "case-2")),
    )
    viewers = [
        handler("e"),
        handler("e", "NARROW"),
        handler("f"),
        handler("f", case="case-1"),
        handler("f", case="case-2"),
        citizen("open"),
        citizen("hidden"),
        Viewer(kind=ViewerKind.ANALYST, key="someone"),
    ]
    given = [{"id": id_, "more": more, "first": first} for id_ in ("open", "hidden") for more in (True, False) for first in (1, 20)]
    return [(viewer, each) for viewer in viewers for each in given]


SHARED = """query shared($id: ID!, $more: Boolean!, $first: Int) { person(id: $id) {
  id name { full } phone @skip(if: $more) nin @include(if: $more) cases(first: $first) { totalCount edges { cursor node { title } } } } }"""


async def test_whoever_asks_on_one_plan_is_given_their_own_answer(api: Api) -> None:
    asked = await many(api)
    alone = [await Api(api.database).ask(viewer, SHARED, **given) for viewer, given in asked]
    assert [await api.ask(viewer, SHARED, **given) for viewer, given in asked] == alone
    assert [await api.ask(viewer, SHARED, **given) for viewer, given in reversed(asked)] == alone[::-1]
    assert len(set(alone)) > 12


async def test_those_who_ask_at_once_on_one_plan_are_given_their_own_answers(api: Api) -> None:
    asked = await many(api)
    alone = [await api.ask(viewer, SHARED, **given) for viewer, given in asked]
    assert await asyncio.gather(*(api.ask(viewer, SHARED, **given) for viewer, given in asked)) == alone


async def test_an_answer_is_not_kept_beyond_the_right_to_it(api: Api) -> None:
    await two_persons(api)
    assert await names(api, handler("e"), "open") == ["open"]
    await api.database.write("MATCH (:Employee {id: 'e'})-[held:HOLDS]->() SET held.validTo = $now", {"now": NOW})
    assert (await api.ask(handler("e"), NAMES, ids=["open"])).startswith(b"PurposeRefused")


# --- an override that still opens after a core denial has come (Salesforce, Tilgangsmaskinen) ---

COMES: dict[str, tuple[Any, str]] = {
    "a protection": (edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=NOW), "CONFIDENTIAL"),
    "shielding": (edge("subject", "PROTECTED_AS", "protection:SHIELDED", validFrom=NOW), "SHIELDED"),
    "kinship": (edge("e-self", "PARTNER_OF", "subject", status="MARRIED", validFrom=NOW), "DISQUALIFIED"),
    "it turns out who the employee is": (edge("e", "IS", "subject", validFrom=NOW), "DISQUALIFIED"),
}


@pytest.mark.parametrize("comes", COMES)
async def test_an_override_opens_no_more_once_a_core_denial_has_come(api: Api, comes: str) -> None:
    """A14: core rules are judged again at every use."""
    fact, code = COMES[comes]
    await write(
        api,
        *role("local", "LOCAL", covers=(Category.CARD,)),
        *employee("e", "local"),
        person("subject"),
        node("Override", "pass", lifts=["OUTSIDE_AREA", "CONFIDENTIAL", "SHIELDED", "DISQUALIFIED"], validFrom=NOW - _DAY),
        edge("pass", "BY", "e"),
        edge("pass", "OF", "subject"),
    )
    assert await names(api, handler("e"), "subject") == ["subject"]
    text = f"MATCH (a:Entity {{id: $start}}) MATCH (b:Entity {{id: $end}}) CREATE (a)-[r:{fact.type}]->(b) SET r = $told"
    await api.database.write(text, {"start": fact.start, "end": fact.end, "told": {"id": fact.id, **fact.properties}})
    (closed,) = (await api.data(handler("e"), NAMES, ids=["subject"]))["nodes"]
    assert (closed["name"], closed["access"]["denials"][0]) == (None, {"code": code})


# --- a walk through what was wrong: the ends stand, but not what lies between ---


async def test_a_walk_does_not_pass_through_what_was_retracted(api: Api) -> None:
    """A16."""
    await write(
        api,
        *(person(each) for each in ("owner", "other")),
        *(node("Business", each, organisationNumber=each, name=each, form="AS") for each in ("stall", "shop")),
        node("Business", "wrong", organisationNumber="wrong", name="wrong", form="AS", retractedAt=NOW - _DAY),
        *(edge(*ends) for ends in (("stall", "PART_OF", "wrong"), ("wrong", "PART_OF", "shop"))),
        *(edge(*ends) for ends in (("shop", "OWNED_BY", "owner"), ("stall", "OWNED_BY", "other"))),
    )
    text = "query firms($ids: [ID!]!) { nodes(ids: $ids) { ... on Business { id } } }"
    assert (await api.data(citizen("owner"), text, ids=["stall", "wrong", "shop"]))["nodes"] == [
        None,
        None,
        {"id": "shop"},
    ]
    assert (await api.data(citizen("other"), text, ids=["stall"]))["nodes"] == [{"id": "stall"}]


# --- a condition that cannot be told ---


@pytest.mark.parametrize("soon", [None, "soon"], ids=["over", "unreadable"])
async def test_a_place_whose_sharing_cannot_be_dated_stays_closed(api: Api, soon: str | None) -> None:
    home = "query home($id: ID!) { person(id: $id) { id addresses { street } } }"
    await write(
        api,
        *role("everywhere", "NATIONAL"),
        *employee("e", "everywhere"),
        *(person("child"), person("parent"), node("Address", "home", street="Sjøgata 1")),
        edge("child", "HAS_ADDRESS", "home", kind="RESIDENTIAL"),
        edge("parent", "HAS_ADDRESS", "home", kind="RESIDENTIAL", validFrom=0, validTo=soon or NOW - 2 * _DAY),
        edge("parent", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=NOW - _DAY),
    )
    shown = (await api.data(handler("e"), home, id="child"))["person"]["addresses"]
    assert shown == (None if soon else [{"street": "Sjøgata 1"}])
