"""How a command asks: as any viewer in the development profile, else as whoever types it; what is refused is a line on standard error."""

import getpass
import re
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Final

import typer

from cli.refusal import Code, refusal
from settings import Settings

if TYPE_CHECKING:
    from api.answers import Answers
    from api.lookups import Origin
    from auth.viewer import Viewer

PAGE: Final = 100
_TYPED: Final[Mapping[str, str]] = {
    "PURPOSE_REQUIRED": "say why they ask: add `--purpose` with a code that they may state, for example `--purpose FOLLOW_UP`",
    "PURPOSE_REFUSED": "they may not state this purpose, nor any other that is known; say who asks otherwise, or another with `--purpose`",
}
"""What the API says of a header, as one who types a command needs it."""
_WRONG: Final = re.compile(r"the value of `\$(\w+)` is no `(\w+)!?`")
_KINDS: Final[Mapping[str, str]] = {"DateTime": "instant", "Date": "day"}


def operator(said: Settings, asks: str | None = None) -> str | None:
    """Who types the command, as `employee:IDENT`, and is answered as such, whoever `asks` by its words; none in the development profile,
    which answers as anyone."""
    if said.development:
        return None
    try:
        operates = f"employee:{said.operator or getpass.getuser()}"
    except (OSError, KeyError):
        told = "the system does not tell who you are; set `INNSYN_OPERATOR` to your ident as an employee"
        raise refusal(Code.VIEWER_UNKNOWN, told) from None
    if asks not in (None, operates):
        raise refusal(Code.VIEWER_REFUSED, f"you are `{operates}`; only in the development profile it asks as someone else{_unset(said)}")
    return operates


def asking(viewer: str, purpose: str | None) -> "Viewer":
    """The viewer that an argument stands for, with their purpose."""
    from auth.errors import ViewerUnreadable
    from auth.viewer import Viewer, named

    try:
        who = named(viewer)
    except ViewerUnreadable as error:
        raise typer.BadParameter(str(error)) from None
    return Viewer(kind=who.kind, key=who.key, purpose=purpose)


def origin(operates: str | None) -> "Origin":
    """Where a command's question comes from: who is answered as themselves asks; who is answered as anyone, as the system's user."""
    from api.lookups import Origin
    from audit.entry import Channel
    from cli.technical import user

    return Origin(request=uuid.uuid4().hex, channel=Channel.CLI, operator=None if operates else user())


@asynccontextmanager
async def answering(said: Settings) -> AsyncIterator["Answers"]:
    """What answers from the database of the settings, by the rules that they choose, each look-up in the log."""
    from api.answers import Answers
    from api.plan import Plans
    from api.serving import cursors, pseudonyms
    from audit import log
    from cli.address import given, limited, logged
    from cli.choices import chosen
    from graph.database import connect
    from graph.migrate import require_migrated

    memory = said.embedded_memory or ""
    async with (
        log.opened(logged(said), limit=limited(said)) as kept,
        connect(given(said), data_dir=said.data_dir, development=said.development, memory=memory) as database,
    ):
        await require_migrated(database)
        yield Answers(
            database,
            plans=Plans(chosen(said)),
            cursors=cursors(said.data_dir, said.cursor_key),
            pseudonyms=pseudonyms(said.data_dir, said.pseudonym_key),
            log=kept,
            most_refusals=said.refusals,
            least=said.least,
        )


async def answered(
    said: Settings, answers: "Answers", text: str, variables: Mapping[str, Any], asks: "Viewer", by: "Origin"
) -> dict[str, Any]:
    """The answer to a question. Who asks is told to be unknown before their purpose is asked for: whoever types commands here has the
    database, while the API tells nobody apart by it."""
    from api.answers import Question
    from api.errors import PurposeRefused, PurposeRequired

    try:
        return await answers.answer(Question(text=text, variables=variables), asks, by)
    except (PurposeRequired, PurposeRefused):
        if asks.kind.label and await answers.id_of(asks) is None:
            raise unknown(f"{asks.kind}:{asks.key}", said) from None
        raise


async def whole(said: Settings, viewer: "Viewer", text: str, root: str, variables: Mapping[str, Any], by: "Origin") -> dict[str, Any]:
    """The answer to a question about the list of a root field, with all its pages in one."""
    edges, after = list[Any](), None
    async with answering(said) as answers:
        while True:
            answer = await answered(said, answers, text, {**variables, "first": PAGE, "after": after}, viewer, by)
            found = answer["data"][root]
            page = found.pop("pageInfo")
            edges += found["edges"]
            after = page["endCursor"]
            if not page["hasNextPage"]:
                break
    found["edges"] = edges
    return answer


@contextmanager
def told(said: Settings) -> Iterator[None]:
    """What the API refuses, as a line; with who asks, where nobody said that and a purpose is missing or is not theirs."""
    from api.errors import ApiError, PurposeRefused, PurposeRequired

    try:
        yield
    except ApiError as error:
        says = _TYPED.get(error.code) or "; ".join(_typed(each["message"]) for each in error.told)
        if isinstance(error, PurposeRefused) and error.purposes:
            says = f"they may not state this purpose; say another with `--purpose`: {', '.join(error.purposes)}"
        hint = _unset(said) if isinstance(error, PurposeRequired | PurposeRefused) else ""
        raise refusal(error.code, f"{says}{hint}") from None


def _typed(message: str) -> str:
    """What the API says of a variable or an argument, said of the option that it was typed as."""
    said = _WRONG.sub(lambda found: f"`--{found[1]}` is no {_KINDS.get(found[2], found[2])}", message)
    return re.sub(r"`(from|to)`(?: of `Query\.\w+`)?", r"`--\1`", said)


def unknown(viewer: str, said: Settings) -> typer.Exit:
    """There is no such viewer."""
    hint = "; set `INNSYN_OPERATOR` to your ident as an employee" if said.operator and not said.development else _unset(said)
    return refusal(Code.VIEWER_UNKNOWN, f"there is no viewer `{viewer}`{hint}")


def _unset(said: Settings) -> str:
    """As whom a command asks that was not told so."""
    if said.development or said.operator:
        return ""
    return f"; it asks as `employee:{getpass.getuser()}`, the system's user: set `INNSYN_OPERATOR` to your ident as an employee"
