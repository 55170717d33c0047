"""Norwegian alphabetical order as a plain string, which every database compares alike.

Letters fold to a-z; æ, ø and å become the three signs after z in ASCII, in their order, and aa is å. A word ends with `-`, a part of the
name with `,`, which sort before every letter: Berg, Anna < Berg-Hansen, Kari < Bergan, Ola. What differs in case or accent alone is equal.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

AE, OE, AA = "{", "|", "}"
LETTERS: Final = {
    "æ": AE, "ä": AE, "ǽ": AE, "ø": OE, "ö": OE, "ǿ": OE, "œ": OE, "ő": OE, "å": AA, "ü": "y", "ű": "y",
    "đ": "d", "ð": "d", "þ": "th", "ŋ": "n", "ŧ": "t", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss",
}  # fmt: skip
SILENT: Final = frozenset("'’`´ʼ.\"“”«»")
LAST: Final = "~"
WORD_ENDS: Final = re.compile("-+")


def sort_key(family: str | None, given: str | None, middle: str | None) -> str | None:
    """The key by which a person sorts: family name, given name, middle name; none without a name."""
    parts = [folded(part or "") for part in (family, given, middle)]
    return ",".join(parts).rstrip(",") if any(parts) else None


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """One part of a name as it sorts; also what a search compares."""
    lowered = unicodedata.normalize("NFC", name.casefold())
    return WORD_ENDS.sub("-", "".join(_letter(sign) for sign in lowered.replace("aa", AA))).strip("-")


def _letter(sign: str) -> str:
    if sign in LETTERS or sign == AA:
        return LETTERS.get(sign, AA)
    if sign in SILENT:
        return ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(each))
    return "".join(_plain(each) for each in plain)


def _plain(sign: str) -> str:
    if not sign.isalnum():
        return "-"
    # Beyond the basic plane the databases disagree: one compares code points, the other UTF-16.
    return sign if ord(sign) < 0xD800 else LAST
