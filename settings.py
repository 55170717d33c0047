"""Every `INNSYN_…` variable: its type, what holds unless told, and what it means. Only `cli` and `api` read it."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from api.limits import COSTS, NEW, UNLESS_TOLD, Limits
from auth.alarm import LEAST, AlarmKind
from auth.viewer import ViewerKind

CHOICES = ("districts", "without_area", "child_years", "exempt_themes", "kin")
"""What an administration may choose where the sources of the rules differ; unset is the closed side (`auth/rules/policy.py`)."""


class SettingsInvalid(Exception):
    """A variable is wrong; one line for each, naming it and what to write."""

    code = "SETTINGS_INVALID"


class Settings(BaseSettings):
    """What the environment says. Empty is the same as unset."""

    model_config = SettingsConfigDict(
        env_prefix="INNSYN_", env_ignore_empty=True, frozen=True, extra="ignore", use_attribute_docstrings=True
    )

    neo4j_uri: str | None = None
    """The Neo4j to use, as `neo4j+s://host:7687`; unset: the embedded database."""
    neo4j_user: str = "neo4j"
    """The user that innsyn is to Neo4j."""
    neo4j_password: SecretStr | None = None
    """That user's password; or give the file below."""
    neo4j_password_file: Path | None = None
    """A file that holds the password, as secrets are mounted; a newline at its end is not part of it."""
    neo4j_database: str = "neo4j"
    """The database's name."""
    data_dir: Path = Path(".innsyn")
    """The folder for the embedded database, its password and the look-up log; a relative one is under the folder innsyn is started in."""
    embedded_memory: str | None = None
    """Heap of the embedded database, as `512m` or `2g`; unset: a quarter of the machine's memory."""
    audit_url: Annotated[str | None, Field(repr=False)] = None
    """The look-up log's database, as `postgresql://user@host/database`; unset: SQLite in the data folder."""
    audit_name: str = "innsyn"
    """The look-up log's name, which its keys and checkpoints carry, as `innsyn.example/log`."""
    audit_key_file: Path | None = None
    """The private key that signs checkpoints, Ed25519 in PEM; unset, in the development profile: one in the data folder."""
    audit_sign_command: str | None = None
    """Instead of a file: a command that reads what to sign on standard input and writes the signature."""
    audit_keys: Annotated[tuple[str, ...], NoDecode] = ()
    """The log's public keys, as `innsyn audit key` prints them: the first that it ever had, and last the one that the command signs by."""
    audit_witness: str | None = None
    """Where a witness takes checkpoints, as `https://witness.example`."""
    audit_witness_key: str | None = None
    """That witness' public key."""
    audit_unsigned_minutes: Annotated[int | None, Field(ge=1)] = None
    """How many minutes an entry may be without a checkpoint, with a witness one that it cosigned, before nothing is answered; unset: any.
    Three times as long as from one `innsyn audit checkpoint` to the next is enough."""
    audit_retention_days: Annotated[int | None, Field(ge=1)] = None
    """How long entries of the look-up log say what they say, for `innsyn audit prune`."""
    issuers: Path | None = None
    """A TOML file that names the token issuers that are believed; [below](#issuers) is what it holds. Unset: none but, in the development
    profile, the development issuer."""
    decision_points: Annotated[tuple[str, ...], NoDecode] = ()
    """Clients (by `clientId`) that may ask for decisions on behalf of any viewer at `/access/v1/`, separated by commas or blanks."""
    public_url: str | None = None
    """The address that others reach the server at, as `https://innsyn.example`, to tell the addresses of `/access/v1/`; unset: they are
    told in the development profile alone."""
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """The origins whose pages may ask from a browser, as `https://app.example`, separated by commas or blanks; unset: the server's own
    alone."""
    compression: bool = True
    """`false`: long answers are not compressed, also for those who take it."""
    metrics_address: str | None = None
    """Where `innsyn serve` shows its metrics to Prometheus, at `/metrics`, as `127.0.0.1:9464`; not the port of the API, and nothing asks
    for a token there. Unset: nowhere. (Where spans go is said [by the variables of OpenTelemetry](running.md#spans).)"""
    drain_seconds: Annotated[int | None, Field(ge=0, le=300)] = None
    """How many seconds `innsyn serve` goes on answering after it was told to end (TERM) while it says that it is not ready; unset: 5, and
    none in the development profile."""
    operator: str | None = None
    """The ident of the employee who types a command: whom `explain`, `who-can-see`, `visits`, `usage` and `alarms` answer outside the
    development profile, and who the look-up log says has run what; unset: the system's user."""
    cursor_key: SecretStr | None = None
    """What cursors are encrypted under, 32 signs or more, the same for servers that share clients; unset: a key in the data folder."""
    reason_key: SecretStr | None = None
    """What reasons that users write are encrypted under in the graph, 32 signs or more, the same for servers that share it; unset: a key in
    the data folder. What was written under a key that is lost cannot be read again."""
    pseudonym_key: SecretStr | None = None
    """What the pseudonyms of those who look someone up are made under, 32 signs or more, the same for servers that share the look-up log;
    unset: a key in the data folder. Under another key everyone has another pseudonym."""
    profile: Literal["development", "production"] = "production"
    """`development` turns on the development issuer, GraphiQL and errors with the database's words; `make run` sets it."""
    rules: Literal["innsyn", "tilgangsmaskinen"] = "innsyn"
    """The rule set that answers; `tilgangsmaskinen` answers as that system does, for comparison, and in the development profile alone."""
    districts: bool = False
    """`true`: an office that serves a municipality also serves its city districts."""
    without_area: bool = False
    """`true`: every local office reaches those who belong to no area at all."""
    child_years: Annotated[int, Field(ge=1, le=18)] = 18
    """The age, in whole years, from which parental responsibility opens nothing; 18 at most."""
    overrides: Annotated[int, Field(ge=0, le=1000)] = 20
    """How many overrides an employee has at once, at most."""
    exempt_themes: Annotated[tuple[str, ...], NoDecode] = ("FAR",)
    """Themes whose rows no citizen reads here, not of themselves either, separated by commas or blanks; `none`: they read all themes."""
    introspection: bool | None = None
    """`true`: the server tells its schema, by introspection and by what it says of documents that do not fit; `false`: schema.graphql alone
    has it. Unset: in the development profile alone."""
    trusted_documents: Path | None = None
    """A TOML file that names the manifests of trusted documents; [below](#trusted-documents) is what it holds. Unset: none are trusted."""
    trusted_mode: Literal["off", "log", "prefer", "only"] = "prefer"
    """What becomes of documents that are not trusted; [below](#trusted-documents) says it of each mode."""
    limit_tokens: Annotated[int, Field(ge=100, le=100_000)] = UNLESS_TOLD.tokens
    """How many words and signs a document has at most."""
    limit_fields: Annotated[int, Field(ge=10, le=10_000)] = UNLESS_TOLD.fields
    """How many fields: as they stand in a document, and of an operation with its fragments spread out."""
    limit_depth: Annotated[int, Field(ge=2, le=100)] = UNLESS_TOLD.depth
    """How many fields deep an operation is."""
    limit_aliases: Annotated[int, Field(ge=0, le=1_000)] = UNLESS_TOLD.aliases
    """How many fields of a document have an alias."""
    limit_directives: Annotated[int, Field(ge=0, le=1_000)] = UNLESS_TOLD.directives
    """How many directives stand in a document."""
    limit_repeats: Annotated[int, Field(ge=1, le=1_000)] = UNLESS_TOLD.repeats
    """How often the same field, fragment or directive stands at one place of a document."""
    limit_roots: Annotated[int, Field(ge=1, le=100)] = UNLESS_TOLD.roots
    """How many root fields an operation has."""
    limit_page: Annotated[int, Field(ge=1, le=1_000)] = UNLESS_TOLD.page
    """How many a page of a list has: what `first` may say."""
    limit_cost: Annotated[int, Field(ge=1_000, le=10_000_000)] = UNLESS_TOLD.cost
    """What an operation may cost, as `@cost` and `@listSize` of schema.graphql estimate it."""
    limit_parts: Annotated[int, Field(ge=1, le=20)] = UNLESS_TOLD.parts
    """How many fragments an operation may defer (`@defer`), each of which is a look-up by a statement of its own."""
    limit_open: Annotated[int, Field(ge=0, le=100)] = UNLESS_TOLD.open
    """How many answers in parts one viewer may have open at once, on one server; 0: every answer comes whole."""
    budget_person: Annotated[int, Field(ge=1_000)] = COSTS[ViewerKind.PERSON]
    """What all operations of one citizen may cost in a minute, on one server."""
    budget_employee: Annotated[int, Field(ge=1_000)] = COSTS[ViewerKind.EMPLOYEE]
    """Likewise, of one employee."""
    budget_analyst: Annotated[int, Field(ge=1_000)] = COSTS[ViewerKind.ANALYST]
    """Likewise, of one analyst."""
    budget_client: Annotated[int, Field(ge=1_000)] = COSTS[ViewerKind.CLIENT]
    """Likewise, of one system."""
    budget_new: Annotated[int, Field(ge=1)] = NEW
    """How many documents that are new to the server, or asked in a new form, one viewer may send in a minute: the database plans each."""
    refusals: Annotated[int, Field(ge=1, le=100_000)] = 200
    """How many subjects an employee may be refused on one day, in Oslo; one who is refused more is answered nothing until the next."""
    alarm_surname: Annotated[int, Field(ge=2, le=1000)] = LEAST[AlarmKind.SURNAME]
    """How many persons of one surname, looked up by an employee on one day for their own sake, [are an alarm](log.md#what-is-unusual)."""
    alarm_address: Annotated[int, Field(ge=2, le=1000)] = LEAST[AlarmKind.ADDRESS]
    """How many at one address are one, likewise."""
    alarm_kin: Annotated[int, Field(ge=2, le=1000)] = LEAST[AlarmKind.COLLEAGUES_KIN]
    """How many who are close to colleagues at the employee's office are one, likewise."""
    kin: Literal["direct-line", "near"] = "direct-line"
    """How far disqualification reaches: `near` ends at parents, children, siblings and partners, `direct-line` adds grandparents and
    grandchildren."""

    @field_validator("exempt_themes", "decision_points", "audit_keys", "cors_origins", mode="before")
    @classmethod
    def _apart(cls, given: object) -> object:
        return tuple(given.replace(",", " ").split()) if isinstance(given, str) else given

    @field_validator("exempt_themes")
    @classmethod
    def _are_themes(cls, themes: tuple[str, ...]) -> tuple[str, ...]:
        if themes == ("none",):
            return ()
        if not all(re.fullmatch(r"[A-Z]{3}", theme) for theme in themes):
            raise ValueError("has what is no code of a theme; write codes of three capitals, as `FAR`, or `none`")
        return themes

    @field_validator("neo4j_uri")
    @classmethod
    def _is_address(cls, uri: str | None) -> str | None:
        if uri and not re.match(r"(bolt|neo4j)(\+s|\+ssc)?://[^/\s]+$", uri):
            raise ValueError("is no address of a Neo4j; write `neo4j+s://host:7687` or `bolt://host:7687`")
        return uri

    @field_validator("metrics_address")
    @classmethod
    def _is_listened_at(cls, address: str | None) -> str | None:
        host, _, port = (address or "127.0.0.1:9464").rpartition(":")
        if not re.fullmatch(r"[\w.-]+|\[[0-9a-fA-F:]+\]", host) or not port.isdecimal() or int(port) > 65_535:
            raise ValueError("is no address to listen at; write `127.0.0.1:9464`, or `0.0.0.0:9464` for all that reach this machine")
        return address

    @field_validator("public_url")
    @classmethod
    def _is_url(cls, url: str | None) -> str | None:
        if url and not re.fullmatch(r"https?://[\w.:\[\]-]+(/[\w./~-]*)?", url):
            raise ValueError("is no address of a server; write `https://innsyn.example`, without a query")
        return url.rstrip("/") if url else None

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        if not all(re.fullmatch(r"https://[a-z0-9.-]+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?", origin) for origin in origins):
            raise ValueError(
                "has what is no origin of pages; write each in full, in small letters and without a path, as `https://app.example`"
            )
        return origins

    @field_validator("audit_url")
    @classmethod
    def _is_postgresql(cls, url: str | None) -> str | None:
        if url and not re.match(r"postgres(ql)?://\S+$", url):
            raise ValueError("is no address of a PostgreSQL; write `postgresql://user@host/database`, or leave it out for SQLite")
        if url and not all(re.fullmatch(r"[0-9]{1,5}", port) and 0 < int(port) <= 65_535 for port in _ports(url)):
            raise ValueError("has a port that is none; write a number from 1 to 65535, as `postgresql://user@host:5432/database`")
        return url

    @field_validator("audit_name")
    @classmethod
    def _is_name(cls, name: str) -> str:
        if not re.fullmatch(r"[^\s+|]+", name):
            raise ValueError("is no name of a log; write one word without `+`, as `innsyn.example/log`")
        return name

    @field_validator("embedded_memory")
    @classmethod
    def _is_memory(cls, memory: str | None) -> str | None:
        if memory and not re.fullmatch(r"\d+[mg]", memory):
            raise ValueError("is no size; write megabytes as `512m` or gigabytes as `2g`")
        return memory

    @field_validator("cursor_key", "reason_key", "pseudonym_key")
    @classmethod
    def _is_long(cls, key: SecretStr | None) -> SecretStr | None:
        if key and len(key.get_secret_value()) < 32:
            raise ValueError("is too short to be safe; write 32 signs or more, as `openssl rand -base64 48` prints them")
        return key

    @model_validator(mode="after")
    def _budgets_suffice(self) -> Self:
        for kind, budget in self.budgets.items():
            if budget < self.limit_cost:
                raise ValueError(f"`INNSYN_BUDGET_{kind.name}` is less than `INNSYN_LIMIT_COST`: some operations would never be answered")
        return self

    @model_validator(mode="after")
    def _one_password(self) -> Self:
        if self.neo4j_password and self.neo4j_password_file:
            raise ValueError("give `INNSYN_NEO4J_PASSWORD` or `INNSYN_NEO4J_PASSWORD_FILE`, not both")
        if self.neo4j_uri and not (self.neo4j_password or self.neo4j_password_file):
            raise ValueError("`INNSYN_NEO4J_URI` needs `INNSYN_NEO4J_PASSWORD` or `INNSYN_NEO4J_PASSWORD_FILE`")
        return self

    @model_validator(mode="after")
    def _one_signer(self) -> Self:
        if self.audit_key_file and self.audit_sign_command:
            raise ValueError("give `INNSYN_AUDIT_KEY_FILE` or `INNSYN_AUDIT_SIGN_COMMAND`, not both")
        if self.audit_sign_command and not self.audit_keys:
            raise ValueError("`INNSYN_AUDIT_SIGN_COMMAND` needs `INNSYN_AUDIT_KEYS`")
        if bool(self.audit_witness) != bool(self.audit_witness_key):
            raise ValueError("`INNSYN_AUDIT_WITNESS` and `INNSYN_AUDIT_WITNESS_KEY` go together")
        return self

    @model_validator(mode="after")
    def _some_are_trusted(self) -> Self:
        if self.trusted_mode in ("log", "only") and self.trusted_documents is None:
            raise ValueError(f"`INNSYN_TRUSTED_MODE={self.trusted_mode}` needs `INNSYN_TRUSTED_DOCUMENTS`: nothing would be trusted")
        return self

    @model_validator(mode="after")
    def _compares_alone(self) -> Self:
        if self.rules != "tilgangsmaskinen":
            return self
        if not self.development:
            raise ValueError(
                "`INNSYN_RULES=tilgangsmaskinen` closes neither unscreened persons nor places, and is there to compare with; "
                "set `INNSYN_PROFILE=development`, or leave it out"
            )
        if ignored := ", ".join(f"`INNSYN_{name.upper()}`" for name in CHOICES if name in self.model_fields_set):
            raise ValueError(f"`INNSYN_RULES=tilgangsmaskinen` has choices of its own; leave out {ignored}")
        return self

    @property
    def limits(self) -> Limits:
        """What one request may ask for at most."""
        return Limits(**{each.name: getattr(self, f"limit_{each.name}") for each in fields(Limits)})

    @property
    def budgets(self) -> Mapping[ViewerKind, int]:
        """What viewers of each kind may spend in a minute."""
        return {kind: getattr(self, f"budget_{kind.value}") for kind in ViewerKind}

    @property
    def told(self) -> bool:
        """Whether the server tells its schema."""
        return self.development if self.introspection is None else self.introspection

    @property
    def metrics(self) -> tuple[str, int] | None:
        """The host and port that metrics are shown at."""
        host, _, port = (self.metrics_address or "").rpartition(":")
        return (host.strip("[]"), int(port)) if port else None

    @property
    def drain(self) -> int:
        """How many seconds the server goes on answering when it has been told to end."""
        return (0 if self.development else 5) if self.drain_seconds is None else self.drain_seconds

    @property
    def least(self) -> Mapping[AlarmKind, int]:
        """How many persons who are alike make an alarm."""
        return {
            AlarmKind.SURNAME: self.alarm_surname,
            AlarmKind.ADDRESS: self.alarm_address,
            AlarmKind.COLLEAGUES_KIN: self.alarm_kin,
        }

    @property
    def development(self) -> bool:
        return self.profile == "development"

    def password(self) -> str:
        """Neo4j's password, from the variable or the file."""
        if self.neo4j_password:
            return self.neo4j_password.get_secret_value()
        if self.neo4j_password_file is None:
            return ""
        try:
            return self.neo4j_password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise SettingsInvalid(
                f"`INNSYN_NEO4J_PASSWORD_FILE` cannot be read: `{self.neo4j_password_file}`; write the path of a text file"
            ) from None


def load() -> Settings:
    """The settings, or one error that names each wrong or unknown variable and never its value."""
    told = list(_unknown(os.environ))
    try:
        said = Settings()
    except ValidationError as error:
        told += (_told(each["loc"], each["msg"]) for each in error.errors(include_input=False, include_url=False))
    else:
        if not told:
            return said
    raise SettingsInvalid("\n".join(told))


def page() -> str:
    """`docs/settings.md`: each variable in a table, and what the files hold that some of them name."""
    from api.manifests import page as manifests
    from auth.trusted import page as issuers

    rows = [
        f"| `INNSYN_{name.upper()}` | {_shown(field)} | {' '.join((field.description or '').split())} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join((_HEAD, *rows, "", issuers(), manifests()))


def _ports(url: str) -> Iterator[str]:
    """The ports of a PostgreSQL's address, one for each host that it says one of. The driver reads them first when it connects."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = conninfo_to_dict(url)
    except psycopg.Error:
        # What it says may quote the address, with its password.
        raise ValueError(
            "does not read as an address of a PostgreSQL; write `postgresql://user@host:5432/database`, and each of `@:/?#[]%` in a "
            "password as `%` and two digits"
        ) from None
    yield from filter(None, str(said.get("port") or "").split(","))


_KUBERNETES = re.compile(r".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\d+_(TCP|UDP|SCTP)(_.*)?")
"""What a pod gets of itself from each service of its namespace, also from one called `innsyn`."""


def _unknown(environment: Mapping[str, str]) -> Iterator[str]:
    for given, value in environment.items():
        name = given.upper()
        field = name.removeprefix("INNSYN_").lower()
        if name.startswith("INNSYN_") and field not in Settings.model_fields and value and not _is_for_others(name, value):
            near = get_close_matches(field, Settings.model_fields, n=1)
            meant = f"; did you mean `INNSYN_{near[0].upper()}`?" if near else "; docs/settings.md has them all"
            yield f"`{given}` is no variable of innsyn{meant}"


def _is_for_others(name: str, value: str) -> bool:
    return name.startswith("INNSYN_TEST_") or bool(_KUBERNETES.fullmatch(name)) or value.startswith(("tcp://", "udp://", "sctp://"))


_HEAD = """\
# Settings

Made from `settings.py` by `make generated`; change it there. Variables of the environment; an empty one is the same as an unset one.
A wrong one stops the command with one line that names it and says what to write; so does a misspelt name.

| variable | unless told | what |
|---|---|---|"""


_WORDS = {
    "a valid boolean, unable to interpret input": "`true` or `false`",
    "a valid integer, unable to parse string as an integer": "a whole number",
    "greater than or equal to": "at least",
    "less than or equal to": "at most",
}
"""How pydantic says it, and how we do."""


def _shown(field: FieldInfo) -> str:
    match field.default:
        case None | ():
            return ""
        case bool():
            return f"`{str(field.default).lower()}`"
        case tuple():
            return f"`{' '.join(field.default)}`"
        case _:
            return f"`{field.default}`"


def _told(where: tuple[int | str, ...], message: str) -> str:
    sentence = in_our_words(message)
    return f"`INNSYN_{str(where[0]).upper()}` {sentence}" if where else sentence


def in_our_words(message: str) -> str:
    """What pydantic says of a value."""
    sentence = message.removeprefix("Value error, ").replace("Input should be", "must be").replace("'", "`")
    for theirs, ours in _WORDS.items():
        sentence = sentence.replace(theirs, ours)
    return sentence
