"""Through whom a subject is read: itself, and those that it hangs on as a row; and what of them must be open for it to be there."""

from collections.abc import Sequence
from dataclasses import dataclass

from auth.category import Category
from auth.rule import Row, Rules, When
from auth.subject import SubjectType
from graph.compile.text import Names, Walk, block, call, counts, listed, literal, map_of
from graph.views import VIEWS
from graph.views.access import categories
from graph.views.view import Access

LABELS = ("Person", "Business", "Device", "Case")
"""Of whom and what it can be asked who can see them."""

NOBODY = "nobody"
"""Stands for an owner who is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """Draws through whom the subject is read."""

    names: Names
    rules: Rules
    labels: Sequence[str]
    """Those that the subject can have."""

    @property
    def bases(self) -> Sequence[str]:
        """Labels of it, of those through whom it can be read, and of who is behind it."""
        return tuple(dict.fromkeys([*self.labels, *(row.holder for label in self.labels for row in self.rules.rows_of(label))]))

    @property
    def alone(self) -> bool:
        """Whether it is read through itself alone, and nobody is behind it."""
        return not any(self.rules.rows_of(label) for label in self.labels)

    def ever(self) -> list[str]:
        """Lines that bind `ever`, those through whom it is read, or has been, or will be, each `{node, by, walked}` with the relationships
        that it hangs on them by and the nodes between; `behind`, likewise, the persons behind what a register shows."""
        rows = [self._hangs(label, row) for label in self._rows for row in self.rules.rows_of(label)]
        own = " OR ".join(f"subject:{label}" for label in self.labels if self._granted(label))
        itself = [[f"UNWIND CASE WHEN {own} THEN [subject] ELSE [] END AS base", "RETURN base, [] AS by"]] if own else []
        behind = [self._hangs(label, row) for label in self._of(Access.REGISTER) for row in self.rules.rows_of(label)]
        return [*self._collected([*itself, *rows], "ever"), *self._collected(behind, "behind")]

    @staticmethod
    def _collected(parts: Sequence[list[str]], name: str) -> list[str]:
        union = [line for lines in parts for line in (*(["UNION"] if lines is not parts[0] else []), *lines)]
        if not union:
            return [f"WITH *, [] AS {name}"]
        return call(["subject"], [*call(["subject"], union), f"RETURN collect({{node: base, by: by}}) AS {name}"])

    def lines(self, links: str, thing: str) -> list[str]:
        """Lines that bind those through whom it is read, of `ever`, and the map `{row, themes, wants, needed, owners, outlined, among}`:
        the category of the row and the codes of its themes, the entries that must be open of one that it is read through or of each of
        those `needed`, whether it has an outline, and the categories that there are of it."""
        if self.alone:
            return self._itself(links, thing)
        return [
            f"WITH *, [each IN ever WHERE {_counting(When.NOW)}] AS {links}",
            *call(["subject", "behind"], [*self._owned(), f"RETURN {map_of(self._thing())} AS {thing}"]),
        ]

    def _itself(self, links: str, thing: str) -> list[str]:
        """The same, of what is read through itself alone."""
        nothing = {"row": "null", "themes": "null", "wants": "[]", "needed": "null", "owners": "[]", "outlined": "false"}
        return [f"WITH *, ever AS {links}, {map_of(nothing | {'among': self._among()})} AS {thing}"]

    def _of(self, access: Access) -> Sequence[str]:
        return [label for label in self.labels if VIEWS[label].access is access]

    @property
    def _rows(self) -> Sequence[str]:
        return self._of(Access.ROWS)

    def _granted(self, label: str) -> bool:
        return any(label in grant.subject_labels for grant in self.rules.grants)

    def _hangs(self, label: str, row: Row) -> list[str]:
        it = self.names.fresh(label.lower())
        walk = Walk(pattern=row.pattern, names=self.names, bound={"row": it}, when=When.EVEN_RETRACTED)
        lines = walk.clauses(row.pattern.edges)
        steps = [walk.bound[edge.variable] for edge in row.pattern.edges if edge.walks]
        by = [walk.bound[edge.variable] for edge in row.pattern.edges if not edge.walks]
        start = f"UNWIND CASE WHEN subject:{label} THEN [subject] ELSE [] END AS {it}"
        facts = " + ".join(["[" + ", ".join(by) + "]", *steps])
        return [start, *lines, f"RETURN {walk.bound['subject']} AS base, {facts} AS by"]

    def _owned(self) -> list[str]:
        """Lines that bind who is behind it, and whether someone is or could be."""
        owners = f"[each IN behind WHERE {_counting(When.NOW)} | each.node] AS owners"
        could = f"any(each IN behind WHERE {_counting(When.UNLESS_OVER)}) AS someone"
        return [f"WITH *, {owners}, {could}, {self._themes()} AS themes"]

    def _themes(self) -> str:
        """The themes of a row, each `{code, secret}`."""
        return by_label({label: self._themes_of(self.rules.rows_of(label)[0]) for label in self._rows})

    def _themes_of(self, row: Row) -> str:
        if row.theme_pattern is None:
            return f"[{map_of({'code': literal(row.fixed_theme), 'secret': 'false'})}]"
        walk = Walk(pattern=row.theme_pattern, names=self.names, bound={"row": "subject"}, when=When.NOW, terse=True)
        lines, theme = walk.clauses(row.theme_pattern.edges), walk.bound["theme"]
        return block("COLLECT", [*lines, f"RETURN {map_of({'code': f'{theme}.code', 'secret': f'coalesce({theme}.secret, false)'})}"])

    def _thing(self) -> dict[str, str]:
        rows = {label: self.rules.rows_of(label)[0].category for label in self._rows}
        code = by_label({label: literal(str(category)) for label, category in rows.items()})
        outlined = " OR ".join(f"subject:{label}" for label in self._rows if self.rules.rows_of(label)[0].outlined)
        wants = f"CASE WHEN size(themes) = 0 THEN [{code} + ':*'] ELSE [theme IN themes | {code} + ':' + theme.code] END"
        owner = literal(str(Category.WORK))
        return {
            "row": f"CASE WHEN someone THEN {owner} ELSE {code} END",
            "themes": "[theme IN themes | theme.code]",
            "wants": f"CASE WHEN someone THEN [{owner}] WHEN themes IS NULL THEN [] ELSE {wants} END",
            "needed": f"CASE WHEN NOT someone THEN null WHEN size(owners) = 0 THEN [{literal(NOBODY)}] ELSE [each IN owners | each.id] END",
            "owners": "owners",
            "outlined": f"coalesce(({outlined or 'false'}) AND size(themes) > 0 AND none(theme IN themes WHERE theme.secret), false)",
            "among": self._among(),
        }

    def _among(self) -> str:
        """The categories that there are of it; all of a person."""
        return by_label({label: listed(map(str, categories(label))) for label in self.labels if label != "Person"})


def labels_of(type_: SubjectType | None) -> Sequence[str]:
    """The labels that a subject can have that is said to be of the type, or of any."""
    return LABELS if type_ is None else [label for label in LABELS if label == type_.label]


def by_label(values: dict[str, str]) -> str:
    """The value for the label that the subject has."""
    return "CASE " + " ".join(f"WHEN subject:{label} THEN {value}" for label, value in values.items()) + " END" if values else "null"


def _counting(when: When) -> str:
    """That all that it hangs on `each` by counts."""
    stand = " AND ".join(f"{end}(it).retractedAt IS NULL" for end in ("startNode", "endNode"))
    return f"all(it IN each.by WHERE {' AND '.join(counts('it', when))} AND {stand})"


def opens(entry: str, mask: str) -> str:
    """That a mask has the entry, or that of all themes."""
    return f"({entry} IN {mask} OR split({entry}, ':')[0] + ':*' IN {mask})"


def labelled(variable: str, labels: Sequence[str]) -> str:
    """That a node has one of these labels."""
    return "(" + " OR ".join(f"{variable}:{label}" for label in labels) + ")"
