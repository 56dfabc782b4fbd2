"""One alignment with its path, for showing why: the compiled scan only keeps the sum."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.names.costs import Floats
from tidings.names.sounds import Sound


@dataclass(frozen=True)
class Alignment:
    """The best alignment of two sounds. `pairs` holds positions in either, None for a gap."""

    total: float
    pairs: tuple[tuple[int | None, int | None], ...]


def align(a: Sound, b: Sound, table: Floats) -> Alignment:
    """The best alignment of `a`, whose costs against b's alphabet are `table`, with `b`."""
    rows = table[:, [0, *b.codes]].tolist()
    n, m = len(a.codes), len(b.codes)
    sums = [[0.0] * (m + 1) for _ in range(n + 1)]
    for j in range(1, m + 1):
        sums[0][j] = sums[0][j - 1] + rows[0][j]
    for i in range(1, n + 1):
        costs, above, here = rows[i], sums[i - 1], sums[i]
        left_out = costs[0]
        here[0] = above[0] + left_out
        for j in range(1, m + 1):
            here[j] = max(above[j - 1] + costs[j], above[j] + left_out, here[j - 1] + rows[0][j])
    return Alignment(sums[n][m], _path(sums, rows))


def _path(
    sums: list[list[float]], rows: list[list[float]]
) -> tuple[tuple[int | None, int | None], ...]:
    i, j = len(sums) - 1, len(sums[0]) - 1
    pairs: list[tuple[int | None, int | None]] = []
    while i or j:
        if i and j and sums[i][j] == sums[i - 1][j - 1] + rows[i][j]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and sums[i][j] == sums[i - 1][j] + rows[i][0]:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return tuple(reversed(pairs))


def steps(alignment: Alignment, a: Sound, b: Sound) -> tuple[tuple[str, str], ...]:
    """The letters that stand for one another, as written, e.g. (("叶", "Е"), ("尔", "р"), ...)."""
    groups: list[tuple[str, str]] = []
    for i, j in alignment.pairs:
        left = "" if i is None else a.letters[i]
        right = "" if j is None else b.letters[j]
        continues = groups and ((i is not None and not left) or (j is not None and not right))
        if continues or (groups and (i is None or j is None) and not (left and right)):
            groups[-1] = (groups[-1][0] + left, groups[-1][1] + right)
        else:
            groups.append((left, right))
    return tuple(groups)
