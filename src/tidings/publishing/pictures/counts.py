"""Numbers of people as bars from nought: firm as far as the number is sure, fading where it may
be higher, with dots where nobody gave an upper end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Literal, NamedTuple

from tidings.publishing.phrases import Language
from tidings.publishing.pictures.picture import Shape
from tidings.publishing.pictures.text import escaped, width, wrapped
from tidings.publishing.pictures.words import number
from tidings.values import Figure

Look = Literal["light", "solid", "empty"]

HEIGHT, LINE = 16.0, 19.0
_TOP, _FOOT, _GAP, _MARGIN, _BESIDE = 4.0, 30.0, 15.0, 12.0, 9.0
#: How far an open end fades, and its dots after that.
_FADE, _DOTS = 26.0, 22.0
_MOST_BESIDE = 240.0


class CountBar(NamedTuple):
    """One row: `figure` in `words`. `light`: as announced; `solid`: named people, striped where
    it is only possible that they belong; `empty`: whom nobody names."""

    label: str
    figure: Figure
    words: str
    look: Look


class Drawing(NamedTuple):
    """The SVG, `height` units high, the definitions it needs, the `shapes` that occur in it."""

    body: str
    height: float
    defs: str
    shapes: frozenset[str]


class _Count(NamedTuple):
    """The line of numbers: nought at `origin`, `slope` units a person, a tick every `step`."""

    shape: Shape
    mirrored: bool
    origin: float
    slope: float
    step: int
    top: int

    def x(self, value: float) -> float:
        return self.origin + self.slope * value

    def along(self, units: float) -> float:
        """So many units in the direction in which numbers grow."""
        return -units if self.mirrored else units


def drawn(
    bars: Sequence[CountBar],
    shape: Shape,
    language: Language,
    mirrored: bool,
    identifier: str,
    warning: str = "",
) -> Drawing:
    """The rows from top to bottom, the line of numbers beneath, then the warning in words."""
    line = _line(bars, shape.for_labels([each.label for each in bars]), mirrored)
    marks: list[str] = []
    texts: list[str] = []
    shapes: set[str] = set()
    top = _TOP
    for bar in bars:
        middle, height = _write(bar, line, top, texts)
        _draw(bar, line, middle, identifier, marks, shapes)
        top += height + _GAP
    axis = _axis(line, top - 4, language)
    height = top + _FOOT
    edge, anchor = (shape.width, "end") if mirrored else (0.0, "start")
    for text in wrapped(warning, shape.size, shape.width):
        texts.append(_text(text, edge, height + 8, anchor, "warning", shape.size))
        height += LINE
    body = f"{axis}{''.join(marks)}{''.join(texts)}"
    return Drawing(body, height, _defs(identifier, shapes, mirrored), frozenset(shapes))


def _line(bars: Sequence[CountBar], shape: Shape, mirrored: bool) -> _Count:
    """As long as the page allows, with the words after each bar still on it."""
    top = max(1, *(_reach(each) for each in bars))
    origin = shape.label + _MARGIN
    slope = (shape.width - _MARGIN - origin) / top
    for each in bars:
        after = _tail(each)
        if shape.label:
            after += _BESIDE + 2 + min(_MOST_BESIDE, width(each.words, shape.small))
        slope = min(slope, (shape.width - origin - after) / max(1, _reach(each)))
    apart = 1.5 * width(number(top, "en"), shape.small) + 16
    step = _step(top, min(5, max(1, int(slope * top / apart))))
    if mirrored:
        return _Count(shape, True, shape.width - origin, -slope, step, top)
    return _Count(shape, False, origin, slope, step, top)


def _step(top: int, most: int) -> int:
    """A round number of people between ticks: 1, 2 or 5 with noughts."""
    for power in count():
        for lead in (1, 2, 5):
            step = lead * int(10**power)
            if step * most >= top:
                return step
    raise AssertionError("there is always a larger step")


def _write(bar: CountBar, line: _Count, top: float, texts: list[str]) -> tuple[float, float]:
    """The words of a row. Gives the middle of its bar and its height."""
    shape = line.shape
    start, end = ("end", "start") if line.mirrored else ("start", "end")
    edge, far = (shape.width, 0.0) if line.mirrored else (0.0, shape.width)
    lines = wrapped(bar.label, shape.size, (shape.label or shape.width) - 4)
    for n, text in enumerate(lines):
        texts.append(_text(text, edge, top + LINE * n + 14.5, start, "label", shape.size))
    height = LINE * max(1, len(lines))
    if shape.label:
        words = wrapped(bar.words, shape.small, _MOST_BESIDE)
        height = max(height, LINE * len(words))
        middle = top + height / 2
        x = line.x(_reach(bar)) + line.along(_BESIDE + _tail(bar))
        for n, text in enumerate(words):
            y = middle + 4.5 + LINE * (n - (len(words) - 1) / 2)
            texts.append(_text(text, x, y, start, "less", shape.small))
        return middle, height
    used = width(lines[-1], shape.size) if lines else 0.0
    if used + 16 + width(bar.words, shape.small) <= shape.width:
        texts.append(_text(bar.words, far, top + height - 4.5, end, "less", shape.small))
    else:
        for text in wrapped(bar.words, shape.small, shape.width):
            texts.append(_text(text, edge, top + height + 14, start, "less", shape.small))
            height += LINE
    return top + height + 3 + HEIGHT / 2, height + 3 + HEIGHT


def _reach(bar: CountBar) -> int:
    """The highest number that is drawn of it."""
    return bar.figure.low or 0 if bar.figure.high is None else bar.figure.high


def _tail(bar: CountBar) -> float:
    return _FADE + _DOTS if bar.figure.high is None else 0.0


def _draw(
    bar: CountBar,
    line: _Count,
    middle: float,
    identifier: str,
    marks: list[str],
    shapes: set[str],
) -> None:
    low, high = bar.figure.low or 0, bar.figure.high
    y = middle - HEIGHT / 2
    looks = {
        "solid": 'class="solid"',
        "light": 'class="solid" fill-opacity=".45"',
        "empty": 'class="frame" fill="none" stroke="currentColor" stroke-width="1.5"',
    }
    if low:
        marks.append(_rect(line.x(0), line.x(low), y, looks[bar.look]))
    if high is None:
        shapes |= {"fading", "open"}
        start = line.x(low)
        end = start + line.along(_FADE)
        marks.append(_rect(start, end, y, f'fill="url(#{identifier}-fade)"'))
        first, last = sorted((end, end + line.along(_DOTS - 6)))
        marks.append(
            f'<path class="open" d="M{first:.1f} {middle:.1f}H{last:.1f}" fill="none"'
            ' stroke="currentColor" stroke-width="3" stroke-linecap="round"'
            ' stroke-dasharray="0 7"/>'
        )
    elif high > low:
        striped = bar.look == "solid"
        shapes.add("striped" if striped else "fading")
        fill = f'fill="url(#{identifier}-{"stripes" if striped else "fade"})"'
        marks.append(_rect(line.x(low), line.x(high), y, fill))
        marks.append(
            f'<path class="cap" d="M{line.x(high):.1f} {y:.1f}v{HEIGHT:g}" fill="none"'
            ' stroke="currentColor" stroke-width="1.5"/>'
        )


def _rect(start: float, end: float, y: float, look: str) -> str:
    left, right = sorted((start, end))
    return (
        f'<rect x="{left:.1f}" y="{y:.1f}" width="{max(right - left, 1.5):.1f}"'
        f' height="{HEIGHT:g}" {look}/>'
    )


def _text(text: str, x: float, y: float, anchor: str, look: str, size: float) -> str:
    less = ' fill-opacity=".8"' if look == "less" else ""
    return (
        f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
        f' font-size="{size:g}"{less}>{escaped(text)}</text>'
    )


def _axis(line: _Count, bottom: float, language: Language) -> str:
    """Nought and round numbers: a thin line each over all rows."""
    values = range(0, line.top + 1, line.step)
    lines = "".join(f"M{line.x(each):.1f} {_TOP:g}V{bottom:.1f}" for each in values)
    texts = ""
    for each in values:
        half = width(number(each, language), line.shape.small) / 2
        x = min(max(line.x(each), half), line.shape.width - half)
        texts += _text(number(each, language), x, bottom + 17, "middle", "less", line.shape.small)
    return (
        f'<path class="grid" d="{lines}" fill="none" stroke="currentColor"'
        f' stroke-opacity=".18"/>{texts}'
    )


def _defs(identifier: str, shapes: set[str], mirrored: bool) -> str:
    found = ""
    if "fading" in shapes:
        ends = 'x1="1" x2="0"' if mirrored else 'x1="0" x2="1"'
        found += (
            f'<linearGradient id="{identifier}-fade" {ends}><stop class="stop" offset="0"'
            ' stop-color="currentColor" stop-opacity=".45"/><stop class="stop" offset="1"'
            ' stop-color="currentColor" stop-opacity=".04"/></linearGradient>'
        )
    if "striped" in shapes:
        found += (
            f'<pattern id="{identifier}-stripes" width="6" height="6"'
            ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<rect class="solid" width="2.4" height="6"/></pattern>'
        )
    return f"<defs>{found}</defs>" if found else ""
