"""What breaks a client of the last release is found, and must be meant."""

import pytest

from tools.released import RELEASED, breaks, complaints, main

TEXT = RELEASED.read_text(encoding="utf-8")
BROKEN = {
    "a field that is gone": ("  phone: String", "  telephone: String"),
    "a type that may be null now": ("  code: String! @access(category: OPEN)", "  code: String @access(category: OPEN)"),
    "a value of an enum that is gone": ("  GUARDIANSHIP\n", "  GUARDIAN\n"),
    "an argument that must be given now": ("    first: Int\n", "    first: Int!\n"),
    "a null that may mean two things now": ("(category: CARD) @semanticNonNull", "(category: CARD)"),
}


def test_nothing_breaks_clients_of_the_last_release_but_what_is_meant() -> None:
    assert main([]) == 0


@pytest.mark.parametrize("name", BROKEN)
def test_a_break_is_found_and_must_be_meant(name: str) -> None:
    before, after = BROKEN[name]
    found = breaks(TEXT, TEXT.replace(before, after))
    assert found
    assert complaints(found, {}) != []
    assert complaints(found, dict.fromkeys(found, "why")) == []


def test_a_break_that_is_meant_and_is_none_is_told() -> None:
    assert complaints([], {"Person.phone was removed.": "why"}) != []


def test_what_is_new_breaks_nobody() -> None:
    assert breaks(TEXT, TEXT.replace("type Person ", "type Later { id: ID! }\n\ntype Person ", 1)) == []
