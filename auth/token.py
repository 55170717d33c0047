"""Tokens: each verified by the keys of the issuer that it says it is from, and read as whom it stands for."""

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from joserfc import jws
from joserfc.jws import JWSRegistry

from auth.errors import TokenRefused
from auth.issuer import Issuer
from auth.viewer import Bearer

LONGEST: Final = 16 * 1024
_LONGEST_HEADER: Final = 4 * 1024


class Tokens:
    """Verifies tokens of the issuers that are believed."""

    def __init__(self, issuers: Iterable[Issuer]) -> None:
        self._issuers = {issuer.name: issuer for issuer in issuers}

    @property
    def ready(self) -> bool:
        """Whether the keys of any issuer are there; so too where no issuer is believed, for then there are none to wait for."""
        return not self._issuers or any(issuer.keys.ready for issuer in self._issuers.values())

    async def bearer(self, token: str) -> Bearer:
        """Whom a token stands for; `TokenRefused` for whatever is wrong with it."""
        try:
            return await self._bearer(token)
        except TokenRefused:
            raise
        except Exception as failure:  # whatever breaks here, nobody is let in by it
            raise TokenRefused(type(failure).__name__) from None

    async def _bearer(self, token: str) -> Bearer:
        header, issuer = self._said(token)
        kid, algorithm = issuer.check(header)
        key = await issuer.keys.key(kid)
        if key is None:
            raise TokenRefused("unknown key")
        signed = jws.deserialize_compact(token, key, registry=_registry(algorithm))
        return issuer.bearer(_object(signed.payload or b""))

    def _said(self, token: str) -> tuple[dict[str, Any], Issuer]:
        """What an unverified token says of itself: only to choose the keys that it must then be signed by."""
        if len(token) > LONGEST:
            raise TokenRefused("too long")
        try:
            header, payload, _ = token.split(".")
            name = _object(_decoded(payload))["iss"]
            return _object(_decoded(header)), self._issuers[name]
        except (KeyError, TypeError, ValueError):
            raise TokenRefused("not a token of an issuer that is believed") from None


def _registry(algorithm: str) -> JWSRegistry:
    # Issuers may say more in a header than we read (RFC 7515, 4).
    registry = JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    registry.max_header_length = _LONGEST_HEADER
    return registry


def _decoded(part: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error as wrong:
        raise ValueError from wrong


def _object(text: bytes) -> dict[str, Any]:
    """A JSON object that says each thing once: of two, others may have read the other."""
    found = json.loads(text.decode(), object_pairs_hook=_once, parse_constant=_refused)
    if not isinstance(found, dict):
        raise TokenRefused("no claims")
    return found


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise TokenRefused("says something twice")
    return dict(pairs)


def _refused(_: str) -> None:
    raise TokenRefused("no JSON")
