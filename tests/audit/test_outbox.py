"""The outbox: to whom something is to be told outside the log-in, on both stores."""

import json

import pytest

from audit.append import size
from audit.entry import Disclosed
from audit.errors import NotWaiting
from audit.log import Log
from audit.notices import Found, Seen, known, looked_up, put, see, seen
from audit.outbox import Waiting, deliver, delivered, waiting
from audit.proof import proven
from audit.prune import pruned
from audit.receipt import receipt
from audit.store import Address
from audit.withheld import released
from auth.notice import Kind, id_of_override
from tests.audit.kept import LONG_AGO, OLD, checkpoint, connected, report
from tests.audit.made import append, disclosed, lookup, outcome, written


def taken(subject: str, **said: object) -> Disclosed:
    """Access was taken to somebody, who is told of it."""
    return disclosed(subject, given=("Mutation.override",), told=True, **said)


def outbox(address: Address, after: int | None = None) -> list[Waiting]:
    with connected(address) as store:
        return waiting(store, after)


def told(address: Address, after: int | None = None) -> list[tuple[int, str]]:
    return [(each.position, each.person) for each in outbox(address, after)]


async def test_what_a_person_is_told_of_waits_when_it_is_durable(log: Log, address: Address) -> None:
    await log.conclude(await log.attempt(lookup()), outcome(disclosed=(taken("p-kari"), disclosed("p-ola"))))
    assert told(address) == [(2, "p-kari")]
    assert report(address).findings == ()


def test_it_says_to_whom_and_that_they_may_log_in_and_no_more(address: Address) -> None:
    append(address, taken("p-kari"), key="Z990007")
    (one,) = outbox(address)
    assert json.loads(one.line) == {
        "position": 1,
        "id": one.id,
        "person": "p-kari",
        "message": {"nb": "Du har fått en melding. Logg inn for å lese den.", "en": "You have a notice. Log in to read it."},
    }


def test_its_id_is_that_of_the_notice(address: Address) -> None:
    written(address, ("p-kari",))
    append(address, taken("p-kari"))
    with connected(address) as store:
        ((tag,),) = store.rows("SELECT tag FROM log_chain")
    assert [each.id for each in outbox(address)] == [id_of_override(bytes(tag).hex(), 2)]


def test_what_is_withheld_waits_until_its_chain_has_joined(address: Address) -> None:
    """A22. Nothing goes out of what a restriction withholds; when it has ended it does, also to who has read on."""
    append(address, taken("p-kari", withheld="r-1"), taken("p-ola"))
    assert told(address) == [(2, "p-ola")]
    with connected(address) as store:
        deliver(store, 2, 1)
        assert released(store, {"r-1"}, 2) == 1
    assert told(address) == [(4, "p-kari")]
    append(address, taken("p-kari", withheld="r-1"))
    with connected(address) as store:
        released(store, {"r-1"}, 3)
    assert told(address) == [(4, "p-kari"), (7, "p-kari")]


def test_what_was_delivered_does_not_come_again_unless_asked_for(address: Address) -> None:
    for _ in range(3):
        append(address, taken("p-kari"))
    with connected(address) as store:
        assert [deliver(store, position, 1) for position in (3, 3, 1)] == [3, 3, 3]
        assert delivered(store) == 3
    assert [told(address, after) for after in (None, 1, -1)] == [
        [(5, "p-kari")],
        [(3, "p-kari"), (5, "p-kari")],
        [(1, "p-kari"), (3, "p-kari"), (5, "p-kari")],
    ]


@pytest.mark.parametrize("position", [0, 2, 99_999])
def test_what_waits_is_not_passed_over_by_a_number_that_is_no_notice(address: Address, position: int) -> None:
    append(address, taken("p-kari"))
    append(address, disclosed("p-ola"))
    append(address, taken("p-kari"))
    with connected(address) as store, pytest.raises(NotWaiting, match="up to 5"):
        deliver(store, position, 1)
    assert told(address) == [(1, "p-kari"), (5, "p-kari")]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log_entry SET told = NULL WHERE position = 1",
        "UPDATE log_entry SET told = TRUE WHERE position = 3",
        "UPDATE log_entry SET said = replace(said, '1', '3') WHERE kind = 'delivered'",
        "DELETE FROM log_entry WHERE kind = 'delivered'",
        "UPDATE log_entry SET kind = 'delivered', said = '{\"at\":1,\"upto\":0}', payload = NULL WHERE position = 0",
    ],
)
def test_a_notice_that_is_taken_out_put_in_or_said_to_be_delivered_is_found(address: Address, change: str) -> None:
    append(address, taken("p-kari"))
    append(address, disclosed("p-ola"))
    with connected(address) as store:
        deliver(store, 1, 1)
        append(address, disclosed("p-ola"))
        assert report(address).findings == ()
        if store.dialect == "sqlite":
            store.rows("DROP TRIGGER log_entry_kept")
            store.rows("DROP TRIGGER log_entry_fixed")
        store.rows(change)
    assert report(address).findings != ()


def test_what_has_been_erased_is_told_no_more(address: Address) -> None:
    append(address, taken("p-kari"), at=LONG_AGO)
    append(address, taken("p-kari"))
    with connected(address) as store:
        pruned(store, OLD, LONG_AGO + 1, 2_000)
    assert told(address, -1) == [(3, "p-kari")]
    assert report(address).findings == ()


def test_none_is_taken_back(address: Address) -> None:
    append(address, taken("p-kari"))
    with connected(address) as store:
        deliver(store, 1, 1)
        assert delivered(store) == 1
        deliver(store, 0, 2)
        assert delivered(store) == 1


# --- what a command puts there ---


def unit(person: str, about: str = "unit:0219") -> Found:
    return Found(person=person, kind=Kind.NEW_UNIT, id=f"notice-of-{person}", about=about)


def test_what_is_new_is_put_there_once_and_stands_in_the_persons_chain(address: Address) -> None:
    written(address, ("p-kari",))
    with connected(address) as store:
        assert put(store, [unit("p-kari"), unit("p-kari"), unit("p-ola")], 1) == 2
        assert put(store, [unit("p-kari"), unit("p-kari", "unit:0220")], 2) == 1
    assert [(each.person, each.id) for each in outbox(address)] == [(name, f"notice-of-{name}") for name in ("p-kari", "p-ola", "p-kari")]
    checkpoint(address)
    assert report(address).findings == ()
    with connected(address) as store:
        found = proven(receipt(store, "p-kari"), OLD.key)
    assert [each["seen"]["result"] for each in found.entries] == ["allowed"]


def test_what_showed_when_the_log_had_so_many_entries_is_known(address: Address) -> None:
    append(address, disclosed("p-kari"), disclosed("p-kari", withheld="r-1"))
    append(address, disclosed("p-kari"))
    with connected(address) as store:
        released(store, {"r-1"}, 2)
        put(store, [unit("p-kari")], 3)
        assert [sorted(known(store, "p-kari", size(store) if upto is None else upto).sizes.values()) for upto in (0, 2, 5, None)] == [
            [0],
            [1],
            [2],
            [1, 4],
        ]
        assert known(store, "p-kari", 0).told == {unit("p-kari").thing}
        assert known(store, "p-nobody", 9).sizes == {}


def test_how_far_has_been_looked_only_rises(address: Address) -> None:
    append(address, disclosed("p-kari"), disclosed("p-ola", withheld="r-1"))
    append(address, disclosed("p-nora"))
    with connected(address) as store:
        assert seen(store) is None
        for upto in (2, 5, 3):
            see(store, Seen(upto=upto, mandates=upto, begun=1), 1)
        assert seen(store) == Seen(upto=5, mandates=5, begun=1)
        assert [looked_up(store, *each) for each in ((0, 3), (3, 5), (2, 3))] == [["p-kari"], ["p-nora"], []]
