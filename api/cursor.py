"""Cursors: encrypted, and good only for the viewer, the list and the arguments that they were made for (A17)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from api.errors import CursorInvalid

KEY_BYTES = 64
_BLOCK = 32
_LONGEST = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursors:
    """Seals and opens positions in lists. The same position gives the same cursor, so that equal answers are byte-equal."""

    key: bytes = field(repr=False)

    def seal(self, bound_to: bytes, position: Sequence[Any]) -> str:
        """A cursor for a position; its length tells little of the position's."""
        text = orjson.dumps(position)
        padded = text.ljust(-(-len(text) // _BLOCK) * _BLOCK)
        return urlsafe_b64encode(AESSIV(self.key).encrypt(padded, [bound_to])).rstrip(b"=").decode()

    def open(self, bound_to: bytes, cursor: str) -> list[Any]:
        """The position, if the cursor was sealed for the same."""
        try:
            sealed = urlsafe_b64decode(cursor[:_LONGEST] + "=" * (-len(cursor) % 4))
            position = orjson.loads(AESSIV(self.key).decrypt(sealed, [bound_to]))
        except (InvalidTag, ValueError):
            raise CursorInvalid from None
        return list(position)
