"""`docs/rules.md`, made from the rules and the model."""

import inspect
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from auth.category import PERSONAL
from auth.pattern import Pattern
from auth.rule import Closes, Denial, Fixed, Grant, RoleOf, Row, When
from auth.rules import CODE_ORDER, INNSYN, PROTECTION_CODES, family, own, places, protection, work
from auth.rules import rows as hanging
from graph.check.place import Place
from graph.check.scope import Scope, scope
from graph.model import Writer

Rule = Grant | Denial | Row

THEMES: tuple[tuple[str, ModuleType], ...] = (
    ("Own data", own),
    ("Work", work),
    ("Protections", protection),
    ("Self, kin and colleagues", family),
    ("Places", places),
    ("Rows", hanging),
)
WHEN = {
    When.NOW: "facts valid now",
    When.UNLESS_OVER: "facts valid now, or whose validity cannot be read",
    When.ANY_TIME: "facts that hold, have held or will hold",
    When.EVEN_RETRACTED: "all facts, also retracted ones",
}
HEAD = """# Rules

Made from `auth/rules/` and `graph/model.py` by `make generated`; do not edit.

A grant opens what it gives of the subject, as far as the stated purpose covers it. A denial closes. Silence denies; a denial beats
every grant that it binds; the order of rules changes nothing but the code that is shown. A core denial binds every grant.

A path reads like Cypher, from the viewer to the subject. Every fact on it counts only if it was never retracted, and at the times that
the table says; an *unless* is judged by facts valid now. The two halves of a path, the viewer's and the subject's, meet in the node
under *meets*.
"""


def page() -> str:
    """The text of docs/rules.md."""
    parts = [HEAD, *(_theme(title, module) for title, module in THEMES), _codes(), _writers()]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _theme(title: str, module: ModuleType) -> str:
    every: list[Rule] = [*INNSYN.grants, *INNSYN.denials, *INNSYN.rows]
    declared = [each for each in every if _declares(module, each)]
    return "\n".join([f"## {title}", "", inspect.cleandoc(module.__doc__ or ""), "", *_tables(declared)])


def _declares(module: ModuleType, rule: Rule) -> bool:
    listed = [each for value in vars(module).values() if isinstance(value, tuple) for each in value]
    return any(each is rule for each in (*listed, *vars(module).values()))


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
    match grant.gives:
        case Fixed(categories=categories) if categories == set(PERSONAL):
            return "every category"
        case Fixed(categories=categories):
            return ", ".join(sorted(categories))
        case RoleOf(variable=variable, reach=reach, themes=themes):
            whose = "every role of the viewer" if variable == "viewer" else f"the role of `{variable}`"
            reaching = f", if its reach is {' or '.join(reach)}" if reach else ""
            narrowed = f"; rows only in the themes of `{themes}`" if themes else ""
            return f"what {whose} covers{reaching}, rows in the themes that the role handles{narrowed}"


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
    patterns = [(names, rule.pattern), *((scope(each, Place(rule=rule.id), names), each) for each in rule.exceptions)]
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


def _head(*names: str) -> Iterator[str]:
    yield _line(*names)
    yield _line(*("---" for _ in names))


def _line(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")
