"""Keys that an issuer publishes: fetched, renewed, kept while they cannot be had, and never more than was published."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from auth import jwks
from auth.jwks import APART, OLDEST, Published, is_safe, kept, public_keys
from tests.issuing import KEYS, Issuing, issuing

FIRST, SECOND = (KEYS[name].as_dict(private=False) for name in ("first", "second"))


@dataclass(slots=True)
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def issuer() -> Iterator[Issuing]:
    with issuing() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def keys(issuer: Issuing, clock: Clock) -> AsyncIterator[Published]:
    found = issuer.keys()
    found.clock = clock
    async with kept([found]):
        yield found


async def until(found: Callable[[], Awaitable[object]]) -> None:
    """Wait for what is done beside; a test that waits in vain fails by its last look."""
    for _ in range(500):
        if await found():
            return
        await asyncio.sleep(0.01)
    assert await found()


async def test_keys_are_there_before_the_first_token_and_asked_for_no_more(keys: Published, issuer: Issuing) -> None:
    assert keys.ready
    for _ in range(3):
        assert await keys.key("first")
    assert issuer.asked == ["/.well-known/openid-configuration", "/jwks"]


async def test_a_key_that_is_not_known_is_looked_for_at_once(keys: Published, issuer: Issuing, clock: Clock) -> None:
    clock.now += APART
    issuer.key = KEYS["second"]
    assert await keys.key("second")
    assert await keys.key("first") is None


async def test_keys_that_nobody_has_are_looked_for_at_a_limited_rate(keys: Published, issuer: Issuing, clock: Clock) -> None:
    clock.now += APART
    for number in range(50):
        assert await keys.key(f"made-up-{number}") is None
    assert issuer.asked.count("/jwks") == 2


async def test_many_who_wait_for_one_key_ask_once(keys: Published, issuer: Issuing, clock: Clock) -> None:
    clock.now += APART
    issuer.key, issuer.seconds = KEYS["second"], 0.05
    assert all(await asyncio.gather(*(keys.key("second") for _ in range(20))))
    assert issuer.asked.count("/jwks") == 2


async def test_whoever_gives_up_takes_nobody_elses_look_with_them(keys: Published, issuer: Issuing, clock: Clock) -> None:
    clock.now += APART
    issuer.key, issuer.seconds = KEYS["second"], 0.05
    first, second = (asyncio.create_task(keys.key("second")) for _ in range(2))
    await asyncio.sleep(0.01)
    first.cancel()
    assert await second


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": 500},
        {"status": 302},
        {"extra": b"}"},
        {"extra": b" " * 300_000},
        {"metadata": {"issuer": "https://another.example"}},
        {"metadata": {"jwks_uri": "http://elsewhere.example/jwks"}},
        {"metadata": {"jwks_uri": None}},
        {"published": []},
        {"published": [{"kty": "oct", "kid": "first", "k": "c2VjcmV0"}]},
    ],
    ids=str,
)
async def test_a_look_that_fails_keeps_the_last_good_keys_and_opens_nothing(
    wrong: dict[str, Any], keys: Published, issuer: Issuing, clock: Clock
) -> None:
    clock.now += APART
    for name, value in wrong.items():
        setattr(issuer, name, value)
    with capture_logs() as told:
        assert await keys.key("second") is None
    assert await keys.key("first")
    assert told[0]["event"] == "keys not fetched"
    assert told[0]["kept"]


async def test_keys_that_were_not_seen_again_for_a_day_are_believed_no_more(keys: Published, issuer: Issuing, clock: Clock) -> None:
    issuer.status = 500
    clock.now += OLDEST
    assert not keys.ready
    assert await keys.key("first") is None


async def test_what_is_published_no_more_is_believed_no_more(keys: Published, issuer: Issuing) -> None:
    issuer.published = [SECOND]
    assert await keys.look()
    assert await keys.key("first") is None


async def test_a_slow_issuer_keeps_nobody_waiting_longer_than_it_may(issuer: Issuing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jwks, "SLOWEST", 0.05)
    issuer.seconds = 0.5
    async with kept([found := issuer.keys()]):
        assert not found.ready
        assert await asyncio.wait_for(found.key("first"), 0.3) is None


async def test_an_issuer_that_is_away_at_the_start_is_asked_until_it_is_there(issuer: Issuing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jwks, "RETRIED", (0.01,))
    issuer.status = 503
    async with kept([found := issuer.keys()]):
        assert not found.ready
        issuer.status = 200
        await until(lambda: found.key("first"))


async def test_keys_are_renewed_beside(issuer: Issuing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jwks, "RENEWED", 0.01)
    async with kept([found := issuer.keys()]):
        issuer.key = KEYS["second"]
        await until(lambda: found.key("second"))


async def test_one_issuer_that_is_away_keeps_no_other_from_being_believed(issuer: Issuing) -> None:
    away = Published(issuer="http://127.0.0.1:1", metadata="http://127.0.0.1:1/metadata")
    async with kept([away, found := issuer.keys()]):
        assert (away.ready, found.ready) == (False, True)


@pytest.mark.parametrize(
    "published",
    [
        None,
        {},
        [None, "key", []],
        [FIRST | {"kid": None}],
        [FIRST | {"use": "enc"}],
        [FIRST | {"key_ops": ["encrypt"]}],
        [FIRST | {"n": "AQAB"}],
        [FIRST, SECOND | {"kid": "first"}],
        [FIRST | {"n": FIRST["n"][:171]}],
        [{"kty": "oct", "kid": "first", "k": "c2VjcmV0"}],
        [{"kty": "EC", "kid": "first", "crv": "secp256k1", "x": "AQ", "y": "AQ"}],
    ],
)
def test_what_is_no_single_strong_public_key_verifies_nothing(published: object) -> None:
    assert not public_keys(published)


def test_of_a_private_key_that_is_published_by_mistake_the_public_half_is_kept() -> None:
    (found,) = public_keys([KEYS["first"].as_dict(private=True)]).values()
    assert not found.is_private


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://idporten.no", True),
        ("http://127.0.0.1:8080/x", True),
        ("http://localhost:8080", True),
        ("http://[::1]:8080", True),
        ("http://idporten.no", False),
        ("http://127.0.0.1.example", False),
        ("http://localhost.example", False),
        ("https://user@idporten.no", False),
        ("https://", False),
        ("https://[", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_keys_come_by_tls_or_from_this_machine(url: str, *, safe: bool) -> None:
    assert is_safe(url) is safe
