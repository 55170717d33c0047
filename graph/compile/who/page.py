"""The groups of `whoCanSee`, each once, and those of one page with what is asked of them."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from auth.category import THEMED, Category
from auth.viewer import ViewerKind
from graph.compile.disclosed import PERSONS
from graph.compile.fields import Fields, apart, only
from graph.compile.once import lists
from graph.compile.rights import Inner, Reached
from graph.compile.shape import Object
from graph.compile.text import call, listed, literal, map_of
from graph.compile.who.held import Held
from graph.compile.who.known import Known
from graph.selection import Selection
from graph.views import VIEWS

_TYPES: Mapping[str, tuple[str, ...]] = {
    "unit": ("Unit",),
    "role": ("Role",),
    "person": ("Person",),
    "organisation": ("Business", "Municipality"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Draws the groups that were found; `objects` gets the shapes of the nodes that are asked for."""

    who: Known
    held: Held
    selection: Selection
    objects: dict[int, Object]
    then: Callable[[list[str]], list[str]]
    """What makes lines judge at the instant asked for."""

    def groups(self) -> list[str]:
        """Lines that bind `groups`: each with what all its ways give; only those asked for."""
        body = [
            "UNWIND ofRoles + ofOthers AS one",
            "WITH one.order AS order, one.key AS key, collect(one) AS ways",
            "WITH *, reduce(all = [], one IN ways | all + one.entries) AS entries",
            f"WITH * WHERE {self._wanted()}",
            "RETURN collect({order: order, key: key, ways: ways, entries: entries}) AS groups",
        ]
        return call(["ofRoles", "ofOthers"], body)

    def _wanted(self) -> str:
        category, theme = self.who.category, self.who.theme
        themed = listed(sorted(map(str, THEMED)))
        tests = ["size(entries) > 0"]
        if category:
            tests.append(f"({category} IS NULL OR {category} IN entries)")
        if theme:
            of = f"({category} IS NULL OR split(entry, ':')[0] = {category})" if category else "true"
            some = f"size([entry IN entries WHERE entry CONTAINS ':' AND {of} AND split(entry, ':')[1] IN [{theme}, '*']]) > 0"
            some += (
                f" OR size([one IN ways WHERE {theme} IN one.themes AND any(entry IN one.entries WHERE entry IN {themed} AND {of})]) > 0"
            )
            free = f" OR ({category} IS NOT NULL AND NOT {category} IN {themed})" if category else ""
            tests.append(f"({theme} IS NULL OR {some}{free})")
        return " AND ".join(tests)

    @property
    def _nodes(self) -> list[Selection]:
        """What is asked of the groups."""
        edges = [child for child in self.selection.children if child.field == "edges"]
        return [each for edge in edges for node in edge.children if node.field == "node" for each in node.children]

    @property
    def _names(self) -> list[Selection]:
        """Where it is asked who is in a group."""
        return [each for each in self._nodes if each.field == "whoHolds" and self._employs]

    @property
    def _employs(self) -> bool:
        """Whether the asker can be a controller."""
        return self.who.fields.context.kind is ViewerKind.EMPLOYEE

    def named(self) -> list[str]:
        """Lines that bind whether the asker may learn the names of those in the groups, where they are asked for."""
        return self.held.named() if self._names else []

    def page(self) -> list[str]:
        """Lines that bind `page`: the groups of one page, and one more, each with what is asked of it; and `objects`, the nodes that
        their fields show, by the number of the group."""
        first, after = (f"${self.selection.arguments[each]}" for each in ("first", "after"))
        if not {"edges", "pageInfo"} & {child.field for child in self.selection.children}:
            return ["WITH *, [] AS page, null AS objects"]
        body = [
            "UNWIND groups AS group",
            "WITH group, group.order AS order, group.key AS key",
            f"WITH * WHERE {after} IS NULL OR order > {after}[0] OR (order = {after}[0] AND key > {after}[1])",
            f"WITH * ORDER BY order, key LIMIT {first} + 1",
            "WITH *, reduce(all = [], each IN group.ways | all + each.those) AS those",
            "WITH *, coalesce(head([each IN those WHERE each.told]), head(those)) AS shown",
            "RETURN collect({order: order, key: key, group: group, those: those, shown: shown}) AS rows",
        ]
        asked = {each.field for each in self._nodes}
        # The nodes of all groups are drawn at once: what is begun for each group costs more than what it finds.
        objects = {name: self._object(name) for name in _TYPES if name in asked or (name == "organisation" and "text" in asked)}
        drawn = [line for lines, _ in objects.values() for line in lines]
        found = map_of({name: parts for name, (_, parts) in objects.items() if name in asked})
        lines = [*call(["groups"], body), *drawn, f"WITH *, {found} AS objects"]
        return [*lines, *self._rows(asked, objects["organisation"][1] if "organisation" in objects else "[]")]

    def _rows(self, asked: Set[str], organisations: str) -> list[str]:
        """Lines that bind `page`, of its `rows`."""
        counted, record = self.held.counted(asked, exact=self._employs)
        names, named = self.held.names_of(self._names)
        record = {
            "number": "number",
            "position": "[row.order, row.key]",
            "entries": "group.entries",
            "within": "[each IN group.ways WHERE size(each.themes) > 0 | [each.entries, each.themes]]",
            "of": "shown.of",
            "told": "shown.told",
            "controller": "controller",
            **record,
            **named,
            **({"named": "named", "present": self.who.present} if named else {}),
        }
        seen = ["controller", "veiled", "kept", "rows", "openers", "purposes", "thing", *(["named"] if named else [])]
        if "text" in asked:
            known = "CASE WHEN node:Business AND NOT number IN organised THEN null ELSE coalesce(node.name, node.title) END"
            record["words"] = f"[node IN shown.way.nodes | CASE WHEN node.id IN veiled THEN 'NAV' ELSE {known} END]"
            seen.append("organised")
        if asked & {"since", "validTo"}:
            record["spans"] = "[each IN row.those WHERE each.told | [each.way.begins, each.way.ends]]"
        body = [
            "UNWIND range(0, size(rows) - 1) AS number",
            f"WITH number, {', '.join(each for each in seen if each != 'rows')}, rows[number] AS row",
            "WITH *, row.group AS group, row.shown AS shown",
            *self.then(counted),
            *names,
            f"RETURN collect({map_of(record)}) AS page",
        ]
        return [f"WITH *, [each IN {organisations} | each.number] AS organised", *call(seen, body)]

    def _object(self, name: str) -> tuple[list[str], str]:
        """Lines that draw the nodes of the groups that a field shows, masked for the viewer, none where the way is not told; and the list
        of them, each with the number of its group."""
        fields = Fields(context=self.who.fields.context, times=self.who.fields.times, once=self.who.once)
        asked = [each for each in self._nodes if each.field == name]
        selections = apart(asked)
        seen = ["ctx", *lists(self.who.once)]
        parts: list[str] = []
        lines: list[str] = []
        leaves: dict[str, Any] = {}
        for type_ in _TYPES[name]:
            view = VIEWS[type_]
            node, kept = (self.who.fields.context.names.fresh(word) for word in (view.label.lower(), f"as{type_}"))
            inner = Inner()
            mine = tuple(each for each in selections if each.on == type_)
            reached = Reached(holder="subject", row=None, mask=None, finds=True) if type_ == "Person" else None
            rights, extra = fields.judge().rights(view, node, mine, inner, reached)
            drawn = fields.drawn(view, node, "", rights, mine)
            if type_ in PERSONS:
                drawn.values.setdefault("id", f"{node}.id")
            record = map_of({"number": "number", "it": map_of(drawn.values), "type": literal(type_), **extra})
            body = [
                "UNWIND range(0, size(rows) - 1) AS number",
                f"WITH {', '.join(seen)}, number, rows[number].shown AS shown",
                f"UNWIND {_FROM[name]} AS {node}",
                f"WITH * WHERE {node}:{view.label}",
                *inner.before,
                *([f"WITH * WHERE {inner.visible}"] if inner.visible else []),
                *inner.after,
                *drawn.lines,
                f"RETURN collect({record}) AS {kept}",
            ]
            lines += call([*seen, "rows"], body)
            parts.append(kept)
            leaves[type_] = tuple(drawn.leaves)
        whole = Object(leaves=leaves, abstract=name == "organisation", subjects=PERSONS, led=(f"ViewerGroup.{name}", Category.TRACE))
        for number, child in enumerate(asked):
            self.objects[id(child)] = only(whole, number)
        return lines, " + ".join(parts)


_FROM: Mapping[str, str] = {
    "unit": "CASE WHEN shown.told THEN shown.way.nodes ELSE [] END",
    "organisation": "CASE WHEN shown.told THEN shown.way.nodes ELSE [] END",
    "role": "CASE WHEN shown.way.role IS NULL THEN [] ELSE [shown.way.role] END",
    "person": "CASE WHEN shown.told AND shown.way.personal THEN [shown.way.holder] ELSE [] END",
}
"""Where the nodes of a group come from; the role is told of every way."""
