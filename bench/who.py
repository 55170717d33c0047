"""What `whoCanSee` costs: its first page among ten times as many persons and employees by that among fewer, and by a look-up by id."""

from dataclasses import dataclass
from typing import Final

from auth.viewer import Viewer, ViewerKind
from bench.engines import Filled
from bench.many import run
from bench.measure import Run, Times, interleaved

SPREAD: Final = 50
ROUNDS: Final = 150
"""Rounds before those that count, and as many that count, at least. A look-up is fast long after the groups are, and theirs is the ratio;
and each round is of another person, who has more groups or fewer."""
PERSONS: Final = """\
// bench-persons: persons, many more than are asked
MATCH (person:Person) WHERE person.retractedAt IS NULL WITH person.id AS id ORDER BY id LIMIT $count
RETURN collect(id) AS ids"""
GROUPS: Final = """query groups($subject: ID!) { whoCanSee(subject: $subject, type: PERSON, first: 20) { pageInfo { hasNextPage }
  edges { cursor node {
  rule text categories themes validTo unit { name } role { name } person { name { full } } organisation { __typename } } } } }"""
LOOKUP: Final = "query lookUp($subject: ID!) { person(id: $subject) { id name { full } birthDate } }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What was measured, through the driver: of persons who ask about themselves."""

    few: Times
    many: Times
    look_up: Times

    @property
    def many_to_few(self) -> float:
        """What ten times as many cost."""
        return self.many.median / self.few.median

    @property
    def few_to_look_up(self) -> float:
        """What the groups cost, by the person alone."""
        return self.few.median / self.look_up.median


async def grown(few: Filled, many: Filled, rounds: int) -> Grown:
    """Both ratios, of two databases that have run for as long; everyone is asked about once before, so that no size reads more from the
    disk than another."""
    rounds = max(rounds, ROUNDS)
    runs = {
        "few": await _asked(GROUPS, few, rounds),
        "many": await _asked(GROUPS, many, rounds),
        "look-up": await _asked(LOOKUP, few, rounds),
    }
    await interleaved(runs, rounds)
    found = await interleaved(runs, rounds)
    return Grown(few=found["few"], many=found["many"], look_up=found["look-up"])


async def _asked(text: str, filled: Filled, rounds: int) -> Run:
    (found,) = await filled.database.read(PERSONS, {"count": rounds * SPREAD})
    ids = found["ids"][:: max(1, len(found["ids"]) // rounds)]
    runs = [run(text, Viewer(kind=ViewerKind.PERSON, key=id_), {"subject": id_}, filled) for id_ in ids]
    return lambda number: runs[number % len(runs)](number)
