"""National numbers, which are never an id and never stand in a log."""

import re
from typing import Final

# Alone, not inside a longer number or a hexadecimal id.
_ELEVEN: Final = re.compile(r"(?<![0-9A-Fa-f])[0-9]{11}(?![0-9A-Fa-f])")
_FIRST_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_FIRST_REMAINDERS: Final = 4
"""The first check digit may be off by up to three in numbers given from 2032."""


LONGEST_ID: Final = 200
"""Signs of an id."""
_ID: Final = re.compile(rf"[^\x00-\x20\x7f]{{1,{LONGEST_ID}}}")


def is_id(text: str) -> bool:
    """Whether a text can be an id of ours: without blanks, of some length, and no national number in it."""
    return bool(_ID.fullmatch(text)) and not looks_national(text)


def looks_national(text: str) -> bool:
    """Whether a national, D- or synthetic number stands in a text, as its day, month and check digits tell."""
    return any(_is_national(found[0]) for found in _ELEVEN.finditer(text))


def _is_national(digits: str) -> bool:
    numbers = [int(each) for each in digits]
    day, month = int(digits[:2]) % 40, int(digits[2:4])
    if not (1 <= day <= 31 and any(1 <= month - added <= 12 for added in (0, 20, 40, 60, 65, 80))):
        return False
    first = sum(weight * each for weight, each in zip(_FIRST_WEIGHTS, numbers, strict=False)) % 11
    return first < _FIRST_REMAINDERS and sum(weight * each for weight, each in zip(_SECOND_WEIGHTS, numbers, strict=True)) % 11 == 0
