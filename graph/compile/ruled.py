"""Which rules close a subject: told to controllers alone, beside the codes that any member of staff may learn (A6)."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from auth.decide import Decision
from auth.groups import CONTROLLER
from auth.pattern import parse
from auth.rule import Denial
from auth.viewer import ViewerKind
from graph.compile.rules import Context, Subject
from graph.compile.shape import Record
from graph.compile.text import literal, map_of
from graph.selection import Selection


def asks_rules(selections: Iterable[Selection], kind: ViewerKind) -> bool:
    """Whether it is asked which rules deny, by one who may be a controller."""
    asked = (each.field for child in selections if child.field == "denials" for each in child.children)
    return kind is ViewerKind.EMPLOYEE and "rule" in asked


def controller(context: Context) -> str:
    """Whether the viewer is a controller."""
    return context.flag(parse(CONTROLLER))


def ruled(subject: Subject, shown: str) -> str:
    """The rules that close the subject or its places, each with the codes under which it holds; none unless they are shown."""
    pair = subject.pair
    rows = (*rows_of(subject, (*pair.core, *pair.overridable)), *rows_of(subject, pair.places, place=True))
    return f"CASE WHEN {shown} THEN [{', '.join(rows)}] ELSE [] END"


def rows_of(subject: Subject, denials: Sequence[Denial], *, place: bool = False) -> list[str]:
    """Maps of the rules of these denials, each with the codes under which it holds; `place`: they close places."""
    return [
        map_of({"rule": literal(id_), "codes": subject.codes(alike), "place": literal(place)}) for id_, alike in _by_rule(denials).items()
    ]


def _by_rule(denials: Sequence[Denial]) -> dict[str, tuple[Denial, ...]]:
    """Alternatives of one rule together."""
    return {id_: tuple(each for each in denials if each.id == id_) for id_ in dict.fromkeys(each.id for each in denials)}


def rules_of(code: str, rows: Iterable[Record], decision: Decision, unlearnt: Collection[str]) -> Iterator[str]:
    """The rules behind a code that is shown: those that close everything, or else those that close places; behind the one code that
    outsiders get, whatever closes."""
    place = decision.staff and code not in decision.codes
    for row in rows:
        held = set(row["codes"]).difference(unlearnt)
        if row["place"] is place and (code in held if decision.staff else held and decision.offered - decision.mask):
            yield row["rule"]
