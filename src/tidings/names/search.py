"""Find a name among many: by any script, with a letter wrong, parts missing or swapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.beginnings import compare_beginning
from tidings.names.compare import WELL, compare
from tidings.names.index import (
    SCANNED_FROM,
    Floats,
    Keys,
    Named,
    NameIndex,
    Segment,
    best_names,
    row_scores,
)
from tidings.names.match import OTHER, POOL, Match
from tidings.names.parts import Part, counted, parts_of, views

Mask = NDArray[np.bool_]

#: A hit is shown when its score is at least this, in a pool of a few hundred people.
SHOWN_FROM: Final = -4.5


@dataclass(frozen=True)
class Hit:
    """A name found: the key it was added under and the score, in the unit of `compare`."""

    key: int
    score: float
    name: str
    query: str
    unfinished: bool = False

    @property
    def match(self) -> Match:
        """Why it matched, part by part; worked out when asked for."""
        return _match(self.query, self.name, self.unfinished)


@lru_cache(maxsize=1024)
def _match(query: str, name: str, unfinished: bool) -> Match:
    whole = compare(query, name)
    begun = compare_beginning(query, name) if unfinished else whole
    return max(whole, begun, key=lambda match: match.score)


def search(
    query: str,
    index: NameIndex,
    limit: int = 50,
    *,
    only: Keys | None = None,
    prefix: bool = False,
) -> list[Hit]:
    """The names of the index that may be the one asked for, best first, at most `limit`.

    With `only`, a sorted array of keys (int64), as if no other name were there. With `prefix`,
    for search as you type: the last part may be unfinished, and others not typed yet.

    >>> index = NameIndex.from_rows([(1, "叶尔兰·波拉提"), (2, "努尔古丽·马合木提")])
    >>> [hit.name for hit in search("Ерлан Болат", index)]
    ['叶尔兰·波拉提']
    >>> [hit.key for hit in search("nurg", index, prefix=True)]
    [2]
    """
    parts = counted(parts_of(query))
    best: dict[Named, float] = {}
    for view in views(parts) if parts else ():
        joined = len(view) < len(parts)
        if joined and max(best.values(), default=0.0) >= WELL * len(parts):
            break
        asked = index.asked(view, WELL if joined else SCANNED_FROM, unfinished=prefix)
        for named, score in best_names(index, asked, limit, SHOWN_FROM + POOL, only):
            best[named] = max(score, best.get(named, score))
    order = sorted(best, key=lambda named: (-best[named], named[1], named[0]))
    return [Hit(key, best[key, name] - POOL, name, query, prefix) for key, name in order[:limit]]


def prepare() -> None:
    """Load the costs and the compiled loops (about two seconds), so that the first question
    asked of a long-running program is as quick as the others."""
    search("prepared", NameIndex.from_rows([(0, "prepared")]), prefix=True)


def compare_many(queries: Sequence[str], candidates: Sequence[str]) -> Floats:
    """The scores of every query with every candidate, queries x candidates, as `compare` gives
    them, without its reasons; scores far below 0 may differ, not the side of 0 they are on.

    >>> compare_many(["Ерлан", "Nurgul", "Erlan"], ["叶尔兰", "努尔古丽"]).argmax(1).tolist()
    [0, 1, 0]
    """
    known = [counted(parts_of(candidate)) for candidate in candidates]
    index = NameIndex()
    plain = index.packed([(at, parts) for at, parts in enumerate(known) if parts])
    cut = [(at, view) for at, parts in enumerate(known) if parts for view in views(parts)[1:]]
    otherwise = index.packed(cut)
    length = np.array([len(parts) for parts in known])
    out = np.full((len(queries), len(candidates)), OTHER, np.float32)
    for row, query in zip(out, queries, strict=True):
        parts = counted(parts_of(query))
        if parts:
            row[plain.keys] = row_scores(index.asked(parts, OTHER), plain)
            best = row.copy()
            _raise(best, index, parts, otherwise)
            for view in views(parts)[1:]:  # a part that was put together speaks when it fits well
                well = WELL if len(view) < len(parts) else OTHER
                _raise(best, index, view, plain, threshold=well)
                if len(parts) == 1:
                    _raise(best, index, view, otherwise, length == 1, well)
            longer = np.maximum(length, len(parts))
            unsure = (longer == 1) | (row < WELL * longer)
            row[unsure] = best[unsure]
    return out - np.float32(POOL)


def _raise(
    best: Floats,
    index: NameIndex,
    parts: Sequence[Part],
    rows: Segment,
    only: Mask | None = None,
    threshold: float = OTHER,
) -> None:
    """Raise each candidate's score to that of its best row with these parts; parts that score
    less than `threshold` with one another count as different."""
    scores = row_scores(index.asked(parts, threshold), rows)
    kept = slice(None) if only is None else only[rows.keys]
    np.maximum.at(best, rows.keys[kept], scores[kept])
