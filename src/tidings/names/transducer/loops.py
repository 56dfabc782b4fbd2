"""The transducer's inner loops, compiled on first use; importing this module imports numba."""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from tidings.names.compiled import compiled

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

#: More letters of a word are not looked at.
MOST_LETTERS = 63


@compiled
def sum_words(
    ratios: Floats, place: Ints, first: Ints, chunk: Ints, cut: Floats, which: Ints, out: Floats
) -> None:
    """The sum of one row of characters with the words numbered in `which`, left alone where the
    characters cannot stand for the letters.

    ratios[place[c], i] is what chunk c says for character i; word w has the rows first[w] to
    first[w + 1] - 1 of `chunk` and of `cut` (see `Chunks`).
    """
    n = ratios.shape[1]
    longest = chunk.shape[1] - 1
    sums = np.zeros((MOST_LETTERS + 1, n + 1))
    for at in range(len(which)):
        row = first[which[at]]
        length = min(first[which[at] + 1] - row - 1, MOST_LETTERS)
        sums[: length + 1] = 0.0
        sums[0, 0] = 1.0
        for depth in range(length + 1):
            for size in range(min(longest, length - depth) + 1):
                said = ratios[place[chunk[row + depth, size]]]
                share = cut[row + depth, size]
                for i in range(n):
                    sums[depth + size, i + 1] += sums[depth, i] * said[i] * share
        if sums[length, n] > 0.0:
            out[at] = log(sums[length, n])


@compiled
def sum_units(
    ratios: Floats,
    place: Ints,
    chunk: Ints,
    cut: Floats,
    flat: Ints,
    starts: Ints,
    which: Ints,
    out: Floats,
) -> None:
    """The sum of one row of letters with the rows of characters numbered in `which`.

    ratios[place[u], c] is what chunk c of the letters says for unit u, u = -1 being the last;
    `chunk` and `cut` are those of the letters; characters w are flat[starts[w]:starts[w + 1]].
    """
    length = min(chunk.shape[0] - 1, MOST_LETTERS)
    longest = chunk.shape[1] - 1
    before, after = np.zeros(length + 1), np.zeros(length + 1)
    for at in range(len(which)):
        before[:] = 0.0
        before[0] = 1.0
        for unit in flat[starts[which[at]] : starts[which[at] + 1]]:
            after[:] = 0.0
            said = ratios[place[unit]]
            for start in range(length + 1):
                if before[start] > 0.0:
                    for size in range(min(longest, length - start) + 1):
                        after[start + size] += (
                            before[start] * said[chunk[start, size]] * cut[start, size]
                        )
            before, after = after, before
        if before[length] > 0.0:
            out[at] = log(before[length])
