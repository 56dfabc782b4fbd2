"""What reckoning reads: announcements, people and facts as ids, codes and intervals of days.

A day is its proleptic Gregorian ordinal (`date.toordinal`). An open end is `LONG_AGO` or
`FAR_AHEAD`, so that every interval compares with every other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tidings.values import Dated, Event, Figure, Mode

LONG_AGO, FAR_AHEAD = -(10**7), 10**7

Days = NDArray[np.int64]
Indices = NDArray[np.int64]

#: Modes by which a speaker says that a thing is so.
SAYING = frozenset({Mode.ASSERTS, Mode.CONFIRMS})
#: Modes that speak of what is still to come.
AHEAD = frozenset({Mode.PROMISES, Mode.THREATENS})
#: Modes whose figures are counts of people; of the others no number follows.
COUNTING = SAYING | AHEAD | {Mode.ESTIMATES}

EVENTS = {event: number for number, event in enumerate(Event)}

#: EDTF marks of a date that its own speaker is not sure of, or gives in part.
_UNSURE, _ABOUT = "?%", "?%~X"


@dataclass(frozen=True)
class Period:
    """When what was announced happened.

    Whatever the announcement covers lies within `first` to `last`. Whatever happened within
    `firm_first` to `firm_last` lies surely in it; those are crossed (first after last) where
    nothing does: no period was said, or only about when.
    """

    first: int = LONG_AGO
    last: int = FAR_AHEAD
    firm_first: int = FAR_AHEAD
    firm_last: int = LONG_AGO

    @property
    def firm(self) -> bool:
        return self.firm_first <= self.firm_last


@dataclass(frozen=True)
class Announcement:
    """A number of unnamed people. `everybody`: neither its group nor its place leaves anybody
    out. `said` are the first and last day on which it may have been said. `speaker` and `chain`
    are the codes of the words that name them; `rulings`: person -> covered or not, as a worker
    decided."""

    id: int
    event: Event
    figure: Figure
    mode: Mode = Mode.ASSERTS
    period: Period = Period()
    everybody: bool = False
    said: tuple[int, int] = (LONG_AGO, FAR_AHEAD)
    source: int = 0
    speaker: frozenset[int] = frozenset()
    chain: tuple[frozenset[int], ...] = ()
    rulings: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class People:
    """The named people: `ids` ascending, and the first day on which each can have been born by
    all that is said of their birth (`LONG_AGO` where nothing is)."""

    ids: Indices
    born: Days

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Facts:
    """What is said of named people, a row a statement; statements taken back are left out.

    `person` is the place in `People.ids`, `event` a code of `EVENTS`. It happened between `first`
    and `last`. `says`: asserted or confirmed, by somebody who is sure of the date. `denies`:
    denied. `told_first` and `told_last`: when it may have been said.
    """

    person: Indices
    event: Indices
    first: Days
    last: Days
    says: NDArray[np.bool_]
    denies: NDArray[np.bool_]
    told_first: Days
    told_last: Days

    def __len__(self) -> int:
        return len(self.person)

    def of(self, event: Event) -> Facts:
        """The facts of one event."""
        return self.where(self.event == EVENTS[event])

    def where(self, kept: NDArray[np.bool_] | Indices | slice) -> Facts:
        """The rows that a mask, places or a slice keeps."""
        return Facts(*(getattr(self, name)[kept] for name in self.__dataclass_fields__))


def period_of(held: Dated | None, mode: Mode, said: tuple[int, int]) -> Period:
    """The period of an announcement whose date is `held`.

    What has happened had happened when it was said: the period ends no later, and nothing after
    the first day on which it may have been said is surely in it. A date with a question mark
    bounds nothing; "about" and a decade bound from outside only; and what is promised holds
    nothing surely, since not everybody of the time need be meant.
    """
    ahead = mode in AHEAD
    first, last = days_of(held)
    if held is not None and any(mark in held.edtf for mark in _UNSURE):
        first, last = LONG_AGO, FAR_AHEAD
    outer = last if ahead or said[1] < first else min(last, said[1])
    if held is None or ahead or any(mark in held.edtf for mark in _ABOUT):
        return Period(first, outer)
    inner = last if said[0] == LONG_AGO else min(last, said[0])
    if inner == FAR_AHEAD or inner < first:
        return Period(first, outer)
    return Period(first, outer, first, inner)


def fact_days(held: Dated | None, mode: Mode, told_last: int) -> tuple[int, int]:
    """From when to when a fact may have happened: no later than it was told."""
    first, last = days_of(held)
    return (first, min(last, told_last)) if mode in SAYING and told_last >= first else (first, last)


def is_sure(held: Dated | None) -> bool:
    """Whether the date, if there is one, carries no question mark."""
    return held is None or not any(mark in held.edtf for mark in _UNSURE)


def days_of(dated: Dated | None) -> tuple[int, int]:
    """A date as ordinals, its open ends closed far away."""
    if dated is None:
        return LONG_AGO, FAR_AHEAD
    return ordinal(dated.first, LONG_AGO), ordinal(dated.last, FAR_AHEAD)


def ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()
