"""One bad argument refuses the whole operation, and says what to write."""

from typing import Any

import pytest

from api import arguments
from api.arguments import Arguments
from api.collect import collect
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.errors import ApiError, CursorInvalid
from api.merge import Merge
from api.schema import schema
from auth.viewer import Viewer, named

KARI = named("person:p-kari")


def made(text: str, variables: dict[str, Any] | None = None, viewer: Viewer = KARI) -> Arguments:
    read = Documents(told=True).read(text)
    operation = read.operation(None)
    given = arguments.variables(operation, variables or {})
    asked = collect(Merge(schema=schema(), fragments=read.fragments, flags=given.coerced), operation)
    return Arguments(asked, given, viewer=viewer, cursors=Cursors(key=b"k" * KEY_BYTES))


def refused(text: str, **variables: Any) -> tuple[str, str]:
    with pytest.raises(ApiError) as caught:
        made(text, variables).parameters()
    (told,) = caught.value.told
    return told["extensions"]["code"], told["message"]


def test_values_come_from_literals_variables_and_defaults() -> None:
    text = """query ($id: ID!, $first: Int, $language: Language! = EN, $none: DateTime) {
        person(id: $id, at: "1970-01-02T00:00:00Z", knownAt: $none) {
            cases(first: $first) { totalCount } access { grants { text(language: $language) t: text } } } }"""
    given = made(text, {"id": "p-1"}).parameters()
    assert list(given.values()) == ["p-1", 86_400_000, None, 20, None, "EN", "NB"]


def test_ids_may_hold_variables() -> None:
    assert made('query ($b: ID!) { nodes(ids: ["a", $b]) { id } }', {"b": "b"}).parameters() == {"a0": ["a", "b"]}


@pytest.mark.parametrize("first", [-1, 101, 100_000])
def test_page_out_of_bounds_is_refused(first: int) -> None:
    code, message = refused("query ($n: Int) { person(id: 1) { cases(first: $n) { totalCount } } }", n=first)
    assert (code, "0 to 100" in message, "Person.cases" in message) == ("ARGUMENT_INVALID", True, True)


@pytest.mark.parametrize("keys", ["", "(id: null)", '(id: "1", nin: "2")', '(at: "2020-01-01")'])
def test_person_is_found_by_exactly_one_key(keys: str) -> None:
    message = "`person` is found by exactly one of `id` and `nin`; write one of them"
    assert refused(f"{{ person{keys} {{ id }} }}") == ("KEY_REQUIRED", message)


def test_more_than_a_hundred_ids_are_refused() -> None:
    assert refused("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=["a"] * 101)[0] == "ARGUMENT_INVALID"


def test_more_than_a_thousand_subjects_are_refused_with_what_to_do() -> None:
    text = "query ($ids: [ID!]!) { checkAccess(subjects: $ids) { decision } }"
    code, message = refused(text, ids=["a"] * 1001)
    assert (code, "1,000" in message, "another request" in message) == ("TOO_MANY_SUBJECTS", True, True)
    assert len(made(text, {"ids": ["a"] * 1000}).parameters()["a0"]) == 1000


def test_bad_instant_is_refused_with_what_to_write() -> None:
    code, message = refused("query ($at: DateTime) { person(id: 1, at: $at) { id } }", at="last year")
    assert (code, "2026-01-31T08:30:00Z" in message) == ("VARIABLE_INVALID", True)


def test_bad_instant_in_the_document_has_its_own_code() -> None:
    assert refused('{ person(id: 1, at: "last year") { id } }')[0] == "ARGUMENT_INVALID"


def test_days_in_the_wrong_order_are_refused_with_what_to_write() -> None:
    text = "query ($from: Date, $to: Date) { visits(subject: 1, from: $from, to: $to) { totalCount } }"
    code, message = refused(text, **{"from": "2026-02-01", "to": "2026-01-31"})
    assert (code, "write the earlier day as `from`" in message) == ("ARGUMENT_INVALID", True)
    for days in ({"from": "2026-01-31", "to": "2026-01-31"}, {"from": "2026-01-31"}, {"to": "2026-01-31"}):
        assert made(text, days).parameters()


PAGE = "query ($id: ID!, $after: String) { person(id: $id) { family(after: $after) { totalCount } } }"


def cursor(**changes: Any) -> str:
    return made(PAGE, {"id": "p-1"}, **changes).seal("Person.family", ["x", 1])


def test_cursor_opens_for_the_same_viewer_list_and_arguments() -> None:
    assert made(PAGE, {"id": "p-1", "after": cursor()}).parameters()["a2"] == ["x", 1]


def test_cursor_made_by_person_opens_by_node() -> None:
    text = "query ($id: ID!, $after: String) { node(id: $id) { ... on Person { family(after: $after) { totalCount } } } }"
    assert ["x", 1] in made(text, {"id": "p-1", "after": cursor()}).parameters().values()


@pytest.mark.parametrize(
    ("text", "variables", "viewer"),
    [
        (PAGE, {"id": "p-2"}, KARI),
        (PAGE, {"id": "p-1"}, named("person:p-jonas")),
        (PAGE, {"id": "p-1"}, named("employee:p-kari")),
        (PAGE.replace("family", "cases"), {"id": "p-1"}, KARI),
        (PAGE.replace("id: $id", 'id: $id, at: "2020-01-01"'), {"id": "p-1"}, KARI),
    ],
    ids=["another person", "another viewer", "another kind of viewer", "another list", "another time"],
)
def test_cursor_opens_nothing_else(text: str, variables: dict[str, Any], viewer: Viewer) -> None:
    with pytest.raises(CursorInvalid):
        made(text, {**variables, "after": cursor()}, viewer).parameters()


def test_a_message_about_a_variable_does_not_quote_its_value() -> None:
    told = refused("query ($at: DateTime) { person(id: 1, at: $at) { id } }", at="17858400201")
    assert told == (
        "VARIABLE_INVALID",
        "the value of `$at` is no `DateTime`; write ISO 8601, such as 2026-01-31T08:30:00Z, or a date alone",
    )
