"""What a client takes, and what it is given."""

import pytest

from api import accept
from api.accept import GRAPHQL_JSON, JSON

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
