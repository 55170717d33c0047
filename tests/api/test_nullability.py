"""What is marked `@semanticNonNull` is null where it is closed, and nowhere else."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from graphql import GraphQLNonNull, GraphQLObjectType, get_named_type, is_leaf_type

from api.nullability import directives
from api.schema import schema, sdl
from auth.viewer import ViewerKind
from cli.demo import FOLDER
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, RECEPTION, Ask
from tests.comparing import Asking, typed
from tests.examples import TIMES
from tests.made_graphs import NOW, TODAY, granted, made, purposes, writes

TYPES = [kind for kind in schema().type_map.values() if isinstance(kind, GraphQLObjectType)]
MARKED = {kind.name: names for kind in TYPES if (names := [name for name in kind.fields if directives(kind, name)])}
THROUGH = {"Household": "Person { household { __typename MARKED } }"}
"""Types that no id finds, and where they are found."""
PURPOSES = {CITIZEN: None, HANDLER: "FOLLOW_UP", RECEPTION: "GUIDANCE", "employee:A100302": "ACCESS_REVIEW"}


def _asked(type_: str, name: str) -> str:
    field = schema().type_map[type_].fields[name]  # type: ignore[attr-defined]
    paged = "(first: 1)" if "first" in field.args else ""
    inner = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
    return f"{name}{paged}{inner}"


def _fragment(type_: str) -> str:
    fields = " ".join(_asked(type_, name) for name in MARKED[type_])
    return "... on " + THROUGH.get(type_, type_ + " { __typename MARKED }").replace("MARKED", fields)


QUERIES = {type_: f"query marked($ids: [ID!]!) {{ nodes(ids: $ids) {{ {_fragment(type_)} }} }}" for type_ in MARKED}


def _null(found: Any) -> Iterator[str]:
    """The coordinates of marked fields that are null."""
    match found:
        case Mapping():
            yield from (
                f"{found['__typename']}.{name}" for name in MARKED.get(found.get("__typename", ""), ()) if found.get(name, 0) is None
            )
            for each in found.values():
                yield from _null(each)
        case list():
            for each in found:
                yield from _null(each)
        case _:
            pass


def _unexplained(data: Any, told: Mapping[str, int | None]) -> list[str]:
    """Nulls without an entry, or more of them than the entry counts, where it counts."""
    nulls = Counter(_null(data))
    return [name for name, count in nulls.items() if name not in told or count > (told[name] or count)]


def test_what_is_marked_can_be_null_and_stands_so_in_the_schema() -> None:
    assert sdl().count(" @semanticNonNull") - 1 == sum(map(len, MARKED.values())) > 25
    for type_, names in MARKED.items():
        fields = schema().type_map[type_].fields  # type: ignore[attr-defined]
        assert [name for name in names if isinstance(fields[name].type, GraphQLNonNull)] == []


@pytest.mark.embedded
async def test_a_marked_field_is_null_only_where_it_is_closed_on_graphs_made_by_chance(database: Database) -> None:
    graphs = [maker(seed + apart) for seed in range(7400, 7400 + TIMES) for maker, apart in ((made, 0), (granted, 50))]
    await database.write_all(writes([purposes(), *graphs]))
    seen: set[str] = set()
    for type_, query in QUERIES.items():
        asking = Asking(query, now=NOW, today=TODAY)
        for graph in graphs:
            ids = [each.id for each in graph.nodes if each.label == ("Person" if type_ in THROUGH else type_)]
            for viewer in graph.viewers()[::4] if ids else ():
                answer = await asking.database(database, viewer, ids=ids)
                told = {each.coordinate: each.count if viewer.kind is ViewerKind.EMPLOYEE else None for each in answer.denied}
                data = typed(answer.data)
                assert _unexplained(data, told) == [], (viewer, answer)
                seen |= {type_} if f'"{type_}"' in json.dumps(data) else set()
    assert seen >= {"Person", "Case", "Business"}


@pytest.mark.embedded
@pytest.mark.parametrize("viewer", PURPOSES)
async def test_a_marked_field_is_null_only_where_it_is_closed_in_the_demo(viewer: str, ask: Ask) -> None:
    purpose = PURPOSES[viewer]
    seen = ""
    for type_, query in QUERIES.items():
        for ids in _ids("Person" if type_ in THROUGH else type_):
            answer = await ask(viewer, query, purpose=purpose, ids=ids)
            assert "errors" not in answer
            told = {each["coordinate"]: each.get("count") for each in answer["extensions"]["access"]}
            assert _unexplained(answer["data"], told) == []
            seen += json.dumps(answer["data"])
    assert viewer != HANDLER or {type_ for type_ in MARKED if f'"{type_}"' in seen} == set(MARKED) - {"Unit"}


def _ids(label: str) -> Iterator[Sequence[str]]:
    lines = (json.loads(line) for file in FOLDER.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines())
    found = sorted(each["id"] for each in lines if each["type"] == "node" and label in (each.get("label"), *each.get("labels", ())))
    yield from (found[at : at + 100] for at in range(0, len(found), 100))
