"""Which part of one name stands for which part of the other: the best of all ways, in any order.

Every part of the shorter name is matched with one part of the longer. The compiled version does
the same for one name against many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.match import MISSING

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NOBODY: Final = -1


def best_assignment(scores: Sequence[Sequence[float]]) -> tuple[float, tuple[int, ...]]:
    """The best sum over a table of part scores (rows: parts of a, columns: parts of b), and for
    each row its column or NOBODY. Missing parts are counted at `MISSING` each."""
    n, m = len(scores), len(scores[0])
    if n > m:
        total, columns = best_assignment([list(column) for column in zip(*scores, strict=True)])
        rows = [NOBODY] * n
        for column, row in enumerate(columns):
            rows[row] = column
        return total, tuple(rows)

    @cache
    def best(row: int, taken: int) -> tuple[float, tuple[int, ...]]:
        if row == n:
            return 0.0, ()
        ways = []
        for column in range(m):
            if not taken >> column & 1:
                rest, columns = best(row + 1, taken | 1 << column)
                ways.append((scores[row][column] + rest, (column, *columns)))
        return max(ways, key=lambda way: way[0])

    total, columns = best(0, 0)
    return total + MISSING * (m - n), columns


@cache
def assign_many() -> Callable[[Floats, Ints, float, Floats], None]:
    """The compiled assignment of one name with many.

    `assign_many()(scores, parts, missing, out)`: scores[i, t] of the name's part i with token t;
    parts[k] the token numbers of name k, padded with NOBODY; out[k] the best sum.
    """
    from numba import njit

    try:
        return njit(cache=True, nogil=True)(_assign_many)
    except RuntimeError:  # no folder to keep compiled code in: compile for this process only
        return njit(nogil=True)(_assign_many)


def _assign_many(scores: Floats, parts: Ints, missing: float, out: Floats) -> None:
    n = scores.shape[0]
    best = np.empty(1 << parts.shape[1], np.float32)
    bits = np.empty(1 << parts.shape[1], np.int64)
    bits[0] = 0
    for mask in range(1, len(bits)):
        bits[mask] = bits[mask >> 1] + (mask & 1)
    for name in range(len(parts)):
        m = 0
        while m < parts.shape[1] and parts[name, m] >= 0:
            m += 1
        # best[mask]: the parts of the other name in `mask` are taken by the first parts of ours,
        # of which as many are skipped as ours has more parts
        size = 1 << m
        best[:size] = -1e9
        best[0] = 0.0
        for row in range(n):
            for mask in range(size - 1, -1, -1):
                keep = best[mask] if row - bits[mask] < n - min(n, m) else np.float32(-1e9)
                for column in range(m):
                    if mask >> column & 1:
                        before = best[mask ^ (1 << column)]
                        keep = max(keep, before + scores[row, parts[name, column]])
                best[mask] = keep
        top = np.float32(-1e9)
        for mask in range(size):
            if bits[mask] == min(n, m):
                top = max(top, best[mask])
        out[name] = top + missing * abs(n - m)
