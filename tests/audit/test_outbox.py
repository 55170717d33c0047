"""The outbox: to whom something is to be told outside the log-in, on both stores."""

import json

import pytest

from audit.entry import Disclosed
from audit.errors import LogUnavailable
from audit.log import Log
from audit.outbox import Waiting, deliver, delivered, waiting
from audit.store import Address
from audit.withheld import released
from auth.notice import id_of_override
from tests.audit.kept import connected, report
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
    assert told(address) == [(3, "p-kari")]
    append(address, taken("p-kari", withheld="r-1"))
    with connected(address) as store:
        released(store, {"r-1"}, 3)
    assert told(address) == [(3, "p-kari"), (6, "p-kari")]


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


def test_what_is_not_written_yet_has_not_been_delivered(address: Address) -> None:
    append(address, taken("p-kari"))
    with connected(address) as store:
        assert deliver(store, 99, 1) == 1
    append(address, taken("p-kari"))
    assert told(address) == [(3, "p-kari")]


def test_none_is_taken_back(address: Address) -> None:
    append(address, taken("p-kari"))
    with connected(address) as store:
        deliver(store, 1, 1)
        for statement in ("DELETE FROM log_notice", "UPDATE log_delivered SET position = 0") if store.dialect == "sqlite" else ():
            with pytest.raises(LogUnavailable):
                store.rows(statement)
