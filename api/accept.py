"""What a client takes: the headers `Accept` and `Accept-Encoding`, weighed as RFC 9110 § 12.5 says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

JSON: Final = "application/json"
GRAPHQL_JSON: Final = "application/graphql-response+json"
PARTS: Final = "multipart/mixed"
SPEC: Final = "20220824"
"""How parts are written: as Apollo's clients call it (https://specs.apollo.dev/incremental/v0.1/), and others read it who do not say."""
_WEIGHT: Final = re.compile(r"(0(\.\d{0,3})?|1(\.0{0,3})?)")
_ANYTHING: Final = "*/*"
_OURS: Final = frozenset({"q", "charset", "boundary"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One part of such a header: what is taken, in which charset, how gladly, and what else is said of it."""

    name: str
    charset: str = "utf-8"
    weight: float = 1.0
    more: Mapping[str, str] = field(default_factory=dict)


def media(header: str) -> str | None:
    """The media type to answer in. JSON where the client does not say, for old ones know no other; nothing if it takes neither."""
    wishes = [each for each in _wishes(header) if each.charset == "utf-8"] if header.strip() else [_Wish(name=_ANYTHING)]
    taken = [(weight, near, each) for each in (JSON, GRAPHQL_JSON) for weight, near in [_media(wishes, each)] if weight]
    return max(taken, key=lambda each: (each[0], each[1], _preferred(each[1], each[2])))[2] if taken else None


def parts(header: str) -> bool:
    """Whether the client takes an answer in parts, as they are written here, as gladly as one that is whole."""
    wishes = list(_wishes(header))
    weight = max((each.weight for each in wishes if each.name == PARTS and each.more in ({}, {"deferspec": SPEC})), default=0)
    return weight > 0 and weight >= max(_media(wishes, each)[0] for each in (JSON, GRAPHQL_JSON))


def encoding(header: str, known: tuple[str, ...]) -> str | None:
    """The first of those that are known that the client takes most gladly; nothing if it would rather have it as it is."""
    wishes = {each.name: each.weight for each in _wishes(header)}
    weights = {each: wishes.get(each, wishes.get("*", 0)) for each in known}
    best = max(known, key=lambda each: weights[each])
    return best if weights[best] > wishes.get("identity", 0) else None


def _media(wishes: list[_Wish], offered: str) -> tuple[float, int]:
    """How gladly a media type is taken, by the part that is nearest to it, and how near that is."""
    ranges = (_ANYTHING, f"{offered.partition('/')[0]}/*", offered)
    return max(
        ((each.weight, ranges.index(each.name)) for each in wishes if each.name in ranges), key=lambda each: each[::-1], default=(0, 0)
    )


def _preferred(near: int, offered: str) -> bool:
    return (offered == GRAPHQL_JSON) == (near == 2)


def _wishes(header: str) -> Iterator[_Wish]:
    for part in header.lower().split(","):
        name, *parameters = (each.strip() for each in part.split(";"))
        given = {key.strip(): value.strip().strip('"') for key, _, value in (each.partition("=") for each in parameters)}
        weight = given.get("q", "1")
        more = {key: value for key, value in given.items() if key not in _OURS}
        charset = given.get("charset", "utf-8")
        yield _Wish(name=name, charset=charset, weight=float(weight) if _WEIGHT.fullmatch(weight) else 0, more=more)
