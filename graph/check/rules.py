"""Whether grants, denials and rows fit the model, and whether a grant rests on what others write (A12)."""

import re
from collections.abc import Iterable, Iterator

from auth.category import PERSONAL, THEMED, Category
from auth.errors import RuleError
from auth.pattern import Comparison, Edge, Named, Operand, Pattern, Property, Shift, Stated, conjuncts, operands, variables_of
from auth.rule import LASTING, Denial, Grant, Row, Rules
from auth.viewer import ViewerKind
from graph.check.condition import check_condition
from graph.check.gives import check_gives, check_lifting
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.check.values import codes
from graph.compile.rules import Halves
from graph.model import LABELS, Kind, Label, Relationship, Writer

LANGUAGES = ("nb", "en")
_PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
_BRACED = re.compile(r"[{}]")

OWN_SIDE = {
    # A citizen writes mandates, consents and corrections; see `_anothers` for those of another citizen.
    "Person": frozenset({Writer.CITIZEN}),
    # Whoever employs them: at an office they do casework; at a business or municipality they also write for it.
    "Employee": frozenset({Writer.CASEWORK, Writer.BUSINESS}),
    # A client is run by the organisation that it acts for.
    "Client": frozenset({Writer.CASEWORK, Writer.BUSINESS}),
}
"""Who writes on the side of each kind of viewer."""


def check_lasting() -> None:
    """The labels that every pattern judges by their own validity are those that last in the model, and end as there."""
    lasting = {label.name: _ended_by(label) for label in LABELS.values() if label.lasts}
    declared = {name: {property_} if property_ else set() for name, property_ in LASTING.items()}
    differ = sorted(name for name in lasting.keys() | declared.keys() if lasting.get(name) != declared.get(name))
    if differ:
        labels = ", ".join(f"`{label}`" for label in differ)
        raise RuleError(rule="LASTING", problem=f"auth.rule and graph.model must agree on which labels last, and what ends them: {labels}")


def _ended_by(label: Label) -> set[str]:
    """The instants of its own that a node that lasts has from files: each ends it at once."""
    return {each.name for each in label.properties.values() if each.kind is Kind.INSTANT and not each.derived}


def check_grant(grant: Grant) -> None:
    """Raise where the grant does not fit the model."""
    place, names = _common(grant)
    check_gives(grant, names, place)
    check_lifting(grant, names, place)
    if any(node.properties for node in grant.pattern.nodes if node.variable == "subject"):
        raise place.wrong("write what the subject must be in the condition", "subject")
    for label in sorted(names.labels("viewer")):
        _rooted(grant, label, place)


def check_denial(denial: Denial, rules: Rules) -> None:
    """Raise where the denial does not fit the model."""
    place, names = _common(denial)
    if denial.code_of is not None:
        names.the(denial.code_of, "code", place.reading(denial.code))
        _far(denial.code_of, denial, "the code is read", place)
    elif not re.fullmatch(r"[A-Z][A-Z_]*", denial.code):
        raise place.reading(denial.code).wrong("a code is CAPITALS_WITH_UNDERSCORES or `{node.code}`")
    if denial.inherits is not None:
        _inherits(denial, denial.inherits, names, rules, place)


def check_row(row: Row) -> None:
    """Raise where the row does not fit the model."""
    place = Place(rule=row.id, text=row.path)
    names = scope(row.pattern, place)
    for name in ("subject", "row"):
        if len(names.labels(name)) != 1:
            raise place.wrong(f"write a node named `{name}`, of one label", name)
    told = {each.category for edge in names.edges.values() for each in edge} - {Category.OPEN}
    if row.category not in PERSONAL or told - {row.category}:
        raise place.wrong(f"knowing the path tells {', '.join(sorted(told))}, not {row.category}: write that category")
    if row.themed != (row.category in THEMED):
        need = "write `theme` or `fixed_theme`" if row.category in THEMED else "leave the theme out"
        raise place.wrong(f"whether rows of {row.category} carry a theme is not the row's choice: {need}")
    if row.outlined and not row.themed:
        raise place.wrong("only a row with a theme has an outline for those who do not handle it")
    _themes(row, place)


def check_doubles(rows: Iterable[Row]) -> None:
    """Rows of one label and category are told apart by nothing that decides."""
    seen: dict[tuple[str, Category], Row] = {}
    for row in rows:
        other = seen.setdefault((row.label, row.category), row)
        if (other.theme, other.fixed_theme, other.outlined) != (row.theme, row.fixed_theme, row.outlined):
            raise Place(rule=row.id, text=row.path).wrong(f"themes and outline must be as those of `{other.id}`")


def _themes(row: Row, place: Place) -> None:
    if row.theme and row.fixed_theme:
        raise place.wrong("write `theme` or `fixed_theme`, not both")
    if row.fixed_theme and row.fixed_theme not in codes("Theme"):
        raise place.reading(row.fixed_theme).wrong("there is no such theme: write one of the reference data")
    if row.theme_pattern is not None:
        there = place.reading(row.theme)
        names = scope(row.theme_pattern, there)
        if names.labels("theme") != {"Theme"} or names.labels("row") != {row.label}:
            raise there.wrong(f"write a path from `(row:{row.label})` to `(theme:Theme)`")


# --- what grants and denials share ---


def _common(rule: Grant | Denial) -> tuple[Place, Scope]:
    place = Place(rule=rule.id, text=rule.path)
    names = scope(rule.pattern, place)
    if names.labels("viewer") - {kind.label for kind in ViewerKind}:
        raise place.wrong("a viewer is an Employee, a Person or a Client", "viewer")
    if any(node.properties for node in rule.pattern.nodes if node.variable == "viewer"):
        raise place.wrong("write what the viewer must be in the condition", "viewer")
    if len(names.labels("subject")) != 1 or not rule.subject_labels:
        raise place.wrong("write the one label of the subject", "subject")
    _joined(rule.pattern, {"viewer", "subject"}, place)
    if rule.condition is not None:
        check_condition(rule.condition, names, place.reading(rule.where))
    _meets(rule, place)
    _asked_of(rule, names, place.reading(rule.where))
    for text, pattern in zip(rule.unless, rule.exceptions, strict=True):
        _exception(rule, pattern, names, place.reading(text))
    _says(rule, names, place)
    if not rule.basis.strip():
        raise place.wrong("write the basis: the law or consent that it rests on")
    return place, names


def _joined(pattern: Pattern, reached: set[str], place: Place) -> None:
    """Every part of the pattern hangs together with one of those."""
    for _ in pattern.edges:
        reached = reached | {end for edge in pattern.edges if {edge.start, edge.end} & reached for end in (edge.start, edge.end)}
    loose = next((node.variable for node in pattern.nodes if node.variable not in reached), None)
    if loose is not None:
        raise place.wrong(f"nothing joins `{loose}` to the viewer or the subject", loose)


def _asked_of(rule: Grant | Denial, names: Scope, place: Place) -> None:
    """A condition is asked in the half that binds what it names; of the viewer, the subject's half knows nothing but who it is."""
    halves = Halves.of(rule)
    for each in conjuncts(rule.condition):
        if not halves.viewer and not variables_of(each):
            raise place.wrong("a condition names something of the path: no half asks one that names nothing")
    for each in halves.subject_where:
        of_viewer = next((found for found in map(_property, operands(each)) if found and found.variable == "viewer"), None)
        if of_viewer is not None:
            raise place.wrong(
                f"write a relationship of the viewer's: `viewer.{of_viewer.name}` is read in the viewer's half alone", "viewer"
            )
    states = {kind.label for kind in ViewerKind if kind.states_purpose}
    spoken = {operand for each in conjuncts(rule.condition) for operand in operands(each)}
    if Stated("purpose_stated") in spoken and not names.labels("viewer") <= states:
        raise place.wrong(f"only {' and '.join(sorted(states))} state a purpose: write no other viewer", "purpose_stated")


def _property(operand: Operand) -> Property | None:
    match operand:
        case Property():
            return operand
        case Shift(of, _):
            return _property(of)
        case _:
            return None


def _meets(rule: Grant | Denial, place: Place) -> None:
    if rule.pattern.node(rule.meets) is None or rule.meets == "viewer":
        raise place.wrong(f"the halves meet in a node of the path, not in `{rule.meets}`", rule.meets)
    halves = _halves(rule, place)
    near, far = _ends(halves.viewer), _ends(halves.subject)
    if rule.meets != "subject" and rule.meets not in near:
        raise place.wrong(f"no path leads from the viewer to `{rule.meets}`, where the halves should meet", rule.meets)
    both = (near & far) - {rule.meets, "viewer"}
    if both or (rule.meets != "subject" and "subject" in near):
        raise place.wrong(f"the halves meet in `{rule.meets}` and nowhere else: also in `{min(both or {'subject'})}` they do", rule.meets)


def _halves(rule: Grant | Denial, place: Place) -> Halves:
    try:
        return Halves.of(rule)
    except RuleError as error:
        raise place.reading(rule.where).wrong(error.problem) from None


def _ends(edges: Iterable[Edge]) -> frozenset[str]:
    return frozenset(name for edge in edges for name in (edge.start, edge.end))


def _far(name: str, rule: Grant | Denial, what: str, place: Place) -> None:
    if name != "subject" and name not in _ends(Halves.of(rule).subject):
        raise place.wrong(f"{what} in the subject's half of the path: let `{name}` stand there", name)


def _exception(rule: Grant | Denial, pattern: Pattern, names: Scope, place: Place) -> None:
    """An `unless` is a path of the viewer's, which may reach nodes of the subject's half, or a path of the subject's half alone."""
    scope(pattern, place, names)
    shared = [name for name in _called(pattern) if names.binds(name) and name != "viewer"]
    for name in shared:
        _far(name, rule, "an exception is looked for", place)
    if pattern.node("viewer") is None and not shared:
        raise place.wrong("an exception shares a node with the path: write `viewer` or a name of it")
    if pattern.node("viewer") is not None:
        _reached_together(pattern, shared, place)
    twice = next((edge.variable for edge in pattern.edges if names.binds(edge.variable) and not edge.variable.startswith("_")), None)
    if twice is not None:
        raise place.wrong(f"`{twice}` stands in the path: give the relationship another name", twice)


def _reached_together(pattern: Pattern, shared: list[str], place: Place) -> None:
    """The nodes that it shares with the path are compared as one, so one walk from the viewer reaches them all."""
    _joined(pattern, {"viewer"}, place)
    around = _hanging(pattern, shared[0]) if shared else frozenset()
    apart = next((name for name in shared if name not in around), None)
    if apart is not None:
        raise place.wrong(f"let what joins `{shared[0]}` and `{apart}` be a node between them, not the viewer alone", apart)


def _hanging(pattern: Pattern, name: str) -> frozenset[str]:
    """The nodes that hang together with that one, not through the viewer."""
    found = {name}
    for _ in pattern.edges:
        ends = [{edge.start, edge.end} for edge in pattern.edges if {edge.start, edge.end} & (found - {"viewer"})]
        found = found.union(*ends)
    return frozenset(found)


def _called(pattern: Pattern) -> list[str]:
    """The nodes that have a name of their own."""
    return [node.variable for node in pattern.nodes if not node.variable.startswith("_")]


def _says(rule: Grant | Denial, names: Scope, place: Place) -> None:
    for language in LANGUAGES:
        if not rule.says.get(language, "").strip():
            raise place.wrong(f"write the sentence in `{language}`")
    for text in rule.says.values():
        there = place.reading(text)
        if _BRACED.search(_PLACEHOLDER.sub("", text)):
            raise there.wrong("a placeholder is `{node.property}`")
        for name, property_ in _PLACEHOLDER.findall(text):
            if name not in names.nodes:
                raise there.wrong(f"no node is named `{name}`: name it in the path", name)
            names.the(name, property_, there)
    if len({frozenset(_PLACEHOLDER.findall(rule.says[language])) for language in LANGUAGES}) > 1:
        raise place.wrong("the sentences name the same things in every language")


# --- grants ---


def _rooted(grant: Grant, viewer: str, place: Place) -> None:
    """A12: some edge is written by others than the viewer's own side; and a client's grant ends in the subject."""
    if _own_data(grant):
        return
    edges = scope(grant.pattern, place).edges
    if not any(_anothers(edge, _walked(edge, edges[edge.variable], viewer), viewer) for edge in grant.pattern.edges):
        own = ", ".join(sorted(OWN_SIDE[viewer]))
        raise place.wrong(f"nothing in it is written by others than the viewer's own side ({own}): add an edge that is (A12)")
    if viewer == "Client" and Halves.of(grant).meets is None:
        raise place.wrong("a client's grant ends in the subject: by governed area, consent or case (A12)", "subject")


def _walked(edge: Edge, declared: Iterable[Relationship], viewer: str) -> list[Relationship]:
    """What the edge can be for such a viewer."""
    return [each for each in declared if (edge.start != "viewer" or each.start == viewer) and (edge.end != "viewer" or viewer in each.ends)]


def _own_data(grant: Grant) -> bool:
    same = {("viewer", "subject"), ("subject", "viewer")}
    return any(
        isinstance(part, Comparison)
        and part.operator == "="
        and isinstance(part.left, Named)
        and isinstance(part.right, Named)
        and (part.left.variable, part.right.variable) in same
        for part in conjuncts(grant.condition)
    )


def _anothers(edge: Edge, declared: Iterable[Relationship], viewer: str) -> bool:
    """Whether others than the viewer's side write the edge, whatever it is. A citizen writes their own end of a mandate or consent:
    that which leads from it to the subject is the subject's."""
    return edge.low > 0 and all(
        each.writer not in OWN_SIDE[viewer]
        or (each.writer is Writer.CITIZEN and each.type == "FROM" and edge.end == "subject" and viewer == "Person")
        for each in declared
    )


# --- denials ---


def _inherits(denial: Denial, name: str, names: Scope, rules: Rules, place: Place) -> None:
    if name in ("viewer", "subject") or len(names.labels(name)) != 1:
        raise place.wrong("a denial inherits along its path: name a node of one label there", name)
    _far(name, denial, "a denial is inherited", place)
    if not denial.core:
        raise place.wrong("what is inherited is core: write `core=True`")
    label = next(iter(names.labels(name)))
    again = next((each for each in rules.denials if each.inherits and label in each.subject_labels), None)
    if again is not None:
        raise place.wrong(f"denials are inherited one level, and `{again.id}` inherits to {label} already", name)


def checked(rules: Rules) -> Iterator[str]:
    """The id of each rule, once it is found to fit."""
    check_lasting()
    check_doubles(rules.rows)
    for grant in rules.grants:
        check_grant(grant)
        yield grant.id
    for denial in rules.denials:
        check_denial(denial, rules)
        yield denial.id
    for row in rules.rows:
        check_row(row)
        yield row.id
