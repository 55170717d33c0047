"""`innsyn usage`: who could look from units and what was looked up from them, as a table, for controllers."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Final

import typer

import settings
from cli.asking import answered, answering, asking, operator, origin, told, unknown
from cli.language import Language, LanguageOfAnswer
from cli.refusal import Code, refusal

DENIED = 1
_FIGURES: Final = "unused lookUpCount withoutCaseCount lastDay"
ASKED: Final = f"""query usage($units: [ID!]!, $from: Date, $to: Date, $language: Language!) {{
  viewer {{ id }}
  usage(units: $units, from: $from, to: $to) {{
    unit {{ id name }} from to since holders refusedCount {_FIGURES}
    seats {{ role {{ code name }} holders refusedCount {_FIGURES} rules {{ rule text(language: $language) {_FIGURES} }} }}
    assignments {{ standing unused }} overrides {{ standing unused }} }} }}"""
_COLUMNS: Final = ("holders", "unused", "lookUpCount", "withoutCaseCount", "refusedCount", "lastDay")
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "heads": "could|never did|look-ups|without a case|refused|last",
        "head": "{unit}, from {from} to {to}",
        "all": "All who work here",
        "none": "None of its seats now",
        "assignments": "Open cases assigned to those who work here: {standing}, never used: {unused}",
        "overrides": "Overrides that stand: {standing}, never used: {unused}",
        "since": "The log says from where somebody looked since {since}.",
        "nothing": "The log says of no look-up from where it was.",
        "refused": "{asks} may not be told of `{unit}`, or there is no such unit.",
        "hint": " A unit's id is not its number alone: write `unit:{unit}`.",
    },
    "nb": {
        "heads": "kunne|gjorde aldri|oppslag|uten sak|avslått|siste",
        "head": "{unit}, fra {from} til {to}",
        "all": "Alle som arbeider her",
        "none": "Ingen av plassene nå",
        "assignments": "Åpne saker tildelt dem som arbeider her: {standing}, aldri brukt: {unused}",
        "overrides": "Tilganger tatt med begrunnelse som står: {standing}, aldri brukt: {unused}",
        "since": "Loggen sier hvor noen slo opp fra siden {since}.",
        "nothing": "Loggen sier ikke om noe oppslag hvor det kom fra.",
        "refused": "{asks} kan ikke få vite noe om `{unit}`, eller enheten finnes ikke.",
        "hint": " Id-en til en enhet er ikke bare nummeret: skriv `unit:{unit}`.",
    },
}


def usage(
    units: Annotated[list[str], typer.Argument(help="Ids of units, for example unit:0219; at most 20.", show_default=False)],
    viewer: Annotated[str, typer.Option("--as", help="Who asks, in development: employee:IDENT of a controller.")] = "",
    purpose: Annotated[str | None, typer.Option(help="Why they ask, as ACCESS_REVIEW.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="Only from this day on, as 2026-01-31; unless told, the last 90.")] = None,
    to: Annotated[str | None, typer.Option(help="Only until this day; unless told, today.")] = None,
    language: LanguageOfAnswer = Language.NB,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as GraphQL gives it.")] = False,
) -> None:
    """Print who could look from units and what was looked up from them. Ends with 1 where the viewer may not be told of one. Outside the
    development profile you are the employee that `INNSYN_OPERATOR` names, or the system's user."""
    said = settings.load()
    operates = operator(said, viewer or None)
    asks = operates or viewer
    if not asks:
        raise refusal(Code.ARGUMENT_INVALID, "say who asks: add `--as employee:IDENT` of a controller")
    variables = {"units": units, "from": since, "to": to, "language": language.name}
    with told(said):
        found = asyncio.run(_asked(said, asks, purpose, variables, operates))
    if found["viewer"]["id"] is None and not asks.startswith("analyst:"):
        raise unknown(asks, said)
    usages = found["usage"]
    typer.echo(json.dumps(usages, ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(usages, units, asks, language)))
    if None in usages:
        raise typer.Exit(DENIED)


async def _asked(
    said: settings.Settings, asks: str, purpose: str | None, variables: Mapping[str, Any], operates: str | None
) -> Mapping[str, Any]:
    async with answering(said) as answers:
        answer = await answered(said, answers, ASKED, variables, asking(asks, purpose), origin(operates))
    data: Mapping[str, Any] = answer["data"]
    return data


def _lines(usages: Sequence[Mapping[str, Any] | None], units: Sequence[str], asks: str, language: Language) -> Iterator[str]:
    words = _WORDS[language.value]
    for unit, each in zip(units, usages, strict=True):
        yield from [""] if unit is not units[0] else []
        if each is None:
            yield words["refused"].format(asks=asks, unit=unit) + (words["hint"].format(unit=unit) if unit.isdecimal() else "")
            continue
        yield words["head"].format(**{"unit": each["unit"]["name"] or unit, "from": each["from"], "to": each["to"]})
        yield from _table([["", *words["heads"].split("|")], *_rows(each, words)])
        yield words["assignments"].format(**each["assignments"])
        yield words["overrides"].format(**each["overrides"])
        yield words["since"].format(since=each["since"]) if each["since"] else words["nothing"]


def _rows(unit: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[list[str]]:
    yield _row(words["all"], unit)
    for seat in unit["seats"]:
        yield _row(f"  {seat['role']['name'] or seat['role']['code'] if seat['role'] else words['none']}", seat)
        yield from (_row(f"    {rule['text']}", rule) for rule in seat["rules"])


def _row(name: str, figures: Mapping[str, Any]) -> list[str]:
    return [name, *("" if figures.get(column) is None else str(figures[column]) for column in _COLUMNS)]


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first column to the left, the rest to the right."""
    wide = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(wide[0]), *(cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True))]
        yield "  ".join(cells).rstrip()
