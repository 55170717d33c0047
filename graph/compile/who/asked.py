"""`whoCanSee` in Cypher: each grant walked backwards from the subject to the seats and holders that it leads to, cut into groups.

The cost follows what the subject and the roles have, not how many hold them. What is judged of a holder is judged once, for all ways.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from auth.rule import Grant
from auth.viewer import ViewerKind
from graph.compile.fields import Fields
from graph.compile.moment import Moment
from graph.compile.shape import Object
from graph.compile.text import Times, call, listed, literal, map_of
from graph.compile.who.answer import Groups
from graph.compile.who.held import Held
from graph.compile.who.known import Known
from graph.compile.who.page import Shown
from graph.compile.who.through import Through, by_label, labelled, labels_of
from graph.compile.who.ways import Ways
from graph.selection import Selection


@dataclass(slots=True, kw_only=True)
class WhoCanSee:
    """Draws one `whoCanSee` into a statement. Where another instant may be asked for, who could see is judged then, and what the asker
    may know of it now."""

    fields: Fields
    selection: Selection
    moment: Moment | None = None
    grants: list[Grant] = field(default_factory=list)
    objects: dict[int, Object] = field(default_factory=dict)

    def drawn(self, variable: str) -> tuple[list[str], Groups]:
        """The lines that bind the groups to the variable, and their shape."""
        names = self.fields.context.names
        there = names.fresh("there")
        if self.fields.context.kind not in (ViewerKind.EMPLOYEE, ViewerKind.PERSON) or not self._labels:
            return [*self._sought(there), f"WITH *, null AS {variable}"], self._page(there)
        before = names.numbered, names.single
        names.numbered = names.single = True
        lines = call(["ctx"], self._lines(variable))
        names.numbered, names.single = before
        return [*self._sought(there), *lines], self._page(there)

    @property
    def _labels(self) -> Sequence[str]:
        """Those that the subject can have."""
        return labels_of(self.selection.type)

    def _sought(self, there: str) -> list[str]:
        """The lines that tell the type of the subject, whoever asks."""
        if not self._labels:
            return [f"WITH *, null AS {there}"]
        found = f"MATCH (sought:Entity {{id: ${self.selection.arguments['subject']}}})"
        tests = f"WHERE ctx.permitted AND sought.retractedAt IS NULL AND {labelled('sought', self._labels)}"
        label = f"head([each IN labels(sought) WHERE each IN {listed(self._labels)}])"
        return call(["ctx"], [found, tests, f"RETURN head(collect({label})) AS {there}"])

    def _lines(self, variable: str) -> list[str]:
        """The steps, each of which binds what those after it need."""
        context = self.fields.context
        if self.moment:
            self.fields = replace(self.fields, times=Times(asked=self.moment.now))
        through = Through(names=context.names, rules=context.rules, labels=self._labels)
        bases = through.bases
        known = Known(fields=self.fields, bases=bases, category=self._given("category"), theme=self._given("theme"), moment=self.moment)
        ways = Ways(names=context.names, rules=context.rules, bases=bases, grants=self.grants)
        limited = context.kind is ViewerKind.EMPLOYEE
        held = Held(names=context.names, rules=context.rules, bases=bases, alone=through.alone, limited=limited)
        page = Shown(who=known, held=held, selection=self.selection, objects=self.objects, then=self._then)
        now = through.lines("hung", "now") if self.moment else ["WITH *, links AS hung, thing AS now"]
        return [
            f"MATCH (subject:Entity {{id: ${self.selection.arguments['subject']}}})",
            f"WHERE ctx.permitted AND subject.retractedAt IS NULL AND {labelled('subject', self._labels)}",
            *through.ever(),
            *self._then(through.lines("links", "thing")),
            *now,
            *self._then(ways.lines()),
            *known.people(),
            *known.seen(),
            *known.may_ask(),
            *known.things(),
            *known.units(),
            *known.withheld(),
            *known.told(),
            *self._then([*held.formed(), *held.kept(), *held.found()]),
            *page.groups(),
            *page.named(),
            *page.page(),
            f"RETURN head(collect({self._record()})) AS {variable}",
        ]

    def _then(self, lines: list[str]) -> list[str]:
        """Lines that are judged at the instant asked for."""
        return self.moment.judged(lines) if self.moment else lines

    def _record(self) -> str:
        """What the answer needs."""
        counted = "totalCount" in {child.field for child in self.selection.children}
        type_ = by_label({label: literal(label) for label in self._labels})
        return map_of(
            {
                "concerned": "concerned",
                "type": type_,
                "rows": "page",
                "objects": "objects",
                **({"total": "size(groups)"} if counted else {}),
            }
        )

    def _page(self, there: str) -> Groups:
        arguments = self.selection.arguments
        return Groups(
            coordinate=f"{self.selection.on}.{self.selection.field}",
            first=arguments["first"],
            after=arguments["after"],
            edges=(),
            info=(),
            totals=(),
            subject=arguments["subject"],
            there=there,
            selections=self.selection.children,
            grants=self.grants,
            objects=self.objects,
            category=arguments.get("category"),
            theme=arguments.get("theme"),
        )

    def _given(self, name: str) -> str | None:
        """The parameter of an argument, if the operation has it."""
        found = self.selection.arguments.get(name)
        return f"${found}" if found else None
