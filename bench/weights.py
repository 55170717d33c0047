"""`python -m bench.weights`: what `@cost` rests on. How long one object more takes in a long list, and how long each root field takes
beside a plain look-up, in such objects; over HTTP with everything on. `api/cost.py` has what is chosen of it.
"""

import argparse
import asyncio
import json
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from auth.viewer import Viewer, ViewerKind
from bench.asked import PURPOSE, WITHIN_REACH
from bench.client import Client, written
from bench.engines import Filled, Sizes, filled, generated
from bench.measure import interleaved
from bench.server import Served, served
from graph.database import Engine

PEOPLE: Final = 100
CONTROLLER: Final = """\
// bench-controller: someone who reads the log
MATCH (employee:Employee)-[held:HOLDS]->(:Position)-[:IN]->(:Role {code: 'CONTROLLER'}) WHERE held.validTo IS NULL
RETURN employee.ident AS ident ORDER BY ident LIMIT 1"""
MANDATE: Final = """\
// bench-mandate: someone who gave one
MATCH (person:Person)<-[:FROM]-(mandate:Mandate {kind: 'PROXY'})-[:TO]->(:Person) WHERE mandate.revokedAt IS NULL
RETURN person.id AS giver, mandate.id AS mandate ORDER BY mandate LIMIT 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, by whom."""

    viewer: Viewer
    text: str

    @property
    def body(self) -> bytes:
        return written({"query": self.text})


async def main(engine: Engine, persons: int, rounds: int) -> None:
    """Measure, and print a line for each."""
    async with filled(engine, generated(Sizes.of(persons, 1, large=False).main)) as ready, served(ready.address) as server:
        asked = await _asked(ready)
        client = await Client.open(server.url)
        given = {name: await _objects(client, server, each) for name, each in asked.items()}
        runs = {name: _run(client, server, each) for name, each in asked.items()}
        times = {name: each.median for name, each in (await interleaved(runs, rounds)).items()}
        client.close()
    print(f"{engine}, {persons:,} persons, {rounds} rounds, medians in ms")
    slopes = {name: (times[f"{name} 100"] - times[f"{name} 1"]) / (given[f"{name} 100"] - given[f"{name} 1"]) for name in MANY}
    unit = statistics.median(slopes.values())
    for name, slope in slopes.items():
        print(f"{name:>22}: {slope:.3f} an object more ({given[f'{name} 1']:,} to {given[f'{name} 100']:,} objects)")
    print(f"{'an object':>22}: {unit:.3f}")
    for name, took in times.items():
        print(f"{name:>22}: {took:8.2f} for {given[name]:,} objects, {(took - times['person']) / unit:+8.0f} objects beside `person`")


MANY: Final = ("nodes", "family", "checkAccess", "whatCanISee")


async def _asked(ready: Filled) -> Mapping[str, Asked]:
    (reach,) = await ready.database.read(WITHIN_REACH, {"count": PEOPLE})
    (controls,) = await ready.database.read(CONTROLLER)
    (gave,) = await ready.database.read(MANDATE)
    employee = Viewer(kind=ViewerKind.EMPLOYEE, key=reach["ident"], purpose=PURPOSE)
    controller = Viewer(kind=ViewerKind.EMPLOYEE, key=controls["ident"], purpose="ACCESS_REVIEW")
    people = reach["persons"]
    first, citizen = people[0], Viewer(kind=ViewerKind.PERSON, key=people[0])
    giver = Viewer(kind=ViewerKind.PERSON, key=gave["giver"])
    ids = {count: json.dumps(people[:count]) for count in (1, PEOPLE)}
    person = "id name { full } addresses { street }"
    family = "family(first: 100) { edges { relation node { id name { full } } } }"
    found: dict[str, Asked] = {}
    for count, some in ids.items():
        texts = {
            "nodes": f"{{ nodes(ids: {some}) {{ ... on Person {{ {person} }} }} }}",
            "family": f"{{ nodes(ids: {some}) {{ ... on Person {{ {family} }} }} }}",
            "checkAccess": f"{{ checkAccess(subjects: {some}) {{ decision categories {{ category allowed }} }} }}",
            "whatCanISee": f"{{ whatCanISee(first: {count}) {{ edges {{ node {{ {person} }} }} }} }}",
        }
        found |= {f"{name} {count}": Asked(viewer=employee, text=text) for name, text in texts.items()}
    return found | {
        "viewer": Asked(viewer=employee, text="{ viewer { kind } }"),
        "person": Asked(viewer=employee, text=f'{{ person(id: "{first}") {{ id }} }}'),
        "access": Asked(viewer=employee, text=f'{{ access(subject: "{first}") {{ decision }} }}'),
        "access, reasons": Asked(
            viewer=employee, text=f'{{ access(subject: "{first}") {{ decision grants {{ rule }} denials {{ code }} }} }}'
        ),
        "search": Asked(viewer=employee, text='{ search(text: "kari", first: 1) { edges { node { id } } } }'),
        "search, counted": Asked(viewer=employee, text='{ search(text: "kari", first: 1) { totalCount } }'),
        "whatCanISee": Asked(viewer=employee, text="{ whatCanISee(first: 1) { edges { node { id } } } }"),
        "whatCanISee, counted": Asked(viewer=employee, text="{ whatCanISee(first: 1) { totalCount } }"),
        "whoCanSee": Asked(viewer=citizen, text=f'{{ whoCanSee(subject: "{first}", first: 1) {{ edges {{ node {{ rule }} }} }} }}'),
        "whoCanSee, counts": Asked(
            viewer=citizen, text=f'{{ whoCanSee(subject: "{first}", first: 20) {{ edges {{ node {{ rule holdersBand }} }} }} }}'
        ),
        "visits": Asked(viewer=citizen, text=f'{{ visits(subject: "{first}", first: 1) {{ edges {{ node {{ __typename }} }} }} }}'),
        "preview": Asked(viewer=giver, text='{ preview(themes: ["HJE"]) { id } }'),
        "usage": Asked(viewer=controller, text='{ usage(units: ["unit:0315"]) { from } }'),
        "alarms": Asked(viewer=controller, text="{ alarms(first: 1) { edges { cursor } } }"),
    }


def _run(client: Client, server: Served, asked: Asked) -> Any:
    body, headers = asked.body, server.headers(asked.viewer)
    return lambda _: client.post(body, headers)


async def _objects(client: Client, server: Served, asked: Asked) -> int:
    """How many an answer holds, beside its root."""
    answer = json.loads(await client.post(asked.body, server.headers(asked.viewer)))
    if "errors" in answer:
        raise SystemExit(f"{asked.text}: {answer['errors']}")
    return _held(answer["data"]) - 1


def _held(value: object) -> int:
    match value:
        case dict():
            return 1 + sum(map(_held, value.values()))
        case list():
            return sum(map(_held, value))
        case _:
            return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.weights", description=__doc__)
    parser.add_argument("--engine", choices=get_args(Engine), default="arcadedb")
    parser.add_argument("--persons", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=50)
    told = parser.parse_args()
    asyncio.run(main(told.engine, told.persons, told.rounds))
