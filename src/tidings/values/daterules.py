"""The grammar of a single date, over the kinds of `lexer.KINDS`: from tokens to a moment.

A rule is a regular expression over kinds with named groups; what the groups hold fills a Point.
Longest match wins, earlier rules before later ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tidings.values.lexer import Token
from tidings.values.moments import Point, Range, Relative

Order = Literal["dmy", "mdy", "ymd"]
Groups = dict[str, Token]
Moment = Point | Relative | Range

#: Two-digit years: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999, as spreadsheets do.
_PIVOT = 30
_YEARS = range(1800, 2101)
#: "Year" where a number before it is its name: "17-жылы" is 2017, "17 жыл" seventeen years.
_YEAR_OF = ("жылы", "жылғы", "жылда", "жылды", "جىلى", "جىلعى", "يىلى", "yili")
#: The value of a unit in the tables.
_UNITS = ("day", "week", "month")


@dataclass(frozen=True)
class Reader:
    """How one text is read: its order of day and month, whether it looks ahead, whether all of
    it is meant to be a date (then a bare "March" or "12" needs no context)."""

    order: Order | None = None
    ahead: bool = False
    strict: bool = False


Build = Callable[[Groups, Reader], Moment | None]


def _year_of(token: Token) -> tuple[int | None, int | None]:
    """Year and shift of a token that stands for a year."""
    if token.kind == "R":
        return None, token.value
    if token.width == 2:
        return token.value + (2000 if token.value < _PIVOT else 1900), None
    return token.value, None


def _calendar(found: Groups, reader: Reader) -> Point | None:
    """Year, month and day, or season, of which some may be missing."""
    year, shift = _year_of(found["y"]) if "y" in found else (None, None)
    month, day = found.get("M") or found.get("n"), found.get("d")
    if (year is not None and year not in _YEARS) or ("n" in found and not _is_month(found, reader)):
        return None
    if year is None and day and (not 1 <= day.value <= 31 or (month and month.text == "may")):
        return None  # "2 may have left"
    return Point(
        year=year,
        shift=shift,
        month=month.value if month else None,
        day=day.value if day else None,
        season=found["S"].value if "S" in found else None,
        until_year=_until(found, year),
        pick=found["L"].value if "L" in found else None,
        told=any(
            found[name].high for name in ("L", "y") if name in found and found[name].kind in "LR"
        ),
        ahead=reader.ahead,
    )


def _is_month(found: Groups, reader: Reader) -> bool:
    """A number is a month where it stands between dots, or before a word for month that hugs it:
    "12月" and "12-ай" are December, "12 ай" is twelve months."""
    word, number = found.get("m"), found["n"]
    if word is not None and word.spaced and "d" not in found and not reader.strict:
        return False
    return 1 <= number.value <= 12 or "d" in found


def _until(found: Groups, year: int | None) -> int | None:
    """The second year of "winter 2017-2018" or "2017/18"; None unless it is the next one."""
    if "y2" not in found or year is None:
        return None
    until = found["y2"].value if found["y2"].width == 4 else year // 100 * 100 + found["y2"].value
    return until if until > year else None


def _numeric(found: Groups, reader: Reader) -> Point | None:
    """Three numbers. Without an order: a four-digit year tells; else day before month, unless
    only month before day can be."""
    a, b, c = found["a"], found["b"], found["c"]
    order = reader.order
    if a.width == 4:
        order = "ymd"
    elif order is None or (order == "ymd" and c.width == 4):
        order = "mdy" if b.value > 12 >= a.value else "dmy"
    places = dict(zip(order, (a, b, c), strict=True))
    year, _ = _year_of(places["y"])
    if places["y"].width not in (2, 4) or year not in _YEARS:
        return None
    return Point(year=year, month=places["m"].value, day=places["d"].value)


def _month_or_years(found: Groups, reader: Reader) -> Point | Range | None:
    """2018-03 is a month, 2017-18 two years."""
    first, second = found["y"].value, found["n"]
    if second.width == 2 and second.value > max(12, first % 100):
        return Range(Point(year=first), Point(year=first // 100 * 100 + second.value))
    return _calendar(found, reader) if found["sep"].kind != "_" else None


def _decade(found: Groups, reader: Reader) -> Point | None:
    token = found["y"]
    value = token.value if token.width == 4 else 1900 + token.value
    marked = token.ending in ("s", "е", "х", "ых") or "G" in found
    if value % 10 or not marked or value not in _YEARS:
        return None
    return Point(year=value, decade=True)


def _lone_year(found: Groups, reader: Reader) -> Point | None:
    year, shift = _year_of(found["y"])
    told = found["y"].kind == "R" and bool(found["y"].high)
    return Point(year=year, shift=shift, told=told) if year is None or year in _YEARS else None


def _short_year(found: Groups, reader: Reader) -> Point | None:
    """ "в 17-м году", "17 г.", "17-жылы"; but "17 лет", "17 жыл", "17-year-old" are ages."""
    word = found["Y"].text.lower() if "Y" in found else ""
    told = word in ("г", "ж") or found["y"].ending == "м" or word.startswith(_YEAR_OF)
    return _lone_year(found, reader) if told else None


def _compact(found: Groups, reader: Reader) -> Point | None:
    digits = found["y"].text
    if found["y"].width != 8 or not digits.isdecimal():
        return None
    point = Point(year=int(digits[:4]), month=int(digits[4:6]), day=int(digits[6:]))
    return point if point.year in range(1900, 2101) else None


def _picked(found: Groups, reader: Reader) -> Moment | None:
    """Last, this, next + month, week, day or weekday; "the last three months"."""
    count, told = found["L"].value, bool(found["L"].high)
    if "n" in found:
        spans = count < 0 and not told
        return Range(_units_away(found, -found["n"].value), Relative("day", 0)) if spans else None
    if "m" in found:
        return Relative("month", count, told=told)
    if "w" in found:
        return Relative("weekday", count, weekday=found["w"].value, told=told)
    if _unit_of(found) == "day":
        return Relative("day", count) if count else None
    return Relative(_unit_of(found), count, told=told)


def _unit_of(found: Groups) -> str:
    unit = next(found[name] for name in "Ymz" if name in found)
    return {"Y": "year", "m": "month", "z": _UNITS[unit.value]}.get(unit.kind, "day")


def _units_away(found: Groups, count: int) -> Relative:
    return Relative(_unit_of(found), count, whole=False)


def _counted(found: Groups, reader: Reader) -> Relative | None:
    """So many units ago, earlier or later; "a week ago", but not "weeks ago"."""
    unit = next(found[name] for name in "Ymz" if name in found)
    if "n" not in found and unit.high:
        return None
    count = (found["n"].value if "n" in found else 1) * (1 if "later" in found else -1)
    away = _units_away(found, count)
    told = "told" in found or "later" in found
    return replace(away, told=told, approximate=away.unit != "day")


def _part_of_this(found: Groups, reader: Reader) -> Point | Relative:
    """The end of the year, the beginning of the month."""
    part = found["e"].value
    if "Y" in found:
        return Point(shift=0, part=part)
    return Relative("month", 0, part=part)


def _unit(found: Groups, reader: Reader) -> Relative:
    ((name, token),) = [(n, t) for n, t in found.items() if n in ("O", "W", "D", "Z")]
    unit = {"O": "month", "W": "week"}.get(name, "day")
    return Relative(unit, token.value, told=name == "Z", approximate=bool(token.high))


def _day_of_month(found: Groups, reader: Reader) -> Relative | None:
    """ "the 9th of last month", 本月5日; but "12 last month" are twelve of something."""
    day, month = found["d"], found.get("L") or found["O"]
    ordinal = bool(day.ending) or "of" in found or "word" in found
    if not ordinal or not 1 <= day.value <= 31:
        return None
    return Relative("month", month.value, day=day.value, told=bool(found.get("L") and month.high))


def _weekday(found: Groups, reader: Reader) -> Relative:
    if found["w"].high:
        return Relative("week", found["w"].high, day=found["w"].value + 1)
    return Relative("weekday", 1 if reader.ahead else 0, weekday=found["w"].value)


_Y = r"(?P<y>[4R])(?:-?Y\.?)?"
_UNIT = r"(?:(?P<Y>Y)|(?P<m>m)|(?P<z>[zd]))"
_THAT_MONTH = r"(?:(?P<L>L)(?P<m>m)|(?P<O>O))"
_COUNT = rf"o?(?:(?P<n>[123])-?)?{_UNIT}"

_RULES: tuple[tuple[str, Build], ...] = (
    # 12.03.2018, 2018-3-12
    (r"(?P<a>[42])(?P<sep>[.\-/_,]|\.-)(?P<b>2)(?P=sep)(?P<c>[42])(?:\.?Y\.?)?", _numeric),
    # 12 March 2018, 12-Mar-18, 12th of March this year, 12.III.1974
    (rf"(?P<d>2)[\-./]?o*(?P<M>M)[.\-/]?,?o?{_Y}", _calendar),
    (r"(?P<d>2)[\-/.]?(?P<M>M)[\-/.]?'?(?P<y>2)", _calendar),
    (rf"(?P<d>2)(?P<sep>[.\-/]?)(?P<M>r)[.\-/]?{_Y}", _calendar),
    (r"(?P<d>2)(?P<sep>[.\-/])(?P<M>r)(?P=sep)(?P<y>2)", _calendar),
    # March 12, 2018
    (rf"(?P<M>M)\.?o?(?P<d>2),?o?{_Y}", _calendar),
    # 2018 жылғы 12 наурызда, 2018-يىلى 12-مارت
    (rf"{_Y},?-?(?P<d>2)-?o?(?P<M>M)(?:-?m)?(?:-?d)?", _calendar),
    # 2018 жылы наурыз айының 12-сінде
    (rf"{_Y},?-?(?P<M>M)\.?(?:-?m)?(?:-?(?P<d>2)(?:-?[dz])?)?", _calendar),
    # 2018年3月12日, 2018-يىلى 3-ئاينىڭ 12-كۈنى, 17年3月
    (rf"{_Y}[,.]?-?(?P<n>2)-?(?P<m>m)(?:-?(?P<d>2)(?:-?[dz])?)?", _calendar),
    (r"(?P<y>2)-?Y(?P<n>2)(?P<m>m)(?:(?P<d>2)[dz]?)?", _calendar),
    # 03.2018, 2018/03, 2017-18
    (r"(?P<n>2)(?P<sep>[./\-])(?P<y>4)(?:\.?Y\.?)?", _calendar),
    (r"(?P<y>4)(?P<sep>[./\-_])(?P<n>2)", _month_or_years),
    # March 2018, наурыз айы 2018
    (rf"(?P<M>M)(?:-?m)?[.\-/]?,?o?{_Y}", _calendar),
    (r"(?P<M>M)\.?'(?P<y>2)", _calendar),
    (rf"(?P<M>r)[./\-]{_Y}", _calendar),
    (rf"(?P<n>2)-(?P<m>m){_Y}", _calendar),
    # winter 2017-2018, 2017 жылдың қысы
    (rf"(?P<S>S)o?,?{_Y}(?:[\-_/](?P<y2>[42])(?:-?Y\.?)?)?", _calendar),
    (rf"{_Y}(?:[\-_/](?P<y2>[42])(?:-?Y\.?)?)?,?o?(?P<S>S)", _calendar),
    # the 1970s, 1970-е годы; 2018, 2018 жылы; 74 г.р., '74, 17-жылы
    (r"(?P<y>[42])(?:-?Y?(?P<G>G))?", _decade),
    (_Y, _lone_year),
    (r"(?P<y>4)-?G", _lone_year),
    (r"(?P<y>2)Y", _short_year),
    (r"(?P<y>2)(?:-?B|Y(?=B))", _lone_year),
    (r"(?P<y>2)-(?P<Y>Y)", _short_year),
    (r"'(?P<y>2)", _lone_year),
    # 20180312
    (r"(?P<y>N)", _compact),
    # 12 March, March 12, 3月12日, this March, last summer
    (r"(?P<L>L)(?P<d>2)-?(?P<M>M)", _calendar),
    (r"(?P<d>2)[\-.]?o*(?P<M>M)(?:-?m)?(?:-?[dz])?", _calendar),
    (r"(?P<M>M)\.?(?:-?m)?-?o?(?P<d>2)(?:-?[dz])?", _calendar),
    (r"(?P<n>2)-?(?P<m>m)(?:-?(?P<d>2)-?[dz]?)?", _calendar),
    (r"(?:(?P<L>L)o?)?(?P<M>M)(?:-?m)?", _calendar),
    (r"(?:(?P<L>L)o?)?(?P<S>S)", _calendar),
    # the 9th of last month, 本月5日
    (rf"(?P<d>2)(?P<of>o)?o?{_THAT_MONTH}", _day_of_month),
    (rf"{_THAT_MONTH}-?(?P<d>2)(?:-?(?P<word>[dz]))?", _day_of_month),
    # last week, three weeks ago, the end of the year, yesterday, on Monday
    (rf"j?(?P<L>L)(?:(?P<n>[123])?{_UNIT}|(?P<w>w))", _picked),
    (rf"{_COUNT}(?:[avt]|(?P<told>[jV]))", _counted),
    (rf"{_COUNT}(?P<later>[kyq])", _counted),
    (r"(?P<e>e)o?(?:(?P<Y>Y)|(?P<m>m))", _part_of_this),
    (r"(?:(?P<Y>Y)|(?P<m>m))o?(?P<e>e)", _part_of_this),
    (r"(?P<O>O)|(?P<W>W)|(?P<D>D)|(?P<Z>Z)", _unit),
    (r"(?P<w>w)", _weekday),
)
#: Rules that only a text that is all date may use: 12 03 1974, 03 1974, Mar-18 (a month).
_STRICT_RULES: tuple[tuple[str, Build], ...] = (
    (r"(?P<a>[42])(?P<b>2)(?P<c>[42])", _numeric),
    (r"(?P<n>2)(?P<y>4)", _calendar),
    (r"(?P<M>M)-(?P<y>2)", _calendar),
    (r"(?P<y>2)(?P<Y>Y)\.?", _short_year),
    (r"Yo?(?P<y>4)", _lone_year),
)


@cache
def _rules(strict: bool) -> tuple[tuple[re.Pattern[str], Build], ...]:
    rules = _STRICT_RULES + _RULES if strict else _RULES
    return tuple((re.compile(pattern), build) for pattern, build in rules)


@cache
def _any_rule(strict: bool) -> re.Pattern[str]:
    """All rules as one, for a quick no: without names, and with any mark for a repeated one."""
    bare = (re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern, _ in _rules(strict))
    return re.compile("|".join(pattern.replace("(?P=sep)", r"[.\-/_,]{0,2}") for pattern in bare))


def match(kinds: str, tokens: Sequence[Token], i: int, reader: Reader) -> tuple[int, Moment] | None:
    """The longest date that begins at token `i`: where it ends, and its moment."""
    best: tuple[int, Moment] | None = None
    if not _any_rule(reader.strict).match(kinds, i):
        return None
    for pattern, build in _rules(reader.strict):
        found = pattern.match(kinds, i)
        if not found or (best and found.end() <= best[0]):
            continue
        groups = {
            name: tokens[found.start(name)] for name, text in found.groupdict().items() if text
        }
        moment = build(groups, reader)
        if moment is not None:
            best = found.end(), moment
    return best
