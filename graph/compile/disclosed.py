"""What an answer tells of whom: of each subject the categories and coordinates given, and those refused with their codes; never a value.

It is collected while the answer is shaped. A mask carries marks beside its entries, of the rules that gave it and of the viewer's
positions that did, so that these come with it through whatever combines it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from auth.category import Category
from auth.decide import open_to_all

MARK = "@"
"""What the mark of a rule begins with, which no entry does."""

POSITION = MARK + MARK
"""What the mark of a position begins with."""

ASKED = ("Query.", "Mutation.")
"""What the coordinates begin with of those who were asked for, or about whom something was to be changed."""

LISTED = "Query.whatCanISee"
"""Who is listed by it was chosen by nobody."""

PERSONS = frozenset({"Person"})
"""Types of those who are subjects wherever they are shown."""

REFERENCE = frozenset({"Unit", "Area", "Role"})
"""Types that are about nobody, also where they are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What one answer told of one subject, or refused to. Without a `subject`, the graph has nothing of what was asked for."""

    subject: str
    type: str
    given: tuple[tuple[str, Category], ...] = ()
    """Coordinates that were given, each with its category."""
    refused: tuple[tuple[str, str], ...] = ()
    """Coordinates that were refused, each with its code."""
    rules: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    """Ids of the viewer's positions by which the rules gave."""
    asked: frozenset[str] = field(default=frozenset(), repr=False)
    """The keys by which it was asked for, each with the kind of key that it is; none where the question named nobody."""
    withheld: str | None = None
    """The restriction that withholds it from the subject, if one does (A22)."""
    told: bool = False
    """Whether the subject is told of it at once."""

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories of personal data that were given."""
        given = {category for _, category in self.given}
        return tuple(each for each in Category if not open_to_all(each) and each in given)

    @property
    def code(self) -> str | None:
        """The code under which all was refused of one who was asked for; none where something was told."""
        return None if self.given else next((code for coordinate, code in self.refused if coordinate.startswith(ASKED)), None)

    @property
    def direct(self) -> bool:
        """Whether a question came to it from nobody and nothing else."""
        return any(where.startswith(ASKED[0]) and where != LISTED for where, _ in (*self.given, *self.refused))

    @property
    def denied(self) -> bool:
        """Whether the subject was asked for and nothing was told of it."""
        return self.code is not None


@dataclass(slots=True, kw_only=True)
class About:
    """What has been told of one subject so far."""

    subject: str = ""
    type: str = ""
    withheld: str | None = None
    given: dict[tuple[str, Category], None] = field(default_factory=dict)
    refused: dict[tuple[str, str], None] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set, repr=False)
    noted: set[int] = field(default_factory=set)
    """Of what is told of many objects alike, that which has been added."""

    def give(self, coordinate: str, category: Category = Category.OPEN) -> None:
        """A coordinate was given."""
        self.given[coordinate, category] = None

    def refuse(self, coordinate: str, code: str) -> None:
        """A coordinate was refused."""
        self.refused[coordinate, code] = None

    def disclosure(self) -> Disclosure:
        """All of it."""
        marks = sorted(self.marks)
        return Disclosure(
            subject=self.subject,
            type=self.type,
            withheld=self.withheld,
            given=tuple(sorted(self.given)),
            refused=tuple(sorted(self.refused)),
            rules=tuple(each.removeprefix(MARK) for each in marks if not each.startswith(POSITION)),
            positions=tuple(each.removeprefix(POSITION) for each in marks if each.startswith(POSITION)),
            asked=frozenset(self.asked or ({key("id", self.subject)} if self.subject else ())),
        )


@dataclass(slots=True, kw_only=True)
class Telling:
    """What has been told of whom so far; `here` is whom it is about at this place of the answer."""

    abouts: dict[tuple[str, str | None], About] = field(default_factory=dict)
    here: About = field(default_factory=About)
    _unknown: Iterator[int] = field(default_factory=count)

    @contextmanager
    def about(self, subject: str | None, type_: str, asked: str | None) -> Iterator[About]:
        """What is told within is about this subject; with none, about something that the graph has not got. `asked` is the key by which
        the question names it, if it does."""
        before = self.here
        self.here = self.of(subject, type_)
        self.here.asked |= {asked} if asked else set()
        try:
            yield self.here
        finally:
            self.here = before

    def of(self, subject: str | None, type_: str, withheld: str | None = None) -> About:
        """What is told of this subject; what a restriction withholds, apart from the rest."""
        place = (subject or f"? {next(self._unknown)}", withheld)
        known = self.abouts.get(place)
        if known is None:
            known = self.abouts[place] = About(subject=subject or "", type=type_, withheld=withheld)
        return known

    def disclosures(self) -> tuple[Disclosure, ...]:
        """All that was told, of each subject once; what was refused of nobody comes last."""
        told = [about for about in self.abouts.values() if about.given or about.refused]
        return tuple(about.disclosure() for about in [*told, *([self.here] if self.here.refused else [])])


def marks(mask: Iterable[str]) -> frozenset[str]:
    """The marks that a mask carries."""
    return frozenset(each for each in mask if each[:1] == MARK)


def kept_back(disclosures: Iterable[Disclosure], code: str) -> tuple[Disclosure, ...]:
    """The same, where the whole answer was kept back: whoever was asked for was refused under that code, of others nothing was told."""
    found = []
    for each in disclosures:
        asked = {where for where, _ in (*each.given, *each.refused) if where.startswith(ASKED)}
        if asked:
            refused = tuple((where, code) for where in sorted(asked))
            found.append(replace(each, given=(), refused=refused, rules=(), positions=()))
    return tuple(found)


def key(kind: str, value: object) -> str:
    """A key by which a question names somebody: an id is one whatever it is to be the id of."""
    return f"{kind} {value}"


def charged(disclosures: Iterable[Disclosure]) -> int:
    """How many subjects were refused: as many as the question named, so that it tells nobody which of them there are (A17)."""
    return len(frozenset().union(*(each.asked for each in disclosures if each.denied)))
