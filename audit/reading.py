"""That the log is read is a look-up of those of whom it tells: one entry for each of them, durable before anything of it leaves.

What only says that the log was read (by `tail` and `export`) makes no more of them, or each export would be what the next is about. Where
all that is read about somebody is withheld from them (A22), that it was read is withheld with it; and an attempt, of which nobody knows
whether it is, stands in nobody's chain: whom it asked for stands with the reading, as it did with the attempt.
"""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from audit.append import Appender
from audit.entry import Channel, Disclosed, Lookup, Manner, Operation, Outcome, Result, id_or_none, key_or_unreadable
from audit.export import Entry
from audit.record import OPEN, concluded, restriction
from audit.store import Store
from audit.withheld import waiting
from auth.category import Category
from auth.oslo import day_of
from auth.viewer import ViewerKind

TAIL: Final = "audit.tail"
EXPORT: Final = "audit.export"
RECEIPT: Final = "audit.receipt"
NOBODY: Final = "?"
"""Stands in the log for whom it does not know."""
_AT_ONCE: Final = 500
"""Entries that share one commit: servers that write wait no longer than for that."""
_PERSON: Final = "Person"
_FIELD: Final = "Query.visits"
"""By which field the API tells what the log has of somebody."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """One reading of the log, at the command line. It is said of each of whom it tells once a day, however long it goes on."""

    store: Store
    lookup: Callable[[], Lookup]
    rules: str
    day: str = ""
    said: set[tuple[str, str]] = field(default_factory=set)

    def tells(self, entries: Iterable[Entry]) -> None:
        """Say of whom these entries tell; when it returns, they may leave."""
        abouts, asked = _whom(self.store, (each for each in entries if not _of_reading(each)))
        self._say(abouts, asked)

    def receipt(self, subject: str) -> None:
        """Say that a receipt of somebody is made, or that there is none."""
        known = self.store.rows("SELECT 1 FROM log_chain WHERE subject = ? AND sort = ?", (subject, OPEN))
        about = _disclosed(subject, _PERSON, OPEN) if known else _disclosed(NOBODY, "Unknown", OPEN)
        self._say([about], [each for each in (id_or_none(subject),) if each])

    def _say(self, abouts: Iterable[Disclosed], asked: Iterable[str]) -> None:
        lookup, first = self.lookup(), not self.day
        if (day := day_of(lookup.at)) != self.day:
            self.day = day
            self.said.clear()
        new = [each for each in abouts if self._once(each.subject, each.withheld or OPEN)]
        named = [each for each in asked if self._once(each, "")]
        appender = Appender(self.store)
        for start in range(0, max(len(new), len(named), int(first)), _AT_ONCE):
            asking = replace(lookup, asked=tuple(named[start : start + _AT_ONCE]))
            outcome = Outcome(result=Result.ALLOWED, rules=self.rules, disclosed=tuple(new[start : start + _AT_ONCE]))
            appender.append(list(concluded(asking, outcome, secrets.token_hex(8), None)))

    def _once(self, subject: str, chain: str) -> bool:
        before = len(self.said)
        self.said.add((subject, chain))
        return len(self.said) > before


def reading(store: Store, by: str, operator: str, rules: str) -> Reading:
    """A reading by a command, that an operator types."""
    request = secrets.token_hex(16)

    def lookup() -> Lookup:
        return Lookup(
            request=request,
            at=time.time_ns() // 1_000_000,
            kind=ViewerKind.EMPLOYEE,
            key=key_or_unreadable(f"operator:{operator}"),
            operation=Operation(roots=(by,)),
            channel=Channel.CLI,
            manner=Manner.HUMAN if by == RECEIPT else Manner.BULK,
        )

    return Reading(store=store, lookup=lookup, rules=rules)


def _of_reading(entry: Entry) -> bool:
    parts = entry.parts
    roots = (parts.get("asked") or parts.get("detail") or {}).get("roots", ())
    return set(roots) in ({TAIL}, {EXPORT})


def _whom(store: Store, entries: Iterable[Entry]) -> tuple[list[Disclosed], list[str]]:
    """Of whom entries tell, and whom those ask for that tell of nobody."""
    chains: dict[str, set[str]] = {}
    labels: dict[str, str] = {}
    asked: dict[str, None] = {}
    for parts in (each.parts for each in entries):
        if about := parts.get("subject"):
            chains.setdefault(about["id"], set()).add(about["chain"])
            labels[about["id"]] = about["label"]
        elif "asked" in parts:
            asked |= dict.fromkeys(parts["asked"].get("subjects", ()))
    chains.pop(NOBODY, None)
    kept = {(each.subject, each.chain) for each in waiting(store)}
    abouts = [
        _disclosed(subject, labels[subject], chain)
        for subject, found in chains.items()
        for chain in sorted(found if all((subject, each) in kept for each in found) else {OPEN})
    ]
    return abouts, [each for each in asked if each not in chains]


def _disclosed(subject: str, label: str, chain: str) -> Disclosed:
    return Disclosed(
        subject=subject,
        label=label,
        categories=(Category.TRACE,),
        given=(_FIELD,),
        withheld=None if chain == OPEN else restriction(chain),
    )
