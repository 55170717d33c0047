"""An answer in parts: what a fragment that may come later tells, to whom, and when it tells nothing any more."""

import asyncio
import json
import random
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from graphql import (
    DirectiveNode,
    FieldNode,
    InlineFragmentNode,
    NameNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    parse,
    print_ast,
)
from hypothesis import assume, event, given
from hypothesis import strategies as st
from starlette.applications import Starlette

from api import forms, limits
from api.answers import Answers
from api.budgets import Budgets
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.limits import Limits
from api.plan import Plans
from api.server import app
from api.serving import Serving
from api.trusted import Manifest, Mode, Trusted, id_of
from audit.entry import Result
from auth.development import DevelopmentIssuer
from auth.rules import INNSYN
from auth.viewer import ViewerKind, named
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, Ask
from tests.api.test_fuzz import READ, VIEWER, VIEWERS
from tests.api.test_server import code
from tests.databases import Server
from tests.examples import examples
from tests.graphs import edge, node
from tests.kept import Kept
from tests.made_graphs import purposes, writes
from tests.serving import served
from tests.tiny import employee, made_of, person, role

APOLLO: Final = "multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9"
URQL: Final = "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
VIEW: Final = """query View($id: ID!) {
  person(id: $id) { id name { full } ...More @defer(label: "more") ... @defer { phone } }
  ... @defer(label: "why") { access(subject: $id) { decision } }
}
fragment More on Person { family(first: 2) { totalCount pageInfo { endCursor } } birthDate }"""


def parts_of(body: str) -> list[dict[str, Any]]:
    """Each part of a body as it is written."""
    begin, *parts, end = body.split("\r\n---")
    assert (begin, end) == ("", "--\r\n")
    found = [each.partition("\r\n\r\n") for each in parts]
    assert {head for head, _, _ in found} == {"\r\nContent-Type: application/json; charset=utf-8"}
    told = [json.loads(text) for _, _, text in found]
    assert [each["hasNext"] for each in told] == [True] * (len(told) - 1) + [False]
    return told


def merged(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """As clients put them together: data by path, extensions by name, the later over the earlier."""
    first, *more = parts
    whole = {name: value for name, value in first.items() if name != "hasNext"}
    for entry in (entry for each in more for entry in each["incremental"]):
        whole = _into(whole, {"data": reduce(lambda data, key: {key: data}, reversed(entry["path"]), entry["data"])})
        whole["extensions"] = whole["extensions"] | entry.get("extensions", {})
    return whole


def _into(before: Any, told: Any) -> Any:
    if isinstance(before, Mapping) and isinstance(told, Mapping):
        return {**before, **{key: _into(before[key], each) if key in before else each for key, each in told.items()}}
    return before if told is None else told


Between = Callable[[int], Awaitable[object]]


async def taken(
    ask: Ask,
    query: str,
    between: Between,
    *,
    headers: dict[str, str],
    gone: asyncio.Event | None = None,
    face: Starlette | None = None,
    **variables: Any,
) -> str:
    """Asks the application, and takes what it sends; `between` happens when a part has been taken, before anything else is done."""
    body, sent = [json.dumps({"query": query, "variables": variables}).encode()], list[bytes]()

    async def receive() -> dict[str, Any]:
        if body:
            return {"type": "http.request", "body": body.pop(), "more_body": False}
        await (gone or asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            sent.append(message["body"])
            await between(len(sent))

    told = {"content-type": "application/json", "accept": APOLLO} | headers
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in told.items()],
    }
    await (face or app(ask.serving, tokens=ask.tokens))(scope, receive, send)
    return b"".join(sent).decode()


def errors(part: dict[str, Any]) -> list[tuple[list[str], Any, str]]:
    """Where nothing is told for an error, and its code."""
    return [(each["path"], each["data"], code(each)) for each in part["incremental"]]


async def asked(ask: Ask, viewer: str, query: str, accept: str = APOLLO, purpose: str | None = None, **variables: Any) -> httpx.Response:
    headers = ask.headers(viewer, purpose=purpose) | {"Accept": accept}
    return await ask.raw({"query": query, "variables": variables}, headers=headers)


@pytest.mark.parametrize("accept", [APOLLO, URQL], ids=["apollo", "urql"])
async def test_what_may_come_later_comes_in_parts_in_the_documents_order(accept: str, ask: Ask, read: list[str]) -> None:
    response = await asked(ask, CITIZEN, VIEW, accept, id="p-kari")
    assert response.headers["content-type"] == 'multipart/mixed; boundary="-"; deferSpec=20220824'
    first, *more = parts_of(response.text)
    assert first["data"] == {"person": {"id": "p-kari", "name": {"full": "Kari Holm Dahl"}}}
    entries = [entry for each in more for entry in each["incremental"]]
    assert [(each["path"], each.get("label"), list(each["data"])) for each in entries] == [
        (["person"], "more", ["family", "birthDate"]),
        (["person"], None, ["phone"]),
        ([], "why", ["access"]),
    ]
    assert len(read) == 4


WHOLE = [
    "application/json",
    "application/graphql-response+json",
    "*/*",
    "multipart/mixed;q=0.5, application/json",
    "multipart/mixed; deferSpec=20991231, application/json",
]


def _deferring(selections: SelectionSetNode, dice: random.Random) -> SelectionSetNode:
    """The same, with some of it in fragments that may come later, below and in each other too."""
    nodes = [_below(each, dice) for each in selections.selections]
    later = [each for each in nodes if dice.random() < 0.6]
    halves = [later[: len(later) // 2], later[len(later) // 2 :]] if dice.random() < 0.5 else [later]
    deferred = [InlineFragmentNode(directives=(_DEFER,), selection_set=SelectionSetNode(selections=tuple(half))) for half in halves if half]
    return SelectionSetNode(selections=(*(each for each in nodes if each not in later), *deferred))


def _below(node: SelectionNode, dice: random.Random) -> SelectionNode:
    if isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
        return replace(node, selection_set=_deferring(node.selection_set, dice))
    return node


_BESIDE: Final = FieldNode(
    alias=NameNode(value="beside"),
    name=NameNode(value="viewer"),
    arguments=(),
    directives=(),
    selection_set=SelectionSetNode(selections=(FieldNode(name=NameNode(value="id"), arguments=(), directives=()),)),
)
_DEFER: Final = DirectiveNode(name=NameNode(value="defer"), arguments=())
_TELLS_OF_LOOK_UPS: Final = re.compile(r"\b(visits|usage|alarms|notices|overrides|nameRequests|restrictions|whatCanISee)\b")


@pytest.mark.embedded
@examples(60)
@given(viewer=VIEWER, query=READ, luck=st.randoms(use_true_random=False))
async def test_the_parts_together_are_the_answer_that_is_whole(viewer: str, query: str, luck: random.Random, ask: Ask) -> None:
    document = parse(query)
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    generated = _deferring(operation.selection_set, luck).selections
    text = print_ast(replace(operation, selection_set=SelectionSetNode(selections=(_BESIDE, *generated))))
    assume(not _TELLS_OF_LOOK_UPS.search(text))
    purpose = VIEWERS[viewer]
    whole = (await asked(ask, viewer, text, "application/json", purpose)).json()
    parts = await asked(ask, viewer, text, APOLLO, purpose)
    if not parts.headers["content-type"].startswith("multipart"):
        assert parts.json() == whole
        return
    event("came in parts")
    together = merged(parts_of(parts.text))
    assert together["data"] == whole["data"]
    assert codes(together) == codes(whole)


def codes(answer: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["coordinate"], each["code"]) for each in answer["extensions"]["access"]}


DOCUMENTS: Final = [
    VIEW,
    """query ($id: ID!) { search(text: "dahl kari") { edges { node { __typename id } } ... @defer(label: "many") { totalCount } }
      ... @defer { whoCanSee(subject: $id) { totalCount edges { node { rule } } } } }""",
    """query ($id: ID!) { node(id: $id) { __typename id ... on Person { name { full } ...P @defer } } viewer { kind ...V @defer } }
      fragment P on Person { phone family { totalCount edges { node { id name { full } } } } } fragment V on Viewer { id name }""",
    """query ($id: ID!) { ...All } fragment All on Query { a: person(id: $id) { ...P } b: person(id: "p-even") { ...P } }
      fragment P on Person { id ... @defer { phone email } name { full } }""",
    """query ($id: ID!) { person(id: $id) { id family { totalCount } ... @defer { family { edges { node { id } } } phone } } }""",
    """query ($id: ID!) { nodes(ids: [$id]) { id ... on Person @defer { phone } } ... @defer(if: false) { viewer { kind } } }""",
]


@pytest.mark.parametrize("viewer", [CITIZEN, HANDLER])
@pytest.mark.parametrize("query", DOCUMENTS, ids=["view", "lists", "types", "aliases", "overlap", "nodes"])
@pytest.mark.parametrize("id_", ["p-kari", "p-even", "p-nobody"])
@pytest.mark.embedded
async def test_so_are_those_of_documents_of_every_sort(id_: str, query: str, viewer: str, ask: Ask) -> None:
    purpose = "FOLLOW_UP" if viewer == HANDLER else None
    whole = (await asked(ask, viewer, query, "application/json", purpose, id=id_)).json()
    parts = await asked(ask, viewer, query, URQL, purpose, id=id_)
    assert (query in DOCUMENTS[-2:]) is not parts.headers["content-type"].startswith("multipart")
    together = parts.json() if query in DOCUMENTS[-2:] else merged(parts_of(parts.text))
    assert (together["data"], codes(together)) == (whole["data"], codes(whole))


@pytest.mark.embedded
@pytest.mark.parametrize("accept", WHOLE)
async def test_who_takes_no_parts_is_answered_at_once_by_one_statement(accept: str, ask: Ask, read: list[str]) -> None:
    whole = await asked(ask, CITIZEN, VIEW, accept, id="p-kari")
    assert (whole.headers["content-type"].endswith("json"), len(read)) == (True, 1)
    assert whole.json() == merged(parts_of((await asked(ask, CITIZEN, VIEW, id="p-kari")).text))


@pytest.mark.embedded
async def test_each_part_is_a_look_up_in_the_log_before_it_leaves(ask: Ask) -> None:
    seen = list[int]()

    async def between(_: int) -> None:
        seen.append(len(ask.log.ended))

    await taken(ask, VIEW, between, headers=ask.headers(CITIZEN) | {"x-request-id": "0" * 32}, id="p-kari")
    assert seen == [1, 2, 3, 4]
    assert [each.operation.roots for each, _ in ask.log.ended] == [("person",), ("person",), ("person",), ("access",)]
    assert {(each.request, each.operation.name) for each, _ in ask.log.ended} == {("0" * 32, "View")}
    given = [{name for each in outcome.disclosed for name in each.given} for _, outcome in ask.log.ended]
    assert ["Person.name" in each for each in given] == [True, False, False, False]
    assert ["Person.phone" in each for each in given] == [False, False, True, False]


@pytest.mark.embedded
async def test_a_token_that_ends_ends_the_answer(ask: Ask) -> None:
    async def between(part: int) -> None:
        await asyncio.sleep(max(0, ends - time.time()) if part == 2 else 0)

    ends = int(time.time()) + 2.1
    token = {"Authorization": f"Bearer {ask.issuer.token(named(CITIZEN), seconds=2)}"}
    _, second, last = parts_of(await taken(ask, VIEW, between, headers=token, id="p-kari"))
    assert second["incremental"][0]["data"]["birthDate"] == "1984-05-17"
    assert errors(last) == [(["person"], None, "UNAUTHENTICATED"), ([], None, "UNAUTHENTICATED")]
    assert len(ask.log.ended) == 2


ASSIGNED: Final = (
    *(
        node("Case", "case"),
        edge("e", "ASSIGNED_TO", "case"),
        edge("case", "CONCERNS", "asked", part="MAIN"),
        edge("case", "IN", "theme:AAP"),
    ),
    *(*role("handles", "ASSIGNED", "AAP"), *employee("e", "handles"), person("asked", phone="1", birthDate="1980-01-01")),
)
ENDS: Final = {
    "ASSIGNED_TO": {"data": {"birthDate": None, "phone": None}},
    "HOLDS": {"data": None, "errors": "PURPOSE_REFUSED"},
}


@pytest.mark.parametrize("edge_", ENDS)
async def test_a_right_that_ends_closes_the_next_part(edge_: str, database: Database, ask: Ask) -> None:
    await database.write_all(writes([purposes(), made_of(*ASSIGNED)]))

    async def between(_: int) -> None:
        await database.write(f"MATCH (:Employee {{id: 'e'}})-[held:{edge_}]->() SET held.validTo = 1")

    query = '{ person(id: "asked") { id name { full } ... @defer { birthDate phone } } }'
    first, second = parts_of(await taken(ask, query, between, headers=ask.headers("employee:e", purpose="WIDE")))
    (told,) = second["incremental"]
    said = {"data": told["data"]} | ({"errors": code(told)} if "errors" in told else {})
    assert (first["data"]["person"]["name"], said) == ({"full": "asked"}, ENDS[edge_])


@pytest.mark.embedded
async def test_hidden_and_unknown_have_the_same_parts(ask: Ask) -> None:
    bodies = [(await asked(ask, CITIZEN, CARD, id=id_)).content for id_ in ("p-hemmelig", "p-nobody", "p-even")]
    assert len(set(bodies)) == 1
    _, *more = parts_of(bodies[0].decode())
    assert [each["incremental"] for each in more] == [[{"path": ["person"], "data": None}]] * 2


CARD: Final = "query Card($id: ID!) { person(id: $id) { id ... @defer { phone } ... @defer { name { full } } } }"


@pytest.mark.embedded
async def test_who_goes_away_ends_what_is_read(ask: Ask, demo: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, begun = asyncio.Event(), list[str]()

    def reads(text: str) -> None:
        begun.append(text)
        if len(begun) == 2:
            gone.set()

    monkeypatch.setattr(demo, "on_statement", reads)
    body = await taken(ask, VIEW, lambda _: asyncio.sleep(0), headers=ask.headers(CITIZEN), gone=gone, id="p-kari")
    assert (body.count("Content-Type"), len(begun)) == (1, 2)
    assert [(outcome.result, outcome.code) for _, outcome in ask.log.ended] == [(Result.ALLOWED, None), (Result.FAILED, "CLIENT_GONE")]


@pytest.mark.embedded
async def test_an_answer_is_not_open_for_longer_than_it_may(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS_SECONDS", 0.2)
    body = await taken(ask, VIEW, lambda part: asyncio.sleep(0.3 if part == 1 else 0), headers=ask.headers(CITIZEN), id="p-kari")
    _, last = parts_of(body)
    assert errors(last) == [(["person"], None, "PARTS_TOO_SLOW")] * 2 + [([], None, "PARTS_TOO_SLOW")]


@pytest.mark.embedded
async def test_a_server_that_ends_waits_for_parts_no_longer_than_it_can(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS_ENDING_SECONDS", 0.0)
    face = app(ask.serving, tokens=ask.tokens)

    async def between(part: int) -> None:
        face.state.ending.begun = part == 2

    _, second, last = parts_of(await taken(ask, VIEW, between, headers=ask.headers(CITIZEN), face=face, id="p-kari"))
    assert second["incremental"][0]["label"] == "more"
    assert errors(last) == [(["person"], None, "PARTS_TOO_SLOW"), ([], None, "PARTS_TOO_SLOW")]


@pytest.mark.embedded
async def test_what_is_under_way_when_a_server_ends_comes_whole(ask: Ask) -> None:
    face = app(ask.serving, tokens=ask.tokens)

    async def between(_: int) -> None:
        face.state.ending.begun = True

    assert len(parts_of(await taken(ask, VIEW, between, headers=ask.headers(CITIZEN), face=face, id="p-kari"))) == 4


@pytest.mark.embedded
async def test_who_takes_nothing_is_not_waited_for(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS_SECONDS", -0.5)
    body = await taken(ask, VIEW, lambda _: asyncio.Event().wait(), headers=ask.headers(CITIZEN), id="p-kari")
    assert body.count("Content-Type") == 1
    assert (await asked(ask, CITIZEN, VIEW, id="p-kari")).status_code == 200


@pytest.mark.embedded
async def test_one_has_few_answers_open_at_once(ask: Ask) -> None:
    told = list[httpx.Response]()
    most = Limits().open

    async def between(part: int) -> None:
        if part == 1 and len(told) < most:
            told.append(await asked(ask, CITIZEN, VIEW, id="p-kari"))
            await taken(ask, VIEW, between, headers=ask.headers(CITIZEN), id="p-kari") if told[-1].status_code == 200 else None

    await taken(ask, VIEW, between, headers=ask.headers(CITIZEN), id="p-kari")
    assert [each.status_code for each in told] == [200] * (most - 1) + [429]
    assert code(told[-1].json()) == "TOO_MANY_OPEN"
    assert (await asked(ask, CITIZEN, VIEW, id="p-kari")).status_code == 200


def serving_of(ask: Ask, log: Kept, most: Limits = limits.UNLESS_TOLD, **more: Any) -> Serving:
    """The same graph, under other limits."""
    plans = Plans(INNSYN, documents=Documents(most, told=True))
    answers = Answers(ask.serving.database, plans=plans, cursors=Cursors(key=b"k" * KEY_BYTES), log=log, **more)
    return replace(ask.serving, answers=answers, log=log)


@pytest.mark.embedded
async def test_too_many_refused_end_the_answer(ask: Ask) -> None:
    query = """{ a: person(id: "p-even") { id } ... @defer { b: person(id: "p-truls") { name { full } } }
      ... @defer { c: person(id: "p-kari") { name { full } } } }"""
    few = replace(ask, serving=serving_of(ask, Kept(charges=True), most_refusals=1))
    first, last = parts_of(await taken(few, query, lambda _: asyncio.sleep(0), headers=ask.headers(HANDLER, purpose="FOLLOW_UP")))
    assert (first["data"], errors(last)) == ({"a": {"id": "p-even"}}, [([], None, "BUDGET_SPENT")] * 2)


@pytest.mark.embedded
async def test_a_server_may_answer_whole_alone(ask: Ask) -> None:
    whole = replace(ask, serving=serving_of(ask, Kept(), Limits(open=0)))
    body = await taken(whole, VIEW, lambda _: asyncio.sleep(0), headers=ask.headers(CITIZEN), id="p-kari")
    assert set(json.loads(body)["data"]) == {"person", "access"}


@pytest.mark.embedded
async def test_more_parts_than_one_may_defer_are_refused_unread(ask: Ask, read: list[str]) -> None:
    many = " ".join(f"... @defer {{ a{n}: phone }}" for n in range(Limits().parts + 1))
    response = await asked(ask, CITIZEN, f'{{ person(id: "p-kari") {{ id {many} }} }}')
    assert (code(response.json()), read) == ("DOCUMENT_TOO_LARGE", [])


@pytest.mark.embedded
async def test_what_a_later_part_could_cost_is_judged_before_the_first(ask: Ask, read: list[str]) -> None:
    dear = replace(ask, serving=serving_of(ask, Kept(), Limits(cost=100)))
    query = '{ viewer { kind } ... @defer { whoCanSee(subject: "p-kari") { totalCount } } }'
    body = await taken(dear, query, lambda _: asyncio.sleep(0), headers=ask.headers(CITIZEN))
    assert (code(json.loads(body)), read) == ("COST_TOO_HIGH", [])


@pytest.mark.embedded
async def test_each_part_of_a_new_document_counts_as_one(ask: Ask, read: list[str]) -> None:
    few = replace(ask, serving=serving_of(ask, Kept(), budgets=Budgets(new=3)))
    body = await taken(few, VIEW, lambda _: asyncio.sleep(0), headers=ask.headers(CITIZEN), id="p-kari")
    assert (code(json.loads(body)), read) == ("NEW_DOCUMENTS_SPENT", [])


def test_the_parts_of_a_trusted_document_are_planned_and_kept_with_it() -> None:
    plans = Plans(INNSYN)
    plans.documents.keep(VIEW)
    before, again = (list(forms.statements(plans, VIEW, [ViewerKind.PERSON])) for _ in range(2))
    assert [len(each.asked.operation.roots) for each in before] == [2, 1, 1, 1, 1]
    assert all(one is other for one, other in zip(before, again, strict=True))


@pytest.mark.embedded
async def test_what_refuses_the_whole_is_told_before_any_part(ask: Ask, read: list[str]) -> None:
    response = await asked(ask, HANDLER, VIEW, id="p-kari")
    assert (response.headers["content-type"], code(response.json()), read) == ("application/graphql-response+json", "PURPOSE_REQUIRED", [])


@pytest.mark.embedded
@pytest.mark.parametrize("mode", [Mode.PREFER, Mode.ONLY])
async def test_a_trusted_document_comes_in_parts_too(mode: Mode, ask: Ask) -> None:
    manifest = Manifest(name="m", viewers=frozenset({ViewerKind.PERSON}), documents={id_of(VIEW): VIEW})
    ask.serving.answers._plans.documents.keep(VIEW)
    face = app(replace(ask.serving, trusted=Trusted(mode=mode, manifests=[manifest])), tokens=ask.tokens)
    headers = ask.headers(CITIZEN) | {"Accept": URQL}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        response = await client.post("/graphql", json={"documentId": id_of(VIEW), "variables": {"id": "p-kari"}}, headers=headers)
    assert merged(parts_of(response.text)) == (await asked(ask, CITIZEN, VIEW, "application/json", id="p-kari")).json()


@pytest.mark.embedded
async def test_parts_are_kept_by_nobody_and_not_compressed(ask: Ask) -> None:
    face = app(ask.serving, tokens=ask.tokens, origins=["https://app.example"])
    more = {"Accept": APOLLO, "Accept-Encoding": "br, gzip", "Origin": "https://app.example"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        response = await client.post("/graphql", json={"query": VIEW, "variables": {"id": "p-kari"}}, headers=ask.headers(CITIZEN) | more)
    found = response.headers
    assert (found["cache-control"], found["access-control-allow-origin"]) == ("private, no-store", "https://app.example")
    assert "content-encoding" not in found
    assert "content-length" not in found
    assert "Accept" in found["vary"]
    assert len(parts_of(response.text)) == 4


async def test_what_is_sent_on_both_databases_by_a_server_as_it_is_started(server: Server, demo: Database, tmp_path: Path) -> None:
    issuer, data = DevelopmentIssuer.of(tmp_path), {"query": VIEW, "variables": {"id": "p-kari"}}
    headers = {"Authorization": f"Bearer {issuer.token(named(CITIZEN))}", "Accept": APOLLO}
    async with (
        served(server, tmp_path) as address,
        httpx.AsyncClient(timeout=60) as client,
        client.stream("POST", f"{address}/graphql", json=data, headers=headers) as response,
    ):
        pieces = [each async for each in response.aiter_text()]
    assert (response.headers["transfer-encoding"], len(pieces) > 1) == ("chunked", True)
    assert merged(parts_of("".join(pieces)))["data"]["access"] == {"decision": "ALLOWED"}


@pytest.mark.embedded
async def test_by_get_no_part_is_sent(ask: Ask) -> None:
    asked_for = {"query": "{ __typename ... @defer { __schema { queryType { name } } } }"}
    response = await ask.client.get("/graphql", params=asked_for, headers=ask.headers(CITIZEN) | {"Accept": URQL})
    assert response.json() == {"data": {"__typename": "Query", "__schema": {"queryType": {"name": "Query"}}}}
