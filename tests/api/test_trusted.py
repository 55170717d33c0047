"""Trusted documents: asked for by the hash of their text, by those they are for, under every check."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql.execution.values import VariableValues
from structlog.testing import capture_logs

from api import manifests
from api.answers import UNADDRESSED, Question
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.errors import DocumentNotTrusted, ManifestsInvalid
from api.limits import KEPT_PLANS_KEPT, Limits
from api.plan import Plans
from api.schema import query
from api.server import app
from api.serving import serving
from api.trusted import Manifest, Mode, Trusted, id_of
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, Ask
from tests.api.test_server import code
from tests.kept import Kept

KARI = "Kari Holm Dahl"
NAME = "query Name($id: ID!) { person(id: $id) { name { full } } }"
BY_NUMBER = "query Number($nin: String!) { person(nin: $nin) { id } }"
CHANGE = 'mutation Change { endOverride(override: "x") { problems { code } } }'
OTHER = "{ viewer { kind } }"
CITIZENS = Manifest(
    name="citizens.json", viewers=frozenset({ViewerKind.PERSON}), documents={id_of(each): each for each in (NAME, BY_NUMBER, CHANGE)}
)
UNKNOWN = f"sha256:{'0' * 64}"


@asynccontextmanager
async def trusting(ask: Ask, mode: Mode = Mode.PREFER, *held: Manifest) -> AsyncIterator[httpx.AsyncClient]:
    """A server that trusts these."""
    face = app(replace(ask.serving, trusted=Trusted(mode=mode, manifests=held or (CITIZENS,))), tokens=ask.tokens)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        yield client


def by_id(text: str, **variables: str) -> dict[str, Any]:
    return {"documentId": id_of(text), "variables": variables}


async def test_a_trusted_document_is_answered_by_its_id_as_by_its_text(ask: Ask) -> None:
    async with trusting(ask) as client:
        answers = [
            await client.post("/graphql", json=each, headers=ask.headers(CITIZEN))
            for each in (by_id(NAME, id="p-kari"), {"query": NAME, "variables": {"id": "p-kari"}})
        ]
    assert answers[0].content == answers[1].content
    assert answers[0].json()["data"]["person"]["name"]["full"] == KARI


async def test_a_trusted_document_leaves_the_same_in_the_log(ask: Ask) -> None:
    async with trusting(ask) as client:
        await client.post("/graphql", json=by_id(NAME, id="p-kari"), headers=ask.headers(CITIZEN))
        await client.post("/graphql", json={"query": NAME, "variables": {"id": "p-kari"}}, headers=ask.headers(CITIZEN))
    first, second = ask.log.begun[-2:]
    assert (first.operation, first.asked) == (second.operation, second.asked)


async def test_a_trusted_document_opens_nothing(ask: Ask) -> None:
    async with trusting(ask) as client:
        answer = (await client.post("/graphql", json=by_id(NAME, id="p-hemmelig"), headers=ask.headers(CITIZEN))).json()
    assert answer["data"] == {"person": None}


@pytest.mark.parametrize("mode", Mode)
async def test_a_hash_that_nobody_was_told_of_is_refused_unread(mode: Mode, ask: Ask, read: list[str]) -> None:
    async with trusting(ask, mode) as client:
        response = await client.post("/graphql", json={"documentId": UNKNOWN}, headers=ask.headers(CITIZEN))
    assert (response.status_code, code(response.json()), read) == (200, "DOCUMENT_UNKNOWN", [])


async def test_a_document_of_another_audience_is_as_one_that_there_is_not(ask: Ask) -> None:
    one_system = replace(CITIZENS, viewers=frozenset(ViewerKind), clients=frozenset({"another-system"}))
    asked = (by_id(NAME, id="p-kari"), {"documentId": UNKNOWN})
    for held, viewer in ((CITIZENS, HANDLER), (one_system, CITIZEN)):
        async with trusting(ask, Mode.PREFER, held) as client:
            other, none = [(await client.post("/graphql", json=each, headers=ask.headers(viewer))).content for each in asked]
        assert b"DOCUMENT_UNKNOWN" in other
        assert other == none


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": id_of(NAME), "query": NAME},
        {"documentId": id_of(NAME).removeprefix("sha256:")},
        {"documentId": id_of(NAME).upper()},
        {"documentId": 7},
        {"documentId": None},
    ],
    ids=["both", "no prefix", "capitals", "a number", "null"],
)
async def test_an_id_that_is_none_is_no_request(body: dict[str, Any], ask: Ask) -> None:
    async with trusting(ask) as client:
        response = await client.post("/graphql", json=body, headers=ask.headers(CITIZEN))
    assert (response.status_code, code(response.json())) == (400, "MALFORMED_REQUEST")


# --- modes ---


async def test_only_trusted_documents_are_answered_where_only_these_are(ask: Ask, read: list[str]) -> None:
    async with trusting(ask, Mode.ONLY) as client:
        refused = await client.post("/graphql", json={"query": OTHER}, headers=ask.headers(CITIZEN))
        assert (code(refused.json()), read) == ("DOCUMENT_NOT_TRUSTED", [])
        answered = await client.post("/graphql", json={"query": NAME, "variables": {"id": "p-kari"}}, headers=ask.headers(CITIZEN))
        others = await client.post(
            "/graphql", json={"query": NAME, "variables": {"id": "p-kari"}}, headers=ask.headers(HANDLER, purpose="FOLLOW_UP")
        )
    assert answered.json()["data"]["person"]["name"]["full"] == KARI
    assert code(others.json()) == "DOCUMENT_NOT_TRUSTED"


async def test_nothing_unread_gets_further_where_only_trusted_ones_do() -> None:
    trusted = Trusted(mode=Mode.ONLY, manifests=[CITIZENS])
    with pytest.raises(DocumentNotTrusted):
        trusted.resolved(Question(text="{"), Viewer(kind=ViewerKind.PERSON, key="p-kari"))


async def test_what_is_not_trusted_is_told_in_the_servers_log_by_its_shape_alone(ask: Ask) -> None:
    secret = 'query Secret { person(nin: "17858400201") { id } }'
    for mode, most in ((Mode.LOG, 1), (Mode.PREFER, 0)):
        async with trusting(ask, mode) as client:
            with capture_logs() as lines:
                await client.post("/graphql", json={"query": secret}, headers=ask.headers(CITIZEN))
                await client.post("/graphql", json=by_id(NAME, id="p-kari"), headers=ask.headers(CITIZEN))
                await client.post("/graphql", json={"query": NAME, "variables": {"id": "p-kari"}}, headers=ask.headers(CITIZEN))
        told = [each for each in lines if each["event"] == "document not trusted"]
        assert [each["document"] for each in told] == [Documents().read(secret).shape.hex()] * most
        assert "17858400201" not in str(lines)
        assert "Secret" not in str(lines)


# --- by GET ---


async def get(client: httpx.AsyncClient, ask: Ask, text: str, **variables: str) -> httpx.Response:
    asked = {"documentId": id_of(text), "variables": json.dumps(variables)}
    return await client.get("/graphql", params=asked, headers=ask.headers(CITIZEN))


async def test_get_answers_a_trusted_query(ask: Ask) -> None:
    async with trusting(ask) as client:
        response = await get(client, ask, NAME, id="p-kari")
    assert response.json()["data"]["person"]["name"]["full"] == KARI
    assert response.headers["cache-control"] == "private, no-store"


async def test_get_changes_nothing_and_puts_no_number_into_an_address(ask: Ask, read: list[str]) -> None:
    async with trusting(ask) as client:
        responses = [await get(client, ask, CHANGE), await get(client, ask, BY_NUMBER, nin="17858400201")]
        as_text = await client.get("/graphql", params={"query": NAME, "variables": '{"id": "p-kari"}'}, headers=ask.headers(CITIZEN))
    assert {(each.status_code, code(each.json())) for each in (*responses, as_text)} == {(405, "METHOD_NOT_ALLOWED")}
    assert read == []


BY_NUMBER_OR_TEXT = [
    "query B($key: String!) { business(organisationNumber: $key) { id } }",
    "query D($key: String) { device(serialNumber: $key) { id } }",
    "query S($key: String!) { viewer { id } search(text: $key) { totalCount } }",
    'query L { person(nin: "17858400201") { id } }',
]


@pytest.mark.parametrize("text", BY_NUMBER_OR_TEXT, ids=["business", "device", "search", "literal"])
async def test_get_looks_nobody_up_by_a_number_or_a_text(text: str, ask: Ask, read: list[str]) -> None:
    async with trusting(ask, Mode.PREFER, replace(CITIZENS, documents={id_of(text): text})) as client:
        response = await get(client, ask, text, **({"key": "889640782"} if "$key" in text else {}))
    assert (response.status_code, code(response.json()), read) == (405, "METHOD_NOT_ALLOWED", [])


def test_each_text_that_a_root_field_takes_was_thought_of() -> None:
    """What is neither kept out of addresses nor here names somebody, perhaps."""
    given = {
        (name, each) for name, field in query().fields.items() for each, one in field.args.items() if str(one.type).strip("[]!") == "String"
    }
    codes = {("municipality", "code"), ("unit", "number"), ("whatCanISee", "theme"), ("whoCanSee", "theme"), ("preview", "themes")}
    assert {(name, each) for name, each in given if each not in UNADDRESSED | {"after"}} == codes


async def test_get_of_a_trusted_document_needs_the_token_that_no_page_of_others_can_send(ask: Ask, read: list[str]) -> None:
    (cookie,) = ask.headers(CITIZEN).values()
    async with trusting(ask) as client:
        response = await client.get("/graphql", params={"documentId": id_of(OTHER)}, headers={"Cookie": f"token={cookie}"})
    assert (response.status_code, read) == (401, [])


# --- manifests ---


def written(folder: Path, held: object) -> Path:
    file = folder / "manifest.json"
    file.write_text(json.dumps(held), encoding="utf-8")
    return file


def apollo(*texts: str) -> dict[str, Any]:
    operations = [{"id": id_of(each).removeprefix("sha256:"), "name": "X", "type": "query", "body": each} for each in texts]
    return {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}


def test_both_shapes_that_builds_write_are_read(tmp_path: Path) -> None:
    by_hash = {id_of(NAME).removeprefix("sha256:"): NAME, id_of(OTHER): OTHER}
    for held in (by_hash, apollo(NAME, OTHER)):
        read = manifests.held(written(tmp_path, held), CITIZENS.viewers)
        assert (read.documents, read.faults) == ({id_of(NAME): NAME, id_of(OTHER): OTHER}, ())


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({id_of(NAME): NAME + " "}, f"entry `{id_of(NAME)}`: the text has another hash, `{id_of(NAME + ' ')}`"),
        ({"ab" * 20: NAME}, "the id is no SHA-256; with the client preset write `persistedDocuments: { hashAlgorithm: 'sha256' }`"),
        ({}, "holds no documents; write a JSON object of texts by their SHA-256"),
        ([NAME], "holds no documents"),
        ({id_of(NAME): {"text": NAME}}, "holds no documents"),
        ({id_of(NAME): NAME, "x": 7}, "holds no documents"),
        (apollo(NAME) | {"version": 2}, "holds no documents"),
        (apollo(NAME) | {"format": "another"}, "holds no documents"),
        (apollo(NAME, OTHER, NAME), f"entry `{id_of(NAME).removeprefix('sha256:')}` is there 2 times; make the manifest anew"),
    ],
)
def test_a_manifest_that_does_not_hold_says_which_entry_and_what_to_write(held: object, told: str, tmp_path: Path) -> None:
    with pytest.raises(ManifestsInvalid) as raised:
        list(manifests.checked(manifests.held(written(tmp_path, held), CITIZENS.viewers), Plans(INNSYN)))
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("query Q { persn(id: 1) { id } }", "(`Q`): DOCUMENT_INVALID: Cannot query field 'persn' on type 'Query'."),
        ("query Q {", "(`Q`): DOCUMENT_INVALID: Syntax Error: Expected Name, found <EOF>. (line 1, column 10)"),
        ("query Q { __schema { queryType { name } } }", "(`Q`): INTROSPECTION_OFF"),
        ("{ a: viewer { id } b: viewer { id } }", ": DOCUMENT_TOO_LARGE: the document has more than 1 aliases"),
        ('{ person(id: "p") { name { full } phone } }', ": DOCUMENT_TOO_LARGE: the operation is nested more than 2"),
        ('{ search(text: "da") { totalCount } }', "COST_TOO_HIGH: the operation could cost 50, and one may cost 40"),
        (
            'mutation Q { endOverride(override: "x") { problems { code } } b: endOverride(override: "y") { problems { code } } }',
            "ONE_CHANGE",
        ),
    ],
)
def test_a_document_that_would_be_refused_keeps_the_server_from_starting(text: str, told: str) -> None:
    limits = Limits(aliases=1, depth=2, cost=40) if "mutation" not in text else Limits()
    with pytest.raises(ManifestsInvalid) as raised:
        list(manifests.checked(replace(CITIZENS, documents={id_of(text): text}), Plans(INNSYN, documents=Documents(limits))))
    assert str(raised.value).startswith(f"`citizens.json`, entry `{id_of(text)}`")
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{ person(id: "p") { cases(first: 101) { totalCount } } }', "ARGUMENT_INVALID: `first` of `Person.cases` is 0 to 100"),
        ("query Q($n: Int = 101) { whatCanISee(first: $n) { totalCount } }", "`first` of `Query.whatCanISee` is 0 to 100"),
        (f"{{ nodes(ids: {json.dumps(['p'] * 101)}) {{ id }} }}", "`ids` of `Query.nodes` takes at most 100"),
        ('{ search(text: "d") { totalCount } }', "TEXT_TOO_SHORT"),
        ('{ person(id: "p", nin: "17858400201") { id } }', "KEY_REQUIRED"),
        ("{ person { id } }", "KEY_REQUIRED"),
        ('{ whoCanSee(subject: "p", category: OPEN) { totalCount } }', "ARGUMENT_INVALID: `category` is one of"),
    ],
)
def test_a_document_whose_own_values_would_be_refused_keeps_it_from_starting_too(text: str, told: str) -> None:
    with pytest.raises(ManifestsInvalid) as raised:
        list(manifests.checked(replace(CITIZENS, documents={id_of(text): text}), Plans(INNSYN)))
    assert told in str(raised.value)


def test_what_a_request_says_is_left_to_the_request() -> None:
    asked = "{ nodes(ids: $ids) { id } person(id: $id, nin: $nin) { cases(first: $n) { totalCount } } }"
    text = f"query Q($ids: [ID!]!, $id: ID, $nin: String, $n: Int) {asked}"
    assert list(manifests.checked(replace(CITIZENS, documents={id_of(text): text}), Plans(INNSYN)))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "holds tables `[[manifest]]`, one or more, and nothing else"),
        ("[[manifest", "is no TOML"),
        ('[[manifest]]\nviewers = "person"', "manifest 1: `file` must be said"),
        ('[[manifest]]\nfile = "m.json"', "manifest 1: `viewers` must be said"),
        ('[[manifest]]\nfile = "m.json"\nviewers = "citizen"', "`citizen` is no kind of viewer; write some of `employee`, `person`"),
        ('[[manifest]]\nfile = "m.json"\nviewers = "person"\nviewer = "x"', "there is no `viewer`; docs/settings.md has them all"),
        ('[[manifest]]\nfile = "m.json"\nviewers = "person"', "m.json` cannot be read; write the path of a manifest"),
    ],
)
def test_a_file_that_names_manifests_wrongly_says_what_to_write(said: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "trusted.toml"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(ManifestsInvalid) as raised:
        manifests.read(file)
    assert told in str(raised.value)


def test_manifests_are_read_with_their_audience(tmp_path: Path) -> None:
    written(tmp_path, {id_of(NAME): NAME})
    file = tmp_path / "trusted.toml"
    file.write_text('[[manifest]]\nfile = "manifest.json"\nviewers = ["person", "employee"]\nclients = "min-side"\n', encoding="utf-8")
    (found,) = manifests.read(file)
    served = [Viewer(kind=kind, key="x", client=client) for kind in ViewerKind for client in ("min-side", "another", None)]
    assert [(each.kind.value, each.client) for each in served if found.serves(each)] == [("employee", "min-side"), ("person", "min-side")]


# --- kept and warmed ---


def test_a_trusted_document_is_driven_out_by_no_other() -> None:
    plans = Plans(INNSYN, documents=Documents(kept=1), kept=1)
    (kept, *_) = (plan for each in manifests.checked(replace(CITIZENS, documents={id_of(NAME): NAME}), plans) for plan in each.plans)
    made, found = list[str](), None
    for text in (OTHER, "{ viewer { id } }", NAME):
        read = plans.documents.read(text, lambda: made.append("document"))
        given = VariableValues({}, {})
        found = plans.plan(read, read.operation(None), given, ViewerKind.PERSON, lambda: made.append("plan"))
    assert found is kept
    assert made == ["document", "plan"] * 2


def test_the_forms_of_one_trusted_operation_drive_out_no_other() -> None:
    flags = [f"f{each}" for each in range(8)]
    said = ", ".join(f"${each}: Boolean!" for each in flags)
    many = f"query Many({said}) {{ viewer {{ kind {' '.join(f'{each}: id @include(if: ${each})' for each in flags)} }} }}"
    plans = Plans(INNSYN)
    held = list(manifests.checked(replace(CITIZENS, documents={id_of(each): each for each in (NAME, many)}), plans))
    kept, read, made = held[0].plans[0], plans.documents.read(many), list[str]()
    for number in range(2 ** len(flags)):
        given = VariableValues({}, {name: bool(number >> place & 1) for place, name in enumerate(flags)})
        plans.plan(read, read.operation(None), given, ViewerKind.PERSON, lambda: made.append("plan"))
    assert len(made) > KEPT_PLANS_KEPT
    assert max(map(len, plans._always.values())) == KEPT_PLANS_KEPT
    assert plans.plan(kept.document, kept.operation, VariableValues({}, {}), ViewerKind.PERSON) is kept


def test_an_operation_counts_by_its_name_in_a_manifest_and_else_by_its_root_field() -> None:
    plans = Plans(INNSYN)
    (held,) = manifests.checked(replace(CITIZENS, documents={id_of(NAME): NAME}), plans)
    other = plans.documents.read(NAME.replace("Name", "x17858012345"))
    plan = plans.plan(other, other.operation(None), VariableValues({}, {}), ViewerKind.PERSON)
    assert ([each.label for each in held.plans], plan.label) == (["Name"], "person")


FORMS = """query Forms($id: ID!, $other: ID, $flag: Boolean!) {
  person(id: $id) { id phone @include(if: $flag) }
  access(subject: $id, viewer: $other) { decision }
}"""
ROOTS = [
    "query A($id: ID!, $at: DateTime, $first: Int = 5) { person(id: $id, at: $at) { cases(first: $first) { edges { cursor } } } }",
    "query B($ids: [ID!]!) { nodes(ids: $ids) { __typename id } checkAccess(subjects: $ids) { decision } }",
    "query C($id: ID!, $at: DateTime) { whoCanSee(subject: $id, at: $at) { edges { cursor } } preview(mandate: $id) { id } }",
    "query D($id: ID!, $from: Date) { visits(subject: $id, from: $from) { edges { cursor } } }",
    "query E($ids: [ID!]!, $from: Date) { usage(units: $ids, from: $from) { from } alarms(from: $from) { edges { cursor } } }",
    "query F($text: String!) { search(text: $text) { totalCount } whatCanISee { totalCount } }",
]


@pytest.mark.embedded
@pytest.mark.parametrize(("text", "kinds", "forms"), [(FORMS, [ViewerKind.EMPLOYEE], 4), *((each, list(ViewerKind), 4) for each in ROOTS)])
async def test_each_form_of_a_trusted_document_is_planned_before_anybody_asks(
    text: str, kinds: list[ViewerKind], forms: int, demo: Database, read: list[str]
) -> None:
    await planned_first(text, kinds, forms, demo, read)


async def test_a_trusted_document_is_planned_before_anybody_asks_on_both_databases(demo: Database, read: list[str]) -> None:
    text = "query Flag($id: ID!, $flag: Boolean!) { person(id: $id) { id phone @include(if: $flag) } }"
    await planned_first(text, [ViewerKind.PERSON], 2, demo, read)


async def planned_first(text: str, kinds: list[ViewerKind], forms: int, demo: Database, read: list[str]) -> None:
    held = Manifest(name="all.json", viewers=frozenset(kinds), documents={id_of(each): each for each in (CHANGE, text)})
    plans, trusted = Plans(INNSYN), Trusted(manifests=[held])
    expected = {plan.statement.text for each in manifests.checked(held, plans) for plan in each.plans if not plan.changes}
    async with serving(demo, log=Kept(), rules=INNSYN, sealed=Cursors(key=b"k" * KEY_BYTES), plans=plans, trusted=trusted):
        for _ in range(1200):
            if expected <= set(read):
                break
            await asyncio.sleep(0.1)
    assert (len(expected), expected - set(read)) == (forms, set())
