"""The naive reader: answers an operation from a graph in memory, by the views, the rules and `auth/decide.py` alone.

With `auth/reference.py` it is the oracle of the compiler: it shares no code with `graph/compile` but the shape of an answer.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from auth.category import Category
from auth.decide import (
    CASE_REFUSED,
    FOUND_SHOWN,
    PURPOSE_REFUSED,
    RELATION_SHOWN,
    Decision,
    Hung,
    Pair,
    missing,
    shown,
    whole,
)
from auth.pattern import parse
from auth.reference import Clock, Graph, GraphEdge, GraphNode, Question, valid
from auth.rule import Row, Rules, When
from auth.rules import CODE_ORDER
from auth.rules.terms import CASE_CONCERNS
from auth.viewer import Viewer
from graph.compile import Answer, Denied
from graph.selection import Operation, Selection
from graph.views import NODE_TYPES, ROOTS, VIEWERS, VIEWS
from graph.views import view as views
from graph.views.view import Access, Many, Related, View
from tests.naive_access import access_at, acting, learnt, told
from tests.naive_another import access_of
from tests.naive_disclosed import REFERENCE, Disclosed
from tests.naive_groups import who_can_see
from tests.naive_preview import preview
from tests.naive_reach import reach
from tests.naive_search import search

Seal = Callable[[str, Sequence[Any]], str]
Row_ = tuple[GraphNode, GraphEdge, str | None, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the viewer may do with one node: by a decision, or as a row."""

    decision: Decision | None = None
    whole: bool = True
    places: frozenset[str] = frozenset()
    mask: frozenset[str] | None = None

    def opens(self, declared: views.Field) -> bool:
        place, detail = getattr(declared, "place", False), getattr(declared, "detail", False)
        if self.decision is not None:
            return self.decision.allows(declared.category, place=place)
        return self.hung(staff=False).code(declared.category, place=place, detail=detail, order=CODE_ORDER) is None

    def hung(self, *, staff: bool) -> Hung:
        """What was found of a row."""
        return Hung(mask=self.mask, whole=self.whole, place_codes=self.places, staff=staff)


@dataclass(slots=True, kw_only=True)
class Naive:
    """One operation of one viewer."""

    graph: Graph
    rules: Rules
    viewer: Viewer
    now: int
    today: date
    parameters: Mapping[str, Any]
    seal: Seal
    denied: Counter[tuple[str, str]] = field(default_factory=Counter)
    persons: set[str] = field(default_factory=set)
    told: Disclosed = field(default_factory=Disclosed)

    def answer(self, operation: Operation) -> Answer:
        question = self.question(self.now)
        if not question.permitted:
            return Answer(data=None, problem=PURPOSE_REFUSED)
        subjects = self.case_subjects(question)
        if self.viewer.case is not None and not subjects:
            return Answer(data=None, problem=CASE_REFUSED)
        data = {selection.key: self.root(selection) for selection in operation.roots}
        if self.viewer.case is not None and self.persons - subjects:
            return Answer(data=None, problem=CASE_REFUSED)
        denied = tuple(Denied(coordinate=where, code=code, count=count) for (where, code), count in sorted(self.denied.items()))
        return Answer(data=data, denied=denied, disclosures=self.told.disclosures())

    def deny(self, coordinate: str, code: str) -> None:
        """A coordinate is closed to the viewer, of whomever is told of here."""
        self.denied[coordinate, code] += 1
        self.told.here.refused.add((coordinate, code))

    def case_subjects(self, question: Question) -> set[str]:
        found = [(match["case"], match["person"]) for match in question.match(parse(CASE_CONCERNS), {}, When.NOW)]
        return {str(getattr(person, "id", "")) for case, person in found if getattr(case, "id", "") == self.viewer.case}

    def question(self, asked: int, *, recalled: bool = False) -> Question:
        clock = Clock(now=self.now, today=self.today, asked=asked, recalled=recalled)
        return Question(graph=self.graph, rules=self.rules, viewer=self.viewer, clock=clock)

    def total(self, found: int, selection: Selection) -> int | None:
        """How many there are, as far as it is counted (A18)."""
        if found <= 10_000:
            return found
        self.denied[f"{selection.on}.{selection.field}", "TOO_MANY"] += 1
        return None

    @staticmethod
    def info(selection: Selection, cursors: Sequence[str], *, more: bool, after: Any) -> dict[str, Any]:
        """Where a page with these cursors lies in its list."""
        info = {
            "hasNextPage": more,
            "hasPreviousPage": after is not None,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        }
        return {each.key: info[each.field] for each in selection.children}

    def cut(self, found: list[Any], selection: Selection) -> list[Any]:
        """As many as a list without pages shows."""
        if len(found) > 1000:
            self.denied[f"{selection.on}.{selection.field}", "TOO_MANY"] += 1
        return found[:1000]

    # --- roots ---

    def root(self, selection: Selection) -> Any:
        asked = self.given(selection, "at")
        known = self.given(selection, "knownAt")
        question = self.question(self.now if asked is None else min(asked, self.now), recalled=known is not None and known < self.now)
        reading = Reading(naive=self, question=question, known=known)
        match selection.field:
            case "viewer":
                return self.self_(selection, reading)
            case "search":
                return search(self, selection, reading)
            case "whatCanISee":
                return reach(self, selection, self.reading(self.question(self.now)), asked)
            case "preview":
                return preview(self, selection)
            case "access":
                return access_of(self, selection, asked)
            case "checkAccess":
                return [access_at(self, selection, id_, asked) for id_ in self.given(selection, "subjects")]
            case "whoCanSee":
                return who_can_see(self, selection, reading)
            case "node":
                return self.by_id(selection, self.given(selection, "id"), reading)
            case "nodes":
                return [self.by_id(selection, id_, reading) for id_ in self.given(selection, "ids")]
            case _:
                type_, keys = ROOTS[selection.field]
                found = [node for name in keys for node in self.by_key(selection, type_, name)]
                return self.one(selection, type_, found[0] if found else None, selection.children, reading)

    def reading(self, question: Question) -> "Reading":
        """Reads the data of now, by that question."""
        return Reading(naive=self, question=question, known=None)

    def given(self, selection: Selection, name: str) -> Any:
        parameter = selection.arguments.get(name)
        return self.parameters[parameter] if parameter else None

    def by_key(self, selection: Selection, type_: str, name: str) -> list[GraphNode]:
        value = self.given(selection, name)
        if value is None:
            return []
        key = ROOTS[selection.field][1][name]
        question = self.question(self.now)
        found = []
        for node in sorted(self.graph.nodes.values(), key=lambda each: each.id):
            for match in question.match(key.pattern, {"it": node}, When.ANY_TIME) if node.label == type_ and _stands(node) else ():
                variable, property_ = key.property.split(".")
                holder = match[variable]
                if isinstance(holder, GraphNode) and (holder.id if property_ == "id" else holder.properties.get(property_)) == value:
                    found.append(node)
        return found

    def by_id(self, selection: Selection, id_: str, reading: "Reading") -> Any:
        node = self.graph.nodes.get(id_)
        asked = {child.on for child in selection.children} or set(NODE_TYPES)
        if node is not None and _stands(node) and (node.label not in NODE_TYPES or node.label not in asked):
            with self.told.about(None if node.label in REFERENCE else node):
                self.deny(f"Query.{selection.field}", missing(staff=reading.question.staff))
            return None
        node = node if node is not None and _stands(node) else None
        mine = tuple(child for child in selection.children if node and child.on == node.label)
        found = self.one(selection, node.label if node else "", node, mine, reading)
        return found if found is None or node is None else {"__typename": node.label, **found}

    def one(self, selection: Selection, type_: str, node: GraphNode | None, children: tuple[Selection, ...], reading: "Reading") -> Any:
        seen = reading.seen(VIEWS[type_], node) if node else None
        staff = reading.question.staff
        masked = node is not None and VIEWS[node.label].access is Access.MASK
        hidden = masked and seen is not None and seen.decision is not None and seen.decision.hidden
        if node is None or seen is None or hidden:
            with self.told.about(None if node is None or node.label in REFERENCE else node):
                self.deny(f"Query.{selection.field}", missing(staff=staff))
            return None
        self.persons |= self.concerned(node, reading)
        with self.told.asked(node, seen.decision if masked else None, f"Query.{selection.field}"):
            return reading.object_(VIEWS[type_], node, None, seen, children)

    def concerned(self, node: GraphNode, reading: "Reading") -> set[str]:
        """Whom a root node concerns, for a stated case: one of them must be whom the case concerns."""
        if VIEWS[node.label].access is Access.MASK:
            return {node.id}
        hung = VIEWS[node.label].access is Access.ROWS
        found = {subject.id for subject in reading.holders(node)} if hung else set()
        subjects = self.case_subjects(reading.question)
        return (found & subjects or {f"nobody of {node.id}"}) if hung else set()

    def self_(self, selection: Selection, reading: "Reading") -> dict[str, Any]:
        view, node = VIEWERS.get(self.viewer.kind), reading.question.node
        silent: dict[str, Any] = {"kind": self.viewer.kind.name, "positions": [], "mandates": [], "id": None, "name": None, "notices": None}
        known = tuple(child for child in selection.children if view and node and child.field in view.by_name)
        found: dict[str, Any] = {}
        if view and node:
            with self.told.asked(node if node.label == "Person" and known else None, None, "Query.viewer"):
                found = reading.object_(view, node, None, Seen(), known)
        return {child.key: found.get(child.key) or silent[child.field] for child in selection.children}


def _stands(node: GraphNode) -> bool:
    return node.properties.get("retractedAt") is None


@dataclass(slots=True, kw_only=True)
class Reading:
    """One root field: the data as of the instants it asks for."""

    naive: Naive
    question: Question
    known: int | None
    data: Question = field(init=False)

    def __post_init__(self) -> None:
        whole_graph = self.question.graph
        asked = self.question.clock.asked
        nodes = [node for node in whole_graph.nodes.values() if self.stands(node.properties)]
        edges = [
            edge for found in whole_graph.out.values() for edge in found if self.stands(edge.properties) and valid(edge.properties, asked)
        ]
        self.data = replace(self.question, graph=Graph.of(nodes, edges))

    def stands(self, properties: Mapping[str, Any]) -> bool:
        retracted, registered = properties.get("retractedAt"), properties.get("registeredAt")
        if self.known is None:
            return retracted is None
        return registered is not None and registered <= self.known and (retracted is None or retracted > self.known)

    # --- rights ---

    def seen(
        self,
        view: View,
        node: GraphNode,
        *,
        holder: tuple[Related, GraphNode] | None = None,
        related: bool = False,
        finds: bool = False,
    ) -> Seen | None:
        """What the viewer may do with the node; none where it is not even there."""
        match view.access:
            case Access.MASK:
                return self.person(node, related=related, finds=finds)
            case Access.ROWS:
                return None if finds and self.places(node) else self.row(view, node, holder)
            case Access.REGISTER:
                return self.register(view, node)
            case _:
                return Seen(places=self.places(node))

    def person(self, node: GraphNode, *, related: bool, finds: bool) -> Seen | None:
        if node.label != "Person":
            decision = self.question.decide(node)
            return None if decision.denied else Seen(decision=decision, places=decision.place_codes)
        decision = self.question.decide(node, related=related)
        if related:
            decision = replace(decision, offered=decision.offered | {str(Category.CARD)})
            if not self.question.test(FOUND_SHOWN if finds else RELATION_SHOWN, mask=decision.mask, themes=[], subject=node):
                return None
        return Seen(decision=decision, places=decision.place_codes)

    def register(self, view: View, node: GraphNode) -> Seen | None:
        """What a register shows: nothing of one that hangs on a person whose row of it is closed."""
        hung = self.question.rules.rows_of(view.label)
        if hung:
            behind = any(self.question.exists(row.pattern, {"row": node}, When.UNLESS_OVER) for row in hung)
            pair = Pair.of(self.question.rules, self.question.viewer.kind, node.label)
            closed = any(self.question.codes(denial, node) for denial in pair.core if denial.inherits is None)
            ways = self.ways(view, node, own=False)
            if closed or (behind and not (ways and all(way[0] for way in ways))):
                return None
        decision = self.question.decide(node)
        return Seen(decision=decision, places=decision.place_codes)

    def core_denied(self, node: GraphNode) -> bool:
        pair = Pair.of(self.question.rules, self.question.viewer.kind, node.label)
        return any(self.question.codes(denial, node) for denial in pair.core)

    def places(self, node: GraphNode) -> frozenset[str]:
        pair = Pair.of(self.question.rules, self.question.viewer.kind, node.label)
        return frozenset(code for denial in pair.places for code in self.question.codes(denial, node))

    def row(self, view: View, node: GraphNode, holder: tuple[Related, GraphNode] | None) -> Seen | None:
        if self.core_denied(node):
            return None
        rows = self.question.rules
        row = rows.row(view.label, holder[1].label, holder[0].category) if holder else None
        ways = [self.way(row, node, holder[1])] if row and holder else self.ways(view, node, own=True)
        if not any(way[1] for way in ways):
            return None
        read = row or rows.rows_of(view.label)[0]
        mask = frozenset(each for way in ways if way[0] or holder for each in way[2]) | {str(read.category)}
        return Seen(whole=any(way[0] for way in ways), places=self.places(node), mask=mask)

    def holders(self, node: GraphNode) -> list[GraphNode]:
        return [
            subject
            for row in self.question.rules.rows
            if row.label == node.label
            for match in self.question.match(row.pattern, {"row": node}, When.NOW)
            if isinstance(subject := match["subject"], GraphNode)
        ]

    def ways(self, view: View, node: GraphNode, *, own: bool) -> list[tuple[bool, bool, frozenset[str]]]:
        """Through each of those that it hangs on; a row's own mask reads it as if it hung on itself."""
        rows = self.question.rules.rows_of(view.label)
        through = [
            self.way(row, node, subject)
            for row in rows
            for match in self.question.match(row.pattern, {"row": node}, When.NOW)
            if isinstance(subject := match["subject"], GraphNode)
        ]
        return [*through, *([self.way(rows[0], node, node, hangs=True)] if own else [])]

    def way(self, row: Row, node: GraphNode, subject: GraphNode, *, hangs: bool = False) -> tuple[bool, bool, frozenset[str]]:
        mask = self.question.decide(subject).mask
        themes = self.question.themes(row, node)
        judged = row if not hangs else replace(row, path=f"(subject:{row.label}), (row:{row.label})")
        whole_, shown_ = (
            self.question.test(test, mask=mask, themes=themes, subject=subject, row=node) for test in (whole(judged), shown(judged))
        )
        return whole_, shown_, mask

    # --- objects ---

    def object_(self, view: View, node: GraphNode, edge: GraphEdge | None, seen: Seen, selections: Sequence[Selection]) -> dict[str, Any]:
        return {selection.key: self.field(view, node, edge, seen, selection) for selection in selections}

    def field(self, view: View, node: GraphNode, edge: GraphEdge | None, seen: Seen, selection: Selection) -> Any:
        if selection.field == "access" and seen.decision is not None:
            may = acting(self.naive, selection, node.id, self, seen.decision)
            return told(selection, node.id, seen.decision, self.question, rules=learnt(node, self.question), may=may)
        declared = view.by_name[selection.field]
        if not seen.opens(declared):
            self.naive.deny(f"{selection.on}.{selection.field}", self.code(seen, declared))
            return getattr(declared, "otherwise", None)
        self.naive.told.give(f"{selection.on}.{selection.field}", declared.category)
        return self.value(declared, node, edge, seen, selection, view)

    def code(self, seen: Seen, declared: views.Field) -> str:
        place = getattr(declared, "place", False)
        if seen.decision is not None:
            return seen.decision.code(declared.category, place=place, order=CODE_ORDER)
        hung, detail = seen.hung(staff=self.question.staff), getattr(declared, "detail", False)
        return hung.code(declared.category, place=place, detail=detail, order=CODE_ORDER) or ""

    def value(
        self, declared: views.Field, node: GraphNode, edge: GraphEdge | None, seen: Seen, selection: Selection, view: View | None
    ) -> Any:
        match declared:
            case views.Value():
                read = [self.read(path, node, edge) for path in declared.reads]
                if declared.made is not None:
                    return declared.made(read)
                return read[0]
            case views.Picked():
                found = self.matches(views.Way(path=declared.path, where=declared.where), node)
                best = sorted(found, key=lambda m: str(m["node"].properties.get("value")))
                best.sort(key=lambda m: str(m["node"].properties.get("kind")), reverse=True)
                return best[0]["node"].properties.get(declared.reads.split(".")[1]) if best else None
            case views.Part():
                return self.object_(VIEWS[declared.view], node, edge, Seen(), selection.children)
            case views.Coded():
                code = self.read(declared.reads, node, edge)
                found_ = [
                    each
                    for each in self.data.graph.nodes.values()
                    if code is not None and each.label == VIEWS[declared.view].label and each.properties.get("code") == code
                ]
                return self.object_(VIEWS[declared.view], found_[0], None, Seen(), selection.children) if found_ else None
            case Related():
                return self.related(declared, node, selection, view)

    @staticmethod
    def read(path: str, node: GraphNode, edge: GraphEdge | None) -> Any:
        variable, name = path.split(".")
        holder = node if variable == "node" else edge
        value = None if holder is None else holder.id if name == "id" else holder.properties.get(name)
        return value.isoformat() if isinstance(value, date) else value

    def matches(self, way: views.Way, it: GraphNode) -> list[Any]:
        found = self.data.match(way.pattern, {"it": it}, When.EVEN_RETRACTED)
        return [match for match in found if way.condition is None or self.data.holds(way.condition, match) is True]

    def related(self, declared: Related, it: GraphNode, selection: Selection, view: View | None) -> Any:
        rows: list[Row_] = [(match["node"], match["edge"], way.says, match) for way in declared.ways for match in self.matches(way, it)]
        if declared.scalar:
            return self.naive.cut(sorted(row[0].properties.get(declared.scalar) for row in rows), selection)
        holder = (declared, it) if view is not None and view.access in (Access.MASK, Access.REGISTER) else None
        shown_rows = [
            (row, seen)
            for row in rows
            if (seen := self.seen(self.view_of(declared, row[0]), row[0], holder=holder, related=True, finds=declared.finds))
        ]
        if declared.distinct:
            unique = {row[0].id: (row, seen) for row, seen in shown_rows}
            ordered = [unique[id_] for id_ in sorted(unique)]
        else:
            ordered = sorted(shown_rows, key=lambda each: (-each[0][1].properties["validFrom"], each[0][1].id))
        if declared.many is Many.CONNECTION:
            return self.page(declared, ordered, selection)
        shown_here = self.naive.cut(ordered, selection) if declared.many is Many.LIST else ordered[:1]
        found = [self.shaped(declared, row, seen, selection, f"{selection.on}.{selection.field}") for row, seen in shown_here]
        return found if declared.many is Many.LIST else (found[0] if found else None)

    @staticmethod
    def view_of(declared: Related, node: GraphNode) -> View:
        return next(VIEWS[type_] for type_ in declared.views if VIEWS[type_].label == node.label)

    def shaped(self, declared: Related, row: Row_, seen: Seen, selection: Selection, led: str) -> dict[str, Any]:
        view = self.view_of(declared, row[0])
        children = [child for child in selection.children if child.on == view.type]
        with self.naive.told.reached(row[0], led, declared.category):
            found = self.object_(view, row[0], None if declared.distinct else row[1], seen, children)
        return {"__typename": view.type, **found} if len(declared.views) > 1 else found

    def page(self, declared: Related, rows: Sequence[tuple[Row_, Seen]], selection: Selection) -> dict[str, Any]:
        first, after = self.naive.given(selection, "first"), self.naive.given(selection, "after")
        left = [each for each in rows if after is None or self.place(each[0]) > (-after[0], after[1])]
        page = left[:first]
        coordinate = f"{selection.on}.{selection.field}"
        answer: dict[str, Any] = {}
        for child in selection.children:
            match child.field:
                case "totalCount":
                    answer[child.key] = self.naive.total(len(rows), child)
                case "edges":
                    shown_here = {each.name: each.category for each in declared.edge}
                    for each in child.children:
                        self.naive.told.give(f"{each.on}.{each.field}", shown_here.get(each.field, Category.OPEN))
                    answer[child.key] = [self.edge(declared, row, seen, child, coordinate) for row, seen in page]
                case _:
                    cursors = [self.cursor(coordinate, row) for row, _ in page]
                    answer[child.key] = self.naive.info(child, cursors, more=len(left) > first, after=after)
        return answer

    @staticmethod
    def place(row: Row_) -> tuple[int, str]:
        return -row[1].properties["validFrom"], row[1].id

    def cursor(self, coordinate: str, row: Row_) -> str:
        return self.naive.seal(coordinate, [row[1].properties["validFrom"], row[1].id])

    def edge(self, declared: Related, row: Row_, seen: Seen, selection: Selection, coordinate: str) -> dict[str, Any]:
        answer: dict[str, Any] = {}
        for child in selection.children:
            if child.field == "cursor":
                answer[child.key] = self.cursor(coordinate, row)
            elif child.field == "node":
                answer[child.key] = self.shaped(declared, row, seen, child, coordinate)
            elif child.field == declared.says:
                answer[child.key] = row[2]
            else:
                inner = next(each for each in declared.edge if each.name == child.field)
                it = row[3].get(getattr(inner, "anchor", "it"), row[0]) if isinstance(inner, Related) else row[0]
                it = row[0] if getattr(inner, "anchor", "") == "node" else it
                answer[child.key] = self.value(inner, it, row[1], seen, child, None)
        return answer
