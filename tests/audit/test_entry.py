"""What may stand in an entry: ids and codes, and no national number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import entry
from audit.entry import Ground, Operation, Refusal
from audit.errors import EntryInvalid
from auth.national import looks_national
from graph.generate.numbers import national_number
from tests.audit.made import disclosed, lookup, outcome

BORN = st.dates(min_value=date(1950, 1, 1), max_value=date(2020, 12, 31))


@given(BORN, st.integers(0, 499), st.booleans())
def test_a_national_number_is_no_id_and_no_part_of_one(birth: date, individual: int, d_number: bool) -> None:
    number = national_number(birth, individual, d_number=d_number)
    if number is None:
        return
    assert looks_national(number)
    for written in (number, f"p-{number}", f"person:{number}", f"p{number}"):
        with pytest.raises(EntryInvalid):
            lookup(case=written)


@given(st.uuids())
def test_a_random_id_is_not_taken_for_a_national_number(value: object) -> None:
    assert lookup(case=str(value)).case == str(value)


@pytest.mark.parametrize("text", ["", "two words", "a\nb", "x" * 201])
def test_what_is_no_id_does_not_enter(text: str) -> None:
    with pytest.raises(EntryInvalid):
        disclosed(text)
    assert entry.id_or_none(text) is None


@pytest.mark.parametrize("text", ["", "Storgata 1", "12", "Åse", "x" * 121])
def test_what_is_no_code_does_not_enter(text: str) -> None:
    for wrong in (
        lambda: lookup(purpose=text),
        lambda: disclosed("p-1", given=(text,)),
        lambda: disclosed("p-1", categories=(text,)),
        lambda: Refusal(coordinate="Person.name", code=text),
        lambda: Ground(rule=text),
        lambda: Operation(roots=(text,)),
        lambda: outcome(code=text),
    ):
        with pytest.raises(EntryInvalid):
            wrong()
    assert entry.code_or_none(text) is None


def test_a_message_about_a_wrong_entry_does_not_quote_it() -> None:
    with pytest.raises(EntryInvalid) as raised:
        lookup(purpose="Kari Nordmann")
    assert "Kari" not in str(raised.value)
    assert "`purpose`" in str(raised.value)


def test_a_key_that_is_a_national_number_becomes_a_word() -> None:
    number = national_number(date(1980, 5, 17), 1)
    assert number
    assert entry.key_or_unreadable(number) == entry.UNREADABLE
    assert entry.key_or_unreadable("Z990001") == "Z990001"
