"""What persons are to be told of outside the log-in beside overrides: first look-ups from a unit, and mandates that name them, where they
choose it (decision 29). A command looks for what is new, and puts it in the outbox.

Only those are asked about of whom the log has something new, or whom a mandate names anew. What they are told of is then read as they read
it themselves, so that nothing is told here that is not told there. Nothing of it leaves but that there is something.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from graphql.execution.values import VariableValues

from api.answers import moment
from api.lookups import Lookups
from api.plan import Plan, Plans
from audit import append
from audit import notices as told
from audit import store as stores
from audit.entry import id_or_none
from audit.notices import Found, Known, Seen
from audit.store import Address, Store
from auth.notice import Kind
from auth.viewer import Viewer, ViewerKind
from auth.visit import History
from graph import notices
from graph.compile import Request
from graph.database import Database

OWN: Final = "query notify { viewer { notices(first: 100) { edges { node { id kind unit { id } visit mandate } } } } }"
_ALL: Final = 1_000_000
"""How many of a person's notices the statement gives: all."""
_ENTRIES: Final = 20_000
"""Entries of the log that are looked at before it is noted how far that has come."""
_AT_ONCE: Final = 8
"""Persons who are asked about at a time."""
_LATE: Final = 7 * 24 * 60 * 60 * 1000
"""For how long mandates are looked for again: files bring them later than they are dated."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notifier:
    """Puts what is new to tell in the outbox. Several may at once: each thing is told once."""

    database: Database
    address: Address
    plans: Plans
    lookups: Lookups
    clock: Callable[[], int]

    async def notify(self) -> int:
        """How many notices were put there. The first time it only begins: what comes from then on is new."""
        now, (size, seen) = self.clock(), await self._of_store(lambda store: (append.size(store), told.seen(store)))
        if seen is None:
            await self._see(Seen(upto=size, mandates=now, begun=now))
            return 0
        count = 0
        async for named in notices.named(self.database, max(seen.begun, seen.mandates - _LATE), now):
            count += await self._told(named, seen.upto)
        for begin in range(seen.upto, size, _ENTRIES):
            end = min(begin + _ENTRIES, size)
            count += await self._told(await self._looked_up(begin, end), begin)
            await self._see(Seen(upto=end, mandates=now if end == size else seen.mandates, begun=seen.begun))
        return count

    async def _see(self, seen: Seen) -> None:
        await self._of_store(lambda store: told.see(store, seen, self.clock()))

    async def _looked_up(self, begin: int, end: int) -> Mapping[str, Collection[str]]:
        """Those of whom these entries of the log are, and who choose to be told of units."""
        persons = await self._of_store(lambda store: told.looked_up(store, begin, end))
        return dict.fromkeys(await notices.choosers(self.database, persons), ())

    async def _told(self, persons: Mapping[str, Collection[str]], seen: int) -> int:
        """Put in the outbox what each is to be told of: how many that were."""
        count, every = 0, list(persons.items())
        for start in range(0, len(every), _AT_ONCE):
            some = await asyncio.gather(*(self._of(*each, seen) for each in every[start : start + _AT_ONCE]))
            count += await self._put([found for each in some for found in each])
        return count

    async def _put(self, found: list[Found]) -> int:
        return await self._of_store(lambda store: told.put(store, found, self.clock())) if found else 0

    async def _of(self, person: str, mandates: Collection[str], seen: int) -> list[Found]:
        """What a person is told of that is new: these mandates, and look-ups that show to them since the log had that many entries."""
        known = await self._of_store(lambda store: told.known(store, person, seen))
        nodes, history = await self._read(person)
        return [each for each in _new(person, nodes, history, mandates, known) if each.thing not in known.told]

    async def _read(self, person: str) -> tuple[list[Mapping[str, Any]], History]:
        """All that they are told of, as they read it, and the visits that it is of."""
        plan = self._plan()
        given = {each.parameter: _ALL if each.name == "first" else None for each in plan.asked.bindings}
        parameters = {**given, **moment(self.clock()), "viewer": person, "purpose": None, "case": None}
        asks = Viewer(kind=ViewerKind.PERSON, key=person)
        request = await self.lookups.read(plan.statement.logged, Request(parameters=parameters, seal=_sealed), asks)
        rows = await self.database.read(plan.statement.text, plan.statement.given(request.parameters))
        answer = plan.statement.answer(rows[0] if rows else None, request)
        own = ((answer.data or {}).get("viewer") or {}).get("notices") or {"edges": ()}
        (history,) = request.histories.values()
        return [each["node"] for each in own["edges"]], history

    def _plan(self) -> Plan:
        asked = self.plans.documents.read(OWN)
        return self.plans.plan(asked, asked.operation(None), VariableValues({}, {}), ViewerKind.PERSON)

    async def _of_store(self, work: Callable[[Store], Result]) -> Result:
        return await asyncio.to_thread(self._with_store, work)

    def _with_store(self, work: Callable[[Store], Result]) -> Result:
        with closing(stores.opened(self.address)) as store:
            return work(store)


def _new(person: str, nodes: list[Mapping[str, Any]], history: History, mandates: Collection[str], known: Known) -> Iterator[Found]:
    visits = {visit.id for visit in history.visits if any(known.lacks(*each.place[1:]) for each in visit.look_ups)}
    for node in nodes:
        match node["kind"]:
            case Kind.NEW_UNIT if node["visit"] in visits:
                about = (node["unit"] or {}).get("id") or ""
            case Kind.NEW_MANDATE if node["mandate"] in mandates:
                about = node["mandate"]
            case _:
                continue
        # Whatever files call it, it can be told from others.
        yield Found(person=person, kind=Kind(node["kind"]), id=node["id"], about=about if not about or id_or_none(about) else node["id"])


def _sealed(coordinate: str, position: Any) -> str:
    """No cursor is asked for."""
    raise NotImplementedError
