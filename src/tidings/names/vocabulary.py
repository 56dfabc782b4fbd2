"""Many tokens at once: sorted by their symbols, scored against one token in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import Kind
from tidings.names.costs import Costs, costs
from tidings.names.kernel import LONGEST, UNREACHED, scan
from tidings.names.sounds import ALIKE, Sound, sounds_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

#: A sorted list joins the new one when it is less than this many times as long.
MERGED_BELOW: Final = 4
#: What any score below the threshold reads as: strongly against.
FAR: Final = np.float32(-9.0)
#: More than any penalty: a reading that fits stays above 0.
FITS: Final = np.float32(9.0)


@dataclass(frozen=True)
class Block:
    """Words of one kind in the order of their codes; `word_of[i]` is where input word i went."""

    kind: Kind
    flat: Ints
    starts: Ints
    shared: Ints
    word_of: Ints
    _potentials: dict[Kind, Floats] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, kind: Kind, words: Sequence[tuple[int, ...]]) -> Block:
        """Sort the words; equal ones become one. Words are cut at the longest length aligned."""
        cut = [word[:LONGEST] for word in words]
        unique = sorted(set(cut))
        place = {word: at for at, word in enumerate(unique)}
        shared = [0, *(_shared(*pair) for pair in pairwise(unique))]
        return cls(
            kind,
            np.array([code for word in unique for code in word], np.int32),
            np.cumsum([0, *map(len, unique)], dtype=np.int32),
            np.array(shared[: len(unique)], np.int32),
            np.array([place[word] for word in cut], np.int32),
        )

    @cached_property
    def lengths(self) -> Floats:
        """The number of codes of each word."""
        return np.diff(self.starts).astype(np.float32)

    def potential(self, model: Costs, against: Kind) -> Floats:
        """The most each word could score against a token of the other kind."""
        if against not in self._potentials:
            most = np.append(0, np.cumsum(model.potential(self.kind, against)[self.flat]))
            self._potentials[against] = np.diff(most[self.starts]).astype(np.float32)
        return self._potentials[against]

    def sums(self, table: Floats, gain: Floats, rate: float) -> Floats:
        """The best alignment sum of the token behind `table`, whose symbols have the potentials
        `gain`, with each word; see `kernel.scan`."""
        rest = np.append(np.cumsum(gain[::-1])[::-1], 0).astype(np.float32)
        out = np.empty(len(self.starts) - 1, np.float32)
        scan()(
            np.ascontiguousarray(table),
            rest,
            rate,
            self.flat,
            self.starts,
            self.shared,
            out,
        )
        return out


def _shared(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """How many first codes two words share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


@dataclass(frozen=True)
class Readings:
    """All readings of one kind: row r reads token `owner[r]`, rows in the order of the tokens."""

    block: Block
    owner: Ints
    penalty: Floats
    first: Ints  # the first row of each owner

    @classmethod
    def of(cls, kind: Kind, rows: Sequence[tuple[int, Sound]]) -> Readings:
        """The readings of (token number, sound) rows."""
        owner = np.array([at for at, _ in rows], np.int32)
        owners, first = np.unique(owner, return_index=True)
        penalty = np.array([sound.penalty for _, sound in rows], np.float32)
        block = Block.of(kind, [sound.codes for _, sound in rows])
        return cls(block, owners.astype(np.int32), penalty, first.astype(np.int32))

    def raise_to(self, best: Floats, of_words: Floats) -> None:
        """Raise each token's best score to that of its best reading."""
        scored = of_words[self.block.word_of] - self.penalty
        best[self.owner] = np.maximum(best[self.owner], np.maximum.reduceat(scored, self.first))


class Vocabulary:
    """A fixed list of distinct tokens with every reading of each, ready to be scanned."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = list(tokens)
        rows: dict[Kind, list[tuple[int, Sound]]] = {}
        for at, token in enumerate(self.tokens):
            for sound in sounds_of(token):
                rows.setdefault(sound.kind, []).append((at, sound))
        self._readings = [Readings.of(kind, readings) for kind, readings in rows.items()]

    def __len__(self) -> int:
        return len(self.tokens)

    def scores(self, token: str, threshold: float = 0.0) -> Floats:
        """The log-likelihood ratio of `token` with each token of the vocabulary, over the best
        pair of readings; FAR where it is surely below `threshold`."""
        best = np.full(len(self.tokens), FAR, np.float32)
        model = costs()
        for sound in sounds_of(token):
            for readings in self._readings:
                readings.raise_to(best, _scores(model, sound, readings.block, threshold))
        return best

    def starting_like(self, token: str) -> NDArray[np.bool_]:
        """Which tokens may begin with the sound that `token` begins with."""
        alike = np.zeros(len(self.tokens), np.float32)
        for sound in sounds_of(token):
            for readings in self._readings:
                block = readings.block
                first = costs().table(sound.codes[:1], sound.kind, block.kind)[1]
                fits = first[block.flat[block.starts[:-1]]] > ALIKE
                readings.raise_to(alike, np.where(fits, FITS, 0))
        return alike > 0


def _scores(model: Costs, sound: Sound, block: Block, threshold: float) -> Floats:
    """The log-likelihood ratio of one reading with each word of a block."""
    codes = sound.codes[:LONGEST]
    gain = model.potential(sound.kind, block.kind)[list(codes)]
    raw = block.sums(
        model.table(codes, sound.kind, block.kind),
        gain,
        model.least_rate(threshold + sound.penalty, sound.kind, block.kind),
    )
    reached = np.flatnonzero(raw > UNREACHED / 2)
    possible = (gain.sum() + block.potential(model, sound.kind)[reached]) / 2
    length = np.asarray((len(codes) + block.lengths[reached]) / 2, np.float32)
    out = np.full(len(raw), FAR, np.float32)
    out[reached] = model.calibrated(raw[reached], length, possible, sound.kind, block.kind)
    return out - np.float32(sound.penalty)


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

    def starting_like(self, token: str) -> NDArray[np.bool_]:
        """As `Vocabulary.starting_like`, in the order of the numbers."""
        self._settle()
        return np.concatenate([part.starting_like(token) for part in self._lists])

    def _settle(self) -> None:
        new = self.tokens[sum(map(len, self._lists)) :]
        if not new:
            return
        while self._lists and len(self._lists[-1]) < MERGED_BELOW * len(new):
            new = self._lists.pop().tokens + new
        self._lists.append(Vocabulary(new))
