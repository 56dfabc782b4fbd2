"""Extended Date/Time Format, level 1: text to a closed interval of days, and back.

Source: Library of Congress, EDTF specification (2019), level 0 and level 1 without clock times,
years beyond 9999 and years before 0001. Two customs are ours:

- Winter (season 24) belongs to the year in which it begins: 2017-24 is December 2017 to
  February 2018, as "зимой 2017" is meant.
- "Approximate" (`~`, `%`) widens the interval by one unit on either side (a year, a season, a
  month, three days), so that "about 1972" does not contradict "1973". "Uncertain" (`?`) speaks
  of the source and widens nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from tidings.values.dated import Dated
from tidings.values.errors import BadInput, ImpossibleDate

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

_SIMPLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%])?",
    re.ASCII,
)
_REMEDY = "Expected a date such as 2018, 2018-03, 2018-03-12, 2018-22 (summer), 201X or 2018/.. ."


def parse_edtf(text: str) -> Dated:
    """The interval that an EDTF level 1 string names, with its canonical form.

    Raises ImpossibleDate for a day that no calendar holds or an interval that ends before it
    begins, BadInput for what is not EDTF level 1.
    """
    form = text.strip().replace("x", "X")
    if "/" not in form:
        return _simple(form, text)
    first, _, last = form.partition("/")
    begin = None if first in ("", "..") else _simple(first, text)
    end = None if last in ("", "..") else _simple(last, text)
    low = begin.first if begin else None
    high = end.last if end else None
    if low and high and low > high:
        raise ImpossibleDate(f"'{text}' ends before it begins.", "Put the earlier date first.")
    return Dated(low, high, form)


def year(y: int) -> Dated:
    """All of year `y` (1 to 9999)."""
    if not 1 <= y <= date.max.year:
        raise ImpossibleDate(f"There is no year {y}.")
    return parse_edtf(f"{y:04d}")


def month(y: int, m: int) -> Dated:
    """All of month `m` (1 to 12) of year `y`."""
    if not 1 <= m <= 12:
        raise ImpossibleDate(f"There is no month {m}.")
    return parse_edtf(f"{year(y)}-{m:02d}")


def season(y: int, s: int) -> Dated:
    """Season `s` (21 spring to 24 winter) that begins in year `y`."""
    if not SPRING <= s <= WINTER:
        raise ImpossibleDate(f"There is no season {s}.")
    return parse_edtf(f"{year(y)}-{s}")


def decade(y: int) -> Dated:
    """The ten years that hold year `y`: 1974 gives 197X."""
    return parse_edtf(f"{year(y).edtf[:3]}X")


def day(d: date) -> Dated:
    """One day."""
    return Dated(d, d, d.isoformat())


def between(first: date | None, last: date | None) -> Dated:
    """From one day to another, both included; None is an open end."""
    if first and last and first >= last:
        return parse_edtf(first.isoformat() if first == last else f"{first}/{last}")
    return Dated(first, last, f"{first or '..'}/{last or '..'}")


def about(dated: Dated) -> Dated:
    """The same date said to be approximate; an interval gets the mark on both its ends."""
    ends = [end.rstrip("?%~") + "~" if end[:1].isdigit() else end for end in dated.edtf.split("/")]
    return parse_edtf("/".join(ends))


def spanning(begin: Dated | None, end: Dated | None) -> Dated:
    """From the first day of `begin` to the last day of `end`, each in its own words:
    month(2017, 5) and year(2018) give 2017-05/2018. None is an open end."""
    head = begin.edtf.split("/")[0] if begin else ".."
    tail = end.edtf.split("/")[-1] if end else ".."
    return parse_edtf(head if head == tail != ".." else f"{head}/{tail}")


def _simple(form: str, text: str) -> Dated:
    found = _SIMPLE.fullmatch(form)
    if not found:
        raise BadInput(f"'{text}' is not an EDTF date.", _REMEDY)
    y, m, d = found["year"], found["month"], found["day"]
    if ("X" in y and m not in (None, "XX")) or (m == "XX" and d not in (None, "XX")):
        raise BadInput(f"'{text}': only the last parts of a date can be left open.", _REMEDY)
    try:
        first, last = _days(y, m, d)
    except ValueError:
        raise ImpossibleDate(f"'{text}' is not in any calendar.", _REMEDY) from None
    if found["mark"] in ("~", "%"):
        first, last = _widened(first, last, _unit(m, d))
    return Dated(first, last, form)


def _unit(m: str | None, d: str | None) -> tuple[int, int]:
    """By how many months and days "about" widens a date."""
    if m is None or m == "XX":
        return 12, 0
    if d is None or d == "XX":
        return (3, 0) if int(m) >= SPRING else (1, 0)
    return 0, 3


def _days(y: str, m: str | None, d: str | None) -> tuple[date, date]:
    if m is None or m == "XX":
        return date(max(int(y.replace("X", "0")), 1), 1, 1), date(int(y.replace("X", "9")), 12, 31)
    if SPRING <= int(m) <= WINTER and d is None:
        return _season_days(int(y), int(m))
    if d is None or d == "XX":
        return date(int(y), int(m), 1), date(int(y), int(m), monthrange(int(y), int(m))[1])
    exact = date(int(y), int(m), int(d))
    return exact, exact


def _season_days(y: int, s: int) -> tuple[date, date]:
    begin = 3 * (s - SPRING) + 3
    if s < WINTER:
        return date(y, begin, 1), date(y, begin + 2, monthrange(y, begin + 2)[1])
    end = date(y + 1, 2, monthrange(y + 1, 2)[1]) if y < date.max.year else date.max
    return date(y, 12, 1), end


def _widened(first: date, last: date, units: tuple[int, int]) -> tuple[date, date]:
    """`units` (months, days) more on either side, within the calendar."""
    months, days = units
    try:
        first = _add_months(first, -months) - timedelta(days)
    except (ValueError, OverflowError):
        first = date.min
    try:
        last = _add_months(last + timedelta(1), months) + timedelta(days - 1)
    except (ValueError, OverflowError):
        last = date.max
    return first, last


def _add_months(d: date, months: int) -> date:
    count = d.year * 12 + d.month - 1 + months
    return d.replace(year=count // 12, month=count % 12 + 1) if months else d
