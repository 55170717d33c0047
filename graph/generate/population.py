"""The whole population, one extended family after the other.

A family points at itself, at what stands before any person, at employees by number, and at a few of the latest businesses, measures and
guardians. Nothing else is remembered, so the memory is the same for any size.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

import orjson

from graph.generate import family as families
from graph.generate import homes, lives, mandates, work
from graph.generate.errors import SizeInvalid
from graph.generate.family import Family, Person
from graph.generate.homes import Home
from graph.generate.numbers import NationalNumbers
from graph.generate.places import Homes, areas
from graph.generate.record import Record, between, held, iso, node, years
from graph.generate.staff import Staff, employee_id, offices, positions

DEFAULT_NOW = date(2026, 11, 1)
_MOST = 10_000_000
_CLEARANCES = (("SHIELDED", 0.08), ("CONFIDENTIAL", 0.05), ("DECEASED", 0.04), ("ABROAD", 0.04), ("UNKNOWN_RESIDENCE", 0.03))
_UNITS_OF_MANY_CLEARANCES = frozenset({"4488", "4806"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many persons and employees, the seed, and the day that it is."""

    persons: int
    seed: int
    employees: int
    now: date

    @classmethod
    def of(cls, persons: int, seed: int, employees: int | None = None, now: date = DEFAULT_NOW) -> "Size":
        if not 1 <= persons <= _MOST:
            raise SizeInvalid(f"{persons} persons cannot be generated; write a number from 1 to {_MOST}")
        staff = employees_by_default(persons) if employees is None else employees
        if not 1 <= staff <= max(1, persons // 3):
            raise SizeInvalid(f"{staff} employees cannot be found among {persons} persons; write a number from 1 to {max(1, persons // 3)}")
        return cls(persons=persons, seed=seed, employees=staff, now=now)


def employees_by_default(persons: int) -> int:
    """Four a thousand as in the country, but a thousand where there are persons enough, so that offices have their usual size."""
    return max(1, persons * 4 // 1000, min(1000, persons // 20))


def lines(size: Size) -> Iterator[bytes]:
    """The population as lines of a file."""
    return (orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE) for record in records(size))


def records(size: Size) -> Iterator[Record]:
    """The population as nodes and relationships."""
    everywhere = areas()
    staff = Staff.of(size.employees, everywhere)
    yield from work.organisations(staff, everywhere)
    yield from positions(staff)
    town = _Town(size=size, staff=staff, homes=Homes.of(everywhere, offices(size.employees)), numbers=NationalNumbers(seed=size.seed))
    while town.persons < size.persons:
        yield from town.block()


@dataclass(slots=True, kw_only=True, eq=False)
class _Town:
    """What is remembered from one family to the next."""

    size: Size
    staff: Staff
    homes: Homes
    numbers: NationalNumbers
    market: work.Market = field(default_factory=work.Market)
    calendar: lives.Calendar = field(default_factory=lives.Calendar)
    guardians: deque[Person] = field(default_factory=lambda: deque(maxlen=8))
    persons: int = 0
    hired: int = 0
    blocks: int = 0

    def block(self) -> Iterator[Record]:
        """One more family."""
        chance = Random(f"{self.size.seed}/{self.blocks}")
        family = families.draw(chance, self.size.now.toordinal())
        families.settle(family, self.persons, self.size.persons - self.persons, self.numbers)
        self.persons += len(family.persons)
        self.blocks += 1
        found = homes.settle(family, self.homes)
        for person in family.persons:
            yield from homes.identity(family, person, self.numbers)
        yield from families.kinship(family)
        yield from homes.protections(family, found)
        yield from homes.dwellings(family, found)
        hired = dict(self._hire(family, found))
        for person, number in hired.items():
            yield from self._employee(family, person, number)
        yield from _shielded(family, hired)
        yield from self._lives(family, found, hired)

    def _hire(self, family: Family, found: dict[Person, Home]) -> Iterator[tuple[Person, int]]:
        """As many of the family as keeps the count of employees in step with that of persons."""
        wanted = min(self.size.employees, -(-self.size.employees * self.persons // self.size.persons))
        fit = [person for person in family.persons if _fit(person, found[person], family.today)]
        family.chance.shuffle(fit)
        for person in fit[: max(0, wanted - self.hired)]:
            yield person, self.staff.hired(self.hired)
            self.hired += 1

    def _employee(self, family: Family, person: Person, number: int) -> Iterator[Record]:
        chance, seat, id = family.chance, self.staff.seat(number), employee_id(number)
        since = between(chance, max(person.birth + years(19), family.today - years(20)), family.today)
        yield node(id, "Employee", "NOM", ident=f"G{number:06d}", displayName=f"{person.given} {person.surname}")
        yield held(id, "IS", person.id, iso(since), "NOM")
        yield held(id, "HOLDS", seat.position, iso(since), "NOM")
        if chance.random() < 0.05 and since + 60 < family.today:
            yield from self._earlier_seat(chance, id, since, family.today)
        if seat.workplace.id.startswith("unit:"):
            yield from _cleared(chance, id, seat.workplace.code, iso(since))

    def _earlier_seat(self, chance: Random, id: str, since: int, today: int) -> Iterator[Record]:
        before = self.staff.seat(int(chance.random() * self.staff.count))
        yield held(id, "HOLDS", before.position, iso(since - 400), "NOM", iso(since))

    def _lives(self, family: Family, found: dict[Person, Home], hired: dict[Person, int]) -> Iterator[Record]:
        if self.calendar.due(self.persons):
            yield from lives.measure(self.calendar, family.chance, self.staff, family.today)
        for person in family.persons:
            home = found[person]
            yield from homes.resident(family, person, home)
            if not person.adult(family.today):
                yield from mandates.parental(family, person, home)
                continue
            yield from self._working(family, person, home, hired)
            yield from self._mandates(family, person)
            close = [*family.children_of(person), *(each for each in (_mate(family, person),) if each is not None)]
            life = lives.Life(chance=family.chance, today=family.today, person=person, home=home, close=close, staff=self.staff)
            yield from lives.lived(life, self.calendar)

    def _working(self, family: Family, person: Person, home: Home, hired: dict[Person, int]) -> Iterator[Record]:
        chance, today = family.chance, family.today
        if person.death is not None or person.age(today) >= 70 or not home.in_norway or person in hired:
            return
        if person.age(today) > 25 and self.market.due(self.persons):
            yield from work.found(self.market, chance, person, home, today)
            return
        drawn = chance.random()
        if drawn < 0.72:
            yield from work.employed(self.market, chance, person, today)
        elif drawn < 0.75:
            yield from work.proprietorship(self.market, chance, person, home, today)
        elif drawn < 0.8:
            yield from work.seat(self.market, chance, person, today)

    def _mandates(self, family: Family, person: Person) -> Iterator[Record]:
        chance, today = family.chance, family.today
        if person.death is not None:
            return
        drawn = chance.random()
        if drawn < 0.01 and self.guardians and person.adult(today):
            yield from mandates.guarded(chance, person, chance.choice(self.guardians), today)
        elif drawn < (0.12 if person.age(today) > 60 else 0.04):
            yield from mandates.given(family, person)
        elif drawn > 0.99:
            yield from mandates.consented(chance, person, today)
        elif drawn > 0.98 and 30 < person.age(today) < 75:
            self.guardians.append(person)


def _fit(person: Person, home: Home, today: int) -> bool:
    return person.death is None and home.in_norway and 20 <= person.age(today) < 67


def _mate(family: Family, person: Person) -> Person | None:
    union = family.union_of(person)
    return None if union is None else union.other if union.one is person else union.one


def _cleared(chance: Random, id: str, unit: str, since: str) -> Iterator[Record]:
    """What lifts protections for an employee: everyone at the protective unit, some elsewhere."""
    if unit == "2103":
        yield held(id, "CLEARED_FOR", "protection:STRICTLY_CONFIDENTIAL", since, "NOM")
    for code, share in _CLEARANCES:
        if chance.random() < share * (4 if unit in _UNITS_OF_MANY_CLEARANCES else 1):
            yield held(id, "CLEARED_FOR", f"protection:{code}", since, "NOM")


def _shielded(family: Family, hired: dict[Person, int]) -> Iterator[Record]:
    """The employees, and of some the nearest family."""
    shielded = dict.fromkeys(hired)
    for person in hired:
        if family.chance.random() < 0.4:
            near = (_mate(family, person), *family.children_of(person), *family.parents_of(person))
            shielded.update(dict.fromkeys(each for each in near if each is not None))
    for person in shielded:
        since = between(family.chance, max(person.birth, family.today - years(10)), family.today)
        yield held(person.id, "PROTECTED_AS", "protection:SHIELDED", iso(since), "SHIELDING")
