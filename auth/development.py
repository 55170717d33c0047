"""The development issuer: whoever reads the data folder can be anyone, so it is believed in the development profile only."""

import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import orjson
from joserfc import jwt
from joserfc.jwk import ECKey

from auth import keyfile
from auth.issuer import Issuer
from auth.jwks import Given
from auth.viewer import Viewer

NAME = "urn:innsyn:development"
AUDIENCE = "innsyn"
SECONDS = 12 * 60 * 60
_KIND = "innsyn_kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentIssuer:
    """Signs tokens with a key of the data folder."""

    key: ECKey = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "DevelopmentIssuer":
        """The issuer of a data folder; its key is made the first time."""
        return cls(key=ECKey.import_key(orjson.loads(keyfile.kept(folder / "development-issuer.json", _new_key))))

    @property
    def issuer(self) -> Issuer:
        """What a server must know to believe it."""
        keys = Given(named={self.key.thumbprint(): self.key})
        return Issuer(name=NAME, audiences=(AUDIENCE,), keys=keys, kind=_KIND, claim="sub", algorithms=("ES256",), leeway=0)

    def token(self, viewer: Viewer, *, seconds: int = SECONDS) -> str:
        """A token for a viewer, good from now."""
        now = int(time.time())
        claims = {"iss": NAME, "aud": AUDIENCE, "sub": viewer.key, "client_id": "innsyn", "iat": now, "exp": now + seconds}
        return self.signed(claims | {"jti": str(uuid.uuid4()), _KIND: viewer.kind.value})

    def signed(self, claims: dict[str, object]) -> str:
        """A token of just these claims."""
        return jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": self.key.thumbprint()}, claims, self.key)


def _new_key() -> bytes:
    key = ECKey.generate_key("P-256", {"alg": "ES256", "use": "sig"})
    return orjson.dumps(key.as_dict(private=True) | {"kid": key.thumbprint()})
