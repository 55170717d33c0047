"""`alarms` in Cypher: which of the employees whose days the log has as unusual the viewer may be told of, where they work, and which of
those whom they looked up are alike in something.

What the log has comes with the request, as for `visits`, and the graph gives back what may be told: to controllers, and of those alone
whom they may review. Whom a core denial keeps from the controller counts for nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from auth.alarm import ALWAYS, PATTERNS, AlarmKind
from auth.category import Category
from auth.decide import reserved
from auth.viewer import ViewerKind
from graph.compile.alike import Alike, Offices
from graph.compile.fields import Fields
from graph.compile.override import held, seated
from graph.compile.review import kept_apart
from graph.compile.ruled import controller
from graph.compile.shape import Listing, Record, Shaping
from graph.compile.text import call, map_of
from graph.selection import Selection

CANDIDATES: Final = 500
"""How many who were refused too many one page is chosen from, so that its cost has a bound. Where too few of them may be told to fill it,
the page is short, and the next goes on behind them."""

_KINDS: Final = tuple(AlarmKind)

Place = tuple[int, str]
"""Of an employee's day in the list: the newest day first."""


def place(day: str, actor: str) -> Place:
    """Where an employee's day stands in the list."""
    return -date.fromisoformat(day).toordinal(), actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarms(Listing):
    """A page of alarms, the newest day first; empty for all but controllers."""

    accounts: str
    """The parameter that has what the log has: `{accounts, least, upto}`."""
    arguments: Mapping[str, str]

    # --- before the log is asked ---

    def kinds(self, parameters: Mapping[str, Any]) -> tuple[AlarmKind, ...]:
        """Those that are asked for."""
        asked = parameters.get(self.arguments.get("kinds", ""))
        return tuple(each for each in _KINDS if asked is None or each in asked)

    def span(self, parameters: Mapping[str, Any]) -> tuple[str, str]:
        """The first day and the last."""
        begins, ends = (parameters.get(self.arguments.get(name, "")) for name in ("from", "to"))
        return begins or ALWAYS[0], ends or ALWAYS[1]

    def since(self, parameters: Mapping[str, Any]) -> Sequence[str] | None:
        """The day and the actor that the page begins at; those of its alarms that come before it are left out."""
        after: Sequence[str] | None = parameters[self.after]
        return None if after is None else after[:2]

    # --- the answer ---

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        if not found["controller"]:
            shaping.note(self.coordinate, reserved(staff=shaping.staff))
        given = (shaping.parameters.get(self.accounts) if found["controller"] else None) or {"accounts": (), "upto": None, "least": {}}
        told, after = {(row["day"], row["actor"]): row for row in found["rows"]}, shaping.parameters[self.after]
        rows = [
            alarm
            for account in given["accounts"]
            if (row := told.get((account["day"], account["actor"])))
            for alarm in _of_day(account, row, given["least"])
            if after is None or _order(alarm["position"]) > _order(after)
        ]
        for row in rows[: shaping.parameters[self.first]]:
            for employee in row["known"]:
                shaping.told.of(employee["id"], "Employee").give(self.coordinate, Category.TRACE)
        return self.connection(rows, {"upto": given["upto"]}, shaping)

    def page_info(self, what: str, page: list[Record], more: bool, found: Any, shaping: Shaping) -> Any:
        """Of a page that those who may be told did not fill: it goes on behind all that it was chosen from."""
        if more or found["upto"] is None:
            return Listing.page_info(self, what, page, more, found, shaping)
        match what:
            case "hasNextPage":
                return True
            case "endCursor":
                return self.cursor({"position": [*found["upto"], len(_KINDS)]}, shaping)
            case _:
                return Listing.page_info(self, what, page, more, found, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The alarm."""
        seats = [seat for employee in row["known"] for seat in employee["seats"]]
        return {each.key: seated(each, seats) if each.field == "seats" else row[each.field] for each in child.children}


def _of_day(account: Record, row: Record, least: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The alarms of an employee's day: one of a kind, of those of whom there are most."""
    same = {"pseudonym": account["pseudonym"], "day": account["day"], "known": row["known"]}
    for number, kind in enumerate(_KINDS):
        refused = [account["refused"]] if kind is AlarmKind.REFUSALS and account["refused"] else []
        alike = [each["refused"] for each in row["alike"] if each["kind"] == kind and len(each["refused"]) >= least[kind]]
        counts = [(each, each) for each in refused] + [(len(each), sum(each)) for each in alike]
        if counts:
            subjects, were_refused = max(counts)
            position = [account["day"], account["actor"], number]
            counted = {"subjects": subjects, "refused": were_refused, "outOf": len(account["sought"]) if kind in PATTERNS else None}
            yield {**same, **counted, "id": account["ids"][kind], "kind": kind.name, "position": position}


def _order(position: Sequence[Any]) -> tuple[Place, int]:
    # Cursors from before there were kinds are of refusals.
    day, actor, *number = position
    return place(day, actor), number[0] if number else 0


@dataclass(slots=True, kw_only=True)
class Alarmed:
    """Draws one `alarms` into a statement."""

    fields: Fields
    selection: Selection

    def drawn(self, variable: str) -> tuple[list[str], Alarms]:
        """The lines that bind what may be told to the variable, and its shape."""
        page = Alarms.of(
            self.selection,
            (),
            selections=self.selection.children,
            accounts=f"{self.selection.arguments['first']}Alarms",
            arguments=self.selection.arguments,
        )
        if self.fields.context.kind is not ViewerKind.EMPLOYEE:
            return [f"WITH *, {{controller: false, rows: []}} AS {variable}"], page
        names, may = self.fields.context.names, controller(self.fields.context)
        account, employee, known, alike, rows = (names.fresh(word) for word in ("account", "employee", "known", "alike", "rows"))
        given = f"${page.accounts}"
        lines, apart = kept_apart(self.fields, employee)
        offices = Offices(names=names, rules=self.fields.context.rules)
        entry = {"id": f"{employee}.id", "apart": apart, "seats": held(names, employee), **offices.of(employee)}
        body = [
            f"UNWIND CASE WHEN ctx.permitted AND {may} THEN coalesce({given}.accounts, []) ELSE [] END AS {account}",
            *call(
                ["ctx", account],
                [
                    f"MATCH ({employee}:Employee {{ident: {account}.actor}})",
                    f"WHERE {employee}.retractedAt IS NULL",
                    *lines,
                    f"RETURN collect({map_of(entry)}) AS {known}",
                ],
            ),
            f"WITH * WHERE all(each IN {known} WHERE each.apart)",
            *Alike(fields=self.fields, offices=offices, least=f"{given}.least").lines(account, known, alike),
            f"RETURN collect({map_of({'day': f'{account}.day', 'actor': f'{account}.actor', 'known': known, 'alike': alike})}) AS {rows}",
        ]
        return [*call(["ctx"], body), f"WITH *, {map_of({'controller': may, 'rows': rows})} AS {variable}"], page
