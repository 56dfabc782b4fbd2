"""What the data can teach the weights, without labels: EM on agreement patterns, held by priors.

Fellegi and Sunter (1969) with the EM of Winkler (1988), made steady for small tables in three
ways. What theory gives is fixed: chance agreement on a name, a place or a relative is counted
from how rare it is. What pairs of strangers show is counted there: the chance agreement on a birth.
And what is learned (how often two mentions of one person look like this) starts from a
judgement that counts as so many pairs, so a few hundred rows cannot overthrow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from tidings.linkage.weights import AGREE, GROUPS, OTHER_GROUPS, Level, Levels

if TYPE_CHECKING:
    import pyarrow as pa

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Integers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

#: A judgement counts as much as this many pairs of one person; what theory says of chance
#: agreement as much as this many random pairs.
JUDGED_PAIRS = 100.0
THEORY_PAIRS = 2_000.0
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


def learn(patterns: pa.Table, random: pa.Table, judged: Model, mentions: int) -> Model:
    """The model that explains the candidate pairs best, near what was judged.

    `patterns` and `random`: a column for each kind with a level's code or null, and `n`, how many
    pairs; the first of candidates, the second of strangers drawn at random: pairs of whose names no
    part meets (with no name).
    """
    counts = np.asarray(patterns["n"], dtype=np.float64)
    features = [_feature(kind, levels, patterns, random) for kind, levels in judged.levels.items()]
    everything = mentions * (mentions - 1) / 2
    tables = [np.array([level.weight for level in each.levels]) for each in features]
    prior, learned = judged.prior, dict(judged.levels)
    expected = _partners(judged.prior) * everything
    for _ in range(_ROUNDS):
        before = prior
        probable = _posterior(features, tables, prior)
        one = counts * probable
        learned = {each.kind: _relearned(each, one) for each in features}
        tables = [np.array([level.weight for level in learned[each.kind]]) for each in features]
        # The judgement of how many pairs there are weighs as much as half of them.
        share = (one.sum() + 0.5 * expected) / (1.5 * everything)
        prior = log2(share / (1 - share))
        if abs(prior - before) < _STEADY:
            break
    return Model(learned, prior)


def _partners(prior: float) -> float:
    return float(2.0**prior / (1 + 2.0**prior))


def _posterior(features: list[_Feature], tables: list[Floats], prior: float) -> Floats:
    bits = np.full(len(features[0].at), prior)
    for feature, table in zip(features, tables, strict=True):
        bits += np.where(feature.at < 0, 0.0, table[feature.at])
    return np.asarray(1 / (1 + np.exp2(-np.clip(bits, -300, 300))), dtype=np.float64)


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
