"""What happened to a person, when, and how exactly that is known.

A day is a firm mark; a month, a season, a year a bar with soft ends; an open end runs out in
dots. What is denied or was taken back is an empty dashed frame, and says so in words; a denial
stands under what it denies, with a bracket around the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.bars import Bar, drawn
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document, soft_ends
from tidings.publishing.pictures.text import clean
from tidings.publishing.pictures.words import counted, when
from tidings.publishing.pictures.years import extent, years
from tidings.values import Dated

_MOST_DESCRIBED = 12


@dataclass(frozen=True)
class TimelineEntry:
    """What happened, in words, and when; said by `sources` sources, who are named in `said_by`
    as far as they may be. `denied`: a source says that it did not happen. `retracted`: those
    who said so took it back."""

    label: str
    held: Dated | None
    sources: int = 1
    said_by: tuple[str, ...] = ()
    denied: bool = False
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
    told = _ordered(entries)
    bars = _bars(told, language)
    if not bars:
        return None
    drawing = drawn(bars, years([bar.extent for bar in bars], shape, mirrored), identifier)
    title, description = _title(bars, language), _description(told, language)
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
        header=tuple(phrase(f"picture.{key}", language) for key in ("when", "what", "said_by")),
        rows=tuple(_cells(each, language) for each in told),
        legend=" ".join(
            phrase(f"picture.legend.{each}", language)
            for each in ("soft", "open", "denied", "differ")
            if each in drawing.shapes
        ),
    )


def _ordered(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """By time, what is undated last; alike ones as one; a denial right after what it denies."""
    alike: dict[tuple[object, ...], TimelineEntry] = {}
    for each in entries:
        key = (each.label, each.held, each.denied, each.retracted)
        alike[key] = _together(alike[key], each) if key in alike else each
    found = sorted(alike.values(), key=_moment)
    for denial in [each for each in found if each.denied]:
        found.remove(denial)
        found.insert(_place(denial, found), denial)
    return found


def _together(one: TimelineEntry, other: TimelineEntry) -> TimelineEntry:
    said_by = tuple(dict.fromkeys(one.said_by + other.said_by))
    return replace(one, sources=one.sources + other.sources, said_by=said_by)


def _moment(entry: TimelineEntry) -> tuple[int, int]:
    found = extent(entry.held)
    return (found.start, found.end) if found else (date.max.toordinal() + 1, 0)


def _place(denial: TimelineEntry, among: Sequence[TimelineEntry]) -> int:
    """After the last entry that it denies; else where its own time puts it."""
    denied = [n for n, each in enumerate(among) if _denies(denial, each)]
    if denied:
        return denied[-1] + 1
    return sum(_moment(each) <= _moment(denial) for each in among)


def _denies(denial: TimelineEntry, other: TimelineEntry) -> bool:
    """Both speak of the same event, at times that meet."""
    if not denial.denied or other.denied or denial.label != other.label:
        return False
    mine, theirs = extent(denial.held), extent(other.held)
    if mine is None or theirs is None:
        return mine is theirs
    before = not mine.open_to and not theirs.open_from and mine.end <= theirs.start
    after = not theirs.open_to and not mine.open_from and theirs.end <= mine.start
    return not (before or after)


def _bars(told: Sequence[TimelineEntry], language: Language) -> list[Bar]:
    bars: list[Bar] = []
    above: TimelineEntry | None = None
    for each in told:
        found = extent(each.held)
        if found is not None:
            denies = above is not None and _denies(each, above)
            frame = each.denied or each.retracted
            said = " · ".join(_said(each, language))
            bars.append(Bar(each.label, said, found, frame, each.retracted, denies))
        above = each
    return bars


def _said(entry: TimelineEntry, language: Language) -> list[str]:
    parts = _marks(entry, language)
    parts.append(when(entry.held, language))
    if entry.sources > 1:
        parts.append(counted("picture.sources", entry.sources, language))
    return parts


def _marks(entry: TimelineEntry, language: Language) -> list[str]:
    return [
        phrase(f"picture.{mark}", language)
        for mark, is_so in (("denied", entry.denied), ("retracted", entry.retracted))
        if is_so
    ]


def _title(bars: Sequence[Bar], language: Language) -> str:
    first = min(each.extent.years[0] for each in bars)
    last = max(each.extent.years[1] for each in bars)
    key = "picture.timeline.title_year" if first == last else "picture.timeline.title"
    return phrase(key, language, first=first, last=last)


def _description(told: Sequence[TimelineEntry], language: Language) -> str:
    """The first rows in words, for those who hear the picture."""
    lines = [
        f"{clean(each.label)}: {', '.join(_said(each, language))}."
        for each in told[:_MOST_DESCRIBED]
    ]
    if len(told) > _MOST_DESCRIBED:
        lines.append(phrase("picture.and_more", language, n=len(told) - _MOST_DESCRIBED))
    return " ".join(lines)


def _cells(entry: TimelineEntry, language: Language) -> tuple[str, str, str]:
    marks = _marks(entry, language)
    what = f"{entry.label} ({', '.join(marks)})" if marks else entry.label
    said_by = "; ".join(entry.said_by) or counted("picture.sources", entry.sources, language)
    return when(entry.held, language), what, said_by
