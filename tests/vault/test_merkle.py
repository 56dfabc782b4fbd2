"""The tree is RFC 9162's: an independent implementation gives the same roots."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from tidings.vault.merkle import (
    EMPTY_ROOT,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

SIZES = st.integers(1, 130)


def leaves(count):
    return [leaf_hash(str(i).encode()) for i in range(count)]


def test_roots_are_those_of_another_implementation():
    tree = InmemoryTree(algorithm="sha256")
    for size in range(1, 260):
        tree.append_entry(str(size - 1).encode())
        assert root(leaves(size)) == tree.get_root(), size


def test_the_known_roots_of_the_rfc():
    assert root([]) == EMPTY_ROOT == sha256(b"").digest()
    one = leaf_hash(b"")
    assert one.hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert root([one]) == one
    assert root([one, one]) == node_hash(one, one)


@given(SIZES, st.data())
def test_every_leaf_is_proved_and_no_other(size, data):
    index = data.draw(st.integers(0, size - 1))
    tree = leaves(size)
    proof = inclusion_proof(tree, index)
    assert verify_inclusion(tree[index], index, size, proof, root(tree))
    assert not verify_inclusion(leaf_hash(b"other"), index, size, proof, root(tree))
    assert not verify_inclusion(tree[index], index, size, [*proof, tree[0]], root(tree))
    other = data.draw(st.integers(0, size - 1).filter(lambda i: i != index)) if size > 1 else size
    assert not verify_inclusion(tree[index], other, size, proof, root(tree))


@given(SIZES, st.data())
@settings(max_examples=200)
def test_a_tree_that_only_grew_is_proved_and_one_rewritten_is_not(size, data):
    earlier = data.draw(st.integers(1, size))
    tree = leaves(size)
    proof = consistency_proof(tree, earlier)
    old = root(tree[:earlier])
    assert verify_consistency(earlier, size, old, root(tree), proof)
    rewritten = [leaf_hash(b"other"), *tree[1:]]
    assert not verify_consistency(earlier, size, old, root(rewritten), proof)
    if earlier < size:
        assert not verify_consistency(earlier, size, old, root(tree), proof[:-1])


def test_what_is_not_in_the_tree_has_no_proof():
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(leaves(3), 3)
    with pytest.raises(ValueError, match="no tree"):
        consistency_proof(leaves(3), 4)
    assert not verify_inclusion(leaf_hash(b""), 5, 3, [], EMPTY_ROOT)
    assert not verify_consistency(0, 3, EMPTY_ROOT, EMPTY_ROOT, [])
