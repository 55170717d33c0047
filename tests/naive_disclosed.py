"""The naive record of what an answer tells of whom: written down as each field is read, in the graph in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from auth.category import Category
from auth.decide import Decision
from auth.reference import GraphNode
from auth.rules import CODE_ORDER, PROTECTION_CODES
from graph.compile.disclosed import Disclosure

REFERENCE = frozenset({"Unit", "Area", "Role", "Theme", "Category", "Purpose", "LegalBasis", "Protection"})
"""Labels of what is about nobody."""


@dataclass(slots=True, kw_only=True)
class Of:
    """What is told of one subject."""

    subject: str = ""
    type: str = ""
    given: set[tuple[str, Category]] = field(default_factory=set)
    refused: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Disclosed:
    """What is told of whom; `here` is whom the reader is at."""

    found: list[Of] = field(default_factory=list)
    here: Of = field(default_factory=Of)

    def give(self, coordinate: str, category: Category) -> None:
        if category is not Category.OPEN:
            self.here.given.add((coordinate, category))

    @contextmanager
    def about(self, node: GraphNode | None) -> Iterator[Of]:
        before, known = self.here, next((each for each in self.found if node is not None and each.subject == node.id), None)
        self.here = known or Of(subject=node.id if node else "", type=node.label if node else "")
        self.found += [] if known else [self.here]
        yield self.here
        self.here = before

    @contextmanager
    def asked(self, node: GraphNode | None, decision: Decision | None, coordinate: str) -> Iterator[None]:
        """Of one who is asked for; reference data are about nobody."""
        if node is None or node.label in REFERENCE:
            yield
            return
        with self.about(node) as of:
            if decision is not None and decision.denied:
                of.refused.add((coordinate, decision.shown_codes(CODE_ORDER, PROTECTION_CODES)[0]))
            else:
                of.given.add((coordinate, Category.OPEN))
            yield

    @contextmanager
    def reached(self, node: GraphNode, coordinate: str, category: Category) -> Iterator[None]:
        """Of one who is reached: only persons are told of by themselves."""
        if node.label != "Person":
            yield
            return
        with self.about(node) as of:
            of.given.add((coordinate, category))
            yield

    def disclosures(self) -> tuple[Disclosure, ...]:
        told = [*(each for each in self.found if each.given or each.refused), *([self.here] if self.here.refused else [])]
        return tuple(
            Disclosure(subject=each.subject, type=each.type, given=tuple(sorted(each.given)), refused=tuple(sorted(each.refused)))
            for each in told
        )


def plain(disclosures: tuple[Disclosure, ...]) -> list[list[object]]:
    """As they can be compared: whatever order they were met in, and not by which rules."""
    return sorted([each.subject, each.type, list(map(list, each.given)), list(map(list, each.refused))] for each in disclosures)
