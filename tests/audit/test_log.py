"""The log as a server uses it: durable before the answer, shared commits, and nothing answered where it cannot be written."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import orjson
import pytest

from audit import store as stores
from audit.entry import Technical
from audit.errors import LogNotMigrated, LogUnavailable
from audit.log import PACE, Log, opened
from audit.migrate import migrate, of
from audit.store import Address, SQLite
from tests.audit.conftest import PATIENT
from tests.audit.made import disclosed, lookup, outcome, rows, written
from tests.postgres import PostgreSQL

KINDS = "SELECT kind FROM log_entry ORDER BY position"


async def test_a_request_has_an_entry_and_each_subject_one(log: Log, address: Address) -> None:
    await log.conclude(log.intend(lookup()), outcome("p-kari", "p-ola", "p-nora"))
    assert [kind for (kind,) in rows(address, KINDS)] == ["request", "subject", "subject", "subject"]
    assert sorted(rows(address, "SELECT subject, sort FROM log_chain")) == [("p-kari", "open"), ("p-nora", "open"), ("p-ola", "open")]


async def test_what_is_concluded_is_there_for_another_reader_at_once(log: Log, address: Address) -> None:
    for number in range(20):
        position = await log.conclude(log.intend(lookup()), outcome("p-kari"))
        assert rows(address, "SELECT max(position) FROM log_entry") == [(position + 1,)]
        assert position == number * 2


async def test_a_chain_counts_the_entries_of_its_subject(log: Log, address: Address) -> None:
    for subjects in (("p-kari",), ("p-ola", "p-kari"), ("p-ola",)):
        await log.conclude(log.intend(lookup()), outcome(*subjects))
    counted = "SELECT subject, max(number), count(*) FROM log_entry JOIN log_chain USING (tag) GROUP BY subject ORDER BY subject"
    assert rows(address, counted) == [("p-kari", 2, 2), ("p-ola", 2, 2)]


async def test_a_withheld_entry_has_a_chain_of_its_own(log: Log, address: Address) -> None:
    await log.conclude(log.intend(lookup()), outcome(disclosed=(disclosed("p-kari"),)))
    await log.conclude(log.intend(lookup()), outcome(disclosed=(disclosed("p-kari", withheld="r-1"),)))
    found = rows(address, "SELECT sort, number FROM log_entry JOIN log_chain USING (tag) ORDER BY position")
    assert found == [("open", 1), ("withheld:r-1", 1)]


async def test_an_intent_without_outcome_stays(address: Address) -> None:
    async with opened(address, linger=0) as log:
        log.intend(lookup(request="left", asked=("p-kari",)))
        await log.problem()
        (body,) = (body for (body,) in rows(address, "SELECT body FROM log_payload"))
    assert orjson.loads(body)["asked"]["subjects"] == ["p-kari"]
    assert rows(address, KINDS) == [("intent",)]


async def test_an_outcome_says_which_intent_it_ends(address: Address) -> None:
    async with opened(address, linger=0) as log:
        ticket = log.intend(lookup())
        await log.problem()
        await log.conclude(ticket, outcome("p-kari"))
    assert rows(address, "SELECT kind, concludes FROM log_entry ORDER BY position") == [("intent", None), ("request", 0), ("subject", None)]


async def test_an_attempt_is_durable_before_anything_is_done(address: Address) -> None:
    async with opened(address, linger=PATIENT) as log:
        ticket = await log.attempt(lookup())
        assert rows(address, KINDS) == [("intent",)]
        await log.conclude(ticket, outcome("p-kari"))
    assert rows(address, "SELECT kind, concludes FROM log_entry ORDER BY position") == [("intent", None), ("request", 0), ("subject", None)]


async def test_an_intent_that_is_answered_at_once_is_one_with_its_outcome(address: Address) -> None:
    async with opened(address, linger=PATIENT) as log:
        await asyncio.gather(*(log.conclude(log.intend(lookup()), outcome("p-kari")) for _ in range(50)))
    assert [kind for (kind,) in rows(address, KINDS)].count("intent") == 0


async def test_where_requests_take_long_an_intent_goes_with_the_next_commit(address: Address) -> None:
    async with opened(address, linger=PATIENT) as log:
        slow = log.intend(lookup())
        slow.due = 0
        await log.conclude(slow, outcome("p-kari"))
        log.intend(lookup(request="next"))
        await log.note(Technical(at=0, event="graph.migrated", actor="operator"))
        assert [kind for (kind,) in rows(address, KINDS)] == ["request", "subject", "intent", "technical"]


async def test_closing_writes_the_intents_that_wait(address: Address) -> None:
    async with opened(address, linger=PATIENT) as log:
        log.intend(lookup())
    assert rows(address, KINDS) == [("intent",)]
    with pytest.raises(LogUnavailable):
        log.intend(lookup())


async def test_technical_entries_stand_apart(log: Log, address: Address) -> None:
    await log.note(Technical(at=0, event="graph.migrated", actor="operator"))
    assert rows(address, "SELECT kind, tag FROM log_entry") == [("technical", None)]


async def test_a_log_that_can_be_written_is_ready_and_that_writes_nothing(log: Log, address: Address) -> None:
    assert await log.problem() is None
    assert rows(address, KINDS) == []


async def test_a_log_without_migrations_does_not_open(empty: Address) -> None:
    with pytest.raises(LogNotMigrated):
        async with opened(empty):
            pass


def test_migrating_twice_does_nothing_the_second_time(empty: Address) -> None:
    assert migrate(empty) == [each.named for each in of("postgresql" if empty.url else "sqlite")]
    assert migrate(empty) == []


async def test_two_that_write_at_once_share_one_tree(address: Address) -> None:
    async with opened(address, linger=PATIENT) as one, opened(address, linger=PATIENT) as other:
        await asyncio.gather(*(log.conclude(log.intend(lookup()), outcome("p-kari", f"p-{n}")) for n in range(40) for log in (one, other)))
    assert rows(address, "SELECT count(*), max(position) FROM log_entry") == [(240, 239)]
    assert rows(address, "SELECT max(number) FROM log_entry JOIN log_chain USING (tag) WHERE subject = 'p-kari'") == [(80,)]


async def test_a_full_disk_lets_nothing_be_answered_until_there_is_room(tmp_path: Path) -> None:
    address = Address.of(None, tmp_path)
    migrate(address)
    limit = {"pages": 40}

    def connect() -> SQLite:
        store = SQLite.open(address.file, patience=1, create=False)
        store.rows(f"PRAGMA max_page_count = {limit['pages']}")
        return store

    log = Log(connect)
    requests = await until_refused(lambda: log.conclude(log.intend(lookup()), outcome("p-kari")))
    assert rows(address, "SELECT count(*) FROM log_entry WHERE kind = 'request'") == [(requests,)]
    await until_refused(lambda: log.note(Technical(at=0, event="filled", actor="test")))
    assert await log.problem()
    limit["pages"] = 1000
    assert await log.problem() is None
    await log.conclude(log.intend(lookup()), outcome("p-kari"))
    log.close()


async def until_refused(write: Callable[[], Awaitable[object]]) -> int:
    """How often it could be written."""
    written = 0
    with suppress(LogUnavailable):
        while True:
            await write()
            written += 1
    return written


async def test_a_log_that_is_too_slow_lets_nothing_be_answered(address: Address) -> None:
    blocking = stores.opened(address)
    async with opened(address, patience=0.3) as log:
        with blocking.appending():
            blocking.rows("SELECT 1")
            with pytest.raises(LogUnavailable):
                await log.conclude(log.intend(lookup()), outcome("p-kari"))
            assert await log.problem()
        await asyncio.sleep(0.4)
        assert await log.problem() is None
    blocking.close()


async def test_a_file_that_was_replaced_is_not_written(tmp_path: Path) -> None:
    address = Address.of(None, tmp_path)
    migrate(address)
    async with opened(address) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
        address.file.rename(tmp_path / "moved.sqlite")
        with pytest.raises(LogUnavailable):
            await log.conclude(log.intend(lookup()), outcome("p-kari"))


async def test_a_log_that_lacks_an_entry_is_not_written_on(tmp_path: Path) -> None:
    address = Address.of(None, tmp_path)
    migrate(address)
    written(address, ("p-kari", "p-ola"))
    rows(address, "DROP TRIGGER log_entry_kept")
    rows(address, "DELETE FROM log_entry WHERE position = 1")
    async with opened(address) as log:
        with pytest.raises(LogUnavailable, match="LOG_BROKEN"):
            await log.conclude(log.intend(lookup()), outcome("p-kari"))


async def test_what_comes_in_quick_succession_shares_a_commit(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)

    async def one(log: Log, number: int) -> None:
        await asyncio.sleep(number * PACE / 10)
        await log.conclude(log.intend(lookup()), outcome("p-kari"))

    async with opened(address) as log:
        await asyncio.gather(*(one(log, number) for number in range(10)))
    ((commits,),) = rows(address, "SELECT count(DISTINCT xmin::text) FROM log_entry")
    assert commits < 6


async def test_an_error_of_the_log_quotes_no_value(address: Address) -> None:
    async with opened(address) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))
        with pytest.raises(LogUnavailable) as raised:
            await log.conclude(log.intend(lookup()), outcome("p-kari", "p-kari", rules="\udc00"))
    assert "p-kari" not in str(raised.value)
