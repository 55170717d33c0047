"""`innsyn explain`: what a viewer may see of a subject, and why, in words."""

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Final

import typer

import settings
from auth.subject import SubjectType
from cli.asking import answered, answering, asking, operator, origin, told, unknown
from cli.day import day
from cli.language import Language, LanguageOfReasons
from cli.refusal import Code, refusal
from settings import Settings

DENIED = 1
_FACT: Final = "relationship start { label id name } end { label id name }"
_HINTS: Final = f"""missing {{ rule text(language: $language) facts {{ {_FACT} }} }}
      endings {{ text(language: $language) fact {{ {_FACT} }} }}"""
_TOLD: Final = """
    grants { rule basis validTo text(language: $language) path { relationship label id name } through { label id name } }
    denials { code rule overridable message(language: $language) } } }"""
_ACTIONS: Final = "actions COMMUNICATE: themes(action: COMMUNICATE) WRITE: themes(action: WRITE)"
_CATEGORIES: Final = "subject type decision categories { category allowed themes reasons { text(language: $language) }"
_NOW: Final = f"""query explain($subject: ID!, $type: SubjectType, $language: Language!) {{ viewer {{ id }}
  access(subject: $subject, type: $type) {{ {_CATEGORIES} {_ACTIONS} {_HINTS} }} {_TOLD}"""
_THEN: Final = f"""query explainThen($subject: ID!, $type: SubjectType, $at: DateTime!, $language: Language!) {{ viewer {{ id }}
  access(subject: $subject, type: $type, at: $at) {{ {_CATEGORIES} }} {_TOLD}"""
_ANOTHER: Final = f"""query explainAnother(
  $subject: ID!, $viewer: ID!, $type: SubjectType, $viewerKind: ViewerKind!, $at: DateTime, $language: Language!
) {{ viewer {{ id }}
  access(subject: $subject, viewer: $viewer, type: $type, viewerKind: $viewerKind, at: $at) {{ {_CATEGORIES} }} {_TOLD}"""
_REGISTERED: Final = frozenset({"Business", "Municipality"})
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "ALLOWED": "every category is open",
        "in themes": "rows in the themes listed alone",
        "PARTIAL": "some of it is open",
        "still closed": "closed: {closed}",
        "OUTLINE": "the outline alone: no title, unit or parties",
        "UNIT": "all but which unit has it",
        "DENIED": "nothing is open",
        "DENIED register": "nothing beyond what registers show to everybody",
        "DENIED unknown": "nothing is open; of a business or a municipality, nothing beyond what registers show to everybody",
        "outline": "outline",
        "now": "now",
        "open": "open",
        "closed": "closed",
        "may": "What else than to read is allowed",
        "COMMUNICATE": "communicate",
        "WRITE": "write",
        "why": "Why it is open",
        "not": "Why it is closed",
        "missing": "What is missing for more to be open",
        "endings": "What closes it when it ends",
        "and": "; and ",
        "until": "until",
        "override": "an override, taken with a reason, can help",
    },
    "nb": {
        "ALLOWED": "alle kategorier er åpne",
        "in themes": "rader bare i temaene som er nevnt",
        "PARTIAL": "noe er åpent",
        "still closed": "lukket: {closed}",
        "OUTLINE": "bare omrisset: ikke tittel, enhet eller parter",
        "UNIT": "alt unntatt hvilken enhet som har den",
        "DENIED": "ingenting er åpent",
        "DENIED register": "ingenting utover det registre viser alle",
        "DENIED unknown": "ingenting er åpent; av en virksomhet eller kommune ingenting utover det registre viser alle",
        "outline": "omriss",
        "now": "nå",
        "open": "åpent",
        "closed": "lukket",
        "may": "Hva annet enn å lese som er tillatt",
        "COMMUNICATE": "kommunisere",
        "WRITE": "skrive",
        "why": "Hvorfor det er åpent",
        "not": "Hvorfor det er lukket",
        "missing": "Hva som mangler for at mer skal være åpent",
        "endings": "Hva som lukker det når det tar slutt",
        "and": "; og ",
        "until": "til",
        "override": "en overstyring, tatt med begrunnelse, kan hjelpe",
    },
}


def explain(
    viewer: Annotated[str, typer.Argument(help="employee:IDENT, person:ID, client:CLIENT_ID or analyst:NAME", show_default=False)],
    subject: Annotated[
        str,
        typer.Argument(
            help="The id of a person, business, municipality, device or case, for example p-kari, or m-baerum.", show_default=False
        ),
    ],
    at: Annotated[str | None, typer.Option(help="Judge as of then: 2026-01-31, its start in Oslo, or 2026-01-31T08:30:00Z.")] = None,
    purpose: Annotated[str | None, typer.Option(help="Why they ask, for example FOLLOW_UP; employees and clients must say it.")] = None,
    type_: Annotated[
        SubjectType | None,
        typer.Option(
            "--type",
            case_sensitive=False,
            help="What the subject is: the answer is quicker where it is said.",
            show_default=False,
        ),
    ] = None,
    language: LanguageOfReasons = Language.NB,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as GraphQL gives it.")] = False,
) -> None:
    """Print what a viewer may see of a subject, and why. Ends with 1 where that is nothing. Outside the development profile you are the
    employee that `INNSYN_OPERATOR` names, or the system's user: only a controller may ask for another viewer."""
    said = settings.load()
    operates = operator(said)
    with told(said):
        found = asyncio.run(_found(said, viewer, operates, purpose, subject, type_, at, language))
    if found["viewer"]["id"] is None and not (operates or viewer).startswith("analyst:"):
        raise unknown(operates or viewer, said)
    if _another(viewer, operates) and _reserved(found["access"]):
        raise refusal(Code.VIEWER_REFUSED, f"only a controller may ask what another viewer may see; `{operates}` is none")
    asked = f"{viewer}{f' ({purpose})' if purpose else ''} → {subject}"
    outlined = _outlined(found["access"], viewer)
    lines = _lines(found["access"], asked, at, type_, outlined, _WORDS[language.value])
    typer.echo(json.dumps(found["access"], ensure_ascii=False, indent=2) if as_json else "\n".join(lines))
    if found["access"]["decision"] == "DENIED":
        raise typer.Exit(DENIED)


async def _found(
    said: Settings,
    viewer: str,
    operates: str | None,
    purpose: str | None,
    subject: str,
    type_: SubjectType | None,
    at: str | None,
    language: Language,
) -> Mapping[str, Any]:
    asks = asking(operates or viewer, purpose)
    variables = {"subject": subject, "type": type_ and type_.value, "language": language.name} | ({"at": at} if at else {})
    async with answering(said) as answers:
        text = _THEN if at else _NOW
        if _another(viewer, operates):
            who = asking(viewer, None)
            # One who is not there is asked about all the same: who is no controller learns nothing by it.
            text = _ANOTHER
            variables |= {"viewer": await answers.id_of(who) or viewer, "viewerKind": who.kind.name}
        answer = await answered(said, answers, text, variables, asks, origin(operates))
    data: Mapping[str, Any] = answer["data"]
    return data


def _another(viewer: str, operates: str | None) -> bool:
    """Whether who types it asks about somebody else."""
    return operates is not None and asking(viewer, None) != asking(operates, None)


def _reserved(access: Mapping[str, Any]) -> bool:
    """Whether it is told to controllers alone."""
    from auth.decide import reserved

    return access["type"] is None and [each["code"] for each in access["denials"]] == [reserved(staff=True)]


def _lines(
    access: Mapping[str, Any], asked: str, at: str | None, type_: SubjectType | None, outlined: bool, words: Mapping[str, str]
) -> Iterator[str]:
    yield f"{asked}, {at or words['now']}: {access['decision']}, {_decided(access, type_, outlined, words)}"
    yield ""
    for each in access["categories"]:
        yield f"  {each['category']:<11}{_opened(each, outlined, words)}".rstrip()
    yield from _actions(access["categories"], words)
    if access["grants"]:
        yield f"\n{words['why']}:"
        yield from (line for grant in access["grants"] for line in _grant(grant, words))
    if access["denials"]:
        yield f"\n{words['not']}:"
        yield from (line for each in access["denials"] for line in _denial(each, words))
    for what in ("missing", "endings"):
        yield from _hints(access["categories"], what, words)


def _decided(access: Mapping[str, Any], type_: SubjectType | None, outlined: bool, words: Mapping[str, str]) -> str:
    """The decision in words, no wider than it is."""
    what = access["type"] or (type_ and type_.label)
    closed = [each["category"] for each in access["categories"] if not each["allowed"]]
    match access["decision"]:
        case "DENIED":
            return words["DENIED unknown" if what is None else "DENIED register" if what in _REGISTERED else "DENIED"]
        case "PARTIAL" if what == "Case":
            return words["OUTLINE" if outlined else "UNIT"]
        case "PARTIAL":
            return "; ".join([words["PARTIAL"], *([words["still closed"].format(closed=" ".join(closed))] if closed else [])])
        case _:
            themed = any(each["themes"] is not None for each in access["categories"])
            return ", ".join([words["ALLOWED"], *([words["in themes"]] if themed else [])])


def _outlined(access: Mapping[str, Any], viewer: str) -> bool:
    """Whether all that shows of a case is that it is there: to staff, with no reason that tells whom it concerns (A8). Else it is its
    unit that is closed, to staff by a code."""
    from auth.viewer import ViewerKind

    staff = asking(viewer, None).kind is ViewerKind.EMPLOYEE
    told = access["denials"] or any(each["through"] and each["through"]["id"] for each in access["grants"])
    return access["type"] == "Case" and access["decision"] == "PARTIAL" and staff and not told


def _actions(categories: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    """What else than to read may be done, with the categories; their themes where these are not all that are read."""
    found: dict[str, list[str]] = {}
    for category in categories:
        for action in (each for each in category.get("actions", ()) if each in words):
            themes = category[action]
            narrowed = f" ({' '.join(themes)})" if themes is not None and themes != category["themes"] else ""
            found.setdefault(action, []).append(category["category"] + narrowed)
    if found:
        yield f"\n{words['may']}:"
        yield from (f"  {words[action]}: {' '.join(found[action])}" for action in sorted(found))


def _hints(categories: Iterable[Mapping[str, Any]], what: str, words: Mapping[str, str]) -> Iterator[str]:
    """Each hint once, with the categories that it is about. What is missing is enough each by itself, what ends only all together."""
    found: dict[str, list[str]] = {}
    for category in categories:
        told = [each["text"] for each in category.get(what, ())]
        for text in [words["and"].join(told)] if what == "endings" and told else told:
            found.setdefault(text, []).append(category["category"])
    if found:
        yield f"\n{words[what]}:"
        yield from (f"  {' '.join(about)}: {text}" for text, about in found.items())


def _opened(category: Mapping[str, Any], outlined: bool, words: Mapping[str, str]) -> str:
    if not category["allowed"]:
        return words["closed"]
    themes = " ".join(category["themes"]) if category["themes"] is not None else words["outline" if outlined else "open"]
    return "; ".join([themes, *dict.fromkeys(reason["text"] for reason in category["reasons"])])


def _grant(grant: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    until = f", {words['until']} {day(grant['validTo'])}" if grant["validTo"] else ""
    yield f"  {grant['text']} ({grant['basis']}){until}"
    yield f"    {grant['rule']}"
    for step in grant["path"]:
        yield f"    └ {step['relationship']} {step['label']} {step['name'] or step['id'] or ''}".rstrip()


def _denial(denial: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    yield f"  {denial['code']}: {denial['message']}{_help(denial, words)}"
    if denial["rule"]:
        yield f"    {denial['rule']}"


def _help(denial: Mapping[str, Any], words: Mapping[str, str]) -> str:
    return f"; {words['override']}" if denial["overridable"] else ""
