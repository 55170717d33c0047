"""What grants give, in Cypher: lists of entries, made where the nodes that they are read of are bound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auth.category import INCLUDES, PERSONAL, THEMED, Action
from auth.decide import COVERED_BY_THEME, EVERY_THEME, closure, entries_of
from auth.pattern import Pattern, parse
from auth.rule import Both, CoversOf, Fixed, Gives, RoleOf, ThemeOf, When, parts_of
from auth.rules.terms import COVERS_CATEGORY, COVERS_THEME, IN_THEME
from graph.compile.text import Names, Walk, block, counts, listed, literal


@dataclass(slots=True, kw_only=True)
class Giving:
    """What is given by nodes that are bound: lines that must come first, and an expression over them.

    Entries of roles are already less what the purpose does not cover; others are not.
    """

    names: Names
    bound: Mapping[str, str]
    pattern: Pattern
    seats: str = "seats"
    action: Action = Action.READ
    lines: list[str] = field(default_factory=list)

    def entries(self, gives: Gives) -> str:
        """A list of the entries that it gives."""
        match gives:
            case Fixed(categories=categories, themes=themes):
                return listed(sorted(entries_of(categories, themes)))
            case RoleOf():
                return self._role(gives)
            case CoversOf(variable=variable):
                return self._category(variable) if self._is(variable, "Category") else self._covers(variable)
            case ThemeOf(variable=variable):
                return within(listed(sorted(entries_of(PERSONAL, None))), self.themes(variable), self.names)
            case Both(one=Fixed() | ThemeOf() as one, other=other):
                return self.shared(self.entries(other), one)
            case Both(one=one, other=other):
                return self.shared(self.entries(one), other)

    def shared(self, entries: str, other: Gives) -> str:
        """Those entries that the other gives too."""
        match other:
            case Fixed(categories=categories, themes=themes):
                each = self.names.fresh("entry")
                named = listed(sorted(map(str, closure(categories))))
                kept = f"[{each} IN {entries} WHERE split({each}, ':')[0] IN {named}]"
                return kept if themes is None else within(kept, listed(themes), self.names)
            case ThemeOf(variable=variable):
                return within(entries, self.themes(variable), self.names)
            case _:
                return common(entries, self.entries(other), self.names)

    def _is(self, variable: str, label: str) -> bool:
        node = self.pattern.node(variable)
        return node is not None and label in node.labels

    def _role(self, gives: RoleOf) -> str:
        seat, found = self.names.fresh("seat"), self.names.fresh("found")
        tests = [f"{seat}.position = {self.bound[gives.variable]}.id"] if gives.variable != "viewer" else []
        tests += [f"{seat}.reach IN {listed(gives.reach)}"] if gives.reach else []
        seats = f"[{seat} IN {self.seats} WHERE {' AND '.join(tests)}]" if tests else self.seats
        given = " + ".join(f"{seat}.{column(word, self.action)}" for word in ("codes", "themed"))
        return f"reduce({found} = [], {seat} IN {seats} | {found} + {given})"

    def _category(self, variable: str) -> str:
        code = f"{self.bound[variable]}.code"
        themed = f"WHEN {code} IN {listed(sorted(map(str, THEMED)))} THEN [{code}, {code} + {literal(':' + EVERY_THEME)}]"
        return f"[{code}] + {included_by(code)} + CASE {themed} ELSE [] END"

    def _covers(self, variable: str) -> str:
        """Of a mandate, task or consent: its categories in its themes, where it names one of the two alone, all of the other that fit.

        What is named and counts no longer is an empty code: it must not open as if nothing were named.
        """
        categories, themes = self.names.fresh("named"), self.names.fresh("themes")
        self.lines.append(
            f"WITH *, {self._ever(COVERS_CATEGORY, variable, 'category')} AS {categories}, "
            f"{self._ever(COVERS_THEME, variable, 'theme')} AS {themes}"
        )
        code, found, theme = (self.names.fresh(word) for word in ("code", "found", "theme"))
        alone = f"CASE WHEN size({themes}) > 0 THEN {listed(sorted(map(str, COVERED_BY_THEME)))} ELSE [] END"
        base = f"CASE WHEN size({categories}) > 0 THEN {categories} + {included_in(categories)} ELSE {alone} END"
        every = f"CASE WHEN size({themes}) > 0 THEN {themes} ELSE {listed((EVERY_THEME,))} END"
        each = f"[{theme} IN {every} WHERE {theme} <> '' | {code} + ':' + {theme}]"
        rows = f"CASE WHEN {code} IN {listed(sorted(map(str, THEMED)))} THEN {each} ELSE [] END"
        known = f"{code} IN {listed(sorted(map(str, PERSONAL)))} AND NOT {themes} = ['']"
        return f"reduce({found} = [], {code} IN {base} | {found} + CASE WHEN {known} THEN [{code}] + {rows} ELSE [] END)"

    def _ever(self, path: str, variable: str, end: str) -> str:
        """The codes that it covers or has covered; those that count no longer are one empty code."""
        pattern = parse(path)
        walk = Walk(pattern=pattern, names=self.names, bound={"node": self.bound[variable]}, when=When.EVEN_RETRACTED)
        lines = walk.clauses(pattern.edges)
        facts = [*counts(walk.bound[pattern.edges[0].variable], When.NOW), f"{walk.bound[end]}.retractedAt IS NULL"]
        now = " AND ".join(facts)
        return block("COLLECT", [*lines, f"RETURN DISTINCT CASE WHEN {now} THEN {walk.bound[end]}.code ELSE '' END"])

    def themes(self, variable: str) -> str:
        """A list of the codes of a node's themes, or of the theme that it is."""
        if self._is(variable, "Theme"):
            return f"[{self.bound[variable]}.code]"
        name = self.names.fresh("themes")
        self.lines.append(f"WITH *, {self._codes(IN_THEME, variable, 'theme')} AS {name}")
        return name

    def _codes(self, path: str, variable: str, end: str) -> str:
        pattern = parse(path)
        walk = Walk(pattern=pattern, names=self.names, bound={"node": self.bound[variable]}, when=When.NOW)
        lines = walk.clauses(pattern.edges)
        code = f"{walk.bound[end]}.code"
        return block("COLLECT", [*lines, f"RETURN DISTINCT {code}"])


def column(word: str, action: Action) -> str:
    """Where the row of a seat has what its role gives for that action."""
    return word if action is Action.READ else f"{word}{action.capitalize()}"


def included_by(code: str) -> str:
    """A list of what the category of that code brings with it."""
    brought = " ".join(f"WHEN {literal(str(each))} THEN {listed(sorted(map(str, brings)))}" for each, brings in INCLUDES.items())
    return f"CASE {code} {brought} ELSE [] END"


def included_in(codes: str) -> str:
    """A list of what the categories of these codes bring with them."""
    brought = [(literal(str(each)), listed(sorted(map(str, brings)))) for each, brings in INCLUDES.items()]
    return " + ".join(f"CASE WHEN {each} IN {codes} THEN {brings} ELSE [] END" for each, brings in brought)


def within(entries: str, themes: str, names: Names) -> str:
    """The entries, their rows only in these themes."""
    found, each, theme = names.fresh("found"), names.fresh("entry"), names.fresh("theme")
    every = literal(":" + EVERY_THEME)
    return (
        f"reduce({found} = [], {each} IN {entries} | {found} + CASE WHEN NOT {each} CONTAINS ':' THEN [{each}] "
        f"WHEN {each} ENDS WITH {every} THEN [{theme} IN {themes} | split({each}, ':')[0] + ':' + {theme}] "
        f"WHEN split({each}, ':')[1] IN {themes} THEN [{each}] ELSE [] END)"
    )


def common(ours: str, theirs: str, names: Names) -> str:
    """The entries that both open; both are read twice, so they are best variables."""
    each, other = names.fresh("entry"), names.fresh("entry")
    return (
        f"[{each} IN {ours} WHERE {each} IN {theirs} OR ({each} CONTAINS ':' AND split({each}, ':')[0] + ':*' IN {theirs})]"
        f" + [{other} IN {theirs} WHERE {other} CONTAINS ':' AND split({other}, ':')[0] + ':*' IN {ours}]"
    )


def split(gives: Gives, near: frozenset[str]) -> tuple[Gives | None, Gives | None]:
    """The part that the viewer's half gives, and the part that the subject's half does; fixed things go with the viewer's."""
    if isinstance(gives, Both):
        sides = [split(gives.one, near), split(gives.other, near)]
        return _joined([one for one, _ in sides if one]), _joined([other for _, other in sides if other])
    variable = getattr(gives, "variable", "viewer")
    return (gives, None) if variable in near else (None, gives)


def _joined(parts: Sequence[Gives]) -> Gives | None:
    if not parts:
        return None
    found = parts[0]
    for part in parts[1:]:
        found = Both(one=found, other=part)
    return found


def of_roles(gives: Gives) -> bool:
    """Whether roles narrow it, which are less what the purpose does not cover already."""
    return any(isinstance(part, RoleOf) for part in parts_of(gives))


def read_of(gives: Gives | None) -> tuple[str, ...]:
    """The nodes that it is read of."""
    found = [getattr(part, "variable", "viewer") for part in parts_of(gives)] if gives else []
    return tuple(dict.fromkeys(each for each in found if each != "viewer"))
