"""Bars along a line of time, each with its words: where they stand, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidings.publishing.pictures.text import escaped, width, wrapped
from tidings.publishing.pictures.years import Extent, Years, new_year

HEIGHT, LINE = 14.0, 19.0
#: How wide a day is drawn, and the least for a soft bar and a frame to be seen as such.
DAY_WIDTH, SOFT_WIDTH, FRAME_WIDTH = 6.0, 18.0, 12.0
_TOP, _FOOT, _BESIDE, _MANY = 4.0, 30.0, 9.0, 12


class Bar(NamedTuple):
    """One row: what happened, when and by whom in words, and its stretch of time. `frame`: an
    empty dashed one; `struck`: the words are struck out; `joined`: by a bracket to the row
    above."""

    label: str
    said: str
    extent: Extent
    frame: bool
    struck: bool
    joined: bool = False


class Drawing(NamedTuple):
    """The SVG of all rows and the axis, `height` units high; `shapes` that occur in it."""

    body: str
    height: float
    shapes: frozenset[str]


class _Mark(NamedTuple):
    """Where a bar stands: from x to x, with its dots from `low` to `high`."""

    left: float
    right: float
    low: float
    high: float


class _Words(NamedTuple):
    """The words of a row as SVG, the middle of its bar and the lower end of the row."""

    label: str
    said: str
    middle: float
    bottom: float


class _Row(NamedTuple):
    """One row as SVG, with the shapes that its bar has."""

    mark: str
    words: _Words
    shapes: tuple[str, ...]


def drawn(bars: Sequence[Bar], line: Years, identifier: str) -> Drawing:
    """The rows from top to bottom, the years beneath."""
    gap = 13.0 if len(bars) <= _MANY else 8.0
    top = above = _TOP
    marks, labels, said = [], [], []
    shapes: set[str] = set()
    for bar in bars:
        mark, words, kinds = _row(bar, line, identifier, top)
        marks.append(mark)
        labels.append(words.label)
        said.append(words.said)
        shapes.update(kinds)
        if bar.joined and line.shape.label:
            shapes.add("differ")
            marks.append(_bracket(line, above, words.middle))
        top, above = words.bottom + gap, words.middle
    anchor = "end" if line.mirrored else "start"
    body = (
        f"{_axis(line, top)}{''.join(marks)}"
        f'<g class="label" text-anchor="{anchor}">{"".join(labels)}</g>'
        f'<g class="less" fill-opacity=".8" font-size="{line.shape.small:g}">{"".join(said)}</g>'
    )
    return Drawing(body, top + _FOOT, frozenset(shapes))


@lru_cache(maxsize=16384)
def _row(bar: Bar, line: Years, identifier: str, top: float) -> _Row:
    """Kept, since people's timelines are alike: events are few, and so are the months."""
    mark = _mark(bar, line)
    words = (_beside if line.shape.label else _above)(line, bar, mark, top)
    return _Row(_drawn_mark(bar, mark, words.middle, identifier), words, tuple(_shapes(bar)))


def _shapes(bar: Bar) -> Iterator[str]:
    if bar.extent.open_from or bar.extent.open_to:
        yield "open"
    if bar.frame:
        yield "frame"
    elif not bar.extent.exact:
        yield "soft"


def _mark(bar: Bar, line: Years) -> _Mark:
    start, end = line.x(bar.extent.start), line.x(bar.extent.end)
    left, right = (start, end) if start < end else (end, start)
    least = FRAME_WIDTH if bar.frame else DAY_WIDTH if bar.extent.exact else SOFT_WIDTH
    if right - left < least:
        left = (left + right - least) / 2
        right = left + least
    if not (bar.extent.open_from or bar.extent.open_to):
        return _Mark(left, right, left, right)
    edge = line.edge(end=bar.extent.open_to)
    return _Mark(left, right, min(left, edge), max(right, edge))


def _beside(line: Years, bar: Bar, mark: _Mark, top: float) -> _Words:
    """What happened at the side, when next to its bar, or under it where neither side has room."""
    shape, (low, high) = line.shape, _room(line)
    lines = wrapped(bar.label, shape.size, shape.label - 4)
    label = _label(line, bar, lines, top)
    height = LINE * max(1, len(lines))
    middle = top + height / 2
    long = width(bar.said, shape.small)
    places = [(mark.high + _BESIDE, "start"), (mark.low - _BESIDE, "end")]
    for x, anchor in reversed(places) if line.mirrored else places:
        left = x if anchor == "start" else x - long
        if low <= left and left + long <= high:
            return _Words(label, _text(bar.said, x, middle + 4.5, anchor), middle, top + height)
    under = wrapped(bar.said, shape.small, high - low)
    half = max(width(each, shape.small) for each in under) / 2
    x = min(max((mark.left + mark.right) / 2, low + half), high - half)
    said = [_text(text, x, top + LINE * n + 13, "middle") for n, text in enumerate(under, start=1)]
    height = max(height, LINE * (1 + len(under)))
    return _Words(label, "".join(said), top + LINE / 2, top + height)


def _above(line: Years, bar: Bar, mark: _Mark, top: float) -> _Words:
    """What happened over the bar, when at the other end of its line, or under it where that has
    no room."""
    shape = line.shape
    lines = wrapped(bar.label, shape.size, shape.width)
    count = len(lines)
    long = width(bar.said, shape.small)
    if count == 1 and width(lines[0], shape.size) + 16 + long <= shape.width:
        x, anchor = (0.0, "start") if line.mirrored else (shape.width, "end")
        said = _text(bar.said, x, top + 14, anchor)
    else:
        x, anchor = (shape.width, "end") if line.mirrored else (0.0, "start")
        under = wrapped(bar.said, shape.small, shape.width)
        first = top + LINE * count + 14
        said = "".join(_text(text, x, first + LINE * n, anchor) for n, text in enumerate(under))
        count += len(under)
    height = LINE * count + 3 + HEIGHT
    return _Words(_label(line, bar, lines, top), said, top + height - HEIGHT / 2, top + height)


def _room(line: Years) -> tuple[float, float]:
    if line.mirrored:
        return 2.0, line.shape.width - line.shape.label - 14
    return line.shape.label + 14, line.shape.width - 2


def _label(line: Years, bar: Bar, lines: Sequence[str], top: float) -> str:
    x = f"{line.shape.width:g}" if line.mirrored else "0"
    struck = ' class="struck" text-decoration="line-through"' if bar.struck else ""
    return "".join(
        f'<text x="{x}" y="{top + LINE * n + 14.5:.1f}"{struck}>{escaped(text)}</text>'
        for n, text in enumerate(lines)
    )


def _text(text: str, x: float, y: float, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escaped(text)}</text>'


def _drawn_mark(bar: Bar, mark: _Mark, middle: float, identifier: str) -> str:
    dots = ""
    if bar.extent.open_from or bar.extent.open_to:
        start, end = (mark.low, mark.left) if mark.low < mark.left else (mark.right, mark.high)
        dots = (
            f'<path class="open" d="M{start + 4:.1f} {middle:.1f}H{end:.1f}" fill="none"'
            ' stroke="currentColor" stroke-width="3" stroke-linecap="round"'
            ' stroke-dasharray="0 7"/>'
        )
    if bar.frame:
        look = (
            'class="denied" fill="none" stroke="currentColor" stroke-width="1.5"'
            ' stroke-dasharray="4 3" rx="2"'
        )
    elif bar.extent.exact:
        look = 'class="solid" rx="2"'
    else:
        look = f'fill="url(#{identifier}-soft)"'
    return (
        f'{dots}<rect x="{mark.left:.1f}" y="{middle - HEIGHT / 2:.1f}"'
        f' width="{mark.right - mark.left:.1f}" height="{HEIGHT:g}" {look}/>'
    )


def _bracket(line: Years, above: float, middle: float) -> str:
    x = line.shape.width - line.shape.label - 4 if line.mirrored else line.shape.label + 4
    inward = -5 if line.mirrored else 5
    return (
        f'<path class="differ" d="M{x + inward:g} {above:.1f}H{x:g}V{middle:.1f}H{x + inward:g}"'
        ' fill="none" stroke="currentColor" stroke-width="1.5"/>'
    )


@lru_cache(maxsize=4096)
def _axis(line: Years, bottom: float) -> str:
    """The years: a thin line each, over all rows, and the year under it."""
    places = [(line.x(new_year(year)), year) for year in line.ticks]
    lines = "".join(f"M{x:.1f} {_TOP:g}V{bottom + 4:.1f}" for x, _ in places)
    numbers = "".join(
        f'<text x="{x:.1f}" y="{bottom + 21:.1f}">{year}</text>' for x, year in places
    )
    return (
        f'<path class="grid" d="{lines}" stroke="currentColor" stroke-opacity=".18"/>'
        f'<g class="less" fill-opacity=".8" font-size="{line.shape.small:g}"'
        f' text-anchor="middle">{numbers}</g>'
    )
