"""Changes: the statements that write what a user did, each judged before in the same transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from auth import names
from auth.names import Problem, Standing

FOLDER: Final = Path(__file__).parent / "cypher"
DAY: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one mutation writes. `judged` says why it may not be done; `holds` is the statement that holds what it changes before it is
    judged, for the embedded database finds no conflict in what a transaction has read before it writes; one that holds nothing makes
    a node of its own, with a reason."""

    judged: Callable[[Standing, Mapping[str, Any]], tuple[Problem, ...]]
    writes: Callable[[Mapping[str, Any]], str]
    holds: str = ""


CHANGES: Final[Mapping[str, Change]] = {
    "requestNames": Change(judged=lambda standing, given: names.asking(standing, str(given["reason"])), writes=lambda _: "request-names"),
    "answerNames": Change(
        judged=lambda standing, _: names.answering(standing),
        writes=lambda given: "grant-names" if given["granted"] else "refuse-names",
        holds="hold-names",
    ),
    "withdrawNames": Change(judged=lambda standing, _: names.withdrawing(standing), writes=lambda _: "withdraw-names", holds="hold-names"),
}
"""Each mutation by its field."""


def ends(now: int) -> int:
    """Until when a request that is made or granted now stands."""
    return now + names.STANDS_DAYS * DAY


@cache
def cypher(name: str) -> str:
    """The text of a statement that is not emitted."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
