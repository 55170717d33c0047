"""Whom tokens of real kinds of issuers stand for, and whatever else comes in their place."""

import base64
import hmac
import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from joserfc import jwt
from joserfc.jwk import OctKey

from auth.errors import IssuersInvalid, TokenRefused
from auth.token import Tokens
from auth.trusted import Trusted, believed, page, read
from auth.viewer import Bearer, ViewerKind
from tests.issuing import AUDIENCE, KEYS, NUMBER, Issuing, issuing

CITIZENS = {"provider": "idporten", "audience": AUDIENCE, "scopes": ["nav:innsyn"]}
EMPLOYEES = {"provider": "entra", "audience": AUDIENCE, "scopes": ["access_as_user"]}
SYSTEMS = {"provider": "maskinporten", "audience": AUDIENCE, "scopes": ["nav:innsyn/read"]}

EMPLOYEE = {
    "pid": None,
    "acr": None,
    "client_id": None,
    "jti": None,
    "scope": None,
    "NAVident": "A100101",
    "azp": "0d1a",
    "scp": "access_as_user",
    "ver": "2.0",
}
CONSUMER = {"authority": "iso6523-actorid-upis", "ID": "0192:974761076"}
SYSTEM = {"pid": None, "acr": None, "sub": None, "scope": "nav:innsyn/read", "client_id": "c-1", "consumer": CONSUMER}


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuing]:
    with issuing() as found:
        yield found


async def stands_for(issuer: Issuing, said: Mapping[str, Any], token: str) -> Bearer:
    async with believed([Trusted.model_validate({"issuer": issuer.url, **said})]) as tokens:
        return await tokens.bearer(token)


@pytest_asyncio.fixture(scope="module")
async def tokens(issuer: Issuing) -> AsyncIterator[Tokens]:
    async with believed([Trusted.model_validate({"issuer": issuer.url, **CITIZENS})]) as found:
        yield found


async def refused(tokens: Tokens, token: str) -> str:
    with pytest.raises(TokenRefused) as raised:
        await tokens.bearer(token)
    return raised.value.reason


def part(said: object) -> str:
    text = said if isinstance(said, bytes) else json.dumps(said).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def signed(issuer: Issuing, header: bytes, claims: bytes) -> str:
    """A token of just these signs, signed as it should be."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    private = issuer.key.private_key
    assert private
    content = f"{part(header)}.{part(claims)}"
    return f"{content}.{part(private.sign(content.encode(), PKCS1v15(), SHA256()))}"


async def test_a_citizen_is_who_has_the_number(tokens: Tokens, issuer: Issuing) -> None:
    found = await tokens.bearer(issuer.token())
    assert found == Bearer(kind=ViewerKind.PERSON, key=NUMBER, national=True)
    assert (found.client, found.viewer) == ("min-side", None)


async def test_an_employee_is_who_has_the_ident(issuer: Issuing) -> None:
    found = await stands_for(issuer, EMPLOYEES, issuer.token(**EMPLOYEE))
    assert (found.kind, found.key, found.client) == (ViewerKind.EMPLOYEE, "A100101", "0d1a")


async def test_a_system_speaks_for_the_organisation_of_its_token_alone(issuer: Issuing) -> None:
    found = await stands_for(issuer, SYSTEMS, issuer.token(**SYSTEM))
    assert (found.kind, found.key, found.organisation, found.viewer) == (ViewerKind.CLIENT, "c-1", "974761076", None)


async def test_a_number_is_not_printed(tokens: Tokens, issuer: Issuing) -> None:
    assert NUMBER not in repr(await tokens.bearer(issuer.token()))


@pytest.mark.parametrize(
    ("act", "client"),
    [
        ({"sub": "api-b"}, "min-side>api-b"),
        ({"sub": "api-b", "act": {"client_id": "api-c", "sub": "x"}}, "min-side>api-b>api-c"),
        ({"sub": "min-side"}, "min-side"),
        ({"sub": 7}, "min-side"),
        ("api-b", "min-side"),
    ],
    ids=str,
)
async def test_systems_that_act_for_the_viewer_are_kept(act: object, client: str, tokens: Tokens, issuer: Issuing) -> None:
    assert (await tokens.bearer(issuer.token(act=act))).client == client


@pytest.mark.parametrize("acr", ["idporten-loa-substantial", "idporten-loa-high", "Level3", "Level4"])
async def test_a_citizen_who_signed_in_at_a_substantial_level_gets_in(acr: str, tokens: Tokens, issuer: Issuing) -> None:
    assert (await tokens.bearer(issuer.token(acr=acr))).key == NUMBER


LEVELS: list[object] = [None, "", "idporten-loa-low", "Level2", "selfregistered-email", [], {}, 4]
CLAIMS: list[dict[str, Any]] = [
    *({"acr": level} for level in LEVELS),
    *({"pid": number} for number in (None, "", "1234", NUMBER + "\n", f" {NUMBER}", [NUMBER], int(NUMBER), "p-kari")),
    *({"aud": audience} for audience in (None, "unspecified", "min-side", ["another"], AUDIENCE + "/", {"a": AUDIENCE}, [])),
    *({"scope": scope} for scope in (None, "", "openid", "nav:innsynx", {"nav:innsyn": 1})),
    *({name: None} for name in ("sub", "client_id", "jti", "iat", "exp", "iss")),
    {"iss": "https://idporten.no"},
    {"exp": int(time.time()) - 31},
    {"exp": "9999999999"},
    {"exp": True},
    {"nbf": int(time.time()) + 86_400},
    {"iat": int(time.time()) + 86_400},
    {"sub": {}},
    {"auth_time": "yesterday"},
    {"amr": "BankID"},
]


@pytest.mark.parametrize("changes", CLAIMS)
async def test_a_claim_that_is_wrong_lets_nobody_in(changes: dict[str, Any], tokens: Tokens, issuer: Issuing) -> None:
    assert NUMBER not in await refused(tokens, issuer.token(**changes))


async def test_clocks_may_differ_a_little(tokens: Tokens, issuer: Issuing) -> None:
    now = int(time.time())
    assert (await tokens.bearer(issuer.token(exp=now - 5, nbf=now + 5, iat=now + 5))).key == NUMBER


@pytest.mark.parametrize("claim", ["nonce", "at_hash", "c_hash", "s_hash", "events"])
async def test_an_id_token_opens_nothing_even_where_it_is_made_out_to_us(claim: str, tokens: Tokens, issuer: Issuing) -> None:
    assert await refused(tokens, issuer.token(**{claim: "n-0S6_WzA2Mj"})) == "no access token"


HEADERS: list[dict[str, Any]] = [
    {"typ": "id_token"},
    {"typ": "dpop+jwt"},
    {"typ": "logout+jwt"},
    {"typ": "JWT", "crit": ["exp"]},
    {"crit": []},
    {"crit": ["b64"], "b64": True},
    {"b64": True},
    {"kid": None},
    {"kid": ""},
    {"kid": "../../etc/passwd"},
    {"kid": "first' OR '1'='1"},
    {"kid": "https://evil.example/jwks"},
    {"kid": "first\0"},
    {"kid": "x" * 2000},
]


@pytest.mark.parametrize("header", HEADERS)
async def test_a_header_that_asks_for_anything_else_lets_nobody_in(header: dict[str, Any], tokens: Tokens, issuer: Issuing) -> None:
    body = json.dumps({"alg": "RS256", "typ": "JWT", "kid": "first"} | header).encode()
    assert await refused(tokens, signed(issuer, body, base64.urlsafe_b64decode(issuer.token().split(".")[1] + "==")))


@pytest.mark.parametrize("name", ["jku", "x5u", "jwk", "x5c"])
async def test_a_key_that_a_token_brings_along_is_not_looked_at(name: str, tokens: Tokens, issuer: Issuing) -> None:
    own = Issuing(url=issuer.url, key=KEYS["second"])
    brought = {"jwk": own.key.as_dict(private=False), "x5c": ["MIIB"]}.get(name, f"{issuer.url}/jwks-of-mine")
    assert await refused(tokens, own.token({"kid": "first", name: brought}))
    assert f"{issuer.url}/jwks-of-mine" not in issuer.asked


@pytest.mark.parametrize("kid", ["first", "second"])
async def test_another_issuers_key_signs_nothing_here(kid: str, tokens: Tokens, issuer: Issuing) -> None:
    assert await refused(tokens, Issuing(url=issuer.url, key=KEYS["second"]).token({"kid": kid}))


async def test_one_issuer_speaks_for_no_other(issuer: Issuing) -> None:
    with issuing() as other:
        other.key = KEYS["second"]
        several = [Trusted.model_validate({"issuer": each.url, **said}) for each, said in ((issuer, CITIZENS), (other, EMPLOYEES))]
        async with believed(several) as tokens:
            assert await refused(tokens, other.token(iss=issuer.url))
            assert await refused(tokens, other.token())
            assert (await tokens.bearer(other.token(**EMPLOYEE))).kind is ViewerKind.EMPLOYEE


@pytest.mark.parametrize("algorithm", ["none", "None", "", "HS256", "RS512", "ES256", "PS256", None, ["RS256"]], ids=repr)
async def test_only_the_issuers_own_algorithm_is_verified_by(algorithm: object, tokens: Tokens, issuer: Issuing) -> None:
    header = part({"alg": algorithm, "typ": "JWT", "kid": "first"})
    _, claims, signature = issuer.token().split(".")
    assert await refused(tokens, f"{header}.{claims}.{signature}")
    assert await refused(tokens, f"{header}.{claims}.")


@pytest.mark.parametrize("form", ["pem", "der"])
async def test_the_public_key_is_no_secret_to_sign_by(form: str, tokens: Tokens, issuer: Issuing) -> None:
    secret = issuer.key.as_pem(private=False) if form == "pem" else issuer.key.as_der(private=False)
    content = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': 'first'})}.{issuer.token().split('.')[1]}"
    assert await refused(tokens, f"{content}.{part(hmac.digest(secret, content.encode(), 'sha256'))}")


@pytest.mark.parametrize(
    "claims",
    [
        b'{"iss": "%s", "pid": "1", "pid": "2"}',
        b'{"iss": "https://idporten.no", "iss": "%s"}',
        b'{"iss": "%s", "act": {"sub": "a", "sub": "b"}}',
        b'{"iss": "%s", "exp": NaN}',
        b'{"iss": "%s", "exp": Infinity}',
        b'["%s"]',
        b'{"iss": "%s"} ',
        b'\xff{"iss": "%s"}',
        b"[" * 5000 + b"%s",
    ],
    ids=repr,
)
async def test_claims_that_two_may_read_in_two_ways_let_nobody_in(claims: bytes, tokens: Tokens, issuer: Issuing) -> None:
    assert await refused(tokens, signed(issuer, b'{"alg":"RS256","typ":"JWT","kid":"first"}', claims.replace(b"%s", issuer.url.encode())))


async def test_a_header_that_says_a_thing_twice_lets_nobody_in(tokens: Tokens, issuer: Issuing) -> None:
    claims = base64.urlsafe_b64decode(issuer.token().split(".")[1] + "==")
    assert await refused(tokens, signed(issuer, b'{"alg":"none","alg":"RS256","typ":"JWT","kid":"first"}', claims))


async def test_a_token_that_is_too_long_is_not_read(tokens: Tokens, issuer: Issuing) -> None:
    assert await refused(tokens, issuer.token(more="x" * 16_384)) == "too long"


async def test_an_encrypted_token_lets_nobody_in(tokens: Tokens, issuer: Issuing) -> None:
    assert await refused(tokens, issuer.token() + ".x.y")


async def test_a_token_signed_by_a_secret_lets_nobody_in(tokens: Tokens, issuer: Issuing) -> None:
    claims = {"iss": issuer.url, "aud": AUDIENCE}
    assert await refused(tokens, jwt.encode({"alg": "HS256", "kid": "first"}, claims, OctKey.generate_key(256)))


@pytest.mark.parametrize(
    "changes",
    [
        {"NAVident": None},
        {"scp": None},
        {"scp": None, "roles": ["access_as_user"], "idtyp": "app"},
        {"scp": "openid profile"},
        {"azp": None},
        {"ver": "1.0"},
    ],
    ids=str,
)
async def test_a_token_of_entra_for_no_employee_lets_nobody_in(changes: dict[str, Any], issuer: Issuing) -> None:
    with pytest.raises(TokenRefused):
        await stands_for(issuer, EMPLOYEES, issuer.token(**EMPLOYEE | changes))


async def test_groups_close_and_open_nothing(issuer: Issuing) -> None:
    said = EMPLOYEES | {"accepts": {"groups": ["g-innsyn"]}}
    assert await stands_for(issuer, said, issuer.token(**EMPLOYEE, groups=["g-other", "g-innsyn"])) == await stands_for(
        issuer, EMPLOYEES, issuer.token(**EMPLOYEE)
    )
    with pytest.raises(TokenRefused):
        await stands_for(issuer, said, issuer.token(**EMPLOYEE, groups=["g-other"]))


@pytest.mark.parametrize(
    ("accepts", "changes"),
    [
        ({"amr": ["BankID"]}, {"amr": ["Minid-PIN"]}),
        ({"amr": ["BankID"]}, {"amr": []}),
        ({"amr": ["BankID"]}, {}),
        ({"auth_time": ["1"]}, {"auth_time": 2}),
        ({"scope": ["nav:innsyn/write"]}, {"scp": "nav:innsyn/write"}),
        ({"scope": ["nav:innsyn/write"]}, {"scope": "", "scp": "nav:innsyn nav:innsyn/write"}),
    ],
    ids=str,
)
async def test_what_is_accepted_of_a_claim_is_asked_of_that_claim(
    accepts: dict[str, list[str]], changes: dict[str, Any], issuer: Issuing
) -> None:
    said = CITIZENS | {"accepts": {"acr": ["idporten-loa-high"]} | accepts}
    with pytest.raises(TokenRefused):
        await stands_for(issuer, said, issuer.token(**changes))


async def test_a_citizen_who_signed_in_as_is_accepted_gets_in(issuer: Issuing) -> None:
    said = CITIZENS | {"accepts": {"acr": ["idporten-loa-high"], "amr": ["BankID", "BankID Mobil"]}}
    assert (await stands_for(issuer, said, issuer.token(amr=["BankID"]))).key == NUMBER


@pytest.mark.parametrize(
    "consumer",
    [
        None,
        "0192:974761076",
        {"ID": "0192:974761076"},
        CONSUMER | {"authority": "another"},
        CONSUMER | {"ID": "974761076"},
        CONSUMER | {"ID": "0192:97476107"},
        CONSUMER | {"ID": "0192:974761076\n"},
        CONSUMER | {"ID": "9908:974761076"},
    ],
    ids=str,
)
async def test_a_system_that_names_no_organisation_is_not_let_in(consumer: object, issuer: Issuing) -> None:
    with pytest.raises(TokenRefused):
        await stands_for(issuer, SYSTEMS, issuer.token(**SYSTEM | {"consumer": consumer}))


WRONG: list[tuple[str, str]] = [
    ("", "holds tables `[[issuer]]`"),
    ("x = 1", "holds tables `[[issuer]]`"),
    ("[[issuer", "is no TOML: at"),
    ("[[issuer]]\nprovider = 'idporten'", "issuer 1: `issuer` must be said"),
    ("[[issuer]]\nprovider='facebook'\nissuer='https://a.example'\naudience='a'", "`provider` is one of `idporten`, `tokenx`"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='http://a.example'\naudience='a'", "`issuer` is no safe address"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\nmetadata='ftp://a'", "`metadata` is no safe address"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience=[]", "`audience`"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='unspecified'", "`audience` is not `unspecified`"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\nviewer='employee'", "`viewer` follows from the provider"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\nclaim='sub'", "`claim` follows from the provider"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\naccepts={acr='Level2'}", "`accepts.acr` is among"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\nalgorithms=['HS256']", "`algorithms` are among"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\ntypes='id_token'", "`types` are among"),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\nsecret='s'", "there is no `secret`"),
    ("[[issuer]]\nprovider='idporten'\nissuer='https://a.example'\naudience='a'", "`scopes` must be said"),
    ("[[issuer]]\nprovider='keycloak'\nissuer='https://a.example'\naudience='a'", "`viewer` must be said"),
    ("[[issuer]]\nprovider='keycloak'\nissuer='https://a.example'\naudience='a'\nviewer='root'", "`viewer` is one of `employee`, `person`"),
    ("[[issuer]]\nprovider='keycloak'\nissuer='https://a.example'\naudience='a'\nviewer='employee'", "`claim` must be said"),
    (
        "[[issuer]]\nprovider='keycloak'\nissuer='https://a.example'\naudience='a'\nviewer='employee'\nclaim='i'\naccepts={typ='ID'}",
        "`accepts.typ` is among `Bearer`",
    ),
    ("[[issuer]]\nprovider='other'\nissuer='https://a.example'\naudience='a'\nviewer='person'\nclaim='sub'", "`accepts.acr` must be said"),
    ("[[issuer]]\nprovider='other'\nissuer='https://a.example'\naudience='a'\nviewer='analyst'\nclaim='sub'", "`accepts` must be said"),
    (
        "[[issuer]]\nprovider='other'\nissuer='https://a.example'\naudience='a'\nviewer='employee'\nclaim='sub'\nnaming='national-number'",
        "`naming` is `national-number` for persons alone",
    ),
    (
        "[[issuer]]\nprovider='other'\nissuer='https://a.example'\naudience='a'\nviewer='employee'\nclaim='sub'\ntypes='jwt'",
        "`types` beyond `at+jwt`, `application/at+jwt` need `scopes`",
    ),
    ("[[issuer]]\nprovider='tokenx'\nissuer='https://a.example'\naudience='a'\n" * 2, "one issuer is there twice"),
]


@pytest.mark.parametrize(("text", "told"), WRONG, ids=[str(each) for each in range(len(WRONG))])
def test_a_file_that_is_wrong_says_what_to_write(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "issuers.toml").write_text(text)
    with pytest.raises(IssuersInvalid) as raised:
        read(tmp_path / "issuers.toml")
    assert told in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(IssuersInvalid, match="`INNSYN_ISSUERS` cannot be read"):
        read(tmp_path / "none.toml")


def test_every_key_stands_in_the_page() -> None:
    assert all(f"| `{name}` | " in page() and known.description for name, known in Trusted.model_fields.items())


async def test_ready_is_who_has_the_keys_of_any_issuer(issuer: Issuing) -> None:
    away = Trusted.model_validate({"issuer": "http://127.0.0.1:1", **EMPLOYEES})
    near = Trusted.model_validate({"issuer": issuer.url, **CITIZENS})
    for several, ready in (([], True), ([away], False), ([away, near], True)):
        async with believed(several) as tokens:
            assert tokens.ready is ready
