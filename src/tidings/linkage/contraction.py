"""The inner loop of clustering, compiled: joining by falling weight, with what stands in the way.

Mentions are numbered from 0. Two lists hold the clusters: `root`, and which member follows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tidings.names.compiled import compiled

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Small = NDArray[np.int8]
#: The pairs of each mention (where they start, whom they lead to, their numbers), the clusters
#: (root, following), and the pairs' weights, what speaks against them, and bars.
Board = tuple[Integers, Integers, Integers, Integers, Integers, Floats, Floats, Small]

#: What became of a pair that was tried.
JOINED, TOGETHER, BARRED, AMBIGUOUS = 0, 1, 2, 3
#: The bar of a person's decision; what the sources say bars with 1.
PERSON = 2
#: Of a large cluster so many members are asked for a rival.
_ASKED = 64


@compiled
def contract(
    size: int,
    one: Integers,
    other: Integers,
    weight: Floats,
    against: Floats,
    bars: Small,
    order: Integers,
    decided: int,
    least: float,
    conflict: float,
) -> tuple[Integers, Small]:
    """Try the pairs `order` in turn, the first `decided` of them decisions of a person, which
    yield to such decisions alone. Pairs are columns: mentions `one` and `other`, `weight` (minus
    infinity where barred) and `against` in bits, `bars`.

    Returns (root of each mention, what became of each pair tried).
    """
    starts, near, by = _adjacency(size, one, other)
    root = np.arange(size)
    following = np.full(size, -1)
    last, members = np.arange(size), np.ones(size, np.int64)
    became = np.empty(len(order), np.int8)
    board = (starts, near, by, root, following, weight, against, bars)
    for n in range(len(order)):
        pair = order[n]
        x, y = root[one[pair]], root[other[pair]]
        if x == y:
            became[n] = TOGETHER
            continue
        if members[x] > members[y]:
            x, y = y, x
        worst, bar = _between(board, x, y)
        if n < decided:
            became[n] = BARRED if bar == PERSON else JOINED
        elif bar or weight[pair] + worst < least:
            became[n] = BARRED
        else:
            bound = weight[pair] - least
            rival = _rival(board, x, y, bound, conflict) or _rival(board, y, x, bound, conflict)
            became[n] = AMBIGUOUS if rival else JOINED
        if became[n] == JOINED:
            _join(root, following, last, y, x)
            members[y] += members[x]
    return root, became


@compiled
def _adjacency(size: int, one: Integers, other: Integers) -> tuple[Integers, Integers, Integers]:
    """For each mention its pairs: where they start, the other mention, the number of the pair."""
    starts = np.zeros(size + 1, np.int64)
    for n in range(len(one)):
        starts[one[n] + 1] += 1
        starts[other[n] + 1] += 1
    starts = np.cumsum(starts)
    filled = starts.copy()
    near, by = np.empty(2 * len(one), np.int64), np.empty(2 * len(one), np.int64)
    for n in range(len(one)):
        for x, y in ((one[n], other[n]), (other[n], one[n])):
            near[filled[x]], by[filled[x]] = y, n
            filled[x] += 1
    return starts, near, by


@compiled
def _between(board: Board, x: int, y: int) -> tuple[float, int]:
    """(The worst that speaks against a pair across two clusters, the strongest bar): by the
    pairs of x, the smaller."""
    starts, near, by, root, following, _, against, bars = board
    worst, bar = 0.0, 0
    member = x
    while member >= 0:
        for at in range(starts[member], starts[member + 1]):
            if root[near[at]] == y:
                worst = min(worst, against[by[at]])
                bar = max(bar, bars[by[at]])
        member = following[member]
    return worst, bar


@compiled
def _rival(board: Board, x: int, y: int, bound: float, conflict: float) -> bool:
    """Whether x fits a third cluster by more than `bound` bits that cannot be y."""
    starts, near, by, root, following, weight, _, _ = board
    member, asked = x, 0
    while member >= 0 and asked < _ASKED:
        asked += 1
        for at in range(starts[member], starts[member + 1]):
            third = root[near[at]]
            if weight[by[at]] > bound and third != x and third != y:
                worst, bar = _between(board, y, third)
                if bar or worst <= -conflict:
                    return True
        member = following[member]
    return False


@compiled
def _join(root: Integers, following: Integers, last: Integers, x: int, y: int) -> None:
    """Append the members of y to those of x."""
    following[last[x]] = y
    last[x] = last[y]
    member = y
    while member >= 0:
        root[member] = x
        member = following[member]
