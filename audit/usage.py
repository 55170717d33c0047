"""Could and did: from which seats employees looked, beside the entries that say so, to be compared with who could.

A row stands beside each entry about somebody whom an employee looked up from a seat, and is written with it. It holds nothing that the
entry does not, so that `verify` compares the two, and about whom it was is known by the entry alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from audit.store import Row, Store
from auth.usage import Period, Tally, Used

COLUMNS: Final = "position, actor, day, unit, seat, rules, cased, refused, sought"
_AT_ONCE: Final = 400
"""Subjects whose entries one statement reads."""

_TALLIES: Final = """\
SELECT unit, seat, actor, rules, cased, refused, count(*), max(day) FROM log_use
WHERE unit IN ({units}) AND day >= ? AND day <= ?
GROUP BY unit, seat, actor, rules, cased, refused"""
_BEGUN: Final = "SELECT day FROM log_use ORDER BY position LIMIT 1"
_MET: Final = """\
SELECT DISTINCT used.actor, chain.subject, used.rules
FROM log_chain AS chain JOIN log_entry AS entry ON entry.tag = chain.tag JOIN log_use AS used ON used.position = entry.position
WHERE chain.subject IN ({subjects}) AND used.day >= ? AND used.day <= ?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """From which seat, at which unit or organisation, somebody was looked up; by which rules, and whether a case was stated for it.
    `sought`: a person, for their own sake."""

    actor: str
    day: str
    unit: str
    seat: str
    rules: tuple[str, ...]
    cased: bool
    refused: bool
    sought: bool

    def row(self, position: int) -> Row:
        """It as it is stored beside the entry at a position."""
        return (position, self.actor, self.day, self.unit, self.seat, " ".join(self.rules), self.cased, self.refused, self.sought)

    @classmethod
    def told(cls, parts: Mapping[str, Any]) -> "Use | None":
        """What an entry says of it, if it does."""
        at = parts.get("detail", {}).get("at")
        if at is None:
            return None
        actor = parts["actor"]
        return cls(
            actor=actor["key"],
            day=parts["day"],
            unit=at["unit"],
            seat=at["seat"],
            rules=tuple(each["rule"] for each in parts["ground"]["by"]),
            cased="case" in actor,
            refused=parts["seen"]["result"] == "refused",
            sought=at.get("sought", False),
        )


def used(store: Store, units: Sequence[str], subjects: Sequence[str], period: Period) -> Used:
    """What the log has of look-ups from these units, and of these subjects."""
    with store.reading():
        return Used(
            tallies=tuple(_tallies(store, units, period)),
            met=frozenset(_met(store, subjects, period)),
            since=next((day for (day,) in store.rows(_BEGUN)), None),
        )


def _tallies(store: Store, units: Sequence[str], period: Period) -> Iterator[Tally]:
    if not units:
        return
    statement = _TALLIES.format(units=_marks(units))
    for unit, seat, actor, rules, cased, refused, count, last in store.rows(statement, (*units, period.begins, period.ends)):
        yield Tally(
            unit=unit,
            seat=seat,
            actor=actor,
            rules=frozenset(rules.split()),
            cased=bool(cased),
            refused=bool(refused),
            count=count,
            last=last,
        )


def _met(store: Store, subjects: Sequence[str], period: Period) -> Iterator[tuple[str, str, str]]:
    for start in range(0, len(subjects), _AT_ONCE):
        some = subjects[start : start + _AT_ONCE]
        for actor, subject, rules in store.rows(_MET.format(subjects=_marks(some)), (*some, period.begins, period.ends)):
            yield from ((actor, subject, rule) for rule in rules.split())


def _marks(several: Iterable[object]) -> str:
    return ", ".join("?" for _ in several)
