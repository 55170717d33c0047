"""Whether grants, denials and rows fit the model, and whether a grant rests on what others write (A12)."""

import re
from collections.abc import Iterable, Iterator

from auth.category import PERSONAL, THEMED, Category
from auth.errors import RuleError
from auth.pattern import Comparison, Edge, Named, Pattern, conjuncts
from auth.rule import LASTING, Denial, Fixed, Grant, RoleOf, Row, Rules
from auth.viewer import ViewerKind
from graph.check.condition import check_condition
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.check.values import codes
from graph.compile.rules import Halves
from graph.model import LABELS, RELATIONSHIPS, Relationship, Writer

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
    """The labels that every pattern judges by their own validity are those that last in the model."""
    lasting = {label.name for label in LABELS.values() if label.lasts}
    if lasting != LASTING:
        differ = ", ".join(f"`{label}`" for label in sorted(lasting ^ LASTING))
        raise RuleError(rule="LASTING", problem=f"auth.rule and graph.model must agree on which labels last: {differ}")


def check_grant(grant: Grant) -> None:
    """Raise where the grant does not fit the model."""
    place, names = _common(grant)
    match grant.gives:
        case Fixed(categories=categories):
            if not categories or not categories <= set(PERSONAL):
                raise place.wrong("give some categories of personal data; OPEN is everyone's already")
        case RoleOf():
            _role(grant, grant.gives, names, place)
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
    _joined(rule.pattern, place)
    if rule.condition is not None:
        check_condition(rule.condition, names, place.reading(rule.where))
    _meets(rule, place)
    for text, pattern in zip(rule.unless, rule.exceptions, strict=True):
        _exception(rule, pattern, names, place.reading(text))
    _says(rule, names, place)
    if not rule.basis.strip():
        raise place.wrong("write the basis: the law or consent that it rests on")
    return place, names


def _joined(pattern: Pattern, place: Place) -> None:
    """Every part of the pattern hangs together with the viewer or the subject."""
    reached = {"viewer", "subject"}
    for _ in pattern.edges:
        reached |= {end for edge in pattern.edges if {edge.start, edge.end} & reached for end in (edge.start, edge.end)}
    loose = next((node.variable for node in pattern.nodes if node.variable not in reached), None)
    if loose is not None:
        raise place.wrong(f"nothing joins `{loose}` to the viewer or the subject", loose)


def _meets(rule: Grant | Denial, place: Place) -> None:
    if rule.pattern.node(rule.meets) is None or rule.meets == "viewer":
        raise place.wrong(f"the halves meet in a node of the path, not in `{rule.meets}`", rule.meets)
    halves = Halves.of(rule)
    near, far = _ends(halves.viewer), _ends(halves.subject)
    if rule.meets != "subject" and rule.meets not in near:
        raise place.wrong(f"no path leads from the viewer to `{rule.meets}`, where the halves should meet", rule.meets)
    both = (near & far) - {rule.meets, "viewer"}
    if both or (rule.meets != "subject" and "subject" in near):
        raise place.wrong(f"the halves meet in `{rule.meets}` and nowhere else: also in `{min(both or {'subject'})}` they do", rule.meets)


def _ends(edges: Iterable[Edge]) -> frozenset[str]:
    return frozenset(name for edge in edges for name in (edge.start, edge.end))


def _far(name: str, rule: Grant | Denial, what: str, place: Place) -> None:
    if name != "subject" and name not in _ends(Halves.of(rule).subject):
        raise place.wrong(f"{what} in the subject's half of the path: let `{name}` stand there", name)


def _exception(rule: Grant | Denial, pattern: Pattern, names: Scope, place: Place) -> None:
    """An `unless` is a path of the viewer's that ends in at most one node of the subject's half, or one of the subject's half alone."""
    scope(pattern, place, names)
    shared = [name for name in _called(pattern) if names.binds(name) and name != "viewer"]
    for name in shared:
        _far(name, rule, "an exception is looked for", place)
    if pattern.node("viewer") is not None and len(shared) > 1:
        raise place.wrong(f"an exception of the viewer shares one node with the path, not {len(shared)}", shared[1])
    if pattern.node("viewer") is None and not shared:
        raise place.wrong("an exception shares a node with the path: write `viewer` or a name of it")
    twice = next((edge.variable for edge in pattern.edges if names.binds(edge.variable) and not edge.variable.startswith("_")), None)
    if twice is not None:
        raise place.wrong(f"`{twice}` stands in the path: give the relationship another name", twice)


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


def _role(grant: Grant, gives: RoleOf, names: Scope, place: Place) -> None:
    if gives.variable == "viewer":
        if not names.labels("viewer") <= {"Employee", "Person"}:
            raise place.wrong("only employees and persons hold positions: give fixed categories", "viewer")
    elif names.labels(gives.variable) != {"Position"}:
        raise place.wrong(f"a role is that of a `Position` or of the viewer, not of `{gives.variable}`", gives.variable)
    reaches = LABELS["Role"].properties["reach"].values
    wrong = next((reach for reach in gives.reach if reach not in reaches), None)
    if wrong is not None:
        raise place.reading("|".join(gives.reach)).wrong(f"write reaches of roles: {', '.join(reaches)}", wrong)
    if gives.themes is not None and not any(
        each.type == "IN" and each.start in names.labels(gives.themes) and "Theme" in each.ends for each in RELATIONSHIPS
    ):
        raise place.wrong(f"nothing named `{gives.themes}` is in a theme", gives.themes)
    near = _ends(Halves.of(grant).viewer) | {"viewer"}
    for name in (gives.variable, gives.themes):
        if name is not None and name not in near:
            raise place.wrong(f"what is given is read in the viewer's half of the path: let `{name}` stand there", name)


def _rooted(grant: Grant, viewer: str, place: Place) -> None:
    """A12: some edge is written by others than the viewer's own side; and a client's grant ends in the subject."""
    if _own_data(grant):
        return
    edges = scope(grant.pattern, place).edges
    if not any(_anothers(edge, edges[edge.variable], viewer) for edge in grant.pattern.edges):
        own = ", ".join(sorted(OWN_SIDE[viewer]))
        raise place.wrong(f"nothing in it is written by others than the viewer's own side ({own}): add an edge that is (A12)")
    if viewer == "Client" and not any("subject" in (edge.start, edge.end) for edge in grant.pattern.edges):
        raise place.wrong("a client's grant ends in the subject: by governed area, consent or case (A12)", "subject")


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
