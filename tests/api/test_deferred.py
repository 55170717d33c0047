"""Which fragments come in parts of their own, and what is asked by each."""

from collections.abc import Iterator, Mapping

import pytest
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from api.deferred import deferred
from api.document import Documents
from api.merge import Merge
from api.schema import schema

APART = [
    ('{ person(id: "p") { id ... @defer { phone } } }', "person { id }", ["person/: person { phone }"]),
    (
        '{ person(id: "p") { id name { full } ... @defer(label: "a") { phone } ... @defer { email } } }',
        "person { id name { full } }",
        ["person/a: person { phone }", "person/: person { email }"],
    ),
    ('{ viewer { kind } ... @defer { person(id: "p") { phone } } }', "viewer { kind }", ["/: person { phone }"]),
    (
        '{ a: viewer { kind } b: person(id: "p") { id ...F @defer } } fragment F on Person { phone }',
        "a { kind } b { id }",
        ["b/: b { phone }"],
    ),
    ("{ ...Q } fragment Q on Query { viewer { kind ... @defer { name } } }", "viewer { kind }", ["viewer/: viewer { name }"]),
    ('{ node(id: "p") { id ... on Person { ... @defer { phone } email } } }', "node { id email }", ["node/: node { phone }"]),
    (
        '{ node(id: "p") { id ... on Person @defer { phone } ... on Case @defer { title } } }',
        "node { id }",
        ["node/: node { phone }", "node/: node { title }"],
    ),
    (
        '{ search(text: "kari") { edges { node { id } } ... @defer { totalCount } } }',
        "search { edges { node { id } } }",
        ["search/: search { totalCount }"],
    ),
    (
        '{ viewer { kind } ... @defer { person(id: "p") { id ... @defer { phone } } } }',
        "viewer { kind }",
        ["/: person { id phone }"],
    ),
    ('{ person(id: "p") { id ... @defer { id phone } } }', "person { id }", ["person/: person { id phone }"]),
    (
        '{ person(id: "p") { id ... @defer { phone } } ... @defer { viewer { kind } } person(id: "p") { email } }',
        "person { id } person { email }",
        ["person/: person { phone }", "/: viewer { kind }"],
    ),
    (
        '{ a: person(id: "p") { ...F } b: person(id: "q") { ...F } } fragment F on Person { id ... @defer { phone } }',
        "a { id } b { id }",
        ["a/: a { phone }", "b/: b { phone }"],
    ),
    (
        '{ person(id: "p") { id ... @defer { name { full } } ... @defer { family { totalCount } } ... @defer { name { given } } } }',
        "person { id name { full } name { given } }",
        ["person/: person { family { totalCount } }"],
    ),
]
WHOLE = [
    '{ person(id: "p") { id ... @defer(if: false) { phone } } }',
    '{ person(id: "p") { id ... @defer @skip(if: true) { phone } } }',
    '{ person(id: "p") { ... @defer { phone } } }',
    '{ person(id: "p") { __typename ... @defer { phone } } }',
    '{ person(id: "p") { id ... @defer { __typename } } }',
    '{ ... @defer { person(id: "p") { phone } } }',
    '{ person(id: "p") { name { full } ... @defer { name { full } phone } } }',
    '{ person(id: "p") { id ... @defer { name { full } } ... @defer { name { full } } } }',
    '{ person(id: "p") { id ...F @defer ...F } } fragment F on Person { name { full } }',
    '{ person(id: "p") { id } ... @defer { person(id: "p") { phone } } }',
    '{ search(text: "kari") { totalCount ... @defer { edges { node { id } } } } }',
    '{ search(text: "kari") { totalCount ... @defer { pageInfo { hasNextPage } } } }',
    '{ nodes(ids: ["p"]) { id ... on Person @defer { phone } } }',
    '{ person(id: "p") { id name { full ... @defer { given } } } }',
    "{ viewer { kind ... @defer { name } } __schema { queryType { name } } }",
    'mutation { endOverride(override: "x") { override { id } ... @defer { problems { code } } } }',
]


def shown(node: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]) -> str:
    """What an operation asks for, in a line, with fragments spread out."""
    return " ".join(_asked(node.selection_set, fragments))


def _asked(selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> Iterator[str]:
    for each in selections.selections:
        if isinstance(each, FragmentSpreadNode):
            yield from _asked(fragments[each.name.value].selection_set, fragments)
        elif isinstance(each, InlineFragmentNode):
            yield from _asked(each.selection_set, fragments)
        elif isinstance(each, FieldNode):
            inner = f" {{ {' '.join(_asked(each.selection_set, fragments))} }}" if each.selection_set else ""
            yield f"{(each.alias or each.name).value}{inner}"


@pytest.mark.parametrize(("text", "first", "later"), APART, ids=[text for text, _, _ in APART])
def test_what_stands_for_itself_is_an_operation_of_its_own(text: str, first: str, later: list[str]) -> None:
    read = Documents(told=True).read(text)
    found = deferred(Merge(schema=schema(), fragments=read.fragments, flags={}), read.operation(None))
    assert found
    assert shown(found.first, read.fragments) == first
    told = [f"{'.'.join(each.path)}/{each.label or ''}: {shown(each.operation, read.fragments)}" for each in found.parts]
    assert told == later


@pytest.mark.parametrize("text", WHOLE)
def test_all_else_comes_with_the_rest(text: str) -> None:
    read = Documents(told=True).read(text)
    assert deferred(Merge(schema=schema(), fragments=read.fragments, flags={}), read.operation(None)) is None
