"""Where people live, which unit serves them there, and how many live in each area."""

import csv
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")
DATA = Path(__file__).parents[1] / "data"

# Inhabitants in thousands, roughly, where they are not as usual. A municipality that has districts is lived in through them.
_USUAL = 6.0
_INHABITANTS: Mapping[str, float] = {
    "030101": 62, "030102": 65, "030103": 47, "030104": 40, "030105": 60, "030106": 35, "030107": 52, "030108": 54, "030109": 37,
    "030110": 28, "030111": 34, "030112": 50, "030113": 52, "030114": 54, "030115": 40, "030116": 1.6, "030117": 1.7, "0301": 1.5,
    "110301": 13, "110302": 16, "110303": 25, "110304": 22, "110305": 18, "110306": 20, "110307": 23, "110308": 3, "110309": 5,
    "1103": 0.3, "460101": 14, "460102": 44, "460103": 44, "460104": 31, "460105": 41, "460106": 31, "460107": 42, "460108": 43,
    "4601": 0.6, "500101": 52, "500102": 56, "500103": 58, "500104": 48, "5001": 0.4, "3201": 130, "4204": 116, "3301": 104,
    "3203": 99, "3205": 93, "3107": 85, "1108": 84, "5501": 78, "3907": 66, "3207": 63, "3105": 60, "3905": 59, "1508": 58,
    "4003": 56, "1804": 54, "3103": 52, "3222": 48, "3909": 48, "3118": 47, "4203": 46, "1149": 43, "3209": 43, "4626": 39,
    "1106": 38, "4001": 37, "3411": 35, "3403": 33, "3101": 32, "3305": 31, "4631": 30, "4627": 30, "3407": 30, "3405": 29,
    "1124": 28, "3303": 28, "3312": 28, "3240": 28, "3901": 28, "3911": 27, "3903": 26, "1506": 32, "1833": 26, "4624": 26,
    "3232": 25, "5503": 25, "5035": 24, "5006": 24, "4202": 25, "1505": 24, "4205": 23, "3214": 16, "3216": 19, "3218": 21,
    "3212": 20, "4647": 22, "5601": 22, "1806": 22, "3413": 21, "3420": 22, "3314": 20, "5037": 20, "1120": 20, "1119": 20,
    "1121": 20, "4614": 19, "5059": 19, "3224": 20, "3226": 18, "3401": 18, "1151": 0.2, "1144": 0.5, "1856": 0.5, "1835": 0.5,
    "1816": 0.5, "1857": 0.7, "4629": 0.4, "4633": 0.5, "4636": 0.8, "5043": 0.4, "5052": 0.6, "5033": 0.7, "5044": 0.9,
    "5636": 0.9, "5616": 1, "5614": 0.9, "5630": 0.9, "4619": 0.9, "1145": 0.8, "5632": 2, "5626": 1, "5624": 1.2,
}  # fmt: skip
_POSTAL = {
    "03": "05", "11": "40", "15": "60", "18": "80", "31": "16", "32": "13", "33": "30", "34": "23", "39": "31", "40": "37",
    "42": "46", "46": "50", "50": "70", "55": "90", "56": "95",
}  # fmt: skip
# Most live where someone is employed to serve them; the others are spread over the country.
_AT_HOME = 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A municipality or district, the office that serves it and its aid centre."""

    code: str
    name: str
    city: str
    office: str
    centre: str
    inhabitants: float

    @property
    def id(self) -> str:
        return f"area:{self.code}"

    @property
    def municipality(self) -> str:
        return self.code[:4]

    def postal_code(self, number: int) -> str:
        """A postal code of the right part of the country."""
        return f"{_POSTAL[self.code[:2]]}{number % 100:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """Things to choose from, some more often than others."""

    things: Sequence[T]
    upto: Sequence[float]

    @classmethod
    def of(cls, weights: Mapping[T, float]) -> "Choice[T]":
        return cls(things=tuple(weights), upto=tuple(accumulate(weights.values())))

    def pick(self, chance: Random) -> T:
        return self.things[bisect(self.upto, chance.random() * self.upto[-1])]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of reference data."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def areas() -> tuple[Area, ...]:
    """Every municipality and district that an office serves, the biggest first."""
    units, found = rows("units.csv"), rows("areas.csv")
    office = _serving(units, "OFFICE")
    centre = _serving(units, "AID_CENTRE")
    names = {row["code"]: row["name"] for row in found}
    made = (
        Area(
            code=row["code"],
            name=row["name"],
            city=names.get(row["part_of"], row["name"]),
            office=office.get(row["code"]) or office.get(row["part_of"]) or "",
            centre=centre[row["code"]],
            inhabitants=_INHABITANTS.get(row["code"], _USUAL),
        )
        for row in found
    )
    return tuple(sorted((area for area in made if area.office), key=lambda area: (-area.inhabitants, area.code)))


def _serving(units: list[dict[str, str]], kind: str) -> dict[str, str]:
    return {area: unit["number"] for unit in reversed(units) if unit["kind"] == kind for area in unit["serves"].split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Homes:
    """Where the generated persons live: mostly in the areas that have staff."""

    staffed: Choice[Area]
    anywhere: Choice[Area]

    @classmethod
    def of(cls, everywhere: Sequence[Area], offices: int) -> "Homes":
        weights = {area: area.inhabitants for area in everywhere}
        return cls(staffed=Choice.of({area: weights[area] for area in _first(everywhere, offices)}), anywhere=Choice.of(weights))

    def pick(self, chance: Random) -> Area:
        return (self.staffed if chance.random() < _AT_HOME else self.anywhere).pick(chance)


def _first(everywhere: Sequence[Area], offices: int) -> list[Area]:
    numbers = list(dict.fromkeys(area.office for area in everywhere))[:offices]
    return [area for area in everywhere if area.office in numbers]
