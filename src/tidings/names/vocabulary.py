"""Many tokens at once: sorted by their symbols, scored against one token in one pass."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product, starmap
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import Kind
from tidings.names.block import FAR, Block
from tidings.names.costs import MOST, costs
from tidings.names.sounds import ALIKE, Sound, sounds_of
from tidings.names.transducer.chunks import ranges
from tidings.names.variants import related_tokens

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Pairs = tuple[Ints, Ints, Floats]

#: So many readings are scored against a whole block in one pass.
AT_ONCE: Final = 128

#: From so many tokens on, the scans of one question are shared out among the cores.
SHARED_OUT_FROM: Final = 5_000
#: A sorted list joins the new one when it is less than this many times as long.
MERGED_BELOW: Final = 4
#: More than any penalty: a reading that fits stays above 0.
FITS: Final = np.float32(9.0)


@dataclass(frozen=True)
class Readings:
    """All readings of one kind: row r reads token `owner[r]`, rows in the order of the tokens."""

    block: Block
    owner: Ints
    penalty: Floats
    first: Ints  # the first row of each token that has any
    rows_by_word: Ints
    word_from: Ints  # rows_by_word[word_from[w]:word_from[w + 1]] read as word w

    @classmethod
    def of(cls, kind: Kind, rows: Sequence[tuple[int, Sound]]) -> Readings:
        """The readings of (token number, sound) rows."""
        owner = np.array([at for at, _ in rows], np.int32)
        first = np.unique(owner, return_index=True)[1].astype(np.int32)
        penalty = np.array([sound.penalty for _, sound in rows], np.float32)
        block = Block.of(kind, [sound for _, sound in rows])
        by_word = np.argsort(block.word_of, kind="stable").astype(np.int32)
        begins = np.searchsorted(block.word_of[by_word], np.arange(len(block.starts)))
        return cls(block, owner, penalty, first, by_word, begins.astype(np.int32))

    def raise_to(self, best: Floats, of_words: Floats) -> None:
        """Raise each token's best score to that of its best reading."""
        scored = of_words[self.block.word_of] - self.penalty
        owners = self.owner[self.first]
        best[owners] = np.maximum(best[owners], np.maximum.reduceat(scored, self.first))

    def pairs(self, asked: Ints, words: NDArray[np.int64], scores: Floats) -> Pairs:
        """Pairs of query and word as pairs of query and token, one for each reading."""
        count = self.word_from[words + 1] - self.word_from[words]
        rows = self.rows_by_word[ranges(self.word_from[words], count)]
        return (
            np.repeat(asked, count),
            self.owner[rows],
            np.repeat(scores, count) - self.penalty[rows],
        )


class Vocabulary:
    """A fixed list of distinct tokens, ready to be scanned; `readings` are all of them, kind by
    kind."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = list(tokens)
        rows: dict[Kind, list[tuple[int, Sound]]] = {}
        for at, token in enumerate(self.tokens):
            for sound in sounds_of(token):
                rows.setdefault(sound.kind, []).append((at, sound))
        self.readings = [Readings.of(kind, readings) for kind, readings in rows.items()]

    def __len__(self) -> int:
        return len(self.tokens)

    def scores(self, token: str, threshold: float = 0.0) -> Floats:
        """The log-likelihood ratio of `token` with each token of the vocabulary, over the best
        pair of readings; FAR where it is surely below `threshold`."""
        best = np.full(len(self.tokens), FAR, np.float32)
        for sounds in _by_kind(sounds_of(token)):
            for readings in self.readings:
                of_words = readings.block.scores(costs(), sounds, threshold)
                readings.raise_to(best, of_words.max(0))
        for number, says in self._related(token):
            best[number] = max(best[number], says)
        return best

    def neighbours(self, tokens: Sequence[str], threshold: float) -> Pairs:
        """(position in `tokens`, number here, score) of every pair at or above the threshold;
        a pair that several readings make comes several times."""
        sounds = [(at, sound) for at, token in enumerate(tokens) for sound in sounds_of(token)]
        asked = []
        for kind in Kind:
            rows = [(at, sound) for at, sound in sounds if sound.kind is kind]
            asked += [rows[begin : begin + AT_ONCE] for begin in range(0, len(rows), AT_ONCE)]
        work = list(product(asked, self.readings, [threshold]))
        several = len(work) > 1 and len(self.tokens) >= SHARED_OUT_FROM
        scored = _crew().map(_alike, *zip(*work, strict=True)) if several else starmap(_alike, work)
        found = [_no_pairs(), *scored]
        found += [_pairs_of(at, self._related(token)) for at, token in enumerate(tokens)]
        a, b, score = (np.concatenate(column) for column in zip(*found, strict=True))
        enough = score >= threshold
        return a[enough], b[enough], score[enough]

    def _related(self, token: str) -> list[tuple[int, float]]:
        """The tokens here that belong with this one however they sound, with what that says:
        related names, and for letters that nobody reads the very same."""
        related = list(related_tokens(token))
        if not sounds_of(token):
            related.append((token, MOST))
        return [(self._number[other], says) for other, says in related if other in self._number]

    @cached_property
    def _number(self) -> dict[str, int]:
        return {token: at for at, token in enumerate(self.tokens)}

    def starting_like(self, token: str) -> NDArray[np.bool_]:
        """Which tokens may begin with the sound that `token` begins with; with the same letter,
        where nobody reads it."""
        sounds = sounds_of(token)
        if not sounds:
            return np.array([other[:1] == token[:1] for other in self.tokens])
        alike = np.zeros(len(self.tokens), np.float32)
        for sound in sounds:
            for readings in self.readings:
                block = readings.block
                first = costs().table(sound.codes[:1], sound.kind, block.kind)[1]
                fits = first[block.flat[block.starts[:-1]]] > ALIKE
                readings.raise_to(alike, np.where(fits, FITS, 0))
        return alike > 0


def _alike(asked: Sequence[tuple[int, Sound]], readings: Readings, threshold: float) -> Pairs:
    """The pairs of some (position, sound) rows of one kind with some readings."""
    of_words = readings.block.scores(costs(), [sound for _, sound in asked], threshold)
    query, word = np.nonzero(of_words >= threshold)
    positions = np.array([at for at, _ in asked], np.int32)
    return readings.pairs(positions[query], word, of_words[query, word])


@cache
def _crew() -> ThreadPoolExecutor:
    """Threads for the scans, one for each core: compiled code does not hold Python's lock."""
    return ThreadPoolExecutor(os.cpu_count() or 1)


def _by_kind(sounds: Sequence[Sound]) -> list[list[Sound]]:
    kinds: dict[Kind, list[Sound]] = {}
    for sound in sounds:
        kinds.setdefault(sound.kind, []).append(sound)
    return list(kinds.values())


def _pairs_of(asked: int, found: Sequence[tuple[int, float]]) -> Pairs:
    numbers = np.array([number for number, _ in found], np.int32)
    scores = np.array([says for _, says in found], np.float32)
    return np.full(len(found), asked, np.int32), numbers, scores


def _no_pairs() -> Pairs:
    return np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32)


class GrowingVocabulary:
    """Distinct tokens numbered in the order they came; new ones wait in a small list until the
    next question, and small sorted lists are merged into large ones, so that adding stays cheap.
    """

    def __init__(self) -> None:
        self.tokens: list[str] = []
        self.number: dict[str, int] = {}
        self._lists: list[Vocabulary] = []

    def __len__(self) -> int:
        return len(self.tokens)

    def add(self, token: str) -> int:
        """The token's number, a new one if it is new."""
        if token not in self.number:
            self.number[token] = len(self.tokens)
            self.tokens.append(token)
        return self.number[token]

    def scores(self, token: str, threshold: float = 0.0) -> Floats:
        """As `Vocabulary.scores`, in the order of the numbers."""
        self._settle()
        if not self._lists:
            return np.empty(0, np.float32)
        return np.concatenate([part.scores(token, threshold) for part in self._lists])

    def neighbours(self, tokens: Sequence[str], threshold: float) -> Pairs:
        """As `Vocabulary.neighbours`, in the numbers here."""
        self._settle()
        found, begin = [_no_pairs()], 0
        for part in self._lists:
            a, b, scores = part.neighbours(tokens, threshold)
            found.append((a, b + np.int32(begin), scores))
            begin += len(part)
        a, b, scores = (np.concatenate(column) for column in zip(*found, strict=True))
        return a, b, scores

    def starting_like(self, token: str) -> NDArray[np.bool_]:
        """As `Vocabulary.starting_like`, in the order of the numbers."""
        self._settle()
        return np.concatenate([part.starting_like(token) for part in self._lists])

    def lists(self) -> Sequence[Vocabulary]:
        """The sorted lists that hold the tokens, in the order of their numbers."""
        self._settle()
        return self._lists

    def _settle(self) -> None:
        new = self.tokens[sum(map(len, self._lists)) :]
        if not new:
            return
        while self._lists and len(self._lists[-1]) < MERGED_BELOW * len(new):
            new = self._lists.pop().tokens + new
        self._lists.append(Vocabulary(new))
