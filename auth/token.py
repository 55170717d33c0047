"""Tokens: which issuers are believed, and which viewer a token of theirs stands for."""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from authlib.oauth2.rfc9068 import JWTBearerTokenValidator
from joserfc.jwk import KeySet

from auth.errors import TokenRefused
from auth.viewer import Viewer, ViewerKind

LONGEST = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuer that is believed: `name` is its `iss`, `audience` what its tokens for us say.

    `kind` is the one kind of viewer that it vouches for, or the claim that says which; `keys`, by kind, the claim that names the viewer.
    """

    name: str
    audience: str
    key_set: KeySet = field(repr=False)
    kind: ViewerKind | str
    keys: Mapping[ViewerKind, str]

    def viewer(self, claims: Mapping[str, Any]) -> Viewer:
        """Whom the claims of a verified token stand for."""
        kind = self.kind if isinstance(self.kind, ViewerKind) else _kind(claims.get(self.kind))
        key = claims.get(self.keys.get(kind, ""))
        if not isinstance(key, str) or not key.strip():
            raise TokenRefused("names no viewer")
        client = claims.get("client_id")
        return Viewer(kind=kind, key=key, client=client if isinstance(client, str) else None)


class Tokens:
    """Verifies tokens, each by the issuer that it says it is from."""

    def __init__(self, issuers: Iterable[Issuer]) -> None:
        self._issuers = {issuer.name: (issuer, _Validator(issuer)) for issuer in issuers}

    def viewer(self, token: str) -> Viewer:
        """Whom a token stands for; `TokenRefused` for whatever is wrong with it."""
        try:
            issuer, validator = self._issuers[_issuer(token)]
            return issuer.viewer(validator.claims(token))
        except TokenRefused:
            raise
        except Exception as failure:  # whatever breaks here, nobody is let in by it
            raise TokenRefused(type(failure.__cause__ or failure).__name__) from None


class _Validator(JWTBearerTokenValidator):
    """Access tokens as RFC 9068 has them, signed by the issuer's keys."""

    def __init__(self, issuer: Issuer) -> None:
        super().__init__(issuer=issuer.name, resource_server=issuer.audience)
        self._key_set = issuer.key_set

    def get_jwks(self) -> KeySet:
        return self._key_set

    def claims(self, token: str) -> Mapping[str, Any]:
        found = self.authenticate_token(token)
        self.validate_token(found, scopes=None, request=None)
        return found


def _issuer(token: str) -> str:
    """The issuer that an unverified token says it is from: only to choose the keys that it must then be signed by."""
    if len(token) > LONGEST:
        raise TokenRefused("too long")
    try:
        payload = token.split(".")[1]
        return str(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["iss"])
    except (IndexError, KeyError, TypeError, ValueError, binascii.Error):
        raise TokenRefused("not a token") from None


def _kind(claim: object) -> ViewerKind:
    if not isinstance(claim, str) or claim not in set(ViewerKind):
        raise TokenRefused("unknown kind of viewer")
    return ViewerKind(claim)
