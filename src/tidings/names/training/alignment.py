"""Learn the costs of the alignment.

Method: Viterbi counts of the best alignment of each pair, five rounds, starting from the costs
by hand (`prior`). A character's costs fall back on its syllable's, a syllable's on its plain
symbols', a plain symbol's on the hand-made ones. Then the held-out names calibrate how much an
alignment sum says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from tidings.names import han
from tidings.names.alphabet import CODES, RARE, Kind
from tidings.names.block import Block
from tidings.names.costs import Costs, HanUnits
from tidings.names.prior import SECOND_CHOICE, prior
from tidings.names.sounds import Sound
from tidings.names.training.data import Entity, Names, read_as
from tidings.names.training.logistic import lines

Counts = NDArray[np.float64]
Codes = NDArray[np.int32]

ROUNDS: Final = 5
FROM_HAND: Final = 15.0  # how many observations the costs by hand count for
FROM_PLAIN: Final = 8.0
FROM_SYLLABLE: Final = 6.0
CALIBRATED_ON: Final = 1000
CALIBRATED_FROM: Final = (0.0, 0.3)
#: What worldwide names and our own lists count for: the lists are the names of those we look for.
CALIBRATION_SHARES: Final = (0.25, 0.75)
#: A score that is the rate itself: sum / (mean length + 2).
NO_CALIBRATION: Final = np.tile(np.array([0, 1, 0], np.float32), (len(Kind), len(Kind), 2, 1))
NO_LIMIT: Final = 1e6
SEEN_OFTEN: Final = 5  # a character with costs of its own was seen as often
MOST: Final = 6.0  # no single pair of symbols says more than this
HAND_TEMPERATURE: Final = 1.5
LEAST_GAP: Final = -0.05  # leaving a symbol out never speaks for a match


@dataclass(frozen=True)
class Pairs:
    """Aligned examples of two kinds, flat: pair p is a[a_from[p]:a_from[p+1]] against b alike."""

    a: Codes
    a_from: Codes
    b: Codes
    b_from: Codes
    weight: Counts


def learn(names: Names) -> tuple[Costs, Costs]:
    """Costs from the names that are not held out, and costs from all; both with the calibration
    that the held-out names gave."""
    units = HanUnits.of(*units_of(names))
    fitted = _matrices(names.fitted().all(), units)
    trial = Costs(units, fitted, NO_CALIBRATION, NO_LIMIT)
    calibration = _calibration(trial, names.held_out())
    trial = Costs(units, fitted, calibration)
    return trial, replace(trial, matrices=_matrices(names.all(), units), _potentials={})


def units_of(names: Names) -> tuple[list[str], list[str]]:
    """All syllables; the characters seen often, and those of the habits."""
    seen = Counter(c for entity in names.all() for form in entity.forms[Kind.HAN] for c in form)
    habits = (c for habit in names.habits for form in habit.forms[Kind.HAN] for c in form)
    seen.update(dict.fromkeys(habits, SEEN_OFTEN))
    often = sorted(c for c, n in seen.items() if n >= SEEN_OFTEN and han.syllable_of(c))
    return sorted(han.all_syllables()), often


def encode(form: str, kind: Kind, units: HanUnits) -> tuple[int, ...]:
    """The codes of one training form."""
    return read_as(form, kind, units).codes


def _matrices(
    entities: Sequence[Entity], units: HanUnits
) -> dict[tuple[Kind, Kind], NDArray[np.float32]]:
    return {
        (a, b): _fit(_pairs(entities, a, b, units), a, b, units)
        for a, b in product(Kind, Kind)
        if a <= b
    }


def _pairs(entities: Sequence[Entity], a: Kind, b: Kind, units: HanUnits) -> Pairs:
    """Every pair of forms; of one kind, both ways round, and each form with itself."""
    left: list[tuple[int, ...]] = []
    right: list[tuple[int, ...]] = []
    weights: list[float] = []
    for entity in entities:
        if a not in entity.forms or b not in entity.forms:
            continue
        x = [encode(form, a, units) for form in entity.forms[a]]
        y = [encode(form, b, units) for form in entity.forms[b]]
        for at, (these, those) in enumerate(product(x, y)):
            if (
                these
                and those
                and len(these) < 3 * len(those) + 3
                and max(len(these), len(those)) < 30
            ):
                left.append(these)
                right.append(those)
                weights.append(entity.weight * (0.5 if at else 1.0))
    return Pairs(*_flat(left), *_flat(right), np.array(weights))


def _flat(rows: list[tuple[int, ...]]) -> tuple[Codes, Codes]:
    ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    return np.array([code for row in rows for code in row], np.int32), ends


def _fit(pairs: Pairs, a: Kind, b: Kind, units: HanUnits) -> NDArray[np.float32]:
    """Five rounds of aligning, counting and estimating."""
    if a is Kind.HAN and b is Kind.HAN:
        pairs = Pairs(
            units.plain[pairs.a], pairs.a_from, units.plain[pairs.b], pairs.b_from, pairs.weight
        )
    by_hand = prior(a, b)
    rows = (
        units.parent
        if a is Kind.HAN and b is not Kind.HAN
        else np.arange(len(by_hand), dtype=np.int32)
    )
    plain = units.plain if len(rows) > len(by_hand) else rows
    costs = by_hand[plain]
    for _ in range(ROUNDS):
        counts = np.zeros_like(costs)
        count_alignments(pairs.a, pairs.a_from, pairs.b, pairs.b_from, pairs.weight, costs, counts)
        costs = _estimate(counts, by_hand, rows)
    costs = _shared(_shared(costs, b).T, a).T
    if a is b:  # which of two equal alignments is counted must not matter
        costs = (costs + costs.T) / 2
    return costs.astype(np.float32)


def _shared(costs: Counts, kind: Kind) -> Counts:
    """Columns of rare symbols, made no worse than those of the symbols they share costs with."""
    codes, lent = CODES[kind], costs.copy()
    for rare, common in RARE[kind].items():
        for symbol in common:
            loan = costs[1:, codes[symbol]] - SECOND_CHOICE
            lent[1:, codes[rare]] = np.maximum(lent[1:, codes[rare]], loan)
    return lent


def _estimate(counts: Counts, by_hand: Counts, parent: Codes) -> Counts:
    """Log-odds from counts, each level smoothed towards the one above it.

    P(y|x) = (count(x, y) + k P'(y|x)) / (count(x) + k) with P' from the level above; the cost of
    a pair is ln P(y|x) / P(y), of a symbol left out ln P(gap|x).
    """
    symbols = len(by_hand)
    characters = parent >= symbols
    syllables = ~characters & (np.arange(len(parent)) >= symbols)
    total = counts.copy()
    np.add.at(total, parent[characters], counts[characters])
    np.add.at(total, parent[syllables], total[syllables])
    written = total[:symbols, 1:].sum(0) + 0.5
    share = written / written.sum()
    hand = np.exp(by_hand / HAND_TEMPERATURE) * np.array([1.0, *share])
    given = np.empty_like(counts)
    given[:symbols] = _smoothed(total[:symbols], hand / hand.sum(1, keepdims=True), FROM_HAND)
    for level, weight in ((syllables, FROM_PLAIN), (characters, FROM_SYLLABLE)):
        given[level] = _smoothed(total[level], given[parent[level]], weight)
    costs = np.log(given)
    costs[:, 1:] -= np.log(share)
    added = counts[0, 1:] + FROM_HAND * np.exp(by_hand[0, 1:])
    costs[0, 1:] = np.minimum(np.log(added / (written + FROM_HAND)), LEAST_GAP)
    costs[:, 0] = np.minimum(costs[:, 0], LEAST_GAP)
    costs[0, 0] = 0.0
    return np.clip(costs, -MOST, MOST)


def _smoothed(counts: Counts, expected: Counts, weight: float) -> Counts:
    return np.asarray((counts + weight * expected) / (counts.sum(1, keepdims=True) + weight))


def _calibration(
    trial: Costs, held_out: tuple[Sequence[Entity], Sequence[Entity]]
) -> NDArray[np.float32]:
    """Logistic regression of "one name" against "another name" on what an alignment says.

    Inputs: rate = sum / (mean length + 2), and rate x ln(mean length). Two lines: one for all
    pairs, and one without those plainly unlike, which are nearly all pairs there are and would
    set the slope where the question is open.
    """
    fitted = NO_CALIBRATION.copy()
    for a, b in product(Kind, Kind):
        if a <= b:
            parts = [_examples(trial, entities, a, b) for entities in held_out]
            inputs = np.concatenate([part[0] for part in parts])
            truth = np.concatenate([part[1] for part in parts])
            weight = shared_out([part[1] for part in parts])
            fitted[a, b] = fitted[b, a] = lines(
                inputs, truth, weight, 1, CALIBRATED_FROM, np.array([0.0, 1.0, 0.0])
            )
    return fitted


def shared_out(truths: Sequence[Counts]) -> Counts:
    """Weights with which each set of examples, worldwide names and our own lists, has its share
    within its class; a set without examples leaves its share to the other."""
    weights = []
    for share, truth in zip(CALIBRATION_SHARES, truths, strict=True):
        same, other = max(truth.sum(), 1), max((1 - truth).sum(), 1)
        weights.append(share * np.where(truth > 0, 1 / same, 1 / other))
    return np.concatenate(weights)


def questions(
    entities: Sequence[Entity], a: Kind, b: Kind, units: HanUnits
) -> tuple[list[Sound], list[Sound]]:
    """The first form of each entity in one kind, and the last in the other, side by side."""
    both = [e for e in entities if e.forms.get(a) and e.forms.get(b)][:CALIBRATED_ON]
    if a is b:
        both = [e for e in both if len(e.forms[a]) > 1]
    pairs = [(read_as(e.forms[a][0], a, units), read_as(e.forms[b][-1], b, units)) for e in both]
    kept = [pair for pair in pairs if pair[0].codes and pair[1].codes]
    return [x for x, _ in kept], [y for _, y in kept]


def _examples(trial: Costs, entities: Sequence[Entity], a: Kind, b: Kind) -> tuple[Counts, Counts]:
    """Inputs (rows x 3) and truth: each name's form against every other name's."""
    asked, words = questions(entities, a, b, trial.units)
    if not asked:
        return np.empty((0, 3)), np.empty(0)
    block = Block.of(b, words)
    inputs, truth = [], []
    for at, sound in enumerate(asked):
        rate = block.aligned(trial, [sound], 0.0)[0, block.word_of]
        length = np.array([(len(sound.codes) + len(word.codes)) / 2 for word in words])
        inputs.append(np.stack([np.ones_like(length), rate, rate * np.log(length)], 1))
        truth.append(np.arange(len(words)) == at)
    return np.concatenate(inputs), np.concatenate(truth).astype(float)


@njit(cache=True)
def count_alignments(
    a: Codes, a_from: Codes, b: Codes, b_from: Codes, weight: Counts, costs: Counts, counts: Counts
) -> None:
    """Add the weight of every pair of symbols on each pair's best alignment to `counts`."""
    sums = np.zeros((40, 40))
    for p in range(len(weight)):
        x, y = a[a_from[p] : a_from[p + 1]], b[b_from[p] : b_from[p + 1]]
        n, m = len(x), len(y)
        for i in range(n + 1):
            for j in range(m + 1):
                best = 0.0 if i + j == 0 else -1e9
                if i and j:
                    best = sums[i - 1, j - 1] + costs[x[i - 1], y[j - 1]]
                if i:
                    best = max(best, sums[i - 1, j] + costs[x[i - 1], 0])
                if j:
                    best = max(best, sums[i, j - 1] + costs[0, y[j - 1]])
                sums[i, j] = best
        i, j = n, m
        while i or j:
            if i and j and sums[i, j] == sums[i - 1, j - 1] + costs[x[i - 1], y[j - 1]]:
                counts[x[i - 1], y[j - 1]] += weight[p]
                i, j = i - 1, j - 1
            elif i and sums[i, j] == sums[i - 1, j] + costs[x[i - 1], 0]:
                counts[x[i - 1], 0] += weight[p]
                i -= 1
            else:
                counts[0, y[j - 1]] += weight[p]
                j -= 1
