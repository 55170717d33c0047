"""Requests for employees' names take two controllers (A23); on both databases."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api import bookmark as bookmarks
from api.answers import Answers
from api.cursor import KEY_BYTES, Cursors
from api.errors import ApiError
from api.plan import Plans
from api.server import app
from api.serving import Serving
from auth.change import LONGEST, SHORTEST
from auth.development import DevelopmentIssuer
from auth.names import STANDS_DAYS
from auth.rules import INNSYN
from auth.token import Tokens
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests import answering
from tests.databases import Server
from tests.graphs import DAY, edge
from tests.kept import Kept
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import citizen, employee, made_of, person, role

_PROBLEMS = "problems { code message(language: EN) path }"
_NODE = f"""{{
  nameRequest {{ id subject reason status askedBy {{ id ident name }} askedAt answeredBy {{ ident }} answeredAt validTo }}
  {_PROBLEMS}
}}"""
ASK = f"mutation Ask($subject: ID!, $reason: String!) {{ requestNames(subject: $subject, reason: $reason) {_NODE} }}"
ANSWER = f"mutation Answer($request: ID!, $granted: Boolean!) {{ answerNames(request: $request, granted: $granted) {_NODE} }}"
WITHDRAW = f"mutation Withdraw($request: ID!) {{ withdrawNames(request: $request) {_NODE} }}"
LIST = """query List($first: Int, $after: String) {
  nameRequests(first: $first, after: $after) {
    totalCount
    edges { cursor node { id subject reason status answeredBy { ident } } }
    pageInfo { hasNextPage endCursor }
  }
}"""
REASON = "Ola says that somebody looked without need"
LASTS = STANDS_DAYS * DAY
_COUNT = "MATCH (request:NameRequest) RETURN count(request) AS n"


def controller(ident: str, purpose: str = "WIDE", case: str | None = None) -> Viewer:
    return Viewer(kind=ViewerKind.EMPLOYEE, key=ident, purpose=purpose, case=case)


CLARA, DAN, KIN, ANNA = map(controller, ("clara", "dan", "kin", "anna"))


class Desk(answering.Desk):
    """Controllers at work, at a time of the test's choice."""

    async def ask(self, viewer: Viewer = CLARA, subject: str = "p", reason: str = REASON) -> str:
        """The id of a new request, or the code of what stands against it."""
        return outcome(await self.told(viewer, ASK, subject=subject, reason=reason), "id")

    async def answer(self, viewer: Viewer, request: str, *, granted: bool = True) -> str:
        """What has become of a request, or the code of what stands against it."""
        return outcome(await self.told(viewer, ANSWER, request=request, granted=granted), "status")

    async def withdraw(self, viewer: Viewer, request: str) -> str:
        return outcome(await self.told(viewer, WITHDRAW, request=request), "status")

    async def listed(self, viewer: Viewer, **page: Any) -> list[str]:
        found = await self.told(viewer, LIST, **page)
        return [each["node"]["id"] for each in found["edges"]]

    async def count(self) -> int:
        return int((await self.database.read(_COUNT))[0]["n"])


def outcome(payload: Mapping[str, Any], wanted: str) -> str:
    """What the payload's node says, or its problem."""
    assert (payload["nameRequest"] is None) == bool(payload["problems"])
    return str(payload["problems"][0]["code"] if payload["problems"] else payload["nameRequest"][wanted])


@pytest_asyncio.fixture
async def desk(database: Database) -> Desk:
    parts = (
        *role("role", "LOCAL", covers=()),
        *(part for each in ("clara", "dan", "kin", "anna") for part in employee(each, "role")),
        *employee("clara-again", "role"),
        edge("clara-again", "IS", "clara-self"),
        *(person(each) for each in ("p", "q", "mother")),
        *(edge("mother", "PARENT_OF", each) for each in ("p", "kin-self")),
    )
    await database.write_all(writes([purposes(), made_of(*parts)]))
    await answering.Desk(database).appoint(*(f"{each}-seat" for each in ("clara", "clara-again", "dan", "kin")))
    return Desk(database)


async def test_what_one_controller_asks_another_grants(desk: Desk) -> None:
    id_ = await desk.ask()
    desk.now += DAY
    payload = await desk.told(DAN, ANSWER, request=id_, granted=True)
    assert payload == {
        "nameRequest": {
            "id": id_,
            "subject": "p",
            "reason": REASON,
            "status": "GRANTED",
            "askedBy": {"id": "clara", "ident": "clara", "name": None},
            "askedAt": "2026-09-21T14:13:20Z",
            "answeredBy": {"ident": "dan"},
            "answeredAt": "2026-09-22T14:13:20Z",
            "validTo": "2026-09-29T14:13:20Z",
        },
        "problems": [],
    }
    assert await desk.listed(DAN) == await desk.listed(CLARA) == [id_]


async def test_nobody_answers_their_own_request(desk: Desk) -> None:
    id_ = await desk.ask()
    assert await desk.answer(CLARA, id_) == await desk.answer(CLARA, id_, granted=False) == "OWN_REQUEST"
    assert (await desk.told(CLARA, LIST))["edges"][0]["node"]["answeredBy"] is None


async def test_nobody_answers_their_own_request_under_another_ident(desk: Desk) -> None:
    id_ = await desk.ask()
    assert await desk.answer(controller("clara-again"), id_) == "OWN_REQUEST"
    assert await desk.answer(DAN, id_) == "GRANTED"


async def test_one_who_is_no_controller_neither_asks_nor_answers_nor_ends_nor_lists(desk: Desk) -> None:
    id_ = await desk.ask()
    for viewer, code in ((ANNA, "NO_GRANT"), (citizen("p"), "NOT_AVAILABLE")):
        assert await desk.ask(viewer) == await desk.ask(viewer, "nobody") == code
        assert await desk.answer(viewer, id_) == await desk.answer(viewer, "none") == await desk.withdraw(viewer, id_) == code
        assert await desk.listed(viewer) == []
    assert await desk.count() == 1


async def test_to_kin_of_the_person_there_is_neither_the_person_nor_the_request(desk: Desk) -> None:
    id_ = await desk.ask()
    assert await desk.ask(KIN) == await desk.ask(CLARA, "nobody") == "NOT_FOUND"
    assert await desk.answer(KIN, id_) == await desk.withdraw(KIN, id_) == await desk.answer(KIN, "none") == "NOT_FOUND"
    assert (await desk.told(KIN, LIST))["totalCount"] == 0
    assert await desk.ask(controller("clara"), "clara-self") == "NOT_FOUND"


async def test_what_is_named_as_a_request_and_is_none_is_neither_held_nor_written_to(desk: Desk) -> None:
    held = "MATCH (one) WHERE one.changes IS NOT NULL RETURN one.id AS id ORDER BY id LIMIT 9"
    id_ = await desk.ask()
    assert await desk.answer(DAN, "p") == await desk.withdraw(CLARA, "role") == "NOT_FOUND"
    assert await desk.database.read(held) == []
    await desk.answer(DAN, id_)
    assert [row["id"] for row in await desk.database.read(held)] == [id_]


async def test_whoever_is_kept_from_a_person_has_tried_in_the_log(desk: Desk) -> None:
    id_ = await desk.ask()
    await desk.ask(KIN)
    await desk.answer(KIN, id_)
    told = [(each.subject, each.code) for _, outcome in desk.log.ended[1:] for each in outcome.disclosed]
    assert told == [("p", "NOT_FOUND"), ("p", "NOT_FOUND")]


@pytest.mark.parametrize("reason", ["x" * (SHORTEST - 1), " " * 300, "x" * (LONGEST + 1), f"  {'x' * (SHORTEST - 1)}  "], ids=len)
async def test_a_reason_too_short_or_too_long_is_told_and_nothing_is_written(reason: str, desk: Desk) -> None:
    payload = await desk.told(CLARA, ASK, subject="p", reason=reason)
    told = {"code": "REASON_LENGTH", "message": "Write a reason of 10 to 255 signs", "path": ["reason"]}
    assert payload == {"nameRequest": None, "problems": [told]}
    assert await desk.count() == 0


async def test_the_shortest_and_the_longest_reason_will_do(desk: Desk) -> None:
    for length in (SHORTEST, LONGEST):
        payload = await desk.told(CLARA, ASK, subject="p", reason=f" {'å' * length} ")
        assert payload["nameRequest"]["reason"] == "å" * length


async def test_a_reason_is_encrypted_in_the_graph(desk: Desk) -> None:
    await desk.ask(), await desk.ask()
    one, other = [row["reason"] for row in await desk.database.read("MATCH (request:NameRequest) RETURN request.reason AS reason")]
    assert REASON not in one + other
    assert one != other


async def test_of_two_answers_at_once_one_counts(desk: Desk) -> None:
    id_ = await desk.ask()
    third = controller("anna")
    await desk.appoint("anna-seat")
    told = await asyncio.gather(*(desk.answer(each, id_, granted=each is DAN) for each in (DAN, third) * 4))
    assert told.count("NOT_STANDING") == 7
    rows = await desk.database.read("MATCH (:NameRequest)-[answer:GRANTED_BY|REFUSED_BY]->() RETURN count(answer) AS n")
    assert rows == [{"n": 1}]


async def test_what_is_refused_withdrawn_or_lapsed_stands_no_more(desk: Desk) -> None:
    refused, withdrawn, granted, lapsed = [await desk.ask() for _ in range(4)]
    assert await desk.answer(DAN, refused, granted=False) == "REFUSED"
    assert await desk.withdraw(DAN, withdrawn) == "NOT_YOURS"
    assert await desk.withdraw(CLARA, withdrawn) == "WITHDRAWN"
    assert await desk.answer(DAN, granted) == "GRANTED"
    assert await desk.withdraw(DAN, granted) == "WITHDRAWN"
    desk.now += LASTS - 1
    assert await desk.listed(DAN) == [lapsed]
    desk.now += 1
    for each in (refused, withdrawn, granted, lapsed):
        assert await desk.answer(DAN, each) == await desk.withdraw(CLARA, each) == "NOT_STANDING"
    assert await desk.listed(DAN) == []


async def test_requests_come_a_page_at_a_time_the_oldest_first(desk: Desk) -> None:
    made = []
    for subject in ("p", "q", "p"):
        made.append(await desk.ask(subject=subject))
        desk.now += 1
    page = await desk.told(DAN, LIST, first=2)
    assert page["pageInfo"]["hasNextPage"]
    rest = await desk.listed(DAN, first=2, after=page["pageInfo"]["endCursor"])
    assert [each["node"]["id"] for each in page["edges"]] + rest == made
    assert page["totalCount"] == 3
    assert [each["node"]["subject"] for each in (await desk.told(KIN, LIST))["edges"]] == ["q"]


@pytest.mark.parametrize(("purpose", "case", "code"), [("FOLLOW_UP", None, "PURPOSE_REFUSED"), ("WIDE", "none", "CASE_REFUSED")])
async def test_a_change_under_a_refused_purpose_or_case_writes_nothing(purpose: str, case: str | None, code: str, desk: Desk) -> None:
    with pytest.raises(ApiError) as refused:
        await desk.ask(controller("clara", purpose, case))
    assert refused.value.code == code
    assert await desk.count() == 0


async def test_the_same_change_again_writes_once(desk: Desk) -> None:
    cursors = Cursors(key=b"k" * KEY_BYTES)
    desk.answers = Answers(desk.database, plans=Plans(INNSYN), cursors=cursors, log=Kept(), clock=lambda: NOW, ids=lambda: "n-one")
    assert [await desk.ask(), await desk.ask()] == ["n-one", "n-one"]
    assert await desk.count() == 1


async def test_a_mutation_of_two_changes_is_refused_whole(desk: Desk) -> None:
    change = f'requestNames(subject: "p", reason: "{REASON}") {{ problems {{ code }} }}'
    with pytest.raises(ApiError) as refused:
        await desk.told(CLARA, f"mutation {{ one: {change} two: {change} }}")
    assert refused.value.code == "ONE_CHANGE"
    assert await desk.count() == 0


# --- bookmarks ---------------------------------------------------------------------------------------------------------

_KEY = b"k" * KEY_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A server over a driver of its own, as clients meet it."""

    client: httpx.AsyncClient
    issuer: DevelopmentIssuer

    async def post(self, viewer: Viewer, text: str, bookmark: str | None = None, **variables: Any) -> httpx.Response:
        stated = {"Authorization": f"Bearer {self.issuer.token(viewer)}", "Innsyn-Purpose": "WIDE"}
        headers = stated | ({"Innsyn-Bookmark": bookmark} if bookmark else {})
        return await self.client.post("/graphql", json={"query": text, "variables": variables}, headers=headers)


@pytest_asyncio.fixture
async def faces(desk: Desk, server: Server, tmp_path: Path) -> AsyncIterator[tuple[Face, Face]]:
    issuer = DevelopmentIssuer.of(tmp_path)

    def face(database: Database) -> Face:
        answers = Answers(database, plans=Plans(INNSYN), cursors=Cursors(key=_KEY), log=Kept(), clock=lambda: NOW)
        application = app(Serving(database=database, answers=answers, log=Kept()), tokens=Tokens([issuer.issuer]))
        return Face(client=httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://innsyn"), issuer=issuer)

    async with server.address.opened() as elsewhere:
        yield face(desk.database), face(elsewhere)


async def test_with_the_bookmark_of_a_change_every_server_sees_it(faces: tuple[Face, Face]) -> None:
    here, elsewhere = faces
    asked = await here.post(CLARA, ASK, subject="p", reason=REASON)
    bookmark = asked.headers.get("Innsyn-Bookmark")
    seen = await elsewhere.post(CLARA, LIST, bookmark)
    id_ = asked.json()["data"]["requestNames"]["nameRequest"]["id"]
    assert [each["node"]["id"] for each in seen.json()["data"]["nameRequests"]["edges"]] == [id_]
    assert "Innsyn-Bookmark" not in seen.headers
    ended = await elsewhere.post(CLARA, WITHDRAW, bookmark, request=id_)
    after = await here.post(CLARA, LIST, ended.headers.get("Innsyn-Bookmark"))
    assert after.json()["data"]["nameRequests"]["edges"] == []


async def test_a_bookmark_that_is_altered_or_anothers_is_refused(faces: tuple[Face, Face]) -> None:
    theirs = bookmarks.sealed(Cursors(key=_KEY), DAN, ["FB:anything"])
    for given in ("nonsense", theirs):
        answer = await faces[0].post(CLARA, LIST, given)
        assert answer.json()["errors"][0]["extensions"]["code"] == "BOOKMARK_INVALID"


@pytest.mark.neo4j
async def test_a_bookmark_that_the_database_cannot_come_to_is_refused_and_nothing_older_answered(faces: tuple[Face, Face]) -> None:
    never = bookmarks.sealed(Cursors(key=_KEY), CLARA, ["never written"])
    for text, variables in ((LIST, {}), (ASK, {"subject": "p", "reason": REASON})):
        answer = await faces[0].post(CLARA, text, never, **variables)
        assert (answer.status_code, answer.json()["data"]) == (503, None)
        assert answer.json()["errors"][0]["extensions"]["code"] == "BOOKMARK_UNREACHED"
