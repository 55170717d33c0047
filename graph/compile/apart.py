"""What each rule opens and closes by itself, in Cypher: what all of them together open and close is made of it."""

from collections.abc import Sequence
from dataclasses import replace

from auth.decide import Given, Pair, helps
from auth.rule import Denial, Row
from graph.compile.ruled import rows_of
from graph.compile.rules import Subject
from graph.compile.text import listed, literal, map_of
from graph.views.access import beside


def closing(subject: Subject, denials: Sequence[Denial], name: str, *, place: bool = False) -> list[str]:
    """The line that binds the rules of these denials, each with its codes, to a name; from here on the codes of all follow from it."""
    line = f"WITH *, [{', '.join(rows_of(subject, denials, place=place))}] AS {name}"
    subject.remember(denials, f"reduce(found = [], each IN {name} | found + each.codes)")
    return [line]


def giving(subject: Subject) -> list[str]:
    """The lines that bind what each grant gives; from here on the masks are made of it."""
    names = {grant: subject.context.names.fresh("given") for grant in subject.pair.grants}
    found = ", ".join(f"{subject.mask(Given(grant))} AS {name}" for grant, name in names.items())
    lines = [*subject.ends(), *([f"WITH *, {found}"] if found else [])]
    for grant, name in names.items():
        subject.bind(Given(grant), name)
    return lines


def opening(subject: Subject, pair: Pair, name: str) -> list[str]:
    """The lines that bind the grants of the pair to a name, each with the mask that it alone opens."""
    rows = [
        map_of({"rule": literal(grant.id), "path_of": literal(grant.path), "gives": subject.mask(replace(pair, grants=(grant,)).mask)})
        for grant in pair.grants
    ]
    return [*subject.ends(), f"WITH *, [{', '.join(rows)}] AS {name}"]


def through(subject: Subject, row: Row, reasons: str, *, themes: str, whole: str, own: bool) -> str:
    """What the grants that open one through whom a row is read open of the row, and how it hangs on them; `own`: it is read by itself."""
    more = listed([str(each) for each in beside(row.label, row.category)])
    gives = f"CASE WHEN {subject.test(helps(row), mask='each.gives', themes=themes)} THEN {listed((row.category,))} ELSE [] END"
    if beside(row.label, row.category):
        gives += f" + [code IN {more} WHERE {whole} AND code IN each.gives]"
    hung = "null" if own else literal(row.id)
    return f"[each IN {reasons} | {map_of({'rule': 'each.rule', 'path_of': 'each.path_of', 'row': hung, 'gives': gives})}]"
