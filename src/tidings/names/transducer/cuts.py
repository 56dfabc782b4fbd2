"""Where letters are cut: between two letters a coin is thrown whose odds depend on the letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.transducer.chunks import Chunks
from tidings.names.transducer.letters import BITS

Floats = NDArray[np.float32]
Keys = NDArray[np.int64]

#: How many letters before and after the place are looked at, the later the closer.
LEVELS: Final = ((1, 1), (1, 2), (2, 2), (2, 3))
#: So many letters after a place can change its odds.
LOOKS_AHEAD: Final = LEVELS[-1][1]
#: Odds before anything is known, and for how many observations a coarser level counts.
USUAL: Final = 0.35
FROM_COARSER: Final = 3.0
LEAST: Final = 1e-4
#: P that a character stands for no letter at all.
EMPTY: Final = 0.01


@dataclass(frozen=True)
class Cuts:
    """Counts by level: `keys[level]` the letters around a place, packed and sorted; `seen` how
    often they were seen, `cut` how often they were cut there."""

    keys: tuple[Keys, ...]
    seen: tuple[Floats, ...]
    cut: tuple[Floats, ...]

    @classmethod
    def counted(cls, words: Chunks, cut_at: Floats, seen_at: Floats) -> Cuts:
        """Count over all rows of the words: how often each was looked at, and cut."""
        inside = _inside(words)
        keys, seen, cut = [], [], []
        for context in contexts(words):
            unique, place = np.unique(context[inside], return_inverse=True)
            keys.append(unique)
            seen.append(np.bincount(place, seen_at[inside]).astype(np.float32))
            cut.append(np.bincount(place, cut_at[inside]).astype(np.float32))
        return cls(tuple(keys), tuple(seen), tuple(cut))

    def odds(self, words: Chunks) -> Floats:
        """By row, P(a cut before the letter that follows)."""
        odds = np.full(len(words.letters), USUAL, np.float32)
        for context, keys, seen, cut in zip(
            contexts(words), self.keys, self.seen, self.cut, strict=True
        ):
            at = np.minimum(np.searchsorted(keys, context), len(keys) - 1)
            known = keys[at] == context
            odds = np.where(
                known, (cut[at] + FROM_COARSER * odds) / (seen[at] + FROM_COARSER), odds
            )
        odds[~_inside(words)] = 1.0
        return np.clip(odds, LEAST, np.where(_inside(words), 1 - LEAST, 1.0)).astype(np.float32)

    def of_chunks(self, words: Chunks) -> Floats:
        """P(the chunk is cut out so), rows x lengths: no cut inside, one at its end."""
        odds = np.append(self.odds(words), np.ones(len(words.chunk[0]), np.float32))
        rows = len(words.letters)
        shares = np.empty(words.chunk.shape, np.float32)
        shares[:, 0] = EMPTY
        whole = np.ones(rows, np.float32)
        for length in range(1, len(shares[0])):
            end = odds[length : length + rows]
            shares[:, length] = whole * end
            whole = whole * (1 - end)
        return shares


def contexts(words: Chunks) -> list[Keys]:
    """By level, the packed letters around the place before each row's letter."""
    widest = max(before + after for before, after in LEVELS)
    rows = len(words.letters)
    padded = np.concatenate([np.zeros(widest, np.int64), words.letters, np.zeros(widest, np.int64)])
    starts = np.repeat(words.first[:-1], np.diff(words.first))
    within = np.arange(rows) - starts
    left = np.repeat(words.first[1:], np.diff(words.first)) - np.arange(rows)
    found = []
    for before, after in LEVELS:
        key = np.zeros(rows, np.int64)
        for step in range(-before, after):
            letter = padded[widest + step : widest + step + rows]
            own = (within + step >= 0) & (step < left)
            key = key << BITS | np.where(own, letter, 0)
        found.append(key)
    return found


def _inside(words: Chunks) -> NDArray[np.bool_]:
    """Rows that lie between two letters of a word."""
    inside = np.ones(len(words.letters), bool)
    inside[words.first[:-1]] = False
    inside[words.first[1:] - 1] = False
    return inside
