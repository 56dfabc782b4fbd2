"""Learn a transducer: soft alignment of characters and chunks by expectation maximisation.

First with syllables as units, then with characters that fall back on them. The worst-aligned
pairs, which are wrong rows or translations, are dropped in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from tidings.names.alphabet import Kind
from tidings.names.transducer.chunks import Chunks
from tidings.names.transducer.cuts import Cuts
from tidings.names.transducer.letters import BITS, LONGEST_CHUNK, parts_of_chunks
from tidings.names.transducer.model import FROM_PARTS, FROM_SYLLABLE, Parts, Transducer, Units

Counts = NDArray[np.float64]
Ints = NDArray[np.int32]

#: P(length of a chunk) before anything is known.
LENGTHS: Final = np.array([0.02, 0.14, 0.17, 0.086, 0.024, 0.008, 0.0035])
SYLLABLE_ROUNDS: Final = 6
BLIND_ROUNDS: Final = 2
CHARACTER_ROUNDS: Final = 3
FROM_ALL: Final = 2.0  # in the blind rounds, before parts are counted
FROM_COMMON: Final = 5.0
DROPPED: Final = 0.03
#: Longer chunks than this must be seen in as many words to be learned.
SHORT: Final = 3
IN_WORDS: Final = 3
#: The first two learned chunks: of no letters, and any that is too rare to be learned.
EMPTY, NOT_LEARNED = 0, 1
KEPT_FROM: Final = 1e-3
MOST_UNITS, MOST_LETTERS = 20, 24


@dataclass(frozen=True)
class Example:
    """Units and letters (as numbers) of one name, and what the pair counts for."""

    units: tuple[int, ...]
    letters: tuple[int, ...]
    weight: float


@dataclass(frozen=True)
class _Pairs:
    """Examples as arrays: units of pair p are unit[first[p]:first[p + 1]]."""

    first: Ints
    unit: Ints
    word: Ints
    weight: Counts


@dataclass(frozen=True)
class _Learning:
    """What stays the same over the rounds."""

    kind: Kind
    units: Units
    words: Chunks
    column: Ints  # chunk of `words` -> learned chunk; 1 for those never learned
    parts: tuple[Ints, Ints, Ints]
    part_keys: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def learn(kind: Kind, examples: Sequence[Example], units: Units) -> Transducer:
    """A transducer of these examples; its `joint` coefficients are still zero."""
    examples = [example for example in examples if _usable(kind, example)]
    number: dict[tuple[int, ...], int] = {}
    word = [number.setdefault(example.letters, len(number)) for example in examples]
    words = Chunks.of(list(number), LONGEST_CHUNK[kind])
    column, chunks = _learned_chunks(words)
    parts, part_keys = _parts(kind, chunks)
    learning = _Learning(kind, units, words, column, parts, part_keys)
    pairs = _arrays(examples, np.array(word, np.int32))
    given, kept = _by_syllables(learning, pairs, len(chunks))
    return _by_characters(learning, kept, given, chunks)


def _usable(kind: Kind, example: Example) -> bool:
    n, m = len(example.units), len(example.letters)
    return (
        min(example.units, default=-1) >= 0
        and 0 < n <= MOST_UNITS
        and 0 < m <= min(MOST_LETTERS, LONGEST_CHUNK[kind] * n)
        and n <= 2 * m
    )


def _learned_chunks(words: Chunks) -> tuple[Ints, NDArray[np.int64]]:
    """Which chunks are learned, packed and sorted, and each chunk's place among them."""
    asked = words.chunk[:, 1:]
    seen = np.bincount(asked.ravel(), minlength=len(words.keys))
    long = words.keys >= 1 << BITS * SHORT
    kept = ~long | (seen >= IN_WORDS)
    column = np.where(kept, np.cumsum(kept), NOT_LEARNED).astype(np.int32)
    column[0] = EMPTY
    return column, np.concatenate([[0, -1], words.keys[kept][1:]])


def _parts(
    kind: Kind, chunks: NDArray[np.int64]
) -> tuple[tuple[Ints, Ints, Ints], tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    split = parts_of_chunks(np.maximum(chunks, 0), kind)
    found = [np.unique(keys, return_inverse=True) for keys in split]
    (a, a_at), (b, b_at), (c, c_at) = found
    return (a_at.astype(np.int32), b_at.astype(np.int32), c_at.astype(np.int32)), (a, b, c)


def _arrays(examples: Sequence[Example], word: Ints) -> _Pairs:
    lengths = [len(example.units) for example in examples]
    return _Pairs(
        np.cumsum([0, *lengths], dtype=np.int32),
        np.array([unit for example in examples for unit in example.units], np.int32),
        word,
        np.array([example.weight for example in examples]),
    )


def _expected(learning: _Learning, counts: Counts) -> tuple[Counts, list[Counts]]:
    """P(chunk | syllable) from its initial and final alone, and the logs it is made of."""
    units = learning.units
    expected, logs = np.zeros(counts.shape), []
    for rows, columns, keys in zip(
        (units.initial, units.final, units.final), learning.parts, learning.part_keys, strict=True
    ):
        table = np.zeros((rows.max() + 1, len(keys)))
        by_part = np.zeros((len(counts), len(keys)))
        np.add.at(by_part.T, columns, counts.T)
        np.add.at(table, rows, by_part)
        usual = table.sum(0) + 0.1
        usual /= usual.sum()
        table = np.log((table + FROM_COMMON * usual) / (table.sum(1, keepdims=True) + FROM_COMMON))
        expected += table[rows][:, columns]
        logs.append(table)
    return np.exp(expected), logs


def _by_syllables(learning: _Learning, pairs: _Pairs, chunks: int) -> tuple[Counts, _Pairs]:
    """P(chunk | syllable) after some rounds, and the pairs without the worst-aligned."""
    syllable = learning.units.syllable[pairs.unit]
    lengths = np.array([_length(int(key)) for key in learning.words.keys])
    start = np.zeros(chunks)
    start[learning.column] = LENGTHS[lengths]
    given = np.tile(start, (len(learning.units.syllables), 1))
    likely = np.zeros(len(pairs.word))
    for turn in range(SYLLABLE_ROUNDS):
        given[:, NOT_LEARNED] = 0
        counts, likely = _counted(learning, pairs, syllable, given)
        if turn < BLIND_ROUNDS:
            usual = counts.sum(0) + 1e-4
            given = _blended(counts, (usual / usual.sum())[None], FROM_ALL)
        else:
            given = _blended(counts, _expected(learning, counts)[0], FROM_PARTS)
    given[:, NOT_LEARNED] = 0
    words = learning.words
    sizes = np.diff(pairs.first) + np.diff(words.first)[pairs.word] - 1
    rate = likely / sizes
    return given, _chosen(pairs, rate >= np.quantile(rate, DROPPED))


def _by_characters(
    learning: _Learning, pairs: _Pairs, by_syllable: Counts, chunks: NDArray[np.int64]
) -> Transducer:
    """The tables after some rounds in which every character has counts of its own."""
    owner = learning.units.syllable
    characters = np.arange(len(owner)) >= len(by_syllable)
    given, counts = by_syllable[owner], np.zeros(0)
    logs: list[Counts] = []
    for _ in range(CHARACTER_ROUNDS):
        given[:, NOT_LEARNED] = 0
        counts, _ = _counted(learning, pairs, pairs.unit, given)
        of_syllables = np.zeros(by_syllable.shape)
        np.add.at(of_syllables, owner, counts)
        counts[~characters] = of_syllables
        expected, logs = _expected(learning, of_syllables)
        given = _blended(of_syllables, expected, FROM_PARTS)[owner]
        given[characters] = _blended(counts[characters], given[characters], FROM_SYLLABLE)
    given[:, NOT_LEARNED] = counts[:, NOT_LEARNED] = 0
    usual = np.where(characters, counts.sum(1) + 0.3, 0)
    share = (usual / usual.sum()) @ given
    return _packed_up(learning, counts, share, logs, chunks, _cuts(learning, pairs, given))


def _packed_up(
    learning: _Learning,
    counts: Counts,
    share: Counts,
    logs: list[Counts],
    chunks: NDArray[np.int64],
    cuts: Cuts,
) -> Transducer:
    order = np.concatenate([[0], np.argsort(chunks[2:], kind="stable") + 2])
    unit, chunk = np.nonzero(counts[:, order] > KEPT_FROM)
    never = [np.concatenate([table, table.min(1, keepdims=True)], 1) for table in logs]
    onset, nucleus, coda = (table.astype(np.float32) for table in never)
    return Transducer(
        learning.kind,
        learning.units,
        chunks[order],
        (
            unit.astype(np.int32),
            chunk.astype(np.int32),
            counts[:, order][unit, chunk].astype(np.float32),
        ),
        Parts(learning.part_keys, (onset, nucleus, coda)),
        (share[order] + 1e-9).astype(np.float32),
        cuts,
        np.zeros(4),
    )


def _cuts(learning: _Learning, pairs: _Pairs, given: Counts) -> Cuts:
    """How often each place in each word was cut, on the best alignments."""
    words = learning.words
    cut, seen = np.zeros(len(words.letters)), np.zeros(len(words.letters))
    best_cuts(
        pairs.first,
        pairs.unit,
        pairs.word,
        pairs.weight,
        words.first,
        learning.column[words.chunk],
        given,
        cut,
        seen,
    )
    return Cuts.counted(words, cut.astype(np.float32), seen.astype(np.float32))


def _blended(counts: Counts, expected: Counts, weight: float) -> Counts:
    return np.asarray((counts + weight * expected) / (counts.sum(1, keepdims=True) + weight))


def _chosen(pairs: _Pairs, kept: NDArray[np.bool_]) -> _Pairs:
    lengths = np.diff(pairs.first)
    return _Pairs(
        np.concatenate([[0], np.cumsum(lengths[kept])]).astype(np.int32),
        pairs.unit[np.repeat(kept, lengths)],
        pairs.word[kept],
        pairs.weight[kept],
    )


def _length(key: int) -> int:
    return -(-key.bit_length() // BITS)


def _counted(
    learning: _Learning, pairs: _Pairs, unit: Ints, given: Counts
) -> tuple[Counts, Counts]:
    """Expected counts units x chunks, and each pair's log-likelihood."""
    counts, likely = np.zeros(given.shape), np.zeros(len(pairs.word))
    words = learning.words
    expect(
        pairs.first,
        unit,
        pairs.word,
        pairs.weight,
        words.first,
        learning.column[words.chunk],
        given,
        counts,
        likely,
    )
    return counts, likely


@njit(cache=True)
def expect(
    first: Ints,
    unit: Ints,
    word: Ints,
    weight: Counts,
    rows: Ints,
    chunk: Ints,
    given: Counts,
    counts: Counts,
    likely: Counts,
) -> None:
    """Add each pair's expected use of every (unit, chunk) to `counts`, by forward and backward
    sums over all ways to cut its letters; `likely[p]` becomes the log of their sum."""
    longest = chunk.shape[1] - 1
    forward, backward = (
        np.zeros((MOST_UNITS + 1, MOST_LETTERS + 1)),
        np.zeros((MOST_UNITS + 1, MOST_LETTERS + 1)),
    )
    for p in range(len(word)):
        n = first[p + 1] - first[p]
        row, m = rows[word[p]], rows[word[p] + 1] - rows[word[p]] - 1
        forward[: n + 1, : m + 1] = 0
        backward[: n + 1, : m + 1] = 0
        forward[0, 0] = backward[n, m] = 1
        for i in range(n):
            u = unit[first[p] + i]
            for j in range(m + 1):
                if forward[i, j] > 0:
                    for k in range(min(longest, m - j) + 1):
                        forward[i + 1, j + k] += forward[i, j] * given[u, chunk[row + j, k]]
        whole = forward[n, m]
        likely[p] = np.log(whole) if whole > 0 else -1e9
        if whole <= 0:
            continue
        for i in range(n - 1, -1, -1):
            u = unit[first[p] + i]
            for j in range(m + 1):
                for k in range(min(longest, m - j) + 1):
                    onward = given[u, chunk[row + j, k]] * backward[i + 1, j + k]
                    backward[i, j] += onward
                    counts[u, chunk[row + j, k]] += weight[p] * forward[i, j] * onward / whole


@njit(cache=True)
def best_cuts(
    first: Ints,
    unit: Ints,
    word: Ints,
    weight: Counts,
    rows: Ints,
    chunk: Ints,
    given: Counts,
    cut: Counts,
    seen: Counts,
) -> None:
    """Count by row of the words how often the best alignments pass, and cut, before its letter."""
    longest = chunk.shape[1] - 1
    best = np.zeros((MOST_UNITS + 1, MOST_LETTERS + 1))
    taken = np.zeros((MOST_UNITS + 1, MOST_LETTERS + 1), np.int64)
    for p in range(len(word)):
        n = first[p + 1] - first[p]
        row, m = rows[word[p]], rows[word[p] + 1] - rows[word[p]] - 1
        best[: n + 1, : m + 1] = 0
        best[0, 0] = 1
        for i in range(n):
            for j in range(m + 1):
                if best[i, j] > 0:
                    for k in range(min(longest, m - j) + 1):
                        reached = best[i, j] * given[unit[first[p] + i], chunk[row + j, k]]
                        if reached > best[i + 1, j + k]:
                            best[i + 1, j + k] = reached
                            taken[i + 1, j + k] = k
        if best[n, m] <= 0:
            continue
        seen[row : row + m + 1] += weight[p]
        j = m
        for i in range(n, 0, -1):
            if taken[i, j]:
                cut[row + j] += weight[p]
            j -= taken[i, j]
