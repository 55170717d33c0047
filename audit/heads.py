"""The ends of all chains, as a tree of their own whose root each checkpoint commits to: no chain loses its tail, or all of it, unseen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from audit import tree
from audit.proof import content_of_head, leaf
from audit.store import Store

# By position, so that the ends can be told as of any size of the log.
_ENDS: Final = """\
SELECT entry.tag, entry.number, entry.hash
FROM log_entry AS entry JOIN (
    SELECT tag, max(number) AS number FROM log_entry WHERE tag IS NOT NULL AND position < ? GROUP BY tag
) AS last ON last.tag = entry.tag AND last.number = entry.number
ORDER BY entry.tag"""

End = tuple[bytes, int, bytes]
"""A chain's tag, how many entries it has, the hash of the last."""


def said(store: Store, size: int) -> dict[str, object]:
    """What an entry of the log says of the ends of its chains as they were when it had that size."""
    return {"size": size} | summed(_ends(store, size))


def summed(ends: Iterable[End]) -> dict[str, object]:
    """How many ends there are, and the root over them; they come sorted by tag."""
    frontier = tree.Frontier()
    for end in ends:
        frontier.append(hashed(end))
    return {"chains": frontier.size, "root": frontier.root.hex()}


def hashed(end: End) -> bytes:
    """The leaf of one end."""
    tag, number, last = end
    return leaf(content_of_head(tag.hex(), number, last.hex()))


def _ends(store: Store, size: int) -> Iterator[End]:
    return ((bytes(tag), number, bytes(last)) for tag, number, last in store.stream(_ENDS, (size,)))


@dataclass(frozen=True, kw_only=True)
class Heads:
    """The ends of the chains among the first entries of the log, sorted by tag."""

    size: int
    ends: Sequence[End] = field(repr=False)

    @classmethod
    def read(cls, store: Store, size: int) -> "Heads":
        """The ends as they were when the log had that size."""
        return cls(size=size, ends=list(_ends(store, size)))

    @cached_property
    def leaves(self) -> list[bytes]:
        return [hashed(end) for end in self.ends]

    def proof(self, index: int) -> list[bytes]:
        """That one end is among them."""
        complete: dict[tuple[int, int], bytes] = {}
        frontier = tree.Frontier()
        for place, each in enumerate(self.leaves):
            complete[0, place] = each
            for level, above in enumerate(frontier.append(each), 1):
                complete[level, place >> level] = above
        return tree.inclusion(index, len(self.leaves), lambda level, place: complete[level, place])
