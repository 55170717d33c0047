"""`innsyn who-can-see`: who can see a person, a business, a device or a case, and why, in words."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final

import typer

import settings
from auth.category import PERSONAL, Category
from auth.subject import SubjectType
from cli import categories
from cli.asking import asking, operator, origin, told, unknown, whole
from cli.day import day
from cli.language import Language, LanguageOfAnswer, names_of_categories
from cli.refusal import Code, refusal

DENIED = 1
ASKED: Final = """query whoCanSee(
  $subject: ID!, $category: Category, $theme: String, $type: SubjectType, $at: DateTime, $language: Language!, $first: Int, $after: String
) {
  viewer { id }
  person(id: $subject) { name { full } }
  whoCanSee(subject: $subject, category: $category, theme: $theme, type: $type, at: $at, first: $first, after: $after) {
    type totalCount notice(language: $language) pageInfo { hasNextPage endCursor }
    edges { node { rule text(language: $language) categories themes holders holdersBand excluded since validTo
      unit { name } role { name } person { name { full } } organisation { ... on Business { name } ... on Municipality { name } } } } } }"""
_KINDS: Final = (("serve", "employee."), ("country", "employee.national-role"), ("persons", "person."), ("organisations", ""))
"""The parts of the answer, each with how the ids of its rules begin."""
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "who": "Who can see {name}, as {asks} may know it",
        "who then": "Who could see {name} on {at}, as {asks} may know it",
        "own who then": "Who could see you, {name}, on {at}",
        "past only": "About an earlier day may ask only those who may see protections.",
        "own who": "Who can see you, {name}",
        "one": "1 group",
        "many": "{count} groups",
        "serve": "Who serves them",
        "own serve": "Who serves you",
        "serve then": "Who served them",
        "own serve then": "Who served you",
        "serve thing": "Who works with it",
        "serve thing then": "Who worked with it",
        "country": "Roles in the whole country",
        "persons": "Persons with a right of their own",
        "organisations": "Organisations",
        "holders": "{count} now",
        "holders then": "{count} then",
        "excluded": "{count} kept out",
        "everything": "everything",
        "untold": "what they see is not told to you",
        "untold then": "what they saw is not told to you",
        "themes": "of what has a theme, only",
        "outline": "of what has a theme, at most that it is there",
        "outline Case": "only that the case is there",
        "since": "since",
        "until": "until",
        "none": "No group that {asks} may know of can see this now.",
        "none then": "No group that {asks} may know of could see this on {at}.",
        "refused": "{asks} may not ask who can see `{subject}`, or there is none.",
    },
    "nb": {
        "who": "Hvem kan se {name}, slik {asks} kan få vite det",
        "who then": "Hvem kunne se {name} {at}, slik {asks} kan få vite det",
        "own who then": "Hvem kunne se deg, {name}, {at}",
        "past only": "Om en tidligere dag kan bare de spørre som kan se adressebeskyttelse og skjerming.",
        "own who": "Hvem kan se deg, {name}",
        "one": "1 gruppe",
        "many": "{count} grupper",
        "serve": "Hvem som betjener personen",
        "own serve": "Hvem som betjener deg",
        "serve then": "Hvem som betjente personen",
        "own serve then": "Hvem som betjente deg",
        "serve thing": "Hvem som arbeider med det",
        "serve thing then": "Hvem som arbeidet med det",
        "country": "Roller i hele landet",
        "persons": "Personer med egen rett",
        "organisations": "Organisasjoner",
        "holders": "{count} nå",
        "holders then": "{count} da",
        "excluded": "{count} holdt utenfor",
        "everything": "alt",
        "untold": "hva de ser, får du ikke vite",
        "untold then": "hva de så, får du ikke vite",
        "themes": "av det som har tema, bare",
        "outline": "av det som har tema, høyst at det finnes",
        "outline Case": "bare at saken finnes",
        "since": "siden",
        "until": "til",
        "none": "Ingen gruppe som {asks} kan få vite om, kan se dette nå.",
        "none then": "Ingen gruppe som {asks} kan få vite om, kunne se dette {at}.",
        "refused": "{asks} kan ikke spørre om hvem som kan se `{subject}`, eller det finnes ikke.",
    },
}


def who_can_see(
    subject: Annotated[
        str, typer.Argument(help="The id of a person, a business, a device or a case, for example p-kari.", show_default=False)
    ],
    viewer: Annotated[
        str | None,
        typer.Option("--as", help="Who asks, in development: employee:IDENT, person:ID, client:CLIENT_ID; unless told, the person."),
    ] = None,
    purpose: Annotated[str | None, typer.Option(help="Why they ask, for example FOLLOW_UP; employees and clients must say it.")] = None,
    category: Annotated[
        Category | None,
        typer.Option(parser=categories.category, metavar=categories.CHOICES, help="Only who can see this.", show_default=False),
    ] = None,
    theme: Annotated[str | None, typer.Option(help="Only who can see rows of this theme, for example SYK.")] = None,
    type_: Annotated[
        SubjectType | None,
        typer.Option(
            "--type", case_sensitive=False, help="What the subject is: the answer is quicker where it is said.", show_default=False
        ),
    ] = None,
    at: Annotated[str | None, typer.Option(help="Who could see then: 2026-01-31, its start in Oslo, or 2026-01-31T08:30:00Z.")] = None,
    language: LanguageOfAnswer = Language.NB,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as GraphQL gives it, all pages in one.")] = False,
) -> None:
    """Print who can see a person, a business, a device or a case, and why. Ends with 1 where the viewer may not ask. Outside the
    development profile you are the employee that `INNSYN_OPERATOR` names, or the system's user."""
    from graph.check.values import codes

    said = settings.load()
    operates = operator(said, viewer)
    asks = operates or viewer or f"person:{subject}"
    if type_ is SubjectType.MUNICIPALITY:
        instead = f"`innsyn explain VIEWER {subject} --type municipality` prints what someone may see beyond that"
        raise refusal(Code.ARGUMENT_INVALID, f"a municipality is what a register shows to everybody; {instead}")
    if theme is not None and theme not in codes("Theme"):
        raise refusal(Code.ARGUMENT_INVALID, f"there is no theme `{theme}`")
    variables = {"subject": subject, "category": category and category.value, "theme": theme, "at": at, "language": language.name}
    variables["type"] = type_ and type_.value
    with told(said):
        answer = asyncio.run(whole(said, asking(asks, purpose), ASKED, "whoCanSee", variables, origin(operates)))
    found, denied = answer["data"], any(each["coordinate"] == "Query.whoCanSee" for each in answer["extensions"]["access"])
    if found["viewer"]["id"] is None and not asks.startswith("analyst:"):
        if operates is None and viewer is None:
            raise refusal(Code.SUBJECT_UNKNOWN, f"there is no person `{subject}`; of anything else, say who asks, with `--as`")
        raise unknown(asks, said)
    groups = found["whoCanSee"]
    typer.echo(
        json.dumps(groups, ensure_ascii=False, indent=2)
        if as_json
        else "\n".join(_lines(found, denied, subject, asks, category, at, language))
    )
    if denied:
        raise typer.Exit(DENIED)


def _lines(
    found: Mapping[str, Any], denied: bool, subject: str, asks: str, category: Category | None, at: str | None, language: Language
) -> Iterator[str]:
    words = _said(language, at)
    words = {**words, "outline": words.get(f"outline {found['whoCanSee']['type']}", words["outline"])}
    if asks == f"person:{subject}":
        words = {**words, "who": words["own who"], "serve": words["own serve"]}
    elif found["whoCanSee"]["type"] not in (None, SubjectType.PERSON.label):
        words = {**words, "serve": words["serve thing"]}
    groups = [edge["node"] for edge in found["whoCanSee"]["edges"]]
    name = ((found["person"] or {}).get("name") or {}).get("full")
    count = f": {words['one'] if len(groups) == 1 else words['many'].format(count=len(groups))}" if groups else ""
    yield words["who"].format(name=f"{name} ({subject})" if name else subject, asks=asks, at=at) + count
    if not groups:
        yield f"\n{words['refused' if denied else 'none'].format(asks=asks, subject=subject, at=at)}"
    if denied:
        yield from ([words["past only"]] if at else [])
    for kind, _ in _KINDS:
        mine = [each for each in groups if _kind(each) == kind]
        if mine:
            yield f"\n{words[kind]}:"
            yield from (line for each in mine for line in _group(each, category, words, language))
    yield f"\n{found['whoCanSee']['notice']}"


def _kind(group: Mapping[str, Any]) -> str:
    """The part whose beginning tells most of the rule's id."""
    return max((len(begins), kind) for kind, begins in _KINDS if group["rule"].startswith(begins))[1]


def _said(language: Language, at: str | None) -> Mapping[str, str]:
    """The words of the answer; those of another instant are in the past tense."""
    words = _WORDS[language.value]
    past = {word.removesuffix(" then"): text for word, text in words.items() if word.endswith(" then")}
    return {**words, **past} if at else words


def _group(group: Mapping[str, Any], category: Category | None, words: Mapping[str, str], language: Language) -> Iterator[str]:
    yield f"  {group['text'] or group['rule']}"
    who = [_name(group[each]) for each in ("person", "role", "unit", "organisation")]
    yield f"    {', '.join([*filter(None, who), *_holders(group, words)])}"
    yield f"    {_opened(group['categories'], category, words, language)}"
    if group["themes"] is not None:
        yield f"    {words['themes']} {' '.join(group['themes'])}" if group["themes"] else f"    {words['outline']}"
    times = [f"{words[word]} {day(group[key])}" for word, key in (("since", "since"), ("until", "validTo")) if group[key]]
    if times:
        yield f"    {', '.join(times)}"


def _name(named: Mapping[str, Any] | None) -> str | None:
    name = (named or {}).get("name")
    return name["full"] if isinstance(name, Mapping) else name


def _holders(group: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    """How many they are, as exactly as the viewer learns it; someone who is named is one."""
    if group["holders"] is not None:
        yield words["holders"].format(count=group["holders"])
        yield words["excluded"].format(count=group["excluded"])
    elif not group["person"] and group["holdersBand"]:
        yield words["holders"].format(count=group["holdersBand"])


def _opened(categories: Sequence[str], category: Category | None, words: Mapping[str, str], language: Language) -> str:
    """What they see; nothing is told of it to a controller who does not read the way that it is read of."""
    if not categories:
        return words["untold"]
    names = names_of_categories(language)
    if category is None and len(categories) == len(PERSONAL):
        return words["everything"]
    return ", ".join(names[each].lower() for each in categories)
