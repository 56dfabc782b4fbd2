"""Names under keys, packed into arrays: about a hundred bytes a name, no object for any."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.assignment import NOBODY
from tidings.names.beginnings import NOT_YET, beginnings
from tidings.names.block import FAR
from tidings.names.commonness import closer, most_it_says
from tidings.names.match import INITIAL_FITS, INITIAL_OTHER, MISSING, OTHER, OTHER_KIND
from tidings.names.parts import MOST_PARTS, Part, counted, is_initial, parts_of, views
from tidings.names.vocabulary import GrowingVocabulary, Vocabulary

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Keys = NDArray[np.int64]

#: Scores of parts are told apart from here on; what is lower counts as another name.
SCANNED_FROM: Final = 0.0
#: So many new names are packed at once.
AT_ONCE: Final = 10_000
#: A segment joins the new one when it holds less than this many times as many names.
MERGED_BELOW: Final = 4
#: The neighbours of so many tokens asked for last are kept, some kilobytes each.
REMEMBERED: Final = 4096
#: When so many tokens are new, all are looked through again.
FEW: Final = 2000

#: Roles that say different things of a person, as the last two bits of an entry.
ROLES: Final = {"patronymic": 1, "surname": 2}
FLOORS: Final = np.array([OTHER, OTHER_KIND], np.float32)
#: What a part costs that only the query has, and one that only the name has.
BOTH_MISSING: Final = np.array([MISSING, MISSING], np.float32)
STILL_TYPING: Final = np.array([MISSING, NOT_YET], np.float32)
NO_SCORES: Final = np.empty(0, np.float32)

Row = tuple[int, ...]
Neighbours = tuple[Ints, Floats]
Named = tuple[int, str]
Ranked = list[tuple[Named, float]]


@dataclass(frozen=True)
class Segment:
    """Some names, packed; arrays are shared by all searches and never written.

    Name n has key keys[n] and is text[text_from[n]:text_from[n + 1]]. It has one row of entries
    or several (ways to cut it into parts): row r belongs to name owner[r] and holds
    entries[entry_from[r]:entry_from[r + 1]], each a token number * 4 + role. Token tokens[t] is
    in the rows postings[posting_from[t]:posting_from[t + 1]].
    """

    keys: Keys
    text: bytes
    text_from: Keys
    owner: Ints
    entries: Ints
    entry_from: Ints
    tokens: Ints
    posting_from: Ints
    postings: Ints

    @classmethod
    def of(
        cls, keys: Keys, text: bytes, text_from: Keys, owner: Ints, entries: Ints, entry_from: Ints
    ) -> Segment:
        """Sort the rows by their tokens."""
        numbers = entries >> 2
        order = np.argsort(numbers, kind="stable")
        tokens, begins = np.unique(numbers[order], return_index=True)
        row_of = np.repeat(np.arange(len(owner), dtype=np.int32), np.diff(entry_from))
        posting_from = np.append(begins, len(entries)).astype(np.int32)
        return cls(
            keys,
            text,
            text_from,
            owner,
            entries,
            entry_from,
            tokens.astype(np.int32),
            posting_from,
            row_of[order],
        )

    @classmethod
    def packed(cls, names: Sequence[tuple[int, str, Sequence[Row]]]) -> Segment:
        """Pack (key, name, its rows)."""
        texts = [name.encode("utf-8", "surrogatepass") for _, name, _ in names]
        rows = [row for _, _, ways in names for row in ways]
        return cls.of(
            np.array([key for key, _, _ in names], np.int64),
            b"".join(texts),
            np.cumsum([0, *map(len, texts)], dtype=np.int64),
            np.repeat(np.arange(len(names), dtype=np.int32), [len(ways) for *_, ways in names]),
            np.fromiter(chain.from_iterable(rows), np.int32),
            np.cumsum([0, *map(len, rows)], dtype=np.int32),
        )

    def joined(self, later: Segment) -> Segment:
        """This segment's names and then the other's, as one."""
        return Segment.of(
            np.concatenate([self.keys, later.keys]),
            self.text + later.text,
            np.concatenate([self.text_from, later.text_from[1:] + self.text_from[-1]]),
            np.concatenate([self.owner, later.owner + np.int32(len(self.keys))]),
            np.concatenate([self.entries, later.entries]),
            np.concatenate([self.entry_from, later.entry_from[1:] + self.entry_from[-1]]),
        )

    def name(self, at: int) -> Named:
        """The key and the text of one name."""
        text = self.text[self.text_from[at] : self.text_from[at + 1]]
        return int(self.keys[at]), text.decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Asked:
    """Part scores of one way to cut a query: parts x tokens, and what the walk needs."""

    scores: Floats
    roles: Ints
    missing: Floats


@dataclass(frozen=True)
class Remembered:
    """A token's neighbours among the first so many tokens of an index."""

    among: int
    numbers: Ints
    scores: Floats


NOTHING_YET: Final = Remembered(0, np.empty(0, np.int32), np.empty(0, np.float32))


class NameIndex:
    """Names under keys; one key may have several names, a name several keys.

    >>> index = NameIndex.from_rows([(7, "Ерлан Болатұлы"), (8, "叶尔兰·波拉提")])
    >>> len(index)
    2
    """

    def __init__(self) -> None:
        self._vocabulary = GrowingVocabulary()
        self._caps = array("f")
        self._initials = GrowingVocabulary()
        self._initial_numbers = array("i")
        self._segments: list[Segment] = []
        self._waiting: list[tuple[int, str, list[Row]]] = []
        self._remembered: dict[tuple[str, float], Remembered] = {}
        self._changing = Lock()

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[int, str]]) -> NameIndex:
        """An index of these (key, name) rows."""
        index = cls()
        for key, name in rows:
            index.add(key, name)
        return index

    @property
    def tokens(self) -> Sequence[str]:
        """The distinct parts of all names, normalised."""
        return self._vocabulary.tokens

    def __len__(self) -> int:
        return len(self._waiting) + sum(len(segment.keys) for segment in self._segments)

    def add(self, key: int, name: str) -> None:
        """Add one name under a key (63-bit integer); one without letters is left out, since
        nothing could find it."""
        parts = counted(parts_of(name))
        if not parts:
            return
        ways = views(parts) if len(parts) == 1 else (parts,)
        with self._changing:
            self._waiting.append((key, name, [self._row(way) for way in ways]))
        if len(self._waiting) >= AT_ONCE:
            self.settled()

    def settled(self) -> Sequence[Segment]:
        """All names as segments, in the order in which they were added.

        Small segments are merged into large ones, so that a name is packed again only a few
        times while the index grows.
        """
        with self._changing:
            if self._waiting:
                new = Segment.packed(self._waiting)
                while self._segments and len(self._segments[-1].keys) < MERGED_BELOW * len(
                    new.keys
                ):
                    new = self._segments.pop().joined(new)
                self._segments.append(new)
                self._waiting = []
            return tuple(self._segments)

    def asked(
        self, query: Sequence[Part], threshold: float = SCANNED_FROM, unfinished: bool = False
    ) -> Asked:
        """What a search for these parts needs to know of the index's tokens; parts that score
        less than `threshold` with one another count as different. The last part may be
        `unfinished`: then a token that begins like it is as good, and parts not typed yet count
        for nothing."""
        with self._changing:
            scores = np.full((len(query), len(self._vocabulary)), FAR, np.float32)
            for row, part in zip(scores, query, strict=True) if scores.size else ():
                self._fill(row, part.token, threshold)
            if unfinished:
                np.maximum(scores[-1], self._beginnings(query[-1].token), out=scores[-1])
        roles = [ROLES.get(part.role, 0) for part in query]
        missing = STILL_TYPING if unfinished else BOTH_MISSING
        return Asked(scores, np.array(roles, np.int32), missing)

    def _beginnings(self, token: str) -> Floats:
        found = [beginnings(part, token) for part in self._vocabulary.lists()]
        scores = np.concatenate([NO_SCORES, *found])
        return np.asarray(np.minimum(scores, np.array(self._caps)), np.float32)

    def packed(self, ways: Sequence[tuple[int, Sequence[Part]]]) -> Segment:
        """Names already cut into parts, by key, as a segment of their own: in no search here."""
        return Segment.packed([(key, "", [self._row(parts)]) for key, parts in ways])

    def _fill(self, row: Floats, token: str, threshold: float) -> None:
        """Write what a query's part adds with each token of the index, where that is not FAR."""
        if is_initial(token):
            fits = self._vocabulary.starting_like(token)
            row[:] = np.where(fits, INITIAL_FITS, INITIAL_OTHER)
        else:
            numbers, scores = self._neighbours(token, threshold)
            row[numbers] = scores
        if len(self._initials):
            fits = self._initials.starting_like(token)
            numbers = np.array(self._initial_numbers)
            row[numbers] = np.where(fits, INITIAL_FITS, INITIAL_OTHER)

    def _neighbours(self, token: str, threshold: float) -> Neighbours:
        """The tokens that score from `threshold` with this one: looked up once, and again only
        among the tokens that came since."""
        known = self._remembered.pop((token, threshold), NOTHING_YET)
        if known.among < len(self._vocabulary):
            known = self._looked_up(token, threshold, known)
        self._remembered[token, threshold] = known
        if len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return known.numbers, known.scores

    def _looked_up(self, token: str, threshold: float, known: Remembered) -> Remembered:
        tokens = self._vocabulary.tokens
        if len(tokens) - known.among < FEW:
            new: Vocabulary | GrowingVocabulary = Vocabulary(tokens[known.among :])
        else:
            known, new = NOTHING_YET, self._vocabulary
        _, numbers, scores = new.neighbours([token], threshold)
        numbers = numbers + np.int32(known.among)
        capped = np.minimum(scores, np.minimum(np.array(self._caps)[numbers], most_it_says(token)))
        same = numbers == self._vocabulary.number.get(token, NOBODY)
        says = (capped + closer(scores, capped, same)).astype(np.float32)
        order = np.argsort(says, kind="stable")  # a token's best reading is written last
        return Remembered(
            len(tokens),
            np.concatenate([known.numbers, numbers[order]]),
            np.concatenate([known.scores, says[order]]),
        )

    def _row(self, parts: Sequence[Part]) -> Row:
        return tuple(
            self._number(part.token) << 2 | ROLES.get(part.role, 0) for part in parts[:MOST_PARTS]
        )

    def _number(self, token: str) -> int:
        known = len(self._vocabulary)
        number = self._vocabulary.add(token)
        if number == known:
            self._caps.append(most_it_says(token))
            if is_initial(token):
                self._initials.add(token)
                self._initial_numbers.append(number)
        return number


def best_names(
    index: NameIndex, asked: Asked, size: int, least: float, only: Keys | None = None
) -> Ranked:
    """The (key, name) pairs whose sum of part scores is highest, at most `size`, none below
    `least`, only under keys of the sorted array `only` if given; the best first."""
    from tidings.names.index_loops import best_rows

    peaks = asked.scores.max(0) if asked.scores.size else np.empty(0, np.float32)
    order = np.flatnonzero(peaks > 0)
    order = order[np.argsort(-peaks[order], kind="stable")]
    # a name of one part may have two rows
    heap, rows = np.empty(2 * size, np.float32), np.empty(2 * size, np.int64)
    segments, first, count = index.settled(), 0, 0
    for segment in segments:
        count = best_rows(
            asked.scores,
            asked.roles,
            FLOORS,
            asked.missing,
            order.astype(np.int32),
            peaks[order],
            asked.scores.max(1, initial=FAR),
            segment.tokens,
            segment.posting_from,
            segment.postings,
            segment.entries,
            segment.entry_from,
            segment.keys,
            segment.owner,
            np.empty(0, np.int64) if only is None else only,
            only is not None,
            first,
            heap,
            rows,
            count,
            least,
        )
        first += len(segment.owner)
    return _named(segments, rows[:count], heap[:count])[:size]


def row_scores(asked: Asked, segment: Segment) -> Floats:
    """The sum of part scores of every row of a segment: the full pass."""
    from tidings.names.index_loops import score_rows

    out = np.empty(len(segment.owner), np.float32)
    score_rows(
        asked.scores, asked.roles, FLOORS, asked.missing, segment.entries, segment.entry_from, out
    )
    return out


def _named(segments: Sequence[Segment], rows: Keys, scores: Floats) -> Ranked:
    """The names of rows numbered through all segments, each with its best score, best first."""
    ends = np.cumsum([len(segment.owner) for segment in segments])
    best: dict[Named, float] = {}
    for at in np.lexsort((rows, -scores)):
        which = int(np.searchsorted(ends, rows[at], side="right"))
        segment = segments[which]
        row = rows[at] - (ends[which] - len(segment.owner))
        best.setdefault(segment.name(int(segment.owner[row])), float(scores[at]))
    return list(best.items())
