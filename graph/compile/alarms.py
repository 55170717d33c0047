"""`alarms` in Cypher: which of the employees whose budget of refusals the log has as spent the viewer may be told of, and where they work.

What the log has comes with the request, as for `visits`, and the graph gives back what may be told: to controllers, and of those alone
whom they may review.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from auth.category import Category
from auth.decide import reserved
from auth.viewer import ViewerKind
from graph.compile.fields import Fields
from graph.compile.override import held, seated
from graph.compile.review import kept_apart
from graph.compile.ruled import controller
from graph.compile.shape import Listing, Record, Shaping
from graph.compile.text import call, map_of
from graph.selection import Selection

CANDIDATES: Final = 500
"""How many one page is chosen from, so that its cost has a bound. Where too few of them may be told to fill it, the page is short, and the
next goes on behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarms(Listing):
    """A page of alarms, the newest day first; empty for all but controllers."""

    accounts: str
    """The parameter that has what the log has."""

    def upto(self, parameters: Any) -> Sequence[str] | None:
        """The day and the actor that the page comes after."""
        after: Sequence[str] | None = parameters[self.after]
        return after

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any]:
        """The connection."""
        if not found["controller"]:
            shaping.note(self.coordinate, reserved(staff=shaping.staff))
        candidates = [_position(each) for each in shaping.parameters[self.accounts]] if found["controller"] else []
        asked, first = candidates[:CANDIDATES], shaping.parameters[self.first]
        told = {_position(row): row for row in found["rows"]}
        rows = [{**told[each], "position": each} for each in asked if each in told]
        for row in rows[:first]:
            for employee in row["known"]:
                shaping.told.of(employee["id"], "Employee").give(self.coordinate, Category.TRACE)
        return self.connection(rows, {"upto": asked[-1] if len(candidates) > len(asked) else None}, shaping)

    def page_info(self, what: str, page: list[Record], more: bool, found: Any, shaping: Shaping) -> Any:
        """Of a page that those who may be told did not fill: it goes on behind all that it was chosen from."""
        if more or found["upto"] is None:
            return Listing.page_info(self, what, page, more, found, shaping)
        match what:
            case "hasNextPage":
                return True
            case "endCursor":
                return self.cursor({"position": found["upto"]}, shaping)
            case _:
                return Listing.page_info(self, what, page, more, found, shaping)

    def node(self, child: Selection, row: Record, shaping: Shaping) -> dict[str, Any]:
        """The alarm."""
        seats = [seat for employee in row["known"] for seat in employee["seats"]]
        return {each.key: seated(each, seats) if each.field == "seats" else row[each.field] for each in child.children}


def _position(account: Mapping[str, Any]) -> tuple[str, str]:
    return account["day"], account["actor"]


@dataclass(slots=True, kw_only=True)
class Alarmed:
    """Draws one `alarms` into a statement."""

    fields: Fields
    selection: Selection

    def drawn(self, variable: str) -> tuple[list[str], Alarms]:
        """The lines that bind what may be told to the variable, and its shape."""
        page = Alarms.of(self.selection, (), selections=self.selection.children, accounts=f"{self.selection.arguments['first']}Alarms")
        if self.fields.context.kind is not ViewerKind.EMPLOYEE:
            return [f"WITH *, {{controller: false, rows: []}} AS {variable}"], page
        names, may = self.fields.context.names, controller(self.fields.context)
        account, employee, known, rows = (names.fresh(word) for word in ("account", "employee", "known", "rows"))
        lines, apart = kept_apart(self.fields, employee)
        found = map_of({"id": f"{employee}.id", "apart": apart, "seats": held(names, employee)})
        row = {"known": known, **{name: f"{account}.{name}" for name in ("id", "pseudonym", "actor", "day", "refused")}}
        body = [
            f"UNWIND CASE WHEN ctx.permitted AND {may} THEN coalesce(${page.accounts}, []) ELSE [] END AS {account}",
            *call(
                ["ctx", account],
                [
                    f"MATCH ({employee}:Employee {{ident: {account}.actor}})",
                    f"WHERE {employee}.retractedAt IS NULL",
                    *lines,
                    f"RETURN collect({found}) AS {known}",
                ],
            ),
            f"WITH * WHERE all(each IN {known} WHERE each.apart)",
            f"RETURN collect({map_of(row)}) AS {rows}",
        ]
        return [*call(["ctx"], body), f"WITH *, {map_of({'controller': may, 'rows': rows})} AS {variable}"], page
