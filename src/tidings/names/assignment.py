"""Which part of one name stands for which part of the other: the best of all ways, in any order.

Every part of the shorter name is matched with one part of the longer. `index_loops` does the same
for one name against many.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from tidings.names.match import IN_PLACE, MISSING

NOBODY: Final = -1


def best_assignment(scores: Sequence[Sequence[float]]) -> tuple[float, tuple[int, ...]]:
    """The best sum over a table of part scores (rows: parts of a, columns: parts of b), and for
    each row its column or NOBODY. Missing parts are counted at `MISSING` each, those that stand
    in the same place at `IN_PLACE`."""
    n, m = len(scores), len(scores[0])
    if n > m:
        total, columns = best_assignment([list(column) for column in zip(*scores, strict=True)])
        rows = [NOBODY] * n
        for column, row in enumerate(columns):
            rows[row] = column
        return total, tuple(rows)

    kept = IN_PLACE if n > 1 else 0.0

    @cache
    def best(row: int, taken: int) -> tuple[float, tuple[int, ...]]:
        if row == n:
            return 0.0, ()
        ways = []
        for column in range(m):
            if not taken >> column & 1:
                rest, columns = best(row + 1, taken | 1 << column)
                here = scores[row][column] + (kept if row == column else 0.0)
                ways.append((here + rest, (column, *columns)))
        return max(ways, key=lambda way: way[0])

    total, columns = best(0, 0)
    return total + MISSING * (m - n), columns
