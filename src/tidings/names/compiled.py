"""The inner loops, compiled on first use and kept on disk where that can be written.

Importing this module imports numba, which takes a second: import it inside functions.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import Final, ParamSpec, TypeVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

from tidings.names.alphabet import LONGEST

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
P = ParamSpec("P")
R = TypeVar("R")

ALIVE: Final = LONGEST + 1


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function when it is first called, and keep it where that can be written."""
    try:
        quick: Callable[P, R] = njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no folder to keep compiled code in: compile for this process only
        quick = njit(nogil=True)(function)
    return quick


@compiled
def scan(
    table: Floats,
    rest: Floats,
    begins: Ints,
    rates: Floats,
    shares: Floats,
    lines: Floats,
    most: float,
    flat: Ints,
    starts: Ints,
    shared: Ints,
    gains: Floats,
    out: Floats,
) -> None:
    """Score every query with every word: out[q, w], left alone where surely too low.

    Rows begins[q]:begins[q + 1] of `table` are query q's costs (`Costs.table`), and of `rest`
    the most that its symbols from each position on can still add. Word w is
    flat[starts[w]:starts[w + 1]] and shares its first shared[w] symbols with word w - 1; its
    symbol s can add gains[s] at most. Words are sorted: a word takes over the rows of the
    alignment that it shares with the word before; where no ending could reach
    sum / (mean length + 2) = rate, or the share of the possible sum, every word with that
    beginning is passed over. `lines` and `most`: see `Costs.calibrated`.
    """
    possible = np.zeros(LONGEST + 1, np.float32)
    for query in range(len(begins) - 1):
        costs = table[begins[query] : begins[query + 1]]
        hopes = rest[begins[query] : begins[query + 1]]
        n = len(costs) - 1
        sums = np.empty((LONGEST + 1, n + 1), np.float32)
        sums[0, 0] = 0.0
        for i in range(1, n + 1):
            sums[0, i] = sums[0, i - 1] + costs[i, 0]
        dead = ALIVE
        for word in range(len(starts) - 1):
            length = starts[word + 1] - starts[word]
            depth = shared[word]
            if depth >= dead:
                continue
            dead = ALIVE
            while depth < length:
                symbol = flat[starts[word] + depth]
                possible[depth + 1] = possible[depth] + gains[symbol]
                depth += 1
                extra = costs[0, symbol]
                sums[depth, 0] = sums[depth - 1, 0] + extra
                hope = sums[depth, 0] + hopes[0]
                for i in range(1, n + 1):
                    best = sums[depth - 1, i - 1] + costs[i, symbol]
                    best = max(best, sums[depth, i - 1] + costs[i, 0])
                    best = max(best, sums[depth - 1, i] + extra)
                    sums[depth, i] = best
                    hope = max(hope, best + hopes[i])
                enough = rates[query] * ((n + depth) * 0.5 + 2.0)
                if hope < max(enough, shares[query] * (hopes[0] + possible[depth]) * 0.5):
                    dead = depth
                    break
            if dead == ALIVE:
                mean = (n + length) * 0.5
                rate, logs = sums[length, n] / (mean + 2.0), log(mean)
                first = lines[0, 0] + rate * (lines[0, 1] + lines[0, 2] * logs)
                second = lines[1, 0] + rate * (lines[1, 1] + lines[1, 2] * logs)
                share = sums[length, n] / max((hopes[0] + possible[length]) * 0.5, 1.0)
                out[query, word] = min(min(first, second), most * share)
