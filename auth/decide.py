"""How rules combine (A1, A2), stated once: the reference evaluates these expressions, the compiler emits them.

A mask is a set of entries for one action: `ADDRESS`; for rows that carry a theme also `CASES:AAP` for one theme or `CASES:*` for all.
A bare themed entry (`CASES`) says that the category is open in some theme, or in none that any row has.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from auth.category import INCLUDES, PERSONAL, PLACES, THEMED, Category
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


# --- Masks -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """What a grant gives, less what the purpose does not cover."""

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
    """Nothing, where one of the denials holds."""

    denials: tuple[Denial, ...]
    mask: "Mask"


Mask = Given | Just | Union | Unless


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The rules that can apply between one kind of viewer and one label of subject, combined."""

    grants: tuple[Grant, ...]
    denials: tuple[Denial, ...]

    @classmethod
    def of(cls, rules: Rules, kind: ViewerKind, label: str) -> "Pair":
        """The pair of that viewer and that subject."""
        return cls(grants=rules.granting(kind, label), denials=rules.denying(kind, label))

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
    def granted(self) -> Mask:
        """What would be open if no core denial stood."""
        return Union(tuple(Unless(self.overridable, Given(grant)) for grant in self.grants))

    @property
    def mask(self) -> Mask:
        """What is open: silence denies, a denial beats every grant, order changes nothing (A1)."""
        return Unless(self.core, self.granted)

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
class Free:
    """None of the denials holds."""

    denials: tuple[Denial, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Test", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds."""

    parts: tuple["Test", ...]


Test = Has | HasThemes | NoSecretTheme | Hangs | Staff | Free | All | Any


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
    if not row.outlined:
        return covered(row)
    return Any((covered(row), All((Staff(), Has(entry(row.category)), NoSecretTheme()))))


def relation_shown(other: Pair) -> Test:
    """Whether a relation shows: always to staff, to others unless a core denial stands between them and the other (A7)."""
    return Any((Staff(), Free(other.core)))


# --- What a refused viewer learns ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was found between one viewer and one subject.

    `granted` is what would be open without core denials, `codes` those of the core denials that hold, `place_codes` those that
    close places, `reach` the categories that the viewer's roles would give within reach.
    """

    mask: frozenset[str]
    granted: frozenset[str]
    codes: frozenset[str]
    place_codes: frozenset[str]
    reach: frozenset[str]
    staff: bool

    @property
    def denied(self) -> bool:
        """Whether nothing at all is open."""
        return not self.mask

    def allows(self, category: Category, *, place: bool = False) -> bool:
        """Whether a field of the category is open, also where it tells a place."""
        return category is Category.OPEN or (entry(category) in self.mask and not (place and self.place_codes))

    def opens(self, category: Category) -> bool:
        """Whether anything of the category is open: one that tells nothing but places is closed with them."""
        return self.allows(category, place=category in PLACES)

    @property
    def outcome(self) -> str:
        """ALLOWED where every category is open, DENIED where none is, else PARTIAL."""
        if self.denied:
            return "DENIED"
        return "ALLOWED" if all(self.opens(each) for each in PERSONAL) and not self.place_codes else "PARTIAL"

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
        if wanted in self.granted and self.codes:
            return first(self.codes, order)
        if place and wanted in self.mask and self.place_codes:
            return first(self.place_codes, order)
        return OUTSIDE_AREA if wanted in self.reach and wanted not in self.granted else NO_GRANT

    def shown_codes(self, order: tuple[str, ...], protections: frozenset[str]) -> tuple[str, ...]:
        """All codes that the viewer may learn: a protection that they are not cleared for shows alone."""
        if not self.staff:
            return (NOT_AVAILABLE,) if self.denied else ()
        if self.granted and self.codes:
            alone = self.codes & protections
            return (first(alone, order),) if alone else tuple(code for code in order if code in self.codes)
        if self.denied:
            return (OUTSIDE_AREA if self.reach else NO_GRANT,)
        if self.place_codes and any(self.allows(each) for each in PLACES):
            return (first(self.place_codes, order),)
        return ()


def first(codes: frozenset[str], order: tuple[str, ...]) -> str:
    """The code that comes first in the order of the rules; one that no rule names comes last."""
    return min(codes, key=lambda code: (order.index(code) if code in order else len(order), code))
