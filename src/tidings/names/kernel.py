"""The inner loop: one token against a sorted vocabulary, compiled.

Words are sorted, so that a word takes over the rows of the alignment that its beginning shares
with the word before it; and where no ending could reach the threshold, every word with that
beginning is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

LONGEST: Final = 40
UNREACHED: Final = np.float32(-1e9)


@cache
def scan() -> Callable[[Floats, Floats, float, Ints, Ints, Ints, Floats], None]:
    """The compiled scan; compiled on first use, kept on disk where that can be written.

    `scan()(table, rest, rate, flat, starts, shared, out)` writes to out[w] the best alignment sum
    of the query with word w, or UNREACHED where sum / (mean length + 2) is surely below `rate`.
    table: see `Costs.table`. rest[i]: the most that the query's symbols from i on can still add.
    Word w is flat[starts[w]:starts[w + 1]] and shares shared[w] first symbols with word w - 1.
    """
    from numba import njit

    try:
        return njit(cache=True, nogil=True)(_scan)
    except RuntimeError:  # no folder to keep compiled code in: compile for this process only
        return njit(nogil=True)(_scan)


def _scan(
    table: Floats, rest: Floats, rate: float, flat: Ints, starts: Ints, shared: Ints, out: Floats
) -> None:
    n = table.shape[0] - 1
    sums = np.empty((LONGEST + 1, n + 1), np.float32)
    sums[0, 0] = 0.0
    for i in range(1, n + 1):
        sums[0, i] = sums[0, i - 1] + table[i, 0]
    dead = LONGEST + 1
    for word in range(len(starts) - 1):
        begin = starts[word]
        length = starts[word + 1] - begin
        depth = shared[word]
        if depth >= dead:
            out[word] = UNREACHED
            continue
        dead = LONGEST + 1
        while depth < length:
            symbol = flat[begin + depth]
            depth += 1
            extra = table[0, symbol]
            sums[depth, 0] = sums[depth - 1, 0] + extra
            hope = sums[depth, 0] + rest[0]
            for i in range(1, n + 1):
                best = sums[depth - 1, i - 1] + table[i, symbol]
                best = max(best, sums[depth, i - 1] + table[i, 0])
                best = max(best, sums[depth - 1, i] + extra)
                sums[depth, i] = best
                hope = max(hope, best + rest[i])
            if hope < rate * ((n + depth) * 0.5 + 2.0):
                dead = depth
                break
        out[word] = sums[length, n] if dead > LONGEST else UNREACHED
