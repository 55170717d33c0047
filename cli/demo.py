"""The demo of `innsyn serve --demo`: loaded once, three viewers with tokens, and things to try as them."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from api import documents
from api.graphiql import Page, Tab
from auth.development import DevelopmentIssuer
from auth.viewer import named
from cli.loading import loaded
from graph.database import Address, Database
from graph.migrate import migrate
from settings import Settings

FOLDER: Final = Path(__file__).parents[1] / "demo"
# Persons are opened last, so a load that was cut short is done again.
LOADED: Final = """// demo: whether it has been loaded whole
MATCH (person:Person {id: 'p-kari'}) WHERE person.screenedAt IS NOT NULL
RETURN count(*) AS loaded"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Someone to be."""

    variable: str
    viewer: str
    told: str
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """Something to ask as someone."""

    who: Who
    told: str
    query: str


CITIZEN = Who(variable="CITIZEN", viewer="person:p-kari", told="Kari Dahl, a citizen: sees all that is registered of her")
HANDLER = Who(variable="HANDLER", viewer="employee:A100101", purpose="FOLLOW_UP", told="Arne Moen, who counsels at Nav Grünerløkka")
RECEPTION = Who(
    variable="RECEPTION", viewer="employee:A100201", purpose="GUIDANCE", told="Frida Næss, reception of Nav Bærum: names, no more"
)
VIEWERS: Final = (CITIZEN, HANDLER, RECEPTION)

TRIES: Final = (
    Try(
        who=CITIZEN,
        told="Kari looks at herself",
        query='{ person(id: "p-kari") { name { full } addresses { street city } cases { edges { node { title status } } } } }',
    ),
    Try(
        who=HANDLER,
        told="Arne looks at Kari, whom his office serves, and at Even, his brother",
        query='{ kari: person(id: "p-kari") { name { full } } even: person(id: "p-even") { name { full } access { denials { code } } } }',
    ),
    Try(
        who=RECEPTION,
        told="Frida gets the name and a code for the rest",
        query='{ person(id: "p-dagny") { name { full } nin phone addresses { street } } }',
    ),
)

TABS: Final = (
    ("my-view", CITIZEN, {"id": "p-kari"}),
    ("who-can-see", CITIZEN, {"id": "p-kari"}),
    ("person-360", HANDLER, {"id": "p-kari"}),
    ("why", HANDLER, {"id": "p-even"}),
    ("family", HANDLER, {"id": "p-kari"}),
    ("case", HANDLER, {"id": "c-kari-syk"}),
    ("person-360", RECEPTION, {"id": "p-dagny"}),
)


async def prepare(said: Settings, address: Address) -> None:
    """Migrate, and load the demo if it has not been."""
    await migrate(address.uri, address.user, address.password, address.database)
    async with address.opened(development=said.development) as database:
        if not await _is_loaded(database):
            await loaded(said, database, sorted(FOLDER.glob("*.jsonl")))


async def _is_loaded(database: Database) -> bool:
    return bool((await database.read(LOADED))[0]["loaded"])


def page(issuer: DevelopmentIssuer) -> Page:
    """GraphiQL with a tab for each thing to try, as someone who may."""
    known = documents.known()
    return Page(tabs=[Tab(query=known[name], variables=variables, headers=_headers(who, issuer)) for name, who, variables in TABS])


def welcome(issuer: DevelopmentIssuer, url: str, *, only: bool = False) -> str:
    """Where it is, whom to be, and what to try; `only` trusted documents are answered, so not that."""
    told = [f"\ninnsyn answers at {url} (GraphiQL in a browser); Ctrl-C ends it, the data stay.", *_viewers(issuer)]
    return "\n".join([*told, *([_ONLY] if only else _tries(url)), ""])


_ONLY: Final = """
INNSYN_TRUSTED_MODE=only: nothing is answered but the documents of INNSYN_TRUSTED_DOCUMENTS, for those whom each is for.
`innsyn documents check` says the id of each; ask by {"documentId": "sha256:…", "variables": {}}."""


def _viewers(issuer: DevelopmentIssuer) -> Iterator[str]:
    yield "\nThree viewers; paste their tokens into a shell:\n"
    for who in VIEWERS:
        yield f"  # {who.told}"
        yield f"  {who.variable}={issuer.token(named(who.viewer))}"


def _tries(url: str) -> Iterator[str]:
    yield "\nThree things to try there:\n"
    for each in TRIES:
        purpose = f" -H 'Innsyn-Purpose: {each.who.purpose}'" if each.who.purpose else ""
        body = shlex.quote(orjson.dumps({"query": each.query}).decode())
        yield f"  # {each.told}"
        yield f'  curl -s {url} -H "Authorization: Bearer ${each.who.variable}"{purpose} -H "Content-Type: application/json" -d {body}'


def _headers(who: Who, issuer: DevelopmentIssuer) -> Mapping[str, str]:
    purpose = {"Innsyn-Purpose": who.purpose} if who.purpose else {}
    return {"Authorization": f"Bearer {issuer.token(named(who.viewer))}"} | purpose
