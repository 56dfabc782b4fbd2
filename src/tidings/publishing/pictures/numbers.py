"""Numbers of people: ranges as ranges, and what was announced against who is known by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.counts import CountBar, Look, drawn
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document, legend
from tidings.publishing.pictures.text import clean
from tidings.publishing.pictures.words import figure_words, number, share_words
from tidings.values import Figure

_MOST_DESCRIBED = 12


@dataclass(frozen=True)
class RangeBar:
    """A number that somebody gave, as an interval."""

    label: str
    figure: Figure


@dataclass(frozen=True)
class AnnouncedBar:
    """One announcement held against the people known by name.

    `certain` and `possible` count them (`possible` includes the certain); `unaccounted`: how
    many of those announced nobody names; `documented`: the share that is named, lowest and
    highest (0 to 1). `contradiction`: more are certain than were announced.
    """

    label: str
    figure: Figure
    certain: int
    possible: int
    unaccounted: Figure
    documented: tuple[float, float]
    contradiction: bool = False


def ranges(
    bars: Sequence[RangeBar],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "ranges",
) -> Picture | None:
    """Numbers as they were given, one under the other; None where there are none. Raises
    WrongUse for an identifier that is not a plain word."""
    if not bars:
        return None
    rows = [
        CountBar(each.label, each.figure, figure_words(each.figure, language), "light")
        for each in bars
    ]
    title = phrase("picture.ranges.title", language)
    return _picture(rows, title, (), language, shape, mirrored, identifier)


def announced_against_named(
    announcement: AnnouncedBar,
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "announced",
) -> Picture:
    """How many were announced, how many of them are known by name, how many nobody names.

    The note on who is missing from such lists is part of the description. Raises WrongUse for
    an identifier that is not a plain word.
    """
    named = Figure(announcement.certain, announcement.possible)
    rows = [
        _announced_row("announced", announcement.figure, "light", language),
        CountBar(
            phrase("picture.announced.named", language), named, _named(named, language), "solid"
        ),
        _announced_row("unaccounted", announcement.unaccounted, "empty", language),
    ]
    warning = (
        phrase("picture.announced.contradiction", language) if announcement.contradiction else ""
    )
    notes = [*filter(None, [warning]), phrase("bias.note", language)]
    title = phrase("picture.announced.title", language, label=clean(announcement.label))
    share = (
        phrase("picture.announced.share", language),
        share_words(announcement.documented, language),
    )
    return _picture(
        rows, title, notes, language, shape, mirrored, identifier, more=(share,), warning=warning
    )


def _announced_row(key: str, figure: Figure, look: Look, language: Language) -> CountBar:
    words = figure_words(figure, language)
    return CountBar(phrase(f"picture.announced.{key}", language), figure, words, look)


def _named(named: Figure, language: Language) -> str:
    certain, possible = (number(each or 0, language) for each in (named.low, named.high))
    key = "sure" if certain == possible else "certain"
    return phrase(f"picture.announced.{key}", language, certain=certain, possible=possible)


def _picture(
    bars: Sequence[CountBar],
    title: str,
    notes: Sequence[str],
    language: Language,
    shape: Shape,
    mirrored: bool,
    identifier: str,
    more: tuple[tuple[str, str], ...] = (),
    warning: str = "",
) -> Picture:
    drawing = drawn(bars, shape, language, mirrored, identifier, warning)
    rows = (*((each.label, each.words) for each in bars), *more)
    told = [f"{clean(label)}: {words}." for label, words in rows[:_MOST_DESCRIBED]]
    if len(rows) > _MOST_DESCRIBED:
        told.append(phrase("picture.and_more", language, n=len(rows) - _MOST_DESCRIBED))
    description = " ".join([*told, *notes])
    return Picture(
        svg=document(
            drawing.body,
            shape=shape,
            height=drawing.height,
            title=title,
            description=description,
            identifier=identifier,
            defs=drawing.defs,
        ),
        title=title,
        description=description,
        header=(phrase("picture.what", language), phrase("picture.how_many", language)),
        rows=rows,
        legend=legend(("fading", "open", "striped"), drawing.shapes, language),
    )
