"""The loops over a packed index of names, compiled on first use.

Importing this module imports numba, which takes a second: import it inside functions.
"""

from __future__ import annotations

from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.compiled import compiled
from tidings.names.match import IN_PLACE

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Keys = NDArray[np.int64]

#: Sums of scores that differ by less are the same: they were added up in another order.
ROUNDING: Final = 2e-5
#: A beginning has at most so many symbols more than what is typed: two letters for each of them
#: is rare, and a word is not that short.
SLACK: Final = 6


@compiled
def _pair(score: float, role: int, entry: int, floors: Floats) -> float:
    """A pair's score, not below the floor of its roles: of 1 and 2, say two different things."""
    return max(score, float(floors[1] if role + (entry & 3) == 3 else floors[0]))


@compiled
def _assigned(
    scores: Floats, roles: Ints, row: Ints, floors: Floats, missing: Floats, best: Floats
) -> float:
    """The best assignment of a query's parts with the entries of one row."""
    n, m = len(scores), len(row)
    matched = min(n, m)
    left_out = float(missing[0] * (n - matched) + missing[1] * (m - matched))
    if matched == 1:
        top = -1e9
        for i in range(n):
            for j in range(m):
                top = max(top, _pair(scores[i, row[j] >> 2], roles[i], row[j], floors))
        return top + left_out
    # best[mask]: the row's parts in `mask` are taken by the query's parts so far, of which as
    # many may go without as there are too many
    size = 1 << m
    best[:size] = -1e9
    best[0] = 0.0
    for i in range(n):
        for mask in range(size - 1, -1, -1):
            taken = 0
            for j in range(m):
                taken += mask >> j & 1
            keep = float(best[mask]) if i - taken < n - matched else -1e9
            for j in range(m):
                if mask >> j & 1:
                    pair = _pair(scores[i, row[j] >> 2], roles[i], row[j], floors)
                    if i == j:
                        pair += IN_PLACE
                    keep = max(keep, float(best[mask ^ (1 << j)]) + pair)
            best[mask] = keep
    top = -1e9
    for mask in range(size):
        taken = 0
        for j in range(m):
            taken += mask >> j & 1
        if taken == matched:
            top = max(top, float(best[mask]))
    return top + left_out


@compiled
def score_rows(
    scores: Floats,
    roles: Ints,
    floors: Floats,
    missing: Floats,
    entries: Ints,
    entry_from: Ints,
    out: Floats,
) -> None:
    """out[r]: the score of the query with row r; see `best_rows` for the arguments."""
    widest = 1
    for row in range(len(out)):
        widest = max(widest, entry_from[row + 1] - entry_from[row])
    best = np.empty(1 << widest, np.float32)
    for row in range(len(out)):
        found = entries[entry_from[row] : entry_from[row + 1]]
        out[row] = _assigned(scores, roles, found, floors, missing, best)


@compiled
def best_rows(
    scores: Floats,
    roles: Ints,
    floors: Floats,
    missing: Floats,
    order: Ints,
    peaks: Floats,
    tops: Floats,
    tokens: Ints,
    posting_from: Ints,
    postings: Ints,
    entries: Ints,
    entry_from: Ints,
    keys: Keys,
    owner: Ints,
    only: Keys,
    filtered: bool,
    first: int,
    heap: Floats,
    rows: Keys,
    count: int,
    least: float,
) -> int:
    """Put the best rows of one segment on the heap (lowest score on top); how many are on it.

    scores[i, t] is the query's part i with token t; an entry is a token * 4 + its role.
    `order` are the tokens that score above 0 with some part, the best first, `peaks` their best
    scores, `tops[i]` the best of part i with any token.

    A row not met by the time the walk is at a token of peak p holds no token that scores above p
    with any part. Each part adds at most min(p, tops[i]) and `IN_PLACE`, and what is missing takes
    off: once the sum of these is not above the lowest on a full heap, or is below `least`, no row
    that is left can enter. (The threshold algorithm of Fagin, Lotem, Naor 2001.)
    """
    seen = np.zeros(len(owner), np.uint8)
    best = np.empty(64, np.float32)
    for at in range(len(order)):
        bound = 0.0
        for top in tops:
            bound += max(min(float(top), float(peaks[at])), 0.0) + IN_PLACE
        if bound < least - ROUNDING or (count == len(heap) and bound <= heap[0] + ROUNDING):
            break
        place = np.searchsorted(tokens, order[at])
        if place == len(tokens) or tokens[place] != order[at]:
            continue
        for posting in range(posting_from[place], posting_from[place + 1]):
            row = postings[posting]
            if seen[row]:
                continue
            seen[row] = 1
            if filtered:
                key = keys[owner[row]]
                allowed = np.searchsorted(only, key)
                if allowed == len(only) or only[allowed] != key:
                    continue
            found = entries[entry_from[row] : entry_from[row + 1]]
            score = _assigned(scores, roles, found, floors, missing, best)
            if score < least - ROUNDING:
                continue
            if count < len(heap):
                count += 1
                _rise(heap, rows, count - 1, score, first + row)
            elif score > heap[0]:
                _sink(heap, rows, score, first + row)
    return count


@compiled
def _rise(heap: Floats, rows: Keys, at: int, score: float, row: int) -> None:
    while at and heap[(at - 1) >> 1] > score:
        above = (at - 1) >> 1
        heap[at], rows[at] = heap[above], rows[above]
        at = above
    heap[at], rows[at] = score, row


@compiled
def _sink(heap: Floats, rows: Keys, score: float, row: int) -> None:
    at = 0
    while True:
        below = 2 * at + 1
        if below + 1 < len(heap) and heap[below + 1] < heap[below]:
            below += 1
        if below >= len(heap) or heap[below] >= score:
            break
        heap[at], rows[at] = heap[below], rows[below]
        at = below
    heap[at], rows[at] = score, row


@compiled
def begin_alike(
    costs: Floats,
    own: float,
    gains: Floats,
    lines: Floats,
    most: float,
    highest: float,
    to_come: float,
    flat: Ints,
    starts: Ints,
    shared: Ints,
    out: Floats,
) -> None:
    """out[w]: how well word w begins like a token whose costs are `costs` (`Costs.table`).

    The best over all beginnings of the word of the calibrated alignment (`Costs.calibrated`, with
    `lines` and `most`), less `to_come` for each symbol after it, at most `highest`. `own` is the
    most that the token can add, gains[s] the most that the word's symbol s can. Words are sorted
    and share rows as in `compiled.scan`. A beginning much longer than the token is not tried.
    """
    n = len(costs) - 1
    longest = n + SLACK
    sums = np.empty((longest + 1, n + 1), np.float32)
    possible = np.zeros(longest + 1, np.float32)
    best = np.full(longest + 1, -1e9, np.float32)
    sums[0, 0] = 0.0
    for i in range(1, n + 1):
        sums[0, i] = sums[0, i - 1] + costs[i, 0]
    done = 0
    for word in range(len(starts) - 1):
        length = starts[word + 1] - starts[word]
        depth = min(shared[word], done)
        while depth < min(length, longest):
            symbol = flat[starts[word] + depth]
            depth += 1
            sums[depth, 0] = sums[depth - 1, 0] + costs[0, symbol]
            for i in range(1, n + 1):
                top = sums[depth - 1, i - 1] + costs[i, symbol]
                top = max(top, sums[depth, i - 1] + costs[i, 0])
                sums[depth, i] = max(top, sums[depth - 1, i] + costs[0, symbol])
            possible[depth] = possible[depth - 1] + gains[symbol]
            mean, raw = (n + depth) * 0.5, sums[depth, n]
            rate, logs = raw / (mean + 2.0), log(mean)
            first = lines[0, 0] + rate * (lines[0, 1] + lines[0, 2] * logs)
            second = lines[1, 0] + rate * (lines[1, 1] + lines[1, 2] * logs)
            share = most * raw / max((own + possible[depth]) * 0.5, 1.0)
            score = min(min(first, second), share)
            best[depth] = max(best[depth - 1], score + to_come * depth)
        done = depth
        out[word] = min(best[depth] - to_come * length, highest)
