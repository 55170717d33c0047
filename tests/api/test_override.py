"""Overrides are taken with a reason, for a time, never past a core denial (CASES “Override”, A14); on both databases."""

import asyncio
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from api.answers import Answers
from api.cursor import KEY_BYTES, Cursors
from api.errors import LogUnavailable
from api.plan import Plans
from audit.entry import Result
from audit.log import opened
from audit.migrate import migrate
from audit.store import Address
from auth.override import latest
from auth.rules import INNSYN
from auth.viewer import Viewer
from graph.database import Database
from tests import answering
from tests.graphs import DAY, edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import citizen, employee, handler, made_of, person, role

_FIELDS = "id subject reason case lifts takenAt validTo until review reviewedAt seats { unit role }"
_PROBLEMS = "problems { code message(language: EN) path }"
_NODE = f"{{ override {{ {_FIELDS} }} {_PROBLEMS} }}"
TAKE = f"""mutation Take($subject: ID!, $reason: String!, $lastDay: Date!, $case: ID) {{
  override(subject: $subject, reason: $reason, lastDay: $lastDay, case: $case) {_NODE}
}}"""
END = f"mutation End($id: ID!) {{ endOverride(override: $id) {_NODE} }}"
REVIEW = f"mutation Review($id: ID!, $approved: Boolean!) {{ reviewOverride(override: $id, approved: $approved) {_NODE} }}"
LIST = f"""query List($first: Int, $after: String) {{ overrides(first: $first, after: $after) {{
  totalCount edges {{ cursor node {{ {_FIELDS} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"""
READ = "query Read($id: ID!) { person(id: $id) { name { full } } }"
REASON = "Called from another office"
TODAY, LATEST = "2026-09-21", "2026-12-21"
VERA, OTTO, IDLE = handler("vera"), handler("otto"), handler("idle")
CLARA, SISTER, MATE = handler("clara"), handler("sister"), handler("mate")
WEEK = 7 * DAY
_HIDE = """MATCH (p:Person {id: $id}) MATCH (c:Protection {id: 'protection:CONFIDENTIAL'})
CREATE (p)-[:PROTECTED_AS {id: 'hides', validFrom: 0}]->(c)"""
_WAS_OTTO = """MATCH (taker:Employee {id: 'vera'})-[now:IS]->() MATCH (self:Person {id: 'otto-self'})
CREATE (taker)-[:IS {id: 'was', validFrom: 0, validTo: 1, source: 'TEST', registeredAt: 0}]->(self) DELETE now"""
_COUNT = "MATCH (override:Override) RETURN count(override) AS n"


class Desk(answering.Desk):
    """Employees at work, at a time of the test's choice."""

    async def take(self, subject: str = "p", viewer: Viewer = VERA, reason: str = REASON, last: str = TODAY) -> str:
        """The id of a new override, or the code of what stands against it."""
        return outcome(await self.told(viewer, TAKE, subject=subject, reason=reason, lastDay=last))

    async def end(self, id_: str, viewer: Viewer = VERA) -> str:
        return outcome(await self.told(viewer, END, id=id_))

    async def review(self, id_: str, viewer: Viewer = CLARA, *, approved: bool = True) -> str:
        return outcome(await self.told(viewer, REVIEW, id=id_, approved=approved))

    async def listed(self, viewer: Viewer = CLARA) -> list[str]:
        return [each["node"]["id"] for each in (await self.told(viewer, LIST))["edges"]]

    async def lifts(self) -> list[list[str]]:
        return [each["node"]["lifts"] for each in (await self.told(CLARA, LIST))["edges"]]

    async def opens(self, id_: str = "p", viewer: Viewer = VERA) -> bool:
        found = await self.told(viewer, READ, id=id_)
        return bool(found and found["name"])

    async def count(self) -> int:
        return int((await self.database.read(_COUNT))[0]["n"])


def outcome(payload: Mapping[str, Any]) -> str:
    assert (payload["override"] is None) == bool(payload["problems"])
    return str(payload["problems"][0]["code"] if payload["problems"] else payload["override"]["id"])


@pytest_asyncio.fixture
async def desk(database: Database) -> Desk:
    parts = (
        *role("role", "LOCAL"),
        *role("nothing", "LOCAL", covers=()),
        *(part for each in ("vera", "otto") for part in employee(each, "role")),
        *employee("idle", "nothing"),
        *(part for each in ("clara", "sister") for part in employee(each, "role")),
        *employee("mate", "role", at="vera-unit"),
        node("Area", "far", kind="MUNICIPALITY", code="far"),
        *(person(each) for each in ("p", "q", "brother", "hidden", "father")),
        person("dead", deathDate="2020-01-01"),
        *(edge(each, "BELONGS_TO", "far") for each in ("p", "q", "brother", "hidden", "dead")),
        *(edge("father", "PARENT_OF", each) for each in ("brother", "vera-self", "sister-self")),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"),
    )
    await database.write_all(writes([purposes(), made_of(*parts)]))
    await database.write("MATCH (person:Person {id: 'dead'}) SET person.deathDate = date('2020-01-01')")
    await answering.Desk(database).appoint(*(f"{each}-seat" for each in ("clara", "sister", "mate", "otto")))
    return Desk(database)


async def test_an_override_opens_until_its_last_day_is_over_or_it_is_ended(desk: Desk) -> None:
    """A14: CASES 32."""
    assert not await desk.opens()
    payload = await desk.told(VERA, TAKE, subject="p", reason=f" {REASON} ", lastDay=TODAY, case="c-1")
    told = payload["override"]
    assert told.pop("id")
    times = {"takenAt": "2026-09-21T14:13:20Z", "validTo": "2026-09-21T22:00:00Z", "until": "2026-09-21T22:00:00Z"}
    review = {"review": "OPEN", "reviewedAt": None, "seats": [{"unit": None, "role": None}]}
    assert told == {"subject": "p", "reason": REASON, "case": "c-1", "lifts": [], **times, **review}
    assert await desk.opens()
    assert not await desk.opens(viewer=OTTO)
    desk.now = 1_790_028_000_000 - 1
    assert await desk.opens()
    desk.now += 1
    assert not await desk.opens()
    ended = await desk.take(last=LATEST)
    assert await desk.opens()
    assert await desk.end(ended) == ended
    assert not await desk.opens()
    assert await desk.end(ended) == "NOT_STANDING"


async def test_the_reason_is_encrypted_in_the_graph(desk: Desk) -> None:
    for subject in ("p", "q"):
        await desk.take(subject)
    one, other = [row["reason"] for row in await desk.database.read("MATCH (override:Override) RETURN override.reason AS reason")]
    assert REASON not in one + other
    assert one != other


async def test_the_shortest_and_the_longest_reason_and_the_last_day_of_three_months_will_do(desk: Desk) -> None:
    """A14: CASES 32."""
    for length, subject in ((10, "p"), (255, "q")):
        payload = await desk.told(VERA, TAKE, subject=subject, reason="å" * length, lastDay=LATEST)
        assert (payload["problems"], payload["override"]["reason"]) == ([], "å" * length)
    assert await desk.count() == 2


async def test_any_override_in_force_opens(desk: Desk) -> None:
    """A14: CASES 36."""
    older, newer = await desk.take(last=LATEST), await desk.take(last=TODAY)
    desk.now += DAY
    assert await desk.opens()
    assert await desk.end(newer) == "NOT_STANDING"
    assert await desk.end(older) == older
    assert not await desk.opens()


async def test_bad_words_and_days_are_told_and_nothing_is_written(desk: Desk) -> None:
    """A14: CASES 33."""
    for reason in ("x" * 9, "x" * 256):
        assert await desk.take(reason=reason) == "REASON_LENGTH"
    for last in ("2026-09-20", "2026-12-22", "2027-01-21"):
        assert await desk.take(last=last) == "LAST_DAY"
    payload = await desk.told(VERA, TAKE, subject="p", reason="short", lastDay="2026-09-20")
    assert [(each["code"], each["path"]) for each in payload["problems"]] == [("REASON_LENGTH", ["reason"]), ("LAST_DAY", ["lastDay"])]
    for case in ("", "sak fra Kari", "p-15878000002", "x" * 201):
        payload = await desk.told(VERA, TAKE, subject="p", reason=REASON, lastDay=TODAY, case=case)
        assert [(each["code"], each["path"]) for each in payload["problems"]] == [("ID_INVALID", ["case"])]
    assert await desk.count() == 0


async def test_a_core_denial_refuses_and_leaves_nothing_behind(desk: Desk) -> None:
    """A14: CASES 34."""
    told = {each: await desk.take(each) for each in ("brother", "hidden", "vera-self", "nobody")}
    assert told == {"brother": "DISQUALIFIED", "hidden": "CONFIDENTIAL", "vera-self": "DISQUALIFIED", "nobody": "NOT_FOUND"}
    assert await desk.count() == 0


async def test_an_override_lifts_the_denials_that_stood_and_core_ones_are_judged_again(desk: Desk) -> None:
    """A14: it lifts what it names."""
    payload = await desk.told(VERA, TAKE, subject="dead", reason=REASON, lastDay=TODAY)
    assert payload["override"]["lifts"] == ["DECEASED"]
    assert await desk.opens("dead")
    await desk.database.write(_HIDE, {"id": "dead"})
    assert not await desk.opens("dead")


async def test_that_somebody_is_outside_the_area_is_no_denial_that_an_override_lifts(desk: Desk) -> None:
    """A14: OUTSIDE_AREA need not be named, and is not told where a file names it."""
    taken = await desk.take()
    assert await desk.lifts() == [[]]
    await desk.database.write("MATCH (o:Override {id: $id}) SET o.lifts = ['OUTSIDE_AREA', 'DECEASED']", {"id": taken})
    assert (await desk.lifts(), await desk.opens()) == ([["DECEASED"]], True)


async def test_whom_an_override_gives_nothing_takes_none_and_nobody_ends_anothers(desk: Desk) -> None:
    id_ = await desk.take()
    assert await desk.take(viewer=IDLE) == await desk.take("nobody", viewer=IDLE) == "NO_GRANT"
    assert await desk.take(viewer=citizen("q")) == await desk.take("nobody", viewer=citizen("q")) == "NOT_AVAILABLE"
    assert await desk.end(id_, OTTO) == await desk.end("none") == "NOT_FOUND"
    assert await desk.end(id_, citizen("q")) == "NOT_AVAILABLE"
    assert await desk.count() == 1


async def test_an_override_without_an_end_which_a_file_may_bring_can_be_ended(desk: Desk) -> None:
    id_ = await desk.take()
    await desk.database.write("MATCH (override:Override {id: $id}) REMOVE override.validTo", {"id": id_})
    assert await desk.opens()
    assert (await desk.end(id_), await desk.opens()) == (id_, False)


async def test_a_change_is_in_the_log_with_whom_it_is_about_and_whether_it_was_made(desk: Desk) -> None:
    await desk.take()
    await desk.take("brother", reason="short")
    (_, made), (_, refused) = desk.log.ended
    assert [(each.subject, each.given, each.categories) for each in made.disclosed] == [("p", ("Mutation.override",), ("TRACE",))]
    assert [(each.subject, each.code) for each in refused.disclosed] == [("brother", "DISQUALIFIED")]
    assert (made.result, refused.result) == (Result.ALLOWED, Result.REFUSED)


@pytest.mark.embedded
async def test_no_access_is_taken_unless_the_log_has_it_as_attempted(desk: Desk, tmp_path: Path) -> None:
    address = Address.of(None, tmp_path)
    migrate(address)
    async with opened(address, patience=2) as log:
        desk.answers = Answers(desk.database, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=log, clock=lambda: NOW)
        address.file.rename(tmp_path / "elsewhere")
        with pytest.raises(LogUnavailable):
            await desk.take()
    assert await desk.count() == 0


async def test_an_employee_has_so_many_at_once_also_when_they_are_taken_at_once(desk: Desk) -> None:
    desk = Desk(desk.database, most=2)
    told = await asyncio.gather(*(desk.take(each) for each in ("p", "q") * 3))
    assert told.count("TOO_MANY_OVERRIDES") == 4
    kept = [each for each in told if each != "TOO_MANY_OVERRIDES"]
    assert await desk.end(kept[0]) == kept[0]
    assert await desk.take() != "TOO_MANY_OVERRIDES"


async def test_who_was_found_by_a_d_number_is_open_by_the_number_that_they_got_since(desk: Desk) -> None:
    """A14: CASES 38."""
    await desk.take(last=LATEST)
    await desk.database.write("""MATCH (p:Person {id: 'p'}) CREATE (n:Entity:Identifier {id: 'nin', kind: 'NIN', value: '15878000002'})
    CREATE (p)-[:IDENTIFIED_BY {id: 'since', validFrom: 0, source: 'TEST', registeredAt: 0}]->(n)""")
    assert (await desk.told(VERA, "query By($nin: String) { person(nin: $nin) { name { full } } }", nin="15878000002"))["name"]


# --- reviews ---


async def test_what_nobody_reviews_ends_after_seven_days(desk: Desk) -> None:
    """A14: or what nobody looks at would open for months."""
    id_ = await desk.take(last=LATEST)
    desk.now += WEEK - 1
    assert await desk.opens()
    desk.now += 1
    assert not await desk.opens()
    assert (await desk.review(id_), await desk.listed(), await desk.opens()) == ("NOT_STANDING", [], False)


async def test_what_a_controller_approves_of_stands_until_its_last_day_is_over(desk: Desk) -> None:
    id_ = await desk.take(last="2026-10-01")
    payload = await desk.told(CLARA, REVIEW, id=id_, approved=True)
    assert (payload["override"]["review"], payload["override"]["validTo"]) == ("APPROVED", "2026-10-01T22:00:00Z")
    desk.now = 1_790_892_000_000 - 1
    assert await desk.opens()
    assert await desk.review(id_) == "APPROVED_ALREADY"
    desk.now += 1
    assert not await desk.opens()


async def test_what_a_controller_disapproves_of_ends_at_once_also_when_it_was_approved(desk: Desk) -> None:
    refused, approved = await desk.take(last=LATEST), await desk.take("q", last=LATEST)
    assert await desk.review(approved) == approved
    for each in (refused, approved):
        assert await desk.review(each, approved=False) == each
        assert await desk.review(each) == await desk.review(each, approved=False) == "NOT_STANDING"
    assert (await desk.opens(), await desk.opens("q"), await desk.listed()) == (False, False, [])


async def test_a_review_opens_nothing_that_was_ended(desk: Desk) -> None:
    ended = await desk.take(last=LATEST)
    await desk.end(ended)
    assert (await desk.review(ended), await desk.opens()) == ("NOT_STANDING", False)
    for _ in range(3):
        id_ = await desk.take(last=LATEST)
        await asyncio.gather(desk.review(id_), desk.end(id_))
        assert not await desk.opens()


@pytest.mark.embedded
async def test_a_review_opens_nothing_that_was_ended_by_a_clock_that_is_ahead(desk: Desk) -> None:
    ended, refused = await desk.take(last=LATEST), await desk.take("q", last=LATEST)
    desk.now += 2 * DAY
    assert (await desk.end(ended), await desk.review(refused, approved=False)) == (ended, refused)
    desk.now -= DAY
    assert [await desk.review(each) for each in (ended, refused)] == ["NOT_STANDING"] * 2
    desk.now += 2 * DAY
    assert (await desk.opens(), await desk.opens("q")) == (False, False)


async def test_nobody_reviews_their_own_or_those_of_kin_and_colleagues_and_none_but_controllers_do(desk: Desk) -> None:
    id_, own = await desk.take(last=LATEST), await desk.take(viewer=OTTO, last=LATEST)
    told = {each.key: await desk.review(id_, each) for each in (VERA, SISTER, MATE, IDLE, citizen("q"))}
    assert told == {"vera": "NO_GRANT", "sister": "NOT_FOUND", "mate": "NOT_FOUND", "idle": "NO_GRANT", "q": "NOT_AVAILABLE"}
    assert await desk.review(own, OTTO) == await desk.review("none", OTTO) == "NOT_FOUND"
    lists = {each.key: sorted(await desk.listed(each)) for each in (CLARA, OTTO, SISTER, VERA, citizen("q"))}
    assert lists == {"clara": sorted((id_, own)), "otto": [id_], "sister": [own], "vera": [], "q": []}
    desk.now += WEEK
    assert not await desk.opens()


@pytest.mark.embedded
async def test_nobody_reviews_what_they_took_under_an_ident_that_is_theirs_no_more(desk: Desk) -> None:
    id_ = await desk.take(last=LATEST)
    await desk.database.write(_WAS_OTTO)
    assert (await desk.review(id_, OTTO), await desk.listed(OTTO)) == ("NOT_FOUND", [])


async def test_one_of_a_person_whom_a_core_denial_closes_to_the_controller_is_not_there(desk: Desk) -> None:
    id_ = await desk.take(last=LATEST)
    await desk.database.write(_HIDE, {"id": "p"})
    assert (await desk.review(id_), await desk.listed()) == ("NOT_FOUND", [])


async def test_the_list_has_pages_and_says_where_who_took_it_works_and_no_name(desk: Desk) -> None:
    await desk.database.write("MATCH (u:Unit {id: 'vera-unit'}) SET u.name = 'Hidden place', u.protective = true")
    taken = [await desk.take(each, last=LATEST) for each in ("p", "q")]
    first = await desk.told(CLARA, LIST, first=1)
    rest = await desk.told(CLARA, LIST, first=5, after=first["pageInfo"]["endCursor"])
    assert sorted(each["node"]["id"] for page in (first, rest) for each in page["edges"]) == sorted(taken)
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (2, True, False)
    assert first["edges"][0]["node"]["seats"] == [{"unit": "NAV", "role": None}]
    assert "vera" not in repr((first, rest))
    assert {each.subject for _, outcome in desk.log.ended[-2:] for each in outcome.disclosed} == {"p", "q"}


@pytest.mark.parametrize(("day", "last"), [("2026-09-21", "2026-12-21"), ("2026-11-30", "2027-02-28"), ("2026-10-31", "2027-01-31")])
def test_three_months_end_on_the_same_day_or_the_last_of_the_month(day: str, last: str) -> None:
    assert latest(date.fromisoformat(day)) == date.fromisoformat(last)
