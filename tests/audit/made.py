"""Look-ups and outcomes for tests, which say only what matters to them."""

import itertools
import time
from contextlib import closing
from typing import Any

from audit.append import Appender
from audit.entry import Channel, Disclosed, Ground, Held, Lookup, Manner, Operation, Outcome, Result
from audit.record import concluded
from audit.store import Address, Row, opened
from auth.viewer import ViewerKind

_NUMBERS = itertools.count(1)
SEAT = Held(position="pos-1", role="COUNSELLOR", unit="unit:0219")
OPERATION = Operation(roots=("person",), name="person360", document="ab" * 32)


def lookup(**said: Any) -> Lookup:
    """An employee's look-up, as the API would write it."""
    usual: dict[str, Any] = {
        "request": f"request-{next(_NUMBERS)}",
        "at": time.time_ns() // 1_000_000,
        "kind": ViewerKind.EMPLOYEE,
        "key": "Z990001",
        "operation": OPERATION,
        "channel": Channel.API,
        "manner": Manner.HUMAN,
        "purpose": "FOLLOW_UP",
    }
    return Lookup(**(usual | said))


def disclosed(subject: str, **said: Any) -> Disclosed:
    """A person of whom the name was given, by the local office."""
    usual: dict[str, Any] = {
        "label": "Person",
        "categories": ("CARD",),
        "given": ("Person.name",),
        "grounds": (Ground(rule="employee.local-office", path=("HOLDS", "AT", "SERVES", "BELONGS_TO")),),
        "held": (SEAT,),
        "at": SEAT,
    }
    return Disclosed(subject=subject, **(usual | said))


def outcome(*subjects: str, **said: Any) -> Outcome:
    """An answer about some persons."""
    return Outcome(**({"result": Result.ALLOWED, "rules": "1", "disclosed": tuple(map(disclosed, subjects))} | said))


def written(address: Address, *requests: tuple[str, ...], **said: Any) -> None:
    """Append an answered request about each group of subjects."""
    with closing(opened(address)) as store:
        appender = Appender(store)
        for subjects in requests:
            appender.append(list(concluded(lookup(**said), outcome(*subjects), f"ticket-{next(_NUMBERS)}", None)))


def append(address: Address, *about: Disclosed, **said: Any) -> None:
    """Append one answered request that disclosed this."""
    store = opened(address)
    Appender(store).append(list(concluded(lookup(**said), outcome(disclosed=about), f"ticket-{next(_NUMBERS)}", None)))
    store.close()


def rows(address: Address, statement: str) -> list[Row]:
    """What the store holds."""
    store = opened(address)
    try:
        return store.rows(statement)
    finally:
        store.close()
