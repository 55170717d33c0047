"""The projection of trusted documents gives byte by byte what that of all others gives, and what graphql-core's execution gives."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    OperationDefinitionNode,
    execute_sync,
    parse,
    type_from_ast,
)

import api.compiled
from api import documents
from api.answers import Answers, Question
from api.compiled import compiled, quick
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.errors import ApiError
from api.merge import Merge, inner
from api.plan import Plans
from api.project import Projection, projection
from api.schema import root, schema
from auth.rules import INNSYN
from auth.viewer import Viewer
from graph.compile import Typed
from graph.database import Database
from tests.answering import ORIGIN, Api
from tests.examples import TIMES
from tests.graph.test_against_reference import OTHERS, PERSONS
from tests.kept import Kept
from tests.made_graphs import NOW, made, purposes, writes

FORMS = """query Forms($yes: Boolean!, $no: Boolean!) {
  __typename a: viewer { __typename } viewer { ...V ...V kind @skip(if: $no) }
  person(id: "p") { n: name { f: full full } ...P @include(if: $yes) ... @skip(if: $yes) { deathDate id }
    family(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor validFrom relation node { id ...P } } } }
  nodes(ids: []) { __typename ... on Node { id } ... on Person { gender } ...D }
  node(id: "n") { ... on Case { openedAt theme { code } parties { edges { node { __typename } } } } }
  again: node(id: "n") { ... on Person { __typename } }
}
fragment V on Viewer { id kind }
fragment P on Person { birthDate name { given } }
fragment D on Device { connected place { __typename ... on Unit { name } ... on Address { city } } }"""
SOME: dict[str, list[Any]] = {
    "Boolean": [True, False],
    "Int": [0, 7],
    "Float": [0.5],
    "Date": ["1980-05-17"],
    "DateTime": [0, -1, 1_265_155_200_123, NOW],
}
UNASKED = "unasked"
CASES = Path(__file__).parents[1] / "cases"


def fits(text: str) -> bool:
    try:
        return bool(Documents(told=True).read(text))
    except ApiError:
        return False


ASKED = [each for each in (*PERSONS, *OTHERS) if fits(each)]
TEXTS = [FORMS, *documents.known().values(), *(each.read_text(encoding="utf-8") for each in sorted(CASES.glob("*.graphql"))), *ASKED]


def merges(text: str) -> Iterator[tuple[Merge, OperationDefinitionNode]]:
    read = Documents(told=True).read(text)
    for value in (True, False):
        flags = dict.fromkeys(read.flags, value)
        yield from ((Merge(schema=schema(), fragments=read.fragments, flags=flags), each) for each in read.operations.values())


@dataclass(slots=True)
class Luck:
    """What chance makes of an answer; `odd` is how often something in it does not fit."""

    dice: random.Random
    odd: float = 0
    orders: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def strikes(self) -> bool:
        return self.dice.random() < self.odd

    def order(self, kind: str, keys: list[str]) -> list[str]:
        """All objects of one place have one order, though it need not be the asked one: one piece of code has shaped them."""
        return self.orders.setdefault((kind, *keys), self.dice.sample(keys, len(keys)) if self.strikes() else keys)


def data(merge: Merge, kind: Any, asked: dict[str, list[Any]], luck: Luck) -> dict[str, Any]:
    """An object as an answer could have it; with some luck it lacks a key, has one that nobody asked for, or has another order."""
    found = {}
    for key in luck.order(kind.name, list(asked)):
        nodes = asked[key]
        if nodes[0].name.value != "__typename":
            found[key] = value(merge, kind.fields[nodes[0].name.value].type, nodes, luck)
    return {key: each for key, each in found.items() if not luck.strikes()} | ({UNASKED: "x"} if luck.strikes() else {})


def value(merge: Merge, kind: Any, nodes: list[Any], luck: Luck, *, null: bool = True) -> Any:
    dice = luck.dice
    if luck.strikes():
        return dice.choice([None, "x", 7, 7.5, True, [], {}, [None], Typed("Nobody")])
    match kind:
        case GraphQLNonNull():
            return value(merge, kind.of_type, nodes, luck, null=False)
        case _ if null and dice.random() < 0.2:
            return None
        case GraphQLList():
            return [value(merge, kind.of_type, nodes, luck) for _ in range(dice.randint(0, 3))]
        case GraphQLObjectType():
            return data(merge, kind, merge.fields(kind, inner(nodes)), luck)
        case GraphQLInterfaceType() | GraphQLUnionType():
            of = dice.choice(sorted(merge.concrete(kind), key=lambda each: each.name))
            return Typed(of.name, data(merge, of, merge.fields(of, inner(nodes)), luck))
        case GraphQLEnumType():
            return dice.choice(sorted(kind.values))
        case _:
            return dice.choice(SOME.get(kind.name, ["", "Kari «Dahl» \u2028", "\U0001f600"]))


def outcome(project: Projection, found: Any) -> bytes | str:
    try:
        return orjson.dumps(project(found))
    except Exception as error:
        return type(error).__name__


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_compiled_projection_gives_what_the_ordinary_and_what_execution_give(text: str) -> None:
    dice = random.Random(text)  # noqa: S311 - not for secrets
    node = Documents(told=True).read(text).node
    for merge, operation in merges(text):
        ordinary, usual, both = projection(merge, operation), quick(merge, operation), compiled(merge, operation)
        assert ordinary
        assert both
        kind = root(operation.operation)
        asked = merge.fields(kind, [operation.selection_set])
        for _ in range(20 * TIMES):
            found = data(merge, kind, asked, Luck(dice))
            told = orjson.dumps(ordinary(found))
            assert orjson.dumps(usual(deepcopy(found))) == told
            assert orjson.dumps(both(deepcopy(found))) == told
            executed = execute_sync(schema(), node, found, variable_values=given(operation, merge), operation_name=named(operation))
            # graphql-core wants the members of some enums, where an answer has their names.
            assert all(each.message.startswith("Enum ") for each in executed.errors or ())
            assert executed.errors or orjson.dumps(executed.data) == told


def named(operation: OperationDefinitionNode) -> str | None:
    return operation.name.value if operation.name else None


def given(operation: OperationDefinitionNode, merge: Merge) -> dict[str, Any]:
    """A value for each variable; it has no say in what becomes of an answer, unless it is a flag."""
    kinds = {each.variable.name.value: type_from_ast(schema(), each.type) for each in operation.variable_definitions or ()}
    return {name: example(kind) for name, kind in kinds.items()} | dict(merge.flags)


def example(kind: Any) -> Any:
    match kind:
        case GraphQLNonNull():
            return example(kind.of_type)
        case GraphQLList():
            return [example(kind.of_type)]
        case GraphQLEnumType():
            return min(kind.values)
        case _:
            return {"Int": 1, "Boolean": True, "DateTime": "2026-01-31", "Date": "2026-01-31"}.get(kind.name, "x")


def projections(text: str) -> Iterator[tuple[Projection, Projection, Callable[[Luck], Any]]]:
    """Of each operation the ordinary projection, the compiled one with what it leaves to that, and what makes answers by chance."""
    for merge, operation in merges(text):
        ordinary, both = projection(merge, operation), compiled(merge, operation)
        assert ordinary
        assert both
        kind = root(operation.operation)
        yield ordinary, both, partial(data, merge, kind, merge.fields(kind, [operation.selection_set]))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_what_does_not_fit_is_judged_as_ever(text: str) -> None:
    dice, fell = random.Random(text), 0  # noqa: S311 - not for secrets
    for ordinary, both, answer in projections(text):
        for _ in range(50 * TIMES):
            found = answer(Luck(dice, dice.choice([0.01, 0.1])))
            told = outcome(ordinary, found)
            assert outcome(both, deepcopy(found)) == told
            fell += isinstance(told, str)
    assert fell


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_key_that_nobody_asked_for_leaves_in_no_object(text: str) -> None:
    """In each object of an answer by turns: beside what was asked, and in the place of any of it, so that the number of keys is right."""
    dice, seen = random.Random(text), 0  # noqa: S311 - not for secrets
    for ordinary, both, answer in projections(text):
        for _ in range(3 * TIMES):
            found = answer(Luck(dice))
            for each in list(objects(found)):
                for odd in with_one_unasked(each):
                    told = outcome(both, deepcopy(found))
                    assert UNASKED not in str(told), odd
                    assert told == outcome(ordinary, found)
                    seen += 1
    assert seen


def objects(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
    for each in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from objects(each)


def with_one_unasked(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The object itself, changed while it is looked at."""
    kept = dict(found)
    for without in (None, *kept):
        found.clear()
        found.update({key: each for key, each in kept.items() if key != without} | {UNASKED: "x"})
        yield found
    found.clear()
    found.update(kept)


PERSON = {"id": "p", "gender": "FEMALE"}
ODD = {
    "one more": PERSON | {UNASKED: "x"},
    "one more, first": {UNASKED: "x"} | PERSON,
    "one in the place of another": {"id": "p", UNASKED: "x"},
    "one in the place of another, first": {UNASKED: "x", "gender": "FEMALE"},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("place", range(3))
def test_one_object_of_a_list_that_has_a_key_nobody_asked_for_is_not_answered_as_it_is(place: int, odd: dict[str, Any]) -> None:
    read = Documents().read('{ nodes(ids: ["p"]) { ... on Person { id gender } } }')
    merge, operation = Merge(schema=schema(), fragments={}, flags={}), read.operation(None)
    found = {"nodes": [Typed("Person", odd if each == place else PERSON) for each in range(3)]}
    assert outcome(quick(merge, operation), found) in {"Misfit", "KeyError"}
    both, ordinary = compiled(merge, operation), projection(merge, operation)
    assert both
    assert ordinary
    assert outcome(both, found) == outcome(ordinary, found)
    assert UNASKED not in str(outcome(both, found))


def test_types_that_are_asked_for_last_are_put_into_what_is_answered_as_it_is() -> None:
    read = Documents().read('{ nodes(ids: ["p"]) { ... on Person { id name { full kind: __typename __typename } __typename } } }')
    merge, operation = Merge(schema=schema(), fragments={}, flags={}), read.operation(None)
    found = {"nodes": [Typed("Person", {"id": "p", "name": {"full": "Kari"}}), Typed("Person", {"id": "q", "name": None})]}
    ordinary = projection(merge, operation)
    assert ordinary
    told = orjson.dumps(ordinary(found))
    answer = quick(merge, operation)(found)
    assert orjson.dumps(answer) == told
    assert answer["nodes"][0] is found["nodes"][0]


@pytest.mark.parametrize("lists", [20, 21, 33])
def test_more_lists_in_each_other_than_python_has_blocks_are_left_to_the_ordinary_projection(lists: int) -> None:
    """A hundred fields, the most that `INNSYN_LIMIT_DEPTH` may be, hold 33 lists."""
    found: dict[str, Any] = {"id": "p"}
    asked = "id"
    for _ in range(lists):
        asked, found = f"id family(first: 1) {{ edges {{ node {{ {asked} }} }} }}", {"id": "p", "family": {"edges": [{"node": found}]}}
    operation = parse(f'{{ person(id: "p") {{ {asked} }} }}').definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    merge = Merge(schema=schema(), fragments={}, flags={})
    if lists > 20:
        with pytest.raises(SyntaxError):
            quick(merge, operation)
    both = compiled(merge, operation)
    assert both
    assert both({"person": found | {UNASKED: "x"}}) == {"person": found}


@pytest.mark.embedded
@pytest.mark.parametrize("seed", [3, 41])
async def test_answers_about_generated_graphs_are_the_same_bytes(seed: int, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, extensions, refusals; the compiled code itself has made what was answered, for it has nothing to fall back on."""
    monkeypatch.setattr(api.compiled, "_or_else", lambda usual, _: usual)
    graph, told = made(seed), 0
    await database.write_all(writes([purposes()]))
    await database.write_all(writes([graph]))
    plainly, kept = Api(database), Plans(INNSYN)
    for text in ASKED:
        kept.documents.keep(text)
    trusting = Answers(database, plans=kept, cursors=Cursors(key=b"k" * KEY_BYTES), log=Kept(), clock=lambda: NOW)
    ids = [*(node.id for node in graph.nodes), "unknown"][:90]
    viewers = graph.viewers()
    for viewer in random.Random(seed).sample(viewers, min(len(viewers), 6 * TIMES)):  # noqa: S311 - not for secrets
        for text in ASKED:
            plain = await plainly.ask(viewer, text, ids=ids, first=2)
            assert await answer(trusting, viewer, text, ids=ids, first=2) == plain
            told += b'"data"' in plain
    assert told > 5


async def answer(answers: Answers, viewer: Viewer, text: str, **variables: Any) -> bytes:
    try:
        return orjson.dumps(await answers.answer(Question(text=text, variables=variables), viewer, ORIGIN))
    except ApiError as refused:
        return f"{type(refused).__name__}: {refused}".encode()
