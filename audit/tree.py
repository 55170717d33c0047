"""The Merkle tree of RFC 9162: hashes, the frontier that an append needs, proofs and what checks them. Knows no store."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

HASH_BYTES: Final = 32
EMPTY: Final = hashlib.sha256(b"").digest()

Read = Callable[[int, int], bytes]
"""The hash of a complete node, by level and index; level 0 are the leaves."""


def leaf(content: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two nodes under one."""
    return hashlib.sha256(b"\x01" + left + right).digest()


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


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over hashes of leaves that are all at hand."""
    frontier = Frontier()
    for each in leaves:
        frontier.append(each)
    return frontier.root


def inclusion(index: int, size: int, at: Read) -> list[bytes]:
    """The proof that a leaf is in the tree of that size."""
    return [_subtree(start, end, at) for start, end in _beside(index, 0, size)]


def consistency(old: int, new: int, at: Read) -> list[bytes]:
    """The proof that the tree of the old size is the beginning of that of the new size."""
    return [_subtree(start, end, at) for start, end in _between(old, 0, new, whole=True)] if 0 < old < new else []


def includes(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root_hash: bytes) -> bool:
    """Whether an inclusion proof holds (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, leaf_hash
    for each in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = node(each, hashed)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            hashed = node(hashed, each)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == root_hash


def continues(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether a consistency proof holds (RFC 9162, 2.1.4.2)."""
    if old == new or old == 0:
        return not proof and (old_root == new_root if old == new else old_root == EMPTY)
    if not 0 < old < new or not proof:
        return False
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node(each, before), node(each, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node(after, each)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


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
