"""`innsyn alarms`: what is unusual about employees' days, in words, for controllers."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final

import typer

import settings
from auth.alarm import AlarmKind
from auth.oslo import OSLO
from cli.asking import asking, operator, origin, told, unknown, whole
from cli.language import Language, LanguageOfAnswer
from cli.refusal import Code, refusal

DENIED = 1
DAYS: Final = 30
ASKED: Final = """query alarms($kinds: [AlarmKind!], $from: Date, $to: Date, $first: Int, $after: String) {
  viewer { id }
  alarms(kinds: $kinds, from: $from, to: $to, first: $first, after: $after) {
    edges { node { id kind pseudonym day subjects refused outOf seats { unit role } } } pageInfo { hasNextPage endCursor } } }"""
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "REFUSALS": "{subjects} refused, more than one may be",
        "SURNAME": "{subjects} of one surname, of {outOf} looked up",
        "ADDRESS": "{subjects} at one address, of {outOf} looked up",
        "COLLEAGUES_KIN": "{subjects} close to colleagues, of {outOf} looked up",
        "refused": "; {refused} of them refused",
        "none": "Nothing unusual since {since}.",
        "denied": "{asks} may not be told of alarms.",
    },
    "nb": {
        "REFUSALS": "{subjects} avslått, flere enn en kan få",
        "SURNAME": "{subjects} med samme etternavn, av {outOf} slått opp",
        "ADDRESS": "{subjects} på samme adresse, av {outOf} slått opp",
        "COLLEAGUES_KIN": "{subjects} nær kolleger, av {outOf} slått opp",
        "refused": "; {refused} av dem avslått",
        "none": "Ikke noe uvanlig siden {since}.",
        "denied": "{asks} kan ikke få vite om varsler.",
    },
}


def alarms(
    viewer: Annotated[str, typer.Option("--as", help="Who asks, in development: employee:IDENT of a controller.")] = "",
    purpose: Annotated[str | None, typer.Option(help="Why they ask, as ACCESS_REVIEW.")] = None,
    kinds: Annotated[
        list[AlarmKind] | None, typer.Option("--kind", case_sensitive=False, help="Only this kind, or these.", show_default=False)
    ] = None,
    since: Annotated[str | None, typer.Option("--from", help="Only from this day on, as 2026-01-31; unless told, the last 30.")] = None,
    to: Annotated[str | None, typer.Option(help="Only until this day; unless told, today.")] = None,
    language: LanguageOfAnswer = Language.NB,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as GraphQL gives it, all pages in one.")] = False,
) -> None:
    """Print what is unusual about employees' days. Ends with 1 where the viewer may not be told of it. Outside the development profile
    you are the employee that `INNSYN_OPERATOR` names, or the system's user."""
    said = settings.load()
    operates = operator(said, viewer or None)
    asks = operates or viewer
    if not asks:
        raise refusal(Code.ARGUMENT_INVALID, "say who asks: add `--as employee:IDENT` of a controller")
    begins = since or _begins(to)
    variables = {"kinds": [each.name for each in kinds] if kinds else None, "from": begins, "to": to}
    with told(said):
        answer = asyncio.run(whole(said, asking(asks, purpose), ASKED, "alarms", variables, origin(operates)))
    if answer["data"]["viewer"]["id"] is None and not asks.startswith("analyst:"):
        raise unknown(asks, said)
    found, denied = [each["node"] for each in answer["data"]["alarms"]["edges"]], bool(answer["extensions"]["access"])
    lines = [_WORDS[language.value]["denied"].format(asks=asks)] if denied else _lines(found, begins, _WORDS[language.value])
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))
    if denied:
        raise typer.Exit(DENIED)


def _begins(to: str | None) -> str:
    try:
        last = date.fromisoformat(to) if to else datetime.now(OSLO).date()
    except ValueError:
        raise refusal(Code.ARGUMENT_INVALID, f"`{to}` is no day; write it as 2026-01-31") from None
    return (last - timedelta(days=DAYS - 1)).isoformat()


def _lines(found: Sequence[Mapping[str, Any]], since: str, words: Mapping[str, str]) -> Iterator[str]:
    if not found:
        yield words["none"].format(since=since)
    before = None
    for each in found:
        head = "  ".join([each["day"], each["pseudonym"], *(", ".join(filter(None, seat.values())) for seat in each["seats"])])
        yield from [head] if head != before else []
        before = head
        refused = words["refused"] if each["refused"] and each["kind"] != AlarmKind.REFUSALS else ""
        yield "  " + (words[each["kind"]] + refused).format(**each)
