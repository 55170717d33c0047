"""Whether what the fields of the schema read is in the model, under a category that covers it."""

from collections.abc import Iterator
from dataclasses import dataclass

from auth.category import Category
from auth.decide import open_to_all
from auth.errors import RuleError
from auth.rule import Rules
from graph.check.condition import check_condition
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.model import LABELS, Property, Relationship
from graph.views import NODE_TYPES, ROOTS, VIEWERS, VIEWS, Key
from graph.views.view import Access, Coded, Field, Many, Part, Picked, Related, Value, View, Way

PLACES = frozenset({"Address", "Area", "Household", "Unit"})
"""What leads to one of these from someone, or from what is theirs, tells where they are (A10)."""


def check_views(rules: Rules) -> None:
    """Raise where a view reads what is not there, or shows under a category what belongs to another."""
    for view in VIEWS.values():
        _View(view=view, rules=rules).check()
    for view in VIEWERS.values():
        _View(view=view, rules=rules, own=True).check()
    for name, (type_, keys) in ROOTS.items():
        for argument, key in keys.items():
            _key(f"Query.{name}({argument}:)", type_, key)
    missing = sorted(set(NODE_TYPES) - set(VIEWS))
    if missing:
        raise RuleError(rule="Query.node", problem=f"there is no view of `{missing[0]}`")


def _key(name: str, type_: str, key: Key) -> None:
    place = Place(rule=name, text=key.path)
    names = scope(key.pattern, place)
    if names.labels("it") != {VIEWS[type_].label}:
        raise place.wrong(f"write a path from `(it:{VIEWS[type_].label})`", "it")
    variable, property_ = _read(key.property, place)
    if not names.the(variable, property_, place).indexed:
        raise place.wrong(f"`{key.property}` is no look-up key in the model", variable)


def _read(text: str, place: Place) -> tuple[str, str]:
    variable, dot, property_ = text.partition(".")
    if not dot:
        raise place.reading(text).wrong("write `name.property`")
    return variable, property_


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """One view under the check. `own`: what a viewer reads of themselves, whatever its category."""

    view: View
    rules: Rules
    own: bool = False

    def check(self) -> None:
        view = self.view
        for label in self._labels():
            if label not in LABELS:
                raise self._place("").wrong(f"there is no label `{label}`")
        if view.access is Access.ROWS and not any(row.label == view.label for row in self.rules.rows):
            raise self._place("").wrong("no row says whom it hangs on: nobody could read it")
        open_ = view.access is Access.OPEN and not self.own
        for field in view.fields:
            if open_ and not open_to_all(field.category):
                raise self._place(field.name).wrong("what a public register shows is OPEN")
            self._field(field)

    def _labels(self) -> Iterator[str]:
        """The label of the view's nodes; of a view that is a part of others, theirs."""
        if self.view.label:
            yield self.view.label
            return
        for other in VIEWS.values():
            if any(isinstance(field, Part) and field.view == self.view.type for field in other.fields):
                yield other.label

    def _place(self, name: str, text: str = "") -> Place:
        return Place(rule=f"{self.view.type}.{name}" if name else self.view.type, text=text)

    def _field(self, field: Field) -> None:
        match field:
            case Value():
                self._value(field, self._here(field.name), self._place(field.name))
            case Picked():
                self._picked(field)
            case Part():
                self._known(field.view, field.name)
            case Coded():
                self._coded(field, self._here(field.name))
            case Related():
                self._related(field)

    def _here(self, name: str) -> Scope:
        """`node` is of the view's label; `edge` is any relationship that leads to it."""
        ways = list(_leading_to(self.view.type))
        nodes = {"node": frozenset(self._labels())}
        shown = ways and all(ways)
        return Scope(nodes=nodes, edges={"edge": tuple(each for way in ways for each in way)} if shown else {})

    def _value(self, field: Value, names: Scope, place: Place) -> None:
        for text in field.reads:
            self._covered(names.the(*_read(text, place), place.reading(text)), field, place.reading(text))

    def _covered(self, declared: Property, field: Field, place: Place) -> None:
        """A property that has a category of its own is shown under that."""
        if not self.own and not open_to_all(declared.category) and declared.category is not field.category:
            raise place.wrong(f"`{declared.name}` is {declared.category}, not {field.category}", declared.name)

    def _picked(self, field: Picked) -> None:
        place = self._place(field.name, field.path)
        way = Way(path=field.path, where=field.where)
        names = self._way(field, way, frozenset(self._labels()), place)
        for text in (field.reads, field.first):
            self._covered(names.the(*_read(text, place), place.reading(text)), field, place.reading(text))

    def _coded(self, field: Coded, names: Scope) -> None:
        place = self._place(field.name, field.reads)
        names.the(*_read(field.reads, place), place)
        self._known(field.view, field.name)
        if "code" not in LABELS[VIEWS[field.view].label].properties:
            raise place.wrong(f"{VIEWS[field.view].label} has no code")

    def _known(self, type_: str, name: str) -> None:
        if type_ not in VIEWS:
            raise self._place(name).wrong(f"there is no view of `{type_}`")

    def _way(self, field: Picked | Related, way: Way, it: frozenset[str], place: Place) -> Scope:
        place = place.reading(way.path)
        names = scope(way.pattern, place)
        if names.labels("it") != it:
            raise place.wrong(f"write a path from `(it:{'|'.join(sorted(it))})`", "it")
        if not names.labels("node") or "edge" not in names.edges or "edge" in names.walks:
            raise place.wrong("write a path that ends in `-[edge:…]->(node:…)`")
        if way.condition is not None:
            check_condition(way.condition, names, place.reading(way.where))
        self._told(field, names, place)
        return names

    def _told(self, field: Picked | Related, names: Scope, place: Place) -> None:
        """Whoever reads the field learns of every relationship on its way; one that tells a place is closed as places are."""
        if self.own:
            return
        read = {row.category for row in self.rules.rows if row.label == self.view.label} if self.view.access is Access.ROWS else set()
        covers = {Category.OPEN, field.category, *([Category.ADDRESS] if field.place else []), *read}
        other = next((each for edge in names.edges.values() for each in edge if each.category not in covers), None)
        if other is not None:
            raise place.wrong(f"`{other.type}` is {other.category}, not {field.category}", other.type)

    def _related(self, field: Related) -> None:
        place = self._place(field.name)
        for type_ in field.views:
            self._known(type_, field.name)
        scopes = [self._way(field, way, frozenset(self._labels()), place) for way in field.ways]
        if not scopes:
            raise place.wrong("write at least one way")
        shown = {VIEWS[type_].label for type_ in field.views}
        for way, names in zip(field.ways, scopes, strict=True):
            self._way_shown(field, way, names, shown, place.reading(way.path))
        for each in field.edge:
            self._edge_field(field, each, scopes)

    def _way_shown(self, field: Related, way: Way, names: Scope, shown: set[str], place: Place) -> None:
        if field.scalar is not None:
            self._covered(names.the("node", field.scalar, place), field, place)
        elif not names.labels("node") <= shown:
            raise place.wrong(f"no view of the field shows {', '.join(sorted(names.labels('node') - shown))}", "node")
        if (way.says is None) != (field.says is None):
            raise place.wrong("every way says what it is, where the field says it (`says`)")
        tells = self.view.access in (Access.MASK, Access.ROWS) and names.labels("node") & PLACES
        if tells and not field.place:
            raise place.wrong(f"it tells where someone is: write `place=True` ({', '.join(sorted(tells))}, A10)", "node")
        if self.view.access in (Access.MASK, Access.REGISTER) and len(field.views) == 1:
            self._row(field, place)

    def _row(self, field: Related, place: Place) -> None:
        view = VIEWS[field.views[0]]
        if view.access is Access.ROWS and self.rules.row(view.label, self.view.label, field.category) is None:
            raise place.wrong(f"no row says that a {view.label} hangs on someone in {field.category}")

    def _edge_field(self, field: Related, each: Field, scopes: list[Scope]) -> None:
        place = self._place(f"{field.name}.edges.{each.name}")
        if field.many is not Many.CONNECTION:
            raise place.wrong("only a connection has edges")
        for names in scopes:
            match each:
                case Value():
                    self._value(each, Scope(nodes={"node": names.labels("node")}, edges={"edge": names.edges["edge"]}), place)
                case Coded():
                    # A way whose relationship has no such property shows none.
                    if any(self._has(each.reads, other, place) for other in scopes):
                        self._known(each.view, each.name)
                    else:
                        self._coded(each, names)
                case Related():
                    for way in each.ways:
                        self._way(each, way, names.labels(each.anchor), place)
                case _:
                    raise place.wrong("an edge shows values, codes and what is related")

    @staticmethod
    def _has(text: str, names: Scope, place: Place) -> bool:
        return all(names.properties(*_read(text, place)))


def _leading_to(type_: str) -> Iterator[tuple[Relationship, ...]]:
    """What leads to nodes of the type, for each way that does; nothing for one that shows no relationship."""
    for view in (*VIEWS.values(), *VIEWERS.values()):
        for field in view.fields:
            for related in (field, *(field.edge if isinstance(field, Related) else ())):
                if isinstance(related, Related) and type_ in related.views:
                    yield from (() if related.distinct else _edges(way) for way in related.ways)


def _edges(way: Way) -> tuple[Relationship, ...]:
    return scope(way.pattern, Place(rule="way", text=way.path)).edges.get("edge", ())
