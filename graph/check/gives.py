"""Whether what a grant gives can be read where its path leads, and what it lifts and clears."""

from collections.abc import Iterable

from auth.category import PERSONAL, THEMED
from auth.pattern import Edge, Node
from auth.rule import CoversOf, Fixed, Grant, RoleOf, ThemeOf, parts_of
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.check.values import codes
from graph.compile.giving import read_of, split
from graph.compile.rules import Halves
from graph.model import LABELS, RELATIONSHIPS, Kind, Writer

IN_A_THEME = frozenset(each.start for each in RELATIONSHIPS if each.type == "IN" and "Theme" in each.ends)
COVERING = frozenset(each.start for each in RELATIONSHIPS if each.type == "COVERS" and {"Category", "Theme"} <= set(each.ends)) | {
    "Category"
}
PROTECTING = frozenset({Writer.REGISTER, Writer.ADMINISTRATION})
"""Who writes clearances: never the one who is cleared (A3)."""


def check_gives(grant: Grant, names: Scope, place: Place) -> None:
    """Raise where a part of what is given cannot be read."""
    for part in parts_of(grant.gives):
        match part:
            case Fixed():
                _fixed(part, place)
            case RoleOf():
                _role(grant, part, names, place)
            case CoversOf(variable=variable):
                _covers(variable, names, place)
            case ThemeOf(variable=variable):
                _theme(variable, names, place)
    halves = Halves.of(grant)
    near = _names(halves.viewer)
    ours, far = split(grant.gives, near)
    if far is None:
        return
    name = read_of(far)[0]
    if ours is None:
        raise place.wrong(f"`{name}` stands in the subject's half: let it give both with something that the viewer's half gives", name)
    if halves.meets is None:
        raise place.wrong(f"what `{name}` gives is the viewer's only where the halves meet: join the viewer's path with it", name)


def _fixed(gives: Fixed, place: Place) -> None:
    if not gives.categories or not gives.categories <= set(PERSONAL):
        raise place.wrong("give some categories of personal data; OPEN is everyone's already")
    if gives.themes is None:
        return
    if not gives.categories & THEMED:
        raise place.wrong(f"only rows of {', '.join(sorted(THEMED))} are in themes: leave the themes out")
    wrong = next((theme for theme in gives.themes if theme not in codes("Theme")), None)
    if wrong is not None:
        raise place.reading(" ".join(gives.themes)).wrong("there is no such theme: write one of the reference data", wrong)


def _role(grant: Grant, gives: RoleOf, names: Scope, place: Place) -> None:
    if gives.variable == "viewer":
        if not names.labels("viewer") <= {"Employee", "Person"}:
            raise place.wrong("only employees and persons hold positions: give fixed categories", "viewer")
    elif names.labels(gives.variable) != {"Position"}:
        raise place.wrong(f"a role is that of a `Position` or of the viewer, not of `{gives.variable}`", gives.variable)
    elif not any(_held(edge, gives.variable) for edge in grant.pattern.edges):
        raise place.wrong(f"a role gives to who holds it: write `(viewer)-[:HOLDS]->({gives.variable}:Position)`", gives.variable)
    elif gives.variable not in _names(Halves.of(grant).viewer):
        raise place.wrong(f"a role is read in the viewer's half of the path: let `{gives.variable}` stand there", gives.variable)
    reaches = LABELS["Role"].properties["reach"].values
    wrong = next((reach for reach in gives.reach if reach not in reaches), None)
    if wrong is not None:
        raise place.reading("|".join(gives.reach)).wrong(f"write reaches of roles: {', '.join(reaches)}", wrong)


def _held(edge: Edge, position: str) -> bool:
    return (edge.start, edge.types, edge.end, edge.walks) == ("viewer", ("HOLDS",), position, False)


def _covers(variable: str, names: Scope, place: Place) -> None:
    labels = names.labels(variable)
    if len(labels) != 1 or not labels <= COVERING:
        raise place.wrong(f"what covers is one of {_list(COVERING)}, not `{variable}`: name such a node, of one label", variable)


def _theme(variable: str, names: Scope, place: Place) -> None:
    labels = names.labels(variable)
    if labels != {"Theme"} and not (labels and labels <= IN_A_THEME):
        raise place.wrong(f"a theme is that of a `Theme`, or of {_list(IN_A_THEME)}, not of `{variable}`", variable)


def check_lifting(grant: Grant, names: Scope, place: Place) -> None:
    """Raise where the grant lifts or clears what it cannot."""
    if grant.lifts and grant.clears:
        raise place.wrong("write `lifts` or `clears`, not both: the one is for overridable denials, the other for core ones")
    if grant.lifts and grant.secondary:
        raise place.wrong("a secondary grant is bound by core denials alone: leave `lifts` out")
    if grant.lifts:
        _lifts(grant, names, place)
    if grant.clears:
        _clears(grant, names, place)


def _lifts(grant: Grant, names: Scope, place: Place) -> None:
    there = place.reading(grant.lifts)
    variable, dot, property_ = grant.lifts.partition(".")
    if not dot:
        raise there.wrong("write `node.property`")
    if variable not in names.nodes:
        raise there.wrong(f"no node is named `{variable}`: name it in the path", variable)
    if names.the(variable, property_, there).kind is not Kind.TEXTS:
        raise there.wrong(f"`{property_}` is no list of codes: write a property that is", property_)
    _told(grant, variable, there)


def _clears(grant: Grant, names: Scope, place: Place) -> None:
    there = place.reading(grant.clears)
    pattern = grant.clearance
    if pattern is None or not names.labels("viewer") <= {"Person", "Employee"} or "Person" not in names.labels("viewer"):
        raise there.wrong("only a mandate is cleared so, and it is persons who hold mandates: an employee's clearance is their own (A3)")
    found = scope(pattern, there, names)
    shared: list[str] = [node.variable for node in pattern.nodes if _is_named(node) and names.binds(node.variable)]
    if len(shared) != 1 or shared[0] in ("viewer", "subject"):
        raise there.wrong("a clearance starts in one node of the path: the mandate that is cleared", (shared or [""])[-1])
    if found.labels("protection") != {"Protection"} or "protection" in shared or _loose(pattern.edges, shared[0], "protection"):
        raise there.wrong(f"write a path from `({shared[0]})` to `(protection:Protection)`", "protection")
    own = next((each for edges in found.edges.values() for each in edges if each.writer not in PROTECTING), None)
    if own is not None:
        raise there.wrong(f"`{own.type}` is written by {own.writer}: a clearance is the protecting authority's (A3)", own.type)
    _told(grant, shared[0], there)


def _told(grant: Grant, variable: str, place: Place) -> None:
    """What lifts denials is read beside what is given, of paths that lead to the subject."""
    halves = Halves.of(grant)
    if halves.meets is None:
        raise place.wrong("it lifts denials of the subjects that it leads to: join the viewer's path with the subject")
    near = _names(halves.viewer)
    if variable not in near and split(grant.gives, near)[1] is None:
        raise place.wrong(f"let `{variable}` stand in the viewer's half of the path, or something of the subject's half be given", variable)


def _loose(edges: Iterable[Edge], start: str, end: str) -> bool:
    found = {start}
    for _ in (every := tuple(edges)):
        found = found.union(*({edge.start, edge.end} for edge in every if {edge.start, edge.end} & found))
    return end not in found


def _is_named(node: Node) -> bool:
    return not node.variable.startswith("_")


def _names(edges: Iterable[Edge]) -> frozenset[str]:
    return frozenset(name for edge in edges for name in (edge.start, edge.end)) | {"viewer"}


def _list(labels: Iterable[str]) -> str:
    return ", ".join(f"`{label}`" for label in sorted(labels))
