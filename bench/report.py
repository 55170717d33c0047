"""The page of what was measured."""

import os
import platform
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.engines import Loaded, Sizes
from bench.logged import CLIENTS, Cost
from bench.many import SUBJECTS, Asked
from bench.measure import Measured
from bench.projected import Projected
from bench.who import Grown
from graph.database import Engine

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "speed.md"
NAMES: dict[Engine, str] = {"neo4j": "Neo4j", "arcadedb": "embedded"}
MASKED: dict[Engine, tuple[float, float]] = {"neo4j": (1.8, 1.2), "arcadedb": (3.0, 1.5)}
HTTP = (2.0, 1.4)
WIDER = (3.0, 2.0)
MANY = (60.0, 30.0)
WHY = (2.0, 1.5)
GROWN = (1.3, 1.0)
GROUPS = (3.0, 2.0)
LOGGED = (1.2, 1.05)
FEWER = (1.1, 1.02)
TRUSTED = (0.3, 0.2)
GUARDED = (1.15, 1.05)
MAIN = "person-360, employee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one engine gave."""

    engine: Engine
    loaded: Loaded
    measured: Sequence[Measured]
    busy: float
    wider: float
    access: Asked
    who: Grown
    log: Mapping[str, Cost]
    guards: float
    planning: Mapping[str, tuple[int, float]]


def page(results: Sequence[Result], *, sizes: Sizes, rounds: int, projected: Sequence[Projected]) -> str:
    """The text of docs/speed.md."""
    head = [
        "# Speed",
        "",
        "Made by `make bench`; do not edit. Times are milliseconds: medians over interleaved rounds, the 95th percentile behind.",
        "Ratios are of medians of one run.",
        "",
        *_setting(results, sizes, rounds),
        "",
        "## Ratios",
        "",
        *_ratios(results, sizes),
        *map(_trusted, projected),
        "",
        *_projection(projected[0]),
        "",
        "*Raw*: the statement that reads the same selection with no viewer and no rules, through the driver. *Masked*: the statement that",
        "the server runs, through the driver. *HTTP*: the request, from its first byte sent to the last received, to `innsyn serve` in a",
        "process of its own on the same machine. What the mask closes is not read, so a masked answer can be the smaller one.",
        "",
    ]
    return "\n".join([*head, *(line for result in results for line in _engine(result)), *_again(sizes)]) + "\n"


def _setting(results: Sequence[Result], sizes: Sizes, rounds: int) -> Iterator[str]:
    yield from _head("what", "value")
    yield _row("commit", _commit())
    yield _row("when", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))
    yield _row("machine", f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB memory, {platform.system()} {platform.release()}")
    yield _row("load of the machine when each engine began", ", ".join(f"{NAMES[each.engine]} {each.busy:.1f}" for each in results))
    yield _row("Python", platform.python_version())
    yield _row("persons", f"{sizes.main.persons:,} generated, seed {sizes.main.seed}")
    yield _row("rounds", f"{rounds} of each operation, over as many subjects")
    for each in results:
        loaded = f"{each.loaded.nodes:,} nodes, {each.loaded.relationships:,} relationships"
        yield _row(f"load, {NAMES[each.engine]}", f"{loaded} in {each.loaded.seconds:,.0f} s: {each.loaded.rate:,} lines a second")


def _ratios(results: Sequence[Result], sizes: Sizes) -> Iterator[str]:
    yield from _head("what", "engine", "measured", "at most", "moonshot", "")
    for result in results:
        for each in result.measured:
            most, moonshot = MASKED[result.engine]
            yield _ratio(f"masked ÷ raw, {each.operation.title}", result.engine, each.masked_to_raw, most, moonshot)
    for result in results:
        for each in result.measured:
            if each.operation.title == MAIN:
                yield _ratio(f"HTTP ÷ masked, {each.operation.title}", result.engine, each.http_to_masked, *HTTP)
    told: list[tuple[str, Callable[[Result], float], tuple[float, float]]] = [
        ("family of 20 ÷ family of none, masked", lambda each: each.wider, WIDER),
        (f"`checkAccess` of {SUBJECTS:,} ÷ of 1", lambda each: each.access.many_to_one, MANY),
        ("`access` with every reason ÷ without", lambda each: each.access.why_to_plain, WHY),
        (f"`whoCanSee`, first page, {sizes.told}", lambda each: each.who.many_to_few, GROWN),
        ("`whoCanSee`, first page ÷ `person` by id", lambda each: each.who.few_to_look_up, GROUPS),
        ("HTTP with tokens, limits, metrics and spans ÷ without, p50", lambda each: each.guards, GUARDED),
        ("statements a request", lambda each: max(one.statements for one in each.measured), (1, 1)),
    ]
    for what, of, bounds in told:
        yield from (_ratio(what, result.engine, of(result), *bounds) for result in results)
    for result in results:
        for store, cost in result.log.items():
            yield _ratio(f"HTTP with the look-up log in {store} ÷ without, p50", result.engine, cost.slower, *LOGGED)
            yield _ratio(f"requests a second without the log ÷ with it in {store}, {CLIENTS} clients", result.engine, cost.fewer, *FEWER)


def _ratio(what: str, engine: Engine | None, found: float, most: float, moonshot: float) -> str:
    verdict = "moonshot" if found <= moonshot else "yes" if found <= most else "**no**"
    return _row(what, NAMES[engine] if engine else "", f"{found:.2f}", f"{most:g}", f"{moonshot:g}", verdict)


def _trusted(projected: Projected) -> str:
    what = f"projection of a trusted document ÷ of another, {projected.leaves:,} leaves{projected.asks}"
    return _ratio(what, None, projected.trusted_to_ordinary, *TRUSTED)


def _projection(projected: Projected) -> list[str]:
    trusted, ordinary, executed = (each.median for each in (projected.trusted, projected.ordinary, projected.executed))
    return [
        f"*Projection*: from what the statement's record is shaped into, {projected.leaves:,} leaves, to the bytes of the response, in one",
        f"process and without a database: {trusted:.2f} for a trusted document, {ordinary:.2f} for another. Execution, which",
        f"graphql-core does of questions about the schema alone, would take {executed:.0f}.",
    ]


def _engine(result: Result) -> Iterator[str]:
    yield from (f"## {NAMES[result.engine][0].upper()}{NAMES[result.engine][1:]}", "", "One client:", "")
    yield from _head("operation", "raw", "masked", "HTTP", "masked ÷ raw", "HTTP ÷ masked", "first run of a new statement")
    for each in result.measured:
        times = [f"{each.alone[kind].median:.2f} ({each.alone[kind].p95:.2f})" for kind in ("raw", "masked", "http")]
        ratios = f"{each.masked_to_raw:.2f}", f"{each.http_to_masked:.2f}"
        yield _row(each.operation.title, *times, *ratios, f"{each.first_run.median:.0f}")
    yield from ("", "Several clients at once, each asking again as soon as it is answered:", "")
    yield from _head("operation", "clients", "raw", "masked", "HTTP", "raw a second", "masked a second", "HTTP a second")
    for each in result.measured:
        for raw, masked, http in zip(each.crowds["raw"], each.crowds["masked"], each.crowds["http"], strict=True):
            three = (raw, masked, http)
            times = [f"{one.times.median:.2f} ({one.times.p95:.2f})" for one in three]
            yield _row(each.operation.title, str(raw.clients), *times, *(f"{one.a_second:,.0f}" for one in three))
    yield from ("", f"Questions about access, of 1 and of {SUBJECTS:,} persons, through the driver:", "")
    yield from _head("`checkAccess` of 1", f"`checkAccess` of {SUBJECTS:,}", "`access`", "`access` with every reason")
    found = result.access
    yield _row(*(f"{each.median:.2f} ({each.p95:.2f})" for each in (found.one, found.many, found.plain, found.why)))
    yield from ("", "`whoCanSee`, asked by persons of themselves, the first page without counts, and a look-up by id:", "")
    yield from _head("among fewer", "among ten times as many", "`person` by id, among fewer")
    yield _row(*(f"{each.median:.2f} ({each.p95:.2f})" for each in (result.who.few, result.who.many, result.who.look_up)))
    if result.planning:
        yield from ("", "Planning the known operations' statements, which the server does when it starts:", "")
        yield from _head("statement", "signs", "milliseconds")
        yield from (_row(name, f"{signs:,}", f"{taken:,.0f}") for name, (signs, taken) in result.planning.items())
    yield ""


def _again(sizes: Sizes) -> list[str]:
    large = "--large" if sizes.large else ""
    words = ["python -m bench --persons", str(sizes.main.persons), "--seed", str(sizes.main.seed), *large.split()]
    return [
        "## To repeat it",
        "",
        f"    make bench{f' ARGS={large}' if large else ''}",
        "",
        f"which is `{' '.join(words)}`; `--engine` takes one of the engines, `--rounds` more rounds.",
        "Who can see is asked too of a population a tenth as large or, with `--large`, of one ten times as large, which takes a quarter",
        "of an hour to load, once. The generated files and the loaded databases are kept in `.cache/bench`: delete them to load anew.",
        "For that, both are started anew, and 150 persons or more are asked about before those that count and as they count. Neo4j is",
        "the one that the tests run, with twice the heap of the embedded database and the page cache of `deploy/compose.yaml`, which holds",
        "each graph whole.",
    ]


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "api", "auth", "graph", "bench", "migrations")
    return f"`{git('rev-parse', '--short', 'HEAD')}`" + (" and uncommitted changes" if changed else "")


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        return next(
            (line.partition(":")[2].strip() for line in told.read_text().splitlines() if line.startswith("model name")), platform.machine()
        )
    return platform.processor() or platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
