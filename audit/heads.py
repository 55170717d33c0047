"""The ends of all chains, as a tree of their own whose root each checkpoint commits to: no chain loses its tail, or all of it, unseen."""

from collections.abc import Sequence
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


@dataclass(frozen=True, kw_only=True)
class Heads:
    """The ends of the chains among the first entries of the log, sorted by tag."""

    size: int
    ends: Sequence[End] = field(repr=False)

    @classmethod
    def read(cls, store: Store, size: int) -> "Heads":
        """The ends as they were when the log had that size."""
        return cls(size=size, ends=[(bytes(tag), number, bytes(hashed)) for tag, number, hashed in store.rows(_ENDS, (size,))])

    @cached_property
    def leaves(self) -> list[bytes]:
        return [leaf(content_of_head(tag.hex(), number, hashed.hex())) for tag, number, hashed in self.ends]

    @property
    def root(self) -> bytes:
        return tree.root_of(self.leaves)

    @property
    def said(self) -> dict[str, object]:
        """What an entry of the log says of them."""
        return {"size": self.size, "chains": len(self.ends), "root": self.root.hex()}

    def proof(self, index: int) -> list[bytes]:
        """That one end is among them."""
        complete: dict[tuple[int, int], bytes] = {}
        frontier = tree.Frontier()
        for place, each in enumerate(self.leaves):
            complete[0, place] = each
            for level, above in enumerate(frontier.append(each), 1):
                complete[level, place >> level] = above
        return tree.inclusion(index, len(self.leaves), lambda level, place: complete[level, place])
