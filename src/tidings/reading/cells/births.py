"""Birth and age cells: a date in any custom, or years lived counted back from a day."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from tidings.reading.grids import Cell, words_of
from tidings.values import (
    BadInput,
    Dated,
    Sex,
    between,
    clean,
    day,
    parse_edtf,
    read_date,
    read_excel_serial,
    year,
)
from tidings.values.daterules import Order

_FIRST_YEAR, _LAST_YEAR = 1850, 2100
_SERIALS = range(5_000, 60_000)
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:18|19|20)\d\d)")
#: A workbook cell in which a bare year was typed and a date format chosen shows a day of 1905.
_YEAR_AS_SERIAL = (date(1905, 1, 1), date(1905, 7, 31))
_EPOCH = date(1899, 12, 30)

_TENS = re.compile(r"\b(\d)0\s*['’]?\s*(?:s\b|-?х\b|-?ти)", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|—|to|до|至|~)\s*(\d{1,3})")
_ABOUT = re.compile(
    r"[~≈±]|about|around|approx|около|примерно|шама\w*|жуық|左右|大约|约|چامىس", re.I
)
_YEARS_LIVED = re.compile(
    r"[\d十]\s*(?:лет|год[а]?(?!\w)|жас|y\.?\s?/?o\b|yrs?\b|years?\b|岁|周岁|ياش|جاس|yash)",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"month|мес|\bай(?:лық)?\b|个月|ئاي", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_NUMBER = re.compile("([一二三四五六七八九])?(十)([一二三四五六七八九])?")
_OLDEST = 120


def read_day(cell: Cell, *, order: Order | None = None, published: Dated | None = None) -> Dated:
    """The date that a cell holds, typed or in words. Raises BadInput (ImpossibleDate for a day
    that no calendar has)."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _typed(cell)
    text = clean(words_of(cell))
    if text.isdecimal():
        return _number(int(text), text)
    if plain := _DAY.fullmatch(text):
        return _calendar_day(plain, order) or read_date(text, order=order)
    return _in_words(text, order, published)


@lru_cache(maxsize=16384)
def _in_words(text: str, order: Order | None, published: Dated | None) -> Dated:
    return read_date(text, order=order, published=published)


def _calendar_day(plain: re.Match[str], order: Order | None) -> Dated | None:
    """A day in digits whose order is certain, without the work of reading words; else None."""
    a, mark, b, year_of = plain.groups()
    first, second = int(a), int(b)
    if order is None and mark != "." and first <= 12:
        return None
    month, number = (first, second) if order == "mdy" else (second, first)
    try:
        return day(date(int(year_of), month, number))
    except ValueError:
        return None


def _typed(cell: date) -> Dated:
    if _YEAR_AS_SERIAL[0] <= cell <= _YEAR_AS_SERIAL[1]:
        return year((cell - _EPOCH).days)
    return day(cell)


def _number(number: int, text: str) -> Dated:
    """A bare number: a year, a day as yyyymmdd, or a day as workbooks count them."""
    if _FIRST_YEAR <= number <= _LAST_YEAR:
        return year(number)
    parts = _EIGHT_DIGITS.fullmatch(text)
    if parts and _FIRST_YEAR <= int(parts[1]) <= _LAST_YEAR:
        return read_date("-".join(parts.groups()))
    if number in _SERIALS and len(text) == 5:
        return read_excel_serial(number)
    return read_date(text)


def is_age(text: str) -> bool:
    """Whether a cell for a birth holds years lived: "46 лет", "65 ياش", "about 50 years old"."""
    return bool(_YEARS_LIVED.search(text)) and not re.search(r"\d{4}", text)


def read_age(text: str) -> tuple[int, int]:
    """The fewest and the most full years that the words allow. Raises BadInput."""
    text = _HAN_NUMBER.sub(_in_digits, text)
    if tens := _TENS.search(text):
        low = int(tens.group(1)) * 10
        return low, low + 9
    if span := _RANGE.search(text):
        low, high = int(span.group(1)), int(span.group(2))
    elif number := _NUMBER.search(text):
        low = high = 0 if _MONTHS.search(text) else int(number.group())
        if _ABOUT.search(text):
            low, high = max(0, low - 2), high + 2
    else:
        raise BadInput(f"'{text}' is not an age; expected full years such as 45.")
    if not low <= high <= _OLDEST:
        raise BadInput(f"'{text}' is not an age; expected at most {_OLDEST} years.")
    return low, high


def _in_digits(han: re.Match[str]) -> str:
    """A Chinese number below a hundred in digits: 四十五 is 45."""
    tens, _, ones = han.groups()
    return str(
        10 * (_HAN_DIGITS.index(tens) if tens else 1) + (_HAN_DIGITS.index(ones) if ones else 0)
    )


def birth_from_age(age: tuple[int, int], on: Dated) -> Dated | None:
    """The births that fit an age on a day: somebody of n years was born n to n+1 years before.
    None when that day is open."""
    if on.first is None or on.last is None:
        return None
    low, high = age
    first, last = _years_before(on.first, high + 1), _years_before(on.last, low)
    if on.first.month == 1 and on.first.day == 1 and on.last.month == 12 and on.last.day == 31:
        return parse_edtf(f"{first.year}/{last.year}")
    if first < last:
        first = date.fromordinal(first.toordinal() + 1)
    return between(first, last)


def _years_before(moment: date, years: int) -> date:
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:  # 29 February
        return moment.replace(year=moment.year - years, day=28)


def agree(a: Dated, b: Dated) -> bool:
    """Whether two dates can be the same day."""
    return not (
        (a.last is not None and b.first is not None and a.last < b.first)
        or (b.last is not None and a.first is not None and b.last < a.first)
    )


def sex_of_digit(digit: int) -> Sex:
    """Identity numbers give men odd and women even digits."""
    return Sex.MALE if digit % 2 else Sex.FEMALE
