"""Scores of pairs from 0 to 1: how many there are of each, and whether they can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document
from tidings.publishing.pictures.text import escaped
from tidings.publishing.pictures.words import number

_ROW, _BAR, _TOP, _BESIDE = 24.0, 14.0, 4.0, 8.0
_LABEL, _WORDS = 96.0, 190.0


@dataclass(frozen=True)
class ScoreBin:
    """The pairs scored from `low` to `high`: how many, and of how many of those that a person
    answered (`answered`) the answer was that they are one (`same`)."""

    low: float
    high: float
    pairs: int
    answered: int = 0
    same: int = 0

    @property
    def label(self) -> str:
        return f"{self.low:.2f}-{self.high:.2f}"


def score_counts(
    bins: Sequence[ScoreBin], *, language: Language = "en", identifier: str = "scores"
) -> Picture:
    """How many pairs have each score. Raises WrongUse for an identifier that is no plain word."""
    most = max([each.pairs for each in bins], default=0) or 1
    bars = [(each.label, each.pairs / most, None, number(each.pairs, language)) for each in bins]
    return _picture("scores", bars, language, identifier)


def reliability(
    bins: Sequence[ScoreBin], *, language: Language = "en", identifier: str = "reliability"
) -> Picture:
    """Of the pairs that people answered, the share that is one person, beside the score that
    promised it. Raises WrongUse for an identifier that is no plain word."""
    bars = [
        (
            each.label,
            each.same / each.answered,
            (each.low + each.high) / 2,
            phrase("picture.reliability.of", language).format(
                same=number(each.same, language), all=number(each.answered, language)
            ),
        )
        for each in bins
        if each.answered
    ]
    return _picture("reliability", bars, language, identifier)


def _picture(
    kind: str,
    bars: Sequence[tuple[str, float, float | None, str]],
    language: Language,
    identifier: str,
) -> Picture:
    title = phrase(f"picture.{kind}.title", language)
    description = " ".join(f"{label}: {words}." for label, _, _, words in bars)
    body = "".join(_bar(at, bar, WIDE) for at, bar in enumerate(bars))
    height = _TOP + _ROW * max(1, len(bars))
    return Picture(
        svg=document(
            body,
            shape=WIDE,
            height=height,
            title=title,
            description=description,
            identifier=identifier,
        ),
        title=title,
        description=description,
        header=tuple(phrase(f"picture.{kind}.{key}", language) for key in ("score", "how_many")),
        rows=tuple((label, words) for label, _, _, words in bars),
        legend=phrase("picture.legend.reliability", language) if kind == "reliability" else "",
    )


def _bar(at: int, bar: tuple[str, float, float | None, str], shape: Shape) -> str:
    """One row: the score, its bar, a line where the score promised the bar to end, the words."""
    label, share, promised, words = bar
    top, room = _TOP + at * _ROW, shape.width - _LABEL - _WORDS
    middle, wide = top + _BAR - 2, share * room
    line = (
        f'<path d="M{_LABEL + promised * room:.1f} {top - 2:g}v{_BAR + 4:g}" stroke="currentColor"'
        ' stroke-width="2"/>'
        if promised is not None
        else ""
    )
    after = _LABEL + max(wide, (promised or 0) * room) + _BESIDE
    return (
        f'<text x="0" y="{middle:g}" font-size="{shape.small:g}">{escaped(label)}</text>'
        f'<rect class="solid" x="{_LABEL:g}" y="{top:g}" width="{wide:.1f}" height="{_BAR:g}"'
        f' fill-opacity=".6"/>{line}'
        f'<text x="{after:.1f}" y="{middle:g}" font-size="{shape.small:g}">{escaped(words)}</text>'
    )
