"""What a search by text compares: the keys that the loader stores, and the same of a text that someone looks for.

A name is folded as for sorting (`graph.load.names`): case and accents do not count, æ, ø and å are letters of their own, aa is å, and what
is no letter or digit parts words. A text finds a name when each of its words begins some word of the name, in any order: `dahl kari`,
`kari holm` and `Dahl, K.` all find Kari Holm Dahl, `ari` does not. One of the words, of two letters or more, must also begin, in its first
three letters, as a word that the name is looked up by: of a person the first of the given or of the family name, of a business the first
or the longest other. So a middle name, or the last half of a double name, finds nobody alone. Units and municipalities are few, and there
any word will do.

Both databases look equal values up by an index wherever they stand in a statement; ArcadeDB looks up what begins alike only at the very
start of one. So the first three letters are stored and compared as a whole; a word of two is looked for with each letter that may follow.

A text without letters is also a number: of a person (each that they have or had), a business, a municipality or a unit, with spaces, dots
and hyphens as people write them.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.load.names import folded

LETTERS: Final = 3
"""How many letters of a word it is looked up by."""
SHORTEST: Final = 2
"""Letters of the shortest word that anything is looked up by."""
FEWEST_DIGITS: Final = 4
_FOLLOWING: Final = "abcdefghijklmnopqrstuvwxyz{|}0123456789"
_NUMBER: Final = re.compile(r"(?:NO)?([\d\s.-]+)(?:MVA)?", re.ASCII | re.IGNORECASE)
_NO_DIGIT: Final = re.compile(r"\D", re.ASCII)


def words(name: str | None) -> list[str]:
    """The words of a name, or of a text, folded."""
    return [word for word in folded(name or "").split("-") if word]


def person(properties: Mapping[str, Any]) -> dict[str, str]:
    """The keys of a person: the name as it is said, and the beginnings of the given and of the family name."""
    given, middle, family = (words(properties.get(name)) for name in ("givenName", "middleName", "familyName"))
    return _keys([*given, *middle, *family], given[:1], family[:1])


def unit(properties: Mapping[str, Any]) -> dict[str, str]:
    """The key of a unit or a municipality, which are looked through: the words of its name."""
    return _keys(words(properties.get("name")), [], [])


def business(properties: Mapping[str, Any]) -> dict[str, str]:
    """The keys of a business: the name, and the beginnings of its first word and of the longest other."""
    first, *others = words(properties.get("name")) or [""]
    return _keys([first, *others], [first], sorted(others, key=len, reverse=True)[:1])


def _keys(all_: Iterable[str], start: list[str], other: list[str]) -> dict[str, str]:
    found = {"searchKey": "-".join(all_), "searchStart": "".join(start)[:LETTERS], "searchOther": "".join(other)[:LETTERS]}
    return {name: key for name, key in found.items() if key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a text looks for: its words, the beginnings by which they are looked up, and the number that it may be."""

    words: tuple[str, ...]
    starts: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def parameter(self) -> dict[str, list[str]]:
        """The same as a parameter of the statement."""
        return {"words": list(self.words), "starts": list(self.starts), "numbers": list(self.numbers)}


def sought(text: str) -> Sought | None:
    """What the text looks for; none where it is too short to look for anything."""
    plain = unicodedata.normalize("NFKC", text)
    found = tuple(dict.fromkeys(words(plain)))
    starts = tuple(dict.fromkeys(start for word in found for start in _starts(word)))
    numbers = _numbers(plain.strip())
    return Sought(words=found, starts=starts, numbers=numbers) if starts or numbers else None


def _starts(word: str) -> list[str]:
    if len(word) < SHORTEST:
        return []
    return [word[:LETTERS]] if len(word) >= LETTERS else [word, *(word + letter for letter in _FOLLOWING)]


def _numbers(text: str) -> tuple[str, ...]:
    written = _NUMBER.fullmatch(text)
    digits = _NO_DIGIT.sub("", written[1]) if written else ""
    return (digits,) if len(digits) >= FEWEST_DIGITS else ()
