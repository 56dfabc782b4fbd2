"""What one announced figure and the named people say about each other.

With C people certain, P possible (the certain included) and [lo, hi] announced: the documented
share lies between C/hi and min(1, P/lo), the unaccounted for between max(0, lo - P) and hi - C,
and C > hi is a contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass

from tidings.reckoning.covering import Covering
from tidings.values import Figure


@dataclass(frozen=True)
class Count:
    """An announcement held against named people: people, and shares from 0 to 1.

    `said` of the possible are said to have met the event; of the others nothing is said. The
    high end of `unaccounted` is None where the announcement has none.
    """

    certain: int
    possible: int
    impossible: int
    said: int
    documented: tuple[float, float]
    unaccounted: Figure
    contradiction: bool


def count(
    figure: Figure, *, certain: int, possible: int, impossible: int = 0, said: int = 0
) -> Count:
    """`figure` against `certain` and `possible` people; `possible` includes the certain."""
    low, high = figure.low or 0, figure.high
    return Count(
        certain=certain,
        possible=possible,
        impossible=impossible,
        said=said,
        documented=(
            min(1.0, certain / high) if high else 0.0,
            min(1.0, possible / low) if low else 1.0,
        ),
        unaccounted=Figure(
            max(0, low - possible), None if high is None else max(0, high - certain)
        ),
        contradiction=high is not None and certain > high,
    )


def own_count(figure: Figure, covering: Covering, people: int) -> Count:
    """`figure` against those whom the announcement covers by itself, of so many `people`."""
    return count(
        figure,
        certain=len(covering.certain),
        possible=people - len(covering.impossible),
        impossible=len(covering.impossible),
        said=covering.said,
    )
