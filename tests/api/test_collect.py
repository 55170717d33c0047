"""What an operation asks for, as selections: fragments merged, skipped fields gone, arguments bound to parameters."""

from itertools import pairwise

import pytest

from api import arguments
from api.collect import Asked, collect
from api.document import Documents
from api.errors import DocumentTooLarge
from api.merge import Merge
from api.schema import schema
from auth.subject import SubjectType
from graph.selection import Selection


def asked(text: str, **variables: object) -> Asked:
    read = Documents(told=True).read(text)
    operation = read.operation(None)
    flags = arguments.variables(operation, variables).coerced
    return collect(Merge(schema=schema(), fragments=read.fragments, flags=flags), operation)


def merge() -> Merge:
    return Merge(schema=schema(), fragments={}, flags={})


def drawn(selections: tuple[Selection, ...]) -> list[object]:
    """`key` or `key: field`, with what is below it."""
    return [name if not each.children else {name: drawn(each.children)} for each in selections for name in [_name(each)]]


def _name(each: Selection) -> str:
    return each.key if each.key == each.field else f"{each.key}: {each.field}"


def test_fragments_and_repeated_fields_merge_below_one_response_key() -> None:
    text = """{ person(id: "p") { ...A name { given } ... on Person { name { given: full } } } }
              fragment A on Person { id name { family } }"""
    assert drawn(asked(text.replace("given: full", "full")).operation.roots) == [{"person": ["id", {"name": ["family", "given", "full"]}]}]


def test_aliases_stay_apart() -> None:
    roots = asked('{ a: person(id: "1") { id } b: person(id: "2") { x: id } }').operation.roots
    assert drawn(roots) == [{"a: person": ["id"]}, {"b: person": ["x: id"]}]
    assert [dict(root.arguments) for root in roots] == [{"id": "a0"}, {"id": "a1"}]


def test_fields_of_an_interface_are_asked_of_each_object_type() -> None:
    (root,) = asked('{ node(id: "x") { __typename id ... on Device { product } } }').operation.roots
    assert {each.on for each in root.children if each.field == "id"} == {kind.name for kind in merge().concrete(schema().type_map["Node"])}
    assert [each.on for each in root.children if each.field == "product"] == ["Device"]


def test_fields_of_a_union_are_asked_only_of_the_types_named() -> None:
    (root,) = asked('{ device(id: "x") { place { ... on Node { id } ... on Address { city } } } }').operation.roots
    assert {(each.on, each.field) for each in root.children[0].children} == {
        ("Address", "city"),
        ("Business", "id"),
        ("Municipality", "id"),
        ("Unit", "id"),
    }


@pytest.mark.parametrize(("yes", "fields"), [(True, ["id", "nin"]), (False, ["id", "email"])])
def test_skipped_fields_are_gone(yes: bool, fields: list[str]) -> None:
    text = """query ($yes: Boolean!) { person(id: "p") { ...A phone @include(if: false) } }
              fragment A on Person { id nin @include(if: $yes) ... @skip(if: $yes) { email } }"""
    assert drawn(asked(text, yes=yes).operation.roots) == [{"person": fields}]


def test_connection_has_its_page_as_parameters_whether_or_not_it_is_written() -> None:
    (root,) = asked('{ person(id: "p") { cases { totalCount } devices(first: 3) { totalCount } } }').operation.roots
    assert [dict(each.arguments) for each in root.children] == [{"first": "a1", "after": "a2"}, {"first": "a3", "after": "a4"}]


def test_times_are_parameters_only_where_they_are_written() -> None:
    assert dict(asked('{ person(id: "p", at: "2020-01-01") { id } }').operation.roots[0].arguments) == {"id": "a0", "at": "a1"}


def test_the_type_of_a_subject_is_known_before_it_is_asked() -> None:
    text = '{ access(subject: "x", type: %s) { decision } }'
    given = "query ($type: SubjectType) " + text % "$type"
    read, said = Documents(told=True).read(given), {"type": SubjectType.CASE}
    found = [asked(text % "DEVICE"), asked(text % "null"), asked(given), collect(merge(), read.operation(None), said=said)]
    assert [each.operation.roots[0].type for each in found] == [SubjectType.DEVICE, None, None, SubjectType.CASE]
    assert read.types == {"type"}


def test_introspection_asks_nothing_of_the_graph() -> None:
    assert asked("{ __typename __schema { types { name } } }").operation.roots == ()


def family(steps: int) -> str:
    inner = "id"
    for _ in range(steps):
        inner = f"family {{ edges {{ node {{ {inner} }} }} }}"
    return f'{{ person(id: "p") {{ {inner} }} }}'


def test_three_related_persons_in_a_row_may_be_asked_for() -> None:
    assert asked(family(3)).operation.roots


def test_a_fourth_related_person_is_too_much() -> None:
    with pytest.raises(DocumentTooLarge, match="3 related persons"):
        asked(family(4))


def test_nesting_without_persons_has_an_end_too() -> None:
    inner = "id"
    for _ in range(30):
        inner = f"partOf {{ {inner} }}"
    with pytest.raises(DocumentTooLarge, match="25 fields deep"):
        asked(f'{{ unit(id: "u") {{ {inner} }} }}')


def test_fragments_that_double_each_other_are_too_much() -> None:
    names = "ABCDEFGHIJKLMNOP"
    steps = [f"fragment {a} on Unit {{ a: partOf {{ ...{b} }} b: partOf {{ ...{b} }} }}" for a, b in pairwise(names)]
    with pytest.raises(DocumentTooLarge, match="fields"):
        asked('{ unit(id: "u") { ...A } } fragment P on Unit { id } ' + " ".join(steps))
