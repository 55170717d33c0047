"""Who among those whom an employee looked up on a day are alike, in Cypher: of one surname, at one address, or kin of their colleagues.

Nothing of what they are alike in leaves the statement: of each group it tells the kind, and of each person in it whether they were refused.
Whom a core denial keeps from the viewer is in no group, and neither is kin by a colleague whom one keeps; that the colleague is shielded
keeps nobody away, as of employees whom controllers review.
"""

from dataclasses import dataclass
from typing import Final

from auth.alarm import AlarmKind
from auth.pattern import Edge, conjuncts, parse
from auth.rule import Denial, Rules, When
from auth.rules.family import SAME_OFFICE, SELF
from auth.rules.protection import SHIELDED
from auth.rules.terms import OWN_PERSON
from auth.viewer import ViewerKind
from graph.compile.fields import Fields
from graph.compile.rules import Halves
from graph.compile.text import Names, Walk, block, call, literal, narrowed

_HOMES: Final = "(subject:Person)-[:HAS_ADDRESS]->(address:Address)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """The offices at which employees have colleagues, and who is kin to whom, as the denials have it that keep them apart."""

    names: Names
    rules: Rules

    def of(self, employee: str) -> dict[str, str]:
        """What an entry of an employee needs: their offices and the persons that they are or were."""
        unit = self._met(viewer=employee)
        return {
            "units": block("COLLECT", [*unit[0], f"RETURN DISTINCT {unit[1]}.id"]),
            "own": block("COLLECT", self._own(employee)),
        }

    def kin(self, subject: str, known: str, kin: str, asked: str) -> list[str]:
        """The lines that bind the persons kin to the subject who work at an office of the employees, if that is asked; none where the
        subject is an employee's own kin."""
        itself, units, own = self.names.fresh("self"), f"[each IN {known} | each.units]", f"[each IN {known} | each.own]"
        selves = [self._selves(denial, subject) for denial in self.rules.denying(ViewerKind.EMPLOYEE, "Person") if _of_kin(denial)]
        walked, unit = self._met(subject=itself)
        mates, kept = self.names.fresh("mates"), self.names.fresh("selves")
        at_work = narrowed(walked, [f"any(several IN {units} WHERE {unit}.id IN several)"])
        return [
            f"WITH *, CASE WHEN {asked} THEN {' + '.join(selves) or '[]'} ELSE [] END AS {kept}",
            *call(
                [known, kept],
                [
                    f"UNWIND {kept} AS {itself}",
                    f"WITH DISTINCT {known}, {itself}",
                    *at_work,
                    f"RETURN collect(DISTINCT {itself}.id) AS {mates}",
                ],
            ),
            f"WITH *, CASE WHEN any(several IN {own} WHERE any(each IN {kept} WHERE each.id IN several)) THEN [] ELSE {mates} END AS {kin}",
        ]

    def _selves(self, denial: Denial, subject: str) -> str:
        """The persons to whom the subject is kin by a denial."""
        walk = Walk(pattern=denial.pattern, names=self.names, bound={"subject": subject}, when=denial.when, terse=True)
        lines = walk.clauses([each for each in denial.pattern.edges if not _is(each)], conjuncts(denial.condition))
        return block("COLLECT", [*lines, f"RETURN {walk.bound['self']}"])

    def _met(self, **bound: str) -> tuple[list[str], str]:
        """The lines that lead from an employee, or from the person of one, to their offices."""
        halves = Halves.of(SAME_OFFICE)
        walk = Walk(pattern=SAME_OFFICE.pattern, names=self.names, bound=dict(bound), when=SAME_OFFICE.when, terse=True)
        return walk.clauses(halves.viewer if "viewer" in bound else halves.subject), walk.bound["unit"]

    def _own(self, employee: str) -> list[str]:
        own = parse(OWN_PERSON)
        walk = Walk(pattern=own, names=self.names, bound={"viewer": employee}, when=When.ANY_TIME)
        return [*walk.clauses(own.edges), f"RETURN {walk.bound['self']}.id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Draws them. `least` is an expression for how many make a group, by kind; a kind that it has not got is not looked for."""

    fields: Fields
    offices: Offices
    least: str

    def lines(self, account: str, known: str, alike: str) -> list[str]:
        """The lines that bind the groups of an account: `{kind, refused}`."""
        fresh = self.fields.context.names.fresh
        groups, seen, housed, employed = (fresh(word) for word in ("groups", "seen", "housed", "employed"))
        tests = [
            f"one.id IN {seen}",
            f"({_is_not(AlarmKind.ADDRESS)} OR one.id IN {housed})",
            f"({_is_not(AlarmKind.COLLEAGUES_KIN)} OR any(by IN one.by WHERE by IN {employed}))",
        ]
        found = f"{{kind: group.kind, refused: [one IN group.them WHERE {' AND '.join(tests)} | one.refused]}}"
        return [
            *call([account, known], self._grouped(account, known, groups)),
            *call(["ctx", groups], self._judged(groups, seen, housed, employed)),
            f"WITH *, [group IN {groups} | {found}] AS {alike}",
        ]

    def _grouped(self, account: str, known: str, groups: str) -> list[str]:
        """Those who are alike, enough of them, whether or not they may count."""
        fresh = self.fields.context.names.fresh
        sought, subject, kin = (fresh(word) for word in ("sought", "subject", "kin"))
        homes = Walk(pattern=parse(_HOMES), names=self.fields.context.names, bound={"subject": subject}, when=When.NOW)
        address = block("COLLECT", [*homes.clauses(homes.pattern.edges), f"RETURN DISTINCT {homes.bound['address']}.id"])
        likenesses = [
            f"[{_likeness(AlarmKind.SURNAME, f'toLower({subject}.familyName)')}]",
            f"[each IN {address} | {_likeness(AlarmKind.ADDRESS, 'each')}]",
            f"CASE WHEN size({kin}) > 0 THEN [{_likeness(AlarmKind.COLLEAGUES_KIN, literal(''), kin)}] ELSE [] END",
        ]
        return [
            f"UNWIND {account}.sought AS {sought}",
            f"MATCH ({subject}:Person {{id: {sought}.id}})",
            f"WHERE {subject}.retractedAt IS NULL",
            *self.offices.kin(subject, known, kin, f"{self.least}.{AlarmKind.COLLEAGUES_KIN} IS NOT NULL"),
            f"UNWIND {' + '.join(likenesses)} AS like",
            f"WITH like.kind AS kind, like.of AS of, collect({{id: {subject}.id, refused: {sought}.refused, by: like.by}}) AS them",
            f"WHERE of IS NOT NULL AND size(them) >= {self.least}[kind]",
            f"RETURN collect({{kind: kind, them: them}}) AS {groups}",
        ]

    def _judged(self, groups: str, seen: str, housed: str, employed: str) -> list[str]:
        """Whom no core denial keeps from the viewer: as persons, with their homes, and as employees."""
        person = self.fields.context.names.fresh("person")
        subject = self.fields.judge().subject(person, "Person")
        core, found = subject.pair.core, {"open": seen, "placed": housed, "known": employed}
        kept, shielded, placed = (
            subject.codes(tuple(denials))
            for denials in (
                (each for each in core if each.id != SHIELDED.id),
                (each for each in core if each.id == SHIELDED.id),
                subject.pair.places,
            )
        )
        return [
            f"UNWIND {groups} AS group",
            "UNWIND group.them AS one",
            "UNWIND [one.id] + one.by AS id",
            "WITH DISTINCT ctx, id",
            f"MATCH ({person}:Person {{id: id}})",
            f"WITH *, {kept} AS kept, {shielded} AS shielded, {placed} AS placed",
            "WITH id, size(kept) = 0 AS known, size(kept + shielded) = 0 AS open, size(kept + shielded + placed) = 0 AS placed",
            "RETURN " + ", ".join(f"collect(CASE WHEN {test} THEN id END) AS {name}" for test, name in found.items()),
        ]


def _of_kin(denial: Denial) -> bool:
    return denial.code == SELF.code and any(map(_is, denial.pattern.edges)) and len(denial.pattern.edges) > 1


def _is(edge: Edge) -> bool:
    return edge.types == ("IS",)


def _likeness(kind: AlarmKind, of: str, by: str = "[]") -> str:
    return f"{{kind: {literal(kind)}, of: {of}, by: {by}}}"


def _is_not(kind: AlarmKind) -> str:
    return f"group.kind <> {literal(kind)}"
