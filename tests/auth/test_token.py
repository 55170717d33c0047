"""Who a token lets in, and all that it does not."""

import base64
import hmac
import stat
import time
from pathlib import Path

import orjson
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from auth.development import AUDIENCE, NAME, DevelopmentIssuer
from auth.errors import TokenRefused, ViewerUnreadable
from auth.token import Tokens
from auth.viewer import Viewer, ViewerKind, named

ARNE = Viewer(kind=ViewerKind.EMPLOYEE, key="A100101")


@pytest.fixture
def issuer(tmp_path: Path) -> DevelopmentIssuer:
    return DevelopmentIssuer.of(tmp_path)


@pytest.fixture
def tokens(issuer: DevelopmentIssuer) -> Tokens:
    return Tokens([issuer.issuer])


def claims(**changes: object) -> dict[str, object]:
    now = int(time.time())
    good = {
        "iss": NAME,
        "aud": AUDIENCE,
        "sub": "A100101",
        "client_id": "x",
        "iat": now,
        "exp": now + 60,
        "jti": "1",
        "innsyn_kind": "employee",
    }
    return {name: value for name, value in (good | changes).items() if value is not None}


def unsigned(header: dict[str, object], body: dict[str, object]) -> str:
    return ".".join(base64.urlsafe_b64encode(orjson.dumps(part)).rstrip(b"=").decode() for part in (header, body)) + "."


@pytest.mark.parametrize("kind", list(ViewerKind))
async def test_token_lets_in_the_viewer_that_it_was_made_for(kind: ViewerKind, issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    viewer = Viewer(kind=kind, key="someone")
    assert (await tokens.bearer(issuer.token(viewer))).viewer == viewer


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": None},
        {"exp": "soon"},
        {"aud": "another"},
        {"aud": None},
        {"aud": {}},
        {"iss": "urn:another"},
        {"iss": None},
        {"iss": []},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"innsyn_kind": None},
        {"innsyn_kind": "root"},
        {"innsyn_kind": ["employee"]},
    ],
    ids=str,
)
async def test_token_with_a_wrong_claim_lets_nobody_in(changes: dict[str, object], issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(issuer.signed(claims(**changes)))


async def test_token_signed_by_another_key_lets_nobody_in(tokens: Tokens, tmp_path: Path) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(DevelopmentIssuer.of(tmp_path / "other").token(ARNE))


async def test_token_signed_by_another_key_under_the_same_name_lets_nobody_in(issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    header = {"alg": "ES256", "typ": "at+jwt", "kid": issuer.key.thumbprint()}
    with pytest.raises(TokenRefused):
        await tokens.bearer(jwt.encode(header, claims(), ECKey.generate_key("P-256")))


@pytest.mark.parametrize(("claim", "seconds"), [("exp", -1), ("nbf", 3600), ("iat", 3600)])
async def test_token_out_of_its_time_lets_nobody_in(claim: str, seconds: int, issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(issuer.signed(claims(**{claim: int(time.time()) + seconds})))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", ""])
async def test_unsigned_token_lets_nobody_in(algorithm: str, tokens: Tokens) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(unsigned({"alg": algorithm, "typ": "at+jwt"}, claims()))


async def test_token_signed_with_the_public_key_as_a_secret_lets_nobody_in(issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    header: dict[str, object] = {"alg": "HS256", "typ": "at+jwt", "kid": issuer.key.thumbprint()}
    content = unsigned(header, claims()).rstrip(".")
    signature = hmac.digest(issuer.key.as_pem(private=False), content.encode(), "sha256")
    with pytest.raises(TokenRefused):
        await tokens.bearer(f"{content}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}")


async def test_altered_token_lets_nobody_in(issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    header, _, signature = issuer.token(ARNE).split(".")
    _, other, _ = issuer.token(Viewer(kind=ViewerKind.PERSON, key="p-kari")).split(".")
    with pytest.raises(TokenRefused):
        await tokens.bearer(f"{header}.{other}.{signature}")


async def test_token_of_another_type_lets_nobody_in(issuer: DevelopmentIssuer, tokens: Tokens) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(jwt.encode({"alg": "ES256", "typ": "JWT", "kid": issuer.key.thumbprint()}, claims(), issuer.key))


@pytest.mark.parametrize("garbage", ["", ".", "..", "a.b.c", "é.é.é", "a.bnVsbA.c", "a.W10.c", "\0", "x" * 100_000, "a.eyJpc3MiOnt9fQ.c"])
async def test_garbage_lets_nobody_in(garbage: str, tokens: Tokens) -> None:
    with pytest.raises(TokenRefused):
        await tokens.bearer(garbage)


async def test_server_that_knows_no_issuer_believes_no_token(issuer: DevelopmentIssuer) -> None:
    with pytest.raises(TokenRefused):
        await Tokens([]).bearer(issuer.token(ARNE))


def test_key_is_kept_and_only_its_owner_reads_it(issuer: DevelopmentIssuer, tmp_path: Path) -> None:
    assert DevelopmentIssuer.of(tmp_path).key.as_dict(private=True) == issuer.key.as_dict(private=True)
    assert stat.S_IMODE((tmp_path / "development-issuer.json").stat().st_mode) == 0o600


def test_viewer_is_named_by_kind_and_key() -> None:
    assert named("employee:A100101") == ARNE
    assert named("client:a:b").key == "a:b"


@pytest.mark.parametrize("text", ["", "A100101", "employee:", "employee: ", "admin:x", ":x", "EMPLOYEE:x"])
def test_words_that_name_no_viewer_are_refused(text: str) -> None:
    with pytest.raises(ViewerUnreadable):
        named(text)
