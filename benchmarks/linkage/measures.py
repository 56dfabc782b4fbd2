"""How right clusters are: pairs of mentions, counted without writing them down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Quality:
    """Precision and recall over pairs of mentions."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-12)


def pairwise(found: Ints, truth: Ints) -> Quality:
    """Of pairs in one cluster how many are one person, and of pairs of one person how many are
    in one cluster. `found` and `truth`: a number for each mention."""
    right = pairs_of(_both(found, truth))
    return Quality(right / max(1, pairs_of(found)), right / max(1, pairs_of(truth)))


def b_cubed(found: Ints, truth: Ints) -> Quality:
    """The mean over mentions of the share of its cluster that is its person, and of its person
    that is in its cluster (Bagga and Baldwin 1998)."""
    both = _size_of_own(_both(found, truth))
    return Quality(
        float(np.mean(both / _size_of_own(found))), float(np.mean(both / _size_of_own(truth)))
    )


def pairs_of(labels: Ints) -> int:
    """How many pairs share a label."""
    sizes = np.unique(labels, return_counts=True)[1].astype(np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


def _both(found: Ints, truth: Ints) -> Ints:
    _, at = np.unique(truth, return_inverse=True)
    _, cluster = np.unique(found, return_inverse=True)
    return np.asarray(cluster * (int(at.max()) + 1) + at, np.int64)


def _size_of_own(labels: Ints) -> Ints:
    _, at, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    return np.asarray(sizes[at], np.int64)


def candidate_recall(a: Ints, b: Ints, truth: Ints) -> float:
    """Of the pairs of one person, how many are among the candidates (a, b), each pair once."""
    return float((truth[a] == truth[b]).sum()) / max(1, pairs_of(truth))
