"""Changes: the statements that write what a user did, each judged before in the same transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from auth import names, notice, override, request, restriction
from auth.change import Problem
from auth.oslo import OSLO

FOLDER: Final = Path(__file__).parent / "cypher"
DAY: Final = 86_400_000

Given = Mapping[str, Any]
Judge = Callable[[Any, Given], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is known of a mutation before it writes, and after: whom it is about, where they are there for the viewer, what it is judged by,
    and its node under each key that asks for it. `withheld` is the restriction that withholds it from the person (A22), `told` whether
    they are told of it at once."""

    subject: str
    standing: Any
    nodes: Mapping[str, Mapping[str, Any] | None]
    withheld: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one mutation writes, of what it was given.

    `judged` says why it may not be done, `writes` names the statement, `more` is what this one is given beside. `holds` is the statement
    that holds what is changed before it is judged, for the embedded database finds no conflict in what a transaction has read before
    it writes. `about` is the argument that names the node; without one the change makes a node.
    """

    judged: Judge
    writes: Callable[[Given], str]
    more: Callable[[Any, Given], dict[str, Any]] = lambda *_: {}
    holds: str = ""
    about: str = ""


def _names_stand(_: object, given: Given) -> dict[str, Any]:
    """Until when a request that is made or granted now stands."""
    return {"validTo": given["now"] + names.STANDS_DAYS * DAY}


def _end(day: str) -> int:
    """When a last day is over, in Oslo."""
    following = date.fromisoformat(day) + timedelta(days=1)
    return int(datetime(following.year, following.month, following.day, tzinfo=OSLO).timestamp()) * 1000


def _override_stands(standing: override.Standing, given: Given) -> dict[str, Any]:
    """Until its last day is over, once a controller approves of it, and some days until then; it lifts what it was taken against (A14)."""
    ends, unreviewed = _end(given["lastDay"]), given["now"] + override.REVIEW_DAYS * DAY
    return {"validTo": min(ends, unreviewed), "until": ends, "lifts": list(standing.lifts), "caseStated": given.get("case")}


def _restriction_waits(_: object, given: Given) -> dict[str, Any]:
    """Until when a restriction that is asked for waits for its answer, and when it will end."""
    ends = _end(given["lastDay"])
    waits = given["now"] + request.WAITS_DAYS * DAY
    return {"endsAt": ends, "validTo": min(ends, waits), "legalBasis": given["legalBasis"].strip()}


def _days(given: Given) -> tuple[date, date]:
    last, today = (date.fromisoformat(given[name]) for name in ("lastDay", "today"))
    return last, today


def _choice(_: object, given: Given) -> dict[str, Any]:
    """What is told of, as it is kept: each once."""
    asked = {each.name for each in given["kinds"]}
    return {"kinds": [str(each) for each in notice.Kind if each.name in asked]}


def _restricting(standing: request.Standing, given: Given) -> tuple[Problem, ...]:
    last, today = _days(given)
    return restriction.asking(standing, given["legalBasis"], given["reason"], last, today=today)


def _taking(standing: override.Standing, given: Given) -> tuple[Problem, ...]:
    last, today = _days(given)
    return override.taking(standing, given["reason"], last, given.get("case"), today=today, most=given["mostOverrides"])


CHANGES: Final[Mapping[str, Change]] = {
    "requestNames": Change(
        judged=lambda standing, given: names.asking(standing, given["reason"]), writes=lambda _: "request-names", more=_names_stand
    ),
    "answerNames": Change(
        judged=lambda standing, _: request.answering(standing, "request"),
        writes=lambda given: "grant-names" if given["granted"] else "refuse-request",
        more=_names_stand,
        holds="hold-request",
        about="request",
    ),
    "withdrawNames": Change(
        judged=lambda standing, _: request.ending(standing, "request"),
        writes=lambda _: "withdraw-request",
        holds="hold-request",
        about="request",
    ),
    "withhold": Change(judged=_restricting, writes=lambda _: "request-restriction", more=_restriction_waits),
    "answerRestriction": Change(
        judged=lambda standing, _: request.answering(standing, "restriction"),
        writes=lambda given: "grant-restriction" if given["granted"] else "refuse-request",
        holds="hold-request",
        about="restriction",
    ),
    "endRestriction": Change(
        judged=lambda standing, _: request.ending(standing, "restriction"),
        writes=lambda _: "withdraw-request",
        holds="hold-request",
        about="restriction",
    ),
    "override": Change(judged=_taking, writes=lambda _: "take-override", more=_override_stands, holds="hold-taker"),
    "endOverride": Change(
        judged=lambda standing, _: override.ending(standing),
        writes=lambda _: "end-override",
        holds="hold-taker",
        about="override",
    ),
    "reviewOverride": Change(
        judged=lambda standing, given: override.reviewing(standing, approved=given["approved"]),
        writes=lambda given: "approve-override" if given["approved"] else "disapprove-override",
        holds="hold-taker-of",
        about="override",
    ),
    "chooseNotices": Change(judged=lambda standing, _: notice.choosing(standing), writes=lambda _: "choose-notices", more=_choice),
}
"""Each mutation by its field."""


@cache
def cypher(name: str) -> str:
    """The text of a statement that is not emitted."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
