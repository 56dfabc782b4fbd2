"""Every way to take a chunk out of many words, laid out in arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.names.transducer.letters import BITS

Ints = NDArray[np.int32]
Keys = NDArray[np.int64]


@dataclass(frozen=True)
class Chunks:
    """The chunks of some words. Word w has one row for each place between letters, from
    `first[w]` to `first[w + 1] - 1`; `chunk[row, length]` is the column of the chunk that begins
    there (0: the empty chunk), `keys[column]` that chunk packed. Lengths beyond the word's end
    repeat column 0 and are never asked for.
    """

    first: Ints
    chunk: Ints
    keys: Keys
    letters: Ints  # by row: the letter that follows, 0 at a word's end

    @classmethod
    def of(cls, words: Sequence[Sequence[int]], longest: int) -> Chunks:
        """The chunks of at most `longest` letters of these words."""
        lengths = np.array([len(word) for word in words], np.int64)
        first = np.concatenate([[0], np.cumsum(lengths + 1)]).astype(np.int32)
        letters = np.zeros(int(first[-1]) + longest, np.int64)
        ends = first[1:].astype(np.int64) - 1
        here = np.ones(int(first[-1]), bool)
        here[ends] = False
        letters[: len(here)][here] = [number for word in words for number in word]
        rows = int(first[-1])
        left = np.repeat(ends, lengths + 1) - np.arange(rows)
        chunk = np.zeros((rows, longest + 1), np.int32)
        packed, keys, known = np.zeros(rows, np.int64), [np.zeros(1, np.int64)], 1
        for length in range(1, longest + 1):  # length by length: all at once would be large
            packed = packed << BITS | letters[length - 1 : length - 1 + rows]
            inside = left >= length
            unique, columns = np.unique(packed[inside], return_inverse=True)
            chunk[inside, length] = columns + known
            keys.append(unique)
            known += len(unique)
        return cls(first, chunk, np.concatenate(keys), letters[:rows].astype(np.int32))


def ranges(starts: Ints, counts: Ints) -> NDArray[np.int64]:
    """The numbers from each start on, as many as its count, one range after another."""
    ends = np.cumsum(counts)
    return np.repeat(starts - ends + counts, counts) + np.arange(int(counts.sum()))
