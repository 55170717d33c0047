"""What refused subjects cost an employee, in a log that several processes share (A24)."""

import asyncio
import itertools
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from audit.budget import COLUMNS, Account, Charge
from audit.entry import Lookup, Outcome, Result
from audit.errors import LogUnavailable
from audit.log import Log, opened
from audit.prune import pruned
from audit.store import Address
from auth.alarm import ALWAYS
from tests.audit.conftest import PATIENT
from tests.audit.kept import LONG_AGO, OLD, connected, report
from tests.audit.made import lookup, outcome, rows, written

NOON: Final = int(datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Oslo")).timestamp()) * 1000
MOST: Final = 200
SPENT: Final = "BUDGET_SPENT"
_CODES: Final = "SELECT body FROM log_payload ORDER BY position"


async def refused(log: Log, count: int, **said: object) -> bool:
    """Whether what refuses so many subjects may be answered."""
    asked = lookup(**{"at": NOON, **said})
    beyond = Outcome(result=Result.REFUSED, rules="1", code=SPENT, charged=count)
    charge = Charge(account=Account.of(asked), most=MOST, beyond=lambda: beyond)
    return await log.charge(log.intend(asked), outcome("p-kari", charged=count), charge)


async def spent(log: Log, **said: object) -> int:
    return await log.spent(Account.of(lookup(**{"at": NOON, **said})))


async def test_what_is_refused_adds_up(log: Log) -> None:
    assert await spent(log) == 0
    assert [await refused(log, count) for count in (1, 0, 199)] == [True, True, True]
    assert (await spent(log), await spent(log, key="Z990002")) == (200, 0)


async def test_what_goes_beyond_is_not_answered_and_neither_is_what_comes_after(log: Log, address: Address) -> None:
    assert [await refused(log, count) for count in (199, 1000, 0)] == [True, False, False]
    assert await spent(log) == 1199
    assert [SPENT in body for (body,) in rows(address, _CODES)] == [False, False, True, True]
    assert report(address).findings == ()


async def test_the_next_day_in_oslo_begins_anew(log: Log) -> None:
    assert not await refused(log, MOST + 1)
    assert await spent(log, at=NOON + 43_199_999) == MOST + 1
    assert await spent(log, at=NOON + 43_200_000) == 0


async def test_several_processes_share_it(log: Log, address: Address) -> None:
    async with opened(address, linger=PATIENT) as other:
        answered = await asyncio.gather(*(refused(each, 10) for each in itertools.islice(itertools.cycle((log, other)), 60)))
        assert sum(answered) == MOST // 10
        assert not await refused(log, 0)
        assert not await refused(other, 0)
    assert report(address).findings == ()


async def test_another_process_knows_what_was_spent_before_it_began(log: Log, address: Address) -> None:
    await refused(log, MOST + 1)
    async with opened(address) as later:
        assert await spent(later) == MOST + 1


async def test_where_it_cannot_be_told_nothing_is_answered(log: Log) -> None:
    log.close()
    with pytest.raises(LogUnavailable):
        await spent(log)


def test_a_total_is_not_changed_and_a_lower_one_does_not_lessen_it(address: Address) -> None:
    account = Account.of(lookup(at=NOON))
    with connected(address) as store:
        for total in (MOST, 1):
            store.insert("log_refused", COLUMNS, [(account.actor, account.day, total, 0, False)])
        if store.dialect == "sqlite":
            with pytest.raises(LogUnavailable):
                store.rows("UPDATE log_refused SET total = 1")
        with pytest.raises(LogUnavailable):
            store.insert("log_refused", COLUMNS, [(account.actor, account.day, -MOST, 0, False)])


async def test_totals_go_with_what_entries_say_but_for_the_day_that_is_not_over(log: Log, address: Address) -> None:
    await refused(log, 3, at=LONG_AGO)
    await refused(log, 4)
    log.close()
    written(address, ("p-kari",))
    with connected(address) as store:
        pruned(store, OLD, NOON + 1, NOON + 1)
        assert store.rows("SELECT total FROM log_refused") == [(4,)]


async def test_whose_budget_was_spent_is_told_the_newest_first_page_by_page(log: Log) -> None:
    day = 86_400_000
    for key, count, at in (("Z1", MOST, NOON), ("Z2", MOST + 1, NOON), ("Z1", MOST + 5, NOON + day), ("Z3", 999, NOON), ("Z2", 7, NOON)):
        await refused(log, count, key=key, at=at)
    told = await log.alarms(None, ALWAYS, 10)
    assert told == [
        (Account("Z1", "2026-11-24"), MOST + 5),
        (Account("Z2", "2026-11-23"), MOST + 8),
        (Account("Z3", "2026-11-23"), 999),
    ]
    pages = [await log.alarms(since, ALWAYS, 1) for since in (None, ("2026-11-24", "Z2"), ("2026-11-23", "Z3"))]
    assert pages == [[each] for each in told]
    assert await log.alarms(None, ("2026-11-24", "2026-11-24"), 10) == told[:1]


def test_an_account_is_of_who_asked_and_of_the_day_in_oslo() -> None:
    late: Lookup = lookup(at=NOON + 43_200_000, key="Z990003")
    assert Account.of(late) == Account("Z990003", "2026-11-24")
