"""What became of the letters to each body: a square for each, filled as far as it was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document, legend
from tidings.publishing.pictures.text import clean, escaped, wrapped
from tidings.publishing.pictures.words import counted, number

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SIDE, _PITCH, _LINE, _GAP = 12.0, 17.0, 19.0, 15.0
#: More letters than fit in so many lines of squares are drawn several to a square.
_MOST_LINES = 3
OUTCOMES = ("answered", "refused", "silent", "overdue", "waiting")
_LINED = 'class="frame" fill="none" stroke="currentColor" stroke-width="1.5"'
_LOOKS = {
    "answered": 'class="solid"',
    "refused": _LINED,
    "silent": _LINED,
    "overdue": (
        'class="denied" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"'
    ),
    "waiting": f'{_LINED} stroke-opacity=".4"',
}
#: What is drawn in the square: a refusal is struck through, a letter on its way a dot.
_INSIDE = {
    "answered": "",
    "refused": "l12 12",
    "silent": "",
    "overdue": "",
    "waiting": "m5.5 6h1",
}


@dataclass(frozen=True)
class BodyLetters:
    """How many letters a body answered, refused to answer, left without an answer; how many are
    overdue, and how many wait within their time."""

    body: str
    answered: int = 0
    refused: int = 0
    silent: int = 0
    overdue: int = 0
    waiting: int = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """In the order of the drawing."""
        return (self.answered, self.refused, self.silent, self.overdue, self.waiting)


def silence(
    bodies: Sequence[BodyLetters],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "silence",
) -> Picture | None:
    """A row for each body; None where nobody was written to. Raises WrongUse for an identifier
    that is not a plain word."""
    written = [each for each in bodies if sum(each.counts)]
    if not written:
        return None
    fitted = shape.for_labels([each.body for each in written])
    page = _Page(fitted, mirrored, _letters_a_square(written, fitted))
    for each in written:
        _draw(page, each, language)
    title = phrase("picture.silence.title", language)
    told = [_counted(each, language) for each in written]
    description = " ".join(
        f"{clean(each.body)}: {words}." for each, words in zip(written, told, strict=True)
    )
    return Picture(
        svg=document(
            "".join(page.parts),
            shape=shape,
            height=page.y - _GAP + 6,
            title=title,
            description=description,
            identifier=identifier,
        ),
        title=title,
        description=description,
        header=tuple(phrase(f"picture.silence.{key}", language) for key in ("body", "outcome")),
        rows=tuple((each.body, words) for each, words in zip(written, told, strict=True)),
        legend=_legend(written, page.each, language),
    )


@dataclass
class _Page:
    """The drawing as it grows; `y` is where the next row begins, `each` the letters that one
    square stands for."""

    shape: Shape
    mirrored: bool
    each: int
    y: float = 4.0
    parts: list[str] = field(default_factory=list)

    def write(self, text: str, x: float, look: str, size: float) -> None:
        """One line of text, its top at `y`; moves `y` under it."""
        anchor = "end" if self.mirrored else "start"
        less = ' fill-opacity=".8"' if look == "less" else ""
        self.parts.append(
            f'<text class="{look}" x="{self.x(x):.1f}" y="{self.y + 14.5:.1f}"'
            f' text-anchor="{anchor}" font-size="{size:g}"{less}>{escaped(text)}</text>'
        )
        self.y += _LINE

    def x(self, x: float) -> float:
        return self.shape.width - x if self.mirrored else x


def _letters_a_square(bodies: Sequence[BodyLetters], shape: Shape) -> int:
    """One, or as many as keep the longest row of squares within a few lines."""
    most = _in_a_line(shape) * _MOST_LINES - len(OUTCOMES)
    return max(1, *(-(-sum(each.counts) // most) for each in bodies))


def _in_a_line(shape: Shape) -> int:
    return int((shape.width - _start(shape)) // _PITCH)


def _start(shape: Shape) -> float:
    return shape.label + 16 if shape.label else 1.0


def _draw(page: _Page, body: BodyLetters, language: Language) -> None:
    shape, top = page.shape, page.y
    for line in wrapped(body.body, shape.size, (shape.label or shape.width) - 4):
        page.write(line, 0, "label", shape.size)
    bottom = page.y
    if shape.label:
        page.y = top
    _draw_squares(page, body)
    words = _counted(body, language)
    start = _start(shape)
    for line in wrapped(words, shape.small, shape.width - start):
        page.write(line, start, "less", shape.small)
    page.y = max(page.y, bottom) + _GAP


def _draw_squares(page: _Page, body: BodyLetters) -> None:
    outcomes = [
        outcome
        for outcome, count in zip(OUTCOMES, body.counts, strict=True)
        for _ in range(-(-count // page.each))
    ]
    in_a_line = _in_a_line(page.shape)
    for n, outcome in enumerate(outcomes):
        x = _start(page.shape) + _PITCH * (n % in_a_line)
        y = page.y + 3 + _PITCH * (n // in_a_line)
        left = page.x(x + _SIDE) if page.mirrored else x
        page.parts.append(
            f'<path d="M{left:.1f} {y:.1f}h{_SIDE:g}v{_SIDE:g}h-{_SIDE:g}z{_INSIDE[outcome]}"'
            f" {_LOOKS[outcome]}/>"
        )
    page.y += 3 + _PITCH * -(-len(outcomes) // in_a_line)


def _counted(body: BodyLetters, language: Language) -> str:
    """How many letters, and how many of them had which outcome."""
    counts = zip(OUTCOMES, body.counts, strict=True)
    outcomes = [
        f"{phrase(f'picture.silence.{outcome}', language)}{_NO_BREAK}{number(count, language)}"
        for outcome, count in counts
        if count
    ]
    letters = counted("picture.silence.letters", sum(body.counts), language)
    return " · ".join([letters, *outcomes])


def _legend(bodies: Sequence[BodyLetters], each: int, language: Language) -> str:
    totals = [sum(column) for column in zip(*(body.counts for body in bodies), strict=True)]
    used = frozenset(name for name, total in zip(OUTCOMES, totals, strict=True) if total)
    words = legend(OUTCOMES, used, language)
    if each == 1:
        return words
    return f"{words} {phrase('picture.legend.square', language, n=number(each, language))}"
