"""Numbers that are right by their check digits, and that nobody has.

A national number has 80 added to its month, as in the tax administration's synthetic population; an organisation number begins with 2
or 3, where real ones begin with 8 or 9. The lowest ten individual numbers of every date are left to the demo and to tests.
"""

from dataclasses import dataclass, field
from datetime import date

from graph.generate.errors import NumbersExhausted

SYNTHETIC_MONTH = 80
D_NUMBER_DAY = 40
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_ORGANISATION = (3, 2, 7, 6, 5, 4, 3, 2)
_RESERVED = 10
_SLOTS = (500 - _RESERVED) // 2
_STRIDE = 1_000_003


def _check(weights: tuple[int, ...], digits: str) -> int:
    """The check digit modulo 11; 10 says that the number is not given to anyone."""
    return -sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11


def national_number(birth: date, individual: int, *, d_number: bool = False) -> str | None:
    """The synthetic number of that date and individual number, or none if it has no check digits."""
    day = birth.day + (D_NUMBER_DAY if d_number else 0)
    nine = f"{day:02d}{birth.month + SYNTHETIC_MONTH:02d}{birth.year % 100:02d}{individual:03d}"
    first = _check(_FIRST, nine)
    if first == 10:
        return None
    second = _check(_SECOND, f"{nine}{first}")
    return None if second == 10 else f"{nine}{first}{second}"


def organisation_number(slot: int, *, first: int = 32_000_000) -> str:
    """The synthetic organisation number of a slot; every slot has its own."""
    for prefix in (first + 2 * slot, first + 2 * slot + 1):
        digit = _check(_ORGANISATION, str(prefix))
        if digit != 10:
            return f"{prefix}{digit}"
    raise NumbersExhausted(f"slot {slot} has no organisation number")  # the last weight is 2: two neighbours never both lack a digit


@dataclass(slots=True, kw_only=True)
class NationalNumbers:
    """Gives each number once, in an order that looks like chance. Remembers one count a year and gender, however many it gives."""

    seed: int
    _given: dict[tuple[int, bool, bool], int] = field(default_factory=dict)

    def take(self, year: int, *, female: bool, d_number: bool = False) -> tuple[date, str]:
        """A birth date in that year, and the number."""
        key = (year, female, d_number)
        start = date(year, 1, 1)
        days = (date(year + 1, 1, 1) - start).days
        for turn in range(self._given.get(key, 0), days * _SLOTS):
            place = (turn * _STRIDE + self.seed) % (days * _SLOTS)
            birth = date.fromordinal(start.toordinal() + place % days)
            value = national_number(birth, _individual(year, place // days, female=female), d_number=d_number)
            if value is not None:
                self._given[key] = turn + 1
                return birth, value
        raise NumbersExhausted(f"no national number is left for those born in {year}; generate fewer persons, 5,000,000 is safe")


def _individual(year: int, slot: int, *, female: bool) -> int:
    return (500 if year >= 2000 else 0) + _RESERVED + 2 * slot + (not female)
