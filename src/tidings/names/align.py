"""One alignment with its path, for showing why: the compiled scan only keeps the sum."""

from __future__ import annotations

from functools import lru_cache

from tidings.names.alphabet import Kind
from tidings.names.costs import Floats, costs
from tidings.names.sounds import Sound

Rows = list[list[float]]
Path = tuple[tuple[int | None, int | None], ...]


def rows_of(a: Sound, b: Sound) -> Rows:
    """rows[i][j]: what a's symbol i and b's symbol j say; row and column 0 are the gap."""
    rows: Rows = _table(a, b.kind)[:, (0, *b.codes)].tolist()
    return rows


@lru_cache(maxsize=1024)
def _table(sound: Sound, target: Kind) -> Floats:
    return costs().table(sound.codes, sound.kind, target)


@lru_cache(maxsize=65536)
def possible(sound: Sound, target: Kind) -> float:
    """The most the sound can score against any sound of the target kind."""
    return float(costs().potential(sound.kind, target)[list(sound.codes)].sum())


def alignment_sums(rows: Rows) -> Rows:
    """sums[i][j]: the best alignment of the first i symbols of one side and j of the other."""
    added = rows[0][1:]
    above = [0.0]
    for cost in added:
        above.append(above[-1] + cost)
    sums = [above]
    for left_out, *costs_of in rows[1:]:
        best = above[0] + left_out
        here = [best]
        for diagonal, over, both, insert in zip(above, above[1:], costs_of, added, strict=False):
            best += insert
            if diagonal + both > best:
                best = diagonal + both
            if over + left_out > best:
                best = over + left_out
            here.append(best)
        sums.append(here)
        above = here
    return sums


def path(a: Sound, b: Sound) -> Path:
    """The positions that stand for one another on the best alignment, None for a gap."""
    rows = rows_of(a, b)
    sums = alignment_sums(rows)
    i, j = len(a.codes), len(b.codes)
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


def steps(a: Sound, b: Sound) -> tuple[tuple[str, str], ...]:
    """The letters that stand for one another, as written, e.g. (("叶", "Е"), ("尔", "р"), ...)."""
    groups: list[tuple[str, str]] = []
    for i, j in path(a, b):
        left = "" if i is None else a.letters[i]
        right = "" if j is None else b.letters[j]
        continues = groups and ((i is not None and not left) or (j is not None and not right))
        if continues or (groups and (i is None or j is None) and not (left and right)):
            groups[-1] = (groups[-1][0] + left, groups[-1][1] + right)
        else:
            groups.append((left, right))
    return tuple(groups)
