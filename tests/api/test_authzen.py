"""The Authorization API over HTTP: the same decisions as GraphQL's, in the order asked, and about nobody but whom the token names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api.answers import Answers
from api.authzen.routes import METADATA, PATHS
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.limits import Limits
from api.plan import Plans
from api.server import app
from api.serving import Serving, own
from auth.rules import INNSYN
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, RECEPTION, Ask

pytestmark = pytest.mark.long_to_plan

POINT, ARCHIVE = "client:fjordbanken-samtykke", "client:archive"
ARNE = {"type": "employee", "id": "A100101"}
KARI = {"type": "person", "id": "p-kari"}
TURID = {"type": "person", "id": "p-turid"}
PUBLIC = "https://innsyn.example"
READ = {"name": "READ"}
PLANS = Plans(INNSYN)


@pytest_asyncio.fixture
async def pdp(demo: Database, ask: Ask) -> AsyncIterator[Ask]:
    """Asks a server that knows two decision points, one of them not in the graph."""
    async with served(demo, ask, PLANS) as pdp:
        yield pdp


@asynccontextmanager
async def served(demo: Database, ask: Ask, plans: Plans) -> AsyncIterator[Ask]:
    answers = Answers(demo, plans=plans, cursors=Cursors(key=b"k" * KEY_BYTES), log=ask.log)
    serving = Serving(database=demo, answers=answers, log=ask.log)
    face = app(serving, tokens=ask.tokens, points=["archive", "fjordbanken-samtykke"], public=PUBLIC)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn.test") as client:
        yield Ask(client=client, issuer=ask.issuer, log=ask.log, serving=serving)


async def post(pdp: Ask, viewer: str, what: str, body: object, *, purpose: str | None = None) -> httpx.Response:
    return await pdp.client.post(f"/access/v1/{what}", json=body, headers=pdp.headers(viewer, purpose=purpose))


async def found(pdp: Ask, viewer: str, what: str, purpose: str | None = None, **body: Any) -> dict[str, Any]:
    response = await post(pdp, viewer, what, body, purpose=purpose)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def person(id_: str, **properties: str) -> dict[str, Any]:
    return {"type": "person", "id": id_, "properties": properties}


async def may(pdp: Ask, viewer: str, subject: dict[str, str], resource: dict[str, Any], purpose: str | None, action: str = "READ") -> bool:
    answer = await found(pdp, viewer, "evaluation", purpose, subject=subject, action={"name": action}, resource=resource)
    decision: bool = answer["decision"]
    return decision


@pytest.mark.parametrize(
    ("resource", "allowed"),
    [
        (person("p-kari"), True),
        (person("p-kari", category="ADDRESS"), True),
        (person("p-kari", category="PROTECTION"), False),
        (person("p-kari", category="CASES", theme="AAP"), True),
        (person("p-kari", category="CASES", theme="PEN"), False),
        (person("p-even"), False),
        (person("p-nobody"), False),
    ],
    ids=lambda each: "-".join([each["id"], *each["properties"].values()]) if isinstance(each, dict) else str(each),
)
async def test_a_decision_is_that_of_the_mask(resource: dict[str, Any], allowed: bool, pdp: Ask) -> None:
    assert await may(pdp, HANDLER, ARNE, resource, "FOLLOW_UP") is allowed


async def test_a_decision_tells_why(pdp: Ask) -> None:
    opened = await found(pdp, HANDLER, "evaluation", "FOLLOW_UP", subject=ARNE, action=READ, resource=person("p-kari", category="ADDRESS"))
    assert {"employee.local-office", "employee.follow-up-unit"} == {each["rule"] for each in opened["context"]["reasons"]}
    closed = await found(pdp, HANDLER, "evaluation", "FOLLOW_UP", subject=ARNE, action=READ, resource=person("p-even"))
    assert [each["code"] for each in closed["context"]["denials"]] == ["DISQUALIFIED"]


async def test_the_purpose_may_stand_in_the_context(pdp: Ask) -> None:
    asked: dict[str, Any] = {"subject": ARNE, "action": READ, "resource": person("p-kari", category="FAMILY")}
    answers = [await found(pdp, HANDLER, "evaluation", **asked, context={"purpose": each}) for each in ("FOLLOW_UP", "GUIDANCE")]
    assert [each["decision"] for each in answers] == [True, False]


async def test_hidden_and_unknown_are_one_answer_to_a_citizen(pdp: Ask) -> None:
    """A17."""
    hidden, unknown = [
        await found(pdp, CITIZEN, "evaluation", subject=KARI, action=READ, resource=person(each)) for each in ("p-jonas", "p-nobody")
    ]
    assert hidden == unknown
    assert hidden["decision"] is False


@pytest.mark.parametrize("action", ["READ ", "read", "DELETE", "*"])
async def test_an_action_that_is_not_ours_is_never_allowed(action: str, pdp: Ask) -> None:
    assert not await may(pdp, CITIZEN, KARI, person("p-kari"), None, action)


@pytest.mark.parametrize(
    ("resource", "communicates", "writes"),
    [
        (person("p-kari"), True, False),
        (person("p-kari", category="CASES", theme="SYK"), True, False),
        (person("p-kari", category="CASES", theme="AAP"), False, False),
        (person("p-kari", category="CONTACT"), False, False),
        (person("p-nobody"), False, False),
        ({"type": "business", "id": "p-kari"}, False, False),
    ],
    ids=lambda each: "-".join([each["id"], *each.get("properties", {}).values()]) if isinstance(each, dict) else str(each),
)
async def test_another_action_is_allowed_where_a_mandate_says_so(
    resource: dict[str, Any], communicates: bool, writes: bool, pdp: Ask
) -> None:
    asked = [await may(pdp, "person:p-turid", TURID, resource, None, each) for each in ("COMMUNICATE", "WRITE")]
    assert asked == [communicates, writes]


async def test_an_id_of_another_type_is_another_resource(pdp: Ask) -> None:
    answer = await found(pdp, CITIZEN, "evaluation", subject=KARI, action=READ, resource={"type": "business", "id": "p-kari"})
    assert (answer["decision"], answer["context"]["decision"], answer["context"]["categories"]) == (False, "DENIED", [])


# --- several ---


async def several(pdp: Ask, ids: list[str], semantic: str = "execute_all") -> list[bool]:
    evaluations = [{"resource": person(each)} for each in ids]
    answer = await found(
        pdp, HANDLER, "evaluations", "FOLLOW_UP",
        subject=ARNE, action=READ, evaluations=evaluations, options={"evaluations_semantic": semantic},
    )  # fmt: skip
    return [each["decision"] for each in answer["evaluations"]]


async def test_evaluations_keep_their_order_and_those_asked_twice(pdp: Ask) -> None:
    assert await several(pdp, ["p-kari", "p-even", "p-kari", "p-nobody"]) == [True, False, True, False]


@pytest.mark.parametrize(("semantic", "decisions"), [("deny_on_first_deny", [True, False]), ("permit_on_first_permit", [True])])
async def test_a_semantic_ends_the_evaluations(semantic: str, decisions: list[bool], pdp: Ask) -> None:
    assert await several(pdp, ["p-kari", "p-even", "p-kari"], semantic) == decisions


async def test_an_evaluation_may_say_otherwise_than_what_stands_beside_it(pdp: Ask) -> None:
    evaluations = [{}, {"resource": person("p-even")}, {"action": {"name": "DELETE"}}]
    answer = await found(pdp, HANDLER, "evaluations", "FOLLOW_UP", subject=ARNE, action=READ, resource=KARI, evaluations=evaluations)
    assert [each["decision"] for each in answer["evaluations"]] == [True, False, False]


async def test_evaluations_of_several_actions_are_one_statement(pdp: Ask, read: list[str]) -> None:
    evaluations: list[dict[str, Any]] = [{"action": {"name": each}} for each in ("READ", "COMMUNICATE", "WRITE", "DELETE")]
    resource = person("p-kari", category="CASES", theme="SYK")
    answer = await found(pdp, "person:p-turid", "evaluations", subject=TURID, resource=resource, evaluations=evaluations)
    assert [each["decision"] for each in answer["evaluations"]] == [True, True, False, False]
    assert len(read) == 1


async def test_none_of_several_is_one(pdp: Ask) -> None:
    one = await found(pdp, HANDLER, "evaluations", "FOLLOW_UP", subject=ARNE, action=READ, resource=KARI)
    assert one["decision"] is True


async def test_more_than_a_thousand_are_refused_whole(pdp: Ask) -> None:
    body = {"subject": ARNE, "action": READ, "evaluations": [{"resource": KARI}] * 1_001}
    response = await post(pdp, HANDLER, "evaluations", body, purpose="FOLLOW_UP")
    assert (response.status_code, "1000" in response.text) == (400, True)


async def test_more_than_ten_askers_are_refused_whole(pdp: Ask) -> None:
    evaluations = [{"subject": {"type": "person", "id": f"p-{each}"}} for each in range(11)]
    response = await post(pdp, POINT, "evaluations", {"action": READ, "resource": KARI, "evaluations": evaluations})
    assert (response.status_code, "10 different" in response.text) == (400, True)


async def test_one_of_several_that_does_not_fit_is_told_by_its_number(pdp: Ask) -> None:
    evaluations = [{}, {"resource": {"type": "person"}}]
    body = {"subject": ARNE, "action": READ, "resource": KARI, "evaluations": evaluations}
    response = await post(pdp, HANDLER, "evaluations", body, purpose="FOLLOW_UP")
    assert (response.status_code, "`evaluations.1.resource.id`" in response.text) == (400, True)


async def test_several_are_one_statement(pdp: Ask, read: list[str]) -> None:
    await several(pdp, ["p-kari", "p-even", "p-lea"])
    assert len(read) == 1


# --- on whose behalf ---


@pytest.mark.parametrize("subject", [ARNE, {"type": "person", "id": "p-even"}, {"type": "employee", "id": "p-kari"}], ids=str)
async def test_a_token_asks_for_its_own_viewer_alone(subject: dict[str, str], pdp: Ask) -> None:
    body = {"subject": subject, "action": READ, "resource": KARI}
    response = await post(pdp, CITIZEN, "evaluation", body)
    assert (response.status_code, response.text.partition(":")[0]) == (403, "SUBJECT_REFUSED")


async def test_a_decision_point_gets_what_the_viewer_would_get(pdp: Ask) -> None:
    asked: dict[str, Any] = {
        "subject": ARNE,
        "action": READ,
        "resource": person("p-kari", category="ADDRESS"),
        "context": {"purpose": "FOLLOW_UP"},
    }
    assert await found(pdp, POINT, "evaluation", **asked) == await found(pdp, HANDLER, "evaluation", **asked)


@pytest.mark.embedded
@pytest.mark.parametrize("what", ["evaluation", "evaluations", "search/resource", "search/action"])
async def test_a_decision_point_that_is_not_in_the_graph_asks_for_nobody(what: str, pdp: Ask) -> None:
    body = {"subject": ARNE, "action": READ, "resource": KARI, "context": {"purpose": "FOLLOW_UP"}, "evaluations": [{}, {}]}
    assert [(await post(pdp, each, what, body)).status_code for each in (POINT, ARCHIVE)] == [200, 403]


async def test_a_client_that_is_no_decision_point_asks_for_itself_alone(pdp: Ask) -> None:
    response = await post(pdp, "client:another", "evaluation", {"subject": ARNE, "action": READ, "resource": KARI})
    assert response.status_code == 403


async def test_the_clients_own_purpose_is_not_the_subjects(pdp: Ask) -> None:
    body = {"subject": ARNE, "action": READ, "resource": KARI}
    response = await post(pdp, POINT, "evaluation", body, purpose="FOLLOW_UP")
    assert (response.status_code, response.text.partition(":")[0]) == (403, "PURPOSE_REQUIRED")


# --- searches ---


async def test_pages_of_resources_joined_are_all_whom_the_viewer_may_see(pdp: Ask) -> None:
    whole = (await pdp(HANDLER, "{ whatCanISee(first: 100) { edges { node { id } } } }", purpose="FOLLOW_UP"))["data"]["whatCanISee"]
    ids: list[str] = []
    token: str | None = ""
    while token is not None:
        page = {"token": token, "limit": 7}
        answer = await found(
            pdp, HANDLER, "search/resource", "FOLLOW_UP", subject=ARNE, action=READ, resource={"type": "person"}, page=page
        )
        ids += [each["id"] for each in answer["results"]]
        token = answer["page"]["next_token"] or None
    assert ids == [each["node"]["id"] for each in whole["edges"]]


async def test_a_server_that_allows_little_of_a_request_answers_searches(demo: Database, ask: Ask) -> None:
    little = Documents(Limits(aliases=0, depth=2, page=3), own=own().values())
    async with served(demo, ask, Plans(INNSYN, documents=little)) as pdp:
        answer = await found(pdp, HANDLER, "search/resource", "FOLLOW_UP", subject=ARNE, action=READ, resource={"type": "person"})
    assert len(answer["results"]) == 3


async def test_actions_are_those_that_a_decision_allows(pdp: Ask) -> None:
    answer = await found(
        pdp, RECEPTION, "search/action", "GUIDANCE", subject={"type": "employee", "id": "A100201"}, resource=person("p-dagny")
    )
    assert [each["name"] for each in answer["results"]] == ["READ"]
    assert answer["results"][0]["properties"]["categories"] == ["CARD"]


async def test_actions_have_the_categories_that_each_is_allowed_for(pdp: Ask) -> None:
    answer = await found(pdp, "person:p-turid", "search/action", subject=TURID, resource=person("p-kari"))
    assert {each["name"]: each["properties"]["categories"] for each in answer["results"]} == {
        "READ": ["CARD", "WORK", "CASES", "ACTIVITIES", "DIALOGUES"],
        "COMMUNICATE": ["CARD", "CASES", "ACTIVITIES", "DIALOGUES"],
    }


@pytest.mark.parametrize("what", ["subject", "resource"])
@pytest.mark.parametrize(("action", "answered"), [("WRITE", (400, "ACTION_NOT_SEARCHED")), ("DELETE", (200, "{"))])
async def test_a_search_for_another_action_is_refused_and_for_none_of_ours_is_empty(
    what: str, action: str, answered: tuple[int, str], pdp: Ask
) -> None:
    response = await post(pdp, CITIZEN, f"search/{what}", {"subject": KARI, "action": {"name": action}, "resource": KARI})
    assert (response.status_code, response.text.startswith(answered[1])) == (answered[0], True)


async def test_subjects_are_groups(pdp: Ask) -> None:
    """A19."""
    answer = await found(
        pdp, CITIZEN, "search/subject", subject={"type": "employee"}, action=READ, resource=person("p-kari", category="CASES")
    )
    assert "employee.local-office" in {each["properties"]["rule"] for each in answer["results"]}
    assert {each["type"] for each in answer["results"]} == {"group"}


@pytest.mark.parametrize(("what", "type_"), [("subject", "municipality"), ("resource", "business")])
async def test_a_search_is_about_no_other_type(what: str, type_: str, pdp: Ask) -> None:
    response = await post(pdp, CITIZEN, f"search/{what}", {"subject": KARI, "action": READ, "resource": {"type": type_, "id": "p-kari"}})
    assert (response.status_code, "`resource.type`" in response.text) == (400, True)


@pytest.mark.embedded
async def test_whom_an_owner_lets_see_their_business_is_told_of_a_business_alone(pdp: Ask) -> None:
    """An id of another type than it says is as one that is not there."""
    magnus = "person:p-magnus"
    for type_, rules in (("business", {"employee.local-office"}), ("person", set())):
        answer = await found(
            pdp, magnus, "search/subject", subject={"type": "employee"}, action=READ, resource={"type": type_, "id": "b-snekker"}
        )
        assert {each["properties"]["rule"] for each in answer["results"]} == rules


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("type_", "id_", "rule"), [("device", "d-rullestol", "device.technician"), ("case", "c-astrid-hje", "employee.assigned-case")]
)
async def test_whom_a_device_and_a_case_are_open_to_is_told_to_whom_they_concern_alone(type_: str, id_: str, rule: str, pdp: Ask) -> None:
    asked: dict[str, Any] = {"subject": {"type": "employee"}, "action": READ, "resource": {"type": type_, "id": id_}}
    astrid, kari = [await found(pdp, asker, "search/subject", **asked) for asker in ("person:p-astrid", CITIZEN)]
    assert rule in {each["properties"]["rule"] for each in astrid["results"]}
    assert kari == {"page": {"next_token": "", "count": 0}, "results": []}


async def test_nobody_learns_who_sees_somebody_else(pdp: Ask) -> None:
    answer = await found(pdp, CITIZEN, "search/subject", subject={"type": "employee"}, action=READ, resource=person("p-jonas"))
    assert answer == {"page": {"next_token": "", "count": 0}, "results": []}


# --- the wire ---


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "`subject`"),
        ({"subject": ARNE, "action": READ}, "`resource`"),
        ({"subject": {"type": "robot", "id": "x"}, "action": READ, "resource": KARI}, "`subject.type`"),
        ({"subject": ARNE, "action": READ, "resource": {"type": "person", "id": 7}}, "`resource.id`"),
        ({"subject": ARNE, "action": READ, "resource": person("p-kari", category="SECRET-01018012345")}, "`category`"),
        ({"subject": ARNE, "action": READ, "resource": person("p-kari", category="CARD", theme="AAP")}, "`theme`"),
    ],
    ids=str,
)
async def test_what_does_not_fit_is_told_by_its_place_and_not_its_value(body: object, place: str, pdp: Ask) -> None:
    response = await post(pdp, HANDLER, "evaluation", body, purpose="FOLLOW_UP")
    assert (response.status_code, place in response.text) == (400, True)
    assert "01018012345" not in response.text


@pytest.mark.parametrize("path", list(PATHS.values()))
async def test_without_a_token_nothing_is_decided(path: str, pdp: Ask) -> None:
    response = await pdp.client.post(path, json={})
    assert (response.status_code, "www-authenticate" in response.headers) == (401, True)


async def test_the_clients_id_of_the_request_comes_back(pdp: Ask) -> None:
    headers = pdp.headers(CITIZEN) | {"X-Request-ID": "order/66-b"}
    response = await pdp.client.post(PATHS["access_evaluation_endpoint"], json={}, headers=headers)
    assert response.headers["x-request-id"] == "order/66-b"


async def test_the_metadata_tell_each_endpoint_by_the_servers_own_address(pdp: Ask) -> None:
    told = (await pdp.client.get(METADATA, headers={"Host": "elsewhere.example"})).json()
    assert told == {"policy_decision_point": PUBLIC, **{name: PUBLIC + path for name, path in PATHS.items()}}


async def test_a_server_that_is_not_told_its_address_tells_none(ask: Ask) -> None:
    assert (await ask.client.get(METADATA)).status_code == 404


async def test_a_decision_point_is_logged_as_who_asks_on_anothers_behalf(pdp: Ask) -> None:
    stated = {"purpose": "FOLLOW_UP"}
    await found(pdp, POINT, "evaluation", subject=ARNE, action=READ, resource=person("p-kari"), context=stated)
    lookup, outcome = pdp.log.ended[-1]
    assert (lookup.kind.value, lookup.key, lookup.behalf, lookup.purpose) == ("client", "fjordbanken-samtykke", "A100101", "FOLLOW_UP")
    assert (lookup.channel.value, lookup.manner.value, [each.subject for each in outcome.disclosed]) == ("authzen", "automated", ["p-kari"])
