"""What people have with the welfare administration: cases, follow-up, devices, activities, dialogues; overrides and corrections."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from graph.generate.family import Person
from graph.generate.homes import PROTECTIVE_UNIT, Fate, Home
from graph.generate.places import Choice
from graph.generate.record import Day, Record, between, held, iso, node, years
from graph.generate.staff import Staff

OFFICE, CENTRE = "office", "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of case: its theme and title, who owns it, which roles are handed it, whether close ones are parties."""

    theme: str
    title: str
    owner: str
    roles: tuple[str, ...]
    parties: bool = False


def _kind(theme: str, title: str, owner: str, *roles: str, parties: bool = False) -> Kind:
    return Kind(theme=theme, title=title, owner=owner, roles=roles, parties=parties)


_KINDS = Choice.of(
    {
        _kind("SYK", "Sykepenger", "4488", "CASE_HANDLER", "CASE_HANDLER_SYK"): 22,
        _kind("AAP", "Arbeidsavklaringspenger", "4488", "CASE_HANDLER", "CASE_HANDLER_AAP"): 12,
        _kind("DAG", "Dagpenger", "4488", "CASE_HANDLER", "CASE_HANDLER_DAG"): 10,
        _kind("OMS", "Pleiepenger", "4488", "CASE_HANDLER", parties=True): 5,
        _kind("PEN", "Alderspensjon", "4806", "CASE_HANDLER_PEN"): 16,
        _kind("UFO", "Uføretrygd", "4806", "CASE_HANDLER_PEN"): 8,
        _kind("OPP", "Arbeidsrettet oppfølging", OFFICE, "COUNSELLOR"): 12,
        _kind("TIL", "Arbeidsmarkedstiltak", OFFICE, "MEASURES_ADVISER"): 4,
        _kind("BAR", "Barnetrygd", "4806", "FAMILY_HANDLER", parties=True): 6,
        _kind("FOR", "Foreldrepenger", "4806", "FAMILY_HANDLER", parties=True): 4,
        _kind("BID", "Bidrag", "4806", "FAMILY_HANDLER", parties=True): 3,
        _kind("FAR", "Foreldreskap", "4806", "FAMILY_HANDLER", parties=True): 1,
        _kind("KTA", "Kontrollsak", "4151", "INVESTIGATOR"): 0.5,
        _kind("GEN", "Krav om innsyn", "4292", "INSIGHT_HANDLER"): 0.5,
    }
)
_DEVICE_CASE = _kind("HJE", "Søknad om hjelpemiddel", CENTRE, "AID_ADVISER")
_PRODUCTS = (
    ("Elektrisk rullestol", "122303", "301234", True),
    ("Manuell rullestol", "122203", "301877", False),
    ("Rullator", "120606", "302411", False),
    ("Sykeseng", "181210", "303090", True),
    ("Trappeheis", "183010", "303555", True),
    ("Arbeidsstol", "180903", "304120", False),
    ("Høreapparat", "220606", "305002", True),
    ("Samtaleforsterker", "221803", "305731", False),
)
_LOANS = ("PERMANENT", "PERMANENT", "TIME_LIMITED", "SHORT_TERM", "TRIAL")
_CHANNELS = (("CHAT", "MODIA"), ("PHONE", "KONTAKTSENTER"), ("MEETING", "AKTIVITETSPLAN"), ("LETTER", "ARKIV"))
_MEASURES = (("MEASURE", "Arbeidstrening"), ("TRAINING", "Jobbklubb"), ("JOB_FAIR", "Jobbmesse"), ("MEASURE", "Oppfølgingstiltak"))


@dataclass(slots=True, kw_only=True, eq=False)
class Calendar:
    """The measures that one can still join, and how many there have been."""

    recent: deque[tuple[str, Day]] = field(default_factory=lambda: deque(maxlen=8))
    arranged: int = 0

    def due(self, persons: int) -> bool:
        return self.arranged * 120 < persons


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Life:
    """One person, where they live, who is close to them, and who there is to serve them."""

    chance: Random
    today: Day
    person: Person
    home: Home
    close: list[Person]
    staff: Staff

    def since(self, span: float) -> Day:
        """Some day in the last `span` years of a life."""
        last = self.person.death or self.today
        return between(self.chance, max(self.person.birth, last - years(span)), last)

    def unit(self, owner: str) -> str:
        """The number of the unit that a case of that owner lies at."""
        if self.home.fate is Fate.HIDDEN:
            return PROTECTIVE_UNIT.removeprefix("unit:")
        return {OFFICE: self.home.area.office, CENTRE: self.home.area.centre}.get(owner, owner)


def lived(life: Life, calendar: Calendar) -> Iterator[Record]:
    """Everything of a grown person."""
    draw = life.chance.random
    working = life.person.age(life.today) < 67
    if draw() < 0.4:
        yield from _case(life, _KINDS.pick(life.chance), 0)
    if draw() < (0.03 if working else 0.3):
        yield from _device(life)
    if draw() < 0.15:
        yield from _dialogue(life)
    if working and life.person.death is None:
        yield from _followed(life, calendar)
    if draw() < 0.002:
        yield from _override(life)
    if draw() < 0.004:
        yield from _correction(life)


def _case(life: Life, kind: Kind, turn: int, device: str | None = None) -> Iterator[Record]:
    chance, id, unit = life.chance, f"c-{life.person.number}-{turn}", life.unit(kind.owner)
    opened = life.since(4)
    closed = between(chance, opened, life.today) if chance.random() < 0.35 else None
    status = "OPEN" if closed is None else "CLOSED"
    since = iso(opened)
    yield node(id, "Case", "SAK", title=kind.title, status=status, openedAt=since, closedAt=None if closed is None else iso(closed))
    yield held(id, "IN", f"theme:{kind.theme}", since, "SAK")
    yield held(id, "OWNED_BY", f"unit:{unit}", since, "SAK")
    yield held(id, "CONCERNS", life.person.id, since, "SAK", part="MAIN")
    for party in life.close[:2] if kind.parties else ():
        yield held(id, "CONCERNS", party.id, since, "SAK", part="PARTY")
    if device is not None:
        yield held(id, "CONCERNS", device, since, "SAK", part="PARTY")
    roles = ("PROTECTED_HANDLER",) if life.home.fate is Fate.HIDDEN else kind.roles
    handler = life.staff.someone(chance, unit, *roles)
    if handler is not None and closed is None and chance.random() < 0.6:
        yield held(handler, "ASSIGNED_TO", id, since, "SAK")
    if closed is None and chance.random() < 0.15:
        yield from _task(life, id, unit, opened)


def _task(life: Life, case: str, unit: str, since: Day) -> Iterator[Record]:
    id = f"ac-{case[2:]}"
    due = iso(life.today + int(life.chance.random() * 60))
    priority = life.chance.choice(("HIGH", "NORMAL", "LOW"))
    yield node(id, "Activity", "OPPGAVE", kind="TASK", title="Vurder dokumentasjon", status="OPEN", priority=priority, due=due)
    yield held(id, "ARRANGED_BY", f"unit:{unit}", iso(since), "OPPGAVE")
    yield held(id, "PART_OF", case, iso(since), "OPPGAVE")


def _followed(life: Life, calendar: Calendar) -> Iterator[Record]:
    """Follow-up towards work: the office, a meeting, a measure."""
    chance, id = life.chance, life.person.id
    if not life.home.in_norway or chance.random() >= 0.12:
        return
    since, ended = life.since(3), chance.random() < 0.2
    until = iso(between(chance, since + 1, life.today)) if ended and since + 1 < life.today else None
    office = PROTECTIVE_UNIT if life.home.fate is Fate.HIDDEN else f"unit:{life.home.area.office}"
    if life.home.fate is not Fate.HIDDEN:
        yield held(id, "FOLLOWED_UP_BY", office, iso(since), "OPPFOLGING", until)
    if calendar.recent and chance.random() < 0.5:
        measure, began = chance.choice(calendar.recent)
        yield held(id, "TAKES_PART_IN", measure, iso(began), "AKTIVITETSPLAN", answer=chance.choice(("YES", "YES", "NO", "NONE")))
    else:
        yield from _meeting(life, office, iso(max(since, life.today - 90)))


def _meeting(life: Life, office: str, on: str) -> Iterator[Record]:
    id, times = f"ac-{life.person.number}-m", {"startsAt": f"{on}T09:00:00Z", "endsAt": f"{on}T09:45:00Z"}
    yield node(id, "Activity", "AKTIVITETSPLAN", kind="MEETING", title="Samtale", status="PLANNED", **times)
    yield held(id, "ARRANGED_BY", office, on, "AKTIVITETSPLAN")
    yield held(life.person.id, "TAKES_PART_IN", id, on, "AKTIVITETSPLAN", answer="YES")


def measure(calendar: Calendar, chance: Random, staff: Staff, today: Day) -> Iterator[Record]:
    """A measure that people from many families take part in."""
    places = staff.places("b-arranger-") or staff.places("m-") or staff.places("unit:")
    kind, title = chance.choice(_MEASURES)
    id, began = f"ac-measure-{calendar.arranged}", today - int(chance.random() * 200)
    ends = f"{iso(today + 200)}T15:00:00Z"
    yield node(id, "Activity", "AKTIVITETSPLAN", kind=kind, title=title, status="ONGOING", startsAt=f"{iso(began)}T08:00:00Z", endsAt=ends)
    yield held(id, "ARRANGED_BY", chance.choice(places).id, iso(began), "AKTIVITETSPLAN")
    calendar.recent.append((id, began))
    calendar.arranged += 1


def _device(life: Life) -> Iterator[Record]:
    chance, id = life.chance, f"d-{life.person.number}"
    product, iso_code, article, connects = chance.choice(_PRODUCTS)
    municipalities = {place.id for place in life.staff.places("m-")}
    municipality, centre = f"m-{life.home.area.municipality}", f"unit:{life.home.area.centre}"
    owner = municipality if municipality in municipalities and chance.random() < 0.4 else centre
    since, returned = life.since(6), chance.random() < 0.15 or life.person.death is not None
    until = iso(between(chance, since + 1, life.today)) if returned and since + 1 < life.today else None
    seen = f"{iso(life.today - 1)}T18:00:00Z" if connects and until is None else None
    yield node(
        id,
        "Device",
        "OEBS",
        product=product,
        isoCode=iso_code,
        articleNumber=article,
        serialNumber=f"{700_000 + life.person.number}",
        status="LENT" if until is None else "IN_STOCK",
        connected=True if seen else None,
        lastSeenAt=seen,
    )
    yield held(id, "OWNED_BY", owner, iso(since), "OEBS")
    yield held(id, "LENT_TO", life.person.id, iso(since), "OEBS", until, loanType=chance.choice(_LOANS))
    kept = life.home.address if life.home.fate is not Fate.UNKNOWN else owner
    yield held(id, "KEPT_AT", kept, iso(since), "OEBS", until)
    if until is not None:
        yield held(id, "KEPT_AT", owner, until, "OEBS")
    elif chance.random() < 0.2:
        yield from _service(life, id, owner)
    if chance.random() < 0.3:
        yield from _case(life, _DEVICE_CASE, 1, id)


def _service(life: Life, device: str, owner: str) -> Iterator[Record]:
    id, on = f"ac-{device[2:]}-s", iso(life.today + int(life.chance.random() * 100))
    yield node(id, "Activity", "OEBS", kind="SERVICE", title="Service på hjelpemiddel", status="PLANNED", startsAt=f"{on}T12:00:00Z")
    yield held(id, "ARRANGED_BY", owner, on, "OEBS")
    yield held(id, "ON", device, on, "OEBS")


def _dialogue(life: Life) -> Iterator[Record]:
    chance, id = life.chance, f"dl-{life.person.number}"
    channel, system = chance.choice(_CHANNELS)
    on, kind = iso(life.since(2)), _KINDS.pick(chance)
    office = life.unit(OFFICE)
    yield node(
        id, "Dialogue", system, channel=channel, heldIn=system, reference=f"{system.lower()}/{life.person.number}",
        startedAt=f"{on}T10:00:00Z", endedAt=f"{on}T10:20:00Z" if chance.random() < 0.8 else None,
    )  # fmt: skip
    yield held(id, "WITH", life.person.id, on, system)
    yield held(id, "IN", f"theme:{kind.theme}", on, system)
    unit = "4100" if system == "KONTAKTSENTER" else office
    by = life.staff.someone(chance, unit, "CONTACT_CENTRE" if unit == "4100" else "COUNSELLOR")
    yield held(id, "BY", by if by is not None and chance.random() < 0.7 else f"unit:{unit}", on, system)
    if system == "AKTIVITETSPLAN" and chance.random() < 0.3:
        yield held(id, "LOCKED_TO", f"unit:{office}", on, system)


def _override(life: Life) -> Iterator[Record]:
    chance, id = life.chance, f"ov-{life.person.number}"
    office = chance.choice(life.staff.places("unit:"))
    employee = f"e-{office.first + int(chance.random() * office.size)}"
    since = between(chance, life.today - 200, life.today)
    lifts = [] if chance.random() < 0.7 else ["LIVES_ABROAD"]
    yield node(id, "Override", "INNSYN", reason="Møtte opp ved et annet kontor", lifts=lifts, validFrom=iso(since), validTo=iso(since + 90))
    yield held(id, "BY", employee, iso(since), "INNSYN")
    yield held(id, "OF", life.person.id, iso(since), "INNSYN")


def _correction(life: Life) -> Iterator[Record]:
    id, on = f"co-{life.person.number}", iso(life.since(1))
    about = life.home.address if life.home.fate is not Fate.UNKNOWN else life.person.id
    yield node(id, "Correction", "INNBYGGER", statement="Datoen stemmer ikke", status="OPEN", createdAt=on)
    yield held(id, "BY", life.person.id, on, "INNBYGGER")
    yield held(id, "ABOUT", about, on, "INNBYGGER")
