"""Why, naively: every path of every grant, judged alone by the reference; and of what stands on it, what the viewer reads anyway.

What a reason may tell is what the viewer could find by walking its path in other answers, and no more (A6, A7, A10, A17, A21):

- the subject's half leads away from the subject. It is told where the mask opens each relationship of it, and nothing closes the
  subject's places; where it is not, the viewer's half is not told either, as it would tell where the two meet;
- a row is told to who reads it whole, through the subject; a holder's own mandate always (A21). Where a row leads on to its place and
  is not told, or its place is closed, nothing of the path is;
- of a business, what a register shows the viewer: nothing, of one whose owner is hidden from them. A protective unit reads as “NAV”;
- until when: by the facts whose both ends are told.

A row is seen through those that it hangs on: its reasons are theirs, as far as they have a part in it, by the row's own themes. That
it hangs on someone is told where it is read whole through them; where that is not told, nothing of the path is.

Of another instant, paths are those of then, and what is told is what the viewer reads now (A15).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from auth.category import Category
from auth.decide import Decision, Pair, covered, helps
from auth.decide import entry as entry_of
from auth.pattern import Edge, Pattern
from auth.reference import Bindings, GraphEdge, GraphNode, Question
from auth.rule import Grant, Row, When
from auth.rules.messages import hidden_word
from graph.model import between
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.access import categories
from graph.views.person import full_name
from graph.views.view import Access, Related

if TYPE_CHECKING:
    from tests.naive import Naive, Reading

_WORD = re.compile(r"\{(\w+)\.(\w+)\}")
_NAMED = {"Area": "name", "Unit": "name", "Role": "name", "Municipality": "name", "Business": "name", "Case": "title"}
_LASTING = ("Mandate", "Consent", "Override")


@dataclass(frozen=True, kw_only=True)
class Why:
    """One viewer and one subject: `question` judges, `now` tells."""

    naive: "Naive"
    question: Question
    now: "Reading"
    subject: GraphNode
    through: bool = False
    """Whether it is one through whom a row is seen."""

    def reasons(self, category: Category | None, decision: Decision, asked: Selection) -> list[dict[str, Any]]:
        """What is told of each path that opens something, or the category; paths that cannot be told apart are one."""
        if decision.denied or (category is not None and not decision.opens(category)):
            return []
        found = {}
        for told, gives in self.paths:
            if category is None or entry_of(category) in gives:
                key = [told.grant.id, told.grant.path, sorted(gives), told.steps, told.valid_to, told.words, told.through]
                found[json.dumps(key, default=str)] = {child.key: self._field(told, child) for child in asked.children}
        return [found[key] for key in sorted(found)]

    @cached_property
    def paths(self) -> Sequence[tuple["Told", frozenset[str]]]:
        """Every path that opens something, with what it opens."""
        return [
            (Told(why=each.why, grant=grant, path=path, hung=each.hung), opened_)
            for each in self.bases()
            for grant, path, gives in opening(self.question, each.why.subject)
            if (opened_ := each.narrowed(gives))
        ]

    def bases(self) -> Iterator["Basis"]:
        """Those to whom the paths lead."""
        rows = self.question.rules.rows_of(self.subject.label)
        if VIEWS[self.subject.label].access is not Access.ROWS:
            yield Basis(why=self)
            return
        then = self.naive.reading(self.question)
        for row in rows:
            for match in self.question.match(row.pattern, {"row": self.subject}, When.NOW):
                holder, edge = match["subject"], match[row.pattern.edges[0].variable]
                assert isinstance(holder, GraphNode)
                assert isinstance(edge, GraphEdge)
                is_whole, is_shown, _ = then.way(row, self.subject, holder)
                if is_shown:
                    why = replace(self, subject=holder, through=True)
                    yield Basis(why=why, row=row, whole=is_whole, hung=Hung(of=self, row=row, holder=holder, edge=edge))
        yield Basis(why=self, row=rows[0], whole=then.way(rows[0], self.subject, self.subject, hangs=True)[0])

    def _field(self, told: "Told", child: Selection) -> Any:
        match child.field:
            case "rule":
                return told.grant.id
            case "basis":
                return told.grant.basis
            case "validTo":
                return told.valid_to
            case "text":
                return told.text(str(self.naive.parameters[child.arguments["language"]]).lower())
            case "through":
                return told.through and {each.key: told.through[each.field] for each in child.children}
            case _:
                return [{each.key: step[each.field] for each in child.children} for step in told.steps]

    # --- what the viewer reads now ---

    @cached_property
    def mask(self) -> tuple[frozenset[str], frozenset[str]]:
        """What is open of the subject now, and what closes its places."""
        if self.through:
            decision = self.now.question.decide(self.subject)
            return decision.mask, decision.place_codes
        seen = self.now.seen(VIEWS[self.subject.label], self.subject)
        if seen is None:
            return frozenset(), frozenset()
        if seen.decision is not None:
            return seen.decision.mask, seen.decision.place_codes
        return seen.mask or frozenset(), seen.places

    def reads(self, row: GraphNode) -> bool:
        """Whether the viewer reads a row whole, through the subject."""
        rows = [each for each in self.question.rules.rows_of(row.label) if each.holder == self.subject.label]
        return not self.now.core_denied(row) and any(self.now.way(each, row, self.subject)[0] for each in rows)


@dataclass(frozen=True, kw_only=True)
class Hung:
    """That a row hangs on someone."""

    of: Why
    row: Row
    holder: GraphNode
    edge: GraphEdge

    @cached_property
    def told(self) -> bool:
        """Whether the viewer may know it now: it is read whole through the other, and that does not tell its place; a device is itself
        read, and of a business there is what a register shows."""
        now, row, node = self.of.now, self.row, self.of.subject
        holders = [match["subject"] for match in now.question.match(row.pattern, {"row": node}, When.NOW)]
        if self.holder not in holders or not now.way(row, node, self.holder)[0]:
            return False
        match row.holder:
            case "Device":
                read, mask = self.of.question.rules.rows_of("Device")[0], now.question.decide(self.holder).mask
                themes = now.question.themes(read, self.holder)
                return now.question.test(covered(read), mask=mask, themes=themes, subject=self.holder)
            case "Business" | "Municipality":
                return now.seen(VIEWS[row.holder], self.holder) is not None and not (row.label == "Device" and now.places(node))
            case _:
                return True

    @property
    def name(self) -> str | None:
        has = self.holder.properties
        if self.holder.label == "Person":
            parts = [has.get(each) for each in ("givenName", "middleName", "familyName")]
            return full_name(parts) if "CARD" in self.of.now.question.decide(self.holder).mask else None
        return has.get("product" if self.holder.label == "Device" else "name")


@dataclass(frozen=True, kw_only=True)
class Basis:
    """One to whom paths lead: the subject itself, or one through whom it is seen as a row."""

    why: Why
    row: Row | None = None
    whole: bool = False
    hung: Hung | None = None

    def narrowed(self, gives: frozenset[str]) -> frozenset[str]:
        """What a path that gives this opens of the subject: of a row, its own category and what else its access tells of."""
        if self.row is None:
            return gives
        node, question = self.hung.of.subject if self.hung else self.why.subject, self.why.question
        opens = question.test(helps(self.row), mask=gives, themes=question.themes(self.row, node), subject=self.why.subject)
        beside = {str(each) for each in categories(node.label)} - {str(self.row.category)}
        return frozenset(({str(self.row.category)} if opens else set()) | (beside & gives if self.whole else set()))


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of one path of one grant."""

    why: Why
    grant: Grant
    path: Bindings
    hung: Hung | None = None

    @property
    def pattern(self) -> Pattern:
        return self.grant.pattern

    def node(self, variable: str) -> GraphNode:
        found = self.path[variable]
        assert isinstance(found, GraphNode)
        return found

    def walked(self, edge: Edge) -> Sequence[GraphEdge]:
        found = self.path[edge.variable]
        return found if isinstance(found, tuple) else (found,) if isinstance(found, GraphEdge) else ()

    # --- whether ---

    def told(self, variable: str) -> bool:
        """Whether a node of the path is told; the two who ask and are asked about are known."""
        if variable == "subject":
            return self.hung is None or self.hung.told
        return variable == "viewer" or (self.way and self.known(variable))

    @cached_property
    def way(self) -> bool:
        """Whether the path may be told at all: the subject's half, and no place of a row that may not be told."""
        if not self.told("subject"):
            return False
        mask, closed = self.why.mask
        kinds = {self.category(each) for edge in self.far() for each in self.walked(edge)} - {Category.OPEN}
        if kinds and (closed or not {str(each) for each in kinds} <= mask):
            return False
        led = [each.variable for each in self.pattern.nodes if self.leads_to_a_place(each.variable)]
        return all(self.known(each) and not self.why.now.places(self.node(each)) for each in led)

    def category(self, edge: GraphEdge) -> Category:
        nodes = self.why.question.graph.nodes
        kind = between(edge.type, nodes[edge.start].label, nodes[edge.end].label)
        assert kind is not None
        return kind.category

    def far(self) -> list[Edge]:
        """The subject's half: what does not hang on the viewer before the two halves meet."""
        near, frontier = set[str](), ["viewer"]
        while frontier:
            here = frontier.pop()
            near.add(here)
            if here != self.grant.meets:
                ends = {end for edge in self.pattern.edges if here in (edge.start, edge.end) for end in (edge.start, edge.end)}
                frontier += ends - near
        mine = near - {self.grant.meets}
        return [edge for edge in self.pattern.edges if edge.start not in mine and edge.end not in mine]

    def leads_to_a_place(self, variable: str) -> bool:
        """Whether the path goes on from a row to where it is: from an activity to its arranger, from a device to who keeps it."""
        node = self.node(variable)
        if variable == "subject" or not self.row(node):
            return False
        places = [each for each in VIEWS[node.label].fields if isinstance(each, Related) and each.place]
        types = {type_ for each in places for way in each.ways for edge in way.pattern.edges for type_ in edge.types}
        return any(edge.start == variable and types & set(edge.types) for edge in self.pattern.edges)

    @staticmethod
    def row(node: GraphNode) -> bool:
        return node.label in VIEWS and VIEWS[node.label].access is Access.ROWS

    def known(self, variable: str) -> bool:
        """Whether the viewer may know that node, however they came to it."""
        node = self.node(variable)
        if self.row(node):
            return self.own(variable) or self.why.reads(node)
        return node.label != "Business" or self.why.now.seen(VIEWS["Business"], node) is not None

    def own(self, variable: str) -> bool:
        """Whether it is a mandate that the viewer holds now (A21)."""
        held_now = self.why.question.clock.real is None
        return held_now and any(edge.types == ("TO",) and (edge.start, edge.end) == (variable, "viewer") for edge in self.pattern.edges)

    # --- what ---

    def value(self, variable: str, name: str) -> Any:
        node = self.node(variable)
        if not self.told(variable):
            return None
        if node.label == "Unit" and self.why.now.places(node):
            return {"id": "unit:NAV", "name": "NAV"}.get(name)
        return node.id if name == "id" else node.properties.get(name)

    @cached_property
    def words(self) -> dict[str, Any]:
        named = {found for text in self.grant.says.values() for found in _WORD.findall(text)}
        return {f"{variable}.{name}": self.value(variable, name) for variable, name in sorted(named)}

    def text(self, language: str) -> str:
        def word(found: re.Match[str]) -> str:
            known, node = self.value(found[1], found[2]), self.pattern.node(found[1])
            return str(known) if known is not None else hidden_word("|".join(node.labels) if node else "", language)

        said = _WORD.sub(word, self.grant.says[language])
        if self.hung is None or self.through is None:
            return said
        name = self.through["name"] or hidden_word(self.hung.row.holder, language)
        return f"{self.hung.row.says[language].replace('{subject}', name)}. {said}"

    @property
    def through(self) -> Mapping[str, Any] | None:
        """Through whom the row is seen."""
        if self.hung is None:
            return None
        told = self.hung.told
        return {"label": self.hung.row.holder, "id": self.hung.holder.id if told else None, "name": self.hung.name if told else None}

    @cached_property
    def steps(self) -> list[Mapping[str, Any]]:
        steps = [self._step(edge, variable) for edge, variable in self.outward()]
        if self.hung is None:
            return steps
        (edge,) = self.hung.row.pattern.edges
        last = {"relationship": "|".join(edge.types), "label": self.hung.row.label, "id": self.hung.of.subject.id, "name": None}
        return [*steps, last]

    def _step(self, edge: Edge, variable: str) -> Mapping[str, Any]:
        node = self.pattern.node(variable)
        labels = node.labels if node and node.labels else ("Person",)
        name = _NAMED.get(labels[0])
        return {
            "relationship": "|".join(edge.types),
            "label": self.node(variable).label if self.told(variable) else "|".join(labels),
            "id": self.value(variable, "id"),
            "name": self.value(variable, name) if name else None,
        }

    def outward(self) -> Iterator[tuple[Edge, str]]:
        """The relationships in the order in which they lead away from the viewer, each with where it leads."""
        seen, left = {"viewer"}, list(self.pattern.edges)
        while left:
            edge = next(each for each in left if seen & {each.start, each.end})
            left.remove(edge)
            yield edge, edge.end if edge.start in seen else edge.start
            seen |= {edge.start, edge.end}

    @cached_property
    def valid_to(self) -> int | None:
        """When the first of the facts that are told ends."""
        ends = [each.properties.get("validTo") for each in self.facts()] if self.way else []
        ends += [self.hung.edge.properties.get("validTo")] if self.hung and self.hung.told else []
        return min((each for each in ends if each is not None), default=None)

    def facts(self) -> Iterable[GraphEdge | GraphNode]:
        for edge in self.pattern.edges:
            if self.told(edge.start) and self.told(edge.end):
                yield from self.walked(edge)
        for node in self.pattern.nodes:
            if self.told(node.variable) and self.node(node.variable).label in _LASTING:
                yield self.node(node.variable)


def opening(question: Question, subject: GraphNode) -> Iterator[tuple[Grant, Bindings, frozenset[str]]]:
    """Every path of every grant that opens something of the subject, with what it opens."""
    for grant in Pair.of(question.rules, question.viewer.kind, subject.label).grants:
        for path in question.paths(grant, subject):
            gives = opened(question, grant, path, subject)
            if gives:
                yield grant, path, gives


def opened(question: Question, grant: Grant, path: Bindings, subject: GraphNode) -> frozenset[str]:
    """What one path of a grant opens of the subject, for the purpose, with the denials that bind it."""
    pair = Pair.of(question.rules, question.viewer.kind, subject.label)
    bound = (*pair.core, *(() if grant.secondary else pair.overridable))
    held = frozenset(code for denial in bound for code in question.codes(denial, subject))
    return question.given_by(grant, path) if held <= question.lifted(grant, path) else frozenset()


def rules_that_open(question: Question, subject: GraphNode) -> set[str]:
    """The rules that open something of the subject."""
    grants = Pair.of(question.rules, question.viewer.kind, subject.label).grants
    return {grant.id for grant in grants for path in question.paths(grant, subject) if opened(question, grant, path, subject)}
