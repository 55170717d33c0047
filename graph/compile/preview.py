"""`preview` in Cypher: oneself, as the holder of one mandate would see one by it alone, less what one does not see oneself.

Every node is judged twice in the one statement, by the viewer and by the holder, and what both may is what shows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from auth.decide import Mask
from auth.pattern import parse
from auth.rule import Denial, Grant, Rules, When
from auth.rules.preview import SUPPOSED, alone, supposed
from auth.viewer import ViewerKind
from graph.compile.disclosed import MARK
from graph.compile.explain import Explained
from graph.compile.fields import Fields
from graph.compile.giving import common
from graph.compile.once import CARDED, DECIDED, Once
from graph.compile.rights import Inner, Judge, Rights
from graph.compile.rules import Context, Subject
from graph.compile.shape import Object
from graph.compile.text import Names, Times, Walk, call, literal, map_of
from graph.compile.within import Within
from graph.selection import Selection

_MINE = "(mandate:Mandate)-[:FROM|ABOUT]->(me:Person), (mandate)-[:TO]->(holder:Person)"
_CALL = re.compile(r"CALL \(ctx\b")
_CTX = re.compile(r"\bctx\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """The parameter that holds what a proxy would give that is not given yet, made of arguments."""

    name: str
    arguments: Mapping[str, str]

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Its value, of those of the statement."""
        given = (parameters[self.arguments[name]] if name in self.arguments else None for name in ("categories", "themes", "actions"))
        return {self.name: list(supposed(*given))}


@dataclass(slots=True, kw_only=True)
class Holder(Within):
    """Whoever holds the mandate, if it is the viewer's own; nobody where none is given."""

    holder: str
    mandate: str
    both: str

    @property
    def supposed(self) -> str:
        """The parameter that holds what a proxy would give."""
        return f"{self.both}Entries"

    def lines(self) -> list[str]:
        """The lines that find them, and bind their half of the rules."""
        if not self.mandate:
            return [f"WITH *, '' AS {self.holder}", *Within.lines(self)]
        walk = Walk(pattern=parse(_MINE), names=self.names, bound={"mandate": (mandate := self.names.fresh("mandate"))}, when=When.ANY_TIME)
        found = walk.clauses(walk.pattern.edges)
        me, held = walk.bound["me"], walk.bound["holder"]
        body = [
            f"MATCH ({mandate}:Mandate {{id: {self.mandate}}})",
            f"WHERE {mandate}.retractedAt IS NULL",
            *found,
            f"WITH * WHERE {me}.id = ctx.id",
            f"WITH {held}.id AS id ORDER BY id",
            f"RETURN coalesce(head(collect(id)), '') AS {self.holder}",
        ]
        return [*call(["ctx"], body), *Within.lines(self)]


@dataclass(kw_only=True)
class Side(Subject):
    """A node as one of the two sees it; `part` is what the list of those who are decided holds of it."""

    part: str
    within: Holder

    def _decided(self, denial: Denial, other: str) -> str | None:
        found = super()._decided(denial, other)
        return None if found is None else f"coalesce({found.removesuffix('.core')}.{self.part}, {found})"

    def _given(self, grant: Grant, held: str | None = None) -> str:
        if grant.id == SUPPOSED.id:
            return f"CASE WHEN {self.variable}.id = {self.within.both}.me THEN ${self.within.supposed} ELSE [] END"
        return super()._given(grant, held)


@dataclass(slots=True, kw_only=True)
class Twofold(Subject):
    """A node as both see it: what either has closed is closed."""

    within: Holder
    ours: Side = field(init=False)
    theirs: Side = field(init=False)

    def __post_init__(self) -> None:
        sides = {"ours": self.context, "theirs": self.within.context}
        self.ours, self.theirs = (
            Side(context=context, variable=self.variable, label=self.label, times=self.times, once=self.once, part=part, within=self.within)
            for part, context in sides.items()
        )

    def codes(self, denials: Sequence[Denial]) -> str:
        """The codes of those denials that hold between either of the two and the node."""
        known = self._codes.get(tuple(denials))
        return known if known is not None else f"{self.ours.codes(denials)} + {self.within.text(self.theirs.codes(denials))}"

    def mask(self, mask: Mask) -> str:
        """Twofold masks are bound, not written."""
        raise TypeError(f"`{type(mask).__name__}` of two viewers is no expression; bind it by `decided`")

    def decided(self) -> tuple[list[str], dict[str, str]]:
        """The lines that decide the node twice, and where what both may is bound: `{ours, theirs, mask, related}`."""
        names = self.context.names
        lines: list[str] = []
        found: dict[str, str] = {}
        for part, side in (("ours", self.ours), ("theirs", self.theirs)):
            codes, mask, related = (names.fresh(f"{part}{word}") for word in ("Codes", "Mask", "Related"))
            mine = [f"WITH *, {side.codes(side.pair.core)} AS {codes}"]
            side.remember(side.pair.core, codes)
            text = side.mask(side.pair.mask)
            mine += [*side.ends(), f"WITH *, {text} AS {mask}"]
            side.bind(side.pair.mask, mask)
            mine.append(f"WITH *, {side.mask(side.pair.related)} AS {related}")
            lines += self.within.inside(mine) if part == "theirs" else mine
            found |= {part: codes, f"{part}Mask": mask, f"{part}Related": related}
        self.remember(self.pair.core, f"({found['ours']} + {found['theirs']})")
        shared = {name: self._common(found[f"ours{name}"], found[f"theirs{name}"]) for name in ("Mask", "Related")}
        return lines, {"ours": found["ours"], "theirs": found["theirs"], "mask": shared["Mask"], "related": shared["Related"]}

    def _common(self, ours: str, theirs: str) -> str:
        """What both open; a mark that both have opens nothing."""
        each, names = self.context.names.fresh("entry"), self.context.names
        return f"[{each} IN {common(ours, theirs, names)} WHERE NOT {each} STARTS WITH {literal(MARK)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice(Judge):
    """Judges each node by both."""

    within: Holder

    def subject(self, variable: str, label: str) -> Twofold:
        """A node to be judged."""
        return Twofold(context=self.context, variable=variable, label=label, times=self.times, once=self.once, within=self.within)

    def _mask(self, subject: Subject, inner: Inner, *, every: bool, carded: bool) -> tuple[str, dict[str, str]]:
        known = self.once.decided(subject.variable, every=True) if self.once is not None and subject.label == "Person" else None
        mask = self.context.names.fresh(f"{subject.variable}Mask")
        which = "related" if carded else "mask"
        if known is not None:
            found = self.context.names.fresh(f"{subject.variable}Decided")
            inner.before += [f"WITH *, {known} AS {found}", f"WITH *, coalesce({found}.{which}, []) AS {mask}"]
            inner.decided = found
            return mask, {"mask": mask, "codes": f"{found}.codes", "offered": "[]"}
        if not isinstance(subject, Twofold):
            raise TypeError(f"`{subject.variable}` is not judged by both")
        lines, values = subject.decided()
        inner.before += [*lines, f"WITH *, {values[which]} AS {mask}"]
        return mask, {"mask": mask, "codes": subject.codes(subject.pair.core), "offered": "[]"}

    def decide(self, once: Once) -> list[str]:
        """The lines that decide everyone whom the trails of a root lead to."""
        person = self.context.names.fresh("person")
        subject = self.subject(person, "Person")
        lines, values = subject.decided()
        core = f"{values['ours']} + {values['theirs']}"
        row = {"id": f"{person}.id", "core": core, "codes": core, "overridable": "[]", "offered": "[]", **values}
        candidates = call([once.root], once.candidates(DECIDED, person, self.context.names))
        return [*call(["ctx", once.root], [*candidates, *lines, f"RETURN collect({map_of(row)}) AS {DECIDED}"]), f"WITH *, [] AS {CARDED}"]


@dataclass(slots=True, kw_only=True)
class Previewed(Fields):
    """Draws selections as both see them."""

    within: Holder

    def judge(self) -> Judge:
        """Who judges its nodes."""
        return Twice(context=self.context, times=self.times, once=self.once, within=self.within)

    def explained(self, subject: Subject, asked: Selection, rights: Rights) -> tuple[list[str], str, Explained]:
        """What is open, not by which rule: that would be told of two viewers at once."""
        return [], "", Explained(selections=asked.children)

    def acting(self, subject: Subject, asked: Selection, extra: dict[str, str]) -> list[str]:
        """Nobody does anything but read of themselves, and what both may is what shows."""
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Draws one `preview` into a statement of a person."""

    context: Context
    names: Names
    rules: Rules
    selection: Selection

    def drawn(self, variable: str) -> tuple[Holder, Supposed, list[str], Object]:
        """The holder who is judged within, the parameter, the lines that bind the record to the variable, and its shape."""
        arguments = self.selection.arguments
        mandate = arguments.get("mandate", "")
        holder, me, both = self.names.fresh("holder"), self.names.fresh("person"), self.names.fresh("both")
        within = Holder(
            rules=alone(self.rules),
            kind=ViewerKind.PERSON,
            names=self.names,
            viewer=holder,
            seen=(holder,),
            given={"purpose": mandate} if mandate else {},
            holder=holder,
            mandate=f"${mandate}" if mandate else "",
            both=both,
        )
        fields = Previewed(context=self.context, times=Times(), within=within, root=f"Query.{self.selection.field}")
        record, object_, inner = fields.record(("Person",), me, "", self.selection.children)
        mine = f"(${mandate} IS NULL OR {holder} <> '')" if mandate else "true"
        body = [
            f"MATCH ({me}:Person {{id: {both}.me}})",
            f"WHERE {mine} AND {me}.retractedAt IS NULL",
            *inner.before,
            *inner.after,
            f"RETURN head(collect({record})) AS {variable}",
        ]
        # Both halves travel in one map: whatever is nested sees the one variable.
        bound = f"WITH *, {map_of({'me': 'ctx.id', 'ours': 'ctx', 'theirs': within.ctx})} AS {both}"
        theirs = re.compile(rf"\b{within.ctx}\b")
        drawn = [
            theirs.sub(f"{both}.theirs", _CTX.sub(f"{both}.ours", _CALL.sub(f"CALL ({both}", line))) for line in call(["ctx", holder], body)
        ]
        return within, Supposed(name=within.supposed, arguments=arguments), [bound, *drawn], object_
