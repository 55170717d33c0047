"""Both engines over generated persons, kept between runs in `.cache/bench`."""

import hashlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import graph.generate
import graph.load
from graph import embedded
from graph.database import Address, Database, Engine
from graph.generate import Size, lines
from graph.load import load
from graph.migrate import migrate
from tests.databases import Neo4j

CACHE = Path(__file__).parents[1] / ".cache" / "bench"
MEMORY = "1g"
PAGE_CACHE = 1024
"""Megabytes of Neo4j's, as the compose file gives: that of 200,000 persons is 640 MB on the disk, and what does not fit is read anew."""
GROWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The population that is measured, and the one beside it that tells what ten times as many persons and employees cost."""

    main: Size
    other: Size

    @classmethod
    def of(cls, persons: int, seed: int, *, large: bool) -> "Sizes":
        """That many persons, and ten times as many or a tenth."""
        main = Size.of(persons, seed)
        few_or_many = (persons * GROWN, main.employees * GROWN) if large else (persons // GROWN, main.employees // GROWN)
        return cls(main=main, other=Size.of(few_or_many[0], seed, few_or_many[1]))

    @property
    def large(self) -> bool:
        """Whether the other is the larger."""
        return self.other.persons > self.main.persons

    @property
    def fewer(self) -> Size:
        """The smaller."""
        return self.main if self.large else self.other

    @property
    def more(self) -> Size:
        """The larger."""
        return self.other if self.large else self.main

    @property
    def told(self) -> str:
        """Many by few, in words."""
        many, few = self.more, self.fewer
        return f"at {many.persons:,} persons and {many.employees:,} employees ÷ at {few.persons:,} and {few.employees:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did, and how fast."""

    nodes: int
    relationships: int
    seconds: float

    @property
    def rate(self) -> int:
        """Lines a second."""
        return round((self.nodes + self.relationships) / self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """An engine that runs over the generated persons."""

    engine: Engine
    address: Address
    database: Database
    loaded: Loaded


def generated(size: Size) -> Path:
    """The file of a generated population; made anew when the generator has changed."""
    made = f"{size.persons}-{size.employees}-{size.seed}-{_digest(Path(graph.generate.__file__).parent)}"
    file = CACHE / f"persons-{made}.jsonl"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        making = file.with_suffix(".making")
        with making.open("wb") as target:
            target.writelines(lines(size))
        making.rename(file)
    return file


def _digest(*folders: Path) -> str:
    texts = [each.read_bytes() for folder in folders for each in sorted(folder.glob("*.py"))]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:12]


@asynccontextmanager
async def filled(engine: Engine, file: Path) -> AsyncIterator[Filled]:
    """The engine with the file in it: loaded now if this folder has not got it yet."""
    folder = CACHE / f"{engine}-{file.stem}"
    mark = folder / "loaded.json"
    folder.mkdir(parents=True, exist_ok=True)
    async with _running(engine, folder) as address, address.opened(development=True) as database:
        await migrate(address.uri, address.user, address.password, address.database)
        if not mark.exists():
            mark.write_text(json.dumps(asdict(await _load(database, file))), encoding="utf-8")
        loaded = Loaded(**json.loads(mark.read_text(encoding="utf-8")))
        yield Filled(engine=engine, address=address, database=database, loaded=loaded)


async def _load(database: Database, file: Path) -> Loaded:
    begun = time.monotonic()
    done = await load(database, file)
    return Loaded(nodes=done.nodes, relationships=done.relationships, seconds=round(time.monotonic() - begun, 1))


@asynccontextmanager
async def _running(engine: Engine, folder: Path) -> AsyncIterator[Address]:
    if engine == "arcadedb":
        async with embedded.served(folder / "data", embedded.Options(memory=MEMORY)) as local:
            yield Address(uri=local.uri, user=local.user, password=local.password, database=local.database)
        return
    (folder / "data").mkdir(exist_ok=True)
    started = await Neo4j.start(folder / "data", PAGE_CACHE)
    try:
        yield started.address
    finally:
        await started.stop()
