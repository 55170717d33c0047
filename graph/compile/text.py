"""Cypher, clause by clause: names, validity, patterns and conditions of the notation."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from auth.category import Action
from auth.pattern import (
    Both,
    Comparison,
    Condition,
    Edge,
    Either,
    IsNull,
    Literal,
    Moment,
    Named,
    Not,
    Operand,
    Pattern,
    Property,
    Scalar,
    Several,
    Shift,
    Stated,
)
from auth.rule import LASTING, When

INDENT = "  "

FOREVER = 2**53 - 1
"""An instant after all others. One comparison with it is less for Neo4j to parse and rewrite than a null and an OR."""


@dataclass(slots=True)
class Names:
    """Names of one statement: each variable is a word, numbered where the word is taken."""

    taken: set[str] = field(default_factory=set)
    numbered: bool = False
    """Whether each is numbered from here on, so that what is written by hand has all plain words to itself."""
    single: bool = False
    """Whether each relationship is a clause alone from here on. Those of one clause ArcadeDB compares with each other, by all types that
    there are, whenever it begins the clause; Neo4j plans both alike."""

    def fresh(self, word: str) -> str:
        """A name that nothing else in the statement has."""
        base = word.lstrip("_") or "it"
        name, number = f"{base}1" if self.numbered else base, 1
        while name in self.taken:
            number += 1
            name = f"{base}{number}"
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How one part of a statement speaks of time: the instant asked for, and what was known (a parameter or none)."""

    asked: str = "$now"
    known: str | None = None

    def stands(self, variable: str) -> str:
        """The fact was never retracted; under `knownAt`, it was registered and not yet retracted then (A16)."""
        if self.known is None:
            return f"{variable}.retractedAt IS NULL"
        then = f"{variable}.registeredAt <= {self.known} AND ({variable}.retractedAt IS NULL OR {variable}.retractedAt > {self.known})"
        return f"(CASE WHEN {self.known} IS NULL THEN {variable}.retractedAt IS NULL ELSE {then} END)"

    def data(self, variable: str) -> list[str]:
        """The relationship is a fact at the instant asked for."""
        return [*spans(variable, self.asked), self.stands(variable)]


def spans(variable: str, instant: str) -> list[str]:
    """Validity spans the instant; one that cannot be read does not."""
    return [f"{variable}.validFrom <= {instant}", f"coalesce({variable}.validTo, {FOREVER}) > {instant}"]


def counts(variable: str, when: When) -> list[str]:
    """The fact counts for a rule that is judged so."""
    match when:
        case When.NOW:
            return [*spans(variable, "$now"), f"{variable}.retractedAt IS NULL"]
        case When.UNLESS_OVER:
            return [
                f"coalesce({variable}.validFrom <= $now, true)",
                f"coalesce({variable}.validTo > $now, true)",
                f"{variable}.retractedAt IS NULL",
            ]
        case When.ANY_TIME:
            return [f"{variable}.retractedAt IS NULL"]
        case When.EVEN_RETRACTED:
            return []


def ended(variable: str, label: str, when: When) -> list[str]:
    """The node of a label that lasts was not ended before its time."""
    property_ = LASTING[label]
    if property_ is None or when in (When.ANY_TIME, When.EVEN_RETRACTED):
        return []
    return [f"{variable}.{property_} IS NULL" if when is When.NOW else f"coalesce({variable}.{property_} > $now, true)"]


def literal(value: Scalar) -> str:
    """A fixed value of a declaration, as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def listed(values: Iterable[Scalar]) -> str:
    """A list of fixed values."""
    return "[" + ", ".join(literal(value) for value in values) + "]"


def where(conditions: Sequence[str]) -> str:
    """A WHERE, or nothing where there are no conditions."""
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def indented(lines: Iterable[str], depth: int = 1) -> list[str]:
    """The lines, deeper; a line may hold several."""
    return [INDENT * depth + part for line in lines for part in line.split("\n")]


def block(keyword: str, body: Sequence[str]) -> str:
    """A subquery expression: COLLECT { … } or EXISTS { … }."""
    return "\n".join([f"{keyword} {{", *indented(body), "}"])


def narrowed(lines: Sequence[str], tests: Sequence[str]) -> list[str]:
    """The clauses with more conditions on the last of them."""
    if not tests:
        return list(lines)
    if not lines[-1].startswith(("MATCH", "WHERE", "AND")):
        return [*lines, f"WITH * WHERE {' AND '.join(tests)}"]
    return [*lines, f"{'AND' if lines[-1].startswith(('WHERE', 'AND')) else 'WHERE'} {' AND '.join(tests)}"]


def call(scope: Sequence[str], body: Sequence[str]) -> list[str]:
    """A subquery that sees these variables."""
    return [f"CALL ({', '.join(scope)}) {{", *indented(body), "}"]


@dataclass(slots=True, kw_only=True)
class Walk:
    """A pattern on its way to MATCH clauses: what is bound to which name, and how facts are judged."""

    pattern: Pattern
    names: Names
    bound: dict[str, str]
    when: When | Times
    asked: str = "$now"
    known: str | None = None
    closes: bool = False
    """Whether a condition that cannot be told holds, as that of a denial does."""
    action: Action = Action.READ
    terse: bool = False
    """Whether the facts of a path are judged together: less for Neo4j to plan, where few paths are walked."""

    def clauses(self, edges: Sequence[Edge], conditions: Sequence[Condition] = (), more: Sequence[str] = ()) -> list[str]:
        """MATCH clauses for these edges, outward from what is bound, with the conditions after the last.

        One clause never names a relationship type twice: in one MATCH, Cypher does not walk a relationship again, a rule may.
        """
        lines: list[str] = []
        left = list(edges)
        while left:
            chain = self._chain(left)
            text, tests = self._path(chain)
            lines.append(f"MATCH {text}")
            tests += [*self.conditions(conditions), *more] if not left else []
            if tests:
                lines.append(where(tests))
        return lines

    def begin(self, variable: str) -> list[str]:
        """The clause that begins a walk at a node that nothing bound leads to."""
        tests: list[str] = []
        return [f"MATCH {self._node(variable, tests)}", where(tests)]

    def _chain(self, left: list[Edge]) -> list[Edge]:
        here = next((edge for edge in left if edge.start in self.bound or edge.end in self.bound), left[0])
        left.remove(here)
        chain, at = [here], here.end if here.start in self.bound else here.start
        types = set(here.types)
        while following := next(
            (edge for edge in left if at in (edge.start, edge.end) and not types & set(edge.types) and at not in self.bound), None
        ):
            left.remove(following)
            chain.append(following)
            types |= set(following.types)
            at = following.end if following.start == at else following.start
        return chain

    def _path(self, chain: list[Edge]) -> tuple[str, list[str]]:
        tests: list[str] = []
        at = chain[0].start if chain[0].start in self.bound or chain[0].end not in self.bound else chain[0].end
        text = self._node(at, tests)
        for edge in chain:
            name = self.names.fresh(edge.variable if not edge.variable.startswith("_") else edge.types[0].lower())
            self.bound[edge.variable] = name
            length = f"*{edge.low}..{edge.high}" if edge.walks else ""
            forward = edge.start == at
            facts = self._facts(name, edge, forward=forward)
            # ArcadeDB asks them before it makes a row, and keeps the relationship without looking for it in all that follows.
            met = self.names.single and not edge.walks
            tests += [] if met else facts
            asked = f" {where(facts)}" if met and facts else ""
            inside = f"[{name}:{'|'.join(edge.types)}{length}{self._fixed(edge.properties)}{asked}]"
            text += f"\nMATCH ({self.bound[at]})" if self.names.single and edge is not chain[0] else ""
            at = edge.end if forward else edge.start
            text += (f"-{inside}->" if forward else f"<-{inside}-") + self._node(at, tests)
        return text, _together(tests) if self.terse else tests

    def _facts(self, name: str, edge: Edge, *, forward: bool) -> list[str]:
        if edge.walks:
            each = self.names.fresh("step")
            # No pattern names the nodes between: a walk does not pass through what was wrong.
            tests = [*self._judged(each), *self._stands(f"{'endNode' if forward else 'startNode'}({each})", ())]
            return [f"all({each} IN {name} WHERE {' AND '.join(tests)})"] if tests else []
        return self._judged(name)

    def _judged(self, name: str) -> list[str]:
        return self.when.data(name) if isinstance(self.when, Times) else counts(name, self.when)

    def _node(self, variable: str, tests: list[str]) -> str:
        if variable in self.bound:
            return f"({self.bound[variable]})"
        node = self.pattern.node(variable)
        labels = node.labels if node else ()
        name = self.names.fresh(variable if not variable.startswith("_") else (labels[0].lower() if labels else "node"))
        self.bound[variable] = name
        tests += self._stands(name, labels)
        return f"({name}{':' + '|'.join(labels) if labels else ''}{self._fixed(node.properties if node else ())})"

    def _stands(self, name: str, labels: tuple[str, ...]) -> list[str]:
        if isinstance(self.when, Times):
            return [self.when.stands(name)]
        if self.when is When.EVEN_RETRACTED:
            return []
        lasting = [label for label in labels if label in LASTING]
        return [*counts(name, self.when), *ended(name, lasting[0], self.when)] if lasting else [f"{name}.retractedAt IS NULL"]

    @staticmethod
    def _fixed(properties: tuple[tuple[str, Scalar], ...]) -> str:
        return " {" + ", ".join(f"{name}: {literal(value)}" for name, value in properties) + "}" if properties else ""

    def conditions(self, conditions: Sequence[Condition]) -> list[str]:
        """Conditions that must all hold, over the names of this statement."""
        there = frozenset(each.of.of for each in conditions if isinstance(each, Not) and isinstance(each.of, IsNull))
        texts = {each: self._condition(each) for each in conditions}
        return [f"coalesce({text}, true)" if self.closes and not _told(each, there) else text for each, text in texts.items()]

    def condition(self, condition: Condition) -> str:
        """One condition, over the names of this statement."""
        return self.conditions([condition])[0]

    def _condition(self, condition: Condition) -> str:
        match condition:
            case Comparison("=" | "<>" as operator, Named(left), Named(right)):
                return f"{self._id(left)} {operator} {self._id(right)}"
            case Comparison(">", Property(name="validTo"), Moment("asked")) if self.known:
                return f"({self.operand(condition.left)} > {self.asked} OR {self._earlier})"
            case Comparison(operator, left, right):
                return f"{self.operand(left)} {operator} {self.operand(right)}"
            case IsNull(of):
                if isinstance(of, Property) and of.name == "retractedAt" and self.known:
                    return f"({self.operand(of)} IS NULL OR {self._earlier})"
                return f"{self.operand(of)} IS NULL"
            case Not(IsNull(of)):
                return f"{self.operand(of)} IS NOT NULL"
            case Not(of):
                return f"NOT ({self._condition(of)})"
            case Both(parts):
                return "(" + " AND ".join(map(self._condition, parts)) + ")"
            case Either(parts):
                return "(" + " OR ".join(map(self._condition, parts)) + ")"

    @property
    def _earlier(self) -> str:
        """Whether what was known earlier is asked for: then what a rule says stood, or had not ended, closes also where that is not so."""
        return f"coalesce({self.known} < $now, false)"

    def _id(self, variable: str) -> str:
        return "ctx.id" if self.bound[variable] == "ctx" else f"{self.bound[variable]}.id"

    def operand(self, operand: Operand) -> str:
        """An operand of the notation, over the names of this statement."""
        match operand:
            case Literal(value):
                return literal(value)
            case Several(values):
                return listed(values)
            case Named(variable):
                return self._id(variable)
            case Property(variable, name):
                return f"{self.bound[variable]}.{name}"
            case Moment(name):
                return {"asked": self.asked, "today": "date($today)"}.get(name, f"${name}")
            case Stated(name):
                return literal(self.action) if name == "action" else "$purpose"
            case Shift(of, months):
                return f"({self.operand(of)} + duration({{months: {months}}}))"


def _together(tests: Sequence[str]) -> list[str]:
    """The same tests of several variables, written once."""
    left, found = list(tests), []
    for made in _JUDGED:
        names = [name for name in dict.fromkeys(_NAME.findall(" ".join(left))) if set(made(name)) <= set(left)]
        if len(names) > 1:
            written = {test for name in names for test in made(name)}
            left = [test for test in left if test not in written]
            found.append(f"all(it IN [{', '.join(names)}] WHERE {' AND '.join(made('it'))})")
    return [*found, *left]


_NAME = re.compile(r"(\w+)\.")
_JUDGED: tuple[Callable[[str], list[str]], ...] = (
    lambda name: spans(name, "$now"),
    lambda name: counts(name, When.UNLESS_OVER)[:2],
    lambda name: [name + _STANDS],
)
_STANDS = ".retractedAt IS NULL"


def _told(condition: Condition, there: frozenset[Operand]) -> bool:
    """Whether a condition is true or false of any graph: values that are there are equal or not, and ids are always there."""
    match condition:
        case IsNull():
            return True
        case Comparison("=" | "<>" | "IN", left, right):
            return all(isinstance(each, Named | Literal | Several) or each in there for each in (left, right))
        case Not(of):
            return _told(of, there)
        case Both(parts) | Either(parts):
            return all(_told(part, there) for part in parts)
        case Comparison():
            return False


def map_of(entries: Mapping[str, str]) -> str:
    """A map of expressions; keys that are no plain names are quoted."""
    return "{" + ", ".join(f"{key if key.isidentifier() else f'`{key}`'}: {value}" for key, value in entries.items()) + "}"


def gated(tests: Sequence[str], value: str, otherwise: Scalar | tuple[()] = None) -> str:
    """A value where it is open; else nothing, or a fixed value, or an empty list."""
    if not tests:
        return value
    other = "[]" if otherwise == () else literal(otherwise) if isinstance(otherwise, str) else ""
    return f"CASE WHEN {' AND '.join(tests)} THEN {value}{f' ELSE {other}' if other else ''} END"
