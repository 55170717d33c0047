"""The viewer that a token's bearer is: at once where the token tells, else by the graph, which is asked again after half a minute."""

import time
from collections.abc import Callable
from typing import Final

from api.observe import Phase, timed
from auth.viewer import Bearer, Viewer
from auth.visit import Pseudonyms
from graph import signed_in
from graph.signed_in import Reader

KEPT: Final = 30.0
"""Seconds for which a bearer is taken for whom the graph said."""
_MOST: Final = 10_000


class SignedIn:
    """Finds viewers. Whom the graph does not know is a viewer all the same, of whom it has nothing, by a name that tells no number."""

    def __init__(self, database: Reader, *, names: Pseudonyms, now: Callable[[], int], clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._names, self._now, self._clock = database, names, now, clock
        self._known: dict[Bearer, tuple[float, str]] = {}

    async def viewer(self, bearer: Bearer) -> Viewer:
        """The viewer, without purpose and case."""
        return bearer.viewer or Viewer(kind=bearer.kind, key=await self._key(bearer), client=bearer.client)

    async def _key(self, bearer: Bearer) -> str:
        until, key = self._known.get(bearer, (0.0, ""))
        if until <= self._clock():
            with timed(Phase.DATABASE):
                known = await signed_in.key(self._database, bearer, self._now())
            key = known or self._stranger(bearer)
            self._keep(bearer, key)
        return key

    def _stranger(self, bearer: Bearer) -> str:
        return f"unknown:{self._names.id('signed in', bearer.kind, bearer.key, bearer.organisation)}"

    def _keep(self, bearer: Bearer, key: str) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[bearer] = (self._clock() + KEPT, key)
