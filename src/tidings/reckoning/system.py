"""Linear systems over counts of people, and their extremes by HiGHS (scipy)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp
from scipy.sparse import csr_array, eye_array, hstack

from tidings.reckoning.structure import Because

Labels = frozenset[Because]
#: A dual smaller than this is none; a number this near to a whole one is whole.
_NOTHING, _NEAR = 1e-6, 1e-4


@dataclass(frozen=True)
class Row:
    """`low` <= sum of coefficient x variable <= `high`, resting on what its labels say."""

    terms: Mapping[int, float]
    low: float
    high: float
    labels: Labels = frozenset()


class System:
    """Rows over `size` variables that count people: whole numbers from 0."""

    def __init__(self, size: int, rows: Sequence[Row]) -> None:
        self.size, self.rows = size, list(rows)
        self._matrix = csr_array(
            (
                [value for row in rows for value in row.terms.values()],
                [column for row in rows for column in row.terms],
                np.cumsum([0, *(len(row.terms) for row in rows)]),
            ),
            shape=(len(rows), size),
        )
        self._low = np.array([row.low for row in rows])
        self._high = np.array([row.high for row in rows])

    def feasible(self) -> bool:
        """Whether whole numbers fit all rows."""
        return self._cheapest(np.zeros(self.size)) is not None

    def fits_fractions(self) -> bool:
        """Whether any numbers from 0 fit all rows, whole or not."""
        return bool(self._solved(np.zeros(self.size), whole=False).status == 0)

    def least(self, target: NDArray[np.float64]) -> int:
        """The least that target · x can be in a feasible system; targets are never negative."""
        return round(self._cheapest(target) or 0)

    def most(self, target: NDArray[np.float64]) -> int | None:
        """The most that target · x can be in a feasible system, None without end."""
        value = self._cheapest(-target)
        return None if value is None else round(-value)

    def conflict(self) -> Labels | None:
        """The labels of rows that no numbers at all fit together; None if some do.

        By Farkas: give every row a slack that costs, and the rows whose dual is not zero in the
        cheapest solution contradict one another.
        """
        below, above = np.isfinite(self._low), np.isfinite(self._high)
        rows = np.concatenate([np.flatnonzero(below), np.flatnonzero(above)])
        sign = np.concatenate([-np.ones(below.sum()), np.ones(above.sum())])
        limit = np.concatenate([-self._low[below], self._high[above]])
        matrix = csr_array(self._matrix[rows].multiply(sign[:, None]))
        elastic = hstack([matrix, -eye_array(len(rows))], format="csr")
        costs = np.concatenate([np.zeros(self.size), np.ones(len(rows))])
        found = linprog(costs, A_ub=elastic, b_ub=limit, method="highs")
        if found.status != 0 or found.fun < _NEAR:
            return None
        used = rows[np.abs(found.ineqlin.marginals) > _NOTHING]
        return frozenset(label for row in used for label in self.rows[row].labels)

    def _cheapest(self, costs: NDArray[np.float64]) -> float | None:
        """The least of costs · x over whole numbers: None if it has no end or nothing fits.

        Fractions first: where they have no end whole numbers have none (HiGHS was seen to call
        some such programme solved), and where they come out whole they are the answer.
        """
        found = self._solved(costs, whole=False)
        if found.status == 0 and not np.allclose(found.x, np.rint(found.x), rtol=0, atol=_NEAR):
            found = self._solved(costs, whole=True)
        return float(found.fun) if found.status == 0 else None

    def _solved(self, costs: NDArray[np.float64], *, whole: bool) -> OptimizeResult:
        return milp(
            costs,
            integrality=np.full(self.size, int(whole)),
            bounds=Bounds(0, np.inf),
            constraints=LinearConstraint(self._matrix, self._low, self._high),
        )
