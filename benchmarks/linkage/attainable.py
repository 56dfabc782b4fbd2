"""How many pairs of one person the best thirty candidates of each mention can hold at all.

Every mention is weighed against every other with the true names, places and kin, as well as two
mentions can be weighed without knowing the list of people; what the thirty likeliest leave out,
no blocking finds at that price.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.generator import ABSENT, Ints, World
from benchmarks.linkage.oracle import known_names
from benchmarks.linkage.places import PREFECTURE
from benchmarks.linkage.sources import KINDS, MISSING

Floats = NDArray[np.float64]
EACH = 30
SAMPLE = 1_500
#: Bits of two births that meet are days of a working life by the wider interval.
LIFE = 16_000
_NEVER, _UNLIKE = -1e6, -7.0


def attainable(of: World, each: int = EACH) -> float:
    """The share of pairs of one person that are among the `each` likeliest partners of a mention,
    over a sample of mentions."""
    said = of.mentions
    chance = np.random.default_rng(of.seed)
    sample = chance.choice(len(said), min(SAMPLE, len(said)), replace=False)
    scores = _Scores(of)
    right = found = 0
    for one in sample:
        score = scores.of(int(one))
        partners = np.flatnonzero(said.person == said.person[one])
        partners = partners[partners != one]
        rank = (score[None, :] >= score[partners, None]).sum(1)
        found += int(((rank <= each) & (score[partners] > _NEVER / 2)).sum())
        right += len(partners)
    return found / max(1, right)


class _Scores:
    """Weighs one mention against all."""

    def __init__(self, of: World) -> None:
        self._said, self._up = of.mentions, np.stack(of.places.up)
        self._names = known_names(of)
        self._rarity = [_rarity(column) for column in self._names.T]
        finest = np.full((len(KINDS), 8), PREFECTURE)
        for number, kind in enumerate(KINDS):
            finest[number, : len(kind.levels)] = [min(levels) for levels, _ in kind.levels]
        self._level = finest[of.sources.kind[self._said.source], self._said.levels]
        villages = len(self._up[0])
        self._common = np.array([np.log2(villages / np.bincount(up).max()) for up in self._up])

    def of(self, one: int) -> Floats:
        """Bits for every mention; `one` itself is out of the running."""
        score = self._name(one) + self._birth(one) + self._place(one)
        sex, kin = self._said.sex, self._said.kin[:, :, 0]
        score += np.where(sex[one] * sex == 0, 0, np.where(sex == sex[one], 1, _UNLIKE))
        both = (kin != ABSENT) & (kin[one] != ABSENT)
        score += np.where(both, np.where(kin == kin[one], 6, _UNLIKE), 0).sum(1)
        score[one] = 2 * _NEVER
        return np.asarray(score)

    def _name(self, one: int) -> Floats:
        names = self._names
        both = (names != ABSENT) & (names[one] != ABSENT)
        bits = np.array([rare[name] for rare, name in zip(self._rarity, names[one], strict=True)])
        score = np.where(both, np.where(names == names[one], bits, _NEVER), 0).sum(1)
        return np.where(both.any(1), score, _NEVER)

    def _birth(self, one: int) -> Floats:
        said = self._said
        told = (said.told != MISSING) & (said.told[one] != MISSING)
        apart = np.maximum(said.first - said.last[one], said.first[one] - said.last)
        width = np.maximum(said.last - said.first, said.last[one] - said.first[one]) + 1
        near = np.where(apart < 3 * 366, -1, _UNLIKE)
        return np.where(told, np.where(apart <= 0, np.log2(LIFE / width), near), 0)

    def _place(self, one: int) -> Floats:
        village = self._said.village
        if village[one] == ABSENT:
            return np.zeros(len(village))
        level = np.maximum(self._level, self._level[one])
        same = self._up[level, village] == self._up[level, village[one]]
        return np.where(village == ABSENT, 0, np.where(same, self._common[level], -2.5))


def _rarity(names: Ints) -> Floats:
    """Bits of each lexeme, the last for ABSENT."""
    told = names[names != ABSENT]
    count = np.bincount(told, minlength=int(names.max()) + 2)
    return np.log2(max(1, len(told)) / np.maximum(count, 1))
