"""What happened to a person, when, and how exactly that is known.

A day is a firm mark; a month, a season, a year a bar with soft ends; an open end runs out in
dots. What is not told as a fact (denied, promised, taken back) is an empty dashed frame, and says
so in words; a denial stands under what it denies, with a bracket around the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.bars import Bar, drawn
from tidings.publishing.pictures.picture import (
    WIDE,
    Picture,
    Shape,
    document,
    legend,
    soft_ends,
)
from tidings.publishing.pictures.text import clean
from tidings.publishing.pictures.words import counted, when
from tidings.publishing.pictures.years import extent, years
from tidings.values import Dated, Mode

_MOST_DESCRIBED = 12
_AS_A_FACT = frozenset({Mode.ASSERTS, Mode.CONFIRMS, Mode.ESTIMATES})
_NEVER = (date.max.toordinal() + 1, 0)


class TimelineEntry(NamedTuple):
    """What happened, in words, and when; in which `mode` it was said, by `sources` sources, who
    are named in `said_by` as far as they may be. `retracted`: they took it back later."""

    label: str
    held: Dated | None
    sources: int = 1
    said_by: tuple[str, ...] = ()
    mode: Mode = Mode.ASSERTS
    retracted: bool = False


def timeline(
    entries: Iterable[TimelineEntry],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "timeline",
) -> Picture | None:
    """The timeline of these entries, None when none of them has a date.

    Entries that say the same are one row; those without a date are in the table alone.
    `mirrored`: words stand at the right and time runs leftward. Raises WrongUse for an
    identifier that is not a plain word.
    """
    told = _ordered(_together([_told(each, language) for each in entries], language))
    bars = _bars(told)
    if not bars:
        return None
    first = min([bar.extent.years[0] for bar in bars])
    last = max([bar.extent.years[1] for bar in bars])
    fitted = shape.for_labels([bar.label for bar in bars])
    drawing = drawn(bars, years(first, last, fitted, mirrored), identifier)
    title, description = _title(first, last, language), _description(told, language)
    return Picture(
        svg=document(
            drawing.body,
            shape=shape,
            height=drawing.height,
            title=title,
            description=description,
            identifier=identifier,
            defs=soft_ends(identifier) if "soft" in drawing.shapes else "",
        ),
        title=title,
        description=description,
        header=_header(language),
        rows=tuple([each.cells for each in told]),
        legend=legend(("soft", "open", "frame", "differ"), drawing.shapes, language),
    )


class _Told(NamedTuple):
    """An entry in words: its `bar`, None without a date; `firm`: told as a fact and not taken
    back; `line` tells it to those who hear the picture, `cells` in the table. Two say the same when
    their `what` is equal; `moment` is how they are ordered."""

    entry: TimelineEntry
    bar: Bar | None
    firm: bool
    line: str
    cells: tuple[str, str, str]
    what: tuple[object, ...]
    moment: tuple[int, int]


@lru_cache(maxsize=16384)
def _told(entry: TimelineEntry, language: Language) -> _Told:
    label, stretch = entry.label, extent(entry.held)
    said = told = when(entry.held, language)
    marks = _marks(entry.mode, entry.retracted, language)
    if marks:
        said = f"{marks} · {said}"
    if entry.sources > 1:
        said = f"{said} · {counted('picture.sources', entry.sources, language)}"
    struck = entry.retracted or entry.mode is Mode.RETRACTS
    by = "; ".join(entry.said_by) or counted("picture.sources", max(1, entry.sources), language)
    return _Told(
        entry,
        bar=Bar(label, said, stretch, bool(marks), struck) if stretch else None,
        firm=not marks,
        line=f"{clean(label)}: {said}.",
        cells=(told, f"{label} ({marks})" if marks else label, by),
        what=(label, entry.held and entry.held.edtf, _mode(entry), entry.retracted),
        moment=stretch[:2] if stretch else _NEVER,
    )


@cache
def _marks(mode: Mode, retracted: bool, language: Language) -> str:
    """In words, why it is not told as a fact; nothing where it is."""
    marks = [] if mode in _AS_A_FACT else [mode.value]
    if retracted and mode is not Mode.RETRACTS:
        marks.append(Mode.RETRACTS.value)
    return ", ".join(phrase(f"picture.mode.{each}", language) for each in marks)


@cache
def _header(language: Language) -> tuple[str, ...]:
    return tuple(phrase(f"picture.{key}", language) for key in ("when", "what", "said_by"))


def _together(told: Iterable[_Told], language: Language) -> Iterable[_Told]:
    """What says the same as one, with the sources of all."""
    found: dict[tuple[object, ...], _Told] = {}
    for each in told:
        same = found.get(each.what)
        found[each.what] = each if same is None else _both(same.entry, each.entry, language)
    return found.values()


def _both(one: TimelineEntry, other: TimelineEntry, language: Language) -> _Told:
    said_by = tuple(dict.fromkeys(one.said_by + other.said_by))
    return _told(other._replace(sources=one.sources + other.sources, said_by=said_by), language)


def _mode(entry: TimelineEntry) -> Mode:
    """Who confirms says the same as who asserts."""
    return Mode.ASSERTS if entry.mode is Mode.CONFIRMS else entry.mode


def _ordered(told: Iterable[_Told]) -> list[_Told]:
    """By time, what is undated last; a denial right after what it denies."""
    found = sorted(told, key=attrgetter("moment"))
    for denial in [each for each in found if each.entry.mode is Mode.DENIES]:
        found.remove(denial)
        found.insert(_place(denial, found), denial)
    return found


def _place(denial: _Told, among: Sequence[_Told]) -> int:
    """After the last entry that it denies; else where its own time puts it."""
    denied = [n for n, each in enumerate(among) if _denies(denial, each)]
    if denied:
        return denied[-1] + 1
    return sum(each.moment <= denial.moment for each in among)


def _denies(denial: _Told, other: _Told) -> bool:
    """Both speak of the same event, at times that meet."""
    if denial.entry.mode is not Mode.DENIES or not other.firm:
        return False
    if denial.entry.label != other.entry.label:
        return False
    if denial.bar is None or other.bar is None:
        return denial.bar is other.bar
    mine, theirs = denial.bar.extent, other.bar.extent
    before = not mine.open_to and not theirs.open_from and mine.end <= theirs.start
    after = not theirs.open_to and not mine.open_from and theirs.end <= mine.start
    return not (before or after)


def _bars(told: Sequence[_Told]) -> list[Bar]:
    """Those with a date; a denial is joined to what it denies when that is right above."""
    bars = [each.bar for each in told]
    for number, (above, each) in enumerate(pairwise(told), start=1):
        if each.bar and each.entry.mode is Mode.DENIES and _denies(each, above):
            bars[number] = each.bar._replace(joined=True)
    return [each for each in bars if each]


@lru_cache(maxsize=1024)
def _title(first: int, last: int, language: Language) -> str:
    key = "picture.timeline.title_year" if first == last else "picture.timeline.title"
    return phrase(key, language, first=first, last=last)


def _description(told: Sequence[_Told], language: Language) -> str:
    """The first rows in words, for those who hear the picture."""
    lines = [each.line for each in told[:_MOST_DESCRIBED]]
    if len(told) > _MOST_DESCRIBED:
        lines.append(phrase("picture.and_more", language, n=len(told) - _MOST_DESCRIBED))
    return " ".join(lines)
