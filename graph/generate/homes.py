"""Where the family lives, has lived, and what hides it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from random import Random

from graph.generate.family import Family, Person
from graph.generate.names import FAMILY_NAMES, STREETS
from graph.generate.numbers import NationalNumbers
from graph.generate.places import Area, Homes
from graph.generate.record import Day, Record, between, held, iso, node, years

_COUNTRIES = {
    "SWE": "Stockholm",
    "DNK": "København",
    "POL": "Kraków",
    "ESP": "Alicante",
    "GBR": "London",
    "DEU": "Berlin",
    "THA": "Bangkok",
}
PROTECTIVE_UNIT = "unit:2103"


class Fate(Enum):
    """What is out of the ordinary about a home."""

    ORDINARY = "ordinary"
    HIDDEN = "hidden"
    CONFIDENTIAL = "confidential"
    ABROAD = "abroad"
    HIDDEN_ABROAD = "hidden abroad"
    UNKNOWN = "unknown"
    NO_DISTRICT = "no district"


# Per home; those in hiding are several times as many as in the country, so that a small graph has some.
_FATES = (
    (Fate.HIDDEN, 0.002),
    (Fate.CONFIDENTIAL, 0.004),
    (Fate.ABROAD, 0.025),
    (Fate.HIDDEN_ABROAD, 0.0008),
    (Fate.UNKNOWN, 0.006),
    (Fate.NO_DISTRICT, 0.01),
)
_GRADING = {
    Fate.HIDDEN: "STRICTLY_CONFIDENTIAL",
    Fate.HIDDEN_ABROAD: "STRICTLY_CONFIDENTIAL_ABROAD",
    Fate.CONFIDENTIAL: "CONFIDENTIAL",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Home:
    """A dwelling and those who live there, as of a day."""

    number: int
    area: Area
    fate: Fate
    country: str
    since: Day

    @property
    def address(self) -> str:
        return f"a-{self.number}"

    @property
    def household(self) -> str:
        return f"h-{self.number}"

    @property
    def abroad(self) -> bool:
        return self.fate in (Fate.ABROAD, Fate.HIDDEN_ABROAD)

    @property
    def in_norway(self) -> bool:
        return not self.abroad and self.fate is not Fate.UNKNOWN

    @property
    def belongs(self) -> str:
        if self.fate is Fate.UNKNOWN:
            return "area:UNKNOWN"
        if self.fate is Fate.NO_DISTRICT:
            return f"area:{self.area.municipality}"
        return f"area:{self.country}" if self.abroad else self.area.id


def settle(family: Family, homes: Homes) -> dict[Person, Home]:
    """Couples live together, children with a parent, the grown mostly alone; the family mostly around one place."""
    base = homes.pick(family.chance)
    found: dict[Person, Home] = {}
    for person in family.persons:
        found[person] = _shared(family, person, found) or _home(family, person, homes, base)
    return found


def _shared(family: Family, person: Person, found: dict[Person, Home]) -> Home | None:
    union = family.union_of(person)
    mate = None if union is None else union.other if union.one is person else union.one
    if mate is not None:
        return found.get(mate)
    at_home = person.age(family.today) <= 18 or (person.age(family.today) < 26 and family.chance.random() < 0.3)
    parents = sorted(family.parents_of(person), key=lambda parent: (parent.death is not None, not parent.female))
    return found[parents[0]] if at_home and parents else None


def _home(family: Family, person: Person, homes: Homes, base: Area) -> Home:
    chance = family.chance
    area = base if chance.random() < 0.55 else homes.pick(chance)
    return Home(
        number=person.number,
        area=area,
        fate=_fate(chance),
        country=tuple(_COUNTRIES)[int(chance.random() * len(_COUNTRIES))],
        since=between(chance, max(person.birth, family.today - years(20)), family.today),
    )


def _fate(chance: Random) -> Fate:
    drawn = chance.random()
    for fate, share in _FATES:
        drawn -= share
        if drawn < 0:
            return fate
    return Fate.ORDINARY


def dwellings(family: Family, found: dict[Person, Home]) -> Iterator[Record]:
    """The addresses and households, present and past."""
    for home in dict.fromkeys(found.values()):
        yield node(home.household, "Household", "FREG")
        if home.fate is not Fate.UNKNOWN:
            yield from _address(family.chance, home)
        if _moved(home):
            yield from _earlier(family.chance, home)


def _address(chance: Random, home: Home) -> Iterator[Record]:
    number = 1 + int(chance.random() * 90)
    street = f"{chance.choice(STREETS)} {number}"
    if home.abroad:
        told = {"city": _COUNTRIES[home.country], "country": home.country}
    else:
        told = {"city": home.area.city, "postalCode": home.area.postal_code(home.number)}
    yield node(home.address, "Address", "FREG", kind="RESIDENCE", street=street, **told)
    yield held(home.address, "IN", home.belongs, iso(home.since), "FREG")


def _moved(home: Home) -> bool:
    return home.number % 5 < 2


def _earlier(chance: Random, home: Home) -> Iterator[Record]:
    street = f"{chance.choice(STREETS)} {1 + int(chance.random() * 90)}"
    told = {"city": home.area.city, "postalCode": home.area.postal_code(home.number + 7)}
    yield node(f"{home.address}-1", "Address", "FREG", kind="RESIDENCE", street=street, **told)
    yield held(f"{home.address}-1", "IN", home.area.id, iso(home.since - years(8)), "FREG")


def resident(family: Family, person: Person, home: Home) -> Iterator[Record]:
    """Where one person lives and has lived."""
    since = max(home.since, person.birth)
    until = None if person.death is None else iso(max(person.death, since + 1))
    yield held(person.id, "MEMBER_OF", home.household, iso(since), "FREG", until)
    yield held(person.id, "BELONGS_TO", home.belongs, iso(since), "FREG")
    if home.fate is not Fate.UNKNOWN:
        yield held(person.id, "HAS_ADDRESS", home.address, iso(since), "FREG", until)
    if _moved(home) and person.birth < home.since:
        before = iso(max(home.since - years(8), person.birth))
        yield held(person.id, "HAS_ADDRESS", f"{home.address}-1", before, "FREG", iso(home.since))
        if home.belongs != home.area.id:
            yield held(person.id, "BELONGS_TO", home.area.id, before, "FREG", iso(home.since))
    yield from _seldom(family, person, home)


def _seldom(family: Family, person: Person, home: Home) -> Iterator[Record]:
    """A second address, or one that was registered by mistake."""
    chance, id = family.chance, f"a-{person.number}-2"
    drawn = chance.random()
    if drawn >= 0.02 or not home.in_norway:
        return
    since = between(chance, max(home.since, family.today - years(2), person.birth), family.today - 30)
    kind = "TEMPORARY" if drawn < 0.008 else "CONTACT" if drawn < 0.015 else "RESIDENCE"
    street, postal_code = f"{chance.choice(STREETS)} 100", home.area.postal_code(99)
    yield node(id, "Address", "FREG", kind=kind, street=street, postalCode=postal_code, city=home.area.city)
    yield held(id, "IN", home.area.id, iso(since), "FREG")
    mistaken = {"registeredAt": iso(since + 2), "retractedAt": iso(since + 20)} if kind == "RESIDENCE" else {}
    yield held(person.id, "HAS_ADDRESS", id, iso(since), "FREG", **mistaken)


def protections(family: Family, found: dict[Person, Home]) -> Iterator[Record]:
    """The gradings: all of a home, or all but one of those who share it, whose home is then another's hiding place."""
    for person, home in found.items():
        grading = _GRADING.get(home.fate)
        if grading is None:
            yield from _once_graded(family, person)
        elif home.number == person.number or family.chance.random() < 0.8:
            yield held(person.id, "PROTECTED_AS", f"protection:{grading}", iso(max(home.since - 10, person.birth)), "FREG")
        if home.fate is Fate.HIDDEN:
            yield held(person.id, "FOLLOWED_UP_BY", PROTECTIVE_UNIT, iso(max(home.since, person.birth)), "OPPFOLGING")


def _once_graded(family: Family, person: Person) -> Iterator[Record]:
    if family.chance.random() < 0.001:
        since = between(family.chance, max(person.birth, family.today - years(10)), family.today - years(1))
        yield held(person.id, "PROTECTED_AS", "protection:CONFIDENTIAL", iso(since), "FREG", iso(since + 300))


def identity(family: Family, person: Person, numbers: NationalNumbers) -> Iterator[Record]:
    """The person and what identifies them."""
    chance, grown = family.chance, person.adult(family.today) and person.death is None
    yield node(
        person.id,
        "Person",
        "FREG",
        givenName=person.given,
        middleName=chance.choice(FAMILY_NAMES) if chance.random() < 0.1 else None,
        familyName=person.surname,
        birthDate=iso(person.birth),
        deathDate=None if person.death is None else iso(person.death),
        gender="FEMALE" if person.female else "MALE",
        phone=f"+47 000 {person.number % 100_000:05d}" if grown and chance.random() < 0.9 else None,
        email=f"person{person.number}@example.com" if grown and chance.random() < 0.8 else None,
        contactReserved=True if grown and chance.random() < 0.03 else None,
        screenedAt=None if chance.random() < 0.003 else iso(family.today - 1),
    )
    former = person.adult(family.today) and chance.random() < 0.02
    settled = between(chance, person.birth + years(18), family.today) if former else person.birth
    yield from _identifier(person, f"i-{person.number}", "NIN", person.nin, iso(settled))
    if former:
        value = numbers.take(person.year, female=person.female, d_number=True)[1]
        yield from _identifier(person, f"i-{person.number}-d", "D_NUMBER", value, iso(max(settled - 700, person.birth)), iso(settled))


def _identifier(person: Person, id: str, kind: str, value: str, since: str, until: str | None = None) -> Iterator[Record]:
    yield node(id, "Identifier", "FREG", kind=kind, value=value)
    yield held(person.id, "IDENTIFIED_BY", id, since, "FREG", until)
