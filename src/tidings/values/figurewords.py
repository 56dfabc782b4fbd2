"""Counts of people as people write them, in Kazakh, Russian, Chinese, Uyghur and English.

"More than 2,000" is [2001, open), "2,000-plus" [2000, open), "hundreds" [200, 999], "up to 500"
[open, 500], "about 200" [180, 220], "nearly 200" [180, 199]. Where a share of ten per cent is no
whole number, the interval holds the whole numbers inside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.values.datewords import find_dates
from tidings.values.errors import BadInput
from tidings.values.figure import Figure
from tidings.values.lexer import ABLATIVE, ABOUT, LIMIT, Token, tokens
from tidings.values.scripts import clean, language_of, script_of
from tidings.values.vocabulary import Script

_REMEDY = "Write a number, or for example 'more than 2,000', 'about 200', 'hundreds', '200-300'."
_NOUN = re.compile(r"[\s\-]*((?:[^\W\d_][\w'’\-]*[ \t]*){1,5})")
#: Numbers that count nobody: telephones, clock times, shares, ages.
_NO_COUNT = r"""\+\d[\d\s()\-–]{6,}\d
    | (?<!\d)\d{9,}
    | (?<!\d)8[\s(\-]*\d{3}[\s)\-]*\d{3}[\s\-]?\d\d[\s\-]?\d\d
    | (?<!\d)\d{1,2}:\d\d(?!\d)
    | (?<!\d)\d{1,2}\.\d\d\s*[ap]\.?m\b
    | \b(?:as\ many\ as\ )?(?:\d+|one)\ (?:in|out\ of)\ (?:\d+|two|three|four|five|six|ten|every)\b
    | \bage[sd]?\s+\d{1,3}\b(?:\s*(?:,|-|–|and|to|or)\s*\d{1,3}\b(?!\s\d{3}))*
    | \b(?:under|over)\s+(?:the\s+age\s+of\s+)?\d\d?
      (?=\s*(?:[.,;)]|$|(?:are|were|is|was|and|or|when|at|have|had|who)\b))
    """
_LONGEST = 120
_MOST_DIGITS = 7
#: Four digits that are sooner a year than a count.
_YEARS = range(1900, 2100)
_ORDINAL = frozenset(
    {
        *("s", "st", "nd", "rd", "th", "го", "й", "ый", "я", "ое", "е", "х", "ых", "му", "ти"),
        *("шы", "ші", "ыншы", "інші", "сы", "сі", "ىنچى", "نچى", "شى", "ءشى"),
    }
)
#: Russian plurals that are vague where no number stands before them.
_VAGUE_POWERS = frozenset(
    {"десятки", "десятков", "десяткам", "сотни", "сотен", "сотням", "тысячи", "тысяч", "тысячам"}
)


@dataclass(frozen=True)
class FoundFigure:
    """A figure in prose: `words` is text[start:end]; `noun` is what follows it, up to five words,
    for the caller to see what was counted."""

    start: int
    end: int
    figure: Figure
    words: str
    noun: str = ""


@dataclass(frozen=True)
class _Item:
    """A token, or the tokens of one number ("N"), vague number ("V") or figure ("X"). `scale` is
    the power of ten that was said ("2 thousand": 1000); `exact` that no hedge was."""

    kind: str
    start: int
    end: int
    first: Token
    last: Token
    figure: Figure | None = None
    scale: int = 1
    exact: bool = True

    @property
    def number(self) -> int:
        return (self.figure.low or 0) if self.figure else 0


@cache
def _no_count() -> re.Pattern[str]:
    return re.compile(_NO_COUNT, re.VERBOSE | re.IGNORECASE)


def read_figure(text: str, language: str | None = None) -> Figure:
    """The figure that the whole text writes. Raises BadInput when it writes none."""
    seen = clean(text)
    if len(seen) > _LONGEST:
        raise BadInput(f"'{seen[:_LONGEST]}...' is too long to be a number.", _REMEDY)
    items = _figures(seen, language or language_of(seen))
    kinds = "".join(item.kind for item in items)
    if re.fullmatch(r"X\.?[cH]*", kinds) and items[0].figure:
        return items[0].figure
    raise BadInput(f"'{seen}' is not a number of people.", _REMEDY)


def find_figures(text: str, language: str | None = None) -> list[FoundFigure]:
    """The counts in prose, in order, not overlapping. Dates, ages, sums of money, shares, spans
    of time, clock times, numbered things and telephone numbers are left out; `noun` of each
    tells what is counted ("people", "times")."""
    items = _figures(text, language or language_of(text))
    dates = [(date.start, date.end) for date in find_dates(text)]
    taken = sorted(dates + [other.span() for other in _no_count().finditer(text)], reverse=True)
    found: list[FoundFigure] = []
    for place, item in enumerate(items):
        while taken and taken[-1][1] <= item.start:
            taken.pop()
        clash = bool(taken) and taken[-1][0] < item.end
        if item.figure is None or clash or not _counts(items, place):
            continue
        noun = _NOUN.match(text, item.end)
        words = text[item.start : item.end]
        counted = noun[1].strip() if noun else ""
        found.append(FoundFigure(item.start, item.end, item.figure, words, counted))
    return found


def _figures(text: str, language: str | None) -> list[_Item]:
    """The tokens of a text with every figure put together, hedges and all."""
    words = tokens(text, "FIGURES", language)
    items: list[_Item] = []
    i = 0
    while i < len(words):
        number, taken = _number(words, i)
        if number is None:
            items.append(_Item(words[i].kind, words[i].start, words[i].end, words[i], words[i]))
            i += 1
            continue
        first, last = words[i], words[i + taken - 1]
        kind = "N" if number.low == number.high else "V"
        scale = last.value if taken > 1 and last.kind == "^" else 1
        items.append(_Item(kind, first.start, last.end, first, last, number, scale))
        i += taken
    return _reduced(items)


def _number(words: Sequence[Token], i: int) -> tuple[Figure | None, int]:
    """The bare number that begins at token `i`, and how many tokens it takes."""
    if words[i].kind == "V":
        return Figure(words[i].value, words[i].high), 1
    if words[i].kind in "24N":
        return _digits(words, i)
    if words[i].kind in "31^":
        return _spoken(words, i)
    return None, 0


def _digits(words: Sequence[Token], i: int) -> tuple[Figure | None, int]:
    if words[i].high:
        return Figure(words[i].value, words[i].high), 1
    value, taken = words[i].value, 1
    tail = words[i + 2] if i + 2 < len(words) else None
    if tail and words[i + 1].kind in ".," and tail.width and not tail.spaced:
        power = words[i + 3] if i + 3 < len(words) else None
        if power and power.kind == "^":
            scale = 10**tail.width
            return _plain((value * scale + tail.value) * power.value // scale), 4
        if words[i + 1].kind == "." and tail.width == 3 and words[i].width <= 3:
            value, taken = value * 1000 + tail.value, 3
    while i + taken < len(words) and words[i + taken].kind == "^" and not words[i].ending:
        value, taken = value * words[i + taken].value, taken + 1
    return _plain(value), taken


def _plain(value: int) -> Figure:
    return Figure(value, value)


def _spoken(words: Sequence[Token], i: int) -> tuple[Figure | None, int]:
    """A number in words: "two hundred and fifty", "двадцать три тысячи", "он екі мың бес жүз"."""
    first = words[i]
    hedged = i > 0 and words[i - 1].kind in _HEDGES
    if first.kind == "^" and first.text.lower() in _VAGUE_POWERS and not hedged:
        return Figure(2 * first.value, 10 * first.value - 1), 1
    total = section = 0
    taken = 0
    while i + taken < len(words):
        token = words[i + taken]
        if token.kind in "31" and _fits(section, token.value):
            section += token.value
        elif token.kind == "^" and token.value <= 100 and section < token.value:
            section = (section or 1) * token.value
        elif token.kind == "^" and token.value > 100 and (total == 0 or total > token.value):
            total, section = total + (section or 1) * token.value, 0
        elif not (token.kind in "-&" and taken and _joins(words, i + taken, section)):
            break
        taken += 1
        if token.ending:
            break
    return _plain(total + section), taken


def _fits(section: int, value: int) -> bool:
    """Whether a number word can stand after what was said: "twenty" then "three" only."""
    return section == 0 or (section % (10 ** len(str(value))) == 0 and value < section)


def _joins(words: Sequence[Token], i: int, section: int) -> bool:
    """Whether "and" or a hyphen at `i` goes on with the number: "hundred and five"."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.kind not in "31":
        return False
    if words[i].kind == "-":
        return not words[i].spaced and section in range(20, 91, 10) and after.value < 10
    return words[i].text.lower() == "and" and section >= 100 and _fits(section, after.value)


def _more(figure: Figure) -> Figure:
    exact = figure.low == figure.high and figure.low is not None
    return Figure(figure.low + 1 if exact and figure.low is not None else figure.low, None)


def _least(figure: Figure) -> Figure:
    return Figure(figure.low, None)


def _about(figure: Figure) -> Figure:
    n = figure.low
    if n is None or n != figure.high:
        return figure
    return Figure(-(-9 * n // 10), 11 * n // 10)


def _nearly(figure: Figure) -> Figure:
    n = figure.low
    if n is None or n != figure.high or n < 1:
        return figure
    return Figure(min(-(-9 * n // 10), n - 1), n - 1)


def _most(figure: Figure) -> Figure:
    return Figure(None, figure.high)


def _fewer(figure: Figure) -> Figure:
    bound = figure.low if figure.low == figure.high else figure.high
    return Figure(None, max(bound - 1, 0) if bound is not None else None)


_HEDGES: dict[str, Callable[[Figure], Figure]] = {
    ">": _more,
    "+": _more,
    "g": _least,
    "l": _least,
    "h": _least,
    "A": _about,
    "s": _about,
    "n": _nearly,
    "r": _nearly,
    "u": _most,
    "v": _most,
    "<": _fewer,
    "i": _fewer,
}


def _span(items: Sequence[_Item]) -> Figure | None:
    first, second = (item for item in items if item.figure)
    low, high = first.figure, second.figure
    if low is None or high is None:
        return None
    if first.scale == 1 and second.scale > 1 and first.number * second.scale <= second.number:
        low = _plain(first.number * second.scale)  # "2-3 thousand"
    if low.low is None or high.high is None or low.low > high.high:
        return None
    return Figure(low.low, high.high)


def _case_span(items: Sequence[_Item]) -> Figure | None:
    """ "200-ден 300-ге дейін", "200دىن 300غىچە"."""
    if not items[0].last.ending.endswith(tuple(ABLATIVE)):
        return None
    if len(items) == 2 and not items[1].last.ending.endswith(tuple(LIMIT)):
        return None
    return _span(items)


def _hedged(items: Sequence[_Item]) -> Figure | None:
    (number,) = (item.figure for item in items if item.figure)
    hedges = [item.kind for item in items if item.kind in _HEDGES]
    return _HEDGES[hedges[0]](number)


def _scaled(items: Sequence[_Item]) -> Figure | None:
    """30多万: more than so many ten thousands."""
    return _more(_plain(items[0].number * items[2].number))


def _by_ending(items: Sequence[_Item]) -> Figure | None:
    number, ending = items[0].figure, items[0].last.ending
    if number and ending.endswith(tuple(LIMIT)):
        return _most(number)
    return _about(number) if number and ending.endswith(tuple(ABOUT)) else number


def _possibly(items: Sequence[_Item]) -> Figure | None:
    """ "hundreds of thousands and possibly more than a million": from the first, as far as the
    second goes."""
    first, second = (item.figure for item in items if item.figure)
    high = None if second.high is None else max(second.high, first.high or 0)
    return Figure(first.low, high)


_REDUCTIONS: tuple[tuple[str, Callable[[Sequence[_Item]], Figure | None]], ...] = (
    (r"N\+N", _scaled),
    (r"C[NV]&[NV]", _span),
    (r"F[NV][Ju\-_][NV]", _span),
    (r"[NV][NV]v?", _case_span),
    (r"N[J\-_|]N", _span),
    (r"[>lAnu<][>lAnu<c]*[NV]", _hedged),
    (r"[NV][cH]?-?[+gshrvi]", _hedged),
    (r"[NV]", _by_ending),
    (r"X,?\?X", _possibly),
)


@cache
def _reductions() -> list[tuple[re.Pattern[str], Callable[[Sequence[_Item]], Figure | None]]]:
    return [(re.compile(pattern), build) for pattern, build in _REDUCTIONS]


def _reduced(items: list[_Item]) -> list[_Item]:
    """The items with every number and its hedges made one figure."""
    for pattern, build in _reductions():
        kinds = "".join(item.kind for item in items)
        kept: list[_Item] = []
        done = position = 0
        while found := pattern.search(kinds, position):
            taken = items[found.start() : found.end()]
            figure = build(taken)
            position = found.start() + 1
            if figure is not None:
                kept += items[done : found.start()]
                kept.append(_whole(taken, figure))
                done = position = found.end()
        items = kept + items[done:]
    return items


def _whole(taken: Sequence[_Item], figure: Figure) -> _Item:
    first, last = taken[0], taken[-1]
    scale = max(item.scale for item in taken)
    return _Item("X", first.start, last.end, first.first, last.last, figure, scale, len(taken) == 1)


def _counts(items: Sequence[_Item], place: int) -> bool:
    """Whether the figure at `place` may count people, by its company."""
    item = items[place]
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    if before and before.kind == "." and place > 1 and not before.first.spaced:
        before = items[place - 2]  # "No. 5", "ст. 293"
    if after and after.kind == "-" and place + 2 < len(items):
        after = items[place + 2]  # "45-year-old"
    if before and (before.kind == "B" or (before.kind in ":./" and not item.first.spaced)):
        return False
    if _is_in_a_word(items, place):
        return False
    if after and (after.kind == "b" or (after.kind in ":/" and not after.first.spaced)):
        return False
    return not item.exact or _stands_alone(item, after)


def _is_in_a_word(items: Sequence[_Item], place: int) -> bool:
    """Whether the number is the tail of a name: "G20", "COVID-19"."""
    first = items[place].first
    if not first.text[:1].isdecimal() or first.spaced or not place:
        return False
    before = items[place - 1]
    if before.kind == "-" and not before.first.spaced and place > 1:
        before = items[place - 2]
    return before.last.text[-1:].isalpha() and script_of(before.last.text) is not Script.HAN


def _stands_alone(item: _Item, after: _Item | None) -> bool:
    """Whether a number without any hedge is a count: not an ordinal, a code or an article."""
    first = item.first
    if item.last.ending in _ORDINAL:
        return False
    if first.text[:1].isdecimal():
        grouped = not first.text.isdecimal()
        if item.number in _YEARS and item.number % 100 and first.kind == "4":
            return after is not None and after.kind == "H"
        return first.text[0] != "0" and (grouped or first.width < _MOST_DIGITS)
    if item.number == 1:
        return after is not None and after.kind == "H"
    if first.width:  # a Chinese numeral
        return after is not None and after.kind in "Hc"
    return True
