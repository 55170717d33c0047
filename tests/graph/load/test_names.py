"""Names sort in Norwegian order by a plain string."""

from itertools import pairwise

import pytest

from graph.load.names import folded, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Zahl", "Ærlig", "Østby", "Ås"],
        ["Berg", "Berg-Hansen", "Bergan"],
        ["Ola", "Ottar", "Øyvind", "Åge"],
        ["Dahl", "Đurić", "Eide"],
        ["Andersen", "Aune", "Aaberg"],
        ["Moe", "Myhre", "Müller", "Mæland"],
    ],
)
def test_names_are_in_norwegian_order(ordered: list[str]) -> None:
    assert all(folded(one) < folded(other) for one, other in pairwise(ordered))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aase", "Åse"), ("Bäckström", "Bæckstrøm"), ("ODA", "Oda"), ("André", "Andre"), ("O’Brien", "OBrien"), ("A\u030ase", "Åse")],
)
def test_spellings_that_sort_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_family_name_comes_before_given_and_middle_name() -> None:
    people = [("Berg", "Kari", None), ("Berg", "Anna", "Marie"), ("Berg", "Anna", None), ("Alm", "Åse", None)]
    assert sorted(people, key=lambda each: sort_key(*each) or "") == [people[3], people[2], people[1], people[0]]


def test_a_shorter_family_name_sorts_before_a_double_one_whatever_follows() -> None:
    assert str(sort_key("Berg", "Åse", None)) < str(sort_key("Berg Hansen", "Anna", None)) < str(sort_key("Bergan", "Anna", None))


def test_no_name_has_no_key() -> None:
    assert sort_key(None, "", None) is None


def test_keys_hold_only_what_both_databases_order_alike() -> None:
    assert all(ord(sign) < 0xD800 for sign in folded("Kari 𝒜 😀 Nguyễn 李"))
