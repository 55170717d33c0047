"""Every look-up is in the log before its answer leaves: what the log is told, and that without a log nothing is answered."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api import documents
from api.answers import Answers, _reached
from api.cursor import KEY_BYTES, Cursors
from api.errors import TooMuchAtOnce
from api.plan import Plans
from api.server import app
from api.serving import Serving
from audit.entry import Channel, Disclosed, Lookup, Manner, Outcome, Result
from audit.log import opened
from audit.migrate import migrate
from audit.store import Address
from auth.rules import INNSYN
from cli.demo import FOLDER
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, Ask
from tests.audit.cutting import cut
from tests.kept import Kept

SHOWN = """query shown($id: ID, $nin: String) {
  person(id: $id, nin: $nin) { name { full } phone family(first: 5) { edges { relation node { id name { full } } } } } }"""


def last(ask: Ask) -> tuple[Lookup, Outcome]:
    return ask.log.ended[-1]


def of(ask: Ask, subject: str) -> Disclosed:
    return next(each for each in last(ask)[1].disclosed if each.subject == subject)


async def test_an_employees_look_up_says_who_why_and_about_whom(ask: Ask) -> None:
    await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", id="p-kari")
    lookup, _ = last(ask)
    assert (lookup.key, lookup.purpose, lookup.asked) == ("A100101", "FOLLOW_UP", ("p-kari",))
    assert (lookup.operation.roots, lookup.operation.name, lookup.client) == (("person",), "shown", "innsyn")
    assert (lookup.channel, lookup.manner, len(ask.log.begun)) == (Channel.API, Manner.HUMAN, len(ask.log.ended))


async def test_what_was_given_is_said_by_its_names_with_the_rule_and_the_seat(ask: Ask) -> None:
    await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", id="p-kari")
    kari = of(ask, "p-kari")
    assert (kari.result, kari.categories, kari.label) == (Result.ALLOWED, ("CARD", "CONTACT", "FAMILY"), "Person")
    assert {"Person.name", "Name.full", "Person.phone", "Person.family"} < set(kari.given)
    assert ("employee.local-office" in {each.rule for each in kari.grounds}, kari.held[0].unit) == (True, "unit:0315")


@pytest.mark.long_to_plan
async def test_a_value_that_stands_in_the_document_is_not_in_its_hash_either(ask: Ask) -> None:
    for nin in ("17058412397", "17058400201"):
        await ask(HANDLER, f'{{ person(nin: "{nin}") {{ id }} }}', purpose="FOLLOW_UP")
    (one, _), (other, _) = ask.log.ended[-2:]
    assert one.operation == other.operation


async def test_relatives_have_entries_of_their_own(ask: Ask) -> None:
    answer = await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", id="p-kari")
    relatives = {each["node"]["id"] for each in answer["data"]["person"]["family"]["edges"]}
    assert {each.subject for each in last(ask)[1].disclosed} == {"p-kari", *relatives}
    assert {each.categories for each in last(ask)[1].disclosed if each.subject in relatives} <= {("CARD", "FAMILY"), ("FAMILY",)}


async def test_a_refused_colleague_is_a_subject_with_the_code(ask: Ask) -> None:
    await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", id="p-even")
    even = of(ask, "p-even")
    assert (even.result, even.code, even.given, last(ask)[1].result) == (Result.REFUSED, "DISQUALIFIED", (), Result.REFUSED)
    assert ("Person.phone", "DISQUALIFIED") in {(each.coordinate, each.code) for each in even.refused}


async def test_the_hidden_and_the_unknown_make_alike_entries(ask: Ask) -> None:
    """The hidden by their id, for their own log; the unknown as nobody."""
    await ask(CITIZEN, SHOWN, id="p-mona")
    (hidden,) = last(ask)[1].disclosed
    await ask(CITIZEN, SHOWN, id="p-nobody")
    (unknown,) = last(ask)[1].disclosed
    assert (hidden.subject, unknown.subject) == ("p-mona", "?")
    assert (hidden.result, hidden.code, hidden.refused) == (unknown.result, unknown.code, unknown.refused)


async def test_a_national_number_is_never_said(ask: Ask) -> None:
    await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", nin="17058412397")
    await ask(HANDLER, SHOWN, purpose="FOLLOW_UP", id="17058412397")
    assert "17058412397" not in repr(ask.log.ended[-2:])


async def test_a_refused_purpose_is_a_look_up_too(ask: Ask) -> None:
    for purpose, code in ((None, "PURPOSE_REQUIRED"), ("SUPERVISION_OF_ALL", "PURPOSE_REFUSED")):
        await ask(HANDLER, SHOWN, purpose=purpose, id="p-kari")
        lookup, outcome = last(ask)
        assert (lookup.asked, outcome.result, outcome.code, outcome.disclosed) == (("p-kari",), Result.REFUSED, code, ())


async def test_questions_of_the_schema_and_bad_documents_are_no_look_ups(ask: Ask) -> None:
    await ask(CITIZEN, "{ __schema { queryType { name } } }")
    await ask(CITIZEN, "{ viewer { kind } }")
    await ask(CITIZEN, "{ nothing }")
    await ask(CITIZEN, SHOWN)
    assert ask.log.begun == []


@pytest.mark.embedded
async def test_every_subject_that_is_checked_has_its_entry(ask: Ask) -> None:
    check = "query check($ids: [ID!]!) { checkAccess(subjects: $ids) { decision } }"
    await ask(HANDLER, check, purpose="FOLLOW_UP", ids=["p-kari", "p-even", "p-nobody", "p-kari"])
    found = [(each.subject, each.result) for each in last(ask)[1].disclosed]
    assert sorted(found) == [("?", Result.REFUSED), ("p-even", Result.REFUSED), ("p-kari", Result.ALLOWED)]
    assert last(ask)[0].manner is Manner.BULK


# --- over a real log ---


@pytest_asyncio.fixture
async def logged(demo: Database, ask: Ask, tmp_path: Path) -> AsyncIterator[Ask]:
    """Asks a server whose log is a file, in `tmp_path`."""
    address = Address.of(None, tmp_path)
    migrate(address)
    async with opened(address, patience=2) as log:
        answers = Answers(demo, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=log)
        serving = Serving(database=demo, answers=answers, log=log)
        face = app(serving, tokens=ask.tokens)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
            yield Ask(client=client, issuer=ask.issuer, log=Kept(), serving=serving)


@pytest.mark.embedded
async def test_who_asks_for_too_much_at_once_is_told_to_ask_for_less(database: Database) -> None:
    with pytest.raises(TooMuchAtOnce, match="ask for less at once"), _reached():
        await database.read("UNWIND range(1, 20000) AS n RETURN size(collect(range(1, 5000))) AS n")


@pytest.mark.embedded
async def test_without_a_log_nothing_is_answered(logged: Ask, tmp_path: Path) -> None:
    assert (await logged(CITIZEN, SHOWN, id="p-kari"))["data"]["person"]
    (tmp_path / "audit.sqlite").rename(tmp_path / "elsewhere")
    response = await logged.raw({"query": SHOWN, "variables": {"id": "p-kari"}}, headers=logged.headers(CITIZEN))
    assert (response.status_code, response.json()["data"], response.json()["errors"][0]["extensions"]) == (
        503,
        None,
        {"code": "LOG_UNAVAILABLE"},
    )
    assert (await logged.client.get("/health/ready")).json() == {"status": "waiting", "for": "log", "code": "LOG_UNAVAILABLE"}
    (tmp_path / "elsewhere").rename(tmp_path / "audit.sqlite")
    assert (await logged.client.get("/health/ready")).status_code == 200
    assert (await logged(CITIZEN, SHOWN, id="p-kari"))["data"]["person"]


@pytest.mark.embedded
async def test_of_a_log_whose_end_was_cut_off_nothing_is_answered(logged: Ask, tmp_path: Path) -> None:
    for _ in range(2):
        assert (await logged(CITIZEN, SHOWN, id="p-kari"))["data"]["person"]
    cut(Address.of(None, tmp_path), 2)
    response = await logged.raw({"query": SHOWN, "variables": {"id": "p-kari"}}, headers=logged.headers(CITIZEN))
    assert (response.status_code, response.json()["data"], response.json()["errors"][0]["extensions"]) == (503, None, {"code": "LOG_CUT"})
    assert (await logged.client.get("/health/ready")).json() == {"status": "waiting", "for": "log", "code": "LOG_CUT"}


@pytest.mark.embedded
async def test_no_name_number_address_or_title_reaches_the_log(logged: Ask, tmp_path: Path) -> None:
    values = {"id": "p-kari", "ids": ["p-kari", "p-astrid", "p-even"], "text": "dahl kari", "subject": "p-kari", "mandate": "m-astrid"}
    for text in documents.known().values():
        for viewer, purpose in ((HANDLER, "FOLLOW_UP"), (CITIZEN, None)):
            await logged(viewer, text, purpose=purpose, **values)
    await logged(HANDLER, SHOWN, purpose="FOLLOW_UP", nin=_numbers()[0])
    assert b"p-kari" in written(tmp_path)
    assert [each for each in secrets() if each.encode() in written(tmp_path)] == []


def written(folder: Path) -> bytes:
    """All bytes of the log."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("audit.sqlite*")))


_TELLING = ("givenName", "familyName", "phone", "email", "street", "title", "displayName", "serialNumber", "reference")


def secrets() -> set[str]:
    """What the demo has that tells of somebody."""
    return {str(node[name]) for node in _nodes() for name in _TELLING if len(str(node.get(name) or "")) > 3} | set(_numbers())


def _numbers() -> list[str]:
    return [node["value"] for node in _nodes() if node.get("kind") in ("NIN", "D_NUMBER", "NPID")]


def _nodes() -> list[dict[str, Any]]:
    lines = (json.loads(line) for file in FOLDER.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines())
    return [each["properties"] for each in lines if each["type"] == "node"]
