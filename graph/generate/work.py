"""Businesses, who runs them, who works there, and the line manager's mandate."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from graph.generate.family import Person
from graph.generate.homes import Home
from graph.generate.numbers import organisation_number
from graph.generate.places import Area
from graph.generate.record import Day, Record, between, held, iso, node, years
from graph.generate.staff import Staff, Workplace, municipality_names, position

_TRADES = [
    "Bakeri",
    "Bygg",
    "Elektro",
    "Frisør",
    "Fiskeri",
    "Kafé",
    "Regnskap",
    "Rør",
    "Transport",
    "Verksted",
    "Barnehage",
    "Konsult",
    "Renhold",
    "Hotell",
]
_TITLES = [
    "Butikkmedarbeider",
    "Ingeniør",
    "Kokk",
    "Lærer",
    "Renholder",
    "Selger",
    "Sjåfør",
    "Snekker",
    "Sykepleier",
    "Utvikler",
    "Vaktmester",
    "Fagarbeider",
]
_MUNICIPAL = 20_000_000
# Who looks for work finds it at one of the latest businesses; so nobody need remember them all.
_REMEMBERED = 60
_PERSONS_A_BUSINESS = 25
# A business and its establishments, and a proprietor, each have a number of their own in the fives.
_SLOTS = 5
_BANKS = 3
_CARE_LAW = "HELSE_OG_OMSORGSTJENESTELOVEN_3_2"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Employer:
    """A business that was founded in this graph, its establishments and who runs it."""

    id: str
    establishments: tuple[str, ...]
    area: Area
    director: Person
    founded: Day


@dataclass(slots=True, kw_only=True, eq=False)
class Market:
    """The businesses that one can still find work at, and how many there have been."""

    recent: deque[Employer] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    founded: int = 0
    proprietors: int = 0
    filled: int = 0

    def due(self, persons: int) -> bool:
        """Whether there should be another business for that many persons."""
        return self.founded * _PERSONS_A_BUSINESS < persons


def arranger_name(place: Workplace, turn: int) -> str:
    return f"Arbeid og Inkludering {turn + 1} AS"


def organisations(staff: Staff, everywhere: tuple[Area, ...]) -> Iterator[Record]:
    """What stands before any person: municipalities, arrangers, banks, and the systems that read for some of them."""
    names = municipality_names()
    for turn, place in enumerate(staff.places("m-")):
        code = place.id[2:]
        number = organisation_number(turn, first=_MUNICIPAL)
        yield node(place.id, "Municipality", "BRREG", organisationNumber=number, name=f"{names[code]} kommune")
        yield held(place.id, "GOVERNS", f"area:{code}", "2020-01-01", "BRREG")
        if turn < 3:
            yield from _client(f"cl-{code}", place.id, f"kommune-{code}-hjelpemidler", "DEVICES", _CARE_LAW, "MUNICIPAL_SERVICES")
    for turn, place in enumerate(staff.places("b-arranger-")):
        yield from _business(place.id, arranger_name(place, turn), "AS", everywhere[turn % len(everywhere)], 2_500_000 + turn, "2009-01-01")
    for turn in range(_BANKS):
        id = bank_id(turn)
        yield from _business(id, f"Sparebank {turn + 1} ASA", "ASA", everywhere[turn], 2_600_000 + turn, "1998-01-01")
        yield from _client(f"cl-bank-{turn}", id, f"sparebank-{turn + 1}-lån", "WORK", "GDPR_6_1_A", "CREDIT")


def bank_id(turn: int) -> str:
    return f"b-bank-{turn % _BANKS}"


def _client(id: str, of: str, client_id: str, category: str, basis: str, purpose: str) -> Iterator[Record]:
    yield node(id, "Client", "INNSYN", clientId=client_id, name=client_id.replace("-", " "))
    yield held(id, "ACTS_FOR", of, "2024-01-01", "INNSYN")
    yield held(id, "MAY_READ", f"category:{category}", "2024-01-01", "INNSYN", legalBasis=basis)
    yield held(id, "MAY_STATE", f"purpose:{purpose}", "2024-01-01", "INNSYN")


def _business(id: str, name: str, form: str, area: Area, slot: int, since: str, part_of: str | None = None) -> Iterator[Record]:
    yield node(id, "Business", "BRREG", organisationNumber=organisation_number(slot), name=name, form=form)
    yield held(id, "BASED_IN", area.id, since, "BRREG")
    if part_of is not None:
        yield held(id, "PART_OF", part_of, since, "BRREG")


def found(market: Market, chance: Random, director: Person, home: Home, today: Day) -> Iterator[Record]:
    """A new business with its establishments; the one who runs it, and now and then a chair, an accountant, someone for personnel."""
    turn, since = market.founded, between(chance, max(director.birth + years(20), today - years(25)), today - 30)
    id, name = f"b-{turn}", f"{director.surname} {chance.choice(_TRADES)} AS"
    yield from _business(id, name, "AS", home.area, _SLOTS * turn, iso(since))
    establishments = tuple(f"{id}-{number}" for number in range(1, 2 + (chance.random() < 0.3) + (chance.random() < 0.1)))
    for number, establishment in enumerate(establishments, 1):
        yield from _business(establishment, f"{name}, avd. {number}", "BEDR", home.area, _SLOTS * turn + number, iso(since), id)
    yield from position(id, "MANAGING_DIRECTOR", id, iso(since))
    yield held(director.id, "HOLDS", f"pos-{id}-managing-director", iso(since), "BRREG")
    yield held(director.id, "EMPLOYED_BY", establishments[0], iso(since), "AAREG", title="Daglig leder", percentage=100)
    if chance.random() < 0.3:
        yield from _served(turn, establishments[0], home.area, between(chance, max(since, today - years(2)), today))
    market.recent.append(Employer(id=id, establishments=establishments, area=home.area, director=director, founded=since))
    market.founded += 1


def _served(turn: int, establishment: str, area: Area, opened: Day) -> Iterator[Record]:
    """What a business has with the local office: a case and a dialogue."""
    case, dialogue, since, office = f"c-b{turn}", f"dl-b{turn}", iso(opened), f"unit:{area.office}"
    yield node(case, "Case", "SAK", title="Tilretteleggingstilskudd", status="OPEN", openedAt=since)
    yield held(case, "CONCERNS", establishment, since, "SAK", part="MAIN")
    yield held(case, "IN", "theme:IAR", since, "SAK")
    yield held(case, "OWNED_BY", office, since, "SAK")
    yield node(dialogue, "Dialogue", "MODIA", channel="PHONE", heldIn="MODIA", reference=f"modia/b{turn}", startedAt=f"{since}T10:00:00Z")
    yield held(dialogue, "WITH", establishment, since, "MODIA")
    yield held(dialogue, "BY", office, since, "MODIA")
    yield held(dialogue, "IN", "theme:OPA", since, "MODIA")


def seat(market: Market, chance: Random, holder: Person, today: Day) -> Iterator[Record]:
    """One seat beside the director's, at the newest business."""
    if market.filled == market.founded or market.recent[-1].director is holder:
        return
    market.filled = market.founded
    employer, role = market.recent[-1], chance.choice(("CHAIR", "ACCOUNTANT", "HR"))
    yield from position(employer.id, role, employer.id, iso(employer.founded))
    since = between(chance, max(employer.founded, holder.birth + years(18)), today)
    left = iso(between(chance, since + 1, today)) if chance.random() < 0.2 and since + 1 < today else None
    yield held(holder.id, "HOLDS", f"pos-{employer.id}-{role.lower()}", iso(since), "BRREG", left)


def proprietorship(market: Market, chance: Random, owner: Person, home: Home, today: Day) -> Iterator[Record]:
    """A business that is its owner."""
    since = iso(between(chance, max(owner.birth + years(18), today - years(15)), today))
    id = f"b-own-{owner.number}"
    yield from _business(id, f"{owner.given} {owner.surname}", "ENK", home.area, _SLOTS * market.proprietors + _SLOTS - 1, since)
    yield held(id, "OWNED_BY", owner.id, since, "BRREG")
    market.proprietors += 1
    if market.recent and chance.random() < 0.3:
        yield from _bookkeeping(owner, market.recent[0].id, since)


def _bookkeeping(owner: Person, business: str, since: str) -> Iterator[Record]:
    """A proxy to a business that keeps the owner's books."""
    id = f"md-books-{owner.number}"
    yield node(id, "Mandate", "FULLMAKT", kind="PROXY", actions=["READ", "WRITE"], validFrom=since)
    yield held(id, "FROM", owner.id, since, "FULLMAKT")
    yield held(id, "TO", business, since, "FULLMAKT")
    yield held(id, "COVERS", "category:WORK", since, "FULLMAKT")


def employed(market: Market, chance: Random, worker: Person, today: Day) -> Iterator[Record]:
    """A job, perhaps one before it, perhaps one that was never theirs; a line manager where the director works at the same place."""
    if not market.recent:
        return
    employer = chance.choice(market.recent)
    if employer.director is worker:
        return
    establishment = chance.choice(employer.establishments)
    since = between(chance, max(employer.founded, worker.birth + years(18)), today)
    ended = chance.random() < 0.25 and since + 30 < today
    until = iso(between(chance, since + 30, today)) if ended else None
    title, percentage = chance.choice(_TITLES), chance.choice((100, 100, 80, 50))
    yield held(worker.id, "EMPLOYED_BY", establishment, iso(since), "AAREG", until, title=title, percentage=percentage)
    if establishment == employer.establishments[0] and chance.random() < 0.6:
        yield from _line_manager(worker, employer, since, until)
    if chance.random() < 0.01:
        mistaken = {"title": "Feilregistrert", "registeredAt": iso(today - 200), "retractedAt": iso(today - 100)}
        yield held(worker.id, "EMPLOYED_BY", market.recent[0].establishments[-1], iso(today - 210), "AAREG", **mistaken)


def _line_manager(worker: Person, employer: Employer, since: Day, until: str | None) -> Iterator[Record]:
    id, began = f"md-line-{worker.number}", iso(since)
    yield node(id, "Mandate", "NARMESTELEDER", kind="LINE_MANAGEMENT", actions=["READ", "COMMUNICATE"], validFrom=began, validTo=until)
    yield held(id, "FROM", employer.establishments[0], began, "NARMESTELEDER")
    yield held(id, "TO", employer.director.id, began, "NARMESTELEDER")
    yield held(id, "ABOUT", worker.id, began, "NARMESTELEDER")
    yield held(id, "COVERS", "theme:SYK", began, "NARMESTELEDER")
