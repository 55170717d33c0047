"""Whom employees looked up for their own sake and without a case, day by day: what patterns are looked for among (A24).

It is read from the rows that stand beside the entries, a part at a time, and whatever is read has a bound.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from audit.budget import LAST, Account, Span
from audit.store import Row, Store

ROWS: Final = 20_000
"""Look-ups that one part is chosen from, or more where one employee's day has more."""
SUBJECTS: Final = 1_500
"""Persons that one part holds, or more where one employee's day has more."""
OF_ONE: Final = 1_000
"""Persons of one employee's day; what they looked up beyond it is not looked at."""

_SOUGHT: Final = """\
SELECT used.actor, used.day, chain.subject, used.rules, used.refused
FROM log_use AS used JOIN log_entry AS entry ON entry.position = used.position JOIN log_chain AS chain ON chain.tag = entry.tag
WHERE used.sought AND used.day >= ? AND used.day <= ? AND (used.day < ? OR (used.day = ? AND used.actor >= ?))
ORDER BY used.day DESC, used.actor"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A part of the list of employees' days, the newest day first: those on which somebody looked enough persons up, each person with
    whether they were refused; and where it was cut short, the last that was read."""

    found: Mapping[Account, Mapping[str, bool]] = field(default_factory=dict)
    upto: Account | None = None


def days(store: Store, since: Sequence[str] | None, span: Span, least: int, assigned: Collection[str]) -> Days:
    """Days on which an employee looked up `least` or more, from one day and actor on. What a case that was `assigned` opened does not
    count."""
    day, actor = since or LAST
    with store.reading():
        return chosen(store.stream(_SOUGHT, (*span, day, day, actor)), least, assigned)


def chosen(rows: Iterable[Row], least: int, assigned: Collection[str]) -> Days:
    """What is chosen of rows in that order."""
    found: dict[Account, Mapping[str, bool]] = {}
    read = held = 0
    upto: Account | None = None
    for account, those in groupby(rows, key=lambda row: Account(row[0], row[1])):
        if upto is not None and (read >= ROWS or held >= SUBJECTS):
            return Days(found=found, upto=upto)
        upto, of_day = account, list(those)
        read += len(of_day)
        persons = _persons(of_day, frozenset(assigned))
        if len(persons) >= least:
            found[account] = persons
            held += len(persons)
    return Days(found=found)


def _persons(rows: Iterable[Row], assigned: frozenset[str]) -> dict[str, bool]:
    """Each who was looked up, and whether every time was refused."""
    persons: dict[str, bool] = {}
    for subject, refused in _unexplained(rows, assigned):
        if subject in persons or len(persons) < OF_ONE:
            persons[subject] = persons.get(subject, True) and refused
    return persons


def _unexplained(rows: Iterable[Row], assigned: frozenset[str]) -> Iterator[tuple[str, bool]]:
    for _, _, subject, rules, refused in rows:
        if assigned.isdisjoint(rules.split()):
            yield subject, bool(refused)
