"""Whether a condition compares what can be compared."""

from collections.abc import Iterator

from auth.category import Action
from auth.pattern import (
    Both,
    Comparison,
    Condition,
    Either,
    IsNull,
    Literal,
    Moment,
    Named,
    Not,
    Operand,
    Property,
    Several,
    Shift,
    Stated,
)
from graph.check.place import Place
from graph.check.scope import Scope
from graph.check.values import KINDS, closed, fits, kind_of
from graph.model import Kind

ORDERED = {KINDS[each] for each in (Kind.INTEGER, Kind.DATE, Kind.INSTANT)}
_NODE = "a node or relationship"


def check_condition(condition: Condition, scope: Scope, place: Place) -> None:
    """Raise where a part of the condition can never be told."""
    for part in _leaves(condition):
        match part:
            case IsNull(of=Property() | Shift()):
                _kind(part.of, scope, place)
            case IsNull():
                raise place.wrong("only a property can be null: write `x.property IS NULL`")
            case Comparison():
                _compared(part, scope, place)


def _leaves(condition: Condition) -> Iterator[Comparison | IsNull]:
    match condition:
        case Comparison() | IsNull():
            yield condition
        case Not(of):
            yield from _leaves(of)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _leaves(part)


def _compared(comparison: Comparison, scope: Scope, place: Place) -> None:
    left, right = comparison.left, comparison.right
    if comparison.operator == "IN":
        _among(left, right, scope, place)
    else:
        _alike(comparison, scope, place)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Literal):
                _fixed(one, other, scope, place)
    if not isinstance(right, Several):
        _meet(left, right, scope, place)
    for one, other in ((left, right), (right, left)):
        if one == Stated("purpose_stated"):
            _purpose(other, scope, place)


def _alike(comparison: Comparison, scope: Scope, place: Place) -> None:
    left, right = comparison.left, comparison.right
    kinds = _kind(left, scope, place), _kind(right, scope, place)
    if kinds[0] != kinds[1]:
        raise place.wrong(
            f"`{comparison.operator}` compares {kinds[0]} with {kinds[1]}, which never tells anything", _word(left) or _word(right)
        )
    if comparison.operator not in ("=", "<>") and kinds[0] not in ORDERED:
        raise place.wrong(f"`{comparison.operator}` orders numbers, dates and instants, not {kinds[0]}", _word(left) or _word(right))


def _among(left: Operand, right: Operand, scope: Scope, place: Place) -> None:
    """After IN stand fixed values, or a property that holds a list of what stands before it."""
    if isinstance(right, Several):
        for value in right.values:
            _fixed(Literal(value), left, scope, place)
        return
    one, several = _kind(left, scope, place), _kind(right, scope, place)
    if several != KINDS[Kind.TEXTS]:
        raise place.wrong(f"IN looks in a list, not in {several}: write `[…]`, or a property that holds a list", _word(right))
    if one != KINDS[Kind.TEXT]:
        raise place.wrong(f"IN looks in a list of text for text, not for {one}", _word(left))


def _meet(left: Operand, right: Operand, scope: Scope, place: Place) -> None:
    """What both sides can be, where that is closed, has something in common."""
    ours, theirs = _possible(left, scope, place), _possible(right, scope, place)
    if ours and theirs and not ours & theirs:
        listed = ", ".join(sorted(theirs))
        raise place.wrong(f"`{_word(left) or min(ours)}` is never any of {listed}", _word(left) or min(ours))


def _possible(operand: Operand, scope: Scope, place: Place) -> frozenset[str]:
    """The texts that the operand can be, where they are closed."""
    match operand:
        case Literal(str() as value):
            return frozenset((value,))
        case Stated("action"):
            return frozenset(Action)
        case Property(variable, name) if variable in scope.nodes:
            found = [closed(scope.the(variable, name, place), label) for label in scope.labels(variable)]
            return frozenset(value for each in found for value in each) if all(found) else frozenset()
        case Property(variable, name):
            return frozenset(scope.the(variable, name, place).values)
        case _:
            return frozenset()


def _purpose(other: Operand, scope: Scope, place: Place) -> None:
    """What the viewer states is the code of a purpose."""
    match other:
        case Literal() | Several():
            return
        case Property(variable, "code") if scope.labels(variable) == {"Purpose"}:
            return
    raise place.wrong("`purpose_stated` is the code of a `Purpose`: compare it with that", "purpose_stated")


def _fixed(literal: Literal, other: Operand, scope: Scope, place: Place) -> None:
    """A fixed value must be one that the other side can have."""
    if literal.value is None:
        raise place.wrong("null equals nothing: write IS NULL or IS NOT NULL", "null")
    if isinstance(other, Stated) and isinstance(literal.value, str):
        _meet(literal, other, scope, place)
        return
    if not isinstance(other, Property):
        raise place.wrong("a fixed value is compared with a property: write `x.property`", str(literal.value))
    declared = scope.the(other.variable, other.name, place)
    if other.variable in scope.nodes:
        for label in sorted(scope.labels(other.variable)):
            fits(literal.value, declared, place, label=label)
    else:
        fits(literal.value, declared, place)


def _kind(operand: Operand, scope: Scope, place: Place) -> str:
    match operand:
        case Literal(value):
            return kind_of(value)
        case Several():
            raise place.wrong("a list stands only after IN")
        case Property(variable, name):
            return KINDS[scope.the(variable, name, place).kind]
        case Stated():
            return KINDS[Kind.TEXT]
        case Moment(name):
            return KINDS[Kind.DATE if name == "today" else Kind.INSTANT]
        case Named(variable):
            if not scope.binds(variable):
                raise place.wrong(f"nothing is named `{variable}`: name it in the path", variable)
            return _NODE
        case Shift(of, _):
            return _shifted(_kind(of, scope, place), of, place)


def _shifted(kind: str, of: Operand, place: Place) -> str:
    if kind != KINDS[Kind.DATE]:
        raise place.wrong(f"months and years are counted from a date, not from {kind}", _word(of))
    return kind


def _word(operand: Operand) -> str:
    match operand:
        case Property(variable, _) | Named(variable):
            return variable
        case Shift(of, _):
            return _word(of)
        case Moment(name) | Stated(name):
            return name
        case _:
            return ""
