"""Changes: the statements that write what a user did, each judged before in the same transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from auth import names, override
from auth.change import Problem
from graph.load.values import OSLO

FOLDER: Final = Path(__file__).parent / "cypher"
DAY: Final = 86_400_000

Given = Mapping[str, Any]
Judge = Callable[[Any, Given], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is known of a mutation before it writes, and after: whom it is about, where they are there for the viewer, what it is judged by,
    and its node under each key that asks for it."""

    subject: str
    standing: Any
    nodes: Mapping[str, Mapping[str, Any] | None]


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


def _override_stands(standing: override.Standing, given: Given) -> dict[str, Any]:
    """Until the end of its last day, in Oslo, once a controller approves of it, and some days until then; it lifts what it was taken
    against (A14)."""
    following = date.fromisoformat(given["lastDay"]) + timedelta(days=1)
    ends = int(datetime(following.year, following.month, following.day, tzinfo=OSLO).timestamp()) * 1000
    unreviewed = given["now"] + override.REVIEW_DAYS * DAY
    return {"validTo": min(ends, unreviewed), "until": ends, "lifts": list(standing.lifts), "caseStated": given.get("case")}


def _taking(standing: override.Standing, given: Given) -> tuple[Problem, ...]:
    last, today = (date.fromisoformat(given[name]) for name in ("lastDay", "today"))
    return override.taking(standing, given["reason"], last, given.get("case"), today=today, most=given["mostOverrides"])


CHANGES: Final[Mapping[str, Change]] = {
    "requestNames": Change(
        judged=lambda standing, given: names.asking(standing, given["reason"]), writes=lambda _: "request-names", more=_names_stand
    ),
    "answerNames": Change(
        judged=lambda standing, _: names.answering(standing),
        writes=lambda given: "grant-names" if given["granted"] else "refuse-names",
        more=_names_stand,
        holds="hold-names",
        about="request",
    ),
    "withdrawNames": Change(
        judged=lambda standing, _: names.withdrawing(standing),
        writes=lambda _: "withdraw-names",
        holds="hold-names",
        about="request",
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
}
"""Each mutation by its field."""


@cache
def cypher(name: str) -> str:
    """The text of a statement that is not emitted."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
