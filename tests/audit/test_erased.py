"""Telling afterwards that payloads were erased: only where nothing is left of them, and never without that it shows."""

import json
from typing import Any

import pytest

from audit.append import Appender
from audit.entry import Technical
from audit.erased import Told, told_afterwards
from audit.errors import ErasureWrong, LogCut
from audit.note import FileSigner, new_key
from audit.proof import ProofWrong, lines, proven
from audit.prune import pruned
from audit.receipt import receipt
from audit.record import concluded
from audit.resume import resumed
from audit.store import Address
from audit.verify import Erasure
from audit.withheld import released, waiting
from tests.audit.cutting import cut
from tests.audit.kept import KEYS, LONG_AGO, NAME, OLD, connected, report
from tests.audit.made import disclosed, lookup, outcome, rows, written

TELL = Technical(at=LONG_AGO + 10, event="audit.resume", actor="cli:kari")
MISSING = ["what it says is missing"] * 4


def tell(address: Address, below: int, signer: FileSigner = OLD, *, remove: bool = False) -> Told:
    with connected(address) as store:
        return told_afterwards(store, signer, TELL, below=below, keys=KEYS, remove=remove)


def go_on(address: Address, size: int) -> None:
    with connected(address) as store:
        resumed(store, TELL, entries=size)


def prune(address: Address, before: int = LONG_AGO + 1) -> None:
    with connected(address) as store:
        pruned(store, OLD, before, 2_000)


@pytest.fixture
def untold(address: Address) -> Address:
    """A log of which four entries were erased, and whose end was cut off, with the entry that told it."""
    written(address, ("p-kari",), ("p-gone",), at=LONG_AGO)
    written(address, ("p-kari",), at=LONG_AGO + 2)
    prune(address)
    cut(address, 6, ("log_entry", "log_payload", "log_checkpoint", "log_use"))
    go_on(address, 6)
    return address


def test_an_erasing_whose_entry_was_cut_off_is_told_afterwards_and_for_ever(untold: Address) -> None:
    assert [each.what for each in report(untold).findings] == MISSING
    assert tell(untold, 4) == Told(first=0, below=4, count=4)
    written(untold, ("p-kari",))
    found = report(untold)
    assert (found.findings, found.erased) == ((), 4)
    assert found.erasures == (Erasure(at=8, told=LONG_AGO + 10, first=0, below=4, count=4, by="cli:kari"),)
    prune(untold, LONG_AGO + 3)
    found = report(untold)
    assert (found.findings, found.erased, [each.count for each in found.erasures]) == ((), 6, [4])


@pytest.mark.parametrize(
    ("below", "why"),
    [
        (5, r"entry 4 still says what it said, so not all below 5 was erased; say 4 at most"),
        (99, r"the log has 8 entries, so nothing below 99 can have been erased; say 8 at most"),
        (3, r"1 faults that this does not explain, the first at entry 3: what it says is missing"),
    ],
)
def test_what_was_not_erased_is_not_told_to_be(untold: Address, below: int, why: str) -> None:
    with pytest.raises(ErasureWrong, match=why):
        tell(untold, below)
    assert [each.what for each in report(untold).findings] == MISSING


def test_where_nothing_was_erased_there_is_nothing_to_tell(address: Address) -> None:
    written(address, ("p-kari",))
    with pytest.raises(ErasureWrong, match="no beginning of the log was erased; there is nothing to tell afterwards"):
        tell(address, 1)


def test_what_is_told_already_is_not_told_again(untold: Address) -> None:
    tell(untold, 4)
    with pytest.raises(ErasureWrong, match="the log tells already"):
        tell(untold, 4)
    assert len(report(untold).erasures) == 1


def test_another_fault_is_not_explained_by_it(untold: Address) -> None:
    rows(untold, "UPDATE log_entry SET kind = 'technical' WHERE position = 1")
    with pytest.raises(ErasureWrong, match="faults that this does not explain, the first at entry 1"):
        tell(untold, 4)


def test_a_log_that_is_cut_off_is_let_go_on_first(untold: Address) -> None:
    cut_off = "DELETE FROM {} WHERE position >= 7"
    for table in ("log_entry", "log_payload"):
        rows(untold, cut_off.format(table))
    with pytest.raises(LogCut, match="--entries 7"):
        tell(untold, 4)


def test_another_key_tells_nothing(untold: Address) -> None:
    tell(untold, 4, FileSigner.of(new_key(), NAME))
    assert "what it erases is not signed by the log's key" in [each.what for each in report(untold).findings]


def test_payloads_that_somebody_deleted_show_for_ever_and_in_their_midst_cannot_be_told(address: Address) -> None:
    written(address, ("p-kari",), ("p-ola",), ("p-kari",), at=LONG_AGO)
    for table in ("log_payload", "log_use"):
        rows(address, f"DELETE FROM {table} WHERE position IN (2, 3)")
    with pytest.raises(ErasureWrong, match="entry 0 still says"):
        tell(address, 4)
    for table in ("log_payload", "log_use"):
        rows(address, f"DELETE FROM {table} WHERE position < 2")
    rows(address, "DELETE FROM log_chain WHERE subject = 'p-ola'")
    tell(address, 4)
    assert [(each.first, each.below, each.count) for each in report(address).erasures] == [(0, 4, 4)]


def test_that_it_was_told_afterwards_is_not_taken_out_of_what_is_said(untold: Address) -> None:
    tell(untold, 4)
    ((said,),) = rows(untold, "SELECT said FROM log_entry WHERE kind = 'pruned'")
    told = json.loads(said)
    del told["from"]
    with connected(untold) as store:
        changed = json.dumps(told, sort_keys=True, separators=(",", ":"))
        store.rows("UPDATE log_entry SET said = ? WHERE kind = 'pruned'", (changed,))
    assert "what it erases is not signed by the log's key" in [each.what for each in report(untold).findings]


def test_it_goes_on_from_what_had_been_erased_and_told(address: Address) -> None:
    written(address, ("p-kari",), at=LONG_AGO)
    written(address, ("p-kari",), at=LONG_AGO + 2)
    written(address, ("p-kari",), at=LONG_AGO + 4)
    prune(address)
    prune(address, LONG_AGO + 3)
    ((last,),) = rows(address, "SELECT max(position) FROM log_entry WHERE kind = 'pruned'")
    cut(address, last, ("log_entry", "log_payload", "log_checkpoint", "log_use"))
    go_on(address, last)
    assert tell(address, 4) == Told(first=2, below=4, count=2)
    assert report(address).findings == ()


# --- what is left beside it ---


@pytest.fixture
def beside(address: Address) -> Address:
    """A log of which somebody deleted what the first four entries said, and nothing beside."""
    written(address, ("p-kari",), ("p-gone",), at=LONG_AGO)
    written(address, ("p-kari",), at=LONG_AGO + 2)
    rows(address, "DELETE FROM log_payload WHERE position < 4")
    return address


def test_what_is_left_beside_is_told_and_stays_until_the_operator_says_so(beside: Address) -> None:
    with pytest.raises(ErasureWrong, match=r"2 of `log_use`, 1 of `log_chain`\..* say `--remove` too"):
        tell(beside, 4)
    assert rows(beside, "SELECT count(*) FROM log_use") == [(3,)]
    assert len(report(beside).findings) == 7
    assert tell(beside, 4, remove=True) == Told(first=0, below=4, count=4, removed={"log_use": 2, "log_chain": 1})
    assert rows(beside, "SELECT subject FROM log_chain") == [("p-kari",)]
    written(beside, ("p-kari",), ("p-gone",))
    found = report(beside)
    assert (found.findings, [each.removed for each in found.erasures]) == ((), [{"log_use": 2, "log_chain": 1}])
    assert proven(made(beside), OLD.key).losses == 1


def test_where_nothing_is_left_nothing_is_removed(untold: Address) -> None:
    assert tell(untold, 4, remove=True).removed == {}


def test_another_fault_removes_nothing(beside: Address) -> None:
    rows(beside, "INSERT INTO log_chain (tag, subject, sort) SELECT hash, 'p-nobody', 'open' FROM log_entry WHERE position = 0")
    with pytest.raises(ErasureWrong, match="1 faults that this does not explain"):
        tell(beside, 4, remove=True)
    assert rows(beside, "SELECT count(*) FROM log_use") == [(3,)]


def test_what_is_wrong_beside_what_still_says_something_is_not_removed(beside: Address) -> None:
    rows(beside, "DELETE FROM log_use WHERE position = 5")
    with pytest.raises(ErasureWrong, match="the first at entry 5: from which seat it was is not what was written"):
        tell(beside, 4, remove=True)


@pytest.mark.parametrize("remove", [False, True])
def test_what_waits_for_its_restriction_to_end_is_not_told_to_be_erased_and_joins_then(address: Address, *, remove: bool) -> None:
    """A22: what names its chain is all that is left to find it by, and stays."""
    with connected(address) as store:
        told = outcome(disclosed=(disclosed("p-kari", withheld="r-1"),))
        Appender(store).append(list(concluded(lookup(at=LONG_AGO), told, "ticket", None)))
    written(address, ("p-kari",), at=LONG_AGO + 2)
    for table in ("log_payload", "log_use"):
        rows(address, f"DELETE FROM {table} WHERE position < 2")
    with pytest.raises(ErasureWrong, match=r"1 of the entries below 2 wait for a restriction to end.*run `innsyn audit release`"):
        tell(address, 2, remove=remove)
    with connected(address) as store:
        assert [(each.subject, each.restriction) for each in waiting(store)] == [("p-kari", "r-1")]
        assert released(store, {"r-1"}, LONG_AGO + 5) == 1
    tell(address, 2, remove=True)
    found = proven(made(address), OLD.key)
    assert ([bool(each) for each in found.entries], found.released, found.lost) == ([False, True], 1, 1)
    assert report(address).findings == ()


# --- what a receipt says of it ---


def made(address: Address) -> Any:
    with connected(address) as store:
        return json.loads(json.dumps(receipt(store, "p-kari")))


def test_a_receipt_tells_which_entries_were_erased_without_that_it_was_told(untold: Address) -> None:
    tell(untold, 4)
    told = lines(proven(made(untold), OLD.key))
    assert "of these 1 were erased, and by whom and when was not written then; that was told afterwards" in told
    assert not any("at the end of their time" in line for line in told)
    written(untold, ("p-kari",))
    prune(untold, LONG_AGO + 3)
    assert proven(made(untold), OLD.key).lost == 1


def test_a_receipt_that_keeps_it_quiet_does_not_hold(untold: Address) -> None:
    tell(untold, 4)
    whole = made(untold)
    with pytest.raises(ProofWrong):
        proven(whole | {"pruned": None, "toldAfterwards": []}, OLD.key)
    content = json.loads(whole["pruned"]["content"])
    said = json.loads(content["said"])
    del said["from"]
    content["said"] = json.dumps(said, sort_keys=True, separators=(",", ":"))
    whole["pruned"]["content"] = json.dumps(content, sort_keys=True, separators=(",", ":"))
    with pytest.raises(ProofWrong):
        proven(whole, OLD.key)
