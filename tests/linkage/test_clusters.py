"""Whatever the pairs and decisions, some things never happen."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage.clusters import Clustering, Links, cluster, latest

PEOPLE = st.integers(0, 9)
LEAST = 6.6
Row = tuple[int, int, float, float, bool]


@st.composite
def rows(draw) -> list[Row]:
    """Pairs with weight, what speaks against, and whether they are barred."""
    chosen = draw(st.sets(st.tuples(PEOPLE, PEOPLE).filter(lambda p: p[0] < p[1]), max_size=25))
    return [
        (
            *pair,
            draw(st.sampled_from([-3.0, 2.0, 8.0, 8.5, 12.0, 20.0])),
            draw(st.sampled_from([0.0, 0.0, -1.0, -9.0])),
            draw(st.sampled_from([False, False, False, True])),
        )
        for pair in sorted(chosen)
    ]


decisions = st.lists(
    st.tuples(PEOPLE, PEOPLE, st.sampled_from(["same", "different"])).filter(
        lambda d: d[0] != d[1]
    ),
    max_size=8,
)


def made(told: Sequence[Row], decided: Sequence[tuple[int, int, str]] = ()) -> Clustering:
    a, b, weight, against, barred = (
        (np.array(each) for each in zip(*told, strict=True)) if (told) else ([],) * 5
    )
    barred = np.array(barred, dtype=bool)
    weight = np.array(weight, dtype=float)
    links = Links(
        np.array(a, dtype=np.int64),
        np.array(b, dtype=np.int64),
        weight,
        np.array(against, dtype=float),
        barred,
        (weight >= LEAST) & ~barred,
    )
    return cluster(links, decided, LEAST)


def together(found: Clustering, a: int, b: int) -> bool:
    return found.clusters.get(a, a) == found.clusters.get(b, b)


@given(rows(), decisions)
def test_no_cluster_holds_two_whom_a_person_told_apart(told, decided):
    found = made(told, decided)
    for (a, b), verdict in latest(decided).items():
        if verdict == "different":
            assert not together(found, a, b)


@given(rows(), decisions)
def test_two_whom_a_person_joined_are_one_unless_another_decision_parts_them(told, decided):
    found = made(told, decided)
    if all(verdict == "same" for _, _, verdict in decided):
        assert all(together(found, a, b) for a, b, _ in decided)


@given(rows())
def test_the_machine_never_joins_two_of_whom_a_pair_across_is_barred(told):
    found = made(told)
    for a, b, _, _, barred in told:
        if barred:
            assert not together(found, a, b)


@given(rows())
def test_the_machine_joins_by_pairs_that_are_strong_enough_alone(told):
    weights = {row[:2]: row[2] for row in told}
    assert all(weights[pair] >= LEAST for pair in made(told).merges)


@given(rows(), decisions, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(told, decided, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert made(shuffled, decided) == made(told, decided)


@given(rows(), decisions)
def test_clusters_are_named_by_their_smallest_mention_and_built_by_their_merges(told, decided):
    found = made(told, decided)
    assert all(found.clusters[name] == name <= m for m, name in found.clusters.items())
    assert len(found.merges) == len(found.clusters) - len(set(found.clusters.values()))
    assert all(together(found, *pair) for pair in found.merges)


@given(rows(), decisions)
def test_what_was_strong_enough_and_not_joined_has_its_reason(told, decided):
    found = made(told, decided)
    settled = latest(decided)
    for a, b, weight, _, barred in told:
        if weight >= LEAST and not barred and (a, b) not in settled:
            assert together(found, a, b) or found.held[a, b] in ("ambiguous", "barred")


def test_one_who_fits_two_that_exclude_each_other_joins_neither():
    told = [(0, 1, 9.0, 0.0, False), (0, 2, 8.0, 0.0, False), (1, 2, -4.0, -9.0, True)]
    found = made(told)
    assert not any(together(found, a, b) for a, b in combinations(range(3), 2))
    assert found.held == {(0, 1): "ambiguous", (0, 2): "ambiguous"}


def test_one_who_fits_one_far_better_than_the_other_joins_it():
    told = [(0, 1, 20.0, 0.0, False), (0, 2, 8.0, 0.0, False), (1, 2, -4.0, -9.0, True)]
    found = made(told)
    assert together(found, 0, 1)
    assert found.held == {(0, 2): "barred"}


def test_two_neighbours_do_not_chain_over_what_speaks_against_them():
    told = [(0, 1, 9.0, 0.0, False), (1, 2, 8.0, 0.0, False), (0, 2, -7.0, -6.0, False)]
    found = made(told)
    assert not together(found, 0, 2)
