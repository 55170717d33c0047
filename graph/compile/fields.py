"""Selections in Cypher: each object becomes the lines that bind what it needs, and a map of its values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from auth.category import Category
from auth.decide import relation_shown, shown, whole
from auth.pattern import Pattern
from auth.rule import Row, When
from graph.compile.explain import Explained, explain
from graph.compile.rules import Context, Subject
from graph.compile.shape import EdgeLeaf, Leaf, Many, Object, Page, Part
from graph.compile.text import Times, Walk, block, call, gated, listed, literal, map_of, narrowed, where
from graph.selection import Selection
from graph.views import VIEWS
from graph.views import view as views
from graph.views.view import Access, Related, View

MOST = 1000
"""The most nodes of a list that is no connection."""

COUNTED = 10_000
"""The most rows that `totalCount` counts (A18)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The variables that hold what the viewer may do with a node; none where nothing stands between."""

    mask: str | None = None
    places: str | None = None
    whole: str | None = None
    row_theme: str | None = None

    @property
    def variables(self) -> list[str]:
        """Those that nested parts need to see."""
        return [each for each in (self.mask, self.places, self.whole) if each]

    def gate(self, category: Category, *, place: bool = False, detail: bool = False) -> list[str]:
        """Conditions under which a field is open."""
        tests = [f"{literal(str(category))} IN {self.mask}"] if self.mask and category is not Category.OPEN else []
        if place and self.places:
            tests.append(f"size({self.places}) = 0")
        if detail and self.whole:
            tests.append(self.whole)
        return tests


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
        target = _Target(declared=declared, selection=selection, gate=gate, it=it, row=self._row_of(view, declared), rights=rights)
        inner: Object | Many | Page | None = None
        value = variable
        if declared.many is views.Many.CONNECTION:
            inner = self._connection(drawn, target, variable)
        elif declared.scalar:
            value = self._scalars(target, declared.scalar)
        else:
            inner = self._nodes(drawn, target, variable)
            if declared.many is views.Many.ONE:
                value = f"head({variable})"
            else:
                inner = Many(inner=inner)
        drawn.values[name] = gated(gate, value)
        drawn.leaves.append(self._leaf(declared, selection, name, inner))

    def _scalars(self, target: "_Target", property_: str) -> str:
        walk, lines = self._way(target.declared.ways[0], target.it)
        one = self.context.names.fresh(property_)
        ordered = f"RETURN {walk.bound['node']}.{property_} AS {one} ORDER BY {one} LIMIT {MOST}"
        return block("COLLECT", [*narrowed(lines, target.gate), ordered])

    def _row_of(self, view: View | None, declared: Related) -> Row | None:
        """The row rule by which these nodes hang on the person that they are read from."""
        if view is None or view.access is not Access.MASK or len(declared.views) != 1:
            return None
        shown_as = VIEWS[declared.views[0]]
        return self.context.rules.row(shown_as.label, declared.category) if shown_as.access is Access.ROWS else None

    def _way(self, way: views.Way, it: str) -> tuple[Walk, list[str]]:
        walk = Walk(pattern=way.pattern, names=self.context.names, bound={"it": it}, when=self.times)
        return walk, walk.clauses(way.pattern.edges, [way.condition] if way.condition else [])

    def _found(self, target: "_Target", names: "_Names") -> tuple[list[str], dict[str, str]]:
        """Lines that bind node and edge (which way says what, and other named nodes) of all ways."""
        declared = target.declared
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
        limit = 1 if declared.many is views.Many.ONE else MOST
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
    def _visible(inner: "_Inner") -> list[str]:
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
        return Page(
            coordinate=f"{selection.on}.{selection.field}",
            first=selection.arguments["first"],
            after=selection.arguments["after"],
            edges=edges,
            info=tuple(
                (child.key, tuple((each.key, each.field) for each in child.children))
                for child in selection.children
                if child.field == "pageInfo"
            ),
            totals=tuple(child.key for child in selection.children if child.field == "totalCount"),
        )

    def _rows(self, drawn: Drawn, target: "_Target", variable: str) -> tuple[tuple[str, tuple[EdgeLeaf, ...]], ...]:
        """One page of rows and one row more, which tells whether there are more."""
        declared, selection = target.declared, target.selection
        first, after = selection.arguments["first"], selection.arguments["after"]
        names = self._names()
        edge = names.edge
        lines, others = self._found(target, names)
        asked = [child for child in selection.children if child.field == "edges"]
        nodes = [child for each in asked for child in each.children if child.field == "node"]
        record, object_, inner = self.record(declared.views, names.node, edge, _apart(nodes), target=target)
        shaped = {id(child): _only(object_, number) for number, child in enumerate(nodes)}
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
    ) -> tuple[str, Object, "_Inner"]:
        """A node of one of some types as a record: its text, how it is shaped, and the lines that it needs."""
        inner = _Inner()
        if len(types) == 1:
            text, leaves = self._one_type(VIEWS[types[0]], node, edge, selections, inner, target)
            return text, Object(leaves={types[0]: leaves}, masked=types[0] == "Person"), inner
        shapes: dict[str, tuple[Leaf, ...]] = {}
        cases = []
        for type_ in types:
            view = VIEWS[type_]
            mine = tuple(each for each in selections if each.on == type_)
            bound = self.context.names.fresh(view.label.lower())
            part = _Inner()
            text, shapes[type_] = self._one_type(view, bound, edge, mine, part, target)
            kept = self.context.names.fresh(f"as{type_}")
            scope = ["ctx", node, *([edge] if edge else []), *(target.rights.variables if target else [])]
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
        return f"head({found})", Object(leaves=shapes, abstract=True), inner

    def _one_type(
        self, view: View, node: str, edge: str, selections: tuple[Selection, ...], inner: "_Inner", target: "_Target | None"
    ) -> tuple[str, tuple[Leaf, ...]]:
        rights, extra = self._rights(view, node, selections, inner, target)
        if target is None and view.access in (Access.MASK, Access.ROWS):
            extra["concerned"] = f"$case IS NULL OR {self._concerned(view, node)}"
        plain = tuple(each for each in selections if not (view.type == "Person" and each.field == "access"))
        drawn = self.drawn(view, node, edge, rights, plain)
        inner.after += drawn.lines
        leaves = list(drawn.leaves)
        for asked in selections:
            if asked not in plain:
                subject = Subject(context=self.context, variable=node, label=view.label, times=self.times)
                lines, value, shape = explain(subject, asked, rights.mask or "[]", rights.places)
                inner.after += lines
                extra |= {"reasons": value} if value else {}
                leaves.append(Leaf(key=asked.key, name="id", coordinate="Person.access", category=Category.OPEN, inner=shape))
        if any(leaf.inner is not None and isinstance(leaf.inner, Explained) for leaf in leaves):
            drawn.values.setdefault("id", f"{node}.id")
        return map_of({"it": map_of(drawn.values), **extra}), tuple(leaves)

    def _concerned(self, view: View, node: str) -> str:
        """The stated case concerns the person, or someone that the row hangs on (A11)."""
        if view.access is Access.MASK:
            return f"{node}.id IN ctx.caseSubjects"
        tests = []
        for row in self.context.rules.rows:
            if row.label == view.label:
                walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node}, when=When.NOW)
                lines = walk.clauses(row.pattern.edges)
                tests.append(block("EXISTS", narrowed(lines, [f"{walk.bound['subject']}.id IN ctx.caseSubjects"])))
        return " OR ".join(tests) or "false"

    def _rights(
        self, view: View, node: str, selections: tuple[Selection, ...], inner: "_Inner", target: "_Target | None"
    ) -> tuple[Rights, dict[str, str]]:
        subject = Subject(context=self.context, variable=node, label=view.label, times=self.times)
        match view.access:
            case Access.MASK:
                return self._masked(view, subject, selections, inner, related=target is not None)
            case Access.ROWS | Access.OPEN_UNLESS_HUNG:
                return self._hung(view, subject, selections, inner, target)
            case Access.OPEN:
                return self._placed(view, subject, selections, inner, Rights(), {})
            case Access.CARRIED:
                return Rights(), {}

    def _masked(
        self, view: View, subject: Subject, selections: tuple[Selection, ...], inner: "_Inner", *, related: bool
    ) -> tuple[Rights, dict[str, str]]:
        pair = subject.pair
        fields = [view.by_name.get(each.field) for each in selections]
        needs = {each.category for each in fields if each is not None} - {Category.OPEN}
        codes, mask = (self.context.names.fresh(f"{subject.variable}{word}") for word in ("Codes", "Mask"))
        inner.before.append(f"WITH *, {subject.codes(pair.core)} AS {codes}")
        subject.remember(pair.core, codes)
        if related:
            inner.visible = subject.test(relation_shown(pair), mask=mask, themes="[]")
        granted = listed((Category.CARD,))
        if not related or None in fields or needs - {Category.CARD}:
            granted = self._granted(subject, inner, related=related)
        inner.before.append(f"WITH *, CASE WHEN size({codes}) > 0 THEN [] ELSE {granted} END AS {mask}")
        rights = Rights(mask=mask)
        extra = {"mask": mask, "codes": codes, "granted": f"CASE WHEN size({codes}) > 0 THEN {granted} ELSE [] END"}
        if any(getattr(each, "place", False) for each in fields) or None in fields:
            rights, placed = self._placed(view, subject, selections, inner, rights, {}, after=True)
            extra |= placed
        return rights, {"access": map_of(extra)}

    def _granted(self, subject: Subject, inner: "_Inner", *, related: bool) -> str:
        """The variable that holds what would be open without core denials."""
        name = self.context.names.fresh(f"{subject.variable}Granted")
        text = subject.mask(subject.pair.granted) + (f" + {listed((Category.CARD,))}" if related else "")
        if subject.prelude:
            inner.before.append("WITH *, " + ", ".join(f"{value} AS {each}" for each, value in subject.prelude.items()))
        inner.before.append(f"WITH *, {text} AS {name}")
        return name

    def _placed(
        self,
        view: View,
        subject: Subject,
        selections: tuple[Selection, ...],
        inner: "_Inner",
        rights: Rights,
        extra: dict[str, str],
        *,
        after: bool = False,
    ) -> tuple[Rights, dict[str, str]]:
        """What closes the places of a node, where a field that tells one is asked for."""
        fields = [view.by_name.get(each.field) for each in selections]
        denials = subject.pair.places
        if not denials or not (after or any(getattr(each, "place", False) for each in fields)):
            return rights, extra
        places = self.context.names.fresh(f"{subject.variable}Places")
        inner.after.append(f"WITH *, {subject.codes(denials)} AS {places}")
        return replace(rights, places=places), {**extra, "places": places}

    def _hung(
        self, view: View, subject: Subject, selections: tuple[Selection, ...], inner: "_Inner", target: "_Target | None"
    ) -> tuple[Rights, dict[str, str]]:
        """A row: read through the person it was reached from, or through all that it hangs on."""
        whole_, shown_ = (self.context.names.fresh(f"{subject.variable}{word}") for word in ("Whole", "Shown"))
        if target is not None and target.row is not None and target.rights.mask:
            hangs = self._hangs_now(target.row, subject.variable, target.it)
            inner.before += self._themes(target.row, subject.variable, (whole_, shown_), target.rights.mask, subject, hangs)
        else:
            inner.before += self._through_all(view, subject, whole_, shown_)
        core = subject.pair.core
        inner.visible = " AND ".join([shown_, *([f"size({subject.codes(core)}) = 0"] if core else [])])
        return self._placed(view, subject, selections, inner, Rights(whole=whole_), {"whole": whole_})

    def _hangs_now(self, row: Row, node: str, holder: str) -> str:
        """Whether the row hangs on the person at this instant; it was reached so unless another instant was asked for."""
        if self.times == Times():
            return "true"
        walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node, "subject": holder}, when=When.NOW)
        return block("EXISTS", walk.clauses(row.pattern.edges))

    def _themes(self, row: Row, node: str, bound: tuple[str, str], mask: str, subject: Subject, hangs: str = "true") -> list[str]:
        themes = self.context.names.fresh(f"{node}Themes")
        lines = [f"WITH *, {self._theme_list(row, node)} AS {themes}"] if row.themed else []
        tests = [subject.test(test, mask=mask, themes=themes, hangs=hangs) for test in (whole(row), shown(row))]
        return [*lines, "WITH *, " + ", ".join(f"{test} AS {name}" for test, name in zip(tests, bound, strict=True))]

    def _theme_list(self, row: Row, node: str) -> str:
        if row.fixed_theme:
            return f"[{map_of({'code': literal(row.fixed_theme), 'secret': 'false'})}]"
        pattern = row.theme_pattern
        if pattern is None:
            return "[]"
        walk = Walk(pattern=pattern, names=self.context.names, bound={"row": node}, when=When.NOW)
        lines = walk.clauses(pattern.edges)
        theme = walk.bound["theme"]
        return block("COLLECT", [*lines, f"RETURN {map_of({'code': f'{theme}.code', 'secret': f'coalesce({theme}.secret, false)'})}"])

    def _through_all(self, view: View, subject: Subject, whole_: str, shown_: str) -> list[str]:
        """Rights in a row that was not reached through a person: whatever way one of those that it hangs on gives."""
        lines: list[str] = []
        ways = []
        for row in self.context.rules.rows:
            if row.label != view.label:
                continue
            way = self.context.names.fresh("ways")
            lines += call(["ctx", subject.variable], self._hangs(row, subject, way))
            ways.append(way)
        every = " + ".join(ways) or "[]"
        each = self.context.names.fresh("way")
        if view.access is Access.OPEN_UNLESS_HUNG:
            free = self._hangs_on_nobody(view, subject.variable)
            return [*lines, f"WITH *, {free} OR any({each} IN {every} WHERE {each}.whole) AS {whole_}", f"WITH *, {whole_} AS {shown_}"]
        return [
            *lines,
            f"WITH *, any({each} IN {every} WHERE {each}.whole) AS {whole_}, any({each} IN {every} WHERE {each}.shown) AS {shown_}",
        ]

    def _hangs_on_nobody(self, view: View, node: str) -> str:
        """No person is known, or cannot be told, to be behind it."""
        tests = []
        for row in self.context.rules.rows:
            if row.label == view.label:
                walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": node}, when=When.UNLESS_OVER)
                tests.append(f"NOT {block('EXISTS', walk.clauses(row.pattern.edges))}")
        return f"({' AND '.join(tests)})" if tests else "true"

    def _hangs(self, row: Row, subject: Subject, way: str) -> list[str]:
        walk = Walk(pattern=row.pattern, names=self.context.names, bound={"row": subject.variable}, when=When.NOW)
        lines = walk.clauses(row.pattern.edges)
        holder = Subject(context=self.context, variable=walk.bound["subject"], label="Person", times=self.times)
        inner = _Inner()
        rights, _ = self._masked(VIEWS["Person"], holder, (), inner, related=False)
        whole_, shown_ = self.context.names.fresh("whole"), self.context.names.fresh("shown")
        lines += [*inner.before, *self._themes(row, subject.variable, (whole_, shown_), rights.mask or "[]", subject)]
        return [*lines, f"RETURN collect({map_of({'whole': whole_, 'shown': shown_})}) AS {way}"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A related field on its way into the statement."""

    declared: Related
    selection: Selection
    gate: list[str]
    it: str
    row: Row | None
    rights: Rights

    @property
    def scope(self) -> list[str]:
        """What its subquery sees."""
        return ["ctx", self.it, *self.rights.variables]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names of one related node in the statement."""

    node: str
    edge: str
    says: str

    def bound(self, it: str) -> dict[str, str]:
        """The names that a way of one step goes by."""
        return {"it": it, "node": self.node, "edge": self.edge}


@dataclass(slots=True, kw_only=True)
class _Inner:
    """The lines of a record: what decides whether it is there, and what is drawn of it once it is."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    visible: str = ""


def _apart(nodes: Sequence[Selection]) -> tuple[Selection, ...]:
    """What is asked of one node under several response keys, drawn together: each key tells which it belongs to."""
    return tuple(replace(each, key=f"{number}.{each.key}") for number, node in enumerate(nodes) for each in node.children)


def _only(drawn: Object, number: int) -> Object:
    """The shape of what was asked under one of them."""
    mine = f"{number}."
    leaves = {
        type_: tuple(replace(leaf, key=leaf.key.removeprefix(mine)) for leaf in found if leaf.key.startswith(mine))
        for type_, found in drawn.leaves.items()
    }
    return replace(drawn, leaves=leaves)


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
