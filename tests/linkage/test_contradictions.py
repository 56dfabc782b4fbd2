"""Decisions that cannot all hold are found, with the chain that makes them so."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage.contradictions import Contradiction, contradictions

PAIRS = st.lists(st.sampled_from(list(combinations(range(8), 2))), unique=True)


def test_a_ring_of_three_is_one_contradiction():
    found = list(contradictions([(1, 2), (2, 3)], [(1, 3)]))
    assert found == [Contradiction((1, 3), ((1, 2), (2, 3)))]


def test_the_shortest_chain_is_told():
    (found,) = contradictions([(1, 2), (2, 3), (3, 4), (1, 5), (4, 5)], [(1, 4)])
    assert found.chain == ((1, 5), (4, 5))


def test_what_is_apart_and_not_connected_contradicts_nothing():
    assert list(contradictions([(1, 2), (3, 4)], [(2, 3), (7, 9)])) == []


@given(PAIRS, PAIRS)
def test_every_chain_leads_from_one_to_the_other_by_what_was_said(same, different):
    for found in contradictions(same, different):
        assert found.apart in different
        assert set(found.chain) <= set(same)
        at = found.apart[0]
        for pair in found.chain:
            (at,) = set(pair) - {at}
        assert at == found.apart[1]


@given(PAIRS, PAIRS)
def test_without_one_link_of_each_chain_none_is_left(same, different):
    left = set(same)
    while found := next(contradictions(left, different), None):
        left.discard(found.chain[0])
    apart = {frozenset(each) for each in different}
    groups = [{mention} for mention in range(8)]
    for a, b in left:
        one, other = (next(g for g in groups if each in g) for each in (a, b))
        if one is not other:
            groups.remove(other)
            one |= other
    assert not any(frozenset(pair) in apart for g in groups for pair in combinations(g, 2))
