"""The projection of a trusted document as Python code of its own, made once: what `api/project.py` gives, several times faster.

The code knows the usual values alone. Whatever else it meets it leaves to the projection that all other documents have, which judges it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    OperationDefinitionNode,
)

from api.merge import Merge, inner
from api.project import PLAIN, Projection, projection, value_of
from api.schema import root
from api.types.scalars import iso

_PLAIN: Final = {name: kind.__name__ for name, kind in PLAIN.items()} | {"Date": "str"}


def compiled(merge: Merge, operation: OperationDefinitionNode) -> Projection | None:
    """The projection of an operation; none when it asks of the schema itself."""
    ordinary = projection(merge, operation)
    return ordinary and _or_else(quick(merge, operation), ordinary)


def quick(merge: Merge, operation: OperationDefinitionNode) -> Projection:
    """The code of an operation, which raises on all that is not usual."""
    kind, writing = root(operation.operation), _Writing(merge=merge)
    name = writing.object(kind, merge.fields(kind, [operation.selection_set]))
    # Names of GraphQL, in quotes, and our own alone stand in the text.
    exec("\n".join(writing.lines), writing.known)  # noqa: S102
    made: Projection = writing.known[name]
    return made


def _or_else(usual: Projection, otherwise: Projection) -> Projection:
    def project(found: Any) -> Any:
        try:
            return usual(found)
        except Exception:
            return otherwise(found)

    return project


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """The text of the code, and what its names stand for."""

    merge: Merge
    lines: list[str] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=lambda: {"instant": iso})

    def object(self, kind: GraphQLObjectType, asked: Mapping[str, list[FieldNode]]) -> str:
        """The function of an object of one type."""
        body, parts = list[str](), list[str]()
        for place, (key, nodes) in enumerate(asked.items()):
            if nodes[0].name.value == "__typename":
                parts.append(f"{key!r}: {kind.name!r}")
                continue
            body += [f"v{place} = found[{key!r}]", *self.value(f"v{place}", kind.fields[nodes[0].name.value].type, nodes)]
            parts.append(f"{key!r}: v{place}")
        if not body:
            body.append("if found is None: raise TypeError")
        return self._function([*body, f"return {{{', '.join(parts)}}}"])

    def value(self, name: str, kind: GraphQLOutputType, nodes: list[FieldNode]) -> list[str]:
        """The lines that make a value of what was found."""
        nullable, of = not isinstance(kind, GraphQLNonNull), kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        unless = f"if {name} is not None: " if nullable else ""
        match of:
            case GraphQLList():
                each = self._function([*self.value("found", of.of_type, nodes), "return found"])
                return [f"{unless}{name} = [{each}(each) for each in {name}]"]
            case GraphQLObjectType():
                return [f"{unless}{name} = {self.object(of, self.merge.fields(of, inner(nodes)))}({name})"]
            case GraphQLInterfaceType() | GraphQLUnionType():
                kinds = {each.name: self.object(each, self.merge.fields(each, inner(nodes))) for each in self.merge.concrete(of)}
                made = ", ".join(f"{type_!r}: {function}" for type_, function in kinds.items())
                table = f"t{len(self.lines)}"
                self.lines.append(f"{table} = {{{made}}}")
                return [f"{unless}{name} = {table}[{name}['__typename']]({name})"]
            case GraphQLEnumType():
                names = self._constant(frozenset(of.values) | ({None} if nullable else set()))
                return [f"if {name} not in {names}: raise ValueError"]
            case _ if of.name in _PLAIN:
                check = f"if type({name}) is not {_PLAIN[of.name]}" + (f" and {name} is not None" if nullable else "")
                return [f"{check}: {name} = {self._constant(value_of(self.merge, kind, nodes))}({name})"]
            case _ if of.name == "DateTime":
                return [f"{unless}{name} = instant({name})"]
            case _:
                return [f"{name} = {self._constant(value_of(self.merge, kind, nodes))}({name})"]

    def _function(self, body: list[str]) -> str:
        name = f"f{len(self.lines)}"
        self.lines.append("\n".join([f"def {name}(found):", *(f"    {line}" for line in body)]))
        return name

    def _constant(self, value: Any) -> str:
        name = f"c{len(self.known)}"
        self.known[name] = value
        return name
