"""Who signs for the log and for a witness: a key in a file, or a command that has it."""

import base64
import shlex
import struct
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit.errors import KeyInvalid
from audit.proof import COSIGNED, SIGNED, Key, Signature, cosigned_message

_SECONDS: Final = 30
_SIGNATURE_BYTES: Final = 64


class Signer(Protocol):
    """Signs for a key."""

    @property
    def key(self) -> Key:
        """The public half."""

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSigner:
    """A private key that was read from a file, in PEM as `openssl genpkey -algorithm ed25519` writes it."""

    name: str
    private: Ed25519PrivateKey = field(repr=False)
    kind: int = SIGNED

    @classmethod
    def read(cls, file: Path, name: str, *, kind: int = SIGNED) -> "FileSigner":
        """The signer that a file holds."""
        try:
            return cls.of(file.read_bytes(), name, kind=kind)
        except OSError:
            raise KeyInvalid(f"the key cannot be read: `{file}`; write the path of a PEM file") from None

    @classmethod
    def of(cls, pem: bytes, name: str, *, kind: int = SIGNED) -> "FileSigner":
        """The signer that a PEM text holds."""
        try:
            private = serialization.load_pem_private_key(pem, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            private = None
        if not isinstance(private, Ed25519PrivateKey):
            raise KeyInvalid("the key is no Ed25519 key in PEM; `openssl genpkey -algorithm ed25519` makes one")
        return cls(name=name, private=private, kind=kind)

    @property
    def key(self) -> Key:
        return Key(self.name, self.kind, self.private.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSigner:
    """A command that reads a message on standard input and writes its signature, 64 bytes or their Base 64: a key that we never see."""

    key: Key
    command: str

    def sign(self, message: bytes) -> bytes:
        try:
            done = subprocess.run(shlex.split(self.command), input=message, capture_output=True, timeout=_SECONDS, check=True)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise KeyInvalid(f"the signing command failed ({type(error).__name__})") from None
        signature = done.stdout if len(done.stdout) == _SIGNATURE_BYTES else _decoded(done.stdout)
        if not self.key.signed(message, signature):
            raise KeyInvalid("what the signing command wrote is no signature by the key that `INNSYN_AUDIT_KEYS` names last")
        return signature


def new_key() -> bytes:
    """A new private key, in PEM."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def signature(signer: Signer, text: str) -> Signature:
    """A signer's line under a note."""
    return Signature(signer.key.name, signer.key.id, signer.sign(text.encode()))


def cosignature(signer: Signer, text: str, at: int) -> Signature:
    """A witness' line under a checkpoint, at a time in seconds."""
    if signer.key.kind != COSIGNED:
        raise KeyInvalid("this key signs notes; a witness has a key of its own")
    return Signature(signer.key.name, signer.key.id, struct.pack(">Q", at) + signer.sign(cosigned_message(text, at)))


def _decoded(written: bytes) -> bytes:
    try:
        return base64.b64decode(written.strip(), validate=True)
    except ValueError:
        return b""
