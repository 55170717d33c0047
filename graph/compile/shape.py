"""How a record becomes the answer: response keys, connections, and the code of each closed field.

A node in a record is a map `{it, type, access, whole, places, edge, position, says}`; of these only what its selection needs.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from auth.category import PERSONAL, Category
from auth.decide import Decision, Hung, open_to_all
from auth.hints import Own
from auth.rules import CODE_ORDER, PROTECTION_CODES
from auth.usage import Used
from auth.visit import History
from graph.compile.disclosed import MARK, About, Telling, marks
from graph.selection import Selection

TOO_MANY = "TOO_MANY"
"""The code of a list that is cut, and of a count that is not made: it closes nothing (A18)."""

Record = Mapping[str, Any]


class Typed(dict[str, Any]):
    """An object of one of several types. Its type stands beside what is told of it: whatever a document calls a field, it is none."""

    __slots__ = ("type",)

    def __init__(self, type_: str, told: Mapping[str, Any] | None = None) -> None:
        super().__init__(told or {})
        self.type = type_


Seal = Callable[[str, Sequence[Any]], str]
Unseal = Callable[[str, str | None], str | None]
"""What somebody wrote, of what the graph holds of it under an id; none where it cannot be read."""


def unread(_id: str, _sealed: str | None) -> None:
    """Reads nothing."""


class Inner(Protocol):
    """What shapes the value of a field that is more than a leaf."""

    def shaped(self, found: Any, record: Record, shaping: "Shaping") -> Any:
        """The value in the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """A coordinate of the schema that was closed for some of the objects returned."""

    coordinate: str
    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A decision, with the marks of what gave it."""

    decision: Decision
    marks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is told and what is closed of objects that are asked the same and judged alike."""

    given: Mapping[tuple[str, Category], None]
    refused: tuple[tuple[str, str], ...]
    decision: Decision | None
    """That which it is known by, kept as long as the verdict is."""

    @classmethod
    def of(cls, leaves: Sequence["Leaf"], code: Callable[["Leaf"], str | None], decision: Decision | None) -> Self:
        """The verdict on these leaves."""
        codes = [(leaf, code(leaf)) for leaf in leaves]
        given = {told: None for leaf, closed in codes if not closed for told in leaf.tells()}
        return cls(given=given, refused=tuple((leaf.coordinate, closed) for leaf, closed in codes if closed), decision=decision)

    def note(self, about: About) -> None:
        """Tell it of a subject, once."""
        if id(self) not in about.noted:
            about.noted.add(id(self))
            about.given.update(self.given)
            about.refused.update(dict.fromkeys(self.refused))


@dataclass(slots=True, kw_only=True)
class Shaping:
    """One answer in the making."""

    staff: bool
    reach: frozenset[str]
    seal: Seal
    parameters: Mapping[str, Any]
    unseal: Unseal = unread
    histories: Mapping[str, History] = field(default_factory=dict)
    """What the look-up log has of those whose visits are asked for."""
    usages: Mapping[str, Used] = field(default_factory=dict)
    """What it has of units that are asked about."""
    misplaced: bool = False
    """Whether a person was asked for whom the stated case does not concern."""
    own: Own | None = None
    """The viewer's own side, where hints are asked for."""
    veiled: frozenset[str] = frozenset()
    """Codes that the viewer may not learn."""
    past: bool = False
    """Whether it is of an earlier instant."""
    denied: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: Telling = field(default_factory=Telling)
    decisions: dict[tuple[Any, ...], Judged] = field(default_factory=dict)
    verdicts: dict[tuple[Any, ...], Verdict] = field(default_factory=dict)

    def decision(self, access: Record, among: tuple[Category, ...] = PERSONAL) -> Decision:
        """The decision that a record of a subject carries."""
        return self.judged(access, among).decision

    def judged(self, access: Record, among: tuple[Category, ...] = PERSONAL) -> Judged:
        """The decision that a record of a subject carries, and what gave it; equal ones are made once."""
        parts = tuple(tuple(access.get(name) or ()) for name in ("mask", "offered", "codes", "places"))
        whole = access.get("whole") is not False
        known = self.decisions.get((*parts, among, whole))
        if known is None:
            mask, offered, codes, places = (frozenset(each for each in part if each[:1] != MARK) for part in parts)
            decision = Decision(
                mask=mask,
                offered=offered if codes else mask,
                codes=codes,
                place_codes=places,
                reach=self.reach,
                staff=self.staff,
                among=among,
                whole=whole,
            )
            known = self.decisions[(*parts, among, whole)] = Judged(decision=decision, marks=marks(parts[0]))
        return known

    def note(self, coordinate: str, code: str) -> None:
        """A field of one returned object was closed."""
        self.denied[coordinate, code] += 1
        if code != TOO_MANY:
            self.told.here.refuse(coordinate, code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One field of an object: where the answer wants it, where the record has it, and what can close it."""

    key: str
    name: str
    coordinate: str
    category: Category
    place: bool = False
    detail: bool = False
    made: Callable[..., Any] | None = None
    inner: "Inner | None" = None

    def value(self, found: Any, record: Record, shaping: Shaping) -> Any:
        """The field's value in the answer."""
        if self.inner is not None:
            return self.inner.shaped(found, record, shaping)
        return found if self.made is None or found is None else self.made(found)

    def tells(self) -> Iterator[tuple[str, Category]]:
        """The coordinates that are told by it, whatever its value, each with its category; what is open to all tells nothing."""
        if not open_to_all(self.category):
            yield self.coordinate, self.category
        match self.inner:
            case Part(leaves=leaves):
                yield from (each for leaf in leaves for each in leaf.tells())
            case Page(edges=edges):
                yield from (each for _, several in edges for one in several if one.leaf for each in one.leaf.tells())
            case _:
                pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object of one of some types, by the type of its node.

    Of the types among `subjects` it tells something of the node itself, of others of whom it was reached from; `led` is the field
    that leads to it, with its category.
    """

    leaves: Mapping[str, tuple[Leaf, ...]]
    abstract: bool = False
    subjects: frozenset[str] = frozenset()
    led: tuple[str, Category] = ("", Category.OPEN)

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any] | None:
        """The object, or none where there is none."""
        if found is None:
            return None
        type_ = found.get("type") or next(iter(self.leaves))
        if type_ not in self.subjects:
            return self._shaped(type_, found, shaping)
        with shaping.told.about(found["it"]["id"], type_, None) as about:
            self._tell(found, about, shaping)
            return self._shaped(type_, found, shaping)

    def _shaped(self, type_: str, found: Record, shaping: Shaping) -> dict[str, Any]:
        answer: dict[str, Any] = Typed(type_) if self.abstract else {}
        values = found.get("it") or {}
        verdict = self._verdict(type_, found, shaping)
        verdict.note(shaping.told.here)
        shaping.denied.update(verdict.refused)
        for leaf in self.leaves.get(type_, ()):
            answer[leaf.key] = leaf.value(values.get(leaf.name), found, shaping)
        return answer

    def _tell(self, found: Record, about: About, shaping: Shaping) -> None:
        """That there is such a subject, and by which rules; of one who was asked for and is closed altogether, that this was refused."""
        where, category = self.led
        access = found.get("access") or found.get("rights")
        if access is None:
            about.give(where, category)
            about.marks |= marks(found.get("marks") or ())
            return
        judged = shaping.judged(access)
        about.marks |= judged.marks
        if open_to_all(category) and "access" in found and judged.decision.denied:
            about.refuse(where, judged.decision.refusal(CODE_ORDER, PROTECTION_CODES))
        else:
            about.give(where, category)

    def _verdict(self, type_: str, found: Record, shaping: Shaping) -> Verdict:
        access = found.get("access") or found.get("rights")
        decision = None if access is None else shaping.decision(access)
        if decision is not None:
            key: tuple[Any, ...] = (id(self), type_, id(decision))
        else:
            mask, places = found.get("mask"), found.get("places")
            key = (id(self), type_, None if mask is None else tuple(mask), tuple(places or ()), found.get("whole") is not False)
        known = shaping.verdicts.get(key)
        if known is None:
            known = shaping.verdicts[key] = Verdict.of(self.leaves.get(type_, ()), _judge(found, shaping), decision)
        return known


def _judge(found: Record, shaping: Shaping) -> Callable[[Leaf], str | None]:
    access = found.get("access") or found.get("rights")
    if access is not None:
        decision = shaping.decision(access)
        return lambda leaf: (
            None if decision.allows(leaf.category, place=leaf.place) else decision.code(leaf.category, place=leaf.place, order=CODE_ORDER)
        )
    mask, places = found.get("mask"), frozenset(found.get("places") or ())
    read = None if mask is None else frozenset(mask)
    hung = Hung(mask=read, whole=found.get("whole") is not False, place_codes=places, staff=shaping.staff)
    return lambda leaf: hung.code(leaf.category, place=leaf.place, detail=leaf.detail, order=CODE_ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The same node, seen as another type."""

    leaves: tuple[Leaf, ...]

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any] | None:
        """The part; none where the field that holds it is closed."""
        if found is None:
            return None
        return {leaf.key: leaf.value(found.get(leaf.name), record, shaping) for leaf in self.leaves}


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """A list of objects, or of values: at most so many; the record has one more where there are more, and then the answer says so."""

    coordinate: str
    most: int
    inner: Object | None = None

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> list[Any] | None:
        """The list; none where the field is closed."""
        if found is None:
            return None
        if len(found) > self.most:
            shaping.note(self.coordinate, TOO_MANY)
        shown = found[: self.most]
        return [self.inner.shaped(each, record, shaping) for each in shown] if self.inner else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Relay connection: at most `first` of the rows that the record has, which has one more where there are more.

    `totals` are the keys and coordinates that ask how many there are; a record without that number has too many to count.
    """

    coordinate: str
    first: str
    after: str
    edges: tuple[tuple[str, tuple["EdgeLeaf", ...]], ...]
    info: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    totals: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, selection: Selection, edges: tuple[tuple[str, tuple["EdgeLeaf", ...]], ...], **more: Any) -> Self:
        """The connection that is selected; `more` is what such a page has beside."""
        children = selection.children
        info = ((child.key, tuple((each.key, each.field) for each in child.children)) for child in children if child.field == "pageInfo")
        return cls(
            coordinate=f"{selection.on}.{selection.field}",
            first=selection.arguments["first"],
            after=selection.arguments["after"],
            edges=edges,
            info=tuple(info),
            totals=tuple((child.key, f"{child.on}.totalCount") for child in children if child.field == "totalCount"),
            **more,
        )

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> dict[str, Any] | None:
        """The connection; none where the field is closed."""
        if found is None:
            return None
        first = shaping.parameters[self.first]
        rows = sorted(found.get("rows") or (), key=self.order)
        page = rows[:first]
        answer: dict[str, Any] = {key: [self._edge(leaves, row, shaping) for row in page] for key, leaves in self.edges}
        for key, fields in self.info:
            answer[key] = {name: self._info(what, page, len(rows) > first, shaping) for name, what in fields}
        for key, coordinate in self.totals:
            answer[key] = found.get("total")
            if answer[key] is None:
                shaping.note(coordinate, TOO_MANY)
        return answer

    def order(self, row: Record) -> tuple[Any, ...]:
        """Newest first, then by id."""
        begins, id_ = row["position"]
        return (-begins, id_)

    def _edge(self, leaves: tuple["EdgeLeaf", ...], row: Record, shaping: Shaping) -> dict[str, Any]:
        return {leaf.key: leaf.value(self, row, shaping) for leaf in leaves}

    def cursor(self, row: Record, shaping: Shaping) -> str:
        """The sealed place of a row."""
        return shaping.seal(self.coordinate, row["position"])

    def _info(self, what: str, page: list[Record], more: bool, shaping: Shaping) -> Any:
        match what:
            case "hasNextPage":
                return more
            case "hasPreviousPage":
                return shaping.parameters[self.after] is not None
            case "startCursor":
                return self.cursor(page[0], shaping) if page else None
            case _:
                return self.cursor(page[-1], shaping) if page else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Page):
    """A connection that is shaped field by field, as it is selected, of rows that are in order. `node` and `beside` say of what."""

    selections: tuple[Selection, ...]

    def connection(self, rows: Sequence[Record], found: Any, shaping: Shaping) -> dict[str, Any]:
        """The fields that are selected; there is one row more than a page holds where there are more."""
        first = shaping.parameters[self.first]
        page, more = list(rows[:first]), len(rows) > first
        return {child.key: self._field(child, page, more, found, shaping) for child in self.selections}

    def node(self, child: Selection, row: Record, shaping: Shaping) -> Any:
        """The node of an edge."""
        raise NotImplementedError

    def beside(self, child: Selection, found: Any, shaping: Shaping) -> Any:
        """What is told beside the edges and the page, as how many there are."""
        raise NotImplementedError

    def _field(self, child: Selection, page: list[Record], more: bool, found: Any, shaping: Shaping) -> Any:
        match child.field:
            case "edges":
                return [{each.key: self._of_edge(each, row, shaping) for each in child.children} for row in page]
            case "pageInfo":
                return {each.key: self.page_info(each.field, page, more, found, shaping) for each in child.children}
            case _:
                return self.beside(child, found, shaping)

    def page_info(self, what: str, page: list[Record], more: bool, found: Any, shaping: Shaping) -> Any:
        """Where the page lies in the list."""
        return self._info(what, page, more, shaping)

    def _of_edge(self, child: Selection, row: Record, shaping: Shaping) -> Any:
        return self.cursor(row, shaping) if child.field == "cursor" else self.node(child, row, shaping)


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeLeaf:
    """One field of an edge: its cursor, its node, or a value of the edge."""

    key: str
    what: str
    leaf: Leaf | None = None
    node: Object | None = None

    def value(self, page: Page, row: Record, shaping: Shaping) -> Any:
        """The field's value."""
        if self.what == "cursor":
            return page.cursor(row, shaping)
        if self.node is not None:
            return self.node.shaped(row.get("of", row), row, shaping)
        if self.what == "says":
            return row["says"]
        return self.leaf.value(row["edge"].get(self.leaf.name), row, shaping) if self.leaf else None
