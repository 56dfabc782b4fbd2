"""Single dates put together with the words around them: "early", "about", ranges, open ends;
and, in prose, whether a bare number or month is a date at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tidings.values.daterules import Moment, Reader, match
from tidings.values.lexer import ABLATIVE, LIMIT, Token, table, tokens
from tidings.values.moments import Point, Range, Relative, pair


@dataclass(frozen=True)
class Item:
    """A token, or the tokens of one date (kind "P"); `first` and `last` are its outer tokens."""

    kind: str
    start: int
    end: int
    first: Token
    last: Token
    moment: Moment | None = None


def items_of(text: str, language: str | None, reader: Reader) -> list[Item]:
    """A text as tokens and dates, each date with all the words that belong to it."""
    words = _with_relative_years(tokens(text, "DATES", language))
    kinds = "".join(token.kind for token in words)
    items: list[Item] = []
    i = 0
    while i < len(words):
        end, moment = _single(kinds, words, i, reader) or (i + 1, None)
        first, last = words[i], words[end - 1]
        kind = first.kind if moment is None else "P"
        items.append(Item(kind, first.start, last.end, first, last, moment))
        i = end
    for pattern, build in _reductions() if any(item.moment for item in items) else ():
        items = _reduced(items, pattern, build)
    return items


def _single(kinds: str, words: list[Token], i: int, reader: Reader) -> tuple[int, Moment] | None:
    found = match(kinds, words, i, reader) if not _continues_number(words, i) else None
    if not found or not (reader.strict or _is_plain(words, i, found[0])):
        return None
    end, moment = found
    if words[end - 1].kind == "." and len(words[end - 2].text) > _LONGEST_ABBREVIATION:
        end -= 1  # the full stop of the sentence
    return end, moment


def _with_relative_years(words: list[Token]) -> list[Token]:
    """ "last year" as one token, so that it can stand where a year does."""
    merged: list[Token] = []
    for token in words:
        previous = merged[-1] if merged else None
        if previous and previous.kind == "L" and token.kind == "Y":
            text = f"{previous.text} {token.text}"
            merged[-1] = replace(previous, kind="R", end=token.end, text=text)
        else:
            merged.append(token)
    return merged


def _continues_number(words: list[Token], i: int) -> bool:
    """Whether token `i` is the tail of a longer run of digits and dots (an address, a version)."""
    return (
        i > 1
        and words[i].width > 0
        and words[i - 1].kind in "./"
        and words[i - 2].width > 0
        and not words[i].spaced
        and not words[i - 1].spaced
    )


#: Kinds that make a date of the bare year after them; of a round number; of a bare month.
_YEAR_CUES = frozenset("pFKTUVXCJ&eoA_-MB")
_ROUND_CUES = frozenset("pFKTUVXCeB")
_MONTH_CUES = frozenset("pFKTUVXCJe")
_UNITS = frozenset("Bzdm")
_FOLLOWERS = frozenset("qtyvcBeAG")
_LONGEST_ABBREVIATION = 2
_LOCATIVE = ("да", "де", "та", "те", "دا", "دە", "تا", "تە")


def _is_plain(words: list[Token], i: int, end: int) -> bool:
    """Whether a single date of prose is one by its company: a bare number, month, season or
    weekday may be something else."""
    first = words[i]
    if end - i > 1:
        return True
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    if before and before.kind in "o:-" and i > 1 and words[i - 2].kind in _MONTH_CUES | _UNITS:
        before = words[i - 2]  # "in the summer", "born: 1974", "the first week of May"
    cued = before is not None and before.kind in _MONTH_CUES | _UNITS
    if first.kind == "4":
        return _is_year(first, before, after)
    if first.kind in "2N":
        return first.ending == "s" and before is not None and before.kind == "o"
    if first.kind == "M":
        if first.text.isascii():
            return cued and first.text[0].isupper()
        return cued or first.ending in _LOCATIVE or (first.text.islower() and bool(first.ending))
    if first.kind == "S":
        if first.text.isascii():
            return cued
        return cued or bool(first.ending) or (len(first.text) > 4 and first.text.islower())
    if first.kind == "w":
        return cued or len(first.text) > 5 or bool(re.match("[星周礼]", first.text))
    return True


def _is_year(year: Token, before: Token | None, after: Token | None) -> bool:
    if year.ending in ("s", "х"):
        return True
    if not 1900 <= year.value < 2100 or (after and _is_people(after)):
        return False
    if before is None or (after and after.kind in _FOLLOWERS) or before.text in ("(", "[", "/"):
        return True
    return before.kind in (_ROUND_CUES if year.value % 100 == 0 else _YEAR_CUES)


def _is_people(token: Token) -> bool:
    entry = table("FIGURES").forms.get((token.text.lower(),))
    return entry is not None and entry.kind in "H^"


Build = Callable[[Sequence[Item]], Moment | None]


def _moments(items: Sequence[Item]) -> list[Moment]:
    return [item.moment for item in items if item.moment]


def _part(items: Sequence[Item]) -> Moment | None:
    (moment,) = _moments(items)
    (part,) = [item.first.value for item in items if item.kind == "e"]
    return None if isinstance(moment, Range) or moment.part else replace(moment, part=part)


def _approximate(items: Sequence[Item]) -> Moment | None:
    (moment,) = _moments(items)
    if not isinstance(moment, Range):
        return replace(moment, approximate=True)
    begin, end = (side and replace(side, approximate=True) for side in (moment.begin, moment.end))
    return replace(moment, begin=begin, end=end)


def _weekday_and_date(items: Sequence[Item]) -> Moment | None:
    """ "Monday, 12 March 2018" and "2018年3月12日（星期一）" are 12 March."""
    if any(item.kind == ";" and item.first.text not in "()（）[]" for item in items):
        return None
    found = _moments(items)
    dates = [moment for moment in found if isinstance(moment, Point) and moment.day]
    days = [m for m in found if isinstance(m, Relative) and m.unit == "weekday"]
    return dates[0] if len(days) == len(dates) == 1 else None


def _range(items: Sequence[Item]) -> Range | None:
    begin, end = _moments(items)
    if isinstance(begin, Range) or isinstance(end, Range):
        return None
    if isinstance(begin, Point) and isinstance(end, Point):
        begin, end = pair(begin, end)
    return Range(begin, end)


def _either(items: Sequence[Item]) -> Range | None:
    """ "1974 or 1975", "March or April 2018"; of days "or" is no range."""
    points = [moment for moment in _moments(items) if isinstance(moment, Point)]
    ranks = {point.rank for point in points}
    return _range(items) if len(points) == 2 and len(ranks) == 1 and max(ranks) < 4 else None


def _turkic_range(items: Sequence[Item]) -> Range | None:
    """ "2017 жылдың мамырынан 2018 жылдың шілдесіне дейін", "2017دىن 2018غىچە"."""
    first, second = (item for item in items if item.moment)
    closed = items[-1].kind == "t" or second.last.ending.endswith(tuple(LIMIT))
    return _range(items) if closed and first.last.ending.endswith(tuple(ABLATIVE)) else None


def _limit(items: Sequence[Item]) -> Range | None:
    """ "2018-يىلىغىچە": until 2018."""
    return _until(items) if items[0].last.ending.endswith(tuple(LIMIT)) else None


def _days_of_month(items: Sequence[Item]) -> Range | None:
    """ "12-15 March 2018", "March 12-15, 2018", "3月12日至15日"."""
    points = [moment for moment in _moments(items) if isinstance(moment, Point)]
    days = [point for point in points if point.day]
    years = [point.year for point in points if point.rank == 1 and point.year]
    (other,) = [item.first.value for item in items if item.kind == "2"]
    if len(days) != 1 or len(days) + len(years) != len(_moments(items)) or other > 31:
        return None
    point = replace(days[0], year=years[0]) if years else days[0]
    low, high = sorted((other, point.day or other))
    return Range(replace(point, day=low), replace(point, day=high)) if low < high else None


def _since(items: Sequence[Item]) -> Range | None:
    (moment,) = _moments(items)
    return None if isinstance(moment, Range) else Range(moment, None)


def _until(items: Sequence[Item]) -> Range | None:
    (moment,) = _moments(items)
    return None if isinstance(moment, Range) else Range(None, moment)


def _before(items: Sequence[Item]) -> Range | None:
    (moment,) = _moments(items)
    return None if isinstance(moment, Range) else Range(None, moment, strict=True)


_REDUCTIONS: tuple[tuple[str, Build], ...] = (
    (r"P[,.;]*o?P;?", _weekday_and_date),
    (r"[FK]?o?2[\-_J]o?P", _days_of_month),
    (r"K2pP", _days_of_month),
    (r"Co?2&o?P", _days_of_month),
    (r"P[\-_J]2d?(?:,?o?P)?", _days_of_month),
    (r"e[\-op]*P", _part),
    (r"P[\-o]?e", _part),
    (r"A[.op]*P(?![\-_]P)", _approximate),
    (r"P[\-;]?A;?", _approximate),
    (r"[FKp]?o?P[,.]?[JTU\-_/]o?P(?:t|-?G)?", _range),
    (r"Co?P&o?P", _range),
    (r"P&Pc", _range),
    (r"P[\-_J]?Pc", _range),
    (r"P\|P", _either),
    (r"PPt?", _turkic_range),
    (r"P", _limit),
    (r"A[.op]*P", _approximate),
    (r"Ko?P", _since),
    (r"F?o?P[qy]", _since),
    (r"Xo?P", _since),
    (r"[TU]o?P", _until),
    (r"Pt", _until),
    (r"Vo?P", _before),
    (r"Pv", _before),
)


@cache
def _reductions() -> tuple[tuple[re.Pattern[str], Build], ...]:
    return tuple((re.compile(pattern), build) for pattern, build in _REDUCTIONS)


def _reduced(items: list[Item], pattern: re.Pattern[str], build: Build) -> list[Item]:
    """The items with every place that the pattern fits made one date."""
    kinds = "".join(item.kind for item in items)
    kept: list[Item] = []
    done = position = 0
    while found := pattern.search(kinds, position):
        taken = items[found.start() : found.end()]
        moment = build(taken)
        position = found.start() + 1
        if moment is not None:
            kept += items[done : found.start()]
            first, last = taken[0], taken[-1]
            kept.append(Item("P", first.start, last.end, first.first, last.last, moment))
            done = position = found.end()
    return kept + items[done:]
