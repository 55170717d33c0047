"""Withheld entries (A22): chained apart, they tell nothing before their restriction ends; then they join, and none can be missing."""

import copy
import json
import multiprocessing
from contextlib import suppress
from typing import Any

import pytest

from audit.append import Appender
from audit.proof import ProofWrong, proven
from audit.prune import pruned
from audit.receipt import receipt
from audit.record import concluded, joined
from audit.store import Address, opened
from audit.withheld import released, shown, waiting
from tests.audit.kept import LONG_AGO, OLD, checkpoint, connected, report
from tests.audit.made import disclosed, lookup, outcome, written


def looked(address: Address, subject: str, withheld: str | None = None, **said: Any) -> None:
    """Someone looks at a person, and a restriction withholds it."""
    with connected(address) as store:
        told = outcome(disclosed=(disclosed(subject, withheld=withheld),))
        Appender(store).append(list(concluded(lookup(**said), told, "ticket", None)))


def release(address: Address, *ended: str) -> int:
    with connected(address) as store:
        return released(store, ended, LONG_AGO + 2)


def made(address: Address, subject: str = "p-kari") -> Any:
    checkpoint(address)
    with connected(address) as store:
        return json.loads(json.dumps(receipt(store, subject)))


def chains(address: Address, subject: str = "p-kari") -> list[str]:
    """The chain of each entry that the receipt shows."""
    return [each["subject"]["chain"] for each in proven(made(address, subject), OLD.key).entries]


def test_what_a_restriction_withholds_joins_in_its_order_when_that_has_ended(address: Address) -> None:
    """A22."""
    for withheld in (None, "r-1", "r-2", None, "r-1"):
        looked(address, "p-kari", withheld)
    assert chains(address) == ["open"] * 2
    assert (release(address, "r-1"), chains(address)) == (1, ["open", "withheld:r-1", "open", "withheld:r-1"])
    assert (release(address, "r-1", "r-2"), len(chains(address))) == (1, 5)
    assert (release(address, "r-1", "r-2"), report(address).findings) == (0, ())


def test_what_is_written_after_its_chain_joined_joins_next(address: Address) -> None:
    """As where a server asked the graph just before the restriction ended."""
    looked(address, "p-kari", "r-1")
    release(address, "r-1")
    looked(address, "p-kari", "r-1")
    assert chains(address) == ["withheld:r-1"]
    assert (release(address, "r-1"), chains(address)) == (1, ["withheld:r-1"] * 2)
    assert report(address).findings == ()


def test_a_receipt_tells_nothing_of_what_is_withheld(address: Address) -> None:
    """A17: it is made of the same, but for what is made by chance and where in the log it stands."""
    looked(address, "p-kari")
    looked(address, "p-ola")
    before = made(address)
    looked(address, "p-kari", "r-1")
    looked(address, "p-ola")
    after = made(address)
    assert (len(after["entries"]), after["joined"], after["chain"]["number"]) == (1, [], before["chain"]["number"])
    assert json.loads(after["entries"][0]["content"]) == json.loads(before["entries"][0]["content"])
    assert "r-1" not in json.dumps(after)
    assert made(address, "p-nobody") is None


def test_a_person_of_whom_all_is_withheld_has_no_receipt_until_it_ends(address: Address) -> None:
    looked(address, "p-kari", "r-1")
    assert made(address) is None
    release(address, "r-1")
    assert chains(address) == ["withheld:r-1"]
    assert report(address).findings == ()


def test_a_receipt_made_before_holds_after(address: Address) -> None:
    looked(address, "p-kari")
    looked(address, "p-kari", "r-1")
    before = made(address)
    release(address, "r-1")
    assert len(proven(before, OLD.key).entries) == 1
    del before["joined"]
    assert len(proven(before, OLD.key).entries) == 1


def test_no_entry_of_a_chain_that_joined_can_be_left_out_of_a_receipt(address: Address) -> None:
    for withheld in (None, "r-1", "r-1", "r-2"):
        looked(address, "p-kari", withheld)
    release(address, "r-1", "r-2")
    whole = made(address)
    assert [len(each["entries"]) for each in whole["joined"]] == [2, 1]
    for chain, number in ((0, 0), (0, 1), (1, 0)):
        broken(whole, lambda changed, chain=chain, number=number: changed["joined"][chain]["entries"].pop(number))
    broken(whole, lambda changed: changed["joined"].pop(0))
    broken(whole, lambda changed: changed["joined"].reverse())
    broken(whole, lambda changed: changed.pop("joined"))
    broken(whole, lambda changed: changed["joined"].append(changed["joined"][0]))


def broken(whole: Any, change: Any) -> None:
    changed = copy.deepcopy(whole)
    change(changed)
    with pytest.raises(ProofWrong):
        proven(changed, OLD.key)


def test_two_processes_that_release_at_once_join_a_chain_once(address: Address) -> None:
    for number in range(20):
        looked(address, f"p-{number}", "r-1")
    context = multiprocessing.get_context("fork")
    with context.Pool(2) as pool:
        assert sum(pool.starmap(release, [(address, "r-1")] * 4)) == 20
    assert report(address).findings == ()


def test_a_release_that_is_cut_off_has_joined_nothing(address: Address) -> None:
    looked(address, "p-kari", "r-1")
    store = opened(address)
    appender = Appender(store)
    with suppress(KeyboardInterrupt), appender.transaction():
        (one,) = waiting(store)
        appender.add([joined(one.subject, "Person", one.chain, tag=one.tag, number=one.number, head=one.head, at=3_000)])
        raise KeyboardInterrupt
    store.close()
    assert (release(address, "r-1"), report(address).findings) == (1, ())


def test_the_chains_that_show_are_the_open_one_and_those_that_joined(address: Address) -> None:
    for withheld in (None, "r-1", "r-2"):
        looked(address, "p-kari", withheld)
    release(address, "r-1")
    with connected(address) as store:
        assert sorted(shown(store, "p-kari").values(), key=str) == [1, None]
        assert shown(store, "p-nobody") == {}


def test_what_is_withheld_is_not_erased_before_it_has_joined(address: Address) -> None:
    written(address, ("p-ola",), at=LONG_AGO)
    looked(address, "p-kari", "r-1", at=LONG_AGO)
    with connected(address) as store:
        assert pruned(store, OLD, LONG_AGO + 1, 2_000) == 2
    release(address, "r-1")
    assert chains(address) == ["withheld:r-1"]
    with connected(address) as store:
        assert pruned(store, OLD, LONG_AGO + 1, 4_000) == 2
    assert report(address).findings == ()
    (erased,) = proven(made(address), OLD.key).entries
    assert erased == {}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"number": 2}, "it joins what is not the end of a chain"),
        ({"head": b"\0" * 32}, "it joins what is not the end of a chain"),
        ({"subject": "p-ola"}, "it joins a chain of another"),
        ({"chain": "withheld:r-2"}, "it joins a chain of another"),
    ],
)
def test_a_joining_that_is_not_of_the_whole_chain_of_its_subject_is_told(address: Address, changed: dict[str, Any], found: str) -> None:
    for subject, withheld in (("p-kari", "r-1"), ("p-kari", "r-2"), ("p-ola", "r-1")):
        looked(address, subject, withheld)
    with connected(address) as store:
        one = next(each for each in waiting(store) if (each.subject, each.restriction) == ("p-kari", "r-1"))
        said: dict[str, Any] = {"subject": one.subject, "chain": one.chain, "tag": one.tag, "number": 1, "head": one.head} | changed
        Appender(store).append([joined(label="Person", at=3_000, **said)])
    assert found in [each.what for each in report(address).findings]


def test_a_chain_that_joins_twice_is_told(address: Address) -> None:
    looked(address, "p-kari", "r-1")
    with connected(address) as store:
        (one,) = waiting(store)
        twice = joined(one.subject, "Person", one.chain, tag=one.tag, number=one.number, head=one.head, at=3_000)
        Appender(store).append([twice, twice])
    assert [each.what for each in report(address).findings] == ["it joins what is not the end of a chain"]
