"""`innsyn visits`: who looked a person up, in words."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Final

import typer

import settings
from auth.category import Category
from auth.oslo import OSLO
from cli import categories
from cli.asking import asking, operator, origin, told, unknown, whole
from cli.day import day
from cli.language import Language, LanguageOfAnswer, names_of_categories
from cli.refusal import Code, refusal

DENIED = 1
ASKED: Final = """query visits(
  $subject: ID!, $from: Date, $to: Date, $unit: ID, $category: Category, $language: Language!, $first: Int, $after: String
) {
  viewer { id }
  visits(subject: $subject, from: $from, to: $to, unit: $unit, category: $category, first: $first, after: $after) {
    totalCount erased completeSince gaps { from to reason } notice(language: $language) pageInfo { hasNextPage endCursor }
    edges { node { id day firstAt lastAt by pseudonym system onBehalfOf unit { id name } role { name } purposeText(language: $language)
      manner result categories override lookUpCount rules { rule text(language: $language) } } } } }"""
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "who": "Who looked up {subject}, as {asks} may know it: {count}",
        "one": "1 visit",
        "many": "{count} visits",
        "one look-up": "1 look-up",
        "look-ups": "{count} look-ups",
        "since": "The log says all that it was told since {since}.",
        "between": "From {begins} to {ends}",
        "before": "Before {ends}",
        "CUT_OFF": "{when} look-ups may be missing: the end of the log was lost.",
        "ERASED": "{when} look-ups have been erased, at the end of their time.",
        "TOLD_AFTERWARDS": "{when} look-ups have been erased; when, and by whom, the log does not say, and it was told afterwards.",
        "erased": "{count} look-ups before that no longer say anything.",
        "refused": "{asks} may not ask who looked up `{subject}`, or there is no such person.",
        "nothing": "told nothing: refused",
        "override": "by access that they took, with a reason",
        "behalf": "on behalf of {behalf}",
        "SELF": "The person themselves",
        "MANDATE_HOLDER": "Someone who acts for the person",
        "EMPLOYEE": "An employee",
        "SYSTEM": "A system",
        "OPERATOR": "Someone at the command line",
        "OTHER": "Someone else",
        "AUTOMATED": "a system by itself",
        "BULK": "many at once",
    },
    "nb": {
        "who": "Hvem har slått opp {subject}, slik {asks} kan få vite det: {count}",
        "one": "1 besøk",
        "many": "{count} besøk",
        "one look-up": "1 oppslag",
        "look-ups": "{count} oppslag",
        "since": "Loggen sier alt den har fått vite siden {since}.",
        "between": "Fra {begins} til {ends}",
        "before": "Før {ends}",
        "CUT_OFF": "{when} kan oppslag mangle: slutten av loggen gikk tapt.",
        "ERASED": "{when} er oppslag slettet, fordi tiden de skulle stå var ute.",
        "TOLD_AFTERWARDS": "{when} er oppslag slettet; når, og av hvem, står ikke i loggen, og det ble fortalt i ettertid.",
        "erased": "{count} oppslag før det sier ikke lenger noe.",
        "refused": "{asks} kan ikke spørre om hvem som har slått opp `{subject}`, eller personen finnes ikke.",
        "nothing": "fikk ikke vite noe: avslått",
        "override": "ved tilgang de tok seg, med begrunnelse",
        "behalf": "på vegne av {behalf}",
        "SELF": "Personen selv",
        "MANDATE_HOLDER": "En som handler for personen",
        "EMPLOYEE": "En ansatt",
        "SYSTEM": "Et system",
        "OPERATOR": "Noen på kommandolinjen",
        "OTHER": "Noen andre",
        "AUTOMATED": "et system av seg selv",
        "BULK": "mange på en gang",
    },
}


def visits(
    subject: Annotated[str, typer.Argument(help="The id of a person, for example p-kari.", show_default=False)],
    viewer: Annotated[str | None, typer.Option("--as", help="Who asks, in development: person:ID …; unless told, the person.")] = None,
    purpose: Annotated[str | None, typer.Option(help="Why they ask; employees must say it.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="Only on this day or later, as 2026-01-31.")] = None,
    to: Annotated[str | None, typer.Option(help="Only on this day or earlier.")] = None,
    unit: Annotated[str | None, typer.Option(help="Only from this unit, by its id, as it is told.")] = None,
    category: Annotated[
        Category | None,
        typer.Option(parser=categories.category, metavar=categories.CHOICES, help="Only where this was seen.", show_default=False),
    ] = None,
    language: LanguageOfAnswer = Language.NB,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as GraphQL gives it, all pages in one.")] = False,
) -> None:
    """Print who looked a person up. Ends with 1 where the viewer may not ask. Outside the development profile you are the employee
    that `INNSYN_OPERATOR` names, or the system's user."""
    said = settings.load()
    operates = operator(said, viewer)
    asks = operates or viewer or f"person:{subject}"
    chosen = {"from": since, "to": to, "unit": unit, "category": category and category.value}
    with told(said):
        variables = {"subject": subject, "language": language.name, **chosen}
        found = asyncio.run(whole(said, asking(asks, purpose), ASKED, "visits", variables, origin(operates)))["data"]
    if found["viewer"]["id"] is None and not asks.startswith("analyst:"):
        if operates is None and viewer is None:
            raise refusal(Code.SUBJECT_UNKNOWN, f"there is no person `{subject}`")
        raise unknown(asks, said)
    history = found["visits"]
    typer.echo(json.dumps(history, ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(history, subject, asks, language)))
    if history["erased"] is None:
        raise typer.Exit(DENIED)


def _lines(history: Mapping[str, Any], subject: str, asks: str, language: Language) -> Iterator[str]:
    words, found = _WORDS[language.value], [each["node"] for each in history["edges"]]
    if history["erased"] is None:
        yield words["refused"].format(asks=asks, subject=subject)
    else:
        count = words["one"] if len(found) == 1 else words["many"].format(count=len(found))
        yield words["who"].format(subject=subject, asks=asks, count=count)
    for each in found:
        yield ""
        yield from _visit(each, words, names_of_categories(language))
    yield ""
    if history["completeSince"]:
        yield words["since"].format(since=day(history["completeSince"]))
    yield from (_gap(each, words) for each in history["gaps"] or ())
    if history["erased"]:
        yield words["erased"].format(count=history["erased"])
    yield history["notice"]


def _gap(gap: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Of which time the log does not say all, and why."""
    when = words["between" if gap["from"] else "before"].format(begins=day(gap["from"]) if gap["from"] else "", ends=day(gap["to"]))
    return words[gap["reason"]].format(when=when)


def _visit(visit: Mapping[str, Any], words: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    count = visit["lookUpCount"]
    yield f"{visit['day']}{_hours(visit)}, {words['one look-up' if count == 1 else 'look-ups'].format(count=count)}"
    who = [f"{words[visit['by']]} ({visit['pseudonym'] or visit['system']})", *(_name(visit[each]) for each in ("role", "unit"))]
    behalf = words["behalf"].format(behalf=visit["onBehalfOf"]) if visit["onBehalfOf"] else None
    yield f"  {', '.join(filter(None, [*who, behalf, words.get(visit['manner'])]))}"
    if visit["purposeText"]:
        yield f"  {visit['purposeText']}"
    seen = words["nothing"] if visit["result"] == "REFUSED" else ", ".join(names[each].lower() for each in visit["categories"])
    yield from ([f"  {seen}"] if seen else [])
    yield from (f"  {each['text']}" for each in visit["rules"])
    yield from ([f"  {words['override']}"] if visit["override"] else [])


def _hours(visit: Mapping[str, Any]) -> str:
    if visit["firstAt"] is None:
        return ""
    first, last = (f"{datetime.fromisoformat(visit[name]).astimezone(OSLO):%H:%M}" for name in ("firstAt", "lastAt"))
    return f" {first}" if first == last else f" {first}–{last}"


def _name(named: Mapping[str, Any] | None) -> str | None:
    return named["name"] if named else None
