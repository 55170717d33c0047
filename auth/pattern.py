"""The notation of rules: paths from viewer to subject that read like the Cypher they become.

`parse` reads comma-joined paths, `parse_condition` a `where`. The notation is a part of Cypher's: nodes with labels and
fixed properties, relationships with `|` and `*low..high`, and comparisons joined by AND, OR, NOT.

Walks may reuse a relationship; where two must differ, the rule says so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NewType, TypeVar

from auth.errors import NotationError

Variable = NewType("Variable", str)
Scalar = str | int | bool | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """`(variable:Label|Other {property: value})`. Without labels, any node; unnamed ones get a name that starts with `_`."""

    variable: Variable
    labels: tuple[str, ...]
    properties: tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`-[variable:TYPE|OTHER*low..high {property: value}]->`; `start` and `end` follow the arrow, not the reading order.
    A walk takes each relationship once, as in Cypher."""

    variable: Variable
    types: tuple[str, ...]
    start: Variable
    end: Variable
    low: int
    high: int
    properties: tuple[tuple[str, Scalar], ...]

    @property
    def walks(self) -> bool:
        """Whether it stands for a walk of several relationships."""
        return (self.low, self.high) != (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Paths that share variables: the nodes by name, in order of appearance, and the edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, variable: str) -> Node | None:
        """The node of that name, or none."""
        return next((node for node in self.nodes if node.variable == variable), None)

    @property
    def variables(self) -> frozenset[str]:
        """Names of all nodes and relationships."""
        return frozenset(node.variable for node in self.nodes) | frozenset(edge.variable for edge in self.edges)

    def between(self, start: str, end: str) -> tuple[Edge, ...]:
        """The edges from one node to another, by the fewest; none where they do not hang together."""
        ways: list[tuple[str, tuple[Edge, ...]]] = [(start, ())]
        for here, walked in ways:
            if here == end:
                return walked
            onward = (edge for edge in self.edges if here in (edge.start, edge.end) and edge not in walked)
            ways += [(edge.end if here == edge.start else edge.start, (*walked, edge)) for edge in onward]
        return ()

    def outward(self, start: str) -> list[tuple[Edge, str]]:
        """The edges from a node outward, each with the node that it leads to."""
        seen = {start}
        found: list[tuple[Edge, str]] = []
        left = list(self.edges)
        while left:
            edge = next((each for each in left if each.start in seen or each.end in seen), left[0])
            left.remove(edge)
            end = edge.end if edge.start in seen else edge.start
            seen |= {edge.start, edge.end}
            found.append((edge, end))
        return found


@dataclass(frozen=True, slots=True)
class Literal:
    """A fixed value."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Named:
    """A node or relationship of the pattern, compared by identity."""

    variable: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or relationship of the pattern."""

    variable: str
    name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """`now`: this instant; `today`: the date in Europe/Oslo; `asked`: the instant that the data are asked for."""

    name: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What the request says: `purpose_stated`, the code of the purpose; `action`, what the viewer wants to do."""

    name: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A date or instant some whole months or years later (or earlier)."""

    of: "Operand"
    months: int


@dataclass(frozen=True, slots=True)
class Several:
    """A list of fixed values."""

    values: tuple[Scalar, ...]


Operand = Literal | Named | Property | Moment | Stated | Shift | Several


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands compared; three-valued, as in Cypher: a null on either side gives null."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether a value is missing; never null itself."""

    of: Operand


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; of null, null."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """Conjunction, three-valued."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Disjunction, three-valued."""

    parts: tuple["Condition", ...]


Condition = Comparison | IsNull | Not | Both | Either

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'[^']*')|(?P<number>\d+(?!\w))|(?P<word>[A-Za-z_]\w*)|(?P<mark><>|<=|>=|<-|->|\.\.|[-()\[\]{}:,|*.=<>+]))"
)
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
_MOMENTS = ("now", "today", "asked")
_STATED = ("purpose_stated", "action")


class _Reader:
    """Tokens of one text, with the place for a message."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(self._split(text))
        self.at = 0

    @staticmethod
    def _split(text: str) -> Iterator[tuple[str, str, int]]:
        at = 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if found is None:
                raise NotationError(text=text, at=at, expected="a name, a number, a 'text' or one of ()[]{}:,|*.=<>+-")
            yield found.lastgroup or "", found[found.lastgroup or 0], found.start(found.lastgroup or 0)
            at = found.end()

    @property
    def next(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    @property
    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def fail(self, expected: str) -> NotationError:
        at = self.tokens[self.at][2] if self.at < len(self.tokens) else len(self.text)
        return NotationError(text=self.text, at=at, expected=expected)

    def take(self, *wanted: str) -> bool:
        """Take these tokens if they come next."""
        ahead = tuple(token[1] for token in self.tokens[self.at : self.at + len(wanted)])
        if ahead != wanted:
            return False
        self.at += len(wanted)
        return True

    def must(self, *wanted: str) -> None:
        if not self.take(*wanted):
            raise self.fail(f"`{''.join(wanted)}`")

    def word(self, what: str) -> str:
        if self.kind != "word":
            raise self.fail(what)
        self.at += 1
        return self.tokens[self.at - 1][1]

    def integer(self) -> int:
        if self.kind != "number":
            raise self.fail("a whole number")
        self.at += 1
        return int(self.tokens[self.at - 1][1])

    def scalar(self) -> Scalar:
        if self.kind == "text":
            self.at += 1
            return self.tokens[self.at - 1][1][1:-1]
        if self.kind == "number":
            return self.integer()
        word = self.word("a fixed value: 'text', a whole number, true, false or null")
        try:
            return {"true": True, "false": False, "null": None}[word]
        except KeyError:
            self.at -= 1
            raise self.fail("a fixed value: 'text', a whole number, true, false or null") from None

    def several(self, one: Callable[[], T], separator: str) -> tuple[T, ...]:
        found = [one()]
        while self.take(separator):
            found.append(one())
        return tuple(found)

    def done(self) -> None:
        if self.kind:
            raise self.fail("the end")


class _Paths(_Reader):
    """Reads comma-joined paths; a node named again joins the paths, and may add labels once."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []

    def pattern(self) -> Pattern:
        self.several(self.path, ",")
        self.done()
        return Pattern(nodes=tuple(self.nodes.values()), edges=tuple(self.edges))

    def path(self) -> None:
        here = self.node()
        while self.next in ("-", "<-"):
            here = self.edge(here)

    def node(self) -> Variable:
        self.must("(")
        name = Variable(self.word("a name") if self.kind == "word" else f"_{len(self.nodes)}")
        labels = self.several(lambda: self.word("a label"), "|") if self.take(":") else ()
        properties = self.properties()
        self.must(")")
        known = self.nodes.get(name)
        if known and (labels or properties) and (known.labels or known.properties):
            raise self.fail(f"labels and properties of `{name}` only once")
        if known is None or labels or properties:
            self.nodes[name] = Node(variable=name, labels=labels, properties=properties)
        return name

    def edge(self, here: Variable) -> Variable:
        backwards = self.take("<-")
        if not backwards:
            self.must("-")
        self.must("[")
        name = Variable(self.word("a name") if self.kind == "word" else f"_r{len(self.edges)}")
        if any(edge.variable == name for edge in self.edges):
            raise self.fail(f"another name: `{name}` is a relationship already")
        self.must(":")
        types = self.several(lambda: self.word("a relationship type"), "|")
        low, high = self.bounds()
        properties = self.properties()
        self.must("]")
        self.must("-" if backwards else "->")
        there = self.node()
        start, end = (there, here) if backwards else (here, there)
        self.edges.append(Edge(variable=name, types=types, start=start, end=end, low=low, high=high, properties=properties))
        return there

    def bounds(self) -> tuple[int, int]:
        if not self.take("*"):
            return 1, 1
        low = self.integer()
        self.must("..")
        high = self.integer()
        if high < low or high > 8:
            raise self.fail("a walk of at most 8 relationships, low..high")
        return low, high

    def properties(self) -> tuple[tuple[str, Scalar], ...]:
        if not self.take("{"):
            return ()
        found = self.several(self.fixed, ",")
        self.must("}")
        return found

    def fixed(self) -> tuple[str, Scalar]:
        name = self.word("a property")
        self.must(":")
        return name, self.scalar()


class _Conditions(_Reader):
    """Reads a `where`: OR binds loosest, then AND, then NOT."""

    def condition(self) -> Condition:
        found = self.either()
        self.done()
        return found

    def either(self) -> Condition:
        parts = self.several(self.both, "OR")
        return parts[0] if len(parts) == 1 else Either(parts)

    def both(self) -> Condition:
        parts = self.several(self.one, "AND")
        return parts[0] if len(parts) == 1 else Both(parts)

    def one(self) -> Condition:
        if self.take("NOT"):
            return Not(self.one())
        if self.take("("):
            inner = self.either()
            self.must(")")
            return inner
        return self.comparison()

    def comparison(self) -> Condition:
        left = self.operand()
        if self.take("IS", "NULL"):
            return IsNull(left)
        if self.take("IS", "NOT", "NULL"):
            return Not(IsNull(left))
        if self.take("IN"):
            return Comparison("IN", left, self.among())
        operator = self.next
        if operator not in ("=", "<>", "<", "<=", ">", ">="):
            raise self.fail("a comparison")
        self.at += 1
        return Comparison(operator, left, self.operand())

    def among(self) -> Several | Property:
        """What stands after IN: fixed values, or a property that holds a list."""
        if not self.take("["):
            name = self.word("`[` or a property that holds a list")
            self.must(".")
            return Property(name, self.word("a property"))
        values = self.several(self.scalar, ",")
        self.must("]")
        return Several(values)

    def operand(self) -> Operand:
        found = self.simple()
        while self.next in ("+", "-"):
            sign = 1 if self.take("+") else -self.must_minus()
            count = self.integer()
            unit = self.word("months or years")
            if unit not in _MONTHS:
                raise self.fail("months or years")
            found = Shift(found, sign * count * _MONTHS[unit])
        return found

    def must_minus(self) -> int:
        self.must("-")
        return 1

    def simple(self) -> Operand:
        if self.kind != "word" or self.next in ("true", "false", "null"):
            return Literal(self.scalar())
        name = self.word("a name")
        if name in _MOMENTS:
            return Moment(name)
        if name in _STATED:
            return Stated(name)
        if self.take("."):
            return Property(name, self.word("a property"))
        return Named(name)


@lru_cache(maxsize=1024)
def parse(text: str) -> Pattern:
    """The pattern that the notation stands for, or a NotationError that shows the place."""
    return _Paths(text).pattern()


def parse_condition(text: str) -> Condition:
    """The condition that a `where` stands for, or a NotationError that shows the place."""
    return _Conditions(text).condition()


def operands(condition: Condition) -> Iterator[Operand]:
    """Every operand of a condition."""
    match condition:
        case Comparison(_, left, right):
            yield left
            yield right
        case IsNull(of):
            yield of
        case Not(of):
            yield from operands(of)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from operands(part)


def variables_of(condition: Condition) -> frozenset[str]:
    """Names that a condition speaks of."""
    return frozenset(name for operand in operands(condition) for name in _names(operand))


def _names(operand: Operand) -> Iterator[str]:
    match operand:
        case Named(variable) | Property(variable, _):
            yield variable
        case Shift(of, _):
            yield from _names(of)
        case _:
            return


def conjuncts(condition: Condition | None) -> tuple[Condition, ...]:
    """The parts of a conjunction; none for no condition."""
    match condition:
        case None:
            return ()
        case Both(parts):
            return tuple(each for part in parts for each in conjuncts(part))
        case _:
            return (condition,)
