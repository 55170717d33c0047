"""What is written of a look-up: who asked, and what each subject's answer disclosed.

Names of fields and categories, ids and codes; never values.

An entry checks itself when it is made: what is neither an id nor a code does not enter, and neither does a national number.
What a client wrote itself (a purpose, an operation's name) goes through `code_or_none` and `id_or_none` first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from audit.errors import EntryInvalid
from auth.national import is_id, looks_national
from auth.viewer import ViewerKind

_KEY: Final = re.compile(r"[^\x00-\x1f\x7f]{1,200}")
_CODE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.:*-]{0,119}")
_BOOKMARK: Final = re.compile(r"[A-Za-z0-9+/=_:.-]{1,400}")
_HASH: Final = re.compile(r"[0-9a-f]{8,128}")
UNREADABLE: Final = "unreadable"


class Channel(StrEnum):
    """By which way it was asked."""

    API = "api"
    AUTHZEN = "authzen"
    CLI = "cli"


class Manner(StrEnum):
    """Whether a human asked, a system by itself, or someone about many at once."""

    HUMAN = "human"
    AUTOMATED = "automated"
    BULK = "bulk"


class Result(StrEnum):
    """How it ended."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What was asked, without its values, the hash (hexadecimal) of the document too: root fields, the operation's name, the document."""

    roots: tuple[str, ...]
    name: str | None = None
    document: str | None = None

    def __post_init__(self) -> None:
        _codes("operation.roots", self.roots)
        _optional("operation.name", self.name, _code)
        if self.document is not None and not _HASH.fullmatch(self.document):
            raise EntryInvalid("operation.document", "a hash in hexadecimal digits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The intent: who asks for what, known before anything is read.

    request   id of the request, as in `X-Request-ID`
    at        when, epoch milliseconds
    kind, key the viewer: kind, and an employee's ident, a person's id, a client's clientId, an analyst's name (`key_or_unreadable`)
    client    the system that the viewer's token was given to, where that is another
    behalf    id of whom they act for: the mandate's giver, a client's organisation, the viewer whom a decision point asks about
    purpose   the purpose that was stated, a code; `case` the id of the case that was stated
    asked     ids of the subjects that the request names itself, so that an intent without outcome tells about whom
    """

    request: str
    at: int
    kind: ViewerKind
    key: str
    operation: Operation
    channel: Channel
    manner: Manner
    client: str | None = None
    behalf: str | None = None
    purpose: str | None = None
    case: str | None = None
    asked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _id("request", self.request)
        _instant("at", self.at)
        _key("key", self.key)
        _optional("purpose", self.purpose, _code)
        for field, value in (("client", self.client), ("behalf", self.behalf), ("case", self.case)):
            _optional(field, value, _id)
        for each in self.asked:
            _id("asked", each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A position of the viewer that gave something: its id, its role's code and the id of the unit, municipality or business it is at."""

    position: str
    role: str | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        _id("position", self.position)
        _optional("role", self.role, _code)
        _optional("unit", self.unit, _id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """By which rule something opened. `path` is made of codes and of ids of units, areas, roles; never the id of a person."""

    rule: str
    path: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _code("rule", self.rule)
        for each in self.path:
            _id("path", each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A schema coordinate that was refused, and by which code."""

    coordinate: str
    code: str

    def __post_init__(self) -> None:
        _code("coordinate", self.coordinate)
        _code("code", self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """What one answer told of one subject, or that it told nothing: relatives, parties and hits have theirs too.

    subject     id; `label` its kind (Person, Business …)
    categories  the categories of which something was given; `given` the schema coordinates
    refused     the coordinates that were refused; `code` why all was, where the result is REFUSED
    grounds     the rules that opened it; `held` the viewer's positions that they went by
    withheld    id of the restriction on this subject that holds now (A22), if one does: the entry chains apart until that ends
    told        whether the subject is told of it at once, also outside the log-in
    at          the viewer's position that an employee's look-up counts for: one that gave, or else one that they hold
    direct      whether a question came to it from nobody and nothing else, and not because it listed all there are
    """

    subject: str
    label: str
    result: Result = Result.ALLOWED
    code: str | None = None
    categories: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    grounds: tuple[Ground, ...] = ()
    held: tuple[Held, ...] = ()
    withheld: str | None = None
    told: bool = False
    at: Held | None = None
    direct: bool = False

    def __post_init__(self) -> None:
        _id("subject", self.subject)
        _code("label", self.label)
        _optional("code", self.code, _code)
        _optional("withheld", self.withheld, _id)
        _codes("categories", self.categories)
        _codes("given", self.given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the request ended: known before its answer leaves, and durable before it does.

    code       the request's error, where it was refused or failed
    rules      the version of the rules; `bookmark` the graph's
    disclosed  one for each subject; none for what is about nobody, as an analyst's aggregate
    charged    how many refused subjects the employee was charged for
    """

    result: Result
    rules: str
    code: str | None = None
    bookmark: str | None = None
    disclosed: tuple[Disclosed, ...] = ()
    charged: int = 0

    def __post_init__(self) -> None:
        _key("rules", self.rules)
        _optional("code", self.code, _code)
        if self.bookmark is not None and not _BOOKMARK.fullmatch(self.bookmark):
            raise EntryInvalid("bookmark", "a bookmark of the graph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load brought: how many lines of each kind, how many persons stay closed by it, and the SHA-256 of each file as it was read."""

    nodes: int
    relationships: int
    rejected: int
    closed: int
    files: tuple[str, ...]

    def __post_init__(self) -> None:
        for each in self.files:
            if not _HASH.fullmatch(each):
                raise EntryInvalid("loaded.files", "a hash in hexadecimal digits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Technical:
    """What reads no one's data: a migration, a health check, a start or an end. It has a stream of its own."""

    at: int
    event: str
    actor: str
    loaded: Loaded | None = None

    def __post_init__(self) -> None:
        _instant("at", self.at)
        _code("event", self.event)
        _key("actor", self.actor)


def id_or_none(text: str | None) -> str | None:
    """What a client wrote, where it can stand in the log as an id; else nothing."""
    return text if text is not None and is_id(text) else None


def code_or_none(text: str | None) -> str | None:
    """What a client wrote, where it can stand in the log as a code; else nothing."""
    return text if text is not None and _CODE.fullmatch(text) and not looks_national(text) else None


def key_or_unreadable(key: str) -> str:
    """A viewer's key as a token says it, or a word for one that may not stand in the log."""
    return key if _KEY.fullmatch(key) and not looks_national(key) else UNREADABLE


def _id(field: str, text: str) -> None:
    if not is_id(text):
        raise EntryInvalid(field, "an id: text without spaces, of at most 200 characters, and no national number")


def _key(field: str, text: str) -> None:
    if not _KEY.fullmatch(text) or looks_national(text):
        raise EntryInvalid(field, "at most 200 characters in one line, and no national number")


def _code(field: str, text: str) -> None:
    if not _is_code(text):
        raise EntryInvalid(field, "a code: letters, digits and `_ . : * -`, and no national number")


@lru_cache(maxsize=8192)
def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and not looks_national(text)


def _codes(field: str, texts: tuple[str, ...]) -> None:
    for each in texts:
        _code(field, each)


def _instant(field: str, at: int) -> None:
    if not 0 <= at < 1 << 53:
        raise EntryInvalid(field, "an instant in milliseconds since 1970")


def _optional(field: str, text: str | None, check: Callable[[str, str], None]) -> None:
    if text is not None:
        check(field, text)
