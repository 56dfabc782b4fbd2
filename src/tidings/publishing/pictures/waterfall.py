"""How evidence adds up that two mentions are one person: step after step, each from where the
one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document, legend
from tidings.publishing.pictures.text import clean, escaped, width, wrapped
from tidings.publishing.pictures.words import chance_words

Look = Literal["for", "against", "sum"]

_HEIGHT, _LINE, _GAP = 14.0, 19.0, 9.0
_TOP, _FOOT, _MARGIN, _BESIDE = 4.0, 26.0, 10.0, 8.0
#: The words are what is to be read: their share of a wide drawing.
_LABEL = 0.46
_THINNEST = 1.5
#: A drawing spans so many bits at least: next to nothing looks like next to nothing.
_NARROWEST = 1.0
_LOOKS: dict[Look, str] = {
    "for": 'class="solid"',
    "against": 'class="denied" fill="none" stroke="currentColor" stroke-width="1.5"'
    ' stroke-dasharray="4 3"',
    "sum": 'class="solid" fill-opacity=".45"',
}
_KNOWN = ("waterfall.for", "waterfall.against", "waterfall.sum", "waterfall.step")


@dataclass(frozen=True)
class EvidenceStep:
    """What speaks, in words, and by how many bits: above 0 for one person, below 0 for two."""

    words: str
    bits: float


class _Bar(NamedTuple):
    """One row: its words, from which sum to which it leads, and how it is drawn."""

    words: str
    start: float
    end: float
    look: Look


def waterfall(
    before: float,
    steps: Sequence[EvidenceStep],
    probability: float,
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "waterfall",
) -> Picture:
    """From what is known `before` anything is compared, in bits, by each step to their sum.

    A bit is log2 of the odds: +1 makes it twice as likely that the two are one person. Raises
    WrongUse for an identifier that is not a plain word.
    """
    bars = _bars(before, steps, probability, language)
    drawing = _Drawing(bars, shape, mirrored, language)
    title = phrase("picture.waterfall.title", language)
    rows = tuple((clean(bar.words), _worded(bar, language)) for bar in bars)
    description = " ".join(f"{words}: {amount}." for words, amount in rows)
    used = frozenset({f"waterfall.{bar.look}" for bar in bars} | {"waterfall.step"})
    return Picture(
        svg=document(
            drawing.body,
            shape=shape,
            height=drawing.height,
            title=title,
            description=description,
            identifier=identifier,
        ),
        title=title,
        description=description,
        header=tuple(phrase(f"picture.waterfall.{key}", language) for key in ("what", "how_much")),
        rows=rows,
        legend=legend(_KNOWN, used, language),
    )


def _bars(
    before: float, steps: Sequence[EvidenceStep], probability: float, language: Language
) -> list[_Bar]:
    sums = list(accumulate((step.bits for step in steps), initial=before))
    share = chance_words(probability, language)
    together = phrase("picture.waterfall.together", language, share=share)
    return [
        _Bar(phrase("picture.waterfall.before", language), 0.0, before, "sum"),
        *(
            _Bar(step.words, start, end, "for" if step.bits >= 0 else "against")
            for step, (start, end) in zip(steps, pairwise(sums), strict=True)
        ),
        _Bar(together, 0.0, sums[-1], "sum"),
    ]


def _worded(bar: _Bar, language: Language) -> str:
    """ "4.2 for", "1.5 against"."""
    bits = bar.end - bar.start
    key = "picture.waterfall.for" if bits >= 0 else "picture.waterfall.against"
    return phrase(key, language, n=_number(abs(bits), language))


def _signed(bits: float, language: Language) -> str:
    """ "+4.2" """
    sign = "+" if bits >= 0 else "\N{MINUS SIGN}"
    return sign + _number(abs(bits), language)


def _number(bits: float, language: Language) -> str:
    return f"{bits:.1f}" if language == "en" else f"{bits:.1f}".replace(".", ",")


class _Drawing:
    """The rows from top to bottom: words, a bar, its number; thin lines from bar to bar."""

    def __init__(
        self, bars: Sequence[_Bar], shape: Shape, mirrored: bool, language: Language
    ) -> None:
        self._shape, self._mirrored, self._language = shape, mirrored, language
        self._label = shape.width * _LABEL if shape.label else 0.0
        numbers = [_signed(bar.end - bar.start, language) for bar in bars]
        self._numbers = max(width(each, shape.small) for each in numbers) + _BESIDE
        ends = [0.0, *(end for bar in bars for end in (bar.start, bar.end))]
        self._low = min(ends)
        room = shape.width - self._label - 2 * _MARGIN - (self._numbers if shape.label else 0.0)
        self._scale = room / max(_NARROWEST, max(ends) - self._low)
        self._texts: list[str] = []
        marks, ties = [], []
        top, last = _TOP, None
        for bar, number in zip(bars, numbers, strict=True):
            y, bottom = self._write(bar.words, number, top)
            marks.append(self._mark(bar, y))
            if last is not None:
                joint = bar.start if bar.look != "sum" else bar.end
                ties.append(f"M{self._x(joint):.1f} {last:.1f}V{y:.1f}")
            top, last = bottom + _GAP, y + _HEIGHT
        middle = self._x(0.0)
        line = (
            f'<path class="grid" d="M{middle:.1f} {_TOP:g}V{top:.1f}" stroke="currentColor"'
            ' stroke-opacity=".18"/>'
            f'<path class="tie" d="{"".join(ties)}" fill="none" stroke="currentColor"/>'
        )
        self._name_ends(top)
        self.height = top + _FOOT
        self.body = f"{line}{''.join(marks)}{''.join(self._texts)}"

    def _x(self, bits: float) -> float:
        x = self._label + _MARGIN + (bits - self._low) * self._scale
        return self._shape.width - x if self._mirrored else x

    def _write(self, words: str, number: str, top: float) -> tuple[float, float]:
        """The words and the number of a row; gives the upper end of its bar and its lower end."""
        shape = self._shape
        near, far = (shape.width, 0.0) if self._mirrored else (0.0, shape.width)
        start, end = ("end", "start") if self._mirrored else ("start", "end")
        room = (self._label or shape.width - self._numbers) - 4
        lines = wrapped(words, shape.size, room)
        for n, text in enumerate(lines):
            self._text(text, near, top + _LINE * n + 14.5, start, "label", shape.size)
        height = _LINE * max(1, len(lines))
        at = top + height / 2 + 4.5 if self._label else top + 14.5
        self._text(number, far, at, end, "less", shape.small)
        if self._label:
            return top + (height - _HEIGHT) / 2, top + height
        return top + height + 3, top + height + 3 + _HEIGHT

    def _mark(self, bar: _Bar, y: float) -> str:
        left, right = sorted((self._x(bar.start), self._x(bar.end)))
        return (
            f'<rect x="{left:.1f}" y="{y:.1f}" width="{max(right - left, _THINNEST):.1f}"'
            f' height="{_HEIGHT:g}" {_LOOKS[bar.look]}/>'
        )

    def _name_ends(self, top: float) -> None:
        """Under the bars, to which side "two people" lies and to which "one person"."""
        shape = self._shape
        outer = shape.width - (self._numbers if self._label else 0.0)
        ends = ((self._label + _MARGIN, "two", "start"), (outer, "one", "end"))
        for x, key, anchor in ends:
            if self._mirrored:
                x, anchor = shape.width - x, "end" if anchor == "start" else "start"
            words = phrase(f"picture.waterfall.{key}", self._language)
            self._text(words, x, top + 15, anchor, "less", shape.small)

    def _text(self, text: str, x: float, y: float, anchor: str, look: str, size: float) -> None:
        less = ' fill-opacity=".8"' if look == "less" else ""
        self._texts.append(
            f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
            f' font-size="{size:g}"{less}>{escaped(text)}</text>'
        )
