"""What a client takes, and what it is given."""

import pytest

from api import accept
from api.accept import GRAPHQL_JSON, JSON, PARTS

MEDIA = [
    ("", JSON),
    ("*/*", JSON),
    ("application/*", JSON),
    (JSON, JSON),
    (GRAPHQL_JSON, GRAPHQL_JSON),
    ("APPLICATION/GraphQL-Response+JSON", GRAPHQL_JSON),
    (f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL_JSON),
    (f"{JSON}, {GRAPHQL_JSON}", GRAPHQL_JSON),
    (f"{GRAPHQL_JSON};q=0.5, {JSON}", JSON),
    (f"{GRAPHQL_JSON};q=0.5, {JSON};q=0.4", GRAPHQL_JSON),
    (f"{JSON};q=0, */*", GRAPHQL_JSON),
    (f"{GRAPHQL_JSON}, */*", GRAPHQL_JSON),
    (f"{JSON}, */*", JSON),
    (f"{GRAPHQL_JSON};q=0, application/*;q=0.3", JSON),
    ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
    ("text/html", None),
    ("*/*;q=0", None),
    (f"{JSON};charset=latin-1", None),
    (f"{JSON};q=much", None),
]
ENCODINGS = [
    ("", None),
    ("gzip, deflate, br, zstd", "br"),
    ("gzip", "gzip"),
    ("GZIP", "gzip"),
    ("gzip, br;q=0.5", "gzip"),
    ("*", "br"),
    ("br;q=0, *", "gzip"),
    ("gzip;q=0", None),
    ("identity, gzip;q=0.5", None),
    ("deflate", None),
]


@pytest.mark.parametrize(("header", "expected"), MEDIA)
def test_the_media_type_is_what_the_client_takes_most_gladly(header: str, expected: str | None) -> None:
    assert accept.media(header) == expected


@pytest.mark.parametrize(("header", "expected"), ENCODINGS)
def test_so_is_the_encoding(header: str, expected: str | None) -> None:
    assert accept.encoding(header, ("br", "gzip")) == expected


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", False),
        ("*/*", False),
        (JSON, False),
        (PARTS, True),
        (f"{PARTS};deferSpec=20220824,{JSON}", True),
        (f"{GRAPHQL_JSON}, {JSON}, text/event-stream, {PARTS}", True),
        (f'{PARTS}; boundary="-"; deferSpec="20220824", {JSON};q=0.9', True),
        (f"{PARTS};q=0.5, {JSON}", False),
        (f"{PARTS};q=0.5, {JSON};q=0.5", True),
        (f"{PARTS};q=0, {JSON};q=0", False),
        (f"{PARTS};deferSpec=20991231, {JSON}", False),
        (f"{PARTS};incrementalSpec=v0.2, {JSON}", False),
        (f"{PARTS};subscriptionSpec=1.0, {JSON}", False),
        (f"{PARTS};incrementalSpec=v0.2, {PARTS};deferSpec=20220824, {JSON}", True),
    ],
)
def test_parts_are_for_who_says_that_they_are_taken_as_they_are_written(header: str, wanted: bool) -> None:
    assert accept.parts(header) is wanted
