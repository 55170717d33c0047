"""Overrides are taken with a reason, for a time, never past a core denial (CASES “Override”, A14); on both databases."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from api.answers import Answers, Question
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
from tests.answering import ORIGIN
from tests.graphs import DAY, edge, node
from tests.kept import Kept
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import citizen, employee, handler, made_of, person, role

_PROBLEMS = "problems { code message(language: EN) path }"
_NODE = f"{{ override {{ id subject reason case lifts takenAt validTo }} {_PROBLEMS} }}"
TAKE = f"""mutation Take($subject: ID!, $reason: String!, $lastDay: Date!, $case: ID) {{
  override(subject: $subject, reason: $reason, lastDay: $lastDay, case: $case) {_NODE}
}}"""
END = f"mutation End($id: ID!) {{ endOverride(override: $id) {_NODE} }}"
READ = "query Read($id: ID!) { person(id: $id) { name { full } } }"
REASON = "Called from another office"
TODAY, LATEST = "2026-09-21", "2026-12-21"
VERA, OTTO, IDLE = handler("vera"), handler("otto"), handler("idle")
_COUNT = "MATCH (override:Override) RETURN count(override) AS n"


@dataclass(slots=True)
class Desk:
    """Employees at work, at a time of the test's choice."""

    database: Database
    now: int = NOW
    most: int = 20
    log: Kept = field(default_factory=Kept)
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        cursors = Cursors(key=b"k" * KEY_BYTES)
        self.answers = Answers(
            self.database, plans=Plans(INNSYN), cursors=cursors, log=self.log, clock=lambda: self.now, most_overrides=self.most
        )

    async def told(self, viewer: Viewer, text: str, **variables: Any) -> Any:
        """The only root field of the answer."""
        answer = await self.answers.answer(Question(text=text, variables=variables), viewer, ORIGIN)
        (found,) = answer["data"].values()
        return found

    async def take(self, subject: str = "p", viewer: Viewer = VERA, reason: str = REASON, last: str = TODAY) -> str:
        """The id of a new override, or the code of what stands against it."""
        return outcome(await self.told(viewer, TAKE, subject=subject, reason=reason, lastDay=last))

    async def end(self, id_: str, viewer: Viewer = VERA) -> str:
        return outcome(await self.told(viewer, END, id=id_))

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
        node("Area", "far", kind="MUNICIPALITY", code="far"),
        *(person(each) for each in ("p", "q", "brother", "hidden", "father")),
        person("dead", deathDate="2020-01-01"),
        *(edge(each, "BELONGS_TO", "far") for each in ("p", "q", "brother", "hidden", "dead")),
        *(edge("father", "PARENT_OF", each) for each in ("brother", "vera-self")),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"),
    )
    await database.write_all(writes([purposes(), made_of(*parts)]))
    await database.write("MATCH (person:Person {id: 'dead'}) SET person.deathDate = date('2020-01-01')")
    return Desk(database)


async def test_an_override_opens_until_its_last_day_is_over_or_it_is_ended(desk: Desk) -> None:
    """A14: CASES 32."""
    assert not await desk.opens()
    payload = await desk.told(VERA, TAKE, subject="p", reason=f" {REASON} ", lastDay=TODAY, case="c-1")
    told = payload["override"]
    assert told.pop("id")
    times = {"takenAt": "2026-09-21T14:13:20Z", "validTo": "2026-09-21T22:00:00Z"}
    assert told == {"subject": "p", "reason": REASON, "case": "c-1", "lifts": [], **times}
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
    hides = "MATCH (p:Person {id: 'dead'}) MATCH (c:Protection {id: 'protection:CONFIDENTIAL'})"
    await desk.database.write(f"{hides} CREATE (p)-[:PROTECTED_AS {{id: 'hides', validFrom: 0}}]->(c)")
    assert not await desk.opens("dead")


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


@pytest.mark.parametrize(("day", "last"), [("2026-09-21", "2026-12-21"), ("2026-11-30", "2027-02-28"), ("2026-10-31", "2027-01-31")])
def test_three_months_end_on_the_same_day_or_the_last_of_the_month(day: str, last: str) -> None:
    assert latest(date.fromisoformat(day)) == date.fromisoformat(last)
