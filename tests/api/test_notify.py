"""Notices outside the log-in, on both databases: what is new to tell is put in the outbox once, for those who choose it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from api.lookups import Lookups
from api.notify import Notifier
from api.plan import Plans
from audit import log as logs
from audit.entry import Held
from audit.log import Log
from audit.migrate import migrate
from audit.outbox import waiting
from audit.store import Address, opened
from audit.verify import verified
from audit.visits import Folding
from audit.withheld import released
from auth.rules import INNSYN
from auth.visit import KEY_BYTES, Pseudonyms
from graph.database import Database
from tests import answering
from tests.api.test_notices import CHOOSE, GRAPH, NOTICES
from tests.audit.made import append, disclosed
from tests.graphs import DAY
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import citizen

UNITS, MANDATES = "NEW_UNIT", "NEW_MANDATE"
_GIVEN = """MATCH (giver:Person {id: 'asked'}) MATCH (holder:Person {id: 'third'})
CREATE (mandate:Entity:Mandate {id: $id, kind: 'PROXY', actions: ['READ'], registeredAt: $at, validFrom: $at})
CREATE (mandate)-[:FROM {id: $id + '-from', registeredAt: $at, validFrom: $at}]->(giver)
CREATE (mandate)-[:TO {id: $id + '-to', registeredAt: $at, validFrom: $at}]->(holder)"""


@dataclass(slots=True, kw_only=True)
class Office:
    """A graph and a log, at a time of the test's choice."""

    desk: answering.Desk
    address: Address
    log: Log

    def looked(self, ident: str, subject: str = "asked", **about: str) -> None:
        """An employee looked somebody up, from a seat of their own."""
        held = (Held(position=f"{ident}-seat", role="counsellor", unit="unit"),)
        append(self.address, disclosed(subject, held=held, **about), key=ident, at=self.desk.now, purpose="WIDE")

    async def choose(self, *kinds: str, person: str = "asked") -> None:
        assert (await self.desk.told(citizen(person), CHOOSE, kinds=list(kinds)))["problems"] == []

    async def notify(self) -> int:
        return await self.notifier.notify()

    @property
    def notifier(self) -> Notifier:
        folding = Folding(rules=INNSYN, pseudonyms=Pseudonyms(key=b"p" * KEY_BYTES))
        lookups = Lookups(log=self.log, folding=folding, clock=lambda: self.desk.now)
        return Notifier(
            database=self.desk.database, address=self.address, plans=Plans(INNSYN), lookups=lookups, clock=lambda: self.desk.now
        )

    async def given(self, id_: str, at: int) -> None:
        """A new proxy of the one who asks, from then on."""
        await self.desk.database.write(_GIVEN, {"id": id_, "at": at})

    def outbox(self) -> list[str]:
        """To whom something is to be told."""
        with closing(opened(self.address)) as store:
            return [each.person for each in waiting(store)]

    async def own(self, person: str = "asked") -> set[str]:
        """The ids of what they are told of where they log in."""
        return {each["node"]["id"] for each in (await self.desk.told(citizen(person), NOTICES))["notices"]["edges"]}


@pytest_asyncio.fixture
async def office(database: Database, tmp_path: Path) -> AsyncIterator[Office]:
    """It has looked for what is new once, when nobody had chosen anything."""
    await database.write_all(writes([purposes(), GRAPH]))
    address = Address.of(None, tmp_path)
    migrate(address)
    async with logs.opened(address) as log:
        desk = answering.Desk(database, now=NOW + 2 * DAY, log=log)
        office = Office(desk=desk, address=address, log=log)
        office.looked("tiny-0")
        assert await office.notify() == 0
        desk.now += DAY
        yield office


async def test_who_chooses_is_told_of_each_unit_and_mandate_that_is_new_once(office: Office) -> None:
    await office.choose(UNITS, MANDATES)
    await office.choose(UNITS, MANDATES, person="other")
    for ident in ("big-0", "big-1", "small-0"):
        office.looked(ident)
    office.looked("big-0", "third")
    await office.given("new", office.desk.now - 1)
    # Of the small office the unit above is told, which looked before; the mandate names two, of whom one chooses.
    assert (await office.notify(), office.outbox()) == (2, ["asked"] * 2)
    assert (await office.notify(), office.outbox()) == (0, ["asked"] * 2)
    office.desk.now += DAY
    office.looked("big-2")
    assert await office.notify() == 0
    with closing(opened(office.address)) as store:
        assert {each.id for each in waiting(store)} <= await office.own()
        assert verified(store, []).findings == ()


@pytest.mark.embedded  # What only the log knows.
async def test_who_chooses_nothing_is_told_of_neither(office: Office) -> None:
    await office.choose(UNITS, MANDATES)
    await office.choose("OVERRIDE")
    office.looked("big-0")
    await office.given("new", office.desk.now - 1)
    assert (await office.notify(), office.outbox()) == (0, [])


@pytest.mark.embedded  # What only the log knows.
async def test_a_mandate_to_come_is_told_when_it_has_begun_and_a_late_one_when_it_is_there(office: Office) -> None:
    await office.choose(MANDATES)
    begins = office.desk.now + DAY
    await office.given("new", begins)
    assert await office.notify() == 0
    office.desk.now = begins
    assert await office.notify() == 1
    office.desk.now += DAY
    await office.given("late", begins)
    assert [await office.notify() for _ in range(2)] == [1, 0]


@pytest.mark.embedded  # What only the log knows.
async def test_what_is_withheld_is_told_when_it_shows(office: Office) -> None:
    """A22."""
    await office.choose(UNITS)
    office.looked("big-0", withheld="r-1")
    assert (await office.notify(), office.outbox()) == (0, [])
    with closing(opened(office.address)) as store:
        released(store, {"r-1"}, office.desk.now)
    assert (await office.notify(), office.outbox()) == (1, ["asked"])


@pytest.mark.embedded  # What only the log knows.
async def test_two_that_look_at_once_tell_each_thing_once(office: Office) -> None:
    await office.choose(UNITS, MANDATES)
    for ident in ("big-0", "small-0"):
        office.looked(ident)
    await office.given("new", office.desk.now - 1)
    told = await asyncio.gather(*(office.notify() for _ in range(4)))
    assert (sum(told), office.outbox()) == (2, ["asked"] * 2)


@pytest.mark.embedded  # What only the log knows.
async def test_of_whom_the_log_has_nothing_new_nothing_is_asked(office: Office, statements: list[str]) -> None:
    await office.choose(UNITS)
    await office.notify()
    office.looked("big-0", "third")
    before = len(statements)
    await office.notify()
    assert [each.split()[1] for each in statements[before:]] == ["new-mandates:", "choosers:"]
