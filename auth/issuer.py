"""An issuer that is believed: what its access tokens must be, and whom they stand for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol

from authlib.oauth2.claims import ClaimsOption
from authlib.oauth2.rfc6750.errors import InsufficientScopeError, InvalidTokenError
from authlib.oauth2.rfc9068 import JWTBearerTokenValidator
from authlib.oauth2.rfc9068.claims import JWTAccessTokenClaims
from joserfc.errors import ClaimError
from joserfc.jwk import ECKey, RSAKey
from joserfc.jwt import BaseClaimsRegistry

from auth.errors import TokenRefused
from auth.viewer import Bearer, ViewerKind

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""What may sign a token: with a private key, since what verifies is public."""
UNTYPED: Final = "none"
"""How the settings say that a token may have no `typ`."""
LEEWAY: Final = 30
"""Seconds by which the issuer's clock and ours may differ."""

_IDENTIFIES: Final = ("nonce", "at_hash", "c_hash", "s_hash", "events")
"""What an id token or a logout token says and an access token does not: those are for the client, and open nothing here."""
_CLIENTS: Final = ("client_id", "azp", "appid")
_MOST_ACTORS: Final = 4
_ORGANISATION: Final = re.compile(r"0192:([0-9]{9})")
_NUMBER: Final = re.compile("[0-9]{11}")
_REGISTER: Final = "iso6523-actorid-upis"


class Naming(StrEnum):
    """What the claim that names the viewer holds."""

    KEY = "key"
    NUMBER = "national-number"


class Keys(Protocol):
    """An issuer's public keys."""

    @property
    def ready(self) -> bool:
        """Whether there are any that may be believed."""

    async def key(self, kid: str) -> RSAKey | ECKey | None:
        """The one of that name."""


class _AccessToken(JWTAccessTokenClaims):
    """The claims of an access token (RFC 9068), with the issuer's leeway; its `typ` is judged before. Once they are, its scopes stand
    where the RFC has them: Entra ID tells them in `scp`, the others in `scope`."""

    def validate(self, now: int | Callable[[], int] | None = None, leeway: int = 0) -> None:
        # Authlib asks `amr` for its shape alone, whatever is wanted of it.
        BaseClaimsRegistry(**self.options).validate(self)
        super().validate(now=now, leeway=leeway or self.params["leeway"])
        self["scope"] = [scope for name in ("scope", "scp") for scope in _words(self.get(name))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuer: `name` is its `iss`, `audiences` what its tokens for us say.

    `kind` is the one kind of viewer that it vouches for, or the claim that says which; `claim` names the viewer, in the way of `naming`;
    `types` are what `typ` may be, in small letters; `needs` claims that must be there, `accepts` what one of must be in a claim, `scopes`
    what must all be. With `consumer`, a token speaks for the organisation of that claim, and for no other.
    """

    name: str
    audiences: tuple[str, ...]
    keys: Keys = field(repr=False)
    kind: ViewerKind | str
    claim: str
    naming: Naming = Naming.KEY
    types: tuple[str, ...] = ("at+jwt", "application/at+jwt")
    algorithms: tuple[str, ...] = ("RS256",)
    needs: tuple[str, ...] = ("sub", "client_id", "jti")
    accepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    consumer: str | None = None
    leeway: int = LEEWAY

    def check(self, header: Mapping[str, Any]) -> tuple[str, str]:
        """The key and the algorithm that a header names, once it is one of this issuer's access tokens."""
        kid, algorithm, type_ = header.get("kid"), header.get("alg"), header.get("typ", UNTYPED)
        if algorithm not in self.algorithms:
            raise TokenRefused("algorithm")
        if not isinstance(type_, str) or type_.lower() not in self.types:
            raise TokenRefused("type")
        if "crit" in header or "b64" in header:  # we know no extension that a token could ask us to understand
            raise TokenRefused("critical header")
        if not isinstance(kid, str) or not kid:
            raise TokenRefused("names no key")
        return kid, str(algorithm)

    def bearer(self, claims: Mapping[str, Any]) -> Bearer:
        """Whom the claims of a verified token stand for."""
        self._check(claims)
        kind = self.kind if isinstance(self.kind, ViewerKind) else _kind(claims.get(self.kind))
        key = claims.get(self.claim)
        if not isinstance(key, str) or not (_NUMBER.fullmatch(key) if self.naming is Naming.NUMBER else key.strip()):
            raise TokenRefused("names no viewer")
        return Bearer(
            kind=kind,
            key=key,
            national=self.naming is Naming.NUMBER,
            organisation=_organisation(claims.get(self.consumer)) if self.consumer else None,
            client=_client(claims),
        )

    def _check(self, claims: Mapping[str, Any]) -> None:
        if any(name in claims for name in _IDENTIFIES):
            raise TokenRefused("no access token")
        token = _AccessToken(dict(claims), {}, self._wanted(), {"leeway": self.leeway})
        try:
            JWTBearerTokenValidator(self.name, None).validate_token(token, [" ".join(self.scopes)] if self.scopes else None, None)
        except InsufficientScopeError:
            raise TokenRefused("scope") from None
        except InvalidTokenError as refused:
            wrong = refused.__cause__
            raise TokenRefused(f"{wrong.error}: {wrong.claim}" if isinstance(wrong, ClaimError) else "claims") from None

    def _wanted(self) -> dict[str, ClaimsOption]:
        there = {name: ClaimsOption(essential=True) for name in ("iat", "exp", *self.needs)}
        said = {name: ClaimsOption(essential=True, values=list(values)) for name, values in self.accepts.items()}
        ours = {"iss": ClaimsOption(essential=True, value=self.name), "aud": ClaimsOption(essential=True, values=list(self.audiences))}
        return there | said | ours


def _kind(claim: object) -> ViewerKind:
    if not isinstance(claim, str) or claim not in set(ViewerKind):
        raise TokenRefused("unknown kind of viewer")
    return ViewerKind(claim)


def _organisation(claim: object) -> str:
    """The number of the organisation that ISO 6523 names, as Norwegian registers have it."""
    match claim:
        case {"authority": str(register), "ID": str(id_)} if register == _REGISTER and (found := _ORGANISATION.fullmatch(id_)):
            return found[1]
    raise TokenRefused("names no organisation")


def _words(claim: object) -> list[str]:
    if isinstance(claim, list):
        return [each for each in claim if isinstance(each, str)]
    return claim.split() if isinstance(claim, str) else []


def _client(claims: Mapping[str, Any]) -> str | None:
    """The system that the token was given to, then those that act through it, the nearest to the viewer last (RFC 8693, `act`)."""
    found = dict.fromkeys([*_named(claims), *_actors(claims.get("act"))])
    return ">".join(found) or None


def _named(claims: Mapping[str, Any]) -> list[str]:
    return [claims[name] for name in _CLIENTS if isinstance(claims.get(name), str) and claims[name]][:1]


def _actors(act: object) -> Iterator[str]:
    for _ in range(_MOST_ACTORS):
        if not isinstance(act, Mapping):
            return
        yield from _named(act) or [each for each in (act.get("sub"),) if isinstance(each, str) and each]
        act = act.get("act")
