"""What the data can teach the weights, without labels: EM on agreement patterns, held by priors.

Fellegi and Sunter (1969) with the EM of Winkler (1988), made steady for small tables. What theory
gives is fixed: chance agreement on a name, a place or a relative is counted from how rare it is.
What strangers show is counted there: the chance agreement on a birth. What is learned (how often
two mentions of one person look like this) starts from a judgement that counts as so many pairs,
so a few hundred rows cannot overthrow it. And among mentions of families the pairs compared are of
three kinds, not two: one person; relatives and namesakes; strangers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from tidings.linkage.weights import (
    AGREE,
    GROUPS,
    KINDRED,
    OTHER_GROUPS,
    SMALLEST_POPULATION,
    Level,
    Levels,
)

if TYPE_CHECKING:
    import pyarrow as pa

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Integers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

#: A judgement counts as much as this many pairs of one person; what theory says of chance
#: agreement as much as this many random pairs.
JUDGED_PAIRS = 100.0
THEORY_PAIRS = 2_000.0
#: To begin with, each mention has so many relatives and namesakes for one partner.
_KINDRED_EACH = 4.0
_ROUNDS = 60
_STEADY = 1e-4
_LEAST = 1e-9


@dataclass(frozen=True)
class Model:
    """The levels of each feature with their m and u, and `prior`: bits for two random mentions
    being one person."""

    levels: Levels
    prior: float


@dataclass(frozen=True)
class _Feature:
    """One kind of evidence: `at` the level of each pattern (-1 silent); `slot` of each level, the
    same for all levels by rarity; `groups` of slots that are shares of one whole; `random` how
    many random pairs show each slot."""

    kind: str
    levels: tuple[Level, ...]
    at: Integers
    slot: Integers
    groups: list[Integers]
    random: Floats


def learn(
    patterns: pa.Table, random: pa.Table, judged: Model, mentions: int, *, families: bool
) -> Model:
    """The model that explains the candidate pairs best, near what was judged.

    `patterns` and `random`: a column for each kind with a level's code or null, and `n`, how many
    pairs; the first of candidates, the second of strangers drawn at random: pairs of whose names no
    part meets (with no name). `families`: the mentions are of families and villages, so among the
    pairs compared are many relatives and namesakes, who are taken for a third kind of pair.
    """
    counts = np.asarray(patterns["n"], dtype=np.float64)
    ours = [_feature(kind, levels, patterns, random) for kind, levels in judged.levels.items()]
    theirs = [replace(each, levels=_kindred(each.kind, each.levels)) for each in ours]
    size = max(mentions, SMALLEST_POPULATION)
    everything = size * (size - 1) / 2
    expected = everything * 2.0**judged.prior
    share, kindred = expected / everything, _KINDRED_EACH * expected / everything
    kindred = kindred if families else 0.0
    same = {each.kind: each.levels for each in ours}
    alike = {each.kind: each.levels for each in theirs}
    for _ in range(_ROUNDS):
        before = share
        one, other = _shares(ours, [(same, share), (alike, kindred)])
        one, other = counts * one, counts * other
        same = {each.kind: _relearned(each, one) for each in ours}
        alike = {each.kind: _relearned(each, other) for each in theirs}
        # The judgement of how many pairs there are weighs as much as half of them.
        share = (one.sum() + 0.5 * expected) / (1.5 * everything)
        kindred = other.sum() / everything
        if abs(log2(share / before)) < _STEADY:
            break
    return Model(same, log2(share / (1 - share)))


def _kindred(kind: str, levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """The levels with `m` as relatives and namesakes show it."""
    shown = KINDRED.get("other" if kind.startswith("other_") else kind, {})
    slots = (AGREE if level.code.startswith(AGREE) else level.code for level in levels)
    seen = [shown.get(slot, level.u) for slot, level in zip(slots, levels, strict=True)]
    return tuple(replace(level, m=m) for level, m in zip(levels, seen, strict=True))


def _shares(features: list[_Feature], kinds: list[tuple[Levels, float]]) -> list[Floats]:
    """How probable each kind of pair is, for each pattern; what is left is chance."""
    odds = []
    for levels, share in kinds:
        bits: Floats = np.full(len(features[0].at), log2(max(share, _LEAST**2)))
        for feature in features:
            table = np.array([level.weight for level in levels[feature.kind]])
            bits += np.where(feature.at < 0, 0.0, table[feature.at])
        odds.append(np.exp2(np.clip(bits, -300, 300)))
    total = 1 + sum(odds)
    return [np.asarray(each / total, dtype=np.float64) for each in odds]


def _feature(
    kind: str, levels: tuple[Level, ...], patterns: pa.Table, random: pa.Table
) -> _Feature:
    slots = [AGREE if level.code.startswith(AGREE) else level.code for level in levels]
    names = list(dict.fromkeys(slots))
    codes = {level.code: n for n, level in enumerate(levels)}
    drawn: Floats = np.zeros(len(levels))
    if kind in random.column_names:
        at, n = _places(random, kind, codes), np.asarray(random["n"], dtype=np.float64)
        drawn = np.bincount(at[at >= 0], n[at >= 0], len(levels)).astype(np.float64)
    slot = np.array([names.index(each) for each in slots])
    groups = [
        np.array([names.index(code) for code in group])
        for group in GROUPS.get(kind, OTHER_GROUPS if kind.startswith("other_") else ())
    ]
    at = _places(patterns, kind, codes)
    slots_drawn = np.bincount(slot, drawn, len(names)).astype(np.float64)
    return _Feature(kind, levels, at, slot, groups, slots_drawn)


def _places(table: pa.Table, kind: str, codes: Mapping[str, int]) -> Integers:
    column = table[kind].combine_chunks().dictionary_encode()
    known = np.array([codes[each] for each in column.dictionary.to_pylist()] + [-1])
    indices = column.indices.fill_null(len(known) - 1)
    return np.asarray(known[indices.to_numpy(zero_copy_only=False)], dtype=np.int64)


def _relearned(feature: _Feature, one: Floats) -> tuple[Level, ...]:
    """The judged levels with new m and u; those of no group keep what was judged."""
    told = feature.at >= 0
    seen = np.bincount(feature.slot[feature.at[told]], one[told], len(feature.random))
    chance = feature.random
    levels = list(feature.levels)
    for slots in feature.groups:
        first = [int(np.flatnonzero(feature.slot == slot)[0]) for slot in slots]
        m = np.array([levels[n].m for n in first])
        u = np.array([levels[n].u for n in first])
        rare = np.array([levels[n].code.startswith(AGREE) for n in first])
        if rare.any():
            u[rare] = max(0.01, 1 - u[~rare].sum())
        if chance[slots].sum() > 0:
            ratio = m / u
            u = chance[slots] + THEORY_PAIRS * u / u.sum()
            u = u / u.sum()
            m = m if rare.any() else ratio * u
        m = seen[slots] + JUDGED_PAIRS * m / m.sum()
        for slot, new_m, new_u in zip(slots, m / m.sum(), u, strict=True):
            for n in np.flatnonzero(feature.slot == slot):
                levels[n] = _changed(feature.levels[n], float(new_m), float(new_u))
    return tuple(levels)


def _changed(level: Level, m: float, u: float) -> Level:
    """A level by rarity keeps its u, which was counted."""
    if level.code.startswith(AGREE):
        return replace(level, m=m)
    return replace(level, m=max(_LEAST, m), u=max(_LEAST, u))
