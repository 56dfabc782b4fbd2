"""How much a shared name part can say: little when many people bear it."""

from __future__ import annotations

from functools import cache
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.costs import MOST
from tidings.names.parts import normalised
from tidings.names.shipped import rows

#: What a better score still counts for above what a common name can say.
CLOSER: Final = 2e-4

Numbers = NDArray[np.floating]


def most_it_says(token: str) -> float:
    """The highest log-likelihood ratio that sharing this token may count for: minus the log of
    the share of people who bear it, for the common names we know of."""
    return caps().get(token, MOST)


def capped(score: float, a: str, b: str) -> float:
    """What two tokens add to a name's score: theirs, or the most that either says."""
    most = min(score, most_it_says(a), most_it_says(b))
    return most + float(closer(np.asarray(score), np.asarray(most), np.asarray(a == b)))


def closer(score: Numbers, most: Numbers, same: NDArray[np.bool_]) -> Numbers:
    """What is added so that of two pairs that say no more than `most` the closer spelling still
    comes first, and the `same` letters before all."""
    return CLOSER * (score - most + MOST * same)


@cache
def caps() -> dict[str, float]:
    """Every known spelling of a common part, normalised -> the most it says."""
    found: dict[str, float] = {}
    for percent, forms in rows("common.tsv"):
        cap = -log(float(percent) / 100)
        found.update((normalised(form), cap) for form in forms.split("|"))
    return found
