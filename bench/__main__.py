"""`python -m bench`: both engines over generated persons, one run; prints the page and writes it to docs/speed.md."""

import argparse
import asyncio
import os
from pathlib import Path
from typing import get_args

from bench import report
from bench.asked import operations, relatives
from bench.engines import Sizes, filled, generated
from bench.guarded import guarded
from bench.logged import logged
from bench.many import asked as asked_about_access
from bench.measure import measured, planned, widened
from bench.projected import projected
from bench.server import served
from bench.who import grown
from graph.database import Engine

CLIENTS = (8, 32)


def main() -> None:
    """Measure as the words on the command line say."""
    told = _words()
    sizes = Sizes.of(told.persons, told.seed, large=told.large)
    results = [asyncio.run(_engine(engine, sizes, told.rounds)) for engine in told.engine]
    page = report.page(results, sizes=sizes, rounds=told.rounds, projected=projected())
    print(page)
    if told.write:
        told.write.write_text(page, encoding="utf-8")


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--persons", type=int, default=20_000)
    parser.add_argument(
        "--large", action="store_true", help="ask who can see among ten times as many, not among a tenth: loading takes long"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=200, help="of each operation, one client")
    parser.add_argument("--engine", nargs="+", choices=get_args(Engine), default=["neo4j", "arcadedb"])
    parser.add_argument("--write", type=Path, default=report.PAGE, help="where the page goes")
    return parser.parse_args()


async def _engine(engine: Engine, sizes: Sizes, rounds: int) -> report.Result:
    async with filled(engine, generated(sizes.main)) as ready:
        busy = os.getloadavg()[0]
        asked = await operations(ready.database, rounds)
        async with served(ready.address) as server:
            results = [await measured(each, ready, server, rounds=rounds, crowds=CLIENTS) for each in asked]
        log = await logged(asked[0], ready, rounds)
        guards = await guarded(asked[0], ready, rounds)
        few, many = await widened(*await relatives(ready.database, asked[0]), ready, rounds)
        access = await asked_about_access(*asked[0].pairs[0], ready, rounds)
        planning = await planned(ready) if engine == "neo4j" else {}
    # Both are started anew: what has run for long is compiled further, and would seem the less to ask.
    async with filled(engine, generated(sizes.fewer)) as one, filled(engine, generated(sizes.more)) as other:
        who = await grown(one, other, rounds)
    wider = many.median / few.median
    return report.Result(
        engine=engine,
        loaded=ready.loaded,
        measured=results,
        busy=busy,
        wider=wider,
        access=access,
        who=who,
        log=log,
        guards=guards,
        planning=planning,
    )


if __name__ == "__main__":
    main()
