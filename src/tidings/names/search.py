"""Find a name among many: by any script, with a letter wrong, parts missing or swapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from tidings.names.beginnings import compare_beginning
from tidings.names.block import FAR
from tidings.names.compare import WELL, compare
from tidings.names.index import SCANNED_FROM, Floats, Keys, Named, NameIndex, best_names, row_scores
from tidings.names.match import POOL, Match
from tidings.names.parts import counted, parts_of, views

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
    search("prepared", NameIndex.from_rows([(0, "prepared")]))


def compare_many(queries: Sequence[str], candidates: Sequence[str]) -> Floats:
    """The scores of every query with every candidate, queries x candidates, as `compare` gives
    them but for the finer points: titles and joined parts are seen, roles of parts are not."""
    index = NameIndex.from_rows(enumerate(candidates))
    out = np.full((len(queries), len(candidates)), FAR, np.float32)
    for segment in index.settled():
        keys = segment.keys[segment.owner]
        for row, query in zip(out, queries, strict=True):
            parts = counted(parts_of(query))
            for view in views(parts) if parts else ():
                np.maximum.at(row, keys, row_scores(index.asked(view), segment) - np.float32(POOL))
    return out
