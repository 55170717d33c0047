"""What the names of a pattern can stand for, in the model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auth.pattern import Edge, Node, Pattern, Scalar
from auth.viewer import ViewerKind
from graph.check.place import Place
from graph.check.values import fits
from graph.model import LABELS, RELATIONSHIPS, Property, Relationship, properties_between, properties_of

VIEWERS = frozenset(kind.label for kind in ViewerKind if kind.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The labels that each node can have, and the relationships that each edge can be."""

    nodes: Mapping[str, frozenset[str]]
    edges: Mapping[str, tuple[Relationship, ...]]
    walks: frozenset[str] = frozenset()

    def labels(self, name: str) -> frozenset[str]:
        """The labels that the node can have; none where there is no such node."""
        return self.nodes.get(name, frozenset())

    def binds(self, name: str) -> bool:
        """Whether the pattern has a node or relationship of the name."""
        return name in self.nodes or name in self.edges

    def properties(self, name: str, property_: str) -> tuple[Property | None, ...]:
        """The property of each thing that the name can stand for; None of those that have no such property."""
        if name in self.nodes:
            return tuple(properties_of(LABELS[label]).get(property_) for label in sorted(self.nodes[name]))
        return tuple(properties_between(each).get(property_) for each in self.edges.get(name, ()))

    def the(self, name: str, property_: str, place: Place) -> Property:
        """The property, or why it cannot be read."""
        if not self.binds(name):
            raise place.wrong(f"nothing is named `{name}`: name it in the path, or write one of {_list(self._names())}", name)
        if name in self.walks:
            raise place.wrong(f"`{name}` is a walk of several relationships: a property is one relationship's", name)
        found = self.properties(name, property_)
        known = [each for each in found if each is not None]
        if len(known) < len(found) or not known:
            raise place.wrong(f"`{name}` has no property `{property_}`: write one of {_list(self._shared(name))}", property_)
        if len({each.kind for each in known}) > 1:
            raise place.wrong(f"`{property_}` is of different kinds on what `{name}` can be: write one label", name)
        return known[0]

    def _names(self) -> Iterable[str]:
        return (name for name in (*self.nodes, *self.edges) if not name.startswith("_"))

    def _shared(self, name: str) -> Iterable[str]:
        if name in self.nodes:
            return set.intersection(*(set(properties_of(LABELS[label])) for label in self.nodes[name]))
        return set.intersection(*(set(properties_between(each)) for each in self.edges[name]))


def scope(pattern: Pattern, place: Place, outer: Scope | None = None) -> Scope:
    """The names of a pattern, or why it fits nothing in the model. Names of `outer` keep what they stand for."""
    nodes: dict[str, frozenset[str]] = {node.variable: _labels(node, place, outer) for node in pattern.nodes}
    edges: dict[str, tuple[Relationship, ...]] = {edge.variable: _declared(edge, nodes, place) for edge in pattern.edges}
    for node in pattern.nodes:
        _lasting(node, nodes[node.variable], place)
        _fixed(node.properties, Scope(nodes=nodes, edges={}), node.variable, place)
    found = Scope(nodes=nodes, edges=edges, walks=frozenset(edge.variable for edge in pattern.edges if edge.walks))
    for edge in pattern.edges:
        _fixed(edge.properties, Scope(nodes={}, edges={edge.variable: edges[edge.variable]}), edge.variable, place)
    return found


def _labels(node: Node, place: Place, outer: Scope | None) -> frozenset[str]:
    unknown = next((label for label in node.labels if label not in LABELS), None)
    if unknown:
        raise place.wrong(f"there is no label `{unknown}`: write one of {_list(LABELS)}", unknown)
    known = outer.labels(node.variable) if outer is not None and not node.variable.startswith("_") else frozenset()
    if node.variable == "viewer":
        known = known or VIEWERS
    written = frozenset(node.labels)
    if not written and not known:
        raise place.wrong(f"write the label of `{_shown(node.variable)}`", node.variable)
    if written and known and not written & known:
        raise place.wrong(f"`{node.variable}` is {_list(known)}, never {_list(written)}", node.labels[0])
    return (written & known) if written and known else written or known


def _lasting(node: Node, labels: frozenset[str], place: Place) -> None:
    """A node that lasts is judged by its own validity, so all that it can be must last, or none."""
    lasting = {label for label in labels if LABELS[label].lasts}
    if lasting and lasting != labels:
        problem = f"{_list(lasting)} last and {_list(labels - lasting)} do not: write them in rules of their own"
        raise place.wrong(problem, node.variable)


def _declared(edge: Edge, nodes: dict[str, frozenset[str]], place: Place) -> tuple[Relationship, ...]:
    for type_ in edge.types:
        if not any(each.type == type_ for each in RELATIONSHIPS):
            raise place.wrong(f"there is no relationship `{type_}`: write one of {_list({each.type for each in RELATIONSHIPS})}", type_)
        if not _between(type_, edge, nodes[edge.start], nodes[edge.end]):
            raise place.wrong(_ends(type_, edge, nodes), type_)
    found = tuple(each for type_ in edge.types for each in _between(type_, edge, nodes[edge.start], nodes[edge.end]))
    if not edge.walks:
        _narrow(edge.start, frozenset(each.start for each in found), nodes, edge, place)
        _narrow(edge.end, frozenset(end for each in found for end in each.ends), nodes, edge, place)
    return found


def _between(type_: str, edge: Edge, starts: frozenset[str], ends: frozenset[str]) -> tuple[Relationship, ...]:
    of_type = [each for each in RELATIONSHIPS if each.type == type_]
    if not edge.walks:
        return tuple(each for each in of_type if each.start in starts and ends & set(each.ends))
    reached, met, walked = starts, starts & ends if edge.low == 0 else frozenset(), set()
    for length in range(1, edge.high + 1):
        steps = [each for each in of_type if each.start in reached]
        walked |= {each.start for each in steps}
        reached = frozenset(end for each in steps for end in each.ends)
        met |= reached & ends if length >= edge.low else frozenset()
    return tuple(each for each in of_type if each.start in walked) if met >= ends else ()


def _ends(type_: str, edge: Edge, nodes: Mapping[str, frozenset[str]]) -> str:
    starts, ends = nodes[edge.start], nodes[edge.end]
    turned = Edge(variable=edge.variable, types=edge.types, start=edge.end, end=edge.start, low=edge.low, high=edge.high, properties=())
    if _between(type_, turned, ends, starts):
        return f"turn the arrow: `{type_}` leads from {_list(ends)} to {_list(starts)}"
    leads = ", ".join(f"{each.start} to {' or '.join(each.ends)}" for each in RELATIONSHIPS if each.type == type_)
    return f"no `{type_}` leads from {_list(starts)} to {_list(ends)}: it leads from {leads}"


def _narrow(name: str, used: frozenset[str], nodes: dict[str, frozenset[str]], edge: Edge, place: Place) -> None:
    """What takes no part in the relationship is no such node; written all the same, it is a mistake."""
    idle = nodes[name] - used
    if idle and name == "viewer" and nodes[name] == VIEWERS:
        nodes[name] = nodes[name] & used
    elif idle:
        label = min(idle)
        raise place.wrong(f"no `{'|'.join(edge.types)}` here has {label} at that end: leave the label out", label)


def _fixed(properties: Iterable[tuple[str, Scalar]], of: Scope, name: str, place: Place) -> None:
    for property_, value in properties:
        declared = of.the(name, property_, place)
        if value is None:
            raise place.wrong(f"null equals nothing: write `{_shown(name)}.{property_} IS NULL` in the condition", property_)
        if name in of.nodes:
            for label in sorted(of.nodes[name]):
                fits(value, declared, place, label=label)
        else:
            fits(value, declared, place)


def _shown(name: str) -> str:
    return "it" if name.startswith("_") else name


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
