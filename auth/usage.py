"""Could and did: who could look from the seats of a unit, and what was looked up from them; for controllers, in counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from auth.groups import grouped
from auth.rule import Rules

DAYS: Final = 90
"""How many days are counted unless told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days in Oslo, the last one included."""

    begins: str
    ends: str

    @classmethod
    def of(cls, begins: str | None, ends: str | None, today: str) -> "Period":
        """That which is asked for: until today, and of so many days, unless told; fewer where the calendar has no more before the last."""
        last = ends or today
        first = date.fromordinal(max(date.fromisoformat(last).toordinal() - DAYS + 1, date.min.toordinal()))
        return cls(begins=begins or first.isoformat(), ends=last)

    @property
    def days(self) -> int:
        """How many."""
        return (date.fromisoformat(self.ends) - date.fromisoformat(self.begins)).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Look-ups that were alike, by one actor from one seat: by which rules, whether a case was stated, whether all was refused; how many,
    and the day of the last."""

    unit: str
    seat: str
    actor: str
    rules: frozenset[str]
    cased: bool
    refused: bool
    count: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What the log has of units and of subjects in a period. `met`: who looked up whom, by which rule; `since`: the first day of which it
    still says from where."""

    tallies: tuple[Tally, ...] = ()
    met: frozenset[tuple[str, str, str]] = frozenset()
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A right of an employee's own, an assigned case or an override: whose, and whom it opens."""

    actor: str
    subjects: tuple[str, ...]

    def used(self, met: frozenset[tuple[str, str, str]], rules: frozenset[str]) -> bool:
        """Whether they looked one of them up by such a rule."""
        return any((self.actor, subject, rule) in met for subject in self.subjects for rule in rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """By which rules employees look."""

    seated: Mapping[str, tuple[str, ...]]
    """Those by which whoever holds a seat can look, by the reach of its role."""
    assigned: frozenset[str]
    """Those by which a case that was given to somebody opens it."""
    taken: frozenset[str]
    """Those by which somebody took access."""

    @classmethod
    def of(cls, rules: Rules) -> "Ways":
        """Those of these rules."""
        found: dict[str, dict[str, None]] = {}
        for grant in rules.grants:
            if "Person" in grant.subject_labels and grouped(grant).staffed and grouped(grant).seated:
                for reach in grouped(grant).reach:
                    found.setdefault(reach, {})[grant.id] = None
        return cls(
            seated={reach: tuple(ids) for reach, ids in found.items()},
            assigned=frozenset(grant.id for grant in rules.grants if grant.assigned),
            taken=frozenset(grant.id for grant in rules.grants if grant.lifts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Those who hold something, and what was looked up by it."""

    holders: frozenset[str]
    tallies: tuple[Tally, ...] = field(repr=False)
    assigned: frozenset[str] = field(repr=False)

    @property
    def unused(self) -> int:
        """How many of them saw nobody by it."""
        return len(self.holders - {each.actor for each in self.tallies if not each.refused})

    @property
    def count(self) -> int:
        """How many look-ups."""
        return sum(each.count for each in self.tallies)

    @property
    def refused(self) -> int:
        """How many of them were refused."""
        return sum(each.count for each in self.tallies if each.refused)

    @property
    def without_case(self) -> int:
        """How many told somebody's data by a rule, with neither a case stated nor one assigned that opened it."""
        return sum(each.count for each in self.tallies if each.rules and not (each.refused or each.cased or each.rules & self.assigned))

    @property
    def last(self) -> str | None:
        """The day of the last."""
        return max((each.last for each in self.tallies), default=None)

    def by(self, rule: str) -> "Counted":
        """Of these, by one rule."""
        tallies = tuple(each for each in self.tallies if rule in each.rules)
        return Counted(holders=self.holders, tallies=tallies, assigned=self.assigned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many rights of their own employees have, and how many of these nobody used."""

    count: int
    unused: int

    @classmethod
    def of(cls, rights: Sequence[Right], used: Used, rules: frozenset[str]) -> "Standing":
        """Of these rights, by what the log has."""
        return cls(count=len(rights), unused=sum(not each.used(used.met, rules) for each in rights))


def tallied(
    tallies: Iterable[Tally], *, unit: str, seats: frozenset[str] | None = None, but: frozenset[str] = frozenset()
) -> tuple[Tally, ...]:
    """Those from a unit; from some of its seats, or from all but some."""
    return tuple(each for each in tallies if each.unit == unit and (seats is None or each.seat in seats) and each.seat not in but)
