"""Dates told in two pieces or by the night: "between December and March", "last night"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tidings.values import Dated, FoundDate, between, day, read_date

_FROM_TO = re.compile(r"\b(?:between|from) (?:the |early |late )*$", re.IGNORECASE)
_TO_MONTH = re.compile(
    r" (?:and|to|until|till) (?P<month>January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b(?! \d)"
)
_END_WEEK = re.compile(r"\b(?:the )?(?P<which>first|last) week (?:of|in) $", re.IGNORECASE)
_NIGHT = re.compile(
    r"\b(?:(?P<before>last night)|(?P<same>this (?:morning|afternoon|evening)|tonight|today))\b",
    re.IGNORECASE,
)


def joined(text: str, found: Sequence[FoundDate], published: Dated | None) -> list[FoundDate]:
    """The dates of a text with those in two pieces made one, and its nights added."""
    dates: list[FoundDate] = []
    for one in found:
        before = dates[-1] if dates else None
        week = _week_of(text, before, one)
        if week is not None and before is not None:
            dates[-1] = week
        elif before is None or one.start >= before.end:
            dates.append(_to_month(text, one))
    return sorted([*dates, *_nights(text, dates, published)], key=lambda one: one.start)


def _to_month(text: str, one: FoundDate) -> FoundDate:
    """ "between December and March" is one stretch of time."""
    link = _TO_MONTH.match(text, one.end)
    opened = _FROM_TO.search(text, max(0, one.start - 16), one.start)
    if link is None or not opened or one.dated is None or "/" in one.dated.edtf:
        return one
    first = one.dated.first
    for year in (first.year, first.year + 1) if first is not None else ():
        last = read_date(f"{link['month']} {year}", language="en")
        if first is not None and last.first is not None and last.first > first:
            # The ends keep their own precision: 2017-12/2018-03.
            dated = Dated(first, last.last, f"{one.dated.edtf}/{last.edtf}")
            return FoundDate(one.start, link.end(), dated, text[one.start : link.end()])
    return one


def _week_of(text: str, before: FoundDate | None, one: FoundDate) -> FoundDate | None:
    """ "the last week of January": its last seven days."""
    opening = _END_WEEK.search(text, max(0, one.start - 24), one.start)
    if opening is None or one.dated is None or before is None or before.end < opening.start():
        return None
    first, last = one.dated.first, one.dated.last
    if first is None or last is None or not 27 < (last - first).days + 1 < 32:
        return None
    week = timedelta(days=6)
    dated = between(first, first + week)
    if opening["which"].lower() == "last":
        dated = between(last - week, last)
    return FoundDate(before.start, one.end, dated, text[before.start : one.end])


def _nights(text: str, found: Sequence[FoundDate], published: Dated | None) -> list[FoundDate]:
    """ "last night", "this morning", where the text's day is known."""
    today = _today(published)
    taken = {at for one in found for at in range(one.start, one.end)}
    return [
        FoundDate(*match.span(), _on(today, bool(match["before"])), match.group(), today is None)
        for match in _NIGHT.finditer(text)
        if match.start() not in taken
    ]


def _today(published: Dated | None) -> date | None:
    if published is None or published.first is None or published.first != published.last:
        return None
    return published.first


def _on(today: date | None, before: bool) -> Dated | None:
    return None if today is None else day(today - timedelta(days=before))
