"""One pair of readings, without compiled code: for `compare`, which must start at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log

import numpy as np

from tidings.names.alphabet import LONGEST, Kind
from tidings.names.sounds import Sound
from tidings.names.transducer.letters import LONGEST_CHUNK, numbered
from tidings.names.transducer.model import Table, transducer
from tidings.names.transducer.scan import IMPOSSIBLE

#: The chunk at each place and length, what is known of the chunks, and P(cut so).
LaidOut = tuple[list[list[int]], Table, list[list[float]]]


def joined(characters: Sound, letters: Sound, aligned: float) -> float:
    """What both views of two readings say together; `aligned` is what the alignment says."""
    units = characters.units[:LONGEST]
    found = said(units, letters.units[:LONGEST], letters.kind)
    counts = np.array([len(units)], np.int32)
    sums, scores = np.array([found], np.float32), np.array([aligned], np.float32)
    return float(transducer(letters.kind).joined(sums, counts, scores)[0])


def said(characters: Sequence[str], letters: Sequence[str], kind: Kind) -> float:
    """The transducer's sum for characters (or syllables) and letters; see `sum_words`."""
    word = tuple(numbered(letters, kind))
    model = transducer(kind)
    chunk, table, cut = _laid_out(word, kind)
    units = np.array(model.units.numbers(characters), np.int32)
    ratios = model.ratios(table, units).tolist()
    length, longest = len(word), LONGEST_CHUNK[kind]
    sums = [1.0, *[0.0] * length]
    for row in ratios:
        after = [0.0] * (length + 1)
        for start, before in enumerate(sums):
            if before:
                for size in range(min(longest, length - start) + 1):
                    after[start + size] += before * row[chunk[start][size]] * cut[start][size]
        sums = after
    return log(sums[length]) if sums[length] > 0 else float(IMPOSSIBLE)


@lru_cache(maxsize=4096)
def _laid_out(word: tuple[int, ...], kind: Kind) -> LaidOut:
    chunks, table, cut = transducer(kind).words([word])
    return chunks.chunk.tolist(), table, cut.tolist()
