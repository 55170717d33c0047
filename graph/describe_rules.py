"""`docs/rules.md`, made from the rules and the model."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import Field, fields, replace
from itertools import pairwise
from types import ModuleType
from typing import Any, get_args, get_type_hints

from auth.category import PERSONAL
from auth.pattern import Pattern
from auth.rule import Both, Closes, CoversOf, Denial, Fixed, Gives, Grant, RoleOf, Row, Rules, ThemeOf, When
from auth.rules import CODE_ORDER, INNSYN, PROTECTION_CODES, THEMES, as_tilgangsmaskinen, rules, tilgangsmaskinen
from auth.rules.policy import Policy
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.model import Writer

Rule = Grant | Denial | Row

WHEN = {
    When.NOW: "facts valid now",
    When.UNLESS_OVER: "facts valid now, or whose validity cannot be read",
    When.ANY_TIME: "facts that hold, have held or will hold",
    When.EVEN_RETRACTED: "all facts, also retracted ones",
}
HEAD = """# Rules

Made from `auth/rules/` and `graph/model.py` by `make generated`; do not edit.

A grant opens what it gives of the subject, as far as the stated purpose covers it. A denial closes. Silence denies; a denial beats
every grant that it binds; the order of rules changes nothing but the code that is shown.

A core denial binds every grant, but a path that *passes* the protection by a clearance of its own. One that can be overridden binds every
grant, but a path that *lifts* its code and a grant that is bound by core denials alone.

A path reads like Cypher, from the viewer to the subject. Every fact on it counts only if it was never retracted, and at the times that
the table says; an *unless* is judged by facts valid now. The two halves of a path, the viewer's and the subject's, meet in the node
under *meets*. `action` is what the viewer wants to do, `purpose_stated` the purpose that the request states.

Every grant can be to READ. To COMMUNICATE and to WRITE are only those whose condition weighs the `action`, and those that a role gives
(but what a consent covers): as far as the role covers it for that action, READ where it tells none. Nothing is done with what is not read.

A mandate, task or consent that covers themes alone gives the card and the cases, activities, devices and dialogues of those themes; one
that covers categories alone, these in all themes; both, those categories in those themes.

These are the rules unless told otherwise; [what may be chosen](#choices) and [another profile](#the-profile-tilgangsmaskinen) come last.
"""


def page() -> str:
    """The text of docs/rules.md."""
    themes = (_theme(title, module) for title, module in THEMES)
    parts = [HEAD, *themes, _codes(), _writers(), _choices(), _profile()]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _theme(title: str, module: ModuleType) -> str:
    return "\n".join([f"## {title}", "", inspect.cleandoc(module.__doc__ or ""), "", *_tables(module.declared(Policy()))])


def _tables(declared: Iterable[Rule]) -> Iterator[str]:
    found = list(declared)
    grants = [each for each in found if isinstance(each, Grant)]
    denials = [each for each in found if isinstance(each, Denial)]
    rows = [each for each in found if isinstance(each, Row)]
    yield from _table(grants, _grants(grants))
    yield from _table(denials, _denials(denials))
    yield from _table(rows, _rows(rows))


def _table(found: Sequence[Rule], lines: Iterable[str]) -> Iterator[str]:
    if found:
        yield from lines
        yield ""


def _grants(grants: Iterable[Grant]) -> Iterator[str]:
    yield from _head("opens", "path", "gives", "meets", "basis", "says", "edges, and who writes them")
    for grant in grants:
        yield _line(f"`{grant.id}`", _path(grant), _gives(grant), f"`{grant.meets}`", grant.basis, _says(grant), _edges(grant))


def _denials(denials: Iterable[Denial]) -> Iterator[str]:
    yield from _head("closes", "path", "closes what, under which code", "when", "meets", "basis", "says", "edges, and who writes them")
    for denial in denials:
        cells = (_path(denial), _closes(denial), WHEN[denial.when], f"`{denial.meets}`", denial.basis, _says(denial), _edges(denial))
        yield _line(f"`{denial.id}`", *cells)


def _rows(found: Iterable[Row]) -> Iterator[str]:
    yield from _head("row", "path", "read under", "themes", "edges, and who writes them")
    for row in found:
        yield _line(f"`{row.id}`", _code(row.path), _hung(row), _themes(row), _written(scope(row.pattern, Place(rule=row.id)), row.pattern))


def _path(rule: Grant | Denial) -> str:
    lines = [_code(rule.path)]
    lines += [f"where {_code(rule.where)}"] if rule.where else []
    lines += [f"unless {_code(text)}" for text in rule.unless]
    return "<br>".join(lines)


def _gives(grant: Grant) -> str:
    return "<br>".join([_given(grant, grant.gives), *_unbound(grant)])


def _given(grant: Grant, gives: Gives) -> str:
    match gives:
        case Fixed(categories=categories, themes=themes):
            return _fixed(categories) + _rows_in(themes)
        case RoleOf(variable=variable, reach=reach):
            whose = "every role of the viewer" if variable == "viewer" else f"the role of `{variable}`"
            reaching = f", if its reach is {' or '.join(reach)}" if reach else ""
            return f"what {whose} covers{reaching}, rows in the themes that the role handles"
        case CoversOf(variable=variable):
            return f"the category `{variable}`" if _labels(grant, variable) == ("Category",) else f"what `{variable}` covers"
        case ThemeOf():
            return f"every category; {_within(grant, gives)}"
        case Both(one=one, other=ThemeOf() as other):
            return f"{_given(grant, one)}; {_within(grant, other)}"
        case Both(one=one, other=other):
            return f"{_given(grant, one)}; of that, {_given(grant, other)}"


def _fixed(categories: Iterable[str]) -> str:
    return "every category" if set(categories) == set(PERSONAL) else ", ".join(sorted(categories))


def _rows_in(themes: tuple[str, ...] | None) -> str:
    match themes:
        case None:
            return ""
        case ():
            return "; no rows that are in a theme"
        case _:
            return f"; rows only in the theme{'s' if len(themes) > 1 else ''} {', '.join(themes)}"


def _within(grant: Grant, gives: ThemeOf) -> str:
    its = f"the theme `{gives.variable}`" if _labels(grant, gives.variable) == ("Theme",) else f"the themes of `{gives.variable}`"
    return f"rows only in {its}"


def _labels(grant: Grant, variable: str) -> tuple[str, ...]:
    node = grant.pattern.node(variable)
    return node.labels if node else ()


def _unbound(grant: Grant) -> Iterator[str]:
    """Which denials do not bind it."""
    if grant.lifts:
        yield f"lifts the denials whose codes stand in `{grant.lifts}`"
    if grant.clears:
        yield f"passes the protections that it is cleared for: {_code(grant.clears)}"
    if grant.secondary:
        yield "bound by core denials alone"


def _closes(denial: Denial) -> str:
    what = "everything" if denial.closes is Closes.EVERYTHING else "what tells where someone is"
    bound = "core" if denial.core else "can be overridden"
    code = f"the code of `{denial.code_of}`" if denial.code_of else f"`{denial.code}`"
    inherited = f"; where a core denial stands between the viewer and `{denial.inherits}`" if denial.inherits else ""
    return f"{what}, {code} ({bound}){inherited}"


def _hung(row: Row) -> str:
    outline = "; staff who do not handle its theme see its outline, unless the theme is secret" if row.outlined else ""
    return f"{row.category}{outline}"


def _themes(row: Row) -> str:
    return row.fixed_theme or (_code(row.theme) if row.theme else "none: open in every theme")


def _says(rule: Grant | Denial) -> str:
    return f"{rule.says['nb']}<br>*{rule.says['en']}*"


def _edges(rule: Grant | Denial) -> str:
    names = scope(rule.pattern, Place(rule=rule.id, text=rule.path))
    clearance = [rule.clearance] if isinstance(rule, Grant) and rule.clearance else []
    patterns = [(names, rule.pattern), *((scope(each, Place(rule=rule.id), names), each) for each in (*rule.exceptions, *clearance))]
    return "<br>".join(dict.fromkeys(line for found, pattern in patterns for line in _written(found, pattern).split("<br>") if line))


def _written(names: Scope, pattern: Pattern) -> str:
    edges = [declared for edge in pattern.edges for declared in names.edges[edge.variable]]
    return "<br>".join(dict.fromkeys(f"`{each.start}-{each.type}` {each.writer}" for each in edges))


def _codes() -> str:
    order = [f"{number}. `{code}`" + (" (alone)" if code in PROTECTION_CODES else "") for number, code in enumerate(CODE_ORDER, 1)]
    told = [
        "To staff the code of a denial shows only where a grant would otherwise open.",
        "A protection that the viewer is not cleared for shows alone. Whoever is not staff reads `NOT_AVAILABLE`.",
        "Where no grant opens, staff whose role would open it within reach read `OUTSIDE_AREA`, others `NO_GRANT`.",
        "Of several codes, the first in this order:",
    ]
    return "\n".join(["## Which code is shown", "", *told, "", *order])


def _writers() -> str:
    about = {
        Writer.REGISTER: "a public register: population, business, county governor",
        Writer.ADMINISTRATION: "the welfare administration's own management: who works where, in which role, cleared for what",
        Writer.CASEWORK: "an employee at work on a case, an activity, a dialogue, a device",
        Writer.CITIZEN: "the person whom the data are about; of a mandate or consent, the one who gives it",
        Writer.BUSINESS: "a business or municipality, through its representatives",
    }
    told = [
        "Every grant but own data rests on at least one relationship that the viewer's own side cannot write (A12),",
        "or the server does not start.",
        "An employee's own side writes CASEWORK and BUSINESS, a client's too; a citizen's own side is the citizen.",
    ]
    return "\n".join(
        ["## Who writes what rules rest on", "", *told, "", *_head("writer", "who"), *(_line(who, says) for who, says in about.items())]
    )


def _choices() -> str:
    told = [
        "Where the sources of the rules differ, an administration chooses. What holds unless told is the closed side.",
        "*Changes* are the rules that another choice brings, leaves out or writes otherwise.",
    ]
    lines = (_choice(each) for each in fields(Policy))
    return "\n".join(["## Choices", "", *told, "", *_head("choice", "unless told", "what it means", "changes"), *lines])


def _choice(choice: "Field[Any]") -> str:
    default = getattr(Policy(), choice.name)
    choices: list[dict[str, Any]] = [{choice.name: other} for other in _others(choice, default)]
    changed = sorted({rule for each in choices for rule in _differ(INNSYN, rules(replace(Policy(), **each)))})
    return _line(f"`{choice.name}`", f"`{_shown(default)}`", _about(choice.name), ", ".join(f"`{rule}`" for rule in changed))


def _others(choice: "Field[Any]", default: object) -> list[object]:
    """Some other values that may be chosen."""
    match default:
        case bool():
            return [not default]
        case int():
            return [default - 1]
        case tuple():
            return [()]
        case _:
            return [each for each in get_args(get_type_hints(Policy)[choice.name]) if each != default]


def _differ(ours: Rules, theirs: Rules) -> set[str]:
    return {rule.id for rule in set(_every(ours)) ^ set(_every(theirs))}


def _every(found: Rules) -> list[Rule]:
    return [*found.grants, *found.denials, *found.rows]


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return " ".join(map(str, value)) or "none"
        case _:
            return str(value)


def _about(name: str) -> str:
    """What stands under a field of the policy."""
    body = ast.parse(textwrap.dedent(inspect.getsource(Policy))).body[0]
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for field, after in pairwise(lines):
        if isinstance(field, ast.AnnAssign) and ast.unparse(field.target) == name and isinstance(after, ast.Expr):
            return " ".join(str(ast.literal_eval(after.value)).split())
    return ""


def _profile() -> str:
    ours, theirs = _ids(INNSYN), _ids(as_tilgangsmaskinen())
    chosen = ", ".join(
        f"`{each.name}` {_shown(getattr(tilgangsmaskinen.POLICY, each.name))}" for each in fields(Policy) if _chosen(each.name)
    )
    told = [
        "## The profile tilgangsmaskinen",
        "",
        f"`INNSYN_RULES=tilgangsmaskinen`. {inspect.cleandoc(tilgangsmaskinen.__doc__ or '')}",
        "",
        f"It chooses otherwise: {chosen}. It has these rules:",
        "",
        ", ".join(f"`{rule}`" for rule in theirs) + ".",
        "",
        "It leaves these out:",
        "",
        ", ".join(f"`{rule}`" for rule in ours if rule not in theirs) + ".",
    ]
    return "\n".join(told)


def _chosen(name: str) -> bool:
    return bool(getattr(tilgangsmaskinen.POLICY, name) != getattr(Policy(), name))


def _ids(found: Rules) -> list[str]:
    return list(dict.fromkeys(rule.id for rule in _every(found)))


def _head(*names: str) -> Iterator[str]:
    yield _line(*names)
    yield _line(*("---" for _ in names))


def _line(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")
