"""Records gathered by kind until there are enough of them, or they weigh enough, for one transaction."""

from collections.abc import Iterable, Iterator
from typing import Final, Generic, TypeVar

HEAVIEST: Final = 8 * 1024 * 1024
Item = TypeVar("Item")


class Piles(Generic[Item]):
    """A pile for each kind."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._piles: dict[str, list[Item]] = {}
        self._weights: dict[str, int] = {}

    def add(self, kind: str, item: Item, weight: int) -> list[Item]:
        """Lay one on its pile; the pile if it is full by that, else nothing."""
        pile = self._piles.setdefault(kind, [])
        pile.append(item)
        self._weights[kind] = self._weights.get(kind, 0) + weight
        full = len(pile) >= self._size or self._weights[kind] >= HEAVIEST
        return self._take(kind) if full else []

    def rest(self) -> Iterator[tuple[str, list[Item]]]:
        """What is left, pile by pile."""
        for kind in list(self._piles):
            yield kind, self._take(kind)

    def _take(self, kind: str) -> list[Item]:
        del self._weights[kind]
        return self._piles.pop(kind)


def parts(items: Iterable[tuple[Item, int]], size: int) -> Iterator[list[Item]]:
    """Items with their weights, in order, in lists of at most `size` that are not too heavy."""
    piles: Piles[Item] = Piles(size)
    for item, weight in items:
        if part := piles.add("", item, weight):
            yield part
    yield from (part for _, part in piles.rest())
