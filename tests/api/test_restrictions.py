"""Restrictions (A22): two controllers withhold by law what a unit does about a person, and when it ends all of it shows."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest
import pytest_asyncio

from api.answers import Question
from api.releases import release, releasing
from audit import log as logs
from audit.migrate import migrate
from audit.store import Address, opened
from audit.verify import verified
from audit.withheld import shown
from auth.viewer import Viewer
from graph.database import Database
from tests import answering
from tests.answering import ORIGIN
from tests.graphs import DAY, edge, node
from tests.made_graphs import purposes, writes
from tests.tiny import citizen, employee, handler, made_of, person, role

_NODE = """{
  restriction { id subject unit legalBasis reason lastDay status askedBy { ident } askedAt answeredBy { ident } answeredAt validTo }
  problems { code message(language: EN) path }
}"""
ASK = f"""mutation Ask($subject: ID!, $unit: ID!, $basis: String!, $reason: String!, $until: Date!) {{
  withhold(subject: $subject, unit: $unit, legalBasis: $basis, reason: $reason, lastDay: $until) {_NODE} }}"""
ANSWER = f"mutation Answer($id: ID!, $granted: Boolean!) {{ answerRestriction(restriction: $id, granted: $granted) {_NODE} }}"
END = f"mutation End($id: ID!) {{ endRestriction(restriction: $id) {_NODE} }}"
LIST = "{ restrictions { totalCount edges { node { id subject unit reason status } } } }"
SEE = "query See($id: ID!) { person(id: $id) { name { full } } }"
OVERRIDE = (
    """mutation Take { override(subject: "p", reason: "It cannot wait until Monday", lastDay: "2026-09-22") { problems { code } } }"""
)
OVERRIDES = "{ overrides { edges { node { id } } } }"
READ = """{
  visits(subject: "p", first: 1) {
    totalCount erased completeSince edges { cursor node { id by lookUpCount } } pageInfo { endCursor hasNextPage }
  }
  whoCanSee(subject: "p") { totalCount edges { node { rule unit { id } } } }
}"""
"""What a person reads of those who looked and who can."""
REASON = "An investigation that must not be disturbed"
BASIS = "Personopplysningsloven § 16 b"
LAST_DAY = "2026-09-30"
ENDS = 1_790_805_600_000
"""When that is over in Oslo."""
CLARA, DAN, KIN, ANNA, BO = map(handler, ("clara", "dan", "kin", "anna", "bo"))


class Desk(answering.Desk):
    """Controllers and others at work, at a time of the test's choice."""

    async def read(self, viewer: Viewer, text: str) -> str:
        """The answer as it goes out, but for signs of cursors, of which a part is made by chance."""
        answer = orjson.dumps(await self.answers.answer(Question(text=text), viewer, ORIGIN)).decode()
        return re.sub(r'(?<=ursor":")[^"]+', lambda cursor: str(len(cursor[0])), answer)

    async def ask(self, viewer: Viewer = CLARA, **said: str) -> str:
        """The id of a new restriction, or the code of what stands against it."""
        usual = {"subject": "p", "unit": "office", "basis": BASIS, "reason": REASON, "until": LAST_DAY}
        return outcome(await self.told(viewer, ASK, **(usual | said)), "id")

    async def answer(self, viewer: Viewer, id_: str, *, granted: bool = True) -> str:
        return outcome(await self.told(viewer, ANSWER, id=id_, granted=granted), "status")

    async def end(self, viewer: Viewer, id_: str) -> str:
        return outcome(await self.told(viewer, END, id=id_), "status")

    async def granted(self, **said: Any) -> str:
        """A restriction in force."""
        id_ = await self.ask(**said)
        assert await self.answer(DAN, id_) == "GRANTED"
        return id_

    async def listed(self, viewer: Viewer) -> list[str]:
        return [each["node"]["id"] for each in (await self.told(viewer, LIST))["edges"]]

    async def withheld(self, viewer: Viewer, text: str = SEE, **variables: Any) -> list[tuple[str, str | None]]:
        """Of each subject of a look-up, what withholds it."""
        await self.told(viewer, text, **(variables or {"id": "p"} if text == SEE else variables))
        return [(each.subject, each.withheld) for each in self.log.ended[-1][1].disclosed]


def outcome(payload: Mapping[str, Any], wanted: str) -> str:
    """What the payload's node says, or its problem."""
    assert (payload["restriction"] is None) == bool(payload["problems"])
    return str(payload["problems"][0]["code"] if payload["problems"] else payload["restriction"][wanted])


async def _filled(database: Database) -> None:
    parts = (
        *role("role", "LOCAL"),
        *role("clerk", "ASSIGNED", covers=()),
        node("Area", "area", kind="MUNICIPALITY", code="area"),
        *(node("Unit", each, number=each) for each in ("office", "branch")),
        *(edge(each, "SERVES", "area") for each in ("office", "branch")),
        *(part for each in ("clara", "dan", "kin", "clara-again") for part in employee(each, "clerk")),
        *employee("anna", "role", at="office"),
        *employee("bo", "role", at="branch"),
        *employee("both", "role", at="office"),
        node("Position", "second"),
        *(edge("second", "AT", "branch"), edge("second", "IN", "clerk"), edge("both", "HOLDS", "second")),
        edge("clara-again", "IS", "clara-self"),
        *(person(each) for each in ("p", "q", "mother")),
        edge("p", "BELONGS_TO", "area"),
        *(edge("mother", "PARENT_OF", each) for each in ("p", "kin-self")),
    )
    await database.write_all(writes([purposes(), made_of(*parts)]))
    await answering.Desk(database).appoint(*(f"{each}-seat" for each in ("clara", "clara-again", "dan", "kin")))


@pytest_asyncio.fixture
async def desk(database: Database) -> Desk:
    await _filled(database)
    return Desk(database)


async def test_what_one_controller_asks_another_grants(desk: Desk) -> None:
    """A22."""
    id_ = await desk.ask()
    desk.now += 1000
    assert await desk.told(DAN, ANSWER, id=id_, granted=True) == {
        "restriction": {
            "id": id_,
            "subject": "p",
            "unit": "office",
            "legalBasis": BASIS,
            "reason": REASON,
            "lastDay": LAST_DAY,
            "status": "GRANTED",
            "askedBy": {"ident": "clara"},
            "askedAt": "2026-09-21T14:13:20Z",
            "answeredBy": {"ident": "dan"},
            "answeredAt": "2026-09-21T14:13:21Z",
            "validTo": "2026-09-30T22:00:00Z",
        },
        "problems": [],
    }
    assert await desk.listed(CLARA) == await desk.listed(DAN) == [id_]
    desk.now = ENDS
    assert await desk.listed(DAN) == []
    assert await desk.end(DAN, id_) == "NOT_STANDING"


@pytest.mark.embedded
async def test_a_restriction_takes_two_humans_who_are_controllers(desk: Desk) -> None:
    id_ = await desk.ask()
    assert await desk.answer(CLARA, id_) == await desk.answer(handler("clara-again"), id_) == "OWN_REQUEST"
    for viewer, code in ((ANNA, "NO_GRANT"), (citizen("p"), "NOT_AVAILABLE")):
        assert await desk.ask(viewer) == await desk.answer(viewer, id_) == await desk.end(viewer, id_) == code
        assert await desk.listed(viewer) == []
    assert await desk.ask(KIN) == await desk.answer(KIN, id_) == await desk.end(KIN, id_) == await desk.ask(subject="none") == "NOT_FOUND"
    assert await desk.listed(KIN) == []


@pytest.mark.embedded
async def test_bad_words_and_days_are_told_and_nothing_is_written(desk: Desk) -> None:
    assert await desk.ask(unit="none") == "NOT_FOUND"
    assert await desk.ask(basis="§") == await desk.ask(basis="x" * 121) == await desk.ask(basis="17858400058 §") == "LEGAL_BASIS"
    assert await desk.ask(reason="short") == "REASON_LENGTH"
    assert await desk.ask(until="2026-09-20") == await desk.ask(until="2026-12-22") == "LAST_DAY"
    assert await desk.database.read("MATCH (r:Restriction) RETURN count(r) AS n") == [{"n": 0}]


@pytest.mark.embedded
async def test_what_is_refused_ended_or_lapsed_stands_no_more(desk: Desk) -> None:
    refused, ended, lapsed = [await desk.ask() for _ in range(3)]
    assert await desk.answer(DAN, refused, granted=False) == "REFUSED"
    assert await desk.answer(DAN, ended) == "GRANTED"
    assert await desk.end(handler("dan"), ended) == "WITHDRAWN"
    assert await desk.withheld(ANNA) == [("p", None)]
    desk.now += 7 * DAY
    for each in (refused, ended, lapsed):
        assert await desk.answer(DAN, each) == await desk.end(CLARA, each) == "NOT_STANDING"


@pytest.mark.long_to_plan
async def test_look_ups_by_its_unit_are_withheld_while_it_is_in_force_and_no_others(desk: Desk) -> None:
    """A22."""
    waits = await desk.ask()
    assert await desk.withheld(ANNA) == [("p", None)]
    await desk.answer(DAN, waits)
    assert await desk.withheld(ANNA) == [("p", waits)]
    assert await desk.withheld(BO) == [("p", None)]
    assert await desk.withheld(ANNA, id="q") == [("q", None)]
    assert await desk.withheld(citizen("p")) == [("p", None)]
    assert await desk.withheld(ANNA, OVERRIDE) == [("p", waits)]
    desk.now = ENDS - 1
    assert await desk.withheld(ANNA) == [("p", waits)]
    desk.now = ENDS
    assert await desk.withheld(ANNA) == [("p", None)]


@pytest.mark.embedded
async def test_of_one_at_two_units_a_look_up_is_withheld_by_the_one_that_gave(desk: Desk) -> None:
    of_branch = await desk.granted(unit="branch")
    assert await desk.withheld(handler("both")) == [("p", None)]
    await desk.database.write("MATCH (p:Person {id: 'p'}) SET p.screenedAt = null")
    assert await desk.withheld(handler("both")) == [("p", of_branch)]


@pytest.mark.embedded
async def test_of_several_the_one_that_ends_last_withholds(desk: Desk) -> None:
    later = await desk.granted(until="2026-10-10")
    await desk.granted()
    assert await desk.withheld(ANNA) == [("p", later)]


@pytest.mark.embedded
async def test_the_restriction_itself_is_withheld_and_that_it_was_tried_too(desk: Desk) -> None:
    """A22."""
    id_ = await desk.granted()
    assert [[(each.subject, each.withheld) for each in told.disclosed] for _, told in desk.log.ended] == [[("p", id_)]] * 2
    assert await desk.withheld(DAN, LIST) == [("p", id_)]
    for viewer in (CLARA, KIN):
        await desk.answer(viewer, id_)
        assert [(each.subject, each.withheld) for each in desk.log.ended[-1][1].disclosed] == [("p", id_)]
    await desk.ask(reason="short")
    assert [each.subject for each in desk.log.ended[-1][1].disclosed] == ["?"]


@pytest.mark.embedded
async def test_an_override_is_withheld_also_where_controllers_list_and_review_it(desk: Desk) -> None:
    id_ = await desk.granted()
    review = "mutation Review($id: ID!) { reviewOverride(override: $id, approved: true) { problems { code } } }"
    for taker, withheld in ((ANNA, id_), (BO, None)):
        await desk.told(taker, OVERRIDE)
        assert await desk.withheld(CLARA, OVERRIDES) == [("p", withheld)]
        (found,) = (await desk.told(CLARA, OVERRIDES))["edges"]
        assert await desk.withheld(CLARA, review, id=found["node"]["id"]) == [("p", withheld)]
        await desk.database.write("MATCH (o:Override) DETACH DELETE o")


@pytest.mark.embedded
async def test_what_a_controller_sees_beside_the_list_is_not_withheld_with_it(desk: Desk) -> None:
    id_ = await desk.granted()
    both = f'{{ whoCanSee(subject: "p") {{ totalCount }} {LIST[1:]}'
    answer = await desk.answers.answer(Question(text=both), DAN, ORIGIN)
    assert answer["data"]["whoCanSee"]["totalCount"] > 0
    assert sorted((each.subject, each.withheld or "") for each in desk.log.ended[-1][1].disclosed) == [("p", ""), ("p", id_)]


# --- over a real log ---


@pytest_asyncio.fixture
async def logged(database: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk whose log is a file, in `tmp_path`."""
    await _filled(database)
    address = Address.of(None, tmp_path)
    migrate(address)
    async with logs.opened(address) as log:
        yield Desk(database, log=log)


def shows(folder: Path) -> list[str]:
    """Who looked, of each entry about the person that shows, in its order."""
    store = opened(Address.of(None, folder))
    try:
        assert verified(store, ()).findings == ()
        found = []
        for tag, upto in shown(store, "p").items():
            rows = store.rows(
                "SELECT position, body FROM log_entry JOIN log_payload USING (position) WHERE kind = 'subject' AND tag = ? AND number <= ?",
                (tag, upto or 1000),
            )
            found += [(position, orjson.loads(body)["actor"]["key"]) for position, body in rows]
        return [key for _, key in sorted(found)]
    finally:
        store.close()


@pytest.mark.long_to_plan
async def test_all_shows_when_it_has_ended_and_none_follows(logged: Desk, tmp_path: Path) -> None:
    """A22."""
    address = Address.of(None, tmp_path)
    await logged.told(ANNA, SEE, id="p")
    await logged.granted()
    await logged.told(ANNA, SEE, id="p")
    renewed = await logged.granted(until="2026-10-10")
    assert (await release(logged.database, address, logged.now), shows(tmp_path)) == ((0, 2), ["anna"])
    logged.now = ENDS
    await logged.told(ANNA, SEE, id="p")
    assert (await release(logged.database, address, logged.now), shows(tmp_path)) == ((0, 2), ["anna"])
    assert await logged.end(CLARA, renewed) == "WITHDRAWN"
    assert await release(logged.database, address, logged.now) == (2, 0)
    assert shows(tmp_path) == ["anna", "clara", "dan", "anna", "clara", "dan", "anna", "clara"]
    assert await release(logged.database, address, logged.now) == (0, 0)


@pytest.mark.embedded
async def test_until_then_the_person_reads_what_one_reads_whom_nobody_looked_at(logged: Desk, tmp_path: Path) -> None:
    """A17, A22."""
    await logged.granted()
    (tmp_path / "other").mkdir()
    migrate(Address.of(None, tmp_path / "other"))
    async with logs.opened(Address.of(None, tmp_path / "other")) as log:
        read = {}
        for desk in (logged, Desk(logged.database, log=log)):
            await desk.told(BO, SEE, id="p")
            if desk is logged:
                await desk.told(ANNA, SEE, id="p")
                await desk.told(DAN, LIST)
            read[desk.log] = [await desk.read(citizen("p"), READ) for _ in range(2)]
    one, other = read.values()
    assert one == other
    assert ['"visits":{"totalCount":1' in each for each in one] == [True, False]


@pytest.mark.embedded
async def test_a_server_releases_what_has_ended_by_itself(logged: Desk, tmp_path: Path) -> None:
    address = Address.of(None, tmp_path)
    await logged.granted()
    logged.now = ENDS
    found: list[str] = []
    async with releasing(logged.database, address, lambda: logged.now):
        for _ in range(1000):
            if found := shows(tmp_path):
                break
            await asyncio.sleep(0.01)
    assert found == ["clara", "dan"]


@pytest.mark.embedded
async def test_what_the_graph_does_not_know_has_not_ended(logged: Desk, tmp_path: Path) -> None:
    await logged.granted()
    await logged.database.write("MATCH (r:Restriction) DETACH DELETE r")
    logged.now = ENDS
    assert await release(logged.database, Address.of(None, tmp_path), logged.now) == (0, 1)
