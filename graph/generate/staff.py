"""Who works where: every employee's number gives the workplace and the seat, so anyone can be pointed at without being remembered."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from random import Random

from graph.generate.places import Area, rows
from graph.generate.record import Record, held, node

Roles = Mapping[str, float]

_OFFICE: Roles = {
    "COUNSELLOR": 0.5,
    "SICKNESS_COUNSELLOR": 0.14,
    "RECEPTION": 0.12,
    "OFFICE_LEADER": 0.06,
    "MEASURES_ADVISER": 0.09,
    "EMPLOYER_ADVISER": 0.09,
}
_CENTRE: Roles = {"AID_ADVISER": 0.65, "AID_CENTRE_TECHNICIAN": 0.35}
_MUNICIPALITY: Roles = {"THERAPIST": 0.6, "TECHNICIAN": 0.4}
_ARRANGER: Roles = {"MEASURE_SUPERVISOR": 1}
_SPECIAL: Mapping[str, tuple[float, Roles]] = {
    "4488": (0.10, {"CASE_HANDLER": 0.5, "CASE_HANDLER_SYK": 0.2, "CASE_HANDLER_AAP": 0.15, "CASE_HANDLER_DAG": 0.15}),
    "4806": (0.06, {"FAMILY_HANDLER": 0.6, "CASE_HANDLER_PEN": 0.4}),
    "4100": (0.08, {"CONTACT_CENTRE": 1}),
    "4151": (0.02, {"INVESTIGATOR": 0.7, "CONTROLLER": 0.3}),
    "4292": (0.01, {"INSIGHT_HANDLER": 1}),
    "2950": (0.005, {"ARCHIVIST": 1}),
    "2103": (0.015, {"PROTECTED_HANDLER": 1}),
}
_OFFICES, _CENTRES, _MUNICIPALITIES, _ARRANGERS = 0.58, 0.05, 0.06, 0.02
_OFFICE_SIZE, _SMALL_SIZE = 25, 4
_SCATTER = 7_368_787
SINCE = "2010-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """A unit, a municipality or an arranger, with the employees `first`, `first + 1`, … of it."""

    id: str
    code: str
    roles: Roles
    first: int
    size: int

    def seats(self) -> Iterator[tuple[str, range]]:
        """The roles here and who is in each."""
        upto, start = 0.0, self.first
        for role, share in self.roles.items():
            upto += share
            end = self.first + min(self.size, round(upto * self.size))
            yield role, range(start, end)
            start = end


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An employee's place: the workplace and the role."""

    workplace: Workplace
    role: str

    @property
    def position(self) -> str:
        return position_id(self.workplace.code, self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """All employees, by number."""

    count: int
    workplaces: Sequence[Workplace]
    firsts: Sequence[int]
    ranges: Mapping[tuple[str, str], range]

    @classmethod
    def of(cls, count: int, everywhere: Sequence[Area]) -> "Staff":
        workplaces = tuple(_sized(count, list(_planned(count, everywhere))))
        ranges = {(place.code, role): numbers for place in workplaces for role, numbers in place.seats() if numbers}
        return cls(count=count, workplaces=workplaces, firsts=[place.first for place in workplaces], ranges=ranges)

    def seat(self, number: int) -> Seat:
        """The seat of an employee."""
        place = self.workplaces[bisect(self.firsts, number) - 1]
        return Seat(workplace=place, role=next(role for role, numbers in place.seats() if number in numbers))

    def hired(self, turn: int) -> int:
        """The number of whoever is hired as the `turn`-th: neighbours and kin end up at different workplaces."""
        stride = next(stride for stride in range(_SCATTER, _SCATTER + self.count + 1) if gcd(stride, self.count) == 1)
        return turn * stride % self.count

    def someone(self, chance: Random, code: str, *roles: str) -> str | None:
        """An employee in one of the roles at that workplace, if there is any."""
        numbers = self.ranges.get((code, roles[int(chance.random() * len(roles))]))
        return None if numbers is None else employee_id(numbers[int(chance.random() * len(numbers))])

    def places(self, prefix: str) -> list[Workplace]:
        """The workplaces whose ids begin so."""
        return [place for place in self.workplaces if place.id.startswith(prefix)]


def employee_id(number: int) -> str:
    return f"e-{number}"


def position_id(code: str, role: str) -> str:
    return f"pos-{code}-{role.lower().replace('_', '-')}"


def offices(count: int) -> int:
    """How many offices that many employees fill."""
    return max(1, round(count * _OFFICES / _OFFICE_SIZE))


def position(code: str, role: str, at: str, since: str = SINCE) -> Iterator[Record]:
    """A seat and what it is."""
    id = position_id(code, role)
    yield node(id, "Position", "NORG")
    yield held(id, "AT", at, since, "NORG")
    yield held(id, "IN", f"role:{role}", since, "NORG")


def positions(staff: Staff) -> Iterator[Record]:
    """The seats that somebody sits in."""
    for place in staff.workplaces:
        for role, numbers in place.seats():
            if numbers:
                yield from position(place.code, role, place.id)


def _planned(count: int, everywhere: Sequence[Area]) -> Iterator[tuple[str, str, Roles, float]]:
    """Id, code, roles and share of each workplace."""
    local: dict[str, float] = {}
    for area in everywhere:
        local[area.office] = local.get(area.office, 0) + area.inhabitants
    first = dict(list(local.items())[: offices(count)])
    yield from ((f"unit:{code}", code, _OFFICE, _OFFICES * size / sum(first.values())) for code, size in first.items())
    yield from ((f"unit:{code}", code, roles, share) for code, (share, roles) in _SPECIAL.items())
    served = [area for area in everywhere if area.office in first]
    centres = list(dict.fromkeys(area.centre for area in served))
    yield from ((f"unit:{code}", code, _CENTRE, _CENTRES / len(centres)) for code in centres)
    municipalities = list(dict.fromkeys(area.municipality for area in served))[: _few(count, _MUNICIPALITIES)]
    yield from ((f"m-{code}", f"m{code}", _MUNICIPALITY, _MUNICIPALITIES / len(municipalities)) for code in municipalities)
    arrangers = _few(count, _ARRANGERS)
    yield from ((f"b-arranger-{turn}", f"arranger{turn}", _ARRANGER, _ARRANGERS / arrangers) for turn in range(arrangers))


def _few(count: int, share: float) -> int:
    return max(1, round(count * share / _SMALL_SIZE))


def _sized(count: int, planned: Sequence[tuple[str, str, Roles, float]]) -> Iterator[Workplace]:
    """Everyone handed out: one to each role of each workplace where that leaves enough, the rest by the shares."""
    least = [len(roles) for _, _, roles, _ in planned]
    rest = count - sum(least)
    if rest < 0:
        least, rest = [0] * len(planned), count
    first, upto, given = 0, 0.0, 0
    whole = sum(share for *_, share in planned)
    for (id, code, roles, share), floor in zip(planned, least, strict=True):
        upto += share / whole
        size = floor + round(upto * rest) - given
        given = round(upto * rest)
        if size:
            yield Workplace(id=id, code=code, roles=roles, first=first, size=size)
        first += size


def municipality_names() -> Mapping[str, str]:
    """The name of each municipality by its code."""
    return {row["code"]: row["name"] for row in rows("areas.csv")}
