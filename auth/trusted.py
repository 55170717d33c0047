"""The issuers that are believed, as a TOML file names them: what each kind of provider is known to send, and what must be said of it."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from auth.errors import IssuersInvalid
from auth.issuer import ALGORITHMS, UNTYPED, Issuer, Naming
from auth.jwks import Published, is_safe, kept
from auth.tables import Tables, Word, Words
from auth.token import Tokens
from auth.viewer import ViewerKind

LEVELS: Final = ("idporten-loa-substantial", "idporten-loa-high", "Level3", "Level4")
"""Levels of assurance that are substantial or high, by the names that ID-porten has now and had before."""
TYPES: Final = ("at+jwt", "application/at+jwt", "jwt", UNTYPED)
NOBODY: Final = "unspecified"
"""The audience of a token that was asked for without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A kind of provider. What it leaves open must be said of each issuer; `scoped`: so must scopes."""

    name: str
    kind: ViewerKind | None = None
    claim: str | None = None
    naming: Naming | None = None
    types: tuple[str, ...]
    algorithms: tuple[str, ...] = ("RS256",)
    needs: tuple[str, ...]
    accepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scoped: bool = False
    consumer: str | None = None
    metadata: str = "/.well-known/openid-configuration"


_OAUTH: Final = "/.well-known/oauth-authorization-server"
_CITIZENS: Final = Provider(
    name="idporten",
    kind=ViewerKind.PERSON,
    claim="pid",
    naming=Naming.NUMBER,
    types=TYPES,
    needs=("sub", "client_id", "jti", "scope"),
    accepts={"acr": LEVELS},
    scoped=True,
)
PROVIDERS: Final = {
    each.name: each
    for each in (
        _CITIZENS,
        replace(_CITIZENS, name="tokenx", needs=("sub", "client_id", "jti"), scoped=False, metadata=_OAUTH),
        Provider(
            name="entra",
            kind=ViewerKind.EMPLOYEE,
            claim="NAVident",
            naming=Naming.KEY,
            types=("jwt",),
            needs=("sub", "azp", "scp"),
            accepts={"ver": ("2.0",)},
            scoped=True,
        ),
        Provider(
            name="maskinporten",
            kind=ViewerKind.CLIENT,
            claim="client_id",
            naming=Naming.KEY,
            types=TYPES,
            needs=("client_id", "jti", "scope", "consumer"),
            scoped=True,
            consumer="consumer",
            metadata=_OAUTH,
        ),
        Provider(name="keycloak", types=("at+jwt", "application/at+jwt", "jwt"), needs=("sub", "azp", "jti"), accepts={"typ": ("Bearer",)}),
        Provider(name="other", types=("at+jwt", "application/at+jwt"), needs=("sub", "client_id", "jti")),
    )
}


class Trusted(BaseModel):
    """One issuer, as the file has it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)

    provider: str
    """What kind of provider it is; the table above has what follows from that."""
    issuer: str
    """Its `iss`, sign by sign, as `https://idporten.no`: `https`, or `http` on this machine."""
    audience: Words
    """What `aud` must have one of: the name that this server has at the issuer."""
    metadata: str | None = None
    """Where its metadata are, when not at its own address."""
    viewer: str | None = None
    """What sort of viewer its tokens stand for: `employee`, `person`, `client` or `analyst`."""
    claim: Word | None = None
    """The claim that names the viewer."""
    naming: str | None = None
    """What that claim holds: `key` (an employee's ident, a person's id, a client's `clientId`, an analyst's name) or `national-number`."""
    types: Words | None = None
    """What `typ` in the header may be, whatever the letters' size; `none`: it may be missing."""
    algorithms: Words | None = None
    """What tokens may be signed by."""
    needs: Words | None = None
    """Further claims that must be there."""
    accepts: Annotated[dict[str, Words], Field(default_factory=dict)]
    """Claims of which one of these values must be there, as `acr`, `groups`, `roles` or `client_id`."""
    scopes: Words | None = None
    """Scopes that a token must have, all of them, in `scope` or `scp`."""

    @model_validator(mode="after")
    def _is_closed(self) -> Self:
        for wrong in self._wrong():
            raise ValueError(wrong)
        return self

    def _wrong(self) -> Iterator[str]:
        if self.provider not in PROVIDERS:
            yield f"`provider` is one of {_several(PROVIDERS)}"
            return
        yield from self._addresses()
        yield from self._viewers()
        yield from self._tokens()

    def _addresses(self) -> Iterator[str]:
        for name, url in (("issuer", self.issuer), ("metadata", self.metadata)):
            if url is not None and not is_safe(url):
                yield f"`{name}` is no safe address; write `https://…`, or `http://127.0.0.1…` for one on this machine"
        if NOBODY in self.audience:
            yield f"`audience` is not `{NOBODY}`, which every token has that was asked for without one; write this server's own"

    def _viewers(self) -> Iterator[str]:
        known = PROVIDERS[self.provider]
        for name, fixed, said, among in (
            ("viewer", known.kind, self.viewer, list(ViewerKind)),
            ("naming", known.naming, self.naming, list(Naming)),
        ):
            if fixed and said:
                yield f"`{name}` follows from the provider; leave it out"
            if said is not None and said not in among:
                yield f"`{name}` is one of {_several(among)}"
        if not (self.viewer or known.kind):
            yield f"`viewer` must be said; write one of {_several(ViewerKind)}"
        if not (self.claim or known.claim):
            yield "`claim` must be said: the one that names the viewer"
        if known.naming is Naming.NUMBER and self.claim:
            yield "`claim` follows from the provider; leave it out"
        if self.naming == Naming.NUMBER and self.viewer != ViewerKind.PERSON:
            yield "`naming` is `national-number` for persons alone"

    def _tokens(self) -> Iterator[str]:
        known = PROVIDERS[self.provider]
        if not {each.lower() for each in self.types or ()} <= set(TYPES):
            yield f"`types` are among {_several(TYPES)}"
        if not set(self.algorithms or ()) <= set(ALGORITHMS):
            yield f"`algorithms` are among {_several(ALGORITHMS)}"
        if known.scoped and not self.scopes:
            yield "`scopes` must be said: what tells an access token for this server from others of the issuer's"
        for claim, values in known.accepts.items():
            if not set(self.accepts.get(claim, ())) <= set(values):
                yield f"`accepts.{claim}` is among {_several(values)}"
        if not known.kind and not self.scopes and not {each.lower() for each in self.types or ()} <= set(known.types):
            yield f"`types` beyond {_several(known.types)} need `scopes`: what else tells an access token from an id token?"
        if self.viewer == ViewerKind.PERSON and "acr" not in self.accepts:
            yield "`accepts.acr` must be said: which levels of assurance are at least substantial"
        if self.viewer == ViewerKind.ANALYST and not self.accepts:
            yield "`accepts` must be said: the group or role of those who are analysts"

    def published(self) -> Published:
        """Its keys, which it publishes."""
        return Published(issuer=self.issuer, metadata=self.metadata or self.issuer.rstrip("/") + PROVIDERS[self.provider].metadata)

    def believed(self, keys: Published) -> Issuer:
        """The issuer, with its keys."""
        known = PROVIDERS[self.provider]
        return Issuer(
            name=self.issuer,
            audiences=self.audience,
            keys=keys,
            kind=known.kind or ViewerKind(str(self.viewer)),
            claim=self.claim or str(known.claim),
            naming=known.naming or Naming(self.naming or Naming.KEY),
            types=tuple(each.lower() for each in self.types or known.types),
            algorithms=self.algorithms or known.algorithms,
            needs=known.needs + (self.needs or ()),
            accepts={**known.accepts, **self.accepts},
            scopes=self.scopes or (),
            consumer=known.consumer,
        )


@asynccontextmanager
async def believed(trusted: Iterable[Trusted], own: Iterable[Issuer] = ()) -> AsyncIterator[Tokens]:
    """Tokens of these issuers, and of some whose keys are here, with the keys renewed as long as it lasts."""
    published = [(each, each.published()) for each in trusted]
    async with kept([keys for _, keys in published]):
        yield Tokens([*own, *(each.believed(keys) for each, keys in published)])


_TABLES: Final = Tables(setting="INNSYN_ISSUERS", name="issuer", model=Trusted, invalid=IssuersInvalid)


def read(path: Path) -> list[Trusted]:
    """The issuers of a file; `IssuersInvalid` says what to write where it is wrong, and quotes nothing of it."""
    found, wrong = list[Trusted](), list[str]()
    for table in _TABLES.read(path):
        try:
            found.append(table())
        except IssuersInvalid as error:
            wrong.append(str(error))
    names = [each.issuer for each in found]
    wrong += [f"`{path}`: one issuer is there twice; it vouches for one kind of viewer" for name in {*names} if names.count(name) > 1]
    if wrong:
        raise IssuersInvalid("\n".join(wrong))
    return found


def page() -> str:
    """What the file holds, for `docs/settings.md`."""
    keys = [f"| `{name}` | {' '.join((known.description or '').split())} |" for name, known in Trusted.model_fields.items()]
    known = [f"| {' | '.join(column(each) for _, column in _COLUMNS)} |" for each in PROVIDERS.values()]
    head = f"| {' | '.join(title for title, _ in _COLUMNS)} |"
    return "\n".join((_HEAD, head, "|---" * len(_COLUMNS) + "|", *known, _KEYS, *keys, ""))


def _several(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _claim(each: Provider) -> str:
    national = ", a national number" if each.naming is Naming.NUMBER else ""
    return f"`{each.claim}`{national}" if each.claim else "to be said"


def _values(each: Provider) -> str:
    return "; ".join(f"`{claim}`: {_several(values)}" for claim, values in each.accepts.items())


_COLUMNS: Final[tuple[tuple[str, Callable[[Provider], str]], ...]] = (
    ("`provider`", lambda each: f"`{each.name}`"),
    ("viewer", lambda each: each.kind or "to be said"),
    ("named by", _claim),
    ("`typ`", lambda each: _several(each.types)),
    ("claims that must be there", lambda each: _several(each.needs)),
    ("one of", _values),
    ("scopes", lambda each: "to be said" if each.scoped else ""),
)
_HEAD: Final = """\
## Issuers

`INNSYN_ISSUERS` names a TOML file with a table `[[issuer]]` for each token issuer that is believed;
[running.md](running.md#identity-providers) has an example of each kind. Of every token are checked: the signature, by a key that
the issuer publishes; `iss`, `aud`, `exp`, `nbf` and `iat`, with 30 seconds of leeway; `typ`; that it is no id token; and:
"""
_KEYS: Final = """
What a table may say; `provider`, `issuer` and `audience` it must:

| key | what |
|---|---|"""
