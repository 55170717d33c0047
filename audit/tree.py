"""The Merkle tree of RFC 9162: the frontier that an append needs, and proofs. `audit.proof` has the hashes, and what checks a proof."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from audit.proof import node

HASH_BYTES: Final = 32
EMPTY: Final = hashlib.sha256(b"").digest()

Read = Callable[[int, int], bytes]
"""The hash of a complete node, by level and index; level 0 are the leaves."""


@dataclass(slots=True)
class Frontier:
    """The right edge of a tree: the complete subtrees that it is made of, the largest first."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    @classmethod
    def read(cls, size: int, at: Read) -> "Frontier":
        """The frontier of a tree of that size, from its stored nodes."""
        return cls(size, [at(level, index) for level, index in peaks(size)])

    def append(self, hashed: bytes) -> list[bytes]:
        """Add a leaf; the hashes of the nodes above it that it completes, the lowest first."""
        index, completed = self.size, []
        while index & 1:
            hashed, index = node(self.peaks.pop(), hashed), index >> 1
            completed.append(hashed)
        self.peaks.append(hashed)
        self.size += 1
        return completed

    @property
    def root(self) -> bytes:
        """The root of the whole tree."""
        return _bagged(self.peaks)


def peaks(size: int) -> Iterator[tuple[int, int]]:
    """Level and index of the complete subtrees that a tree of that size is made of, the largest first."""
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, start >> level
            start += 1 << level


def root(size: int, at: Read) -> bytes:
    """The root at a size, from stored nodes."""
    return Frontier.read(size, at).root


def inclusion(index: int, size: int, at: Read) -> list[bytes]:
    """The proof that a leaf is in the tree of that size."""
    return [_subtree(start, end, at) for start, end in _beside(index, 0, size)]


def consistency(old: int, new: int, at: Read) -> list[bytes]:
    """The proof that the tree of the old size is the beginning of that of the new size."""
    return [_subtree(start, end, at) for start, end in _between(old, 0, new, whole=True)] if 0 < old < new else []


def _bagged(hashes: Sequence[bytes]) -> bytes:
    if not hashes:
        return EMPTY
    *left, bagged = hashes
    for each in reversed(left):
        bagged = node(each, bagged)
    return bagged


def _split(start: int, end: int) -> int:
    """Where the left subtree ends: the largest power of two below the number of leaves."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _beside(index: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The subtrees beside the way from a leaf to the root, the lowest first."""
    if end - start == 1:
        return
    middle = _split(start, end)
    if index < middle:
        yield from _beside(index, start, middle)
        yield middle, end
    else:
        yield from _beside(index, middle, end)
        yield start, middle


def _between(old: int, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """SUBPROOF of RFC 9162; `whole` while the subtree is a beginning of the old tree."""
    if old == end:
        if not whole:
            yield start, end
        return
    middle = _split(start, end)
    if old <= middle:
        yield from _between(old, start, middle, whole=whole)
        yield middle, end
    else:
        yield from _between(old, middle, end, whole=False)
        yield start, middle


def _subtree(start: int, end: int, at: Read) -> bytes:
    """The hash over leaves from an index that a subtree begins at; only the last is not complete."""
    return _bagged([at(level, (start >> level) + index) for level, index in peaks(end - start)])
