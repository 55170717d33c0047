"""The naive preview: two questions of one graph, the viewer's and the holder's; what both may is what shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from auth.decide import NOT_AVAILABLE, Decision, shared
from auth.pattern import parse
from auth.reference import GraphNode, Question
from auth.rule import Denial, Grant, When
from auth.rules.preview import SUPPOSED, alone, supposed
from auth.viewer import Viewer, ViewerKind
from graph.selection import Selection
from graph.views import VIEWS

if TYPE_CHECKING:
    from tests.naive import Naive

_MINE = "(mandate:Mandate)-[:FROM|ABOUT]->(me:Person), (mandate)-[:TO]->(holder:Person)"


@dataclass(frozen=True, kw_only=True)
class Holder(Question):
    """One who sees by a mandate alone; `entries` are what a proxy would give that is not given yet, of `me`."""

    me: str
    entries: Sequence[str] = ()

    def given(self, grant: Grant, subject: GraphNode) -> frozenset[str]:
        if grant.id == SUPPOSED.id:
            return frozenset(self.entries) if subject.id == self.me else frozenset()
        return super().given(grant, subject)


@dataclass(frozen=True, kw_only=True)
class Both(Question):
    """Two of one graph."""

    one: Question
    other: Question

    def decide(self, subject: GraphNode, *, related: bool = False) -> Decision:
        mine, theirs = (replace(each, action=self.action).decide(subject, related=related) for each in (self.one, self.other))
        return replace(
            mine,
            mask=shared(mine.mask, theirs.mask),
            codes=mine.codes | theirs.codes,
            place_codes=mine.place_codes | theirs.place_codes,
        )

    def codes(self, denial: Denial, subject: GraphNode) -> frozenset[str]:
        return self.one.codes(denial, subject) | self.other.codes(denial, subject)


def preview(naive: "Naive", selection: Selection) -> Any:
    """Oneself, as the holder of a mandate sees one."""
    me, mandate = naive.graph.nodes.get(naive.viewer.key), naive.given(selection, "mandate")
    holder = "" if mandate is None else held(naive, mandate)
    if naive.viewer.kind is not ViewerKind.PERSON or me is None or me.label != "Person" or holder is None or _gone(me):
        with naive.told.about(None):
            naive.deny("Query.preview", NOT_AVAILABLE)
        return None
    one = naive.question(naive.now)
    reading = naive.reading(Both(**_plain(one), one=one, other=_holder(naive, selection, one, holder)))
    seen = reading.seen(VIEWS["Person"], me)
    with naive.told.asked(me, seen.decision if seen else None, "Query.preview"):
        return reading.object_(VIEWS["Person"], me, None, seen, selection.children) if seen else None


def _holder(naive: "Naive", selection: Selection, one: Question, holder: str) -> Holder:
    given = [naive.given(selection, name) for name in ("categories", "themes", "actions")]
    viewer = Viewer(kind=ViewerKind.PERSON, key=holder, purpose=naive.given(selection, "mandate"))
    plain = _plain(one) | {"rules": alone(naive.rules), "viewer": viewer}
    return Holder(**plain, me=naive.viewer.key, entries=supposed(*given))


def _plain(question: Question) -> dict[str, Any]:
    return {name: getattr(question, name) for name in ("graph", "rules", "viewer", "clock")}


def _gone(node: GraphNode) -> bool:
    return node.properties.get("retractedAt") is not None


def held(naive: "Naive", mandate: str) -> str | None:
    """The person who holds the mandate of the viewer; none where there is no such one."""
    found = naive.question(naive.now).match(parse(_MINE), {}, When.ANY_TIME)
    ids = [(match["mandate"], match["me"], match["holder"]) for match in found]
    holders = [
        getattr(holder, "id", "")
        for each, me, holder in ids
        if (getattr(each, "id", ""), getattr(me, "id", "")) == (mandate, naive.viewer.key)
    ]
    return min(holders, default=None)
