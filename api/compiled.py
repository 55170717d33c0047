"""The projection of a trusted document as Python code of its own, made once: what `api/project.py` gives, several times faster.

The code knows the usual values alone. Whatever else it meets it leaves to the projection that all other documents have, which judges it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLUnionType,
    OperationDefinitionNode,
)

from api.merge import Merge, inner
from api.project import PLAIN, Misfit, Projection, projection, value_of
from api.schema import root
from api.types.scalars import iso

_PLAIN: Final = {name: kind.__name__ for name, kind in PLAIN.items()} | {"Date": "str"}
_Written = tuple[list[str], bool]


def compiled(merge: Merge, operation: OperationDefinitionNode) -> Projection | None:
    """The projection of an operation; none when it asks of the schema itself."""
    ordinary = projection(merge, operation)
    try:
        return ordinary and _or_else(quick(merge, operation), ordinary)
    except SyntaxError:
        # Python lets twenty loops stand in each other, and whoever has raised `INNSYN_LIMIT_DEPTH` can ask for more lists.
        return ordinary


def quick(merge: Merge, operation: OperationDefinitionNode) -> Projection:
    """The code of an operation, which raises on all that is not usual."""
    kind, writing = root(operation.operation), _Writing(merge=merge)
    body, _ = writing.object(kind, merge.fields(kind, [operation.selection_set]), "found")
    # Names of GraphQL, in quotes, and our own alone stand in the text.
    exec("\n".join(["def project(found):", *_within([*writing.first, *body, "return found"])]), writing.known)  # noqa: S102
    made: Projection = writing.known["project"]
    return made


def _or_else(usual: Projection, otherwise: Projection) -> Projection:
    def project(found: Any) -> Any:
        try:
            return usual(found)
        except Exception:
            return otherwise(found)

    return project


def _within(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """The text of the code, all of one function, and what its names stand for.

    The lines of a value stand beside whether they make another of it: what has what is asked for, in its order, is answered as it is. Where
    its type is asked for after all else, as clients add it that keep what they are told, it is put there; so an answer is projected once.
    """

    merge: Merge
    known: dict[str, Any] = field(default_factory=lambda: {"instant": iso, "Misfit": Misfit})
    first: list[str] = field(default_factory=list)
    names: Iterator[int] = field(default_factory=count)

    def object(self, kind: GraphQLObjectType, asked: Mapping[str, list[FieldNode]], name: str) -> _Written:
        """An object of one type."""
        lines, parts, types = list[str](), list[str](), list[str]()
        other = kind.name.endswith("Connection") and len(asked) > 1
        for key, nodes in asked.items():
            if nodes[0].name.value == "__typename":
                types.append(key)
                parts.append(f"{key!r}: {kind.name!r}")
                continue
            other = other or bool(types)
            value = f"v{next(self.names)}"
            written, changed = self.value(value, kind.fields[nodes[0].name.value].type, nodes)
            lines += [f"{value} = {name}[{key!r}]", *written]
            other = other or changed
            parts.append(f"{key!r}: {value}")
        if not lines:
            lines.append(f"if not isinstance({name}, dict): raise Misfit")
        if other:
            return [*lines, f"{name} = {{{', '.join(parts)}}}"], True
        found = tuple(key for key in asked if key not in types)
        placed = [f"{name}[{key!r}] = {kind.name!r}" for key in types]
        return [*lines, f"if len({name}) != {len(found)}: raise Misfit", *self._ordered(name, found), *placed], False

    def value(self, name: str, kind: GraphQLOutputType, nodes: list[FieldNode]) -> _Written:
        """A value of what was found."""
        nullable, of = not isinstance(kind, GraphQLNonNull), kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        written, changed = self._there(name, of, nodes)
        if len(written) == 1 and written[0].startswith("if "):
            return [written[0].replace(": ", f" and {name} is not None: ", 1) if nullable else written[0]], changed
        return ([f"if {name} is not None:", *_within(written)] if nullable else written), changed

    def _there(self, name: str, kind: GraphQLOutputType, nodes: list[FieldNode]) -> _Written:
        """A value that is no null."""
        match kind:
            case GraphQLList():
                return self._list(name, kind.of_type, nodes)
            case GraphQLObjectType():
                return self.object(kind, self.merge.fields(kind, inner(nodes)), name)
            case GraphQLInterfaceType() | GraphQLUnionType():
                return self._one_of(name, kind, nodes)
            case GraphQLEnumType():
                return [f"if {name} not in {self._constant(frozenset(kind.values))}: raise Misfit"], False
            case GraphQLScalarType() if kind.name in _PLAIN:
                return [f"if type({name}) is not {_PLAIN[kind.name]}: raise Misfit"], False
            case GraphQLScalarType() if kind.name == "DateTime":
                return [f"{name} = instant({name})"], True
            case GraphQLScalarType():
                return [f"{name} = {self._constant(value_of(self.merge, GraphQLNonNull(kind), nodes))}({name})"], True
            case _:
                raise Misfit

    def _list(self, name: str, kind: GraphQLOutputType, nodes: list[FieldNode]) -> _Written:
        number = next(self.names)
        each, made = f"v{number}", f"m{number}"
        written, changed = self.value(each, kind, nodes)
        if changed:
            return [f"{made} = []", f"for {each} in {name}:", *_within([*written, f"{made}.append({each})"]), f"{name} = {made}"], True
        return [f"if type({name}) is not list: raise Misfit", f"for {each} in {name}:", *_within(written)], False

    def _one_of(self, name: str, kind: GraphQLInterfaceType | GraphQLUnionType, nodes: list[FieldNode]) -> _Written:
        """By its type, those first of which more is asked."""
        asked = {each: self.merge.fields(each, inner(nodes)) for each in self.merge.concrete(kind)}
        type_, lines, word, changes = f"t{next(self.names)}", list[str](), "if", False
        lines.append(f"{type_} = {name}.type")
        for each in sorted(asked, key=lambda each: -len(asked[each])):
            written, changed = self.object(each, asked[each], name)
            lines += [f"{word} {type_} == {each.name!r}:", *_within(written)]
            word, changes = "elif", changes or changed
        return [*lines, "else: raise Misfit"], changes

    def _ordered(self, name: str, keys: tuple[str, ...]) -> list[str]:
        """What is asked stands in its order. The first object of a place tells it, for one piece of code has shaped all of them.

        That there is no more than what is asked is looked at in each: its number here, each of its keys where its value is read.
        """
        if len(keys) < 2:
            return []
        new = f"n{next(self.names)}"
        self.first.append(f"{new} = True")
        return [f"if {new}:", *_within([f"if (*{name},) != {keys!r}: raise Misfit", f"{new} = False"])]

    def _constant(self, value: Any) -> str:
        name = f"c{len(self.known)}"
        self.known[name] = value
        return name
