"""Lines of files and streams: numbers, gzip, length, bytes that break off."""

import gzip
import io
from pathlib import Path

import pytest

from graph.errors import SourceUnreadable
from graph.load.lines import LONGEST, Source, lines, opened
from graph.load.record import Line


def of(source: Source) -> list[Line]:
    with opened(source) as (stream, _):
        return list(lines(stream, "test"))


def test_lines_are_numbered_and_blank_ones_count() -> None:
    assert [(line.number, line.raw) for line in of(io.BytesIO(b"a\n\n  \nb\r\nc"))] == [(1, b"a"), (4, b"b"), (5, b"c")]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert of(io.BytesIO(b"\xef\xbb\xbf{}"))[0].raw == b"{}"


def test_gzip_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    file = tmp_path / "any-name"
    file.write_bytes(gzip.compress(b"a\nb\n"))
    assert [line.raw for line in of(file)] == [line.raw for line in of(io.BytesIO(gzip.compress(b"a\nb\n")))] == [b"a", b"b"]


def test_a_line_of_the_greatest_length_is_whole_and_a_longer_one_is_not() -> None:
    longest, longer, after = of(io.BytesIO(b"x" * LONGEST + b"\n" + b"y" * (3 * LONGEST + 5) + b"\nz\n"))
    assert (longest.whole, len(longest.raw)) == (True, LONGEST)
    assert (longer.whole, len(longer.raw)) == (False, LONGEST)
    assert (after.number, after.raw) == (3, b"z")


def test_an_empty_source_has_no_lines() -> None:
    assert of(io.BytesIO(b"")) == []


def test_gzip_that_breaks_off_is_told_with_the_line() -> None:
    packed = gzip.compress(b"a\n" * 10)
    with pytest.raises(SourceUnreadable, match="break off"):
        of(io.BytesIO(packed[:-6]))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"nope\.jsonl"):
        of(tmp_path / "nope.jsonl")


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable):
        of(tmp_path)
