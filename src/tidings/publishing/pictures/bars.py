"""Bars along a line of time, each with its words: where they stand, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    joined: bool


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


@dataclass
class _Page:
    """What is drawn so far; `room`: from where to where words may stand among the bars."""

    line: Years
    identifier: str
    room: tuple[float, float]
    marks: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    shapes: set[str] = field(default_factory=set)


def drawn(bars: Sequence[Bar], line: Years, identifier: str) -> Drawing:
    """The rows from top to bottom, the years beneath."""
    page = _Page(line, identifier, _room(line))
    place = _beside if line.shape.label else _above
    gap = 13.0 if len(bars) <= _MANY else 8.0
    top, above = _TOP, 0.0
    for bar in bars:
        mark = _mark(bar, line)
        middle, height = place(page, bar, mark, top)
        _draw_mark(page, bar, mark, middle)
        if bar.joined and line.shape.label:
            _draw_bracket(page, above, middle)
        top, above = top + height + gap, middle
    anchor = "end" if line.mirrored else "start"
    body = (
        f"{_axis(line, top)}{''.join(page.marks)}"
        f'<g class="label" text-anchor="{anchor}">{"".join(page.labels)}</g>'
        f'<g class="less" fill-opacity=".8" font-size="{line.shape.small:g}">'
        f"{''.join(page.said)}</g>"
    )
    return Drawing(body, top + _FOOT, frozenset(page.shapes))


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


def _beside(page: _Page, bar: Bar, mark: _Mark, top: float) -> tuple[float, float]:
    """What happened at the side, when next to its bar, or under it where neither side has room.
    Gives the middle of the bar and the height of the row."""
    shape, (low, high) = page.line.shape, page.room
    lines = wrapped(bar.label, shape.size, shape.label - 4)
    _write_label(page, bar, lines, top)
    height = LINE * max(1, len(lines))
    middle = top + height / 2
    long = width(bar.said, shape.small)
    places = [(mark.high + _BESIDE, "start"), (mark.low - _BESIDE, "end")]
    for x, anchor in reversed(places) if page.line.mirrored else places:
        left = x if anchor == "start" else x - long
        if low <= left and left + long <= high:
            _write_said(page, bar.said, x, middle + 4.5, anchor)
            return middle, height
    under = wrapped(bar.said, shape.small, high - low)
    half = max(width(each, shape.small) for each in under) / 2
    x = min(max((mark.left + mark.right) / 2, low + half), high - half)
    for n, text in enumerate(under, start=1):
        _write_said(page, text, x, top + LINE * n + 13, "middle")
    return top + LINE / 2, max(height, LINE * (1 + len(under)))


def _above(page: _Page, bar: Bar, mark: _Mark, top: float) -> tuple[float, float]:
    """What happened over the bar, when at the other end of its line, or under it where that has
    no room."""
    line, shape = page.line, page.line.shape
    lines = wrapped(bar.label, shape.size, shape.width)
    _write_label(page, bar, lines, top)
    count = len(lines)
    long = width(bar.said, shape.small)
    if count == 1 and width(lines[0], shape.size) + 16 + long <= shape.width:
        x, anchor = (0.0, "start") if line.mirrored else (shape.width, "end")
        _write_said(page, bar.said, x, top + 14, anchor)
    else:
        x, anchor = (shape.width, "end") if line.mirrored else (0.0, "start")
        for text in wrapped(bar.said, shape.small, shape.width):
            _write_said(page, text, x, top + LINE * count + 14, anchor)
            count += 1
    middle = top + LINE * count + 3 + HEIGHT / 2
    return middle, LINE * count + 3 + HEIGHT


def _room(line: Years) -> tuple[float, float]:
    if line.mirrored:
        return 2.0, line.shape.width - line.shape.label - 14
    return line.shape.label + 14, line.shape.width - 2


def _write_label(page: _Page, bar: Bar, lines: Sequence[str], top: float) -> None:
    x = f"{page.line.shape.width:g}" if page.line.mirrored else "0"
    struck = ' class="struck" text-decoration="line-through"' if bar.struck else ""
    for n, text in enumerate(lines):
        y = top + LINE * n + 14.5
        page.labels.append(f'<text x="{x}" y="{y:.1f}"{struck}>{escaped(text)}</text>')


def _write_said(page: _Page, text: str, x: float, y: float, anchor: str) -> None:
    page.said.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escaped(text)}</text>')


def _draw_mark(page: _Page, bar: Bar, mark: _Mark, middle: float) -> None:
    if bar.extent.open_from or bar.extent.open_to:
        page.shapes.add("open")
        start, end = (mark.low, mark.left) if mark.low < mark.left else (mark.right, mark.high)
        page.marks.append(
            f'<path class="open" d="M{start + 4:.1f} {middle:.1f}H{end:.1f}" fill="none"'
            ' stroke="currentColor" stroke-width="3" stroke-linecap="round"'
            ' stroke-dasharray="0 7"/>'
        )
    if bar.frame:
        page.shapes.add("frame")
        look = (
            'class="denied" fill="none" stroke="currentColor" stroke-width="1.5"'
            ' stroke-dasharray="4 3" rx="2"'
        )
    elif bar.extent.exact:
        look = 'class="solid" rx="2"'
    else:
        page.shapes.add("soft")
        look = f'fill="url(#{page.identifier}-soft)"'
    page.marks.append(
        f'<rect x="{mark.left:.1f}" y="{middle - HEIGHT / 2:.1f}"'
        f' width="{mark.right - mark.left:.1f}" height="{HEIGHT:g}" {look}/>'
    )


def _draw_bracket(page: _Page, above: float, middle: float) -> None:
    page.shapes.add("differ")
    line = page.line
    x = line.shape.width - line.shape.label - 4 if line.mirrored else line.shape.label + 4
    inward = -5 if line.mirrored else 5
    page.marks.append(
        f'<path class="differ" d="M{x + inward:g} {above:.1f}H{x:g}V{middle:.1f}H{x + inward:g}"'
        ' fill="none" stroke="currentColor" stroke-width="1.5"/>'
    )


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
