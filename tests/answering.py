"""The API's answers from one database at a fixed time, with cursors as clients get them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from api.answers import Answers, Question
from api.cursor import KEY_BYTES, Cursors
from api.errors import ApiError
from api.lookups import Origin
from api.plan import Plans
from auth.alarm import LEAST, AlarmKind
from auth.override import MOST
from auth.rules import INNSYN
from auth.viewer import Viewer
from auth.visit import KEY_BYTES as PSEUDONYM_BYTES
from auth.visit import Pseudonyms
from graph.database import Database
from tests.kept import Kept
from tests.made_graphs import NOW

ORIGIN = Origin(request="test")


@dataclass(slots=True)
class Api:
    """Keeps its plans, as a server does."""

    database: Database
    log: Kept = field(default_factory=Kept)
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        cursors = Cursors(key=b"k" * KEY_BYTES)
        self.answers = Answers(self.database, plans=Plans(INNSYN), cursors=cursors, log=self.log, clock=lambda: NOW)

    async def ask(self, viewer: Viewer, text: str, /, **variables: Any) -> bytes:
        """The answer as it goes out, or what refuses the request."""
        try:
            return orjson.dumps(await self.answers.answer(Question(text=text, variables=variables), viewer, ORIGIN))
        except ApiError as refused:
            return f"{type(refused).__name__}: {refused}".encode()

    async def data(self, viewer: Viewer, text: str, /, **variables: Any) -> Mapping[str, Any]:
        """The answer's data; an answer that is refused whole has none."""
        answer = orjson.loads(await self.ask(viewer, text, **variables))
        return dict(answer["data"])


@dataclass(slots=True)
class Desk:
    """People at work, who change things at a time of the test's choice."""

    database: Database
    now: int = NOW
    most: int = MOST
    least: Mapping[AlarmKind, int] = field(default_factory=lambda: LEAST)
    log: Any = field(default_factory=Kept)
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        self.answers = Answers(
            self.database,
            plans=Plans(INNSYN),
            cursors=Cursors(key=b"k" * KEY_BYTES),
            log=self.log,
            clock=lambda: self.now,
            pseudonyms=Pseudonyms(key=b"p" * PSEUDONYM_BYTES),
            most_overrides=self.most,
            least=self.least,
        )

    async def told(self, viewer: Viewer, text: str, **variables: Any) -> Any:
        """The only root field of the answer."""
        answer = await self.answers.answer(Question(text=text, variables=variables), viewer, ORIGIN)
        (found,) = answer["data"].values()
        return found

    async def appoint(self, *seats: str) -> None:
        """From now on these positions are controllers'."""
        await self.database.write(_APPOINTED, {"seats": seats})


_APPOINTED = """UNWIND $seats AS id MATCH (seat:Position {id: id}) MATCH (role:Role {id: 'role:CONTROLLER'})
CREATE (seat)-[:IN {id: id + '-in', validFrom: 0}]->(role)"""
