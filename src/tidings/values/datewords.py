"""Dates as people write them in Kazakh, Russian, Chinese, Uyghur and English: read and found.

Choices where a custom is not sure:

- 03/04/2018 without a known `order` is day, then month (the custom of the Kazakh, Russian and
  European lists we meet); where only month, then day can be (03/25/2018), that. `guess_order`
  looks at a whole column.
- Two-digit years 00 to 29 are 2000 to 2029, others 19xx.
- "Early", "mid", "late" are thirds of a year or month; "beginning" and "end" its quarters.
- "Before 2018" ends with 2017; "after 2018" and "since 2018" begin with 2018, because "after"
  may mean later in the same year.
- Three weeks ago is the day, marked `~`; so are months and years ago.
- A date that counts from a text's day, where only the text's month is known, is what it would
  be from the first to the last day of that month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidings.values import edtf
from tidings.values.dated import Dated
from tidings.values.daterules import Order, Reader, impossible, match
from tidings.values.errors import BadInput, ImpossibleDate
from tidings.values.lexer import ABLATIVE, Token, table, tokens
from tidings.values.moments import Point, Range, Relative, UnresolvedDate, pair, settle

_TIME = re.compile(
    r"[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2}|[ap]\.?m\.?)?$", re.I
)
_DOUBT = re.compile(r"\s*(?:\(\?+\)|\?+|？)$")
_REMEDY = "Write it as 12.03.2018, 2018-03-12, March 2018 or 2018; ~ for about: 1972~."
_SERIAL_ZERO = date(1899, 12, 30)
_WHOLE = re.compile(r"[Bpod.,:;w]*P[Bd.,:;ow]*")


@dataclass(frozen=True)
class FoundDate:
    """A date in prose: `words` is text[start:end]. Without `dated` it counts from a day that is
    not known (`unresolved`), or no calendar holds it."""

    start: int
    end: int
    dated: Dated | None
    words: str
    unresolved: bool = False


@dataclass(frozen=True)
class _Item:
    """A token, or the tokens of one date (kind "P"). `last` is its last token."""

    kind: str
    start: int
    end: int
    token: Token
    last: Token
    moment: Point | Relative | Range | None = None


def read_date(
    text: str,
    *,
    language: str | None = None,
    published: Dated | None = None,
    order: Order | None = None,
    ahead: bool = False,
) -> Dated:
    """The date that the whole text writes, in EDTF, in digits or in words.

    `published` is when it was said, for "last month"; `order` ("dmy", "mdy", "ymd") settles
    03/04/2018; `ahead` takes a month without a year as the next one. Raises ImpossibleDate,
    UnresolvedDate (a BadInput) or BadInput, each naming the text.
    """
    typed = _TIME.sub("", text.strip())
    doubtful = _DOUBT.search(typed)
    try:
        dated = _from_form(typed) or _from_words(
            typed[: doubtful.start()] if doubtful else typed, published, Reader(order, ahead, True)
        )
    except ImpossibleDate as cause:
        raise impossible(text.strip(), cause) from None
    if dated is None:
        raise BadInput(f"'{text.strip()}' is not a date.", _REMEDY)
    if doubtful and "/" not in dated.edtf and dated.edtf[-1] not in "?~%":
        return edtf.parse_edtf(dated.edtf + "?")
    return dated


def find_dates(
    text: str,
    *,
    language: str | None = None,
    published: Dated | None = None,
    ahead: bool = False,
) -> list[FoundDate]:
    """The dates inside prose, in order, not overlapping.

    What counts from "the day before" counts from the date told just before it in the same text,
    where there is one; all else from `published`.
    """
    found: list[FoundDate] = []
    told: Dated | None = None
    for item in _dates(text, Reader(ahead=ahead)):
        counts_from = told if told and _is_told(item.moment) else published
        dated, unresolved = None, False
        try:
            dated = item.moment and settle(item.moment, counts_from)
        except ImpossibleDate:
            pass
        except UnresolvedDate:
            unresolved = True
        words = text[item.start : item.end]
        found.append(FoundDate(item.start, item.end, dated or None, words, unresolved))
        told = dated or told
    return found


def read_excel_serial(number: float) -> Dated:
    """The day of a spreadsheet's serial number (1900 system): 43171 is 2018-03-12.

    The fraction is the time of day. Serial 60 is the 29 February 1900 that never was.
    """
    if not 1 <= number < 2_958_466 or int(number) == 60:
        raise ImpossibleDate(f"{number} is no spreadsheet date.", _REMEDY)
    days = int(number)
    return edtf.day(_SERIAL_ZERO + timedelta(days if days > 60 else days + 1))


def guess_order(texts: Sequence[str]) -> Order | None:
    """The order in which a column writes day and month, from those of its dates that tell; None
    when none does, or when they disagree."""
    votes: set[Order] = set()
    for text in texts:
        parts = re.fullmatch(
            r"\D{0,2}(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})\D*", _TIME.sub("", text.strip())
        )
        if not parts:
            continue
        a, b, c = (int(part) for part in parts.groups())
        if len(parts[1]) == 4 or a > 31:
            votes.add("ymd")
        elif a > 12 >= b and c > 31:
            votes.add("dmy")
        elif b > 12 >= a and c > 31:
            votes.add("mdy")
    return votes.pop() if len(votes) == 1 else None


def _from_form(typed: str) -> Dated | None:
    try:
        return edtf.parse_edtf(typed)
    except ImpossibleDate:
        if re.fullmatch(r"\d{4}-\d\d", typed):
            return None  # 2017-18 may be two years
        raise
    except BadInput:
        return None


def _from_words(typed: str, published: Dated | None, reader: Reader) -> Dated | None:
    items = _reduced(_items(typed, reader), reader)
    if not _WHOLE.fullmatch("".join(item.kind for item in items)):
        return None
    (moment,) = [item.moment for item in items if item.moment]
    try:
        return settle(moment, published)
    except UnresolvedDate:
        raise UnresolvedDate(
            f"'{typed}' counts from a day that is not known.", "Say when the text was written."
        ) from None


def _dates(text: str, reader: Reader) -> list[_Item]:
    return [item for item in _reduced(_items(text, reader), reader) if item.moment]


def _is_told(moment: Point | Relative | Range | None) -> bool:
    return isinstance(moment, Relative) and moment.told


def _items(text: str, reader: Reader) -> list[_Item]:
    """Tokens with the single dates among them put together."""
    words = _with_relative_years(tokens(text, "DATES"))
    kinds = "".join(token.kind for token in words)
    items: list[_Item] = []
    i = 0
    while i < len(words):
        found = match(kinds, words, i, reader) if not _continues_number(words, i) else None
        end, moment = found or (i + 1, None)
        if moment is not None and not reader.strict and not _is_plain(words, i, end):
            end, moment = i + 1, None
        kind = "P" if moment is not None else words[i].kind
        items.append(
            _Item(kind, words[i].start, words[end - 1].end, words[i], words[end - 1], moment)
        )
        i = end
    return items


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


_CUES = frozenset("pFKTUVXCJ&eoA_-")
_ROUND_CUES = frozenset("pFKTUVXCe")
_FOLLOWERS = frozenset("qtyvcBeA")


def _is_plain(words: list[Token], i: int, end: int) -> bool:
    """Whether a single date of prose is one by its company: a bare number, month, season or
    weekday may be something else."""
    first = words[i]
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    if before and before.kind == "o" and i > 1 and words[i - 2].kind in _CUES:
        before = words[i - 2]
    if end - i > 1 and first.kind != "w":
        return True
    if first.kind == "4":
        return _is_year(first, before, after)
    if first.kind == "2" or first.kind == "N":
        return first.ending in ("s",) and before is not None and before.kind == "o"
    cued = before is not None and before.kind in _CUES - {"A", "o", "_", "-", "&"}
    if first.kind == "M":
        return (cued or bool(first.ending)) and first.text[:1].isupper() >= first.text.isascii()
    if first.kind == "S":
        return cued or len(first.text) > 4 or bool(first.ending)
    if first.kind == "w":
        return cued or len(first.text) > 5 or not first.text.isascii()
    return True


def _is_year(year: Token, before: Token | None, after: Token | None) -> bool:
    if not 1900 <= year.value < 2100:
        return year.ending == "s"
    if after and after.kind in _FOLLOWERS:
        return True
    if after and _is_people(after):
        return False
    cues = _ROUND_CUES if year.value % 100 == 0 else _CUES
    return before is None or before.kind in cues or before.text in "(/[" or year.ending == "s"


def _is_people(token: Token) -> bool:
    entry = table("FIGURES").forms.get((token.text.lower(),))
    return entry is not None and entry.kind in "H^"


Build = Callable[[list[_Item], Reader], Point | Relative | Range | None]


def _points(items: Sequence[_Item]) -> list[Point | Relative | Range]:
    return [item.moment for item in items if item.moment]


def _part(items: list[_Item], reader: Reader) -> Point | Relative | Range | None:
    (moment,) = _points(items)
    (part,) = [item.token.value for item in items if item.kind == "e"]
    return None if isinstance(moment, Range) or moment.part else replace(moment, part=part)


def _approximate(items: list[_Item], reader: Reader) -> Point | Relative | Range | None:
    (moment,) = _points(items)
    return None if isinstance(moment, Range) else replace(moment, approximate=True)


def _weekday_and_date(items: list[_Item], reader: Reader) -> Point | Relative | Range | None:
    points = _points(items)
    days = [p for p in points if isinstance(p, Relative) and p.unit == "weekday" and not p.count]
    dates = [p for p in points if isinstance(p, Point) and p.day]
    return dates[0] if len(days) == len(dates) == 1 else None


def _range(items: list[_Item], reader: Reader) -> Range | None:
    begin, end = _points(items)
    if isinstance(begin, Range) or isinstance(end, Range):
        return None
    if isinstance(begin, Point) and isinstance(end, Point):
        begin, end = pair(begin, end)
    return Range(begin, end)


def _turkic_range(items: list[_Item], reader: Reader) -> Range | None:
    """ "2017 жылдың мамырынан 2018 жылдың шілдесіне дейін": the first stands in the ablative."""
    if not items[0].last.ending.endswith(tuple(ABLATIVE)):
        return None
    return _range(items, reader)


def _days_of_month(items: list[_Item], reader: Reader) -> Range | None:
    """ "12-15 March 2018", "March 12-15, 2018", "3月12日至15日"."""
    (point,) = _points(items)
    day = point.day if isinstance(point, Point) else None
    if not isinstance(point, Point) or day is None:
        return None
    (other,) = [item.token.value for item in items if item.kind == "2"]
    years = [item.token.value for item in items if item.kind == "4"]
    if years:
        point = replace(point, year=years[0])
    if other == day or not 1 <= other <= 31:
        return None
    low, high = sorted((other, day))
    return Range(replace(point, day=low), replace(point, day=high))


def _since(items: list[_Item], reader: Reader) -> Range | None:
    (moment,) = _points(items)
    return None if isinstance(moment, Range) else Range(moment, None)


def _until(items: list[_Item], reader: Reader) -> Range | None:
    (moment,) = _points(items)
    return None if isinstance(moment, Range) else Range(None, moment)


def _before(items: list[_Item], reader: Reader) -> Range | None:
    (moment,) = _points(items)
    return None if isinstance(moment, Range) else Range(None, moment, strict=True)


_REDUCTIONS: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"P[,.;]?o?P[;]?", _weekday_and_date),
        (r"e[\-op]*P", _part),
        (r"P[\-o]?e", _part),
        (r"A[.op]*P", _approximate),
        (r"PA\.?", _approximate),
        (r"F?o?2[\-_J]o?P", _days_of_month),
        (r"P[\-_J]2d?(?:,?o?4)?", _days_of_month),
        (r"[FKp]?o?P[J\-_T/]o?Pt?", _range),
        (r"Co?P&o?P", _range),
        (r"P&Pc", _range),
        (r"P[J\-_]?Pc", _range),
        (r"PPt", _turkic_range),
        (r"[FK]o?P", _since),
        (r"P[qy]", _since),
        (r"Xo?P", _since),
        (r"[TU]o?P", _until),
        (r"Pt", _until),
        (r"Vo?P", _before),
        (r"Pv", _before),
    )
)


def _reduced(items: list[_Item], reader: Reader) -> list[_Item]:
    """The items with "early", "about", ranges and open ends taken into the dates they belong to."""
    for pattern, build in _REDUCTIONS:
        kinds = "".join(item.kind for item in items)
        position = 0
        while found := pattern.search(kinds, position):
            taken = items[found.start() : found.end()]
            moment = build(taken, reader)
            position = found.start() + 1
            if moment is None:
                continue
            whole = _Item(
                "P", taken[0].start, taken[-1].end, taken[0].token, taken[-1].last, moment
            )
            items = [*items[: found.start()], whole, *items[found.end() :]]
            kinds = "".join(item.kind for item in items)
    return items
