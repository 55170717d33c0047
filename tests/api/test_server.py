"""GraphQL over HTTP: who is let in, what is refused, and with which status."""

import re
import time
from typing import Any

import pytest
from structlog.testing import capture_logs

from api import limits
from auth.development import AUDIENCE, NAME, DevelopmentIssuer
from auth.viewer import named
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, Ask
from tests.asking import OverHttp

GRAPHQL_JSON = "application/graphql-response+json"
KIND = {"query": "{ viewer { kind } }"}


def code(answer: dict[str, Any]) -> str:
    (error,) = answer["errors"]
    found: str = error["extensions"]["code"]
    return found


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer \xe9"])
async def test_without_a_good_token_nobody_is_let_in(header: str, ask: Ask) -> None:
    response = await ask.client.post("/graphql", json=KIND, headers={b"Authorization": header.encode("latin-1")})
    assert (response.status_code, code(response.json())) == (401, "UNAUTHENTICATED")
    assert response.headers["www-authenticate"].startswith('Bearer realm="innsyn"')


async def test_without_a_token_the_answer_says_how_to_send_one(ask: Ask) -> None:
    response = await ask.raw(KIND, headers={})
    assert (response.status_code, response.headers["www-authenticate"]) == (401, 'Bearer realm="innsyn"')


@pytest.mark.parametrize("changes", [{"exp": 1}, {"aud": "another"}, {"iss": "another"}, {"innsyn_kind": "root"}, {"nbf": 2**40}], ids=str)
async def test_token_with_a_wrong_claim_is_refused_as_a_bad_one(changes: dict[str, object], ask: Ask) -> None:
    times = {"iat": int(time.time()), "exp": int(time.time()) + 60}
    claims = {"iss": NAME, "aud": AUDIENCE, "sub": "p-kari", "innsyn_kind": "person", "client_id": "x", "jti": "1"} | times
    response = await ask.raw(KIND, headers={"Authorization": f"Bearer {ask.issuer.signed(claims | changes)}"})
    assert (response.status_code, 'error="invalid_token"' in response.headers["www-authenticate"]) == (401, True)


async def test_token_of_another_servers_key_is_refused(ask: Ask, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = DevelopmentIssuer.of(tmp_path_factory.mktemp("other"))
    response = await ask.raw(KIND, headers={"Authorization": f"Bearer {other.token(named(CITIZEN))}"})
    assert response.status_code == 401


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[]", 400),
        (b'"x"', 400),
        (b"{}", 400),
        (b'{"query": 7}', 400),
        (b'{"query": "{ __typename }", "variables": []}', 400),
        (b'{"query": "{ __typename }", "operationName": {}}', 400),
        (b'{"query": "{ __typename \\ud800 }"}', 400),
        (b'[{"query": "{ __typename }"}]', 400),
        (b" " * (limits.BODY_BYTES + 1), 413),
        (b'{"query": "{ __typename }", "extensions": []}', 400),
        (b'{"query": "{ __typename }"}', 200),
    ],
    ids=lambda value: str(value)[:50],
)
async def test_body_that_is_no_request_is_refused(body: bytes, status: int, ask: Ask) -> None:
    response = await ask.client.post("/graphql", content=body, headers=ask.headers(CITIZEN) | {"Content-Type": "application/json"})
    assert response.status_code == status


@pytest.mark.parametrize("kind", ["", "text/plain", "application/graphql", "application/json; charset=latin-1", "multipart/form-data"])
async def test_other_media_types_are_refused(kind: str, ask: Ask) -> None:
    response = await ask.client.post("/graphql", content=b"{}", headers=ask.headers(CITIZEN) | {"Content-Type": kind})
    assert (response.status_code, code(response.json())) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_methods_are_refused(method: str, ask: Ask) -> None:
    response = await ask.client.request(method, "/graphql", params={"query": "{__typename}"}, headers=ask.headers(CITIZEN))
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{", "DOCUMENT_INVALID"),
        ("", "DOCUMENT_INVALID"),
        ("{ nothing }", "DOCUMENT_INVALID"),
        ('{ person(id: "p", name: "x") { id } }', "DOCUMENT_INVALID"),
        ("query A { __typename } query B { __typename }", "OPERATION_UNKNOWN"),
        ("fragment A on Person { id }", "DOCUMENT_INVALID"),
        ("mutation { x }", "DOCUMENT_INVALID"),
        ("query ($id: ID!) { node(id: $id) { id } }", "VARIABLE_INVALID"),
        ("{ " + "__typename " * 20_000 + "}", "DOCUMENT_TOO_LARGE"),
        ("{ a: __typename " + "__typename " * 2_000 + "}", "DOCUMENT_TOO_LARGE"),
        ("{ unit(id: 1) { " + "partOf { " * 900 + "id" + " }" * 902, "DOCUMENT_TOO_LARGE"),
    ],
    ids=lambda value: value[:40],
)
async def test_operation_that_cannot_run_is_a_bad_request_to_those_who_read_it_so(query: str, expected: str, ask: Ask) -> None:
    plain = await ask.raw({"query": query}, headers=ask.headers(CITIZEN))
    exact = await ask.raw({"query": query}, headers=ask.headers(CITIZEN) | {"Accept": GRAPHQL_JSON})
    assert (plain.status_code, exact.status_code, exact.headers["content-type"]) == (200, 400, GRAPHQL_JSON)
    assert {error["extensions"]["code"] for error in plain.json()["errors"]} == {expected}
    assert "data" not in plain.json()


UNKNOWN = [
    ("{ viewer { kind } }", "A", "leave `operationName` out"),
    ("query B { viewer { kind } }", "A", "no operation of that name"),
    ("query A { viewer { kind } } query B { viewer { kind } }", None, "holds several operations"),
]


@pytest.mark.parametrize(("text", "name", "told"), UNKNOWN)
async def test_what_is_wrong_with_an_operations_name_is_told(text: str, name: str | None, told: str, ask: Ask) -> None:
    (error,) = (await ask.raw({"query": text, "operationName": name}, headers=ask.headers(CITIZEN))).json()["errors"]
    assert (error["extensions"]["code"], told in error["message"]) == ("OPERATION_UNKNOWN", True)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("person { id }", "KEY_REQUIRED"),
        ('person(id: "p-kari", nin: "1") { id }', "KEY_REQUIRED"),
        ('person(id: "p-kari") { cases(first: -1) { totalCount } }', "ARGUMENT_INVALID"),
        ('person(id: "p-kari") { cases(first: 100000) { totalCount } }', "ARGUMENT_INVALID"),
        ('person(id: "p-kari") { cases(after: "nonsense") { totalCount } }', "CURSOR_INVALID"),
    ],
)
async def test_one_bad_argument_refuses_all_and_reads_nothing(field: str, expected: str, ask: Ask, read: list[str]) -> None:
    answer = await ask(CITIZEN, f'{{ good: person(id: "p-kari") {{ id }} {field} }}')
    assert (answer["data"], code(answer), read) == (None, expected, [])


FIELDS = [
    'person(id: "p-kari") { id }',
    "viewer { name }",
    'unit(number: "0315") { name }',
    'nodes(ids: ["p-kari"]) { ... on Unit { id } }',
]
PURPOSES = [(None, "PURPOSE_REQUIRED"), ("CONTROL", "PURPOSE_REFUSED"), ("NONSENSE", "PURPOSE_REFUSED")]


@pytest.mark.parametrize(("purpose", "expected"), PURPOSES)
@pytest.mark.parametrize("field", FIELDS)
async def test_employee_without_a_permitted_purpose_gets_one_error(purpose: str | None, expected: str, field: str, ask: Ask) -> None:
    answer = await ask(HANDLER, f"{{ {field} }}", purpose=purpose)
    assert (answer["data"], code(answer), "extensions" in answer) == (None, expected, False)


@pytest.mark.parametrize("viewer", [HANDLER, "client:baerum-hjelpemidler"])
async def test_missing_purpose_suggests_none_that_the_viewer_may_not_state(viewer: str, ask: Ask) -> None:
    message = (await ask(viewer, '{ person(id: "p-kari") { id } }'))["errors"][0]["message"]
    assert re.findall(r"[A-Z]{2,}(?:_[A-Z]+)*", message) == []
    assert "through a role or as a system" in message


async def test_a_purpose_that_may_not_be_stated_is_answered_with_those_that_may(ask: Ask) -> None:
    client, of_system = "client:baerum-hjelpemidler", ["MUNICIPAL_SERVICES"]
    for viewer, purposes in ((HANDLER, ["FOLLOW_UP", "GUIDANCE", "SICKNESS_FOLLOW_UP"]), (client, of_system), ("employee:nobody", [])):
        (error,) = (await ask(viewer, '{ person(id: "p-kari") { id } }', purpose="NONSENSE"))["errors"]
        assert error["extensions"] == {"code": "PURPOSE_REFUSED", "purposes": purposes}
        assert re.findall(r"`([A-Z_]+)`", error["message"]) == purposes
        assert ("or who asks is not known" in error["message"]) == (not purposes)


async def test_missing_purpose_reads_nothing(ask: Ask, read: list[str]) -> None:
    await ask(HANDLER, '{ person(id: "p-kari") { id } }')
    assert read == []


async def test_operation_about_the_schema_alone_reads_nothing_and_needs_no_purpose(ask: Ask, read: list[str]) -> None:
    answer = await ask(HANDLER, "{ __typename __schema { queryType { name } } }")
    assert (answer, read) == ({"data": {"__typename": "Query", "__schema": {"queryType": {"name": "Query"}}}}, [])


async def test_several_roots_are_read_by_one_statement(ask: Ask, read: list[str]) -> None:
    text = '{ viewer { name } a: person(id: "p-kari") { name { full } } b: person(id: "p-jonas") { id } unit(number: "0315") { name } }'
    answer = await ask(HANDLER, text, purpose="FOLLOW_UP")
    assert (answer["data"]["a"]["name"]["full"], answer["data"]["unit"]["name"], len(read)) == ("Kari Holm Dahl", "Nav Grünerløkka", 1)


async def test_denied_fields_are_null_with_a_code_and_their_siblings_stand(ask: Ask) -> None:
    answer = await ask("employee:A100201", '{ person(id: "p-dagny") { name { full } nin phone } }', purpose="GUIDANCE")
    assert answer["data"]["person"] == {"name": {"full": "Dagny Krogh"}, "nin": None, "phone": None}
    assert answer["extensions"]["access"] == [
        {"coordinate": "Person.nin", "code": "NO_GRANT", "count": 1},
        {"coordinate": "Person.phone", "code": "NO_GRANT", "count": 1},
    ]


async def test_citizen_gets_the_same_answer_for_a_hidden_person_as_for_none(ask: Ask) -> None:
    hidden, unknown = [(await ask.raw(asked, headers=ask.headers(CITIZEN))).content for asked in (_person("p-jonas"), _person("p-nobody"))]
    assert hidden == unknown == b'{"data":{"person":null},"extensions":{"access":[{"coordinate":"Query.person","code":"NOT_AVAILABLE"}]}}'


def _person(id_: str) -> dict[str, Any]:
    return {"query": "query ($id: ID!) { person(id: $id) { id name { full } } }", "variables": {"id": id_}}


PAGES = """query ($first: Int, $after: String) { person(id: "p-kari") { family(first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } } }"""


async def family(ask: Ask, **page: Any) -> dict[str, Any]:
    found: dict[str, Any] = (await ask(HANDLER, PAGES, purpose="FOLLOW_UP", **page))["data"]["person"]["family"]
    return found


async def test_pages_give_each_row_once_and_in_order(ask: Ask) -> None:
    whole = await family(ask)
    page = await family(ask, first=1)
    seen = page["edges"]
    while page["pageInfo"]["hasNextPage"]:
        page = await family(ask, first=1, after=page["pageInfo"]["endCursor"])
        assert (page["totalCount"], page["pageInfo"]["hasPreviousPage"]) == (whole["totalCount"], True)
        seen = [*seen, *page["edges"]]
    assert seen == whole["edges"]


async def test_empty_page_has_no_cursors(ask: Ask) -> None:
    page = await family(ask, first=0)
    assert (page["edges"], page["pageInfo"]["endCursor"], page["totalCount"]) == ([], None, 5)


async def test_one_response_key_under_two_aliases_gives_each_its_own_field(ask: Ask) -> None:
    edges = "one: edges { node { x: id } } two: edges { a: node { x: status } b: node { x: id } }"
    answer = await ask(CITIZEN, f'{{ person(id: "p-kari") {{ cases(first: 1) {{ {edges} }} }} }}')
    cases = answer["data"]["person"]["cases"]
    id_ = cases["one"][0]["node"]
    assert (id_["x"][:2], cases["two"][0]) == ("c-", {"a": {"x": "OPEN"}, "b": id_})


async def test_cursor_of_another_viewer_is_refused(ask: Ask) -> None:
    text = 'query ($after: String) { person(id: "p-kari") { cases(first: 1, after: $after) { pageInfo { endCursor } } } }'
    cursor = (await ask(CITIZEN, text))["data"]["person"]["cases"]["pageInfo"]["endCursor"]
    assert "errors" not in await ask(CITIZEN, text, after=cursor)
    assert code(await ask(HANDLER, text, purpose="FOLLOW_UP", after=cursor)) == "CURSOR_INVALID"


async def test_answers_are_private_and_can_be_found_in_the_log(ask: Ask) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    response = await ask.raw(KIND, headers=ask.headers(CITIZEN) | {"traceparent": f"00-{trace}-b7ad6b7169203331-01"})
    assert (response.headers["cache-control"], response.headers["x-request-id"]) == ("private, no-store", trace)


@pytest.mark.parametrize("takes", ["application/json", "application/graphql-response+json"])
async def test_the_log_has_what_refused_a_request_whatever_its_status(takes: str, ask: Ask) -> None:
    with capture_logs() as lines:
        await ask.raw({"query": "{ viewer { idd } }"}, headers=ask.headers(CITIZEN) | {"Accept": takes})
    (line,) = (each for each in lines if each["event"] == "request")
    assert (line["operation"], line["code"]) == ("none", "DOCUMENT_INVALID")


async def test_health_is_told_without_a_token(ask: Ask) -> None:
    live, ready = await ask.client.get("/health/live"), await ask.client.get("/health/ready")
    assert (live.status_code, ready.status_code, ready.json()) == (200, 200, {"status": "ready"})


async def test_the_root_goes_to_graphiql_in_development(ask: Ask) -> None:
    found = await ask.client.get("/", headers={"Accept": "text/html"}, follow_redirects=True)
    assert (found.url.path, found.headers["content-type"]) == ("/graphql", "text/html; charset=utf-8")


async def test_elsewhere_the_root_says_where_the_api_is(ask: Ask, demo: Database) -> None:
    found = await OverHttp(database=demo, issuer=ask.issuer).client.get("/")
    assert (found.status_code, found.json()) == (200, {"graphql": "/graphql", "health": "/health/ready"})


async def test_graphiql_loads_nothing_from_elsewhere(ask: Ask) -> None:
    page = await ask.client.get("/graphql", headers={"Accept": "text/html"})
    script = await ask.client.get("/graphiql/vendor/graphiql.min.js")
    assert ("http" in page.text, "script-src 'self'" in page.headers["content-security-policy"], script.status_code) == (False, True, 200)
