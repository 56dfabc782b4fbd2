"""Logistic regression of "one name" against "another name", both classes weighing alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

RIDGE: Final = 1e-5
ROUNDS: Final = 25


def lines(
    inputs: Numbers,
    truth: Numbers,
    weight: Numbers,
    column: int,
    above: Sequence[float],
    unseen: Numbers,
) -> Numbers:
    """One row of coefficients of the inputs (rows x k) for each bound, fitted on the rows whose
    `column` is above it.

    The classes weigh alike before rows are left out, so that the fitted log-odds are a
    log-likelihood ratio; `weight` is what each row counts for within its class. A bound above
    which one of the classes is missing repeats the line before, or `unseen`.
    """
    for members in (truth > 0, truth <= 0):
        if members.any():
            weight = np.where(members, 0.5 * weight / weight[members].sum(), weight)
    found: list[Numbers] = []
    for bound in above:
        asked = inputs[:, column] > bound
        if 0 < truth[asked].sum() < asked.sum():
            unseen = _logistic(inputs[asked], truth[asked], weight[asked])
        found.append(unseen)
    return np.array(found)


def _logistic(inputs: Numbers, truth: Numbers, weight: Numbers) -> Numbers:
    """The coefficients, by Newton's method."""
    found = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weight * (truth - expected)) - RIDGE * found
        curve = (inputs * (weight * expected * (1 - expected))[:, None]).T @ inputs
        found += np.linalg.solve(curve + RIDGE * np.eye(len(found)), slope)
    return np.asarray(found)
