"""One operation, asked of the reference, or over HTTP as a client asks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse

from api.answers import Answers
from api.collect import Asked, Said, collect
from api.cursor import KEY_BYTES, Cursors
from api.merge import Merge
from api.plan import Plans
from api.schema import schema
from api.server import app
from api.serving import Serving
from auth.development import DevelopmentIssuer
from auth.reference import Graph
from auth.rule import Rules
from auth.rules import INNSYN
from auth.subject import SubjectType
from auth.token import Tokens
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.graphs import NOW, OSLO
from tests.kept import Kept
from tests.naive import Naive

QUERIES = {file.stem: file.read_text(encoding="utf-8") for file in (Path(__file__).parent / "cases").glob("*.graphql")}
"""The documents that cases are asked in; other tests ask in them too, for Neo4j plans each anew."""
SUBJECTS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came back: the data, the codes of each closed coordinate, and the code of a request refused whole."""

    data: Mapping[str, Any] = field(default_factory=dict)
    denied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The reference over a graph in memory."""

    graph: Graph
    rules: Rules = INNSYN

    async def ask(self, viewer: Viewer, text: str, variables: Mapping[str, Any], now: int = NOW) -> Told:
        """The answer that every database must give."""
        if viewer.kind.states_purpose and not viewer.purpose:
            return Told(refused="PURPOSE_REQUIRED")
        asked = asked_of(text, variables.get("type"), variables.get("viewerKind"))
        if len(variables.get("subjects", ())) > SUBJECTS:
            return Told(refused="TOO_MANY_SUBJECTS")
        usual = {"first": 100, "language": "EN"}
        given = {each.parameter: {**usual, **variables}.get(each.name) for each in asked.bindings}
        today = datetime.fromtimestamp(now / 1000, tz=OSLO).date()
        reading = Naive(graph=self.graph, rules=self.rules, viewer=viewer, now=now, today=today, parameters=given, seal=_unsealed)
        answer = reading.answer(asked.operation)
        return Told(data=answer.data or {}, denied=_codes([(each.coordinate, each.code) for each in answer.denied]), refused=answer.problem)


@cache
def asked_of(text: str, type_: str | None = None, kind: str | None = None) -> Asked:
    """What the only operation of a document asks for, of subjects said to be of the type by its variable `type`, and of another viewer
    said to be of the kind by its variable `viewerKind`."""
    document = parse(text)
    operation = next(each for each in document.definitions if isinstance(each, OperationDefinitionNode))
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    said: dict[str, Said] = ({"type": SubjectType(type_)} if type_ else {}) | ({"viewerKind": ViewerKind[kind]} if kind else {})
    return collect(Merge(schema=schema(), fragments=fragments, flags={}), operation, said=said)


def _unsealed(coordinate: str, position: Sequence[Any]) -> str:
    return f"{coordinate} {list(position)}"


def _codes(denied: Sequence[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for coordinate, code in denied:
        found[coordinate].add(code)
    return {coordinate: frozenset(codes) for coordinate, codes in found.items()}


@dataclass(slots=True, kw_only=True)
class OverHttp:
    """The API over one database, in this process, at a time and under the rules of the asker's choice."""

    database: Database
    issuer: DevelopmentIssuer
    rules: Rules = INNSYN
    now: int = NOW
    client: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        log, cursors = Kept(), Cursors(key=b"k" * KEY_BYTES)
        answers = Answers(self.database, plans=Plans(self.rules), cursors=cursors, log=log, clock=lambda: self.now)
        face = app(Serving(database=self.database, answers=answers, log=log), tokens=Tokens([self.issuer.issuer]))
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn")

    def under(self, rules: Rules) -> "OverHttp":
        """The same API under other rules."""
        return self if rules == self.rules else OverHttp(database=self.database, issuer=self.issuer, rules=rules)

    async def ask(self, viewer: Viewer, text: str, variables: Mapping[str, Any], now: int = NOW) -> Told:
        """The answer that a client gets."""
        self.now = now
        written = {name: _iso(value) if name in ("at", "knownAt") else value for name, value in variables.items()}
        response = await self.client.post("/graphql", json={"query": text, "variables": written}, headers=self._headers(viewer))
        answer = response.json()
        if answer.get("errors"):
            return Told(refused=answer["errors"][0]["extensions"]["code"])
        access = answer.get("extensions", {}).get("access", [])
        return Told(
            data=answer["data"],
            denied=_codes([(each["coordinate"], code["code"]) for each in access for code in each.get("codes", [each])]),
        )

    def _headers(self, viewer: Viewer) -> dict[str, str]:
        stated = {"Innsyn-Purpose": viewer.purpose, "Innsyn-Case": viewer.case}
        return {"Authorization": f"Bearer {self.issuer.token(viewer)}"} | {name: value for name, value in stated.items() if value}


def _iso(instant: int | None) -> str | None:
    return None if instant is None else datetime.fromtimestamp(instant / 1000, tz=OSLO).isoformat()
