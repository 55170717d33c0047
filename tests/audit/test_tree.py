"""The tree against another's: roots, proofs and what checks them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from audit import tree
from audit.proof import continues, includes, leaf, node

MOST = 40
VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


class Stored:
    """Leaves, and the nodes that they complete."""

    def __init__(self, contents: list[bytes]) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        self.frontier = tree.Frontier()
        for index, content in enumerate(contents):
            self.nodes[0, index] = leaf(content)
            for level, hashed in enumerate(self.frontier.append(leaf(content)), 1):
                self.nodes[level, index >> level] = hashed

    def at(self, level: int, place: int) -> bytes:
        return self.nodes[level, place]


CONTENTS = [b"entry %d" % number for number in range(MOST)]
OURS = Stored(CONTENTS)


@pytest.fixture(scope="module")
def theirs() -> InmemoryTree:
    other = InmemoryTree(algorithm="sha256")
    for content in CONTENTS:
        other.append_entry(content)
    return other


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_root_is_that_of_another_implementation(theirs: InmemoryTree, size: int) -> None:
    assert tree.root(size, OURS.at) == theirs.get_root(size)
    assert Stored(CONTENTS[:size]).frontier.root == theirs.get_root(size)


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_an_inclusion_proof_is_that_of_another_implementation(theirs: InmemoryTree, size: int) -> None:
    for index in range(size):
        path = theirs.prove_inclusion(index + 1, size).path
        assert sorted([leaf(CONTENTS[index]), *tree.inclusion(index, size, OURS.at)]) == sorted(path)


def test_roots_and_proofs_are_those_that_aics_tlog_made() -> None:
    for made in VECTORS["trees"]:
        size = made["size"]
        assert tree.root(size, OURS.at).hex() == made["root"]
        assert [hashed.hex() for hashed in tree.inclusion(made["index"], size, OURS.at)] == made["inclusion"]
        assert [hashed.hex() for hashed in tree.consistency(made["old"], size, OURS.at)] == made["consistency"]


@given(st.integers(1, MOST), st.data())
def test_a_proof_holds_for_its_own_leaf_and_tree_alone(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, MOST - 1))
    proof, root = tree.inclusion(index, size, OURS.at), tree.root(size, OURS.at)
    assert includes(OURS.at(0, index), index, size, proof, root)
    assert includes(OURS.at(0, other), index, size, proof, root) is (other == index)
    assert not includes(OURS.at(0, index), index, size, [*proof, root], root)
    assert not includes(OURS.at(0, index), index, size, proof, node(root, root))


@given(st.integers(0, MOST), st.integers(0, MOST))
def test_a_tree_continues_its_beginnings_alone(one: int, other: int) -> None:
    old, new = sorted((one, other))
    proof, before, after = tree.consistency(old, new, OURS.at), tree.root(old, OURS.at), tree.root(new, OURS.at)
    assert continues(old, new, proof, before, after)
    assert not continues(old, new, proof, node(before, before), after)
    assert not continues(old, new, proof, before, node(after, after)) or old == 0
    assert not continues(old, new, [*proof, after], before, after)
    assert not continues(new + 1, new, proof, before, after)
