"""Slips of the pen: tokens of one script that a letter or two keep apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

#: Far below any likeness of sound; see `weights.SOUND_FROM`.
SLIP_SCORE = 0.5
_SHORTEST, _LONG = 4, 7
#: A key behind which more tokens stand tells nothing.
_CROWD = 60


def slips(ids: Mapping[str, int]) -> Iterator[tuple[int, int, float]]:
    """Pairs (a < b) one slip apart: a letter more, less, other, or two changed over; two such
    in tokens of seven letters and more. Found by the letters that are left when some go."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for token in sorted(ids):
        if len(token) >= _SHORTEST and not any(c.isdigit() for c in token):
            for key in _shortened(token):
                by_key[key].append(token)
    near: set[tuple[str, str]] = set()
    for tokens in by_key.values():
        if 1 < len(tokens) <= _CROWD:
            near.update(combinations(tokens, 2))
    for x, y in sorted(near):
        if distance(x, y) <= (2 if min(len(x), len(y)) >= _LONG else 1):
            a, b = sorted((ids[x], ids[y]))
            yield a, b, SLIP_SCORE


def _shortened(token: str) -> Iterable[str]:
    """The token with up to one letter gone; up to two if it is long."""
    gone = {token[:at] + token[at + 1 :] for at in range(len(token))}
    if len(token) >= _LONG:
        gone |= {key[:at] + key[at + 1 :] for key in tuple(gone) for at in range(len(key))}
    return {token, *gone}


def distance(x: str, y: str) -> int:
    """Letters put in, left out, replaced or changed over (Damerau 1964, each letter moved once)."""
    before: list[int] = []
    above = list(range(len(y) + 1))
    for i, a in enumerate(x, 1):
        row = [i]
        for j, b in enumerate(y, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == y[j - 2] and x[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, above = above, row
    return above[-1]
