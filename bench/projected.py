"""What the projection of a trusted document takes, of that of all others: from what the graph has answered to the bytes that leave."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import orjson
from graphql import FieldNode, NameNode, SelectionSetNode, Visitor, execute_sync, parse, print_ast, visit

from api.compiled import compiled
from api.document import Documents
from api.merge import Merge
from api.project import projection
from api.schema import schema
from bench.measure import Times
from graph.compile import Typed

_ROUNDS: Final = 50
_CASES: Final = 83
_PARTIES: Final = 8
_TEXT: Final = """query large { person(id: "p") { id cases(first: 100) { edges { cursor node { __typename id title status openedAt closedAt
  theme { code name } parties { edges { cursor node { ... on Person { id gender birthDate name { full } } } } } } }
  pageInfo { endCursor } } } }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """An answer of so many leaves, made in each of the ways that there are."""

    asks: str
    leaves: int
    trusted: Times
    ordinary: Times
    executed: Times

    @property
    def trusted_to_ordinary(self) -> float:
        """What a trusted document takes of what another takes."""
        return self.trusted.median / self.ordinary.median


def projected() -> tuple[Projected, ...]:
    """Of what was written, and with the type of each object, as clients add it that keep what they are told."""
    return (_projected("", _TEXT), _projected(", and the type of each object", print_ast(visit(parse(_TEXT), _Types()))))


class _Types(Visitor):
    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode:
        asked = [each for each in node.selections if not (isinstance(each, FieldNode) and each.name.value == "__typename")]
        return SelectionSetNode(selections=(*asked, FieldNode(name=NameNode(value="__typename"), arguments=(), directives=())))


def _projected(asks: str, text: str) -> Projected:
    """The ways turn by turn."""
    read = Documents().read(text)
    operation, merge = read.operation(None), Merge(schema=schema(), fragments=read.fragments, flags={})
    trusted, ordinary = compiled(merge, operation), projection(merge, operation)
    assert trusted and ordinary  # noqa: S101, PT018 - it asks of no schema
    ways: dict[str, Callable[[Any], Any]] = {
        "trusted": trusted,
        "ordinary": ordinary,
        "executed": lambda found: execute_sync(schema(), read.node, found).data,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(_ROUNDS):
        for name in list(ways)[number % 3 :] + list(ways)[: number % 3]:
            found = _answer()
            begun = time.perf_counter()
            orjson.dumps({"data": ways[name](found), "extensions": {"access": []}})
            times[name].append((time.perf_counter() - begun) * 1000)
    return Projected(asks=asks, leaves=_leaves(ordinary(_answer())), **{name: Times(tuple(each)) for name, each in times.items()})


def _answer() -> dict[str, Any]:
    """A person with many cases, as the statement's record has been shaped."""
    edges = [{"cursor": f"cursor-{number}", "node": _case(number)} for number in range(_CASES)]
    return {"person": {"id": "p", "cases": {"edges": edges, "pageInfo": {"endCursor": "cursor"}}}}


def _case(number: int) -> dict[str, Any]:
    opened = 1_700_000_000_000 + number * 86_400_000 + number * 61_000
    parties = [{"cursor": f"party-{number}-{each}", "node": _party(f"p-{number}-{each}")} for each in range(_PARTIES)]
    return {
        "id": f"c-{number}",
        "title": "Arbeidsavklaringspenger",
        "status": "OPEN",
        "openedAt": opened,
        "closedAt": None,
        "theme": {"code": "AAP", "name": "Arbeidsavklaringspenger"},
        "parties": {"edges": parties},
    }


def _party(id_: str) -> dict[str, Any]:
    told = {"id": id_, "gender": "FEMALE", "birthDate": "1980-05-17", "name": {"full": "Kari Holm Dahl"}}
    return Typed("Person", told)


def _leaves(found: Any) -> int:
    if isinstance(found, dict):
        return sum(_leaves(each) for each in found.values())
    return sum(map(_leaves, found)) if isinstance(found, list) else 1
