"""What users write as reasons, encrypted before it reaches the graph, and read under the id that it was written for."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_BLOCK = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Seals and opens texts (AES-256-GCM). Without a key told, what is sealed can be opened as long as the process lives."""

    key: bytes = field(default_factory=lambda: os.urandom(KEY_BYTES), repr=False)

    def seal(self, id_: str, text: str) -> str:
        """The text, encrypted for that id; its length tells little of the text's."""
        written = text.encode()
        padded = written.ljust(-(-len(written) // _BLOCK) * _BLOCK)
        nonce = os.urandom(_NONCE_BYTES)
        return urlsafe_b64encode(nonce + AESGCM(self.key).encrypt(nonce, padded, id_.encode())).decode()

    def kept(self, id_: str, text: str) -> str:
        """The text as the graph is to hold it: sealed, or as it is where it was sealed for that id already, in a file out of a graph."""
        return text if self.open(id_, text) is not None else self.seal(id_, text)

    def open(self, id_: str, sealed: str | None) -> str | None:
        """The text; none where it was sealed under another key or for another id."""
        try:
            content = urlsafe_b64decode(sealed or "")
            return AESGCM(self.key).decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], id_.encode()).decode().rstrip(" ")
        except (InvalidTag, ValueError):
            return None
