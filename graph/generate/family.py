"""An extended family over three generations: who begot whom, who lives or lived with whom, who is dead."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from graph.generate.names import FAMILY_NAMES, given_names
from graph.generate.numbers import NationalNumbers
from graph.generate.record import Day, Record, between, day, held, iso, years

_CHILDREN = (0, 1, 2, 2, 3)
_FOUNDERS_CHILDREN = (1, 1, 2, 2, 3)
_DEAD_BY_AGE = ((90, 0.55), (80, 0.25), (70, 0.1), (60, 0.03), (0, 0.004))
_ADULT = 18


@dataclass(slots=True, kw_only=True, eq=False)
class Person:
    """One of the family. The first fields are drawn first; the rest when it is settled who is in the block."""

    female: bool
    year: int
    given: str
    surname: str
    number: int = -1
    birth: Day = 0
    nin: str = ""
    death: Day | None = None

    @property
    def id(self) -> str:
        return f"p-{self.number}"

    def age(self, today: Day) -> int:
        return (today - self.birth) // 365

    def adult(self, today: Day) -> bool:
        return self.age(today) > _ADULT


@dataclass(slots=True, kw_only=True, eq=False)
class Union:
    """A couple, from a year on; `ended` where they parted."""

    one: Person
    other: Person
    status: str
    began: int
    ended: int | None = None

    def lasts(self) -> bool:
        return self.ended is None and self.one.death is None and self.other.death is None


@dataclass(slots=True, kw_only=True, eq=False)
class Family:
    """Persons in the order of their generation, so that parents come before their children."""

    chance: Random
    today: Day
    persons: list[Person] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)
    births: list[tuple[Person, Person]] = field(default_factory=list)

    @property
    def year(self) -> int:
        return date.fromordinal(self.today).year

    def parents_of(self, child: Person) -> list[Person]:
        return [parent for parent, born in self.births if born is child]

    def children_of(self, parent: Person) -> list[Person]:
        return [child for begetter, child in self.births if begetter is parent]

    def union_of(self, person: Person) -> Union | None:
        """Whom the person lives with now."""
        return next((union for union in self.unions if person in (union.one, union.other) and union.lasts()), None)


def draw(chance: Random, today: Day) -> Family:
    """A family of two couples, their children and their grandchildren."""
    family = Family(chance=chance, today=today)
    branches = [_founders(family) for _ in range(2)]
    _second_generation(family, branches)
    for union in tuple(family.unions[2:]):
        _children(family, union, chance.choice(_CHILDREN), family.year - 1)
    return family


def settle(family: Family, first: int, room: int, numbers: NationalNumbers) -> None:
    """Keep as many as there is room for, and give them numbers, birth dates and deaths."""
    family.persons = family.persons[:room]
    kept = {id(person) for person in family.persons}
    family.unions = [union for union in family.unions if id(union.one) in kept and id(union.other) in kept]
    family.births = [(parent, child) for parent, child in family.births if id(parent) in kept and id(child) in kept]
    for number, person in enumerate(family.persons, first):
        born, person.nin = numbers.take(person.year, female=person.female)
        person.number, person.birth = number, born.toordinal()
    for person in family.persons:
        person.death = _death(family, person)


def kinship(family: Family) -> Iterator[Record]:
    """The relationships of parents and partners."""
    for parent, child in family.births:
        yield held(parent.id, "PARENT_OF", child.id, iso(child.birth), "FREG", role=_role(family, parent, child))
    for union in family.unions:
        yield from _partners(family, union)


def _person(family: Family, *, female: bool, year: int, surname: str | None = None) -> Person:
    chance = family.chance
    names = given_names(year, female=female)
    drawn = Person(female=female, year=year, given=chance.choice(names), surname=surname or chance.choice(FAMILY_NAMES))
    family.persons.append(drawn)
    return drawn


def _founders(family: Family) -> list[Person]:
    """An old couple; their children."""
    chance = family.chance
    wife = _person(family, female=True, year=family.year - 60 - int(chance.random() * 30))
    husband = _person(family, female=False, year=wife.year - 4 + int(chance.random() * 6), surname=wife.surname)
    union = _union(family, husband, wife, parted=0.15)
    return _children(family, union, chance.choice(_FOUNDERS_CHILDREN), family.year - 30)


def _second_generation(family: Family, branches: list[list[Person]]) -> None:
    """The eldest of both houses pair where they can; most others find someone from outside."""
    chance = family.chance
    eldest = [branch[0] for branch in branches if branch]
    if len(eldest) == 2 and eldest[0].female != eldest[1].female:
        _union(family, *eldest, parted=0.3)
    for person in [each for branch in branches for each in branch]:
        if any(person in (union.one, union.other) for union in family.unions[2:]) or chance.random() < 0.3:
            continue
        _pair(family, person)
        if family.unions[-1].ended is not None and chance.random() < 0.4:
            _pair(family, person)


def _pair(family: Family, person: Person) -> Union:
    chance = family.chance
    same = chance.random() < 0.03
    mate = _person(family, female=person.female if same else not person.female, year=person.year - 3 + int(chance.random() * 7))
    return _union(family, person, mate, parted=0.3)


def _union(family: Family, one: Person, other: Person, *, parted: float) -> Union:
    chance = family.chance
    began = min(max(one.year, other.year) + 20 + int(chance.random() * 10), family.year - 1)
    status = "MARRIED" if chance.random() < 0.7 or began < 1985 else "COHABITANT"
    ended = began + 3 + int(chance.random() * 15) if chance.random() < parted else None
    union = Union(one=one, other=other, status=status, began=began, ended=ended if ended is None or ended < family.year else None)
    family.unions.append(union)
    return union


def _children(family: Family, union: Union, count: int, latest: int) -> list[Person]:
    """Children two years or more apart, while the mother is of an age for it."""
    chance = family.chance
    mother = union.one if union.one.female else union.other
    year = max(mother.year + 20, union.began) + int(chance.random() * 6)
    children: list[Person] = []
    while len(children) < count and year <= min(mother.year + 44, latest):
        child = _person(family, female=chance.random() < 0.49, year=year, surname=union.one.surname)
        family.births += [(union.one, child), (union.other, child)]
        children.append(child)
        year += 2 + int(chance.random() * 4)
    return children


def _role(family: Family, parent: Person, child: Person) -> str:
    if not parent.female:
        return "FATHER" if all(each is parent or each.female for each in family.parents_of(child)) else "PARENT"
    first = family.parents_of(child)[0]
    return "MOTHER" if first is parent or not first.female else "CO_MOTHER"


def _death(family: Family, person: Person) -> Day | None:
    age = person.age(family.today)
    if family.chance.random() >= next(share for least, share in _DEAD_BY_AGE if age >= least):
        return None
    lived = [person.birth, *(child.birth for child in family.children_of(person))]
    lived += [day(union.began + 1) for union in family.unions if person in (union.one, union.other)]
    return min(between(family.chance, max(*lived, family.today - years(12)), family.today), family.today)


def _partners(family: Family, union: Union) -> Iterator[Record]:
    """What the register says of a couple over time: the last line has no end unless a death ended what had no divorce."""
    chance = family.chance
    began, status = iso(day(union.began, 1 + int(chance.random() * 12), 1 + int(chance.random() * 28))), union.status
    deaths = [each.death for each in (union.one, union.other) if each.death is not None]
    ends: list[tuple[str, str | None]] = [(status, began)]
    if union.ended is not None:
        ends += _parting(chance, union.ended, status)
    elif deaths:
        ends += [("WIDOWED" if status == "MARRIED" else "", iso(min(deaths)))]
    for turn, (name, since) in enumerate(ends):
        until = ends[turn + 1][1] if turn + 1 < len(ends) else None
        if name and since is not None and (until is None or since < until):
            yield held(union.one.id, "PARTNER_OF", union.other.id, since, "FREG", until, status=name)


def _parting(chance: Random, year: int, status: str) -> list[tuple[str, str | None]]:
    parted = day(year, 1 + int(chance.random() * 12), 1)
    if status == "COHABITANT":
        return [("", iso(parted))]
    return [("SEPARATED", iso(parted)), ("DIVORCED", iso(parted + 380))]
