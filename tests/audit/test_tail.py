"""The end of the log: what is cut off it, while it is written or between, is missed by whoever saw it, and nothing is answered."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit.append import Appender
from audit.entry import Technical
from audit.errors import EntriesDiffer, LogCut, LogUnavailable, NothingCut
from audit.log import Log, opened
from audit.mark import Mark, Memory
from audit.record import technical
from audit.resume import resumed
from audit.store import Address
from tests.audit.cutting import ENDS, cut, restore
from tests.audit.kept import checkpoint, connected, refused, report
from tests.audit.made import lookup, outcome, rows, written

RESUME = Technical(at=2_000, event="audit.resume", actor="cli:kari")


def unseen(address: Address) -> Address:
    """The store as one knows it who never saw it."""
    return replace(address, seen=None)


def elsewhere(address: Address, folder: Path) -> Address:
    """The store as a server on another machine knows it."""
    return replace(address, seen=folder / "elsewhere" / "audit.seen")


async def answered(log: Log) -> int:
    return await log.conclude(log.intend(lookup()), outcome("p-kari"))


async def test_what_is_cut_off_while_it_is_written_is_missed_and_nothing_is_answered(address: Address) -> None:
    async with opened(address) as log:
        for _ in range(3):
            await answered(log)
        cut(address, 4)
        for _ in range(2):
            with pytest.raises(LogCut, match="had 6 entries when it was last seen from here, and has 4"):
                await answered(log)
        assert await log.problem() == "LOG_CUT"
    assert rows(address, "SELECT count(*) FROM log_entry") == [(4,)]


async def test_it_stays_stopped_also_when_what_was_cut_off_is_back_and_after_a_restart(address: Address) -> None:
    async with opened(address) as log:
        await answered(log)
        cut(address, 0)
        with pytest.raises(LogCut):
            await answered(log)
        restore(address)
        with pytest.raises(LogCut):
            await answered(log)
    async with opened(address) as log:
        assert await log.problem() == "LOG_CUT"
    with pytest.raises(LogCut):
        written(address, ("p-kari",))


@pytest.mark.parametrize("size", [0, 2, 5])
async def test_what_is_cut_off_between_two_starts_is_missed(address: Address, size: int) -> None:
    async with opened(address) as log:
        for _ in range(3):
            await answered(log)
    cut(address, size)
    async with opened(address) as log:
        with pytest.raises(LogUnavailable) as raised:
            await answered(log)
    # Within a request the tree lacks a node too.
    assert raised.value.code == "LOG_CUT"


async def test_entries_in_the_place_of_others_are_noticed_while_it_is_written(address: Address) -> None:
    async with opened(address) as log:
        await answered(log)
        await answered(log)
        cut(address, 2)
        written(unseen(address), ("p-kari",), ("p-kari",))
        with pytest.raises(LogCut):
            await answered(log)


def test_entries_in_the_place_of_others_are_noticed_after_a_restart(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari",))
    cut(address, 2)
    written(unseen(address), ("p-kari",), ("p-kari",))
    with pytest.raises(LogCut):
        written(address, ("p-kari",))
    assert "the log does not continue what was seen of it from here" in [each.what for each in report(address).findings]


@pytest.mark.parametrize(("size", "one_saw_more"), [(8, True), (10, False)])
async def test_each_of_two_writers_misses_what_it_saw(address: Address, tmp_path: Path, size: int, one_saw_more: bool) -> None:
    async with opened(address) as one, opened(elsewhere(address, tmp_path)) as other:
        for _ in range(3):
            await answered(one)
            await answered(other)
        cut(address, size)
        assert await one.problem() == ("LOG_CUT" if one_saw_more else None)
        assert await other.problem() == "LOG_CUT"


async def test_who_shares_a_data_folder_stops_with_who_saw_more(address: Address) -> None:
    async with opened(address) as one, opened(address) as other:
        await answered(one)
        await answered(other)
        cut(address, 2)
        with pytest.raises(LogCut):
            await answered(other)
        with pytest.raises(LogCut):
            await answered(one)


async def test_two_writers_who_follow_each_other_miss_nothing_that_is_there(address: Address, tmp_path: Path) -> None:
    async with opened(address) as one, opened(elsewhere(address, tmp_path)) as other:
        for count in (1, 3, 1_100):
            await one.conclude(one.intend(lookup()), outcome(*(f"p-{number}" for number in range(count))))
            await answered(other)
    assert report(address).findings == report(elsewhere(address, tmp_path)).findings == ()


def test_a_log_that_was_never_seen_from_here_is_begun_with(address: Address, tmp_path: Path) -> None:
    written(unseen(address), ("p-kari",))
    cut(address, 0)
    written(elsewhere(address, tmp_path), ("p-kari",))
    assert report(elsewhere(address, tmp_path)).findings == ()


async def test_an_operator_lets_it_go_on_and_that_is_an_entry(address: Address) -> None:
    async with opened(address) as log:
        for _ in range(3):
            await answered(log)
        cut(address, 4)
        with pytest.raises(LogCut):
            await answered(log)
        with connected(address) as store, pytest.raises(EntriesDiffer, match="--entries 4"):
            resumed(store, RESUME, entries=6)
        with connected(address) as store:
            found = resumed(store, RESUME, entries=4)
        assert await log.problem() is None
        await answered(log)
    assert (found.seen, found.found) == (6, 4)
    said = report(address)
    assert ([(gap.at, gap.seen) for gap in said.gaps], said.findings) == ([(4, 6)], ())


def test_where_nothing_is_missed_there_is_nothing_to_decide(address: Address) -> None:
    for _ in range(2):
        with connected(address) as store, pytest.raises(NothingCut):
            resumed(store, RESUME, entries=0)
        written(address, ())


def test_that_it_goes_on_is_from_where_it_stands(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari",))
    cut(address, 2)
    with connected(address) as store:
        resumed(store, RESUME, entries=2)
        changed = "UPDATE log_entry SET said = replace(said, '\"size\":2', '\"size\":3') WHERE kind = 'resumed'"
        store.rows(changed)
    assert "the log did not go on from where it says" in [each.what for each in report(address).findings]


# --- what is left of what was cut off ---

SIDES = [table for table in ENDS if table != "log_entry"]


def with_a_tail(address: Address) -> None:
    """Two entries, and after them something in every table."""
    written(address, ("p-kari",))
    refused(address, 1, 1)
    written(address, ("p-ola",))
    size = checkpoint(address).size
    with connected(address) as store:
        store.rows("INSERT INTO log_cosignature (size, line) VALUES (?, 'by nobody')", (size,))


@pytest.mark.parametrize("left", [*([each] for each in SIDES), SIDES])
def test_what_is_left_in_any_table_is_removed_when_the_log_goes_on_and_nothing_inherits_it(address: Address, left: list[str]) -> None:
    with_a_tail(address)
    cut(address, 2, [table for table in ENDS if table not in left])
    with pytest.raises(LogCut):
        written(address, ("p-kari",))
    with connected(address) as store:
        found = resumed(store, RESUME, entries=2)
    assert found.removed.keys() == set(left)
    with_a_tail(address)
    rows(address, "DELETE FROM log_cosignature")
    said = report(address)
    assert (said.findings, [gap.removed for gap in said.gaps]) == ((), [found.removed])


@pytest.mark.parametrize("left", [table for table in SIDES if table != "log_chain"])
def test_what_is_left_in_any_table_stops_one_who_never_saw_the_log(address: Address, tmp_path: Path, left: str) -> None:
    with_a_tail(address)
    cut(address, 2, [table for table in ENDS if table != left])
    newcomer = elsewhere(address, tmp_path)
    with pytest.raises(LogCut, match="rows beside them"):
        written(newcomer, ("p-kari",))
    with connected(newcomer) as store:
        assert resumed(store, RESUME, entries=2).removed.keys() == {left}
    written(newcomer, ("p-ola",))
    assert report(newcomer).findings == ()


def test_rows_that_are_left_are_put_back_with_the_rest(address: Address) -> None:
    written(address, ("p-kari",), ("p-ola",))
    cut(address, 2, ["log_entry"])
    with pytest.raises(LogCut, match="has 2"):
        written(address, ("p-kari",))
    rows(address, "INSERT INTO log_entry SELECT * FROM kept_log_entry")
    with pytest.raises(LogCut, match="again; `innsyn audit resume --entries 4`"):
        written(address, ("p-kari",))
    with connected(address) as store:
        assert resumed(store, RESUME, entries=4).removed == {}
    assert report(address).findings == ()


# --- what the verifier says of it ---


def go_on(address: Address, size: int) -> None:
    with connected(address) as store:
        resumed(store, RESUME, entries=size)


def test_a_request_that_was_cut_in_its_middle_is_told_with_the_resumption(address: Address) -> None:
    for _ in range(2):
        written(address, ("p-kari", "p-ola", "p-nora"))
        size = rows(address, "SELECT count(*) FROM log_entry")[0][0] - 2
        cut(address, size, ["log_entry"])
        rows(address, "DROP TABLE kept_log_entry")
        go_on(address, size)
    written(address, ("p-kari",))
    said = report(address)
    assert (said.findings, [(gap.at, gap.lacking) for gap in said.gaps]) == ((), [(2, 2), (6, 2)])


def test_a_second_cut_that_nobody_let_go_on_is_found(address: Address) -> None:
    written(address, ("p-kari", "p-ola"))
    cut(address, 2)
    go_on(address, 2)
    written(address, ("p-kari", "p-ola"))
    for table in ENDS:
        rows(address, f"DELETE FROM {table} WHERE {ENDS[table].format(size=6)}")
    assert "the log is cut off: what was seen of it from here has 7 entries" in [each.what for each in report(address).findings]
    written(unseen(address), ("p-kari",))
    assert [each.what for each in report(unseen(address)).findings] == ["the request before it lacks a subject's entry"]
    go_on(address, 8)
    assert [each.what for each in report(address).findings] == ["the request before it lacks a subject's entry"]


def test_what_is_let_go_on_explains_only_what_was_cut_off_there(address: Address) -> None:
    written(address, ("p-kari", "p-ola"), ("p-kari", "p-ola"))
    cut(address, 5)
    go_on(address, 5)
    rows(address, "UPDATE log_entry SET said = replace(said, '\"size\":6', '\"size\":5') WHERE kind = 'resumed'")
    assert "the request before it lacks a subject's entry" in [each.what for each in report(address).findings]


@pytest.mark.parametrize("table", ["log_payload", "log_use", "log_refused"])
def test_what_is_missing_elsewhere_is_found_after_the_log_goes_on(address: Address, table: str) -> None:
    refused(address, 1, 1)
    cut(address, 3)
    go_on(address, 3)
    refused(address, 1)
    assert report(address).findings == ()
    ((last,),) = rows(address, f"SELECT max(position) FROM {table}")
    rows(address, f"DELETE FROM {table} WHERE position = {last}")
    assert report(address).findings != ()


# --- the file that remembers ---

ROOT = bytes(32)


def test_what_is_remembered_is_there_for_the_next_process(tmp_path: Path) -> None:
    for size in (3, 5, 4):
        Memory(tmp_path / "seen").note(size, ROOT)
    assert Memory(tmp_path / "seen").newest() == Mark(size=5, root=ROOT)


def test_a_mark_that_was_not_written_to_its_end_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "seen"
    for size in (3, 5):
        Memory(file).note(size, ROOT)
    whole = file.read_bytes()
    for end in range(512, 1023, 7):
        file.write_bytes(whole[:end] + bytes(1024 - end))
        found = Memory(file).newest()
        assert found
        assert found.size in (3, 5)
    for nothing in (b"", bytes(1024), bytes(512)):
        file.write_bytes(nothing)
        assert Memory(file).newest() is None
        Memory(file).note(7, ROOT)
        assert Memory(file).newest() == Mark(size=7, root=ROOT)


def test_a_process_remembers_where_the_file_is_removed(address: Address) -> None:
    assert address.seen
    with connected(address) as store:
        appender = Appender(store)
        appender.append([technical(RESUME), technical(RESUME)])
        address.seen.unlink()
        cut(address, 1)
        for _ in range(2):
            with pytest.raises(LogCut):
                appender.append([technical(RESUME)])


def test_a_data_folder_that_remembers_nothing_lets_nothing_be_answered(address: Address, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LogUnavailable, match="in the data folder"):
        written(replace(address, seen=tmp_path / "file" / "audit.seen"), ("p-kari",))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("postgresql://service@db/innsyn?passfile=/a", "postgresql://owner:secret@db/innsyn", True),
        ("postgresql://service@db/innsyn", "postgresql://service@db/other", False),
        ("postgresql://service@db/innsyn", "postgresql://service@db:5433/innsyn", False),
        ("postgresql:///innsyn?host=/a", "postgresql:///innsyn?host=/b", False),
    ],
)
def test_a_store_is_remembered_by_where_it_is_and_not_by_who_comes(one: str, other: str, same: bool) -> None:
    assert (Address.of(one, Path()).seen == Address.of(other, Path()).seen) is same
