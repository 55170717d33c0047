"""Metrics: what a request is counted by, and that nobody who asks can make a label, nor be one."""

import re

import httpx
import pytest
from graphql import OperationType

from api.errors import ApiError
from api.graphiql import Page, Tab
from api.observe import Phase
from api.observe.watch import NO_ADDRESS, PAGE, PREFLIGHT
from api.schema import query, root
from api.server import app
from auth.viewer import ViewerKind
from tests.api.conftest import CITIZEN, HANDLER
from tests.api.observe.conftest import Seen

pytestmark = pytest.mark.embedded
SHOWN = '{ person(id: "p-kari") { name { full } } }'
_LABELS = re.compile(r'(\w+)="([^"]*)"')


def counted(seen: Seen) -> dict[tuple[str, str, str], int]:
    """How many requests, by operation, kind of viewer and code."""
    line = re.compile(r'^innsyn_requests_total\{code="(.*?)",operation="(.*?)",viewer="(.*?)"\} (.*)$', re.MULTILINE)
    found = line.findall(_ordered(seen.shown()))
    return {(operation, viewer, code): int(float(number)) for code, operation, viewer, number in found}


def _ordered(text: str) -> str:
    return re.sub(r"\{(.*?)\}", lambda found: "{" + ",".join(sorted(found[1].split(","))) + "}", text)


async def test_a_request_counts_by_its_root_field_the_kind_of_viewer_and_its_code(seen: Seen) -> None:
    await seen.ask(HANDLER, SHOWN, purpose="FOLLOW_UP")
    await seen.ask(HANDLER, SHOWN)
    await seen.ask(CITIZEN, "{ viewer { kind } }")
    await seen.ask(CITIZEN, '{ viewer { kind } unit(number: "0315") { name } }')
    await seen.ask(CITIZEN, "{ __typename }")
    await seen.ask(CITIZEN, "{ nothing }")
    await seen.ask.client.post("/graphql", json={})
    assert counted(seen) == {
        ("person", "employee", "OK"): 1,
        ("person", "employee", "PURPOSE_REQUIRED"): 1,
        ("viewer", "person", "OK"): 1,
        ("several", "person", "OK"): 1,
        ("schema", "person", "OK"): 1,
        ("none", "person", "DOCUMENT_INVALID"): 1,
        ("none", "none", "UNAUTHENTICATED"): 1,
    }


async def test_an_answer_in_parts_is_one_request_and_its_parts_count_beside(seen: Seen) -> None:
    asked = {"query": '{ person(id: "p-kari") { id ... @defer { phone } ... @defer { email } } }'}
    await seen.ask.raw(asked, headers=seen.ask.headers(CITIZEN) | {"Accept": "multipart/mixed, application/json"})
    assert counted(seen) == {("person", "person", "OK"): 1}
    assert 'innsyn_parts_total{operation="person",viewer="person"} 2.0' in seen.shown()


async def test_what_asks_for_no_operation_is_not_counted_as_one(seen: Seen) -> None:
    origin = "https://page.example"
    wants = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    hint = Page(tabs=[Tab(query="{ viewer { kind } }", headers={})])
    face = app(seen.ask.serving, tokens=seen.ask.tokens, page=hint, origins=[origin], observation=seen.observation)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        await client.get("/nothing/here")
        await client.put("/graphql", headers=seen.ask.headers(CITIZEN))
        await client.options("/graphql", headers=wants)
        await client.get("/graphql", headers={"Accept": "text/html"})
    assert {(operation, code) for operation, _, code in counted(seen)} == {
        ("none", "NO_SUCH_ADDRESS"),
        ("none", "METHOD_NOT_ALLOWED"),
        ("preflight", "OK"),
        ("page", "OK"),
    }


async def test_a_decision_counts_by_its_endpoint(seen: Seen) -> None:
    body = {"subject": {"type": "person", "id": "p-kari"}, "action": {"name": "READ"}, "resource": {"type": "person", "id": "p-kari"}}
    await seen.ask.client.post("/access/v1/evaluation", json=body, headers=seen.ask.headers(CITIZEN))
    await seen.ask.client.post("/access/v1/evaluation", json={}, headers=seen.ask.headers(CITIZEN))
    assert counted(seen) == {("access/v1/evaluation", "person", code): 1 for code in ("OK", "MALFORMED_EVALUATION")}


async def test_questions_of_how_the_server_is_are_not_counted(seen: Seen) -> None:
    await seen.ask.client.get("/health/live")
    await seen.ask.client.get("/health/ready")
    assert counted(seen) == {}


async def test_what_is_known_already_takes_no_time_again(seen: Seen) -> None:
    text = "query once { viewer { kind name } }"
    for _ in range(3):
        await seen.ask(HANDLER, text, purpose="FOLLOW_UP")
    taken = dict(re.findall(r'^innsyn_phase_seconds_count\{phase="(\w+)"\} (\S+)$', seen.shown(), re.MULTILINE))
    assert taken.keys() == {each.value for each in Phase}
    once, always = ("parse", "validate", "plan"), ("token", "database", "shape", "log")
    assert ({taken[each] for each in once}, {taken[each] for each in always}) == ({"1.0"}, {"3.0"})


HOSTILE = "x17858012345"


async def test_no_name_alias_header_or_path_of_a_client_becomes_a_label(seen: Seen) -> None:
    """Whoever asks can neither make series without end nor write in the metrics."""
    for number in range(30):
        name = f"{HOSTILE}{number}"
        await seen.ask(CITIZEN, f'query {name} {{ {name}: person(id: "{name}") {{ {name}: id }} }}')
        await seen.ask(CITIZEN, f"query {name} {{ {name} }}")
        await seen.ask(CITIZEN, f"query {name}($a: ID!) {{ node(id: $a) {{ id }} }}", a=name)
        headers = seen.ask.headers(CITIZEN) | {"X-Request-ID": name, "Innsyn-Purpose": name, "Innsyn-Case": name, "User-Agent": name}
        await seen.ask.raw({"query": "{ viewer { kind } }", "operationName": name}, headers=headers)
        await seen.ask.client.request(f"METHOD{number}", f"/{name}?{name}={name}", headers=headers)
        await seen.ask.client.post("/graphql", json={}, headers={"Authorization": f"Bearer {name}"})
    shown = seen.shown()
    labels = {value for name, value in _LABELS.findall(shown) if name != "le"}
    assert HOSTILE not in shown
    assert "p-kari" not in shown
    assert len({line.partition("{")[2].partition("}")[0] for line in shown.splitlines() if line.startswith("innsyn_requests_total")}) <= 10
    assert labels <= _known()


def _known() -> set[str]:
    """All that a label may ever be: so many there are at most."""
    mutation = root(OperationType.MUTATION)
    operations = {*query().fields, *mutation.fields, "several", "schema", "none", PREFLIGHT, PAGE}
    kinds, codes, pending = {each.value for each in ViewerKind}, {"OK", NO_ADDRESS}, [ApiError]
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        codes |= {kind.code} if "code" in vars(kind) else set()
    return operations | kinds | codes | {each.value for each in Phase}


async def test_every_label_that_could_be_is_one_of_few(seen: Seen) -> None:
    assert len(_known()) < 150
