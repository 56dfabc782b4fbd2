"""Whom announcements that are tied together certainly and impossibly cover, people alike as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.reckoning.covering import Covering
from tidings.reckoning.structure import Structure


@dataclass(frozen=True)
class Named:
    """Groups of people of whom the same is known. `rows`: announcement -> its row in `certain`
    and `impossible`, of shape (announcements, groups); `weight`: people in each group."""

    rows: dict[int, int]
    certain: NDArray[np.bool_]
    impossible: NDArray[np.bool_]
    weight: NDArray[np.int64]

    def by_chain(
        self, structure: Structure, named: Iterable[int]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(certain, impossible) of each chain, (chains, groups), with what follows from ties,
        when no more is known than of the announcements `named`.

        Who is in a part is in the whole; who is not in the whole is in no part; who is in one of
        two that are apart is not in the other.
        """
        shape = (len(structure.chains), len(self.weight))
        certain, impossible = np.zeros(shape, bool), np.zeros(shape, bool)
        for each in named:
            certain[structure.place[each]] |= self.certain[self.rows[each]]
            impossible[structure.place[each]] |= self.impossible[self.rows[each]]
        certain = _any(structure.inside.T, certain)
        impossible |= _any(structure.apart, certain)
        return certain, _any(structure.inside, impossible)

    def people(self, groups: NDArray[np.bool_]) -> int:
        """How many people are in these groups."""
        return int(self.weight[groups].sum())


def named_of(coverings: Mapping[int, Covering], people: int) -> Named:
    """Group the people by what the coverings say of them; people in no covering are left out."""
    bits = np.zeros((2 * len(coverings), people), bool)
    for row, each in enumerate(coverings.values()):
        bits[2 * row, each.certain] = True
        bits[2 * row + 1, each.impossible] = True
    known = np.flatnonzero(bits.any(axis=0))
    packed = np.ascontiguousarray(np.packbits(bits[:, known], axis=0).T)
    alike = packed.view(np.dtype((np.void, packed.shape[1] or 1))).ravel()
    _, first, weight = np.unique(alike, return_index=True, return_counts=True)
    groups = bits[:, known[first]]
    rows = {each: row for row, each in enumerate(coverings)}
    return Named(rows, groups[0::2], groups[1::2], weight.astype(np.int64))


def _any(which: NDArray[np.bool_], groups: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Row i: the groups of all rows j with which[i, j]."""
    return np.asarray(which.astype(np.float32) @ groups.astype(np.float32) > 0)
