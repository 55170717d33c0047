"""`search` in Cypher: each kind's candidates by key or number, the mask of each decided before any limit, a page by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auth.rule import When
from graph.compile.fields import COUNTED, Fields, edges_of, nodes_of
from graph.compile.rights import Inner
from graph.compile.rules import Subject
from graph.compile.shape import EdgeLeaf, Object, Page, Record
from graph.compile.text import Walk, call, literal, map_of, where
from graph.selection import Selection
from graph.views import VIEWS
from graph.views.search import LAST, SEARCHED, WORDS, Searched
from graph.views.view import Access, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits(Page):
    """A page of hits of all kinds: each kind brings as many as the page holds, and one more."""

    def order(self, row: Record) -> tuple[Any, ...]:
        """By name, then by id."""
        return tuple(row["position"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Draws one `search` into a statement."""

    fields: Fields
    selection: Selection

    def drawn(self, variable: str) -> tuple[list[str], Hits]:
        """The lines that bind the hits to the variable, and their shape."""
        asked = {child.field for child in self.selection.children}
        lines: list[str] = []
        values: dict[str, str] = {}
        edges: tuple[tuple[str, tuple[EdgeLeaf, ...]], ...] = ()
        if asked & {"edges", "pageInfo"}:
            edges, values["rows"] = self._rows(lines)
        if "totalCount" in asked:
            values["total"] = self._total(lines)
        lines.append(f"WITH *, {map_of(values)} AS {variable}")
        return lines, Hits.of(self.selection, edges)

    def _rows(self, lines: list[str]) -> tuple[tuple[tuple[str, tuple[EdgeLeaf, ...]], ...], str]:
        selections = nodes_of(self.selection)
        found = [self._kind(lines, kind, searched, selections) for kind, searched in SEARCHED.items()]
        hits = Object(leaves={type_: mine for _, object_ in found for type_, mine in object_.leaves.items()}, abstract=True)
        return edges_of(self.selection, hits), " + ".join(name for name, _ in found)

    def _kind(self, lines: list[str], kind: str, searched: Searched, selections: Sequence[Selection]) -> tuple[str, Object]:
        """One page of one kind."""
        view = VIEWS[searched.type]
        node, place, name = (self._fresh(word) for word in (view.label.lower(), "place", f"hits{searched.type}"))
        first, after = (f"${self.selection.arguments[each]}" for each in ("first", "after"))
        mine = tuple(each for each in selections if each.on == searched.type)
        record, object_, inner = self.fields.record((searched.type,), node, "", mine)
        typed = {"type": literal(searched.type), "position": f"[{place}, {node}.id]"}
        lines += call(
            ["ctx"],
            [
                *call(["ctx"], self._candidates(kind, searched, node)),
                f"WITH *, coalesce({node}.{searched.order}, {literal(LAST)}) AS {place}",
                f"WITH * WHERE {after} IS NULL OR {place} > {after}[0] OR ({place} = {after}[0] AND {node}.id > {after}[1])",
                *self._visible(view, searched, node, inner),
                f"WITH * ORDER BY {place}, {node}.id LIMIT {first} + 1",
                *inner.after,
                f"RETURN collect({record[:-1]}, {map_of(typed)[1:]}) AS {name}",
            ],
        )
        return name, object_

    def _total(self, lines: list[str]) -> str:
        """How many there are of all kinds; null where there are more than are counted."""
        counts = []
        for kind, searched in SEARCHED.items():
            view = VIEWS[searched.type]
            node, count = self._fresh(view.label.lower()), self._fresh(f"count{searched.type}")
            _, _, inner = self.fields.record((searched.type,), node, "", ())
            lines += call(
                ["ctx"],
                [
                    *call(["ctx"], self._candidates(kind, searched, node)),
                    *self._visible(view, searched, node, inner),
                    f"WITH {node} LIMIT {COUNTED + 1}",
                    f"RETURN count(*) AS {count}",
                ],
            )
            counts.append(count)
        total = " + ".join(counts)
        return f"CASE WHEN {total} <= {COUNTED} THEN {total} END"

    # --- one kind ---

    def _candidates(self, kind: str, searched: Searched, node: str) -> list[str]:
        """Whatever the text fits, whoever asks: each node once, by its keys or by its number."""
        label = VIEWS[searched.type].label
        wanted = self._wanted(kind)
        tests = [*wanted, f"{node}.retractedAt IS NULL", self._words(node)]
        start = self._fresh("start")
        ways = [
            [f"UNWIND {self._text('starts')} AS {start}", f"MATCH ({node}:{label} {{{property_}: {start}}})", where(tests)]
            for property_ in searched.starts
        ]
        if not searched.starts:
            ways.append([f"MATCH ({node}:{label})", where([f"size({self._text('starts')}) > 0", *tests])])
        ways.append(self._numbered(searched, node, wanted))
        return [line for way in ways for line in (*(["UNION"] if way is not ways[0] else []), *way, f"RETURN {node}")]

    def _numbered(self, searched: Searched, node: str, tests: list[str]) -> list[str]:
        variable, property_ = searched.key.property.split(".")
        pattern = searched.key.pattern
        number = self._fresh("number")
        named = pattern.node(variable)
        here = node if variable == "it" else self._fresh(variable)
        walk = Walk(
            pattern=pattern,
            names=self.fields.context.names,
            bound={"it": node} if variable == "it" else {variable: here},
            when=When.ANY_TIME,
        )
        found = [
            f"UNWIND {self._text('numbers')} AS {number}",
            f"MATCH ({here}:{named.labels[0] if named else ''} {{{property_}: {number}}})",
            where([*tests, f"{here}.retractedAt IS NULL"]),
        ]
        if not pattern.edges:
            return found
        return [*found, *walk.clauses(pattern.edges), f"WITH {walk.bound['it']} AS {node}"]

    def _visible(self, view: View, searched: Searched, node: str, inner: Inner) -> list[str]:
        """Only what the viewer may know is there, by what opens the field that the hit tells of; a stated case narrows persons (A11)."""
        judge = self.fields.judge()
        subject = judge.subject(node, view.label)
        tests = [inner.visible] if inner.visible else []
        if view.access is Access.MASK:
            tests.append(f"({judge.concerned(view, node)})")
        by_name, by_number = (self._gate(view, field, subject, inner) for field in (searched.name, searched.number))
        bound: list[str] = []
        if by_name == by_number:
            tests += by_name
        else:
            opened = self._fresh("opened")
            # Bound before it is tested: ArcadeDB takes an `all()` within a CASE of a WHERE for the whole condition.
            bound.append(f"WITH *, CASE WHEN {self._words(node)} THEN {_all(by_name)} ELSE {_all(by_number)} END AS {opened}")
            tests.append(opened)
        return [*inner.before, *bound, *([f"WITH * WHERE {' AND '.join(tests)}"] if tests else [])]

    def _gate(self, view: View, name: str, subject: Subject, inner: Inner) -> list[str]:
        field = view.by_name[name]
        tests = inner.rights.gate(field.category)
        denials = subject.pair.places if getattr(field, "place", False) else ()
        return [*tests, *([f"size({subject.codes(denials)}) = 0"] if denials else [])]

    def _wanted(self, kind: str) -> list[str]:
        kinds = self.selection.arguments.get("kinds")
        return ["ctx.permitted", *([f"(${kinds} IS NULL OR {literal(kind)} IN ${kinds})"] if kinds else [])]

    def _words(self, node: str) -> str:
        word = self._fresh("word")
        return f"all({word} IN {self._text('words')} WHERE ('-' + {node}.{WORDS}) CONTAINS ('-' + {word}))"

    def _text(self, part: str) -> str:
        return f"${self.selection.arguments['text']}.{part}"

    def _fresh(self, word: str) -> str:
        return self.fields.context.names.fresh(word)


def _all(tests: Sequence[str]) -> str:
    return " AND ".join(tests) or "true"
