"""Many words laid out for the transducer, to be scored against one token in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import Kind
from tidings.names.transducer.chunks import Chunks, ranges
from tidings.names.transducer.letters import numbered
from tidings.names.transducer.model import Table, Transducer, Units, transducer

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

#: The sum of characters and letters that cannot stand for one another.
IMPOSSIBLE: Final = np.float32(-1e9)


@cache
def han_units() -> Units:
    """The characters and syllables of all transducers: they share one numbering."""
    return transducer(Kind.LATIN).units


@dataclass(frozen=True)
class Words:
    """Words of letters, for tokens of characters."""

    model: Transducer
    chunks: Chunks
    table: Table
    cut: Floats

    @classmethod
    def of(cls, model: Transducer, units: Sequence[Sequence[str]]) -> Words:
        """Lay the words out."""
        words = [numbered(word, model.kind) for word in units]
        return cls(model, *model.words(words))

    def said(self, characters: Sequence[str], which: Ints) -> Floats:
        """The transducer's sum with each of the words numbered in `which`."""
        from tidings.names.transducer.loops import sum_words

        first = self.chunks.first
        asked = np.zeros(len(self.table.share), bool)
        asked[self.chunks.chunk[ranges(first[which], np.diff(first)[which])]] = True
        columns = np.flatnonzero(asked)
        place = np.zeros(len(asked), np.int32)
        place[columns] = np.arange(len(columns))
        units = np.array(self.model.units.numbers(characters), np.int32)
        ratios = self.model.ratios(self.model.part_of(self.table, columns), units)
        out = np.full(len(which), IMPOSSIBLE, np.float32)
        sum_words(
            np.ascontiguousarray(ratios.T), place, first, self.chunks.chunk, self.cut, which, out
        )
        return out


@dataclass(frozen=True)
class Letters:
    """Tokens of letters: their chunks, and how each may be cut out."""

    model: Transducer
    chunks: Chunks
    table: Table
    cut: Floats

    @classmethod
    def of(cls, model: Transducer, tokens: Sequence[Sequence[str]]) -> Letters:
        """Lay the tokens out."""
        words = [numbered(units, model.kind) for units in tokens]
        return cls(model, *model.words(words))


@dataclass(frozen=True)
class Characters:
    """Words of characters, for tokens of letters; `counts[w]` is how many word w has."""

    flat: Ints
    starts: Ints
    counts: Ints

    @classmethod
    def of(cls, units: Sequence[Sequence[str]]) -> Characters:
        """Lay the words out."""
        words = [han_units().numbers(word) for word in units]
        counts = np.array([len(word) for word in words], np.int32)
        flat = np.array([number for word in words for number in word], np.int32)
        return cls(flat, np.cumsum([0, *counts], dtype=np.int32), counts)

    def said(self, letters: Letters, which: Sequence[Ints]) -> list[Floats]:
        """For each token of `letters` the transducer's sum with each of the words here that are
        numbered for it in `which`."""
        from tidings.names.transducer.loops import sum_units

        known = len(letters.model.units.syllable)
        asked = np.zeros(known + 1, bool)
        words = np.unique(np.concatenate(which))
        asked[self.flat[ranges(self.starts[words], self.counts[words])]] = True
        units = np.flatnonzero(asked)
        place = np.zeros(known + 1, np.int32)
        place[units] = np.arange(len(units))
        numbers = np.where(units == known, -1, units).astype(np.int32)
        ratios = letters.model.ratios(letters.table, numbers)
        chunk, cut, flat, starts = letters.chunks.chunk, letters.cut, self.flat, self.starts
        found = [np.full(len(each), IMPOSSIBLE, np.float32) for each in which]
        for rows, each, out in zip(pairwise(letters.chunks.first), which, found, strict=True):
            own = slice(*rows)
            sum_units(ratios, place, chunk[own], cut[own], flat, starts, each, out)
        return found
