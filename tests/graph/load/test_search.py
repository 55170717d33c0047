"""What a search by text compares: which names a text finds, by the keys alone."""

import pytest

from graph.load import search

KARI = {"givenName": "Kari", "middleName": "Holm", "familyName": "Dahl"}


def finds(text: str, keys: dict[str, str]) -> bool:
    """As the statement asks it of one node."""
    sought = search.sought(text)
    assert sought
    words = all(f"-{word}" in f"-{keys['searchKey']}" for word in sought.words)
    return words and bool({keys.get("searchStart"), keys.get("searchOther")} & set(sought.starts))


@pytest.mark.parametrize(
    "text", ["kari", "dahl", "dahl kari", "Kari Dahl", "DAHL, K.", "kari holm", "ka", "kar dah", "k d ho kar", "  kari  "]
)
def test_words_that_begin_the_name_find_it_in_any_order(text: str) -> None:
    assert finds(text, search.person(KARI))


@pytest.mark.parametrize("text", ["ari", "karin", "kari dahlen", "holm", "kari kåre"])
def test_other_words_do_not(text: str) -> None:
    assert not finds(text, search.person(KARI))


@pytest.mark.parametrize(("text", "name"), [("aas", "Ås"), ("ås", "Aas"), ("rene", "René"), ("SØRLIE", "Sørlie"), ("o'brien", "OBrien")])
def test_case_accents_and_aa_do_not_count(text: str, name: str) -> None:
    assert finds(text, search.person({"familyName": name}))


@pytest.mark.parametrize(("text", "name"), [("sorlie", "Sørlie"), ("as", "Ås"), ("bae", "Bø")])
def test_norwegian_letters_are_letters_of_their_own(text: str, name: str) -> None:
    assert not finds(text, search.person({"familyName": name}))


@pytest.mark.parametrize("text", ["bakeri", "løkka", "bak as", "as løk"])
def test_a_business_is_found_by_its_first_word_and_the_longest_other(text: str) -> None:
    assert finds(text, search.business({"name": "Løkka Bakeri AS"}))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("17858400201", "17858400201"),
        ("178584 00201", "17858400201"),
        ("17.85.84 00201", "17858400201"),
        ("178584-00201 ", "17858400201"),
        ("178584\u00a000201", "17858400201"),
        ("889 640 782", "889640782"),
        ("NO 889 640 782 MVA", "889640782"),
        ("0315", "0315"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, number: str) -> None:
    found = search.sought(text)
    assert found
    assert found.numbers == (number,)


@pytest.mark.parametrize("text", ["", " ", "k", "å", "k d", "1", "1 2 3", "-", "…"])
def test_a_text_too_short_looks_for_nothing(text: str) -> None:
    assert search.sought(text) is None


@pytest.mark.parametrize("text", ["kari 17858400201", "1 2 3 kari"])
def test_a_name_with_digits_is_no_number(text: str) -> None:
    found = search.sought(text)
    assert found
    assert found.numbers == ()
