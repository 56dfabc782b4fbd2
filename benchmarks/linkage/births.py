"""How a day of birth is told: exactly, swapped, slipped, by year, by age, by decade, or not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage.sources import (
    AGE,
    AROUND,
    DECADE,
    EXACT,
    KINDS,
    MISSING,
    SLIPPED,
    SWAPPED,
    YEAR,
)  # fmt: skip

Ints = NDArray[np.int64]

#: Ages are told as of 1 June 2018, in days since 1970-01-01.
ASKED = 17_683
#: How far a year or an age that is told is from the true one, and how often.
YEARS_OFF = ((-2, 0.03), (-1, 0.07), (0, 0.80), (1, 0.07), (2, 0.03))
#: "About 1970" is two years to either side of a year that is this far off.
ABOUT_OFF = ((-2, 0.1), (-1, 0.25), (0, 0.3), (1, 0.25), (2, 0.1))
ABOUT = 2
DECADE_OFF = ((-10, 0.03), (0, 0.94), (10, 0.03))


def told_births(birth: Ints, kind: Ints, chance: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """(how each birth is told, first day, last day): days since 1970-01-01, 0 where missing."""
    told = np.zeros(len(birth), np.int64)
    for number, each in enumerate(KINDS):
        mine = np.flatnonzero(kind == number)
        told[mine] = chance.choice(len(each.births), len(mine), p=each.births)
    year, month, day = parts(birth)
    told = np.where((told == SWAPPED) & ((day > 12) | (day == month)), EXACT, told)
    slipped = slip(year, month, day, chance)
    near = year + _off(YEARS_OFF, len(birth), chance)
    about = year + _off(ABOUT_OFF, len(birth), chance)
    decade = (year + _off(DECADE_OFF, len(birth), chance)) // 10 * 10
    age = age_of(birth) + _off(YEARS_OFF, len(birth), chance)
    born_first, born_last = interval_of_age(age)
    ways = {
        MISSING: (np.zeros_like(birth), np.zeros_like(birth)),
        EXACT: (birth, birth),
        SWAPPED: (days(year, day, month), days(year, day, month)),
        SLIPPED: (slipped, slipped),
        YEAR: (days(near, 1, 1), days(near + 1, 1, 1) - 1),
        AROUND: (days(about - ABOUT, 1, 1), days(about + ABOUT + 1, 1, 1) - 1),
        AGE: (born_first, born_last),
        DECADE: (days(decade, 1, 1), days(decade + 10, 1, 1) - 1),
    }
    order = sorted(ways)
    first = np.choose(told, [ways[at][0] for at in order])
    last = np.choose(told, [ways[at][1] for at in order])
    return told, first, last


def _off(shares: tuple[tuple[int, float], ...], count: int, chance: np.random.Generator) -> Ints:
    return np.asarray(
        chance.choice([n for n, _ in shares], count, p=[share for _, share in shares]), np.int64
    )


def parts(day: Ints) -> tuple[Ints, Ints, Ints]:
    """Year, month and day of the month of days since 1970-01-01."""
    dates = day.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    year = dates.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    return year, month, (dates - months).astype(np.int64) + 1


def days(year: Ints, month: Ints | int, day: Ints | int) -> Ints:
    """Days since 1970-01-01."""
    months = (np.asarray(year) - 1970) * 12 + np.asarray(month) - 1
    return np.asarray(
        months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + day - 1
    )


def slip(year: Ints, month: Ints, day: Ints, chance: np.random.Generator) -> Ints:
    """The day with its year, month or day of the month one to three off."""
    step = chance.integers(1, 4, len(year)) * chance.choice([-1, 1], len(year))
    which = chance.integers(0, 3, len(year))
    return np.choose(
        which,
        [
            days(year + step, month, np.minimum(day, 28)),
            days(year, (month - 1 + step) % 12 + 1, np.minimum(day, 28)),
            days(year, month, (day - 1 + step) % 28 + 1),
        ],
    )


def age_of(birth: Ints) -> Ints:
    """Full years on the day of asking."""
    year, month, day = parts(birth)
    asked_year, asked_month, asked_day = (int(each[0]) for each in parts(np.array([ASKED])))
    before = (month > asked_month) | ((month == asked_month) & (day > asked_day))
    return asked_year - year - before


def interval_of_age(age: Ints) -> tuple[Ints, Ints]:
    """The days on which somebody of that age on the day of asking may be born."""
    year, month, day = (int(each[0]) for each in parts(np.array([ASKED])))
    return days(year - age - 1, month, day) + 1, days(year - age, month, day)
