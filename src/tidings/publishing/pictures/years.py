"""Time along a line: which stretch of days a date covers, and where a day stands."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from tidings.publishing.pictures.picture import Shape
from tidings.values import Dated, TidingsError, parse_edtf

MARGIN = 22.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Extent(NamedTuple):
    """Days from `start` to before `end`, as ordinals; `open_from`/`open_to`: it has no such end
    and `start` to `end` is the other one. `exact`: one known day."""

    start: int
    end: int
    exact: bool
    open_from: bool
    open_to: bool
    years: tuple[int, int]


@lru_cache(maxsize=8192)
def extent(held: Dated | None) -> Extent | None:
    """The stretch of a date; None for no date and for a date open at both ends."""
    if held is None:
        return None
    known = held if held.first and held.last else _known_end(held)
    first, last = known.first or known.last, known.last or known.first
    if first is None or last is None:
        return None
    return Extent(
        start=first.toordinal(),
        end=last.toordinal() + 1,
        exact=first == last,
        open_from=held.first is None,
        open_to=held.last is None,
        years=(first.year, last.year),
    )


def _known_end(held: Dated) -> Dated:
    """The one end that is told, as exactly as it is told: of "2018-03/.." all of March."""
    head, _, tail = held.edtf.partition("/")
    with suppress(TidingsError):
        return parse_edtf(tail if held.first is None else head)
    return held


class Years(NamedTuple):
    """A line of time from New Year `first` to New Year `last`, a tick every `step` years."""

    shape: Shape
    mirrored: bool
    first: int
    last: int
    step: int
    origin: float
    slope: float

    def x(self, day: int) -> float:
        return self.origin + self.slope * day

    @property
    def ticks(self) -> range:
        return range(self.first, self.last + 1, self.step)

    def edge(self, *, end: bool) -> float:
        """Where an open end runs out: just beyond the first or last year."""
        beyond = 12.0 if end != self.mirrored else -12.0
        return self.x(new_year(self.last if end else self.first)) + beyond


@lru_cache(maxsize=1024)
def years(first: int, last: int, shape: Shape, mirrored: bool) -> Years:
    """The line that holds the years from `first` to `last`, in the room that the words leave."""
    last += 1
    most = 4 if shape.label == 0 else 6
    step = next(each for each in _STEPS if last - first <= each * most)
    first, last = first // step * step, -(-last // step) * step
    low, high = new_year(first), new_year(last)
    start, end = shape.label + MARGIN, shape.width - MARGIN
    if mirrored:
        start, end = shape.width - start, shape.width - end
    slope = (end - start) / (high - low)
    return Years(shape, mirrored, first, last, step, start - slope * low, slope)


def new_year(year: int) -> int:
    """The ordinal of 1 January in the Gregorian calendar, beyond the years of `date` too."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1
