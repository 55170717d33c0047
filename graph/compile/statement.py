"""One operation, one statement: the viewer once, each root field, and the shape of the answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from auth.decide import CASE_REFUSED, PURPOSE_REFUSED, missing
from auth.pattern import parse
from auth.rule import Rules, When
from auth.usage import Used
from auth.viewer import ViewerKind
from auth.visit import History
from graph.change import CHANGES
from graph.compile.access import One, Told, access, access_at, check_access, check_access_at, types_of
from graph.compile.acting import asks_actions, others
from graph.compile.alarms import Alarmed, Alarms
from graph.compile.another import KINDS, SUBJECTS, Another, Drawn
from graph.compile.asker import Asker
from graph.compile.choice import Choices
from graph.compile.disclosed import PERSONS, REFERENCE, Disclosure, kept_back, key
from graph.compile.fields import Fields
from graph.compile.hints import own_of
from graph.compile.moment import Asked, Moment
from graph.compile.notices import Noticed
from graph.compile.override import Overrides
from graph.compile.preview import Preview
from graph.compile.reach import Reach
from graph.compile.requests import NameRequests, Restrictions
from graph.compile.review import Reviews
from graph.compile.rights import Rights
from graph.compile.rules import Context
from graph.compile.search import Search
from graph.compile.shape import Denied, Inner, Leaf, Object, Page, Record, Seal, Shaping, Unseal, unread
from graph.compile.text import Names, Times, Walk, call, literal, map_of, where
from graph.compile.usage import Usage, Usages
from graph.compile.visits import ASKERS, Visited, Visits
from graph.compile.who.asked import WhoCanSee
from graph.compile.within import Within
from graph.selection import Operation, Selection
from graph.views import NODE_TYPES, ROOTS, VIEWERS, VIEWS

# Neo4j plans a statement anew for each combination of its parameters' types, and of the rough lengths of texts and lists: a null
# for a text, a longer id, another purpose. Of a map it looks at neither, so all values go in one, and one plan serves every request.
_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a request gets: data by response keys, the closed coordinates, or a problem that refuses it whole."""

    data: dict[str, Any] | None
    denied: tuple[Denied, ...] = ()
    problem: str | None = None
    disclosures: tuple[Disclosure, ...] = field(default=(), compare=False)
    """What it tells of whom."""
    seats: tuple[Record, ...] = field(default=(), compare=False)
    """The viewer's positions that rules may have given by: `{position, role, place}`."""
    restrictions: tuple[Record, ...] = field(default=(), compare=False)
    """Those in force that withhold what the viewer does (A22): `{of, at, by, until}`, a person, a position of the viewer, the restriction
    and its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the answer to one request needs beside the record: the statement's parameters, how cursors are sealed, and what the look-up
    log has, by the parameters that the graph is asked about it with."""

    parameters: Mapping[str, Any]
    seal: Seal
    unseal: Unseal = unread
    histories: Mapping[str, History] = field(default_factory=dict)
    usages: Mapping[str, Used] = field(default_factory=dict)


class Derived(Protocol):
    """Parameters that are made of others."""

    def values(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        """They by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A compiled operation. `text` is empty where it asks nothing of the graph."""

    name: str
    kind: ViewerKind
    text: str
    roots: tuple["Root", ...]
    derived: tuple[Derived, ...] = ()

    @property
    def logged(self) -> tuple[Visits | Alarms, ...]:
        """What must be read of the look-up log before the graph is asked."""
        pages = [page for root in self.roots for page in (root.page, *(each.page for each in root.beside))]
        visits = tuple(page for page in pages if isinstance(page, Visits) and self.kind in ASKERS)
        return visits + tuple(page for page in pages if isinstance(page, Alarms) and self.kind is ViewerKind.EMPLOYEE)

    @property
    def counted(self) -> tuple[Usages, ...]:
        """What must be counted in the look-up log once the graph has been asked."""
        return tuple(root.inner for root in self.roots if isinstance(root.inner, Usages))

    def given(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The statement's only parameter: the values by their names."""
        return {"given": {**parameters, **{name: value for each in self.derived for name, value in each.values(parameters).items()}}}

    def answer(self, record: Record | None, request: Request) -> Answer:
        """The answer that the record of the statement becomes."""
        if record is not None and not record["permitted"]:
            return Answer(data=None, problem=PURPOSE_REFUSED)
        if record is not None and not record["caseFits"]:
            return Answer(data=None, problem=CASE_REFUSED)
        found = record or {}
        shaping = Shaping(
            staff=bool(found.get("staff")),
            reach=frozenset(each for each in found.get("reach") or () if ":" not in each),
            seal=request.seal,
            unseal=request.unseal,
            parameters=request.parameters,
            histories=request.histories,
            usages=request.usages,
            own=own_of(found.get("own"), self.kind, request.parameters["purpose"]),
        )
        data = {root.key: root.shaped(found, self.kind, shaping) for root in self.roots}
        disclosures, seats, restrictions = shaping.told.disclosures(), *(tuple(found.get(each) or ()) for each in ("seats", "withheld"))
        if shaping.misplaced:
            refused = kept_back(disclosures, CASE_REFUSED)
            return Answer(data=None, problem=CASE_REFUSED, disclosures=refused, seats=seats, restrictions=restrictions)
        denied = tuple(Denied(coordinate=where_, code=code, count=count) for (where_, code), count in sorted(shaping.denied.items()))
        return Answer(data=data, denied=denied, disclosures=disclosures, seats=seats, restrictions=restrictions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A list below a root field that is read as one beside it: the key of its field, and where the record has it."""

    key: str
    name: str
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One root field: where the record has it, and how it is shaped."""

    key: str
    field: str
    name: str
    object: Object | None = None
    leaves: tuple[Leaf, ...] = ()
    selections: tuple[Selection, ...] = ()
    page: Page | None = None
    own: bool = False
    """Whether it is of the viewer alone: one who is closed altogether is there, and what is not there is no secret."""
    inner: Inner | None = None
    there: str = ""
    """Where the record has the id and type of what was found, whether or not anything of it may be told."""
    keys: tuple[tuple[str, str], ...] = ()
    """The kinds of key by which it is asked for, each with its parameter."""
    beside: tuple[Beside, ...] = ()

    def shaped(self, record: Record, kind: ViewerKind, shaping: Shaping) -> Any:
        """The root field's value."""
        found = record.get(self.name)
        if self.page is not None:
            return self.page.shaped(found, record, shaping)
        if self.inner is not None:
            return self.inner.shaped(found, record, shaping)
        if self.field == "viewer":
            lists = {each.key: each.page.shaped(record.get(each.name), record, shaping) for each in self.beside}
            return self._viewer(found or {}, kind, shaping) | lists
        if self.field == "nodes":
            there = record.get(self.there) or [None] * len(found or ())
            ids = shaping.parameters[self.keys[0][1]] if found else ()
            return [self._node(each, it, key("id", id_), shaping) for each, it, id_ in zip(found or (), there, ids, strict=True)]
        asked = (key(sort, shaping.parameters[each]) for sort, each in self.keys if shaping.parameters[each] is not None)
        return self._node(found, record.get(self.there), next(asked, None), shaping)

    def _node(self, found: Any, there: Record | None, asked: str | None, shaping: Shaping) -> Any:
        """A node; to an outsider one that is closed altogether is as one that does not exist (A17)."""
        access = (found or {}).get("access")
        hidden = access is not None and shaping.decision(access).hidden and not self.own
        if found is None or hidden or self.object is None:
            self._missing(there, asked, shaping)
            return None
        shaping.misplaced |= not found.get("concerned", True)
        return self.object.shaped(found, found, shaping)

    def _missing(self, there: Record | None, asked: str | None, shaping: Shaping) -> None:
        id_, type_ = (there["id"], there["type"]) if there and there["type"] not in REFERENCE else (None, "")
        with shaping.told.about(id_, type_, asked):
            shaping.note(f"Query.{self.field}", missing(staff=shaping.staff and not self.own))

    def _viewer(self, found: Record, kind: ViewerKind, shaping: Shaping) -> dict[str, Any]:
        if kind.label not in PERSONS or not found.get("id"):
            return self._self(found, kind, shaping)
        with shaping.told.about(found["id"], kind.label, None) as about:
            about.give("Query.viewer")
            return self._self(found, kind, shaping)

    def _self(self, found: Record, kind: ViewerKind, shaping: Shaping) -> dict[str, Any]:
        known = {leaf.key: leaf.value(found.get(leaf.name), found, shaping) for leaf in self.leaves}
        silent: dict[str, Any] = {"kind": kind.name, "positions": [], "mandates": [], "id": None, "name": None, "notices": None}
        return {each.key: silent["kind"] if each.field == "kind" else known.get(each.key) or silent[each.field] for each in self.selections}


Pages = type[Alarmed | Search | NameRequests | Restrictions | Reviews | Visited]
_PAGES: dict[str, Pages] = {
    "search": Search,
    "nameRequests": NameRequests,
    "restrictions": Restrictions,
    "overrides": Reviews,
    "visits": Visited,
    "alarms": Alarmed,
}
"""Root fields that are lists, and what draws them."""

Judges = type[Overrides | Reviews | NameRequests | Restrictions | Choices]
_JUDGES: dict[str, Judges] = {
    **dict.fromkeys(("override", "endOverride"), Overrides),
    "reviewOverride": Reviews,
    **dict.fromkeys(("requestNames", "answerNames", "withdrawNames"), NameRequests),
    **dict.fromkeys(("withhold", "answerRestriction", "endRestriction"), Restrictions),
    "chooseNotices": Choices,
}
"""What draws what a change is judged by."""


def compile_operation(operation: Operation, kind: ViewerKind, rules: Rules) -> Statement:
    """The statement of an operation for one kind of viewer."""
    return Compiler(operation=operation, kind=kind, rules=rules).made()


@dataclass(slots=True, kw_only=True)
class Compiler:
    """Compiles one operation; `drawing` draws its fields."""

    operation: Operation
    kind: ViewerKind
    rules: Rules
    drawing: type[Fields] = Fields
    names: Names = field(
        default_factory=lambda: Names(
            taken={
                "viewer",
                "ctx",
                "covered",
                "permitted",
                "purpose",
                "key",
                "least",
                "each",
                "seat",
                "seats",
                "found",
                "codes",
                "themed",
                "at",
                "gives",
                "lifts",
                "all",
                "decided",
                "carded",
                "every",
            }
        )
    )
    context: Context = field(init=False)
    within: list[Within] = field(default_factory=list)
    """Others who are judged within the statement, or the viewer at another instant."""
    derived: list[Derived] = field(default_factory=list)
    """Parameters made of others."""
    body: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = Context(rules=self.rules, kind=self.kind, names=self.names)
        if asks_actions(self.operation.roots):
            self.context.acts = others(self.rules, self.kind)

    def made(self) -> Statement:
        """The statement and the shape of its answer."""
        roots = tuple(self._root(selection) for selection in self.operation.roots)
        text = self.text() if any(root.name for root in roots) else ""
        return Statement(name=self.operation.name, kind=self.kind, text=text, roots=roots, derived=tuple(self.derived))

    def text(self) -> str:
        """The statement of what has been drawn so far."""
        return _PARAMETER.sub(r"$given.\1", "\n".join(self._lines()))

    def _lines(self) -> list[str]:
        staff, reach = self.context.staff(), self.context.reach()
        withheld = self.context.withheld() if self.kind is ViewerKind.EMPLOYEE else ""
        asking = Asker(context=self.context).lines()
        seats = "[seat IN ctx.seats | {position: seat.position, role: seat.role, place: seat.place}]"
        shown = [
            "ctx.permitted AS permitted",
            *([f"{seats} AS seats"] if "seats" in self.context.entries else []),
            *([f"{withheld} AS withheld"] if withheld else []),
            "$case IS NULL OR size(ctx.caseSubjects) > 0 AS caseFits",
            f"{staff} AS staff",
            f"CASE WHEN {staff} THEN {reach} ELSE [] END AS reach" if reach != "[]" else "[] AS reach",
            *([f"{self.context.hinting} AS own"] if self.context.hinting else []),
            *self.returned,
        ]
        return [
            f"// {self.operation.name} ({self.kind.value})",
            *asking,
            *(line for each in self.within for line in each.lines()),
            *self.body,
            f"RETURN {', '.join(shown)}",
        ]

    # --- roots ---

    def _root(self, selection: Selection) -> Root:
        own = {
            "viewer": self._viewer_root,
            "node": self._node_root,
            "nodes": self._nodes_root,
            "preview": self._preview_root,
            "access": self._access_root,
            "checkAccess": self._check_root,
            "whatCanISee": self._reach_root,
            "whoCanSee": self._who_root,
            "usage": self._usage_root,
        }
        match selection.field:
            case field if field in own:
                return own[field](selection)
            case page if page in _PAGES:
                return self._page_root(selection, _PAGES[page])
            case change if change in CHANGES:
                return self._change_root(selection)
            case _:
                return self._one_root(selection)

    def _times(self, selection: Selection) -> Times:
        at, known = selection.arguments.get("at"), selection.arguments.get("knownAt")
        if at is None:
            return Times(known=f"${known}" if known else None)
        asked = Asked(argument=at)
        self.derived.append(asked)
        return Times(asked=f"${asked.name}", known=f"${known}" if known else None)

    def _viewer_root(self, selection: Selection) -> Root:
        view = VIEWERS.get(self.kind)
        asked = tuple(child for child in selection.children if view and child.field in view.by_name)
        beside = tuple(self._notices(child) for child in selection.children if child.field == "notices" and self.kind is ViewerKind.PERSON)
        if view is None or not (asked or beside):
            return Root(key=selection.key, field="viewer", name="", selections=selection.children)
        once = self.context.once("viewer")
        fields = self.drawing(context=self.context, times=Times(), once=once)
        drawn = fields.drawn(view, "viewer", "", Rights(), asked)
        drawn.values.setdefault("id", "viewer.id")
        name = self.names.fresh("root")
        lines = ["WITH * WHERE ctx.permitted", *fields.judge().decide(once), *drawn.lines]
        self.body += call(["viewer", "ctx"], [*lines, f"RETURN head(collect({map_of(drawn.values)})) AS {name}"])
        self.returned.append(name)
        return Root(key=selection.key, field="viewer", name=name, leaves=tuple(drawn.leaves), selections=selection.children, beside=beside)

    def _notices(self, selection: Selection) -> Beside:
        name = self.names.fresh("notices")
        lines, page = Noticed.of(self.drawing(context=self.context, times=Times(), root="Viewer.notices"), selection).drawn(name)
        self.body += lines
        self.returned += [name, page.there]
        return Beside(key=selection.key, name=name, page=page)

    def _one_root(self, selection: Selection) -> Root:
        type_, keys = ROOTS[selection.field]
        name = self.names.fresh(selection.field)
        node = self.names.fresh(type_.lower())
        lines: list[str] = []
        found = []
        asked = {argument: selection.arguments[argument] for argument in keys if selection.arguments.get(argument)}
        for argument, parameter in asked.items():
            each = self.names.fresh(f"{node}By{argument.capitalize()}")
            lines += call(["ctx"], self._found(keys[argument].path, keys[argument].property, f"${parameter}", each, type_))
            found.append(f"{each}")
        it, nodes = self.names.fresh("it"), self.names.fresh(f"{node}s")
        chosen = f"WITH {it} ORDER BY {it}.id LIMIT 1"
        self.body += call(["ctx"], [*lines, f"UNWIND {' + '.join(found)} AS {it}", chosen, f"RETURN collect({it}) AS {nodes}"])
        there = self._there(f"head([{it} IN {nodes} | {_identified(it, literal(type_))}])")
        fields = self._drawing(selection, self._times(selection))
        record, object_, inner = fields.record((type_,), node, "", selection.children)
        visible = [f"WITH * WHERE {inner.visible}"] if inner.visible else []
        drawn = [f"UNWIND {nodes} AS {node}", *inner.before, *visible, *inner.after, f"RETURN head(collect({record})) AS {name}"]
        self.body += call(["ctx", nodes], drawn)
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, object=object_, there=there, keys=tuple(asked.items()))

    def _drawing(self, selection: Selection, times: Times | None = None) -> Fields:
        return self.drawing(context=self.context, times=times or Times(), root=f"Query.{selection.field}")

    def _there(self, found: str) -> str:
        """The column that tells what was found, whether or not anything of it may be told."""
        name = self.names.fresh("there")
        self.returned.append(f"{found} AS {name}")
        return name

    def _found(self, path: str, property_: str, value: str, name: str, label: str) -> list[str]:
        """The node that a key leads to, in a list of one or none."""
        pattern = parse(path)
        variable, key = property_.split(".")
        walk = Walk(pattern=pattern, names=self.names, bound={}, when=When.ANY_TIME)
        if not pattern.edges:
            it = self.names.fresh("it")
            return [
                f"MATCH ({it}:{label} {{{key}: {value}}})",
                f"WHERE ctx.permitted AND {it}.retractedAt IS NULL",
                f"RETURN collect({it}) AS {name}",
            ]
        start = pattern.node(variable)
        found = self.names.fresh(variable)
        walk.bound[variable] = found
        lines = [
            f"MATCH ({found}:{start.labels[0] if start else label} {{{key}: {value}}})",
            f"WHERE ctx.permitted AND {found}.retractedAt IS NULL",
        ]
        lines += walk.clauses(pattern.edges)
        return [*lines, f"RETURN collect(DISTINCT {walk.bound['it']}) AS {name}"]

    def _node_root(self, selection: Selection) -> Root:
        name = self.names.fresh("root")
        parameter = f"${selection.arguments['id']}"
        object_, found, there = self._by_id(selection, parameter, ["ctx"], name)
        self.body += found
        self.returned.append(name)
        self.returned.append(there)
        return Root(key=selection.key, field="node", name=name, object=object_, there=there, keys=(("id", selection.arguments["id"]),))

    def _nodes_root(self, selection: Selection) -> Root:
        name, id_ = self.names.fresh("root"), self.names.fresh("id")
        node = self.names.fresh("found")
        object_, found, there = self._by_id(selection, id_, ["ctx", id_], node)
        place = self.names.fresh("place")
        ids = f"${selection.arguments['ids']}"
        self.body += call(
            ["ctx"],
            [
                f"UNWIND range(0, size({ids}) - 1) AS {place}",
                f"WITH *, {ids}[{place}] AS {id_}",
                *found,
                f"WITH {place}, {node}, {there} ORDER BY {place}",
                f"RETURN collect({map_of({'place': place, 'node': node, 'there': there})}) AS {name}",
            ],
        )
        self.returned.append(f"[row IN {name} | row.node] AS {name}")
        column = self._there(f"[row IN {name} | row.there]")
        keys = (("id", selection.arguments["ids"]),)
        return Root(key=selection.key, field="nodes", name=name, object=object_, there=column, keys=keys)

    def _who_root(self, selection: Selection) -> Root:
        name, at = self.names.fresh("root"), selection.arguments.get("at")
        moment = Moment(argument=at) if at else None
        lines, page = WhoCanSee(fields=self._drawing(selection), selection=selection, moment=moment).drawn(name)
        self.derived += [moment] if moment else []
        self.body += lines
        self.returned += [name, page.there]
        return Root(key=selection.key, field=selection.field, name=name, page=page)

    def _page_root(self, selection: Selection, draws: Pages) -> Root:
        name = self.names.fresh("root")
        lines, page = draws(fields=self._drawing(selection), selection=selection).drawn(name)
        self.body += lines
        self.returned += [name, *([page.there] if isinstance(page, Visits) else [])]
        return Root(key=selection.key, field=selection.field, name=name, page=page)

    def _reach_root(self, selection: Selection) -> Root:
        name, at = self.names.fresh("root"), selection.arguments.get("at")
        then = self._then(Moment(argument=at)) if at else None
        lines, page = Reach(fields=self._drawing(selection), selection=selection, then=then).drawn(name)
        self.body += lines
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, page=page)

    def _usage_root(self, selection: Selection) -> Root:
        name = self.names.fresh("root")
        lines, inner, given = Usage(fields=self._drawing(selection), selection=selection).drawn(name)
        self.body += lines
        self.derived += given
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, inner=inner)

    def _change_root(self, selection: Selection) -> Root:
        """What a mutation is judged by before it writes, and answered by after."""
        name = self.names.fresh("root")
        draws = _JUDGES[selection.field]
        lines, inner = draws(fields=self.drawing(context=self.context, times=Times()), selection=selection).judged(name)
        self.body += lines
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, inner=inner)

    def _preview_root(self, selection: Selection) -> Root:
        """Only persons are shown as others see them; to all else there is nothing."""
        if self.kind is not ViewerKind.PERSON:
            return Root(key=selection.key, field=selection.field, name="", own=True)
        name = self.names.fresh("root")
        within, given, lines, object_ = Preview(context=self.context, names=self.names, rules=self.rules, selection=selection).drawn(name)
        self.within.append(within)
        self.derived.append(given)
        self.body += lines
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, object=object_, own=True)

    def _access_root(self, selection: Selection) -> Root:
        name, at = self.names.fresh("root"), selection.arguments.get("at")
        inner: Inner
        if "viewer" in selection.arguments:
            return self._another_root(selection)
        if at is None:
            lines, inner = access(selection, self.context, name)
        else:
            lines, inner = access_at(selection, self.context, name, self._then(Moment(argument=at)))
        self.body += lines
        self.returned += [name, *([inner.there] if isinstance(inner, One) else [])]
        return Root(key=selection.key, field=selection.field, name=name, inner=inner)

    def _another_root(self, selection: Selection) -> Root:
        """Only employees can be controllers; to all others it is as if nobody were there."""
        at = selection.arguments.get("at")
        if self.kind is not ViewerKind.EMPLOYEE:
            told = Told(selections=selection.children, shapes={}, coordinate=f"Query.{selection.field}")
            inner = Another(subject=selection.arguments["subject"], viewer=selection.arguments["viewer"], at=at, told={self.kind: told})
            return Root(key=selection.key, field=selection.field, name="", inner=inner)
        name, moment = self.names.fresh("root"), Moment(argument=at) if at else None
        drawn = Drawn(
            context=self.context,
            names=self.names,
            rules=self.rules,
            selection=selection,
            at=at,
            given=moment.given if moment else {},
            types=types_of(selection, SUBJECTS),
            kinds=tuple(each for each in KINDS if selection.viewer_kind in (None, each)),
        )
        lines, inner = drawn.lines(name)
        self.body += lines
        self.within += drawn.others
        self.derived += [moment] if moment else []
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, inner=inner)

    def _then(self, moment: Moment) -> Within:
        """The viewer at another instant, for the same purpose."""
        given = moment.given | {"purpose": "purpose", "case": "case"}
        then = Within(rules=self.rules, kind=self.kind, names=self.names, viewer="$viewer", given=given)
        then.context.acts = self.context.acts
        self.within.append(then)
        self.derived.append(moment)
        return then

    def _check_root(self, selection: Selection) -> Root:
        name, at = self.names.fresh("root"), selection.arguments.get("at")
        inner: Inner
        if at is None:
            lines, inner, given = check_access(selection, self.context, name)
        else:
            lines, inner, given = check_access_at(selection, self.context, name, self._then(Moment(argument=at)))
        self.body += lines
        self.derived.append(given)
        self.returned.append(name)
        return Root(key=selection.key, field=selection.field, name=name, inner=inner)

    def _by_id(self, selection: Selection, value: str, scope: list[str], name: str) -> tuple[Object, list[str], str]:
        """The lines that bind the node that has the id, or null: judged as its type is, of all types that the operation asks anything
        of (of every type, where it asks of none); and the variable that holds what has that id, of whatever type."""
        asked = {child.on for child in selection.children}
        types = [type_ for type_ in NODE_TYPES if not asked or type_ in asked]
        one = VIEWS[types[0]] if len(types) == 1 else None
        node = self.names.fresh(one.label.lower() if one else "node")
        fields = self._drawing(selection, self._times(selection))
        record, object_, inner = fields.record(types, node, "", selection.children)
        body = [
            f"MATCH ({node}:{one.label if one else 'Entity'} {{id: {value}}})",
            where(["ctx.permitted", f"{node}.retractedAt IS NULL"]),
            *inner.before,
            *([f"WITH * WHERE {inner.visible}"] if inner.visible else []),
            *inner.after,
            f"RETURN head(collect({f'{record[:-1]}, type: {literal(one.type)}}}' if one else record})) AS {name}",
        ]
        it, there = self.names.fresh("it"), self.names.fresh("there")
        type_ = f"head([label IN labels({it}) WHERE label <> 'Entity'])"
        sought = [
            f"MATCH ({it}:Entity {{id: {value}}})",
            where(["ctx.permitted", f"{it}.retractedAt IS NULL"]),
            f"RETURN head(collect({_identified(it, type_)})) AS {there}",
        ]
        return replace(object_, abstract=True), [*call(scope, body), *call(scope, sought)], there


def _identified(node: str, type_: str) -> str:
    return map_of({"id": f"{node}.id", "type": type_})
