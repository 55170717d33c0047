"""How rules combine (A1, A2), stated once: the reference evaluates these expressions, the compiler emits them.

A mask is a set of entries for one action: `ADDRESS`; for rows that carry a theme also `CASES:AAP` for one theme or `CASES:*` for all.
A bare themed entry (`CASES`) says that the category is open in some theme, or in none that any row has.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from auth.category import INCLUDES, PERSONAL, PLACES, THEMED, Action, Category
from auth.rule import Closes, Denial, Grant, Row, Rules
from auth.viewer import ViewerKind

EVERY_THEME = "*"

NOT_AVAILABLE = "NOT_AVAILABLE"
NOT_FOUND = "NOT_FOUND"
NO_GRANT = "NO_GRANT"
OUTSIDE_AREA = "OUTSIDE_AREA"
PURPOSE_REQUIRED = "PURPOSE_REQUIRED"
PURPOSE_REFUSED = "PURPOSE_REFUSED"
CASE_REFUSED = "CASE_REFUSED"
BUDGET_SPENT = "BUDGET_SPENT"


def open_to_all(category: Category) -> bool:
    """Whether a public register shows it to anyone: no mask is asked."""
    return category is Category.OPEN


def tells_places(category: Category) -> bool:
    """Whether it tells of a person nothing but where they are (A10)."""
    return category in PLACES


# --- Masks -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """What a grant gives, less what the purpose does not cover."""

    grant: Grant


@dataclass(frozen=True, slots=True)
class Lifted:
    """What a grant gives by those of its paths that lift every code under which one of the denials holds."""

    denials: tuple[Denial, ...]
    grant: Grant


@dataclass(frozen=True, slots=True)
class Just:
    """Fixed entries."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """All entries of the parts."""

    parts: tuple["Mask", ...]


@dataclass(frozen=True, slots=True)
class Unless:
    """The mask where none of the denials holds; where one does, what they do not bind."""

    denials: tuple[Denial, ...]
    mask: "Mask"
    unbound: "Mask" = Union(())


Mask = Given | Lifted | Just | Union | Unless


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The rules that can apply between one kind of viewer and one label of subject, combined."""

    grants: tuple[Grant, ...]
    denials: tuple[Denial, ...]

    @classmethod
    def of(cls, rules: Rules, kind: ViewerKind, label: str) -> "Pair":
        """The pair of that viewer and that subject."""
        return cls(grants=rules.granting(kind, label), denials=rules.denying(kind, label))

    def acting(self, action: Action) -> "Pair":
        """The rules for that action: every denial, and the grants that can give it."""
        return self if action is Action.READ else replace(self, grants=tuple(grant for grant in self.grants if grant.acts(action)))

    @property
    def core(self) -> tuple[Denial, ...]:
        """Denials that bind every grant (A2)."""
        return tuple(denial for denial in self.denials if denial.core and denial.closes is Closes.EVERYTHING)

    @property
    def overridable(self) -> tuple[Denial, ...]:
        """Denials that bind most grants (A5)."""
        return tuple(denial for denial in self.denials if not denial.core)

    @property
    def places(self) -> tuple[Denial, ...]:
        """Denials that close only what tells where someone is (A10)."""
        return tuple(denial for denial in self.denials if denial.closes is Closes.PLACES)

    @property
    def offered(self) -> Mask:
        """What would be open if no denial stood."""
        return Union(tuple(map(Given, self.grants)))

    @property
    def granted(self) -> Mask:
        """What would be open if no core denial stood: overridable ones bind all but what names them, and other parties (A2, A14)."""
        unbound = tuple(
            Given(grant) if grant.secondary else Lifted(self.overridable, grant) for grant in self.grants if grant.secondary or grant.lifts
        )
        return Unless(self.overridable, self.offered, Union(unbound))

    @property
    def mask(self) -> Mask:
        """What is open: silence denies, a denial beats every grant, order changes nothing (A1). Only a clearance of the very grant
        lifts a core denial (A3)."""
        return Unless(self.core, self.granted, Union(self.cleared))

    @property
    def cleared(self) -> tuple[Mask, ...]:
        """What is given by paths that lift every denial that holds, a core one too."""
        return tuple(Lifted((*self.core, *self.overridable), grant) for grant in self.grants if grant.clears)

    @property
    def related(self) -> Mask:
        """What is open of someone who is reached through a relation that the viewer reads: their card too (A7)."""
        return Union((self.mask, Unless(self.core, Just((Category.CARD,)))))


def entry(category: str, theme: str | None = None) -> str:
    """The entry of a category, or of one theme of it."""
    return f"{category}:{theme}" if theme else str(category)


def entries(categories: Iterable[Category]) -> tuple[str, ...]:
    """Entries that open these categories in every theme."""
    found = closure(categories)
    return tuple(sorted({entry(each) for each in found} | {entry(each, EVERY_THEME) for each in found & THEMED}))


def entries_of(categories: Iterable[Category], themes: Iterable[str] | None) -> frozenset[str]:
    """Entries that open these categories, their rows only in these themes; none: in all."""
    if themes is None:
        return frozenset(entries(categories))
    found = closure(categories)
    return frozenset(entry(each) for each in found) | in_themes(found, frozenset(themes))


def in_themes(categories: Collection[Category], themes: Collection[str]) -> frozenset[str]:
    """Entries of the rows of these categories in these themes."""
    return frozenset(entry(each, theme) for each in categories if each in THEMED for theme in themes)


COVERED_BY_THEME = frozenset({Category.CARD}) | THEMED
"""What a mandate covers that names themes alone."""


def covered_entries(categories: Iterable[Category], themes: Iterable[str]) -> frozenset[str]:
    """Entries of something that covers these categories and themes; one of the two alone stands for all of the other that fit it."""
    named, within = frozenset(categories), frozenset(themes)
    return entries_of(named or (COVERED_BY_THEME if within else ()), within or None)


def shared(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """The entries that both open: `CASES:*` and `CASES:AAP` share `CASES:AAP`."""
    ours, theirs = frozenset(one), frozenset(other)
    return frozenset(each for each in ours if _opens(theirs, each)) | frozenset(each for each in theirs if _opens(ours, each))


def _opens(mask: frozenset[str], wanted: str) -> bool:
    return wanted in mask or (":" in wanted and entry(wanted.split(":", maxsplit=1)[0], EVERY_THEME) in mask)


def closure(categories: Iterable[Category]) -> frozenset[Category]:
    """The categories with those that they include."""
    given = frozenset(categories)
    return given | frozenset(included for each in given for included in INCLUDES.get(each, ()))


# --- Conditions of rows and fields -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Has:
    """The mask has the entry."""

    entry: str


@dataclass(frozen=True, slots=True)
class HasThemes:
    """The row has themes, and the mask has each of them in the category."""

    category: Category


@dataclass(frozen=True, slots=True)
class HasSomeTheme:
    """The mask has one of the row's themes in the category."""

    category: Category


@dataclass(frozen=True, slots=True)
class NoSecretTheme:
    """The row has themes, and none of them is secret."""


@dataclass(frozen=True, slots=True)
class Hangs:
    """The row hangs on the subject at this instant, not only when the data are asked for."""

    row: Row


@dataclass(frozen=True, slots=True)
class Staff:
    """The viewer is staff."""


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Test", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds."""

    parts: tuple["Test", ...]


Test = Has | HasThemes | HasSomeTheme | NoSecretTheme | Hangs | Staff | All | Any


def covered(row: Row) -> Test:
    """Whether the mask has the row's category, in each of its themes."""
    if not row.themed:
        return Has(entry(row.category))
    return Any((Has(entry(row.category, EVERY_THEME)), HasThemes(row.category)))


def whole(row: Row) -> Test:
    """Whether the row may be read whole. One that hangs on the subject no longer keeps its outline: the rest is somebody else's by now."""
    return All((Hangs(row), covered(row)))


def shown(row: Row) -> Test:
    """Whether the row is there at all; if not, it is absent and uncounted (A8)."""
    return Any((covered(row), *_outline(row))) if row.outlined else covered(row)


def helps(row: Row) -> Test:
    """Whether what one path gives has a part in the row being there: by itself, or with what opens its other themes."""
    if not row.themed:
        return covered(row)
    return Any((Has(entry(row.category, EVERY_THEME)), HasSomeTheme(row.category), *_outline(row)))


def _outline(row: Row) -> tuple[Test, ...]:
    """When the outline of a row shows, if it has one."""
    return (All((Staff(), Has(entry(row.category)), NoSecretTheme())),) if row.outlined else ()


RELATION_SHOWN: Test = Any((Staff(), Has(entry(Category.CARD))))
"""Whether a relation shows: always to staff; to others unless a core denial between them and the other has closed the card (A7)."""

FOUND_SHOWN: Test = Has(entry(Category.CARD))
"""Whether a person shows in a list that tells where they are, as that of who works somewhere: a core denial hides them from staff
too (A10)."""


# --- What a refused viewer learns ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was found between one viewer and one subject.

    `offered` is what would be open without denials, `codes` those of the denials that hold and close everything, `place_codes` those
    that close places, `reach` the categories that the viewer's roles would give within reach. `among` are the categories that there
    are of such a subject, `whole`: a row is open beyond its outline.
    """

    mask: frozenset[str]
    offered: frozenset[str]
    codes: frozenset[str]
    place_codes: frozenset[str]
    reach: frozenset[str]
    staff: bool
    among: tuple[Category, ...] = PERSONAL
    whole: bool = True

    @property
    def denied(self) -> bool:
        """Whether nothing at all is open."""
        return not self.mask

    @property
    def hidden(self) -> bool:
        """Whether the viewer may not even learn that the subject is there (A17)."""
        return self.denied and not self.staff

    def allows(self, category: Category, *, place: bool = False) -> bool:
        """Whether a field of the category is open, also where it tells a place."""
        return (open_to_all(category) or entry(category) in self.mask) and not (place and self.place_codes)

    def opens(self, category: Category) -> bool:
        """Whether anything of the category is open: one that tells nothing but places is closed with them."""
        return self.allows(category, place=category in PLACES)

    def acting(self, mask: Iterable[str]) -> "Decision":
        """The decision on another action, whose mask this is: nothing is done with what is not read, and nothing with rows outside
        every theme."""
        both = shared(self.mask, mask)
        rows = {each.split(":", 1)[0] for each in both if ":" in each}
        return replace(self, mask=frozenset(each for each in both if each not in THEMED or each in rows))

    @property
    def outcome(self) -> str:
        """ALLOWED where every category is open, DENIED where none is, else PARTIAL."""
        if self.denied:
            return "DENIED"
        return "ALLOWED" if self.whole and all(self.opens(each) for each in self.among) and not self.place_codes else "PARTIAL"

    def themes(self, category: Category) -> list[str] | None:
        """Codes of the themes in which the category is open; none where it is in all, or carries no themes."""
        if category not in THEMED or entry(category, EVERY_THEME) in self.mask:
            return None
        return sorted(each.split(":", 1)[1] for each in self.mask if each.startswith(f"{category}:"))

    def code(self, category: Category, *, place: bool, order: tuple[str, ...]) -> str:
        """The one code that the viewer may learn for a closed field (A6)."""
        if not self.staff:
            return NOT_AVAILABLE
        wanted = entry(category)
        if wanted in self.offered - self.mask and self.codes:
            return first(self.codes, order)
        if place and self.allows(category) and self.place_codes:
            return first(self.place_codes, order)
        return OUTSIDE_AREA if wanted in self.reach and wanted not in self.offered else NO_GRANT

    def shown_codes(self, order: tuple[str, ...], protections: frozenset[str], *, first_only: bool = False) -> tuple[str, ...]:
        """All codes that the viewer may learn: a protection that they are not cleared for shows alone; `first_only`: any code does."""
        if not self.staff:
            return (NOT_AVAILABLE,) if self.denied else ()
        if self.offered - self.mask and self.codes:
            alone = self.codes if first_only else self.codes & protections
            return (first(alone, order),) if alone else tuple(code for code in order if code in self.codes)
        if self.denied:
            return (self._out_of_reach,)
        if self.place_codes and self.whole and any(self.allows(each) for each in self._telling):
            return (first(self.place_codes, order),)
        return ()

    def shown_then(
        self, order: tuple[str, ...], protections: frozenset[str], unlearnt: Collection[str], *, first_only: bool = False
    ) -> tuple[str, ...]:
        """All codes that the viewer may learn of an earlier instant. A protection that denied then is told wherever grants led then, or as
        out of reach to who may not learn of it: what it closed, one office and no other, would tell where somebody hid."""
        held = self.codes & protections
        if not (self.staff and self.denied and held):
            return self.shown_codes(order, protections, first_only=first_only)
        code = first(held, order)
        return (self._out_of_reach if code in unlearnt else code,)

    @property
    def _out_of_reach(self) -> str:
        return OUTSIDE_AREA if self.reach & set(self.among) else NO_GRANT

    @property
    def _telling(self) -> Sequence[Category]:
        """The categories that tell places; where there is none that tells nothing else, any: so tells a case its unit."""
        return [each for each in PLACES if each in self.among] or self.among

    def refusal(self, order: tuple[str, ...], protections: frozenset[str]) -> str:
        """The first code that the viewer may learn of a subject who is closed altogether."""
        return (*self.shown_codes(order, protections), NOT_AVAILABLE)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """What was found between one viewer and a row, or between them and what a register shows.

    `mask` is what those that the row hangs on open beside its own category; none: all of it. `whole`: it may be read beyond its outline.
    """

    mask: frozenset[str] | None = None
    whole: bool = True
    place_codes: frozenset[str] = frozenset()
    staff: bool

    def code(self, category: Category, *, place: bool, detail: bool, order: tuple[str, ...]) -> str | None:
        """The one code that the viewer may learn for a closed field; none where it is open."""
        if (detail and not self.whole) or not (self.mask is None or open_to_all(category) or entry(category) in self.mask):
            return NO_GRANT if self.staff else NOT_AVAILABLE
        if place and self.place_codes:
            return first(self.place_codes, order) if self.staff else NOT_AVAILABLE
        return None


def missing(*, staff: bool) -> str:
    """The code of what is not there; to outsiders that of what they may not see (A17)."""
    return NOT_FOUND if staff else NOT_AVAILABLE


def reserved(*, staff: bool) -> str:
    """The code of what is told to controllers alone."""
    return NO_GRANT if staff else NOT_AVAILABLE


def veiled(codes: Iterable[str], unlearnt: Collection[str]) -> tuple[str, ...]:
    """The codes as they may be told: what the viewer may not learn of reads as nothing available."""
    return tuple(NOT_AVAILABLE if code in unlearnt else code for code in codes)


def first(codes: frozenset[str], order: tuple[str, ...]) -> str:
    """The code that comes first in the order of the rules; one that no rule names comes last."""
    return min(codes, key=lambda code: (order.index(code) if code in order else len(order), code))
