"""Keys of issuers: as given, or as published by the issuer, kept and renewed."""

import asyncio
import ipaddress
import json
import random
import time
from base64 import urlsafe_b64decode
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from auth.errors import KeysUnavailable

RENEWED: Final = 600.0
"""Seconds between looks at what an issuer publishes."""
RETRIED: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds to the next look after each that failed, then always the last."""
APART: Final = 15.0
"""Seconds, at least, between looks that tokens with an unknown key give rise to: strangers choose what tokens say."""
OLDEST: Final = 24 * 60 * 60.0
"""Seconds for which keys are believed that the issuer has not been seen to publish again."""
SLOWEST: Final = 5.0
"""Seconds that a look may take."""
_LARGEST: Final = 256 * 1024
_MOST_KEYS: Final = 100
_SHORTEST_RSA: Final = 2048
_CURVES: Final = ("P-256", "P-384", "P-521")

PublicKey = RSAKey | ECKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Keys that are here already."""

    named: Mapping[str, PublicKey] = field(repr=False)

    @property
    def ready(self) -> bool:
        return True

    async def key(self, kid: str) -> PublicKey | None:
        return self.named.get(kid)


@dataclass(slots=True, kw_only=True, eq=False)
class Published:
    """The keys that an issuer publishes, where its metadata says (RFC 8414, OpenID Connect Discovery).

    A look is made at the start, every ten minutes, and when a token names a key that is not known; by one at a time, and those who wait
    for it wait no longer than it may take. One that fails leaves the keys of the last that did not.
    """

    issuer: str
    metadata: str
    clock: Callable[[], float] = time.monotonic
    _named: Mapping[str, PublicKey] = field(default_factory=dict, repr=False)
    _seen: float = 0.0
    _looked: float = float("-inf")
    _look: "asyncio.Task[bool] | None" = None
    _client: httpx.AsyncClient | None = field(default=None, repr=False)

    @property
    def ready(self) -> bool:
        return bool(self._named) and self.clock() - self._seen < OLDEST

    async def key(self, kid: str) -> PublicKey | None:
        if self.ready and kid in self._named:
            return self._named[kid]
        if self._look is None and self.clock() - self._looked < APART:
            return None
        await self.look()
        return self._named.get(kid) if self.ready else None

    @property
    def looking(self) -> "asyncio.Task[bool] | None":
        """The look that is under way."""
        return self._look

    async def look(self) -> bool:
        """Fetch what is published now, or wait for whoever does already; whether it could be read."""
        if self._look is None:
            self._looked = self.clock()
            self._look = asyncio.create_task(self._looking())
        # A request that is given up takes nobody else's look with it.
        return await asyncio.shield(self._look)

    async def _looking(self) -> bool:
        try:
            async with asyncio.timeout(SLOWEST):
                self._named = await self._fetched()
            self._seen = self.clock()
        except Exception as failure:
            told = failure.reason if isinstance(failure, KeysUnavailable) else type(failure).__name__
            structlog.get_logger().warning("keys not fetched", issuer=self.issuer, reason=told, kept=self.ready)
            return False
        else:
            return True
        finally:
            self._look = None

    async def _fetched(self) -> Mapping[str, PublicKey]:
        metadata = await self._document(self.metadata)
        if metadata.get("issuer") != self.issuer:
            raise KeysUnavailable("the metadata is another issuer's")
        where = metadata.get("jwks_uri")
        if not isinstance(where, str) or not is_safe(where):
            raise KeysUnavailable("the metadata tells no safe address of keys")
        if not (found := public_keys((await self._document(where)).get("keys"))):
            raise KeysUnavailable("there is no key to verify by")
        return found

    async def _document(self, url: str) -> Mapping[str, Any]:
        """A JSON object; nothing is followed to elsewhere, and nothing long is read."""
        if self._client is None:
            raise KeysUnavailable("nothing is asked any more")
        content = bytearray()
        async with self._client.stream("GET", url) as response:
            if response.status_code != httpx.codes.OK:
                raise KeysUnavailable(f"status {response.status_code}")
            async for part in response.aiter_bytes():
                content += part
                if len(content) > _LARGEST:
                    raise KeysUnavailable("too long")
        found = json.loads(content)
        if not isinstance(found, dict):
            raise KeysUnavailable("no JSON object")
        return found

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[None]:
        """With what it asks by."""
        async with httpx.AsyncClient(timeout=SLOWEST, follow_redirects=False, trust_env=not _is_near(self.metadata)) as client:
            self._client = client
            yield
        self._client = None

    async def renewed(self) -> None:
        """Look again and again, sooner after one that failed."""
        failed = 0 if self.ready else 1
        while True:
            wait = RETRIED[min(failed, len(RETRIED)) - 1] if failed else RENEWED
            await asyncio.sleep(wait * random.uniform(0.9, 1.1))  # noqa: S311 - so that servers do not all ask at once
            failed = 0 if await self.look() else failed + 1


@asynccontextmanager
async def kept(published: Sequence[Published]) -> AsyncIterator[None]:
    """The keys of several issuers: looked at once before this begins, unless that takes too long, and renewed until it ends."""
    async with AsyncExitStack() as open_:
        for each in published:
            await open_.enter_async_context(each.asking())
        await asyncio.gather(*(each.look() for each in published))
        renewing = [asyncio.create_task(each.renewed()) for each in published]
        try:
            yield
        finally:
            await _ended([*renewing, *(look for each in published if (look := each.looking))])


async def _ended(tasks: Iterable["asyncio.Task[Any]"]) -> None:
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def is_safe(url: str) -> bool:
    """Whether what is read there comes from who has the name: by TLS, or from this machine."""
    try:
        parts = urlsplit(url)
        known = bool(parts.hostname) and not parts.username and not parts.fragment
    except ValueError:
        return False
    return known and (parts.scheme == "https" or (parts.scheme == "http" and _is_near(url)))


def _is_near(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def public_keys(published: object) -> Mapping[str, PublicKey]:
    """Those keys of a JWK Set that tokens may be verified by, by name; of two with one name, neither."""
    found = list(_usable(published[:_MOST_KEYS])) if isinstance(published, list) else []
    named = Counter(kid for kid, _ in found)
    return {kid: key for kid, key in found if named[kid] == 1}


def _usable(published: Iterable[object]) -> Iterator[tuple[str, PublicKey]]:
    for each in published:
        if isinstance(each, dict) and isinstance(kid := each.get("kid"), str) and _verifies(each):
            with suppress(JoseError, KeyError, TypeError, ValueError):
                yield kid, _imported(each)


def _verifies(key: Mapping[str, Any]) -> bool:
    return key.get("use", "sig") == "sig" and "verify" in key.get("key_ops", ["verify"])


def _imported(key: Mapping[str, Any]) -> PublicKey:
    """The public half; what else the issuer says of it is `alg`, which the signature is then held to."""
    match key.get("kty"):
        case "RSA" if len(urlsafe_b64decode(key["n"] + "==")) * 8 >= _SHORTEST_RSA:
            return RSAKey.import_key({name: key[name] for name in ("kty", "n", "e", "alg") if name in key})
        case "EC" if key.get("crv") in _CURVES:
            return ECKey.import_key({name: key[name] for name in ("kty", "crv", "x", "y", "alg") if name in key})
    raise ValueError
