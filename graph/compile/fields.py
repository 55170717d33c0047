"""Selections in Cypher: each object becomes the lines that bind what it needs, and a map of its values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from auth.category import Action, Category
from auth.pattern import Pattern
from auth.rule import Row
from graph.compile.acting import asks_actions, masks
from graph.compile.disclosed import PERSONS, REFERENCE
from graph.compile.explain import Explained, explain
from graph.compile.once import Either, Hop, Once, lists
from graph.compile.rights import Inner, Judge, Reached, Rights
from graph.compile.ruled import asks_rules, controller, ruled
from graph.compile.rules import Context, Subject
from graph.compile.shape import EdgeLeaf, Leaf, Many, Object, Page, Part
from graph.compile.text import Times, Walk, block, call, gated, listed, literal, map_of, narrowed, where
from graph.selection import Selection
from graph.views import VIEWS
from graph.views import view as views
from graph.views.view import Access, Related, View

MOST = 1000
"""The most nodes of a list that is no connection; one that has more says so (A18)."""

COUNTED = 10_000
"""The most rows that `totalCount` counts (A18)."""


@dataclass(slots=True, kw_only=True)
class Drawn:
    """An object drawn into a statement: lines that bind, then values by name; the leaves that shape them."""

    lines: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)

    def name(self, word: str) -> str:
        """A name for a value that no other value of the object has."""
        name, number = word, 1
        while name in self.values:
            number += 1
            name = f"{word}{number}"
        return name


@dataclass(slots=True, kw_only=True)
class Fields:
    """Draws selections of one root into the statement."""

    context: Context
    times: Times
    once: Once | None = None
    root: str = ""
    """The coordinate of the root field."""
    acts: tuple[Action, ...] = ()
    """What else than to read is judged of its nodes."""
    apart: tuple[str, ...] = ()
    """Types of its nodes of which it is found what each rule opens and closes."""
    opens: bool = False
    """Whether it is found what each rule opens of rows, through whomever they are read."""

    def judge(self) -> Judge:
        """Who judges its nodes."""
        return Judge(context=self.context, times=self.times, once=self.once, acts=self.acts, apart=self.apart, opens=self.opens)

    def explained(self, subject: Subject, asked: Selection, rights: Rights) -> tuple[list[str], str, Explained]:
        """The lines that bind why something is open, their expression, and its shape."""
        return explain(subject, asked, rights.mask or "[]", rights.places)

    def acting(self, subject: Subject, asked: Selection, extra: dict[str, str]) -> list[str]:
        """The lines that bind what else than to read may be done, where that is asked for; `extra` carries it in the record."""
        lines, found = masks(subject) if asks_actions(asked.children) else ([], {})
        extra |= found
        return lines

    def ruled(self, subject: Subject, asked: Selection) -> dict[str, str]:
        """Which rules close it, where that is asked for."""
        return {"rules": ruled(subject, controller(self.context))} if asks_rules(asked.children, self.context.kind) else {}

    # --- objects ---

    def drawn(self, view: View, it: str, edge: str, rights: Rights, selections: Iterable[Selection]) -> Drawn:
        """The selected fields of a node."""
        drawn = Drawn()
        for selection in selections:
            declared = view.by_name[selection.field]
            match declared:
                case views.Value():
                    self._value(drawn, declared, selection, it, edge, rights)
                case views.Picked():
                    self._picked(drawn, declared, selection, it, rights)
                case views.Part():
                    self._part(drawn, declared, selection, it, edge, rights)
                case views.Coded():
                    self._coded(drawn, declared, selection, edge)
                case Related():
                    self._related(drawn, declared, selection, view, it, rights)
        return drawn

    @staticmethod
    def _leaf(declared: views.Field, selection: Selection, name: str, inner: "Object | Many | Page | Part | None" = None) -> Leaf:
        return Leaf(
            key=selection.key,
            name=name,
            coordinate=f"{selection.on}.{selection.field}",
            category=declared.category,
            place=getattr(declared, "place", False),
            detail=getattr(declared, "detail", False),
            made=getattr(declared, "made", None),
            inner=inner,
        )

    def _value(self, drawn: Drawn, declared: views.Value, selection: Selection, it: str, edge: str, rights: Rights) -> None:
        name = declared.name
        if name not in drawn.values:
            read = [self._read(each, it, edge) for each in declared.reads]
            value = read[0] if len(read) == 1 else f"[{', '.join(read)}]"
            drawn.values[name] = gated(
                rights.gate(declared.category, place=declared.place, detail=declared.detail), value, declared.otherwise
            )
        drawn.leaves.append(self._leaf(declared, selection, name))

    @staticmethod
    def _read(path: str, it: str, edge: str) -> str:
        variable, name = path.split(".")
        text = f"{it if variable == 'node' else edge}.{name}"
        return f"toString({text})" if name in ("birthDate", "deathDate") else text

    def _picked(self, drawn: Drawn, declared: views.Picked, selection: Selection, it: str, rights: Rights) -> None:
        if declared.name not in drawn.values:
            way = views.Way(path=declared.path, where=declared.where)
            walk, lines = self._way(way, it)
            first, read = (walk.bound[each.split(".")[0]] + "." + each.split(".")[1] for each in (declared.first, declared.reads))
            found = block("COLLECT", [*lines, f"RETURN {read} ORDER BY {first} DESC, {read} LIMIT 1"])
            drawn.values[declared.name] = gated(rights.gate(declared.category, place=declared.place), f"head({found})")
        drawn.leaves.append(self._leaf(declared, selection, declared.name))

    def _part(self, drawn: Drawn, declared: views.Part, selection: Selection, it: str, edge: str, rights: Rights) -> None:
        inner = self.drawn(VIEWS[declared.view], it, edge, Rights(), selection.children)
        name = drawn.name(declared.name)
        drawn.values[name] = gated(rights.gate(declared.category, place=declared.place), map_of(inner.values))
        drawn.leaves.append(self._leaf(declared, selection, name, Part(leaves=tuple(inner.leaves))))

    def _coded(self, drawn: Drawn, declared: views.Coded, selection: Selection, edge: str) -> None:
        view = VIEWS[declared.view]
        node = self.context.names.fresh(view.label.lower())
        inner = self.drawn(view, node, "", Rights(), selection.children)
        name = drawn.name(declared.name)
        variable, property_ = declared.reads.split(".")
        tests = [f"{node}.code = {edge if variable == 'edge' else variable}.{property_}", self.times.stands(node)]
        found = block("COLLECT", [f"MATCH ({node}:{view.label})", where(tests), f"RETURN {map_of({'it': map_of(inner.values)})}"])
        drawn.values[name] = f"head({found})"
        drawn.leaves.append(self._leaf(declared, selection, name, Object(leaves={view.type: tuple(inner.leaves)})))

    # --- related nodes ---

    def _related(self, drawn: Drawn, declared: Related, selection: Selection, view: View | None, it: str, rights: Rights) -> None:
        name = drawn.name(declared.name)
        variable = self.context.names.fresh(declared.name)
        gate = rights.gate(declared.category, place=declared.place, detail=declared.detail)
        row, seen = self._row_of(view, declared), lists(self.once)
        wide = view is not None and view.access is Access.REGISTER and declared.many is views.Many.CONNECTION
        target = _Target(declared=declared, selection=selection, gate=gate, it=it, row=row, rights=rights, lists=seen, wide=wide)
        inner: Object | Many | Page | None = None
        value = variable
        if declared.many is views.Many.CONNECTION:
            inner = self._connection(drawn, target, variable)
        elif declared.scalar:
            value = self._scalars(target, declared.scalar)
            inner = Many(coordinate=f"{selection.on}.{selection.field}", most=MOST)
        else:
            inner = self._nodes(drawn, target, variable)
            if declared.many is views.Many.ONE:
                value = f"head({variable})"
            else:
                inner = Many(coordinate=f"{selection.on}.{selection.field}", most=MOST, inner=inner)
        drawn.values[name] = gated(gate, value)
        drawn.leaves.append(self._leaf(declared, selection, name, inner))

    def _scalars(self, target: "_Target", property_: str) -> str:
        walk, lines = self._way(target.declared.ways[0], target.it)
        one = self.context.names.fresh(property_)
        ordered = f"RETURN {walk.bound['node']}.{property_} AS {one} ORDER BY {one} LIMIT {MOST + 1}"
        return block("COLLECT", [*narrowed(lines, target.gate), ordered])

    def _row_of(self, view: View | None, declared: Related) -> Row | None:
        """The row rule by which these nodes hang on the person that they are read from."""
        if view is None or view.access not in (Access.MASK, Access.REGISTER) or len(declared.views) != 1:
            return None
        shown_as = VIEWS[declared.views[0]]
        return self.context.rules.row(shown_as.label, view.label, declared.category) if shown_as.access is Access.ROWS else None

    def _way(self, way: views.Way, it: str) -> tuple[Walk, list[str]]:
        walk = Walk(pattern=way.pattern, names=self.context.names, bound={"it": it}, when=self.times)
        return walk, walk.clauses(way.pattern.edges, [way.condition] if way.condition else [])

    def _found(self, target: "_Target", names: "_Names") -> tuple[list[str], dict[str, str]]:
        """Lines that bind node and edge (which way says what, and other named nodes) of all ways."""
        declared = target.declared
        self._trail(target, names.node)
        if len(declared.ways) > 1 and all(_one_step(way) for way in declared.ways):
            return self._either_way(target, names), {}
        body: list[str] = []
        others: dict[str, str] = {}
        for way in declared.ways:
            walk, lines = self._way(way, target.it)
            others = {each: walk.bound[each] for each in _named(way.pattern) if each not in ("it", "node")}
            shown_as = [f"{walk.bound['node']} AS {names.node}"]
            if not declared.distinct:
                shown_as.append(f"{walk.bound['edge']} AS {names.edge}")
            if declared.says:
                shown_as.append(f"{literal(way.says)} AS {names.says}")
            shown_as += [f"{each} AS {each}" for each in others.values()]
            word = "RETURN DISTINCT" if declared.distinct else "RETURN"
            body += [*(["UNION ALL"] if body else []), *narrowed(lines, target.gate), f"{word} {', '.join(shown_as)}"]
        return (body if len(declared.ways) == 1 else call(target.scope, body)), others

    def _trail(self, target: "_Target", node: str) -> None:
        """How the nodes of a related field are come to."""
        if self.once is None or target.wide:
            return
        ways = target.declared.ways
        end = ways[0].pattern.node("node")
        if len(ways) > 1 and all(_one_step(way) for way in ways) and end:
            types = dict.fromkeys(type_ for way in ways for type_ in way.pattern.edges[0].types)
            self.once.reached(node, target.it, [Either(types=tuple(types), label=end.labels[0])])
        else:
            self.once.reached(node, target.it, [Hop(pattern=way.pattern, start="it", end="node") for way in ways])

    def _either_way(self, target: "_Target", names: "_Names") -> list[str]:
        """Ways of one step each, walked together: what a relationship says follows from its type, direction and properties."""
        ways = target.declared.ways
        node = ways[0].pattern.node("node")
        label = node.labels[0] if node else ""
        types = dict.fromkeys(type_ for way in ways for type_ in way.pattern.edges[0].types)
        says = []
        for way in ways:
            edge = way.pattern.edges[0]
            walk = Walk(pattern=way.pattern, names=self.context.names, bound=names.bound(target.it), when=self.times)
            tests = [f"type({names.edge}) IN {listed(edge.types)}", f"startNode({names.edge}).id = {walk.bound[edge.start]}.id"]
            tests += [walk.condition(way.condition)] if way.condition else []
            says.append(f"WHEN {' AND '.join(tests)} THEN {literal(way.says)}")
        return [
            f"MATCH ({target.it})-[{names.edge}:{'|'.join(types)}]-({names.node}:{label})",
            where([*self.times.data(names.edge), self.times.stands(names.node), *target.gate]),
            f"WITH *, CASE {' '.join(says)} END AS {names.says}",
            f"WITH * WHERE {names.says} IS NOT NULL",
        ]

    def _nodes(self, drawn: Drawn, target: "_Target", variable: str) -> Object:
        declared = target.declared
        names = self._names()
        lines, _ = self._found(target, names)
        edge = "" if declared.distinct else names.edge
        record, object_, inner = self.record(declared.views, names.node, edge, target.selection.children, target=target)
        order = f"{names.node}.id" if declared.distinct else f"{edge}.validFrom DESC, {edge}.id"
        limit = 1 if declared.many is views.Many.ONE else MOST + 1
        drawn.lines += call(
            target.scope,
            [
                *_with(lines),
                *self._visible(inner),
                f"WITH * ORDER BY {order} LIMIT {limit}",
                *inner.after,
                f"RETURN collect({record}) AS {variable}",
            ],
        )
        return object_

    def _names(self) -> "_Names":
        return _Names(node=self.context.names.fresh("node"), edge=self.context.names.fresh("edge"), says=self.context.names.fresh("says"))

    @staticmethod
    def _visible(inner: Inner) -> list[str]:
        return [*inner.before, *([f"WITH * WHERE {inner.visible}"] if inner.visible else [])]

    def _connection(self, drawn: Drawn, target: "_Target", variable: str) -> Page:
        selection = target.selection
        asked = {child.field for child in selection.children}
        values: dict[str, str] = {}
        edges: tuple[tuple[str, tuple[EdgeLeaf, ...]], ...] = ()
        if asked & {"edges", "pageInfo"}:
            edges = self._rows(drawn, target, f"{variable}Rows")
            values["rows"] = f"{variable}Rows"
        if "totalCount" in asked:
            values["total"] = self._count(drawn, target, f"{variable}Total")
        drawn.lines.append(f"WITH *, {map_of(values)} AS {variable}")
        return Page.of(selection, edges)

    def _rows(self, drawn: Drawn, target: "_Target", variable: str) -> tuple[tuple[str, tuple[EdgeLeaf, ...]], ...]:
        """One page of rows and one row more, which tells whether there are more."""
        declared, selection = target.declared, target.selection
        first, after = selection.arguments["first"], selection.arguments["after"]
        names = self._names()
        edge = names.edge
        lines, others = self._found(target, names)
        asked = [child for child in selection.children if child.field == "edges"]
        nodes = [child for each in asked for child in each.children if child.field == "node"]
        record, object_, inner = self.record(declared.views, names.node, edge, apart(nodes), target=target)
        shaped = {id(child): only(object_, number) for number, child in enumerate(nodes)}
        drawn_edge = Drawn()
        edges = tuple(
            (each.key, tuple(self._edge_leaf(drawn_edge, target, child, names, others, shaped.get(id(child))) for child in each.children))
            for each in asked
        )
        extra = {"edge": map_of(drawn_edge.values), "position": f"[{edge}.validFrom, {edge}.id]"}
        if declared.says:
            extra["says"] = names.says
        drawn.lines += call(
            target.scope,
            [
                *_with(lines),
                *self._visible(inner),
                f"WITH * WHERE ${after} IS NULL OR {_beyond(edge, after)}",
                f"WITH * ORDER BY {edge}.validFrom DESC, {edge}.id LIMIT ${first} + 1",
                *inner.after,
                *drawn_edge.lines,
                f"RETURN collect({_joined(record, extra)}) AS {variable}",
            ],
        )
        return edges

    def _count(self, drawn: Drawn, target: "_Target", variable: str) -> str:
        names = self._names()
        lines, _ = self._found(target, names)
        _, _, inner = self.record(target.declared.views, names.node, names.edge, (), target=target)
        drawn.lines += call(
            target.scope,
            [*_with(lines), *self._visible(inner), f"WITH {names.node} LIMIT {COUNTED + 1}", f"RETURN count(*) AS {variable}"],
        )
        return f"CASE WHEN {variable} <= {COUNTED} THEN {variable} END"

    def _edge_leaf(
        self, drawn: Drawn, target: "_Target", selection: Selection, names: "_Names", others: dict[str, str], node: Object | None
    ) -> EdgeLeaf:
        if selection.field == "node":
            return EdgeLeaf(key=selection.key, what="node", node=node)
        if selection.field in ("cursor", target.declared.says):
            return EdgeLeaf(key=selection.key, what="cursor" if selection.field == "cursor" else "says")
        declared = next(each for each in target.declared.edge if each.name == selection.field)
        match declared:
            case views.Value():
                self._value(drawn, declared, selection, names.node, names.edge, Rights())
            case views.Coded():
                self._coded(drawn, declared, selection, names.edge)
            case Related():
                it = names.node if declared.anchor == "node" else others[declared.anchor]
                self._related(drawn, declared, selection, None, it, Rights())
            case _:
                raise TypeError(f"an edge cannot show `{declared.name}`")
        return EdgeLeaf(key=selection.key, what="leaf", leaf=drawn.leaves[-1])

    # --- records of nodes ---

    def record(
        self, types: Sequence[str], node: str, edge: str, selections: tuple[Selection, ...], *, target: "_Target | None" = None
    ) -> tuple[str, Object, Inner]:
        """A node of one of some types as a record: its text, how it is shaped, and the lines that it needs."""
        inner = Inner()
        if target is None:
            self.once = self.context.once(node)
        if len(types) == 1:
            text, leaves = self._one_type(VIEWS[types[0]], node, edge, selections, inner, target)
            object_ = self._object({types[0]: leaves}, target)
        else:
            text, object_ = self._several_types(types, node, edge, selections, inner, target)
        if target is None and self.once is not None:
            inner.before[:0] = self.judge().decide(self.once)
        return text, object_, inner

    def _several_types(
        self, types: Sequence[str], node: str, edge: str, selections: tuple[Selection, ...], inner: Inner, target: "_Target | None"
    ) -> tuple[str, Object]:
        shapes: dict[str, tuple[Leaf, ...]] = {}
        cases = []
        for type_ in types:
            view = VIEWS[type_]
            mine = tuple(each for each in selections if each.on == type_)
            bound = self.context.names.fresh(view.label.lower())
            if self.once is not None:
                self.once.same(bound, node)
            part = Inner()
            text, shapes[type_] = self._one_type(view, bound, edge, mine, part, target)
            kept = self.context.names.fresh(f"as{type_}")
            scope = ["ctx", node, *([edge] if edge else []), *(target.rights.variables if target else []), *lists(self.once)]
            body = [
                f"UNWIND CASE WHEN {node}:{view.label} THEN [{node}] ELSE [] END AS {bound}",
                *self._visible(part),
                *part.after,
                f"RETURN collect({_joined(text, {'type': literal(type_)})}) AS {kept}",
            ]
            inner.before += call(scope, body)
            cases.append(kept)
        found = self.context.names.fresh("found")
        inner.before.append(f"WITH *, {' + '.join(cases)} AS {found}")
        inner.visible = f"size({found}) > 0"
        return f"head({found})", self._object(shapes, target, abstract=True)

    def _object(self, leaves: dict[str, tuple[Leaf, ...]], target: "_Target | None", *, abstract: bool = False) -> Object:
        """Whoever is asked for is a subject, and so is each person that they lead to."""
        if target is None:
            return Object(leaves=leaves, abstract=abstract, subjects=frozenset(leaves) - REFERENCE, led=(self.root, Category.OPEN))
        asked = target.selection
        led = f"{asked.on}.{asked.field}", target.declared.category
        return Object(leaves=leaves, abstract=abstract, subjects=frozenset(leaves) & PERSONS, led=led)

    def _one_type(
        self, view: View, node: str, edge: str, selections: tuple[Selection, ...], inner: Inner, target: "_Target | None"
    ) -> tuple[str, tuple[Leaf, ...]]:
        judge = self.judge()
        rights, extra = judge.rights(view, node, selections, inner, target.reached if target else None)
        inner.rights = rights
        if target is None and view.access in (Access.MASK, Access.ROWS):
            extra["concerned"] = judge.concerned(view, node)
        plain = tuple(each for each in selections if not (view.type == "Person" and each.field == "access"))
        drawn = self.drawn(view, node, edge, rights, plain)
        inner.after += drawn.lines
        leaves = list(drawn.leaves)
        for asked in selections:
            if asked not in plain:
                subject = judge.subject(node, view.label)
                judge.remember(subject, inner)
                lines, value, shape = self.explained(subject, asked, rights)
                inner.after += lines
                extra |= {"reasons": value} if value else {}
                extra |= self.ruled(subject, asked)
                inner.after += self.acting(subject, asked, extra)
                leaves.append(Leaf(key=asked.key, name="id", coordinate="Person.access", category=Category.OPEN, inner=shape))
        if view.type in PERSONS or (target is None and view.type not in REFERENCE):
            drawn.values.setdefault("id", f"{node}.id")
        return map_of({"it": map_of(drawn.values), **extra}), tuple(leaves)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A related field on its way into the statement."""

    declared: Related
    selection: Selection
    gate: list[str]
    it: str
    row: Row | None
    rights: Rights
    lists: tuple[str, ...]
    wide: bool
    """An organisation can lead to thousands: each of them is decided where they stand, once what leads there is open."""

    @property
    def reached(self) -> Reached:
        """How its nodes were come to."""
        return Reached(holder=self.it, row=self.row, mask=self.rights.mask, finds=self.declared.finds)

    @property
    def scope(self) -> list[str]:
        """What its subquery sees."""
        return ["ctx", self.it, *self.rights.variables, *self.lists]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names of one related node in the statement."""

    node: str
    edge: str
    says: str

    def bound(self, it: str) -> dict[str, str]:
        """The names that a way of one step goes by."""
        return {"it": it, "node": self.node, "edge": self.edge}


def apart(nodes: Sequence[Selection]) -> tuple[Selection, ...]:
    """What is asked of one node under several response keys, drawn together: each key tells which it belongs to."""
    return tuple(replace(each, key=f"{number}.{each.key}") for number, node in enumerate(nodes) for each in node.children)


def only(drawn: Object, number: int) -> Object:
    """The shape of what was asked under one of them."""
    mine = f"{number}."
    leaves = {
        type_: tuple(replace(leaf, key=leaf.key.removeprefix(mine)) for leaf in found if leaf.key.startswith(mine))
        for type_, found in drawn.leaves.items()
    }
    return replace(drawn, leaves=leaves)


def nodes_of(page: Selection) -> tuple[Selection, ...]:
    """What is asked of the nodes of a page, drawn together."""
    return apart(_nodes(page))


def edges_of(page: Selection, drawn: Object) -> tuple[tuple[str, tuple[EdgeLeaf, ...]], ...]:
    """How the edges of a page are shaped whose nodes were drawn together."""
    shaped = {id(node): only(drawn, number) for number, node in enumerate(_nodes(page))}
    return tuple(
        (each.key, tuple(_edge_leaf(child, shaped.get(id(child))) for child in each.children))
        for each in page.children
        if each.field == "edges"
    )


def _nodes(page: Selection) -> list[Selection]:
    return [child for each in page.children if each.field == "edges" for child in each.children if child.field == "node"]


def _edge_leaf(child: Selection, node: Object | None) -> EdgeLeaf:
    return EdgeLeaf(key=child.key, what="node" if node else "cursor", node=node)


def _one_step(way: views.Way) -> bool:
    edges = way.pattern.edges
    return len(edges) == 1 and {edges[0].start, edges[0].end} == {"it", "node"} and not edges[0].walks and not edges[0].properties


def _beyond(edge: str, after: str) -> str:
    """The row comes after the place that a cursor tells, newest first."""
    return f"{edge}.validFrom < ${after}[0] OR ({edge}.validFrom = ${after}[0] AND {edge}.id > ${after}[1])"


def _with(lines: list[str]) -> list[str]:
    """Clauses that end in a RETURN, to be gone on from."""
    if not lines[-1].startswith("RETURN"):
        return lines
    words = lines[-1].removeprefix("RETURN ")
    distinct = words.startswith("DISTINCT ")
    return [*lines[:-1], f"WITH {'DISTINCT ' if distinct else '*, '}{words.removeprefix('DISTINCT ')}"]


def _named(pattern: Pattern) -> list[str]:
    return [node.variable for node in pattern.nodes if not node.variable.startswith("_")]


def _joined(record: str, extra: dict[str, str]) -> str:
    """A record with more entries; `record` is a map's text or an expression that gives one."""
    more = map_of(extra)
    if record.startswith("{"):
        return record[:-1] + (", " if len(record) > 2 else "") + more[1:]
    return f"{record} {more}" if record.isidentifier() else map_of({**extra, "of": record})
