"""The viewer's half of a statement: who asks, why, and about which case; then all that their half of the rules finds, in one map."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from auth.category import PERSONAL
from auth.pattern import parse
from auth.rule import When
from auth.rules.terms import CASE_CONCERNS, PURPOSE_COVERS, STATES_PURPOSE
from auth.viewer import ViewerKind
from graph.compile.giving import included_in
from graph.compile.rules import Context
from graph.compile.text import Names, Walk, call, listed, map_of, narrowed

MOST_PURPOSES: Final = 100

_COVERED = f"[code IN codes + {included_in('codes')} WHERE code IN {listed(map(str, PERSONAL))}]"
"""The categories of these codes, with what they bring."""


@cache
def may_state(kind: ViewerKind) -> str:
    """The statement of the purposes that a viewer may state now (A11): `viewer` and `now` in, a row for each `code` out."""
    pattern = parse(STATES_PURPOSE[kind])
    walk = Walk(pattern=pattern, names=Names(), bound={"viewer": "viewer"}, when=When.NOW)
    lines = [
        f"// purposes: those that {kind} may state",
        f"MATCH (viewer:{kind.label} {{{kind.key}: $viewer}})",
        "WHERE viewer.retractedAt IS NULL",
        *walk.clauses(pattern.edges),
        f"RETURN DISTINCT {walk.bound['purpose']}.code AS code ORDER BY code LIMIT {MOST_PURPOSES}",
    ]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, once all that needs their half of the rules has been drawn. `cased`: they may have stated a case; `among`: a list of
    nodes that they are one of, unless a parameter names them, who then ask for each purpose that they may state, and once for none
    where there is none: so often are `viewer` and `ctx` bound."""

    context: Context
    cased: bool = True
    among: str = ""

    def lines(self, **more: str) -> list[str]:
        """The lines that bind `viewer` and `ctx`; `more` are further entries of it."""
        case, (viewer, purpose), seats = self._case(), self._viewer(), self.context.first()
        entries = {"id": "coalesce(viewer.id, '')", "permitted": "permitted", "caseSubjects": "caseSubjects", **self.context.entries}
        return [
            *viewer,
            *(line for step in self.context.steps.values() for line in step),
            *purpose,
            *(seats or ["WITH *, [] AS seats"]),
            *case,
            *self.context.blocks,
            f"WITH viewer, {map_of(entries | more)} AS ctx",
        ]

    def _viewer(self) -> tuple[list[str], list[str]]:
        """The lines that find the viewer, and those that weigh the purpose."""
        plain = [f"WITH *, {listed(map(str, PERSONAL))} AS covered, true AS permitted"]
        if not self.context.kind.label:
            return ["WITH null AS viewer"], plain
        kind = self.context.kind
        if self.among:
            one = [f"UNWIND {self.among} AS viewer", f"WITH viewer WHERE viewer:{kind.label}"]
            return one, self._purposes() if kind.states_purpose else [*plain, "WITH *, null AS purpose"]
        found = [f"OPTIONAL MATCH (viewer:{kind.label} {{{kind.key}: $viewer}})", "WHERE viewer.retractedAt IS NULL"]
        return found, self._purpose() if kind.states_purpose else plain

    def _purpose(self) -> list[str]:
        """The stated purpose, where the viewer may state it, and the categories that it covers (A11)."""
        stated, category, lines = self._stated("$purpose")
        body = [
            *lines,
            f"WITH count(DISTINCT {stated}) > 0 AS permitted, collect(DISTINCT {category}.code) AS codes",
            f"RETURN permitted, {_COVERED} AS covered",
        ]
        return call(self.context.scope(body), body)

    def _purposes(self) -> list[str]:
        """Each purpose that the viewer may state, or none, and the categories that it covers."""
        stated, category, lines = self._stated(None)
        body = [
            *lines,
            f"WITH {stated}, collect(DISTINCT {category}.code) AS codes",
            f"WITH collect({{code: {stated}.code, covered: {_COVERED}}}) AS found",
            "UNWIND CASE WHEN size(found) = 0 THEN [{covered: []}] ELSE found END AS each",
            "RETURN true AS permitted, each.code AS purpose, each.covered AS covered",
        ]
        return call(self.context.scope(body), body)

    def _stated(self, code: str | None) -> tuple[str, str, list[str]]:
        """The purposes of the viewer, or the one of that code, with the categories that they cover: the variables, and the lines."""
        pattern, covers = parse(STATES_PURPOSE[self.context.kind]), parse(PURPOSE_COVERS)
        walk = Walk(pattern=pattern, names=self.context.names, bound={"viewer": "viewer"}, when=When.NOW)
        lines = self.context.outward(walk, pattern.edges)
        stated = walk.bound["purpose"]
        inner = Walk(pattern=covers, names=self.context.names, bound={"purpose": stated}, when=When.NOW)
        rest = inner.clauses(covers.edges)
        found = [
            *(narrowed(lines, [f"{stated}.code = {code}"]) if code else lines),
            f"WITH DISTINCT {stated}",
            *[f"OPTIONAL {line}" if line.startswith("MATCH") else line for line in rest],
        ]
        return stated, inner.bound["category"], found

    def _case(self) -> list[str]:
        """The persons whom the stated case concerns, where it is assigned to the viewer (A11)."""
        if self.context.kind is not ViewerKind.EMPLOYEE or not self.cased:
            return ["WITH *, [] AS caseSubjects"]
        pattern = parse(CASE_CONCERNS)
        walk = Walk(pattern=pattern, names=self.context.names, bound={"viewer": "viewer"}, when=When.NOW)
        lines = narrowed(self.context.outward(walk, pattern.edges), [f"{walk.bound['case']}.id = $case"])
        body = [*lines, f"RETURN collect(DISTINCT {walk.bound['person']}.id) AS caseSubjects"]
        return call(self.context.scope(body), body)
