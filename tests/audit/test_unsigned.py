"""A log that no checkpoint covers: beyond a limit nothing is answered."""

import time
from pathlib import Path

import pytest

from audit import checkpoint as checkpoints
from audit.entry import Technical
from audit.errors import LogUnsigned
from audit.log import opened
from audit.store import Address
from audit.unsigned import Limit, oldest
from tests.audit.conftest import PATIENT
from tests.audit.kept import OLD, WITNESS, checkpoint, connected, watching
from tests.audit.made import lookup, outcome, rows, written


def ago(minutes: float) -> int:
    return int((time.time() - minutes * 60) * 1000)


async def test_beyond_it_nothing_is_answered_until_there_is_a_checkpoint(address: Address) -> None:
    written(address, ("p-kari",), at=ago(31))
    async with opened(address, limit=Limit(minutes=30), linger=PATIENT) as log:
        for begin in (log.attempt(lookup()), log.conclude(log.intend(lookup()), outcome("p-kari"))):
            with pytest.raises(LogUnsigned):
                await begin
        assert await log.problem() == "LOG_UNSIGNED"
        await log.note(Technical(at=ago(0), event="server.start", actor="innsyn"))
        assert rows(address, "SELECT count(*) FROM log_entry") == [(3,)]
        checkpoint(address)
        assert await log.problem() is None
        await log.conclude(log.intend(lookup()), outcome("p-kari"))


async def test_a_checkpoint_of_what_is_old_lets_what_is_new_be_answered(address: Address) -> None:
    written(address, ("p-kari",), at=ago(60))
    checkpoint(address)
    written(address, ("p-kari",), at=ago(29))
    async with opened(address, limit=Limit(minutes=30)) as log:
        await log.conclude(log.intend(lookup()), outcome("p-kari"))


def test_with_a_witness_only_what_it_cosigned_counts(address: Address, tmp_path: Path) -> None:
    written(address, ("p-kari",), at=5_000)
    checkpoint(address)
    with watching(tmp_path, OLD.key) as watched, connected(address) as store:
        assert oldest(store, WITNESS.key) == 5_000
        checkpoints.witnessed(store, watched.witness)
        assert oldest(store, WITNESS.key) is None
        written(address, ("p-kari",), at=6_000)
        checkpoint(address)
        assert (oldest(store, None), oldest(store, WITNESS.key)) == (None, 6_000)


def test_a_cosignature_that_does_not_hold_is_none(address: Address) -> None:
    written(address, ("p-kari",), at=5_000)
    size = checkpoint(address).size
    with connected(address) as store:
        for line in ("nothing", "— witness.example AAAAAAAA"):
            store.rows("INSERT INTO log_cosignature (size, line) VALUES (?, ?)", (size, line))
            assert oldest(store, WITNESS.key) == 5_000


def test_what_is_well_is_asked_for_again_after_a_while(address: Address) -> None:
    limit = Limit(minutes=30)
    with connected(address) as store:
        assert limit.exceeded(store) is None
        written(address, ("p-kari",), at=5_000)
        assert limit.exceeded(store) is None
        limit.read -= 6
        assert limit.exceeded(store)
