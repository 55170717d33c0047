"""Why a subject of any type is open: the paths to it, and of a row those to all through whom it is read. Whatever leads to nodes of one
label is drawn once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from auth.category import Category
from auth.decide import entry, helps, whole
from auth.rule import Grant, Row, can_give
from graph.compile.once import lists
from graph.compile.paths import Shown, paths, readable, told_by, visible
from graph.compile.rights import Inner, Judge, Rights
from graph.compile.rules import Subject
from graph.compile.text import call, listed, literal, map_of
from graph.views import VIEWS
from graph.views.access import beside, categories
from graph.views.view import Access, Related, View

_NAMED = {"Person": ("givenName", "middleName", "familyName"), "Business": ("name",), "Municipality": ("name",), "Device": ("product",)}
"""What the name is made of of those through whom a row is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A list of those of one label to whom paths lead: the subject itself, or those through whom it is read as a row. Each is a map
    `{node, mask, places, core, overridable, row, by, whole, themes, open}`."""

    list: str
    starts: tuple[str, ...]
    """Variables that lead where they stand."""
    row: Row | None = None
    own: bool = False
    """Whether it is a row, by its own mask."""


@dataclass(slots=True, kw_only=True)
class Why:
    """Draws the reasons of one subject. `elsewhere` is a list of what may be told of each whom paths lead to, where that was judged at
    another instant; `tells`: it is that list that is wanted, not the reasons."""

    judge: Judge
    elsewhere: str | None = None
    tells: bool = False
    bases: dict[str, list[Basis]] = field(default_factory=dict)
    grants: dict[str, Grant] = field(default_factory=dict)

    def kept(self, view: View, subject: Subject, rights: Rights, inner: Inner) -> dict[str, str]:
        """What the part of a statement that judges a subject of one type must return beside, by name: those to whom paths lead."""
        found: dict[str, list[str]] = {}
        starts: dict[str, list[Basis]] = {}
        if view.access is not Access.ROWS:
            pair = subject.pair
            held = {"core": subject.codes(pair.core), "overridable": subject.codes(pair.overridable)}
            itself = {"node": subject.variable, "mask": rights.mask or "[]", "places": rights.places or "[]", **held}
            found[view.label] = [f"[{map_of(itself)}]"]
            starts[view.label] = [Basis(list="", starts=(subject.variable,))]
        for way in inner.ways:
            mine = way.holder.variable == subject.variable
            more = {"row": literal(way.row.id), "open": "true" if mine else _open(way.row, rights)}
            more |= {"mask": rights.mask or "[]"} if mine else {}
            those = "" if mine else " WHERE each.shown"
            each = f"[each IN {way.list}{those} | each {{.*, {', '.join(f'{name}: {text}' for name, text in more.items())}}}]"
            found.setdefault(way.holder.label, []).append(each)
            starts.setdefault(way.holder.label, []).append(Basis(list="", starts=(way.holder.variable,), row=way.row, own=mine))
        names = {label: self.judge.context.names.fresh(f"{view.label.lower()}{label}Bases") for label in found}
        for label, name in names.items():
            self.bases.setdefault(label, [])
            self.bases[label] += [Basis(list=name, starts=each.starts, row=each.row, own=each.own) for each in starts[label]]
        return {name: " + ".join(found[label]) for label, name in names.items()}

    def lines(self, name: str, scope: Sequence[str]) -> list[str]:
        """The lines that bind the reasons to a name, or what may be told of each whom paths lead to."""
        drawn = {self.judge.context.names.fresh(name): label for label in self.bases}
        lines = [line for each, label in drawn.items() for line in call(self._scope(label, scope), self._of(label, each))]
        return [*lines, f"WITH *, {' + '.join(drawn) or '[]'} AS {name}"]

    def _scope(self, label: str, scope: Sequence[str]) -> list[str]:
        found = [*scope, *(each.list for each in self.bases[label]), *([self.elsewhere] if self.elsewhere else [])]
        return list(dict.fromkeys([*found, *lists(self.judge.once)]))

    def _of(self, label: str, name: str) -> list[str]:
        """The lines for nodes of one label."""
        bases, fresh = self.bases[label], self.judge.context.names.fresh
        base, it = fresh("base"), fresh(label.lower())
        subject = self.judge.subject(it, label)
        if self.judge.once is not None:
            once = self.judge.once
            once.trails[it] = tuple(dict.fromkeys(trail for each in bases for start in each.starts for trail in once.trails.get(start, ())))
        subject.remember(subject.pair.core, f"{base}.core")
        subject.remember(subject.pair.overridable, f"{base}.overridable")
        every = " + ".join(dict.fromkeys(each.list for each in bases))
        lines = [f"UNWIND {every} AS {base}", f"WITH *, {base}.node AS {it}"]
        shown, more = self._shown(subject, base, bases)
        lines += more
        if self.tells:
            more, known = readable(subject, shown.mask, (base,))
            row = {"id": f"{it}.id", "mask": shown.mask, "places": shown.places or "[]", "itself": shown.itself or "true", **known}
            return [*lines, *more, f"RETURN collect({map_of(row)}) AS {name}"]
        first = len(self.grants)
        grants = [grant for grant in subject.pair.grants if _opens(grant, bases)]
        self.grants |= {grant.id + grant.path: grant for grant in grants}
        told = shown.known or base
        more, found = paths(subject, shown, grants, (base, told), first)
        lines += more
        if any(each.row for each in bases):
            return [*lines, *self._narrowed(subject, base, shown, found, name)]
        return [*lines, f"RETURN reduce(found = [], each IN collect({found}) | found + each) AS {name}"]

    def _shown(self, subject: Subject, base: str, bases: Sequence[Basis]) -> tuple[Shown, list[str]]:
        """What tells how much may be told of a base, and the lines that bind it."""
        fresh = self.judge.context.names.fresh
        if self.elsewhere:
            told = fresh("told")
            line = f"WITH *, head([each IN {self.elsewhere} WHERE each.id = {subject.variable}.id]) AS {told}"
            itself = f"{told}.itself" if any(each.row for each in bases) else None
            return Shown(mask=f"{told}.mask", places=f"{told}.places", known=told, itself=itself), [line]
        through = [each.row for each in bases if each.row and not each.own]
        lines, places, itself = list[str](), f"{base}.places", None
        if through:
            more, tests = self._tests(subject, base)
            itself, held = fresh("itself"), f"{' AND '.join([f'{base}.open', *tests])}"
            lines += [*more, f"WITH *, {base}.by IS NULL OR ({held}) AS {itself}"]
            if subject.pair.places and any(told_by(grant) for grant in subject.pair.grants):
                places = fresh("places")
                lines.append(f"WITH *, {subject.codes(subject.pair.places)} AS {places}")
        return Shown(mask=f"{base}.mask", places=places, itself=itself), lines

    def _tests(self, subject: Subject, base: str) -> tuple[list[str], list[str]]:
        """When one through whom a row is read may be told: a business that a register shows, a device that is read itself."""
        match VIEWS[subject.label].access:
            case Access.REGISTER:
                return visible(subject)
            case Access.ROWS:
                row = self.judge.context.rules.rows_of(subject.label)[0]
                themes = f"[{map_of({'code': literal(row.fixed_theme)})}]"
                return [], [subject.test(whole(row), mask=f"{base}.mask", themes=themes)]
            case _:
                return [], []

    def _narrowed(self, subject: Subject, base: str, shown: Shown, found: str, name: str) -> list[str]:
        """The paths that have a part in a row being open, or anything else of it, with through whom they lead."""
        rows = {each.row.id: each.row for each in self.bases[subject.label] if each.row}
        tests = [(row, subject.test(helps(row), mask="each.gives", themes=f"{base}.themes")) for row in rows.values()]
        opens = " ".join(f"WHEN {base}.row = {literal(row.id)} AND {test} THEN {listed((row.category,))}" for row, test in tests)
        others = [(row, codes) for row in rows.values() if (codes := [entry(each) for each in beside(row.label, row.category)])]
        more = "".join(
            f" + [code IN {listed(codes)} WHERE {base}.row = {literal(row.id)} AND {base}.whole AND code IN each.gives]"
            for row, codes in others
        )
        through = f"[{', '.join([f'{subject.variable}.id', *self._name(subject, shown)])}]"
        itself = shown.itself or "true"
        hangs = map_of(
            {
                "row": f"{base}.row",
                "ends": f"CASE WHEN {itself} THEN {base}.by ELSE [] END",
                "through": f"CASE WHEN {itself} THEN {through} ELSE [] END",
                "marks": f"[mark IN {base}.mask WHERE mark STARTS WITH '@']",
            }
        )
        gives = f"CASE WHEN {base}.row IS NULL THEN each.gives ELSE CASE {opens} ELSE [] END{more} END"
        return [
            f"WITH *, CASE WHEN {base}.by IS NULL THEN null ELSE {hangs} END AS hangs",
            f"UNWIND {found} AS each",
            f"WITH *, {gives} AS gives",
            "WITH * WHERE size(gives) > 0",
            f"RETURN collect(each {{.*, gives: gives, hangs: hangs}}) AS {name}",
        ]

    @staticmethod
    def _name(subject: Subject, shown: Shown) -> Iterable[str]:
        """What the name is made of of one through whom a row is read, where it is open."""
        card = f"{literal(str(Category.CARD))} IN {shown.mask}"
        for each in _NAMED[subject.label]:
            value = f"{subject.variable}.{each}"
            yield f"CASE WHEN {card} THEN {value} END" if subject.label == "Person" else value


def _opens(grant: Grant, bases: Iterable[Basis]) -> bool:
    """Whether the grant can give anything of what is seen by its paths."""
    return any(each.row is None or any(can_give(grant.gives, of) for of in categories(each.row.label)) for each in bases)


def _open(row: Row, rights: Rights) -> str:
    """When it may be told that a row hangs on someone: where it is read whole through them, for an outline tells no parties; and where
    a list of theirs would tell its place, where that is open (A10)."""
    listed_ = [each for each in VIEWS[row.holder].fields if isinstance(each, Related) and row.label in each.views]
    finds = rights.places and any(each.finds for each in listed_)
    return f"each.whole AND size({rights.places}) = 0" if finds else "each.whole"
