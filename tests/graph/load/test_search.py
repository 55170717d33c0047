"""What a search by text compares: which names a text finds, by the keys alone."""

from itertools import product
from typing import Any

import pytest

from graph.database import Database
from graph.load import search
from graph.load.names import sort_key
from graph.migrate import FOLDER
from tests.graphs import reference_nodes

KARI = {"givenName": "Kari", "middleName": "Holm", "familyName": "Dahl"}


KEYS = ("searchKey", "searchStart", "searchOther")


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


async def test_the_migration_gives_persons_the_keys_that_a_load_would(database: Database) -> None:
    named = [
        {"givenName": given, "middleName": middle, "familyName": family}
        for given, middle, family in product(("Anne-Marie Åse", "Bo", None), ("Holm", None), ("Berg-Hansen", "Ås", None))
    ]
    rows = [
        {"id": f"p-{number}", "sortKey": sort_key(each["familyName"], each["givenName"], each["middleName"])}
        for number, each in enumerate(named)
    ]
    await database.write("UNWIND $rows AS row CREATE (p:Entity:Person {id: row.id}) SET p.sortKey = row.sortKey", {"rows": rows})
    await database.write((FOLDER / "V0011__search_keys.cypher").read_text(encoding="utf-8").rstrip().removesuffix(";"))
    assert await keys(database, "Person") == {f"p-{number}": search.person(each) for number, each in enumerate(named)}


async def test_units_that_migrations_brought_have_the_keys_that_a_load_would_give(database: Database) -> None:
    assert await keys(database, "Unit") == {each.id: search.unit(each.properties) for each in reference_nodes() if each.label == "Unit"}


async def keys(database: Database, label: str) -> dict[str, dict[str, Any]]:
    rows = await database.read(f"MATCH (node:{label}) RETURN node.id AS id, properties(node) AS held")
    return {row["id"]: {name: row["held"][name] for name in KEYS if name in row["held"]} for row in rows}
