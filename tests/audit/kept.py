"""A log with something of every kind in it: an attempt, withheld entries, a pruned beginning, a new key, a witness."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit import checkpoint as checkpoints
from audit.append import Appender
from audit.budget import Account
from audit.checkpoint import Witness
from audit.entry import Result, Technical
from audit.note import FileSigner, new_key
from audit.notices import Found, Seen, put, see
from audit.outbox import deliver, waiting
from audit.proof import COSIGNED, Checkpoint, Key
from audit.prune import pruned
from audit.record import concluded, intent
from audit.resume import resumed
from audit.store import Address, Store, opened
from audit.verify import Outside, Report, seen, verified
from audit.withheld import released
from audit.witness import Keeper, begin, server
from auth.decide import BUDGET_SPENT
from auth.notice import Kind as NoticeKind
from tests.audit.made import disclosed, lookup, outcome, written

NAME = "innsyn.example/log"
OLD = FileSigner.of(new_key(), NAME)
NEW = FileSigner.of(new_key(), NAME)
WITNESS = FileSigner.of(new_key(), "witness.example", kind=COSIGNED)
KEYS = [OLD.key]
LONG_AGO = 1_000_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A witness that runs, and what it keeps."""

    witness: Witness
    state: Path


@contextmanager
def watching(folder: Path, *keys: Key) -> Iterator[Watched]:
    """A witness on loopback that knows a log by its keys."""
    state = folder / "witness.json"
    begin(state)
    keeper = Keeper(signer=WITNESS, logs={NAME: keys}, state=state)
    with serving(keeper) as witness:
        yield Watched(witness=witness, state=state)


@contextmanager
def serving(keeper: Keeper) -> Iterator[Witness]:
    """A witness on loopback that answers so."""
    with server(keeper, "127.0.0.1", 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Witness(url=f"http://127.0.0.1:{running.server_port}", key=WITNESS.key)
        finally:
            running.shutdown()
            thread.join()


@contextmanager
def connected(address: Address) -> Iterator[Store]:
    store = opened(address)
    try:
        yield store
    finally:
        store.close()


def checkpoint(address: Address, signer: FileSigner = OLD) -> Checkpoint:
    """Make a checkpoint."""
    with connected(address) as store:
        return Checkpoint.read(checkpoints.made(store, signer, 2_000).text)


def report(address: Address, *, since: Checkpoint | None = None, witnesses: bool = False) -> Report:
    """What the verifier says, who knows what was seen from here."""
    outside = [Outside(size=since.size, root=since.root, what="a checkpoint that was kept outside it")] if since else []
    with connected(address) as store:
        return verified(store, KEYS, outside=[*outside, *seen(store)], witnesses=[WITNESS.key] if witnesses else [])


def refused(address: Address, *counts: int, most: int = 2, **said: Any) -> None:
    """Append requests of one employee that refused so many each."""
    with connected(address) as store:
        appender = Appender(store)
        for count in counts:
            asked = lookup(**said)
            account = Account.of(asked)
            with appender.transaction():
                appender.read_totals([account])
                beyond = appender.charge(account, count, most, appender.frontier.size) > most
                told = outcome("p-refused", charged=count, **({"result": Result.REFUSED, "code": BUDGET_SPENT} if beyond else {}))
                appender.add(list(concluded(asked, told, asked.request, None)))


def let_go_on(store: Store, at: int) -> None:
    """Say that it was found cut off, and let it go on."""
    if store.memory:
        ((size,),) = store.rows("SELECT count(*) FROM log_entry")
        store.memory.stop()
        resumed(store, Technical(at=at, event="audit.resume", actor="cli:kari"), entries=size)


def filled(address: Address, folder: Path) -> None:
    """Write something of every kind."""
    written(address, ("p-kari",), ("p-gone", "p-kari"), at=LONG_AGO)
    with watching(folder, OLD.key, NEW.key) as watched, connected(address) as store:
        pruned(store, OLD, LONG_AGO + 1, 2_000)
        checkpoints.witnessed(store, watched.witness)
        written(address, ("p-kari", "p-ola"), ())
        appender = Appender(store)
        ended = lookup()
        (begun,) = appender.append([intent(ended, "ended")])
        appender.append([intent(lookup(), "attempted")])
        told = outcome(
            disclosed=(
                disclosed("p-kari", withheld="r-lasts"),
                disclosed("p-ola", told=True),
                disclosed("p-kari", withheld="r-ended", told=True),
            )
        )
        appender.append(list(concluded(ended, told, "ended", begun)))
        released(store, {"r-ended"}, 2_500)
        deliver(store, waiting(store)[0].position, 2_600)
        put(store, [Found(person="p-ola", kind=NoticeKind.NEW_UNIT, id="notice-1", about="unit:0219")], 2_700)
        see(store, Seen(upto=9, mandates=1, begun=1), 2_800)
        refused(address, 2, 1)
        let_go_on(store, 2_900)
        checkpoints.rotated(store, OLD, NEW.key, 3_000)
        written(address, ("p-ola",))
        checkpoints.made(store, NEW, 4_000)
        checkpoints.witnessed(store, watched.witness)
    written(address, ("p-kari",), ("p-ola", "p-kari"))
    refused(address, 1)
