"""What a date in words says before it is held against the day on which it was said.

A moment is called with that day (None when unknown) and gives a date. It raises NeedsDay when
it cannot do without, ImpossibleDate when no calendar holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidings.values import edtf
from tidings.values.dated import Dated
from tidings.values.errors import BadInput, ImpossibleDate

LAST, THIS, NEXT = -1, 0, 1


class UnresolvedDate(BadInput):
    """A date such as "last month" that needs the day on which it was said."""


class NeedsDay(Exception):
    """Raised by a moment that is told without the day it counts from."""


@dataclass(frozen=True)
class Point:
    """A calendar date of which parts may be missing: they follow from the day it was said.

    `shift` counts years from that day ("last year": -1); `pick` is LAST, THIS or NEXT for
    "last March" and the like, None for a bare "in March"; `told` says that it counts from the date
    told just before ("that March"); `ahead` says that the sentence looks
    ahead, so that a bare March is the next one; `part` 1 to 7 is early, middle, late, beginning,
    end, first half, second half.
    """

    year: int | None = None
    shift: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: bool = False
    until_year: int | None = None
    pick: int | None = None
    told: bool = False
    ahead: bool = False
    part: int = 0
    approximate: bool = False

    def __call__(self, today: date | None) -> Dated:
        dated = self._whole(self._year(today))
        if self.part:
            dated = _part_of(dated, self.part)
        return edtf.about(dated) if self.approximate else dated

    def _year(self, today: date | None) -> int:
        if self.year is not None:
            return self.year
        if today is None:
            self._whole(2000)  # a day that no leap year holds is impossible without a year too
            raise NeedsDay
        if self.shift is not None or (self.told and self.pick == THIS):
            return today.year + (self.shift or 0)
        if self.pick == NEXT or (self.ahead and self.pick is None):
            return self._nearest(range(today.year - 1, today.year + 6), today, last=False)
        return self._nearest(range(today.year + 1, today.year - 6, -1), today, last=True)

    def _nearest(self, years: range, today: date, *, last: bool) -> int:
        """The first of `years` in which this date exists and stands rightly to `today`."""
        for y in years:
            try:
                dated = self._whole(y)
            except ImpossibleDate:
                continue
            first, end = dated.first or date.min, dated.last or date.max
            if last and (end < today if self.pick == LAST else first <= today):
                return y
            if not last and (first > today if self.pick == NEXT else end >= today):
                return y
        raise ImpossibleDate(f"There is no day {self.day} in month {self.month}.")

    def _whole(self, y: int) -> Dated:
        if not 1 <= y <= 9999:
            raise ImpossibleDate(f"The year {y} is in no calendar.")
        if self.decade:
            return edtf.decade(y)
        if self.season is not None:
            if self.until_year and self.season != edtf.WINTER:
                return edtf.spanning(
                    edtf.season(y, self.season), edtf.season(self.until_year, self.season)
                )
            return edtf.season(y, self.season)
        if self.month is None:
            return edtf.year(y)
        if self.day is None:
            return edtf.month(y, self.month)
        return edtf.parse_edtf(f"{y:04d}-{self.month:02d}-{self.day:02d}")

    @property
    def dated(self) -> bool:
        """Whether the year is told."""
        return self.year is not None or self.shift is not None

    @property
    def rank(self) -> int:
        """How fine the date is: 0 decade, 1 year, 2 season, 3 month, 4 day."""
        if self.day is not None:
            return 4
        if self.month is not None:
            return 3
        return 2 if self.season is not None else 0 if self.decade else 1


@dataclass(frozen=True)
class Relative:
    """So many units from the day it was said ("last week", "three months ago").

    `unit` is "day", "week", "month", "year", or "weekday" with `weekday` 0 to 6, for which
    `count` -1 is the last one before, 0 the last one up to and with, 1 the next one. `whole`
    says that a week is Monday to Sunday ("last week"), not a day ("three weeks ago"); `day` is
    one day of that week (1 Monday to 7) or month ("the 9th of last month"); `told`
    that it counts from the date told just before, not from the day of the text.
    """

    unit: str
    count: int
    whole: bool = True
    weekday: int = 0
    day: int | None = None
    told: bool = False
    part: int = 0
    approximate: bool = False

    def __call__(self, today: date | None) -> Dated:
        if today is None:
            raise NeedsDay
        try:
            dated = self._counted(today)
        except (OverflowError, ValueError):
            raise ImpossibleDate("A date so far away is in no calendar.") from None
        if self.part:
            dated = _part_of(dated, self.part)
        return edtf.about(dated) if self.approximate else dated

    def _counted(self, today: date) -> Dated:
        if self.unit == "day":
            return edtf.day(today + timedelta(self.count))
        if self.unit == "weekday":
            return edtf.day(_weekday(today, self.weekday, self.count))
        if self.unit == "week":
            day = today + timedelta(7 * self.count)
            monday = day - timedelta(day.weekday())
            if self.day:
                return edtf.day(monday + timedelta(self.day - 1))
            return edtf.between(monday, monday + timedelta(6)) if self.whole else edtf.day(day)
        if self.unit == "month":
            months = today.year * 12 + today.month - 1 + self.count
            whole = edtf.month(months // 12, months % 12 + 1)
            return edtf.parse_edtf(f"{whole}-{self.day:02d}") if self.day else whole
        return edtf.year(today.year + self.count)


@dataclass(frozen=True)
class Range:
    """From one moment to another; None is an open end. `strict` leaves the named moment out
    ("before 2018" ends with 2017)."""

    begin: Point | Relative | None
    end: Point | Relative | None
    strict: bool = False

    def __call__(self, today: date | None) -> Dated:
        end = self.end(today) if self.end else None
        if self.begin and end and isinstance(self.begin, Point) and not self.begin.dated:
            today = end.last  # "from November to February": the November before that February
        begin = self.begin(today) if self.begin else None
        if self.strict and end is not None and end.first and end.first > date.min:
            return _before(end)
        if end and self.begin is None and self.end and self.end.part == 5:
            return edtf.between(None, end.last)
        return edtf.spanning(begin, end)


def settle(moment: Callable[[date | None], Dated], published: Dated | None) -> Dated:
    """The date that a moment means when it was said some time in `published`: where the first
    and the last day of `published` give different dates, from the earlier to the later one.

    Raises UnresolvedDate when a day is needed and none is known.
    """
    try:
        return moment(None)
    except NeedsDay:
        days = [day for day in ((published.first, published.last) if published else ()) if day]
    if not days:
        raise UnresolvedDate("This date counts from a day that is not known.")
    dates = [moment(day) for day in days]
    if len(set(dates)) == 1:
        return dates[0]
    return edtf.between(
        min(d.first or date.min for d in dates), max(d.last or date.max for d in dates)
    )


def pair(begin: Point, end: Point) -> tuple[Point, Point]:
    """Both ends of a range, each completed from the other: "May to July 2018" begins in 2018,
    "November to February 2018" in 2017, "12-15 March" begins in March."""
    if begin.dated and not end.dated:
        end = replace(end, year=begin.year, shift=begin.shift)
        if end.year is not None and _order(end) < _order(begin):
            end = replace(end, year=end.year + 1)
    elif end.dated and not begin.dated:
        begin = replace(begin, year=end.year, shift=end.shift)
        if begin.year is not None and _order(end) < _order(begin):
            begin = replace(begin, year=begin.year - 1)
    return begin, end


def _order(point: Point) -> tuple[int, int]:
    month = point.month or (3 * (point.season - edtf.SPRING) + 3 if point.season else 0)
    return month, point.day or 0


def _weekday(today: date, weekday: int, count: int) -> date:
    back = (today.weekday() - weekday) % 7
    if count > 0:
        return today + timedelta(7 - back)
    return today - timedelta(back or (7 if count < 0 else 0))


def _before(end: Dated) -> Dated:
    """Up to the moment before `end`, in its own unit."""
    if end.first is None or end.first == date.min:
        return end
    eve = end.first - timedelta(1)
    form = end.edtf.split("/")[0].rstrip("?~%")
    if len(form) == 4:
        return edtf.spanning(None, edtf.year(eve.year))
    if len(form) == 7 and form[5:] < "13":
        return edtf.spanning(None, edtf.month(eve.year, eve.month))
    return edtf.between(None, eve)


#: Thirds of a year (early, middle, late), then its first and last quarter, then its halves.
_MONTHS = {1: (1, 4), 2: (5, 8), 3: (9, 12), 4: (1, 3), 5: (10, 12), 6: (1, 6), 7: (7, 12)}
#: The same of a month, in days; 31 stands for its last day.
_DAYS = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 10), 5: (21, 31), 6: (1, 15), 7: (16, 31)}
#: The same of a decade, in its years.
_YEARS = {1: (0, 3), 2: (4, 6), 3: (7, 9), 4: (0, 2), 5: (7, 9), 6: (0, 4), 7: (5, 9)}


def _part_of(dated: Dated, part: int) -> Dated:
    """Early, mid, late ... of a year, a month or a decade; of anything else all of it."""
    first, last = dated.first, dated.last
    if first is None or last is None or "/" in dated.edtf:
        return dated
    form = dated.edtf
    if form.endswith("X") and len(form) == 4:
        a, b = _YEARS[part]
        return edtf.spanning(edtf.year(first.year + a), edtf.year(first.year + b))
    if len(form) == 4:
        a, b = _MONTHS[part]
        return edtf.spanning(edtf.month(first.year, a), edtf.month(first.year, b))
    if len(form) == 7 and form[5:] < "13":
        a, b = _DAYS[part]
        return edtf.between(first.replace(day=a), first.replace(day=min(b, last.day)))
    return dated
