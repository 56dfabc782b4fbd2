"""Costs by hand, from phonetics alone: where learning starts, and where data is silent."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import NEAR, SYMBOLS, VOWELS, WEAK, Kind

SAME_CONSONANT: Final = 2.5
SAME_VOWEL: Final = 1.5
NEAR_CONSONANT: Final = 0.8
NEAR_VOWEL: Final = 0.4
OTHER_VOWEL: Final = -0.6
UNLIKE: Final = -3.0
SECOND_CHOICE: Final = 0.5
GAP: Final = -2.5
GAP_VOWEL: Final = -0.8
GAP_WEAK: Final = -1.3


def phones_cost(a: str, b: str) -> float:
    """Log-odds by hand of two phones standing for one another."""
    vowels = (a in VOWELS) + (b in VOWELS)
    if a == b:
        return SAME_VOWEL if vowels else SAME_CONSONANT
    if any(a in group and b in group for group in NEAR):
        return NEAR_VOWEL if vowels else NEAR_CONSONANT
    return OTHER_VOWEL if vowels == 2 else UNLIKE


def gap_cost(phone: str) -> float:
    """Log-odds by hand of leaving a phone out."""
    if phone in VOWELS:
        return GAP_VOWEL
    return GAP_WEAK if phone in WEAK else GAP


def prior(a: Kind, b: Kind) -> NDArray[np.float64]:
    """The hand-made cost matrix of two kinds, gaps in row and column 0.

    A symbol that may be several phones takes its best pair, each later choice at a small loss.
    """
    left, right = list(SYMBOLS[a].values()), list(SYMBOLS[b].values())
    matrix = np.zeros((len(left) + 1, len(right) + 1))
    matrix[1:, 0] = [gap_cost(phones[0]) for phones in left]
    matrix[0, 1:] = [gap_cost(phones[0]) for phones in right]
    for i, these in enumerate(left, start=1):
        for j, those in enumerate(right, start=1):
            matrix[i, j] = _best_pair(these, those)
    return matrix


def _best_pair(these: str, those: str) -> float:
    return max(
        phones_cost(x, y) - SECOND_CHOICE * (rank_x + rank_y)
        for rank_x, x in enumerate(these)
        for rank_y, y in enumerate(those)
    )
