"""Find a name among many: by any script, with a letter wrong, parts missing or swapped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.assignment import NOBODY
from tidings.names.commonness import most_it_says
from tidings.names.compare import compare, is_initial, same_start
from tidings.names.match import INITIAL_FITS, INITIAL_OTHER, MISSING, OTHER, OTHER_KIND, POOL, Match
from tidings.names.parts import MOST_PARTS, Part, counted, parts_of, views
from tidings.names.vocabulary import FAR, GrowingVocabulary

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

#: For each hit wanted, how many names are looked at closely after the first pass over all.
ROUGH: Final = 8
#: A hit is shown when its score is at least this, in a pool of a few hundred people.
SHOWN_FROM: Final = -4.5
#: How much better a name can be than its first score, which does not know the parts' roles.
ROUNDING: Final = OTHER_KIND - OTHER


@dataclass(frozen=True)
class Hit:
    """A name found: the key it was added under, and why it matched."""

    key: int
    score: float
    name: str
    match: Match


class NameIndex:
    """Names under keys; one key may have several names, a name several keys."""

    def __init__(self) -> None:
        self._vocabulary = GrowingVocabulary()
        self._caps: list[float] = []
        self._cap_of = np.empty(0, np.float32)
        self._initials: list[int] = []
        self._rows: list[tuple[int, ...]] = []
        self._owner: list[int] = []
        self._names: list[tuple[int, str]] = []
        self._table = np.empty((0, MOST_PARTS), np.int32, order="F")
        self._widest = 1

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[int, str]]) -> NameIndex:
        """An index of these (key, name) rows."""
        index = cls()
        for key, name in rows:
            index.add(key, name)
        return index

    def __len__(self) -> int:
        return len(self._names)

    def add(self, key: int, name: str) -> None:
        """Add one name; a name without letters can be found by nothing and is left out."""
        parts = counted(parts_of(name))
        if not parts:
            return
        for view in (parts, *(views(parts)[1:] if len(parts) == 1 else ())):
            self._rows.append(tuple(self._token(part) for part in view))
            self._owner.append(len(self._names))
        self._names.append((key, name))

    def name(self, at: int) -> tuple[int, str]:
        """The key and name added as number `at`."""
        return self._names[at]

    def shortlist(self, query: Sequence[Part], size: int) -> list[tuple[int, float]]:
        """The numbers of the names that score best against these parts, at most `size`, each
        with the sum of its parts' scores."""
        table = self._settled()
        scores = self.part_scores(query)
        rough = np.zeros(len(table), np.float32)
        for part in scores:
            columns = (part.take(table[:, column]) for column in range(self._widest))
            rough += np.maximum(reduce(np.maximum, columns), OTHER)
        rows = np.arange(len(rough))
        if len(rows) > ROUGH * size:
            rows = np.argpartition(-rough, ROUGH * size)[: ROUGH * size]
        close = assigned(scores, table[rows])
        order = np.argsort(-close, kind="stable")[:size]
        return [(self._owner[rows[at]], float(close[at])) for at in order]

    def keys(self) -> NDArray[np.int64]:
        """The key behind each row that `scores` answers for."""
        return np.array([self._names[at][0] for at in self._owner], np.int64)

    def scores(self, query: Sequence[Part]) -> Floats:
        """The score of these parts with every row: a name, or another way to cut it."""
        return assigned(self.part_scores(query), self._settled()) - np.float32(POOL)

    def part_scores(self, query: Sequence[Part]) -> Floats:
        """Log-likelihood ratios of each query part with each known token, and with none (last)."""
        caps = self._most_each_says()
        scores = np.full((len(query), len(caps)), FAR, np.float32)
        for row, part in zip(scores, query, strict=True):
            if is_initial(part.token):
                fits = self._vocabulary.starting_like(part.token)
                row[:-1] = np.where(fits, INITIAL_FITS, INITIAL_OTHER)
            else:
                row[:-1] = self._vocabulary.scores(part.token)
                np.minimum(row, np.minimum(caps, most_it_says(part.token)), out=row)
            for at in self._initials:
                alike = same_start(part.token, self._vocabulary.tokens[at])
                row[at] = INITIAL_FITS if alike else INITIAL_OTHER
        return scores

    def _most_each_says(self) -> Floats:
        if len(self._cap_of) <= len(self._caps):
            self._cap_of = np.array([*self._caps, FAR], np.float32)
        return self._cap_of

    def _token(self, part: Part) -> int:
        known = len(self._vocabulary)
        number = self._vocabulary.add(part.token)
        if number == known:
            self._caps.append(most_it_says(part.token))
            if is_initial(part.token):
                self._initials.append(number)
        return number

    def _settled(self) -> Ints:
        if len(self._table) < len(self._rows):
            new = self._rows[len(self._table) :]
            padded = np.full((len(new), MOST_PARTS), NOBODY, np.int32)
            for row, numbers in zip(padded, new, strict=True):
                row[: len(numbers)] = numbers
            self._table = np.asfortranarray(np.concatenate([self._table, padded]))
            self._widest = max(self._widest, *map(len, new))
        return self._table


def assigned(scores: Floats, table: Ints) -> Floats:
    """The best sum over parts of one query with each row of tokens; see `compiled.assign_many`."""
    from tidings.names.compiled import assign_many

    out = np.empty(len(table), np.float32)
    assign_many(np.maximum(scores, np.float32(OTHER)), np.ascontiguousarray(table), MISSING, out)
    return out


def search(query: str, index: NameIndex, limit: int = 50) -> list[Hit]:
    """The names of the index that may be the one asked for, best first, with the reasons."""
    parts = counted(parts_of(query))
    if not parts:
        return []
    best: dict[int, float] = {}
    for view in views(parts):
        for at, score in index.shortlist(view, limit):
            best[at] = max(score, best.get(at, score))
    hits = []
    matches: dict[str, Match] = {}
    likely = (at for at, score in best.items() if score - POOL >= SHOWN_FROM - ROUNDING)
    for at in sorted(likely, key=lambda at: -best[at])[:limit]:
        key, name = index.name(at)
        match = matches.get(name) or compare(query, name)
        matches[name] = match
        if match.score >= SHOWN_FROM:
            hits.append(Hit(key, match.score, name, match))
    return sorted(hits, key=lambda hit: (-hit.score, hit.name, hit.key))


def prepare() -> None:
    """Load the costs and the compiled loops (about two seconds), so that the first question
    asked of a long-running program is as quick as the others."""
    search("prepared", NameIndex.from_rows([(0, "prepared")]))


def compare_many(queries: Sequence[str], candidates: Sequence[str]) -> Floats:
    """The scores of every query with every candidate, queries x candidates, as `compare` gives
    them but for the finer points: titles and joined parts are seen, roles of parts are not."""
    index = NameIndex.from_rows(enumerate(candidates))
    keys = index.keys()
    out = np.full((len(queries), len(candidates)), FAR, np.float32)
    for row, query in zip(out, queries, strict=True):
        parts = counted(parts_of(query))
        for view in views(parts) if parts else ():
            np.maximum.at(row, keys, index.scores(view))
    return out
