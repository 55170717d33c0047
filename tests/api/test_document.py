"""Documents: what is too much of one thing is refused before it is validated, and who may not have the schema learns nothing of it."""

import pytest
from graphql import get_introspection_query

from api.document import Documents
from api.emitted import plans
from api.errors import ApiError, DocumentInvalid, DocumentTooLarge, IntrospectionOff
from api.limits import Limits
from api.plan import Plans
from api.schema import schema
from api.serving import own
from auth.rules import INNSYN

UNTOLD = Documents()
FEW = Documents(Limits(aliases=2, directives=2, repeats=2))
LEAST = Limits(tokens=100, fields=10, depth=2, aliases=0, directives=0, repeats=1, roots=1)


@pytest.mark.parametrize(
    "text",
    [
        "{ a: __typename b: __typename }",
        "{ viewer { a: kind } b: __typename }",
        "{ __typename @skip(if: false) viewer { kind @include(if: true) } }",
        "{ viewer { kind kind } }",
        "{ viewer { ...A ...A kind } viewer { ...A kind } } fragment A on Viewer { kind }",
    ],
)
def test_as_much_as_the_limit_is_read(text: str) -> None:
    assert FEW.read(text).operations


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{ a: __typename b: __typename viewer { c: kind } }", "aliases"),
        ("{ a: __typename ...A } fragment A on Query { b: __typename c: __typename }", "aliases"),
        ("{ __typename @skip(if: false) viewer { id @skip(if: true) kind @include(if: true) } }", "directives"),
        ("{ __typename @aa @aa @aa }", "directive"),
        ("query ($a: Int @aa @bb @cc) { __typename }", "directives"),
        ("{ __typename __typename __typename }", "at one place"),
        ("{ viewer { kind } ...A ...A ...A } fragment A on Query { __typename }", "at one place"),
        ("{ viewer { a: kind a: kind a: kind } }", "aliases"),
    ],
)
def test_more_of_one_thing_is_refused_before_it_is_validated(text: str, what: str) -> None:
    with pytest.raises(DocumentTooLarge, match=what):
        FEW.read(text)


def test_what_the_server_asks_itself_is_read_however_little_others_may_ask_for() -> None:
    kept = Plans(INNSYN, documents=Documents(LEAST, own=own().values()))
    assert {name for name, _ in plans(kept, own())} == own().keys()
    with pytest.raises(DocumentTooLarge):
        kept.documents.read("{ a: __typename }")


INTROSPECTION = {
    "all": "{ __schema { queryType { name } } }",
    "one": '{ a: __type(name: "Person") { name } }',
    "in a fragment": "{ ...A } fragment A on Query { ... on Query { __schema { queryType { name } } } }",
    "as GraphiQL asks": get_introspection_query(),
}


@pytest.mark.parametrize("text", INTROSPECTION.values(), ids=INTROSPECTION)
def test_the_schema_is_told_only_where_it_is_chosen(text: str) -> None:
    assert Documents(told=True).read(text).operations
    with pytest.raises(IntrospectionOff):
        UNTOLD.read(text)


def test_what_kind_something_is_of_is_always_told() -> None:
    assert UNTOLD.read("{ __typename viewer { __typename } }").operations


GUESSES = [
    "{ persn }",
    "{ viewer }",
    "{ viewer { knd } }",
    "{ viewer { kind { x } } }",
    '{ person(idd: "p") { id } }',
    "{ person { id(x: 1) } }",
    "{ whoCanSee { totalCount } }",
    '{ whoCanSee(subject: "p", category: CASEZ) { totalCount } }',
    "{ ... on Persn { id } }",
    "{ viewer { ... on Person { id } } }",
    "query ($a: Persn) { viewer { kind } }",
    "query ($a: Person) { viewer { kind } }",
    "{ viewer @includ(if: true) { kind } }",
    "mutation { overrid }",
    "subscription { x }",
    "{ viewer { kind } } fragment A on Viewer { kind }",
]


def test_guesses_are_all_answered_alike() -> None:
    """As clairvoyance asks: what exists, by what an error suggests, names or leaves out."""
    assert len({str(_refused(UNTOLD, text).told) for text in GUESSES}) == 1


@pytest.mark.parametrize("text", GUESSES)
def test_where_the_schema_is_told_an_error_says_where_it_is(text: str) -> None:
    told = _refused(Documents(told=True), text).told
    assert all(error["locations"] for error in told)
    assert {error["extensions"]["code"] for error in told} == {"DOCUMENT_INVALID"}


def test_a_refusal_names_nothing_of_the_schema() -> None:
    (error,) = _refused(UNTOLD, "{ persn }").told
    assert not {word.strip("`.,;") for word in error["message"].split()} & schema().type_map.keys()


def test_what_is_no_graphql_is_told_whoever_asks() -> None:
    (error,) = _refused(UNTOLD, "{ viewer { ").told
    assert error["locations"] == [{"line": 1, "column": 12}]


def _refused(documents: Documents, text: str) -> ApiError:
    with pytest.raises(DocumentInvalid) as caught:
        documents.read(text)
    return caught.value
