"""Cursors open for those that they were sealed for, and for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cursor import KEY_BYTES, Cursors
from api.errors import CursorInvalid

CURSORS = Cursors(key=b"k" * KEY_BYTES)
POSITIONS = st.lists(st.none() | st.text() | st.integers(-(2**53), 2**53), max_size=4)


@given(POSITIONS, st.binary())
def test_sealed_position_opens_as_it_was(position: list[object], bound_to: bytes) -> None:
    assert CURSORS.open(bound_to, CURSORS.seal(bound_to, position)) == position


def test_same_position_gives_the_same_cursor() -> None:
    assert CURSORS.seal(b"a", ["x", 1]) == CURSORS.seal(b"a", ["x", 1])


def test_length_of_a_cursor_does_not_tell_a_name() -> None:
    assert len(CURSORS.seal(b"a", ["Bo", "p-1"])) == len(CURSORS.seal(b"a", ["Bartholomeus", "p-1"]))


def test_cursor_of_another_list_does_not_open() -> None:
    with pytest.raises(CursorInvalid):
        CURSORS.open(b"b", CURSORS.seal(b"a", [1]))


def test_cursor_under_another_key_does_not_open() -> None:
    with pytest.raises(CursorInvalid):
        Cursors(key=b"l" * KEY_BYTES).open(b"a", CURSORS.seal(b"a", [1]))


@pytest.mark.parametrize("cursor", ["", "x", "é", "A" * 10_000, "====", "YXJyYXljb25uZWN0aW9uOjE=", "\0"])
def test_what_is_no_cursor_does_not_open(cursor: str) -> None:
    with pytest.raises(CursorInvalid, match="endCursor"):
        CURSORS.open(b"a", cursor)
