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
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tidings.values import edtf
from tidings.values.dated import Dated
from tidings.values.daterules import Moment, Order, Reader
from tidings.values.datespans import items_of
from tidings.values.errors import BadInput, ImpossibleDate
from tidings.values.moments import Range, Relative, UnresolvedDate, settle
from tidings.values.scripts import clean, language_of

_TIME = re.compile(
    r"[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2}|[ap]\.?m\.?)?$", re.I
)
_DOUBT = re.compile(r"\s*(?:\(\?+\)|\?+|？)$")
_REMEDY = "Write it as 12.03.2018, 2018-03-12, March 2018 or 2018; ~ for about: 1972~."
_LONGEST = 120
_SERIAL_ZERO = date(1899, 12, 30)
_THREE = re.compile(r"\D{0,2}(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})\D*")
#: A text that is all date: besides it only "born", "in", a day's name, marks.
_WHOLE = re.compile(r"[Bpod.,:;w]*P[Bdz.,:;ow\-]*")


@dataclass(frozen=True)
class FoundDate:
    """A date in prose: `words` is text[start:end]. Without `dated` it counts from a day that is
    not known (`unresolved`), or no calendar holds it."""

    start: int
    end: int
    dated: Dated | None
    words: str
    unresolved: bool = False


def read_date(
    text: str,
    *,
    language: str | None = None,
    published: Dated | None = None,
    order: Order | None = None,
    ahead: bool = False,
) -> Dated:
    """The date that the whole text writes, in EDTF, in digits or in words.

    `language` settles words that two languages share; `published` is when it was said, for
    "last month"; `order` ("dmy", "mdy", "ymd") settles
    03/04/2018; `ahead` takes a month without a year as the next one. Raises ImpossibleDate,
    UnresolvedDate (a BadInput) or BadInput, each naming the text.
    """
    seen = clean(text)
    if len(seen) > _LONGEST:
        raise BadInput(f"'{seen[:_LONGEST]}...' is too long to be a date.", _REMEDY)
    typed = _TIME.sub("", seen)
    doubtful = _DOUBT.search(typed)
    try:
        dated = _from_form(typed) or _from_words(
            typed[: doubtful.start()] if doubtful else typed,
            language,
            published,
            Reader(order, ahead, strict=True),
        )
    except ImpossibleDate as cause:
        raise ImpossibleDate(f"'{seen}' is not in any calendar.", cause.remedy) from None
    if dated is None:
        raise BadInput(f"'{seen}' is not a date.", _REMEDY)
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

    "Three weeks earlier" and "that summer" count from the date told just before them in the same
    text; without one, what lies earlier counts from `published`, what lies later is unresolved.
    All else counts from `published`.
    """
    found: list[FoundDate] = []
    told: Dated | None = None
    for item in items_of(text, language or language_of(text), Reader(ahead=ahead)):
        if item.moment is None:
            continue
        counts_from = _counts_from(item.moment, told, published)
        dated: Dated | None = None
        unresolved = False
        try:
            dated = settle(item.moment, counts_from)
        except ImpossibleDate:
            pass
        except UnresolvedDate:
            unresolved = True
        words = text[item.start : item.end]
        found.append(FoundDate(item.start, item.end, dated, words, unresolved))
        told = dated or told
    return found


def read_excel_serial(number: float, *, since_1904: bool = False) -> Dated:
    """The day of a spreadsheet's serial number: 43171 is 2018-03-12, and 41709 in the system
    that counts from 1904 (old Macintosh files). The fraction is the time of day. Serial 60 of
    the 1900 system is the 29 February 1900 that never was.
    """
    last = 2_957_003 if since_1904 else 2_958_465
    if not 1 <= number < last + 1 or (int(number) == 60 and not since_1904):
        raise ImpossibleDate(f"{number} is no spreadsheet date.", _REMEDY)
    days = int(number)
    if since_1904:
        return edtf.day(date(1904, 1, 1) + timedelta(days))
    return edtf.day(_SERIAL_ZERO + timedelta(days if days > 60 else days + 1))


def guess_order(texts: Sequence[str]) -> Order | None:
    """The order in which a column writes day and month, from those of its dates that tell; None
    when none does, or when they disagree."""
    votes: set[Order] = set()
    for text in texts:
        parts = _THREE.fullmatch(_TIME.sub("", clean(text)[:_LONGEST]))
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


def _from_words(
    typed: str, language: str | None, published: Dated | None, reader: Reader
) -> Dated | None:
    items = items_of(typed, language, reader)
    if not _WHOLE.fullmatch("".join(item.kind for item in items)):
        return None
    (moment,) = [item.moment for item in items if item.moment]
    try:
        return settle(moment, published)
    except UnresolvedDate:
        raise UnresolvedDate(
            f"'{typed}' counts from a day that is not known.", "Say when the text was written."
        ) from None


def _counts_from(moment: Moment, told: Dated | None, published: Dated | None) -> Dated | None:
    if isinstance(moment, Range) or not moment.told:
        return published
    earlier = isinstance(moment, Relative) and moment.count < 0
    return told or (published if earlier else None)
